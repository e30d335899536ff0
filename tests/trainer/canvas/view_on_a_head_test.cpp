// The commands of the view round a head: how far each turns, that its opposite takes it back, and what ends
// it.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/lessons.h"
#include "trainer/canvas/canvas_view.h"

using namespace trainer;
using canvas::CanvasView;
using engine::platform::Button;
using engine::platform::PointerSample;
using ui::Command;

namespace {

std::shared_ptr<const assessment::Site> head() {
  static const auto site = assessment::Site::make(support::LessonBuilder()
                                                      .client({})
                                                      .target(support::square("top", -15, 15), 40)
                                                      .step(support::StepKind::NeedleWork)
                                                      .lesson())
                               .value();
  return site;
}

struct Desk {
  canvas::Picture picture;
  CanvasView view{head(), picture};

  Desk() {
    view.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0, true);  // it cuts instead of flying
    act(Command::LookFrom, 1);
  }
  void act(Command command, int number = 0) { view.act(command, true, number, {}); }
  [[nodiscard]] double yaw() const { return degrees(view.lens().camera().yaw.value); }
  [[nodiscard]] double pitch() const { return degrees(view.lens().camera().pitch.value); }
  [[nodiscard]] double roll() const { return degrees(view.lens().camera().roll.value); }
  [[nodiscard]] double light() const { return degrees(view.lens().camera().light.value); }
  static double degrees(double radians) { return radians * 180.0 / engine::core::kPi; }
};

}  // namespace

TEST_CASE("arrows turn the head by five degrees, with Shift by one, and opposite ones undo each other") {
  constexpr std::tuple<Command, Command, double, bool> kTurns[] = {
      {Command::TurnLeft, Command::TurnRight, 5.0, true},
      {Command::TurnUp, Command::TurnDown, 5.0, false},
      {Command::TurnLeftALittle, Command::TurnRightALittle, 1.0, true},
      {Command::TurnUpALittle, Command::TurnDownALittle, 1.0, false}};
  for (const auto& [there, back, by, sideways] : kTurns) {
    Desk desk;
    const double yaw = desk.yaw(), pitch = desk.pitch();
    desk.act(there);
    CHECK(std::fabs(desk.yaw() - yaw) == doctest::Approx(sideways ? by : 0.0).epsilon(0.001));
    CHECK(std::fabs(desk.pitch() - pitch) == doctest::Approx(sideways ? 0.0 : by).epsilon(0.001));
    desk.act(back);
    CHECK(desk.yaw() == doctest::Approx(yaw).epsilon(0.001));
    CHECK(desk.pitch() == doctest::Approx(pitch).epsilon(0.001));
  }
}

TEST_CASE("up rises, and a head is never turned beyond straight above or straight below") {
  Desk desk;
  const double before = desk.pitch();
  desk.act(Command::TurnUp);
  CHECK(desk.pitch() > before);
  for (int i = 0; i < 60; ++i) desk.act(Command::TurnUp);
  CHECK(desk.pitch() <= 90.001);
  for (int i = 0; i < 90; ++i) desk.act(Command::TurnDown);
  CHECK(desk.pitch() >= -90.001);
}

TEST_CASE("seventy-two turns to one side are all the way round") {
  Desk desk;
  const auto before = engine::render::camera_axes(desk.view.lens().camera()).back;
  for (int i = 0; i < 72; ++i) desk.act(Command::TurnLeft);
  const auto after = engine::render::camera_axes(desk.view.lens().camera()).back;
  CHECK(glm::dot(before, after) > 0.999);
}

TEST_CASE("the picture rolls by five degrees and the lamp turns by fifteen, without moving the head") {
  Desk desk;
  const double yaw = desk.yaw(), pitch = desk.pitch();
  desk.act(Command::RollRight);
  CHECK(desk.roll() == doctest::Approx(5.0));
  desk.act(Command::LampRight);
  CHECK(desk.light() == doctest::Approx(15.0));
  desk.act(Command::LampLeft);
  desk.act(Command::LampLeft);
  CHECK(desk.light() == doctest::Approx(-15.0));
  desk.act(Command::RollLeft);
  CHECK(desk.roll() == doctest::Approx(0.0));
  CHECK(desk.yaw() == yaw);
  CHECK(desk.pitch() == pitch);
}

TEST_CASE(
    "from five sides: front at nothing, left and right a quarter to either side, back half round, top "
    "above") {
  Desk desk;
  CHECK(desk.yaw() == doctest::Approx(0.0).epsilon(0.001));
  desk.act(Command::LookFrom, 2);
  CHECK(desk.yaw() == doctest::Approx(90.0).epsilon(0.01));
  desk.act(Command::LookFrom, 3);
  CHECK(desk.yaw() == doctest::Approx(-90.0).epsilon(0.01));
  desk.act(Command::LookFrom, 4);
  CHECK(desk.pitch() > 75);
  desk.act(Command::LookFrom, 5);
  CHECK(std::fabs(std::fabs(desk.yaw()) - 180.0) < 1.0);
}

TEST_CASE("a head is turned with the left button, moved with the middle one, and moved with both by hand") {
  const auto drag = [](Button button, bool by_hand) {
    Desk desk;
    if (by_hand) desk.act(Command::MoveByHand);
    PointerSample sample;
    sample.at = {500, 400};
    desk.view.hand().press({.sample = sample, .button = button});
    const double yaw = desk.yaw();
    sample.at = {560, 400};
    desk.view.hand().move(sample, true);
    return std::fabs(desk.yaw() - yaw) > 0.5;
  };
  CHECK(drag(Button::Left, false));
  CHECK(drag(Button::Right, false));
  CHECK_FALSE(drag(Button::Middle, false));
  CHECK_FALSE(drag(Button::Left, true));
}

TEST_CASE("a release ends a drag, and another pointer does not go on with it") {
  Desk desk;
  PointerSample sample;
  sample.at = {500, 400};
  desk.view.hand().press({.sample = sample, .button = Button::Left});
  CHECK(desk.view.hand().dragging());
  desk.view.hand().release();
  CHECK_FALSE(desk.view.hand().dragging());
  const double yaw = desk.yaw();
  sample.at = {700, 400};
  desk.view.hand().move(sample, true);
  CHECK(desk.yaw() == yaw);
}

TEST_CASE("five millimetres on the scale bar are as long as they are on the skin") {
  Desk desk;
  for (int i = 0; i < 3; ++i) {
    ui::Ui ui;
    ui::CanvasInk ink;
    desk.view.add_to(ink, ui, false);
    CHECK(ink.scale_bar_px == doctest::Approx(5 * desk.view.lens().camera().px_per_mm));
    desk.act(Command::ZoomIn);
  }
}
