#include "trainer/app/depth_now.h"

#include <algorithm>

#include "engine/skin/penetration.h"

namespace trainer::app {

namespace {

// By its pressure or by how long it has lasted, in skin of that kind; the needle comes no deeper than it
// reaches.
double delta_after(const engine::sim::State& skin, std::int64_t dwell_us, std::int32_t skin_permille,
                   double thickness_mm) {
  const auto pressure = skin.contact->last.pressure;
  const bool open = skin.contact->has_open_dot;
  auto machine = skin.machine;
  if (open) machine.stretch_permille = skin.dots.back().stretch_permille;
  const engine::skin::Press press{.pressure = pressure.value_or(0),
                                  .minimum_pressure = skin.calibration.minimum_pressure,
                                  .maximum_pressure = skin.calibration.maximum_pressure,
                                  .gamma_permille = skin.calibration.curve_gamma_permille,
                                  .press_time_permille = skin.calibration.press_time_permille,
                                  .offset_permille = skin.calibration.depth_offset_permille,
                                  .dwell_us = dwell_us,
                                  .angle_ddeg = 900,
                                  .stretch_permille = machine.stretch_permille,
                                  .skin_permille = open ? skin.dots.back().skin_depth : skin_permille};
  const double pushed =
      (pressure ? engine::skin::delta_from_pressure(press) : engine::skin::delta_from_press_time(press)) /
      1000.0;
  return std::min(pushed, engine::skin::reach_um(machine) / 1000.0 / thickness_mm);
}

}  // namespace

std::optional<ui::Pressing> depth_now(const runner::Attempt& attempt, std::int64_t dwell_us) {
  const auto& skin = attempt.skin;
  if (!skin.contact) return std::nullopt;
  const auto& contact = *skin.contact;
  const auto where = attempt.site->canvas().locate(contact.last.at);
  if (!where) return ui::Pressing{delta_after(skin, dwell_us, 1000, 1.18), 1.18, !contact.last.pressure};
  const auto response = engine::sim::response_at(skin, where->tissue, contact.last.at, where->position);
  const double thickness = where->skin_thickness.value * response.thickness / 1000.0;
  if (contact.last.pressure && contact.has_open_dot)
    return ui::Pressing{engine::skin::delta(skin.dots.back()), thickness, false};
  return ui::Pressing{delta_after(skin, dwell_us, response.depth, thickness), thickness,
                      !contact.last.pressure};
}

}  // namespace trainer::app
