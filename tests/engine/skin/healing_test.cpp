#include "engine/skin/healing.h"

#include <doctest/doctest.h>

using namespace engine::skin;

namespace {

Dot at_delta(double delta) {
  Dot dot;
  dot.thickness_um = 1200;
  dot.deposit_depth_um = static_cast<std::int32_t>(delta * 1200 + 0.5);
  dot.diameter_um = 250;
  return dot;
}

}  // namespace

TEST_CASE("contrast never rises and diameter never shrinks once healed") {
  for (double delta = 0.05; delta < 1.3; delta += 0.05) {
    Appearance last = appearance(at_delta(delta), 28);
    for (double days = 56; days < 5 * 365; days += 28) {
      const Appearance now = appearance(at_delta(delta), days);
      CHECK(now.density <= last.density);
      CHECK(now.diameter_mm >= last.diameter_mm);
      CHECK(now.blue >= last.blue);
      last = now;
    }
  }
}

TEST_CASE("shallow dots keep less, deep dots are blurrier and cooler") {
  const Appearance shallow = appearance(at_delta(0.15), 28), target = appearance(at_delta(0.55), 28), deep = appearance(at_delta(1.1), 28);
  CHECK(shallow.density < 0.6 * target.density);
  CHECK(deep.blur_mm > 2 * target.blur_mm);
  CHECK(deep.blue > 0.3);
  CHECK(target.blue == 0.0);
}

TEST_CASE("bounds of the band belong to it") {
  Dot dot = at_delta(0.38);
  CHECK(depth_state(dot) == DepthState::Target);
  dot.deposit_depth_um -= 1;
  CHECK(depth_state(dot) == DepthState::Shallow);
  CHECK(depth_state(at_delta(0.72)) == DepthState::Target);
  CHECK(depth_state(at_delta(0.95)) == DepthState::Deep);
  CHECK(depth_state(at_delta(0.96)) == DepthState::Blowout);
  CHECK(depth_state(at_delta(0.07)) == DepthState::Epidermal);
}

TEST_CASE("ages are read in days, weeks and years") {
  CHECK(parse_age("fresh").value() == 0.0);
  CHECK(parse_age("3d").value() == 3.0);
  CHECK(parse_age("4w").value() == 28.0);
  CHECK(parse_age("3y").value() == doctest::Approx(1095.75));
  for (const char* text : {"", "4", "w", "4m", "-1d", "11y", "4 w", "nand"}) CHECK_FALSE(parse_age(text).has_value());
}

TEST_CASE("of good work the skin sheds 5 to 20 in a hundred, of shallow work more, of deep work hardly any") {
  const auto left = [](double delta, double days) {
    int there = 0;
    for (std::uint32_t n = 0; n < 2000; ++n) {
      Dot dot = at_delta(delta);
      dot.number = n;
      dot.at = {static_cast<std::int32_t>(n * 37 % 1000), static_cast<std::int32_t>(n)};
      there += survives(dot, days) ? 1 : 0;
    }
    return there / 2000.0;
  };
  CHECK(left(0.55, 5) == 1.0);  // the scabs are still there
  CHECK(left(0.55, 14) > 0.80);
  CHECK(left(0.55, 14) < 0.95);
  CHECK(left(0.20, 14) < 0.80);
  CHECK(left(0.05, 14) < 0.15);
  CHECK(left(0.85, 14) > left(0.55, 14));
  for (double delta : {0.05, 0.2, 0.5, 0.8, 1.1}) {
    CHECK(left(delta, 14) == doctest::Approx(staying_share(delta)).epsilon(0.1));
    CHECK(left(delta, 3 * 365) <= left(delta, 28));
  }
  CHECK(left(0.10, 5 * 365) == 0.0);  // too shallow: gone
  CHECK(left(0.55, 5 * 365) > 0.8);
}
