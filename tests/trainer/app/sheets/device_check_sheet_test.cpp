// The device check as a sheet: presses on its pad, what it keeps, what it says.
#include "trainer/app/sheets/device_check_sheet.h"

#include <cmath>

#include "tests/trainer/app/work.h"

using engine::core::Span;
using engine::core::SteadyTime;

using namespace rooms;
using ui::Command;

namespace {

struct Check {
  Household home;
  std::unique_ptr<app::DeviceCheckSheet> sheet;
  SteadyTime now = kNow;
  ui::Rect pad = ui::device_check_layout(kFrame).pad;

  explicit Check(bool with_pen = true) {
    if (with_pen) {
      home.connect(kPen);
      home.devices.follow(platform::PointerMoved{pen(now, at(0.5, 0.5), 0.0)});
    }
    sheet = opened<app::DeviceCheckSheet>(app::device_check_sheet().open, home);
    show(*sheet, now);
  }
  [[nodiscard]] Vec2 at(double x, double y) const { return {pad.x + pad.w * x, pad.y + pad.h * y}; }
  void press(Vec2 place, double pressure, Span length_us) {
    home.give(*sheet, platform::PointerPressed{.sample = pen(now, place, pressure * 0.4)});
    for (const auto end = now + length_us; now < end; now += Span{10'000})
      home.give(*sheet, platform::PointerMoved{pen(now, place, pressure)});
    home.give(*sheet, platform::PointerReleased{.sample = pen(now, place, 0.0)});
    now += Span{200'000};
  }
  // All of it, by a hand that is comfortable at this pressure.
  void go_through(double light, double comfortable, double firm) {
    const Vec2 middle = at(0.5, 0.5);
    home.give(*sheet, platform::PointerPressed{.sample = pen(now, middle + Vec2{100, 0}, comfortable)});
    for (int i = 0; i <= 80; ++i, now += Span{10'000})
      home.give(*sheet, platform::PointerMoved{
                            pen(now, middle + Vec2{100 * std::cos(i * 0.0785), 100 * std::sin(i * 0.0785)},
                                comfortable)});
    home.give(*sheet, platform::PointerReleased{.sample = pen(now, middle + Vec2{100, 0}, 0.0)});
    now += Span{200'000};
    press(middle, light, Span{900'000});
    press(middle, firm, Span{900'000});
    for (int i = 0; i < engine::sim::kTapsAsked; ++i)
      press(at(0.2 + 0.04 * i, 0.3), comfortable, Span{60'000});
    for (int i = 0; i < engine::sim::kComfortableAsked; ++i)
      press(at(0.2 + 0.02 * i, 0.6), comfortable * (1.0 + 0.03 * (i % 5 - 2)), Span{150'000});
  }
};

}  // namespace

TEST_CASE("it begins when it knows the size of the window, with the device in use") {
  Household home;
  app::DeviceCheckSheet sheet(home.devices, home.preferences);
  CHECK(sheet.check() == nullptr);
  CHECK_FALSE(sheet.moving());
  sheet.place(kFrame);
  REQUIRE(sheet.check() != nullptr);
  CHECK(sheet.check()->device().id == platform::kSystemMouse);
  const auto* first = sheet.check();
  sheet.place(kFrame);
  CHECK(sheet.check() == first);
}

TEST_CASE("only what is pressed on its pad counts") {
  Check check;
  check.home.give(*check.sheet, platform::PointerPressed{.sample = pen(check.now, {2, 2}, 0.5)});
  CHECK_FALSE(check.sheet->check()->touching());
  check.home.give(*check.sheet, platform::PointerPressed{.sample = pen(check.now, check.at(0.5, 0.5), 0.5),
                                                         .button = platform::Button::Right});
  CHECK_FALSE(check.sheet->check()->touching());
  auto echo = mouse(check.now, check.at(0.5, 0.5));
  echo.echo = true;
  check.home.give(*check.sheet, platform::PointerPressed{.sample = echo});
  CHECK_FALSE(check.sheet->check()->touching());
  check.home.give(*check.sheet, platform::PointerPressed{.sample = pen(check.now, check.at(0.5, 0.5), 0.5)});
  CHECK(check.sheet->check()->touching());
  CHECK(check.sheet->moving());
}

TEST_CASE("a device that goes in the middle begins anew") {
  Check check;
  check.home.give(*check.sheet, platform::PointerPressed{.sample = pen(check.now, check.at(0.5, 0.5), 0.5)});
  check.home.give(*check.sheet, platform::DeviceGone{kOtherPen.id, check.now});
  CHECK(check.sheet->check()->touching());
  check.home.give(*check.sheet, platform::DeviceGone{kPen.id, check.now});
  CHECK_FALSE(check.sheet->check()->touching());
}

TEST_CASE("what was found is used from now on: it is kept under the device's name") {
  Check check;
  check.go_through(0.10, 0.20, 0.45);
  REQUIRE(check.sheet->check()->done());
  const auto found = check.sheet->check()->report().calibration;
  static_cast<void>(is<app::Pop>(check.sheet->act({.command = Command::UseCheck})));
  CHECK(check.home.preferences.device("A pen").checked);
  CHECK(check.home.preferences.device("A pen").calibration == found);
  CHECK(found.maximum_pressure < engine::sim::kFullPressure);
}

TEST_CASE("Enter waits until it is done, and then takes what reaches the band") {
  Check check;
  CHECK(stays(check.sheet->act({.command = Command::Proceed})));
  check.go_through(0.10, 0.20, 0.45);
  REQUIRE(check.sheet->check()->done());
  static_cast<void>(is<app::Pop>(check.sheet->act({.command = Command::Proceed})));
  CHECK(check.home.preferences.device("A pen").checked);
}

TEST_CASE("a check that was skipped has nothing to use: Enter puts it away") {
  Check check;
  for (int i = 0; i < 9 && !check.sheet->check()->done(); ++i)
    CHECK(stays(check.sheet->act_on(Command::CheckNextPart)));
  REQUIRE(check.sheet->check()->done());
  CHECK(is<app::Pop>(check.sheet->act({.command = Command::Proceed})).said.empty());
  CHECK_FALSE(check.home.preferences.device("A pen").checked);
}

TEST_CASE("again throws away what was done") {
  Check check;
  check.sheet->act_on(Command::CheckNextPart);
  check.go_through(0.10, 0.20, 0.45);
  CHECK(stays(check.sheet->act_on(Command::CheckAgain)));
  CHECK_FALSE(check.sheet->check()->done());
}

TEST_CASE("standard values come back for the device that is checked") {
  Check check;
  check.home.preferences.keep_device("A pen", {.checked = true, .calibration = {.maximum_pressure = 5000}});
  static_cast<void>(is<app::Pop>(check.sheet->act_on(Command::ResetDevice)));
  CHECK(check.home.preferences.device("A pen") == trainer::store::DeviceSettings{});
}

TEST_CASE("Escape puts it away without keeping anything") {
  Check check;
  check.go_through(0.10, 0.20, 0.45);
  static_cast<void>(is<app::Pop>(check.sheet->act({.command = Command::Back})));
  CHECK_FALSE(check.home.preferences.knows("A pen"));
}

TEST_CASE("a mouse is checked by its times") {
  Paper paper;
  Check check(false);
  CHECK(check.sheet->check()->device().name == "mouse");
  CHECK(paper.draw(*check.sheet).empty());
  check.home.give(*check.sheet, platform::PointerPressed{.sample = mouse(check.now, check.at(0.5, 0.5))});
  CHECK(check.sheet->check()->touching());
  check.home.give(*check.sheet,
                  platform::PointerReleased{.sample = mouse(check.now + Span{150'000}, check.at(0.5, 0.5))});
  CHECK_FALSE(check.sheet->check()->touching());
}
