#include "engine/scoring/in_band.h"

#include <algorithm>

namespace engine::scoring {

namespace {

constexpr std::size_t kMostNamed = 400;

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

void add_cause(CriterionResult& result, const std::string& id, Side side, std::size_t out) {
  if (side.count == 0) return;
  const double count = static_cast<double>(side.count);
  result.causes.push_back({.id = id, .share = count / static_cast<double>(out), .size = count, .at = side.sum / count, .radius_mm = 2.0,
                           .dots = std::move(side.dots), .fix = {}});
}

}  // namespace

CriterionResult judge_in_band(const Field& field, const BandRule& rule, const std::function<double(const FieldDot&)>& value) {
  CriterionResult result{.id = rule.id, .score = {}, .metrics = {}, .causes = {}};
  if (field.dots.empty()) return result;
  Side below, above;
  double sum = 0.0;
  for (const FieldDot& dot : field.dots) {
    const double x = value(dot);
    sum += x;
    if (x < rule.band.low) below.add(dot);
    if (x > rule.band.high) above.add(dot);
  }
  const double n = static_cast<double>(field.dots.size());
  const std::size_t out = below.count + above.count;
  const double share = 1.0 - static_cast<double>(out) / n;
  result.score = hundredths(ramp(share, rule.ramp));
  result.metrics = {{rule.key + "_in_band", share}, {rule.key + "_mean", sum / n}};
  if (*result.score == 10000) return result;
  add_cause(result, rule.below, std::move(below), out);
  add_cause(result, rule.above, std::move(above), out);
  std::stable_sort(result.causes.begin(), result.causes.end(), [](const Cause& a, const Cause& b) { return a.share > b.share; });
  return result;
}

}  // namespace engine::scoring
