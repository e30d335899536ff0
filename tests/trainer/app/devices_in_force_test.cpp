// A sheet over the work: what it changes is in force, what it does not touch stays.
#include "trainer/app/devices_in_force.h"

#include "tests/trainer/app/work.h"

using namespace rooms;
using ui::Command;

namespace {

engine::sim::Calibrated slow_hand() {
  return {.press_time_permille = 1400};
}

void check_mouse(Work& work, bool checked, const engine::sim::Calibrated& found) {
  work.home().preferences.keep_device(app::kMouseName, {.checked = checked, .calibration = found});
}

}  // namespace

TEST_CASE("a sheet that closes leaves a shifted depth as it was, also where the device has been checked") {
  Household home;
  home.preferences.keep_device(app::kMouseName, {.checked = true, .calibration = slow_hand()});
  Work work(home, home.underway(plain_lesson(), home.preferences.calibrations()));
  work.act(Command::Deeper);
  REQUIRE(work.attempt().skin.calibration.depth_offset_permille == 20);
  const std::size_t events = work.events().size();
  work.screen().arrive({});  // help was read
  CHECK(work.attempt().skin.calibration.depth_offset_permille == 20);
  CHECK(work.events().size() == events);
}

TEST_CASE("what a check finds is in force in the work below, at once and once, and it is said") {
  Work work;
  check_mouse(work, true, slow_hand());
  work.screen().arrive({});
  CHECK(work.attempt().skin.calibration.press_time_permille == 1400);
  CHECK(work.said() == "The device check is in force, here and from now on.");
  const std::size_t events = work.events().size();
  work.screen().arrive({});
  CHECK(work.events().size() == events);
}

TEST_CASE("a device that was put back to standard values is so in the work below") {
  Household home;
  home.preferences.keep_device(app::kMouseName, {.checked = true, .calibration = slow_hand()});
  Work work(home, home.underway(plain_lesson(), home.preferences.calibrations()));
  REQUIRE(work.attempt().skin.calibration.press_time_permille == 1400);
  check_mouse(work, false, {});
  work.screen().arrive({});
  CHECK(work.attempt().skin.calibration.press_time_permille == engine::sim::Calibrated{}.press_time_permille);
  CHECK(work.said() == "The device is back to standard values.");
}

TEST_CASE("the lesson waits while the device is checked") {
  Work work;
  work.tick();
  const auto before = work.screen().sitting_->time(work.now());
  is<app::Push>(work.act(Command::OpenDeviceCheck));
  work.wait(30 * kSecond);
  work.tick();
  CHECK(work.screen().sitting_->time(work.now()) == before);
  work.screen().arrive({});
  work.wait(2 * kSecond);
  CHECK(work.screen().sitting_->time(work.now()) == before + 2 * kSecond);
}

TEST_CASE("in the middle of a contact no check opens") {
  Work work;
  work.press(work.px(30, 30));
  CHECK_FALSE(work.screen().can(Command::OpenDeviceCheck));
}

TEST_CASE("why something could not be done is said in every room where a needle works") {
  Work work;
  work.screen().arrive("the disk is full");
  CHECK(work.said() == "the disk is full");
}
