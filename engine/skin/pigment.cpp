#include "engine/skin/pigment.h"

#include <algorithm>

namespace engine::skin {

scalp::Undertone undertone_of(std::string_view pigment, const PigmentTable& table) {
  const auto found = std::find_if(table.toned.begin(), table.toned.end(),
                                  [&](const Pigment& toned) { return toned.name == pigment; });
  return found == table.toned.end() ? scalp::Undertone::Neutral : found->undertone;
}

}  // namespace engine::skin
