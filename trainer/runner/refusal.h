// Why something cannot be done now: an id and its numbers. trainer/words says it.
#pragma once

#include <cstddef>
#include <string>

namespace trainer::runner {

enum class Refused {
  TimeRunsBackwards,
  TimeIsUp,
  NeedsPen,
  NoStepForNeedle,
  LastStep,
  NoUndo,
  NoUndoOfNeedling,
  LiftFirst,
  OtherNeedle,  // `needle`
  NoStepForDrawing,
  HealingTakesDays,  // from 1 to `most`
  HealedAlready,
  NoStepHeals,
  NoQuestions,
  NoSuchQuestion,  // from 0 to `most`
  NoSuchAnswer,    // from 0 to `most`
  HealsBeforeQuestion,
  NoSessionFollows,
  LineFirst,
  AnswerFirst,
  Finished
};

struct Refusal {
  Refused why = Refused::Finished;
  std::string needle = {};  // "1RL-0.25"
  std::size_t most = 0;
  bool operator==(const Refusal&) const = default;
};

}  // namespace trainer::runner
