// The debrief: a verdict in a sentence, criteria, the books, and the work over time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/traces.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

struct CriterionRow {
  std::string name, note;       // note: "weakest", "simulated, counts a third", "not judged"
  std::optional<double> score;  // points
  double pass = 0.0;            // where the tick stands, points: the lesson's pass mark, or its own minimum
  bool weak = false;
};
struct LedgerRow {
  // of its pin; 0: none (the weakest-skill line, a broken critical criterion)
  int number = 0;
  std::string cause, advice, time, points;
  bool weakest = false, critical = false;
  bool under = false;  // too few, too light: blue pin; else amber
};
struct DebriefView {
  std::string lesson;
  std::string total;        // "77.52", empty: not judged
  double share = 0.0;       // of the ring
  double pass_share = 0.0;  // of the lesson's pass mark
  bool passed = false;
  std::string verdict, sub;
  std::vector<std::string> chips;
  std::vector<CriterionRow> criteria;
  std::string mean_words;  // how the total came about
  std::vector<LedgerRow> ledger;
  std::string lost, sum_left, sum_right;  // "Where 22.48 points went"; "100 − 22.48" and "77.52"
  std::vector<Trace> traces;
  struct Badge {
    int number;
    engine::core::AttemptTime t_us;
    bool under;
  };
  std::vector<Badge> badges;
  engine::core::AttemptTime end_us{1};
  bool watching = false;  // somebody else's work, shown to learn from
  // What to do next: the first is the one that Enter presses.
  struct Action {
    std::string words;
    Command command = Command::GoHome;
  };
  std::vector<Action> actions;
};

enum class DebriefTab { Ledger, Criteria, Time };  // where the window is too small for all

struct DebriefPanel {  // what changes while it is looked at
  int chosen = -1;     // ledger line
  engine::core::AttemptTime playhead_us{};
  bool playing = false;
  double speed = 4.0;
  DebriefTab tab = DebriefTab::Ledger;
  std::optional<std::pair<engine::core::AttemptTime, engine::core::AttemptTime>> clip;
};

// `watching`: an expert's demonstration, not the trainee's own work.
DebriefView make_debrief_view(const runner::Attempt& attempt, const assessment::Assessment& assessment,
                              bool watching = false);
struct ChooseLine {
  int line = -1;
};  // of the ledger
struct ChooseTab {
  DebriefTab tab = DebriefTab::Ledger;
};
struct SeekTo {
  engine::core::AttemptTime t_us{};
};
struct SetSpeed {
  double factor = 1.0;
};
using DebriefIntents = IntentsOf<ChooseLine, ChooseTab, SeekTo, SetSpeed>;
void draw_debrief(Ui& ui, const DebriefLayout& layout, const DebriefView& view, const DebriefPanel& panel,
                  DebriefIntents& intents);
void draw_timeline(Ui& ui, const Rect& r, const DebriefView& view, const DebriefPanel& panel,
                   DebriefIntents& intents);

}  // namespace trainer::ui
