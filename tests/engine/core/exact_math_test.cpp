#include "engine/core/exact_math.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include "engine/core/draw.h"
#include "engine/core/units.h"

namespace exact = engine::core::exact;
using engine::core::draw_unit;
using engine::core::kPi;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 1e-13;

using Function = std::function<double(double)>;

double relative_error(double got, double want) {
  if (got == want) return 0.0;
  return want == 0.0 ? kInfinity : std::fabs(got - want) / std::fabs(want);
}

// The largest relative error on an even lattice and on drawn inputs over [low, high].
double worst(const Function& got, const Function& want, double low, double high, const std::string& name) {
  double most = 0.0;
  for (int i = 0; i <= 20000; ++i) {
    const double even = low + (high - low) * i / 20000.0;
    const double drawn = low + (high - low) * draw_unit(7, name, static_cast<std::uint64_t>(i));
    most = std::max({most, relative_error(got(even), want(even)), relative_error(got(drawn), want(drawn))});
  }
  return most;
}

// Inputs whose exponent is drawn: 10^[low, high].
double worst_by_magnitude(const Function& got, const Function& want, double low, double high, double sign) {
  double most = 0.0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const double x = sign * std::pow(10.0, low + (high - low) * draw_unit(8, "magnitude", i));
    most = std::max(most, relative_error(got(x), want(x)));
  }
  return most;
}

const Function kSin = [](double x) { return std::sin(x); };
const Function kCos = [](double x) { return std::cos(x); };
const Function kTan = [](double x) { return std::tan(x); };
const Function kExp = [](double x) { return std::exp(x); };
const Function kLog = [](double x) { return std::log(x); };
const Function kLog2 = [](double x) { return std::log2(x); };
const Function kErf = [](double x) { return std::erf(x); };
const Function kAtan = [](double x) { return std::atan(x); };
const Function kAsin = [](double x) { return std::asin(x); };
const Function kAcos = [](double x) { return std::acos(x); };

}  // namespace

TEST_CASE("sine, cosine and tangent agree with libm to 1e-13 up to a million radians") {
  for (const double reach : {1.0, 10.0, 1000.0, 1e6}) {
    CAPTURE(reach);
    CHECK(worst(exact::sin, kSin, -reach, reach, "sin") < kTolerance);
    CHECK(worst(exact::cos, kCos, -reach, reach, "cos") < kTolerance);
    CHECK(worst(exact::tan, kTan, -reach, reach, "tan") < kTolerance);
  }
  CHECK(worst_by_magnitude(exact::sin, kSin, -300, 6, 1) < kTolerance);
  CHECK(worst_by_magnitude(exact::tan, kTan, -300, 6, -1) < kTolerance);
}

TEST_CASE("near their zeros sine and cosine keep their relative accuracy") {
  double most = 0.0;
  for (int n = 1; n < 600000; n += 7) {
    const double zero = n * (kPi / 2.0);  // the double next to a zero of one of the two
    most = std::max(most, relative_error(exact::sin(zero), std::sin(zero)));
    most = std::max(most, relative_error(exact::cos(zero), std::cos(zero)));
  }
  CHECK(most < kTolerance);
}

TEST_CASE("the inverse functions agree with libm to 1e-13, at the ends of their ranges too") {
  CHECK(worst(exact::asin, kAsin, -1, 1, "asin") < kTolerance);
  CHECK(worst(exact::acos, kAcos, -1, 1, "acos") < kTolerance);
  CHECK(worst(exact::acos, kAcos, 1.0 - 1e-9, 1.0, "acos at 1") < kTolerance);
  CHECK(worst(exact::asin, kAsin, -1.0, -1.0 + 1e-9, "asin at -1") < kTolerance);
  CHECK(worst_by_magnitude(exact::asin, kAsin, -300, 0, 1) < kTolerance);
  CHECK(worst(exact::atan, kAtan, -4, 4, "atan") < kTolerance);
  CHECK(worst_by_magnitude(exact::atan, kAtan, -300, 300, -1) < kTolerance);
  CHECK(exact::asin(1.0) == doctest::Approx(kPi / 2).epsilon(1e-15));
  CHECK(exact::acos(1.0) == 0.0);
  CHECK(exact::acos(-1.0) == doctest::Approx(kPi).epsilon(1e-15));
  CHECK(std::isnan(exact::asin(1.0000000001)));
  CHECK(std::isnan(exact::acos(-2.0)));
}

TEST_CASE("atan2 agrees with libm all round and at every pair of zeros and infinities") {
  double most = 0.0;
  for (std::uint64_t i = 0; i < 50000; ++i) {
    const double size = std::pow(10.0, 20.0 * draw_unit(9, "size", i) - 10.0);
    const double y = size * (2.0 * draw_unit(9, "y", i) - 1.0);
    const double x = 2.0 * draw_unit(9, "x", i) - 1.0;
    most = std::max(most, relative_error(exact::atan2(y, x), std::atan2(y, x)));
  }
  CHECK(most < kTolerance);
  for (const double y : {0.0, -0.0, 1.0, -1.0, kInfinity, -kInfinity}) {
    for (const double x : {0.0, -0.0, 1.0, -1.0, kInfinity, -kInfinity}) {
      CAPTURE(y);
      CAPTURE(x);
      CHECK(exact::atan2(y, x) == doctest::Approx(std::atan2(y, x)).epsilon(1e-15));
      CHECK(std::signbit(exact::atan2(y, x)) == std::signbit(std::atan2(y, x)));
    }
  }
}

TEST_CASE("exponential and logarithms agree with libm to 1e-13") {
  CHECK(worst(exact::exp, kExp, -1, 1, "exp near 0") < kTolerance);
  CHECK(worst(exact::exp, kExp, -700, 709, "exp") < kTolerance);
  CHECK(worst_by_magnitude(exact::log, kLog, -307, 308, 1) < kTolerance);
  CHECK(worst_by_magnitude(exact::log2, kLog2, -307, 308, 1) < kTolerance);
  CHECK(worst(exact::log, kLog, 0.5, 2.0, "log near 1") < kTolerance);
  CHECK(worst(exact::log2, kLog2, 0.999, 1.001, "log2 near 1") < kTolerance);
}

TEST_CASE("exponential and logarithms at their ends") {
  CHECK(exact::exp(0.0) == 1.0);
  CHECK(exact::exp(710.0) == kInfinity);
  CHECK(exact::exp(-746.0) == 0.0);
  CHECK(exact::exp(-kInfinity) == 0.0);
  CHECK(exact::exp(-744.0) == doctest::Approx(std::exp(-744.0)).epsilon(0.1));  // subnormal
  CHECK(exact::log(0.0) == -kInfinity);
  CHECK(exact::log(1.0) == 0.0);
  CHECK(exact::log(kInfinity) == kInfinity);
  CHECK(std::isnan(exact::log(-1.0)));
  CHECK(std::isnan(exact::log2(-1e-300)));
  CHECK(exact::log(5e-324) == doctest::Approx(std::log(5e-324)).epsilon(1e-14));
}

TEST_CASE("log2 of a power of two is exact") {
  for (int k = -1074; k <= 1023; ++k) CHECK(exact::log2(std::ldexp(1.0, k)) == k);
}

TEST_CASE("powers agree with libm to 1e-13 for results within 1e+-100") {
  double most = 0.0;
  for (std::uint64_t i = 0; i < 50000; ++i) {
    const double x = std::pow(10.0, 40.0 * draw_unit(10, "x", i) - 20.0);
    const double y = 10.0 * draw_unit(10, "y", i) - 5.0;
    const double want = std::pow(x, y);
    if (want > 1e-100 && want < 1e100) most = std::max(most, relative_error(exact::pow(x, y), want));
  }
  CHECK(most < kTolerance);
  CHECK(exact::pow(0.0, 0.0) == 1.0);
  CHECK(exact::pow(0.0, 2.0) == 0.0);
  CHECK(exact::pow(0.0, -1.0) == kInfinity);
  CHECK(exact::pow(1.0, kNan) == 1.0);
  CHECK(exact::pow(kNan, 0.0) == 1.0);
  CHECK(std::isnan(exact::pow(-2.0, 2.0)));  // outside the range stated
}

TEST_CASE("the error function agrees with libm to 1e-13") {
  CHECK(worst(exact::erf, kErf, -7, 7, "erf") < kTolerance);
  CHECK(worst_by_magnitude(exact::erf, kErf, -300, 0, -1) < kTolerance);
  CHECK(exact::erf(kInfinity) == 1.0);
  CHECK(exact::erf(-kInfinity) == -1.0);
}

TEST_CASE("not-a-number stays so, infinity has no sine, and the sign of zero is kept") {
  for (const Function& f :
       {Function(exact::sin), Function(exact::cos), Function(exact::tan), Function(exact::asin),
        Function(exact::acos), Function(exact::atan), Function(exact::exp), Function(exact::log),
        Function(exact::log2), Function(exact::erf)})
    CHECK(std::isnan(f(kNan)));
  CHECK(std::isnan(exact::atan2(kNan, 1.0)));
  CHECK(std::isnan(exact::pow(kNan, 1.0)));
  CHECK(std::isnan(exact::sin(kInfinity)));
  CHECK(std::isnan(exact::cos(-kInfinity)));
  for (const Function& f : {Function(exact::sin), Function(exact::tan), Function(exact::asin),
                            Function(exact::atan), Function(exact::erf)}) {
    CHECK(std::signbit(f(-0.0)));
    CHECK_FALSE(std::signbit(f(0.0)));
  }
}

TEST_CASE("some results are pinned to the last bit") {
  CHECK(std::bit_cast<std::uint64_t>(exact::sin(1.0)) == 0x3feaed548f090ceeULL);
  CHECK(std::bit_cast<std::uint64_t>(exact::exp(1.0)) == 0x4005bf0a8b14576aULL);  // 1 ulp above libm
  CHECK(std::bit_cast<std::uint64_t>(exact::log(10.0)) == 0x40026bb1bbb55516ULL);
  CHECK(std::bit_cast<std::uint64_t>(exact::atan2(1.0, 1.0)) == 0x3fe921fb54442d18ULL);
}
