// The machine in the hand, the cup beside it, and the hand that stretches the skin. All in integers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/skin/needle.h"
#include "engine/skin/pigment.h"

namespace engine::skin {

struct Machine {
  Needle needle;
  std::int32_t rate_mhz = 100'000;  // strikes per 1000 s: 100 Hz = 100'000; 0 = hand tool; at most 200'000
  std::int32_t set_um = 1800;       // needle set-out (not the deposit depth), 500..3500
  std::string pigment = "grey";     // 1..32 characters
  std::int32_t dilution_milli = 14'000;  // parts of water to one of pigment x 1000, 0..40'000
  std::int32_t stretch_permille = 1000;  // 1000 = drum-tight, 0 = slack
  std::int32_t stroke_um = 3000;         // way of the needle, up and down, 1500..4500
  bool dry = false;                      // no pigment: the needle only works the skin (needling of scars)
  bool operator==(const Machine&) const = default;
};

// What is usual (docs/domain.md 2): needles hang out 1.5 to 2 mm, strokes are 2.5 to 3.5 mm, 100 to 150
// strikes a second.
constexpr std::int32_t kUsualSetLow = 1500, kUsualSetHigh = 2000;
constexpr std::int32_t kUsualStrokeLow = 2500, kUsualStrokeHigh = 3500;
constexpr std::int32_t kUsualRateLow = 100'000, kUsualRateHigh = 150'000;

// Voltage and rate are one knob: a motor of this kind turns in proportion to its voltage, 16.67 strikes a
// second for each volt, so that 6 to 8.5 V (docs/domain.md 2.2) give 100 to 142 Hz (judgement:
// chosen to meet both ranges). A hand tool has 0 V. Rounded to the nearest mV and mHz.
std::int32_t voltage_mv(std::int32_t rate_mhz);
std::int32_t rate_mhz_of(std::int32_t voltage_mv);

// How deep the point can come, um: the guide rests on the skin, so the needle reaches what it hangs out less
// what the skin gives way, 0.35 mm taut and 1.0 mm slack; it never reaches farther than its stroke. A needle
// that reaches less than the shallow edge of the band cannot place a lasting dot, however hard one presses.
// (Judgement; that the set-out exceeds the deposit by the dent of the skin is our own reading of
// docs/domain.md 1.2.)
std::int32_t reach_um(const Machine& machine);
// The set-out that is needed to reach so deep, other things as they are; 0.05 mm steps, at most 3500.
std::int32_t set_um_for(const Machine& machine, std::int32_t depth_um);

// Below it the skin counts as slack, permille; from it on it is taut enough to ripple (judgement).
constexpr std::int32_t kSlack = 500;
// Slack skin follows the needle: a mark is drawn out by up to 0.12 mm (judgement).
std::int32_t slack_drag_um(std::int32_t stretch_permille);
// And bounces: the same push goes up to a fifth more or less deep, `share` from -1000 to 1000 says how much
// this time (judgement; direction: docs/domain.md 2.2). Permille of the depth; 1000 on taut skin.
std::int32_t bounce_permille(std::int32_t stretch_permille, std::int32_t share);

// Diameter in permille for the machine: a stroke longer than 3 mm hits harder, up to 60 more at 4.5 mm; above
// 150 Hz the skin is overworked, up to 100 more at 200 Hz (judgement).
std::int32_t machine_spread_permille(const Machine& machine);
// Pigment that one strike brings, permille of the usual 1.2 mm of retraction (stroke less set-out): a needle
// that never goes back into its tip takes up little, 500; 2 mm and more 1150 (judgement).
std::int32_t machine_load_permille(const Machine& machine);

// The mix by parts: parts of water over parts of pigment, x 1000, rounded; clipped to what a machine takes.
// Both > 0 except water.
std::int32_t dilution_of_parts(std::int32_t water, std::int32_t pigment);

}  // namespace engine::skin
