// A dry needle's marks go as deep as the hand pressed, whatever one report of the pen says.
#include <doctest/doctest.h>

#include <vector>

#include "tests/engine/sim/hand.h"

using namespace engine;
using namespace engine::sim;
using core::AttemptTime;

namespace {

constexpr std::uint16_t kHard = 3700;

struct DryHand : sim_test::Hand {
  DryHand() { apply(state, MachineChanged{AttemptTime{0}, {.dry = true}}, sim_test::kPad); }
};

// Twenty reports, 5 ms and `step_mm` apart, one of them odd.
std::vector<skin::DryMark> needled(double step_mm, int odd_at = -1, std::uint16_t odd = 0) {
  DryHand hand;
  for (int i = 0; i <= 20; ++i)
    hand.at(1000 + i * 5000, 20 + step_mm * i, 20, i < 20, i == odd_at ? odd : kHard);
  return hand.state.dry_marks;
}

}  // namespace

TEST_CASE("a dry tap goes as deep as the hand pressed, whatever one report says") {
  const auto sound = needled(0);
  REQUIRE(sound.size() == 1);
  for (const int at : {0, 1, 7, 19})
    for (const std::uint16_t odd : {std::uint16_t{0}, std::uint16_t{6500}, std::uint16_t{8192}}) {
      CAPTURE(at);
      CAPTURE(odd);
      const auto marks = needled(0, at, odd);
      REQUIRE(marks.size() == 1);
      CHECK(marks[0].depth_um == sound[0].depth_um);
    }
}

TEST_CASE("of a dry needle that runs no mark goes deeper than the hand pressed") {
  const auto sound = needled(0.1);
  REQUIRE(sound.size() >= 4);
  for (int at = 0; at < 20; ++at) {
    CAPTURE(at);
    for (const auto& mark : needled(0.1, at, 8192)) CHECK(mark.depth_um <= sound[0].depth_um);
  }
}

TEST_CASE("a dry needle that is pressed harder for long goes deeper") {
  DryHand hand;
  std::int32_t before = 0;
  for (int i = 0; i < 40; ++i) {
    hand.at(1000 + i * 5000, 20, 20, true, static_cast<std::uint16_t>(2000 + 100 * i));
    REQUIRE(hand.state.dry_marks.size() == 1);
    CHECK(hand.state.dry_marks[0].depth_um >= before);
    before = hand.state.dry_marks[0].depth_um;
  }
  CHECK(before > needled(0)[0].depth_um);
}
