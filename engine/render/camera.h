// The camera over a practice pad or round a head, as a value. Pure functions, no GL. Pixels: origin
// in the upper left corner of the viewport, y down, doubles (a pixel's centre is at .5). Lengths in mm.
#pragma once

#include <glm/mat4x4.hpp>
#include <optional>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::render {

using core::Radians;
using geometry::Vec2;
using geometry::Vec3;

enum class CameraKind { Pad, Head };
enum class StandardView { Front, Left, Right, Top, Back, ThreeQuarter };  // client's left and right

struct Viewport {
  int width = 1280;  // px, > 0
  int height = 800;  // px, > 0
  bool operator==(const Viewport&) const = default;
};

// Pad: orthographic, looks down on pad space (x right, y up); yaw and pitch are 0.
// Head: perspective through a long lens (kLens) round `target`; yaw 0 looks at the face and
// grows as the camera moves to the client's left, pitch grows as it rises, in [-90, 90] degrees.
struct Camera {
  CameraKind kind = CameraKind::Pad;
  Vec3 target{30.0, 30.0, 0.0};  // mm, in the middle of the viewport
  double px_per_mm = 12.0;       // at the target, kMinPxPerMm..kMaxPxPerMm
  Radians yaw{0.0};
  Radians pitch{0.0};
  Radians roll{0.0};      // the picture turns clockwise by this much
  Radians light{0.0};     // how far the lamp is turned round the line of sight from where it stands by itself
  bool mirrored = false;  // flips the picture left to right (mirror view)
  bool operator==(const Camera&) const = default;
};

constexpr double kMinPxPerMm = 1.0;   // docs/design.md 6
constexpr double kMaxPxPerMm = 60.0;  // docs/design.md 6
constexpr core::Degrees kLens{16.0};  // vertical angle of view; long enough that a face looks like a face

// Points to a millimetre of skin that looks as large as it would from so far, on a screen of 96 points to the
// inch at arm's length, 0.75 m (judgement). `metres` > 0.
constexpr double px_per_mm_from(double metres) {
  constexpr double kPointsPerMm = 96.0 / 25.4, kArmsLengthM = 0.75;
  return kPointsPerMm * kArmsLengthM / metres;
}

struct Ray {
  Vec3 origin;
  Vec3 direction;  // unit
};

// Axes of the camera in the space of the canvas, unit: right and up on the screen, back = towards the eye.
struct CameraAxes {
  Vec3 right, up, back;
};

// ---- what is where

glm::dmat4 view_matrix(const Camera& camera, Viewport viewport);
glm::dmat4 projection_matrix(const Camera& camera, Viewport viewport);
CameraAxes camera_axes(const Camera& camera);                    // mirroring not applied
core::Mm eye_distance(const Camera& camera, Viewport viewport);  // from the target
Vec3 eye_position(const Camera& camera, Viewport viewport);
Ray pixel_ray(const Camera& camera, Viewport viewport, Vec2 pixel);
Vec2 pixel_to_pad(const Camera& camera, Viewport viewport, Vec2 pixel);  // pad camera: mm in pad space
std::optional<Vec2> project(const Camera& camera, Viewport viewport,
                            Vec3 position);                                   // nothing behind the eye
double px_per_mm_at(const Camera& camera, Viewport viewport, Vec3 position);  // across the line of sight

// ---- moves; each returns the camera afterwards

// Zooms by `factor` (> 1 nearer) and keeps `anchor`, a point of the skin seen under the cursor, where it is
// on the screen. The eye moves along the line of sight to the anchor, so it never passes through the skin.
Camera zoom_about(const Camera& camera, Vec3 anchor, double factor);
// The same for a cursor; `under_cursor` comes from picking, without it the plane through the target is meant.
Camera zoom_at(const Camera& camera, Viewport viewport, Vec2 cursor, double factor,
               std::optional<Vec3> under_cursor = {});
// Turns round `point`, which stays where it is on the screen. Head only; a pad camera is returned as it is.
Camera orbit_about(const Camera& camera, Vec3 point, Radians yaw, Radians pitch);
// Moves the picture by so many pixels (the skin follows the hand).
Camera pan(const Camera& camera, Vec2 pixels);
Camera roll_by(const Camera& camera, Radians angle);  // snaps to 0 and +-90 within 2 degrees
// Looks along the skin normal at `point`, which comes to the middle (the "square" key).
Camera look_square(const Camera& camera, Vec3 point, Vec3 normal);
// Draws the eye back along its line of sight until it is `clearance` away from the skin; `distance(point)`
// is the signed distance to the skin, positive outside. Use after an orbit close to the skin.
template <class Distance>
Camera keep_outside(const Camera& camera, Viewport viewport, Distance&& distance,
                    core::Mm clearance = core::Mm{12.0});

// ---- ready-made

// The whole pad with `margin_px` of air on every side.
Camera fit_pad(Vec2 pad_size_mm, Viewport viewport, double margin_px = 24.0);
// The whole head (space of the head, mm) from one side, filling about four fifths of the height.
Camera standard_view(StandardView view, Viewport viewport);

// ---------------------------------------------------------------------------------------------

template <class Distance>
Camera keep_outside(const Camera& camera, Viewport viewport, Distance&& distance, core::Mm clearance) {
  if (camera.kind == CameraKind::Pad) return camera;
  Camera out = camera;
  for (int step = 0; step < 64 && distance(eye_position(out, viewport)) < clearance; ++step) {
    out.px_per_mm = out.px_per_mm / 1.1;  // no lower limit here: out of the skin comes first
  }
  return out;
}

}  // namespace engine::render
