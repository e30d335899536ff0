#include "tests/trainer/app/work.h"
#include "engine/core/moment.h"

#include <algorithm>
#include <cmath>

using engine::core::Span;

namespace rooms {

using support::StepKind;

support::LessonBuilder plain_lesson() {
  return support::LessonBuilder("plain")
      .target(support::square("square", 25, 35), 20.0)
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
}

support::LessonBuilder own_stretch() {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.stretch_by = lessons::StretchBy::Own; });
  return lesson;
}

support::LessonBuilder wide_lesson() {
  support::LessonBuilder lesson("wide");
  lesson.pad(150, 60)
      .target(support::rectangle("field", {5, 5}, {145, 55}), 20.0)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  return lesson;
}

Work::Work(const support::LessonBuilder& lesson, bool healed)
    : own_(std::make_unique<Household>()), home_(own_.get()) {
  screen_ = std::make_unique<WorkRoom>(home_->underway(lesson), home_->picture, home_->preferences,
                                       home_->devices, home_->feel, healed);
  screen_->place(kFrame);
  screen_->arrive({});
  if (!healed) static_cast<void>(screen_->tick(now_));
}

Work::Work(Household& home, app::Underway underway, bool healed) : home_(&home) {
  screen_ = std::make_unique<WorkRoom>(std::move(underway), home.picture, home.preferences, home.devices,
                                       home.feel, healed);
  screen_->place(kFrame);
  screen_->arrive({});
  if (!healed) static_cast<void>(screen_->tick(now_));
}

std::size_t Work::dots() const {
  const auto& dots = attempt().skin.dots;
  return static_cast<std::size_t>(
      std::count_if(dots.begin(), dots.end(), [](const auto& dot) { return !dot.withdrawn; }));
}

Vec2 Work::px(double x_mm, double y_mm) const {
  const auto at = screen_->view_.lens().project(engine::scalp::canvas_point_from_mm({x_mm, y_mm}));
  REQUIRE(at);
  return {at->x, at->y};
}

Vec2 Work::beside() const {
  for (double x = 0; x < 1280; x += 10)
    if (const Vec2 at{x, 400}; screen_->owns(at) && !screen_->view_.lens().pick(at)) return at;
  FAIL("the skin fills the picture");
  return Vec2{0.0};
}

app::Next Work::tick(Span us) {
  now_ += us;
  return screen_->tick(now_);
}

void Work::press(Vec2 at, platform::Button button) {
  give(platform::PointerPressed{.sample = mouse(now_, at), .button = button});
}

void Work::lift(Vec2 at, platform::Button button) {
  give(platform::PointerReleased{.sample = mouse(now_, at), .button = button});
}

void Work::pen_press(Vec2 at, double pressure, const platform::Device& device) {
  give(platform::PointerPressed{.sample = pen(now_, at, pressure, device)});
}

void Work::pen_move(Vec2 at, double pressure, const platform::Device& device) {
  give(platform::PointerMoved{pen(now_, at, pressure, device)});
}

void Work::pen_lift(Vec2 at, const platform::Device& device) {
  give(platform::PointerReleased{.sample = pen(now_, at, 0.0, device)});
}

void Work::dot(double x_mm, double y_mm) {
  const Vec2 at = px(x_mm, y_mm);
  wait(Span{400'000});
  press(at);
  wait(kPress);
  lift(at);
}

void Work::pen_dot(double x_mm, double y_mm, const platform::Device& device) {
  const Vec2 at = px(x_mm, y_mm);
  wait(Span{400'000});
  pen_press(at, 0.5, device);
  for (int i = 0; i < 14; ++i) wait(Span{10'000}), pen_move(at, 0.5, device);
  wait(Span{10'000});
  pen_lift(at, device);
}

void Work::fill(int dots) {
  const int columns = static_cast<int>(std::ceil(std::sqrt(dots)));
  for (int i = 0; i < dots; ++i) {
    const double step = 9.0 / columns;
    dot(26.0 + step * (i % columns), 26.0 + step * (i / columns));
  }
}

app::Next Work::act(ui::Command command, bool down, int number) {
  app::Order order;
  order.command = command;
  order.down = down;
  order.number = number;
  order.t_us = now_;
  return screen_->act(order);
}

ui::AskView question(const app::Next& next, Household& home, std::unique_ptr<app::QuestionSheet>& keep) {
  keep = opened<app::QuestionSheet>(is<app::Push>(next).open, home);
  return keep->view();
}

app::Next intend(Work& work, const ui::WorkIntents::One& intent) {
  return work.screen().act_on(intent);
}

}  // namespace rooms
