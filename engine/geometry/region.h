// A flat region in millimetres: one or more rings, some of them holes.
#pragma once

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::geometry {

struct Ring {
  std::vector<Vec2> points;  // mm; a last vertex equal to the first is allowed and dropped
  bool hole = false;         // this flag decides, not the direction
};

struct Box {
  Vec2 low{0.0};
  Vec2 high{0.0};
};

class EdgeIndex;  // engine/geometry/edge_index.h

// Immutable and valid: finite vertices, at least three distinct a ring, no ring crosses itself or another,
// holes lie inside rings, no place is covered twice. Rings may touch; an island may lie in a hole.
class Region {
 public:
  Region() = default;  // empty: area 0, contains nothing
  static core::Result<Region> make(std::vector<Ring> rings);
  static Region rectangle(Vec2 low, Vec2 high);

  [[nodiscard]] std::span<const Ring> rings() const { return rings_; }
  [[nodiscard]] double area() const { return area_; }  // mm^2, holes taken away
  [[nodiscard]] const Box& box() const { return box_; }
  [[nodiscard]] bool is_rectangle() const { return rectangle_; }  // one axis-parallel rectangle
  [[nodiscard]] bool contains(Vec2 p) const;                      // closed: the border counts
  [[nodiscard]] core::Mm border_distance(Vec2 p) const;           // to the nearest edge, >= 0
  // The parts of the horizontal line at `y` that lie inside, from left to right, in `spans` (cleared first).
  void row_spans(double y, std::vector<std::pair<double, double>>& spans) const;

 private:
  std::vector<Ring> rings_;
  std::shared_ptr<const EdgeIndex> edges_;  // of the rings; null for a rectangle, shared by copies
  Box box_;
  double area_ = 0.0;
  bool rectangle_ = false;
};

}  // namespace engine::geometry
