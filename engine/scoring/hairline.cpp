#include "engine/scoring/hairline.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/curve_distance.h"
#include "engine/geometry/polyline.h"
#include "engine/scoring/edge.h"

namespace engine::scoring {

namespace {

constexpr double kShiftShare = 0.4, kFarShare = 0.3, kMirrorShare = 0.2, kTurnShare = 0.1, kRoughShare = 0.15;

struct Part {
  CauseId cause;
  double weight, points;
};

std::vector<Vec2> mirrored(const std::vector<Vec2>& line, double axis) {
  std::vector<Vec2> out;
  for (auto it = line.rbegin(); it != line.rend(); ++it) out.push_back({2.0 * axis - it->x, it->y});
  return out;
}

CriterionResult nothing_drawn(const Field& field) {
  CriterionResult result{.id = CriterionId::Hairline, .score = 0, .metrics = {}, .causes = {}};
  result.causes = {{.id = CauseId::NothingDrawn,
                    .at = field.target_hairline.front(),
                    .radius = core::Mm{10.0},
                    .dots = {},
                    .fix = {}}};
  return result;
}

// Score and causes from the parts that could be judged.
void conclude(CriterionResult& result, const std::vector<Part>& parts, double size, Vec2 at) {
  double sum = 0.0, weights = 0.0, losses = 0.0;
  for (const Part& p : parts) {
    sum += p.weight * p.points;
    weights += p.weight;
    losses += p.weight * (100.0 - p.points);
  }
  result.score = hundredths(sum / weights);
  if (*result.score == 10000) return;
  for (const Part& p : parts)
    if (p.points < 100.0)
      result.causes.push_back({.id = p.cause,
                               .share = p.weight * (100.0 - p.points) / losses,
                               .size = size,
                               .at = at,
                               .radius = core::Mm{5.0},
                               .dots = {},
                               .fix = {}});
  std::stable_sort(result.causes.begin(), result.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.share > b.share; });
}

CauseId shift_cause(double behind, double mean_distance) {
  if (std::fabs(behind) <= 0.5 * mean_distance) return CauseId::OffLine;
  return behind > 0.0 ? CauseId::TooHigh : CauseId::TooLow;
}

CriterionResult judge_drawn(const Field& field, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Hairline, .score = {}, .metrics = {}, .causes = {}};
  auto drawn = geometry::cleaned(field.drawn_hairline);
  if (drawn.size() < 2) return nothing_drawn(field);
  if (geometry::reversed(drawn, field.target_hairline)) std::reverse(drawn.begin(), drawn.end());
  const double assd = geometry::mean_distance(drawn, field.target_hairline),
               hd95 = geometry::hausdorff_95(drawn, field.target_hairline);
  const double offset = geometry::signed_offset(drawn, field.target_hairline),
               turn =
                   core::degrees(core::Radians{geometry::tangent_difference(drawn, field.target_hairline)});
  std::vector<Part> parts = {{shift_cause(offset, assd), kShiftShare, ramp(assd, ramps.hairline_assd)},
                             {CauseId::OffLine, kFarShare, ramp(hd95, ramps.hairline_hd95)},
                             {CauseId::WrongDirection, kTurnShare, ramp(turn, ramps.hairline_tangent)}};
  result.metrics = {
      {"assd_mm", assd}, {"hd95_mm", hd95}, {"signed_offset_mm", offset}, {"tangent_mean_deg", turn}};
  if (field.midline_x) {
    const double asymmetry = geometry::mean_distance(drawn, mirrored(drawn, *field.midline_x));
    parts.push_back({CauseId::Asymmetric, kMirrorShare, ramp(asymmetry, ramps.hairline_asymmetry)});
    result.metrics.push_back({"asymmetry_mm", asymmetry});
  }
  conclude(result, parts, assd, drawn[drawn.size() / 2]);
  return result;
}

// Mean difference between columns that mirror each other about the middle of the line.
double edge_asymmetry(const std::vector<FrontEdge::Column>& columns) {
  double sum = 0.0;
  const std::size_t n = columns.size();
  for (std::size_t i = 0; i < n; ++i)
    sum += std::fabs(columns[i].behind.value - columns[n - 1 - i].behind.value);
  return sum / static_cast<double>(n);
}

// Slope of the best straight line through the columns, degrees: single columns scatter too much for a
// direction.
double edge_turn(const std::vector<FrontEdge::Column>& columns) {
  double s = 0.0, t = 0.0, ss = 0.0, st = 0.0;
  const double n = static_cast<double>(columns.size());
  for (const auto& c : columns) {
    s += c.arc.value / n;
    t += c.behind.value / n;
  }
  for (const auto& c : columns) {
    ss += (c.arc.value - s) * (c.arc.value - s);
    st += (c.arc.value - s) * (c.behind.value - t);
  }
  return ss > 0.0 ? core::degrees(core::Radians{core::exact::atan2(std::fabs(st), ss)}) : 0.0;
}

CriterionResult judge_edge(const Field& field, const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Hairline, .score = {}, .metrics = {}, .causes = {}};
  const FrontEdge edge = front_edge(field);
  const auto& columns = edge.columns;
  constexpr std::size_t kLeastColumns = 5;
  if (columns.size() < kLeastColumns) return result;
  std::vector<double> off;
  double offset = 0.0, assd = 0.0;
  for (const auto& c : columns) {
    off.push_back(std::fabs(c.behind.value));
    assd += off.back() / static_cast<double>(columns.size());
    offset += c.behind.value / static_cast<double>(columns.size());
  }
  const auto worst = static_cast<std::size_t>(std::max_element(off.begin(), off.end()) - off.begin());
  const Vec2 at = geometry::point_at(field.target_hairline, columns[worst].arc.value);
  std::sort(off.begin(), off.end());
  const double hd95 = off[(off.size() * 95 + 99) / 100 - 1], asymmetry = edge_asymmetry(columns),
               turn = edge_turn(columns);
  result.metrics = {{"assd_mm", assd},
                    {"hd95_mm", hd95},
                    {"signed_offset_mm", offset},
                    {"tangent_mean_deg", turn},
                    {"asymmetry_mm", asymmetry}};
  std::vector<Part> parts = {{shift_cause(offset, assd), kShiftShare, ramp(assd, ramps.hairline_assd)},
                             {CauseId::OffLine, kFarShare, ramp(hd95, ramps.hairline_hd95)},
                             {CauseId::Asymmetric, kMirrorShare, ramp(asymmetry, ramps.hairline_asymmetry)},
                             {CauseId::WrongDirection, kTurnShare, ramp(turn, ramps.hairline_tangent)}};
  if (edge.roughness) {
    const double rough = edge.roughness->spread / edge.roughness->at_random;
    parts.push_back({CauseId::TooStraight, kRoughShare, ramp(rough, ramps.hairline_rough)});
    result.metrics.push_back({"first_dots_scatter", rough});
  }
  conclude(result, parts, assd, at);
  return result;
}

}  // namespace

CriterionResult hairline(const Field& field, const Ramps& ramps) {
  if (field.target_hairline.size() < 2)
    return {.id = CriterionId::Hairline, .score = {}, .metrics = {}, .causes = {}};
  return field.draws_hairline || !field.drawn_hairline.empty() ? judge_drawn(field, ramps)
                                                               : judge_edge(field, ramps);
}

}  // namespace engine::scoring
