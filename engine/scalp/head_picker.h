// Which place of a head a line of sight meets: a coarse mesh in a tree finds where to look, the implicit
// surface says where exactly. For the window only; no score reads it.
#pragma once

#include <memory>
#include <optional>

#include "engine/geometry/bvh.h"
#include "engine/scalp/head_surface.h"

namespace engine::scalp {

class HeadPicker {
 public:
  // About 0.2 s. `head` must outlive the picker.
  explicit HeadPicker(const HeadSurface& head);

  // First point of the skin on the ray (unit direction), ears included; nothing when it misses.
  [[nodiscard]] std::optional<Vec3> hit(const Vec3& origin, const Vec3& direction) const;
  // Its address; nothing on the face, the ears, the neck or beside the head.
  [[nodiscard]] std::optional<CanvasPoint> pick(const Vec3& origin, const Vec3& direction) const;

 private:
  const HeadSurface* head_;
  geometry::Bvh tree_;
};

}  // namespace engine::scalp
