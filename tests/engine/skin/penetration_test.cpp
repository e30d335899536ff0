#include "engine/skin/penetration.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

using engine::core::Span;

using namespace engine::skin;

TEST_CASE("press time meets the table of the design at its knots") {
  for (const auto& [ms, delta] : {std::pair{0, 0}, {30, 80}, {60, 380}, {150, 550}, {260, 720}, {400, 950}})
    CHECK(delta_from_press_time({.dwell_us = Span{ms * 1000}}) == delta);
  CHECK(delta_from_press_time({.dwell_us = Span{401'000}}) > 950);
}

TEST_CASE("a slower hand is scaled by its calibration, and the offset shifts") {
  CHECK(delta_from_press_time({.press_time_permille = 1500, .dwell_us = Span{225'000}}) == 550);
  CHECK(delta_from_press_time({.offset_permille = 40, .dwell_us = Span{150'000}}) == 590);
}

TEST_CASE("pressure deepens, slack skin and a low angle take depth away") {
  const Press usual{.pressure = 3686};
  CHECK(delta_from_pressure(usual) == doctest::Approx(550).epsilon(0.01));
  Press slack = usual, flat = usual;
  slack.stretch_permille = 0;
  flat.angle_ddeg = 450;
  CHECK(delta_from_pressure(slack) == doctest::Approx(0.75 * 550).epsilon(0.01));
  CHECK(delta_from_pressure(flat) == doctest::Approx(0.7071 * 550).epsilon(0.01));
  CHECK(delta_from_pressure({.pressure = 8192}) > 950);
  CHECK(delta_from_pressure({.pressure = 100, .minimum_pressure = 100}) == 0);
}

TEST_CASE("the pressure for a depth gives that depth") {
  for (int delta = 50; delta <= 1000; delta += 25) {
    Press press;
    press.pressure = pressure_for_delta(delta, press);
    CHECK(delta_from_pressure(press) >= delta);
    CHECK(delta_from_pressure(press) <= delta + 2);
  }
}

TEST_CASE("dots grow with depth, points, a low angle and smear") {
  const Needle one{1, 250}, three{3, 250};
  CHECK(healed_diameter_um(one, 550, 900, 0) == 250);
  CHECK(healed_diameter_um(three, 550, 900, 0) == 325);
  CHECK(healed_diameter_um(one, 950, 900, 0) > 1.3 * 250);
  CHECK(healed_diameter_um(one, 1200, 900, 0) > 2 * 250);
  CHECK(healed_diameter_um(one, 550, 450, 0) > 250);
  CHECK(healed_diameter_um(one, 550, 900, 200) == 350);
}

TEST_CASE("the curve of a device: its span and its bend, with nothing and everything as deep as ever") {
  const auto delta = [](int pressure, int low, int high, int gamma) {
    return delta_from_pressure({.pressure = static_cast<std::uint16_t>(pressure),
                                .minimum_pressure = static_cast<std::uint16_t>(low),
                                .maximum_pressure = static_cast<std::uint16_t>(high),
                                .gamma_permille = gamma});
  };
  // half the way is half the way
  CHECK(delta(2048 + 1024, 1024, 1024 + 4096, 800) == delta(4096, 0, 8192, 800));
  CHECK(delta(5000, 0, 4096, 800) == delta(4096, 0, 4096, 800));  // more than all is all
  for (const int gamma : {250, 500, 800, 1500, 3000}) {
    CHECK(delta(8192, 0, 8192, gamma) == delta(8192, 0, 8192, 800));
    CHECK(delta(0, 0, 8192, gamma) == 0);
    for (int p = 0; p < 8192; p += 256) CHECK(delta(p, 0, 8192, gamma) <= delta(p + 256, 0, 8192, gamma));
  }
  for (const int share : {90, 200, 450, 700, 800})
    CHECK(delta(8192 * share / 1000, 0, 8192, gamma_for_centre(share)) == doctest::Approx(550).epsilon(0.01));
  CHECK(gamma_for_centre(450) == 800);
  CHECK(gamma_for_centre(0) == kLeastGamma);
  CHECK(gamma_for_centre(1000) == kMostGamma);
}

TEST_CASE("slack skin takes depth away from a press too, and never gives any") {
  CHECK(delta_from_press_time({.dwell_us = Span{150'000}, .stretch_permille = 0}) ==
        doctest::Approx(0.75 * 550).epsilon(0.01));
  for (std::int64_t us = 0; us < 600'000; us += 20'000)
    for (std::int32_t stretch = 0; stretch < 1000; stretch += 100)
      CHECK(delta_from_press_time({.dwell_us = Span{us}, .stretch_permille = stretch}) <=
            delta_from_press_time({.dwell_us = Span{us}, .stretch_permille = stretch + 100}));
}

TEST_CASE("a thicker needle never makes a smaller dot") {
  for (std::int32_t um = 180; um < 350; um += 10)
    CHECK(healed_diameter_um({1, um}, 550, 900, 0) <= healed_diameter_um({1, um + 10}, 550, 900, 0));
}
