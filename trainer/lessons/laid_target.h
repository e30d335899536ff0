// A target laid on its canvas: its zone resolved and unrolled into flat millimetres.
#pragma once

#include <vector>

#include "engine/core/result.h"
#include "engine/geometry/region.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/work_plane.h"
#include "engine/scalp/zone.h"
#include "engine/scoring/field.h"
#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

struct LaidTarget {
  engine::scalp::Zone zone;
  engine::scalp::CanvasPoint centre;  // middle of the zone's bounding box
  engine::scalp::WorkPlane plane;     // around it; points into the canvas
  engine::geometry::Region region;    // in the plane, mm; no-go zones are cut out of it
  engine::scoring::TargetDensity density;
  std::vector<engine::geometry::Vec2> hairline;  // in the same plane, from the client's right to left
  // Follicular units in the region, and outside it as far as blending looks; in the same plane.
  std::vector<engine::geometry::Vec2> hair = {}, hair_beside = {};
  std::vector<engine::scalp::CanvasPoint> roots = {};  // addresses of all of them
  engine::scoring::Scars scars =
      {};  // of punctate scars, in the same plane; the region is then what belongs to them
};

// Errors name the key: a zone that is not there, crosses itself or leaves the canvas; a hairline likewise;
// no-go zones that leave nothing of the target.
engine::core::Result<LaidTarget> lay_out(const Lesson& lesson, const engine::scalp::Canvas& canvas,
                                         const Target& target);

// Dots to be placed: what the density asks of the region, less the hair that is there.
double dots_to_place(const LaidTarget& site);

// A place that no needle may touch.
struct ForbiddenPlace {
  engine::scalp::Zone zone;
  engine::scalp::WorkPlane plane;
  engine::geometry::Region region;
};
engine::core::Result<ForbiddenPlace> lay_out_forbidden(const Lesson& lesson,
                                                       const engine::scalp::Canvas& canvas,
                                                       const std::string& zone_id);

}  // namespace trainer::lessons
