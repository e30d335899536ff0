// A head as an implicit surface: a smooth blend of simple solids, in millimetres of head space.
// Distances are right near the skin only (the blends are not exact far away).
#pragma once

#include "engine/core/units.h"
#include "engine/geometry/vec.h"
#include "engine/scalp/head_shape.h"

namespace engine::scalp {

using geometry::Vec3;

enum class Ears { Without, With };

class ImplicitHead {
 public:
  explicit ImplicitHead(HeadShape shape) : shape_(shape) {}

  [[nodiscard]] core::Mm distance(const Vec3& p, Ears ears) const;  // positive outside
  [[nodiscard]] Vec3 normal(const Vec3& p, Ears ears, core::Mm step = core::Mm{0.5}) const;
  // The place of the basic face that a place of this face answers to.
  [[nodiscard]] Vec3 face_space(const Vec3& p) const;
  [[nodiscard]] const HeadShape& shape() const { return shape_; }

 private:
  [[nodiscard]] double cranium(Vec3 p) const;
  [[nodiscard]] double ear(const Vec3& m) const;
  [[nodiscard]] double jaw_and_neck(const Vec3& p, const Vec3& m, double d) const;
  [[nodiscard]] double eyes(const Vec3& folded, double d) const;
  [[nodiscard]] double nose(const Vec3& m, double d) const;
  [[nodiscard]] double mouth(const Vec3& p, const Vec3& m, double d) const;

  HeadShape shape_;
};

}  // namespace engine::scalp
