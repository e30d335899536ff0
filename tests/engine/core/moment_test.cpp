#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <concepts>
#include <cstdint>

namespace {

using engine::core::AttemptTime;
using engine::core::ratio;
using engine::core::Span;
using engine::core::SteadyTime;
using engine::core::WallTime;

template <class A, class B>
concept Adds = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtracts = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Compares = requires(A a, B b) {
  a < b;
}
|| requires(A a, B b) {
  a == b;
};
template <class A, class B>
concept Assigns = requires(A& a, B b) {
  a = b;
};
template <class A, class B>
concept Grows = requires(A& a, B b) {
  a += b;
};

// A number is no time: neither silently nor back.
template <class T>
constexpr bool kApartFromNumbers =
    !std::convertible_to<std::int64_t, T> && !std::convertible_to<int, T> &&
    !std::convertible_to<T, std::int64_t> && !std::convertible_to<T, double> && !Assigns<T, std::int64_t> &&
    !Assigns<T, int> && !Adds<T, std::int64_t> && !Subtracts<T, std::int64_t> && !Compares<T, std::int64_t> &&
    !Compares<T, int>;
static_assert(kApartFromNumbers<AttemptTime> && kApartFromNumbers<SteadyTime> &&
              kApartFromNumbers<WallTime> && kApartFromNumbers<Span>);

// One clock is not another, and no clock is a length.
template <class A, class B>
constexpr bool kApart = !std::constructible_from<A, B> && !std::constructible_from<B, A> && !Compares<A, B> &&
                        !Compares<B, A> && !Assigns<A, B> && !Assigns<B, A>;
static_assert(kApart<AttemptTime, SteadyTime> && kApart<AttemptTime, WallTime> &&
              kApart<SteadyTime, WallTime>);
static_assert(kApart<AttemptTime, Span> && kApart<SteadyTime, Span> && kApart<WallTime, Span>);

// Moments of different clocks have no distance; two moments have no sum.
static_assert(!Subtracts<AttemptTime, SteadyTime> && !Subtracts<SteadyTime, AttemptTime>);
static_assert(!Adds<AttemptTime, AttemptTime> && !Adds<AttemptTime, SteadyTime> && !Adds<Span, AttemptTime>);
static_assert(!Subtracts<Span, AttemptTime> && !Subtracts<WallTime, WallTime> && !Adds<WallTime, Span>);
static_assert(!Grows<AttemptTime, AttemptTime> && !Grows<AttemptTime, int> && !Grows<WallTime, Span>);
static_assert(Grows<AttemptTime, Span> && Grows<SteadyTime, Span> && Grows<Span, Span>);

static_assert(std::same_as<decltype(AttemptTime{} - AttemptTime{}), Span>);
static_assert(std::same_as<decltype(SteadyTime{} - SteadyTime{}), Span>);
static_assert(std::same_as<decltype(SteadyTime{} + Span{}), SteadyTime>);
static_assert(std::same_as<decltype(AttemptTime{} - Span{}), AttemptTime>);
static_assert(sizeof(AttemptTime) == sizeof(std::int64_t) && sizeof(Span) == sizeof(std::int64_t));

}  // namespace

TEST_CASE("A time is zero until it is set") {
  constexpr AttemptTime t;
  static_assert(t.us == 0 && SteadyTime{}.us == 0 && WallTime{}.s == 0 && Span{}.us == 0);
  struct Holder {
    AttemptTime t_us{};
    int other = 0;
  };
  CHECK(Holder{.other = 3}.t_us == AttemptTime{});
}

TEST_CASE("Moments of one clock are ordered, and their difference is a length of time") {
  constexpr AttemptTime early{200}, late{1'500};
  CHECK(early < late);
  CHECK(early == AttemptTime{200});
  CHECK(late - early == Span{1'300});
  CHECK(early - late == Span{-1'300});
  CHECK(early + (late - early) == late);
  CHECK(late - (late - early) == early);
  CHECK(WallTime{1'700'000'000} < WallTime{1'700'000'001});
}

TEST_CASE("A moment moves by a length of time") {
  SteadyTime t{1'000};
  t += Span{500};
  CHECK(t == SteadyTime{1'500});
  t -= Span{2'000};
  CHECK(t == SteadyTime{-500});
}

TEST_CASE("Lengths of time add up, and divide as whole numbers do") {
  CHECK(Span{3} + Span{4} == Span{7});
  CHECK(Span{3} - Span{4} == -Span{1});
  CHECK(Span{3} * 4 == Span{12});
  CHECK(4 * Span{3} == Span{12});
  CHECK(Span{13} / 4 == Span{3});
  CHECK(Span{-13} / 4 == Span{-3});
  CHECK(Span{13} / Span{4} == 3);
  CHECK(ratio(Span{13}, Span{4}) == 3.25);
  Span sum{10};
  sum += Span{5};
  sum -= Span{7};
  CHECK(sum == Span{8});
}

TEST_CASE("The largest numbers of microseconds are kept to the last one") {
  constexpr std::int64_t kLong = 1'000'000'000'000'001;  // no double tells it from its neighbours' halves
  CHECK((AttemptTime{kLong} - AttemptTime{1}).us == kLong - 1);
  CHECK((SteadyTime{} + Span{kLong}).us == kLong);
}
