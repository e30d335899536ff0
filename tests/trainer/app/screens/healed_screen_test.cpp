// The way to the healed view. The view itself has a second picture and needs a GL context: healed_draw_test
// and render.sh look at it.
#include "trainer/app/screens/healed_screen.h"

#include "tests/trainer/app/work.h"

using namespace rooms;

TEST_CASE("work in zones is shown with its years, above the debrief, and that is announced") {
  Household home;
  const auto sitting = home.sit(plain_lesson());
  const auto next = app::healed_of(*sitting);
  CHECK(is<app::Push>(next).announce == "Letting the years pass\u2026");
  CHECK(is<app::Push>(next).open);
}

TEST_CASE("where nothing was worked there is nothing to heal: it stays") {
  Household home;
  support::LessonBuilder paper("paper");
  paper.with([](lessons::Lesson& l) { l.practical = false; })
      .step(support::question(0))
      .step(support::StepKind::Review)
      .judged(engine::scoring::CriterionId::Theory, 100);
  const auto sitting = home.sit(paper);
  const auto next = app::healed_of(*sitting);
  CHECK(stays(next));
  CHECK(is<app::Stay>(next).said.empty());
}
