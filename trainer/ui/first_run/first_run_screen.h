// The first minutes: one cross, nine more, a window to fill, the expert's beside it. Never a total.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/work/gauges.h"

namespace trainer::ui {

enum class FirstPart { Touch, Crosses, Window, Compare };

// `measured`: by a pen's pressure, which is what to change then; else the time of the press is.
struct CrossAnswer {
  engine::core::Mm miss{};
  engine::core::Mm depth{};
  DepthState state = DepthState::Target;
  bool measured = false;
  bool known = true;  // its depth; if not, `depth` and `state` say nothing
};

struct FirstRunState {
  FirstPart part = FirstPart::Touch;
  std::vector<CrossAnswer> answers;  // of the crosses, in order
  std::optional<CrossAnswer> stray;  // the last dot, when it lies far from its cross
  int window_dots = 0, window_asked = 0;
  bool window_touched = false;  // a dot in it or beside it
};

constexpr std::size_t kCrosses = 10;
// Whether enough is done to go on without skipping: all crosses; as much of the window as a lesson needs for
// a total. `Touch` goes on by itself.
bool part_is_done(const FirstRunState& state);

struct FirstRunView {
  std::string title, body;
  std::vector<CrossAnswer> answers;  // ten marks; fewer while working
  std::string count;                 // "3 of 10 dots." / "24 of about 60 dots"
  std::string streak;                // "4 in the band in a row"
  std::string answer_title, answer;  // what the last dot did
  DepthState answer_state = DepthState::Target;
  std::string note_title, note;  // where depth comes from
  std::string primary;           // one button; empty: none yet
  std::string skip;              // quiet button
  DepthView depth;
  bool show_ten = true;
  float share = 0.0F;  // of the window's dots
};

// A dot within this of its cross counts as on it: a third of the spacing of a dense field (judgement).
constexpr engine::core::Mm kOnCross{0.35};

// `left_handed`: for the names of keys.
FirstRunView make_first_run_view(const FirstRunState& state, const runner::Attempt& attempt, DepthView depth,
                                 bool left_handed = false);
std::string cross_sentence(const CrossAnswer& answer);
std::string next_advice(const runner::Attempt& attempt, int window_dots, int asked);

void draw_first_run(Ui& ui, const FirstRunLayout& layout, const FirstRunView& view, Intents& intents);

}  // namespace trainer::ui
