#include "trainer/runner/attempt.h"

#include <algorithm>
#include <utility>

#include "engine/sim/digest.h"

namespace trainer::runner {

namespace {

struct Applier {
  Attempt& attempt;

  void operator()(const engine::sim::Event& e) const {
    engine::sim::apply(attempt.skin, e, attempt.site->canvas());
  }
  void operator()(const SittingStarted&) const {}
  void operator()(const StepEntered& e) const { attempt.step = e.step; }
  // Numbers that name no question come from no lesson of ours and mean nothing.
  void operator()(const Answered& e) const {
    if (e.question < 0 || static_cast<std::size_t>(e.question) >= attempt.answers.size()) return;
    const auto q = static_cast<std::size_t>(e.question);
    attempt.latest_answers[q] = assessment::Answer{e.choice, e.t_us};
    if (!attempt.answers[q]) attempt.answers[q] = attempt.latest_answers[q];
    attempt.skin.t_us = std::max(attempt.skin.t_us, e.t_us);
  }
  void operator()(const HairlineDrawn& e) const { attempt.drawn_hairline = e.points; }
  void operator()(const CueUsed& e) const { attempt.cues_used.push_back(e.cue); }
  void operator()(const Finished& e) const { attempt.finished = e; }
};

}  // namespace

Attempt begin(std::shared_ptr<const assessment::Site> site) {
  Attempt attempt;
  attempt.site = std::move(site);
  attempt.answers.resize(attempt.site->questions().size());
  attempt.latest_answers = attempt.answers;
  const auto& lesson = attempt.site->lesson();
  attempt.skin.machine = lesson.machine;
  // nobody holds it yet
  if (lesson.stretch_by == lessons::StretchBy::Own) attempt.skin.machine.stretch_permille = 0;
  attempt.skin.machine.dry =
      !lesson.steps.empty() && lesson.steps.front().kind == lessons::StepKind::Needling;
  attempt.skin.healing = attempt.site->healing();
  attempt.skin.pigments = lesson.equipment.pigments;
  attempt.skin.needles = lesson.equipment.needles;
  return attempt;
}

void apply(Attempt& attempt, const AttemptEvent& event) {
  std::visit(Applier{attempt}, event);
}

Attempt fold(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events) {
  Attempt attempt = begin(std::move(site));
  for (const auto& event : events) runner::apply(attempt, event);
  return attempt;
}

Attempt fold_to(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events,
                engine::core::AttemptTime to_us) {
  Attempt attempt = begin(std::move(site));
  for (const auto& event : events) {
    if (time_us(event) > to_us) break;
    runner::apply(attempt, event);
  }
  return attempt;
}

std::optional<std::size_t> question_now(const Attempt& attempt) {
  const auto& steps = attempt.site->questions();
  const auto found = std::find(steps.begin(), steps.end(), static_cast<std::size_t>(attempt.step));
  return found == steps.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - steps.begin()));
}

bool questions_open(const Attempt& attempt) {
  return std::any_of(attempt.answers.begin(), attempt.answers.end(),
                     [](const auto& answer) { return !answer.has_value(); });
}

assessment::Work work_of(const Attempt& attempt) {
  return {.dots = attempt.skin.dots,
          .drawn_hairline = attempt.drawn_hairline,
          .contacts_outside = attempt.skin.contacts_outside,
          .healings = attempt.skin.healings,
          .dry_marks = attempt.skin.dry_marks,
          .answers = attempt.answers};
}

assessment::Assessment assess(const Attempt& attempt, assessment::Gains gains) {
  return assessment::assess(*attempt.site, work_of(attempt), gains);
}

engine::core::Digest digest(const Attempt& attempt) {
  engine::core::Hasher hasher;
  hasher.add(engine::sim::digest(attempt.skin));
  hasher.add(std::to_string(attempt.step));
  for (const auto& p : attempt.drawn_hairline)
    hasher.add(std::to_string(p.u_um) + "," + std::to_string(p.v_um) + ";");
  for (const auto* list : {&attempt.answers, &attempt.latest_answers})
    for (const auto& answer : *list)
      hasher.add(answer ? std::to_string(answer->choice) + "@" + std::to_string(answer->t_us.us) + ";"
                        : "?;");
  hasher.add(attempt.finished ? "finished" : "open");
  return hasher.finish();
}

}  // namespace trainer::runner
