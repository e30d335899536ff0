// What the scorer looks at: dots in one zone, unrolled into flat millimetres, and what was asked there.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/region.h"
#include "engine/skin/dot.h"

namespace engine::scoring {

using geometry::Region;
using geometry::Vec2;

struct FieldDot {
  std::uint32_t number = 0;  // of the skin::Dot
  bool depth_known = true;
  bool angle_known = false;   // a pen with tilt
  Vec2 at{0.0};               // mm in the work plane
  double delta = 0.5;         // deposit depth / local skin thickness
  core::Mm diameter{0.25};    // healed
  core::Degrees angle{90.0};  // needle to skin
  double dilution = 14.0;     // parts of water to one of pigment, in the cup when it was placed
};

// Share of the plateau reached up to a distance behind the line; beyond the last step 1.
struct GradientStep {
  core::Mm to{5.0};
  double share = 0.30;
  bool operator==(const GradientStep&) const = default;
};

// A painting of density: shares of the plateau, row by row from the top, laid over a box. Between the middles
// of its pixels it runs straight, beyond the outermost ones level.
struct PaintedShare {
  int columns = 0, rows = 0;                                   // at least 1
  std::vector<std::uint8_t> of_plateau;                        // 0: nothing, 255: the plateau
  [[nodiscard]] double at(Vec2 low, Vec2 high, Vec2 p) const;  // 0..1
  bool operator==(const PaintedShare&) const = default;
};

// Density asked at a place: a plateau, feathered behind a line, or painted.
struct TargetDensity {
  double plateau_per_mm2 = 0.9;
  std::vector<Vec2> line;           // empty: constant; else a polyline, "behind" = its left-hand side
  std::vector<GradientStep> steps;  // rising `to`
  std::shared_ptr<const PaintedShare>
      painted;  // over the box from `painted_low` to `painted_high`; null: not painted
  Vec2 painted_low{0.0}, painted_high{0.0};
  [[nodiscard]] double at(Vec2 p) const;  // dots per mm^2
  [[nodiscard]] bool feathered() const { return line.size() >= 2 && !steps.empty(); }
  [[nodiscard]] bool constant() const { return !feathered() && painted == nullptr; }
};

using skin::Band;
using skin::kDepthBand;
constexpr Band kDiameterBand{0.20, 0.35};  // mm, healed (docs/domain.md 2.3)
constexpr Band kAngleBand{80.0, 90.0};     // degrees between needle and skin (docs/domain.md 2.2)

// Marks beside every zone, and presses beside the canvas. Shares are of the whole attempt, so that a mark
// weighs the same whichever zone it lies next to.
struct Strays {
  std::vector<FieldDot> dots;       // nearest to this zone, outside every zone
  std::vector<FieldDot> forbidden;  // in a no-go zone, nearest to this zone
  double share = 0.0;               // of all marks and presses of the attempt
  bool any_forbidden = false;       // anywhere in the attempt
};

// What one of several treatment sessions may be off by (docs/design.md 5). The defaults are those of a
// single one.
struct Layer {
  double over_weight = 1.5;  // what too dense costs against too sparse: one can add, not take away
  double free_over = 0.0, free_under = 0.0;  // of the log2 ratio; never less than every work has
  bool last = true;  // hairline, feathering and blending are looked at when the last session ends
};

// Punctate scars: small discs to be toned with one to three dots each. What else a field is judged by does
// not apply.
struct Scars {
  std::vector<Vec2> middles;  // mm
  core::Mm radius{};          // of each
  [[nodiscard]] bool empty() const { return middles.empty(); }
};

struct Field {
  std::vector<FieldDot> dots;  // by number
  // What is left of earlier treatment sessions, by number. They fill the zone and are neighbours, as hair is;
  // a pattern that they make together with `dots` is a pattern.
  std::vector<FieldDot> old_dots;
  Layer layer;
  // Follicular units that stand there already. They fill the zone and are neighbours; they are never at
  // fault.
  std::vector<Vec2> hair;         // in the region
  std::vector<Vec2> hair_beside;  // outside it, as far as blending looks
  std::size_t grown = 0;          // how many of `dots`, at their end, were there before: see as_seen
  [[nodiscard]] std::size_t own() const { return dots.size() - grown; }
  [[nodiscard]] std::size_t placed() const { return own() + old_dots.size(); }  // in all sessions
  Region region;                                                                // the zone in the work plane
  TargetDensity target;
  Band depth_band = kDepthBand;
  Band diameter_band = kDiameterBand;
  Band angle_band = kAngleBand;
  double dilution = 14.0;     // asked, parts of water to one of pigment
  bool first_session = true;  // one can darken later, not lighten: too dark is named at once
  Strays strays;
  Scars scars;                        // the region holds them, each with some skin beside it
  std::vector<Vec2> drawn_hairline;   // empty when nothing was drawn
  std::vector<Vec2> target_hairline;  // empty when the lesson has none
  bool draws_hairline = true;  // the lesson asks for a drawn line; else the edge that the dots make is judged
  std::optional<double> midline_x;  // mm, for asymmetry
  // The work of a lesson: too few dots are a fault of the work, and no way round a criterion.
  bool of_lesson = false;
  static constexpr std::size_t kLeastOfLesson = 15;  // below, no pattern can be told from chance
  [[nodiscard]] std::size_t needed(std::size_t usual) const {
    return of_lesson ? std::min(usual, kLeastOfLesson) : usual;
  }
};

// The number that hair and old dots have among dots.
constexpr std::uint32_t kHairNumber = ~std::uint32_t{0};
// What the eye sees: the dots, then the hair of the region and the old dots as if they were dots.
Field as_seen(Field field);
// The dots of all sessions by number, those of earlier ones too.
Field with_old_dots(Field field);
// `numbers` without those of old dots.
std::vector<std::uint32_t> of_this_session(const Field& field, std::vector<std::uint32_t> numbers);
double hair_per_mm2(const Field& field);

}  // namespace engine::scoring
