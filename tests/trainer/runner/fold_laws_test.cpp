// What an intent leads to, refusal by refusal; and laws of the fold that hold for every way through a lesson.
#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "tests/support/lessons.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/decide.h"
#include "trainer/runner/feedback.h"
#include "trainer/runner/progress.h"
#include "trainer/runner/samples.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::runner;
using engine::core::draw_below;
using engine::core::draw_unit;
using lessons::StepKind;

namespace {

std::shared_ptr<const assessment::Site> site(const lessons::Lesson& lesson) {
  return assessment::Site::make(lesson).value();
}
// Everything a lesson can ask for, one after the other.
lessons::Lesson everything() {
  return support::field()
      .step(StepKind::Brief)
      .step(support::question(0))
      .step(StepKind::Drawing)
      .step(StepKind::Needling)
      .step({.kind = StepKind::Healing, .title = "Heal", .days = 30})
      .step({.kind = StepKind::NeedleWork, .title = "Place", .share = 0.5})
      .step({.kind = StepKind::Healing, .title = "Heal", .days = 60})
      .step(StepKind::NeedleWork)
      .step(StepKind::Review)
      .lesson();
}
lessons::Lesson plain() {
  return support::field().step(StepKind::NeedleWork).lesson();
}

MoveNeedle needle(std::int64_t t_us, double x, double y, bool contact,
                  std::optional<std::uint16_t> pressure = {}) {
  return {{.t_us = AttemptTime{t_us},
           .at = engine::scalp::canvas_point_from_mm({x, y}),
           .pressure = pressure,
           .tilt = {},
           .contact = contact}};
}

// An attempt with its log.
struct Run {
  Attempt attempt;
  std::vector<AttemptEvent> log;
  explicit Run(const lessons::Lesson& lesson) : attempt(begin(site(lesson))) {}

  bool act(const Intent& intent) {
    const auto events = decide(attempt, intent, {});
    if (!events) return false;
    for (const auto& event : *events) {
      runner::apply(attempt, event);
      log.push_back(event);
    }
    return true;
  }
  bool refuses(const Intent& intent) {
    const auto before = digest(attempt);
    const auto events = decide(attempt, intent, {});
    CHECK(digest(attempt) == before);
    if (!events) CHECK(events.error().why <= Refused::Finished);
    return !events.has_value();
  }
  void tap(std::int64_t t_us, double x, double y) {
    CHECK(act(needle(t_us, x, y, true)));
    CHECK(act(needle(t_us + 150'000, x, y, false)));
  }
};

// Drawn intents, sensible and not.
Intent drawn(engine::core::Seed seed, std::uint64_t i, std::int64_t t) {
  const auto x = 10 + 40 * draw_unit(seed, "x", i), y = 10 + 40 * draw_unit(seed, "y", i);
  switch (draw_below(seed, "what", i, 14)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return needle(t, x, y, true);
    case 4:
    case 5:
    case 6:
      return needle(t, x, y, false);
    case 7:
      return InterruptContact{AttemptTime{t}};
    case 8:
      return NextStep{AttemptTime{t}};
    case 9:
      return Undo{AttemptTime{t}, draw_unit(seed, "scope", i) < 0.5 ? engine::sim::UndoScope::Dot
                                                                    : engine::sim::UndoScope::Lift};
    case 10:
      return Redo{AttemptTime{t}};
    case 11:
      return DrawHairline{AttemptTime{t}, {{10'000, 40'000}, {50'000, 40'000}}};
    case 12:
      return AnswerQuestion{AttemptTime{t}, static_cast<std::int32_t>(draw_below(seed, "q", i, 3)), 1};
    default:
      return ChangeMachine{AttemptTime{t}, {}};
  }
}

}  // namespace

// ---- laws

TEST_CASE("whatever is done, the log folded from the start is the attempt") {
  for (engine::core::Seed seed = 1; seed <= 12; ++seed) {
    Run run(everything());
    std::int64_t t = 0;
    for (std::uint64_t i = 0; i < 300; ++i) {
      t += static_cast<std::int64_t>(draw_below(seed, "wait", i, 400'000));
      run.act(drawn(seed, i, t));
    }
    const Attempt again = fold(run.attempt.site, run.log);
    CHECK(digest(again) == digest(run.attempt));
    CHECK(again.step == run.attempt.step);
    CHECK(again.skin.dots == run.attempt.skin.dots);
  }
}

TEST_CASE("folded to the time of each event, the attempt is what it was then") {
  Run run(plain());
  std::vector<std::pair<std::int64_t, engine::core::Digest>> then;
  for (int i = 0; i < 30; ++i) {
    run.tap(1'000'000 * i, 16 + 0.9 * i, 20);
    then.emplace_back(1'000'000 * i + 150'000, digest(run.attempt));
    if (i % 7 == 3) {
      CHECK(run.act(Undo{AttemptTime{1'000'000 * i + 200'000}}));
      then.emplace_back(1'000'000 * i + 200'000, digest(run.attempt));
    }
  }
  for (const auto& [t, wanted] : then)
    CHECK(digest(fold_to(run.attempt.site, run.log, AttemptTime{t})) == wanted);
  CHECK(fold_to(run.attempt.site, run.log, AttemptTime{-1}).skin.dots.empty());
}

TEST_CASE("a decision changes nothing and is the same twice") {
  for (engine::core::Seed seed = 1; seed <= 4; ++seed) {
    Run run(everything());
    std::int64_t t = 0;
    for (std::uint64_t i = 0; i < 120; ++i) {
      t += 100'000;
      const Intent intent = drawn(seed, i, t);
      const auto before = digest(run.attempt);
      const auto once = decide(run.attempt, intent, {}), twice = decide(run.attempt, intent, {});
      CHECK(digest(run.attempt) == before);
      REQUIRE(once.has_value() == twice.has_value());
      if (once) CHECK(*once == *twice);
      run.act(intent);
    }
  }
}

TEST_CASE("times in a log never fall, and steps never go back") {
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    Run run(everything());
    std::int64_t t = 0;
    for (std::uint64_t i = 0; i < 200; ++i) run.act(drawn(seed, i, t += 50'000));
    AttemptTime last;
    std::int32_t step = 0;
    for (const auto& event : run.log) {
      CHECK(time_us(event) >= last);
      last = time_us(event);
      if (const auto* entered = std::get_if<StepEntered>(&event)) {
        CHECK(entered->step > step);
        step = entered->step;
      }
    }
  }
}

TEST_CASE("undo and redo come back to the same work, however often") {
  Run run(plain());
  for (int i = 0; i < 8; ++i) run.tap(1'000'000 * i, 16 + 2.0 * i, 20);
  const auto dots = run.attempt.skin.dots;
  std::int64_t t = 10'000'000;
  for (int times = 1; times <= 8; ++times) {
    for (int i = 0; i < times; ++i) CHECK(run.act(Undo{AttemptTime{t += 1'000}}));
    int left = 0;
    for (const auto& d : run.attempt.skin.dots) left += d.withdrawn ? 0 : 1;
    CHECK(left == 8 - times);
    for (int i = 0; i < times; ++i) CHECK(run.act(Redo{AttemptTime{t += 1'000}}));
    CHECK(run.attempt.skin.dots == dots);
  }
}

TEST_CASE("a new dot forgets what could have been done again") {
  Run run(plain());
  for (int i = 0; i < 3; ++i) run.tap(1'000'000 * i, 16 + 2.0 * i, 20);
  run.act(Undo{AttemptTime{4'000'000}});
  CHECK_FALSE(run.attempt.skin.undone.empty());
  run.tap(5'000'000, 30, 30);
  CHECK(run.attempt.skin.undone.empty());
  const auto before = run.attempt.skin.dots;
  run.act(Redo{AttemptTime{6'000'000}});
  CHECK(run.attempt.skin.dots == before);
}

TEST_CASE("hovering leaves no trace") {
  Run run(plain());
  for (int i = 0; i < 50; ++i) CHECK(run.act(needle(10'000 * i, 20 + 0.1 * i, 20, false)));
  CHECK(run.log.empty());
}

// ---- refusals

TEST_CASE("time that runs backwards, an unknown needle, a step after the last: refused in words") {
  Run run(plain());
  run.tap(1'000'000, 20, 20);
  CHECK(run.refuses(needle(500'000, 20, 20, true)));
  CHECK(run.refuses(NextStep{AttemptTime{2'000'000}}));
  engine::skin::Machine machine;
  machine.needle = {5, 300};
  CHECK(run.refuses(ChangeMachine{AttemptTime{2'000'000}, machine}));
  CHECK(run.refuses(DrawHairline{AttemptTime{2'000'000}, {{0, 0}, {1, 1}}}));
  CHECK(run.refuses(AnswerQuestion{AttemptTime{2'000'000}, 0, 0}));
  CHECK(run.refuses(Heal{AttemptTime{2'000'000}, 0}));
  CHECK(run.refuses(Heal{AttemptTime{2'000'000}, 4'000}));
}

TEST_CASE("with several needles allowed each is, and no other") {
  auto lesson = plain();
  lesson.needles = {"1RL-0.25", "3RL-0.30"};
  Run run(lesson);
  engine::skin::Machine machine;
  for (const auto& [needle, taken] : {std::pair{engine::skin::Needle{3, 300}, true},
                                      {engine::skin::Needle{1, 250}, true},
                                      {engine::skin::Needle{1, 300}, false}}) {
    machine.needle = needle;
    CHECK(run.refuses(ChangeMachine{AttemptTime{0}, machine}) == !taken);
  }
}

TEST_CASE(
    "skin does not undo where the lesson says so, nor while the needle is in it, nor what was needled") {
  auto lesson = plain();
  lesson.undo_allowed = false;
  Run strict(lesson);
  strict.tap(1'000'000, 20, 20);
  CHECK(strict.refuses(Undo{AttemptTime{2'000'000}}));
  CHECK(strict.refuses(Redo{AttemptTime{2'000'000}}));
  Run open(plain());
  open.tap(1'000'000, 20, 20);
  CHECK(open.act(needle(2'000'000, 22, 22, true)));
  CHECK(open.refuses(Undo{AttemptTime{2'010'000}}));
  Run dry(
      support::field().step(StepKind::Needling).step(StepKind::Healing).step(StepKind::NeedleWork).lesson());
  dry.tap(1'000'000, 20, 20);
  CHECK(dry.refuses(Undo{AttemptTime{2'000'000}}));
}

TEST_CASE("where a pen is needed a mouse sets no dot, and a pen does") {
  auto lesson = plain();
  lesson.device = lessons::Needed::Pen;
  Run run(lesson);
  CHECK(run.refuses(needle(1'000'000, 20, 20, true)));
  CHECK_FALSE(run.refuses(needle(1'000'000, 20, 20, true, std::uint16_t{4'000})));
}

TEST_CASE("when the time is up no contact begins, and one in progress ends") {
  auto lesson = plain();
  lesson.time_limit_s = 60;
  Run run(lesson);
  CHECK(run.act(needle(59'900'000, 20, 20, true)));
  CHECK(run.act(needle(60'100'000, 20, 20, false)));
  CHECK(run.refuses(needle(60'200'000, 22, 22, true)));
  CHECK_FALSE(time_is_up(run.attempt, AttemptTime{59'999'999}));
  CHECK(time_is_up(run.attempt, AttemptTime{60'000'000}));
  CHECK(run.attempt.skin.dots.size() == 1);
}

TEST_CASE("after Finish nothing more is taken, and its claim is what the score gives") {
  Run run(plain());
  for (int i = 0; i < 20; ++i) run.tap(1'000'000 * i, 16 + i, 20);
  CHECK(run.act(Finish{AttemptTime{30'000'000}}));
  REQUIRE(run.attempt.finished.has_value());
  CHECK(run.attempt.finished->total_hundredths == assess(run.attempt).total.value_or(-1));
  for (const Intent& intent :
       {Intent{needle(31'000'000, 20, 20, true)}, Intent{NextStep{AttemptTime{31'000'000}}},
        Intent{Undo{AttemptTime{31'000'000}}}, Intent{Finish{AttemptTime{31'000'000}}}})
    CHECK(run.refuses(intent));
}

TEST_CASE("Finish closes a contact that is open") {
  Run run(plain());
  CHECK(run.act(needle(1'000'000, 20, 20, true)));
  CHECK(run.act(Finish{AttemptTime{1'200'000}}));
  CHECK_FALSE(run.attempt.skin.contact.has_value());
  CHECK(run.attempt.skin.dots.size() == 1);
  CHECK(run.attempt.skin.dots[0].closed_us == AttemptTime{1'200'000});
}

// ---- steps

TEST_CASE("the needle goes on to the first step that takes one, past what asks for nothing") {
  Run run(support::field().step(StepKind::Brief).step(StepKind::Brief).step(StepKind::NeedleWork).lesson());
  run.tap(1'000'000, 20, 20);
  CHECK(run.attempt.step == 2);
}

TEST_CASE("a dry needle takes up no pigment until the dots, and heals as long as its step says") {
  Run run(everything());
  CHECK(run.act(DrawHairline{AttemptTime{500'000}, {{10'000, 40'000}, {50'000, 40'000}}}));
  CHECK(run.attempt.step == 2);
  run.tap(1'000'000, 20, 20);
  CHECK(run.attempt.step == 3);
  CHECK(run.attempt.skin.machine.dry);
  CHECK(run.attempt.skin.dots.empty());
  CHECK(run.act(NextStep{AttemptTime{2'000'000}}));
  CHECK(run.attempt.skin.healings == std::vector<std::int32_t>{30});
  CHECK(run.attempt.skin.treatment_session == 2);
  run.tap(3'000'000, 20, 20);
  CHECK_FALSE(run.attempt.skin.machine.dry);
  REQUIRE(run.attempt.skin.dots.size() == 1);
  CHECK(run.attempt.skin.dots[0].treatment_session == 2);
}

TEST_CASE("progress counts what lies in the field of this session, beside it, and what is left of the last") {
  Run run(support::field().sessions({0.5, 1.0}).lesson());
  for (int i = 0; i < 10; ++i) run.tap(1'000'000 * i, 16 + 2.0 * i, 20);
  run.tap(20'000'000, 5, 5);
  auto p = progress(run.attempt);
  CHECK(p.placed == 10);
  CHECK(p.outside == 1);
  CHECK(p.asked == 180);
  CHECK(p.session == 0);
  CHECK_FALSE(p.nearly_done);
  CHECK(session_share(run.attempt) == doctest::Approx(0.5));
  CHECK(run.act(NextStep{AttemptTime{30'000'000}}));
  run.tap(40'000'000, 20, 30);
  p = progress(run.attempt);
  CHECK(p.session == 1);
  CHECK(p.asked == 360);
  CHECK(p.placed == p.kept + 1);
  CHECK(p.kept <= 10);
}

TEST_CASE("nine dots in ten are nearly done, one less is not") {
  Run run(
      support::LessonBuilder().target(support::square("f", 20, 30), 100).step(StepKind::NeedleWork).lesson());
  std::int64_t t = 0;
  for (int i = 0; i < 90; ++i) {
    CHECK_FALSE(progress(run.attempt).nearly_done);
    run.tap(t += 1'000'000, 20.5 + i % 10, 20.5 + i / 10);  // NOLINT: whole rows are meant
  }
  CHECK(progress(run.attempt).nearly_done);
}

TEST_CASE("of a dot is said how near the next is, and whether it lies where it should") {
  Run run(support::field().no_go(support::square("mole", 20, 23)).step(StepKind::NeedleWork).lesson());
  CHECK_FALSE(last_dot_feedback(run.attempt).has_value());
  run.tap(1'000'000, 30, 30);
  auto f = last_dot_feedback(run.attempt);
  REQUIRE(f.has_value());
  CHECK(f->on_target);
  CHECK_FALSE(f->nearest.has_value());
  run.tap(2'000'000, 30.5, 30);
  f = last_dot_feedback(run.attempt);
  CHECK(f->nearest->value == doctest::Approx(0.5));
  CHECK(f->doublet);  // nearer than half of 1.58 mm
  run.tap(3'000'000, 32.2, 30);
  f = last_dot_feedback(run.attempt);
  CHECK(f->nearest->value == doctest::Approx(1.7));
  CHECK_FALSE(f->doublet);
  CHECK_FALSE(f->crowded);
  CHECK_FALSE(f->far);
  run.tap(4'000'000, 40, 40);
  CHECK(last_dot_feedback(run.attempt)->far);
  run.tap(5'000'000, 5, 5);
  CHECK_FALSE(last_dot_feedback(run.attempt)->on_target);
  run.tap(6'000'000, 21, 21);
  CHECK(last_dot_feedback(run.attempt)->forbidden);
  run.act(Undo{AttemptTime{7'000'000}});
  CHECK(last_dot_feedback(run.attempt)->number == 4);
}
