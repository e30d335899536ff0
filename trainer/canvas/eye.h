// Where one looks from: the lens over the canvas, and how it comes from one place to another.
#pragma once

#include <optional>
#include <string>

#include "engine/core/moment.h"
#include "trainer/canvas/eye_moves.h"
#include "trainer/canvas/flight.h"
#include "trainer/canvas/lens.h"

namespace trainer::canvas {

class Eye {
 public:
  // `canvas` must outlive the eye.
  explicit Eye(const engine::scalp::Canvas& canvas) : lens_(canvas) {}

  // The picture's rectangle and the part of it that is free of panels; px. `scale`: px to a point.
  void place(const ui::Rect& picture, const ui::Rect& free, double scale) {
    lens_.place(picture, free, scale);
  }
  [[nodiscard]] const Lens& lens() const { return lens_; }
  [[nodiscard]] EyeMoves moves() { return {lens_, flight_}; }

  // ---- flights; the poses say where they end
  // Square to the skin at the point, at so many points per mm (never beyond the camera's limits).
  void look_at(CanvasPoint p, double points_per_mm, engine::core::SteadyTime now_us);
  void fit(CanvasPoint low, CanvasPoint high, engine::core::SteadyTime now_us);  // a part of a pad
  void look_from_afar(CanvasPoint p, double points_per_mm, engine::core::SteadyTime now_us);
  void whole(engine::core::SteadyTime now_us);
  void whole_or_back(engine::core::SteadyTime now_us);    // V: the whole, and back to the same place
  void stand(int view, engine::core::SteadyTime now_us);  // 0 front .. 4 back

  // Advances a flight; true while it lasts.
  bool fly(engine::core::SteadyTime now_us);
  [[nodiscard]] bool flying() const { return flight_.on(); }
  void set_cuts(bool cuts) { cuts_ = cuts; }  // reduced motion: at the goal at once
  void jump();                                // ends a flight at its goal

  [[nodiscard]] std::string words() const;  // to be remembered; `recall` takes it back
  bool recall(const std::string& words);

 private:
  void fly_to(const Camera& goal, engine::core::SteadyTime now_us);

  Lens lens_;
  Flight flight_;
  std::optional<Camera> before_whole_;
  bool cuts_ = false;
};

}  // namespace trainer::canvas
