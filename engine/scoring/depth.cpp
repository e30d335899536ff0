#include "engine/scoring/depth.h"

#include <algorithm>
#include <cmath>

#include "engine/scoring/trend.h"

namespace engine::scoring {

namespace {

constexpr double kInBandShare = 0.6, kSpreadShare = 0.2, kDriftShare = 0.2;

// Dots on one side of the band.
struct Side {
  std::vector<std::uint32_t> dots;
  Vec2 sum{0.0};
  void add(const FieldDot& dot) {
    dots.push_back(dot.number);
    sum += dot.at;
  }
  [[nodiscard]] Vec2 middle() const {
    return dots.empty() ? Vec2{0.0} : sum / static_cast<double>(dots.size());
  }
};

void add_cause(CriterionResult& result, CauseId id, double loss, const std::vector<std::uint32_t>& dots,
               Vec2 at, double centre) {
  if (!(loss > 0.0)) return;
  Cause cause{.id = id,
              .share = loss,
              .size = static_cast<double>(dots.size()),
              .at = at,
              .radius = core::Mm{2.0},
              .dots = dots,
              .fix = {}};
  if (!dots.empty()) {
    cause.fix = Fix{};
    for (const auto number : dots) cause.fix->set_delta.emplace_back(number, centre);
  }
  result.causes.push_back(std::move(cause));
}

void share_out(CriterionResult& result) {
  double sum = 0.0;
  for (const Cause& c : result.causes) sum += c.share;
  for (Cause& c : result.causes) c.share /= sum;
  std::stable_sort(result.causes.begin(), result.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.share > b.share; });
}

struct Parts {
  double in_band, sd, drift, by_band, by_sd, by_drift;
};

Parts parts(const DepthMeasure& m, Band band, const Ramps& ramps) {
  const double n = static_cast<double>(m.dots), half = 0.5 * (band.high - band.low), mean = m.sum.sum() / n;
  const double in_band = 1.0 - static_cast<double>(m.deep + m.shallow) / n;
  const double sd = m.dots < 2 ? 0.0 : std::sqrt(std::max(0.0, m.square.sum() - n * mean * mean) / (n - 1.0));
  const double drift = std::fabs(m.drift_per_dot) * n;
  return {in_band,
          sd,
          drift,
          ramp(in_band, ramps.depth_in_band),
          ramp(sd / half, ramps.depth_sd),
          ramp(drift / half, ramps.depth_drift)};
}

}  // namespace

void count_depth(DepthMeasure& m, const FieldDot& dot, Band band, bool add) {
  const auto count = [add](std::size_t& n) { add ? ++n : --n; };
  const auto change = [add](Tally& tally, double part) { add ? tally.add(part) : tally.subtract(part); };
  count(m.dots);
  if (!dot.depth_known) count(m.unknown);
  if (dot.delta > band.high) count(m.deep);
  if (dot.delta < band.low) count(m.shallow);
  change(m.sum, dot.delta);
  change(m.square, dot.delta * dot.delta);
}

DepthMeasure measure_depth(const Field& field) {
  DepthMeasure m;
  std::vector<double> deltas;
  for (const FieldDot& dot : field.dots) {
    count_depth(m, dot, field.depth_band, true);
    deltas.push_back(dot.delta);
  }
  m.drift_per_dot = drift_per_dot(deltas).value_or(0.0);
  return m;
}

CriterionResult score_depth(const DepthMeasure& m, Band band, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Depth, .score = {}, .metrics = {}, .causes = {}};
  if (m.dots == 0 || m.unknown > 0) return result;
  const Parts p = parts(m, band, ramps);
  const double n = static_cast<double>(m.dots);
  result.score = hundredths(kInBandShare * p.by_band + kSpreadShare * p.by_sd + kDriftShare * p.by_drift);
  result.metrics = {{"in_band", p.in_band},
                    {"too_deep", static_cast<double>(m.deep) / n},
                    {"too_shallow", static_cast<double>(m.shallow) / n},
                    {"sd_delta", p.sd},
                    {"drift_delta", p.drift}};
  return result;
}

CriterionResult depth(const Field& field, const DepthMeasure& m, const Ramps& ramps) {
  CriterionResult result = score_depth(m, field.depth_band, ramps);
  if (!result.score || *result.score == 10000) return result;
  const Parts p = parts(m, field.depth_band, ramps);
  Side deep, shallow;
  for (const FieldDot& dot : field.dots) {
    if (dot.delta > field.depth_band.high) deep.add(dot);
    if (dot.delta < field.depth_band.low) shallow.add(dot);
  }
  const double centre = 0.5 * (field.depth_band.low + field.depth_band.high),
               band_loss = kInBandShare * (100.0 - p.by_band);
  const double out = static_cast<double>(m.deep + m.shallow);
  const Vec2 anywhere = field.dots.front().at;
  if (out > 0.0) {
    add_cause(result, CauseId::TooDeep, band_loss * static_cast<double>(m.deep) / out, deep.dots,
              deep.middle(), centre);
    add_cause(result, CauseId::TooShallow, band_loss * static_cast<double>(m.shallow) / out, shallow.dots,
              shallow.middle(), centre);
  }
  add_cause(result, CauseId::DepthSpread, kSpreadShare * (100.0 - p.by_sd), {}, anywhere, centre);
  add_cause(result, CauseId::DepthDrift, kDriftShare * (100.0 - p.by_drift), {}, anywhere, centre);
  share_out(result);
  return result;
}

}  // namespace engine::scoring
