#include "engine/skin/machine.h"

#include <algorithm>

namespace engine::skin {

namespace {

constexpr std::int32_t kDentTaut = 350, kDentSlack = 1000;  // um
constexpr std::int32_t kMostRate = 200'000, kMostSet = 3500, kMostDilution = 40'000;
constexpr std::int32_t kSetStep = 50;
constexpr std::int32_t kSlackDrag = 120;

std::int32_t clipped_stretch(std::int32_t permille) {
  return std::clamp(permille, 0, 1000);
}

// What the skin gives way under the guide.
std::int32_t dent_um(std::int32_t stretch_permille) {
  return kDentSlack - (kDentSlack - kDentTaut) * clipped_stretch(stretch_permille) / 1000;
}

// Linear from (x0, y0) to (x1, y1), level outside.
std::int32_t ramped(std::int32_t x, std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1) {
  return y0 + static_cast<std::int32_t>(std::int64_t{y1 - y0} * (std::clamp(x, x0, x1) - x0) / (x1 - x0));
}

}  // namespace

std::int32_t voltage_mv(std::int32_t rate_mhz) {
  return static_cast<std::int32_t>((std::int64_t{rate_mhz} * 60 + 500) / 1000);
}

std::int32_t rate_mhz_of(std::int32_t mv) {
  return std::min(kMostRate, static_cast<std::int32_t>((std::int64_t{mv} * 1000 + 30) / 60));
}

std::int32_t reach_um(const Machine& machine) {
  return std::max(0, std::min(machine.set_um, machine.stroke_um) - dent_um(machine.stretch_permille));
}

std::int32_t set_um_for(const Machine& machine, std::int32_t depth_um) {
  const std::int32_t least = depth_um + dent_um(machine.stretch_permille);
  return std::min(kMostSet, (least + kSetStep - 1) / kSetStep * kSetStep);
}

std::int32_t slack_drag_um(std::int32_t stretch_permille) {
  return kSlackDrag * (1000 - clipped_stretch(stretch_permille)) / 1000;
}

std::int32_t bounce_permille(std::int32_t stretch_permille, std::int32_t share) {
  return 1000 +
         200 * (1000 - clipped_stretch(stretch_permille)) / 1000 * std::clamp(share, -1000, 1000) / 1000;
}

std::int32_t machine_spread_permille(const Machine& machine) {
  const std::int32_t hits = ramped(machine.stroke_um, 3000, 1000, 4500, 1060),
                     overworks = ramped(machine.rate_mhz, kUsualRateHigh, 1000, kMostRate, 1100);
  return hits * overworks / 1000;
}

std::int32_t machine_load_permille(const Machine& machine) {
  constexpr std::int32_t kUsualBack = 1200;
  const std::int32_t back = machine.stroke_um - machine.set_um;
  return back <= kUsualBack ? ramped(back, 0, 500, kUsualBack, 1000)
                            : ramped(back, kUsualBack, 1000, 2000, 1150);
}

std::int32_t dilution_of_parts(std::int32_t water, std::int32_t pigment) {
  const std::int64_t parts = (std::int64_t{std::max(0, water)} * 2000 / std::max(1, pigment) + 1) / 2;
  return static_cast<std::int32_t>(std::min<std::int64_t>(kMostDilution, parts));
}

}  // namespace engine::skin
