#include "engine/scoring/depth.h"

#include <algorithm>
#include <cmath>

#include "engine/scoring/trend.h"

namespace engine::scoring {

namespace {

constexpr double kInBandShare = 0.6, kSpreadShare = 0.2, kDriftShare = 0.2;

struct Depths {
  std::vector<double> deltas;
  std::vector<std::uint32_t> deep, shallow;
  Vec2 deep_at{0.0}, shallow_at{0.0};
};

Depths collect(const Field& field) {
  Depths d;
  for (const FieldDot& dot : field.dots) {
    d.deltas.push_back(dot.delta);
    if (dot.delta > field.depth_band.high) {
      d.deep.push_back(dot.number);
      d.deep_at += dot.at;
    } else if (dot.delta < field.depth_band.low) {
      d.shallow.push_back(dot.number);
      d.shallow_at += dot.at;
    }
  }
  if (!d.deep.empty()) d.deep_at /= static_cast<double>(d.deep.size());
  if (!d.shallow.empty()) d.shallow_at /= static_cast<double>(d.shallow.size());
  return d;
}

void add_cause(CriterionResult& result, std::string id, double loss, const std::vector<std::uint32_t>& dots, Vec2 at, double centre) {
  if (!(loss > 0.0)) return;
  Cause cause{.id = std::move(id), .share = loss, .size = static_cast<double>(dots.size()), .at = at, .radius_mm = 2.0, .dots = dots, .fix = {}};
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
  std::stable_sort(result.causes.begin(), result.causes.end(), [](const Cause& a, const Cause& b) { return a.share > b.share; });
}

}  // namespace

CriterionResult depth(const Field& field, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Depth, .score = {}, .metrics = {}, .causes = {}};
  if (field.dots.empty() || std::any_of(field.dots.begin(), field.dots.end(), [](const FieldDot& d) { return !d.depth_known; })) return result;
  const Depths d = collect(field);
  const double n = static_cast<double>(d.deltas.size()), half = 0.5 * (field.depth_band.high - field.depth_band.low);
  const double out = static_cast<double>(d.deep.size() + d.shallow.size());
  const double in_band = 1.0 - out / n, sd = standard_deviation(d.deltas), drift = std::fabs(drift_per_dot(d.deltas).value_or(0.0)) * n;
  const double by_band = ramp(in_band, ramps.depth_in_band), by_sd = ramp(sd / half, ramps.depth_sd), by_drift = ramp(drift / half, ramps.depth_drift);
  result.score = hundredths(kInBandShare * by_band + kSpreadShare * by_sd + kDriftShare * by_drift);
  result.metrics = {{"in_band", in_band}, {"too_deep", static_cast<double>(d.deep.size()) / n}, {"too_shallow", static_cast<double>(d.shallow.size()) / n},
                    {"sd_delta", sd}, {"drift_delta", drift}};
  if (*result.score == 10000) return result;
  const double centre = 0.5 * (field.depth_band.low + field.depth_band.high), band_loss = kInBandShare * (100.0 - by_band);
  const Vec2 anywhere = field.dots.front().at;
  if (out > 0.0) {
    add_cause(result, "too_deep", band_loss * static_cast<double>(d.deep.size()) / out, d.deep, d.deep_at, centre);
    add_cause(result, "too_shallow", band_loss * static_cast<double>(d.shallow.size()) / out, d.shallow, d.shallow_at, centre);
  }
  add_cause(result, "depth_spread", kSpreadShare * (100.0 - by_sd), {}, anywhere, centre);
  add_cause(result, "depth_drift", kDriftShare * (100.0 - by_drift), {}, anywhere, centre);
  share_out(result);
  return result;
}

}  // namespace engine::scoring
