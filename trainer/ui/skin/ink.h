// What is drawn on the skin: outlines, rings, tags, the needle. Positions are pixels that somebody with a
// camera has projected; nothing here knows millimetres.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/skin/press_time.h"
#include "trainer/ui/kit/ui.h"
#include "trainer/ui/skin/pen_ink.h"
#include "trainer/ui/work/gauges.h"

namespace trainer::ui {

// The bar that tells how large everything is.
constexpr engine::core::Mm kScaleBar{5.0};

struct InkLine {
  std::vector<Point> points;
  bool closed = false;
  bool dashed = false;
  Token token = Token::Tx;  // Tx: white; Ac: teal; Warm, Over, Under
};
struct InkPin {
  Point at;
  int number = 0;
  bool strong = false;
  Token token = Token::Tx;
};
struct InkTag {
  Point at;
  std::string text;
  Token token = Token::Tx;
};
// The name of a place: it stands beside it where it covers neither another name nor a line, at the end of a
// leader.
struct InkName {
  Point of;
  std::string text;
  Token token = Token::Warm;
};
struct InkMark {
  Point at;
  float radius = 0.0F;
  Token token = Token::Over;
};  // ring round a dot or a place
// A place that no needle may touch: hatched, so that it is not colour alone that says so.
struct InkNoGo {
  std::vector<Point> outline;
  std::string name;
};
struct InkCross {
  Point at;
  bool lit = true;
};

struct InkCompass {
  Point at, direction;
};  // unit, towards the nose

// A round picture in a picture: what lies under the needle, enlarged.
struct InkLoupe {
  Point centre;
  float radius = 0.0F;
  unsigned texture = 0;  // square, upside down as GL has it
  float one_mm_px = 0.0F;
};

// The arc round the tip: a press without pressure goes once round it until it is through taut skin.
constexpr engine::core::Span kArcUs = engine::skin::kToThrough;
constexpr float share_of_arc(engine::core::Span since_press) {
  return static_cast<float>(since_press.us) / static_cast<float>(kArcUs.us);
}

struct NeedleInk {
  Point tip;
  bool contact = false;
  bool off = false;  // mirror view, or outside the canvas
  bool left_hand = false;
  bool pen = true;                       // its drawing is wanted; the ring at the tip always is
  std::optional<PenTilt> tilt;           // as the device tells it; nothing: assumed
  float opacity = 1.0F;                  // of the drawing: a pen that has gone away fades
  std::optional<float> ripple;           // of stretched skin after contact, 0..1 of its time
  bool forbidden = false;                // over a no-go zone
  float near_px = 0.0F, next_px = 0.0F;  // spacing rings; 0: none
  bool too_near = false, too_far = false;
  std::vector<Point> neighbours;     // the two nearest dots
  std::optional<float> press_share;  // of the arc; beyond 1 it is full
  DepthState press_state = DepthState::Target;
  float band_from = share_of_arc(engine::skin::kToBandStart),
        band_to = share_of_arc(engine::skin::kToBandEnd);  // of the arc
  std::string word;                                        // beside the tip: "let go now"
};

// A heat map: -1 too little .. 1 too much.
struct InkHeatCell {
  std::array<Point, 4> corners;
  double value = 0.0;
  bool sign = false;
};
struct InkHeatDot {
  Point at;
  float radius = 0.0F;
  double value = 0.0;
};
// words at too little, right, too much
struct InkLegend {
  std::string title;
  std::array<std::string, 3> ends;
};
struct InkHeat {
  std::vector<InkHeatCell> cells;
  std::vector<InkHeatDot> dots;
  InkLegend legend;
  std::optional<InkTag> value;  // under the pointer
};

struct CanvasInk {
  std::optional<InkHeat> heat;  // below everything else
  std::vector<InkNoGo> no_go;
  std::vector<InkLine> lines;
  std::vector<InkMark> marks;
  std::vector<InkPin> pins;
  std::vector<InkTag> tags;
  std::vector<InkName> names;
  std::vector<InkCross> crosses;
  std::optional<NeedleInk> needle;
  std::optional<InkCompass> compass;
  std::optional<InkLoupe> loupe;
  float scale_bar_px = 0.0F;  // how long kScaleBar is; 0: none
  std::string badge;          // "Mirror view: the needle is off", "Zoom in to work"
};

// `clip`: nothing is drawn outside. `calm`: the part where badge and scale bar stand (no panel above it).
void draw_ink(Ui& ui, const Rect& clip, const Rect& calm, const CanvasInk& ink);
void draw_tag(const Ui& ui, Point centre, std::string_view text, Colour c);

// Where a name of that width and height goes: its middle, beside `of`, inside `clip`, clear of what is
// `taken` and of the points of lines; nothing where every place would cover another name.
std::optional<Point> place_name(Point of, float width, float height, const Rect& clip,
                                const std::vector<Rect>& taken, const std::vector<InkLine>& lines);

// Falling lines at 45 degrees inside a polygon, `apart` px from each other (measured along x).
std::vector<std::pair<Point, Point>> hatching(const std::vector<Point>& outline, float apart);
// Splits a polyline into dashes along its length, px.
std::vector<std::vector<Point>> dashes(const std::vector<Point>& line, float on, float off);

}  // namespace trainer::ui
