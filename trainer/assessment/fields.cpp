#include "trainer/assessment/fields.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trainer::assessment {

using engine::geometry::Vec2;
using engine::scalp::CanvasPoint;
using engine::scalp::WorkPlane;
using engine::scoring::Field;
using engine::scoring::FieldDot;
using engine::skin::Dot;

FieldDot field_dot(const Dot& dot, Vec2 at) {
  return {.number = dot.number,
          .depth_known = dot.depth_source != engine::skin::DepthSource::Unknown,
          .angle_known = dot.angle_measured,
          .at = at,
          .delta = engine::skin::delta(dot),
          .diameter_mm = dot.diameter_um / 1000.0,
          .angle_deg = dot.angle_ddeg / 10.0,
          .dilution = dot.dilution_milli / 1000.0};
}

std::vector<Vec2> drawn_on(const SiteTarget& target, std::span<const CanvasPoint> drawn) {
  std::vector<Vec2> line;
  for (const CanvasPoint p : drawn)
    if (const auto at = target.plane.flatten(p)) line.push_back(*at);
  if (line.size() > 1 && line.back().x < line.front().x) std::reverse(line.begin(), line.end());
  return line;
}

Field asked_field(const Site& site, const SiteTarget& target) {
  Field field;
  field.of_lesson = true;
  field.region = target.region;
  field.target = target.density;
  field.hair = target.hair;
  field.hair_beside = target.hair_beside;
  field.depth_band = target.target.depth;
  field.diameter_band = target.target.diameter;
  field.angle_band = target.target.angle;
  field.dilution = site.dilution(target);
  field.target_hairline = target.hairline;
  const auto& steps = site.lesson().steps;
  field.draws_hairline = std::any_of(steps.begin(), steps.end(), [](const lessons::Step& s) { return s.kind == lessons::StepKind::Drawing; });
  // The chart's midline is u = 0; a zone that it crosses can be judged for symmetry.
  if (site.canvas().head() != nullptr)
    if (const auto axis = target.plane.flatten({0, target.zone.outline.front().v_um})) field.midline_x = axis->x;
  return field;
}

namespace {

// Millimetres from a mark to a target's zone; nothing where its plane does not reach.
std::optional<double> distance_to(const SiteTarget& target, CanvasPoint at) {
  const auto flat = target.plane.flatten(at);
  if (!flat) return std::nullopt;
  return target.region.contains(*flat) ? 0.0 : target.region.border_distance(*flat);
}

}  // namespace

std::size_t nearest_target(const Site& site, CanvasPoint at) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < site.targets().size(); ++i)
    if (const auto d = distance_to(site.targets()[i], at); d && *d < least) {
      least = *d;
      best = i;
    }
  return best;
}

namespace {

// Marks outside every target go to the field they lie next to, their share to all.
void set_strays(const Site& site, const Work& work, std::vector<Field>& fields) {
  std::size_t marks = work.contacts_outside, outside = work.contacts_outside;
  bool forbidden = false;
  for (const Dot& dot : work.dots) {
    if (dot.withdrawn) continue;
    ++marks;
    if (site.target_at(dot.at)) continue;
    ++outside;
    const std::size_t next = nearest_target(site, dot.at);
    const auto at = site.targets()[next].plane.flatten(dot.at);
    auto& strays = fields[next].strays;
    const bool touched = site.forbidden_at(dot.at);
    forbidden = forbidden || touched;
    (touched ? strays.forbidden : strays.dots).push_back(field_dot(dot, at.value_or(fields[next].region.box().low)));
  }
  for (Field& field : fields) {
    field.strays.share = marks > 0 ? static_cast<double>(outside) / static_cast<double>(marks) : 0.0;
    field.strays.any_forbidden = forbidden;
  }
}

}  // namespace

std::vector<Field> make_fields(const Site& site, const Work& work) {
  std::vector<Field> fields;
  for (const auto& target : site.targets()) {
    fields.push_back(asked_field(site, target));
    fields.back().drawn_hairline = drawn_on(target, work.drawn_hairline);
  }
  for (const Dot& dot : work.dots) {
    if (dot.withdrawn) continue;
    if (const auto index = site.target_at(dot.at)) {
      const auto flat = site.targets()[*index].plane.flatten(dot.at);
      fields[*index].dots.push_back(field_dot(dot, *flat));
    }
  }
  if (!fields.empty()) set_strays(site, work, fields);
  return fields;
}

int dots_outside(const Site& site, const Work& work) {
  return static_cast<int>(std::count_if(work.dots.begin(), work.dots.end(), [&](const Dot& dot) {
    return !dot.withdrawn && !site.target_at(dot.at);
  }));
}

}  // namespace trainer::assessment
