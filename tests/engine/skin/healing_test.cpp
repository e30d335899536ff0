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
