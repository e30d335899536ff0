// The table of keys against the real screens: no two commands that one screen can share a key.
#include <map>
#include <set>

#include "engine/core/moment.h"
#include "tests/trainer/app/work.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/sheets/about_sheet.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/help_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/settings_sheet.h"
#include "trainer/app/sheets/tray_sheet.h"

using engine::core::AttemptTime;

using namespace rooms;
using platform::Key;
using ui::Command;

namespace {

std::vector<platform::KeyChanged> keyboard() {
  std::vector<platform::KeyChanged> all;
  for (int m = 0; m < 8; ++m) {
    const platform::Modifiers modifiers{.shift = (m & 1) != 0, .ctrl = (m & 2) != 0, .alt = (m & 4) != 0};
    for (char c = ' '; c < 127; ++c)
      if (!(c >= 'A' && c <= 'Z')) all.push_back(key(c, modifiers));
    for (int k = static_cast<int>(Key::Enter); k <= static_cast<int>(Key::F11); ++k)
      all.push_back(key(static_cast<Key>(k), modifiers));
  }
  return all;
}

// What the shell does for all screens.
bool for_all(Command command) {
  switch (command) {
    case Command::OpenHelp:
    case Command::OpenSettings:
    case Command::OpenAbout:
    case Command::OpenDeviceCheck:
    case Command::RepeatFirstRun:
    case Command::FocusNext:
    case Command::FocusBack:
    case Command::FullScreen:
    case Command::Quit:
    case Command::OpenSaving:
      return true;
    default:
      return false;
  }
}

// Commands of a key that mean something here, but those of the left hand, which stand before the others' and
// take their keys.
std::vector<Command> here(const app::Screen& screen, const platform::KeyChanged& key) {
  std::vector<Command> found;
  for (const auto& meaning : ui::meanings(key, false))
    if (screen.can(meaning.command) || for_all(meaning.command)) found.push_back(meaning.command);
  return found;
}

void check_keys(const app::Screen& screen, const std::string& name) {
  CAPTURE(name);
  for (const auto& key : keyboard()) {
    const auto found = here(screen, key);
    CAPTURE(key.symbol);
    CAPTURE(static_cast<int>(key.key));
    CHECK(found.size() <= 1);
  }
}

}  // namespace

TEST_CASE("on no screen a key has two meanings") {
  Household home({plain_lesson()});
  Work work(home, home.underway(plain_lesson()));
  check_keys(work.screen(), "work");
  support::LessonBuilder drawn("drawn");
  drawn.target(support::square("square", 25, 35), 20.0)
      .hairline({{10, 40}, {50, 40}})
      .step(support::StepKind::Drawing)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  Work drawing(home, home.underway(drawn));
  check_keys(drawing.screen(), "drawing");
  support::LessonBuilder asked("asked");
  asked.target(support::square("square", 25, 35), 20.0)
      .step(support::question(0))
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  app::TheoryScreen theory(home.underway(asked), home.picture, home.preferences, false);
  check_keys(theory, "theory");
  auto first = app::first_lesson();
  REQUIRE(first);
  auto sitting = app::Sitting::start(*first, home.profile, true, kNow, kUnix);
  REQUIRE(sitting);
  app::FirstRunScreen first_run(std::move(*sitting), home.picture, home.preferences, home.devices, home.feel);
  check_keys(first_run, "first minutes");
  auto preview = app::Sitting::demonstration(package(plain_lesson()));
  REQUIRE(preview);
  app::BriefScreen brief(std::move(*preview), home.attempts, home.picture, home.preferences, home.devices);
  check_keys(brief, "brief");
  auto done = home.sit(plain_lesson());
  REQUIRE(done->act(runner::Finish{AttemptTime{} + kSecond}));
  app::DebriefScreen debrief(std::move(done), home.picture, home.preferences, home.devices, home.shelf);
  check_keys(debrief, "debrief");
  check_keys(app::HomeScreen(home.reader, home.shelf, home.attempts, home.saving, home.devices,
                             home.preferences, false),
             "home");
  check_keys(app::HelpSheet(), "help");
  check_keys(app::AboutSheet(), "about");
  check_keys(app::QuestionSheet(ui::make_leave_question(work.attempt(), {})), "question");
  check_keys(app::SettingsSheet(home.preferences, home.feel, home.devices), "settings");
  check_keys(app::TraySheet(*work.screen().sitting_), "tray");
  check_keys(app::DeviceCheckSheet(home.devices, home.preferences), "device check");
}

TEST_CASE("every command of the help is a key on some screen") {
  Household home;
  Work work(home, home.underway(plain_lesson()));
  auto done = home.sit(plain_lesson());
  REQUIRE(done->act(runner::Finish{AttemptTime{} + kSecond}));
  app::DebriefScreen debrief(std::move(done), home.picture, home.preferences, home.devices, home.shelf);
  std::set<Command> reached;
  for (const auto& key : keyboard())
    for (const app::Screen* screen :
         {static_cast<app::Screen*>(&work.screen()), static_cast<app::Screen*>(&debrief)})
      for (const auto command : here(*screen, key)) reached.insert(command);
  for (int i = static_cast<int>(Command::Needle); i <= static_cast<int>(Command::SeekOn); ++i) {
    const auto command = static_cast<Command>(i);
    if (ui::key_of(command, false).empty()) continue;  // a button alone
    CAPTURE(i);
    CHECK(reached.contains(command));
  }
}
