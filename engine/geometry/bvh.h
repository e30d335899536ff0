// Where a ray first meets a mesh of triangles: a tree of boxes, split at the median. Immutable.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/geometry/vec.h"

namespace engine::geometry {

class Bvh {
 public:
  // `triangles`: three indices each into `positions`. Copies what it needs.
  Bvh(std::span<const Vec3> positions, std::span<const std::uint32_t> triangles);

  // Distance along the unit `direction` to the first triangle, front or back, at t >= 0; nothing when the
  // ray misses. Edges belong to both triangles, so a closed mesh has no cracks beyond rounding.
  [[nodiscard]] std::optional<double> first_hit(const Vec3& origin, const Vec3& direction) const;

 private:
  struct Triangle {
    Vec3 a, ab, ac;
  };
  struct Node {
    Vec3 low{0.0}, high{0.0};
    std::uint32_t first = 0;  // triangle of a leaf, or right child (the left one follows its parent)
    std::uint32_t count = 0;  // triangles of a leaf; 0 in between
  };

  void build(std::vector<std::uint32_t>& order, std::size_t from, std::size_t to,
             std::span<const Triangle> all);

  std::vector<Triangle> triangles_;  // in the order of the leaves
  std::vector<Node> nodes_;
};

}  // namespace engine::geometry
