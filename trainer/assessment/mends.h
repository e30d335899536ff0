// What made the depth of dots, and so what mends it.
#pragma once

#include <cstdint>
#include <span>

#include "trainer/assessment/assessment.h"

namespace trainer::assessment {

// Of more than half of the dots named; where none is named, of all that are not withdrawn.
Mends mends(std::span<const engine::skin::Dot> dots, std::span<const std::uint32_t> named);

}  // namespace trainer::assessment
