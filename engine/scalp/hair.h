// Where hair grows on a head, and how much is left.
#pragma once

#include <string>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/geometry/vec.h"
#include "engine/scalp/hair_loss.h"
#include "engine/scalp/head_shape.h"

namespace engine::scalp {

using geometry::Vec3;

constexpr core::PerCm2 kFullHair{78.0};  // units where nothing is lost (docs/domain.md 3.1: 70 to 82)

// Of one client: the boundary of the native hair, which is the client's own, and what the loss class has
// taken.
class HairMap {
 public:
  // `loss_class`: one of loss_class_names(). `seed` places the patches of alopecia areata.
  HairMap(const HeadShape& shape, const std::string& loss_class, core::Seed seed);

  // 0..1: whether a place belongs to the hair-bearing scalp of a full head of hair; a soft edge of 8 mm.
  [[nodiscard]] double scalp_share(const Vec3& position) const;
  // Terminal follicular units per cm^2; vellus does not show.
  [[nodiscard]] core::PerCm2 density(const Vec3& position) const;

 private:
  HeadShape shape_;
  double trichion_height_;  // mm above the tragi, where the native hair begins in the middle
  double trichion_v_;       // the same in the map of the scalp
  HairLoss loss_;
};

}  // namespace engine::scalp
