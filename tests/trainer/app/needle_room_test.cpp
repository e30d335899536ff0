// Pointers, the key D and devices over a room where a needle works: one hand at a time.
#include "trainer/app/needle_room.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace rooms;
using platform::Button;
using ui::Command;

TEST_CASE("a press of the mouse is a dot where the pointer was, as long as it was pressed") {
  Work work;
  work.dot(30, 30);
  REQUIRE(work.attempt().skin.dots.size() == 1);
  const auto& dot = work.attempt().skin.dots[0];
  CHECK(std::abs(dot.at.u_um - 30'000) < 100);
  CHECK(std::abs(dot.at.v_um - 30'000) < 100);
  CHECK(depth_state(dot, engine::skin::kDepthBand) == engine::skin::DepthState::Target);
  CHECK(work.attempt().skin.device.kind == engine::sim::DeviceKind::Mouse);
  CHECK(count<engine::sim::ViewScaled>(work.events()) == 1);
  CHECK_FALSE(work.down());
  CHECK(work.said().empty());
}

TEST_CASE("a pen's press brings its device, its pressure and its name on record") {
  Work work;
  work.home().connect(kPen);
  work.pen_dot(30, 30);
  REQUIRE(work.attempt().skin.dots.size() == 1);
  CHECK(work.attempt().skin.device.kind == engine::sim::DeviceKind::Pen);
  CHECK(work.attempt().skin.device.name == "A pen");
  CHECK(work.attempt().skin.dots[0].depth_source == engine::skin::DepthSource::Measured);
}

TEST_CASE("the key D lowers the needle where the pointer is, and lifts it when it comes up") {
  Work work;
  work.move(work.px(25, 30));
  work.wait(Span{400'000});
  CHECK(work.screen().can(Command::Needle));
  work.act(Command::Needle);
  CHECK(work.down());
  CHECK(work.screen().hand_.by_key());
  work.wait(kPress);
  work.act(Command::Needle, false);
  CHECK_FALSE(work.down());
  REQUIRE(work.dots() == 1);
  CHECK(work.attempt().skin.device.name == "key D");
  CHECK(work.attempt().skin.device.kind == engine::sim::DeviceKind::Key);
  CHECK(std::abs(work.attempt().skin.dots[0].at.u_um - 25'000) < 100);
}

TEST_CASE("the key D does nothing where the pointer is not over the skin's picture") {
  Work work;
  work.move({5, 5});  // in the bar
  work.act(Command::Needle);
  CHECK_FALSE(work.down());
  work.act(Command::Needle, false);
  CHECK(work.dots() == 0);
}

TEST_CASE("while the key holds the needle, neither a press nor a release of the mouse disturbs it") {
  Work work;
  const Vec2 at = work.px(30, 30);
  work.move(at);
  work.wait(Span{400'000});
  work.act(Command::Needle);
  work.wait(Span{50'000});
  work.press(at);
  work.wait(Span{50'000});
  work.lift(at);
  CHECK(work.down());
  work.wait(Span{50'000});
  work.act(Command::Needle, false);
  CHECK(work.dots() == 1);
  CHECK(work.attempt().skin.lifts.size() == 1);
}

TEST_CASE("the key comes up a second time: nothing is lifted that was not down") {
  Work work;
  const Vec2 at = work.px(30, 30);
  work.wait(Span{400'000});
  work.press(at);
  work.act(Command::Needle, false);
  CHECK(work.down());
  work.wait(kPress);
  work.lift(at);
  CHECK(work.dots() == 1);
}

TEST_CASE("while a pen holds the needle, the mouse only hovers") {
  Work work;
  work.home().connect(kPen);
  const Vec2 at = work.px(30, 30), elsewhere = work.px(20, 40);
  work.wait(Span{400'000});
  work.pen_press(at);
  REQUIRE(work.down());
  const auto before = work.screen().view_.hand().pointer();
  work.wait(Span{30'000});
  work.move(elsewhere);
  CHECK(work.screen().view_.hand().pointer() == before);
  work.press(elsewhere);
  work.lift(elsewhere);
  CHECK(work.down());
  work.press(elsewhere, Button::Right);
  CHECK_FALSE(work.screen().view_.hand().dragging());
  work.wait(Span{120'000});
  work.pen_lift(at);
  CHECK_FALSE(work.down());
  REQUIRE(work.dots() == 1);
  CHECK(std::abs(work.attempt().skin.dots[0].at.u_um - 30'000) < 100);
}

TEST_CASE("while a pen holds the needle, another pen can do nothing") {
  Work work;
  work.home().connect(kPen);
  work.home().connect(kOtherPen);
  const Vec2 at = work.px(30, 30);
  work.wait(Span{400'000});
  work.pen_press(at);
  work.wait(Span{20'000});
  work.pen_press(work.px(20, 20), 0.9, kOtherPen);
  work.pen_lift(work.px(20, 20), kOtherPen);
  CHECK(work.down());
  CHECK(work.screen().hand_.device() == kPen.id);
  work.wait(kPress);
  work.pen_lift(at);
  CHECK(work.dots() == 1);
}

TEST_CASE("a drag of the picture belongs to who began it, until it is let go") {
  Work work;
  work.home().connect(kPen);
  const Vec2 at = work.px(30, 30);
  work.press(at, Button::Middle);
  REQUIRE(work.screen().view_.hand().dragging());
  work.pen_press(work.px(25, 25));
  CHECK_FALSE(work.down());
  work.pen_lift(work.px(25, 25));
  CHECK(work.screen().view_.hand().dragging());
  work.press(at);  // the mouse's own left button, while its middle one drags
  CHECK_FALSE(work.down());
  const auto before = work.px(30, 30);
  work.move(at + Vec2{40, 0});
  CHECK(work.px(30, 30).x == doctest::Approx(before.x + 40));
  work.lift(at + Vec2{40, 0}, Button::Middle);
  CHECK_FALSE(work.screen().view_.hand().dragging());
  CHECK(work.dots() == 0);
}

TEST_CASE("the echo of a pen that the system's mouse makes never reaches the needle") {
  Work work;
  auto echo = mouse(work.now(), work.px(30, 30));
  echo.echo = true;
  work.give(platform::PointerPressed{.sample = echo});
  CHECK_FALSE(work.down());
  work.give(platform::PointerReleased{.sample = echo});
  work.wait(Span{300'000});
  work.press(work.px(20, 20));
  REQUIRE(work.down());
  work.give(platform::PointerMoved{echo});
  work.give(platform::PointerReleased{.sample = echo});
  CHECK(work.down());
  CHECK(work.attempt().skin.contact->last.at.u_um < 21'000);
}

TEST_CASE("a device that goes in mid-stroke lifts the needle there, and says so") {
  Work work;
  work.home().connect(kPen);
  const Vec2 at = work.px(30, 30);
  SUBCASE("unplugged") {
    work.wait(Span{400'000});
    work.pen_press(at);
    work.wait(Span{100'000});
    work.give(platform::DeviceGone{kPen.id, work.now()});
  }
  SUBCASE("out of the tablet's reach") {
    work.wait(Span{400'000});
    work.pen_press(at);
    work.wait(Span{100'000});
    work.give(platform::ProximityChanged{.sample = pen(work.now(), at, 0.0), .near = false});
  }
  CHECK_FALSE(work.down());
  CHECK(work.said().find("went away in mid-stroke") != std::string::npos);
  CHECK(count<engine::sim::ContactInterrupted>(work.events()) == 1);
  CHECK(work.dots() == 1);
}

TEST_CASE("another device that goes lifts nothing") {
  Work work;
  work.home().connect(kPen);
  work.home().connect(kOtherPen);
  work.wait(Span{400'000});
  work.pen_press(work.px(30, 30));
  work.give(platform::DeviceGone{kOtherPen.id, work.now()});
  work.give(
      platform::ProximityChanged{.sample = pen(work.now(), work.px(20, 20), 0.0, kOtherPen), .near = false});
  CHECK(work.down());
  CHECK(work.said().empty());
}

TEST_CASE("a device that goes lets the picture go that it dragged") {
  Work work;
  work.home().connect(kPen);
  auto barrel = pen(work.now(), work.px(30, 30), 0.5);
  work.give(platform::PointerPressed{.sample = barrel, .button = Button::Right});
  REQUIRE(work.screen().view_.hand().dragging());
  work.give(platform::DeviceGone{kPen.id, work.now()});
  CHECK_FALSE(work.screen().view_.hand().dragging());
}

TEST_CASE("focus that goes lifts the key's needle, not the mouse's, whose release still comes") {
  Work work;
  const Vec2 at = work.px(30, 30);
  SUBCASE("key") {
    work.move(at);
    work.wait(Span{400'000});
    work.act(Command::Needle);
    work.wait(Span{100'000});
    work.give(platform::FocusLost{work.now()});
    CHECK_FALSE(work.down());
    CHECK(count<engine::sim::ContactInterrupted>(work.events()) == 1);
    CHECK(work.dots() == 1);
  }
  SUBCASE("mouse") {
    work.wait(Span{400'000});
    work.press(at);
    work.wait(Span{100'000});
    work.give(platform::FocusLost{work.now()});
    CHECK(work.down());
    work.wait(Span{50'000});
    work.lift(at);
    CHECK_FALSE(work.down());
    CHECK(count<engine::sim::ContactInterrupted>(work.events()) == 0);
    CHECK(work.dots() == 1);
  }
}

TEST_CASE("a window that is hidden or resized lifts the needle where it is") {
  Work work;
  const Vec2 at = work.px(30, 30);
  work.wait(Span{400'000});
  work.press(at);
  work.tick(Span{100'000});
  REQUIRE(work.down());
  SUBCASE("hidden") {
    work.give(platform::WindowHidden{work.now()});
  }
  SUBCASE("resized") {
    work.give(platform::WindowResized{});
  }
  CHECK_FALSE(work.down());
  CHECK(count<engine::sim::ContactInterrupted>(work.events()) == 1);
  CHECK(work.attempt().skin.t_us == AttemptTime{} + (work.now() - kNow));
  work.lift(at);  // its release comes later, and means nothing
  CHECK(work.dots() == 1);
  CHECK(work.attempt().skin.lifts.size() == 1);
}

TEST_CASE("in the mirror view the needle is off, and says how to come back") {
  Work work;
  const Vec2 at = work.px(30, 30);
  work.act(Command::Mirror);
  REQUIRE(work.screen().view_.lens().camera().mirrored);
  work.wait(Span{400'000});
  work.press(at);
  CHECK_FALSE(work.down());
  CHECK(work.said().find("Mirror view") != std::string::npos);
  work.act(Command::Mirror);
  CHECK(work.said().empty());
  CHECK_FALSE(work.screen().view_.lens().camera().mirrored);
  work.dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("the other end of a pen makes no dots, and its barrel moves the picture") {
  Work work;
  work.home().connect(kPen);
  const Vec2 at = work.px(30, 30);
  work.give(platform::PointerPressed{.sample = eraser(work.now(), at)});
  CHECK_FALSE(work.down());
  CHECK_FALSE(work.screen().view_.hand().dragging());
  CHECK(work.said() == "That end of the pen makes no dots. Turn it round.");
  work.give(platform::PointerReleased{.sample = eraser(work.now(), at)});
  work.give(platform::PointerPressed{.sample = pen(work.now(), at, 0.5), .button = Button::Middle});
  CHECK(work.screen().view_.hand().dragging());
  CHECK_FALSE(work.down());
  CHECK(work.dots() == 0);
}

TEST_CASE("Space and the left button move the picture instead of the skin's needle") {
  Work work;
  const Vec2 at = work.px(30, 30);
  work.act(Command::MoveByHand);
  work.press(at);
  CHECK_FALSE(work.down());
  CHECK(work.screen().view_.hand().dragging());
  work.lift(at);
  work.act(Command::MoveByHand, false);
  work.dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("a stroke by pen is recorded as it goes; a mouse that stays where it was is not") {
  Work work;
  work.home().connect(kPen);
  const auto samples = [&] { return count<engine::sim::NeedleMoved>(work.events()); };
  const Vec2 at = work.px(30, 30);
  work.wait(Span{400'000});
  work.pen_press(at);
  for (int i = 0; i < 5; ++i) work.wait(Span{10'000}), work.pen_move(at, 0.3 + 0.05 * i);
  CHECK(samples() == 6);
  work.wait(Span{10'000});
  work.pen_lift(at);
  CHECK(samples() == 7);
  work.wait(Span{400'000});
  work.press(at);
  for (int i = 0; i < 5; ++i) work.wait(Span{10'000}), work.move(at);
  CHECK(samples() == 8);
  work.wait(Span{10'000});
  work.lift(at);
  CHECK(samples() == 9);
}

TEST_CASE("a pen that is dragged off the skin keeps its last place on it") {
  Work work;
  work.home().connect(kPen);
  work.wait(Span{400'000});
  work.pen_press(work.px(59, 30));
  work.wait(Span{20'000});
  work.pen_move(work.px(59.8, 30), 0.6);
  const auto last = work.attempt().skin.contact->last.at;
  work.wait(Span{20'000});
  work.pen_move(work.px(59.9, 30) + Vec2{60, 0}, 0.6);
  CHECK(work.attempt().skin.contact->last.at == last);
  work.wait(Span{20'000});
  work.pen_lift(work.px(59.9, 30) + Vec2{80, 0});
  CHECK_FALSE(work.down());
  CHECK_FALSE(work.attempt().skin.contact);
}

TEST_CASE("a contact keeps its own clock where the server dates it before what is on record") {
  Work work;
  work.dot(20, 20);
  const auto before = work.attempt().skin.t_us;
  const Vec2 at = work.px(30, 30);
  // Dated a second too early: it must come after what is on record, and be as long as it was.
  work.give(platform::PointerPressed{.sample = mouse(work.now() - kSecond, at)});
  work.give(platform::PointerReleased{.sample = mouse(work.now() - kSecond + kPress, at)});
  CHECK(work.attempt().skin.t_us == before + kPress);
  REQUIRE(work.dots() == 2);
  CHECK(depth_state(work.attempt().skin.dots[1], engine::skin::kDepthBand) ==
        engine::skin::DepthState::Target);
}

TEST_CASE("a lesson that needs a pen refuses the mouse and says why") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.device = lessons::Needed::Pen; });
  Work work(lesson);
  work.dot(30, 30);
  CHECK_FALSE(work.down());
  CHECK(work.dots() == 0);
  CHECK(work.said().find("needs a pen") != std::string::npos);
  work.home().connect(kPen);
  work.pen_dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("beside the panels a press is the interface's") {
  Work work;
  const ui::WorkLayout layout = ui::work_layout(kFrame);
  for (const auto& panel : {layout.tools, layout.gauges, layout.coach, layout.navigator, layout.bar}) {
    const auto middle = panel.centre();
    CHECK_FALSE(work.screen().owns({middle.x, middle.y}));
    work.press({middle.x, middle.y});
    CHECK_FALSE(work.down());
  }
  work.press(work.px(30, 30));
  REQUIRE(work.down());
  const auto bar = layout.bar.centre();
  CHECK(work.screen().owns({bar.x, bar.y}));  // until it is lifted everything is the needle's
}
