#include "trainer/ui/kit/palette.h"

#include <algorithm>
#include <array>

namespace trainer::ui {

Colour diverging(double value) {
  struct Stop {
    double at;
    Colour colour;
  };
  constexpr std::array<Stop, 7> kStops = {{{-1.0, {0x1B, 0x4F, 0x8F}},
                                           {-0.6, {0x3F, 0x86, 0xC8}},
                                           {-0.25, {0x9C, 0xC4, 0xE8}},
                                           {0.0, {0xED, 0xE9, 0xE3}},
                                           {0.25, {0xF2, 0xC5, 0x95}},
                                           {0.6, {0xDB, 0x86, 0x2B}},
                                           {1.0, {0x8F, 0x45, 0x00}}}};
  value = std::clamp(value, -1.0, 1.0);
  for (std::size_t i = 1; i < kStops.size(); ++i)
    if (value <= kStops.at(i).at)
      return mix(kStops.at(i - 1).colour, kStops.at(i).colour,
                 (value - kStops.at(i - 1).at) / (kStops.at(i).at - kStops.at(i - 1).at));
  return kStops.back().colour;
}

}  // namespace trainer::ui
