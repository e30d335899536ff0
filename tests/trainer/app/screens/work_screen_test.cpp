// The practice screen: its view, its way to the end, its clock and what stands in it.
#include "trainer/app/screens/work_screen.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/sheets/question_sheet.h"

using engine::core::Span;

using namespace rooms;
using support::StepKind;
using ui::Command;

TEST_CASE("the skin lies at working zoom, the middle of the work in the middle") {
  Work work;
  const auto& eye = work.screen().view_.eye();
  CHECK(eye.lens().points_per_mm() == doctest::Approx(ui::working_zoom(work.attempt())));
  const auto free = ui::work_layout(kFrame).free.centre();
  CHECK(work.px(30, 30).x == doctest::Approx(free.x).epsilon(0.02));
  CHECK(work.px(30, 30).y == doctest::Approx(free.y).epsilon(0.02));
}

TEST_CASE("R brings the working zoom back, V the whole and the same place again") {
  Work work;
  const double zoom = work.screen().view_.lens().points_per_mm();
  for (int i = 0; i < 6; ++i) work.act(Command::ZoomIn);
  CHECK(work.screen().view_.lens().points_per_mm() > 2 * zoom);
  work.act(Command::WholeView);
  work.tick(kSecond);
  const double whole = work.screen().view_.lens().points_per_mm();
  work.act(Command::WholeView);
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() > 2 * zoom);
  CHECK(work.screen().view_.lens().points_per_mm() != whole);
  work.act(Command::ResetView);
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(zoom));
}

TEST_CASE("Finish asks while much is missing, and goes to the debrief when told to") {
  Work work;
  work.dot(30, 30);
  std::unique_ptr<app::QuestionSheet> sheet;
  const auto asked = work.act(Command::Onward);
  const auto& view = question(asked, work.home(), sheet);
  CHECK(view.go_command == Command::FinishNow);
  CHECK(view.body.find("1 of about 20 dots") != std::string::npos);
  CHECK(is<app::Pop>(sheet->act_on(Command::KeepWorking)).then == std::nullopt);
  CHECK_FALSE(work.attempt().finished);
  CHECK(is<app::Pop>(sheet->act_on(view.go_command)).then == Command::FinishNow);
  const auto done = work.act(Command::FinishNow);
  const auto debrief = opened<app::DebriefScreen>(is<app::Replace>(done).open, work.home());
  CHECK(debrief->review().shown().finished);
  CHECK(debrief->review().shown().skin.dots.size() == 1);
}

TEST_CASE("work that is nearly done is handed in without a question") {
  Work work;
  work.fill(19);
  work.tick();
  const auto next = work.act(Command::AskFinish);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(next).open, work.home()));
}

TEST_CASE("the total so far stands there when nearly all is placed, not before") {
  Work work;
  work.fill(10);
  CHECK(work.screen().work_view().gauges.coverage.so_far.empty());
  for (int i = 0; i < 10; ++i) work.dot(26 + 0.9 * i, 34.5);
  CHECK(work.screen().work_view().gauges.coverage.so_far.find("so far ") == 0);
}

TEST_CASE("with a question open no total stands there: it would not be the person's own") {
  support::LessonBuilder lesson("asked");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(StepKind::NeedleWork)
      .step(support::question(0))
      .step(StepKind::Review);
  Work work(lesson);
  work.fill(20);
  CHECK(work.screen().work_view().gauges.coverage.so_far.empty());
}

TEST_CASE("leaving asks first, keeps the work, and the record can be gone on with") {
  Work work;
  work.dot(30, 30);
  std::unique_ptr<app::QuestionSheet> sheet;
  CHECK(question(work.act(Command::Back), work.home(), sheet).go_command == Command::LeaveAndKeep);
  const std::string record = work.screen().sitting_->record();
  CHECK(is<app::Pop>(work.act(Command::LeaveAndKeep)).said.empty());
  CHECK(work.screen().sitting_->read_only());
  auto again = app::Sitting::go_on(record, true, kNow, kUnix);
  REQUIRE(again);
  CHECK((*again)->attempt().skin.dots.size() == 1);
  CHECK_FALSE((*again)->attempt().finished);
}

TEST_CASE("where one looked is remembered for the record when one goes, and comes back with it") {
  Household home;
  std::string record;
  double zoom = 0.0;
  {
    Work work(home, home.underway(plain_lesson()));
    record = work.screen().sitting_->record();
    for (int i = 0; i < 4; ++i) work.act(Command::ZoomIn);
    zoom = work.screen().view_.lens().points_per_mm();
    work.dot(30, 30);
    work.act(Command::LeaveAndKeep);
  }
  auto again = app::Sitting::go_on(record, true, kNow, kUnix);
  REQUIRE(again);
  Work work(home, {.sitting = std::move(*again)});
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(zoom));
}

TEST_CASE("a view that changes is written down every three seconds, not in every turn and not in a contact") {
  Work work;
  const auto remembered = [&] { return work.home().preferences.now().last_view; };
  REQUIRE(remembered().size() == 1);
  const auto before = remembered();
  work.act(Command::ZoomIn);
  work.tick(2 * kSecond);
  CHECK(remembered() == before);
  work.press(work.px(30, 30));
  work.tick(2 * kSecond);
  CHECK(remembered() == before);
  work.lift(work.px(30, 30));
  work.tick(kSecond);
  CHECK(remembered() != before);
}

TEST_CASE("the clock wants a frame once a second") {
  Work work;
  const auto redraws = [&](Span us) { return is<app::Stay>(work.tick(us)).redraw; };
  redraws(Span{100'000});
  CHECK_FALSE(redraws(Span{100'000}));
  CHECK(redraws(kSecond));
  CHECK_FALSE(redraws(Span{10'000}));
  CHECK(work.screen().work_view().clock == "00:01");
}

TEST_CASE("when the time is up the work is finished, but a contact in progress is lifted first") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 60; });
  Work work(lesson);
  CHECK(work.screen().work_view().clock == "00:00 of 01:00");
  work.tick(59 * kSecond);
  work.press(work.px(30, 30));
  CHECK(stays(work.tick(2 * kSecond)));
  work.lift(work.px(30, 30));
  CHECK(work.dots() == 1);
  const auto next = work.tick();
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(next).open, work.home()));
}

TEST_CASE("after the time is up no contact begins") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 60; });
  Work work(lesson);
  work.wait(61 * kSecond);
  work.press(work.px(30, 30));
  CHECK_FALSE(work.down());
  CHECK(work.said().find("time of this lesson is up") != std::string::npos);
}

// ---- what is drawn

TEST_CASE("it draws without a picture, and asks for nothing that nobody pressed") {
  Paper paper;
  Work work(wide_lesson());
  work.dot(30, 30);
  work.move(work.px(30, 30));
  CHECK(paper.draw(work.screen(), work.px(30, 30)).empty());
  work.act(Command::ToggleOverlays);
  work.act(Command::HoldLoupe);
  work.act(Command::Tape);
  for (int i = 0; i < ui::kOverlays; ++i) intend(work, ui::ToggleOverlay{static_cast<ui::Overlay>(i)});
  CHECK(paper.draw(work.screen(), work.px(30, 30)).empty());
}

TEST_CASE("the system's pointer goes where the needle is drawn, and stands over panels") {
  Paper paper;
  Work work;
  work.move(work.px(30, 30));
  paper.draw(work.screen(), work.px(30, 30));
  CHECK_FALSE(paper.ui.cursor);
  work.move({5, 5});
  paper.draw(work.screen(), {5, 5});
  CHECK(paper.ui.cursor);
}

TEST_CASE("a press on Finish in the bar asks what Finish asks") {
  Paper paper;
  Work work;
  const auto bar = ui::work_layout(kFrame).bar;
  int finishes = 0;
  for (float x = bar.x + bar.w / 2; x < bar.right(); x += 20)
    for (const auto& what : paper.click(work.screen(), {x, bar.centre().y})) {
      const auto next = what();
      const auto* push = std::get_if<app::Push>(&next);
      if (push == nullptr) continue;
      auto house = work.home().house();
      auto made = push->open(house);
      const auto* sheet = made ? dynamic_cast<const app::QuestionSheet*>(made->get()) : nullptr;
      if (sheet != nullptr && sheet->view().go_command == Command::FinishNow) ++finishes;
    }
  CHECK(finishes > 0);
}

TEST_CASE("commands that are not the work's are passed to whoever does them for all screens") {
  Work work;
  for (const auto command : {Command::OpenHelp, Command::OpenSettings, Command::OpenAbout})
    CHECK(is<app::Pass>(intend(work, command)).command == command);
}
