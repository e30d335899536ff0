#include "trainer/ui/kit/steps.h"

#include <fmt/format.h>

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
  const auto& steps = attempt.site->lesson().steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool goes_on = i > 0 && steps[i].kind == StepKind::Theory && steps[i - 1].kind == StepKind::Theory;
    if (!goes_on) v.words.push_back(fmt::format("{} {}", v.words.size() + 1, step_word(steps[i].kind)));
    if (static_cast<std::int32_t>(i) == attempt.step) v.now = static_cast<int>(v.words.size()) - 1;
  }
  return v;
}

}  // namespace trainer::ui
