#include "trainer/assessment/site.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/scalp/zone.h"
#include "trainer/lessons/check.h"

namespace trainer::assessment {

using engine::core::Result;
using engine::geometry::Region;
using engine::geometry::Vec2;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using engine::scalp::WorkPlane;

namespace {

// The middle of the bounding box: a stable place to unroll around, whatever the outline's vertices.
CanvasPoint middle(const std::vector<CanvasPoint>& outline) {
  CanvasPoint low = outline.front(), high = outline.front();
  for (const CanvasPoint p : outline) {
    low = {std::min(low.u_um, p.u_um), std::min(low.v_um, p.v_um)};
    high = {std::max(high.u_um, p.u_um), std::max(high.v_um, p.v_um)};
  }
  return {low.u_um + (high.u_um - low.u_um) / 2, low.v_um + (high.v_um - low.v_um) / 2};
}

std::vector<Vec2> flatten(const WorkPlane& plane, const std::vector<CanvasPoint>& points) {
  std::vector<Vec2> flat;
  for (const CanvasPoint p : points)
    if (const auto at = plane.flatten(p)) flat.push_back(*at);
  return flat;
}

// "Behind" the line is its left-hand side: run from the client's right to left on a head (x to the
// client's left), so a line given the other way round is turned.
std::vector<Vec2> left_to_right(std::vector<Vec2> line) {
  if (line.size() > 1 && line.back().x < line.front().x) return {line.rbegin(), line.rend()};
  return line;
}

Result<SiteTarget> resolve_target(const lessons::Lesson& lesson, const Canvas& canvas,
                                  const lessons::Target& target, const std::vector<CanvasPoint>& hairline) {
  for (const auto& spec : lesson.zones) {
    if (spec.id != target.zone) continue;
    auto zone = engine::scalp::resolve(canvas, spec);
    if (!zone) return engine::core::fail(zone.error());
    SiteTarget site{target, *zone, WorkPlane::around(canvas, middle(zone->outline)), {}, {}, 0.0, {}};
    auto region = Region::make({{flatten(site.plane, zone->outline), false}});
    if (!region) return engine::core::fail(region.error());
    site.region = *region;
    site.hairline = left_to_right(flatten(site.plane, hairline));
    site.density.plateau_per_mm2 = target.density_cm2 / 100.0;
    if (!target.gradient.empty()) {
      site.density.line = site.hairline;
      site.density.steps = target.gradient;
    }
    site.asked_dots = lessons::asked_dots(site.region, site.density);
    return site;
  }
  return engine::core::fail({.message = "no zone has this id", .field = "targets.zone '" + target.zone + "'"});
}

}  // namespace

Site::Site(lessons::Lesson lesson, Canvas canvas) : lesson_(std::move(lesson)), canvas_(std::move(canvas)) {}

Result<std::shared_ptr<const Site>> Site::make(lessons::Lesson lesson) {
  auto canvas = lessons::make_canvas(lesson);
  if (!canvas) return engine::core::fail(canvas.error());
  std::shared_ptr<Site> site(new Site(std::move(lesson), std::move(*canvas)));
  if (auto done = site->resolve(); !done) return engine::core::fail(done.error());
  return site;
}

Result<void> Site::resolve() {
  if (!lesson_.hairline.empty()) {
    auto line = engine::scalp::resolve_curve(canvas_, lesson_.hairline);
    if (!line) return engine::core::fail(line.error());
    hairline_ = *line;
  }
  for (const auto& target : lesson_.targets) {
    auto resolved = resolve_target(lesson_, canvas_, target, hairline_);
    if (!resolved) return engine::core::fail(resolved.error());
    targets_.push_back(std::move(*resolved));
  }
  return {};
}

int Site::asked_dots() const {
  double sum = 0.0;
  for (const auto& target : targets_) sum += target.asked_dots;
  return static_cast<int>(std::floor(sum + 0.5));
}

std::optional<std::size_t> Site::target_at(CanvasPoint p) const {
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const auto flat = targets_[i].plane.flatten(p);
    if (flat && targets_[i].region.contains(*flat)) return i;
  }
  return std::nullopt;
}

}  // namespace trainer::assessment
