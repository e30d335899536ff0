// The loupe: what lies under the needle, enlarged in a corner of the picture.
#pragma once

#include <optional>

#include "trainer/canvas/lens.h"
#include "trainer/canvas/picture.h"
#include "trainer/ui/kit/ui.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::canvas {

// In the upper corner away from the hand; in the other one when the needle comes near. `pointer`: px of the
// window; nothing where it is not over the skin.
std::optional<ui::InkLoupe> loupe_at(Vec2 pointer, const Lens& lens, Picture& picture, const ui::Ui& ui,
                                     bool left_handed);

}  // namespace trainer::canvas
