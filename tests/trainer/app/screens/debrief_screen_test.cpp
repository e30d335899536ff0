// The debrief, and somebody else's work shown to learn from.
#include "trainer/app/screens/debrief_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/work_screen.h"

using engine::core::AttemptTime;
using engine::core::Span;
using engine::core::SteadyTime;

using namespace rooms;
using ui::Command;

namespace {

struct Desk {
  Household home;
  std::unique_ptr<app::DebriefScreen> screen;
  SteadyTime now = kNow;

  explicit Desk(int dots = 12, const std::vector<support::LessonBuilder>& shelf = {plain_lesson()})
      : home(shelf) {
    Work work(home, home.underway(plain_lesson()));
    work.fill(dots);
    screen = opened<app::DebriefScreen>(is<app::Replace>(work.act(Command::FinishNow)).open, home);
    show(*screen, now);
  }
  app::Next act(Command command, int number = 0) {
    app::Order order;
    order.command = command;
    order.number = number;
    return screen->act(order);
  }
  [[nodiscard]] AttemptTime head() const { return screen->review().panel().playhead_us; }
  [[nodiscard]] std::size_t dots() const { return screen->review().shown().skin.dots.size(); }
};

}  // namespace

TEST_CASE("the debrief shows all of the work, closed and kept, and forgets where one looked") {
  Desk desk;
  CHECK(desk.dots() == 12);
  CHECK(desk.screen->review().shown().finished);
  CHECK(desk.home.records(true).size() == 1);
  CHECK(desk.home.preferences.now().last_view.empty());
}

TEST_CASE("it is played, paused, sought and stepped through by keys") {
  Desk desk;
  const auto end = desk.head();
  desk.act(Command::SeekBack);
  CHECK(desk.head() == std::max(AttemptTime{}, end - 5 * kSecond));
  desk.act(Command::SeekOn);
  CHECK(desk.head() == end);
  desk.act(Command::DotBack);
  CHECK(desk.dots() == 11);
  desk.act(Command::DotBack);
  desk.act(Command::DotOn);
  CHECK(desk.dots() == 11);
  desk.screen->act_on(ui::SeekTo{AttemptTime{0}});
  CHECK(desk.dots() == 0);
  CHECK_FALSE(desk.screen->moving());
  desk.act(Command::TogglePlay);
  CHECK(desk.screen->moving());
  desk.screen->act_on(ui::SetSpeed{4.0});
  for (int i = 0; i < 4; ++i) desk.screen->tick(desk.now += Span{100'000});
  CHECK(desk.head() == AttemptTime{4 * 4 * 100'000});
  desk.act(Command::TogglePlay);
  desk.screen->tick(desk.now += kSecond);
  CHECK(desk.head() == AttemptTime{4 * 4 * 100'000});
}

TEST_CASE("after a pause of the program it plays on where it was, it does not jump ahead") {
  Desk desk;
  desk.screen->act_on(ui::SeekTo{AttemptTime{0}});
  desk.screen->act_on(ui::SetSpeed{1.0});
  desk.act(Command::TogglePlay);
  desk.screen->tick(desk.now += 60 * kSecond);
  CHECK(desk.head() <= AttemptTime{250'000});
}

TEST_CASE(
    "a line of the ledger is chosen by number and by press; beyond it nothing is, and one sees the whole") {
  Desk desk(20);
  const auto lines = static_cast<int>(desk.screen->review().assessment().ledger.size());
  REQUIRE(lines >= 1);
  desk.act(Command::ChooseNumber, 1);
  CHECK(desk.screen->review().chosen() != nullptr);
  desk.screen->act_on(ui::ChooseLine{-1});
  CHECK(desk.screen->review().chosen() == nullptr);
  desk.act(Command::ChooseNumber, lines + 5);
  CHECK(desk.screen->review().chosen() == nullptr);
}

TEST_CASE("again begins the same lesson anew, in the place of the debrief") {
  Desk desk;
  const auto next = desk.act(Command::Again);
  const auto work = opened<app::WorkScreen>(is<app::Replace>(next).open, desk.home);
  CHECK(work->attempt().skin.dots.empty());
  CHECK(work->attempt().site->lesson().id == "plain");
}

TEST_CASE("the next lesson is the one after it on the shelf; after the last one goes home") {
  support::LessonBuilder second("zebra");
  second.target(support::square("square", 25, 35), 20.0)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  Desk desk(12, {plain_lesson(), second});
  desk.home.settle(*desk.screen);
  static_cast<void>(
      opened<app::BriefScreen>(is<app::Replace>(desk.act(Command::NextLesson)).open, desk.home));
  Desk last(12, {plain_lesson()});
  last.home.settle(*last.screen);
  static_cast<void>(is<app::Pop>(last.act(Command::NextLesson)));
}

TEST_CASE("Enter does the first of what is offered, Escape goes home") {
  Desk desk;
  const auto& actions = desk.screen->review().view().actions;
  REQUIRE_FALSE(actions.empty());
  const auto first = desk.act(actions.front().command), enter = desk.act(Command::Proceed);
  CHECK(first.index() == enter.index());
  static_cast<void>(is<app::Pop>(desk.act(Command::Back)));
}

TEST_CASE("everything that it offers can be asked for") {
  Desk desk;
  for (const auto& action : desk.screen->review().view().actions) {
    CAPTURE(action.words);
    CHECK(desk.screen->can(action.command));
  }
}

TEST_CASE("no needle works here: the commands of one are not known") {
  Desk desk;
  for (const auto command : {Command::Needle, Command::Undo, Command::Stretch, Command::OpenTray,
                             Command::HoldMirror, Command::HoldLoupe, Command::MoveByHand})
    CHECK_FALSE(desk.screen->can(command));
  CHECK(desk.screen->can(Command::ToggleLoupe));
  CHECK(desk.screen->can(Command::ZoomIn));
}

TEST_CASE("heat maps go round, the last is followed by none") {
  Paper paper;
  Desk desk;
  for (int i = 0; i < 6; ++i) {
    CHECK(stays(desk.act(Command::NextMap)));
    CHECK(paper.draw(*desk.screen).empty());
  }
}

TEST_CASE("a drag over the work moves it, and lets go where it is lifted") {
  Desk desk;
  const auto middle = ui::debrief_layout(kFrame).canvas.centre();
  const Vec2 at{middle.x, middle.y};
  desk.home.give(*desk.screen, platform::PointerPressed{.sample = mouse(desk.now, at)});
  CHECK(desk.screen->owns({1, 1}));
  desk.home.give(*desk.screen, platform::PointerReleased{.sample = mouse(desk.now, at)});
  CHECK_FALSE(desk.screen->owns({1, 1}));
}

TEST_CASE("a record is opened to be looked at, and says when it cannot be read") {
  Desk desk;
  const auto finished = desk.home.records(true);
  REQUIRE(finished.size() == 1);
  const auto again = opened<app::DebriefScreen>(app::review_of(finished[0].path).open, desk.home);
  CHECK(again->review().result_line() == desk.screen->review().result_line());
  CHECK_FALSE(desk.home.open(app::review_of("/nowhere.smprec").open));
}

TEST_CASE("an expert's demonstration plays by itself, records nothing, and goes back to where one was") {
  Household home;
  const auto next = app::demonstration_of(package(plain_lesson()));
  const auto screen = opened<app::DebriefScreen>(next.open, home);
  show(*screen);
  CHECK(screen->review().view().watching);
  CHECK(screen->review().panel().playing);
  CHECK(screen->moving());
  CHECK(home.profile.records().empty());
  static_cast<void>(is<app::Pop>(screen->act({.command = Command::Back})));
}

TEST_CASE("commands of a shape of their own are done, the window's are passed") {
  Desk desk;
  CHECK(stays(desk.screen->act_on(ui::ChooseTab{ui::DebriefTab::Criteria})));
  CHECK(desk.screen->review().panel().tab == ui::DebriefTab::Criteria);
  CHECK(is<app::Pass>(desk.screen->act_on(Command::OpenSettings)).command == Command::OpenSettings);
}

TEST_CASE("the years are offered for work in zones, and opening them is announced") {
  Desk desk;
  CHECK_FALSE(is<app::Push>(desk.act(Command::OpenHealed)).announce.empty());
}
