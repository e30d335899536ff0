#include "engine/scoring/in_band.h"

#include <algorithm>

namespace engine::scoring {

namespace {

struct Side {
  std::size_t count = 0;
  Vec2 sum{0.0};
  std::vector<std::uint32_t> dots;

  void add(const FieldDot& dot) {
    ++count;
    sum += dot.at;
    if (dots.size() < kMostNamed) dots.push_back(dot.number);
  }
};

void add_cause(CriterionResult& result, CauseId id, Side side, std::size_t out) {
  if (side.count == 0) return;
  const double count = static_cast<double>(side.count);
  result.causes.push_back({.id = id,
                           .share = count / static_cast<double>(out),
                           .size = count,
                           .at = side.sum / count,
                           .radius = core::Mm{2.0},
                           .dots = std::move(side.dots),
                           .count = side.count,
                           .fix = {}});
}

}  // namespace

void count_value(BandMeasure& m, double value, bool known, Band band, bool add) {
  const auto count = [add](std::size_t& n) { add ? ++n : --n; };
  count(m.dots);
  if (!known) count(m.unknown);
  if (value < band.low) count(m.below);
  if (value > band.high) count(m.above);
  add ? m.sum.add(value) : m.sum.subtract(value);
}

CriterionResult score_in_band(const BandRule& rule, const BandMeasure& m) {
  CriterionResult result{.id = rule.id, .score = {}, .metrics = {}, .causes = {}};
  if (m.dots == 0 || m.unknown > 0) return result;
  const double n = static_cast<double>(m.dots), share = 1.0 - static_cast<double>(m.below + m.above) / n;
  result.score = hundredths(ramp(share, rule.ramp));
  result.metrics = {{rule.key + "_in_band", share}, {rule.key + "_mean", m.sum.sum() / n}};
  return result;
}

CriterionResult judge_in_band(const Field& field, const BandRule& rule, const BandMeasure& m,
                              double (*value)(const FieldDot&)) {
  CriterionResult result = score_in_band(rule, m);
  if (!result.score || *result.score == 10000) return result;
  Side below, above;
  for (const FieldDot& dot : field.dots) {
    if (value(dot) < rule.band.low) below.add(dot);
    if (value(dot) > rule.band.high) above.add(dot);
  }
  add_cause(result, rule.below, std::move(below), m.below + m.above);
  add_cause(result, rule.above, std::move(above), m.below + m.above);
  std::stable_sort(result.causes.begin(), result.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.share > b.share; });
  return result;
}

}  // namespace engine::scoring
