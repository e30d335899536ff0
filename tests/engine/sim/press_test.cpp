// What is shown of a press while it lasts and what it leaves are one thing.
#include "engine/sim/press.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <memory>

#include "engine/scalp/tissue.h"
#include "engine/sim/contact.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace engine;
using namespace engine::sim;
using skin::DepthState;

namespace {

constexpr double kHealthyMm = 20, kScarMm = 70;  // along the pad, on a line of its own

scalp::Canvas pad(double skin_mm, scalp::TissueKind scar) {
  const scalp::Canvas plain{scalp::Pad{core::Mm{100.0}, core::Mm{40.0}, core::Mm{skin_mm}}};
  scalp::PolygonShape right;
  right.points = {scalp::Vec2{50, 0}, scalp::Vec2{100, 0}, scalp::Vec2{100, 40}, scalp::Vec2{50, 40}};
  return plain.with(std::make_shared<const scalp::TissueMap>(
      plain, std::vector{scalp::TissueArea{scar, scalp::resolve(plain, {"scar", right}).value()}}));
}

// One thing that changes how deep a press goes.
struct Setting {
  skin::Machine machine;
  Calibrated calibration;
};

std::vector<Setting> settings() {
  std::vector<Setting> list;
  for (const std::int32_t stretch : {0, 250, 500, 1000})
    for (const std::int32_t set_um : {900, 1300, 1800})
      for (const std::int32_t dilution : {5'000, 14'000})
        for (const std::int32_t time : {700, 1000, 1500})
          for (const std::int32_t offset : {-200, 0, 150}) {
            Setting s;
            s.machine.stretch_permille = stretch;
            s.machine.set_um = set_um;
            s.machine.dilution_milli = dilution;
            s.calibration.press_time_permille = time;
            s.calibration.depth_offset_permille = offset;
            list.push_back(s);
          }
  return list;
}

struct Hand {
  const scalp::Canvas& canvas;
  State state;
  explicit Hand(const scalp::Canvas& on, const Setting& setting = {}) : canvas(on) {
    apply(state, MachineChanged{AttemptTime{0}, setting.machine}, canvas);
    apply(state, setting.calibration, canvas);
  }
  void at(std::int64_t t, double x, bool contact, std::optional<std::uint16_t> pressure = {}) {
    apply(state, NeedleMoved{{AttemptTime{t}, scalp::canvas_point_from_mm({x, 20}), pressure, {}, contact}},
          canvas);
  }
};

// Presses so long, and compares what was said of it while it lasted with the dot.
void press_and_compare(const scalp::Canvas& canvas, const Setting& setting, double x, Span dwell_us) {
  Hand hand(canvas, setting);
  hand.at(1'000, x, true);
  const auto now = left_after(hand.state, dwell_us, *canvas.locate(scalp::canvas_point_from_mm({x, 20})));
  REQUIRE(now);
  const auto from = time_to(DepthState::Target, skin::kDepthBand, hand.state.calibration,
                            hand.state.dots.back()),
             to = time_to(DepthState::Deep, skin::kDepthBand, hand.state.calibration, hand.state.dots.back());
  hand.at(1'000 + dwell_us.us, x, false);
  REQUIRE(hand.state.dots.size() == 1);
  const auto& dot = hand.state.dots[0];
  const bool in_band = from && dwell_us >= *from && !(to && dwell_us >= *to);
  CHECK(now->deposit_depth_um == dot.deposit_depth_um);
  CHECK(now->thickness_um == dot.thickness_um);
  CHECK((depth_state(dot, skin::kDepthBand) == DepthState::Target) == in_band);
}

}  // namespace

TEST_CASE(
    "arc, ticks, gauge and the dot agree, however long the press, in every skin and with every setting") {
  for (const double skin_mm : {0.9, 1.18, 1.481})
    for (const auto scar : {scalp::TissueKind::RaisedScar, scalp::TissueKind::Burn}) {
      const auto canvas = pad(skin_mm, scar);
      for (const auto& setting : settings())
        for (const double x : {kHealthyMm, kScarMm})
          for (const std::int64_t dwell : {9'000, 61'000, 120'000, 203'000, 262'500, 341'000, 480'000})
            press_and_compare(canvas, setting, x, Span{dwell});
    }
}

TEST_CASE("the band begins and ends at that very microsecond") {
  const auto canvas = pad(1.18, scalp::TissueKind::FlatScar);
  for (const std::int32_t stretch : {0, 400, 1000}) {
    Setting setting;
    setting.machine.stretch_permille = stretch;
    Hand probe(canvas, setting);
    probe.at(1'000, kHealthyMm, true);
    const auto from =
        time_to(DepthState::Target, skin::kDepthBand, probe.state.calibration, probe.state.dots[0]);
    REQUIRE(from);
    const auto state_after = [&](Span dwell) {
      Hand hand(canvas, setting);
      hand.at(1'000, kHealthyMm, true);
      hand.at(1'000 + dwell.us, kHealthyMm, false);
      return depth_state(hand.state.dots[0], skin::kDepthBand);
    };
    CHECK(state_after(*from - Span{1}) == DepthState::Shallow);
    CHECK(state_after(*from) == DepthState::Target);
  }
}

TEST_CASE(
    "slack skin needs longer: the band comes later, and the needle that hangs out too little never meets "
    "it") {
  const auto canvas = pad(1.18, scalp::TissueKind::FlatScar);
  const auto band_of = [&](const Setting& setting) {
    Hand hand(canvas, setting);
    hand.at(1'000, kHealthyMm, true);
    hand.state.dots[0].skin_depth = 1000;  // without the bounce of slack skin
    return std::pair{
        time_to(DepthState::Target, skin::kDepthBand, hand.state.calibration, hand.state.dots[0]),
        time_to(DepthState::Deep, skin::kDepthBand, hand.state.calibration, hand.state.dots[0])};
  };
  const auto taut = band_of({});
  CHECK(taut.first->us == doctest::Approx(60'000).epsilon(0.02));
  CHECK(taut.second->us == doctest::Approx(260'000).epsilon(0.02));
  Setting slack;
  slack.machine.stretch_permille = 0;
  CHECK(band_of(slack).first->us == doctest::Approx(127'000).epsilon(0.02));
  CHECK_FALSE(band_of(slack).second);  // the skin gives way: what hangs out comes no deeper than the band
  slack.machine.set_um = 3'000;
  const auto farther = band_of(slack);
  CHECK(farther.first->us == doctest::Approx(127'000).epsilon(0.02));
  REQUIRE(farther.second);
  CHECK(farther.second->us == doctest::Approx(412'000).epsilon(0.02));
  Setting hidden;
  hidden.machine.set_um = 700;
  CHECK_FALSE(band_of(hidden).first);
}

TEST_CASE("with pressure the time means nothing") {
  const auto canvas = pad(1.18, scalp::TissueKind::FlatScar);
  Hand hand(canvas);
  hand.at(1'000, kHealthyMm, true, std::uint16_t{3900});
  CHECK(left_after(hand.state, Span{1'000})->deposit_depth_um ==
        left_after(hand.state, Span{900'000})->deposit_depth_um);
  CHECK(left_after(hand.state, Span{0})->depth_source == skin::DepthSource::Measured);
}

TEST_CASE("without a contact nothing is left; beside the canvas it is as in healthy skin") {
  const auto canvas = pad(1.4, scalp::TissueKind::FlatScar);
  Hand hand(canvas);
  CHECK_FALSE(left_after(hand.state, Span{100'000}));
  hand.at(1'000, -5, true);
  CHECK(hand.state.dots.empty());
  CHECK(left_after(hand.state, Span{100'000})->thickness_um == 1180);
}

TEST_CASE("a dry needle shows the mark that it makes, and deepens by time to the band's deep edge") {
  const auto canvas = pad(1.18, scalp::TissueKind::RaisedScar);
  Setting dry;
  dry.machine.dry = true;
  Hand hand(canvas, dry);
  hand.at(0, kScarMm, true);
  const auto under = *canvas.locate(scalp::canvas_point_from_mm({kScarMm, 20}));
  const auto long_ago = left_after(hand.state, Span{2'000'000}, under);
  hand.at(2'000'000, kScarMm, true);
  REQUIRE(hand.state.dry_marks.size() == 1);
  CHECK(long_ago->deposit_depth_um == hand.state.dry_marks[0].depth_um);
  CHECK(long_ago->thickness_um == hand.state.dry_marks[0].thickness_um);
  CHECK(left_after(hand.state, longest_dry_us(hand.state.calibration), under)->deposit_depth_um ==
        long_ago->deposit_depth_um);
}

TEST_CASE("the skin here is what a dot there would lie in") {
  const auto canvas = pad(1.3, scalp::TissueKind::SunkenScar);
  for (const double x : {kHealthyMm, kScarMm}) {
    Hand hand(canvas);
    const auto at = scalp::canvas_point_from_mm({x, 20});
    const auto here = skin_here(hand.state, at, *canvas.locate(at));
    hand.at(1'000, x, true);
    CHECK(hand.state.dots[0].thickness_um == here.thickness_um);
  }
}

TEST_CASE("a calibration alone makes the press of taut healthy skin") {
  Calibrated own;
  own.minimum_pressure = 300;
  own.maximum_pressure = 7'000;
  own.curve_gamma_permille = 1200;
  own.press_time_permille = 900;
  own.depth_offset_permille = -40;
  const auto press = press_of(own);
  CHECK(press.minimum_pressure == 300);
  CHECK(press.maximum_pressure == 7'000);
  CHECK(press.gamma_permille == 1200);
  CHECK(press.press_time_permille == 900);
  CHECK(press.offset_permille == -40);
  CHECK(press.stretch_permille == 1000);
  CHECK(press.skin_permille == 1000);
  CHECK(press.angle_ddeg == 900);
}
