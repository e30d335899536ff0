// What needles and pigments do and how skin heals, as data: numbers that change a score and no algorithm. The
// defaults are those of assets/; a record carries its own, so that it is folded and scored with them.
#pragma once

#include "engine/skin/healing.h"
#include "engine/skin/needle.h"
#include "engine/skin/pigment.h"

namespace engine::skin {

struct Equipment {
  HealingTable healing;
  PigmentTable pigments;
  NeedleTable needles;
  bool operator==(const Equipment&) const = default;
};

}  // namespace engine::skin
