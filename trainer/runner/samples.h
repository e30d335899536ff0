// SAMPLES.jsonl: samples and events of a hand, as text, through the whole pipeline.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/result.h"
#include "trainer/runner/attempt.h"

namespace trainer::runner {

// One line, read: a sample or an event (the format: design, commands).
// Fields of a `tool` event that were given.
struct ToolLine {
  std::optional<engine::skin::Needle> needle;
  std::optional<std::int32_t> rate_mhz, set_um, stroke_um, dilution_milli, stretch_permille;
  std::optional<std::string> pigment;
};
struct EventLine {
  std::string name;  // next_step undo redo tool answer hairline heal calibration
  ToolLine tool;
  engine::sim::Calibrated calibration;
  std::int32_t question = 0, choice = 0, days = 0;
  std::vector<engine::scalp::CanvasPoint> points;
};
using SampleLine = std::variant<engine::sim::NeedleSample, EventLine>;

// Errors name the line (1-based) and the field, and what was expected. Limit: 64 KiB a line.
engine::core::Result<SampleLine> read_sample_line(std::string_view text, int line);

// Reads every line and decides; the attempt is finished at the end of the text. Contacts that begin after the lesson's
// time limit are left out.
engine::core::Result<std::vector<AttemptEvent>> play(std::shared_ptr<const assessment::Site> site, std::string_view text,
                                                     const engine::core::Digest& lesson_hash);

}  // namespace trainer::runner
