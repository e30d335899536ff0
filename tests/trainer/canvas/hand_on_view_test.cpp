// The hand on the view, without a view round it.
#include "trainer/canvas/hand_on_view.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/trainer/canvas/over_skin.h"

using namespace trainer::canvas;
using namespace trainer::support;
using engine::platform::Button;
using engine::platform::PointerKind;
using engine::platform::PointerSample;

namespace {

struct Desk {
  Eye eye;
  Tape tape;
  HandOnView hand{eye, tape};

  explicit Desk(const engine::scalp::Canvas& canvas = pad(), CanvasPoint at = {30'000, 30'000})
      : eye(over(canvas, at)) {}
  static PointerSample sample(Vec2 px, PointerKind kind = PointerKind::Mouse) {
    PointerSample s;
    s.at = px;
    s.kind = kind;
    return s;
  }
  void press(Vec2 px, Button button = Button::Left, PointerKind kind = PointerKind::Mouse) {
    hand.press({.sample = sample(px, kind), .button = button});
  }
  void move(Vec2 px, bool over_it = true) { hand.move(sample(px), over_it); }
  [[nodiscard]] const Camera& camera() const { return eye.lens().camera(); }
  [[nodiscard]] double zoom() const { return eye.lens().points_per_mm(); }
};

}  // namespace

TEST_CASE("before anything has moved the pointer is nowhere, and nothing is dragged") {
  const Desk desk;
  CHECK_FALSE(desk.hand.over());
  CHECK_FALSE(desk.hand.over_at());
  CHECK_FALSE(desk.hand.dragging());
  CHECK_FALSE(desk.hand.by_hand());
}

TEST_CASE("the pointer is known beside the canvas too, but is over it only there") {
  Desk desk;
  desk.move({300, 200}, false);
  CHECK(desk.hand.pointer() == Vec2{300, 200});
  CHECK_FALSE(desk.hand.over_at());
  desk.move({310, 210}, true);
  CHECK(desk.hand.over_at() == Vec2{310, 210});
}

TEST_CASE("a move without a press moves nothing, and a release ends a drag where it is") {
  Desk desk;
  const Camera before = desk.camera();
  desk.move({400, 300});
  desk.move({500, 350});
  CHECK(desk.camera() == before);
  desk.press({500, 350});
  desk.move({540, 350});
  const Camera dragged = desk.camera();
  CHECK(dragged != before);
  desk.hand.release();
  desk.move({700, 500});
  CHECK(desk.camera() == dragged);
}

TEST_CASE("a drag is whose press began it") {
  Desk desk;
  auto sample = Desk::sample({400, 300}, PointerKind::Pen);
  sample.device = 7;
  desk.hand.press({.sample = sample, .button = Button::Right});
  CHECK(desk.hand.dragging());
  CHECK(desk.hand.dragged_by() == 7);
}

TEST_CASE("with Ctrl a drag that would turn rolls") {
  for (const bool ctrl : {false, true}) {
    Desk desk(head(), {0, 60'000});
    desk.press({400, 300});
    auto sample = Desk::sample({460, 300});
    sample.modifiers.ctrl = ctrl;
    const Camera before = desk.camera();
    desk.hand.move(sample, true);
    CHECK((desk.camera().roll != before.roll) == ctrl);
    CHECK((desk.camera().yaw != before.yaw) == !ctrl);
  }
}

TEST_CASE("by hand the left button moves a head that it would turn, until it is let go") {
  Desk desk(head(), {0, 60'000});
  desk.hand.move_picture(true);
  CHECK(desk.hand.by_hand());
  const double yaw = desk.camera().yaw.value;
  desk.press({400, 300});
  desk.move({430, 300});
  CHECK(desk.camera().yaw.value == yaw);
  desk.hand.let_go();
  CHECK_FALSE(desk.hand.by_hand());
  CHECK_FALSE(desk.hand.dragging());
  desk.press({430, 300});
  desk.move({460, 300});
  CHECK(desk.camera().yaw.value != yaw);
}

TEST_CASE(
    "with the tape in the hand a press sets its end and drags nothing; beside the skin it does neither") {
  Desk desk;
  desk.tape.press({20'000, 30'000});
  desk.press({-4'000, -4'000});
  CHECK(desk.tape.loose());
  CHECK_FALSE(desk.hand.dragging());
  desk.press(middle());
  CHECK_FALSE(desk.tape.loose());
  CHECK(desk.tape.out());
  CHECK_FALSE(desk.hand.dragging());
  desk.press(middle());  // it lies: the next press drags again
  CHECK(desk.hand.dragging());
}

TEST_CASE("a press by hand drags even with the tape in the hand, and so does the barrel of a pen") {
  Desk desk;
  desk.tape.press({20'000, 30'000});
  desk.press(middle(), Button::Right, PointerKind::Pen);
  CHECK(desk.hand.dragging());
  desk.hand.release();
  desk.hand.move_picture(true);
  desk.press(middle());
  CHECK(desk.hand.dragging());
  CHECK(desk.tape.loose());
}

TEST_CASE("a step zooms as a notch does: at the pointer, or in the middle when that is elsewhere") {
  Desk desk;
  desk.move(middle() + Vec2{60, 40});
  const auto under = desk.eye.lens().pick(desk.hand.pointer());
  REQUIRE(under.has_value());
  desk.hand.step(1);
  const double stepped = desk.zoom();
  CHECK(apart_px(*desk.eye.lens().project(*under), desk.hand.pointer()) < 0.1);
  desk.hand.step(-1);
  desk.hand.wheel(1.0);
  CHECK(desk.zoom() == doctest::Approx(stepped));
  desk.hand.wheel(-1.0);
  desk.move({0, 0}, false);
  desk.hand.step(1);
  CHECK(apart_px(*desk.eye.lens().project({30'000, 30'000}), middle()) < 0.1);
}
