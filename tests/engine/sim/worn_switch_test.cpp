// What a worn switch or an odd report of pressure does: nothing that the hand did not do.
#include "engine/core/moment.h"
#include "engine/sim/contact.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "tests/engine/sim/hand.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace engine;
using namespace engine::sim;
using sim_test::Hand;
using sim_test::kPad;

TEST_CASE("two contacts within 60 ms and 0.15 mm are one") {
  Hand bounce;
  bounce.press(0, 20, 20, 80);
  bounce.press(120'000, 20.1, 20, 60);
  REQUIRE(bounce.state.dots.size() == 1);
  CHECK(bounce.state.dots[0].dwell_us == Span{180'000});
  Hand later, farther;
  later.press(0, 20, 20, 80);
  later.press(141'000, 20.1, 20, 60);
  CHECK(later.state.dots.size() == 2);
  farther.press(0, 20, 20, 80);
  farther.press(120'000, 20.2, 20, 60);
  CHECK(farther.state.dots.size() == 2);
}

TEST_CASE("the echo of a worn switch neither makes a dot nor deepens one") {
  for (const std::int32_t rate_mhz : {120'000, 0})
    for (const std::int64_t gap_ms : {16, 30, 59, 61, 70, 80, 100})
      for (const std::int64_t echo_ms : {0, 1, 12, 29}) {
        CAPTURE(rate_mhz);
        CAPTURE(gap_ms);
        CAPTURE(echo_ms);
        Hand hand;
        hand.state.machine.rate_mhz = rate_mhz;
        std::int64_t t = 0;
        hand.press(t, 30, 30, 150);
        t += 150'000;
        for (int echo = 0; echo < 3; ++echo) {  // a switch may do it more than once
          hand.press(t += gap_ms * 1000, 30, 30.1, echo_ms);
          t += echo_ms * 1000;
        }
        REQUIRE(hand.state.dots.size() == 1);
        CHECK(hand.state.dots[0].dwell_us == Span{150'000});
        CHECK(hand.state.dots[0].deposit_depth_um == 550 * 1200 / 1000);
        hand.press(t + 400'000, 30, 30, 150);  // and the next press is one again
        CHECK(hand.state.dots.size() == 2);
        CHECK(hand.state.contacts_outside == 0);
      }
}

TEST_CASE("a press that lasts is no echo, and one that is cut for a moment stays whole") {
  for (const std::int32_t rate_mhz : {120'000, 0}) {
    CAPTURE(rate_mhz);
    Hand twice, cut, beside;
    twice.state.machine.rate_mhz = cut.state.machine.rate_mhz = beside.state.machine.rate_mhz = rate_mhz;
    twice.press(0, 30, 30, 150);
    twice.press(230'000, 30, 30, 150);  // 80 ms later
    REQUIRE(twice.state.dots.size() == 2);
    CHECK(twice.state.dots[1].dwell_us == Span{150'000});
    CHECK(twice.state.dots[1].t_us == AttemptTime{230'000});
    CHECK(twice.state.dots[1].deposit_depth_um == twice.state.dots[0].deposit_depth_um);
    cut.press(0, 30, 30, 100);
    cut.press(105'000, 30, 30, 20);
    REQUIRE(cut.state.dots.size() == 1);
    CHECK(cut.state.dots[0].dwell_us == Span{125'000});
    beside.press(0, 30, 30, 150);
    beside.press(220'000, 31, 30, 12);  // a millimetre on: no switch does that
    CHECK(beside.state.dots.size() == 2);
  }
}

TEST_CASE("a pen's tap goes as deep as the hand pressed, whatever one report says") {
  const auto tapped = [](std::int64_t odd_at, std::uint16_t odd) {
    Hand hand;
    std::int64_t t = 0;
    for (std::int64_t i = 0; i < 24; ++i, t += 5'000) {
      const auto edge = std::min<std::int64_t>(i, 23 - i);
      const auto hard = static_cast<std::uint16_t>(std::min<std::int64_t>(3700, 900 + 700 * edge));
      hand.at(t, 20, 20, true, i == odd_at ? odd : hard);
    }
    hand.at(t, 20, 20, false, std::uint16_t{0});
    REQUIRE(hand.state.dots.size() == 1);
    return hand.state.dots[0];
  };
  const auto sound = tapped(-1, 0);
  CHECK(sound.pressure == 3700);
  for (std::int64_t at = 0; at < 24; ++at)
    for (const std::uint16_t odd : std::array<std::uint16_t, 3>{0, 6000, 8192}) {
      CAPTURE(at);
      CAPTURE(odd);
      CHECK(tapped(at, odd).deposit_depth_um == sound.deposit_depth_um);
    }
}

TEST_CASE("a bounce is measured from where the switch let go, not from where the dot began") {
  Hand hand;
  hand.at(0, 20, 20, true);
  hand.at(80'000, 20.3, 20, false);  // slipped 0.3 mm before the switch opened
  hand.press(100'000, 20.35, 20, 60);
  CHECK(hand.state.dots.size() == 1);
  Hand back;
  back.at(0, 20, 20, true);
  back.at(80'000, 20.3, 20, false);
  back.press(100'000, 20, 20, 60);
  CHECK(back.state.dots.size() == 2);
}

TEST_CASE("a change of machine or device is never taken for a bounce") {
  for (const Event& change :
       {Event{MachineChanged{AttemptTime{90'000}, {}}}, Event{DeviceChanged{AttemptTime{90'000}}},
        Event{ContactInterrupted{AttemptTime{90'000}}}}) {
    Hand hand;
    hand.press(0, 20, 20, 80);
    apply(hand.state, change, kPad);
    hand.press(100'000, 20, 20, 80);
    CHECK(hand.state.dots.size() == 2);
  }
}

TEST_CASE("a lift that does not say its pressure leaves the strikes before it as hard as they were") {
  Hand hand;
  hand.at(0, 20, 20, true, std::uint16_t{2000});
  hand.at(20'000, 20, 20, true, std::uint16_t{5000});
  hand.at(500'000, 21, 20, false);
  REQUIRE(hand.state.dots.size() == 3);  // a pen all along: every 0.36 mm a dot
  for (std::size_t i = 1; i < 3; ++i) CHECK(hand.state.dots[i].pressure == 5000);
}
