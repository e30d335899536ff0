// Moments on three clocks, and the length of time between two of them. A moment of one clock is no moment
// of another: they neither convert nor compare. Whole numbers, built by name only; zero by default.
#pragma once

#include <compare>
#include <cstdint>

namespace engine::core {

// A length of time; below zero when it runs backwards. Its sums must stay within 64 bits.
struct Span {
  std::int64_t us = 0;  // microseconds

  constexpr Span() = default;
  constexpr explicit Span(std::int64_t microseconds) : us(microseconds) {}
  constexpr auto operator<=>(const Span&) const = default;
};

template <class Clock>
struct Moment {
  std::int64_t us = 0;  // microseconds since the clock's zero

  constexpr Moment() = default;
  constexpr explicit Moment(std::int64_t microseconds) : us(microseconds) {}
  constexpr auto operator<=>(const Moment&) const = default;
};

using AttemptTime = Moment<struct AttemptClock>;  // since the start of the attempt; what records hold
using SteadyTime = Moment<struct SteadyClock>;    // of the machine's steady clock: input and frames

// The wall clock: seconds since 1970, UTC. It may be set back, so no span is taken from it.
struct WallTime {
  std::int64_t s = 0;

  constexpr WallTime() = default;
  constexpr explicit WallTime(std::int64_t seconds) : s(seconds) {}
  constexpr auto operator<=>(const WallTime&) const = default;
};

// ---------------------------------------------------------------------------------------------

constexpr Span operator+(Span a, Span b) {
  return Span{a.us + b.us};
}
constexpr Span operator-(Span a, Span b) {
  return Span{a.us - b.us};
}
constexpr Span operator-(Span a) {
  return Span{-a.us};
}
constexpr Span operator*(Span a, std::int64_t k) {
  return Span{a.us * k};
}
constexpr Span operator*(std::int64_t k, Span a) {
  return a * k;
}
constexpr Span operator/(Span a, std::int64_t k) {
  return Span{a.us / k};
}
constexpr Span& operator+=(Span& a, Span b) {
  return a = a + b;
}
constexpr Span& operator-=(Span& a, Span b) {
  return a = a - b;
}
// How often b goes into a, whole times, rounded towards zero; b is not zero.
constexpr std::int64_t operator/(Span a, Span b) {
  return a.us / b.us;
}
// The same with its fraction.
constexpr double ratio(Span a, Span b) {
  return static_cast<double>(a.us) / static_cast<double>(b.us);
}

template <class Clock>
constexpr Span operator-(Moment<Clock> a, Moment<Clock> b) {
  return Span{a.us - b.us};
}
template <class Clock>
constexpr Moment<Clock> operator+(Moment<Clock> a, Span b) {
  return Moment<Clock>{a.us + b.us};
}
template <class Clock>
constexpr Moment<Clock> operator-(Moment<Clock> a, Span b) {
  return Moment<Clock>{a.us - b.us};
}
template <class Clock>
constexpr Moment<Clock>& operator+=(Moment<Clock>& a, Span b) {
  return a = a + b;
}
template <class Clock>
constexpr Moment<Clock>& operator-=(Moment<Clock>& a, Span b) {
  return a = a - b;
}

}  // namespace engine::core
