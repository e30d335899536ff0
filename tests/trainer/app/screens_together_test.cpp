// Real screens on one stack: what lies above the work, and the way home.
#include "engine/core/moment.h"
#include "trainer/app/screen_stack.h"

#include "tests/trainer/app/hosted.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/app/sheets/about_sheet.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/help_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/settings_sheet.h"
#include "trainer/app/sheets/tray_sheet.h"

using engine::core::SteadyTime;

using namespace rooms;
using platform::Key;
using ui::Command;

TEST_CASE("sheets that mean the same everywhere take each other's place, one at a time") {
  Hosted host;
  auto& home = host.begin();
  host.stack.follow(app::Pass{Command::OpenHelp});
  CHECK(host.shows<app::HelpSheet>());
  host.stack.follow(app::Pass{Command::OpenSettings});
  CHECK(host.shows<app::SettingsSheet>());
  host.stack.follow(app::Pass{Command::OpenDeviceCheck});
  CHECK(host.shows<app::DeviceCheckSheet>());
  host.stack.follow(app::Pass{Command::OpenAbout});
  CHECK(host.shows<app::AboutSheet>());
  CHECK(&host.stack.room() == &home);
  host.stack.handle(key(Key::Escape));
  CHECK(&host.stack.top() == &home);
}

TEST_CASE("while the needle is down nothing opens above the work") {
  Hosted host;
  host.begin();
  auto sitting = host.home.sit(plain_lesson());
  trainer::canvas::Eye eye(sitting->attempt().site->canvas());
  eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
  eye.look_at({30'000, 30'000}, 14.0, SteadyTime{0});
  eye.jump();
  app::NeedleHand hand(*sitting, eye, host.home.devices);
  REQUIRE(hand.press(mouse(kNow, {500, 400}), false, {}).empty());
  host.home.feel.follow({sitting->attempt(), hand, true}, kNow);
  host.stack.follow(app::Pass{Command::OpenHelp});
  host.stack.handle(key(Key::F1));
  host.stack.follow(app::Pass{Command::Quit});
  CHECK(host.shows<Dummy>());
  CHECK_FALSE(host.gone);
}

TEST_CASE("help that repeats the first minutes leaves everything but home, and opens them") {
  Hosted host;
  host.begin();
  host.put(host.opener("work"));
  host.stack.follow(app::Pass{Command::OpenHelp});
  auto& help = dynamic_cast<app::HelpSheet&>(host.stack.top());
  host.stack.follow(help.act_on(Command::RepeatFirstRun));
  host.read();
  CHECK(host.shows<app::FirstRunScreen>());
  CHECK(host.wrote("work gone"));
  CHECK_FALSE(host.wrote("home gone"));
  host.stack.handle(key(Key::Escape));
}

TEST_CASE("real screens: from home to the brief, to the work, over a sheet, and home again") {
  Hosted host;
  host.stack.begin(std::make_unique<app::HomeScreen>(host.home.reader, host.home.shelf, host.home.attempts,
                                                     host.home.saving, host.home.devices,
                                                     host.home.preferences, false));
  host.stack.arrive({});
  host.read();
  host.stack.handle(key(Key::Enter));  // the first lesson
  host.read();
  host.read();                         // and what was done at it before
  host.stack.handle(key(Key::Enter));  // start
  auto* work = dynamic_cast<app::WorkScreen*>(&host.stack.top());
  REQUIRE(work != nullptr);
  host.stack.tick(kNow);
  host.stack.handle(key('1'));
  CHECK(host.shows<app::TraySheet>());
  CHECK(&host.stack.room() == work);
  host.stack.handle(key(Key::Escape));
  host.stack.handle(key(Key::Escape));
  CHECK(host.shows<app::QuestionSheet>());
  auto& question = dynamic_cast<app::QuestionSheet&>(host.stack.top());
  host.stack.follow(question.act_on(question.view().go_command));
  CHECK(host.shows<app::HomeScreen>());
}

TEST_CASE("real screens: the time is up while the tray is open: the debrief comes, and the tray is gone") {
  Hosted host;
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 60; });
  host.begin();
  auto underway = std::make_shared<app::Underway>(host.home.underway(lesson));
  REQUIRE(host.stack.push([underway](app::House& house) {
    return std::make_unique<app::WorkScreen>(std::move(*underway), house.picture, house.preferences,
                                             house.devices, house.feel, false);
  }));
  host.stack.tick(kNow);
  host.stack.handle(key('1'));
  REQUIRE(host.shows<app::TraySheet>());
  host.stack.tick(kNow + 61 * kSecond);
  CHECK_FALSE(host.stack.sheet());
  CHECK(host.stack.top().can(Command::TogglePlay));
}

TEST_CASE("real screens: a stretch that is held when a sheet opens ends when the key comes up under it") {
  Hosted host;
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.stretch_by = lessons::StretchBy::Own; });
  host.begin();
  auto underway = std::make_shared<app::Underway>(host.home.underway(lesson));
  REQUIRE(host.stack.push([underway](app::House& house) {
    return std::make_unique<app::WorkScreen>(std::move(*underway), house.picture, house.preferences,
                                             house.devices, house.feel, false);
  }));
  const auto& work = dynamic_cast<const app::WorkScreen&>(host.stack.top());
  host.stack.tick(kNow);
  host.stack.handle(key('s'));
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  host.stack.handle(key('1'));
  REQUIRE(host.shows<app::TraySheet>());
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  auto up = key('s', {}, false);
  up.t_us = kNow + kSecond;
  host.stack.handle(up);
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}
