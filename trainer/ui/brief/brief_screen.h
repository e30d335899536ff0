// The brief: left what is worked on, right what, with what, judged how. Start is enabled at once.
#pragma once

#include <string>
#include <vector>

#include "trainer/assessment/site.h"
#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

struct BriefRow {
  std::string name, value;
};
struct BriefView {
  std::optional<DeviceLabel> device;  // what points
  std::string over;                   // "Module 1 · about 4 minutes"
  std::string title, summary;
  std::string words;                    // what the instructor says first
  std::vector<std::string> objectives;  // what can be done afterwards
  std::vector<BriefRow> steps;          // "Place" / its text
  std::vector<BriefRow> facts;          // who or what lies there, what is on the tray
  std::vector<BriefRow> judged;         // criterion / share of the weight
  std::string pass;
  bool watch = true;        // an expert has something to show: there is more than questions
  std::string go_on;        // the record of this lesson that was broken off; empty: none
  std::string go_on_words;  // "32 dots are safe"
};

int asked_minutes(int dots,
                  std::size_t questions = 0);  // at 50 dots a minute and half a minute a question, at least 1
// "about 360 dots", "3 questions", or both.
std::string asked_words(const assessment::Site& site);
// `left_handed`: for the names of keys.
BriefView make_brief_view(const assessment::Site& site, bool left_handed = false);
struct ContinueBroken {
  std::string record;
};
using BriefIntents = IntentsOf<ContinueBroken>;
void draw_brief(Ui& ui, const BriefLayout& layout, const BriefView& view, BriefIntents& intents);

}  // namespace trainer::ui
