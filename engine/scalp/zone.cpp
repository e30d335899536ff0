#include "engine/scalp/zone.h"

#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/catmull_rom.h"
#include "engine/geometry/polyline.h"
#include "engine/geometry/region.h"
#include "engine/scalp/head_surface.h"
#include "engine/scalp/work_plane.h"

namespace engine::scalp {

using core::Error;
using core::fail;
using core::Result;

namespace {

constexpr double kFlatness = 0.02;       // mm, of curves
constexpr double kBandStep = 1.0;        // mm along a band's edges
constexpr int kDiscCorners = 72;

Result<CanvasPoint> on_canvas(const Canvas& canvas, CanvasPoint p) {
  if (!canvas.locate(p)) return fail("a point lies outside the canvas");
  return p;
}

Result<std::vector<CanvasPoint>> resolve_all(const Canvas& canvas, const std::vector<PointSpec>& points) {
  std::vector<CanvasPoint> list;
  for (const PointSpec& point : points) {
    auto p = resolve(canvas, point);
    if (!p) return fail(p.error());
    list.push_back(*p);
  }
  return list;
}

Result<std::vector<CanvasPoint>> disc(const Canvas& canvas, const DiscShape& shape) {
  const auto centre = resolve(canvas, shape.centre);
  if (!centre) return fail(centre.error());
  const WorkPlane plane = WorkPlane::around(canvas, *centre);
  const Vec2 middle = *plane.flatten(*centre);
  std::vector<CanvasPoint> outline;
  for (int i = 0; i < kDiscCorners; ++i) {
    const double angle = 2.0 * core::kPi * i / kDiscCorners;
    const auto p = plane.address(middle + Vec2{core::exact::cos(angle), core::exact::sin(angle)} * shape.radius.value);
    if (!p) return fail("the disc reaches beyond the canvas");
    outline.push_back(*p);
  }
  return outline;
}

// Both edges in the plane around the curve's middle: its offset lines, from the client's right to left.
Result<std::vector<CanvasPoint>> band(const Canvas& canvas, const BandShape& shape) {
  const auto curve = resolve_curve(canvas, shape.curve);
  if (!curve) return fail(curve.error());
  const CanvasPoint centre = (*curve)[curve->size() / 2];
  const WorkPlane plane = WorkPlane::around(canvas, centre);
  std::vector<Vec2> line;
  for (const CanvasPoint p : *curve) line.push_back(*plane.flatten(p));
  if (line.back().x < line.front().x) line = {line.rbegin(), line.rend()};
  const double length = geometry::length(line);
  const auto count = static_cast<std::size_t>(std::ceil(length / kBandStep)) + 1;
  std::vector<Vec2> near, far;
  for (std::size_t i = 0; i < count; ++i) {
    const double s = length * static_cast<double>(i) / static_cast<double>(count - 1);
    // The direction over a few millimetres, so that a tight bend does not fold the far edge.
    const Vec2 along = glm::normalize(geometry::point_at(line, s + 3.0) - geometry::point_at(line, s - 3.0));
    const Vec2 behind{-along.y, along.x}, at = geometry::point_at(line, s);
    near.push_back(at + behind * shape.from.value);
    far.push_back(at + behind * shape.to.value);
  }
  near.insert(near.end(), far.rbegin(), far.rend());
  std::vector<CanvasPoint> outline;
  for (const Vec2 p : near) {
    const auto address = plane.address(p);
    if (!address) return fail("the band reaches beyond the canvas");
    outline.push_back(*address);
  }
  return outline;
}

struct Resolver {
  const Canvas& canvas;
  Result<std::vector<CanvasPoint>> operator()(const PolygonShape& s) const { return resolve_all(canvas, s.points); }
  Result<std::vector<CanvasPoint>> operator()(const DiscShape& s) const { return disc(canvas, s); }
  Result<std::vector<CanvasPoint>> operator()(const BandShape& s) const { return band(canvas, s); }
};

}  // namespace

Result<CanvasPoint> resolve(const Canvas& canvas, const PointSpec& point) {
  if (const auto* mm = std::get_if<Vec2>(&point)) return on_canvas(canvas, canvas_point_from_mm(*mm));
  const auto& from = std::get<FromLandmark>(point);
  if (canvas.head() == nullptr) return fail("a pad has no landmarks; expected [x, y]");
  return on_canvas(canvas, canvas_point_from_mm(canvas.head()->walk(canvas.head()->landmark(from.from), from.left, from.back)));
}

Result<std::vector<CanvasPoint>> resolve_curve(const Canvas& canvas, const std::vector<PointSpec>& points) {
  const auto given = resolve_all(canvas, points);
  if (!given) return fail(given.error());
  std::vector<Vec2> through;
  for (const CanvasPoint p : *given) through.push_back(mm_from_canvas_point(p));
  std::vector<CanvasPoint> line;
  for (const Vec2 p : geometry::catmull_rom(through, kFlatness)) {
    const CanvasPoint address = canvas_point_from_mm(p);
    if (!canvas.locate(address)) return fail("the curve leaves the canvas");
    if (line.empty() || line.back() != address) line.push_back(address);
  }
  if (line.size() < 2) return fail("expected at least two different points");
  return line;
}

Result<Zone> resolve(const Canvas& canvas, const ZoneSpec& spec) {
  const std::string field = "zone '" + spec.id + "'";
  auto outline = std::visit(Resolver{canvas}, spec.shape);
  if (!outline) return fail(Error{.message = outline.error().message, .file = {}, .line = {}, .column = {}, .field = field});
  std::vector<Vec2> flat;
  for (const CanvasPoint p : *outline) flat.push_back(mm_from_canvas_point(p));
  if (auto region = geometry::Region::make({{flat, false}}); !region)
    return fail(Error{.message = region.error().message, .file = {}, .line = {}, .column = {}, .field = field});
  return Zone{spec.id, std::move(*outline)};
}

}  // namespace engine::scalp
