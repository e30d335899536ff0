// The first minutes: one cross, nine more, a window to fill, the expert's beside it. Never a total.
#pragma once

#include <memory>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/app/first_minutes.h"
#include "trainer/app/needle_room.h"
#include "trainer/ui/first_run/first_run_screen.h"

namespace trainer::app {

class FirstRunScreen : public NeedleRoom {
 public:
  FirstRunScreen(std::unique_ptr<Sitting> sitting, canvas::Picture& picture, Preferences& preferences,
                 const Devices& devices, Feel& feel);

  void place(const ui::Frame& frame) override;
  [[nodiscard]] bool owns(engine::geometry::Vec2 px) const override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;

  [[nodiscard]] const FirstMinutes& minutes() const { return minutes_; }

 private:
  void reset_view() override;
  [[nodiscard]] bool takes_needle() const override;
  bool press_otherwise(const engine::platform::PointerPressed& e) override;
  void changed() override;
  void follow();
  // `asked_by`: again once the question that may come before was answered.
  Next go_on(FirstMinutes::Onward onward, ui::Command asked_by);
  Next leave(ui::Command asked_by);
  [[nodiscard]] ui::CanvasInk ink(ui::Ui& ui);

  std::unique_ptr<Sitting> own_;
  FirstMinutes minutes_;
  std::vector<engine::skin::Dot> beside_;  // the expert's
  ui::FirstRunLayout layout_;
  bool other_part_ = false;  // it has come to another part: one more frame
};

// Anew, above the screen that asks.
Push first_minutes();

}  // namespace trainer::app
