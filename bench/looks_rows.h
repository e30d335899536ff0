// What is looked at, and what it should look like (docs/domain.md 7.1).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/skin/healed.h"
#include "trainer/robots/continuation.h"

namespace bench {

constexpr double kYear = 365.25;

// What is in the picture: hair or work at a place of the scalp.
struct Subject {
  std::string name;
  int skin_type = 2;
  double hair_mm = 0.0;
  const char* hair = "brown";
  double per_cm2 = 0.0, days = engine::skin::kHealedDays;
  trainer::robots::Habit hand{};
};

struct Range {
  double low, high;
  [[nodiscard]] bool holds(double x) const { return x >= low && x <= high; }
};

// What it should look like at every distance (docs/domain.md 7.1: judgement).
struct Target {
  std::optional<Range> lightness{}, red{}, yellow{};  // shift of L*, a*, b* from bare skin
  std::string of{};                                   // another row, of whose shift of L* ...
  std::optional<Range> share{};                       // ... this is so much
};

struct Row {
  Subject subject;
  Target target;
};

// The pigment that practitioners would mix for that skin with its usual hair: 16, 14, 14, 9, 6 and 3 parts of
// water (lessons; docs/domain.md 1.4). `skin_type` 1..6.
trainer::robots::Habit shade_for(int skin_type);
// Through the band and half as wide again.
trainer::robots::Habit too_deep();

std::vector<Row> looks_rows();

}  // namespace bench
