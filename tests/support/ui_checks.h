// What holds of every draw function: nothing sticks out or overlaps in any window, every control answers to
// the pointer as to Tab and Enter, and under a sheet none does.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/ui_stage.h"

namespace support {

inline bool alike(const std::any& a, const std::any& b) {
  const auto *x = std::any_cast<ui::Command>(&a), *y = std::any_cast<ui::Command>(&b);
  return a.type() == b.type() && (x == nullptr || *x == *y);
}

inline void no_faults(const UiStage::Draw& draw, const std::vector<StageSize>& sizes = stage_sizes()) {
  for (const StageSize& size : sizes) {
    UiStage stage(size, draw);
    for (const auto& fault : stage.faults()) FAIL_CHECK(words_of(size) << ": " << fault);
  }
}

// `held`: ids of those that answer while they are held down, as sliders do.
inline void controls_answer(UiStage& stage, const std::vector<std::string>& held = {}) {
  const auto ids = stage.controls();
  CHECK_FALSE(ids.empty());
  for (const auto& id : ids) {
    CAPTURE(id);
    CHECK(std::count(ids.begin(), ids.end(), id) == 1);
    if (std::find(held.begin(), held.end(), id) != held.end()) continue;
    const auto clicked = stage.click(id), entered = stage.enter(id);
    CHECK(clicked.size() == 1);
    CHECK(entered.size() == 1);
    if (clicked.size() == 1 && entered.size() == 1) CHECK(alike(clicked[0], entered[0]));
  }
  CHECK(stage.press_all_blocked().empty());
}

inline bool writes(UiStage& stage, const std::string& words) {
  const auto texts = stage.drawn().texts;
  return std::any_of(texts.begin(), texts.end(), [&](const auto& t) { return t.words == words; });
}

}  // namespace support
