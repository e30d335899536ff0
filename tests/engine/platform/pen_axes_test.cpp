#include "engine/platform/pen_axes.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace engine::platform;
using Axes = std::vector<AxisDescription>;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN(),
                 kInf = std::numeric_limits<double>::infinity();

// As drivers of tablets describe themselves.
Axes tablet() {
  return {{.number = 0, .role = AxisRole::X, .min = 0, .max = 44'799},
          {.number = 1, .role = AxisRole::Y, .min = 0, .max = 29'599},
          {.number = 2, .role = AxisRole::Pressure, .min = 0, .max = 8191},
          {.number = 3, .role = AxisRole::TiltX, .min = -64, .max = 63, .resolution = 57},
          {.number = 4, .role = AxisRole::TiltY, .min = -64, .max = 63, .resolution = 57},
          {.number = 5, .role = AxisRole::Twist, .min = -900, .max = 899}};
}

AxisDescription& of(Axes& axes, AxisRole role) {
  for (auto& a : axes)
    if (a.role == role) return a;
  throw std::logic_error("no such axis");
}

Axes with(AxisRole role, double min, double max) {
  Axes axes = tablet();
  of(axes, role).min = min;
  of(axes, role).max = max;
  return axes;
}

Axes without(AxisRole role) {
  Axes axes = tablet();
  std::erase_if(axes, [&](const auto& a) { return a.role == role; });
  return axes;
}

// Whatever a pen may send, no number leaves its range.
void check_sane(const PenAxes& pen) {
  const auto at = pen.share();
  CHECK(at.x >= 0.0);
  CHECK(at.x <= 1.0);
  CHECK(at.y >= 0.0);
  CHECK(at.y <= 1.0);
  CHECK(pen.pressure().value_or(0.0) >= 0.0);
  CHECK(pen.pressure().value_or(0.0) <= 1.0);
  if (const auto tilt = pen.tilt_deg()) {
    CHECK(std::fabs(tilt->x) <= 90.0);
    CHECK(std::fabs(tilt->y) <= 90.0);
  }
  if (const auto twist = pen.twist()) CHECK(std::fabs(twist->value) <= 180.0);
}

}  // namespace

TEST_CASE("a tablet's numbers become shares, pressure and degrees") {
  auto pen = *PenAxes::make(tablet());
  pen.set(0, 22'400);
  pen.set(1, 7'400);
  pen.set(2, 4'095.5);
  CHECK(pen.share().x == doctest::Approx(0.5));
  CHECK(pen.share().y == doctest::Approx(0.25));
  CHECK(pen.pressure().value() == doctest::Approx(0.5));
  pen.set(3, 10);
  CHECK_FALSE(pen.tilt_deg());  // a pen without tilt says one value for ever
  pen.set(3, 30);
  pen.set(4, -20);
  REQUIRE(pen.tilt_deg());
  CHECK(pen.tilt_deg()->x == 30.0);
  CHECK(pen.tilt_deg()->y == -20.0);
  CHECK_FALSE(pen.twist());
  pen.set(5, 0);
  pen.set(5, 450);
  CHECK(pen.twist()->value == doctest::Approx(90.0));
}

TEST_CASE("axes are found by their labels, in any order and with gaps") {
  Axes axes = tablet();
  std::swap(of(axes, AxisRole::X).number, of(axes, AxisRole::Pressure).number);  // swapped
  axes.push_back({.number = 40, .role = AxisRole::Other});
  auto pen = *PenAxes::make(axes);
  pen.set(2, 11'200);
  pen.set(0, 8191);
  pen.set(40, 1e9);
  CHECK(pen.share().x == doctest::Approx(0.25));
  CHECK(pen.pressure() == 1.0);
}

TEST_CASE("tilt in units of its own") {
  const auto tilt_of = [](double min, double max, double resolution, double value) {
    Axes axes = with(AxisRole::TiltX, min, max);
    of(axes, AxisRole::TiltX).resolution = resolution;
    auto pen = *PenAxes::make(axes);
    pen.set(3, 0);
    pen.set(3, value);
    return pen.tilt_deg().value().x;
  };
  // degrees, said as units to a radian
  CHECK(tilt_of(-64, 63, 57, 45) == 45.0);
  CHECK(tilt_of(-9000, 9000, 5730, 3000) == doctest::Approx(30.0).epsilon(0.001));  // hundredths of a degree
  CHECK(tilt_of(-60, 60, 0, -20) == -20.0);                                         // nothing said: degrees
  CHECK(tilt_of(-127, 127, 0, 127) == doctest::Approx(64.0));  // nothing said and no degrees
  CHECK(tilt_of(-64, 63, 57, 500) == 90.0);
}

TEST_CASE("malformed descriptions are refused with a reason") {
  CHECK(PenAxes::make(without(AxisRole::X)).error().message == "there is no axis of x");
  CHECK(PenAxes::make(without(AxisRole::Y)).error().message == "there is no axis of y");
  CHECK(PenAxes::make(without(AxisRole::Pressure)).error().message == "there is no axis of pressure");
  CHECK(PenAxes::make({}).error().message == "there is no axis of x");
  CHECK(PenAxes::make(with(AxisRole::Pressure, 5, 5)).error().message == "the axis of pressure has no range");
  CHECK_FALSE(PenAxes::make(with(AxisRole::X, 100, -100)));
  CHECK_FALSE(PenAxes::make(with(AxisRole::X, kNan, 100)));
  CHECK_FALSE(PenAxes::make(with(AxisRole::Y, 0, kInf)));
  CHECK_FALSE(PenAxes::make(with(AxisRole::Y, -1e308, 1e308)));
  Axes relative = tablet();
  of(relative, AxisRole::Y).absolute = false;
  CHECK_FALSE(PenAxes::make(relative));
  Axes twice = tablet();
  twice.push_back({.number = 7, .role = AxisRole::Pressure, .max = 100});
  CHECK(PenAxes::make(twice).error().message == "two axes say that they are pressure");
  Axes shared = tablet();
  of(shared, AxisRole::Pressure).number = 0;
  CHECK(PenAxes::make(shared).error().message == "two axes have the number 0");
  Axes negative = tablet();
  of(negative, AxisRole::X).number = -1;
  CHECK_FALSE(PenAxes::make(negative));
  Axes many = tablet();
  many.push_back({.number = 64});
  CHECK_FALSE(PenAxes::make(many));
}

TEST_CASE("64 axes with the right labels among them are read") {
  Axes axes;
  for (int i = 0; i < kMostAxes; ++i) axes.push_back({.number = i, .max = 1});
  axes[61] = {.number = 61, .role = AxisRole::X, .max = 999};
  axes[62] = {.number = 62, .role = AxisRole::Y, .max = 999};
  axes[63] = {.number = 63, .role = AxisRole::Pressure, .max = 100};
  auto pen = PenAxes::make(axes);
  REQUIRE(pen);
  for (int i = 0; i < kMostAxes; ++i) pen->set(i, 50);
  CHECK(pen->pressure() == 0.5);
  CHECK(pen->share().x == doctest::Approx(0.05));
}

TEST_CASE("values that are no numbers leave the last one; values beyond the range stop at it") {
  auto pen = *PenAxes::make(tablet());
  for (const int axis : {0, 1, 2}) pen.set(axis, 1000);
  const auto at = pen.share();
  const double pressure = pen.pressure().value();
  for (const double bad : {kNan, kInf, -kInf})
    for (int axis = -3; axis < 80; ++axis) pen.set(axis, bad);
  CHECK(pen.share() == at);
  CHECK(pen.pressure() == pressure);
  pen.set(2, -500);
  CHECK(pen.pressure() == 0.0);
  pen.set(2, 1e300);
  CHECK(pen.pressure() == 1.0);
  for (const double wild : {-1e300, 1e300, 0.5, -0.0}) {
    for (int axis = 0; axis < 8; ++axis) pen.set(axis, wild);
    check_sane(pen);
  }
}

TEST_CASE("a description whose values are no numbers begins somewhere harmless") {
  Axes axes = tablet();
  for (auto& a : axes) a.value = kNan;
  of(axes, AxisRole::TiltX).resolution = kNan;
  auto pen = PenAxes::make(axes);
  REQUIRE(pen);
  check_sane(*pen);
  CHECK_FALSE(pen->pressure());
}

namespace {

// A touch with these pressures, as shares of the full one; whether any pressure came of the pen.
bool told_in(PenAxes& pen, const std::vector<double>& pressures) {
  bool told = false;
  pen.touch(true);
  for (const double p : pressures) {
    pen.set(0, 1000);
    pen.set(2, p * 8191);
    told = told || pen.pressure().has_value();
  }
  pen.touch(false);
  pen.set(2, 0);
  return told;
}

}  // namespace

TEST_CASE("a pen that tells one pressure for ever has none") {
  for (const double stuck : {0.0, 0.4, 1.0}) {
    Axes axes = tablet();
    of(axes, AxisRole::Pressure).value = stuck * 8191;
    auto pen = *PenAxes::make(axes);
    CAPTURE(stuck);
    for (int touch = 0; touch < 20; ++touch) {
      pen.touch(true);
      for (int i = 0; i < 10; ++i) {
        pen.set(0, i);
        pen.set(2, stuck * 8191);
        CHECK_FALSE(pen.pressure());
      }
      pen.touch(false);
    }
  }
}

TEST_CASE("a pen that only knows whether it touches is not believed for long, and again when it varies") {
  auto pen = *PenAxes::make(tablet());
  const std::vector<double> full(8, 1.0), hand{0.1, 0.4, 0.5, 0.2};
  for (int touch = 0; touch < 3; ++touch) CHECK(told_in(pen, full));
  CHECK_FALSE(told_in(pen, full));
  CHECK_FALSE(told_in(pen, {1.0}));
  CHECK(told_in(pen, hand));
  CHECK(told_in(pen, full));  // a hand may press as hard as it goes now and then
  for (int touch = 0; touch < 100; ++touch) {
    CHECK(told_in(pen, hand));
    CHECK(told_in(pen, full));
    CHECK(told_in(pen, {1.0, 1.0}));
  }
  auto other = *PenAxes::make(tablet());
  const std::vector<double> half(8, 0.5);
  for (int touch = 0; touch < 12; ++touch) CHECK(told_in(other, half));
  CHECK_FALSE(told_in(other, half));
}

TEST_CASE("a tilt axis without a range is as if it were not there") {
  auto pen = *PenAxes::make(with(AxisRole::TiltX, 0, 0));
  for (const double v : {0.0, 10.0}) {
    pen.set(3, v);
    pen.set(4, v);
  }
  CHECK_FALSE(pen.tilt_deg());
}
