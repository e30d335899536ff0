// Help, About, questions and settings: what their controls ask for, and how they go away.
#include "tests/trainer/app/work.h"
#include "trainer/app/sheets/about_sheet.h"
#include "trainer/app/sheets/help_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/settings_sheet.h"

using namespace rooms;
using ui::Command;

namespace {

// What any press on it leads to.
std::vector<app::Next> presses(Paper& paper, app::Screen& sheet) {
  std::vector<app::Next> all;
  for (float y = 4; y < 800; y += 18)
    for (float x = 10; x < 1280; x += 36)
      for (const auto& what : paper.click(sheet, {x, y})) all.push_back(what());
  return all;
}

template <class T>
std::size_t kinds(const std::vector<app::Next>& all) {
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [](const auto& next) { return std::holds_alternative<T>(next); }));
}

}  // namespace

TEST_CASE("every sheet is put away by Escape and Enter, and says it is one") {
  Household home;
  app::AboutSheet about;
  app::HelpSheet help;
  app::QuestionSheet question(ui::make_pen_question({}));
  app::SettingsSheet settings(home.preferences, home.feel, home.devices);
  for (app::Screen* sheet : {static_cast<app::Screen*>(&about), static_cast<app::Screen*>(&help),
                             static_cast<app::Screen*>(&question), static_cast<app::Screen*>(&settings)}) {
    CHECK(sheet->kind() == app::Screen::Kind::Sheet);
    CHECK_FALSE(sheet->moving());
    CHECK_FALSE(sheet->owns({640, 400}));
    for (const auto command : {Command::Back, Command::Proceed, Command::CloseSheet, Command::KeepWorking}) {
      REQUIRE(sheet->can(command));
      const auto next = sheet->act({.command = command});
      CHECK(is<app::Pop>(next).then == std::nullopt);
      CHECK(is<app::Pop>(next).said.empty());
    }
    CHECK_FALSE(sheet->can(Command::Needle));
    CHECK_FALSE(sheet->can(Command::FinishNow));
  }
}

TEST_CASE("About has one thing to do: it is put away") {
  Paper paper;
  Household home;
  const auto sheet = opened<app::AboutSheet>(app::about_sheet(), home);
  const auto all = presses(paper, *sheet);
  CHECK(all.size() > 0);
  CHECK(kinds<app::Pop>(all) == all.size());
}

TEST_CASE("help passes what is asked for there to the screen below") {
  Household home;
  const auto sheet = opened<app::HelpSheet>(app::help_sheet(), home);
  CHECK(is<app::Pop>(sheet->act_on(Command::CloseSheet)).then == std::nullopt);
  CHECK(is<app::Pop>(sheet->act_on(Command::RepeatFirstRun)).then == Command::RepeatFirstRun);
  CHECK(is<app::Pop>(sheet->act_on(Command::OpenAbout)).then == Command::OpenAbout);
}

TEST_CASE("a question has two answers: keep working, or what its button says") {
  Paper paper;
  app::QuestionSheet sheet({"Finish?", "3 of 20 dots.", "Keep working", "Finish anyway", Command::FinishNow});
  CHECK(is<app::Pop>(sheet.act_on(Command::KeepWorking)).then == std::nullopt);
  CHECK(is<app::Pop>(sheet.act_on(Command::FinishNow)).then == Command::FinishNow);
  bool stays_there = false, goes = false;
  for (const auto& next : presses(paper, sheet)) {
    const auto& then = is<app::Pop>(next).then;
    (then ? goes : stays_there) = true;
    if (then) CHECK(*then == Command::FinishNow);
  }
  CHECK(stays_there);
  CHECK(goes);
}

TEST_CASE("settings change at once and are kept") {
  Household home;
  const auto sheet = opened<app::SettingsSheet>(app::settings_sheet(), home);
  sheet->place(kFrame);
  CHECK(stays(sheet->act_on(Command::ToggleLeftHanded)));
  CHECK(home.preferences.now().left_handed);
  CHECK(sheet->view().left_handed);
  CHECK(stays(sheet->act_on(Command::ToggleLeftHanded)));
  CHECK_FALSE(sheet->view().left_handed);
  CHECK(stays(sheet->act_on(ui::SetTheme{ui::Theme::Light})));
  CHECK(sheet->view().theme == ui::Theme::Light);
  CHECK(stays(sheet->act_on(ui::SetFeel{ui::FeelSwitch::PenDrawn, false})));
  CHECK_FALSE(sheet->view().feel.pen_drawn);
  CHECK(stays(sheet->act_on(ui::SetVolume{70})));
  CHECK(sheet->view().feel.percent == 70);
  const app::Preferences again(home.profile);
  CHECK(again.theme() == ui::Theme::Light);
  CHECK(again.now().sound_percent == 70);
}

TEST_CASE("another size of text is asked of the window") {
  Household home;
  app::SettingsSheet sheet(home.preferences, home.feel, home.devices);
  sheet.place({{0, 0, 1280, 800}, 1.25F, false});
  CHECK(sheet.view().scale == doctest::Approx(1.25));
  CHECK(is<app::Rescale>(sheet.act_on(ui::SetScale{1.5})).scale == 1.5);
}

TEST_CASE("settings name the device in use, and whether it was checked") {
  Household home;
  home.connect(kPen);
  home.devices.follow(platform::PointerMoved{pen(kNow, {10, 10}, 0.0)});
  app::SettingsSheet sheet(home.preferences, home.feel, home.devices);
  CHECK(sheet.view().device.name == "A pen");
  CHECK(sheet.view().device.measured);
  CHECK_FALSE(sheet.view().checked);
  home.preferences.keep_device("A pen", {.checked = true});
  CHECK(sheet.view().checked);
  CHECK(is<app::Pop>(sheet.act_on(Command::OpenDeviceCheck)).then == Command::OpenDeviceCheck);
  CHECK(is<app::Pop>(sheet.act_on(Command::CloseSheet)).then == std::nullopt);
}

TEST_CASE("help and settings draw, and every press on them leads somewhere that is known") {
  Paper paper;
  Household home;
  app::HelpSheet help;
  const auto of_help = presses(paper, help);
  CHECK(kinds<app::Pop>(of_help) == of_help.size());
  CHECK(of_help.size() > 0);
}
