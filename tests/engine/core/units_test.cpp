#include "engine/core/units.h"

#include <doctest/doctest.h>

#include <type_traits>

using namespace engine::core;

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};

TEST_CASE("a length is no angle and no bare number") {
  CHECK_FALSE(std::is_convertible_v<double, Mm>);
  CHECK_FALSE(std::is_convertible_v<Mm, double>);
  CHECK_FALSE(std::is_constructible_v<Mm, Radians>);
  CHECK(Addable<Mm, Mm>);
  CHECK_FALSE(Addable<Mm, Radians>);
  CHECK_FALSE(Addable<Mm, double>);
}

TEST_CASE("units add, scale, compare and divide to ratios") {
  CHECK((Mm{2.0} + Mm{0.5}).value == 2.5);
  CHECK((Mm{2.0} - Mm{0.5}).value == 1.5);
  CHECK((-Mm{2.0}).value == -2.0);
  CHECK((2.0 * Mm{3.0} / 4.0).value == 1.5);
  CHECK(Mm{3.0} / Mm{2.0} == 1.5);
  CHECK(Mm{1.0} < Mm{2.0});
}

TEST_CASE("degrees and densities convert both ways") {
  CHECK(radians_from_degrees(180.0).value == kPi);
  CHECK(degrees(Radians{kPi / 2.0}) == doctest::Approx(90.0));
  CHECK(degrees(radians_from_degrees(37.5)) == doctest::Approx(37.5));
  CHECK(per_mm2(PerCm2{90.0}) == 0.9);
}
