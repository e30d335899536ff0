// How scars and burns take the needle and the pigment, compared with healthy skin.
#pragma once

#include <cstdint>

#include "engine/scalp/canvas.h"

namespace engine::skin {

// All in permille of healthy skin.
struct Response {
  std::int32_t thickness = 1000;  // of epidermis and dermis
  std::int32_t depth = 1000;      // reached by the same push
  std::int32_t spread = 1000;     // diameter of the healed dot
  std::int32_t kept = 1000;       // pigment that stays when the skin has healed
};

// Directions and most numbers: docs/domain.md 1.3 (flat scars keep 0.8; raised ones are denser, 0.75 of
// the depth; sunken ones are thin and leak, 1.4 of the spread; burns keep 0.5 to 0.7 and differ from cell to
// cell). The rest is judgement: flat scars are a little tough, sunken skin has 0.75 of its thickness, burns
// let the needle in between 0.65 and 1.05. The place names the cell of a burn (2 mm in the address space), so
// the same place always answers alike.
Response response_of(scalp::TissueKind tissue, scalp::CanvasPoint at);

// How far needled scar tissue has gone on its way to healthy skin, permille: nothing for two weeks, while it
// is a wound, then rising to half of the way after six weeks (docs/domain.md 5: wait six to eight weeks; that
// it relaxes is sourced, how far is judgement). Several passes relax it no further.
std::int32_t relaxation_permille(std::int64_t days);
// That far on the way to healthy skin.
Response relaxed(Response response, std::int32_t permille);

}  // namespace engine::skin
