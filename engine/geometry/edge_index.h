// The edges of a region sorted into bands and cells, so that a question about one place looks at a few of
// them. Private to Region.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/region.h"

namespace engine::geometry {

// From b to a: the ring runs that way.
struct Edge {
  Vec2 a, b;
  std::uint32_t ring = 0;
};

class EdgeIndex {
 public:
  EdgeIndex(std::span<const Ring> rings, const Box& box);

  // Every edge that reaches the height y, in ring order.
  [[nodiscard]] std::span<const Edge> at_height(double y) const;
  [[nodiscard]] core::Mm distance(Vec2 p) const;  // to the nearest edge

 private:
  [[nodiscard]] int band(double y) const;
  [[nodiscard]] int column(double x) const;
  [[nodiscard]] int row(double y) const;
  void sort_into_bands(std::span<const Edge> edges);
  void sort_into_cells(std::span<const Edge> edges);
  void measure_emptiness();

  Vec2 low_{0.0};
  double band_height_ = 1.0, cell_ = 1.0;
  int bands_ = 1, side_ = 1;  // side_ x side_ cells
  std::vector<std::uint32_t> band_start_, cell_start_;
  std::vector<Edge> by_band_, by_cell_;  // copies: an edge lies in every band and cell that its box meets
  std::vector<std::uint16_t> empty_;     // of each cell: rings of cells without an edge around it
};

}  // namespace engine::geometry
