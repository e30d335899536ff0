// Where follicles can settle: position, density and stretch of the chart over a box of addresses, quick to
// ask.
#pragma once

#include <optional>
#include <vector>

#include "engine/scalp/follicles.h"

namespace engine::scalp {

class FollicleGround {
 public:
  // What follows is asked of places in `box` only. A canvas and density outlive it.
  FollicleGround(const Canvas& canvas, const UnitDensity& per_cm2, const AddressBox& box);

  struct Spot {
    Vec3 position{0.0};    // mm
    double density = 0.0;  // units per cm^2, above 0
    double area = 1.0;     // mm2 of skin for each of the chart
    double least = 1.0;    // mm of skin for a mm of the chart, in the direction where it is shortest
  };
  // Whether anything can grow in the 4 mm of the chart, from a multiple of 4 mm on, that hold a place.
  [[nodiscard]] bool bears(CanvasPoint p) const;
  // Nothing off the canvas (within 4 mm of a head's border) and where nothing grows.
  [[nodiscard]] std::optional<Spot> at(CanvasPoint p) const;

 private:
  struct Node {
    Vec3 position{0.0};
    double density = 0.0;
    bool there = false;
  };
  struct Square {
    double area = 0.0, least = 0.0;
    bool bears = false;
  };
  [[nodiscard]] std::size_t index(int i, int j) const;
  [[nodiscard]] std::size_t square_of(CanvasPoint p) const;
  void measure_squares();

  const Canvas* flat_;  // a pad, which needs no nodes; else null
  const UnitDensity& per_cm2_;
  std::int32_t first_u_, first_v_;
  int columns_, rows_;
  std::vector<Node> nodes_;
  std::vector<Square> squares_;  // by their low corner
};

// Rounded down, also below 0.
std::int32_t floor_div(std::int32_t a, std::int32_t b);

}  // namespace engine::scalp
