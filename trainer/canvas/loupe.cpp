#include "trainer/canvas/loupe.h"

#include <algorithm>
#include <cmath>

#include "trainer/canvas/poses.h"

namespace trainer::canvas {

namespace {

constexpr double kLoupeTimes = 3.0;

}  // namespace

std::optional<ui::InkLoupe> loupe_at(Vec2 pointer, const Lens& lens, Picture& picture, const ui::Ui& ui,
                                     bool left_handed) {
  const auto camera = magnified(lens, pointer, kLoupeTimes);
  if (!camera) return std::nullopt;
  const float radius = ui.px(110), edge = ui.px(8);
  const int side = std::max(2, static_cast<int>(std::lround(2 * radius)));
  const auto drawn = picture.draw_loupe(*camera, {side, side});
  const ui::Rect free = lens.free();
  const float left = free.x + radius + edge, right = free.right() - radius - edge, y = free.y + radius + edge;
  const bool near_top = pointer.y < y + 2 * radius;
  bool on_right = left_handed;
  if (near_top && std::fabs(pointer.x - (on_right ? right : left)) < 2 * radius) on_right = !on_right;
  return ui::InkLoupe{
      {on_right ? right : left, y}, radius, drawn.texture, static_cast<float>(camera->px_per_mm)};
}

}  // namespace trainer::canvas
