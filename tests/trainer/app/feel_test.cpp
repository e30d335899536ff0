// What is remembered of the pointer, and what of the needle is drawn. Sound is tried by feel_test.py.
#include "trainer/app/feel.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace rooms;
using app::Feel;

namespace {

struct Felt {
  explicit Felt(const support::LessonBuilder& lesson = plain_lesson()) : sitting(home.sit(lesson)) {}

  Household home;
  std::unique_ptr<app::Sitting> sitting;
  trainer::canvas::Eye eye{sitting->attempt().site->canvas()};
  app::NeedleHand hand{*sitting, eye, home.devices};
  Feel& feel = home.feel;

  [[nodiscard]] Feel::Work work(bool in_hand = true) const { return {sitting->attempt(), hand, in_hand}; }
  bool turn(SteadyTime now_us, bool works = true) {
    feel.begin_turn();
    if (works) feel.follow(work(), now_us);
    return feel.end_turn(now_us);
  }
  [[nodiscard]] ui::NeedleInk needle(SteadyTime now_us) const {
    ui::NeedleInk ink;
    feel.add_to(ink, work(), now_us);
    return ink;
  }
  void lower() {
    eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
    eye.look_at({30'000, 30'000}, 14.0, {});
    eye.jump();
    REQUIRE(hand.press(mouse(kNow, {500, 400}), false, {}).empty());
    REQUIRE(hand.down());
  }
};

}  // namespace

TEST_CASE("the latest sample is remembered, an echo never is") {
  Felt f;
  f.feel.remember(platform::PointerMoved{mouse(kNow, {10, 20})});
  CHECK(f.feel.pointer().at == Vec2{10, 20});
  auto echo = mouse(kNow, {99, 99});
  echo.echo = true;
  f.feel.remember(platform::PointerMoved{echo});
  CHECK(f.feel.pointer().at == Vec2{10, 20});
  f.feel.remember(platform::PointerPressed{.sample = pen(kNow, {30, 40}, 0.5)});
  CHECK(f.feel.pointer().kind == platform::PointerKind::Pen);
  f.feel.remember(platform::PointerReleased{.sample = eraser(kNow, {1, 2})});
  CHECK(f.feel.pointer().kind == platform::PointerKind::Eraser);
}

TEST_CASE("a pen that has gone fades after two seconds, and says so once") {
  Felt f;
  f.feel.remember(platform::ProximityChanged{.sample = pen(kNow, {30, 40}, 0.0), .near = false});
  CHECK_FALSE(f.turn(kNow + kSecond));
  CHECK(f.needle(kNow + kSecond).opacity == 1.0F);
  CHECK(f.turn(kNow + 3 * kSecond));
  CHECK_FALSE(f.turn(kNow + 4 * kSecond));
  CHECK(f.needle(kNow + 4 * kSecond).opacity == doctest::Approx(0.3));
  f.feel.remember(platform::PointerMoved{pen(kNow + 5 * kSecond, {30, 40}, 0.0)});
  CHECK(f.turn(kNow + 5 * kSecond));
  CHECK(f.needle(kNow + 5 * kSecond).opacity == 1.0F);
}

TEST_CASE("a mouse never fades") {
  Felt f;
  f.feel.remember(platform::PointerMoved{mouse(kNow, {30, 40})});
  f.feel.remember(platform::PointerLeft{});
  CHECK_FALSE(f.turn(kNow + 60 * kSecond));
  CHECK(f.needle(kNow + 60 * kSecond).opacity == 1.0F);
}

TEST_CASE("focus that goes takes the pen away") {
  Felt f;
  f.feel.remember(platform::PointerMoved{pen(kNow, {30, 40}, 0.0)});
  f.feel.remember(platform::FocusLost{kNow});
  CHECK(f.turn(kNow + 3 * kSecond));
}

TEST_CASE("whether the needle is down is what the screen that works has told in this turn") {
  Felt f;
  f.lower();
  CHECK_FALSE(f.feel.needle_down());
  f.turn(kNow);
  CHECK(f.feel.needle_down());
  f.turn(kNow + kSecond, false);  // nobody works any more
  CHECK_FALSE(f.feel.needle_down());
}

TEST_CASE("the pen is drawn with its tilt, a mouse without, and not at all where it is not wanted") {
  Felt f;
  auto leaning = pen(kNow, {30, 40}, 0.0);
  leaning.tilt_deg = Vec2{20, -10};
  f.feel.remember(platform::PointerMoved{leaning});
  const auto ink = f.needle(kNow);
  CHECK(ink.pen);
  REQUIRE(ink.tilt);
  CHECK(ink.tilt->right_deg == doctest::Approx(20));
  CHECK(ink.tilt->down_deg == doctest::Approx(-10));
  f.feel.remember(platform::PointerMoved{mouse(kNow, {30, 40})});
  CHECK_FALSE(f.needle(kNow).tilt);
  f.feel.set(ui::FeelSwitch::PenDrawn, false);
  CHECK_FALSE(f.needle(kNow).pen);
}

TEST_CASE("the arc's band is where the press enters and leaves the right depths") {
  Felt f;
  f.lower();
  const auto ink = f.needle(kNow + Span{50'000});
  const auto times = trainer::canvas::band_times(f.sitting->attempt().skin, engine::skin::kDepthBand);
  REQUIRE(times.start_us);
  REQUIRE(times.end_us);
  CHECK(ink.band_from == doctest::Approx(static_cast<double>(times.start_us->us) / 400'000.0));
  CHECK(ink.band_to == doctest::Approx(static_cast<double>(times.end_us->us) / 400'000.0));
}

TEST_CASE("the arc's band is the one that the target under the needle asks for") {
  Felt usual, narrow(plain_lesson().with([](lessons::Lesson&l) { l.targets[0].depth = {0.38, 0.60}; }));
  usual.lower();
  narrow.lower();
  const auto before = usual.needle(kNow), ink = narrow.needle(kNow);
  CHECK(ink.band_from == before.band_from);
  const auto times = trainer::canvas::band_times(narrow.sitting->attempt().skin, {0.38, 0.60});
  CHECK(ink.band_to == doctest::Approx(static_cast<double>(times.end_us->us) / 400'000.0));
  CHECK(ink.band_to < before.band_to - 0.05F);
}

TEST_CASE("stretched skin ripples for a moment after the press, unless motion is reduced") {
  Felt f;
  f.lower();
  CHECK(f.feel.rippling(f.sitting->attempt().skin, f.hand, kNow + Span{100'000}));
  REQUIRE(f.needle(kNow + Span{75'000}).ripple);
  CHECK(*f.needle(kNow + Span{75'000}).ripple == doctest::Approx(0.5));
  CHECK_FALSE(f.feel.rippling(f.sitting->attempt().skin, f.hand, kNow + Span{200'000}));
  CHECK_FALSE(f.needle(kNow + Span{200'000}).ripple);
  f.feel.set(ui::FeelSwitch::ReducedMotion, true);
  CHECK_FALSE(f.feel.rippling(f.sitting->attempt().skin, f.hand, kNow + Span{100'000}));
}

TEST_CASE("what is set stands in the settings and in the view") {
  Felt f;
  f.feel.set(ui::FeelSwitch::ReducedMotion, true);
  f.feel.set(ui::FeelSwitch::PenDrawn, false);
  f.feel.set(ui::FeelSwitch::PressTicks, false);
  f.feel.set(ui::FeelSwitch::MachineSound, false);
  f.feel.set_volume(80);
  const auto view = f.feel.view();
  CHECK(view.reduced_motion);
  CHECK_FALSE(view.pen_drawn);
  CHECK_FALSE(view.press_ticks);
  CHECK_FALSE(view.machine_sound);
  CHECK(view.percent == 80);
  CHECK(view.trouble.empty());
  CHECK(f.home.preferences.now().reduced_motion);
  const app::Preferences again(f.home.profile);
  CHECK(again.now().sound_percent == 80);
}
