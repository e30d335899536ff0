// What sheets above the practice screen change in the work below.
#include "trainer/app/screens/work_screen.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/tray_sheet.h"

using namespace rooms;
using ui::Command;

TEST_CASE(
    "the tray lies over the work, and the other hand's key that comes up below still lets the skin go") {
  Work work(own_stretch());
  work.act(Command::Stretch);
  const auto tray = opened<app::TraySheet>(is<app::Push>(work.act(Command::OpenTray)).open, work.home());
  CHECK(tray->kind() == app::Screen::Kind::Sheet);
  work.wait(kSecond);
  work.act(Command::Stretch, false);
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}

TEST_CASE("in the device check the lesson waits, and what it finds holds in the work below at once") {
  Work work;
  work.dot(30, 30);
  work.tick(10 * kSecond);
  const std::string before = work.screen().work_view().clock;
  const auto next = work.act(Command::OpenDeviceCheck);
  static_cast<void>(opened<app::DeviceCheckSheet>(is<app::Push>(next).open, work.home()));
  work.tick(300 * kSecond);
  CHECK(work.screen().work_view().clock == before);
  work.home().preferences.keep_device(app::kMouseName,
                                      {.checked = true, .calibration = {.press_time_permille = 1400}});
  work.screen().arrive("The device check is in force, here and from now on.");
  CHECK(work.attempt().skin.calibration.press_time_permille == 1400);
  CHECK(work.said() == "The device check is in force, here and from now on.");
  work.tick(5 * kSecond);
  CHECK(work.screen().work_view().clock == "00:15");
}

TEST_CASE("the calibration of a device that is not in use comes when it is used") {
  Work work;
  work.home().connect(kPen);
  work.home().preferences.keep_device("A pen", {.checked = true, .calibration = {.maximum_pressure = 5000}});
  work.screen().arrive({});
  CHECK(work.attempt().skin.calibration.maximum_pressure == engine::sim::kFullPressure);
  work.pen_dot(30, 30);
  CHECK(work.attempt().skin.calibration.maximum_pressure == 5000);
  work.dot(31, 31);
  CHECK(work.attempt().skin.calibration.maximum_pressure == engine::sim::kFullPressure);
}

TEST_CASE("another device in the middle of the work is asked about, and the answer is kept") {
  Work work;
  work.home().connect(kPen);
  work.dot(30, 30);
  CHECK_FALSE(work.screen().work_view().choice);
  work.pen_dot(31, 31);
  auto view = work.screen().work_view();
  REQUIRE(view.choice);
  CHECK(view.coach.what.find("A pen") != std::string::npos);
  CHECK(view.choice->yes_command == Command::OpenDeviceCheck);
  CHECK(stays(work.act(view.choice->no_command)));
  CHECK_FALSE(work.screen().work_view().choice);
  CHECK(work.home().preferences.knows("A pen"));
  CHECK_FALSE(work.home().preferences.device("A pen").checked);
}

TEST_CASE("to keep a device that was checked does not throw its check away") {
  Work work;
  work.home().connect(kPen);
  work.home().preferences.keep_device("A pen", {.checked = true, .calibration = {.maximum_pressure = 5000}});
  work.dot(30, 30);
  work.pen_dot(31, 31);
  work.act(Command::KeepDevice);
  CHECK(work.home().preferences.device("A pen").checked);
}

TEST_CASE("what the screens above say is said by the coach") {
  Work work;
  work.screen().arrive("The device is back to standard values.");
  CHECK(work.screen().work_view().coach.what == "The device is back to standard values.");
  work.screen().arrive({});
  CHECK(work.screen().work_view().coach.what == "The device is back to standard values.");
  work.dot(30, 30);  // a dot has its own sentence
  CHECK(work.screen().work_view().coach.what != "The device is back to standard values.");
}
