#include "trainer/canvas/map_layer.h"

namespace trainer::canvas {

void MapLayer::add_to(ui::CanvasInk& ink, const runner::Attempt& attempt, ui::Overlay map,
                      engine::core::AttemptTime moment_us, const Lens& lens, std::optional<Vec2> pointer) {
  const Made now{map, attempt.skin.dots.size(), attempt.skin.undone.size(), moment_us};
  if (made_of_ != now && !attempt.skin.contact) {
    heat_ = make_heat(attempt, map);
    made_of_ = now;
  }
  add_heat(heat_, lens, pointer, ink);
}

}  // namespace trainer::canvas
