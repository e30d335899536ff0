// What is left of a dot with time: an illustration from a model, not a prediction (docs/domain.md 6). The
// parameters are data; directions are sourced, numbers are general knowledge.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/core/result.h"
#include "engine/core/units.h"
#include "engine/scalp/client.h"
#include "engine/skin/dot.h"

namespace engine::skin {

struct HealingModel {
  double fade_per_year = 0.15;  // k of contrast = kept exp(-k t); 0.13 indoors .. 0.22 outdoors
  // x k where the needle is just in the skin, falling to 1 where the band begins: shallow work may be gone
  // inside a year
  double fade_shallow = 3.0;
  // Share of the ink that goes from a dot's rim a year, besides k (docs/domain.md 6)
  double carried_per_year = 0.03;
  // x both, of what lies below the band: cells there hold it (docs/domain.md 6)
  double fade_deep = 0.15;
  double growth_target = 0.03;  // share of diameter a year in band
  double growth_deep = 0.08, growth_blowout = 0.12;
  double growth_oily = 0.0;     // added to each of them
  double fresh_diameter = 1.4;  // x healed on day 0, falling to 1 at kHealedDays
  double fresh_darkness = 1.35;
  // x fresh darkness where the needle is just in the skin, rising to 1 where the band begins: a needle hardly
  // in leaves little
  double fed_shallow = 0.6;
  double kept_target = 0.90, kept_shallow_low = 0.20, kept_shallow_high = 0.80, kept_epidermal = 0.05;
  double keeps = 1.0;           // x kept: what skin and aftercare leave
  double blue_per_year = 0.25;  // x (delta - 0.60)
  double blue_cool = 0.15,
         blue_warm = -0.10;  // by the undertone of the pigment (judgement; direction: docs/domain.md 1.4)
  // Share of dots that are still there when the skin has shed: "5 to 20 % are lost" of good work
  // (docs/domain.md 3.3).
  double stay_target = 0.92, stay_shallow_low = 0.60, stay_shallow_high = 0.88, stay_epidermal = 0.08,
         stay_deep = 0.98;
  double sheds_more = 0.0;  // subtracted from each of them: sweat, pool or sun in the first weeks
  double shed_days = 10.0;  // the last scab has fallen
  double seen_from =
      0.18;  // optical density, of a fresh dot in band with the same pigment, below which nobody sees it
  std::int32_t spread_permille = 1000;  // of the healed diameter
  bool operator==(const HealingModel&) const = default;
};

// The model of usual skin, and what a client changes in it (docs/domain.md 1.3 and 6).
struct HealingTable {
  HealingModel usual;  // also of a practice pad
  // k by how much sun the scalp sees
  double fades_protected = 0.12, fades_indoors = 0.13, fades_mixed = 0.15, fades_outdoors = 0.22;
  double smoker_fades = 1.3;                    // x k
  double fair_fades = 1.10, dark_fades = 0.90;  // x k, of skin type I and VI: melanin shields (judgement)
  double oily_fades = 1.25;                     // x k
  double oily_growth = 0.02;                    // added to the growth a year
  double oily_keeps = 0.85, dry_keeps = 0.9;    // x kept
  std::int32_t oily_spread = 1200;              // permille of the healed diameter
  double careless_sheds = 0.08;                 // subtracted from the shares that stay
  bool operator==(const HealingTable&) const = default;
};

// The model for one client.
HealingModel healing_of(const scalp::Client& client, const HealingTable& table = {});

struct Appearance {
  core::Mm diameter{0.25};
  double spread = 1.0;   // x the area over which that ink would lie at `density`: it pales by as much more
  double density = 1.0;  // optical density at the centre relative to a fresh dot in band, >= 0
  core::Mm blur{0.03};   // standard deviation added by depth
  double blue = 0.0;     // 0 neutral .. 1 clearly blue-grey
  double redness = 0.0;  // 0..1, of the skin round it, gone within five days
  double blood = 0.0;    // 0..1, a pinpoint where the needle went too deep; gone within a day
  double scab = 0.0;     // 0..1, larger and darker than the dot; forms on the second day, falls in 4 to 10
};

// `days` since the dot was placed, >= 0.
Appearance appearance(const Dot& dot, double days, const HealingModel& model = {});

// Whether the dot is still to be seen after so many days. Which dots the skin sheds is drawn by their place,
// so it is the same for every record of the same work and cannot be foreseen.
bool survives(const Dot& dot, double days, const HealingModel& model = {});
// Share of dots of that delta that stay when the skin has shed, 0..1.
double staying_share(double delta, const HealingModel& model = {});

// "fresh", or a number with d, w or y (4w, 3y), as days; at most 10 years. Error: what was expected.
core::Result<double> parse_age(std::string_view text);

}  // namespace engine::skin
