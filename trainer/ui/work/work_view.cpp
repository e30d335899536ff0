#include <algorithm>

#include "trainer/assessment/judged.h"
#include "trainer/assessment/needled.h"
#include "trainer/runner/equipment.h"
#include "trainer/runner/progress.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/steps.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/counts.h"
#include "trainer/words/feedback.h"
#include "trainer/words/said.h"
#include "trainer/words/saving.h"
#include "trainer/words/say.h"
#include "trainer/words/tool_notices.h"

namespace trainer::ui {

using lessons::StepKind;

namespace {

// The author's own words, as long as they are: what is drawn cuts them by lines.
std::string what_now(const runner::Attempt& attempt) {
  const auto& steps = attempt.site->lesson().steps;
  const auto i = static_cast<std::size_t>(attempt.step);
  return i < steps.size() && !steps[i].text.empty() ? steps[i].text : attempt.site->lesson().summary;
}

CoachView coach(words::Said said, DepthState state, bool plain) {
  return {std::move(said.what), std::move(said.advice), state, plain};
}

// How the scar has been worked so far.
CoachView needling_line(const runner::Attempt& attempt, bool left_handed) {
  const auto marks = runner::marks_done(attempt);
  if (const auto notice = runner::tool_notice_now(attempt))
    return coach(words::of(*notice, tool_keys(left_handed)), DepthState::Shallow, false);
  if (marks.empty())
    return {words::say("Run the dry needle over the scar, line beside line."), what_now(attempt),
            DepthState::Target, true};
  const auto count = assessment::count_needled(*attempt.site, attempt.skin.dry_marks);
  const auto& last = marks.back();
  if (engine::skin::too_deep(last))
    return {words::say("Through the skin: that wounds and does not relax. Run faster, or set the needle out "
                       "less."),
            "", DepthState::Blowout, false};
  if (!engine::skin::works(last))
    return {words::say("Only {:.2f} mm deep: a scar needs {:g} mm at least.", last.depth_um / 1000.0,
                       engine::skin::kDryShallowestUm / 1000.0),
            words::say("Press harder, or stay down while you run."), DepthState::Shallow, false};
  return {words::say("{:.0f} % of the scar is worked.", 100 * count.share()),
          count.enough() ? words::say("That is all of it. Let it heal.")
                         : words::say("Close the gaps between your lines."),
          DepthState::Target, false};
}

// Before the first dot.
std::string how_to_press(const runner::Attempt& attempt, bool pen, bool left_handed) {
  if (attempt.site->lesson().stretch_by != lessons::StretchBy::Own)
    return pen ? words::say("Press on the skin until the bar reaches the band, then lift.")
               : words::say("Press on the skin, wait for the arc to reach the band, let go.");
  const std::string key = key_of(Command::Stretch, left_handed);
  return pen ? words::say("Hold {} to stretch the skin, then press until the bar reaches the band, and lift.",
                          key)
             : words::say(
                   "Hold {} to stretch the skin, then press, wait for the arc to reach the band, let go.",
                   key);
}

}  // namespace

CoachView coach_line(const runner::Attempt& attempt, bool pen, bool left_handed) {
  if (attempt.skin.machine.dry) return needling_line(attempt, left_handed);
  const auto feedback = runner::last_dot_feedback(attempt);
  const bool before_healing =
      feedback && attempt.skin.dots[feedback->number].treatment_session != attempt.skin.treatment_session;
  if (before_healing) return {what_now(attempt), "", DepthState::Target, true};
  if (const auto notice = runner::tool_notice_now(attempt))
    return feedback ? coach(words::of(*notice, tool_keys(left_handed)),
                            notice->costs ? DepthState::Shallow : DepthState::Target, !notice->costs)
                    : coach(words::of(*notice, tool_keys(left_handed)), DepthState::Shallow, false);
  if (!feedback)
    return {how_to_press(attempt, pen, left_handed), what_now(attempt), DepthState::Target, true};
  return coach(words::of(*feedback), feedback_mark(*feedback), false);
}

WorkView make_work_view(const runner::Attempt& attempt, GaugesView gauges, const std::string& message,
                        bool left_handed) {
  WorkView v;
  const auto& lesson = attempt.site->lesson();
  v.lesson = lesson.title;
  const auto now = static_cast<std::size_t>(attempt.step);
  if (now < lesson.steps.size()) v.step = lesson.steps[now].title;
  const StepsView bar = make_steps(attempt);
  v.steps = bar.words;
  v.step_number = bar.now;
  v.clock = clock_text(attempt.skin.t_us);
  v.gauges = std::move(gauges);
  v.coach = message.empty() ? coach_line(attempt, !v.gauges.depth.simulated, left_handed)
                            : CoachView{message, "", DepthState::Target, true};
  v.primary = words::say("Finish");
  const auto onward = runner::onward(attempt);
  if (onward == runner::Onward::LineDone) {
    if (message.empty())
      v.coach = {words::say("Draw the line: press point after point, or drag."),
                 words::say("From the client's right to the left. {} takes the last point away.",
                            key_of(Command::Undo, left_handed)),
                 DepthState::Target, true};
    v.primary = words::say("Line drawn");
    v.primary_command = Command::LineDone;
  }
  if (onward == runner::Onward::EndSession) {
    v.primary = attempt.skin.machine.dry ? words::say("Let it heal") : words::say("End session");
    v.primary_command = Command::AskEndSession;
  }
  v.tools.own_stretch = lesson.stretch_by == lessons::StretchBy::Own;
  v.tools.stretched = attempt.skin.machine.stretch_permille >= engine::skin::kSlack;
  v.tools.undo_allowed = lesson.undo_allowed;
  v.tools.can_undo = lesson.undo_allowed && !attempt.skin.contact &&
                     std::any_of(attempt.skin.dots.begin(), attempt.skin.dots.end(), [&](const auto& d) {
                       return !d.withdrawn && d.treatment_session == attempt.skin.treatment_session;
                     });
  v.tools.can_redo = lesson.undo_allowed && !attempt.skin.contact && !attempt.skin.undone.empty();
  return v;
}

std::string mirror_words(bool left_handed) {
  return words::say("Mirror view: the needle is off. {} turns it back",
                    key_of(Command::HoldMirror, left_handed));
}

AskView make_doubt_question(const runner::Doubt& doubt) {
  using Kind = runner::Doubt::Kind;
  if (doubt.kind == Kind::ScarNotNeedled)
    return {words::say("Let it heal now?"),
            words::say("{:.0f} % of the scar is worked. What is not stays as tough as it is.",
                       100 * doubt.needled),
            words::say("Keep needling"), words::say("Let it heal"), Command::EndSession};
  const std::string dots =
      words::dots_placed(static_cast<std::size_t>(doubt.placed), static_cast<std::size_t>(doubt.asked), 0);
  if (doubt.onward == runner::Onward::EndSession)
    return {words::say("End treatment session {}?", doubt.session + 1),
            words::together({dots, words::say("Once the skin has healed nothing of this session can be taken "
                                              "back or added.")}),
            words::say("Keep working"), words::say("End session"), Command::EndSession};
  return {
      words::say("Finish this field?"),
      words::together({dots, doubt.kind == Kind::TooFewForTotal
                                 ? words::say("Below {} % there is no total, only what can be said so far.",
                                              assessment::kFinishedPercent)
                                 : words::say("The gaps will count.")}),
      words::say("Keep working"), words::say("Finish anyway"), Command::FinishNow};
}

AskView make_healed_note(const runner::Attempt& attempt) {
  const auto p = runner::progress(attempt);
  const auto& dots = attempt.skin.dots;
  const auto earlier = std::count_if(dots.begin(), dots.end(), [&](const auto& d) {
    return !d.withdrawn && attempt.site->session_of(d) < p.session && attempt.site->target_at(d.at);
  });
  const int days = attempt.skin.healings.empty() ? 0 : attempt.skin.healings.back();
  const std::string later = words::days_later(static_cast<std::size_t>(days));
  const bool first_dots = std::none_of(dots.begin(), dots.end(), [](const auto& d) { return !d.withdrawn; });
  if (first_dots && !attempt.skin.dry_marks.empty())
    return {later,
            words::say("The needled scar has healed; {:.0f} % of it was worked. There it gives way more and "
                       "keeps more pigment: press as you would beside it, and watch the depth.",
                       100 * assessment::count_needled(*attempt.site, attempt.skin.dry_marks).share()),
            "", words::say("Begin the dots"), Command::CloseSheet};
  const auto more = static_cast<std::size_t>(std::max(0, p.asked - p.placed));
  return {later,
          words::together(
              {words::dots_healed(static_cast<std::size_t>(p.kept), static_cast<std::size_t>(earlier)),
               words::more_for_this_session(more, 100.0 * attempt.site->sessions()[p.session].share)}),
          "", words::say("Begin session {}", p.session + 1), Command::CloseSheet};
}

AskView make_leave_question(const runner::Attempt& attempt, const SavedCounts& saved) {
  // What is not safe yet is asked about next: nothing is promised before.
  const std::string leave = saved.all ? words::say("Leave and keep") : words::say("Leave\u2026");
  if (runner::question_now(attempt))
    return {words::say("Leave this lesson?"),
            saved.all ? words::say("Your answers are saved. You can carry on from this question.")
                      : words::say("Not all of your answers are saved yet."),
            words::say("Stay"), leave, Command::LeaveAndKeep};
  return {words::say("Leave this field?"),
          words::together({saved.dots_saved > 0 || saved.all ? words::dots_saved(saved.dots_saved) : "",
                           words::dots_in_memory(saved.dots - saved.dots_saved)}),
          words::say("Stay"), leave, Command::LeaveAndKeep};
}

AskView make_pen_question(const DeviceLabel& device) {
  return {
      words::say("This lesson needs a pen"),
      words::say(
          "Here depth and angle are measured, and \u201c{}\u201d tells neither. Connect a pen tablet, touch "
          "the tablet with the pen, and start again. If a pen is connected, the check says what it tells.",
          device.name),
      words::say("Back"), words::say("Check the device"), Command::OpenDeviceCheck};
}

}  // namespace trainer::ui
