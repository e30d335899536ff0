#include "trainer/assessment/fields.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/exact_math.h"
#include "engine/sim/state.h"
#include "engine/skin/healed.h"
#include "engine/skin/healing.h"
#include "trainer/lessons/steps.h"

namespace trainer::assessment {

using engine::geometry::Vec2;
using engine::scalp::CanvasPoint;
using engine::scalp::WorkPlane;
using engine::scoring::Field;
using engine::scoring::FieldDot;
using engine::skin::Dot;

Remains::Remains(const Site& site, const Work& work)
    : site_(site),
      healings_(work.healings.begin(), work.healings.end()),
      at_days_(work.at_days.value_or(site.judged_at_days())) {}

// A session ends when the next begins; the last when the work is judged.
double Remains::days(const Dot& dot, std::size_t session) const {
  const bool last = session + 1 == site_.sessions().size();
  const auto since =
      site_.session_of(dot) == session
          ? 0
          : engine::sim::days_healed(healings_, dot.treatment_session, site_.sessions()[session].visit);
  return static_cast<double>(since) + (last ? at_days_ : 0.0);
}

bool Remains::shows(const Dot& dot, std::size_t session) const {
  return !dot.withdrawn && has_begun(session) && site_.session_of(dot) <= session &&
         engine::skin::survives(dot, days(dot, session), site_.healing());
}

FieldDot Remains::seen(const Dot& dot, Vec2 at, std::size_t session) const {
  // A dot's own diameter is the healed one.
  const double age = days(dot, session),
               diameter_mm = age > engine::skin::kHealedDays
                                 ? engine::skin::appearance(dot, age, site_.healing()).diameter.value
                                 : dot.diameter_um / 1000.0;
  return {.number = dot.number,
          .depth_known = dot.depth_source != engine::skin::DepthSource::Unknown,
          .angle_known = dot.angle_measured,
          .at = at,
          .delta = engine::skin::delta(dot),
          .diameter = engine::core::Mm{diameter_mm},
          .angle = engine::core::Degrees{dot.angle_ddeg / 10.0},
          .dilution = dot.dilution_milli / 1000.0};
}

std::vector<Vec2> drawn_on(const SiteTarget& target, std::span<const CanvasPoint> drawn) {
  std::vector<Vec2> line;
  for (const CanvasPoint p : drawn)
    if (const auto at = target.plane.flatten(p)) line.push_back(*at);
  if (line.size() > 1 && line.back().x < line.front().x) std::reverse(line.begin(), line.end());
  return line;
}

namespace {

// Treatment sessions may be off by 5, 8 and 8 points of the final density, and the first must not be too
// dense: one can add, not take away (docs/design.md 5).
engine::scoring::Layer layer_of(const Site& site, std::size_t session) {
  const double share = site.sessions()[session].share;
  const bool last = session + 1 == site.sessions().size();
  engine::scoring::Layer layer;
  if (last && session == 0 && share == 1.0) return layer;  // the only one
  const double free = share < 0.5 ? 0.05 : 0.08;
  if (session == 0) layer.over_weight = 2.0;
  layer.free_over = engine::core::exact::log2(1.0 + free / share);
  layer.free_under = -engine::core::exact::log2(1.0 - std::min(0.9, free / share));
  layer.last = last;
  return layer;
}

// What the density is multiplied by: hair is there from the beginning, only what is missing comes session by
// session.
double density_share(const SiteTarget& target, double share) {
  const double hair = static_cast<double>(target.hair.size()), all = target.asked_dots + hair;
  return all > 0.0 ? (hair + share * target.asked_dots) / all : share;
}

}  // namespace

Field asked_field(const Site& site, const Part& part) {
  const SiteTarget& target = site.targets()[part.target];
  Field field;
  field.of_lesson = true;
  field.region = target.region;
  field.target = target.density;
  field.target.plateau_per_mm2 *= density_share(target, site.sessions()[part.session].share);
  field.layer = layer_of(site, part.session);
  field.first_session = part.session == 0;
  field.hair = target.hair;
  field.hair_beside = target.hair_beside;
  field.scars = target.scars;
  field.depth_band = target.target.depth;
  field.diameter_band = target.target.diameter;
  field.angle_band = target.target.angle;
  field.dilution = site.dilution(target);
  field.target_hairline = target.hairline;
  field.draws_hairline = lessons::has_step(site.lesson(), lessons::StepKind::Drawing);
  // The chart's midline is u = 0; a zone that it crosses can be judged for symmetry.
  if (site.canvas().head() != nullptr)
    if (const auto axis = target.plane.flatten({0, target.zone.outline.front().v_um}))
      field.midline_x = axis->x;
  return field;
}

namespace {

// Millimetres from a mark to a target's zone; nothing where its plane does not reach.
std::optional<double> distance_to(const SiteTarget& target, CanvasPoint at) {
  const auto flat = target.plane.flatten(at);
  if (!flat) return std::nullopt;
  return target.region.contains(*flat) ? 0.0 : target.region.border_distance(*flat).value;
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
void set_strays(const Site& site, const Work& work, const Remains& remains, std::vector<Field>& fields) {
  std::size_t marks = work.contacts_outside, outside = work.contacts_outside;
  bool forbidden = false;
  for (const Dot& dot : work.dots) {
    if (dot.withdrawn) continue;
    ++marks;
    if (site.target_at(dot.at)) continue;
    ++outside;
    const std::size_t next = nearest_target(site, dot.at), session = site.session_of(dot),
                      part = site.part_of(next, session);
    const auto at = site.targets()[next].plane.flatten(dot.at);
    auto& strays = fields[part].strays;
    const bool touched = site.forbidden_at(dot.at);
    forbidden = forbidden || touched;
    (touched ? strays.forbidden : strays.dots)
        .push_back(remains.seen(dot, at.value_or(fields[part].region.box().low), session));
  }
  for (Field& field : fields) {
    field.strays.share = marks > 0 ? static_cast<double>(outside) / static_cast<double>(marks) : 0.0;
    field.strays.any_forbidden = forbidden;
  }
}

}  // namespace

std::vector<Field> make_fields(const Site& site, const Work& work) {
  const Remains remains(site, work);
  std::vector<Field> fields;
  for (const Part& part : site.parts()) {
    fields.push_back(asked_field(site, part));
    fields.back().drawn_hairline = drawn_on(site.targets()[part.target], work.drawn_hairline);
  }
  for (const Dot& dot : work.dots) {
    if (dot.withdrawn) continue;
    const auto target = site.target_at(dot.at);
    if (!target) continue;
    const Vec2 at = *site.targets()[*target].plane.flatten(dot.at);
    const std::size_t own = site.session_of(dot);
    for (std::size_t s = own; s < site.sessions().size(); ++s) {
      if (!remains.shows(dot, s)) continue;
      Field& field = fields[site.part_of(*target, s)];
      (s == own ? field.dots : field.old_dots).push_back(remains.seen(dot, at, s));
    }
  }
  if (!fields.empty()) set_strays(site, work, remains, fields);
  return fields;
}

int dots_to_judge(std::span<const Field> fields, const Site& site, std::size_t session) {
  std::size_t count = 0;
  for (std::size_t p = 0; p < fields.size(); ++p)
    if (site.parts()[p].session == session) count += fields[p].placed();
  return static_cast<int>(count);
}

int dots_outside(const Site& site, const Work& work) {
  return static_cast<int>(std::count_if(work.dots.begin(), work.dots.end(), [&](const Dot& dot) {
    return !dot.withdrawn && !site.target_at(dot.at);
  }));
}

}  // namespace trainer::assessment
