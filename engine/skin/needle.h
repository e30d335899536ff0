// The machine in the hand. Values and ranges: domain, equipment.
#pragma once

#include <cstdint>
#include <string>

#include "engine/core/result.h"

namespace engine::skin {

struct Needle {
  int points = 1;             // 1RL, 3RL, ...: needles soldered round, 1..9
  std::int32_t diameter_um = 250;  // of one needle, 180..350
  bool operator==(const Needle&) const = default;
};

// "1RL-0.25"
std::string to_string(const Needle& needle);
core::Result<Needle> parse_needle(const std::string& text);

struct Machine {
  Needle needle;
  std::int32_t rate_mhz = 100'000;  // strikes per 1000 s: 100 Hz = 100'000; 0 = hand tool; at most 200'000
  std::int32_t set_um = 1800;       // needle set-out (not the deposit depth), 500..3500
  std::string pigment = "grey";     // 1..32 characters
  std::int32_t dilution_milli = 14'000;  // parts of water to one of pigment x 1000, 0..40'000
  std::int32_t stretch_permille = 1000;  // 1000 = drum-tight, 0 = slack
  bool operator==(const Machine&) const = default;
};

}  // namespace engine::skin
