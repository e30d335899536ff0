#include <fmt/format.h>

#include <algorithm>

#include "trainer/assessment/judged.h"
#include "trainer/runner/feedback.h"
#include "trainer/ui/first_run/first_run_screen.h"
#include "trainer/words/feedback.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

constexpr const char* kMouseNote =
    "With a mouse, depth comes from how long you press: 60 ms is light, about 150 ms is right, over 260 ms "
    "is deep.";
constexpr const char* kPenNote =
    "With a pen, depth comes from how hard you press. The bar shows it: press until it stands in the band, "
    "then lift.";

int streak_of(const std::vector<CrossAnswer>& answers) {
  int n = 0;
  for (const auto& a : answers) n = a.state == DepthState::Target ? n + 1 : 0;
  return n;
}

std::string streak_text(int n) {
  if (n < 2) return {};
  return fmt::format("{} in the band in a row", n);
}

void fill_crosses(const FirstRunState& state, FirstRunView& v) {
  v.answers = state.answers;
  const auto done = state.answers.size();
  v.count = fmt::format("{} of {} dots.", done, kCrosses);
  v.streak = streak_text(streak_of(state.answers));
  if (state.stray) {
    v.answer_title = fmt::format("{} mm off the cross", number(state.stray->miss_mm, 2));
    v.answer = "That was another place. Put the tip on the lit cross before you press.";
    v.answer_state = DepthState::Deep;
  } else if (done > 0) {
    v.answer_title = fmt::format("{} mm off the cross, {} mm deep", number(state.answers.back().miss_mm, 2),
                                 number(state.answers.back().depth_mm, 2));
    v.answer = cross_sentence(state.answers.back());
    v.answer_state = state.answers.back().state;
  }
}

void fill_last_dot(const runner::Attempt& attempt, FirstRunView& v) {
  const auto feedback = runner::last_dot_feedback(attempt);
  if (!feedback) return;
  v.answer_title = feedback->nearest_mm
                       ? words::say("{} mm deep, {} mm to the nearest", number(feedback->deposit.value, 2),
                                    number(*feedback->nearest_mm, 2))
                       : words::say("{} mm deep", number(feedback->deposit.value, 2));
  v.answer = words::together(words::of(*feedback));
  v.answer_state = feedback_mark(*feedback);
}

}  // namespace

bool part_is_done(const FirstRunState& state) {
  switch (state.part) {
    case FirstPart::Touch:
      return false;
    case FirstPart::Crosses:
      return state.answers.size() >= kCrosses;
    case FirstPart::Window:
      return assessment::is_finished(state.window_dots, state.window_asked);
    case FirstPart::Compare:
      return true;
  }
  return false;
}

// A cross has one chance: what would have been, and what to do at the next.
std::string cross_sentence(const CrossAnswer& a) {
  const auto told = [&](std::string_view what, std::string_view pen, std::string_view mouse) {
    return words::together({words::say(what), words::say(a.measured ? pen : mouse)});
  };
  switch (a.state) {
    case DepthState::Epidermal:
      return told("Barely a touch: it would be gone in two weeks.",
                  "Press harder, until the bar reaches the band.", "Hold until the arc reaches the band.");
    case DepthState::Shallow:
      return told("A little light.", "Press a touch harder.", "Stay a touch longer.");
    case DepthState::Deep:
      return told("A little deep.", "Press more lightly.", "Let go sooner.");
    case DepthState::Blowout:
      return told("Too deep: this one will spread.", "Press much more lightly.", "Let go much sooner.");
    case DepthState::Target:
      break;
  }
  if (a.miss_mm > kOnCrossMm) return words::say("Right depth. Take a moment longer to aim before you press.");
  return words::say("Right depth, right place. Keep that rhythm.");
}

std::string next_advice(const runner::Attempt& attempt, int window_dots, int asked) {
  if (window_dots == 0)
    return "The window is still empty. Next: a first lesson, where the same ring helps you to fill a larger "
           "one.";
  if (!assessment::is_nearly_done(window_dots, asked))
    return "Yours has fewer dots than the expert's. Next: fill until no ring-sized space is left.";
  if (assessment::is_too_many(window_dots, asked))
    return "Yours has more dots than the expert's. Next: leave the ring's space; you cannot take a dot away.";
  int light = 0, deep = 0, all = 0, measured = 0;
  for (const auto& dot : attempt.skin.dots) {
    if (dot.withdrawn) continue;
    ++all;
    measured += dot.depth_source == engine::skin::DepthSource::Measured ? 1 : 0;
    const auto s = depth_state(dot);
    light += s == DepthState::Shallow || s == DepthState::Epidermal ? 1 : 0;
    deep += s == DepthState::Deep || s == DepthState::Blowout ? 1 : 0;
  }
  const bool pen = measured * 2 > all;
  if (deep * 3 > all)
    return words::say(
        pen ? "Many of your dots sit deep. Next: press more lightly, and lift as the bar enters "
              "the band."
            : "Many of your dots sit deep. Next: let go as the arc enters the band.");
  if (light * 3 > all)
    return words::say(
        pen ? "Many of your dots sit light and would fade. Next: press harder, until the bar is "
              "well inside the band."
            : "Many of your dots sit light and would fade. Next: stay until the arc is well "
              "inside the band.");
  return "The number is right. Next: keep the gaps alike, and never three dots in a line.";
}

FirstRunView make_first_run_view(const FirstRunState& state, const runner::Attempt& attempt,
                                 DepthView depth) {
  FirstRunView v;
  const bool pen = !depth.simulated;
  v.depth = std::move(depth);
  switch (state.part) {
    case FirstPart::Touch:
      v.title = "Touch the skin.";
      v.body = pen ? "Put the tip on the cross. Press until the bar reaches the band, then lift."
                   : "Put the tip on the cross. Press and hold for a moment, until the arc reaches the band, "
                     "then let go.";
      v.note_title = pen ? "Depth with a pen" : "Depth with a mouse";
      v.note = pen ? kPenNote : kMouseNote;
      v.skip = "Skip to the lessons";
      fill_crosses(state, v);
      break;
    case FirstPart::Crosses:
      v.title = !part_is_done(state) ? "Nine more." : pen ? "That is the press." : "That is the tick.";
      v.body = !part_is_done(state)
                   ? "Follow the crosses. Same press, same depth: find the rhythm. Z takes a dot back."
                   : "Ten dots. Now the other half of the work: where the next one goes.";
      v.skip = part_is_done(state) ? "" : "Skip this part";
      if (part_is_done(state)) v.primary = "Fill a small window";
      fill_crosses(state, v);
      break;
    case FirstPart::Window:
      v.title = "Fill it evenly.";
      v.body =
          "Fill this window with loose triangles. Keep other dots out of the ring; place the next one near "
          "the dashed line.";
      v.count = fmt::format("{} of about {} dots", state.window_dots, state.window_asked);
      v.show_ten = false;
      v.share = static_cast<float>(state.window_dots) / static_cast<float>(std::max(1, state.window_asked));
      if (part_is_done(state))
        v.primary = "Compare with an expert";
      else
        v.skip = "Skip this part";
      if (state.window_touched) fill_last_dot(attempt, v);
      break;
    case FirstPart::Compare:
      v.title = "Yours, and an expert\u2019s.";
      v.body = next_advice(attempt, state.window_dots, state.window_asked);
      v.show_ten = false;
      v.primary = "Choose a first lesson";
      break;
  }
  return v;
}

}  // namespace trainer::ui
