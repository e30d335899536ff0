// Copied work: a tile of dots that was stamped again and again. Each disc of `naturalness` sees at most
// one and a half tiles, so the repeat has to be looked for over the whole field.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/scoring/field.h"

namespace engine::scoring {

struct Copy {
  double share = 0.0;   // of the dots sampled that have a twin at this displacement; chance gives 0.05
  Vec2 shift{0.0};      // mm, 3 to 25 d_ref long
  Vec2 at{0.0};         // a dot that has such a twin
  std::vector<std::uint32_t> dots;  // with a twin, at most 400
};

// The displacement that maps most of the field's dots upon other dots, within 0.12 d_ref. Share 0 where
// fewer than 40 dots can be compared.
Copy strongest_copy(const Field& field);

}  // namespace engine::scoring
