// What only shows when a lesson is laid on its canvas: zones that do not resolve, targets too small
// for the criteria that judge them, exercises that take too long.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"
#include "engine/geometry/region.h"
#include "engine/scalp/canvas.h"
#include "engine/scoring/field.h"
#include "trainer/lessons/finding.h"
#include "trainer/lessons/lesson.h"
#include "trainer/lessons/reader.h"

namespace trainer::lessons {

// Pace on which minutes are promised, and the budget of one exercise (docs/design.md 4).
constexpr double kDotsPerMinute = 50.0;
constexpr double kMostDots = 700.0;
constexpr double kMostMinutes = 14.0;
// Of one client over several treatment sessions.
constexpr double kMostDotsInSessions = 1000.0;
constexpr double kMostMinutesInSessions = 20.0;

// The pad, or the head of the client, with its scarred skin. Error: see engine::scalp::make_head_canvas; a
// zone of scarred skin that does not resolve.
engine::core::Result<engine::scalp::Canvas> make_canvas(const Lesson& lesson);

// Dots that the density asks for in the region: its area times the mean density on a fixed grid
// (pitch 0.25 mm, coarser above 40,000 cells). Deterministic. 0 for an empty region.
double asked_dots(const engine::geometry::Region& region, const engine::scoring::TargetDensity& density);

// The same for one target of a lesson, its zone unrolled around the middle of its bounding box.
// Errors: no such zone, a zone or hairline that does not resolve.
engine::core::Result<double> asked_dots(const Lesson& lesson, const engine::scalp::Canvas& canvas,
                                        const Target& target);

struct TargetSize {
  std::string zone;
  double area_mm2 = 0.0;
  double dots = 0.0;
};

struct Checked {
  std::vector<Finding> findings;    // the reader's and these, in the order of their places
  std::vector<TargetSize> targets;  // of those that resolve
  double dots = 0.0;                // asked in all
  double minutes = 0.0;             // dots at kDotsPerMinute
  [[nodiscard]] bool ok() const { return !has_errors(findings); }
};

// Everything that `smp lesson check` says about one text.
Checked check_lesson(const Reading& reading, const std::string& file_name);
Checked check_text(std::string_view text, const std::string& file_name);

}  // namespace trainer::lessons
