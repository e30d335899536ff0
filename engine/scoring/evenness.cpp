#include "engine/scoring/evenness.h"

#include <algorithm>
#include <cmath>

#include "engine/scoring/spacing.h"

namespace engine::scoring {

namespace {

constexpr std::size_t kLeastInner = 30;
constexpr double kTooEven = 1.75;  // R beyond which spacing looks mechanical: -1 point per 0.01

}  // namespace

bool is_inner(const Region& region, Vec2 p, core::Mm d_ref) {
  return region.border_distance(p) >= d_ref;
}

bool is_doublet(const DotSpacing& dot) {
  return dot.nearest.value < kDoubletShare / std::sqrt(dot.density);
}

std::vector<std::size_t> inner_dots(const Field& field, core::Mm d_ref) {
  std::vector<std::size_t> inner;
  for (std::size_t i = 0; i < field.dots.size(); ++i)
    if (is_inner(field.region, field.dots[i].at, d_ref)) inner.push_back(i);
  if (inner.size() >= kLeastInner && 2 * inner.size() >= field.dots.size()) return inner;
  inner.resize(field.dots.size());
  for (std::size_t i = 0; i < inner.size(); ++i) inner[i] = i;
  return inner;
}

void count_spacing(SpacingMeasure& m, const DotSpacing& dot, bool add) {
  const double value = dot.nearest.value * std::sqrt(dot.density);
  const auto change = [add](Tally& tally, double part) { add ? tally.add(part) : tally.subtract(part); };
  const auto count = [add](std::size_t& n) { add ? ++n : --n; };
  count(m.dots);
  change(m.all_sum, value);
  if (is_doublet(dot)) count(m.doublets);
  if (!dot.inner) return;
  count(m.inner);
  change(m.inner_sum, value);
}

SpacingMeasure measure_spacing(const Field& field, const LocalDensity& local) {
  SpacingMeasure m;
  for (std::size_t i = 0; i < field.own(); ++i)
    count_spacing(m,
                  {core::Mm{local.nearest()[i]}, local.at_dots()[i],
                   is_inner(field.region, field.dots[i].at, local.d_ref())},
                  true);
  return m;
}

double local_ratio(const SpacingMeasure& m) {
  if (m.dots == 0) return 0.0;
  const bool inner = m.inner >= kLeastInner && 2 * m.inner >= m.dots;
  return 2.0 * (inner ? m.inner_sum.sum() / static_cast<double>(m.inner)
                      : m.all_sum.sum() / static_cast<double>(m.dots));
}

double relative_variation(const CellMeasure& m) {
  const double mean = m.targets > 0.0 ? m.density.sum() / m.targets : 0.0;
  if (!(mean > 0.0)) return 0.0;
  return std::sqrt(std::max(0.0, m.square.sum() / m.targets - mean * mean)) / mean;
}

namespace {

struct Parts {
  double r, cv, spacing, field_points, excess;
};

Parts parts(const SpacingMeasure& spacing, const CellMeasure& cells, const Ramps& ramps) {
  const double r = local_ratio(spacing), cv = relative_variation(cells);
  return {r, cv, ramp(r, ramps.evenness_r), ramp(cv, ramps.evenness_cv), std::max(0.0, r - kTooEven) * 100.0};
}

}  // namespace

CriterionResult score_evenness(std::size_t needed, const SpacingMeasure& spacing, const CellMeasure& cells,
                               const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Evenness, .score = {}, .metrics = {}, .causes = {}};
  if (spacing.dots < needed || cells.cells == 0) return result;
  const Parts p = parts(spacing, cells, ramps);
  result.score = hundredths(std::min(p.spacing, p.field_points) - p.excess);
  result.metrics = {{"r_local", p.r}, {"cv_local", p.cv}};
  return result;
}

std::size_t evenness_needs(const Field& field) {
  return field.needed(least_dots(CriterionId::Evenness));
}

CriterionResult evenness(const Field& field, const LocalDensity& local, const SpacingMeasure& spacing,
                         const CellMeasure& cells, const Ramps& ramps) {
  CriterionResult result = score_evenness(evenness_needs(field), spacing, cells, ramps);
  if (!result.score || *result.score == 10000) return result;
  const Parts p = parts(spacing, cells, ramps);
  const double mean = cells.density.sum() / cells.targets;
  const auto deviation = [mean](const LocalDensity::Cell& c) {
    return std::fabs(c.density / (mean * c.target) - 1.0) * c.mass;
  };
  const auto worst =
      std::max_element(local.cells().begin(), local.cells().end(),
                       [&](const auto& a, const auto& b) { return deviation(a) < deviation(b); });
  const double lesser = std::min(p.spacing, p.field_points);
  const bool mechanical = p.excess > 0.0 && p.excess >= 100.0 - lesser;
  result.causes = {{.id = mechanical ? CauseId::TooEven : CauseId::Uneven,
                    .size = mechanical ? p.r : lesser,
                    .at = worst->at,
                    .radius = 3.0 * local.d_ref(),
                    .dots = {},
                    .fix = {}}};
  return result;
}

}  // namespace engine::scoring
