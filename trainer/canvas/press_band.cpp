#include "trainer/canvas/press_band.h"

#include "engine/sim/press.h"

namespace trainer::canvas {

using engine::skin::Band;
using engine::skin::DepthState;

namespace {

constexpr double kTremble = 0.04;  // of delta, back before an end can be crossed anew (judgement)

// The shallow end belongs to the band, and so does the deep one.
bool crossed(bool beyond, bool still_beyond, bool& past) {
  const bool now = past ? still_beyond : beyond, first = now && !past;
  past = now;
  return first;
}

}  // namespace

bool asks_for_dots(const engine::sim::State& skin) {
  return !skin.machine.dry;
}

Band band_pressed(const runner::Attempt& attempt) {
  const auto& skin = attempt.skin;
  if (!skin.contact) return engine::skin::kDepthBand;
  return attempt.site->depth_band_at(skin.contact->has_open_dot ? skin.dots.back().at
                                                                : skin.contact->last.at);
}

BandTimes band_times(const engine::sim::State& skin, const Band& band) {
  if (!asks_for_dots(skin) || !skin.contact || !skin.contact->has_open_dot) return {};
  const auto first = [&](DepthState depth) {
    return engine::sim::time_to(depth, band, skin.calibration, skin.dots.back());
  };
  return {first(DepthState::Target), first(DepthState::Deep)};
}

std::optional<double> delta_now(const engine::sim::State& skin, engine::core::Span dwell_us) {
  const auto dot = engine::sim::left_after(skin, dwell_us);
  return dot ? std::optional(engine::skin::delta(*dot)) : std::nullopt;
}

BandWatch::Crossed BandWatch::follow(const engine::sim::State& skin, const Band& band, double delta) {
  if (!asks_for_dots(skin)) return {};
  const bool start = crossed(delta >= band.low, delta >= band.low - kTremble, past_start_),
             end = crossed(delta > band.high, delta > band.high - kTremble, past_end_);
  return {start, end};
}

}  // namespace trainer::canvas
