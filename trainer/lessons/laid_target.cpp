#include "trainer/lessons/laid_target.h"

#include <algorithm>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/difference.h"
#include "engine/scalp/follicles.h"
#include "engine/scoring/smooth.h"
#include "trainer/lessons/check.h"
#include "trainer/lessons/skin_of_zones.h"

namespace trainer::lessons {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using engine::geometry::Region;
using engine::geometry::Vec2;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using engine::scalp::WorkPlane;

namespace {

std::vector<Vec2> flatten(const WorkPlane& plane, const std::vector<CanvasPoint>& points) {
  std::vector<Vec2> flat;
  for (const CanvasPoint p : points)
    if (const auto at = plane.flatten(p)) flat.push_back(*at);
  return flat;
}

// "Behind" a line is its left-hand side: it runs towards the client's left, +x.
Result<std::vector<Vec2>> flat_hairline(const Lesson& lesson, const Canvas& canvas, const WorkPlane& plane) {
  if (lesson.hairline.empty()) return std::vector<Vec2>{};
  auto line = engine::scalp::resolve_curve(canvas, lesson.hairline);
  if (!line) {
    auto error = line.error();
    error.field = "hairline";
    return fail(std::move(error));
  }
  std::vector<Vec2> flat = flatten(plane, *line);
  if (flat.size() > 1 && flat.back().x < flat.front().x) std::reverse(flat.begin(), flat.end());
  return flat;
}

Result<engine::scalp::Zone> zone_of(const Lesson& lesson, const Canvas& canvas, const std::string& id,
                                    const std::string& key) {
  for (const auto& spec : lesson.zones)
    if (spec.id == id) return engine::scalp::resolve(canvas, spec);
  return fail(Error{.message = "no zone has the id \"" + id + "\"", .field = key});
}

constexpr double kDotsPerScar = 1.5;  // asked: one to three are right

// What belongs to a scar, as an outline.
std::vector<Vec2> disc(Vec2 centre, double radius) {
  constexpr int kCorners = 24;
  std::vector<Vec2> ring;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = 2.0 * engine::core::kPi * (i + 0.5) / kCorners;
    ring.push_back(centre + Vec2{engine::core::exact::cos(angle), engine::core::exact::sin(angle)} * radius);
  }
  return ring;
}

std::vector<std::vector<Vec2>> discs_of(const WorkPlane& plane, const engine::scalp::Zone& zone) {
  std::vector<std::vector<Vec2>> discs;
  for (const Vec2 scar : flatten(plane, zone.scars))
    discs.push_back(disc(scar, zone.scar_radius.value + engine::scalp::kBesideScar.value));
  return discs;
}

struct Unrolled {
  CanvasPoint centre;
  WorkPlane plane;
  Region region;
};

Result<Unrolled> unroll(const Canvas& canvas, const engine::scalp::Zone& zone) {
  const CanvasPoint centre = engine::scalp::middle(zone.outline);
  if (!canvas.locate(centre))
    return fail(Error{.message = "the middle of the zone lies outside the canvas",
                      .field = "zone '" + zone.id + "'"});
  const WorkPlane plane = WorkPlane::around(canvas, centre);
  std::vector<engine::geometry::Ring> rings;
  for (auto& disc : discs_of(plane, zone)) rings.push_back({std::move(disc), false});
  if (rings.empty()) rings.push_back({flatten(plane, zone.outline), false});
  auto region = Region::make(std::move(rings));
  if (!region) return fail(region.error());
  return Unrolled{centre, plane, std::move(*region)};
}

// Millimetres across the skin, as the crow flies, from the middle of the zone to its farthest corner.
double reach_mm(const Canvas& canvas, const engine::scalp::Zone& zone) {
  const CanvasPoint centre = engine::scalp::middle(zone.outline);
  double farthest = 0.0;
  for (const CanvasPoint p : zone.outline)
    farthest = std::max(farthest, engine::scalp::chord(canvas, centre, p).value);
  return farthest;
}

// The target round the places that no needle may touch and round the punctate scars of other targets. A zone
// out of reach is left out before it is unrolled: on the far side of a head its outline would run round the
// whole plane.
Result<Region> without_others(const Lesson& lesson, const Canvas& canvas, const engine::scalp::Zone& zone,
                              const Unrolled& flat) {
  const auto in_reach = [&](const engine::scalp::Zone& other) {
    return engine::scalp::chord(canvas, flat.centre, engine::scalp::middle(other.outline)).value <=
           reach_mm(canvas, zone) + reach_mm(canvas, other);
  };
  std::vector<std::vector<Vec2>> outlines;
  for (const auto& id : forbidden_zones(lesson)) {
    const auto forbidden = zone_of(lesson, canvas, id, "no_go");
    if (!forbidden) return fail(forbidden.error());
    if (in_reach(*forbidden)) outlines.push_back(flatten(flat.plane, forbidden->outline));
  }
  for (const Target& target : lesson.targets) {
    const auto other = zone_of(lesson, canvas, target.zone, "targets.zone");
    if (!other) return fail(other.error());
    if (!zone.scars.empty() || other->scars.empty() || !in_reach(*other)) continue;
    for (auto& disc : discs_of(flat.plane, *other)) outlines.push_back(std::move(disc));
  }
  auto left = engine::geometry::difference(flat.region, outlines);
  if (!left)
    return fail(Error{.message = "the no-go zones, the scars and this zone: " + left.error().message,
                      .field = "zone '" + zone.id + "'"});
  return left;
}

void grow_hair(const Lesson& lesson, const Canvas& canvas, LaidTarget& site) {
  // um: on a head 20 mm of skin are up to twice that in the chart
  constexpr std::int32_t kAddressMargin = 40'000;
  CanvasPoint low = site.zone.outline.front(), high = low;
  for (const CanvasPoint p : site.zone.outline) {
    low = {std::min(low.u_um, p.u_um), std::min(low.v_um, p.v_um)};
    high = {std::max(high.u_um, p.u_um), std::max(high.v_um, p.v_um)};
  }
  const engine::scalp::AddressBox box{{low.u_um - kAddressMargin, low.v_um - kAddressMargin},
                                      {high.u_um + kAddressMargin, high.v_um + kAddressMargin}};
  const auto units = std::visit(
      [&](const auto& grown) {
        return engine::scalp::follicular_units(canvas, grown.seed, engine::scalp::growth_of(grown), box);
      },
      lesson.canvas);
  for (const auto& unit : units) {
    const auto at = site.plane.flatten(unit.at);
    if (!at) continue;
    const bool inside = site.region.contains(*at);
    if (!inside && site.region.border_distance(*at) > engine::scoring::kBlend) continue;
    (inside ? site.hair : site.hair_beside).push_back(*at);
    site.roots.push_back(unit.at);
  }
}

// No hair grows in a scar, and what is asked of it does not thin out.
void set_scars(LaidTarget& site) {
  for (const Vec2 middle : flatten(site.plane, site.zone.scars))
    if (site.region.contains(middle)) site.scars.middles.push_back(middle);
  site.scars.radius = engine::core::Mm{site.zone.scar_radius.value};
  site.density.plateau_per_mm2 =
      kDotsPerScar * static_cast<double>(site.scars.middles.size()) / site.region.area();
}

}  // namespace

double dots_to_place(const LaidTarget& site) {
  if (!site.scars.empty()) return kDotsPerScar * static_cast<double>(site.scars.middles.size());
  return std::max(0.0, asked_dots(site.region, site.density) - static_cast<double>(site.hair.size()));
}

Result<LaidTarget> lay_out(const Lesson& lesson, const Canvas& canvas, const Target& target) {
  auto zone = zone_of(lesson, canvas, target.zone, "targets.zone");
  if (!zone) return fail(zone.error());
  auto flat = unroll(canvas, *zone);
  if (!flat) return fail(flat.error());
  auto open = without_others(lesson, canvas, *zone, *flat);
  if (!open) return fail(open.error());
  auto line = flat_hairline(lesson, canvas, flat->plane);
  if (!line) return fail(line.error());
  LaidTarget site{std::move(*zone), flat->centre, flat->plane, std::move(*open), {}, std::move(*line)};
  site.density.plateau_per_mm2 = target.density_cm2 / 100.0;
  if (!site.zone.scars.empty()) {
    set_scars(site);
    return site;
  }
  if (!target.gradient.empty()) {
    site.density.line = site.hairline;
    site.density.steps = target.gradient;
  }
  if (target.painting.share) {
    site.density.painted = target.painting.share;
    site.density.painted_low = flat->region.box().low;
    site.density.painted_high = flat->region.box().high;
  }
  grow_hair(lesson, canvas, site);
  return site;
}

Result<ForbiddenPlace> lay_out_forbidden(const Lesson& lesson, const Canvas& canvas,
                                         const std::string& zone_id) {
  auto zone = zone_of(lesson, canvas, zone_id, "no_go");
  if (!zone) return fail(zone.error());
  auto flat = unroll(canvas, *zone);
  if (!flat) return fail(flat.error());
  return ForbiddenPlace{std::move(*zone), flat->plane, std::move(flat->region)};
}

}  // namespace trainer::lessons
