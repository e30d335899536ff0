// Questions: before, between and behind the work, asked again, left and gone on with.
#include "trainer/app/screens/theory_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/sheets/question_sheet.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace rooms;
using support::StepKind;
using ui::Command;

namespace {

support::LessonBuilder paper_of(int questions) {
  support::LessonBuilder lesson("paper");
  lesson.with([](lessons::Lesson& l) { l.practical = false; });
  for (int i = 0; i < questions; ++i) lesson.step(support::question(i % 2, 3));
  lesson.step(StepKind::Review).judged(engine::scoring::CriterionId::Theory, 100);
  return lesson;
}

struct Desk {
  Household home;
  std::unique_ptr<app::TheoryScreen> screen;
  SteadyTime now = kNow;

  explicit Desk(const support::LessonBuilder& lesson) {
    screen =
        std::make_unique<app::TheoryScreen>(home.underway(lesson), home.picture, home.preferences, false);
    show(*screen, now);
  }
  app::Next act(Command command, int number = 0) {
    screen->tick(now += kSecond);
    app::Order order;
    order.command = command;
    order.number = number;
    return screen->act(order);
  }
  // Chosen, confirmed, and on.
  app::Next answer(int number) {
    CHECK(stays(act(Command::ChooseNumber, number)));
    CHECK(stays(act(Command::Proceed)));
    return act(Command::Proceed);
  }
  void follow(const app::Next& next) {
    screen = opened<app::TheoryScreen>(is<app::Replace>(next).open, home);
    show(*screen, now);
  }
  [[nodiscard]] std::optional<int> choice(std::size_t question) const {
    const auto& answer = screen->attempt().answers.at(question);
    return answer ? std::optional<int>(answer->choice) : std::nullopt;
  }
};

}  // namespace

TEST_CASE("an answer is chosen, changed, confirmed once, and stands on record") {
  Desk desk(paper_of(2));
  CHECK(stays(desk.act(Command::ConfirmAnswer)));  // none is chosen
  CHECK_FALSE(desk.choice(0));
  desk.act(Command::ChooseNumber, 3);
  desk.act(Command::ChooseNumber, 2);
  CHECK_FALSE(desk.choice(0));
  desk.act(Command::ConfirmAnswer);
  CHECK(desk.choice(0) == 1);
  desk.act(Command::ChooseNumber, 1);
  desk.act(Command::ConfirmAnswer);
  CHECK(desk.choice(0) == 1);
}

TEST_CASE("answers beyond those there are mean nothing") {
  Desk desk(paper_of(1));
  for (const int number : {0, -4, 4, 9}) {
    desk.act(Command::ChooseNumber, number);
    desk.act(Command::ConfirmAnswer);
    CHECK_FALSE(desk.choice(0));
  }
  CHECK(stays(desk.screen->act_on(ui::ChooseAnswer{-1})));
  CHECK(stays(desk.screen->act_on(ui::ChooseAnswer{2})));
  desk.act(Command::ConfirmAnswer);
  CHECK(desk.choice(0) == 2);
}

TEST_CASE("nobody goes on from a question without an answer") {
  Desk desk(paper_of(2));
  CHECK(stays(desk.act(Command::NextQuestion)));
  CHECK(stays(desk.act(Command::Proceed)));
  CHECK(desk.screen->attempt().step == 0);
}

TEST_CASE("a paper of questions goes from one to the next, and then to the debrief") {
  Desk desk(paper_of(3));
  desk.follow(desk.answer(1));
  CHECK(desk.screen->attempt().step == 1);
  desk.follow(desk.answer(1));
  const auto end = desk.answer(1);
  const auto debrief = opened<app::DebriefScreen>(is<app::Replace>(end).open, desk.home);
  REQUIRE(desk.home.records(true).size() == 1);
  const auto done = app::Sitting::look_at(desk.home.records(true)[0].path);
  REQUIRE(done);
  CHECK(count<runner::Answered>((*done)->events()) == 3);
}

TEST_CASE("what shall be asked again comes before the work is handed in, and counts no more") {
  Desk desk(paper_of(2));
  desk.act(Command::ChooseNumber, 3);
  desk.act(Command::ConfirmAnswer);
  desk.act(Command::AskAgainLater);
  desk.follow(desk.act(Command::NextQuestion));
  desk.act(Command::AskAgainLater);
  desk.act(Command::AskAgainLater);  // not
                                     // after
                                     // all
  desk.follow(desk.answer(2));
  // The first again, as if it had never
  // been asked.
  desk.act(Command::Proceed);
  CHECK(desk.choice(0) == 2);
  desk.act(Command::ChooseNumber, 1);
  desk.act(Command::Proceed);
  CHECK(desk.choice(0) == 2);  // the first answer counts
  REQUIRE(desk.screen->attempt().latest_answers.at(0));
  CHECK(desk.screen->attempt().latest_answers.at(0)->choice == 0);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(desk.act(Command::Proceed)).open, desk.home));
}

TEST_CASE("asked again it may be put off once more") {
  Desk desk(paper_of(1));
  desk.act(Command::ChooseNumber, 1);
  desk.act(Command::Proceed);
  desk.act(Command::AskAgainLater);
  for (int i = 0; i < 2; ++i) {
    desk.follow(desk.act(Command::Proceed));
    desk.act(Command::ChooseNumber, 2);
    desk.act(Command::Proceed);
    desk.act(Command::AskAgainLater);
  }
  desk.act(Command::AskAgainLater);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(desk.act(Command::Proceed)).open, desk.home));
}

TEST_CASE("a question before the work is followed by the work") {
  support::LessonBuilder lesson("before");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(support::question(0))
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  Desk desk(lesson);
  const auto work = opened<app::WorkScreen>(is<app::Replace>(desk.answer(1)).open, desk.home);
  CHECK(work->attempt().step == 1);
}

TEST_CASE("a question behind the work is asked when the work is handed in, before the debrief") {
  support::LessonBuilder lesson("behind");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(StepKind::NeedleWork)
      .step(support::question(0))
      .step(StepKind::Review);
  Work work(lesson);
  work.dot(30, 30);
  const auto theory =
      opened<app::TheoryScreen>(is<app::Replace>(work.act(Command::FinishNow)).open, work.home());
  show(*theory, work.now());
  CHECK_FALSE(theory->attempt().finished);
  CHECK(theory->attempt().step == 1);
  theory->act({.command = Command::ChooseNumber, .number = 1});
  theory->act({.command = Command::ConfirmAnswer});
  const auto end = theory->act({.command = Command::NextQuestion});
  const auto debrief = opened<app::DebriefScreen>(is<app::Replace>(end).open, work.home());
  CHECK(debrief->review().shown().finished);
  CHECK(debrief->review().shown().skin.dots.size() == 1);
}

TEST_CASE("a question about healed skin heals it on the way, and the note lies on the question") {
  support::LessonBuilder lesson("healed");
  lesson.target(support::square("square", 25, 35), 30.0)
      .step({.kind = StepKind::NeedleWork, .title = "Place", .share = 0.5})
      .step(support::question(0))
      .step({.kind = StepKind::Healing, .title = "Heal", .days = 20})
      .step(support::question(1))
      .step({.kind = StepKind::NeedleWork, .title = "Place"})
      .step(StepKind::Review);
  Work work(lesson);
  work.fill(3);
  const auto first = work.act(Command::EndSession);
  auto question = opened<app::TheoryScreen>(is<app::Replace>(first).open, work.home());
  show(*question, work.now());
  CHECK(question->attempt().skin.healings.empty());
  question->act({.command = Command::ChooseNumber, .number = 1});
  question->act({.command = Command::ConfirmAnswer});
  const auto second = question->act({.command = Command::NextQuestion});
  question = opened<app::TheoryScreen>(is<app::Replace>(second).open, work.home());
  CHECK(question->attempt().skin.healings.size() == 1);
  question->place(kFrame);
  question->arrive({});
  const auto note = question->tick(work.now());
  const auto sheet = opened<app::QuestionSheet>(is<app::Push>(note).open, work.home());
  CHECK(sheet->view().title == "20 days later");
  CHECK(stays(question->tick(work.now() + kSecond)));
}

TEST_CASE("leaving asks, keeps the answers, and goes on at the question that was open") {
  Desk desk(paper_of(3));
  desk.follow(desk.answer(2));
  const auto asked = desk.act(Command::Back);
  const auto sheet = opened<app::QuestionSheet>(is<app::Push>(asked).open, desk.home);
  CHECK(sheet->view().go_command == Command::LeaveAndKeep);
  CHECK(sheet->view().body.find("answers are saved") != std::string::npos);
  CHECK(is<app::Pop>(desk.act(Command::LeaveAndKeep)).said.empty());
  desk.screen.reset();
  const auto broken_off = desk.home.records(false);
  REQUIRE(broken_off.size() == 1);
  const auto again = app::continue_work(broken_off[0].path);
  const auto theory = opened<app::TheoryScreen>(again.open, desk.home);
  CHECK(theory->attempt().step == 1);
  REQUIRE(theory->attempt().answers.at(0));
  CHECK(theory->attempt().answers.at(0)->choice == 1);
}

TEST_CASE("when the time is up the questions end, answered or not") {
  auto lesson = paper_of(2);
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 60; });
  Desk desk(lesson);
  CHECK(stays(desk.screen->tick(kNow + 59 * kSecond)));
  const auto end = desk.screen->tick(kNow + 60 * kSecond);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(end).open, desk.home));
  CHECK(desk.home.records(true).size() == 1);
}

TEST_CASE("the clock of a question wants a frame once a second") {
  Desk desk(paper_of(1));
  CHECK(is<app::Stay>(desk.screen->tick(kNow + 3 * kSecond)).redraw);
  CHECK_FALSE(is<app::Stay>(desk.screen->tick(kNow + 3 * kSecond + Span{100'000})).redraw);
}

TEST_CASE("nothing of the work can be asked for at a question, and a press on the skin makes no dot") {
  support::LessonBuilder lesson("before");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(support::question(0))
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  Desk desk(lesson);
  for (const auto command : {Command::Needle, Command::Undo, Command::OpenTray, Command::Stretch,
                             Command::NextMap, Command::Tape, Command::HoldMirror, Command::ZoomIn})
    CHECK_FALSE(desk.screen->can(command));
  const auto middle = ui::brief_layout(kFrame).canvas.centre();
  const Vec2 at{middle.x, middle.y};
  REQUIRE(desk.screen->owns(at));
  desk.home.give(*desk.screen, platform::PointerPressed{.sample = mouse(desk.now, at)});
  CHECK(desk.screen->owns({1, 1}));  // the picture is dragged
  desk.home.give(*desk.screen, platform::PointerReleased{.sample = mouse(desk.now, at)});
  CHECK_FALSE(desk.screen->owns({1, 1}));
  CHECK(desk.screen->attempt().skin.dots.empty());
}

TEST_CASE("an answer is pressed on the screen itself") {
  Paper paper;
  Desk desk(paper_of(1));
  const auto words = ui::brief_layout(kFrame).words;
  for (float y = words.y; y < words.bottom(); y += 12)
    for (const auto& what : paper.click(*desk.screen, {words.centre().x, y})) CHECK(stays(what()));
  desk.act(Command::ConfirmAnswer);
  CHECK(desk.choice(0));
  CHECK(is<app::Pass>(desk.screen->act_on(Command::OpenHelp)).command == Command::OpenHelp);
}
