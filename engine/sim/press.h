// How deep a press goes, made in one place of calibration, machine, skin and time: for the dot that closes,
// for gauge and arc while it lasts, and for the skin that is shown before the needle comes down.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/moment.h"
#include "engine/sim/state.h"
#include "engine/skin/penetration.h"

namespace engine::sim {

// What lies under the needle: scarred skin has its own thickness and answers in its own way.
struct SkinHere {
  std::int32_t thickness_um = 0;
  skin::Response response;
};
SkinHere skin_here(const State& state, scalp::CanvasPoint at, const scalp::SurfacePoint& place);

// As the device that is calibrated so brings it, on taut healthy skin; pressure and time are still to be set.
skin::Press press_of(const Calibrated& calibration);
// Of the needle that makes this dot, in its skin.
skin::Press press_of(const Calibrated& calibration, const skin::Dot& dot);

// Where that leaves the pigment, permille of the local skin: by pressure where it was measured, else by time;
// no deeper than the needle hangs out.
std::int32_t delta_of(const Calibrated& calibration, const skin::Dot& dot);

// The dot that this strike opens: what is known of it before it has any depth. A dry needle's goes into the
// skin as it is; slack skin makes the others bounce.
skin::Dot touched(const State& state, const NeedleSample& strike, const scalp::SurfacePoint& place);

// The dot as deep as it is when the needle has been down for so long; returns `delta_of` it.
std::int32_t press_for(const Calibrated& calibration, core::Span dwell_us, skin::Dot& dot);

// Healthy skin like a practice pad's, for a needle that is nowhere.
scalp::SurfacePoint usual_skin();

// What the contact in progress leaves when the needle is lifted after so long; where it makes no dot (a dry
// needle, beside the canvas) the mark in the skin that lies under it, as a dot. Where pressure is measured
// the time means nothing. Nothing without a contact.
std::optional<skin::Dot> left_after(const State& state, core::Span dwell_us,
                                    const scalp::SurfacePoint& under = usual_skin());

// When a press without pressure has come so deep at least, by the band that is asked there, us after its
// beginning. Nothing where one of 2 s does not.
std::optional<core::Span> time_to(skin::DepthState depth, const skin::Band& asked,
                                  const Calibrated& calibration, const skin::Dot& dot);

// A dry needle that runs on deepens by time no further than this: to the deep edge of the band (judgement).
core::Span longest_dry_us(const Calibrated& calibration);

}  // namespace engine::sim
