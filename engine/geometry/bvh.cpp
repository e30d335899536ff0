#include "engine/geometry/bvh.h"

#include <algorithm>
#include <array>
#include <glm/common.hpp>
#include <limits>
#include <numeric>

namespace engine::geometry {

namespace {

constexpr std::size_t kLeaf = 4;  // triangles

// Distance at which the ray enters the box; infinity when it misses or the box lies behind `nearest`.
double entry(const Vec3& low, const Vec3& high, const Vec3& origin, const Vec3& inverse, double nearest) {
  const Vec3 a = (low - origin) * inverse, b = (high - origin) * inverse;
  const Vec3 in = glm::min(a, b), out = glm::max(a, b);
  const double from = std::max({in.x, in.y, in.z, 0.0}), to = std::min({out.x, out.y, out.z, nearest});
  return from <= to ? from : std::numeric_limits<double>::infinity();
}

// Moeller and Trumbore 1997; a hair of slack so that no ray slips between neighbours.
std::optional<double> meets(const Vec3& a, const Vec3& ab, const Vec3& ac, const Vec3& origin,
                            const Vec3& direction) {
  constexpr double kSlack = 1e-9;
  const Vec3 p = glm::cross(direction, ac);
  const double det = glm::dot(ab, p);
  if (det == 0.0) return std::nullopt;
  const Vec3 from = origin - a, q = glm::cross(from, ab);
  const double u = glm::dot(from, p) / det, v = glm::dot(direction, q) / det, t = glm::dot(ac, q) / det;
  if (u < -kSlack || v < -kSlack || u + v > 1.0 + kSlack || t < 0.0) return std::nullopt;
  return t;
}

}  // namespace

Bvh::Bvh(std::span<const Vec3> positions, std::span<const std::uint32_t> triangles) {
  std::vector<Triangle> all;
  all.reserve(triangles.size() / 3);
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
    const Vec3 a = positions[triangles[i]];
    all.push_back({a, positions[triangles[i + 1]] - a, positions[triangles[i + 2]] - a});
  }
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0U);
  triangles_.reserve(all.size());
  nodes_.reserve(all.size());
  if (!all.empty()) build(order, 0, order.size(), all);
}

void Bvh::build(std::vector<std::uint32_t>& order, std::size_t from, std::size_t to,
                std::span<const Triangle> all) {
  const std::size_t index = nodes_.size();
  Node node{Vec3{std::numeric_limits<double>::infinity()}, Vec3{-std::numeric_limits<double>::infinity()}};
  for (std::size_t i = from; i < to; ++i) {
    const Triangle& t = all[order[i]];
    for (const Vec3& corner : {t.a, t.a + t.ab, t.a + t.ac}) {
      node.low = glm::min(node.low, corner);
      node.high = glm::max(node.high, corner);
    }
  }
  // a ray along a side is inside
  const Vec3 slack = (glm::abs(node.low) + glm::abs(node.high)) * 1e-12 + 1e-12;
  node.low -= slack;
  node.high += slack;
  nodes_.push_back(node);
  if (to - from <= kLeaf) {
    nodes_[index].first = static_cast<std::uint32_t>(triangles_.size());
    nodes_[index].count = static_cast<std::uint32_t>(to - from);
    for (std::size_t i = from; i < to; ++i) triangles_.push_back(all[order[i]]);
    return;
  }
  const Vec3 size = node.high - node.low;
  const int axis = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
  const auto centre = [&](std::uint32_t k) {
    return 3.0 * all[k].a[axis] + all[k].ab[axis] + all[k].ac[axis];
  };
  const std::size_t middle = (from + to) / 2;
  std::nth_element(
      order.begin() + static_cast<std::ptrdiff_t>(from), order.begin() + static_cast<std::ptrdiff_t>(middle),
      order.begin() + static_cast<std::ptrdiff_t>(to), [&](auto a, auto b) { return centre(a) < centre(b); });
  build(order, from, middle, all);
  nodes_[index].first = static_cast<std::uint32_t>(nodes_.size());
  build(order, middle, to, all);
}

std::optional<double> Bvh::first_hit(const Vec3& origin, const Vec3& direction) const {
  if (nodes_.empty()) return std::nullopt;
  constexpr double kNoZero = 1e-300;  // 0 x infinity would be no number
  const Vec3 inverse =
      1.0 / Vec3{direction.x == 0.0 ? kNoZero : direction.x, direction.y == 0.0 ? kNoZero : direction.y,
                 direction.z == 0.0 ? kNoZero : direction.z};
  double nearest = std::numeric_limits<double>::infinity();
  std::array<std::uint32_t, 64> stack{};  // the tree is balanced: its depth is the logarithm of its size
  std::size_t depth = 0;
  stack[depth++] = 0;
  while (depth > 0) {
    const std::uint32_t index = stack[--depth];
    const Node& node = nodes_[index];
    if (entry(node.low, node.high, origin, inverse, nearest) == std::numeric_limits<double>::infinity())
      continue;
    if (node.count == 0) {
      const std::uint32_t left = index + 1, right = node.first;
      const bool left_first = entry(nodes_[left].low, nodes_[left].high, origin, inverse, nearest) <=
                              entry(nodes_[right].low, nodes_[right].high, origin, inverse, nearest);
      stack[depth++] = left_first ? right : left;
      stack[depth++] = left_first ? left : right;
      continue;
    }
    for (std::uint32_t i = node.first; i < node.first + node.count; ++i)
      if (const auto t = meets(triangles_[i].a, triangles_[i].ab, triangles_[i].ac, origin, direction))
        nearest = std::min(nearest, *t);
  }
  return nearest < std::numeric_limits<double>::infinity() ? std::optional(nearest) : std::nullopt;
}

}  // namespace engine::geometry
