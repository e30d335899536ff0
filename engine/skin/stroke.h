// The stroke that machines can be set to.
#pragma once

#include <cstdint>

namespace engine::skin {

// Way of the needle, up and down, um (docs/domain.md 2).
constexpr std::int32_t kLeastStrokeUm = 1500, kMostStrokeUm = 4500;

}  // namespace engine::skin
