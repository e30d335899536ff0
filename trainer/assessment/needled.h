// How much of the scars a dry needle has worked, counted place by place.
#pragma once

#include <span>

#include "engine/skin/dry_mark.h"
#include "trainer/assessment/site.h"

namespace trainer::assessment {

constexpr double kNeedledEnough = 0.95;  // share of the scar: nobody is asked to go on (judgement)

struct Needled {
  // outside: farther than a mark reaches from every scar
  std::size_t marks = 0, too_shallow = 0, too_deep = 0, outside = 0;
  std::size_t places = 0, worked = 0;  // of the scars
  [[nodiscard]] double share() const {
    return places > 0 ? static_cast<double>(worked) / static_cast<double>(places) : 0.0;
  }
  [[nodiscard]] bool enough() const { return share() >= kNeedledEnough; }
};

// A place is worked when a mark of the right depth (dry_mark.h) lies within its reach.
Needled count_needled(const Site& site, std::span<const engine::skin::DryMark> marks);

}  // namespace trainer::assessment
