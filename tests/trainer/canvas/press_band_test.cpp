#include "trainer/canvas/press_band.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

using engine::core::AttemptTime;
using engine::core::Span;
using engine::skin::kDepthBand;

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
  const BandTimes t = band_times(pressing(), kDepthBand);
  REQUIRE(t.start_us);
  REQUIRE(t.end_us);
  CHECK(t.start_us->us == doctest::Approx(60'000).epsilon(0.01));
  CHECK(t.end_us->us == doctest::Approx(260'000).epsilon(0.01));
}

TEST_CASE("the band's times go with the scale of press times, the depth offset, the skin and its stretch") {
  State slow = pressing();
  slow.calibration.press_time_permille = 1500;
  CHECK(band_times(slow, kDepthBand).start_us->us == doctest::Approx(90'000).epsilon(0.01));
  CHECK(band_times(slow, kDepthBand).end_us->us == doctest::Approx(390'000).epsilon(0.01));
  State deeper = pressing();
  deeper.calibration.depth_offset_permille = 100;
  CHECK(band_times(deeper, kDepthBand).start_us->us ==
        doctest::Approx(50'000).epsilon(0.01));  // 280 permille by time
  CHECK(band_times(deeper, kDepthBand).end_us->us == doctest::Approx(195'300).epsilon(0.01));  // 620
  State shallow = pressing();
  shallow.calibration.depth_offset_permille = -300;
  CHECK(band_times(shallow, kDepthBand).end_us->us > 400'000);
  State scar = pressing();
  scar.dots.back().skin_depth = 500;
  CHECK(band_times(scar, kDepthBand).start_us->us > 200'000);
  CHECK_FALSE(band_times(scar, kDepthBand).end_us);
  State slack = pressing();
  slack.dots.back().stretch_permille = 0;
  CHECK(band_times(slack, kDepthBand).start_us->us == doctest::Approx(127'000).epsilon(0.01));
  CHECK(band_times(slack, kDepthBand).end_us->us == doctest::Approx(412'000).epsilon(0.01));
}

TEST_CASE("a narrower band begins later and ends sooner, by time and under a pen") {
  const engine::skin::Band narrow{0.40, 0.60};
  const auto usual = band_times(pressing(), kDepthBand), here = band_times(pressing(), narrow);
  CHECK(*here.start_us > *usual.start_us);
  CHECK(*here.end_us < *usual.end_us);
  BandWatch watch;
  CHECK_FALSE(watch.follow(pressing(), narrow, 0.39).start);
  CHECK(watch.follow(pressing(), narrow, 0.40).start);
  CHECK_FALSE(watch.follow(pressing(), narrow, 0.60).end);  // belongs to it
  CHECK(watch.follow(pressing(), narrow, 0.61).end);
}

TEST_CASE("where no dot is made there is no band") {
  State beside = pressing();
  beside.dots.clear();
  beside.contact->has_open_dot = false;
  CHECK(band_times(beside, kDepthBand) == BandTimes{});
  CHECK(band_times(State{}, kDepthBand) == BandTimes{});
}

TEST_CASE("depth now is measured where there is pressure, and simulated where not") {
  CHECK(*delta_now(pressing(), Span{150'000}) == 0.55);
  CHECK(*delta_now(pressing(), Span{60'000}) == 0.38);
  const State skin = pressing(std::uint16_t{4000});
  const auto measured = engine::skin::delta(skin.dots.back());
  CHECK(measured > 0.3);
  CHECK(*delta_now(skin, Span{1'000}) == measured);
  CHECK(*delta_now(skin, Span{900'000}) == measured);
  CHECK_FALSE(delta_now(State{}, Span{150'000}));
}

TEST_CASE("a pen crosses each end once, even with a hand that trembles there") {
  BandWatch watch;
  const auto says = [&](double delta, bool start, bool end) {
    const auto crossed = watch.follow(pressing(), kDepthBand, delta);
    CHECK(crossed.start == start);
    CHECK(crossed.end == end);
  };
  says(0.200, false, false);
  says(0.385, true, false);
  says(0.375, false, false);
  says(0.390, false, false);
  says(0.725, false, true);
  says(0.710, false, false);
  says(0.730, false, false);
  says(0.300, false, false);
  says(0.800, true, true);  // both in one sample
  watch.lift();
  says(0.500, true, false);
}

TEST_CASE("a dry needle has no band: no times to tick at, and no end that a pen crosses") {
  State dry = pressing();
  dry.machine.dry = true;
  CHECK_FALSE(band_times(dry, kDepthBand).start_us);
  CHECK_FALSE(band_times(dry, kDepthBand).end_us);
  BandWatch watch;
  CHECK_FALSE(watch.follow(dry, kDepthBand, 0.9).start);
  CHECK_FALSE(watch.follow(dry, kDepthBand, 0.9).end);
  CHECK(watch.follow(pressing(), kDepthBand, 0.9).start);  // taken up again with the pigment
}
