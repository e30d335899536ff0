#include "engine/sim/contact.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "engine/scalp/tissue.h"
#include "tests/engine/sim/hand.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace engine;
using namespace engine::sim;
using sim_test::Hand;
using sim_test::kPad;

TEST_CASE("a thousand mouse presses with a slipping hand give a thousand dots, at every working zoom") {
  for (const double px_per_mm : {7.0, 14.0, 20.0}) {
    Hand hand;
    for (std::uint64_t i = 0; i < 1000; ++i) {
      const double x = 5 + 3.0 * static_cast<double>(i % 32), y = 5 + 3.0 * static_cast<double>(i / 32);
      const std::int64_t start = static_cast<std::int64_t>(i) * 600'000;
      for (std::uint64_t s = 0; s < 6; ++s) {  // 1.5 px SD of slip across the press
        const double slip = 1.5 / px_per_mm * 0.2 * static_cast<double>(s);
        const double dx = slip * core::draw_normal(1, "x", 6 * i + s),
                     dy = slip * core::draw_normal(1, "y", 6 * i + s);
        hand.at(start + static_cast<std::int64_t>(s) * 30'000, x + dx, y + dy, s < 5);
      }
    }
    CAPTURE(px_per_mm);
    CHECK(hand.state.dots.size() == 1000);
  }
}

TEST_CASE("depth from a press follows the samples' own times") {
  for (const auto& [ms, permille] : {std::pair{30, 80}, {60, 380}, {150, 550}, {260, 720}, {400, 950}}) {
    Hand hand;
    hand.press(1'000'000, 20, 20, ms);
    REQUIRE(hand.state.dots.size() == 1);
    CHECK(hand.state.dots[0].deposit_depth_um == permille * 1200 / 1000);
    CHECK(hand.state.dots[0].dwell_us == Span{ms * 1000});
    CHECK(hand.state.dots[0].depth_source == skin::DepthSource::Simulated);
  }
}

TEST_CASE("samples in between change nothing about a still press") {
  Hand sparse, dense;
  sparse.press(0, 20, 20, 150);
  for (int ms = 0; ms < 150; ms += 3) dense.at(ms * 1000, 20, 20, true);
  dense.at(150'000, 20, 20, false);
  CHECK(sparse.state.dots == dense.state.dots);
}

TEST_CASE("depth rises with pressure and its largest strike counts") {
  std::int32_t last = -1;
  for (std::uint16_t p = 500; p <= 8000; p = static_cast<std::uint16_t>(p + 500)) {
    Hand hand;
    hand.press(0, 20, 20, 100, p);
    REQUIRE(hand.state.dots.size() == 1);
    CHECK(hand.state.dots[0].deposit_depth_um > last);
    CHECK(hand.state.dots[0].depth_source == skin::DepthSource::Measured);
    last = hand.state.dots[0].deposit_depth_um;
  }
  Hand hand;
  hand.at(0, 20, 20, true, std::uint16_t{1000});
  hand.at(50'000, 20, 20, true, std::uint16_t{5000});
  hand.at(100'000, 20, 20, true, std::uint16_t{1000});
  hand.at(120'000, 20, 20, false, std::uint16_t{0});
  CHECK(hand.state.dots[0].pressure == 5000);
}

TEST_CASE("a pen dragged farther than 0.35 mm opens the next dot, a short slip lengthens the mark") {
  Hand drag;
  drag.at(0, 20, 20, true, std::uint16_t{3700});
  drag.at(500'000, 22, 20, true, std::uint16_t{3700});
  drag.at(510'000, 22, 20, false);
  CHECK(drag.state.dots.size() == 6);  // strikes every 0.04 mm; a new dot each 0.36 mm
  Hand slip;
  slip.at(0, 20, 20, true, std::uint16_t{3700});
  slip.at(100'000, 20.25, 20, true, std::uint16_t{3700});
  slip.at(110'000, 20.25, 20, false);
  REQUIRE(slip.state.dots.size() == 1);
  CHECK(slip.state.dots[0].smear_um == 250);
}

TEST_CASE("a contact without pressure is one dot, and a streak beyond a millimetre") {
  Hand hand;
  hand.at(0, 20, 20, true);
  hand.at(300'000, 25, 20, true);
  hand.at(310'000, 25, 20, false);
  CHECK(hand.state.dots.size() == 1);
  CHECK(hand.state.streaks == 1);
}

TEST_CASE("a tilted pen strikes shallower, longer marks, and says at which angle") {
  const auto press_at = [](Tilt tilt) {
    Hand hand;
    apply(hand.state, NeedleMoved{{AttemptTime{0}, {20'000, 20'000}, std::uint16_t{3700}, tilt, true}}, kPad);
    apply(hand.state, NeedleMoved{{AttemptTime{100'000}, {20'000, 20'000}, std::uint16_t{3700}, tilt, false}},
          kPad);
    return hand.state.dots.at(0);
  };
  const auto upright = press_at({0, 0}), leaning = press_at({300, 0}), both = press_at({300, 300});
  CHECK(upright.angle_ddeg == 900);
  CHECK(leaning.angle_ddeg == 600);
  CHECK(both.angle_ddeg == 508);  // 90 - atan(sqrt(2) tan 30 degrees) = 50.77
  CHECK(leaning.angle_measured);
  CHECK(leaning.deposit_depth_um < upright.deposit_depth_um);
  CHECK(leaning.deposit_depth_um == doctest::Approx(upright.deposit_depth_um * 0.8660254).epsilon(0.003));
}

TEST_CASE("between two samples the strikes lie on the straight line, whatever the samples in between") {
  // 100 strikes a second on a line that exact thirds cut: a sample on a strike changes nothing.
  Hand two, many;
  two.at(0, 20, 20, true, std::uint16_t{3000});
  two.at(600'000, 26, 23, true, std::uint16_t{6000});
  for (int i = 0; i <= 60; ++i)
    many.at(i * 10'000, 20 + 0.1 * i, 20 + 0.05 * i, true, static_cast<std::uint16_t>(3000 + 50 * i));
  two.at(610'000, 26, 23, false);
  many.at(610'000, 26, 23, false);
  CHECK(two.state.dots.size() > 10);
  CHECK(two.state.dots == many.state.dots);
}

TEST_CASE("a needle left lying in the skin is one dot and soon stops striking") {
  Hand hand;
  hand.at(0, 20, 20, true);
  hand.at(80'000'000'000, 20, 20, true);
  hand.at(86'000'000'000, 20, 20, false);
  REQUIRE(hand.state.dots.size() == 1);
  CHECK(skin::depth_state(hand.state.dots[0], skin::kDepthBand) == skin::DepthState::Blowout);
}

TEST_CASE("a hand tool makes exactly one dot a contact") {
  Hand hand;
  skin::Machine tool;
  tool.rate_mhz = 0;
  apply(hand.state, MachineChanged{AttemptTime{0}, tool}, kPad);
  hand.at(0, 20, 20, true, std::uint16_t{3700});
  hand.at(100'000, 20, 20, true, std::uint16_t{4500});
  hand.at(500'000, 26, 20, true, std::uint16_t{3700});
  hand.at(510'000, 26, 20, false);
  REQUIRE(hand.state.dots.size() == 1);
  CHECK(hand.state.dots[0].at == scalp::canvas_point_from_mm({20, 20}));
  CHECK(hand.state.dots[0].pressure == 4500);  // pushed in by degrees, the largest counts
  CHECK(hand.state.dots[0].pigment_permille == 1000);
}

TEST_CASE("beside the canvas no dot is made, and the press is counted") {
  Hand hand;
  hand.press(0, -5, 20, 150);
  CHECK(hand.state.dots.empty());
  CHECK(hand.state.contacts_outside == 1);
}

TEST_CASE("an interrupted contact leaves one closed dot and no phantom") {
  Hand hand;
  hand.at(0, 20, 20, true);
  apply(hand.state, ContactInterrupted{AttemptTime{150'000}}, kPad);
  CHECK_FALSE(hand.state.contact.has_value());
  hand.at(200'000, 40, 40, false);
  REQUIRE(hand.state.dots.size() == 1);
  CHECK(hand.state.dots[0].dwell_us == Span{150'000});
}

TEST_CASE("without timed presses the depth is unknown") {
  Hand hand;
  apply(hand.state, DeviceChanged{AttemptTime{0}, DeviceKind::Mouse, "remote", false}, kPad);
  hand.press(0, 20, 20, 150);
  CHECK(hand.state.dots[0].depth_source == skin::DepthSource::Unknown);
}

TEST_CASE("a hold that counts as upright is taken away from the tilt") {
  const auto angle = [](Tilt tilt, Tilt upright) {
    State state;
    apply(state, Calibrated{.upright = upright}, kPad);
    apply(
        state,
        NeedleMoved{{AttemptTime{0}, scalp::canvas_point_from_mm({20, 20}), std::uint16_t{4000}, tilt, true}},
        kPad);
    return state.dots.at(0).angle_ddeg;
  };
  CHECK(angle({300, 100}, {300, 100}) == 900);
  CHECK(angle({300, 100}, {}) < 600);
  CHECK(angle({450, 0}, {250, 0}) == 700);
  CHECK(angle({0, -200}, {0, 100}) == 600);
}

namespace {

Event equipped(std::int64_t t, skin::Machine machine) {
  return MachineChanged{AttemptTime{t}, std::move(machine)};
}

// A pad with a raised scar in its lower left quarter.
scalp::Canvas scarred() {
  scalp::PolygonShape square;
  square.points = {scalp::Vec2{0, 0}, scalp::Vec2{100, 0}, scalp::Vec2{100, 100}, scalp::Vec2{0, 100}};
  return kPad.with(std::make_shared<const scalp::TissueMap>(
      kPad, std::vector{scalp::TissueArea{scalp::TissueKind::RaisedScar,
                                          scalp::resolve(kPad, {"scar", square}).value()}}));
}

}  // namespace

TEST_CASE(
    "a needle set out too little never reaches the band, however long the press; set out more it does") {
  std::int32_t last = 0;
  for (std::int32_t set = 500; set <= 3500; set += 100) {
    Hand hand;
    apply(hand.state, equipped(0, {.set_um = set, .stroke_um = 4500}), kPad);
    hand.press(1000, 20, 20, 700);
    const auto& dot = hand.state.dots.at(0);
    CHECK(dot.deposit_depth_um <= dot.reach_um);
    CHECK(dot.deposit_depth_um >= last);
    if (set < 800) CHECK(skin::depth_state(dot, skin::kDepthBand) != skin::DepthState::Target);
    if (set >= 1800) CHECK(skin::depth_state(dot, skin::kDepthBand) == skin::DepthState::Blowout);
    last = dot.deposit_depth_um;
  }
}

TEST_CASE("slack skin: shallower, drawn out, and never twice alike; taut skin is exact") {
  const auto press = [](std::int32_t stretch) {
    Hand hand;
    apply(hand.state, equipped(0, {.stretch_permille = stretch}), kPad);
    for (int i = 0; i < 20; ++i) hand.press(1000 + i * 400'000, 20 + 2 * i, 20, 150);
    return hand.state.dots;
  };
  const auto taut = press(1000), slack = press(0);
  std::int64_t taut_um = 0, slack_um = 0;
  bool differ = false;
  for (std::size_t i = 0; i < 20; ++i) {
    CHECK(taut[i].deposit_depth_um == taut[0].deposit_depth_um);
    CHECK(slack[i].deposit_depth_um < taut[i].deposit_depth_um);
    CHECK(slack[i].smear_um > taut[i].smear_um);
    differ = differ || slack[i].deposit_depth_um != slack[0].deposit_depth_um;
    taut_um += taut[i].deposit_depth_um;
    slack_um += slack[i].deposit_depth_um;
  }
  CHECK(differ);
  CHECK(static_cast<double>(slack_um) / static_cast<double>(taut_um) == doctest::Approx(0.75).epsilon(0.08));
}

TEST_CASE("letting go of the skin in the middle of a press neither cuts the contact nor changes its dot") {
  Hand held, let_go;
  for (Hand* hand : {&held, &let_go}) {
    apply(hand->state, equipped(0, {.stretch_permille = 1000}), kPad);
    hand->at(1000, 20, 20, true);
    if (hand == &let_go) apply(hand->state, equipped(90'000, {.stretch_permille = 0}), kPad);
    hand->at(151'000, 20, 20, false);
  }
  REQUIRE(let_go.state.dots.size() == 1);
  CHECK(let_go.state.dots[0] == held.state.dots[0]);
  let_go.press(600'000, 25, 20, 150);
  CHECK(let_go.state.dots[1].stretch_permille == 0);
  CHECK(let_go.state.dots[1].deposit_depth_um < held.state.dots[0].deposit_depth_um);
}

TEST_CASE("a dot remembers the equipment that made it") {
  Hand hand;
  apply(hand.state,
        equipped(0, {.needle = {3, 200, skin::Taper::Long}, .set_um = 1500, .pigment = "warm grey"}), kPad);
  hand.press(1000, 20, 20, 150);
  const auto& dot = hand.state.dots.at(0);
  CHECK(dot.needle == skin::Needle{3, 200, skin::Taper::Long});
  CHECK(dot.reach_um == 1150);
  CHECK(dot.undertone == scalp::Undertone::Warm);
}

TEST_CASE(
    "a dry needle may run, with a mouse as with a pen: marks a third of a millimetre apart, and no dot") {
  for (const bool pen : {false, true}) {
    Hand hand;
    apply(hand.state, equipped(0, {.dry = true}), kPad);
    const auto pressure = pen ? std::optional<std::uint16_t>(3700) : std::nullopt;
    for (int i = 0; i <= 200; ++i) hand.at(1000 + i * 5000, 20 + 0.05 * i, 20, i < 200, pressure);
    CHECK(hand.state.dots.empty());
    CHECK(hand.state.streaks == 0);
    CHECK(hand.state.dry_marks.size() >= 24);
    CHECK(hand.state.dry_marks.size() <= 29);
    for (std::size_t i = 1; i < hand.state.dry_marks.size(); ++i)
      CHECK(hand.state.dry_marks[i].position.x - hand.state.dry_marks[i - 1].position.x > 0.35);
    CHECK(skin::works(hand.state.dry_marks.back()));
  }
}

TEST_CASE(
    "a scar that was needled and has healed takes the needle better; where it was not, or too shallow, or "
    "too soon, it does not") {
  const scalp::Canvas canvas = scarred();
  const auto dot_after = [&](std::uint16_t needling, std::int32_t days, double x) {
    State state;
    const auto at = [&](std::int64_t t, double px, bool contact, std::uint16_t pressure) {
      apply(state,
            NeedleMoved{{AttemptTime{t}, scalp::canvas_point_from_mm({px, 20}), pressure, {}, contact}},
            canvas);
    };
    apply(state, equipped(0, {.dry = true}), canvas);
    if (needling > 0) at(1000, 20, true, needling);
    if (needling > 0) at(200'000, 20, false, needling);
    apply(state, Healed{AttemptTime{1'000'000}, days}, canvas);
    apply(state, equipped(1'000'000, {}), canvas);
    at(2'000'000, x, true, 3700);
    at(2'150'000, x, false, 3700);
    return state.dots.at(0);
  };
  const auto plain = dot_after(0, 42, 20), better = dot_after(3700, 42, 20);
  CHECK(plain.skin_depth == 750);
  CHECK(better.skin_depth == 875);
  CHECK(better.skin_kept == 900);
  CHECK(dot_after(3700, 28, 20).skin_depth == 812);
  CHECK(dot_after(3700, 14, 20).skin_depth == 750);
  CHECK(dot_after(600, 42, 20).skin_depth == 750);
  CHECK(dot_after(3700, 42, 20.4).skin_depth == 875);
  CHECK(dot_after(3700, 42, 20.6).skin_depth == 750);
}
