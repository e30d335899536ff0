#include "trainer/app/device_check.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/core/draw.h"
#include "trainer/app/devices.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace trainer;
using namespace engine::platform;
using engine::geometry::Vec2;

namespace {

const Device kPen{.id = 7,
                  .kind = PointerKind::Pen,
                  .name = "A pen",
                  .path = "X11, XInput 2",
                  .pressure = true,
                  .tilt = true};

// A hand with a device at the check.
struct Hand {
  app::DeviceCheck check;
  Device device;
  SteadyTime now_us{1'000'000};
  Hand(const Device& d) : check(d, 14.0), device(d) {}

  PointerSample sample(Vec2 at, double share) const {
    PointerSample s{.t_us = now_us,
                    .at = at,
                    .pressure = {},
                    .tilt_deg = {},
                    .twist = {},
                    .kind = device.kind,
                    .device = device.id};
    if (device.pressure) s.pressure = share;
    if (device.tilt) s.tilt_deg = Vec2{20.0 + static_cast<double>(now_us.us / 10'000 % 2), -5.0};
    return s;
  }
  void press(Vec2 at, double share, Span length_us) {
    check.press(device, sample(at, share));
    for (Span t{10'000}; t < length_us; t += Span{10'000}) {
      now_us += Span{10'000};
      check.move(sample(at, share));
    }
    now_us += Span{10'000};
    check.release(sample(at, 0.0));
    now_us += Span{150'000};
  }
  void circle(double radius) {
    for (int i = 0; i <= 60; ++i, now_us += Span{10'000}) {
      const auto s = sample({300 + radius * std::cos(i * 0.105), 300 + radius * std::sin(i * 0.105)}, 0.3);
      i == 0 ? check.press(device, s) : check.move(s);
    }
    check.release(sample({300 + radius, 300}, 0.0));
    now_us += Span{200'000};
  }
  ui::DeviceCheckView view() const { return check.view({}, now_us); }
};

}  // namespace

TEST_CASE("a pen goes through five parts, a mouse through three") {
  Hand pen(kPen);
  pen.circle(100);
  CHECK(pen.view().part == 1);
  pen.press({200, 200}, 0.1, Span{900'000});
  pen.press({200, 200}, 0.8, Span{900'000});
  CHECK(pen.view().part == 3);
  for (int i = 0; i < 5; ++i) pen.press({200.0 + 40 * i, 200}, 0.3, Span{60'000});
  CHECK(pen.view().part == 4);
  for (int i = 0; i < 19; ++i) pen.press({200.0 + 20 * i, 300}, 0.3, Span{150'000});
  CHECK(pen.view().count == "19 of 20");
  CHECK_FALSE(pen.check.done());
  pen.press({200, 350}, 0.3, Span{150'000});
  REQUIRE(pen.check.done());
  const auto report = pen.check.report();
  CHECK(report.findings.empty());
  CHECK(report.pressure);
  CHECK(report.left_handed == false);
  CHECK(pen.view().usable);
  CHECK(pen.view().typical == doctest::Approx(0.3).epsilon(0.01));

  Hand mouse(Device{});
  mouse.circle(100);
  for (int i = 0; i < 5; ++i) mouse.press({200.0 + 40 * i, 200}, 0.0, Span{60'000});
  for (int i = 0; i < 20; ++i) mouse.press({200.0 + 20 * i, 300}, 0.0, Span{210'000});
  REQUIRE(mouse.check.done());
  CHECK(mouse.check.report().calibration.press_time_permille == 1400);
  CHECK(mouse.view().findings.empty());
}

TEST_CASE("what is too small or too short does not count, and is said") {
  Hand pen(kPen);
  pen.circle(10);
  CHECK(pen.view().part == 0);
  CHECK_FALSE(pen.view().hint.empty());
  pen.circle(80);
  CHECK(pen.view().hint.empty());
  pen.press({200, 200}, 0.1, Span{300'000});
  CHECK(pen.view().part == 1);
  CHECK_FALSE(pen.view().hint.empty());
}

namespace {

// The whole check, with something wrong: `spoil` changes a sample before it goes in.
struct Spoilt {
  std::function<void(PointerSample&)> spoil = [](PointerSample&) {};
  Span tap_us{60'000};
  bool bounces = false;  // every tap comes twice

  std::vector<ui::FindingWords> findings() const {
    app::DeviceCheck check(kPen, 14.0);
    SteadyTime now_us{1'000'000};
    const auto sample = [&](Vec2 at, double pressure) {
      PointerSample s{.t_us = now_us,
                      .at = at,
                      .pressure = pressure,
                      .tilt_deg = {},
                      .twist = {},
                      .kind = kPen.kind,
                      .device = kPen.id};
      spoil(s);
      return s;
    };
    const auto press = [&](Vec2 at, double pressure, Span length_us, Span pause_us = Span{200'000}) {
      check.press(kPen, sample(at, pressure));
      for (const SteadyTime end = now_us + length_us; now_us < end; now_us += Span{5'000})
        check.move(sample(at, pressure * (0.9 + 0.1 * static_cast<double>(now_us.us / 5'000 % 2))));
      check.release(sample(at, 0.0));
      now_us += pause_us;
    };
    check.press(kPen, sample({400, 300}, 0.3));
    for (int i = 0; i <= 160; ++i, now_us += Span{5'000})
      check.move(sample({300 + 100 * std::cos(i * 0.04), 300 + 100 * std::sin(i * 0.04)}, 0.3));
    check.release(sample({400, 300}, 0.0));
    now_us += Span{200'000};
    press({200, 200}, 0.1, Span{900'000});
    press({200, 200}, 0.8, Span{900'000});
    for (int i = 0; check.view({}, now_us).part == 3; ++i)
      press({200.0 + 40 * (i / (bounces ? 2 : 1)), 200}, 0.3, tap_us,
            Span{bounces && i % 2 == 0 ? 20'000 : 200'000});
    for (int i = 0; i < engine::sim::kComfortableAsked; ++i) press({200.0 + 20 * i, 300}, 0.3, Span{150'000});
    REQUIRE(check.done());
    return check.view({}, now_us).findings;
  }
};

void check_alone(const Spoilt& spoilt, engine::sim::DeviceFault fault, const std::string& title) {
  CAPTURE(title);
  const auto found = spoilt.findings();
  REQUIRE(found.size() == 1);
  CHECK(found[0].title.find(title) != std::string::npos);
  CHECK(found[0].remedy == ui::words_of({fault, 1.0}).remedy);
}

}  // namespace

TEST_CASE("what is wrong with a device is named from its raw samples, alone, with a remedy") {
  using engine::sim::DeviceFault;
  CHECK(Spoilt{}.findings().empty());
  // an axis that never moves
  check_alone({.spoil = [](PointerSample& s) { s.pressure = 1.0; }}, DeviceFault::NoPressure,
              "tells no pressure");
  check_alone({.spoil = [](PointerSample& s) { s.pressure.reset(); }}, DeviceFault::NoPressure,
              "tells no pressure");
  check_alone({.spoil = [](PointerSample& s) { s.pressure = std::min(0.25, *s.pressure); }},
              DeviceFault::PressureSaturates, "as strong as the pen can tell");
  check_alone({.spoil = [](PointerSample& s) { s.at.x *= 1.5; }}, DeviceFault::StretchedMapping,
              "times as wide");
  check_alone({.tap_us = {}}, DeviceFault::TapsWithoutDuration, "taps have no duration");
  const auto tremble = [](PointerSample& s) {
    const auto n = static_cast<std::uint64_t>(s.t_us.us);
    s.at += Vec2{1.6 * engine::core::draw_normal(1, "x", n), 1.6 * engine::core::draw_normal(1, "y", n)};
  };
  check_alone({.spoil = tremble}, DeviceFault::Jitter, "trembles by 1.");
  check_alone({.bounces = true}, DeviceFault::DoubleContacts, "came twice");
}

TEST_CASE("skipping all gives nothing to use") {
  Hand pen(kPen);
  for (int i = 0; i < 9; ++i) pen.check.next_part();
  CHECK(pen.check.done());
  CHECK_FALSE(pen.view().usable);
  pen.check.again();
  CHECK(pen.view().part == 0);
}

TEST_CASE("the check follows the device that presses and hears no other meanwhile") {
  Hand mouse(Device{});
  mouse.circle(100);
  Hand pen(kPen);
  pen.now_us = mouse.now_us;
  auto& check = mouse.check;
  check.press(kPen, pen.sample({100, 100}, 0.2));
  CHECK(check.device() == kPen);
  CHECK(check.view({}, pen.now_us).part == 0);
  check.release(mouse.sample({100, 100}, 0.0));  // the mouse's, not the pen's
  CHECK(check.touching());
}

TEST_CASE("devices: the latest samples tell which is in use; an echo does not") {
  app::Devices devices;
  CHECK(devices.label() == ui::DeviceLabel{"mouse", false});
  CHECK_FALSE(devices.pen_at_hand());
  devices.follow(DeviceAppeared{kPen});
  CHECK(devices.pen_at_hand());
  CHECK(devices.label().name == "mouse");
  PointerSample s{.t_us = SteadyTime{10},
                  .at = {5, 6},
                  .pressure = 0.45,
                  .tilt_deg = Vec2{10, -3},
                  .twist = {},
                  .kind = PointerKind::Pen,
                  .device = 7};
  devices.follow(PointerMoved{s});
  CHECK(devices.label() == ui::DeviceLabel{"A pen", true});
  PointerSample echo{
      .t_us = SteadyTime{20}, .at = {5, 6}, .pressure = {}, .tilt_deg = {}, .twist = {}, .echo = true};
  devices.follow(PointerMoved{echo});
  CHECK(devices.label().measured);
  const auto live = devices.live({});
  CHECK(*live.pressure == 0.45);
  CHECK(*live.depth == doctest::Approx(0.55).epsilon(0.01));
  CHECK(*devices.live({.maximum_pressure = 4096}).depth > 0.9);
  CHECK_FALSE(live.per_second.has_value());
  for (int i = 0; i < 200; ++i) {
    s.t_us += Span{5'000};
    devices.follow(PointerMoved{s});
  }
  CHECK(*devices.live({}).per_second == doctest::Approx(200).epsilon(0.01));
  CHECK(*devices.live({}).jitter_px == 0.0);
  devices.follow(DeviceGone{.device = 7, .t_us = SteadyTime{0}});
  CHECK(devices.label().name == "mouse");
  CHECK_FALSE(devices.pen_at_hand());
}
