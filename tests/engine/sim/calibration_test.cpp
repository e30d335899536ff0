#include "engine/sim/calibration.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/draw.h"
#include "engine/skin/penetration.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace engine::sim;
using engine::geometry::Vec2;

namespace {

constexpr double kTurn = 6.283185307179586;

// Somebody at the check: what every part of it records.
struct Hand {
  CheckRecording recording{.kind = DeviceKind::Pen, .px_per_mm = 14.0, .parts = {}};
  SteadyTime now_us{};
  double light = 0.1, comfortable = 0.3, firm = 0.8, ceiling = 1.0;  // shares of full pressure
  std::optional<Tilt> hold = Tilt{220, 130};
  bool pressure = true, steady = false;  // steady: the hold does not change by a tenth
  Span press_us = Span{180'000}, tap_us{60'000};
  Vec2 stretched{1.0, 1.0};
  double noise_px = 0.0;

  double noise(std::int64_t purpose) const {
    return engine::core::draw_normal(1, "noise", static_cast<std::uint64_t>(purpose)) * noise_px;
  }
  CheckSample sample(Vec2 at, double share) {
    CheckSample s{.t_us = now_us,
                  .at = {at.x + noise(2 * now_us.us), at.y + noise(2 * now_us.us + 1)},
                  .pressure = {},
                  .tilt = {},
                  .contact = true};
    if (pressure) s.pressure = static_cast<std::uint16_t>(8192.0 * std::min(ceiling, share));
    if (hold)
      s.tilt = Tilt{static_cast<std::int16_t>(hold->x_ddeg + (steady ? 0 : (now_us.us / 5'000) % 3 - 1)),
                    hold->y_ddeg};
    return s;
  }
  void press(CheckPart part, Vec2 at, double share, Span length_us, Span pause_us = Span{200'000}) {
    CheckContact contact;
    const SteadyTime down = now_us;
    for (; now_us <= down + length_us; now_us += Span{5'000}) {
      const double ramp = std::min({1.0, static_cast<double>((now_us - down).us) / 40'000.0 + 0.3});
      contact.samples.push_back(sample(at, share * ramp));
    }
    contact.up_us = now_us = down + length_us;
    recording.parts[static_cast<std::size_t>(part)].push_back(contact);
    now_us += pause_us;
  }
  void circle() {
    CheckContact contact;
    for (int i = 0; i <= 200; ++i, now_us += Span{5'000}) {
      const double turn = kTurn * i / 200;
      contact.samples.push_back(sample(
          {300 + 90 * std::cos(turn) * stretched.x, 300 + 90 * std::sin(turn) * stretched.y}, comfortable));
    }
    contact.up_us = now_us;
    recording.parts[0].push_back(contact);
  }
  DeviceReport all() {
    circle();
    press(CheckPart::Light, {300, 300}, light, Span{800'000});
    press(CheckPart::Firm, {300, 300}, firm, Span{800'000});
    for (int i = 0; i < kTapsAsked; ++i) press(CheckPart::Taps, {200.0 + 30 * i, 300}, comfortable, tap_us);
    for (int i = 0; i < kComfortableAsked; ++i)
      press(CheckPart::Comfortable, {200.0 + 20 * i, 300}, comfortable * (1.0 + 0.02 * (i % 5 - 2)),
            press_us);
    return examine(recording);
  }
};

bool has(const DeviceReport& report, DeviceFault fault) {
  for (const auto& finding : report.findings)
    if (finding.fault == fault) return true;
  return false;
}

std::int32_t delta(const Calibrated& c, double share) {
  return engine::skin::delta_from_pressure({.pressure = static_cast<std::uint16_t>(8192 * share),
                                            .minimum_pressure = c.minimum_pressure,
                                            .maximum_pressure = c.maximum_pressure,
                                            .gamma_permille = c.curve_gamma_permille});
}

}  // namespace

TEST_CASE("a good pen in a steady hand: nothing to find fault with") {
  const auto report = Hand{}.all();
  CHECK(report.findings.empty());
  CHECK(report.pressure);
  CHECK(report.tilt);
  CHECK(*report.per_second == doctest::Approx(200).epsilon(0.01));
  CHECK(*report.jitter_px < 0.1);
}

TEST_CASE("however hard a hand presses, its comfortable press lies at the centre of the band") {
  for (const double comfortable : {0.1, 0.2, 0.35, 0.5, 0.6}) {
    CAPTURE(comfortable);
    Hand hand;
    hand.light = comfortable / 4;
    hand.comfortable = comfortable;
    hand.firm = std::min(1.0, comfortable * 2.5);
    const auto c = hand.all().calibration;
    CHECK(delta(c, comfortable) == doctest::Approx(550).epsilon(0.02));
    CHECK(delta(c, hand.firm) > 950);   // firm is too deep
    CHECK(delta(c, hand.light) < 380);  // light is too shallow
    CHECK(delta(c, hand.light) > 0);    // but it is there
    CHECK(delta(c, comfortable / 10) < delta(c, comfortable / 4));
    CHECK(c.minimum_pressure < c.maximum_pressure);
    CHECK(c.press_time_permille == 1000);  // pressure tells the depth
  }
}

TEST_CASE("the hold counts as upright and tells the hand") {
  Hand right, left, upright;
  left.hold = Tilt{-200, 100};
  upright.hold = Tilt{10, 0};
  const auto r = right.all(), l = left.all();
  CHECK(r.calibration.upright.x_ddeg == doctest::Approx(220).epsilon(0.02));
  CHECK(r.calibration.upright.y_ddeg == -130);
  CHECK(r.left_handed == false);
  CHECK(l.left_handed == true);
  CHECK_FALSE(upright.all().left_handed.has_value());
}

TEST_CASE("a pen held still counts with the angle at which it is held") {
  Hand hand;
  hand.steady = true;
  const auto report = hand.all();
  CHECK(report.tilt);
  CHECK(report.calibration.upright == Tilt{220, -130});
  hand = {};
  hand.hold.reset();
  CHECK_FALSE(hand.all().tilt);
}

TEST_CASE("a press that no curve brings into the band is told from one that it does") {
  const auto reach = [](auto change) {
    Hand hand;
    change(hand);
    return hand.all().reach;
  };
  CHECK(reach([](Hand&) {}) == Reach::Centre);
  CHECK(reach([](Hand& h) { h.comfortable = h.firm = 1.5; }) == Reach::Strong);  // at the ceiling
  CHECK(reach([](Hand& h) { h.ceiling = 0.25; }) == Reach::Strong);              // of a pen that tells less
  CHECK(reach([](Hand& h) { h.comfortable = 0.9, h.firm = 1.0; }) == Reach::Strong);
  CHECK(reach([](Hand& h) { h.light = 0.01, h.comfortable = 0.03, h.firm = 1.0; }) == Reach::Weak);
  const auto mouse = [&](Span press_us) {
    return reach([&](Hand& h) {
      h.recording.kind = DeviceKind::Mouse, h.pressure = false, h.hold.reset(), h.press_us = press_us;
    });
  };
  CHECK(mouse(Span{35'000}) == Reach::Weak);
  CHECK(mouse(Span{75'000}) == Reach::Centre);
  CHECK(mouse(Span{200'000}) == Reach::Centre);
  CHECK(mouse(Span{600'000}) == Reach::Strong);
}

TEST_CASE("each fault is found, alone") {
  struct Case {
    DeviceFault fault;
    Hand hand;
  };
  std::vector<Case> cases;
  const auto add = [&](DeviceFault fault, auto change) {
    Hand hand;
    change(hand);
    cases.push_back({fault, hand});
  };
  add(DeviceFault::NoPressure, [](Hand& h) { h.pressure = false; });
  add(DeviceFault::PressureSaturates, [](Hand& h) { h.ceiling = 0.25; });
  add(DeviceFault::StretchedMapping, [](Hand& h) { h.stretched = {1.5, 1.0}; });
  add(DeviceFault::StretchedMapping, [](Hand& h) { h.stretched = {1.0, 1.4}; });
  add(DeviceFault::TapsWithoutDuration, [](Hand& h) { h.tap_us = {}; });
  add(DeviceFault::Jitter, [](Hand& h) { h.noise_px = 1.6; });
  for (auto& [fault, hand] : cases) {
    const auto report = hand.all();
    CAPTURE(static_cast<int>(fault));
    CHECK(has(report, fault));
    CHECK(report.findings.size() == 1);
  }
  Hand bouncing;
  bouncing.press(CheckPart::Taps, {100, 100}, 0.3, Span{60'000}, Span{30'000});
  bouncing.press(CheckPart::Taps, {100.5, 100}, 0.3, Span{60'000});
  const auto report = bouncing.all();
  CHECK(has(report, DeviceFault::DoubleContacts));
  CHECK(report.findings.size() == 1);
}

TEST_CASE("jitter is measured, and neither a bend nor whole pixels pass for it") {
  for (const double noise : {0.3, 1.0, 2.0}) {
    Hand hand;
    hand.noise_px = noise;
    hand.circle();
    CHECK(*jitter_px(hand.recording.parts[0][0].samples) == doctest::Approx(noise).epsilon(0.25));
  }
  Hand mouse;
  mouse.circle();
  auto samples = mouse.recording.parts[0][0].samples;
  for (auto& s : samples) s.at = {std::round(s.at.x), std::round(s.at.y)};
  CHECK(*jitter_px(samples) < 0.6);
  samples.resize(7);
  CHECK_FALSE(jitter_px(samples).has_value());
}

TEST_CASE("a mouse has a press time and no faults of a pen") {
  for (const auto& [press_us, permille] :
       {std::pair{75'000, 700}, {150'000, 1000}, {180'000, 1200}, {400'000, 1500}}) {
    Hand hand;
    hand.recording.kind = DeviceKind::Mouse;
    hand.pressure = false;
    hand.hold.reset();
    hand.press_us = Span{press_us};
    hand.stretched = {2.0, 1.0};
    const auto report = hand.all();
    CHECK(report.findings.empty());
    CHECK(report.calibration.press_time_permille == permille);
    CHECK(report.calibration.maximum_pressure == kFullPressure);
    CHECK_FALSE(report.tilt);
  }
}

TEST_CASE("a check in which nothing was done changes nothing") {
  const auto report = examine({});
  CHECK(report.findings.empty());
  CHECK(report.calibration == Calibrated{});
  CHECK_FALSE(report.comfortable);
}
