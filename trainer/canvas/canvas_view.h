// The skin in the window: eye, picture, tape, loupe and the hand on the view, put together. Screens place it,
// hand it what is theirs to hand on, and lay their ink over it.
#pragma once

#include <memory>
#include <span>

#include "engine/core/moment.h"
#include "trainer/assessment/site.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/flash.h"
#include "trainer/canvas/hand_on_view.h"
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
  CanvasView(const CanvasView&) = delete;  // its hand holds its eye
  CanvasView& operator=(const CanvasView&) = delete;

  [[nodiscard]] const assessment::Site& site() const { return *site_; }
  [[nodiscard]] Picture& picture() const { return *picture_; }
  [[nodiscard]] Eye& eye() { return eye_; }
  [[nodiscard]] const Lens& lens() const { return eye_.lens(); }
  [[nodiscard]] HandOnView& hand() { return hand_; }
  [[nodiscard]] const HandOnView& hand() const { return hand_; }
  [[nodiscard]] Tape& tape() { return tape_; }

  // The picture shows this site again, after another view or another GL context.
  void show_again();
  engine::core::Result<void> restore();
  // The picture's rectangle, the part free of panels, px to a point; `cuts`: the eye does not fly.
  void place(const ui::Rect& picture, const ui::Rect& free, double scale, bool cuts);

  // ---- commands of the view
  [[nodiscard]] static bool knows(ui::Command command);
  void act(ui::Command command, bool down, int number, engine::core::SteadyTime t_us);
  void let_go();  // all that is held down
  [[nodiscard]] bool loupe() const { return loupe_.on(); }
  void flash(CanvasPoint at) { flash_.show(at, now_us_); }

  bool tick(engine::core::SteadyTime now_us);  // true while something moves by itself
  [[nodiscard]] bool moving() const;
  [[nodiscard]] engine::core::SteadyTime now_us() const { return now_us_; }

  // ---- drawing
  // The skin with these dots; `clay`: grey, under a map in the ink. `radius`: of the corners, points.
  void draw(ui::Ui& ui, const runner::Attempt& attempt, std::span<const engine::skin::Dot> beside, bool clay,
            float radius);
  // Tape, loupe, flash and scale bar. `left_handed`: the loupe keeps away from the hand.
  void add_to(ui::CanvasInk& ink, const ui::Ui& ui, bool left_handed);
  void add_map(ui::CanvasInk& ink, const runner::Attempt& attempt, ui::Overlay map,
               engine::core::AttemptTime moment_us = {});

 private:
  void set_mirror();

  std::shared_ptr<const assessment::Site> site_;
  Picture* picture_;
  Eye eye_;
  Tape tape_;
  HandOnView hand_{eye_, tape_};
  MapLayer map_;
  HoldOrLatch loupe_, mirror_;
  Flash flash_;
  engine::core::SteadyTime now_us_{};
};

}  // namespace trainer::canvas
