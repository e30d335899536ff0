// The follicular units that still grow on a canvas: one source for the picture, the score and the robots.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/core/draw.h"
#include "engine/scalp/canvas.h"
#include "engine/scalp/client.h"

namespace engine::scalp {

struct FollicularUnit {
  CanvasPoint at;
  std::uint8_t hairs = 1;    // 1 to 4
  std::uint64_t number = 0;  // the same whichever box was asked for: names its draws
};

// Units per cm^2 at a place; more than kDensestHair counts as that.
using UnitDensity = std::function<double(const Vec3&)>;
constexpr double kDensestHair = 100.0;  // (docs/domain.md 3.1: 60 to 100 on heads without loss)

struct AddressBox {
  CanvasPoint low, high;
};
AddressBox whole(const Canvas& canvas);

// What grows in the box, low side included, high side not. Irregular and even, as on a scalp: up to kFullHair
// never nearer than 0.85 mm to each other (random sequential addition, in rounds), denser hair between them
// never nearer than 0.59; loss takes units here and there. A pure function of seed and place: a unit is
// there, or not, whichever box is asked for.
std::vector<FollicularUnit> follicular_units(const Canvas& canvas, core::Seed seed,
                                             const UnitDensity& per_cm2, const AddressBox& box);

UnitDensity growth_of(const Pad& pad);
UnitDensity growth_of(const Client& client);

}  // namespace engine::scalp
