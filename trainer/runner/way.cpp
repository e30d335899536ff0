#include "trainer/runner/way.h"

#include <algorithm>

#include "trainer/assessment/judged.h"
#include "trainer/assessment/needled.h"
#include "trainer/runner/progress.h"

namespace trainer::runner {

using lessons::StepKind;

namespace {

bool is_needle(StepKind kind) {
  return kind == StepKind::NeedleWork || kind == StepKind::Needling;
}

// One line is agreed and drawn; a later step for it finds it there.
bool waits_for_line(const Attempt& attempt, StepKind kind) {
  return kind == StepKind::Drawing && attempt.drawn_hairline.empty();
}

bool heals_later(const Attempt& attempt) {
  const auto& steps = attempt.site->lesson().steps;
  const auto next = std::min(static_cast<std::size_t>(attempt.step) + 1, steps.size());
  return std::any_of(steps.begin() + static_cast<std::ptrdiff_t>(next), steps.end(),
                     [](const lessons::Step& step) { return step.kind == StepKind::Healing; });
}

enum class Reach { NextStop, NextSession, BehindTheWork };

// Whether that way ends at a step of this kind; `healed`: the skin healed on the way to it.
bool stops_at(const Attempt& attempt, StepKind kind, Reach reach, bool healed) {
  if (kind == StepKind::Theory || waits_for_line(attempt, kind)) return true;
  if (!is_needle(kind)) return false;
  return reach == Reach::NextStop || (reach == Reach::NextSession && healed);
}

Goal reached(const Attempt& attempt, Reach reach, engine::core::AttemptTime t_us) {
  const auto& steps = attempt.site->lesson().steps;
  const auto here = attempt.step;
  if (time_is_up(attempt, t_us)) return {here, true};
  bool healed = false;
  auto last = here;
  for (auto i = here + 1; static_cast<std::size_t>(i) < steps.size(); ++i) {
    const StepKind kind = steps[static_cast<std::size_t>(i)].kind;
    if (kind == StepKind::Review) break;
    if (kind == StepKind::Healing && reach == Reach::BehindTheWork) break;
    if (stops_at(attempt, kind, reach, healed)) return {i, false};
    healed = healed || kind == StepKind::Healing;
    last = i;
  }
  return {reach == Reach::BehindTheWork ? here : last, true};
}

}  // namespace

Waits waits_for(const Attempt& attempt) {
  const auto& steps = attempt.site->lesson().steps;
  const auto now = static_cast<std::size_t>(attempt.step);
  if (attempt.finished || now >= steps.size()) return Waits::Nothing;
  switch (steps[now].kind) {
    case StepKind::Brief:
    case StepKind::Healing:
      return Waits::Seen;
    case StepKind::Theory:
      return Waits::Question;
    case StepKind::Drawing:
      return waits_for_line(attempt, StepKind::Drawing) ? Waits::Line : Waits::Seen;
    case StepKind::NeedleWork:
      return Waits::Needle;
    case StepKind::Needling:
      return Waits::DryNeedle;
    case StepKind::Review:
      break;
  }
  return Waits::Nothing;
}

Onward onward(const Attempt& attempt) {
  if (waits_for(attempt) == Waits::Line) return Onward::LineDone;
  return heals_later(attempt) ? Onward::EndSession : Onward::Finish;
}

std::optional<Doubt> doubt_about(const Attempt& attempt, Onward onward) {
  if (onward == Onward::LineDone) return std::nullopt;
  const auto p = progress(attempt);
  Doubt doubt{.onward = onward, .placed = p.placed, .asked = p.asked, .session = p.session};
  if (onward == Onward::EndSession && waits_for(attempt) == Waits::DryNeedle) {
    doubt.kind = Doubt::Kind::ScarNotNeedled;
    const auto count = assessment::count_needled(*attempt.site, attempt.skin.dry_marks);
    doubt.needled = count.share();
    return count.enough() ? std::nullopt : std::optional(doubt);
  }
  if (p.asked == 0 || p.nearly_done) return std::nullopt;
  if (onward == Onward::Finish && !assessment::is_finished(p.placed, p.asked))
    doubt.kind = Doubt::Kind::TooFewForTotal;
  return doubt;
}

Goal goal_of(const Attempt& attempt, const Intent& intent) {
  if (const auto* i = std::get_if<GoOn>(&intent)) return reached(attempt, Reach::NextStop, i->t_us);
  if (const auto* i = std::get_if<EndSession>(&intent)) return reached(attempt, Reach::NextSession, i->t_us);
  if (const auto* i = std::get_if<HandIn>(&intent)) return reached(attempt, Reach::BehindTheWork, i->t_us);
  return {attempt.step, false};
}

std::optional<Refused> held_back(const Attempt& attempt, engine::core::AttemptTime t_us) {
  if (time_is_up(attempt, t_us)) return std::nullopt;  // nothing can be answered or drawn any more
  const auto waits = waits_for(attempt);
  if (waits == Waits::Line) return Refused::LineFirst;
  if (waits == Waits::Question && !attempt.answers[*question_now(attempt)]) return Refused::AnswerFirst;
  return std::nullopt;
}

std::vector<Leg> legs_of(const lessons::Lesson& lesson) {
  std::vector<Leg> list;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const StepKind kind = lesson.steps[i].kind;
    const bool goes_on = kind == StepKind::Theory && !list.empty() && list.back().kind == kind;
    if (!goes_on) list.push_back({kind, i, i});
    list.back().end = i + 1;
  }
  return list;
}

}  // namespace trainer::runner
