#include "trainer/runner/attempt.h"

#include <utility>

namespace trainer::runner {

namespace {

struct Applier {
  Attempt& attempt;

  void operator()(const engine::sim::Event& e) const { engine::sim::apply(attempt.skin, e, attempt.site->canvas()); }
  void operator()(const SittingStarted&) const {}
  void operator()(const StepEntered& e) const { attempt.step = e.step; }
  void operator()(const Answered&) const {}
  void operator()(const HairlineDrawn& e) const { attempt.drawn_hairline = e.points; }
  void operator()(const CueUsed& e) const { attempt.cues_used.push_back(e.cue); }
  void operator()(const Finished& e) const { attempt.finished = e; }
};

}  // namespace

Attempt begin(std::shared_ptr<const assessment::Site> site) {
  Attempt attempt;
  attempt.site = std::move(site);
  attempt.skin.machine = attempt.site->lesson().machine;
  attempt.skin.healing = attempt.site->healing();
  return attempt;
}

void apply(Attempt& attempt, const AttemptEvent& event) { std::visit(Applier{attempt}, event); }

Attempt fold(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events) {
  Attempt attempt = begin(std::move(site));
  for (const auto& event : events) runner::apply(attempt, event);
  return attempt;
}

Attempt fold_to(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events, std::int64_t to_us) {
  Attempt attempt = begin(std::move(site));
  for (const auto& event : events) {
    if (time_us(event) > to_us) break;
    runner::apply(attempt, event);
  }
  return attempt;
}

assessment::Work work_of(const Attempt& attempt) {
  return {.dots = attempt.skin.dots, .drawn_hairline = attempt.drawn_hairline, .contacts_outside = attempt.skin.contacts_outside, .healings = attempt.skin.healings};
}

assessment::Assessment assess(const Attempt& attempt, assessment::Gains gains) { return assessment::assess(*attempt.site, work_of(attempt), gains); }

engine::core::Digest digest(const Attempt& attempt) {
  engine::core::Hasher hasher;
  hasher.add(engine::sim::digest(attempt.skin));
  hasher.add(std::to_string(attempt.step));
  for (const auto& p : attempt.drawn_hairline)
    hasher.add(std::to_string(p.u_um) + "," + std::to_string(p.v_um) + ";");
  hasher.add(attempt.finished ? "finished" : "open");
  return hasher.finish();
}

}  // namespace trainer::runner
