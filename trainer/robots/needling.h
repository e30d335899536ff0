// The way of a dry needle over a scar: line beside line across it.
#pragma once

#include <vector>

#include "engine/core/units.h"
#include "trainer/robots/ground.h"

namespace trainer::robots {

struct NeedlingLine {
  std::vector<engine::scalp::CanvasPoint> way;  // a point at least every 2 mm
  engine::core::Mm length{};                    // of the way
};

// Lines `apart` from one another, turning back at each end, cut where the region ends.
std::vector<NeedlingLine> needling_lines(const Ground& ground, engine::core::Mm apart);

}  // namespace trainer::robots
