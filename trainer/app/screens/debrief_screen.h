// The debrief of a finished attempt, and somebody else's work shown to learn from.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/canvas_room.h"
#include "trainer/app/devices.h"
#include "trainer/app/review.h"
#include "trainer/app/shelf.h"
#include "trainer/app/sitting.h"

namespace trainer::app {

class DebriefScreen : public CanvasRoom {
 public:
  // `watching`: an expert's demonstration.
  DebriefScreen(std::unique_ptr<Sitting> sitting, canvas::Picture& picture, Preferences& preferences,
                const Devices& devices, Shelf& shelf, bool watching = false);

  void arrive(const std::string& said) override;
  void place(const ui::Frame& frame) override;
  [[nodiscard]] bool owns(engine::geometry::Vec2 px) const override;
  [[nodiscard]] bool can(ui::Command command) const override;
  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  [[nodiscard]] bool moving() const override;
  void draw(ui::Ui& ui, Asked& asked) override;

  Next act_on(const ui::DebriefIntents::One& intent);
  [[nodiscard]] const Review& review() const { return review_; }
  void play(double speed);  // from the beginning

 private:
  void reset_view() override { fit_work(); }
  void choose(int line);
  void next_map();
  Next next_lesson();

  std::unique_ptr<Sitting> sitting_;
  const Devices* devices_;
  Shelf* shelf_;
  Review review_;
  ui::DebriefLayout layout_;
  std::optional<ui::Overlay> map_;
  engine::core::SteadyTime ticked_us_{};
  std::string said_;
};

// Of work that was just finished, in its place; its record is closed.
Replace debrief_of(std::unique_ptr<Sitting> sitting);
// Of a record.
Push review_of(const std::string& record);
// An expert works at the lesson, played fast.
Push demonstration_of(const lessons::LessonPackage& package);

}  // namespace trainer::app
