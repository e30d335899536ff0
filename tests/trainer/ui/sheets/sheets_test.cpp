// Help and settings: every switch, in every window.
#include "trainer/ui/sheets/sheets.h"

#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

UiStage::Draw settings(const SettingsView& view) {
  return [view](Ui& ui, const Frame& f, SettingsIntents& intents) { draw_settings(ui, f, view, intents); };
}
UiStage::Draw help() {
  return [](Ui& ui, const Frame& f, Intents& intents) { draw_help(ui, f, intents); };
}
SettingsView loud() {
  SettingsView view;
  view.feel.machine_sound = true;
  return view;
}

}  // namespace

TEST_CASE("every scale of the settings asks for itself") {
  UiStage stage({}, settings({}));
  for (const auto& [label, scale] : std::initializer_list<std::pair<const char*, double>>{
           {"1", 1.0}, {"1.25", 1.25}, {"1.5", 1.5}, {"1.75", 1.75}, {"2", 2.0}, {"2.5", 2.5}, {"3", 3.0}}) {
    const auto intents = stage.click(std::string("scale ") + label + "\u00d7");
    REQUIRE(only<SetScale>(intents) != nullptr);
    CHECK(only<SetScale>(intents)->scale == scale);
  }
}

TEST_CASE("every theme asks for itself") {
  UiStage stage({}, settings({}));
  for (const auto& [label, theme] : std::initializer_list<std::pair<const char*, Theme>>{
           {"Dark", Theme::Dark}, {"Light", Theme::Light}, {"High contrast", Theme::HighContrast}}) {
    const auto intents = stage.click(label);
    REQUIRE(only<SetTheme>(intents) != nullptr);
    CHECK(only<SetTheme>(intents)->theme == theme);
  }
}

TEST_CASE("the hand is changed only by pressing the other one") {
  for (const bool left : {false, true}) {
    SettingsView view;
    view.left_handed = left;
    UiStage stage({}, settings(view));
    CHECK(stage.click(left ? "left hand" : "right hand").empty());
    CHECK(only_command(stage.click(left ? "right hand" : "left hand"), Command::ToggleLeftHanded));
  }
}

TEST_CASE("each switch of what is felt asks for the opposite of what it is") {
  constexpr std::pair<const char*, FeelSwitch> kAll[] = {{"Machine", FeelSwitch::MachineSound},
                                                         {"Ticks at the depth band", FeelSwitch::PressTicks},
                                                         {"Reduced motion", FeelSwitch::ReducedMotion},
                                                         {"Draw the pen", FeelSwitch::PenDrawn}};
  for (const bool on : {false, true}) {
    SettingsView view;
    view.feel = {.machine_sound = on, .press_ticks = on, .pen_drawn = on, .reduced_motion = on};
    UiStage stage({}, settings(view));
    for (const auto& [label, feel] : kAll) {
      CAPTURE(label);
      const auto intents = stage.click(label);
      REQUIRE(only<SetFeel>(intents) != nullptr);
      CHECK(only<SetFeel>(intents)->feel == feel);
      CHECK(only<SetFeel>(intents)->on == !on);
    }
  }
}

TEST_CASE("the volume stands there only when there is something to hear") {
  const auto volumes = [](const SettingsView& view) {
    UiStage stage({}, settings(view));
    std::vector<int> heard;
    for (const auto& id : stage.controls()) {
      if (id.find("volume ") != 0) continue;
      const auto intents = stage.click(id);
      REQUIRE(only<SetVolume>(intents) != nullptr);
      heard.push_back(only<SetVolume>(intents)->percent);
    }
    return heard;
  };
  CHECK(volumes({}).empty());
  CHECK(volumes(loud()) == std::vector<int>{20, 40, 60, 80, 100});
  SettingsView ticks;
  ticks.feel.press_ticks = true;
  CHECK(volumes(ticks).size() == 5);
}

TEST_CASE("every control of a sheet answers, and Close closes it") {
  UiStage stage({}, settings(loud()));
  CHECK(only_command(stage.click("close sheet"), Command::CloseSheet));
  CHECK(only_command(stage.click("check device"), Command::OpenDeviceCheck));
  // Pressing the hand that is in use says nothing: all others answer.
  for (const auto& id : stage.controls()) {
    CAPTURE(id);
    CHECK(stage.click(id).size() == (id == "right hand" ? 0 : 1));
    CHECK(stage.enter(id).size() == (id == "right hand" ? 0 : 1));
  }
  CHECK(stage.press_all_blocked().empty());
  UiStage keys({}, help());
  CHECK(only_command(keys.click("close sheet"), Command::CloseSheet));
  CHECK(only_command(keys.click("help again"), Command::RepeatFirstRun));
  support::controls_answer(keys);
}

TEST_CASE("nothing of a sheet overlaps or sticks out, with the longest name and with trouble") {
  auto view = loud();
  view.device = {"A device with a name that is longer than anybody would think of giving it", true};
  view.feel.trouble = "There is no sound here: the sound server did not answer. The rest works without it.";
  support::no_faults(settings(view), support::stage_sizes(640, 400));
  support::no_faults(settings({}), support::stage_sizes(640, 400));
  support::no_faults(help(), support::stage_sizes(640, 400));
}

TEST_CASE("the keys of the left hand differ from those of the right, line for line of the same help") {
  const auto words = [](bool left) {
    UiStage stage({1920, 1080, 1.0F, left}, help());
    std::vector<std::string> all;
    for (const auto& text : stage.drawn().texts) all.push_back(text.words);
    return all;
  };
  const auto right = words(false), left = words(true);
  REQUIRE(right.size() == left.size());
  int differ = 0;
  for (std::size_t i = 0; i < right.size(); ++i) differ += right[i] != left[i] ? 1 : 0;
  CHECK(differ >= 5);  // stretch, undo, loupe, roll, patches
}

TEST_CASE("a sheet lies in the middle of the window, within it, whatever it asks for") {
  for (const auto& size : support::stage_sizes(320, 200)) {
    const Frame f{{0, 0, size.width, size.height}, size.scale, size.left_handed};
    for (const auto& [w, h] : {std::pair{520.0F, 200.0F}, {860.0F, 560.0F}, {5000.0F, 5000.0F}}) {
      const Rect r = sheet(f, w, h);
      CHECK(r.x >= 15 * size.scale);
      CHECK(r.y >= 15 * size.scale);
      CHECK(r.right() <= size.width - 15 * size.scale);
      CHECK(r.bottom() <= size.height - 15 * size.scale);
      CHECK(r.centre().x == doctest::Approx(size.width / 2).epsilon(0.001));
      CHECK(r.centre().y == doctest::Approx(size.height / 2).epsilon(0.002));
    }
  }
}

TEST_CASE("a sheet that may grow keeps its top where it stands") {
  float low = 0.0F, tall = 0.0F;
  UiStage stage({}, [&](Ui& ui, const Frame& f, Intents& intents) {
    low = open_sheet(ui, f, 600, 300, "Low", intents, 450).y;
  });
  UiStage other({}, [&](Ui& ui, const Frame& f, Intents& intents) {
    tall = open_sheet(ui, f, 600, 450, "Tall", intents, 450).y;
  });
  CHECK(low == tall);
}

TEST_CASE("a scrim darkens the whole window") {
  UiStage stage({}, [](Ui& ui, const Frame& f, Intents&) { draw_scrim(ui, f); });
  stage.drawn();
  CHECK(stage.vertices_of(with_alpha(colour(Theme::HighContrast, Token::Bg), 0.6)) >= 4);
}
