#include "trainer/ui/kit/steps.h"

#include "trainer/runner/way.h"
#include "trainer/words/say.h"

namespace trainer::ui {

using lessons::StepKind;

namespace {

words::Text step_word(StepKind kind) {
  switch (kind) {
    case StepKind::Brief:
      return words::Text("Look");
    case StepKind::Drawing:
      return words::Text("Draw");
    case StepKind::NeedleWork:
      return words::Text("Place");
    case StepKind::Healing:
      return words::Text("Heal");
    case StepKind::Review:
      return words::Text("Review");
    case StepKind::Theory:
      return words::Text("Answer");
    case StepKind::Needling:
      return words::Text("Needle");
  }
  return {};
}

}  // namespace

StepsView make_steps(const runner::Attempt& attempt) {
  StepsView v;
  const auto now = static_cast<std::size_t>(attempt.step);
  for (const auto& leg : runner::legs_of(attempt.site->lesson())) {
    if (leg.first <= now && now < leg.end) v.now = static_cast<int>(v.words.size());
    v.words.push_back(words::say("{} {}", v.words.size() + 1, words::say(step_word(leg.kind))));
  }
  return v;
}

}  // namespace trainer::ui
