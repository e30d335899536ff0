// The skin in the window as the hand moves it; the picture shows nothing here.
#include "trainer/canvas/canvas_view.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace trainer;
using canvas::CanvasView;
using canvas::Vec2;
using engine::platform::Button;
using engine::platform::PointerKind;
using engine::platform::PointerPressed;
using engine::platform::PointerSample;
using ui::Command;

namespace {

constexpr Span kSecond{1'000'000};

std::shared_ptr<const assessment::Site> pad() {
  return *assessment::Site::make(support::field(40.0).step(support::StepKind::NeedleWork).lesson());
}

PointerSample at(Vec2 px, PointerKind kind = PointerKind::Mouse, engine::platform::DeviceId device = 0) {
  PointerSample sample;
  sample.at = px;
  sample.kind = kind;
  sample.device = device;
  return sample;
}

struct Desk {
  canvas::Picture picture;
  CanvasView view{pad(), picture};
  SteadyTime now{1'000'000};

  Desk() {
    view.place({0, 40, 1000, 760}, {100, 40, 800, 760}, 1.0, false);
    view.eye().look_at({30'000, 30'000}, 14.0, now);
    view.eye().jump();
    view.tick(now);
  }
  [[nodiscard]] Vec2 px(double x, double y) const {
    const auto p = view.lens().project(engine::scalp::canvas_point_from_mm({x, y}));
    REQUIRE(p);
    return {p->x, p->y};
  }
  void act(Command command, bool down = true, int number = 0) { view.act(command, down, number, now); }
  void press(Vec2 px, Button button = Button::Left, PointerKind kind = PointerKind::Mouse) {
    view.hand().press({.sample = at(px, kind), .button = button});
  }
  [[nodiscard]] double zoom() const { return view.lens().points_per_mm(); }
};

}  // namespace

TEST_CASE("it knows the commands of the view and no others") {
  for (const auto command : {Command::ZoomIn, Command::TurnLeft, Command::Tape, Command::LookFrom,
                             Command::MoveByHand, Command::HoldMirror, Command::WholeView})
    CHECK(CanvasView::knows(command));
  for (const auto command : {Command::Needle, Command::Undo, Command::NextMap, Command::ToggleOverlays,
                             Command::ResetView, Command::TogglePlay, Command::GoHome})
    CHECK_FALSE(CanvasView::knows(command));
}

TEST_CASE("a zoom keeps what is under the pointer, or the middle where the pointer is elsewhere") {
  Desk desk;
  const Vec2 corner = desk.px(20, 20);
  desk.view.hand().move(at(corner), true);
  desk.act(Command::ZoomIn);
  CHECK(desk.zoom() == doctest::Approx(14.0 * 1.15));
  CHECK(desk.px(20, 20).x == doctest::Approx(corner.x));
  CHECK(desk.px(20, 20).y == doctest::Approx(corner.y));
  desk.act(Command::ZoomOut);
  CHECK(desk.zoom() == doctest::Approx(14.0));
  desk.view.hand().move(at({1, 1}), false);
  const Vec2 middle = desk.px(30, 30);
  desk.act(Command::ZoomIn);
  CHECK(desk.px(30, 30).x == doctest::Approx(middle.x));
}

TEST_CASE("so many notches of the wheel are as many steps") {
  Desk desk;
  desk.view.hand().move(at(desk.px(30, 30)), true);
  desk.view.hand().wheel(3.0);
  CHECK(desk.zoom() == doctest::Approx(14.0 * 1.15 * 1.15 * 1.15));
  desk.view.hand().wheel(-3.0);
  CHECK(desk.zoom() == doctest::Approx(14.0));
}

TEST_CASE("a pad is dragged with the left and the middle button, and follows the pointer") {
  for (const auto button : {Button::Left, Button::Middle}) {
    Desk desk;
    const Vec2 from = desk.px(30, 30);
    desk.press(from, button);
    REQUIRE(desk.view.hand().dragging());
    CHECK(desk.view.hand().dragged_by() == 0);
    desk.view.hand().move(at(from + Vec2{50, -20}), true);
    CHECK(desk.px(30, 30).x == doctest::Approx(from.x + 50));
    CHECK(desk.px(30, 30).y == doctest::Approx(from.y - 20));
    desk.view.hand().release();
    CHECK_FALSE(desk.view.hand().dragging());
    desk.view.hand().move(at(from + Vec2{90, 90}), true);
    CHECK(desk.px(30, 30).x == doctest::Approx(from.x + 50));
  }
}

TEST_CASE("other buttons drag nothing; on the barrel of a pen every one turns") {
  Desk desk;
  desk.press(desk.px(30, 30), Button::Other);
  CHECK_FALSE(desk.view.hand().dragging());
  desk.press(desk.px(30, 30), Button::Other, PointerKind::Pen);
  CHECK(desk.view.hand().dragging());
}

TEST_CASE("nudges move the picture by forty points") {
  Desk desk;
  const Vec2 before = desk.px(30, 30);
  desk.act(Command::NudgeLeft);
  CHECK(desk.px(30, 30).x == doctest::Approx(before.x + 40));
  desk.act(Command::NudgeRight);
  desk.act(Command::NudgeUp);
  CHECK(desk.px(30, 30).x == doctest::Approx(before.x));
  CHECK(desk.px(30, 30).y == doctest::Approx(before.y + 40));
  desk.act(Command::NudgeDown);
  CHECK(desk.px(30, 30).y == doctest::Approx(before.y));
}

TEST_CASE("rolls undo each other, and Square straightens") {
  Desk desk;
  const Vec2 before = desk.px(40, 30);
  desk.act(Command::RollLeft);
  CHECK(desk.px(40, 30).y != doctest::Approx(before.y));
  desk.act(Command::RollRight);
  CHECK(desk.px(40, 30).y == doctest::Approx(before.y));
}

TEST_CASE("the mirror is held, kept by two presses, and let go with everything else") {
  Desk desk;
  const auto mirrored = [&] { return desk.view.lens().camera().mirrored; };
  desk.act(Command::HoldMirror);
  CHECK(mirrored());
  desk.act(Command::HoldMirror, false);
  CHECK_FALSE(mirrored());
  desk.now += kSecond;
  desk.act(Command::HoldMirror);
  desk.view.let_go();
  CHECK_FALSE(mirrored());
  desk.act(Command::Mirror);
  desk.view.let_go();
  CHECK(mirrored());  // it was kept, not held
  desk.act(Command::Mirror);
  CHECK_FALSE(mirrored());
}

TEST_CASE("the loupe is held or toggled") {
  Desk desk;
  desk.act(Command::HoldLoupe);
  CHECK(desk.view.loupe());
  desk.act(Command::HoldLoupe, false);
  CHECK_FALSE(desk.view.loupe());
  desk.act(Command::ToggleLoupe);
  CHECK(desk.view.loupe());
  desk.view.let_go();
  CHECK(desk.view.loupe());
  desk.act(Command::ToggleLoupe);
  CHECK_FALSE(desk.view.loupe());
}

TEST_CASE("focus that goes lets go of a drag and of the hand on the picture") {
  Desk desk;
  desk.act(Command::MoveByHand);
  CHECK(desk.view.hand().by_hand());
  desk.press(desk.px(30, 30));
  REQUIRE(desk.view.hand().dragging());
  desk.view.let_go();
  CHECK_FALSE(desk.view.hand().by_hand());
  CHECK_FALSE(desk.view.hand().dragging());
}

TEST_CASE("the tape: its beginning by key, its end by press, and away") {
  Desk desk;
  desk.view.eye().look_at({30'000, 30'000}, 10.0, desk.now);  // skin beside the pad is seen
  desk.view.eye().jump();
  desk.view.tick(desk.now);
  desk.view.hand().move(at({1, 1}), false);
  desk.act(Command::Tape);
  CHECK_FALSE(desk.view.tape().out());  // the pointer is not over the skin
  desk.view.hand().move(at(desk.px(20, 30)), true);
  desk.act(Command::Tape);
  CHECK(desk.view.tape().loose());
  desk.press({101, 41});  // beside the skin: it stays in the hand
  CHECK(desk.view.tape().loose());
  desk.press(desk.px(40, 30));
  CHECK_FALSE(desk.view.hand().dragging());
  CHECK_FALSE(desk.view.tape().loose());
  desk.view.hand().move(at(desk.px(50, 30)), true);
  desk.act(Command::Tape);
  CHECK_FALSE(desk.view.tape().out());
}

TEST_CASE("a flash goes by itself and keeps the view moving meanwhile") {
  Desk desk;
  CHECK_FALSE(desk.view.moving());
  desk.view.flash({30'000, 30'000});
  CHECK(desk.view.moving());
  CHECK(desk.view.tick(desk.now + kSecond));
  CHECK_FALSE(desk.view.tick(desk.now + 2 * kSecond));
}

TEST_CASE("a flight ends by itself; with reduced motion there is none") {
  Desk desk;
  desk.view.eye().look_at({20'000, 20'000}, 20.0, desk.now);
  CHECK(desk.view.moving());
  CHECK(desk.view.tick(desk.now + Span{100'000}));
  CHECK_FALSE(desk.view.tick(desk.now + kSecond));
  CHECK(desk.zoom() == doctest::Approx(20.0));
  desk.view.place({0, 40, 1000, 760}, {100, 40, 800, 760}, 1.0, true);
  desk.view.eye().look_at({40'000, 40'000}, 14.0, desk.now);
  CHECK_FALSE(desk.view.moving());
}

TEST_CASE("tape, flash and scale bar are ink; the loupe only over the skin") {
  Desk desk;
  ui::Ui ui;
  desk.view.hand().move(at(desk.px(20, 30)), true);
  desk.act(Command::Tape);
  desk.view.hand().move(at(desk.px(40, 30)), true);
  desk.view.flash({30'000, 30'000});
  desk.act(Command::ToggleLoupe);
  ui::CanvasInk ink;
  desk.view.add_to(ink, ui, false);
  CHECK(ink.scale_bar_px == doctest::Approx(70.0));
  REQUIRE(ink.tags.size() == 1);
  CHECK(ink.tags[0].text == "20.0 mm");
  CHECK(ink.marks.size() == 3);  // both ends of the tape, and the flash
  REQUIRE(ink.loupe);
  CHECK(ink.loupe->one_mm_px == doctest::Approx(42.0));
  CHECK(ink.loupe->centre.x < 500);  // away from a right hand
  ui::CanvasInk left;
  desk.view.add_to(left, ui, true);
  CHECK(left.loupe->centre.x > 500);
  desk.view.hand().move(at({1, 1}), false);
  ui::CanvasInk none;
  desk.view.add_to(none, ui, false);
  CHECK_FALSE(none.loupe);
}

TEST_CASE("the loupe makes way when the needle comes near it") {
  Desk desk;
  ui::Ui ui;
  desk.act(Command::ToggleLoupe);
  desk.view.eye().moves().nudge({-300, -250});
  for (int i = 0; i < 6; ++i) desk.view.eye().moves().zoom({300, 200}, 1.15);
  desk.view.hand().move(at({180, 140}), true);
  REQUIRE(desk.view.lens().pick({180, 140}));
  ui::CanvasInk ink;
  desk.view.add_to(ink, ui, false);
  REQUIRE(ink.loupe);
  CHECK(ink.loupe->centre.x > 500);
}

TEST_CASE("views share the picture: it shows whoever came last, and the other again when it is on top") {
  canvas::Picture picture;
  CanvasView first(pad(), picture);
  CHECK(picture.shown_for(&first));
  CanvasView second(pad(), picture);
  CHECK(picture.shown_for(&second));
  first.show_again();
  CHECK(picture.shown_for(&first));
  first.show_again();
  CHECK(picture.shown_for(&first));
}

TEST_CASE("from every side that there is, by number") {
  Desk desk;
  for (int view = 1; view <= 5; ++view) {
    desk.act(Command::LookFrom, true, view);
    desk.view.tick(desk.now += kSecond);
    CHECK_FALSE(desk.view.moving());
  }
}
