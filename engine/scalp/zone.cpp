#include "engine/scalp/zone.h"

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/catmull_rom.h"
#include "engine/geometry/difference.h"
#include "engine/geometry/polyline.h"
#include "engine/geometry/region.h"
#include "engine/scalp/head_surface.h"
#include "engine/scalp/work_plane.h"

namespace engine::scalp {

using core::Error;
using core::fail;
using core::Result;

namespace {

constexpr double kFlatness = 0.02;  // mm, of curves
constexpr double kBandStep = 1.0;   // mm along a band's edges
constexpr int kDiscCorners = 72;
constexpr std::size_t kMostScars = 1000;
constexpr double kBetweenScarsMm = 0.1;  // left between what belongs to two scars; head charts bend a little

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
    const auto p =
        plane.address(middle + Vec2{core::exact::cos(angle), core::exact::sin(angle)} * shape.radius.value);
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
  if (!geometry::Region::make({{near, false}})) near = geometry::without_folds(near);
  std::vector<CanvasPoint> outline;
  for (const Vec2 p : near) {
    const auto address = plane.address(p);
    if (!address) return fail("the band reaches beyond the canvas");
    outline.push_back(*address);
  }
  return outline;
}

// Random places in the polygon, each where no other is near. Up to the densities that a lesson may ask for
// there is room.
Result<std::vector<CanvasPoint>> strew(const Canvas& canvas, const PunctateShape& shape,
                                       const std::vector<CanvasPoint>& outline) {
  constexpr std::uint64_t kTries = 200;  // for each scar
  const WorkPlane plane = WorkPlane::around(canvas, middle(outline));
  std::vector<Vec2> corners;
  for (const CanvasPoint p : outline)
    if (const auto at = plane.flatten(p)) corners.push_back(*at);
  const auto region = geometry::Region::make({{corners, false}});
  if (!region) return fail(region.error());
  const double radius = shape.diameter.value / 2.0, inset = radius + kBesideScar.value,
               apart = 2.0 * inset + kBetweenScarsMm;
  const auto wanted = static_cast<std::size_t>(region->area() / 100.0 * shape.per_cm2 + 0.5);
  if (wanted > kMostScars) return fail("there would be more than 1,000 scars");
  const Vec2 low = region->box().low, size = region->box().high - low;
  std::vector<Vec2> middles;
  std::vector<CanvasPoint> scars;
  for (std::uint64_t i = 0; i < kTries * wanted && scars.size() < wanted; ++i) {
    const Vec2 p = low + size * Vec2{core::draw_unit(shape.seed, "scars/x", i),
                                     core::draw_unit(shape.seed, "scars/y", i)};
    if (!region->contains(p) || region->border_distance(p).value < inset) continue;
    if (std::any_of(middles.begin(), middles.end(),
                    [&](Vec2 other) { return glm::dot(other - p, other - p) < apart * apart; }))
      continue;
    const auto address = plane.address(p);
    if (!address) continue;
    middles.push_back(p);
    scars.push_back(*address);
  }
  if (scars.empty() || scars.size() < wanted) return fail("there is no room for so many scars of that size");
  return scars;
}

struct Resolver {
  const Canvas& canvas;
  Result<std::vector<CanvasPoint>> operator()(const PolygonShape& s) const {
    return resolve_all(canvas, s.points);
  }
  Result<std::vector<CanvasPoint>> operator()(const DiscShape& s) const { return disc(canvas, s); }
  Result<std::vector<CanvasPoint>> operator()(const BandShape& s) const { return band(canvas, s); }
  Result<std::vector<CanvasPoint>> operator()(const PunctateShape& s) const {
    return resolve_all(canvas, s.polygon);
  }
};

}  // namespace

CanvasPoint middle(const std::vector<CanvasPoint>& outline) {
  CanvasPoint low = outline.front(), high = outline.front();
  for (const CanvasPoint p : outline) {
    low = {std::min(low.u_um, p.u_um), std::min(low.v_um, p.v_um)};
    high = {std::max(high.u_um, p.u_um), std::max(high.v_um, p.v_um)};
  }
  return {low.u_um + (high.u_um - low.u_um) / 2, low.v_um + (high.v_um - low.v_um) / 2};
}

Result<CanvasPoint> resolve(const Canvas& canvas, const PointSpec& point) {
  if (const auto* mm = std::get_if<Vec2>(&point)) return on_canvas(canvas, canvas_point_from_mm(*mm));
  const auto& from = std::get<FromLandmark>(point);
  if (canvas.head() == nullptr) return fail("a pad has no landmarks; expected [x, y]");
  return on_canvas(canvas, canvas_point_from_mm(canvas.head()->walk(canvas.head()->landmark(from.from),
                                                                    from.left, from.back)));
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
  if (!outline)
    return fail(
        Error{.message = outline.error().message, .file = {}, .line = {}, .column = {}, .field = field});
  std::vector<Vec2> flat;
  for (const CanvasPoint p : *outline) flat.push_back(mm_from_canvas_point(p));
  if (auto region = geometry::Region::make({{flat, false}}); !region)
    return fail(
        Error{.message = region.error().message, .file = {}, .line = {}, .column = {}, .field = field});
  Zone zone{spec.id, std::move(*outline)};
  if (const auto* punctate = std::get_if<PunctateShape>(&spec.shape)) {
    auto scars = strew(canvas, *punctate, zone.outline);
    if (!scars)
      return fail(
          Error{.message = scars.error().message, .file = {}, .line = {}, .column = {}, .field = field});
    zone.scars = std::move(*scars);
    zone.scar_radius = core::Mm{punctate->diameter.value / 2.0};
  }
  return zone;
}

}  // namespace engine::scalp
