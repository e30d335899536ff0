// Strong scalar units: a length cannot be passed where an angle is meant. Values are doubles;
// construction is explicit, `+ -` stay in the unit, `* /` take plain numbers, unit / unit is a ratio.
#pragma once

#include <compare>

namespace engine::core {

template <class Tag>
struct Quantity {
  double value = 0.0;

  constexpr Quantity() = default;
  constexpr explicit Quantity(double v) : value(v) {}
  constexpr auto operator<=>(const Quantity&) const = default;
};

using Mm = Quantity<struct MmTag>;            // millimetres
using Radians = Quantity<struct RadiansTag>;  // radians
using Degrees = Quantity<struct DegreesTag>;  // degrees: angles that are told or judged in them
using Seconds = Quantity<struct SecondsTag>;  // seconds
using PerCm2 = Quantity<struct PerCm2Tag>;    // dots (or follicular units) per square centimetre
using Hertz = Quantity<struct HertzTag>;      // strikes per second

constexpr double kPi = 3.14159265358979323846;

constexpr Radians radians_from_degrees(double degrees) {
  return Radians{degrees * (kPi / 180.0)};
}
constexpr double degrees(Radians angle) {
  return angle.value * (180.0 / kPi);
}
constexpr double per_mm2(PerCm2 density) {
  return density.value / 100.0;
}

// ---------------------------------------------------------------------------------------------

template <class Tag>
constexpr Quantity<Tag> operator+(Quantity<Tag> a, Quantity<Tag> b) {
  return Quantity<Tag>{a.value + b.value};
}
template <class Tag>
constexpr Quantity<Tag> operator-(Quantity<Tag> a, Quantity<Tag> b) {
  return Quantity<Tag>{a.value - b.value};
}
template <class Tag>
constexpr Quantity<Tag> operator-(Quantity<Tag> a) {
  return Quantity<Tag>{-a.value};
}
template <class Tag>
constexpr Quantity<Tag> operator*(Quantity<Tag> a, double k) {
  return Quantity<Tag>{a.value * k};
}
template <class Tag>
constexpr Quantity<Tag> operator*(double k, Quantity<Tag> a) {
  return a * k;
}
template <class Tag>
constexpr Quantity<Tag> operator/(Quantity<Tag> a, double k) {
  return Quantity<Tag>{a.value / k};
}
template <class Tag>
constexpr double operator/(Quantity<Tag> a, Quantity<Tag> b) {
  return a.value / b.value;
}

}  // namespace engine::core
