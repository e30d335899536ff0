#include "trainer/ui/kit/traces.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/scoring/spacing.h"
#include "trainer/words/say.h"

namespace trainer::ui {

using engine::skin::Dot;

namespace {

constexpr std::size_t kPaceSpan = 8;  // dots

std::vector<const Dot*> visible(const runner::Attempt& attempt) {
  std::vector<const Dot*> dots;
  for (const Dot& dot : attempt.skin.dots)
    if (!dot.withdrawn) dots.push_back(&dot);
  return dots;
}

double nearest_before(const engine::scalp::Canvas& canvas, const std::vector<const Dot*>& dots,
                      std::size_t i) {
  double best = std::numeric_limits<double>::infinity();
  // The address is never shorter than the chord by much: far ones need no exact distance.
  for (std::size_t j = 0; j < i; ++j) {
    const double du = dots[j]->at.u_um - dots[i]->at.u_um, dv = dots[j]->at.v_um - dots[i]->at.v_um;
    if (std::fabs(du) > 8'000 || std::fabs(dv) > 8'000) continue;
    best = std::min(best, engine::scalp::chord(canvas, dots[i]->at, dots[j]->at).value);
  }
  return best;
}

}  // namespace

std::vector<Trace> make_traces(const runner::Attempt& attempt) {
  const auto dots = visible(attempt);
  const auto& targets = attempt.site->targets();
  Trace depth{.name = words::say("Depth"),
              .unit = words::say("mm"),
              .decimals = 2,
              .low = {},
              .high = {},
              .bottom = engine::skin::kDeepestShown.value,
              .top = 0.0,
              .points = {}};
  Trace spacing{.name = words::say("Spacing"),
                .unit = words::say("mm"),
                .decimals = 2,
                .low = {},
                .high = {},
                .bottom = 0.0,
                .top = 3.0,
                .points = {}};
  Trace pace{.name = words::say("Pace"),
             .unit = words::say("dots/min"),
             .decimals = 0,
             .low = {},
             .high = {},
             .bottom = 0.0,
             .top = 120.0,
             .points = {}};
  if (!dots.empty()) {
    const auto band = attempt.site->depth_band_at(dots[0]->at);
    depth.low = band.low * dots[0]->thickness_um / 1000.0;
    depth.high = band.high * dots[0]->thickness_um / 1000.0;
  }
  double peak = 0.0;
  for (const auto& t : targets) peak = std::max(peak, t.density_per_mm2());
  if (peak > 0) {
    const double d_ref = engine::scoring::reference_distance(peak).value;
    spacing.low = engine::scoring::kNearShare * d_ref;
    spacing.high = engine::scoring::kGapShare * d_ref;
    spacing.top = 2.2 * d_ref;
  }
  for (std::size_t i = 0; i < dots.size(); ++i) {
    depth.points.push_back({dots[i]->t_us, dots[i]->deposit_depth_um / 1000.0});
    if (const double d = nearest_before(attempt.site->canvas(), dots, i); std::isfinite(d))
      spacing.points.push_back({dots[i]->t_us, d});
    if (i >= kPaceSpan) {
      const engine::core::Span span = dots[i]->t_us - dots[i - kPaceSpan]->t_us;
      const auto us = static_cast<double>(std::max<std::int64_t>(1, span.us));
      pace.points.push_back({dots[i]->t_us, 60e6 * static_cast<double>(kPaceSpan) / us});
      pace.top = std::max(pace.top, std::min(400.0, pace.points.back().value * 1.1));
    }
  }
  return {std::move(depth), std::move(spacing), std::move(pace)};
}

std::vector<TracePoint> thin(const std::vector<TracePoint>& points, engine::core::AttemptTime from,
                             engine::core::AttemptTime to, int columns) {
  if (columns < 1 || to <= from || points.size() <= 2 * static_cast<std::size_t>(columns)) return points;
  std::vector<TracePoint> out;
  std::size_t i = 0;
  for (int c = 0; c < columns && i < points.size(); ++c) {
    const engine::core::AttemptTime end =
        c + 1 == columns ? engine::core::AttemptTime{std::numeric_limits<std::int64_t>::max()}
                         : from + (to - from) * (c + 1) / columns;
    const std::size_t first = i;
    while (i < points.size() && points[i].t_us < end) ++i;
    if (first == i) continue;
    const auto by_value = [](const TracePoint& a, const TracePoint& b) { return a.value < b.value; };
    const auto begin = points.begin() + static_cast<std::ptrdiff_t>(first),
               stop = points.begin() + static_cast<std::ptrdiff_t>(i);
    const auto [low, high] = std::minmax_element(begin, stop, by_value);
    out.push_back(low < high ? *low : *high);
    if (low != high) out.push_back(low < high ? *high : *low);
  }
  return out;
}

}  // namespace trainer::ui
