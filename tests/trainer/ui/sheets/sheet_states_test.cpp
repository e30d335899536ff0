// Settings and help: what is in force is seen, every key of the table is listed, and About says what it is.
#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"
#include "trainer/ui/sheets/about.h"
#include "trainer/ui/sheets/sheets.h"

using namespace trainer::ui;
using support::only_command;
using support::UiStage;

namespace {

UiStage::Draw settings(const SettingsView& view) {
  return [view](Ui& ui, const Frame& f, SettingsIntents& intents) { draw_settings(ui, f, view, intents); };
}
// Ids of controls round which the border of what is chosen is drawn.
std::vector<std::string> chosen(const SettingsView& view) {
  UiStage stage({1280, 1000}, settings(view));
  std::vector<std::string> ids;
  for (const auto& c : stage.drawn().controls)
    if (stage.box_of(colour(Theme::Dark, Token::Acd), c.at).w > 0.8F * c.at.w) ids.push_back(c.id);
  return ids;
}
bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}
std::string all_words(UiStage& stage) {
  std::string all;
  for (const auto& text : stage.drawn().texts) all += text.words + "\n";
  return all;
}

}  // namespace

TEST_CASE("of each row exactly what is in force is chosen") {
  const SettingsView plain{.feel = {.pen_drawn = false}};
  CHECK(chosen(plain) == std::vector<std::string>{"scale 1\u00d7", "Dark", "right hand"});
  SettingsView other{.scale = 1.75, .theme = Theme::Light, .left_handed = true};
  other.feel = {
      .machine_sound = true, .press_ticks = false, .pen_drawn = true, .reduced_motion = true, .percent = 60};
  CHECK(chosen(other) == std::vector<std::string>{"scale 1.75\u00d7", "Light", "left hand", "Machine",
                                                  "volume 60 %", "Reduced motion", "Draw the pen"});
}

TEST_CASE("a scale or a volume between the steps chooses none of them") {
  SettingsView odd{.scale = 1.1};
  odd.feel.machine_sound = true;
  odd.feel.percent = 55;
  for (const auto& id : chosen(odd)) {
    CHECK(id.find("scale") == std::string::npos);
    CHECK(id.find("volume") == std::string::npos);
  }
  CHECK(has(chosen(odd), "Machine"));
}

TEST_CASE("the device is named with whether it was checked") {
  SettingsView view;
  view.device = {"Intuos", true};
  UiStage never({}, settings(view));
  CHECK(all_words(never).find("Intuos \u00b7 depth measured \u00b7 not checked yet") != std::string::npos);
  view.checked = true;
  UiStage once({}, settings(view));
  CHECK(all_words(once).find("Intuos \u00b7 depth measured \u00b7 checked") != std::string::npos);
  CHECK(all_words(once).find("not checked") == std::string::npos);
}

TEST_CASE("why there is no sound is said beside its switches, and only when there is a reason") {
  SettingsView view;
  view.feel.trouble = "No sound server answers.";
  UiStage stage({1280, 1000}, settings(view));
  CHECK(support::writes(stage, "No sound server answers."));
  const Colour over = colour(Theme::Dark, Token::Over);
  CHECK(stage.vertices_of(over) > 0);
  UiStage well({1280, 1000}, settings({}));
  well.drawn();
  CHECK(well.vertices_of(over) == 0);
}

TEST_CASE("help lists every line of every subject, whole, for the hand that draws") {
  for (const bool left : {false, true}) {
    UiStage stage({1920, 1400, 1.0F, left},
                  [](Ui& ui, const Frame& f, Intents& intents) { draw_help(ui, f, intents); });
    const auto texts = stage.drawn().texts;
    for (const auto& text : texts) CHECK_FALSE(text.cut);
    for (const auto group : {KeyGroup::Needle, KeyGroup::View, KeyGroup::Replay})
      for (const KeyLine& line : key_lines(group, left)) {
        CAPTURE(line.what);
        // The keys stand on the line of what they do, at its right.
        bool together = false;
        for (const auto& a : texts)
          for (const auto& b : texts)
            together = together || (a.words == line.what && b.words == line.keys && a.at.x < b.at.x &&
                                    std::abs(a.at.centre().y - b.at.centre().y) < 1);
        CHECK(together);
      }
  }
}

TEST_CASE("where there is no room for two columns the subjects stand one below the other") {
  const auto place = [](const support::StageSize& size, const char* word) {
    UiStage stage(size, [](Ui& ui, const Frame& f, Intents& intents) { draw_help(ui, f, intents); });
    for (const auto& text : stage.drawn().texts)
      if (text.words == word) return text.at;
    return Rect{};
  };
  const support::StageSize wide{1280, 800}, narrow{600, 800};
  CHECK(place(wide, "View").x > place(wide, "Needle").x + 300);
  CHECK(place(wide, "View").y == place(wide, "Needle").y);
  CHECK(place(narrow, "View").x == place(narrow, "Needle").x);
  CHECK(place(narrow, "View").y > place(narrow, "Replay").y);
}

TEST_CASE("help leads to About and to the first minutes") {
  UiStage stage({}, [](Ui& ui, const Frame& f, Intents& intents) { draw_help(ui, f, intents); });
  CHECK(only_command(stage.click("help about"), Command::OpenAbout));
  CHECK(only_command(stage.enter("help about"), Command::OpenAbout));
}

TEST_CASE("About tells the version, and that practice here makes nobody competent, in every window") {
  const auto view = make_about_view("0.7.3");
  CHECK(view.program.find("0.7.3") != std::string::npos);
  CHECK(view.caution.find("competent") != std::string::npos);
  const UiStage::Draw draw = [view](Ui& ui, const Frame& f, Intents& intents) {
    draw_about(ui, f, view, intents);
  };
  support::no_faults(draw, support::stage_sizes(320, 200));
  UiStage stage({}, draw);
  CHECK(only_command(stage.click("close sheet"), Command::CloseSheet));
  for (const auto& text : stage.drawn().texts) CHECK_FALSE(text.cut);
}

TEST_CASE("the room within a sheet is its inside below the title, whatever the scale") {
  for (const float scale : {1.0F, 2.0F}) {
    Rect in;
    UiStage stage({1280 * scale, 800 * scale, scale}, [&](Ui& ui, const Frame& f, Intents& intents) {
      in = open_sheet(ui, f, 600, 400, "Title", intents);
    });
    // 340, 200, 600 x 400; 24 points inside, 48 for the title
    CHECK(in == Rect{364 * scale, 272 * scale, 552 * scale, 304 * scale});
  }
}
