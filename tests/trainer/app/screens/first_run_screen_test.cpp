// The first minutes on their screen: crosses, a window, the comparison.
#include "trainer/app/screens/first_run_screen.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/lesson_files.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace rooms;
using ui::Command;
using ui::FirstPart;

namespace {

class Room : public app::FirstRunScreen {
 public:
  using CanvasRoom::view_;
  using FirstRunScreen::FirstRunScreen;
  using NeedleRoom::hand_;
  using NeedleRoom::sitting_;
};

struct Desk {
  Household home;
  std::unique_ptr<Room> screen;
  SteadyTime now = kNow;

  Desk() {
    auto lesson = app::first_lesson();
    REQUIRE(lesson);
    auto sitting = app::Sitting::start(*lesson, home.profile, true, kNow, kUnix);
    REQUIRE(sitting);
    home.saving.watch((*sitting)->recording());
    screen =
        std::make_unique<Room>(std::move(*sitting), home.picture, home.preferences, home.devices, home.feel);
    show(*screen, now);
  }
  [[nodiscard]] FirstPart part() const { return screen->minutes().state().part; }
  [[nodiscard]] Vec2 px(CanvasPoint at) const {
    const auto seen = screen->view_.lens().project(at);
    REQUIRE(seen);
    return {seen->x, seen->y};
  }
  void dot(CanvasPoint at) {
    screen->view_.eye().jump();
    now += Span{400'000};
    home.give(*screen, platform::PointerPressed{.sample = mouse(now, px(at))});
    now += kPress;
    home.give(*screen, platform::PointerReleased{.sample = mouse(now, px(at))});
    screen->tick(now);
  }
  void crosses(int many) {
    for (int i = 0; i < many; ++i) {
      const auto cross = screen->minutes().cross();
      REQUIRE(cross);
      dot(*cross);
    }
  }
  app::Next act(Command command) {
    app::Order order;
    order.command = command;
    order.t_us = now;
    return screen->act(order);
  }
};

}  // namespace

TEST_CASE("the first cross is in view, and a dot on it brings the next one and a frame") {
  Desk desk;
  CHECK(desk.part() == FirstPart::Touch);
  const auto cross = desk.screen->minutes().cross();
  REQUIRE(cross);
  CHECK(ui::first_run_layout(kFrame).canvas.contains(
      {static_cast<float>(desk.px(*cross).x), static_cast<float>(desk.px(*cross).y)}));
  desk.now += Span{400'000};
  desk.home.give(*desk.screen, platform::PointerPressed{.sample = mouse(desk.now, desk.px(*cross))});
  desk.now += kPress;
  desk.home.give(*desk.screen, platform::PointerReleased{.sample = mouse(desk.now, desk.px(*cross))});
  CHECK(desk.part() == FirstPart::Crosses);
  CHECK(is<app::Stay>(desk.screen->tick(desk.now)).redraw);
  CHECK_FALSE(is<app::Stay>(desk.screen->tick(desk.now)).redraw);
  CHECK(desk.screen->minutes().state().answers.size() == 1);
}

TEST_CASE("Enter goes on only when the part is done, the quiet button at any time") {
  Desk desk;
  desk.crosses(4);
  CHECK(stays(desk.act(Command::Proceed)));
  CHECK(desk.part() == FirstPart::Crosses);
  desk.crosses(6);
  CHECK(stays(desk.act(Command::Proceed)));
  CHECK(desk.part() == FirstPart::Window);
  CHECK(stays(desk.act(Command::Proceed)));
  CHECK(desk.part() == FirstPart::Window);
  CHECK(stays(desk.act(Command::SkipPart)));
  CHECK(desk.part() == FirstPart::Compare);
}

TEST_CASE("six in ten of the window's dots are enough to compare") {
  Desk desk;
  desk.crosses(1);
  desk.act(Command::NextPart);
  REQUIRE(desk.part() == FirstPart::Window);
  const auto low = app::window_low();
  for (int i = 0; i < 36; ++i) desk.dot({low.u_um + 1000 + 2500 * (i % 6), low.v_um + 1000 + 2500 * (i / 6)});
  CHECK(desk.screen->minutes().state().window_dots == 36);
  CHECK(stays(desk.act(Command::Proceed)));
  CHECK(desk.part() == (36 * 10 >= desk.screen->minutes().state().window_asked * 6 ? FirstPart::Compare
                                                                                   : FirstPart::Window));
}

TEST_CASE("beside the expert's nothing is pressed any more, and Enter goes home with all of it kept") {
  Desk desk;
  desk.crosses(1);
  desk.act(Command::NextPart);
  desk.act(Command::SkipPart);
  REQUIRE(desk.part() == FirstPart::Compare);
  CHECK_FALSE(desk.screen->can(Command::Needle));
  desk.screen->view_.eye().jump();
  const auto middle = ui::first_run_layout(kFrame).canvas.centre();
  desk.home.give(*desk.screen, platform::PointerPressed{.sample = mouse(desk.now, {middle.x, middle.y})});
  CHECK_FALSE(desk.screen->hand_.down());
  CHECK_FALSE(desk.screen->view_.hand().dragging());
  CHECK(is<app::Pop>(desk.act(Command::Proceed)).said.empty());
  CHECK(desk.home.preferences.now().first_run_done);
  CHECK(desk.home.records(true).size() == 1);
}

TEST_CASE("whoever leaves at once is not asked again at the next start") {
  Desk desk;
  CHECK(is<app::Pop>(desk.act(Command::SkipPart)).said.empty());
  CHECK(desk.home.preferences.now().first_run_done);
}

TEST_CASE("a part that changes in the middle of a contact lifts the needle first") {
  Desk desk;
  desk.crosses(10);
  desk.now += Span{400'000};
  const auto at = desk.px({50'000, 50'000});
  desk.home.give(*desk.screen, platform::PointerPressed{.sample = mouse(desk.now, at)});
  REQUIRE(desk.screen->hand_.down());
  CHECK_FALSE(desk.screen->can(Command::NextPart));
  desk.home.give(*desk.screen, platform::WindowHidden{desk.now + kPress});
  CHECK(desk.screen->can(Command::NextPart));
}

TEST_CASE("undo takes a cross's answer back, without flying away") {
  Desk desk;
  desk.crosses(3);
  desk.act(Command::Undo);
  CHECK(desk.screen->minutes().state().answers.size() == 2);
  CHECK_FALSE(desk.screen->view_.eye().flying());
  desk.act(Command::Redo);
  CHECK(desk.screen->minutes().state().answers.size() == 3);
  desk.act(Command::UndoDot);
  desk.act(Command::Undo);
  desk.act(Command::Undo);
  CHECK(desk.part() == FirstPart::Touch);
  CHECK(stays(desk.act(Command::LastDot)));
}

TEST_CASE("after a crash the record alone brings the part and the answers back") {
  Desk desk;
  desk.crosses(5);
  const std::string record = desk.screen->sitting_->record();
  desk.screen.reset();
  const auto again = app::continue_work(record);
  const auto screen = opened<app::FirstRunScreen>(again.open, desk.home);
  CHECK(screen->minutes().state().answers.size() == 5);
  CHECK(screen->minutes().state().part == FirstPart::Crosses);
}

TEST_CASE("it is drawn in every part") {
  Paper paper;
  Desk desk;
  CHECK(paper.draw(*desk.screen).empty());
  desk.crosses(1);
  for (int i = 0; i < 2; ++i) {
    desk.act(Command::NextPart);
    CHECK(paper.draw(*desk.screen).empty());
  }
  CHECK(desk.part() == FirstPart::Compare);
}

TEST_CASE("the first minutes open anew above the screen that asks") {
  Household home;
  const auto screen = opened<app::FirstRunScreen>(app::first_minutes().open, home);
  CHECK(screen->minutes().state().part == FirstPart::Touch);
  home.saving.wait();
  CHECK(home.profile.records().size() == 1);
}
