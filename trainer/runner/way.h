// The way through a lesson: what its steps wait for, what the primary button means, and when a person is
// asked first. Window and robots ask here; `play` and the first minutes enter the steps that their samples
// and parts name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/runner/decide.h"

namespace trainer::runner {

// What the attempt waits for at the step it is at.
enum class Waits {
  Seen,      // for nothing but to be seen: a brief, skin that has healed, a line drawn already; `GoOn` passes
             // it
  Question,  // an answer, or, once it is given, that the reasons have been read
  Line,      // a hairline, drawn before any needle: the hand holds a pencil
  Needle,    // dots
  DryNeedle,  // a scar to be worked without pigment
  Nothing     // it is finished, or nothing is left but the review
};
Waits waits_for(const Attempt& attempt);

// What the primary button means while one works.
enum class Onward { LineDone, EndSession, Finish };
Onward onward(const Attempt& attempt);

// Why a person is asked first. Nothing when the work is far enough, or when none is asked for.
struct Doubt {
  enum class Kind { FewDots, TooFewForTotal, ScarNotNeedled };
  Kind kind = Kind::FewDots;
  Onward onward = Onward::Finish;  // what was about to be done
  int placed = 0, asked = 0;       // dots, of what this treatment session shall leave in the skin
  double needled = 0.0;            // share of the scar, 0 to 1
  std::size_t session = 0;         // from 0
  bool operator==(const Doubt&) const = default;
};
std::optional<Doubt> doubt_about(const Attempt& attempt, Onward onward);

// Where the intents `GoOn`, `EndSession` and `HandIn` lead (any other: nowhere). Lines and questions are
// never passed; a needle's step is passed only by the two that end the session it belongs to.
struct Goal {
  std::int32_t step = 0;  // every step up to this one is entered; the current one: none is
  bool finish = false;    // nothing waits any more: the work is handed in there
  bool operator==(const Goal&) const = default;
};
Goal goal_of(const Attempt& attempt, const Intent& intent);

// Why the step one is at cannot be left yet; nothing when it can.
std::optional<Refused> held_back(const Attempt& attempt, engine::core::AttemptTime t_us);

// The lesson as a way is told: questions in a row are one leg of it.
struct Leg {
  lessons::StepKind kind = lessons::StepKind::NeedleWork;
  std::size_t first = 0, end = 0;  // its steps
  bool operator==(const Leg&) const = default;
};
std::vector<Leg> legs_of(const lessons::Lesson& lesson);

}  // namespace trainer::runner
