#include "trainer/app/pencil.h"

namespace trainer::app {

namespace {

constexpr double kStepMm = 1.0;

}  // namespace

bool Pencil::add(const engine::scalp::Canvas& canvas, engine::scalp::CanvasPoint at) {
  if (!points_.empty() && engine::scalp::chord(canvas, points_.back(), at).value < kStepMm) return false;
  points_.push_back(at);
  return true;
}

bool Pencil::take_back() {
  if (points_.empty()) return false;
  points_.pop_back();
  return true;
}

}  // namespace trainer::app
