// What stands beside the needle: the wheel, the shift of a simulated depth, undo and redo.
#include "engine/core/moment.h"
#include "trainer/app/needle_room.h"

#include "tests/trainer/app/work.h"

using engine::core::Span;

using namespace rooms;
using platform::Button;
using ui::Command;

TEST_CASE("the wheel zooms but in the middle of a contact, and shifts the depth with Alt") {
  Work work;
  const Vec2 at = work.px(30, 30);
  work.move(at);
  const double before = work.screen().view_.lens().points_per_mm();
  work.give(platform::WheelTurned{.sample = mouse(work.now(), at), .notches = 1});
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(before * 1.15));
  auto alt = mouse(work.now(), at);
  alt.modifiers.alt = true;
  work.give(platform::WheelTurned{.sample = alt, .notches = -1});
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 20);
  work.give(platform::WheelTurned{.sample = alt, .notches = 1});
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 0);
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(before * 1.15));
  work.wait(Span{400'000});
  work.press(work.px(30, 30));
  REQUIRE(work.down());
  work.give(platform::WheelTurned{.sample = mouse(work.now(), at), .notches = 1});
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(before * 1.15));
}

TEST_CASE("the wheel beside the picture moves nothing") {
  Work work;
  work.move({5, 5});
  const double before = work.screen().view_.lens().points_per_mm();
  work.give(platform::WheelTurned{.sample = mouse(work.now(), {5, 5}), .notches = 3});
  CHECK(work.screen().view_.lens().points_per_mm() == before);
}

TEST_CASE("depth shifts in steps of two hundredths, to a limit, and says what a press means now") {
  Work work;
  work.act(Command::Deeper);
  CHECK(work.said().find("deeper") != std::string::npos);
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 20);
  for (int i = 0; i < 40; ++i) work.act(Command::Deeper);
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 300);
  for (int i = 0; i < 15; ++i) work.act(Command::Shallower);
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 0);
  CHECK(work.said() == "A press now goes as deep as its time says.");
  work.act(Command::Shallower);
  CHECK(work.said().find("less deep") != std::string::npos);
}

TEST_CASE("a pen's depth is measured: there is nothing to shift") {
  Work work;
  work.home().connect(kPen);
  work.pen_dot(30, 30);
  work.act(Command::Deeper);
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 0);
  CHECK(work.said().find("measured") != std::string::npos);
}

TEST_CASE("in the middle of a contact nothing can be asked for but the other hand and the needle itself") {
  Work work;
  work.wait(Span{400'000});
  work.press(work.px(30, 30));
  for (int i = 0; i <= static_cast<int>(Command::FullScreen); ++i) {
    const auto command = static_cast<Command>(i);
    CAPTURE(i);
    CHECK(work.screen().can(command) == (command == Command::Stretch || command == Command::Needle));
  }
}

TEST_CASE("undo takes the last lift back and flies to where it was; redo brings it again") {
  Work work;
  work.dot(20, 20);
  work.dot(40, 40);
  work.tick(kSecond);
  work.act(Command::Undo);
  CHECK(work.dots() == 1);
  CHECK(work.said() == "Taken back. Y puts it there again.");
  CHECK(work.screen().moving());                    // the ring that says where
  CHECK_FALSE(work.screen().view_.eye().flying());  // it is in view
  work.act(Command::Redo);
  CHECK(work.dots() == 2);
  CHECK(work.said().empty());
  work.act(Command::UndoDot);
  work.act(Command::Undo);
  CHECK(work.dots() == 0);
  work.act(Command::Undo);  // nothing is left
  CHECK(work.dots() == 0);
}

TEST_CASE("undo of a dot out of sight flies there") {
  Work work;
  work.dot(20, 20);
  SUBCASE("too far away to be seen") {
    for (int i = 0; i < 8; ++i) work.act(Command::ZoomOut);
  }
  SUBCASE("out of the picture") {
    work.press(work.px(30, 30), Button::Middle);
    const Vec2 far{-900, 900};
    work.move(work.px(30, 30) + far);
    work.lift({0, 0}, Button::Middle);
  }
  work.tick(kSecond);
  work.act(Command::Undo);
  CHECK(work.screen().view_.eye().flying());
  work.tick(kSecond);
  const auto seen = work.screen().view_.lens().project({20'000, 20'000});
  REQUIRE(seen);
  CHECK(work.screen().view_.lens().free().contains(*seen));
}

TEST_CASE("where the lesson allows no undo it says why, and the dots stay") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.undo_allowed = false; });
  Work work(lesson);
  work.dot(30, 30);
  work.act(Command::Undo);
  CHECK(work.dots() == 1);
  CHECK(work.said().find("no undo") != std::string::npos);
  work.act(Command::Redo);
  CHECK(work.said().find("no undo") != std::string::npos);
}
