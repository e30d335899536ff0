// Where a dry needle worked the skin: no pigment, no dot. Scar tissue that was needled at the right depth
// takes needle and pigment better once it has healed (response.h).
#pragma once

#include <cstdint>

#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/scalp/canvas.h"
#include "engine/skin/dot.h"

namespace engine::skin {

struct DryMark {
  core::AttemptTime t_us{};       // first strike
  scalp::CanvasPoint at;          // of it
  scalp::Vec3 position{0.0};      // of `at`, mm
  std::int32_t depth_um = 0;      // the deepest of its strikes
  std::int32_t thickness_um = 0;  // local skin thickness
  std::uint16_t treatment_session = 1;
  bool operator==(const DryMark&) const = default;
};

// Dry needling goes 0.5 to 1.5 mm deep (docs/domain.md 5), and not through the skin: at most 0.95
// of its thickness, where blowout begins (judgement).
constexpr std::int32_t kDryShallowestUm = 500;
constexpr std::int32_t kDryDeepestPermille = kThroughSkin;
constexpr bool too_deep(const DryMark& mark) {
  return std::int64_t{mark.depth_um} * 1000 > std::int64_t{kDryDeepestPermille} * mark.thickness_um;
}
// Still right, but near to going through: from 0.80 of the thickness on (judgement).
constexpr std::int32_t kDryDeepPermille = 800;
constexpr bool deep(const DryMark& mark) {
  return std::int64_t{mark.depth_um} * 1000 > std::int64_t{kDryDeepPermille} * mark.thickness_um;
}
constexpr bool works(const DryMark& mark) {
  return mark.depth_um >= kDryShallowestUm && !too_deep(mark);
}

// A mark works the skin so far round it, mm (judgement).
constexpr core::Mm kDryReach{0.5};

}  // namespace engine::skin
