#include "trainer/runner/decide.h"

#include <algorithm>
#include <utility>

#include "trainer/assessment/score_json.h"
#include "trainer/lessons/steps.h"
#include "trainer/runner/way.h"

namespace trainer::runner {

using lessons::StepKind;
using Events = std::vector<AttemptEvent>;

bool time_is_up(const Attempt& attempt, engine::core::AttemptTime t_us) {
  const auto limit_s = attempt.site->lesson().time_limit_s;
  return limit_s && t_us >= engine::core::AttemptTime{std::int64_t{*limit_s} * 1'000'000};
}

namespace {

constexpr std::int32_t kMostDays = 3650;  // ten years of healing at once

tl::unexpected<Refusal> refuse(Refusal refusal) {
  return tl::unexpected<Refusal>(std::move(refusal));
}
tl::unexpected<Refusal> refuse(Refused why) {
  return refuse(Refusal{.why = why});
}

// The step that takes this input: the current one, or the first later one. Nothing when none does.
std::optional<std::int32_t> step_taking(const Attempt& attempt, StepKind kind) {
  const auto& steps = attempt.site->lesson().steps;
  for (auto i = static_cast<std::size_t>(attempt.step); i < steps.size(); ++i)
    if (steps[i].kind == kind) return static_cast<std::int32_t>(i);
  return std::nullopt;
}

// Needling is done dry; pigment is taken up for dots.
void prepare(const Attempt& attempt, engine::core::AttemptTime t_us, StepKind kind, Events& events) {
  if (kind != StepKind::Needling && kind != StepKind::NeedleWork) return;
  engine::skin::Machine machine = attempt.skin.machine;
  machine.dry = kind == StepKind::Needling;
  if (machine != attempt.skin.machine)
    events.emplace_back(engine::sim::Event{engine::sim::MachineChanged{t_us, std::move(machine)}});
}

void enter(const Attempt& attempt, engine::core::AttemptTime t_us, std::int32_t step, Events& events) {
  if (step == attempt.step) return;
  events.emplace_back(StepEntered{t_us, step});
  prepare(attempt, t_us, attempt.site->lesson().steps[static_cast<std::size_t>(step)].kind, events);
}

// The step from here on that a needle is for: with pigment or without.
std::optional<std::int32_t> step_taking_needle(const Attempt& attempt) {
  const auto work = step_taking(attempt, StepKind::NeedleWork),
             dry = step_taking(attempt, StepKind::Needling);
  return work && dry ? std::min(*work, *dry) : work ? work : dry;
}

bool needling(const Attempt& attempt) {
  const auto& steps = attempt.site->lesson().steps;
  const auto i = static_cast<std::size_t>(attempt.step);
  return i < steps.size() && steps[i].kind == StepKind::Needling;
}

struct Decider {
  const Attempt& attempt;
  const engine::core::Digest& lesson_hash;

  Decision operator()(const MoveNeedle& i) const {
    if (!i.sample.contact && !attempt.skin.contact) return Events{};  // hovering leaves no trace
    if (i.sample.t_us < attempt.skin.t_us) return refuse(Refused::TimeRunsBackwards);
    Events events;
    if (i.sample.contact && !attempt.skin.contact) {
      if (time_is_up(attempt, i.sample.t_us)) return refuse(Refused::TimeIsUp);
      if (attempt.site->lesson().device == lessons::Needed::Pen && !i.sample.pressure)
        return refuse(Refused::NeedsPen);
      const auto step = step_taking_needle(attempt);
      if (!step) return refuse(Refused::NoStepForNeedle);
      enter(attempt, i.sample.t_us, *step, events);
    }
    events.emplace_back(engine::sim::Event{engine::sim::NeedleMoved{i.sample}});
    return events;
  }
  Decision operator()(const InterruptContact& i) const {
    if (!attempt.skin.contact) return Events{};
    return Events{engine::sim::Event{engine::sim::ContactInterrupted{i.t_us}}};
  }
  Decision operator()(const NextStep& i) const {
    const auto count = static_cast<std::int32_t>(attempt.site->lesson().steps.size());
    if (attempt.step + 1 >= count) return refuse(Refused::LastStep);
    Events events{StepEntered{i.t_us, attempt.step + 1}};
    const auto& next = attempt.site->lesson().steps[static_cast<std::size_t>(attempt.step) + 1];
    prepare(attempt, i.t_us, next.kind, events);
    if (next.kind == StepKind::Healing)
      events.emplace_back(engine::sim::Event{engine::sim::Healed{i.t_us, next.days}});
    return events;
  }
  Decision operator()(const Undo& i) const {
    if (!attempt.site->lesson().undo_allowed) return refuse(Refused::NoUndo);
    if (needling(attempt)) return refuse(Refused::NoUndoOfNeedling);
    if (attempt.skin.contact) return refuse(Refused::LiftFirst);
    return Events{engine::sim::Event{engine::sim::Undone{i.t_us, i.scope}}};
  }
  Decision operator()(const Redo& i) const {
    if (!attempt.site->lesson().undo_allowed) return refuse(Refused::NoUndo);
    return Events{engine::sim::Event{engine::sim::Redone{i.t_us}}};
  }
  Decision operator()(const ChangeMachine& i) const {
    const auto& lesson = attempt.site->lesson();
    const std::string needle = engine::skin::to_string(i.machine.needle);
    const bool allowed = lesson.needles.empty() ? i.machine.needle == lesson.machine.needle
                                                : std::find(lesson.needles.begin(), lesson.needles.end(),
                                                            needle) != lesson.needles.end();
    if (!allowed) return refuse({.why = Refused::OtherNeedle, .needle = needle});
    engine::skin::Machine machine = i.machine;
    machine.dry = attempt.skin.machine.dry;
    return Events{engine::sim::Event{engine::sim::MachineChanged{i.t_us, std::move(machine)}}};
  }
  Decision operator()(const DrawHairline& i) const {
    const auto step = step_taking(attempt, StepKind::Drawing);
    if (!step) return refuse(Refused::NoStepForDrawing);
    Events events;
    enter(attempt, i.t_us, *step, events);
    events.emplace_back(HairlineDrawn{i.t_us, i.points});
    return events;
  }
  Decision operator()(const Heal& i) const {
    if (i.days < 1 || i.days > kMostDays)
      return refuse({.why = Refused::HealingTakesDays, .most = kMostDays});
    Events events;
    // In a lesson of several visits healing is a step; elsewhere time only passes.
    if (lessons::has_step(attempt.site->lesson(), StepKind::Healing)) {
      const auto& steps = attempt.site->lesson().steps;
      if (steps[static_cast<std::size_t>(attempt.step)].kind == StepKind::Healing)
        return refuse(Refused::HealedAlready);
      const auto step = step_taking(attempt, StepKind::Healing);
      if (!step) return refuse(Refused::NoStepHeals);
      enter(attempt, i.t_us, *step, events);
    }
    events.emplace_back(engine::sim::Event{engine::sim::Healed{i.t_us, i.days}});
    return events;
  }
  // Questions that were passed can be answered until the work is handed in.
  Decision operator()(const AnswerQuestion& i) const {
    const auto& asked = attempt.site->questions();
    if (asked.empty()) return refuse(Refused::NoQuestions);
    if (i.question < 0 || static_cast<std::size_t>(i.question) >= asked.size())
      return refuse({.why = Refused::NoSuchQuestion, .most = asked.size() - 1});
    const std::size_t q = static_cast<std::size_t>(i.question),
                      answers = attempt.site->question(q).question.answers.size();
    if (i.choice < 0 || static_cast<std::size_t>(i.choice) >= answers)
      return refuse({.why = Refused::NoSuchAnswer, .most = answers - 1});
    if (attempt.skin.contact) return refuse(Refused::LiftFirst);
    if (time_is_up(attempt, i.t_us)) return refuse(Refused::TimeIsUp);
    const auto step = static_cast<std::int32_t>(asked[q]);
    for (auto s = attempt.step + 1; s < step; ++s)
      if (attempt.site->lesson().steps[static_cast<std::size_t>(s)].kind == StepKind::Healing)
        return refuse(Refused::HealsBeforeQuestion);
    Events events;
    if (step > attempt.step) enter(attempt, i.t_us, step, events);
    events.emplace_back(Answered{i.t_us, i.question, i.choice});
    return events;
  }
  // The claim is computed on the work as it ends: an open contact closes first.
  Decision operator()(const Finish& i) const {
    Events events;
    Attempt last = attempt;
    if (attempt.skin.contact)
      events.emplace_back(engine::sim::Event{engine::sim::ContactInterrupted{i.t_us}});
    for (const auto& event : events) runner::apply(last, event);
    const auto assessed = assess(last);
    events.emplace_back(Finished{i.t_us, assessed.total.value_or(-1),
                                 assessment::score_digest(*attempt.site, lesson_hash, assessed)});
    return events;
  }
  Decision operator()(const GoOn& i) const { return go(i); }
  Decision operator()(const EndSession& i) const {
    if (onward(attempt) == Onward::Finish) return refuse(Refused::NoSessionFollows);
    return go(i);
  }
  Decision operator()(const HandIn& i) const { return go(i); }

  // Step by step, each decided on what those before it have made of the attempt.
  template <class Onwards>
  [[nodiscard]] Decision go(const Onwards& i) const {
    if (const auto why = held_back(attempt, i.t_us)) return refuse(*why);
    const Goal goal = goal_of(attempt, i);
    Attempt on_the_way = attempt;
    Events events;
    const auto add = [&](const Intent& intent) {
      auto next = std::visit(Decider{on_the_way, lesson_hash}, intent).value();
      for (auto& event : next) {
        runner::apply(on_the_way, event);
        events.push_back(std::move(event));
      }
    };
    add(InterruptContact{i.t_us});
    while (on_the_way.step < goal.step) add(NextStep{i.t_us});
    if (goal.finish) add(Finish{i.t_us});
    return events;
  }
};

}  // namespace

Decision decide(const Attempt& attempt, const Intent& intent, const engine::core::Digest& lesson_hash) {
  if (attempt.finished) return refuse(Refused::Finished);
  return std::visit(Decider{attempt, lesson_hash}, intent);
}

}  // namespace trainer::runner
