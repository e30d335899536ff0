// The measuring tape: millimetres along the skin between two places.
#pragma once

#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "trainer/canvas/lens.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::canvas {

// The straightest way over the skin, a point every two millimetres or closer; empty when a place lies off the
// canvas.
std::vector<CanvasPoint> along_the_skin(const engine::scalp::Canvas& canvas, CanvasPoint from,
                                        CanvasPoint to);
engine::core::Mm length(const engine::scalp::Canvas& canvas, const std::vector<CanvasPoint>& way);

class Tape {
 public:
  // First the beginning, then the end, then it is rolled up.
  void press(CanvasPoint at);
  void clear() { from_.reset(), to_.reset(); }
  [[nodiscard]] bool out() const { return from_.has_value(); }
  [[nodiscard]] bool loose() const { return out() && !to_; }  // its end is held
  // `pointer`: where the loose end is held.
  void add_to(ui::CanvasInk& ink, const engine::scalp::Canvas& canvas, const Lens& lens,
              std::optional<CanvasPoint> pointer) const;

 private:
  std::optional<CanvasPoint> from_, to_;
};

}  // namespace trainer::canvas
