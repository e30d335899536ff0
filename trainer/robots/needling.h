// The way of a dry needle over a scar: line beside line across it.
#pragma once

#include <vector>

#include "trainer/robots/ground.h"

namespace trainer::robots {

struct NeedlingLine {
  std::vector<engine::scalp::CanvasPoint> way;  // a point at least every 2 mm
  double mm = 0.0;                              // its length
};

// Lines `apart` mm from one another, turning back at each end, cut where the region ends.
std::vector<NeedlingLine> needling_lines(const Ground& ground, double apart);

}  // namespace trainer::robots
