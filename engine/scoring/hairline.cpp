#include "engine/scoring/hairline.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/geometry/curve_distance.h"

namespace engine::scoring {

namespace {

struct Part {
  std::string cause;
  double weight, points;
};

std::vector<Vec2> mirrored(const std::vector<Vec2>& line, double axis) {
  std::vector<Vec2> out;
  for (auto it = line.rbegin(); it != line.rend(); ++it) out.push_back({2.0 * axis - it->x, it->y});
  return out;
}

CriterionResult nothing_drawn(const Field& field) {
  CriterionResult result{.id = CriterionId::Hairline, .score = 0, .metrics = {}, .causes = {}};
  result.causes = {{.id = "nothing_drawn", .at = field.target_hairline.front(), .radius_mm = 10.0, .dots = {}, .fix = {}}};
  return result;
}

}  // namespace

// A drawn curve against the agreed line: mean distance 40 %, 95th percentile 30 %, asymmetry 20 % (where
// the midline is known; else its share goes to the others), direction 10 %.
CriterionResult hairline(const Field& field, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Hairline, .score = {}, .metrics = {}, .causes = {}};
  if (field.target_hairline.size() < 2) return result;
  auto drawn = geometry::cleaned(field.drawn_hairline);
  if (drawn.size() < 2) return nothing_drawn(field);
  if (geometry::reversed(drawn, field.target_hairline)) std::reverse(drawn.begin(), drawn.end());
  const double assd = geometry::mean_distance(drawn, field.target_hairline), hd95 = geometry::hausdorff_95(drawn, field.target_hairline);
  const double offset = geometry::signed_offset(drawn, field.target_hairline), turn = core::degrees(core::Radians{geometry::tangent_difference(drawn, field.target_hairline)});
  const bool shifted = std::fabs(offset) > 0.5 * assd;
  std::vector<Part> parts = {{shifted ? (offset > 0.0 ? "too_high" : "too_low") : "off_line", 0.4, ramp(assd, ramps.hairline_assd)},
                             {"off_line", 0.3, ramp(hd95, ramps.hairline_hd95)},
                             {"wrong_direction", 0.1, ramp(turn, ramps.hairline_tangent)}};
  result.metrics = {{"assd_mm", assd}, {"hd95_mm", hd95}, {"signed_offset_mm", offset}, {"tangent_mean_deg", turn}};
  if (field.midline_x) {
    const double asymmetry = geometry::mean_distance(drawn, mirrored(drawn, *field.midline_x));
    parts.push_back({"asymmetric", 0.2, ramp(asymmetry, ramps.hairline_asymmetry)});
    result.metrics.push_back({"asymmetry_mm", asymmetry});
  }
  double sum = 0.0, weights = 0.0;
  for (const Part& p : parts) {
    sum += p.weight * p.points;
    weights += p.weight;
  }
  result.score = hundredths(sum / weights);
  double losses = 0.0;
  for (const Part& p : parts) losses += p.weight * (100.0 - p.points);
  for (const Part& p : parts)
    if (p.points < 100.0)
      result.causes.push_back({.id = p.cause, .share = p.weight * (100.0 - p.points) / losses, .size = assd, .at = drawn[drawn.size() / 2], .radius_mm = 5.0, .dots = {}, .fix = {}});
  std::stable_sort(result.causes.begin(), result.causes.end(), [](const Cause& a, const Cause& b) { return a.share > b.share; });
  if (*result.score == 10000) result.causes.clear();
  return result;
}

}  // namespace engine::scoring
