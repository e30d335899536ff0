// What an intent leads to, and what is refused with which words. `decide` changes nothing: `Person::refused`
// looks that the attempt is as before.
#include <algorithm>

#include "engine/core/moment.h"
#include "tests/trainer/runner/person.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer;
using namespace trainer::runner;
using runner_test::Person;
using runner_test::StepKind;

namespace {

support::LessonBuilder plain() {
  support::LessonBuilder lesson("plain");
  lesson.target(support::square("field", 20, 30), 40.0)
      .step(StepKind::Brief)
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  return lesson;
}

support::LessonBuilder visits() {
  support::LessonBuilder lesson("visits");
  lesson.target(support::square("field", 20, 30), 40.0).step(StepKind::Brief).sessions({0.5, 1.0}, 12);
  return lesson;
}

engine::sim::NeedleSample sample(AttemptTime t_us, bool contact) {
  return {.t_us = t_us, .at = {25'000, 25'000}, .pressure = {}, .tilt = {}, .contact = contact};
}

// Of the skin's events.
template <class Event>
std::ptrdiff_t count(const std::vector<AttemptEvent>& events) {
  return std::count_if(events.begin(), events.end(), [](const AttemptEvent& e) {
    const auto* of_skin = std::get_if<engine::sim::Event>(&e);
    return of_skin != nullptr && std::holds_alternative<Event>(*of_skin);
  });
}

}  // namespace

TEST_CASE("a needle that hovers leaves no trace, and a press in the brief goes on to the work") {
  Person p(plain());
  p.act(MoveNeedle{sample(AttemptTime{10}, false)});
  CHECK(p.events.empty());
  p.act(MoveNeedle{sample(AttemptTime{20}, true)});
  CHECK(p.kind() == StepKind::NeedleWork);
  CHECK(p.attempt.skin.contact);
  CHECK(p.events.size() == 2);  // the step is entered, the needle moves
}

TEST_CASE("time that runs backwards is refused, in a contact and between two") {
  Person p(plain());
  p.tap(25, 25);
  CHECK(p.refused(MoveNeedle{sample(AttemptTime{1}, true)}) == Refusal{Refused::TimeRunsBackwards});
  p.act(MoveNeedle{sample(p.t + Span{10}, true)});
  CHECK(p.refused(MoveNeedle{sample(p.t + Span{5}, false)}) == Refusal{Refused::TimeRunsBackwards});
}

TEST_CASE("a needle needs a step that takes it") {
  support::LessonBuilder reading("reading");
  reading.step(StepKind::Brief);
  CHECK(Person(reading).refused(MoveNeedle{sample(AttemptTime{0}, true)}) ==
        Refusal{Refused::NoStepForNeedle});
  Person done(plain());
  done.act(NextStep{AttemptTime{0}});
  done.act(NextStep{AttemptTime{0}});
  CHECK(done.kind() == StepKind::Review);
  CHECK(done.refused(MoveNeedle{sample(AttemptTime{0}, true)}) == Refusal{Refused::NoStepForNeedle});
}

TEST_CASE("a contact that is interrupted ends; without one nothing happens") {
  Person p(plain());
  p.act(InterruptContact{AttemptTime{5}});
  CHECK(p.events.empty());
  p.act(MoveNeedle{sample(AttemptTime{10}, true)});
  p.act(InterruptContact{AttemptTime{150'010}});
  CHECK_FALSE(p.attempt.skin.contact);
  CHECK(p.attempt.skin.dots.size() == 1);
}

TEST_CASE("behind the last step there is none") {
  Person p(plain());
  p.act(NextStep{AttemptTime{0}});
  p.act(NextStep{AttemptTime{0}});
  CHECK(p.refused(NextStep{AttemptTime{0}}) == Refusal{Refused::LastStep});
}

TEST_CASE("entering a healing step heals, for as long as the step says") {
  Person p(visits());
  p.act(NextStep{AttemptTime{0}});
  p.act(NextStep{AttemptTime{0}});
  CHECK(p.kind() == StepKind::Healing);
  CHECK(p.attempt.skin.healings == std::vector<std::int32_t>{12});
  CHECK(p.attempt.skin.treatment_session == 2);
}

TEST_CASE("needling is done dry, and pigment is taken up for dots, each said once") {
  support::LessonBuilder lesson("needled");
  lesson.target(support::square("scar", 20, 30), 40.0)
      .tissue(engine::scalp::TissueKind::FlatScar, "scar")
      .step(StepKind::Brief)
      .step(StepKind::Needling)
      .step(StepKind::Healing)
      .step(StepKind::NeedleWork);
  Person p(lesson);
  CHECK_FALSE(p.attempt.skin.machine.dry);
  p.act(NextStep{AttemptTime{0}});
  CHECK(p.attempt.skin.machine.dry);
  CHECK(p.refused(Undo{AttemptTime{0}}) == Refusal{Refused::NoUndoOfNeedling});
  p.act(NextStep{AttemptTime{0}});
  CHECK(p.attempt.skin.machine.dry);  // nothing is taken up to heal
  p.act(NextStep{AttemptTime{0}});
  CHECK_FALSE(p.attempt.skin.machine.dry);
  CHECK(count<engine::sim::MachineChanged>(p.events) == 2);
}

TEST_CASE("undo is the lesson's to allow, and waits for the needle to be lifted") {
  Person strict(plain().with([](lessons::Lesson& l) { l.undo_allowed = false; }));
  strict.tap(25, 25);
  CHECK(strict.refused(Undo{strict.t}) == Refusal{Refused::NoUndo});
  CHECK(strict.refused(Redo{strict.t}) == Refusal{Refused::NoUndo});
  Person p(plain());
  p.tap(25, 25);
  p.t += Span{500'000};
  p.move(26, 26, true);
  CHECK(p.refused(Undo{p.t}) == Refusal{Refused::LiftFirst});
  p.t += Span{150'000};
  p.move(26, 26, false);
  p.act(Undo{p.t});
  CHECK(p.attempt.skin.dots.back().withdrawn);
  p.act(Redo{p.t});
  CHECK_FALSE(p.attempt.skin.dots.back().withdrawn);
}

TEST_CASE("a needle that the lesson does not have is refused by its name, whatever else is changed") {
  Person only(plain());
  auto machine = only.attempt.skin.machine;
  machine.needle = engine::skin::parse_needle("3RL-0.30").value();
  CHECK(only.refused(ChangeMachine{AttemptTime{0}, machine}) ==
        Refusal{.why = Refused::OtherNeedle, .needle = "3RL-0.30"});
  Person some(plain().with([](lessons::Lesson& l) { l.needles = {"1RL-0.25", "3RL-0.30"}; }));
  some.act(ChangeMachine{AttemptTime{0}, machine});
  CHECK(some.attempt.skin.machine.needle == machine.needle);
  machine.needle = engine::skin::parse_needle("5RL-0.30").value();
  CHECK(some.refused(ChangeMachine{AttemptTime{0}, machine}).has_value());
}

TEST_CASE("nobody takes up pigment, or puts it away, by changing the machine") {
  Person p(plain());
  auto machine = p.attempt.skin.machine;
  machine.dry = true;
  machine.set_um = 1500;
  p.act(ChangeMachine{AttemptTime{0}, machine});
  CHECK_FALSE(p.attempt.skin.machine.dry);
  CHECK(p.attempt.skin.machine.set_um == 1500);
}

TEST_CASE("a drawing enters its step, and needs one") {
  CHECK(Person(plain()).refused(DrawHairline{AttemptTime{0}, {}}) == Refusal{Refused::NoStepForDrawing});
  support::LessonBuilder lesson("line");
  lesson.target(support::square("field", 20, 30), 40.0)
      .hairline({{20, 20}, {30, 20}})
      .step(StepKind::Brief)
      .step(StepKind::Drawing)
      .step(StepKind::NeedleWork);
  Person p(lesson);
  p.draw();
  CHECK(p.kind() == StepKind::Drawing);
  CHECK(p.attempt.drawn_hairline.size() == 2);
  p.tap(25, 25);
  CHECK(p.refused(DrawHairline{p.t, {}}) == Refusal{Refused::NoStepForDrawing});
}

TEST_CASE("healing takes days, has its step, and comes once") {
  for (const std::int32_t days : {0, -3, 3651})
    CHECK(Person(plain()).refused(Heal{AttemptTime{0}, days}) ==
          Refusal{.why = Refused::HealingTakesDays, .most = 3650});
  Person free(plain());
  free.act(Heal{AttemptTime{0}, 3650});  // no step for it: time only passes
  CHECK(free.kind() == StepKind::Brief);
  CHECK(free.attempt.skin.healings == std::vector<std::int32_t>{3650});
  Person p(visits());
  p.act(NextStep{AttemptTime{0}});
  p.act(Heal{AttemptTime{0}, 20});
  CHECK(p.kind() == StepKind::Healing);
  CHECK(p.refused(Heal{AttemptTime{0}, 20}) == Refusal{Refused::HealedAlready});
  p.act(NextStep{AttemptTime{0}});
  CHECK(p.refused(Heal{AttemptTime{0}, 20}) == Refusal{Refused::NoStepHeals});
}

TEST_CASE("where nothing is asked nothing can be answered, and no answer comes with the needle down") {
  CHECK(Person(plain()).refused(AnswerQuestion{AttemptTime{0}, 0, 0}) == Refusal{Refused::NoQuestions});
  Person p(plain().step(support::question(1)));
  p.act(MoveNeedle{sample(AttemptTime{0}, true)});
  CHECK(p.refused(AnswerQuestion{AttemptTime{10}, 0, 0}) == Refusal{Refused::LiftFirst});
}

TEST_CASE("the work is handed in with its claim, the open contact closed before it") {
  Person p(plain());
  p.taps(30);
  p.t += Span{500'000};
  p.move(29, 29, true);
  p.act(Finish{p.t + Span{150'000}});
  CHECK(count<engine::sim::ContactInterrupted>(p.events) == 1);
  REQUIRE(p.attempt.finished);
  CHECK(p.attempt.skin.dots.size() == 31);
  CHECK(p.attempt.finished->total_hundredths == assess(p.attempt).total.value_or(-1));
  CHECK(p.attempt.finished->digest.size() == 64);
  Person none(plain());
  none.act(Finish{AttemptTime{0}});
  CHECK(none.attempt.finished->total_hundredths == -1);
}

TEST_CASE("nothing at all is taken once it is handed in") {
  Person p(visits().step(support::question(0)));
  p.act(Finish{AttemptTime{0}});
  for (const Intent& intent :
       {Intent{MoveNeedle{sample(AttemptTime{1}, true)}}, Intent{InterruptContact{AttemptTime{1}}},
        Intent{NextStep{AttemptTime{1}}}, Intent{Undo{AttemptTime{1}}}, Intent{Redo{AttemptTime{1}}},
        Intent{ChangeMachine{AttemptTime{1}, p.attempt.skin.machine}},
        Intent{DrawHairline{AttemptTime{1}, {}}}, Intent{Heal{AttemptTime{1}, 5}},
        Intent{AnswerQuestion{AttemptTime{1}, 0, 0}}, Intent{Finish{AttemptTime{1}}},
        Intent{GoOn{AttemptTime{1}}}, Intent{EndSession{AttemptTime{1}}}, Intent{HandIn{AttemptTime{1}}}})
    CHECK(p.refused(intent) == Refusal{Refused::Finished});
}

TEST_CASE("at the end of the time no contact begins, one in progress ends as it will") {
  Person p(plain().with([](lessons::Lesson& l) { l.time_limit_s = 2; }));
  CHECK_FALSE(time_is_up(p.attempt, AttemptTime{1'999'999}));
  CHECK(time_is_up(p.attempt, AttemptTime{2'000'000}));
  CHECK_FALSE(time_is_up(Person(plain()).attempt, AttemptTime{std::int64_t{1} << 50}));
  p.act(MoveNeedle{sample(AttemptTime{1'900'000}, true)});
  p.act(MoveNeedle{sample(AttemptTime{2'100'000}, false)});
  CHECK(p.attempt.skin.dots.size() == 1);
  CHECK(p.refused(MoveNeedle{sample(AttemptTime{2'200'000}, true)}) == Refusal{Refused::TimeIsUp});
}

TEST_CASE("what is decided, folded from the beginning, is what was done") {
  Person p(visits());
  p.taps(12);
  p.act(Undo{p.t});
  p.act(EndSession{p.t});
  p.taps(12, 1.4);
  p.act(HandIn{p.t});
  REQUIRE(p.attempt.finished);
  CHECK(digest(fold(p.attempt.site, p.events)) == digest(p.attempt));
  // At every moment, too.
  for (std::size_t i = 0; i < p.events.size(); i += 7) {
    const AttemptTime t = time_us(p.events[i]);
    Attempt until = begin(p.attempt.site);
    for (const auto& event : p.events)
      if (time_us(event) <= t) runner::apply(until, event);
    CHECK(digest(fold_to(p.attempt.site, p.events, t)) == digest(until));
  }
}
