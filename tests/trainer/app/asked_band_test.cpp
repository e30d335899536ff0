// The band of right depths is one: what gauge, arc, ticks and feedback say of a place is what the score asks
// there, in every lesson that the program ships and at every place of its skin.
#include <doctest/doctest.h>

#include <filesystem>

#include "engine/sim/press.h"
#include "tests/support/here.h"
#include "trainer/app/depth_now.h"
#include "trainer/assessment/fields.h"
#include "trainer/canvas/press_band.h"
#include "trainer/lessons/package.h"
#include "trainer/runner/feedback.h"
#include "trainer/ui/work/gauges.h"

using engine::core::AttemptTime;
using engine::core::Span;
using engine::scalp::CanvasPoint;
using engine::skin::Band;
using engine::skin::delta;
using engine::skin::kThroughSkin;

using namespace trainer;

namespace {

constexpr Span kPress{150'000};

std::shared_ptr<const assessment::Site> site_of(const std::string& id) {
  const auto loaded = lessons::load_package(support::source_dir() + "/lessons/" + id);
  REQUIRE(loaded.package);
  return assessment::Site::make(loaded.package->lesson).value();
}

// Some places of a target, of which no earlier target has them.
std::vector<CanvasPoint> places_of(const assessment::Site& site, std::size_t target) {
  const auto& t = site.targets()[target];
  const auto box = t.region.box();
  std::vector<CanvasPoint> places;
  for (int i = 1; i < 6; ++i)
    for (int k = 1; k < 6; ++k) {
      const auto at =
          t.plane.address(box.low + (box.high - box.low) * engine::geometry::Vec2{i / 6.0, k / 6.0});
      if (at && site.target_at(*at) == target && !site.forbidden_at(*at)) places.push_back(*at);
    }
  return places;
}

void move(runner::Attempt& attempt, AttemptTime t_us, CanvasPoint at, bool contact) {
  runner::apply(attempt,
                engine::sim::Event{engine::sim::NeedleMoved{{.t_us = t_us, .at = at, .contact = contact}}});
}

Band of_gauge(const ui::DepthView& view) {
  const double thickness = view.over.value * 1000.0 / kThroughSkin;
  return {view.low.value / thickness, view.high.value / thickness};
}

void check(const Band& told, const Band& asked) {
  CHECK(told.low == doctest::Approx(asked.low));
  CHECK(told.high == doctest::Approx(asked.high));
}

// The press is in the band from the first of these times until before the second.
void check_arc(const runner::Attempt& attempt, const Band& asked) {
  const auto after = [&](Span held) { return delta(*engine::sim::left_after(attempt.skin, held)); };
  const auto times = canvas::band_times(attempt.skin, canvas::band_pressed(attempt));
  REQUIRE(times.start_us);
  CHECK(after(*times.start_us) >= asked.low);
  CHECK(after(*times.start_us - Span{1}) < asked.low);
  if (times.end_us) {
    CHECK(after(*times.end_us) > asked.high);
    CHECK(after(*times.end_us - Span{1}) <= asked.high);
  } else {
    CHECK(after(Span{2'000'000}) <= asked.high);  // the needle reaches no deeper
  }
}

void check_place(const std::shared_ptr<const assessment::Site>& site, CanvasPoint at, const Band& asked) {
  auto attempt = runner::begin(site);
  attempt.skin.machine.dry = false;
  attempt.skin.device.timed_presses = true;
  check(of_gauge(ui::make_gauges(attempt, {}, 14, false, at).depth), asked);
  move(attempt, AttemptTime{0}, at, true);
  REQUIRE(attempt.skin.contact->has_open_dot);
  check_arc(attempt, asked);
  const auto pressing = app::depth_now(attempt, kPress);
  REQUIRE(pressing);
  CHECK(pressing->band == asked);
  check(of_gauge(ui::make_gauges(attempt, pressing, 14, false, at).depth), asked);
  move(attempt, AttemptTime{kPress.us}, at, false);
  check(of_gauge(ui::make_gauges(attempt, {}, 14).depth), asked);  // of the skin of the last dot
  const auto feedback = runner::last_dot_feedback(attempt);
  REQUIRE(feedback);
  const double thickness = attempt.skin.dots.back().thickness_um / 1000.0;
  check({feedback->low.value / thickness, feedback->high.value / thickness}, asked);
  CHECK(feedback->depth == engine::skin::depth_state(attempt.skin.dots.back(), asked));
}

}  // namespace

TEST_CASE("gauge, arc, ticks and feedback have the band that the score asks, in every shipped lesson") {
  std::size_t lessons = 0, places = 0, own = 0;
  for (const auto& entry : std::filesystem::directory_iterator(support::source_dir() + "/lessons")) {
    if (!entry.is_directory()) continue;
    const std::string id = entry.path().filename().string();
    CAPTURE(id);
    ++lessons;
    const auto site = site_of(id);
    for (std::size_t t = 0; t < site->targets().size(); ++t) {
      const Band asked = assessment::asked_field(*site, {.target = t}).depth_band;
      own += asked == engine::skin::kDepthBand ? 0 : 1;
      for (const CanvasPoint at : places_of(*site, t)) {
        check_place(site, at, asked);
        ++places;
      }
    }
  }
  CHECK(lessons > 5);
  CHECK(places > 100);
  CHECK(own > 3);  // else nothing is tried
}

TEST_CASE(
    "between hairs the band ends earlier: a dot of 0.70 is deep in the gauge, the arc and the feedback") {
  const auto site = site_of("between-hairs");
  const CanvasPoint at = places_of(*site, 0).front();
  const Band asked = site->depth_band_at(at);
  CHECK(asked.high == 0.68);
  CHECK(ui::state_of({.delta = 0.70, .band = asked}) == engine::skin::DepthState::Deep);
  auto attempt = runner::begin(site);
  move(attempt, AttemptTime{0}, at, true);
  const auto here = canvas::band_times(attempt.skin, canvas::band_pressed(attempt)),
             elsewhere = canvas::band_times(attempt.skin, engine::skin::kDepthBand);
  REQUIRE(here.end_us);
  REQUIRE(elsewhere.end_us);
  const Span between = (*here.end_us + *elsewhere.end_us) / 2;
  CHECK(*here.end_us < *elsewhere.end_us);
  CHECK(ui::state_of(*app::depth_now(attempt, between)) == engine::skin::DepthState::Deep);
  move(attempt, AttemptTime{between.us}, at, false);
  CHECK(runner::last_dot_feedback(attempt)->depth == engine::skin::DepthState::Deep);
  CHECK(ui::make_gauges(attempt, {}, 14).depth.state == engine::skin::DepthState::Deep);
}
