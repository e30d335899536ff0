// Random numbers by name: a pure function of (seed, purpose, number), a counter-based hash. There is
// no generator state, so undo, order of calls and branching change nothing else.
#pragma once

#include <cstdint>
#include <string_view>

namespace engine::core {

using Seed = std::uint64_t;

std::uint64_t draw_bits(Seed seed, std::string_view purpose, std::uint64_t number);
double draw_unit(Seed seed, std::string_view purpose, std::uint64_t number);  // [0, 1), 53 bits
// Standard normal (mean 0, SD 1) by Box-Muller on exact_math; uses sub-draws of the same number.
double draw_normal(Seed seed, std::string_view purpose, std::uint64_t number);
// Uniform integer in [0, below), without modulo bias; below > 0.
std::uint64_t draw_below(Seed seed, std::string_view purpose, std::uint64_t number, std::uint64_t below);

}  // namespace engine::core
