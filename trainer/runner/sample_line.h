// One line of SAMPLES.jsonl.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "engine/sim/event.h"

namespace trainer::runner {

// Names of devices in these lines, as engine::sim::DeviceKind counts.
inline constexpr std::array<std::string_view, 6> kDeviceNames = {"mouse", "pen",   "touch",
                                                                 "key",   "robot", "file"};

// One line, read: a sample or an event (the format: docs/files.md). Of a `tool` event the fields that were
// given.
struct ToolLine {
  std::optional<engine::skin::Needle> needle;
  std::optional<std::int32_t> rate_mhz, set_um, stroke_um, dilution_milli, stretch_permille;
  std::optional<std::string> pigment;
};
struct EventLine {
  std::string name;  // next_step undo redo tool answer hairline heal calibration device interrupt view
  std::optional<engine::core::AttemptTime> t_us;  // nothing: the time of the line before
  ToolLine tool;
  engine::sim::Calibrated calibration;
  engine::sim::DeviceChanged device;
  engine::sim::UndoScope undo = engine::sim::UndoScope::Lift;
  std::int32_t px_per_mm_milli = 0;
  std::int32_t question = 0, choice = 0, days = 0;
  std::vector<engine::scalp::CanvasPoint> points;
};
using SampleLine = std::variant<engine::sim::NeedleSample, EventLine>;

// Errors name the line (1-based) and the field, and what was expected. Limit: 256 KiB a line.
engine::core::Result<SampleLine> read_sample_line(std::string_view text, int line);

}  // namespace trainer::runner
