#include "engine/scoring/periodogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"

namespace engine::scoring {

namespace exact = core::exact;

namespace {

constexpr int kSide = 128, kBits = 7;
constexpr double kLowest = 0.45, kHighest = 1.6;  // of sqrt(lambda)
constexpr std::size_t kStarts = 4;

struct Complex {
  double re = 0.0, im = 0.0;
};

struct Twiddles {
  std::array<Complex, kSide / 2> w;
  Twiddles() {
    for (int k = 0; k < kSide / 2; ++k) {
      const double angle = -2.0 * core::kPi * k / kSide;
      w[static_cast<std::size_t>(k)] = {exact::cos(angle), exact::sin(angle)};
    }
  }
};

// In-place radix-2 transform of kSide values, `stride` apart.
void transform(Complex* data, std::size_t stride, const Twiddles& t) {
  for (unsigned i = 1, j = 0; i < kSide; ++i) {
    unsigned bit = kSide >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) std::swap(data[i * stride], data[j * stride]);
  }
  for (int level = 1; level <= kBits; ++level) {
    const std::size_t half = std::size_t{1} << (level - 1), step = kSide / (2 * half);
    for (std::size_t block = 0; block < kSide; block += 2 * half)
      for (std::size_t k = 0; k < half; ++k) {
        const Complex w = t.w[k * step];
        Complex& a = data[(block + k) * stride];
        Complex& b = data[(block + k + half) * stride];
        const Complex v{b.re * w.re - b.im * w.im, b.re * w.im + b.im * w.re};
        b = {a.re - v.re, a.im - v.im};
        a = {a.re + v.re, a.im + v.im};
      }
  }
}

// Dots shared out bilinearly over a periodic raster four radii wide, transformed.
std::vector<Complex> spectrum(std::span<const Vec2> dots, Vec2 centre, double radius) {
  std::vector<Complex> raster(std::size_t{kSide} * kSide);
  const double pitch = 4.0 * radius / kSide;
  for (const Vec2 dot : dots) {
    const Vec2 p = (dot - centre) / pitch + Vec2{kSide / 2.0};
    const int x = static_cast<int>(std::floor(p.x)), y = static_cast<int>(std::floor(p.y));
    const double tx = p.x - x, ty = p.y - y;
    const auto add = [&](int i, int j, double share) { raster[static_cast<std::size_t>((j & (kSide - 1)) * kSide + (i & (kSide - 1)))].re += share; };
    add(x, y, (1 - tx) * (1 - ty));
    add(x + 1, y, tx * (1 - ty));
    add(x, y + 1, (1 - tx) * ty);
    add(x + 1, y + 1, tx * ty);
  }
  const Twiddles t;
  for (std::size_t row = 0; row < kSide; ++row) transform(&raster[row * kSide], 1, t);
  for (std::size_t column = 0; column < kSide; ++column) transform(&raster[column], kSide, t);
  return raster;
}

// What bilinear sharing takes from a wave of k cells: sinc^4 of its power.
double sharing_loss(int k) {
  if (k == 0) return 1.0;
  const double x = core::kPi * k / kSide, s = exact::sin(x) / x;
  return s * s * s * s;
}

double coherence(std::span<const Vec2> dots, Vec2 q) {
  double re = 0.0, im = 0.0;
  for (const Vec2 p : dots) {
    const double turns = q.x * p.x + q.y * p.y;
    const double phase = 2.0 * core::kPi * (turns - std::floor(turns));
    re += exact::cos(phase);
    im += exact::sin(phase);
  }
  const double n = static_cast<double>(dots.size());
  return (re * re + im * im) / (n * n);
}

struct Band {
  double low, high;  // of |q|^2
  [[nodiscard]] bool holds(Vec2 q) const {
    const double q2 = q.x * q.x + q.y * q.y;
    return q2 >= low && q2 <= high;
  }
};

Peak climb(std::span<const Vec2> dots, Vec2 q, double step, const Band& band) {
  Peak peak{coherence(dots, q), q};
  const double least = step / 64;
  while (step > least) {
    Peak best = peak;
    for (const Vec2 d : {Vec2{1, 0}, Vec2{-1, 0}, Vec2{0, 1}, Vec2{0, -1}}) {
      const Vec2 next = peak.q + d * step;
      if (!band.holds(next)) continue;
      if (const double c = coherence(dots, next); c > best.coherence) best = {c, next};
    }
    if (!(best.coherence > peak.coherence)) step *= 0.5;
    peak = best;
  }
  return peak;
}

}  // namespace

Peak strongest_period(std::span<const Vec2> dots, Vec2 centre, double radius, double density) {
  if (dots.size() < 2 || !(density > 0.0)) return {};
  const auto raster = spectrum(dots, centre, radius);
  const double unit = 1.0 / (4.0 * radius);
  const Band band{kLowest * kLowest * density, kHighest * kHighest * density};
  struct Cell {
    double power;
    int x, y;
  };
  std::vector<Cell> cells;
  for (int y = 0; y < kSide / 2; ++y)  // the other half mirrors it
    for (int x = -kSide / 2 + 1; x < kSide / 2; ++x) {
      if (!band.holds(Vec2{x * unit, y * unit})) continue;
      const Complex c = raster[static_cast<std::size_t>(y * kSide + (x & (kSide - 1)))];
      cells.push_back({(c.re * c.re + c.im * c.im) / (sharing_loss(x) * sharing_loss(y)), x, y});
    }
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.power > b.power; });
  Peak best;
  std::vector<Cell> started;
  for (const Cell& cell : cells) {
    if (started.size() == kStarts) break;
    const bool known = std::any_of(started.begin(), started.end(), [&](const Cell& s) { return std::abs(s.x - cell.x) <= 2 && std::abs(s.y - cell.y) <= 2; });
    if (known) continue;
    started.push_back(cell);
    const Peak peak = climb(dots, Vec2{cell.x * unit, cell.y * unit}, 0.5 * unit, band);
    if (peak.coherence > best.coherence) best = peak;
  }
  return best;
}

}  // namespace engine::scoring
