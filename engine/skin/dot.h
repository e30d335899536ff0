// The mark in the skin. Integers throughout, so that record, replay and score read the same numbers.
#pragma once

#include <cstdint>

#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/client.h"
#include "engine/skin/needle.h"

namespace engine::skin {

enum class DepthState { Epidermal, Shallow, Target, Deep, Blowout };
enum class DepthSource { Measured, Simulated, Unknown };  // pen pressure; press time; no timed press

struct Dot {
  std::uint32_t number = 0;       // order of opening, from 0, never reused
  core::AttemptTime t_us{};       // first strike
  core::AttemptTime closed_us{};  // when the contact (or the dot within it) ended
  scalp::CanvasPoint at;          // of the first strike
  std::uint16_t pressure = 0;     // largest of its strikes, 1/8192; 0 when simulated
  core::Span dwell_us{};          // press up minus down
  std::int32_t deposit_depth_um = 0;
  std::int32_t thickness_um = 0;  // local skin thickness
  std::int32_t diameter_um = 0;   // healed, at four weeks
  std::int16_t angle_ddeg = 900;  // needle to skin, 0.1 degrees; 900 = square to it
  std::int32_t smear_um = 0;      // spread of its strikes; dragged from 150 on
  std::uint16_t treatment_session = 1;
  DepthSource depth_source = DepthSource::Simulated;
  std::int32_t pigment_permille = 1000;  // optical load relative to undiluted, from dilution and strikes
  std::int32_t dilution_milli = 14'000;  // parts of water to one of pigment x 1000, in the cup
  bool withdrawn = false;                // taken back by undo
  bool angle_measured = false;           // a pen with tilt
  // What it was made with, to explain it: how deep the needle could come (machine.h), how taut the skin was.
  Needle needle;
  std::int32_t reach_um = 1450;
  std::int32_t stretch_permille = 1000;
  scalp::Undertone undertone = scalp::Undertone::Neutral;  // of the pigment
  // Of the skin it lies in, permille of healthy skin (response.h); slack skin bounces, oily skin spreads too
  // (healing.h).
  std::int32_t skin_depth = 1000, skin_spread = 1000, skin_kept = 1000;

  bool operator==(const Dot&) const = default;
};

// delta = deposit depth / local skin thickness (docs/domain.md 1.2), the depth that is judged.
constexpr double delta(const Dot& dot) {
  return dot.thickness_um > 0 ? static_cast<double>(dot.deposit_depth_um) / dot.thickness_um : 0.0;
}
// Where one state of depth ends and the next begins, permille of the local skin thickness
// (docs/domain.md 1.2). The band is the usual one: what is asked at a place a lesson's target says.
constexpr std::int32_t kInSkin = 80, kBandStart = 380, kBandEnd = 720, kThroughSkin = 950;
constexpr std::int32_t kBandMiddle = 550;  // where a hand aims, and what calibrations go by
// Gauges and charts show depths from 0 to here.
constexpr core::Mm kDeepestShown{1.5};
// What is asked of a dot, both ends included.
struct Band {
  double low = 0.0, high = 1.0;
  bool operator==(const Band&) const = default;
};
constexpr Band kDepthBand{kBandStart / 1000.0, kBandEnd / 1000.0};  // delta, where a target asks for no other
// Of a delta, told by the band that is asked where the dot lies (trainer/assessment/site.h: depth_band_at),
// compared as the score compares it. Through the skin is too deep whatever is asked.
DepthState depth_state(double delta, const Band& asked);
DepthState depth_state(const Dot& dot, const Band& asked);
bool is_through_skin(const Dot& dot);

}  // namespace engine::skin
