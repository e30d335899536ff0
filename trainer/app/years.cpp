#include "trainer/app/years.h"

#include <algorithm>
#include <cmath>

#include "trainer/robots/continuation.h"
#include "trainer/robots/robot.h"

namespace trainer::app {

using engine::skin::Dot;

namespace {

constexpr engine::core::Seed kContinueSeed = 11;

std::vector<Dot> remaining(const runner::Attempt& attempt) {
  std::vector<Dot> dots;
  for (const Dot& dot : attempt.skin.dots)
    if (engine::sim::is_there(attempt.skin, dot)) dots.push_back(dot);
  return dots;
}

}  // namespace

engine::core::Result<std::unique_ptr<Years>> Years::make(const Sitting& sitting, const Picture& own) {
  auto picture = own.has_renderer() ? Picture::make() : engine::core::Result<Picture>(Picture());
  if (!picture) return engine::core::fail(picture.error());
  const auto& site = *sitting.attempt().site;
  picture->set_site(site, &own);
  auto events = robots::show_how(sitting.attempt().site);
  if (!events) return engine::core::fail(events.error());
  std::unique_ptr<Years> years(new Years(sitting, std::move(*picture)));
  years->expert_dots_ = remaining(runner::fold(sitting.attempt().site, *events));
  return years;
}

Years::Years(const Sitting& sitting, Picture experts)
    : sitting_(&sitting), experts_(std::move(experts)), own_dots_(remaining(sitting.attempt())) {
  const auto& site = *sitting.attempt().site;
  double area = 0.0;
  for (const auto& target : site.targets()) area += target.region.area();
  area_mm2_ = std::max(1.0, area);
  if (const auto* client = std::get_if<engine::scalp::Client>(&site.lesson().canvas)) {
    panel_.sun = client->sun;
    panel_.skin = client->skin;
  }
}

engine::skin::HealingModel Years::model() const {
  const auto& lesson = sitting_->attempt().site->lesson();
  const auto* client = std::get_if<engine::scalp::Client>(&lesson.canvas);
  if (client == nullptr) return lesson.equipment.healing.usual;
  engine::scalp::Client living = *client;
  living.sun = panel_.sun;
  living.skin = panel_.skin;
  return engine::skin::healing_of(living, lesson.equipment.healing);
}

// As the same strikes would have healed in skin of the kind that is asked about.
std::vector<Dot> Years::in_this_skin(std::vector<Dot> dots) const {
  const std::int64_t spread = model().spread_permille,
                     before = sitting_->attempt().site->healing().spread_permille;
  for (Dot& dot : dots) dot.diameter_um = static_cast<std::int32_t>(dot.diameter_um * spread / before);
  return dots;
}

ui::HealedView Years::view() const {
  const auto& site = *sitting_->attempt().site;
  ui::HealedWork work{.lesson = site.lesson().title,
                      .head = std::holds_alternative<engine::scalp::Client>(site.lesson().canvas),
                      .finished_cm2 = robots::kFinishedPerCm2};
  for (const auto& target : site.targets())
    work.asked_cm2 = std::max(work.asked_cm2, target.target.density_cm2);
  return ui::make_healed_view(work, panel_,
                              ui::aged(in_this_skin(own_dots_), panel_.days, area_mm2_, model()),
                              ui::aged(in_this_skin(expert_dots_), panel_.days, area_mm2_, model()));
}

void Years::age(double days) {
  // A slider that is let go near a stop means the stop.
  for (const auto& stop : ui::kAgeStops)
    if (std::abs(ui::share_at(days) - ui::share_at(stop.days)) < 0.012) days = stop.days;
  stale_ = stale_ || days != panel_.days;
  panel_.days = days;
}

void Years::step(int by) {
  const double place = ui::share_at(panel_.days) * (ui::kAgeStops.size() - 1);
  const int next = by > 0 ? static_cast<int>(std::floor(place + 1.0 + 1e-6))
                          : static_cast<int>(std::ceil(place - 1.0 - 1e-6));
  age(ui::kAgeStops
          .at(static_cast<std::size_t>(std::clamp(next, 0, static_cast<int>(ui::kAgeStops.size()) - 1)))
          .days);
}

void Years::live_in(engine::scalp::Sun sun) {
  panel_.sun = sun;
  stale_ = true;
}

void Years::skin_is(engine::scalp::SkinKind skin) {
  panel_.skin = skin;
  stale_ = true;
}

void Years::show(ui::Extent extent) {
  panel_.extent = extent;
  continue_hands();
  stale_ = true;
}

void Years::show_wipe(bool wipe) {
  panel_.wipe = wipe;
  stale_ = true;
}

double Years::see_from(int distance) {
  panel_.distance = std::clamp(distance, 0, static_cast<int>(ui::kDistancesM.size()) - 1);
  return engine::render::px_per_mm_from(ui::kDistancesM.at(static_cast<std::size_t>(panel_.distance)));
}

void Years::continue_hands() {
  const auto& site = *sitting_->attempt().site;
  const auto go_on = [&](const std::vector<Dot>& dots, Continued& continued) {
    if (panel_.extent == ui::Extent::WholeHead && continued.rest.empty())
      continued.rest = robots::continuation(site, dots, kContinueSeed);
    if (panel_.extent == ui::Extent::Finished && continued.finished.empty())
      continued.finished = robots::finished(site, dots, kContinueSeed);
  };
  go_on(own_dots_, own_continued_);
  go_on(expert_dots_, expert_continued_);
}

std::vector<Dot> Years::shown(const std::vector<Dot>& patch, const Continued& continued) const {
  if (panel_.extent == ui::Extent::Finished) return in_this_skin(continued.finished);
  std::vector<Dot> dots = patch;
  if (panel_.extent == ui::Extent::WholeHead)
    dots.insert(dots.end(), continued.rest.begin(), continued.rest.end());
  return in_this_skin(std::move(dots));
}

void Years::refresh(Picture& own) {
  if (!stale_) return;
  stale_ = false;
  const auto& canvas = sitting_->attempt().site->canvas();
  own.show_aged(canvas, shown(own_dots_, own_continued_), panel_.days, model());
  experts_.show_aged(canvas, panel_.wipe ? std::vector<Dot>{} : shown(expert_dots_, expert_continued_),
                     panel_.days, model());
}

}  // namespace trainer::app
