// What the scorer looks at: dots in one zone, unrolled into flat millimetres, and what was asked there.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/geometry/region.h"
#include "engine/skin/dot.h"

namespace engine::scoring {

using geometry::Region;
using geometry::Vec2;

struct FieldDot {
  std::uint32_t number = 0;        // of the skin::Dot
  std::int64_t t_us = 0;
  Vec2 at{0.0};                    // mm in the work plane
  double delta = 0.5;              // deposit depth / local skin thickness
  double depth_mm = 0.0;           // deposit depth
  double thickness_mm = 1.0;
  double diameter_mm = 0.25;       // healed
  bool blowout = false;
  bool depth_known = true;
};

// Share of the plateau reached up to a distance behind the line; beyond the last step 1.
struct GradientStep {
  double to_mm = 5.0;
  double share = 0.30;
  bool operator==(const GradientStep&) const = default;
};

// Density asked at a place: a plateau, optionally feathered behind a line.
struct TargetDensity {
  double plateau_per_mm2 = 0.9;
  std::vector<Vec2> line;              // empty: constant; else a polyline, "behind" = its left-hand side
  std::vector<GradientStep> steps;     // rising to_mm
  [[nodiscard]] double at(Vec2 p) const;  // dots per mm^2
  [[nodiscard]] bool constant() const { return line.size() < 2 || steps.empty(); }
};

struct DepthBand {
  double low = 0.38;   // delta
  double high = 0.72;
  bool operator==(const DepthBand&) const = default;
};

struct Field {
  std::vector<FieldDot> dots;     // by number
  Region region;                  // the zone in the work plane
  TargetDensity target;
  DepthBand depth_band;
  std::vector<Vec2> drawn_hairline;   // empty when nothing was drawn
  std::vector<Vec2> target_hairline;  // empty when the lesson has none
  std::optional<double> midline_x;    // mm, for asymmetry
  // The work of a lesson: too few dots are a fault of the work, and no way round a criterion.
  bool of_lesson = false;
  static constexpr std::size_t kLeastOfLesson = 15;  // below, no pattern can be told from chance
  [[nodiscard]] std::size_t needed(std::size_t usual) const { return of_lesson ? std::min(usual, kLeastOfLesson) : usual; }
};

}  // namespace engine::scoring
