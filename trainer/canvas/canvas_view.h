// The skin in the window: eye, picture, tape, loupe and what the hand does to the view, with their own state.
// Screens place it, hand it what is theirs to hand on, and lay their ink over it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "engine/core/moment.h"
#include "engine/platform/input.h"
#include "trainer/assessment/site.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/hold.h"
#include "trainer/canvas/map_layer.h"
#include "trainer/canvas/picture.h"
#include "trainer/canvas/tape.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/skin/ink.h"

namespace trainer::canvas {

class CanvasView {
 public:
  // `picture` is shared by all views of the window and must outlive them; it shows this site from now on.
  CanvasView(std::shared_ptr<const assessment::Site> site, Picture& picture);

  [[nodiscard]] Eye& eye() { return eye_; }
  [[nodiscard]] const Eye& eye() const { return eye_; }
  [[nodiscard]] Picture& picture() const { return *picture_; }
  [[nodiscard]] const assessment::Site& site() const { return *site_; }
  // The picture shows this site again, after another view or another GL context.
  void show_again();
  engine::core::Result<void> restore();

  // The picture's rectangle, the part free of panels, px to a point; `cuts`: the eye does not fly.
  void place(const ui::Rect& picture, const ui::Rect& free, double scale, bool cuts);

  // ---- commands of the view
  [[nodiscard]] static bool knows(ui::Command command);
  void act(ui::Command command, bool down, int number, engine::core::SteadyTime t_us);

  // ---- the hand on the view; px of the window
  void press(const engine::platform::PointerPressed& e);  // begins a drag, or places the tape's end
  void move(const engine::platform::PointerSample& sample, bool over);
  void release() { drag_.reset(); }
  void wheel(double notches) { eye_.zoom(pointer_, zoom_of(notches)); }
  void let_go();  // all that is held down
  [[nodiscard]] bool dragging() const { return drag_.has_value(); }
  [[nodiscard]] engine::platform::DeviceId dragged_by() const { return dragged_by_; }
  [[nodiscard]] bool by_hand() const { return by_hand_; }  // the left button moves the picture
  [[nodiscard]] Vec2 pointer() const { return pointer_; }
  [[nodiscard]] bool over() const { return over_; }  // the pointer is over the canvas
  [[nodiscard]] Tape& tape() { return tape_; }
  [[nodiscard]] bool loupe() const { return loupe_.on(); }
  void flash(CanvasPoint at);  // a ring that goes by itself

  bool tick(engine::core::SteadyTime now_us);  // true while something moves by itself
  [[nodiscard]] bool moving() const;
  [[nodiscard]] engine::core::SteadyTime now_us() const { return now_us_; }

  // ---- drawing
  // The skin with these dots; `map`: in clay, with the map in the ink. `radius`: of the corners, points.
  void draw(ui::Ui& ui, const runner::Attempt& attempt, std::span<const engine::skin::Dot> beside, bool clay,
            float radius);
  // Tape, loupe, flash and scale bar. `left_handed`: the loupe keeps away from the hand.
  void add_to(ui::CanvasInk& ink, const ui::Ui& ui, bool left_handed);
  void add_map(ui::CanvasInk& ink, const runner::Attempt& attempt, ui::Overlay map,
               engine::core::AttemptTime moment_us = {});

 private:
  struct Flash {
    CanvasPoint at;
    engine::core::SteadyTime until_us;
  };
  static double zoom_of(double notches);
  void add_loupe(ui::CanvasInk& ink, const ui::Ui& ui, bool left_handed);

  std::shared_ptr<const assessment::Site> site_;
  Picture* picture_;
  Eye eye_;
  Tape tape_;
  MapLayer map_;
  HoldOrLatch loupe_, mirror_;
  std::optional<engine::platform::Button> drag_;
  engine::platform::DeviceId dragged_by_ = engine::platform::kSystemMouse;
  bool by_hand_ = false;
  Vec2 pointer_{-1.0};
  bool over_ = false;
  std::optional<Flash> flash_;
  engine::core::SteadyTime now_us_{};
};

}  // namespace trainer::canvas
