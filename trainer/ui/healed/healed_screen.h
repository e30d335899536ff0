// The trainee's own dots with the years, an expert's beside them: an illustration from a model.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "engine/skin/healed.h"
#include "engine/skin/healing.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"
#include "trainer/words/say.h"

namespace trainer::ui {

// Six ages that the trade speaks of; the slider stops anywhere between them.
struct AgeStop {
  words::Text name, title, what;
  double days;
};
constexpr std::array<AgeStop, 6> kAgeStops = {
    {{words::Text("Fresh"), words::Text("Fresh"), words::Text("bold, red, larger than real"), 0.0},
     {words::Text("1 week"), words::Text("1 week on"), words::Text("scabs fall, patchy"), 7.0},
     {words::Text("4 weeks"), words::Text("4 weeks on"), words::Text("set: this is the baseline"),
      engine::skin::kHealedDays},
     {words::Text("1 year"), words::Text("1 year on"), words::Text("softer edges"),
      engine::skin::kDaysPerYear},
     {words::Text("3 years"), words::Text("3 years on"), words::Text("time for a refresh"),
      3 * engine::skin::kDaysPerYear},
     {words::Text("5 years"), words::Text("5 years on"), words::Text("past its refresh"),
      5 * engine::skin::kDaysPerYear}}};
// 0 fresh .. 1 five years, the stops evenly apart.
double days_at(double share);
double share_at(double days);

// What is left of one hand's dots.
struct Aged {
  int dots = 0;                 // placed
  double kept = 0.0;            // share of the dots still to be seen
  double contrast = 0.0;        // of them, relative to fresh work in band
  engine::core::Mm diameter{};  // mean
  double coverage = 0.0;        // ink over area, 0..1
  double per_cm2 = 0.0;         // dots still to be seen
  int blue_grey = 0;            // dots that have clearly turned
};
// `area_mm2` > 0 is what the dots lie on.
Aged aged(const std::vector<engine::skin::Dot>& dots, double days, double area_mm2,
          const engine::skin::HealingModel& model);

// How much of the head is worked. Finished: one session of a lesson is only a part of a shaved look, this is
// all of it.
enum class Extent { Patch, WholeHead, Finished };

// What a person has chosen.
struct HealedPanel {
  double days = 3 * engine::skin::kDaysPerYear;
  int distance = -1;  // of kDistancesM; -1: as near as one likes
  engine::scalp::Sun sun = engine::scalp::Sun::Mixed;
  engine::scalp::SkinKind skin = engine::scalp::SkinKind::Normal;
  Extent extent = Extent::Patch;
  bool wipe = false;     // the bare skin, wiped off to show the work, instead of the expert
  double wipe_at = 0.5;  // share of the picture's width
};
constexpr std::array<double, 3> kDistancesM = {0.3, 1.0, 3.0};

struct HealedRow {
  std::string name, yours, experts;
  bool warn = false;
};
struct HealedView {
  std::string lesson, title, sentence, why;
  std::string density;    // what the lesson asks for beside what a finished look has
  std::string continued;  // how what is shown came about; empty: it is the hand's own
  bool finishes = false;  // the lesson asks for less than a finished look
  std::vector<HealedRow> rows;
  bool head = false;  // a whole head can be continued, and has a client who lives
};
// What is aged: `head`: a client's, not a pad.
struct HealedWork {
  std::string lesson;
  bool head = false;
  double asked_cm2 = 0.0;     // dots, of the densest target
  double finished_cm2 = 0.0;  // of a shaved look that is done
};
HealedView make_healed_view(const HealedWork& work, const HealedPanel& panel, const Aged& yours,
                            const Aged& experts);

struct HealedLayout {
  Rect bar, yours, experts, side, slider;
};
// With the wipe `yours` is as wide as both, and `experts` the part left of the handle.
HealedLayout healed_layout(const Frame& f, const HealedPanel& panel);
Rect wipe_handle(const Frame& f, const HealedLayout& layout);

// Of the healed view.
struct SetAge {
  double days = 0.0;
};
struct SeeFrom {
  int distance = 1;
};  // of kDistancesM
struct LiveIn {
  engine::scalp::Sun sun = engine::scalp::Sun::Mixed;
};
struct SkinIs {
  engine::scalp::SkinKind skin = engine::scalp::SkinKind::Normal;
};
struct ShowExtent {
  Extent extent = Extent::Patch;
};
struct ShowWipe {
  bool wipe = false;
};
struct SetWipe {
  double share = 0.5;
};
using HealedIntents = IntentsOf<SetAge, SeeFrom, LiveIn, SkinIs, ShowExtent, ShowWipe, SetWipe>;
void draw_healed(Ui& ui, const HealedLayout& layout, const HealedView& view, const HealedPanel& panel,
                 HealedIntents& intents);

}  // namespace trainer::ui
