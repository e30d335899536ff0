// A heat map over the work, made anew when the work has changed.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/moment.h"
#include "trainer/canvas/heat.h"

namespace trainer::canvas {

class MapLayer {
 public:
  // Not while a dot is being set: it comes when that has closed. `moment_us`: of a log that is played again,
  // where the work may change without a new dot. `pointer`: its value is named in a tag.
  void add_to(ui::CanvasInk& ink, const runner::Attempt& attempt, ui::Overlay map,
              engine::core::AttemptTime moment_us, const Lens& lens, std::optional<Vec2> pointer);

 private:
  struct Made {
    ui::Overlay map;
    std::size_t dots, undone;
    engine::core::AttemptTime moment_us;
    bool operator==(const Made&) const = default;
  };
  HeatMap heat_;
  std::optional<Made> made_of_;
};

}  // namespace trainer::canvas
