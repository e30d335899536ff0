#include "engine/geometry/region.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/geometry/edge_index.h"
#include "engine/geometry/polyline.h"
#include "engine/geometry/ring_check.h"

namespace engine::geometry {

namespace {

core::Result<Ring> clean(Ring ring, std::size_t index) {
  const std::string field = fmt::format("ring {}", index + 1);
  std::vector<Vec2> points;
  for (const Vec2 p : ring.points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y))
      return core::fail(
          {.message = "a vertex is not finite", .file = {}, .line = {}, .column = {}, .field = field});
    if (points.empty() || points.back() != p) points.push_back(p);
  }
  while (points.size() > 1 && points.front() == points.back()) points.pop_back();
  ring.points = std::move(points);
  return ring;
}

bool axis_parallel(const Ring& ring) {
  if (ring.points.size() != 4) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const Vec2 a = ring.points[i], b = ring.points[(i + 1) % 4];
    if (a.x != b.x && a.y != b.y) return false;
  }
  return true;
}

}  // namespace

core::Result<Region> Region::make(std::vector<Ring> rings) {
  if (rings.empty()) return core::fail("a region needs at least one ring");
  Region region;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    auto ring = clean(std::move(rings[i]), i);
    if (!ring) return core::fail(ring.error());
    region.rings_.push_back(std::move(*ring));
  }
  if (auto sound = check_rings(region.rings_); !sound) return core::fail(sound.error());
  const double inf = std::numeric_limits<double>::infinity();
  region.box_ = {{inf, inf}, {-inf, -inf}};
  for (const Ring& ring : region.rings_) {
    const double area = std::fabs(signed_area(ring.points));
    region.area_ += ring.hole ? -area : area;
    for (const Vec2 p : ring.points) {
      region.box_.low = glm::min(region.box_.low, p);
      region.box_.high = glm::max(region.box_.high, p);
    }
  }
  if (!(region.area_ > 0.0)) return core::fail("the holes leave no area");
  region.rectangle_ =
      region.rings_.size() == 1 && !region.rings_.front().hole && axis_parallel(region.rings_.front());
  if (!region.rectangle_) region.edges_ = std::make_shared<const EdgeIndex>(region.rings_, region.box_);
  return region;
}

Region Region::rectangle(Vec2 low, Vec2 high) {
  return make({{{low, {high.x, low.y}, high, {low.x, high.y}}, false}}).value();
}

namespace {

// Where the edge meets the horizontal line at y, when it crosses it (half open: an end at y counts once).
std::optional<double> crossing(const Edge& e, double y) {
  if ((e.a.y > y) == (e.b.y > y)) return std::nullopt;
  return (e.b.x - e.a.x) * (y - e.a.y) / (e.b.y - e.a.y) + e.a.x;
}

}  // namespace

bool Region::contains(Vec2 p) const {
  if (rings_.empty() || p.x < box_.low.x || p.y < box_.low.y || p.x > box_.high.x || p.y > box_.high.y)
    return false;
  if (rectangle_) return true;
  // Edges come ring by ring: an odd number of crossings to the right is inside that ring.
  // With islands in holes, a place is inside when it lies in more rings than holes.
  int covered = 0;
  bool odd = false;
  std::uint32_t ring = 0;
  const auto close_ring = [&] {
    if (odd) covered += rings_[ring].hole ? -1 : 1;
    odd = false;
  };
  const auto edges = edges_->at_height(p.y);
  for (const Edge& e : edges) {
    if (e.ring != ring) close_ring();
    ring = e.ring;
    if (const auto x = crossing(e, p.y); x && p.x < *x) odd = !odd;
  }
  close_ring();
  if (covered > 0) return true;
  return std::any_of(edges.begin(), edges.end(),
                     [&](const Edge& e) { return segment_distance(p, e.b, e.a) == 0.0; });
}

core::Mm Region::border_distance(Vec2 p) const {
  if (rings_.empty()) return core::Mm{std::numeric_limits<double>::infinity()};
  if (!rectangle_) return edges_->distance(p);
  // Inside a rectangle the four differences are exact: a dot that lies at a distance on the dot does.
  if (contains(p))
    return core::Mm{std::min(std::min(p.x - box_.low.x, box_.high.x - p.x),
                             std::min(p.y - box_.low.y, box_.high.y - p.y))};
  return core::Mm{glm::length(p - glm::clamp(p, box_.low, box_.high))};
}

void Region::row_spans(double y, std::vector<std::pair<double, double>>& spans) const {
  spans.clear();
  if (rings_.empty() || y < box_.low.y || y > box_.high.y) return;
  if (rectangle_) return spans.emplace_back(box_.low.x, box_.high.x), void();
  // Each ring switches between outside and inside at its crossings; a place is in the region while it is in
  // more rings than holes.
  struct Switch {
    double x;
    std::uint32_t ring;
  };
  std::vector<Switch> switches;
  for (const Edge& e : edges_->at_height(y))
    if (const auto x = crossing(e, y)) switches.push_back({*x, e.ring});
  std::stable_sort(switches.begin(), switches.end(),
                   [](const Switch& a, const Switch& b) { return a.x < b.x; });
  std::vector<bool> in(rings_.size(), false);
  int covered = 0;
  bool inside = false;
  for (const Switch& s : switches) {
    in[s.ring] = !in[s.ring];
    covered += in[s.ring] == rings_[s.ring].hole ? -1 : 1;
    const bool now = covered > 0;
    if (now && !inside) spans.emplace_back(s.x, s.x);
    if (!now && inside) spans.back().second = s.x;
    inside = now;
  }
}

}  // namespace engine::geometry
