// What a class of hair loss takes, on a map of the scalp: u to the client's left, v towards the face,
// millimetres along the skin of an average man's head from its middle above, near enough for what has a soft
// edge.
#pragma once

#include <string>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::scalp {

using geometry::Vec2;
using geometry::Vec3;

// "none"; Norwood-Hamilton "norwood_1" to "norwood_7", "norwood_3_vertex" and the variants "norwood_2a" to
// "norwood_5a", that recede from front to back without a bald crown; "ludwig_1" to "ludwig_3"; "diffuse";
// "areata", "totalis", "universalis" (docs/domain.md 4.2).
std::vector<std::string> loss_class_names();

class HairLoss {
 public:
  HairLoss(const std::string& loss_class, core::Seed seed);
  // Share of the follicular units that are gone, 0..1. `front_v`: where the native hair begins in the middle.
  [[nodiscard]] double lost(Vec2 place, double front_v) const;

 private:
  enum class Kind { None, Norwood, Receding, Ludwig, Diffuse, Patches, All };
  struct Patch {
    Vec2 middle{0.0};
    core::Mm radius{};                              // as a mean: the outline is no circle
    double turn = 0.0;                              // of the outline's bays, radians
    [[nodiscard]] double inside(Vec2 place) const;  // mm from its outline, negative outside
  };
  Kind kind_ = Kind::None;
  int level_ = 0;
  bool vertex_ = false;
  std::vector<Patch> patches_;
};

// A slow, smooth unevenness between -1 and 1: no edge of hair is a clean curve.
double waviness(const Vec3& p);

}  // namespace engine::scalp
