#include "engine/scoring/ripley.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/geometry/grid.h"

namespace engine::scoring {

namespace {

constexpr int kShiftTable = 28;  // entries a side of the table of shared areas
constexpr int kScanLines = 1200, kLeastScanLines = 150;
// of all scan lines; a window like a comb is scanned more coarsely
constexpr std::size_t kMostCrossings = 1'000'000;

double largest(std::span<const double> radii) {
  double r = 0.0;
  for (const double x : radii) r = std::max(r, x);
  return r;
}

// Where a horizontal line enters and leaves the region, ascending.
std::vector<double> crossings(const Region& region, double y) {
  std::vector<double> xs;
  for (const auto& ring : region.rings())
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
      const Vec2 a = ring.points[i], b = ring.points[(i + 1) % ring.points.size()];
      if ((a.y > y) != (b.y > y)) xs.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
  std::sort(xs.begin(), xs.end());
  return xs;
}

double overlap(const std::vector<double>& a, const std::vector<double>& b, double shift) {
  double sum = 0.0;
  for (std::size_t i = 0, j = 0; i + 1 < a.size() && j + 1 < b.size();) {
    const double end = b[j + 1] + shift;
    sum += std::max(0.0, std::min(a[i + 1], end) - std::max(a[i], b[j] + shift));
    (a[i + 1] < end ? i : j) += 2;  // whichever ends first meets no other
  }
  return sum;
}

// Area that the window shares with itself shifted. Exact for rectangles; else scan lines, tabulated
// over the half plane of shifts up to `reach` and bilinear between.
class SharedArea {
 public:
  SharedArea(const Region& window, double reach) : window_(window), pitch_(reach / kShiftTable) {
    if (window.is_rectangle()) return;
    const auto& box = window.box();
    for (int count = kScanLines; count >= kLeastScanLines; count /= 2) {
      lines_.clear();
      step_ = (box.high.y - box.low.y) / count;
      std::size_t met = 0;
      for (int i = 0; i < count; ++i) {
        lines_.push_back(crossings(window, box.low.y + (i + 0.5) * step_));
        met += lines_.back().size();
      }
      if (met <= kMostCrossings) break;
    }
    for (int y = 0; y <= kShiftTable + 1; ++y)
      for (int x = -kShiftTable - 1; x <= kShiftTable + 1; ++x)
        table_.push_back(scanned({x * pitch_, y * pitch_}));
  }
  [[nodiscard]] double at(Vec2 d) const {
    if (window_.is_rectangle()) {
      const Vec2 size = window_.box().high - window_.box().low;
      return std::max(0.0, size.x - std::fabs(d.x)) * std::max(0.0, size.y - std::fabs(d.y));
    }
    if (d.y < 0.0) d = -d;
    const double fx = d.x / pitch_ + kShiftTable + 1, fy = d.y / pitch_;
    const int x = static_cast<int>(fx), y = static_cast<int>(fy);
    const double tx = fx - x, ty = fy - y;
    const auto entry = [&](int i, int j) {
      return table_[static_cast<std::size_t>(j * (2 * kShiftTable + 3) + i)];
    };
    return (entry(x, y) * (1 - tx) + entry(x + 1, y) * tx) * (1 - ty) +
           (entry(x, y + 1) * (1 - tx) + entry(x + 1, y + 1) * tx) * ty;
  }

 private:
  // Lines shifted by a whole number of steps meet lines: the rest is interpolated.
  [[nodiscard]] double scanned(Vec2 d) const {
    const double lines = d.y / step_;
    const int whole = static_cast<int>(std::floor(lines));
    const double part = lines - whole;
    const auto sum = [&](int shift) {
      double area = 0.0;
      for (int i = 0; i + shift < static_cast<int>(lines_.size()); ++i)
        area +=
            overlap(lines_[static_cast<std::size_t>(i + shift)], lines_[static_cast<std::size_t>(i)], d.x);
      return area * step_;
    };
    return sum(whole) * (1.0 - part) + sum(whole + 1) * part;
  }

  const Region& window_;
  double pitch_, step_ = 1.0;
  std::vector<std::vector<double>> lines_;
  std::vector<double> table_;
};

}  // namespace

std::vector<std::optional<double>> ripley_border(std::span<const Vec2> points, const Region& window,
                                                 std::span<const double> radii) {
  std::vector<std::optional<double>> k(radii.size());
  if (points.size() < 2) return k;
  const geometry::Grid grid(points, std::max(largest(radii), 1e-9));
  std::vector<double> border;
  for (const Vec2 p : points) border.push_back(window.border_distance(p).value);
  const double intensity = static_cast<double>(points.size()) / window.area();
  for (std::size_t i = 0; i < radii.size(); ++i) {
    std::size_t centres = 0, pairs = 0;
    for (std::size_t c = 0; c < points.size(); ++c) {
      if (border[c] <= radii[i]) continue;  // a centre exactly at r is left out, as spatstat does
      ++centres;
      grid.within(points[c], radii[i], [&](std::size_t j, double) { pairs += j != c ? 1U : 0U; });
    }
    if (centres > 0) k[i] = static_cast<double>(pairs) / (intensity * static_cast<double>(centres));
  }
  return k;
}

std::vector<std::optional<double>> ripley_translation(std::span<const Vec2> points, const Region& window,
                                                      std::span<const double> radii) {
  std::vector<std::optional<double>> k(radii.size());
  const double reach = largest(radii), n = static_cast<double>(points.size());
  if (points.size() < 2 || !(reach > 0.0)) return k;
  const geometry::Grid grid(points, reach);
  const SharedArea shared(window, reach);
  std::vector<double> sums(radii.size(), 0.0);
  std::vector<bool> defined(radii.size(), true);
  for (std::size_t c = 0; c < points.size(); ++c)
    grid.within(points[c], reach, [&](std::size_t j, double d2) {
      if (j == c) return;
      const double area = shared.at(points[j] - points[c]);
      for (std::size_t i = 0; i < radii.size(); ++i) {
        if (d2 > radii[i] * radii[i]) continue;
        if (area > 0.0)
          sums[i] += 1.0 / area;
        else
          defined[i] = false;
      }
    });
  for (std::size_t i = 0; i < radii.size(); ++i)
    if (defined[i]) k[i] = window.area() * window.area() / (n * (n - 1.0)) * sums[i];
  return k;
}

}  // namespace engine::scoring
