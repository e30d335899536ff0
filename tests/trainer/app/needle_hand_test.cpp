// From what a pointer does over the skin to what happens in the attempt, without any screen.
#include "trainer/app/needle_hand.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"
#include "trainer/runner/feedback.h"

using engine::core::AttemptTime;
using engine::core::Span;
using engine::core::SteadyTime;

using namespace rooms;
using engine::sim::Calibrated;
using engine::sim::DeviceKind;

namespace {

// A pad seen at 14 points to the millimetre, its middle in the middle.
struct Desk {
  Household home;
  std::unique_ptr<app::Sitting> sitting = home.sit(plain_lesson());
  trainer::canvas::Eye eye{sitting->attempt().site->canvas()};
  app::NeedleHand hand{*sitting, eye, home.devices};
  SteadyTime now = kNow + kSecond;

  Desk() {
    eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
    eye.look_at({30'000, 30'000}, 14.0, SteadyTime{0});
    eye.jump();
  }
  [[nodiscard]] Vec2 px(double x, double y) const {
    const auto at = eye.lens().project(engine::scalp::canvas_point_from_mm({x, y}));
    REQUIRE(at);
    return {at->x, at->y};
  }
  [[nodiscard]] const engine::sim::State& skin() const { return sitting->attempt().skin; }
};

}  // namespace

TEST_CASE("a press beside the skin is nothing, and nothing is recorded of it") {
  Desk desk;
  const auto before = desk.sitting->events().size();
  CHECK(desk.hand.press(mouse(desk.now, {20, 20}), false, {}).empty());
  CHECK_FALSE(desk.hand.down());
  CHECK(desk.sitting->events().size() == before);
}

TEST_CASE("pressure and tilt are whole numbers on record, whatever the device says") {
  Desk desk;
  desk.home.connect(kPen);
  auto sample = pen(desk.now, desk.px(30, 30), 1.7);
  desk.home.devices.follow(platform::PointerMoved{sample});
  sample.tilt_deg = Vec2{10.0, 0.0};
  REQUIRE(desk.hand.press(sample, false, {}).empty());
  REQUIRE(desk.skin().contact);
  CHECK(desk.skin().contact->last.pressure == engine::sim::kFullPressure);
  REQUIRE(desk.skin().contact->last.tilt);
  CHECK(desk.skin().contact->last.tilt->x_ddeg == 100);
  CHECK(desk.skin().contact->last.tilt->y_ddeg == 0);
  sample.t_us += Span{10'000};
  sample.pressure = -0.2;
  desk.hand.move(sample);
  CHECK(desk.skin().contact->last.pressure == 0);
}

TEST_CASE("by key nothing is measured, even where a pen hovers") {
  Desk desk;
  auto sample = pen(desk.now, desk.px(30, 30), 0.6);
  sample.pressure.reset();
  REQUIRE(desk.hand.press(sample, true, {}).empty());
  CHECK(desk.hand.by_key());
  CHECK(desk.skin().device.kind == DeviceKind::Key);
  auto hover = pen(desk.now + Span{20'000}, desk.px(31, 30), 0.6);
  hover.tilt_deg = Vec2{20.0, 0.0};
  desk.hand.move(hover);
  CHECK_FALSE(desk.skin().contact->last.pressure);
  CHECK_FALSE(desk.skin().contact->last.tilt);
  CHECK(desk.skin().contact->last.at.u_um > 30'900);
}

TEST_CASE("what a move says is dropped without a contact, and where a mouse stays") {
  Desk desk;
  const auto events = [&] { return count<engine::sim::NeedleMoved>(desk.sitting->events()); };
  desk.hand.move(mouse(desk.now, desk.px(30, 30)));
  CHECK(events() == 0);
  desk.hand.press(mouse(desk.now, desk.px(30, 30)), false, {});
  CHECK(events() == 1);
  desk.hand.move(mouse(desk.now + Span{10'000}, desk.px(30, 30)));
  CHECK(events() == 1);
  desk.hand.move(mouse(desk.now + Span{20'000}, desk.px(32, 30)));
  CHECK(events() == 2);
  CHECK(desk.hand.lift(mouse(desk.now + Span{30'000}, desk.px(32, 30))).empty());
  CHECK(events() == 3);
  CHECK_FALSE(desk.hand.down());
}

TEST_CASE("how long it holds counts from the press, and never backwards") {
  Desk desk;
  desk.hand.press(mouse(desk.now, desk.px(30, 30)), false, {});
  CHECK(desk.hand.down_us() == desk.now);
  CHECK(desk.hand.held_us(desk.now + Span{120'000}) == Span{120'000});
  CHECK(desk.hand.held_us(desk.now - Span{5'000}) == Span{});
  CHECK(desk.hand.device() == platform::kSystemMouse);
}

TEST_CASE("all times of a contact move together where its beginning lies before what is on record") {
  Desk desk;
  REQUIRE(desk.sitting->act(runner::ChangeMachine{AttemptTime{} + 2 * kSecond, desk.skin().machine}));
  // The server dates the press half a second before that.
  const SteadyTime t = kNow + Span{1'500'000};
  desk.hand.press(mouse(t, desk.px(30, 30)), false, {});
  CHECK(desk.skin().t_us == AttemptTime{} + 2 * kSecond);
  CHECK(desk.hand.time(t + Span{100'000}) == AttemptTime{} + 2 * kSecond + Span{100'000});
  desk.hand.lift(mouse(t + kPress, desk.px(30, 30)));
  CHECK(desk.skin().t_us == AttemptTime{} + 2 * kSecond + kPress);
  // Afterwards it is the sitting's own clock again.
  CHECK(desk.hand.time(t + Span{700'000}) == desk.sitting->time(t + Span{700'000}));
}

TEST_CASE("interrupted it is lifted where it was, once") {
  Desk desk;
  desk.hand.interrupt(desk.now);
  CHECK(count<engine::sim::ContactInterrupted>(desk.sitting->events()) == 0);
  desk.hand.press(mouse(desk.now, desk.px(30, 30)), false, {});
  desk.hand.interrupt(desk.now + kPress);
  desk.hand.interrupt(desk.now + 2 * kPress);
  CHECK(count<engine::sim::ContactInterrupted>(desk.sitting->events()) == 1);
  CHECK_FALSE(desk.hand.down());
  CHECK(desk.skin().dots.size() == 1);
}

TEST_CASE("the scale of the view is on record when a contact begins, once for each scale") {
  Desk desk;
  const auto scaled = [&] { return count<engine::sim::ViewScaled>(desk.sitting->events()); };
  const auto dot = [&] {
    desk.hand.press(mouse(desk.now, desk.px(30, 30)), false, {});
    desk.hand.lift(mouse(desk.now + kPress, desk.px(30, 30)));
    desk.now += kSecond;
  };
  dot();
  CHECK(desk.skin().px_per_mm_milli == 14'000);
  dot();
  CHECK(scaled() == 1);
  desk.eye.moves().zoom({500, 400}, 2.0);
  dot();
  CHECK(scaled() == 2);
  CHECK(desk.skin().px_per_mm_milli == 28'000);
}

TEST_CASE("a flight of the picture ends before the needle comes down: it lands where the eye saw it") {
  Desk desk;
  desk.eye.look_at({20'000, 20'000}, 20.0, desk.now);
  REQUIRE(desk.eye.flying());
  desk.hand.press(mouse(desk.now, {500, 400}), false, {});
  CHECK_FALSE(desk.eye.flying());
  REQUIRE(desk.hand.down());
  CHECK(std::abs(desk.skin().contact->last.at.u_um - 20'000) <= 100);
}

TEST_CASE("in the mirror view it refuses in words") {
  Desk desk;
  desk.eye.moves().set_mirror(true);
  CHECK(desk.hand.press(mouse(desk.now, desk.px(30, 30)), false, {}).find("Mirror") != std::string::npos);
  CHECK_FALSE(desk.hand.down());
}

TEST_CASE("a press that the attempt refuses leaves the hand up") {
  Desk desk;
  REQUIRE(desk.sitting->act(runner::Finish{AttemptTime{} + kSecond}));
  CHECK_FALSE(desk.hand.press(mouse(desk.now, desk.px(30, 30)), false, {}).empty());
  CHECK_FALSE(desk.hand.down());
}

TEST_CASE("the hand's upright from the device check is turned into the skin's frame") {
  Desk desk;
  desk.home.connect(kPen);
  const auto press = [&](const Calibrated& found) {
    auto sample = pen(desk.now, desk.px(30, 30), 0.5);
    sample.tilt_deg = Vec2{0.0, 0.0};
    desk.home.devices.follow(platform::PointerMoved{sample});
    desk.hand.press(sample, false, found);
    desk.hand.lift(pen(desk.now + kPress, desk.px(30, 30), 0.0));
    desk.now += kSecond;
  };
  press({});
  CHECK(desk.skin().calibration.upright == engine::sim::Tilt{});
  press({.upright = {200, 0}});
  CHECK(desk.skin().calibration.upright.x_ddeg == 200);
  CHECK(desk.skin().calibration.upright.y_ddeg == 0);
  const auto calibrated = [&] { return count<Calibrated>(desk.sitting->events()); };
  const auto before = calibrated();
  press({.upright = {200, 0}});  // nothing new
  CHECK(calibrated() == before);
  desk.eye.moves().roll(engine::core::Degrees{90.0});
  press({.upright = {200, 0}});
  CHECK(calibrated() == before + 1);
  CHECK(std::abs(desk.skin().calibration.upright.x_ddeg) <= 2);
  CHECK(std::abs(desk.skin().calibration.upright.y_ddeg) >= 195);
}

TEST_CASE("whoever changes hands brings the other device on record") {
  Desk desk;
  desk.home.connect(kPen);
  const auto devices = [&] { return count<engine::sim::DeviceChanged>(desk.sitting->events()); };
  const auto tap = [&](const platform::PointerSample& sample, bool by_key) {
    desk.home.devices.follow(platform::PointerMoved{sample});
    desk.hand.press(sample, by_key, {});
    auto up = sample;
    up.t_us += kPress;
    desk.hand.lift(up);
    desk.now += kSecond;
  };
  tap(mouse(desk.now, desk.px(28, 30)), false);
  CHECK(devices() == 1);
  tap(pen(desk.now, desk.px(29, 30), 0.5), false);
  CHECK(devices() == 2);
  CHECK(desk.skin().device.name == "A pen");
  tap(mouse(desk.now, desk.px(30, 30)), true);
  CHECK(desk.skin().device.kind == DeviceKind::Key);
  tap(mouse(desk.now, desk.px(31, 30)), false);
  CHECK(desk.skin().device.name == app::kMouseName);
  CHECK(devices() == 4);
  CHECK(desk.skin().dots.size() == 4);
}

TEST_CASE("taps without a length: said at the third, and from then on no depth is claimed") {
  Desk desk;
  const auto tap = [&](double x, Span held) {
    desk.now += kSecond;
    REQUIRE(desk.hand.press(mouse(desk.now, desk.px(x, 30)), false, {}).empty());
    auto said = desk.hand.lift(mouse(desk.now + held, desk.px(x, 30)));
    return said;
  };
  CHECK(tap(20, Span{}).empty());
  CHECK(tap(22, Span{}).empty());
  CHECK(tap(24, Span{}).find("have no length") != std::string::npos);
  CHECK(tap(26, Span{}).empty());
  using engine::skin::DepthSource;
  REQUIRE(desk.skin().dots.size() == 4);
  CHECK(desk.skin().dots[2].depth_source == DepthSource::Simulated);  // what is on record stays
  CHECK(desk.skin().dots[3].depth_source == DepthSource::Unknown);
  const auto feedback = trainer::runner::last_dot_feedback(desk.sitting->attempt());
  REQUIRE(feedback);
  CHECK(feedback->cue == trainer::runner::DotCue::DepthUnknown);
  for (int i = 0; i < 3; ++i) CHECK(tap(28 + 2 * i, Span{150'000 + 20'000 * i}).empty());
  CHECK(desk.skin().dots.back().depth_source == DepthSource::Unknown);
  CHECK(tap(36, Span{140'000}).empty());
  CHECK(desk.skin().dots.back().depth_source == DepthSource::Simulated);
}
