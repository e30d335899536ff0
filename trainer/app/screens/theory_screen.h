// A question of theory: between the other steps of a lesson, behind them, and asked again before the work is
// handed in.
#pragma once

#include <string>

#include "engine/core/moment.h"
#include "engine/gl/texture.h"
#include "trainer/app/canvas_room.h"
#include "trainer/app/devices_in_force.h"
#include "trainer/app/way.h"
#include "trainer/ui/theory/theory_screen.h"

namespace trainer::app {

class TheoryScreen : public CanvasRoom {
 public:
  // `healed`: a note lies on it that the skin has healed.
  TheoryScreen(Underway underway, canvas::Picture& picture, Preferences& preferences, bool healed);

  void arrive(const std::string& said) override;
  void place(const ui::Frame& frame) override;
  [[nodiscard]] bool owns(engine::geometry::Vec2 px) const override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;
  engine::core::Result<void> graphics(Graphics now) override;

  Next act_on(const ui::TheoryIntents::One& intent);
  [[nodiscard]] const runner::Attempt& attempt() const { return underway_.attempt(); }

 private:
  void reset_view() override;
  [[nodiscard]] ui::TheoryView question_view() const;
  void choose(int answer);
  Next confirm();
  Next go_on();
  void draw_picture(const ui::Ui& ui, const ui::Rect& r);

  Underway underway_;
  DevicesInForce in_force_;
  ui::TheoryPanel panel_;
  ui::BriefLayout layout_;
  engine::gl::Texture picture_;
  std::string picture_of_;  // file; empty: none was read
  bool note_due_;
  engine::core::Span shown_{-1};  // of the attempt, in whole seconds, as the clock stands
};

}  // namespace trainer::app
