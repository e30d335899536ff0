#include "trainer/ui/kit/steps.h"

#include <fmt/format.h>

#include "trainer/runner/way.h"

namespace trainer::ui {

using lessons::StepKind;

namespace {

std::string step_word(StepKind kind) {
  switch (kind) {
    case StepKind::Brief:
      return "Look";
    case StepKind::Drawing:
      return "Draw";
    case StepKind::NeedleWork:
      return "Place";
    case StepKind::Healing:
      return "Heal";
    case StepKind::Review:
      return "Review";
    case StepKind::Theory:
      return "Answer";
    case StepKind::Needling:
      return "Needle";
  }
  return {};
}

}  // namespace

StepsView make_steps(const runner::Attempt& attempt) {
  StepsView v;
  const auto now = static_cast<std::size_t>(attempt.step);
  for (const auto& leg : runner::legs_of(attempt.site->lesson())) {
    if (leg.first <= now && now < leg.end) v.now = static_cast<int>(v.words.size());
    v.words.push_back(fmt::format("{} {}", v.words.size() + 1, step_word(leg.kind)));
  }
  return v;
}

}  // namespace trainer::ui
