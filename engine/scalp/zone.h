// Shapes a lesson names, and what they become: integer-micrometre polygons in the address space of
// the canvas, resolved once when the client is made and shared by scorer, picture and editor.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/scalp/canvas.h"

namespace engine::scalp {

enum class Landmark {
  Glabella,
  Mfp,
  Trichion,
  Vertex,
  Whorl,
  Inion,
  TragusLeft,
  TragusRight,
  FtpLeft,
  FtpRight
};

// Walk `back_mm` along the meridian away from the face (negative: towards it), then `left_mm` along
// the circle of equal rho to the client's left.
struct FromLandmark {
  Landmark from = Landmark::Mfp;
  core::Mm left{0.0};
  core::Mm back{0.0};
  bool operator==(const FromLandmark&) const = default;
};

using PointSpec = std::variant<Vec2, FromLandmark>;  // Vec2: pad or chart millimetres

struct PolygonShape {
  std::vector<PointSpec> points;
  bool operator==(const PolygonShape&) const = default;
};
struct DiscShape {
  PointSpec centre;
  core::Mm radius{5.0};
  bool operator==(const DiscShape&) const = default;
};
// Between two offsets behind a curve (to its left-hand normal that points away from the face or, on a
// pad, up), measured on the surface.
struct BandShape {
  std::vector<PointSpec> curve;  // centripetal Catmull-Rom through these points
  core::Mm from{0.0};
  core::Mm to{25.0};
  bool operator==(const BandShape&) const = default;
};

// Many small round scars, as follicular unit excision leaves them: strewn over a polygon at random, none near
// another.
struct PunctateShape {
  std::vector<PointSpec> polygon;
  double per_cm2 = 10.0;
  core::Mm diameter{0.9};  // of each scar: punches of 0.7-1.0 mm leave discs of up to 1 mm (docs/domain.md 5)
  std::uint64_t seed = 1;
  bool operator==(const PunctateShape&) const = default;
};

struct ZoneSpec {
  std::string id;
  std::variant<PolygonShape, DiscShape, BandShape, PunctateShape> shape;
  bool operator==(const ZoneSpec&) const = default;
};

// What belongs to a small scar reaches this far beyond its rim, so that dots that miss it are seen to.
constexpr core::Mm kBesideScar{0.25};

struct Zone {
  std::string id;
  std::vector<CanvasPoint> outline;  // not closed, no self-crossing
  // The middles of punctate scars, at least a diameter and 2 kBesideScar apart; empty for every other
  // shape.
  std::vector<CanvasPoint> scars = {};
  core::Mm scar_radius{0.0};
};

// Of the box round the outline; it may lie outside the canvas.
CanvasPoint middle(const std::vector<CanvasPoint>& outline);

// Errors name the zone: outside the canvas, self-crossing, landmark on a pad, fewer than three points, no
// room for so many scars.
core::Result<Zone> resolve(const Canvas& canvas, const ZoneSpec& spec);
core::Result<CanvasPoint> resolve(const Canvas& canvas, const PointSpec& point);
// The curve through the points, flattened to 0.02 mm.
core::Result<std::vector<CanvasPoint>> resolve_curve(const Canvas& canvas,
                                                     const std::vector<PointSpec>& points);

}  // namespace engine::scalp
