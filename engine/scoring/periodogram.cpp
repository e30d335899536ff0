#include "engine/scoring/periodogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
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
  std::array<std::uint8_t, kSide> reversed;  // bit order
  Twiddles() {
    for (int k = 0; k < kSide / 2; ++k) {
      const double angle = -2.0 * core::kPi * k / kSide;
      w[static_cast<std::size_t>(k)] = {exact::cos(angle), exact::sin(angle)};
    }
    for (unsigned i = 0; i < kSide; ++i) {
      unsigned r = 0;
      for (int bit = 0; bit < kBits; ++bit) r |= ((i >> bit) & 1U) << (kBits - 1 - bit);
      reversed[i] = static_cast<std::uint8_t>(r);
    }
  }
};

const Twiddles& twiddles() {
  static const Twiddles table;
  return table;
}

// Two numbers that every operation treats alike: two lines are transformed in the time of one.
using Two = double __attribute__((vector_size(16)));
struct ComplexTwo {
  Two re{}, im{};
};
using Lines = std::array<ComplexTwo, kSide>;

// In-place radix-2 transform of both lines.
void transform(Lines& data) {
  const Twiddles& t = twiddles();
  for (std::size_t i = 0; i < kSide; ++i)
    if (i < t.reversed[i]) std::swap(data[i], data[t.reversed[i]]);
  // The first two levels turn by 0 and a quarter only.
  for (std::size_t i = 0; i < kSide; i += 4) {
    const ComplexTwo a = data[i], b = data[i + 1], c = data[i + 2], d = data[i + 3];
    const ComplexTwo s{a.re + b.re, a.im + b.im}, t0{a.re - b.re, a.im - b.im}, u{c.re + d.re, c.im + d.im},
        v{c.re - d.re, c.im - d.im};
    data[i] = {s.re + u.re, s.im + u.im};
    data[i + 1] = {t0.re + v.im, t0.im - v.re};
    data[i + 2] = {s.re - u.re, s.im - u.im};
    data[i + 3] = {t0.re - v.im, t0.im + v.re};
  }
  for (int level = 3; level <= kBits; ++level) {
    const std::size_t half = std::size_t{1} << (level - 1), step = kSide / (2 * half);
    for (std::size_t block = 0; block < kSide; block += 2 * half)
      for (std::size_t k = 0; k < half; ++k) {
        const Complex w = t.w[k * step];
        ComplexTwo& a = data[block + k];
        ComplexTwo& b = data[block + k + half];
        const ComplexTwo v{b.re * w.re - b.im * w.im, b.re * w.im + b.im * w.re};
        b = {a.re - v.re, a.im - v.im};
        a = {a.re + v.re, a.im + v.im};
      }
  }
}

// Dots shared out bilinearly over a periodic raster four radii wide.
using Raster = std::array<std::array<double, kSide>, kSide>;

void share_out(std::span<const Vec2> dots, Vec2 centre, double radius, Raster& raster) {
  const double pitch = 4.0 * radius / kSide;
  for (const Vec2 dot : dots) {
    const Vec2 p = (dot - centre) / pitch + Vec2{kSide / 2.0};
    const int x = static_cast<int>(std::floor(p.x)), y = static_cast<int>(std::floor(p.y));
    const double tx = p.x - x, ty = p.y - y;
    const auto add = [&](int i, int j, double share) {
      raster[static_cast<std::size_t>(j & (kSide - 1))][static_cast<std::size_t>(i & (kSide - 1))] += share;
    };
    add(x, y, (1 - tx) * (1 - ty));
    add(x + 1, y, tx * (1 - ty));
    add(x, y + 1, (1 - tx) * ty);
    add(x + 1, y + 1, tx * ty);
  }
}

// The raster's transform for 0 <= kx <= kx_most and every ky, two columns to an entry; the rest mirrors it.
// The dots fill the middle half of the rows; two real rows go through one complex transform.
std::vector<Lines> columns_of_spectrum(const Raster& raster, int kx_most) {
  const auto wanted = static_cast<std::size_t>(kx_most) + 1;
  std::vector<Lines> columns((wanted + 1) / 2);
  for (std::size_t y = kSide / 4 - 2; y < 3 * kSide / 4 + 2; y += 4) {
    Lines lines;
    for (std::size_t x = 0; x < kSide; ++x)
      lines[x] = {.re = Two{raster[y][x], raster[y + 2][x]}, .im = Two{raster[y + 1][x], raster[y + 3][x]}};
    transform(lines);
    for (std::size_t k = 0; k < wanted; ++k) {
      const ComplexTwo a = lines[k], b = lines[(kSide - k) & (kSide - 1)];
      const ComplexTwo upper{0.5 * (a.re + b.re), 0.5 * (a.im - b.im)},
          lower{0.5 * (a.im + b.im), 0.5 * (b.re - a.re)};
      Lines& column = columns[k / 2];
      for (std::size_t pair = 0; pair < 2; ++pair) {
        column[y + 2 * pair].re[k % 2] = upper.re[pair];
        column[y + 2 * pair].im[k % 2] = upper.im[pair];
        column[y + 2 * pair + 1].re[k % 2] = lower.re[pair];
        column[y + 2 * pair + 1].im[k % 2] = lower.im[pair];
      }
    }
  }
  for (Lines& column : columns) transform(column);
  return columns;
}

// Bilinear sharing takes sinc^4 of the power of a wave of k cells: what gives it back.
std::array<double, kSide> make_sharing_gain() {
  std::array<double, kSide> gain{};
  for (int k = 0; k < kSide; ++k) {
    const double x = core::kPi * (k <= kSide / 2 ? k : kSide - k) / kSide,
                 s = k == 0 ? 1.0 : exact::sin(x) / x;
    gain[static_cast<std::size_t>(k)] = 1.0 / (s * s * s * s);
  }
  return gain;
}

// cos and sin of 2 pi x turns: a table of 256 directions and a short series, to 1e-15.
class Directions {
 public:
  Directions() {
    for (int k = 0; k < kCount; ++k) {
      const double angle = 2.0 * core::kPi * k / kCount;
      table_[static_cast<std::size_t>(k)] = {exact::cos(angle), exact::sin(angle)};
    }
  }
  [[nodiscard]] Complex at(double turns) const {
    const double t = (turns - floor_of(turns)) * kCount;
    const double nearest = floor_of(t + 0.5);
    const double a = (t - nearest) * (2.0 * core::kPi / kCount), a2 = a * a;
    const double c = 1.0 - a2 * (1.0 / 2 - a2 * (1.0 / 24 - a2 * (1.0 / 720))),
                 s = a * (1.0 - a2 * (1.0 / 6 - a2 * (1.0 / 120 - a2 * (1.0 / 5040))));
    const Complex& d = table_[static_cast<std::size_t>(nearest) & (kCount - 1)];
    return {d.re * c - d.im * s, d.im * c + d.re * s};
  }

 private:
  // Without SSE 4.1 std::floor is a call. |x| < 2^31.
  static double floor_of(double x) {
    const auto whole = static_cast<double>(static_cast<std::int32_t>(x));
    return whole > x ? whole - 1.0 : whole;
  }

  static constexpr int kCount = 256;
  std::array<Complex, kCount> table_;
};

// The squared sum of the waves at q with its slope and curvature, from one look at the dots.
struct Power {
  double value = 0.0;  // of S / N
  Vec2 slope{0.0};
  double xx = 0.0, xy = 0.0, yy = 0.0;
};

Power power_at(std::span<const Vec2> dots, Vec2 centre, Vec2 q) {
  static const Directions directions;
  double c = 0, s = 0, cx = 0, cy = 0, sx = 0, sy = 0, cxx = 0, cxy = 0, cyy = 0, sxx = 0, sxy = 0, syy = 0;
  for (const Vec2 dot : dots) {
    const Vec2 p = dot - centre;
    const Complex e = directions.at(q.x * p.x + q.y * p.y);
    c += e.re;
    s += e.im;
    cx += e.re * p.x;
    cy += e.re * p.y;
    sx += e.im * p.x;
    sy += e.im * p.y;
    cxx += e.re * p.x * p.x;
    cxy += e.re * p.x * p.y;
    cyy += e.re * p.y * p.y;
    sxx += e.im * p.x * p.x;
    sxy += e.im * p.x * p.y;
    syy += e.im * p.y * p.y;
  }
  const double n2 = static_cast<double>(dots.size()) * static_cast<double>(dots.size()), w = 2.0 * core::kPi;
  Power power;
  power.value = (c * c + s * s) / n2;
  power.slope = Vec2{s * cx - c * sx, s * cy - c * sy} * (2.0 * w / n2);
  const double k = 2.0 * w * w / n2;
  power.xx = k * (sx * sx + cx * cx - c * cxx - s * sxx);
  power.xy = k * (sx * sy + cx * cy - c * cxy - s * sxy);
  power.yy = k * (sy * sy + cy * cy - c * cyy - s * syy);
  return power;
}

struct Band {
  double low, high;  // of |q|^2
  [[nodiscard]] bool holds(Vec2 q) const {
    const double q2 = q.x * q.x + q.y * q.y;
    return q2 >= low && q2 <= high;
  }
};

// Newton's steps to the top of the hill, where the hill is round; else, and where a step does not rise, along
// the slope with half the stride.
Peak climb(std::span<const Vec2> dots, Vec2 centre, Vec2 q, double unit, const Band& band) {
  constexpr int kMostSteps = 24;
  Power here = power_at(dots, centre, q);
  Peak peak{.coherence = here.value, .q = q};
  double stride = 0.5 * unit;
  for (int i = 0; i < kMostSteps && stride > unit / 256; ++i) {
    const double det = here.xx * here.yy - here.xy * here.xy, steep = glm::length(here.slope);
    if (!(steep > 0.0)) break;
    Vec2 step = here.slope * (stride / steep);
    if (here.xx < 0.0 && det > 0.0) {
      const Vec2 newton{(here.xy * here.slope.y - here.yy * here.slope.x) / det,
                        (here.xy * here.slope.x - here.xx * here.slope.y) / det};
      if (glm::length(newton) <= stride) step = newton;
    }
    const Vec2 next = peak.q + step;
    const Power there = band.holds(next) ? power_at(dots, centre, next) : Power{-1.0};
    if (!(there.value > peak.coherence)) {
      stride *= 0.5;
      continue;
    }
    // what is left to climb is a thousandth of a hundredth
    const bool settled = glm::length(step) < unit / 100;
    peak = {.coherence = there.value, .q = next};
    here = there;
    if (settled) break;
  }
  return peak;
}

// Wave vectors of one set of rows point the same way, or the opposite way.
bool another_direction(Vec2 a, Vec2 b) {
  constexpr double kSine = 0.70;  // 45 degrees: rows in arcs turn, the rows of a lattice stand at 60 or 90
  return std::fabs(a.x * b.y - a.y * b.x) > kSine * glm::length(a) * glm::length(b);
}

Peak strongest_of(std::span<const Peak> peaks) {
  Peak best;
  for (const Peak& peak : peaks)
    if (peak.coherence > best.coherence) best = peak;
  for (const Peak& peak : peaks)
    if (another_direction(peak.q, best.q)) best.across = std::max(best.across, peak.coherence);
  return best;
}

}  // namespace

Peak strongest_period(std::span<const Vec2> dots, Vec2 centre, core::Mm radius, double density) {
  if (dots.size() < 2 || !(density > 0.0)) return {};
  static const std::array<double, kSide> kGain = make_sharing_gain();
  const double unit = 1.0 / (4.0 * radius.value);
  const Band band{kLowest * kLowest * density, kHighest * kHighest * density};
  Raster raster{};
  share_out(dots, centre, radius.value, raster);
  const int most = std::min(kSide / 2 - 1, static_cast<int>(std::sqrt(band.high) / unit) + 1);
  const auto columns = columns_of_spectrum(raster, most);
  // Rows of power, -1 outside the band; the half with negative kx mirrors the other.
  const int width = 2 * most + 1;
  std::vector<double> power(static_cast<std::size_t>(most + 1) * static_cast<std::size_t>(width), -1.0);
  const auto at = [&](int x, int y) -> double& {
    return power[static_cast<std::size_t>(x) * static_cast<std::size_t>(width) +
                 static_cast<std::size_t>(y + most)];
  };
  const double low2 = band.low / (unit * unit), high2 = band.high / (unit * unit);
  for (int x = 0; x <= most; ++x)
    for (int y = x == 0 ? 0 : -most; y <= most; ++y) {
      const double k2 = x * x + y * y;
      if (k2 < low2 || k2 > high2) continue;
      const auto row = static_cast<std::size_t>(y & (kSide - 1));
      const auto column = static_cast<std::size_t>(x);
      const Complex c{columns[column / 2][row].re[column % 2], columns[column / 2][row].im[column % 2]};
      at(x, y) = (c.re * c.re + c.im * c.im) * kGain[static_cast<std::size_t>(x)] * kGain[row];
    }
  std::vector<Peak> peaks;
  for (std::size_t start = 0; start < kStarts; ++start) {
    const auto strongest = std::max_element(power.begin(), power.end());
    if (*strongest < 0.0) break;
    const int index = static_cast<int>(strongest - power.begin()), x = index / width,
              y = index % width - most;
    peaks.push_back(climb(dots, centre, Vec2{x * unit, y * unit}, unit, band));
    // The next hill is another one.
    for (int i = std::max(0, x - 2); i <= std::min(most, x + 2); ++i)
      for (int j = std::max(-most, y - 2); j <= std::min(most, y + 2); ++j) at(i, j) = -1.0;
  }
  return strongest_of(peaks);
}

}  // namespace engine::scoring
