#include "trainer/app/head_pick.h"

#include "engine/scalp/head_surface.h"

namespace trainer::app {

using engine::geometry::Vec3;

namespace {

// Signed distance to the skin, ears included.
template <class Head>
double distance_to(const Head& head, const Vec3& p) {
  if constexpr (requires { head.distance(p); }) return head.distance(p);
  else return head.implicit().distance(p, engine::scalp::Ears::With);
}

constexpr int kMostSteps = 400;
constexpr double kFar = 2500.0;      // mm, beyond the eye at the smallest scale
// Blended distances are not exact: shorter steps do not jump over an ear.
constexpr double kCaution = 0.7;
constexpr double kClose = 0.02;      // mm; then bisection

}  // namespace

std::optional<engine::scalp::CanvasPoint> pick_head(const engine::scalp::HeadSurface& head, const engine::render::Ray& ray) {
  double t = 0.0, outside = 0.0;
  for (int i = 0; i < kMostSteps && t < kFar; ++i) {
    const double d = distance_to(head, ray.origin + ray.direction * t);
    if (d < kClose) {
      double inside = t + 0.1;
      for (int k = 0; k < 24; ++k) {
        const double middle = (outside + inside) / 2;
        (distance_to(head, ray.origin + ray.direction * middle) > 0 ? outside : inside) = middle;
      }
      const Vec3 at = ray.origin + ray.direction * outside;
      const auto address = head.address_of(at);
      if (!address) return std::nullopt;
      // An ear is not on the chart: the address that lies behind it is not what is seen.
      const auto there = head.locate(*address);
      if (!there || glm::length(there->position - at) > 1.0) return std::nullopt;
      return address;
    }
    outside = t;
    t += d * kCaution;
  }
  return std::nullopt;
}

engine::render::Camera keep_off_head(const engine::scalp::HeadSurface* head, const engine::render::Camera& camera,
                                     engine::render::Viewport viewport) {
  if (head == nullptr) return camera;
  return engine::render::keep_outside(camera, viewport, [head](const Vec3& p) { return distance_to(*head, p); });
}

}  // namespace trainer::app
