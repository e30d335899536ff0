// One run at one lesson: `decide` says what an intent leads to, `apply` folds it. Live work, replay,
// re-scoring and crash recovery are this same fold.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/draw.h"
#include "engine/sim/state.h"
#include "trainer/assessment/assessment.h"
#include "trainer/runner/event.h"

namespace trainer::runner {

struct Attempt {
  std::shared_ptr<const assessment::Site> site;  // shared: replay keeps several attempts on one site
  engine::sim::State skin;
  std::int32_t step = 0;  // index into lesson.steps
  std::vector<engine::scalp::CanvasPoint> drawn_hairline;
  // the first to each question of the lesson: it counts
  std::vector<std::optional<assessment::Answer>> answers;
  std::vector<std::optional<assessment::Answer>> latest_answers;  // when asked again
  std::vector<std::string> cues_used;
  std::optional<Finished> finished;
};

Attempt begin(std::shared_ptr<const assessment::Site> site);
void apply(Attempt& attempt, const AttemptEvent& event);
Attempt fold(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events);
// Events with t_us <= to_us only.
Attempt fold_to(std::shared_ptr<const assessment::Site> site, std::span<const AttemptEvent> events,
                std::int64_t to_us);

// Intents of the person (or of a SAMPLES.jsonl line). `decide` returns the events that follow; an
// Error, in words for the person, when the lesson does not allow it now. It changes nothing.
struct MoveNeedle {
  engine::sim::NeedleSample sample;
};
struct InterruptContact {
  std::int64_t t_us = 0;
};
struct NextStep {
  std::int64_t t_us = 0;
};
struct Undo {
  std::int64_t t_us = 0;
  engine::sim::UndoScope scope = engine::sim::UndoScope::Lift;
};
struct Redo {
  std::int64_t t_us = 0;
};
struct ChangeMachine {
  std::int64_t t_us = 0;
  engine::skin::Machine machine;
};
struct DrawHairline {
  std::int64_t t_us = 0;
  std::vector<engine::scalp::CanvasPoint> points;
};
struct Heal {
  std::int64_t t_us = 0;
  std::int32_t days = 0;
};
// An answer to a question (both from 0). The first counts; later ones are kept beside it and change no score.
struct AnswerQuestion {
  std::int64_t t_us = 0;
  std::int32_t question = 0, choice = 0;
};
struct Finish {
  std::int64_t t_us = 0;
};
// The way through the lesson (way.h). All three end a contact in progress, and none leaves a question or a
// line that is still open, or passes one: refused, or there it stops. Where nothing is left they finish.
struct GoOn {  // to the next step that waits for something; the skin heals on the way
  std::int64_t t_us = 0;
};
struct EndSession {  // on through healing to the next treatment session
  std::int64_t t_us = 0;
};
struct HandIn {  // to the questions that stand behind the work; never through healing
  std::int64_t t_us = 0;
};
using Intent = std::variant<MoveNeedle, InterruptContact, NextStep, Undo, Redo, ChangeMachine, DrawHairline,
                            Heal, AnswerQuestion, Finish, GoOn, EndSession, HandIn>;

// Whether the lesson's time is over at that moment: no contact begins from then on; one in progress ends as
// it will.
bool time_is_up(const Attempt& attempt, std::int64_t t_us);

// Passes steps that ask for nothing by itself: a sample in a brief goes on to the needle work when no
// step before it still waits for a drawing.
engine::core::Result<std::vector<AttemptEvent>> decide(const Attempt& attempt, const Intent& intent,
                                                       const engine::core::Digest& lesson_hash);

// The question that the current step asks (from 0), and whether any is open still.
std::optional<std::size_t> question_now(const Attempt& attempt);
bool questions_open(const Attempt& attempt);

// What is judged of it. Valid while the attempt is.
assessment::Work work_of(const Attempt& attempt);
assessment::Assessment assess(const Attempt& attempt, assessment::Gains gains = assessment::Gains::Compute);
engine::core::Digest digest(const Attempt& attempt);  // of the state, for replay

// What is said of the last closed dot at once: facts about what exists.
struct DotFeedback {
  std::uint32_t number = 0;
  engine::skin::DepthState depth = engine::skin::DepthState::Target;
  double depth_mm = 0.0;
  bool measured = false;               // by a pen's pressure; otherwise simulated from press time
  double low_mm = 0.0, high_mm = 0.0;  // the band on this skin
  std::optional<double> nearest_mm;    // to the nearest other dot
  bool by_hair = false;                // that is a hair, not a dot
  bool over_old = false;               // that is a dot of an earlier treatment session
  bool on_target = false;              // inside a zone
  bool forbidden = false;              // inside a no-go zone
  bool doublet = false;                // so near to another that the two heal as one
  bool crowded = false;                // nearer than the inner cue radius (scoring/spacing.h)
  bool far = false;                    // farther from every other than that: a gap begins
  bool beside_scar = false;            // of punctate scars, and misses its scar
  std::size_t in_scar = 0;             // which dot of its scar it is, from 1; 0: no punctate scar
  std::string sentence;                // what + do this
};
std::optional<DotFeedback> last_dot_feedback(const Attempt& attempt);

struct Progress {
  int placed = 0;   // visible dots in zones
  int outside = 0;  // visible dots in no zone
  int asked = 0;
  bool nearly_done = false;  // totals may be shown (assessment/judged.h)
  std::size_t session = 0;   // the treatment session that is under way, from 0; the counts are of what it
                             // shall leave in the skin
  int kept = 0;              // of `placed`: left of earlier sessions
};
Progress progress(const Attempt& attempt);
// The treatment session that is under way, from 0, and what share of the final density it shall leave in the
// skin.
std::size_t session_now(const Attempt& attempt);
double session_share(const Attempt& attempt);

}  // namespace trainer::runner
