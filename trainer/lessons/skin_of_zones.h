// What skin the zones of a lesson lie on: scars to treat, and places that no needle may touch.
#pragma once

#include <string>
#include <vector>

#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

// Whether the zone is a scar or a burn that may be treated.
bool is_scarred(const Lesson& lesson, const std::string& zone);
// Ids of the zones that no needle may touch: those the lesson names, and those of keloids and moles.
std::vector<std::string> forbidden_zones(const Lesson& lesson);

}  // namespace trainer::lessons
