// The tray: which needle, how the pigment is mixed, and, folded, how the machine is set. A sheet over the
// work.
#pragma once

#include <string>
#include <vector>

#include "engine/core/units.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/equipment.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"
#include "trainer/words/tool_notices.h"

namespace trainer::ui {

enum class Setting { SetOut, Stroke, Rate };
// What the sheet remembers while it is open.
struct TrayPanel {
  bool more = false;
  std::int32_t pigment_parts = 1;
};

struct TrayView {
  struct Needle {
    std::string name, words, use;  // "1RL-0.25"; "1RL, 0.25 mm"; "hairline, fine detail"
    int points = 1;
    engine::core::Mm diameter{0.25};
  };
  struct Mix {
    std::int32_t dilution_milli;
    std::string words;
  };  // parts of water x 1000; "14 : 1"
  struct Row {
    Setting setting;
    // "Set-out", "1.8 mm", "1.5-2 mm; how far the needle hangs out, not the depth of the dot"
    std::string name, value, usual;
    // what the two buttons set; the same as `now` at the end of the range
    std::int32_t now = 0, less = 0, more = 0;
  };
  std::vector<Needle> needles;  // those that the lesson allows, its own first
  std::string needle;           // in the machine
  std::vector<Mix>
      mixes;  // the ladder that practitioners mix by, thinnest first, and what the lesson began with
  std::int32_t dilution_milli = 0;
  std::int32_t water = 14, pigment_parts = 1;  // the mix in whole parts, as near as it goes
  std::vector<std::string> pigments;
  std::string pigment;
  std::string asked;      // what the lesson asks of the shade; empty: nothing beyond its tray
  std::vector<Row> rows;  // under "More"
  std::vector<runner::ToolNotice> notices;
  bool more = false, dry = false;
};

struct ChooseNeedle {
  std::string needle;
};  // "1RL-0.25"
struct ChooseDilution {
  std::int32_t milli = 0;
};  // parts of water x 1000
struct MixParts {
  std::int32_t water = 14, pigment = 1;
};
struct ChoosePigment {
  std::string pigment;
};
struct SetTool {
  Setting setting = Setting::SetOut;
  std::int32_t value = 0;
};  // um, um, mHz
using TrayIntents = IntentsOf<ChooseNeedle, ChooseDilution, MixParts, ChoosePigment, SetTool>;

TrayView make_tray_view(const runner::Attempt& attempt, const TrayPanel& panel = {});
void draw_tray_sheet(Ui& ui, const Frame& frame, const TrayView& view, TrayIntents& intents);
std::string asked_shades(const assessment::Site& site);  // "20 : 1, 14 : 1"; empty: what lies on the tray
std::string dilution_text(std::int32_t dilution_milli);  // "14 : 1", "undiluted"
words::ToolKeys tool_keys(bool left_handed);
std::string needle_text(const engine::skin::Needle& needle);  // "1RL, 0.25 mm, long taper"

}  // namespace trainer::ui
