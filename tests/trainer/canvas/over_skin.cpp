#include "tests/trainer/canvas/over_skin.h"

#include <cmath>

#include "engine/scalp/client.h"
#include "engine/scalp/head_surface.h"

namespace trainer::support {

using canvas::CanvasPoint;
using canvas::Eye;
using canvas::Vec2;

const engine::scalp::Canvas& pad() {
  static const engine::scalp::Canvas canvas{engine::scalp::Pad{}};
  return canvas;
}

const engine::scalp::Canvas& head() {
  static const auto canvas = engine::scalp::make_head_canvas({}).value();
  return canvas;
}

const Eye& fresh(const engine::scalp::Canvas& canvas) {
  static const Eye on_pad(pad()), on_head(head());
  return &canvas == &pad() ? on_pad : on_head;
}

Eye over(const engine::scalp::Canvas& canvas, CanvasPoint at, double points_per_mm) {
  Eye eye = fresh(canvas);
  eye.place(kPicture, kFree, 1.0);
  eye.look_at(at, points_per_mm, {});
  eye.jump();
  return eye;
}

double apart_px(ui::Point a, Vec2 b) {
  return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
}

Vec2 middle() {
  return {static_cast<double>(kFree.centre().x), static_cast<double>(kFree.centre().y)};
}

std::vector<Vec2> pixels() {
  std::vector<Vec2> all;
  for (double x = 0.1; x < 1.0; x += 0.2)
    for (double y = 0.1; y < 1.0; y += 0.2)
      all.push_back({static_cast<double>(kFree.x) + x * static_cast<double>(kFree.w),
                     static_cast<double>(kFree.y) + y * static_cast<double>(kFree.h)});
  return all;
}

}  // namespace trainer::support
