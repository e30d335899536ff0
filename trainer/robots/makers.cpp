#include "trainer/robots/makers.h"

#include <algorithm>
#include <array>

namespace trainer::robots {

namespace {

constexpr double kNoviceSkill = 0.15;

constexpr std::array kMakers = {
    Maker{"expert", false, "Even, unordered work at the density asked, in the depth band", 1.0, nullptr,
          Grip::Skilled},
    Maker{"practitioner", false, "A hand of the skill given, from 0 (never held a needle) to 1 (expert)",
          std::nullopt, nullptr, Grip::Skilled},
    Maker{"novice", false, "A first week: patchy, doubled, unsteady in depth", kNoviceSkill, nullptr,
          Grip::Skilled, true},
    Maker{"grid", true, "A perfect square grid", 1.0, square_grid, Grip::Macro},
    Maker{"hex", true, "A perfect triangular grid", 1.0, hexagonal_grid, Grip::Macro},
    Maker{"rows", true, "Straight rows, random along them", 1.0, rows, Grip::Macro},
    Maker{"random", true, "Every dot anywhere, without looking at the others", 1.0, random_points,
          Grip::Macro},
    Maker{"one-dot", true, "A single dot", 1.0, one_dot, Grip::Macro},
    Maker{"idle", true, "No dot at all", 1.0, nothing, Grip::Macro},
    Maker{"spam", true, "Three times too many, as fast as a key repeats", 1.0, spam, Grip::Frantic},
    Maker{"copy-paste", true, "A small piece of good work, repeated", 1.0, copied_tile, Grip::Macro},
    Maker{"border-only", true, "The right number, all along the outline", 1.0, border_only, Grip::Macro},
    Maker{"density-only", true, "The right density everywhere, set in pairs", 1.0, density_only, Grip::Macro},
};

}  // namespace

std::span<const Maker> makers() {
  return kMakers;
}

const Maker* find_maker(std::string_view name) {
  const auto found =
      std::find_if(kMakers.begin(), kMakers.end(), [&](const Maker& m) { return m.name == name; });
  return found == kMakers.end() ? nullptr : &*found;
}

Hand hand_for(const Maker& maker, double skill, engine::core::Seed seed) {
  switch (maker.grip) {
    case Grip::Macro:
      return machine_hand();
    case Grip::Frantic:
      return frantic_hand();
    case Grip::Skilled:
      break;
  }
  return hand_of_skill(skill, seed);
}

}  // namespace trainer::robots
