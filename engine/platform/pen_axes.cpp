#include "engine/platform/pen_axes.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/units.h"

namespace engine::platform {

namespace {

// "57 units to a radian" is how drivers of tablets say that the value is in degrees.
constexpr double kDegreesSaidInRadians = 57.0;
// Tilts of a range that says nothing else span so many degrees to each side, as those of tablets do.
constexpr double kUsualTiltDeg = 64.0;

// Touches in a row that told one and the same pressure, and reports in each, after which it is not believed:
// a few at an end of the range, where broken pens are stuck, and many between (judgement).
constexpr int kStuckAtAnEnd = 3, kStuckBetween = 12, kStuckReports = 4;

bool ranged(const AxisDescription& a) {
  return std::isfinite(a.min) && std::isfinite(a.max) && a.max > a.min && std::isfinite(a.max - a.min);
}

bool needed(AxisRole role) {
  return role == AxisRole::X || role == AxisRole::Y || role == AxisRole::Pressure;
}

const char* name(AxisRole role) {
  return role == AxisRole::X ? "x" : role == AxisRole::Y ? "y" : "pressure";
}

double degrees(double value, double min, double max, double resolution) {
  const double side = std::max(std::fabs(min), std::fabs(max));
  double deg = value / side * kUsualTiltDeg;
  if (resolution == kDegreesSaidInRadians)
    deg = value;
  else if (resolution > 1.0)
    deg = core::degrees(core::Radians{value / resolution});
  else if (side <= 90.0)
    deg = value;
  return std::clamp(deg, -90.0, 90.0);
}

}  // namespace

core::Result<PenAxes> PenAxes::make(std::span<const AxisDescription> axes) {
  PenAxes pen;
  for (const AxisDescription& a : axes) {
    if (a.number < 0 || a.number >= kMostAxes)
      return core::fail("an axis has the number " + std::to_string(a.number));
    if (a.role == AxisRole::Other) continue;
    Axis& mine = pen.axes_[static_cast<std::size_t>(a.role)];
    if (mine.there && needed(a.role))
      return core::fail(std::string("two axes say that they are ") + name(a.role));
    const bool usable = a.absolute && ranged(a);
    if (!usable && needed(a.role))
      return core::fail(std::string("the axis of ") + name(a.role) + " has no range");
    if (!usable || mine.there) continue;
    mine = {.there = true,
            .told = a.role == AxisRole::Pressure && std::isfinite(a.value),
            .number = a.number,
            .min = a.min,
            .max = a.max,
            .resolution = std::isfinite(a.resolution) ? a.resolution : 0.0,
            .value = std::isfinite(a.value)         ? a.value
                     : a.role == AxisRole::Pressure ? a.min
                                                    : std::clamp(0.0, a.min, a.max)};
  }
  for (const AxisRole role : {AxisRole::X, AxisRole::Y, AxisRole::Pressure})
    if (!pen.of(role).there) return core::fail(std::string("there is no axis of ") + name(role));
  for (std::size_t i = 0; i < kAxisRoles; ++i)
    for (std::size_t k = i + 1; k < kAxisRoles; ++k)
      if (pen.axes_[i].there && pen.axes_[k].there && pen.axes_[i].number == pen.axes_[k].number)
        return core::fail("two axes have the number " + std::to_string(pen.axes_[i].number));
  return pen;
}

void PenAxes::set(int number, double value) {
  if (!std::isfinite(value)) return;
  if (number == of(AxisRole::X).number) ++touch_.reports;
  if (number == of(AxisRole::Pressure).number) {
    touch_.varied = touch_.varied || (touch_.down && touch_.pressure && value != *touch_.pressure);
    touch_.pressure = value;
  }
  for (Axis& a : axes_) {
    if (!a.there || a.number != number) continue;
    a.changed = a.changed || (a.told && value != a.value);
    a.told = true;
    a.value = value;
  }
}

void PenAxes::touch(bool down) {
  if (down) touch_ = {.down = true};
  if (down || !touch_.down) return;
  touch_.down = false;
  if (touch_.varied) {
    stuck_ = 0;
  } else if (touch_.reports >= kStuckReports) {  // a shorter touch tells nothing either way
    const double at = touch_.pressure.value_or(of(AxisRole::Pressure).value);
    stuck_ = at == stuck_at_ ? stuck_ + 1 : 1;
    stuck_at_ = at;
  }
}

geometry::Vec2 PenAxes::share() const {
  // A range of whole units: the last one ends at the far edge.
  const auto part = [](const Axis& a) {
    return std::clamp((a.value - a.min) / (a.max + 1.0 - a.min), 0.0, 1.0);
  };
  return {part(of(AxisRole::X)), part(of(AxisRole::Y))};
}

std::optional<double> PenAxes::pressure() const {
  const Axis& a = of(AxisRole::Pressure);
  const bool varies = touch_.down && touch_.varied, at_an_end = stuck_at_ <= a.min || stuck_at_ >= a.max,
             stuck = stuck_ >= (at_an_end ? kStuckAtAnEnd : kStuckBetween);
  if (!a.changed || (stuck && !varies)) return std::nullopt;
  return std::clamp((a.value - a.min) / (a.max - a.min), 0.0, 1.0);
}

std::optional<geometry::Vec2> PenAxes::tilt_deg() const {
  const Axis &x = of(AxisRole::TiltX), &y = of(AxisRole::TiltY);
  if (!x.there || !y.there || !(x.changed || y.changed)) return std::nullopt;
  return geometry::Vec2{degrees(x.value, x.min, x.max, x.resolution),
                        degrees(y.value, y.min, y.max, y.resolution)};
}

std::optional<core::Degrees> PenAxes::twist() const {
  const Axis& a = of(AxisRole::Twist);
  if (!a.there || !a.changed) return std::nullopt;
  return core::Degrees{std::clamp((a.value - a.min) / (a.max + 1.0 - a.min), 0.0, 1.0) * 360.0 - 180.0};
}

}  // namespace engine::platform
