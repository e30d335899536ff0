// One run at one lesson, folded from its events. Live work, replay, re-scoring and crash recovery are this
// same fold; what may happen next: decide.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/moment.h"
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
                engine::core::AttemptTime to_us);

// The question that the current step asks (from 0), and whether any is open still.
std::optional<std::size_t> question_now(const Attempt& attempt);
bool questions_open(const Attempt& attempt);

// What is judged of it. Valid while the attempt is.
assessment::Work work_of(const Attempt& attempt);
assessment::Assessment assess(const Attempt& attempt, assessment::Gains gains = assessment::Gains::Compute);
engine::core::Digest digest(const Attempt& attempt);  // of the state, for replay

}  // namespace trainer::runner
