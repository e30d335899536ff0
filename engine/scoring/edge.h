// The front edge that dots make, where nothing was drawn.
#pragma once

#include <vector>

#include "engine/scoring/field.h"

namespace engine::scoring {

// How far behind the target's edge the work's edge lies, mm, in columns of 4 mm along the agreed line; negative: in
// front of it, lower. An edge is where a sharp front of full density would hold as many dots as the feathered one
// holds, for the target and for the work alike: that place moves with the number of dots only, so it scatters far
// less than a half-density crossing. The work's own full density counts, taken from the zone's last quarter. Marks in
// front of the zone are counted.
struct FrontEdge {
  struct Column {
    double arc_mm = 0.0;     // its middle, along the line
    double behind_mm = 0.0;
  };
  std::vector<Column> columns;
};

// Without a line, below 60 dots, or without dots in the full part: no columns.
FrontEdge front_edge(const Field& field);

}  // namespace engine::scoring
