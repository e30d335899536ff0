#include "trainer/app/depth_now.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace rooms;

namespace {

runner::Attempt begun(double skin_mm) {
  support::LessonBuilder lesson("depth");
  lesson.pad(60, 60, skin_mm)
      .target(support::square("square", 25, 35), 20.0)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  return runner::begin(*trainer::assessment::Site::make(package(lesson).lesson));
}

void move(runner::Attempt& attempt, AttemptTime t_us, CanvasPoint at, std::optional<std::uint16_t> pressure,
          bool contact = true) {
  runner::apply(attempt,
                engine::sim::Event{engine::sim::NeedleMoved{
                    {.t_us = t_us, .at = at, .pressure = pressure, .tilt = {}, .contact = contact}}});
}

}  // namespace

TEST_CASE("without a contact there is no depth") {
  auto attempt = begun(1.18);
  CHECK_FALSE(app::depth_now(attempt, Span{100'000}));
  move(attempt, AttemptTime{0}, {30'000, 30'000}, {});
  move(attempt, AttemptTime{100'000}, {30'000, 30'000}, {}, false);
  CHECK_FALSE(app::depth_now(attempt, Span{100'000}));
}

TEST_CASE(
    "without pressure it deepens with the time, is simulated, and comes no deeper than the needle reaches") {
  auto attempt = begun(1.18);
  move(attempt, AttemptTime{0}, {30'000, 30'000}, {});
  double last = -1.0;
  for (const std::int64_t dwell : {20'000, 60'000, 150'000, 260'000, 400'000}) {
    const auto now = app::depth_now(attempt, Span{dwell});
    REQUIRE(now);
    CHECK(now->simulated);
    CHECK(now->thickness.value == doctest::Approx(1.18));
    CHECK(now->delta > last);
    last = now->delta;
  }
  CHECK(app::depth_now(attempt, Span{150'000})->delta == doctest::Approx(0.55).epsilon(0.05));
  const double reach = engine::skin::reach_um(attempt.skin.machine) / 1000.0 / 1.18;
  CHECK(app::depth_now(attempt, 60 * kSecond)->delta <= reach);
}

TEST_CASE("the thickness is that of the skin under the needle") {
  auto thick = begun(1.48);
  move(thick, AttemptTime{0}, {30'000, 30'000}, {});
  CHECK(app::depth_now(thick, Span{100'000})->thickness.value == doctest::Approx(1.48));
}

TEST_CASE("with pressure it is that of the dot being made, and measured") {
  auto attempt = begun(1.18);
  move(attempt, AttemptTime{0}, {30'000, 30'000}, 4000);
  move(attempt, AttemptTime{100'000}, {30'000, 30'000}, 4000);
  const auto now = app::depth_now(attempt, Span{0});
  REQUIRE(now);
  CHECK_FALSE(now->simulated);
  CHECK(now->delta == doctest::Approx(engine::skin::delta(attempt.skin.dots.back())));
}

TEST_CASE("more pressure goes deeper, and the offset of the hand counts only without it") {
  auto light = begun(1.18), firm = begun(1.18);
  move(light, AttemptTime{0}, {30'000, 30'000}, 2000);
  move(firm, AttemptTime{0}, {30'000, 30'000}, 6000);
  CHECK(app::depth_now(firm, Span{0})->delta > app::depth_now(light, Span{0})->delta);
  auto shifted = begun(1.18), plain = begun(1.18);
  shifted.skin.calibration.depth_offset_permille = 100;
  move(shifted, AttemptTime{0}, {30'000, 30'000}, {});
  move(plain, AttemptTime{0}, {30'000, 30'000}, {});
  CHECK(app::depth_now(shifted, Span{150'000})->delta ==
        doctest::Approx(app::depth_now(plain, Span{150'000})->delta + 0.1).epsilon(0.01));
}

TEST_CASE("a press beside the pad is that of healthy skin") {
  auto attempt = begun(1.48);
  move(attempt, AttemptTime{0}, {-5'000, 30'000}, {});
  const auto now = app::depth_now(attempt, Span{150'000});
  REQUIRE(now);
  CHECK(now->thickness.value == doctest::Approx(1.18));
  CHECK(now->simulated);
}
