#include "trainer/ui/tray/tray.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <filesystem>

using namespace trainer::ui;

namespace {

// The sheet in a window of 1280 x 800, and a mouse.
class Table {
 public:
  Table() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
    const auto files = installed_fonts();
    auto fonts = Fonts::build(files, 1.0F);
    REQUIRE(fonts);
    ui_.fonts = *fonts;
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
    ImGui::GetIO().DisplaySize = {1280, 800};
    ImGui::GetIO().IniFilename = nullptr;
    view.needles = {{"1RL-0.25", "1RL, 0.25 mm", "hairline", 1, engine::core::Mm{0.25}}};
    view.needle = "1RL-0.25";
    view.mixes = {{14'000, "14 : 1"}};
    view.pigments = {"grey"};
    view.pigment = "grey";
    for (const Setting s : {Setting::SetOut, Setting::Stroke, Setting::Rate})
      view.rows.push_back({s, "Row " + std::to_string(static_cast<int>(s)), "1.8 mm", "usual", 2, 1, 3});
  }
  ~Table() { ImGui::DestroyContext(); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // What a click there means; -1: nothing.
  std::optional<TrayIntents::One> click(float x, float y) {
    TrayIntents intents;
    draw(x, y, false, intents);
    draw(x, y, true, intents);
    draw(x, y, false, intents);
    return intents.empty() ? std::nullopt : std::optional(intents.back());
  }
  TrayView view;

 private:
  void draw(float x, float y, bool down, TrayIntents& intents) {
    ImGui::GetIO().MousePos = {x, y};
    ImGui::GetIO().MouseDown[0] = down;
    ImGui::NewFrame();
    {
      const Rect window{0, 0, 1280, 800};
      const Surface surface("root", window);
      ui_.focus.begin_frame();
      draw_tray_sheet(ui_, {window, 1.0F, false}, view, intents);
      ui_.focus.end_frame();
    }
    ImGui::EndFrame();
  }
  Ui ui_;
};

bool toggles(const std::optional<TrayIntents::One>& intent) {
  const auto* command = intent ? std::get_if<Command>(&*intent) : nullptr;
  return command != nullptr && *command == Command::ToggleMoreTools;
}

constexpr float kLeft = 344.0F, kRight = 936.0F;  // of what lies on the sheet

std::optional<float> more_at(Table& table) {
  for (float y = 40; y < 790; y += 6)
    if (toggles(table.click(kLeft + 20, y))) return y;
  return std::nullopt;
}

// -1 less, +1 more of a row or of a part of the mix; 0: something else.
int step_of(const Table& table, const TrayIntents::One& intent) {
  if (const auto* set = std::get_if<SetTool>(&intent)) return set->value > 2 ? 1 : -1;
  if (const auto* mix = std::get_if<MixParts>(&intent))
    return mix->water > table.view.water || mix->pigment > table.view.pigment_parts ? 1 : -1;
  return 0;
}

}  // namespace

TEST_CASE("More stays under the pointer when it is pressed, and when a notice comes") {
  Table table;
  const auto y = more_at(table);
  REQUIRE(y);
  table.view.more = true;
  CHECK(toggles(table.click(kLeft + 20, *y)));
  table.view.notices.push_back(
      {.fault = trainer::runner::ToolFault::StrokeUnusual, .stroke = engine::core::Mm{1.5}, .low = true});
  CHECK(toggles(table.click(kLeft + 20, *y)));
  table.view.dry = true;
  table.view.more = table.view.notices.empty();
  const auto dry = more_at(table);
  REQUIRE(dry);
  table.view.more = true;
  CHECK(toggles(table.click(kLeft + 20, *dry)));
}

TEST_CASE("a plus and a minus are at least 40 points apart") {
  Table table;
  table.view.more = true;
  table.view.water = 14;
  table.view.pigment_parts = 2;
  int seen = 0;
  for (float y = 100; y < 780; y += 12) {
    float last_x = 0.0F;
    int last = 0;
    for (float x = kLeft; x < kRight; x += 6) {
      const auto intent = table.click(x, y);
      const int now = intent ? step_of(table, *intent) : 0;
      if (now == 0) continue;
      if (last != 0 && now != last) {
        ++seen;
        CHECK(x - last_x >= 40.0F);
      }
      last = now;
      last_x = x;
    }
  }
  CHECK(seen >= 5);
}
