// What a person (or a line of SAMPLES.jsonl) wants, and what follows from it.
#pragma once

#include <cstdint>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/refusal.h"

namespace trainer::runner {

// Intents of the person (or of a SAMPLES.jsonl line). `decide` returns the events that follow, or
// why the lesson does not allow it now. It changes nothing.
struct MoveNeedle {
  engine::sim::NeedleSample sample;
};
struct InterruptContact {
  engine::core::AttemptTime t_us{};
};
struct NextStep {
  engine::core::AttemptTime t_us{};
};
struct Undo {
  engine::core::AttemptTime t_us{};
  engine::sim::UndoScope scope = engine::sim::UndoScope::Lift;
};
struct Redo {
  engine::core::AttemptTime t_us{};
};
struct ChangeMachine {
  engine::core::AttemptTime t_us{};
  engine::skin::Machine machine;
};
struct DrawHairline {
  engine::core::AttemptTime t_us{};
  std::vector<engine::scalp::CanvasPoint> points;
};
struct Heal {
  engine::core::AttemptTime t_us{};
  std::int32_t days = 0;
};
// An answer to a question (both from 0). The first counts; later ones are kept beside it and change no score.
struct AnswerQuestion {
  engine::core::AttemptTime t_us{};
  std::int32_t question = 0, choice = 0;
};
struct Finish {
  engine::core::AttemptTime t_us{};
};
// The way through the lesson (way.h). All three end a contact in progress, and none leaves a question or a
// line that is still open, or passes one: refused, or there it stops. Where nothing is left they finish.
struct GoOn {  // to the next step that waits for something; the skin heals on the way
  engine::core::AttemptTime t_us{};
};
struct EndSession {  // on through healing to the next treatment session
  engine::core::AttemptTime t_us{};
};
struct HandIn {  // to the questions that stand behind the work; never through healing
  engine::core::AttemptTime t_us{};
};
using Intent = std::variant<MoveNeedle, InterruptContact, NextStep, Undo, Redo, ChangeMachine, DrawHairline,
                            Heal, AnswerQuestion, Finish, GoOn, EndSession, HandIn>;

// Whether the lesson's time is over at that moment: no contact begins from then on; one in progress ends as
// it will.
bool time_is_up(const Attempt& attempt, engine::core::AttemptTime t_us);

// Passes steps that ask for nothing by itself: a sample in a brief goes on to the needle work when no
// step before it still waits for a drawing.
using Decision = tl::expected<std::vector<AttemptEvent>, Refusal>;
Decision decide(const Attempt& attempt, const Intent& intent, const engine::core::Digest& lesson_hash);

}  // namespace trainer::runner
