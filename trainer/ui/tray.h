// The tray: which needle, and how thin the pigment is mixed. A sheet over the work.
#pragma once

#include <string>
#include <vector>

#include "trainer/runner/attempt.h"
#include "trainer/ui/intents.h"
#include "trainer/ui/layout.h"
#include "trainer/ui/ui.h"

namespace trainer::ui {

struct TrayView {
  struct Needle { std::string name, words; };                   // "1RL-0.25"; "1RL, 0.25 mm"
  struct Mix { std::int32_t dilution_milli; std::string words; };  // parts of water x 1000; "14 : 1"
  std::vector<Needle> needles;  // those that the lesson allows, its own first
  std::string needle;           // in the machine
  std::vector<Mix> mixes;       // the ladder that practitioners mix by, thinnest first, and what the lesson began with
  std::int32_t dilution_milli = 0;
  std::string asked;            // what the lesson asks of the shade; empty: nothing beyond its tray
};

TrayView make_tray_view(const runner::Attempt& attempt);
void draw_tray_sheet(Ui& ui, const Frame& frame, const TrayView& view, Intents& intents);
std::string asked_shades(const assessment::Site& site);  // "20 : 1, 14 : 1"; empty: what lies on the tray
std::string dilution_text(std::int32_t dilution_milli);  // "14 : 1", "undiluted"

}  // namespace trainer::ui
