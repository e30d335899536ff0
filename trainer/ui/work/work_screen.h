// The practice screen: bar, tools, gauges and the coach's line round a canvas.
#pragma once

#include "trainer/runner/way.h"
#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/work/gauges.h"
#include "trainer/ui/work/navigator.h"
#include "trainer/ui/work/overlay_list.h"

namespace trainer::ui {

struct CoachView {
  std::string what, advice;
  DepthState state = DepthState::Target;
  bool plain = true;
};

// A choice in the coach's line: what one button does; the other lets things be.
struct CoachChoice {
  std::string yes, no;
  Command yes_command = Command::OpenDeviceCheck, no_command = Command::KeepDevice;
};

// What the tools can do now, and which of them are on.
struct ToolsView {
  bool own_stretch = false, stretched = true;  // the trainee's hand holds the skin taut, and does so now
  bool can_undo = false, can_redo = false, undo_allowed = true;
  bool mirror = false, loupe = false;
};

struct WorkView {
  std::string lesson, step;
  std::string clock;
  int step_number = 0;             // of the steps in `steps`
  std::vector<std::string> steps;  // "Look", "Place", "Review"
  GaugesView gauges;
  NavigatorView navigator;
  std::optional<OverlayListView> overlays;  // the open list
  ToolsView tools;
  CoachView coach;
  std::optional<CoachChoice> choice;
  std::optional<DeviceLabel> device;  // what points
  std::string primary;
  Command primary_command = Command::AskFinish;
  std::string saving;  // a line about saving when it does not work; empty when all is well
};

// `message` overrides what the coach says of the last dot: an answer to something that cannot be done.
// `left_handed`: for the names of keys.
WorkView make_work_view(const runner::Attempt& attempt, GaugesView gauges, const std::string& message,
                        bool left_handed = false);
CoachView coach_line(const runner::Attempt& attempt,
                     bool pen = false,  // `pen`: what is in use measures pressure
                     bool left_handed = false);

Rect overlay_list_rect(const Frame& f, const WorkLayout& layout, const OverlayListView& view);
void draw_work(Ui& ui, const WorkLayout& layout, const WorkView& view, WorkIntents& intents);

// Why no needle works there, and which key ends it.
std::string mirror_words(bool left_handed);

// "Finish anyway?", "Leave this field?".
// Without `stay` it is a note with one button.
struct AskView {
  std::string title, body, stay, go;
  Command go_command = Command::FinishNow;
};
AskView make_doubt_question(const runner::Doubt& doubt);
AskView make_healed_note(const runner::Attempt& attempt);  // what the skin has kept
// What of the work is on disk: dots that are to be seen and those of them that are, whether everything is.
struct SavedCounts {
  std::size_t dots = 0, dots_saved = 0;
  bool all = true;
};
AskView make_leave_question(const runner::Attempt& attempt, const SavedCounts& saved);
AskView make_pen_question(const DeviceLabel& device);  // the lesson needs a pen, and none is at hand
void draw_question(Ui& ui, const Frame& frame, const AskView& view, Intents& intents);

}  // namespace trainer::ui
