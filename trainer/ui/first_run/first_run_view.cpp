#include <algorithm>

#include "engine/skin/press_time.h"
#include "trainer/assessment/judged.h"
#include "trainer/runner/feedback.h"
#include "trainer/ui/first_run/first_run_screen.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/words/counts.h"
#include "trainer/words/feedback.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

std::string depth_note(bool pen) {
  using engine::skin::kToBandEnd, engine::skin::kToBandMiddle, engine::skin::kToBandStart;
  return pen ? words::say(
                   "With a pen, depth comes from how hard you press. The bar shows it: press until it "
                   "stands in the band, then lift.")
             : words::say(
                   "With a mouse, depth comes from how long you press: {} ms is light, about {} ms is "
                   "right, over {} ms is deep.",
                   kToBandStart.us / 1000, kToBandMiddle.us / 1000, kToBandEnd.us / 1000);
}

int streak_of(const std::vector<CrossAnswer>& answers) {
  int n = 0;
  for (const auto& a : answers) n = a.known && a.state == DepthState::Target ? n + 1 : 0;
  return n;
}

std::string streak_text(int n) {
  if (n < 2) return {};
  return words::in_band_in_a_row(static_cast<std::size_t>(n));
}

void fill_crosses(const FirstRunState& state, FirstRunView& v) {
  v.answers = state.answers;
  const auto done = state.answers.size();
  v.count = words::dots_done(done, kCrosses);
  v.streak = streak_text(streak_of(state.answers));
  if (state.stray) {
    v.answer_title = words::say("{} mm off the cross", number(state.stray->miss.value, 2));
    v.answer = words::say("That was another place. Put the tip on the lit cross before you press.");
    v.answer_state = DepthState::Deep;
  } else if (done > 0) {
    const auto& last = state.answers.back();
    v.answer_title = last.known ? words::say("{} mm off the cross, {} mm deep", number(last.miss.value, 2),
                                             number(last.depth.value, 2))
                                : words::say("{} mm off the cross", number(last.miss.value, 2));
    v.answer = cross_sentence(last);
    v.answer_state = state.answers.back().state;
  }
}

void fill_last_dot(const runner::Attempt& attempt, FirstRunView& v) {
  const auto feedback = runner::last_dot_feedback(attempt);
  if (!feedback) return;
  if (!feedback->known)
    v.answer_title = words::say("Not known how deep");
  else
    v.answer_title = feedback->nearest
                         ? words::say("{} mm deep, {} mm to the nearest", number(feedback->deposit.value, 2),
                                      number(feedback->nearest->value, 2))
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
  using words::Text;
  const auto told = [&](Text what, Text pen, Text mouse) {
    return words::together({words::say(what), words::say(a.measured ? pen : mouse)});
  };
  if (!a.known)
    return words::together({words::say("That press had no length, so how deep it went is not known."),
                            words::say("Hold the button down until the arc reaches the band.")});
  switch (a.state) {
    case DepthState::Epidermal:
      return told(Text("Barely a touch: it would be gone in two weeks."),
                  Text("Press harder, until the bar reaches the band."),
                  Text("Hold until the arc reaches the band."));
    case DepthState::Shallow:
      return told(Text("A little light."), Text("Press a touch harder."), Text("Stay a touch longer."));
    case DepthState::Deep:
      return told(Text("A little deep."), Text("Press more lightly."), Text("Let go sooner."));
    case DepthState::Blowout:
      return told(Text("Too deep: this one will spread."), Text("Press much more lightly."),
                  Text("Let go much sooner."));
    case DepthState::Target:
      break;
  }
  if (a.miss > kOnCross) return words::say("Right depth. Take a moment longer to aim before you press.");
  return words::say("Right depth, right place. Keep that rhythm.");
}

std::string next_advice(const runner::Attempt& attempt, int window_dots, int asked) {
  if (window_dots == 0)
    return words::say(
        "The window is still empty. Next: a first lesson, where the same ring helps you to fill a larger "
        "one.");
  if (!assessment::is_nearly_done(window_dots, asked))
    return words::say(
        "Yours has fewer dots than the expert's. Next: fill until no ring-sized space is left.");
  if (assessment::is_too_many(window_dots, asked))
    return words::say(
        "Yours has more dots than the expert's. Next: leave the ring's space; you cannot take a dot away.");
  int light = 0, deep = 0, all = 0, measured = 0, unknown = 0;
  for (const auto& dot : attempt.skin.dots) {
    if (dot.withdrawn) continue;
    ++all;
    measured += dot.depth_source == engine::skin::DepthSource::Measured ? 1 : 0;
    if (dot.depth_source == engine::skin::DepthSource::Unknown) {
      ++unknown;
      continue;
    }
    const auto s = depth_state(dot, attempt.site->depth_band_at(dot.at));
    light += s == DepthState::Shallow || s == DepthState::Epidermal ? 1 : 0;
    deep += s == DepthState::Deep || s == DepthState::Blowout ? 1 : 0;
  }
  if (unknown * 3 > all)
    return words::say(
        "Many of your presses had no length, so how deep they went is not known. Next: hold the button down "
        "until the arc is well inside the band.");
  const bool pen = measured * 2 > all;
  if (deep * 3 > all)
    return pen ? words::say(
                     "Many of your dots sit deep. Next: press more lightly, and lift as the bar enters the "
                     "band.")
               : words::say("Many of your dots sit deep. Next: let go as the arc enters the band.");
  if (light * 3 > all)
    return pen ? words::say(
                     "Many of your dots sit light and would fade. Next: press harder, until the bar is well "
                     "inside the band.")
               : words::say(
                     "Many of your dots sit light and would fade. Next: stay until the arc is well inside "
                     "the band.");
  return words::say("The number is right. Next: keep the gaps alike, and never three dots in a line.");
}

FirstRunView make_first_run_view(const FirstRunState& state, const runner::Attempt& attempt, DepthView depth,
                                 bool left_handed) {
  FirstRunView v;
  const bool pen = !depth.simulated;
  v.depth = std::move(depth);
  switch (state.part) {
    case FirstPart::Touch:
      v.title = words::say("Touch the skin.");
      v.body = pen ? words::say("Put the tip on the cross. Press until the bar reaches the band, then lift.")
                   : words::say(
                         "Put the tip on the cross. Press and hold for a moment, until the arc reaches "
                         "the band, then let go.");
      v.note_title = pen ? words::say("Depth with a pen") : words::say("Depth with a mouse");
      v.note = depth_note(pen);
      v.skip = words::say("Skip to the lessons");
      fill_crosses(state, v);
      break;
    case FirstPart::Crosses:
      v.title = !part_is_done(state) ? words::say("Nine more.")
                : pen                ? words::say("That is the press.")
                                     : words::say("That is the tick.");
      v.body = !part_is_done(state)
                   ? words::say(
                         "Follow the crosses. Same press, same depth: find the rhythm. {} takes a dot "
                         "back.",
                         key_of(Command::Undo, left_handed))
                   : words::say("Ten dots. Now the other half of the work: where the next one goes.");
      v.skip = part_is_done(state) ? "" : words::say("Skip this part");
      if (part_is_done(state)) v.primary = words::say("Fill a small window");
      fill_crosses(state, v);
      break;
    case FirstPart::Window:
      v.title = words::say("Fill it evenly.");
      v.body = words::say(
          "Fill this window with loose triangles. Keep other dots out of the ring; place the next one near "
          "the "
          "dashed line.");
      v.count = words::dots_of_about(static_cast<std::size_t>(state.window_dots),
                                     static_cast<std::size_t>(state.window_asked), 0);
      v.show_ten = false;
      v.share = static_cast<float>(state.window_dots) / static_cast<float>(std::max(1, state.window_asked));
      if (part_is_done(state))
        v.primary = words::say("Compare with an expert");
      else
        v.skip = words::say("Skip this part");
      if (state.window_touched) fill_last_dot(attempt, v);
      break;
    case FirstPart::Compare:
      v.title = words::say("Yours, and an expert\u2019s.");
      v.body = next_advice(attempt, state.window_dots, state.window_asked);
      v.show_ten = false;
      v.primary = words::say("Choose a first lesson");
      break;
  }
  return v;
}

}  // namespace trainer::ui
