// What a hand does on the practice screen besides dots: beside the skin, tape, a line, the other hand.
#include "engine/core/moment.h"
#include "trainer/app/screens/work_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/sheets/question_sheet.h"

using engine::core::Span;

using namespace rooms;
using support::StepKind;
using ui::Command;

namespace {

support::LessonBuilder drawing_lesson() {
  support::LessonBuilder lesson("drawing");
  lesson.target(support::square("square", 25, 35), 20.0)
      .hairline({{10, 40}, {50, 40}})
      .step(StepKind::Drawing)
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  return lesson;
}

}  // namespace

// ---- beside the skin, tape, drawing

TEST_CASE("twice beside the skin within a moment brings the work back, once does not") {
  Work work;
  const double zoom = work.screen().view_.lens().points_per_mm();
  for (int i = 0; i < 6; ++i) work.act(Command::ZoomOut);
  const auto beside = work.beside();
  const auto once = [&] { work.press(beside), work.lift(beside); };
  once();
  work.wait(Span{500'000});
  once();
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() < zoom / 2);
  once();
  work.wait(Span{300'000});
  once();
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(zoom));
  CHECK(work.dots() == 0);
}

TEST_CASE("the tape's end is placed by a press, which makes no dot; Escape rolls it up") {
  Work work;
  work.move(work.px(20, 30));
  work.act(Command::Tape);
  CHECK(work.screen().view_.tape().loose());
  work.press(work.px(40, 30));
  CHECK_FALSE(work.down());
  CHECK(work.screen().view_.tape().out());
  CHECK_FALSE(work.screen().view_.tape().loose());
  work.lift(work.px(40, 30));
  CHECK(stays(work.act(Command::Back)));
  CHECK_FALSE(work.screen().view_.tape().out());
  CHECK(work.dots() == 0);
  work.dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("a line is drawn by presses and drags, taken back by points, and needs two of them") {
  Work work(drawing_lesson());
  const auto undo_there = [&] { return work.screen().work_view().tools.can_undo; };
  CHECK(work.screen().work_view().primary_command == Command::LineDone);
  CHECK_FALSE(work.screen().can(Command::Needle));
  CHECK_FALSE(work.screen().can(Command::Onward));
  CHECK(work.screen().can(Command::Proceed));
  CHECK_FALSE(undo_there());
  work.press(work.px(10, 40));
  work.lift(work.px(10, 40));
  CHECK(undo_there());
  CHECK(stays(work.act(Command::LineDone)));
  CHECK(work.said() == "A line needs two points at least.");
  work.act(Command::Undo);
  CHECK_FALSE(undo_there());
  work.press(work.px(10, 40));
  for (int mm = 10; mm <= 50; ++mm) work.move(work.px(mm, 40.01));
  work.lift(work.px(50, 40));
  CHECK(work.dots() == 0);
  work.move(work.px(50, 50));  // let go: nothing is drawn any more
  CHECK(stays(work.act(Command::Proceed)));
  CHECK(work.attempt().drawn_hairline.size() == 41);
  CHECK(work.attempt().step == 1);
  CHECK(work.screen().work_view().primary_command == Command::AskFinish);
  work.dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("a drawing belongs to the device that began it, and ends when that goes") {
  Work work(drawing_lesson());
  work.home().connect(kPen);
  work.pen_press(work.px(10, 40));
  CHECK(work.screen().owns({5, 5}));
  work.move(work.px(30, 40));
  CHECK(work.screen().work_view().tools.can_undo);
  work.act(Command::Undo);
  CHECK_FALSE(work.screen().work_view().tools.can_undo);  // the mouse has left no point
  SUBCASE("unplugged") {
    work.give(platform::DeviceGone{kPen.id, work.now()});
  }
  SUBCASE("focus lost") {
    work.give(platform::FocusLost{work.now()});
  }
  CHECK_FALSE(work.screen().owns({5, 5}));
  work.pen_move(work.px(30, 40));
  CHECK_FALSE(work.screen().work_view().tools.can_undo);
}

TEST_CASE("a drawing is followed by the question that comes behind it") {
  support::LessonBuilder lesson("drawn-and-asked");
  lesson.target(support::square("square", 25, 35), 20.0)
      .hairline({{10, 40}, {50, 40}})
      .step(StepKind::Drawing)
      .step(support::question(0))
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  Work work(lesson);
  work.press(work.px(10, 40));
  work.lift(work.px(10, 40));
  work.press(work.px(50, 40));
  work.lift(work.px(50, 40));
  const auto next = work.act(Command::LineDone);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, work.home());
  CHECK(theory->attempt().drawn_hairline.size() == 2);
}

// ---- the other hand

TEST_CASE("the skin is taut while its key is held, where that is the trainee's") {
  Work work(own_stretch());
  const auto taut = [&] { return work.attempt().skin.machine.stretch_permille; };
  CHECK(taut() == 0);  // nobody holds it when the work begins
  work.act(Command::Stretch);
  CHECK(taut() == 1000);
  CHECK(work.screen().work_view().tools.stretched);
  work.wait(kSecond);
  work.act(Command::Stretch, false);
  CHECK(taut() == 0);
  work.act(Command::ToggleStretch);
  CHECK(taut() == 1000);
  work.act(Command::ToggleStretch);
  CHECK(taut() == 0);
}

TEST_CASE("twice within a moment keeps it taut, until it is pressed again") {
  Work work(own_stretch());
  for (int i = 0; i < 2; ++i) {
    work.act(Command::Stretch);
    work.wait(Span{100'000});
    work.act(Command::Stretch, false);
  }
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  work.wait(kSecond);
  work.act(Command::Stretch);
  work.act(Command::Stretch, false);
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}

TEST_CASE("the other hand stretches in the middle of a contact, and the dot goes on") {
  Work work(own_stretch());
  work.wait(Span{400'000});
  work.press(work.px(30, 30));
  CHECK(work.screen().can(Command::Stretch));
  work.wait(Span{50'000});
  work.act(Command::Stretch);
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  CHECK(work.attempt().skin.contact);
  work.wait(Span{100'000});
  work.lift(work.px(30, 30));
  CHECK(work.dots() == 1);
}

TEST_CASE("focus that goes lets the skin go: the key's release is never seen") {
  Work work(own_stretch());
  work.act(Command::Stretch);
  work.give(platform::FocusLost{work.now()});
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}

TEST_CASE("where an assistant stretches, the key changes nothing") {
  Work work;
  const auto before = count<engine::sim::MachineChanged>(work.events());
  work.act(Command::Stretch);
  work.act(Command::Stretch, false);
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  CHECK(count<engine::sim::MachineChanged>(work.events()) == before);
}
