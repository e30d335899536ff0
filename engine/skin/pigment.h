// What is in the cup beside the machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scalp/client.h"

namespace engine::skin {

struct Pigment {
  std::string name;  // 1..32 characters
  scalp::Undertone undertone = scalp::Undertone::Neutral;
  bool operator==(const Pigment&) const = default;
};

// Greys that come with an undertone; other names ("grey", a brand) are neutral. Undertone is judged by the
// eye, as skin type is (docs/domain.md 1.4).
struct PigmentTable {
  std::vector<Pigment> toned = {{"cool grey", scalp::Undertone::Cool},
                                {"neutral grey", scalp::Undertone::Neutral},
                                {"warm grey", scalp::Undertone::Warm}};
  bool operator==(const PigmentTable&) const = default;
};

scalp::Undertone undertone_of(std::string_view pigment, const PigmentTable& table = {});

}  // namespace engine::skin
