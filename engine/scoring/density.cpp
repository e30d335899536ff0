#include "engine/scoring/density.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/scoring/holes.h"

namespace engine::scoring {

namespace {

constexpr double kFree = 0.10;     // of log2 ratio either way costs nothing
constexpr double kFloor = 0.02;    // of the target, so that log2 stays finite
constexpr double kFewDots = 60.0;  // below, the tolerance widens with the counting noise

}  // namespace

Allowance allowance(const Layer& layer, double expected) {
  const double noise = std::max(1.0, std::sqrt(kFewDots / std::max(expected, 1.0)));
  return {.over = std::max(kFree, layer.free_over) * noise,
          .under = std::max(kFree, layer.free_under) * noise,
          .over_weight = layer.over_weight};
}

double log_ratio(double density, double target) {
  return core::exact::log2(std::max(density, kFloor * target) / target);
}

CellError cell_error(double ratio, const Allowance& allowed) {
  return {std::fabs(ratio),
          ratio > 0.0 ? std::max(0.0, ratio - allowed.over) * allowed.over_weight
                      : std::max(0.0, -ratio - allowed.under),
          ratio > 0.0};
}

void count_cell(CellMeasure& m, double density, double target, double ratio, const Allowance& allowed,
                bool add) {
  const CellError e = cell_error(ratio, allowed);
  const auto change = [add](Tally& tally, double part) { add ? tally.add(part) : tally.subtract(part); };
  change(m.beyond, target * e.excess);
  change(m.plain, target * e.plain);
  change(m.sign, e.over ? target * e.excess : -(target * e.excess));
  change(m.density, density);
  change(m.square, density * (density / target));
}

CellMeasure empty_cells(const Field& asked, std::span<const double> targets) {
  CellMeasure m;
  m.cells = targets.size();
  for (const double target : targets) m.targets += target;
  if (m.cells > 0) m.expected = m.targets * asked.region.area() / static_cast<double>(m.cells);
  return m;
}

CellMeasure measure_cells(const Field& field, std::span<const LocalDensity::Cell> cells) {
  std::vector<double> targets;
  for (const auto& cell : cells) targets.push_back(cell.target);
  CellMeasure m = empty_cells(field, targets);
  const Allowance allowed = allowance(field.layer, m.expected);
  for (const auto& cell : cells)
    count_cell(m, cell.density, cell.target, log_ratio(cell.density, cell.target), allowed, true);
  return m;
}

CriterionResult score_density(std::size_t dots, const CellMeasure& m, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Density, .score = {}, .metrics = {}, .causes = {}};
  if (dots < least_dots(CriterionId::Density) || m.cells == 0 || !(m.targets > 0.0)) return result;
  const double beyond = m.beyond.sum() / m.targets;
  result.score = hundredths(ramp(beyond, ramps.density_error));
  result.metrics = {{"mean_abs_log2_ratio", m.plain.sum() / m.targets},
                    {"excess", beyond},
                    {"signed_excess", m.sign.sum() / m.targets},
                    {"dots_expected", m.expected}};
  return result;
}

Vec2 worst_cell(std::span<const LocalDensity::Cell> cells, const Allowance& allowed) {
  Vec2 worst{0.0};
  double size = -1.0;
  for (const auto& cell : cells) {
    const double excess = cell_error(log_ratio(cell.density, cell.target), allowed).excess * cell.mass;
    if (excess <= size) continue;
    size = excess;
    worst = cell.at;
  }
  return worst;
}

namespace {

// The dots that crowd most: nearest to their neighbours relative to what was asked.
std::vector<std::uint32_t> crowded(const Field& field, const LocalDensity& local, std::size_t count) {
  std::vector<std::size_t> order(field.own());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return local.at_dots()[a] > local.at_dots()[b]; });
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < std::min(count, order.size()); ++i)
    numbers.push_back(field.dots[order[i]].number);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Cause explain(const Field& field, const LocalDensity& local, const CellMeasure& m) {
  const double surplus = static_cast<double>(field.dots.size()) - m.expected;
  const bool over = m.sign.sum() > 0.0;
  Cause cause{.id = over ? CauseId::TooDense : CauseId::TooSparse,
              .size = surplus,
              .at = worst_cell(local.cells(), allowance(field.layer, m.expected)),
              .radius = core::Mm{3.0 * local.d_ref()},
              .dots = {},
              .fix = {}};
  const auto count = static_cast<std::size_t>(std::clamp(std::fabs(surplus) + 0.5, 0.0, double{kMostNamed}));
  if (count == 0 || (surplus > 0.0) != over) return cause;
  if (surplus > 0.0) {
    cause.dots = crowded(field, local, count);
    cause.fix = Fix{.remove = spread_out(field, count), .add = {}, .set_delta = {}};
  } else {
    cause.fix = Fix{.remove = {}, .add = fill_holes(field, count), .set_delta = {}};
  }
  return cause;
}

}  // namespace

CriterionResult density(const Field& field, const LocalDensity& local, const CellMeasure& cells,
                        const Ramps& ramps) {
  CriterionResult result = score_density(field.placed(), cells, ramps);
  if (result.score && *result.score < 10000) result.causes = {explain(field, local, cells)};
  return result;
}

}  // namespace engine::scoring
