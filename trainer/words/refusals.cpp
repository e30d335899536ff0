#include "trainer/words/refusals.h"

#include "trainer/words/counts.h"
#include "trainer/words/say.h"

namespace trainer::words {

using runner::Refused;

std::string of(const runner::Refusal& r) {
  switch (r.why) {
    case Refused::TimeRunsBackwards:
      return say("time runs backwards");
    case Refused::TimeIsUp:
      return say("the time of this lesson is up");
    case Refused::NeedsPen:
      return say("This lesson needs a pen: its depth and angle are measured, never simulated.");
    case Refused::NoStepForNeedle:
      return say("no step from here on takes the needle");
    case Refused::LastStep:
      return say("this is the last step");
    case Refused::NoUndo:
      return say("this lesson allows no undo: skin does not undo");
    case Refused::NoUndoOfNeedling:
      return say("what is needled is needled: there is no pigment to take back");
    case Refused::LiftFirst:
      return say("lift the needle first");
    case Refused::OtherNeedle:
      return say("this lesson does not use the needle {}", r.needle);
    case Refused::NoStepForDrawing:
      return say("no step from here on takes a drawing");
    case Refused::HealingTakesDays:
      return healing_takes(r.most);
    case Refused::HealedAlready:
      return say("the skin has healed already: the next treatment session can begin");
    case Refused::NoStepHeals:
      return say("no step from here on heals");
    case Refused::NoQuestions:
      return say("this lesson asks no question");
    case Refused::NoSuchQuestion:
      return say("expected a question from 0 to {}", r.most);
    case Refused::NoSuchAnswer:
      return say("expected an answer from 0 to {}", r.most);
    case Refused::HealsBeforeQuestion:
      return say("the skin heals before this question is asked");
    case Refused::NoSessionFollows:
      return say("no treatment session follows: hand the work in");
    case Refused::LineFirst:
      return say("draw the line first");
    case Refused::AnswerFirst:
      return say("answer the question first");
    case Refused::Finished:
      return say("this attempt is finished");
  }
  return {};
}

}  // namespace trainer::words
