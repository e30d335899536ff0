#include "trainer/canvas/eye_moves.h"

#include <algorithm>
#include <cmath>

#include "engine/scalp/head_surface.h"
#include "trainer/canvas/poses.h"

namespace trainer::canvas {

namespace render = engine::render;
using engine::core::Degrees;
using engine::core::Radians;
using engine::core::radians_from_degrees;
using engine::platform::Button;

namespace {

constexpr double kDegreesPerPoint = 0.35;  // of a drag that turns the head

// Drawn back until it is outside the head.
Camera off_the_head(const Lens& lens, const Camera& camera) {
  if (!lens.head()) return camera;
  const auto& skin = lens.canvas().head()->implicit();
  return render::keep_outside(camera, lens.viewport(),
                              [&](const Vec3& p) { return skin.distance(p, engine::scalp::Ears::With); });
}

}  // namespace

void EyeMoves::zoom(Vec2 window_px, double factor) {
  flight_->end();
  lens_->set(render::zoom_at(lens_->camera(), lens_->viewport(), lens_->local(window_px), factor,
                             lens_->surface(window_px)));
}

void EyeMoves::drag(Vec2 from, Vec2 to, Button button, bool rolling) {
  flight_->end();
  const Vec2 by = to - from;
  if (button == Button::Right && rolling) {
    roll(Degrees{by.x / lens_->scale() * kDegreesPerPoint});
  } else if (button == Button::Right && lens_->head()) {
    // Slower near the skin: the same drag moves the picture by about the same way.
    const double speed = kDegreesPerPoint * std::clamp(2.5 / lens_->points_per_mm(), 0.12, 1.0);
    const double side = lens_->camera().mirrored ? -1.0 : 1.0;
    orbit(radians_from_degrees(-by.x / lens_->scale() * speed * side),
          radians_from_degrees(by.y / lens_->scale() * speed));
  } else {
    lens_->set(render::pan(lens_->camera(), by));
  }
}

void EyeMoves::nudge(Vec2 points) {
  lens_->set(render::pan(lens_->camera(), points * lens_->scale()));
}

void EyeMoves::turn(Radians yaw, Radians pitch) {
  constexpr double kPointsPerDegree = 8.0;  // a pad does not turn: it moves
  if (!lens_->head()) return nudge(Vec2{degrees(yaw), degrees(pitch)} * kPointsPerDegree);
  orbit(yaw, pitch);
}

void EyeMoves::orbit(Radians yaw, Radians pitch) {
  const Vec3 centre = lens_->surface(lens_->middle()).value_or(lens_->camera().target);
  lens_->set(off_the_head(*lens_, render::orbit_about(lens_->camera(), centre, yaw, pitch)));
}

void EyeMoves::roll(Degrees angle) {
  lens_->set(render::roll_by(lens_->camera(), radians_from_degrees(angle.value)));
}

void EyeMoves::turn_light(Degrees angle) {
  Camera c = lens_->camera();
  c.light = Radians{
      std::remainder(c.light.value + radians_from_degrees(angle.value).value, 2.0 * engine::core::kPi)};
  lens_->set(c);
}

void EyeMoves::square() {
  if (const auto p = lens_->pick(lens_->middle())) lens_->set(square_to(*lens_, *p, lens_->points_per_mm()));
}

void EyeMoves::set_mirror(bool on) {
  Camera c = lens_->camera();
  c.mirrored = on;
  lens_->set(c);
}

}  // namespace trainer::canvas
