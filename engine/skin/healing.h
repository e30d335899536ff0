// What is left of a dot with time: an illustration from a model, not a prediction (domain 6). The
// parameters are data; directions are sourced, numbers are general knowledge.
#pragma once

#include <string_view>

#include "engine/core/result.h"
#include "engine/skin/dot.h"

namespace engine::skin {

struct HealingModel {
  double fade_per_year = 0.15;         // k of contrast = kept exp(-k t); 0.13 indoors .. 0.22 outdoors
  double growth_target = 0.03;         // share of diameter a year in band
  double growth_deep = 0.08, growth_blowout = 0.12;
  double fresh_diameter = 1.4;         // x healed on day 0, falling to 1 on day 28
  double fresh_darkness = 1.35;
  double kept_target = 0.90, kept_shallow_low = 0.20, kept_shallow_high = 0.80, kept_epidermal = 0.05;
  double blue_per_year = 0.25;         // x (delta - 0.60)
};

struct Appearance {
  double diameter_mm = 0.25;
  double density = 1.0;    // optical density at the centre relative to a fresh dot in band, >= 0
  double blur_mm = 0.03;   // standard deviation added by depth
  double blue = 0.0;       // 0 neutral .. 1 clearly blue-grey
  double redness = 0.0;    // 0..1, gone within five days
};

// `days` since the dot was placed, >= 0.
Appearance appearance(const Dot& dot, double days, const HealingModel& model = {});

// "fresh", or a number with d, w or y (4w, 3y), as days; at most 10 years. Error: what was expected.
core::Result<double> parse_age(std::string_view text);

}  // namespace engine::skin
