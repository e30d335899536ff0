// Fields behind a straight hairline, worked with the density of one's choice.
#pragma once

#include <cmath>

#include "engine/core/draw.h"
#include "engine/scoring/field.h"

namespace fronts {

using namespace engine::scoring;
using engine::core::draw_unit;
using engine::core::Seed;

constexpr double kWide = 60.0, kDeep = 25.0, kPlateau = 0.9;

// Asks for 30, 60, 85 and 100 % behind the line y = 0.
inline Field soft_front() {
  Field field;
  field.region = Region::rectangle({0, 0}, {kWide, kDeep});
  field.target.plateau_per_mm2 = kPlateau;
  field.target.line = {{-10, 0}, {kWide + 10, 0}};
  field.target.steps = {
      {engine::core::Mm{5}, 0.30}, {engine::core::Mm{10}, 0.60}, {engine::core::Mm{15}, 0.85}};
  return field;
}

// Fills the field with dots of the density that `made` asks for, none nearer to another than 0.7 of its
// distance.
inline void work(Field& field, const TargetDensity& made, Seed seed, double from_y = 0.0) {
  double count = 0.0;
  for (double y = from_y + 0.05; y < kDeep; y += 0.1)
    for (double x = 0.5; x < kWide; x += 1.0) count += 0.1 * made.at({x, y});
  for (std::uint64_t i = 0; static_cast<double>(field.dots.size()) < count && i < 400'000; ++i) {
    const Vec2 p{kWide * draw_unit(seed, "x", i), from_y + (kDeep - from_y) * draw_unit(seed, "y", i)};
    const double density = made.at(p);
    if (draw_unit(seed, "keep", i) * kPlateau >= density) continue;
    const double room = 0.7 / std::sqrt(density);
    bool free = true;
    for (const FieldDot& dot : field.dots) free = free && glm::length(dot.at - p) >= room;
    if (free) field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = p});
  }
}

inline Field worked(const TargetDensity& made, Seed seed) {
  Field field = soft_front();
  work(field, made, seed);
  return field;
}

}  // namespace fronts
