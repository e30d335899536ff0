// Polynomials and constants after fdlibm (Sun Microsystems, 1993): minimax fits on the reduced ranges.
#include "engine/core/exact_math.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace engine::core::exact {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kHalfPiHigh = 1.57079632679489655800e+00;
constexpr double kHalfPiLow = 6.12323399573676603587e-17;
constexpr double kPiQuarter = 7.85398163397448278999e-01;

// x - n pi/2 as a sum of two doubles, |sum| <= pi/4.
struct Reduced {
  double high = 0.0, low = 0.0;
  int quadrant = 0;
};

// Three-part pi/2 (Cody and Waite): n has at most 20 bits and each leading part 33, so the products
// are exact for |x| <= 1e6.
Reduced reduce(double x) {
  constexpr double kTwoOverPi = 6.36619772367581382433e-01;
  constexpr double kPart1 = 1.57079632673412561417e+00, kPart2 = 6.07710050630396597660e-11;
  constexpr double kPart3 = 2.02226624871116645580e-21, kPart3Tail = 8.47842766036889956997e-32;
  const double n = std::floor(x * kTwoOverPi + 0.5);
  const double first = x - n * kPart1;
  const double second = n * kPart2;
  const double r = first - second;
  const double lost = (first - r) - second;  // exact: what the subtraction dropped
  const double third = n * kPart3;
  const double r2 = r - third;
  const double tail = ((r - r2) - third) + lost - n * kPart3Tail;
  const double high = r2 + tail;
  const double quadrant = n - 4.0 * std::floor(n / 4.0);
  return {high, (r2 - high) + tail, static_cast<int>(quadrant)};
}

double sin_kernel(double x, double y) {
  constexpr double s1 = -1.66666666666666324348e-01, s2 = 8.33333333332248946124e-03,
                   s3 = -1.98412698298579493134e-04;
  constexpr double s4 = 2.75573137070700676789e-06, s5 = -2.50507602534068634195e-08,
                   s6 = 1.58969099521155010221e-10;
  const double z = x * x, v = z * x;
  const double r = s2 + z * (s3 + z * (s4 + z * (s5 + z * s6)));
  return x - ((z * (0.5 * y - v * r) - y) - v * s1);
}

double cos_kernel(double x, double y) {
  constexpr double c1 = 4.16666666666666019037e-02, c2 = -1.38888888888741095749e-03,
                   c3 = 2.48015872894767294178e-05;
  constexpr double c4 = -2.75573143513906633035e-07, c5 = 2.08757232129817482790e-09,
                   c6 = -1.13596475577881948265e-11;
  const double z = x * x;
  const double r = z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * (c5 + z * c6)))));
  const double half = 0.5 * z, w = 1.0 - half;
  return w + (((1.0 - w) - half) + (z * r - x * y));
}

// x 2^k without a library call; k within the range of results of exp.
double scaled(double x, int k) {
  const auto power = [](int e) { return std::bit_cast<double>(static_cast<std::uint64_t>(e + 1023) << 52); };
  if (k > 1023) return x * power(1023) * power(k - 1023);
  if (k < -1022) return x * power(-1000) * power(k + 1000);
  return x * power(k);
}

// x = m 2^k with m in [sqrt(1/2), sqrt(2)); x positive and finite.
struct Split {
  double mantissa = 1.0;
  int exponent = 0;
};

Split split(double x) {
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 18014398509481984.0;  // 2^54
    k = -54;
  }
  const auto bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52) - 1023;
  double m = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
  if (m > 1.41421356237309504880) {
    m *= 0.5;
    ++k;
  }
  return {m, k};
}

// log(m) for m near 1.
double log_kernel(double m) {
  constexpr double l1 = 6.666666666666735130e-01, l2 = 3.999999999940941908e-01,
                   l3 = 2.857142874366239149e-01;
  constexpr double l4 = 2.222219843214978396e-01, l5 = 1.818357216161805012e-01,
                   l6 = 1.531383769920937332e-01;
  constexpr double l7 = 1.479819860511658591e-01;
  const double f = m - 1.0, s = f / (2.0 + f), z = s * s;
  const double r = z * (l1 + z * (l2 + z * (l3 + z * (l4 + z * (l5 + z * (l6 + z * l7))))));
  const double half = 0.5 * f * f;
  return f - (half - s * (half + r));
}

double atan_kernel(double x) {
  constexpr double a0 = 3.33333333333329318027e-01, a1 = -1.99999999998764832476e-01,
                   a2 = 1.42857142725034663711e-01;
  constexpr double a3 = -1.11111104054623557880e-01, a4 = 9.09088713343650656196e-02,
                   a5 = -7.69187620504482999495e-02;
  constexpr double a6 = 6.66107313738753120669e-02, a7 = -5.83357013379057348645e-02,
                   a8 = 4.97687799461593236017e-02;
  constexpr double a9 = -3.65315727442169155270e-02, a10 = 1.62858201153657823623e-02;
  const double z = x * x, w = z * z;
  const double even = z * (a0 + w * (a2 + w * (a4 + w * (a6 + w * (a8 + w * a10)))));
  const double odd = w * (a1 + w * (a3 + w * (a5 + w * (a7 + w * a9))));
  return x * (even + odd);
}

double atan_positive(double x) {
  constexpr double kHigh[] = {4.63647609000806093515e-01, 7.85398163397448278999e-01,
                              9.82793723247329054082e-01, kHalfPiHigh};
  constexpr double kLow[] = {2.26987774529616870924e-17, 3.06161699786838301793e-17,
                             1.39033110312309984516e-17, kHalfPiLow};
  if (x < 0.4375) return x - atan_kernel(x);
  int part = 3;
  double t = -1.0 / x;
  if (x < 0.6875) {
    part = 0;
    t = (2.0 * x - 1.0) / (2.0 + x);
  } else if (x < 1.1875) {
    part = 1;
    t = (x - 1.0) / (x + 1.0);
  } else if (x < 2.4375) {
    part = 2;
    t = (x - 1.5) / (1.0 + 1.5 * x);
  }
  return kHigh[part] - ((atan_kernel(t) - kLow[part]) - t);
}

}  // namespace

double sin(double x) {
  if (!std::isfinite(x)) return kNan;
  if (x == 0.0) return x;  // the sign of zero
  const Reduced r = reduce(x);
  const double value = r.quadrant % 2 == 0 ? sin_kernel(r.high, r.low) : cos_kernel(r.high, r.low);
  return r.quadrant < 2 ? value : -value;
}

double cos(double x) {
  if (!std::isfinite(x)) return kNan;
  const Reduced r = reduce(x);
  const double value = r.quadrant % 2 == 0 ? cos_kernel(r.high, r.low) : sin_kernel(r.high, r.low);
  return r.quadrant == 1 || r.quadrant == 2 ? -value : value;
}

double tan(double x) {
  if (!std::isfinite(x)) return kNan;
  if (x == 0.0) return x;
  const Reduced r = reduce(x);
  const double s = sin_kernel(r.high, r.low), c = cos_kernel(r.high, r.low);
  return r.quadrant % 2 == 0 ? s / c : -c / s;
}

double atan(double x) {
  if (std::isnan(x)) return x;
  return std::signbit(x) ? -atan_positive(-x) : atan_positive(x);
}

double atan2(double y, double x) {
  if (std::isnan(x) || std::isnan(y)) return kNan;
  const bool below = std::signbit(y), behind = std::signbit(x);
  double angle = 0.0;  // of |y| over |x|
  if (std::isinf(x) && std::isinf(y))
    angle = kPiQuarter;
  else if (y != 0.0)
    angle = x == 0.0 ? kHalfPiHigh : atan_positive(std::fabs(y / x));
  if (behind) angle = 2.0 * kHalfPiHigh - (angle - 2.0 * kHalfPiLow);
  return below ? -angle : angle;
}

// By half angles, which keep their accuracy at the ends of the range.
double asin(double x) {
  return std::fabs(x) <= 1.0 ? atan2(x, std::sqrt((1.0 - x) * (1.0 + x))) : kNan;
}
double acos(double x) {
  return std::fabs(x) <= 1.0 ? 2.0 * atan2(std::sqrt(1.0 - x), std::sqrt(1.0 + x)) : kNan;
}

double exp(double x) {
  constexpr double kLn2High = 6.93147180369123816490e-01, kLn2Low = 1.90821492927058770002e-10;
  constexpr double p1 = 1.66666666666666019037e-01, p2 = -2.77777777770155933842e-03,
                   p3 = 6.61375632143793436117e-05;
  constexpr double p4 = -1.65339022054652515390e-06, p5 = 4.13813679705723846039e-08;
  if (std::isnan(x)) return x;
  if (x > 709.782712893383973096) return kInfinity;
  if (x < -745.133219101941108420) return 0.0;
  const double k = std::floor(x * 1.44269504088896338700 + 0.5);
  const double high = x - k * kLn2High, low = k * kLn2Low;
  const double r = high - low, z = r * r;
  const double c = r - z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * p5))));
  return scaled(1.0 - ((low - (r * c) / (2.0 - c)) - high), static_cast<int>(k));
}

double log(double x) {
  if (std::isnan(x) || x < 0.0) return kNan;
  if (x == 0.0) return -kInfinity;
  if (std::isinf(x)) return x;
  constexpr double kLn2High = 6.93147180369123816490e-01, kLn2Low = 1.90821492927058770002e-10;
  const Split s = split(x);
  return s.exponent * kLn2High + (s.exponent * kLn2Low + log_kernel(s.mantissa));
}

double log2(double x) {
  if (std::isnan(x) || x < 0.0) return kNan;
  if (x == 0.0) return -kInfinity;
  if (std::isinf(x)) return x;
  const Split s = split(x);
  return s.exponent + log_kernel(s.mantissa) * 1.44269504088896338700;
}

double pow(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (std::isnan(x) || std::isnan(y) || x < 0.0) return kNan;
  if (x == 0.0) return y > 0.0 ? 0.0 : kInfinity;
  return exp(y * log(x));
}

// 2/sqrt(pi) exp(-x^2) sum 2^n x^(2n+1) / (2n+1)!!: every term has the same sign, nothing cancels.
double erf(double x) {
  constexpr double kTwoOverSqrtPi = 1.12837916709551257390;
  if (std::isnan(x)) return x;
  if (std::fabs(x) >= 6.0) return std::signbit(x) ? -1.0 : 1.0;
  double term = x, sum = x;
  for (int n = 1; n < 200; ++n) {
    term *= 2.0 * x * x / (2 * n + 1);
    if (sum + term == sum) break;
    sum += term;
  }
  return kTwoOverSqrtPi * exp(-x * x) * sum;
}

}  // namespace engine::core::exact
