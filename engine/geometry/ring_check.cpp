#include "engine/geometry/ring_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace engine::geometry {

namespace {

// Rings that were cut to fit (or subdivide the same edge differently) meet but for rounding: this share of
// the size.
constexpr double kRounding = 1e-7;

struct Edge {
  Vec2 a, b;
  std::uint32_t ring;
  [[nodiscard]] double left() const { return std::min(a.x, b.x); }
  [[nodiscard]] double right() const { return std::max(a.x, b.x); }
  [[nodiscard]] double low() const { return std::min(a.y, b.y); }
  [[nodiscard]] double high() const { return std::max(a.y, b.y); }
};

core::Result<void> wrong(std::string message, std::uint32_t ring) {
  return core::fail({.message = std::move(message),
                     .file = {},
                     .line = {},
                     .column = {},
                     .field = fmt::format("ring {}", ring + 1)});
}

std::vector<Edge> edges_of(std::span<const Ring> rings) {
  std::vector<Edge> edges;
  for (std::uint32_t r = 0; r < rings.size(); ++r) {
    const auto& points = rings[r].points;
    for (std::size_t i = 0; i < points.size(); ++i)
      edges.push_back({points[i], points[(i + 1) % points.size()], r});
  }
  return edges;
}

// How far p lies to the left of the line from o to a; times the edge's length when `scaled` is false.
double side(Vec2 o, Vec2 a, Vec2 p) {
  return (a.x - o.x) * (p.y - o.y) - (a.y - o.y) * (p.x - o.x);
}

bool cross_properly(const Edge& e, const Edge& f, double rounding) {
  const double along_e = rounding * glm::length(e.b - e.a), along_f = rounding * glm::length(f.b - f.a);
  const double fa = side(e.a, e.b, f.a), fb = side(e.a, e.b, f.b), ea = side(f.a, f.b, e.a),
               eb = side(f.a, f.b, e.b);
  const auto opposite = [](double x, double y, double least) {
    return (x > least && y < -least) || (x < -least && y > least);
  };
  return opposite(fa, fb, along_e) && opposite(ea, eb, along_f);
}

// Edges sorted by their left end: only those that overlap in x are compared.
core::Result<void> no_crossings(std::vector<Edge> edges, double rounding) {
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& x, const Edge& y) { return x.left() < y.left(); });
  for (std::size_t i = 0; i < edges.size(); ++i)
    for (std::size_t j = i + 1; j < edges.size() && edges[j].left() <= edges[i].right(); ++j) {
      const Edge &e = edges[i], &f = edges[j];
      if (!cross_properly(e, f, e.ring == f.ring ? 0.0 : rounding)) continue;
      if (e.ring == f.ring) return wrong("the ring crosses itself", e.ring);
      return wrong(fmt::format("the ring crosses ring {}", std::min(e.ring, f.ring) + 1),
                   std::max(e.ring, f.ring));
    }
  return {};
}

// One row between two heights of corners: every place must be covered once or not at all, by each ring and by
// all of them together (a hole counts against the ring around it).
class Row {
 public:
  Row(std::span<const Ring> rings, std::span<const int> turns, double rounding)
      : rings_(rings), turns_(turns), rounding_(rounding), winding_(rings.size(), 0) {}

  core::Result<void> check(double y, std::span<const Edge> edges) {
    meets_.clear();
    for (const Edge& e : edges)
      if ((e.a.y > y) != (e.b.y > y))
        meets_.push_back(
            {e.a.x + (e.b.x - e.a.x) * (y - e.a.y) / (e.b.y - e.a.y), e.ring, e.b.y > e.a.y ? -1 : 1});
    std::stable_sort(meets_.begin(), meets_.end(), [](const Meet& a, const Meet& b) { return a.x < b.x; });
    std::fill(winding_.begin(), winding_.end(), 0);
    int covered = 0;
    for (std::size_t i = 0; i + 1 < meets_.size(); ++i) {
      const Meet& m = meets_[i];
      const int step = m.step * turns_[m.ring];
      winding_[m.ring] += step;
      covered += rings_[m.ring].hole ? -step : step;
      if (meets_[i + 1].x - m.x <= rounding_) continue;
      if (winding_[m.ring] < 0 || winding_[m.ring] > 1) return wrong("the ring crosses itself", m.ring);
      if (covered > 1) return wrong("the ring lies over another one", last_here(false));
      if (covered < 0)
        return wrong("the hole cuts out what is not there; expected it inside a ring and beside other holes",
                     last_here(true));
    }
    return {};
  }

 private:
  struct Meet {
    double x;
    std::uint32_t ring;
    int step;
  };

  [[nodiscard]] std::uint32_t last_here(bool hole) const {
    std::uint32_t last = 0;
    for (std::uint32_t r = 0; r < rings_.size(); ++r)
      if (winding_[r] == 1 && rings_[r].hole == hole) last = r;
    return last;
  }

  std::span<const Ring> rings_;
  std::span<const int> turns_;
  double rounding_;
  std::vector<int> winding_;
  std::vector<Meet> meets_;
};

// What covers a place changes only at corners, once no edges cross: one row between any two heights of
// corners.
core::Result<void> covered_once(std::span<const Ring> rings, std::vector<Edge> edges, double rounding) {
  std::vector<int> turns;
  std::vector<double> heights;
  for (const Ring& ring : rings) {
    turns.push_back(signed_area(ring.points) < 0.0 ? -1 : 1);
    for (const Vec2 p : ring.points) heights.push_back(p.y);
  }
  std::sort(heights.begin(), heights.end());
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& x, const Edge& y) { return x.low() < y.low(); });
  Row row(rings, turns, rounding);
  std::vector<Edge> reached;  // by the row, and by rows before it
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < heights.size(); ++i) {
    if (heights[i + 1] - heights[i] <= rounding) continue;
    const double y = 0.5 * (heights[i] + heights[i + 1]);
    std::erase_if(reached, [&](const Edge& e) { return e.high() < y; });
    for (; next < edges.size() && edges[next].low() < y; ++next) reached.push_back(edges[next]);
    if (auto covered = row.check(y, reached); !covered) return covered;
  }
  return {};
}

}  // namespace

double signed_area(std::span<const Vec2> ring) {
  double twice = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return 0.5 * twice;
}

core::Result<void> check_rings(std::span<const Ring> rings) {
  std::optional<Box> box;
  for (std::uint32_t r = 0; r < rings.size(); ++r) {
    if (rings[r].points.size() < 3)
      return wrong("expected at least three distinct points that enclose an area", r);
    for (const Vec2 p : rings[r].points)
      box = box ? Box{glm::min(box->low, p), glm::max(box->high, p)} : Box{p, p};
  }
  if (!box) return {};
  const double rounding = kRounding * std::max(box->high.x - box->low.x, box->high.y - box->low.y);
  const auto edges = edges_of(rings);
  if (auto apart = no_crossings(edges, rounding); !apart) return apart;
  for (std::uint32_t r = 0; r < rings.size(); ++r)
    if (signed_area(rings[r].points) == 0.0)
      return wrong("expected at least three distinct points that enclose an area", r);
  return covered_once(rings, edges, rounding);
}

}  // namespace engine::geometry
