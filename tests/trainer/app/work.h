// The practice screen with somebody before it.
#pragma once

#include <optional>
#include <utility>

#include "tests/trainer/app/rooms.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/sheets/question_sheet.h"

namespace rooms {

// One step of needle work on a pad of 60 x 60 mm, all of it in view: 20 dots in the square from 25 to 35 mm.
support::LessonBuilder plain_lesson();
// The same where the trainee's other hand stretches the skin.
support::LessonBuilder own_stretch();
// A pad that is wider than the view at working zoom.
support::LessonBuilder wide_lesson();

// What the tests look into.
class WorkRoom : public app::WorkScreen {
 public:
  using CanvasRoom::view_;
  using NeedleRoom::feel_;
  using NeedleRoom::hand_;
  using NeedleRoom::message_;
  using NeedleRoom::sitting_;
  using WorkScreen::WorkScreen;
};

class Work {
 public:
  explicit Work(const support::LessonBuilder& lesson = plain_lesson(), bool healed = false);
  Work(Household& home, app::Underway underway, bool healed = false);

  [[nodiscard]] Household& home() { return *home_; }
  [[nodiscard]] WorkRoom& screen() { return *screen_; }
  [[nodiscard]] const runner::Attempt& attempt() const { return screen_->attempt(); }
  [[nodiscard]] const std::vector<runner::AttemptEvent>& events() const {
    return screen_->sitting_->events();
  }
  [[nodiscard]] const std::string& said() const { return screen_->message_; }
  [[nodiscard]] std::size_t dots() const;  // that are there
  [[nodiscard]] engine::core::SteadyTime now() const { return now_; }
  [[nodiscard]] bool down() const { return screen_->hand_.down(); }

  // Where that place of the pad is seen, px; it is in view.
  [[nodiscard]] Vec2 px(double x_mm, double y_mm) const;
  // Of the picture's, and beside the skin.
  [[nodiscard]] Vec2 beside() const;

  void wait(engine::core::Span us) { now_ += us; }
  app::Next tick(engine::core::Span us = {});
  app::Next give(const platform::InputEvent& event) { return home_->give(*screen_, event); }
  void move(Vec2 at) { give(platform::PointerMoved{mouse(now_, at)}); }
  void press(Vec2 at, platform::Button button = platform::Button::Left);
  void lift(Vec2 at, platform::Button button = platform::Button::Left);
  void pen_press(Vec2 at, double pressure = 0.5, const platform::Device& device = kPen);
  void pen_move(Vec2 at, double pressure = 0.5, const platform::Device& device = kPen);
  void pen_lift(Vec2 at, const platform::Device& device = kPen);
  void dot(double x_mm, double y_mm);  // by mouse
  void pen_dot(double x_mm, double y_mm, const platform::Device& device = kPen);
  // Dots all over the square of the plain lesson, at the density that is asked.
  void fill(int dots);
  app::Next act(ui::Command command, bool down = true, int number = 0);

 private:
  std::unique_ptr<Household> own_;
  Household* home_;
  std::unique_ptr<WorkRoom> screen_;
  engine::core::SteadyTime now_ = kNow;
};

// The question that lies above what was asked; `keep` is its sheet.
ui::AskView question(const app::Next& next, Household& home, std::unique_ptr<app::QuestionSheet>& keep);
// As its controls ask.
app::Next intend(Work& work, const ui::WorkIntents::One& intent);

}  // namespace rooms
