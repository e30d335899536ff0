// The needle in the machine: a cartridge. Values and ranges: docs/domain.md 2.1. Changing it is a deliberate
// act and an event of its own (sim::MachineChanged). A used cartridge does not dull here: nothing citable
// says how fast it would.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/result.h"

namespace engine::skin {

// How long the point is ground: long 5.5 mm (crisp, less ink), medium 3.5 mm (docs/domain.md 2.1); short is a
// judgement.
enum class Taper : std::uint8_t { Long, Medium, Short };

struct Needle {
  int points = 1;                  // 1RL, 2RL, 3RL, 5RL, ...: needles soldered round, 1..9
  std::int32_t diameter_um = 250;  // of one needle, 180..350
  Taper taper = Taper::Medium;
  bool operator==(const Needle&) const = default;
};

// "1RL-0.25"; a long or short taper as a suffix, "1RL-0.25LT" and "1RL-0.25ST". A medium one is not written.
std::string to_string(const Needle& needle);
core::Result<Needle> parse_needle(const std::string& text);

// What points and taper do, in permille of one needle with a medium taper.
struct NeedleTable {
  std::int32_t point_spread = 150;                      // each further point widens the healed dot by so much
  std::int32_t long_spread = 920, short_spread = 1080;  // healed diameter (judgement; docs/domain.md 2.1)
  std::int32_t long_load = 800, short_load = 1150;      // pigment that one strike brings (likewise)
  bool operator==(const NeedleTable&) const = default;
};

// Healed diameter of a dot in the middle of the band, in permille of one with 1RL of the same diameter and a
// medium taper.
std::int32_t needle_spread_permille(const Needle& needle, const NeedleTable& table = {});
// Pigment that one strike brings, in permille of a medium taper.
std::int32_t needle_load_permille(const Needle& needle, const NeedleTable& table = {});

}  // namespace engine::skin
