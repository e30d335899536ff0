// From a press to pigment in the skin. Everything in integers; depth as delta in permille of the local
// skin thickness, so that one table serves every zone.
#pragma once

#include <cstdint>

#include "engine/core/moment.h"
#include "engine/skin/machine.h"

namespace engine::skin {

// What the hand and the calibration of its device bring to a press.
struct Press {
  std::uint16_t pressure = 0;             // 1/8192, largest of the strikes
  std::uint16_t minimum_pressure = 0;     // below it the tip does not touch
  std::uint16_t maximum_pressure = 8192;  // from here on the press is a full one
  std::int32_t gamma_permille = 800;      // depth ~ pressure^gamma (docs/domain.md 2.4)
  std::int32_t press_time_permille = 1000;
  std::int32_t offset_permille = 0;  // of skin thickness
  core::Span dwell_us{};
  std::int16_t angle_ddeg = 900;  // needle to skin; depth goes with its sine
  std::int32_t stretch_permille = 1000;
  // depth that this skin gives for the push that does in healthy skin (response.h)
  std::int32_t skin_permille = 1000;
};

// Deeper than 1300 permille there is no skin left.
constexpr std::int32_t kDeepest = 1300;

// Pen: 0.45 of full pressure lies at 550 permille on taut skin held upright, 0.28 and 0.63 at the edges of
// the band, full pressure blows out (judgement; direction: pressure decides depth, docs/domain.md 1.2).
// Another curve bends the way there: full pressure and none stay as deep as they are.
std::int32_t delta_from_pressure(const Press& press);

// Mouse, key, finger: 30 / 60 / 150 / 260 / 400 ms = 80 / 380 / 550 / 720 / 950 permille, linear between
// (docs/design.md 2). On slack skin less, as with a pen.
std::int32_t delta_from_press_time(const Press& press);

// The curve with which this share of the way from the least to the full pressure, in permille, lies at 550
// permille on taut skin held upright; clipped to kLeastGamma..kMostGamma. pressing at 0.08 and 0.81 of the
// way (judgement)
constexpr std::int32_t kLeastGamma = 250, kMostGamma = 3000;
std::int32_t gamma_for_centre(std::int32_t share_permille);

// The pressure (1/8192) that gives this delta, other things as in `press`; clipped to full pressure.
std::uint16_t pressure_for_delta(std::int32_t delta_permille, Press press);

// Healed diameter in um. Grows with depth (crisp in band, 1.3-1.8 x deep, 2-4 x blown out: docs/domain.md
// 1.2), with the points and the taper of the needle (needle.h), with a low angle (1 / sine) and with smear.
std::int32_t healed_diameter_um(const Needle& needle, std::int32_t delta_permille, std::int16_t angle_ddeg,
                                std::int32_t smear_um, const NeedleTable& needles = {});

// Optical load in permille of a well-fed dot at 14:1: thinner pigment is lighter, more strikes feed more,
// saturating (judgement); taper, stroke and set-out: needle.h, machine.h.
std::int32_t pigment_load_permille(const Machine& machine, std::int64_t strikes,
                                   const NeedleTable& needles = {});

}  // namespace engine::skin
