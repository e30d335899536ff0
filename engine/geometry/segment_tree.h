// The segments of a curve under a tree of boxes: the nearest to a place without looking at all of them.
// Neighbours along a curve are neighbours on the plane, so the tree simply halves the curve.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "engine/geometry/polyline.h"
#include "engine/geometry/region.h"

namespace engine::geometry {

class SegmentTree {
 public:
  // At least two points, which must outlive the tree.
  explicit SegmentTree(std::span<const Vec2> curve) : curve_(curve) {
    boxes_.resize(2 * (curve.size() - 1));
    build(1, curve.size(), 0);
  }

  struct Nearest {
    double distance = std::numeric_limits<double>::infinity();
    // its end: from curve[segment - 1] to curve[segment]; of equally near ones the first
    std::size_t segment = 1;
  };
  // As looking at every segment, to the last bit.
  [[nodiscard]] Nearest nearest(Vec2 p) const {
    Nearest best;
    search(p, 1, curve_.size(), 0, best);
    return best;
  }

 private:
  static constexpr std::size_t kLeaf = 4;  // segments

  // Nodes in the order of a walk: the left half of n segments takes 2 n_left - 1 places.
  static std::size_t right_of(std::size_t node, std::size_t left_count) { return node + 2 * left_count; }

  Box build(std::size_t from, std::size_t to, std::size_t node) {
    Box box{glm::min(curve_[from - 1], curve_[from]), glm::max(curve_[from - 1], curve_[from])};
    if (to - from <= kLeaf) {
      for (std::size_t i = from + 1; i < to; ++i)
        box = {glm::min(box.low, curve_[i]), glm::max(box.high, curve_[i])};
    } else {
      const std::size_t middle = from + (to - from) / 2;
      const Box left = build(from, middle, node + 1),
                right = build(middle, to, right_of(node, middle - from));
      box = {glm::min(left.low, right.low), glm::max(left.high, right.high)};
    }
    boxes_[node] = box;
    return box;
  }

  [[nodiscard]] double to_box(Vec2 p, std::size_t node) const {
    constexpr double kNoLess = 1.0 - 1e-12;  // rounding must not leave out a segment
    return kNoLess * glm::length(p - glm::clamp(p, boxes_[node].low, boxes_[node].high));
  }

  void search(Vec2 p, std::size_t from, std::size_t to, std::size_t node, Nearest& best) const {
    if (to - from <= kLeaf) {
      for (std::size_t i = from; i < to; ++i)
        if (const double d = segment_distance(p, curve_[i - 1], curve_[i]);
            d < best.distance || (d == best.distance && i < best.segment))
          best = {d, i};
      return;
    }
    const std::size_t middle = from + (to - from) / 2, left = node + 1, right = right_of(node, middle - from);
    const double to_left = to_box(p, left), to_right = to_box(p, right);
    const auto look = [&](bool leftwards) {
      if ((leftwards ? to_left : to_right) > best.distance) return;
      leftwards ? search(p, from, middle, left, best) : search(p, middle, to, right, best);
    };
    look(to_left <= to_right);
    look(to_left > to_right);
  }

  std::span<const Vec2> curve_;
  std::vector<Box> boxes_;
};

}  // namespace engine::geometry
