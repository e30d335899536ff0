#include "engine/core/draw.h"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <vector>

using namespace engine::core;

namespace {

// Chi-square of counts against equal shares.
double chi_square(const std::vector<int>& counts, int total) {
  const double expected = static_cast<double>(total) / static_cast<double>(counts.size());
  double sum = 0.0;
  for (const int n : counts) sum += (n - expected) * (n - expected) / expected;
  return sum;
}

}  // namespace

TEST_CASE("a draw is a pure function of seed, purpose and number") {
  CHECK(draw_bits(1, "aim", 5) == draw_bits(1, "aim", 5));
  CHECK(draw_bits(1, "aim", 5) != draw_bits(2, "aim", 5));
  CHECK(draw_bits(1, "aim", 5) != draw_bits(1, "ain", 5));
  CHECK(draw_bits(1, "aim", 5) != draw_bits(1, "aim", 6));
}

TEST_CASE("known draws stay what they are: a change here changes every robot and client") {
  CHECK(draw_bits(0, "", 0) == 0x33b307133a93a640ULL);
  CHECK(draw_bits(11, "aim", 3) == 0xacfa62f32c709fcaULL);
  CHECK(std::bit_cast<std::uint64_t>(draw_unit(11, "aim", 3)) == 0x3fe59f4c5e658e13ULL);
  CHECK(std::bit_cast<std::uint64_t>(draw_normal(11, "aim", 3)) == 0x3fe4880c9e1a8e06ULL);
  CHECK(draw_below(11, "aim", 3, 1000) == 410);
}

TEST_CASE("unit draws have the moments of the uniform law") {
  constexpr int kCount = 200000;
  double sum = 0.0, squares = 0.0, lagged = 0.0, last = 0.5;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const double u = draw_unit(42, "moments", i);
    REQUIRE((u >= 0.0 && u < 1.0));
    sum += u;
    squares += (u - 0.5) * (u - 0.5);
    lagged += (u - 0.5) * (last - 0.5);
    last = u;
  }
  const double n = kCount;  // bounds: four standard errors
  CHECK(std::fabs(sum / n - 0.5) < 4.0 * std::sqrt(1.0 / 12.0 / n));
  CHECK(std::fabs(squares / n - 1.0 / 12.0) < 4.0 * std::sqrt(1.0 / 180.0 / n));
  CHECK(std::fabs(lagged / n) < 4.0 / 12.0 / std::sqrt(n));
}

TEST_CASE("unit draws fill 256 bins evenly, over numbers and over seeds") {
  constexpr int kCount = 256 * 400;
  std::vector<int> by_number(256), by_seed(256), by_low_bits(256);
  for (std::uint64_t i = 0; i < kCount; ++i) {
    ++by_number[static_cast<std::size_t>(draw_unit(3, "bins", i) * 256.0)];
    ++by_seed[static_cast<std::size_t>(draw_unit(i, "bins", 3) * 256.0)];
    ++by_low_bits[draw_bits(4, "bins", i) & 255];
  }
  for (const auto& counts : {by_number, by_seed, by_low_bits}) {
    const double x = chi_square(counts, kCount);  // 255 degrees: mean 255, SD 22.6
    CHECK(x > 165.0);
    CHECK(x < 345.0);
  }
}

TEST_CASE("pairs of neighbouring numbers fill the square evenly") {
  constexpr int kCount = 256 * 400;
  std::vector<int> counts(256);
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const auto column = static_cast<std::size_t>(draw_unit(5, "pair", 2 * i) * 16.0);
    const auto row = static_cast<std::size_t>(draw_unit(5, "pair", 2 * i + 1) * 16.0);
    ++counts[16 * row + column];
  }
  CHECK(chi_square(counts, kCount) < 345.0);
  CHECK(chi_square(counts, kCount) > 165.0);
}

TEST_CASE("one changed bit of the number changes half the bits of the draw") {
  double flipped = 0.0;
  for (std::uint64_t i = 0; i < 1000; ++i)
    for (int bit = 0; bit < 64; ++bit)
      flipped += std::popcount(draw_bits(6, "avalanche", i) ^ draw_bits(6, "avalanche", i ^ (1ULL << bit)));
  CHECK(flipped / 64000.0 == doctest::Approx(32.0).epsilon(0.005));
}

TEST_CASE("normal draws have mean 0, variance 1, no skew and the tails of the normal law") {
  constexpr int kCount = 200000;
  double sum = 0.0, squares = 0.0, cubes = 0.0;
  int beyond_two = 0;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const double z = draw_normal(12, "normal", i);
    sum += z;
    squares += z * z;
    cubes += z * z * z;
    beyond_two += std::fabs(z) > 2.0;
  }
  const double n = kCount;
  CHECK(std::fabs(sum / n) < 4.0 / std::sqrt(n));
  CHECK(std::fabs(squares / n - 1.0) < 4.0 * std::sqrt(2.0 / n));
  CHECK(std::fabs(cubes / n) < 4.0 * std::sqrt(15.0 / n));
  CHECK(std::fabs(beyond_two / n - 0.0455003) < 4.0 * std::sqrt(0.0455 / n));
}

TEST_CASE("draws below a bound stay below it and favour none") {
  constexpr int kCount = 70000;
  std::vector<int> counts(7);
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const auto value = draw_below(13, "below", i, 7);
    REQUIRE(value < 7);
    ++counts[value];
  }
  CHECK(chi_square(counts, kCount) < 22.5);  // 6 degrees, p = 0.001
  CHECK(draw_below(13, "below", 0, 1) == 0);
  // A bound just above half the range is refused half the time at the first try, and still ends.
  const std::uint64_t half = (1ULL << 63) + 1;
  for (std::uint64_t i = 0; i < 100; ++i) CHECK(draw_below(14, "half", i, half) < half);
}
