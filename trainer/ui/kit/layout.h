// Where the panels of a screen lie. Pure: rectangles from a window, so that tests can prove that nothing
// overlaps and the needle's ground stays free.
#pragma once

#include "trainer/ui/kit/rect.h"

namespace trainer::ui {

struct Frame {
  Rect window;  // px
  float scale = 1.0F;
  bool left_handed = false;  // tools right, gauges left; time always runs left to right
  [[nodiscard]] float px(float pt) const { return pt * scale; }
  [[nodiscard]] float width_pt() const { return window.w / scale; }
  [[nodiscard]] float height_pt() const { return window.h / scale; }
};

// The least room, in points, in which no control is out of reach; tests draw every screen in it.
constexpr float kLeastWidth = 960, kLeastHeight = 600;
// The scale that is asked for, or as much of it as leaves that room in a window of so many px; steps of 1/20,
// at least 0.5.
float fitting_scale(float asked, float width_px, float height_px);

struct WorkLayout {
  Rect bar;     // top bar
  Rect canvas;  // the picture: everything below the bar
  Rect tools, gauges, coach;
  Rect navigator;       // empty where there is no room for it
  Rect free;            // part of the canvas that no panel covers: where the needle works
  bool narrow = false;  // gauges are a column of 84 points
};
WorkLayout work_layout(const Frame& f);

struct FirstRunLayout {
  Rect words;            // column of text
  Rect canvas;           // the skin
  Rect depth;            // bar beside it
  bool compact = false;  // a small window, or large text in it: the words keep to less room
};
FirstRunLayout first_run_layout(const Frame& f);

struct BriefLayout {
  Rect bar, canvas, words, foot;
};
BriefLayout brief_layout(const Frame& f);

struct DebriefLayout {
  Rect bar, canvas, verdict, criteria, ledger, timeline;
  Rect actions;         // what to do next: in the timeline's first row, or below the tabs
  Rect tabs;            // empty where everything stands side by side
  bool low = false;     // below 900 points: a smaller timeline
  bool tabbed = false;  // a window too small for all: criteria, ledger and timeline share one place
};
DebriefLayout debrief_layout(const Frame& f);

struct HomeLayout {
  Rect bar, hero, list;
};
HomeLayout home_layout(const Frame& f);

Rect sheet(const Frame& f, float width_pt, float height_pt);  // centred, within the window

}  // namespace trainer::ui
