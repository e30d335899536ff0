// Where one looks from: the camera over the canvas, how the hand moves it, and its flights.
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "engine/platform/input.h"
#include "engine/render/camera.h"
#include "engine/scalp/canvas.h"
#include "engine/sim/sample.h"
#include "trainer/ui/kit/layout.h"

namespace engine::scalp {
class HeadPicker;
}

namespace trainer::canvas {

using engine::geometry::Vec2;
using engine::geometry::Vec3;
using engine::render::Camera;
using engine::scalp::CanvasPoint;

class Eye {
 public:
  // `canvas` must outlive the eye.
  explicit Eye(const engine::scalp::Canvas& canvas);

  // The picture's rectangle and the part of it that is free of panels; px. `scale`: px to a point.
  void place(const ui::Rect& picture, const ui::Rect& free, double scale);
  [[nodiscard]] const ui::Rect& picture() const { return picture_; }
  [[nodiscard]] const ui::Rect& free() const { return free_; }
  [[nodiscard]] const Camera& camera() const { return camera_; }
  [[nodiscard]] engine::render::Viewport viewport() const;
  [[nodiscard]] bool head() const { return canvas_->pad() == nullptr; }

  // Window pixels <-> skin.
  [[nodiscard]] std::optional<CanvasPoint> pick(Vec2 window_px) const;
  [[nodiscard]] std::optional<ui::Point> project(CanvasPoint p) const;  // nothing on the far side of a head
  [[nodiscard]] double points_per_mm() const;                           // at the middle of the free part
  [[nodiscard]] double px_per_mm_at(CanvasPoint p) const;

  // How a pen stands on the skin there, whose tilt on the tablet is so many degrees to the right and
  // downwards of upright: an upright pen points at the picture, and the skin may lie askew to that.
  [[nodiscard]] engine::sim::Tilt tilt_on_skin(CanvasPoint p, Vec2 tilt_deg) const;

  // ---- moves
  void zoom(Vec2 window_px, double factor);
  void drag(Vec2 from_px, Vec2 to_px, engine::platform::Button button, bool roll);
  void nudge(Vec2 points);                                            // moves the picture
  void turn(engine::core::Radians yaw, engine::core::Radians pitch);  // about the middle of the free part
  void roll(double degrees);
  void turn_light(double degrees);  // the lamp goes round the line of sight
  void square();
  void set_mirror(bool on);
  // Square to the skin at the point, at so many points per mm (never beyond the camera's limits).
  void look_at(CanvasPoint p, double points_per_mm, engine::core::SteadyTime now_us);
  void fit(CanvasPoint low, CanvasPoint high, engine::core::SteadyTime now_us);  // a part of a pad
  // As somebody sees it who stands that far away: all of a head, smaller where the window has no room for
  // that scale.
  void look_from_afar(CanvasPoint p, double points_per_mm, engine::core::SteadyTime now_us);
  void whole(engine::core::SteadyTime now_us);
  void whole_or_back(engine::core::SteadyTime now_us);    // V: the whole, and back to the same place
  void stand(int view, engine::core::SteadyTime now_us);  // 0 front .. 4 back

  // Advances a flight (400 ms, ease in-out); true while it lasts.
  bool fly(engine::core::SteadyTime now_us);
  [[nodiscard]] bool flying() const { return flight_.has_value(); }
  void set_cuts(bool cuts) { cuts_ = cuts; }  // reduced motion: at the goal at once
  void jump();                                // ends a flight at its goal
  // A camera with the skin under the window pixel in its middle, so many times nearer; nothing off the skin.
  [[nodiscard]] std::optional<Camera> magnified(Vec2 window_px, double factor) const;
  [[nodiscard]] Camera aim(CanvasPoint p, double points_per_mm) const;

  [[nodiscard]] std::string words() const;  // to be remembered; `recall` takes it back
  bool recall(const std::string& words);

 private:
  struct Flight {
    Camera from, to;
    engine::core::SteadyTime start_us;
  };
  void start_flight(const Camera& to, engine::core::SteadyTime now_us);
  [[nodiscard]] Vec2 local(Vec2 window_px) const;
  [[nodiscard]] Camera centred(Camera camera) const;  // its target in the middle of the free part
  [[nodiscard]] std::optional<Vec3> surface(Vec2 window_px) const;

  [[nodiscard]] Camera off_the_head(const Camera& camera) const;  // drawn back until outside it

  const engine::scalp::Canvas* canvas_;
  // Of a head; shared by copies of the eye. In the making for a moment: who picks waits for it.
  std::shared_future<std::shared_ptr<const engine::scalp::HeadPicker>> picker_;
  Camera camera_;
  std::optional<Camera> before_whole_;
  std::optional<Flight> flight_;
  ui::Rect picture_, free_;
  double scale_ = 1.0;
  bool cuts_ = false;
};

}  // namespace trainer::canvas
