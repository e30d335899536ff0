#include "engine/core/draw.h"

#include <cmath>

#include "engine/core/check.h"
#include "engine/core/exact_math.h"
#include "engine/core/units.h"

namespace engine::core {

namespace {

// Finaliser of SplitMix64 (Steele, Lea, Flood 2014; constants by D. Stafford): full avalanche.
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15ULL;

// FNV-1a, then mixed: purposes that differ in one letter give unrelated streams.
constexpr std::uint64_t purpose_hash(std::string_view purpose) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : purpose) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(h);
}

constexpr std::uint64_t bits(Seed seed, std::uint64_t purpose, std::uint64_t number, std::uint64_t again) {
  std::uint64_t x = mix(seed + kGolden);
  x = mix(x ^ purpose);
  x = mix(x + kGolden * (number + 1));
  return again == 0 ? x : mix(x + kGolden * again);
}

double unit(std::uint64_t b) {
  return static_cast<double>(b >> 11) * 0x1.0p-53;
}

}  // namespace

std::uint64_t draw_bits(Seed seed, std::string_view purpose, std::uint64_t number) {
  return bits(seed, purpose_hash(purpose), number, 0);
}

double draw_unit(Seed seed, std::string_view purpose, std::uint64_t number) {
  return unit(draw_bits(seed, purpose, number));
}

double draw_normal(Seed seed, std::string_view purpose, std::uint64_t number) {
  const std::uint64_t hash = purpose_hash(purpose);
  const double radius = std::sqrt(-2.0 * exact::log(1.0 - unit(bits(seed, hash, number, 1))));
  return radius * exact::cos(2.0 * kPi * unit(bits(seed, hash, number, 2)));
}

std::uint64_t draw_below(Seed seed, std::string_view purpose, std::uint64_t number, std::uint64_t below) {
  ENGINE_CHECK(below > 0);
  const std::uint64_t hash = purpose_hash(purpose);
  const std::uint64_t accepted = ~std::uint64_t{0} - ~std::uint64_t{0} % below;  // largest multiple
  for (std::uint64_t again = 0;; ++again) {
    const std::uint64_t b = bits(seed, hash, number, again);
    if (b < accepted) return b % below;
  }
}

}  // namespace engine::core
