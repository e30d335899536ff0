#include "trainer/app/preferences.h"

#include <fstream>

#include "tests/trainer/app/rooms.h"

using namespace rooms;
using app::Preferences;

TEST_CASE("what is set is written at once, and is there at the next start") {
  Household home;
  home.preferences.change([](auto& s) { s.left_handed = true; });
  home.preferences.set_theme(ui::Theme::HighContrast);
  const Preferences again(home.profile);
  CHECK(again.now().left_handed);
  CHECK(again.theme() == ui::Theme::HighContrast);
  CHECK(again.now().theme == "high_contrast");
}

TEST_CASE("every theme is told apart by its word; one that nobody knows is the dark one") {
  Household home;
  for (const auto theme : {ui::Theme::Light, ui::Theme::Dark, ui::Theme::HighContrast}) {
    home.preferences.set_theme(theme);
    CHECK(home.preferences.theme() == theme);
  }
  home.preferences.change([](auto& s) { s.theme = "dark"; });
  CHECK(home.preferences.theme() == ui::Theme::Dark);
}

TEST_CASE("settings that cannot be read leave standard values, and say so once") {
  Folder folder;
  auto profile = trainer::store::Profile::open(folder.path());
  REQUIRE(profile);
  std::ofstream(folder.path() + "/settings.json") << "{ broken";
  Preferences preferences(*profile);
  CHECK(preferences.now() == trainer::store::Settings{});
  CHECK_FALSE(preferences.trouble().empty());
  CHECK(preferences.trouble().empty());
}

TEST_CASE("one bad setting is named with what was expected, and the others hold") {
  Folder folder;
  auto profile = trainer::store::Profile::open(folder.path());
  REQUIRE(profile);
  std::ofstream(folder.path() + "/settings.json")
      << R"({"left_handed": true, "ui_scale": 9, "theme": "light", "first_run_done": true})";
  Preferences preferences(*profile);
  CHECK(preferences.now().left_handed);
  CHECK(preferences.now().first_run_done);
  CHECK(preferences.theme() == ui::Theme::Light);
  CHECK(preferences.now().ui_scale == 0.0);
  const auto said = preferences.trouble();
  CHECK(said.find("`ui_scale`: expected 0 or 0.5 to 4") != std::string::npos);
  CHECK(said.find(folder.path()) != std::string::npos);
  CHECK(std::filesystem::exists(folder.path() + "/settings.json.broken"));
}

TEST_CASE("settings that cannot be written are told, and hold until the end") {
  Household home;
  // A folder stands where the file should be.
  std::filesystem::remove(home.folder.path() + "/settings.json");
  std::filesystem::create_directories(home.folder.path() + "/settings.json/in the way");
  home.preferences.change([](auto& s) { s.sound_percent = 80; });
  CHECK(home.preferences.now().sound_percent == 80);
  static_cast<void>(home.profile.load_settings());  // waits for what is being written
  CHECK_FALSE(home.preferences.trouble().empty());
}

TEST_CASE("a device is known by its name once it was kept; its calibration goes with every sitting") {
  Household home;
  CHECK_FALSE(home.preferences.knows("A pen"));
  CHECK(home.preferences.device("A pen") == trainer::store::DeviceSettings{});
  CHECK(home.preferences.calibrations().empty());
  home.preferences.keep_device("A pen", {.checked = true, .calibration = {.maximum_pressure = 5000}});
  CHECK(home.preferences.knows("A pen"));
  CHECK(home.preferences.device("A pen").checked);
  CHECK(home.preferences.calibrations().at("A pen").maximum_pressure == 5000);
  const Preferences again(home.profile);
  CHECK(again.device("A pen").calibration.maximum_pressure == 5000);
}

TEST_CASE("beyond the limit of devices no new one is kept, but one that is known still changes") {
  Household home;
  for (std::size_t i = 0; i < trainer::store::kMaxDevices; ++i)
    home.preferences.keep_device("pen " + std::to_string(i), {});
  home.preferences.keep_device("one too many", {.checked = true});
  CHECK_FALSE(home.preferences.knows("one too many"));
  home.preferences.keep_device("pen 3", {.checked = true});
  CHECK(home.preferences.device("pen 3").checked);
}
