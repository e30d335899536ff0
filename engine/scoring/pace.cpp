#include "engine/scoring/pace.h"

#include <algorithm>
#include <cmath>

namespace engine::scoring {

namespace {

double change(double first, double last) {
  return first > 0.0 ? std::fabs(last - first) / first : 0.0;
}

struct Changes {
  double spacing, depth, worst;
};

Changes changes(const PaceMeasure& m) {
  const double spacing = change(m.spacing_first, m.spacing_last),
               depth = m.unknown == 0 ? change(m.delta_first, m.delta_last) : 0.0;
  return {spacing, depth, std::max(spacing, depth)};
}

}  // namespace

double pace_spacing(core::Mm nearest, double target) {
  return nearest.value * std::sqrt(target);
}

PaceMeasure measure_pace(const Field& field, const LocalDensity& local) {
  PaceMeasure m;
  const std::size_t n = field.dots.size(), third = n / 3;
  m.dots = n;
  m.unknown = static_cast<std::size_t>(
      std::count_if(field.dots.begin(), field.dots.end(), [](const FieldDot& d) { return !d.depth_known; }));
  if (third == 0) return m;
  const auto means = [&](std::size_t from, double& spacing, double& delta) {
    Tally spacings, deltas;
    for (std::size_t i = from; i < from + third; ++i) {
      spacings.add(pace_spacing(core::Mm{local.nearest()[i]}, local.target(field.dots[i].at)));
      deltas.add(field.dots[i].delta);
    }
    spacing = spacings.sum() / static_cast<double>(third);
    delta = deltas.sum() / static_cast<double>(third);
  };
  means(0, m.spacing_first, m.delta_first);
  means(n - third, m.spacing_last, m.delta_last);
  return m;
}

CriterionResult score_pace(const PaceMeasure& m, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Pace, .score = {}, .metrics = {}, .causes = {}};
  if (m.dots < least_dots(CriterionId::Pace)) return result;
  const Changes c = changes(m);
  result.score = hundredths(ramp(c.worst, ramps.pace));
  result.metrics = {{"spacing_change", c.spacing}, {"depth_change", c.depth}};
  return result;
}

CriterionResult pace(const Field& field, const PaceMeasure& m, const Ramps& ramps) {
  CriterionResult result = score_pace(m, ramps);
  if (!result.score || *result.score == 10000) return result;
  const Changes c = changes(m);
  const std::size_t n = field.dots.size();
  Cause cause{.id = c.depth > c.spacing ? CauseId::DepthChanged : CauseId::SpacingChanged,
              .size = c.worst,
              .at = field.dots.back().at,
              .radius = core::Mm{5.0},
              .dots = {},
              .count = n / 3,
              .fix = {}};
  for (std::size_t i = n - n / 3; i < n && cause.dots.size() < kMostNamed; ++i)
    cause.dots.push_back(field.dots[i].number);
  result.causes = {std::move(cause)};
  return result;
}

}  // namespace engine::scoring
