// The front edge that dots make, where nothing was drawn.
#pragma once

#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/field.h"

namespace engine::scoring {

// How far behind the target's edge the work's edge lies, mm, in columns of 4 mm along the agreed line;
// negative: in front of it, lower. An edge is where a sharp front of full density would hold as many dots as
// the feathered one holds, for the target and for the work alike: that place moves with the number of dots
// only, so it scatters far less than a half-density crossing. The work's own full density counts, taken from
// the zone's last quarter. Marks in front of the zone are counted.
struct FrontEdge {
  struct Column {
    core::Mm arc{};  // its middle, along the line
    core::Mm behind{};
    std::optional<core::Mm> foremost;  // how far behind the line its first dot lies
  };
  std::vector<Column> columns;
  // Standard deviation of the first dots about their own straight line: no line of hair is a ruler's. Beside
  // it that of dots thrown at random with the asked density. Nothing where no feather is asked, or under five
  // first dots.
  struct Roughness {
    core::Mm spread{}, at_random{};
  };
  std::optional<Roughness> roughness;
};

// Without a line, below 60 dots, or without dots in the full part: no columns.
FrontEdge front_edge(const Field& field);

}  // namespace engine::scoring
