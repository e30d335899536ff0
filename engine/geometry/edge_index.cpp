#include "engine/geometry/edge_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/geometry/polyline.h"

namespace engine::geometry {

namespace {

constexpr int kMostBands = 1024, kMostSide = 128;

// Sorts copies of edges into bins: `bins(edge, visit)` calls visit(bin) for each one that it belongs to.
template <class Bins>
void sort_into(std::span<const Edge> edges, std::size_t count, std::vector<std::uint32_t>& start,
               std::vector<Edge>& sorted, Bins bins) {
  start.assign(count + 1, 0);
  for (const Edge& e : edges) bins(e, [&](std::size_t bin) { ++start[bin + 1]; });
  for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
  sorted.resize(start.back());
  std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
  for (const Edge& e : edges) bins(e, [&](std::size_t bin) { sorted[next[bin]++] = e; });
}

}  // namespace

EdgeIndex::EdgeIndex(std::span<const Ring> rings, const Box& box) : low_(box.low) {
  std::vector<Edge> edges;
  for (std::size_t r = 0; r < rings.size(); ++r) {
    const auto& points = rings[r].points;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++)
      edges.push_back({points[i], points[j], static_cast<std::uint32_t>(r)});
  }
  const Vec2 size = box.high - box.low;
  bands_ = std::clamp(static_cast<int>(edges.size()), 1, kMostBands);
  band_height_ = std::max(size.y / bands_, 1e-12);
  side_ = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(edges.size())) * 4.0), 4, kMostSide);
  cell_ = std::max({size.x / side_, size.y / side_, 1e-12});
  sort_into_bands(edges);
  sort_into_cells(edges);
  measure_emptiness();
}

int EdgeIndex::band(double y) const {
  return static_cast<int>(std::clamp((y - low_.y) / band_height_, 0.0, bands_ - 1.0));
}
int EdgeIndex::column(double x) const {
  return static_cast<int>(std::clamp((x - low_.x) / cell_, 0.0, side_ - 1.0));
}
int EdgeIndex::row(double y) const {
  return static_cast<int>(std::clamp((y - low_.y) / cell_, 0.0, side_ - 1.0));
}

void EdgeIndex::sort_into_bands(std::span<const Edge> edges) {
  sort_into(edges, static_cast<std::size_t>(bands_), band_start_, by_band_, [&](const Edge& e, auto visit) {
    for (int i = band(std::min(e.a.y, e.b.y)); i <= band(std::max(e.a.y, e.b.y)); ++i)
      visit(static_cast<std::size_t>(i));
  });
}

void EdgeIndex::sort_into_cells(std::span<const Edge> edges) {
  sort_into(edges, static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_), cell_start_, by_cell_,
            [&](const Edge& e, auto visit) {
              for (int y = row(std::min(e.a.y, e.b.y)); y <= row(std::max(e.a.y, e.b.y)); ++y)
                for (int x = column(std::min(e.a.x, e.b.x)); x <= column(std::max(e.a.x, e.b.x)); ++x)
                  visit(static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) +
                        static_cast<std::size_t>(x));
            });
}

// Chebyshev distance to the nearest cell with an edge: two passes over the cells.
void EdgeIndex::measure_emptiness() {
  empty_.assign(cell_start_.size() - 1, static_cast<std::uint16_t>(side_));
  const auto at = [&](int x, int y) -> std::uint16_t& {
    return empty_[static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) +
                  static_cast<std::size_t>(x)];
  };
  const auto relax = [&](int x, int y, int dx, int dy) {
    if (x + dx < 0 || x + dx >= side_ || y + dy < 0 || y + dy >= side_) return;
    at(x, y) = std::min<std::uint16_t>(at(x, y), static_cast<std::uint16_t>(at(x + dx, y + dy) + 1));
  };
  for (std::size_t i = 0; i + 1 < cell_start_.size(); ++i)
    if (cell_start_[i] < cell_start_[i + 1]) empty_[i] = 0;
  for (int y = 0; y < side_; ++y)
    for (int x = 0; x < side_; ++x)
      for (const auto& [dx, dy] : {std::pair{-1, 0}, {-1, -1}, {0, -1}, {1, -1}}) relax(x, y, dx, dy);
  for (int y = side_ - 1; y >= 0; --y)
    for (int x = side_ - 1; x >= 0; --x)
      for (const auto& [dx, dy] : {std::pair{1, 0}, {1, 1}, {0, 1}, {-1, 1}}) relax(x, y, dx, dy);
}

std::span<const Edge> EdgeIndex::at_height(double y) const {
  const auto i = static_cast<std::size_t>(band(y));
  return std::span(by_band_).subspan(band_start_[i], band_start_[i + 1] - band_start_[i]);
}

core::Mm EdgeIndex::distance(Vec2 p) const {
  const int cx = column(p.x), cy = row(p.y);
  // What lies beside the box is that much farther from every cell.
  const Vec2 inside = glm::clamp(p, low_, low_ + Vec2{cell_ * side_});
  const double beside = glm::length(p - inside);
  double best = std::numeric_limits<double>::infinity();
  const auto look = [&](int x, int y) {
    if (x < 0 || x >= side_ || y < 0 || y >= side_) return;
    const auto i =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(x);
    for (std::uint32_t k = cell_start_[i]; k < cell_start_[i + 1]; ++k)
      best = std::min(best, segment_distance(p, by_cell_[k].b, by_cell_[k].a));
  };
  const int first =
      empty_[static_cast<std::size_t>(cy) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(cx)];
  for (int ring = first; ring <= side_; ++ring) {
    // Nothing in this ring is nearer than the cells between.
    if (best < std::max(beside, (ring - 1) * cell_) && ring > first) break;
    if (ring == 0) {
      look(cx, cy);
      continue;
    }
    for (int d = -ring; d <= ring; ++d) {
      look(cx + d, cy - ring);
      look(cx + d, cy + ring);
    }
    for (int d = -ring + 1; d < ring; ++d) {
      look(cx - ring, cy + d);
      look(cx + ring, cy + d);
    }
  }
  return core::Mm{best};
}

}  // namespace engine::geometry
