// Heat maps over the work: density, depth, spacing, rows, from the numbers that the scorer uses.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "trainer/canvas/lens.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/skin/ink.h"
#include "trainer/ui/work/work_intents.h"

namespace trainer::canvas {

constexpr bool is_map(ui::Overlay overlay) {
  return overlay >= ui::Overlay::DensityMap;
}

struct HeatCell {
  std::array<Vec3, 4> corners;  // on the skin
  Vec3 middle{0.0}, normal{0.0};
  double value = 0.0;  // -1 too little .. 1 too much
  bool sign = false;   // carries "+" or a minus
  std::string words;
};
struct HeatDot {
  Vec3 at{0.0}, normal{0.0};
  engine::core::Mm radius{0.3};
  double value = 0.0;
  std::string words;
};
struct HeatMap {
  std::vector<HeatCell> cells;
  std::vector<HeatDot> dots;
  ui::InkLegend legend;
};

// Of the treatment session that goes on (or ended last).
HeatMap make_heat(const runner::Attempt& attempt, ui::Overlay map);
// `pointer`: its value is named in a tag.
void add_heat(const HeatMap& map, const Lens& lens, std::optional<Vec2> pointer, ui::CanvasInk& ink);

}  // namespace trainer::canvas
