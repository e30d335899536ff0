// A hairline being drawn: points that the hand has left, not yet handed over.
#pragma once

#include <vector>

#include "engine/scalp/canvas.h"

namespace trainer::app {

class Pencil {
 public:
  // A drag leaves a point every millimetre; nearer ones are the same point.
  bool add(const engine::scalp::Canvas& canvas, engine::scalp::CanvasPoint at);
  bool take_back();  // the last point; false: there is none
  void clear() { points_.clear(); }
  [[nodiscard]] const std::vector<engine::scalp::CanvasPoint>& points() const { return points_; }
  [[nodiscard]] bool is_line() const { return points_.size() >= 2; }

 private:
  std::vector<engine::scalp::CanvasPoint> points_;
};

}  // namespace trainer::app
