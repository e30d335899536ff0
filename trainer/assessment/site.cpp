#include "trainer/assessment/site.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scalp/zone.h"
#include "engine/skin/healing.h"
#include "trainer/assessment/contours.h"
#include "trainer/lessons/check.h"
#include "trainer/lessons/laid_target.h"
#include "trainer/lessons/skin_of_zones.h"
#include "trainer/lessons/steps.h"

namespace trainer::assessment {

using engine::core::Result;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;

namespace {

void add_contours(SiteTarget& site) {
  for (const double share : {0.25, 0.50, 0.75})
    for (const Stretch& stretch : contour(site.region, site.density, share)) {
      const auto from = site.plane.address(stretch[0]), to = site.plane.address(stretch[1]);
      if (from && to) site.contours.push_back({*from, *to});
    }
}

void add_places(const SiteTarget& site, const Canvas& canvas, std::vector<engine::scalp::Vec3>& places) {
  constexpr double kPitchMm = 0.35;
  const auto& box = site.region.box();
  const auto count = [](double extent) { return static_cast<int>(std::ceil(extent / kPitchMm)); };
  for (int row = 0; row < count(box.high.y - box.low.y); ++row)
    for (int column = 0; column < count(box.high.x - box.low.x); ++column) {
      const engine::geometry::Vec2 p{box.low.x + (column + 0.5) * kPitchMm,
                                     box.low.y + (row + 0.5) * kPitchMm};
      const auto address = site.region.contains(p) ? site.plane.address(p) : std::nullopt;
      if (const auto place = address ? canvas.position(*address) : std::nullopt) places.push_back(*place);
    }
}

void add_rims(SiteTarget& site) {
  constexpr int kCorners = 24;
  for (const auto middle : site.scars.middles) {
    std::vector<CanvasPoint> rim;
    for (int i = 0; i < kCorners; ++i) {
      const double angle = 2.0 * engine::core::kPi * i / kCorners;
      if (const auto p = site.plane.address(
              middle + site.scars.radius.value * engine::geometry::Vec2{engine::core::exact::cos(angle),
                                                                        engine::core::exact::sin(angle)}))
        rim.push_back(*p);
    }
    site.scar_rims.push_back(std::move(rim));
  }
}

Result<SiteTarget> resolve_target(const lessons::Lesson& lesson, const Canvas& canvas,
                                  const lessons::Target& target) {
  auto laid = lessons::lay_out(lesson, canvas, target);
  if (!laid) return engine::core::fail(laid.error());
  const double asked = lessons::dots_to_place(*laid);
  SiteTarget site{target,
                  std::move(laid->zone),
                  laid->plane,
                  std::move(laid->region),
                  std::move(laid->density),
                  asked,
                  std::move(laid->hairline),
                  std::move(laid->hair),
                  std::move(laid->hair_beside),
                  std::move(laid->roots),
                  std::move(laid->scars)};
  if (site.density.painted) add_contours(site);
  add_rims(site);
  return site;
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
  const engine::skin::HealingTable& table = lesson_.equipment.healing;
  const auto* client = std::get_if<engine::scalp::Client>(&lesson_.canvas);
  healing_ = client == nullptr ? table.usual : engine::skin::healing_of(*client, table);
  if (!lesson_.hairline.empty()) {
    auto line = engine::scalp::resolve_curve(canvas_, lesson_.hairline);
    if (!line) return engine::core::fail(line.error());
    hairline_ = *line;
  }
  for (const auto& target : lesson_.targets) {
    auto resolved = resolve_target(lesson_, canvas_, target);
    if (!resolved) return engine::core::fail(resolved.error());
    targets_.push_back(std::move(*resolved));
  }
  for (const auto& id : lessons::forbidden_zones(lesson_)) {
    auto laid = lessons::lay_out_forbidden(lesson_, canvas_, id);
    if (!laid) return engine::core::fail(laid.error());
    forbidden_.push_back(std::move(*laid));
  }
  sessions_ = lessons::treatment_sessions(lesson_);
  questions_ = lessons::question_steps(lesson_);
  for (std::size_t s = 0; s < sessions_.size(); ++s)
    for (std::size_t t = 0; t < targets_.size(); ++t)
      parts_.push_back({t, s, sessions_[s].share * targets_[t].asked_dots});
  if (lessons::has_step(lesson_, lessons::StepKind::Needling))
    for (const SiteTarget& target : targets_)
      if (lessons::is_scarred(lesson_, target.target.zone)) add_places(target, canvas_, scar_places_);
  const auto age = engine::skin::parse_age(lesson_.judged_at);
  if (!age) return engine::core::fail(age.error());
  judged_at_days_ = *age;
  return {};
}

int Site::asked_dots() const {
  return asked_dots(sessions_.size() - 1);
}

int Site::asked_dots(std::size_t session) const {
  double sum = 0.0;
  for (const Part& part : parts_)
    if (part.session == session) sum += part.asked_dots;
  return static_cast<int>(std::floor(sum + 0.5));
}

std::size_t Site::session_of(const engine::skin::Dot& dot) const {
  return session_of_visit(dot.treatment_session);
}

std::size_t Site::session_of_visit(std::size_t visit) const {
  std::size_t session = 0;
  while (session + 1 < sessions_.size() && static_cast<std::size_t>(sessions_[session + 1].visit) <= visit)
    ++session;
  return session;
}

// A mark on the very border of a no-go zone still belongs to the target round it.
bool Site::forbidden_at(CanvasPoint p) const {
  if (forbidden_.empty() || target_at(p)) return false;
  return std::any_of(forbidden_.begin(), forbidden_.end(), [&](const auto& site) {
    const auto flat = site.plane.flatten(p);
    return flat && site.region.contains(*flat);
  });
}

double Site::dilution(const SiteTarget& target) const {
  return target.target.dilution.value_or(lesson_.machine.dilution_milli / 1000.0);
}

std::optional<std::size_t> Site::target_at(CanvasPoint p) const {
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const auto flat = targets_[i].plane.flatten(p);
    if (flat && targets_[i].region.contains(*flat)) return i;
  }
  return std::nullopt;
}

engine::skin::Band Site::depth_band_at(CanvasPoint p) const {
  return targets_.empty() ? engine::skin::kDepthBand : targets_[target_at(p).value_or(0)].target.depth;
}

}  // namespace trainer::assessment
