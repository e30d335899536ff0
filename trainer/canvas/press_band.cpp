#include "trainer/canvas/press_band.h"

#include "engine/skin/penetration.h"

namespace trainer::canvas {

namespace {

constexpr std::int64_t kLongestUs = 2'000'000;
constexpr std::int32_t kTremble = 40;  // permille back before an end can be crossed anew (judgement)

const engine::skin::Dot* open_dot(const engine::sim::State& skin) {
  return skin.contact && skin.contact->has_open_dot && !skin.dots.empty() ? &skin.dots.back() : nullptr;
}

engine::skin::Press press_of(const engine::sim::State& skin) {
  engine::skin::Press press{.press_time_permille = skin.calibration.press_time_permille,
                            .offset_permille = skin.calibration.depth_offset_permille};
  if (const auto* dot = open_dot(skin)) press.skin_permille = dot->skin_depth;
  return press;
}

// Depth never falls with time: bisect.
std::optional<std::int64_t> time_to(std::int32_t delta, engine::skin::Press press) {
  std::int64_t low = 0, high = kLongestUs;
  press.dwell_us = high;
  if (engine::skin::delta_from_press_time(press) < delta) return std::nullopt;
  while (low < high) {
    press.dwell_us = (low + high) / 2;
    if (engine::skin::delta_from_press_time(press) < delta)
      low = press.dwell_us + 1;
    else
      high = press.dwell_us;
  }
  return low;
}

bool passed(std::int32_t delta, std::int32_t end, bool& past) {
  const bool now = delta >= (past ? end - kTremble : end), crossed = now && !past;
  past = now;
  return crossed;
}

}  // namespace

bool asks_for_dots(const engine::sim::State& skin) {
  return !skin.machine.dry;
}

BandTimes band_times(const engine::sim::State& skin) {
  if (!asks_for_dots(skin)) return {};
  const engine::skin::Press press = press_of(skin);
  return {time_to(kBandStart, press), time_to(kBandEnd, press)};
}

std::optional<std::int32_t> depth_now(const engine::sim::State& skin, std::int64_t dwell_us) {
  if (!skin.contact) return std::nullopt;
  if (skin.contact->last.pressure) {
    const auto* dot = open_dot(skin);
    return dot != nullptr && dot->thickness_um > 0
               ? static_cast<std::int32_t>(std::int64_t{dot->deposit_depth_um} * 1000 / dot->thickness_um)
               : 0;
  }
  engine::skin::Press press = press_of(skin);
  press.dwell_us = dwell_us;
  return engine::skin::delta_from_press_time(press);
}

BandWatch::Crossed BandWatch::follow(const engine::sim::State& skin, std::int32_t delta) {
  if (!asks_for_dots(skin)) return {};
  const bool start = passed(delta, kBandStart, past_start_), end = passed(delta, kBandEnd, past_end_);
  return {start, end};
}

}  // namespace trainer::canvas
