#include "engine/scalp/head_picker.h"

#include <cmath>

#include "engine/scalp/head_mesh.h"

namespace engine::scalp {

namespace {

constexpr core::Mm kMeshStep{4.0};  // off the skin by at most a few tenths of a millimetre
constexpr double kNearMesh = 2.0;   // mm on the ray in which the skin is looked for
constexpr double kOffScalp = 0.05;  // mm: farther from the skin without ears, a point is on an ear

geometry::Bvh tree_of(const ImplicitHead& head) {
  const HeadMesh mesh = make_head_mesh(head, kMeshStep);
  return {mesh.positions, mesh.triangles};
}

}  // namespace

HeadPicker::HeadPicker(const HeadSurface& head) : head_(&head), tree_(tree_of(head.implicit())) {}

std::optional<Vec3> HeadPicker::hit(const Vec3& origin, const Vec3& direction) const {
  const auto near = tree_.first_hit(origin, direction);
  if (!near) return std::nullopt;
  const auto distance = [&](double t) {
    return head_->implicit().distance(origin + direction * t, Ears::With).value;
  };
  double outside = std::max(0.0, *near - kNearMesh), inside = *near + kNearMesh;
  // A ray that only grazes the head may meet the mesh and not the skin: the mesh is near enough.
  if (distance(outside) <= 0.0 || distance(inside) > 0.0) return origin + direction * *near;
  for (int i = 0; i < 30; ++i) {
    const double middle = 0.5 * (outside + inside);
    (distance(middle) > 0.0 ? outside : inside) = middle;
  }
  return origin + direction * outside;
}

std::optional<CanvasPoint> HeadPicker::pick(const Vec3& origin, const Vec3& direction) const {
  const auto at = hit(origin, direction);
  if (!at || std::fabs(head_->implicit().distance(*at, Ears::Without).value) > kOffScalp) return std::nullopt;
  return head_->address_of(*at);
}

}  // namespace engine::scalp
