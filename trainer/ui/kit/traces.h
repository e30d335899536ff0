// Parameters over time, dot by dot: depth, spacing, pace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/runner/attempt.h"

namespace trainer::ui {

struct TracePoint {
  engine::core::AttemptTime t_us{};
  double value = 0.0;
};
struct Trace {
  std::string name, unit;
  int decimals = 2;
  std::optional<double> low, high;  // band; nothing: no band is asked
  double bottom = 0.0, top = 1.0;   // of the strip
  std::vector<TracePoint> points;
};

// From the visible dots, in order: deposit depth against its band; distance to the nearest dot that was
// already there; dots a minute over the last eight.
std::vector<Trace> make_traces(const runner::Attempt& attempt);

// At most two points (lowest and highest) for each of `columns` equal parts of [from, to].
std::vector<TracePoint> thin(const std::vector<TracePoint>& points, engine::core::AttemptTime from,
                             engine::core::AttemptTime to, int columns);

}  // namespace trainer::ui
