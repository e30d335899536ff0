#include "trainer/canvas/press_band.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer::canvas;
using engine::sim::State;

namespace {

// A needle in a skin of 1.2 mm, its dot open.
State pressing(std::optional<std::uint16_t> pressure = {}) {
  static const engine::scalp::Canvas pad{engine::scalp::Pad{.skin_thickness = engine::core::Mm{1.2}}};
  State skin;
  engine::sim::apply(
      skin,
      engine::sim::NeedleMoved{
          {.t_us = AttemptTime{0}, .at = {30'000, 30'000}, .pressure = pressure, .contact = true}},
      pad);
  return skin;
}

}  // namespace

TEST_CASE("a press enters the band at 60 ms and leaves it at 260 ms") {
  const BandTimes t = band_times(pressing());
  REQUIRE(t.start_us);
  REQUIRE(t.end_us);
  CHECK(t.start_us->us == doctest::Approx(60'000).epsilon(0.01));
  CHECK(t.end_us->us == doctest::Approx(260'000).epsilon(0.01));
}

TEST_CASE("the band's times go with the scale of press times, the depth offset, the skin and its stretch") {
  State slow = pressing();
  slow.calibration.press_time_permille = 1500;
  CHECK(band_times(slow).start_us->us == doctest::Approx(90'000).epsilon(0.01));
  CHECK(band_times(slow).end_us->us == doctest::Approx(390'000).epsilon(0.01));
  State deeper = pressing();
  deeper.calibration.depth_offset_permille = 100;
  CHECK(band_times(deeper).start_us->us == doctest::Approx(50'000).epsilon(0.01));  // 280 permille by time
  CHECK(band_times(deeper).end_us->us == doctest::Approx(195'300).epsilon(0.01));   // 620
  State shallow = pressing();
  shallow.calibration.depth_offset_permille = -300;
  CHECK(band_times(shallow).end_us->us > 400'000);
  State scar = pressing();
  scar.dots.back().skin_depth = 500;
  CHECK(band_times(scar).start_us->us > 200'000);
  CHECK_FALSE(band_times(scar).end_us);
  State slack = pressing();
  slack.dots.back().stretch_permille = 0;
  CHECK(band_times(slack).start_us->us == doctest::Approx(127'000).epsilon(0.01));
  CHECK(band_times(slack).end_us->us == doctest::Approx(412'000).epsilon(0.01));
}

TEST_CASE("where no dot is made there is no band") {
  State beside = pressing();
  beside.dots.clear();
  beside.contact->has_open_dot = false;
  CHECK(band_times(beside) == BandTimes{});
  CHECK(band_times(State{}) == BandTimes{});
}

TEST_CASE("depth now is measured where there is pressure, and simulated where not") {
  CHECK(*depth_now(pressing(), Span{150'000}) == 550);
  CHECK(*depth_now(pressing(), Span{60'000}) == 380);
  const State skin = pressing(std::uint16_t{4000});
  const auto measured = static_cast<std::int32_t>(1000.0 * engine::skin::delta(skin.dots.back()));
  CHECK(measured > 300);
  CHECK(*depth_now(skin, Span{1'000}) == measured);
  CHECK(*depth_now(skin, Span{900'000}) == measured);
  CHECK_FALSE(depth_now(State{}, Span{150'000}));
}

TEST_CASE("a pen crosses each end once, even with a hand that trembles there") {
  BandWatch watch;
  const auto says = [&](std::int32_t delta, bool start, bool end) {
    const auto crossed = watch.follow(pressing(), delta);
    CHECK(crossed.start == start);
    CHECK(crossed.end == end);
  };
  says(200, false, false);
  says(385, true, false);
  says(375, false, false);
  says(390, false, false);
  says(725, false, true);
  says(710, false, false);
  says(730, false, false);
  says(300, false, false);
  says(800, true, true);  // both in one sample
  watch.lift();
  says(500, true, false);
}

TEST_CASE("a dry needle has no band: no times to tick at, and no end that a pen crosses") {
  State dry = pressing();
  dry.machine.dry = true;
  CHECK_FALSE(band_times(dry).start_us);
  CHECK_FALSE(band_times(dry).end_us);
  BandWatch watch;
  CHECK_FALSE(watch.follow(dry, 900).start);
  CHECK_FALSE(watch.follow(dry, 900).end);
  CHECK(watch.follow(pressing(), 900).start);  // taken up again with the pigment
}
