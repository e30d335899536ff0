#include "trainer/canvas/press_band.h"

#include "engine/sim/press.h"

namespace trainer::canvas {

using engine::skin::DepthState;
using engine::skin::kBandEnd;
using engine::skin::kBandStart;

namespace {

constexpr std::int32_t kTremble = 40;  // permille back before an end can be crossed anew (judgement)

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
  if (!asks_for_dots(skin) || !skin.contact || !skin.contact->has_open_dot) return {};
  const auto first = [&](DepthState depth) {
    return engine::sim::time_to(depth, skin.calibration, skin.dots.back());
  };
  return {first(DepthState::Target), first(DepthState::Deep)};
}

std::optional<std::int32_t> depth_now(const engine::sim::State& skin, engine::core::Span dwell_us) {
  const auto dot = engine::sim::left_after(skin, dwell_us);
  if (!dot) return std::nullopt;
  if (dot->thickness_um <= 0) return 0;
  return static_cast<std::int32_t>(std::int64_t{dot->deposit_depth_um} * 1000 / dot->thickness_um);
}

BandWatch::Crossed BandWatch::follow(const engine::sim::State& skin, std::int32_t delta) {
  if (!asks_for_dots(skin)) return {};
  const bool start = passed(delta, kBandStart, past_start_), end = passed(delta, kBandEnd, past_end_);
  return {start, end};
}

}  // namespace trainer::canvas
