#include <fmt/format.h>

#include <algorithm>

#include "trainer/assessment/needled.h"
#include "trainer/runner/equipment.h"
#include "trainer/runner/progress.h"
#include "trainer/ui/kit/steps.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/counts.h"
#include "trainer/words/feedback.h"
#include "trainer/words/said.h"
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
CoachView needling_line(const runner::Attempt& attempt) {
  const auto& marks = attempt.skin.dry_marks;
  if (const auto notice = runner::tool_notice_now(attempt))
    return coach(words::of(*notice), DepthState::Shallow, false);
  if (marks.empty() || marks.back().treatment_session != attempt.skin.treatment_session)
    return {"Run the dry needle over the scar, line beside line.", what_now(attempt), DepthState::Target,
            true};
  const auto count = assessment::count_needled(*attempt.site, marks);
  const auto& last = marks.back();
  if (engine::skin::too_deep(last))
    return {"Through the skin: that wounds and does not relax. Run faster, or set the needle out less.", "",
            DepthState::Blowout, false};
  if (!engine::skin::works(last))
    return {
        fmt::format("Only {:.2f} mm deep: a scar needs half a millimetre at least.", last.depth_um / 1000.0),
        "Press harder, or stay down while you run.", DepthState::Shallow, false};
  return {fmt::format("{:.0f} % of the scar is worked.", 100 * count.share()),
          count.enough() ? "That is all of it. Let it heal." : "Close the gaps between your lines.",
          DepthState::Target, false};
}

}  // namespace

CoachView coach_line(const runner::Attempt& attempt, bool pen) {
  if (attempt.skin.machine.dry) return needling_line(attempt);
  const auto feedback = runner::last_dot_feedback(attempt);
  const bool before_healing =
      feedback && attempt.skin.dots[feedback->number].treatment_session != attempt.skin.treatment_session;
  if (before_healing) return {what_now(attempt), "", DepthState::Target, true};
  if (const auto notice = feedback ? std::nullopt : runner::tool_notice_now(attempt))
    return coach(words::of(*notice), DepthState::Shallow, false);
  if (!feedback && attempt.site->lesson().stretch_by == lessons::StretchBy::Own)
    return {pen ? "Hold S to stretch the skin, then press until the bar reaches the band, and lift."
                : "Hold S to stretch the skin, then press, wait for the arc to reach the band, let go.",
            what_now(attempt), DepthState::Target, true};
  if (!feedback)
    return {pen ? "Press on the skin until the bar reaches the band, then lift."
                : "Press on the skin, wait for the arc to reach the band, let go.",
            what_now(attempt), DepthState::Target, true};
  if (const auto notice = runner::tool_notice_now(attempt))
    return coach(words::of(*notice), notice->costs ? DepthState::Shallow : DepthState::Target,
                 !notice->costs);
  return coach(words::of(*feedback), feedback_mark(*feedback), false);
}

WorkView make_work_view(const runner::Attempt& attempt, GaugesView gauges, const std::string& message) {
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
  v.coach = message.empty() ? coach_line(attempt, !v.gauges.depth.simulated)
                            : CoachView{message, "", DepthState::Target, true};
  const auto onward = runner::onward(attempt);
  if (onward == runner::Onward::LineDone) {
    if (message.empty())
      v.coach = {"Draw the line: press point after point, or drag.",
                 "From the client's right to the left. Z takes the last point away.", DepthState::Target,
                 true};
    v.primary = "Line drawn";
    v.primary_command = Command::LineDone;
  }
  if (onward == runner::Onward::EndSession) {
    v.primary = attempt.skin.machine.dry ? "Let it heal" : "End session";
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

AskView make_doubt_question(const runner::Doubt& doubt) {
  using Kind = runner::Doubt::Kind;
  if (doubt.kind == Kind::ScarNotNeedled)
    return {"Let it heal now?",
            fmt::format("{:.0f} % of the scar is worked. What is not stays as tough as it is.",
                        100 * doubt.needled),
            "Keep needling", "Let it heal", Command::EndSession};
  const std::string dots = words::say("{} of about {} dots.", doubt.placed, doubt.asked);
  if (doubt.onward == runner::Onward::EndSession)
    return {fmt::format("End treatment session {}?", doubt.session + 1),
            words::together({dots, words::say("Once the skin has healed nothing of this session can be taken "
                                              "back or added.")}),
            "Keep working", "End session", Command::EndSession};
  return {"Finish this field?",
          words::together(
              {dots, doubt.kind == Kind::TooFewForTotal
                         ? words::say("Below six in ten there is no total, only what can be said so far.")
                         : words::say("The gaps will count.")}),
          "Keep working", "Finish anyway", Command::FinishNow};
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
            fmt::format("The needled scar has healed; {:.0f} % of it was worked. There it gives way more and "
                        "keeps more pigment: press as you would beside it, and watch the depth.",
                        100 * assessment::count_needled(*attempt.site, attempt.skin.dry_marks).share()),
            "", "Begin the dots", Command::CloseSheet};
  return {later,
          fmt::format("The skin has healed. {} of {} dots are to be seen. In this session {} more bring it "
                      "to {:.0f} % of the final density: set them between what is there.",
                      p.kept, earlier, std::max(0, p.asked - p.placed),
                      100.0 * attempt.site->sessions()[p.session].share),
          "", fmt::format("Begin session {}", p.session + 1), Command::CloseSheet};
}

AskView make_leave_question(const runner::Attempt& attempt) {
  const auto p = runner::progress(attempt);
  if (runner::question_now(attempt))
    return {"Leave this lesson?", "Your answers are saved. You can carry on from this question.", "Stay",
            "Leave and keep", Command::LeaveAndKeep};
  return {"Leave this field?", words::dots_saved(static_cast<std::size_t>(p.placed + p.outside)), "Stay",
          "Leave and keep", Command::LeaveAndKeep};
}

AskView make_pen_question(const DeviceLabel& device) {
  return {
      "This lesson needs a pen",
      fmt::format(
          "Here depth and angle are measured, and \u201c{}\u201d tells neither. Connect a pen tablet, touch "
          "the tablet with the pen, and start again. If a pen is connected, the check says what it tells.",
          device.name),
      "Back", "Check the device", Command::OpenDeviceCheck};
}

}  // namespace trainer::ui
