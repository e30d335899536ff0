// A ring round a place that goes by itself: here something has changed.
#pragma once

#include <optional>

#include "engine/core/moment.h"
#include "trainer/canvas/lens.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::canvas {

class Flash {
 public:
  void show(CanvasPoint at, engine::core::SteadyTime now_us);
  void tick(engine::core::SteadyTime now_us);
  [[nodiscard]] bool on() const { return lit_.has_value(); }
  void add_to(ui::CanvasInk& ink, const Lens& lens, const ui::Ui& ui) const;

 private:
  struct Lit {
    CanvasPoint at;
    engine::core::SteadyTime until_us;
  };
  std::optional<Lit> lit_;
};

}  // namespace trainer::canvas
