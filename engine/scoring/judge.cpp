#include "engine/scoring/angle.h"
#include "engine/scoring/clumps.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/density.h"
#include "engine/scoring/depth.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/feathering.h"
#include "engine/scoring/gaps.h"
#include "engine/scoring/hairline.h"
#include "engine/scoring/naturalness.h"
#include "engine/scoring/pace.h"
#include "engine/scoring/placement.h"
#include "engine/scoring/shade.h"
#include "engine/scoring/size.h"

namespace engine::scoring {

namespace {

int order_of_telling(CriterionId id) {
  switch (id) {
    case CriterionId::Naturalness: return 0;
    case CriterionId::Clumps: return 1;
    case CriterionId::Evenness: return 3;
    default: return 2;
  }
}

}  // namespace

bool says_more(CriterionId a, CriterionId b) { return order_of_telling(a) < order_of_telling(b); }

const CriterionResult* most_telling(std::span<const CriterionResult> criteria) {
  constexpr int kAboutAsLow = 3000;
  const CriterionResult* low = nullptr;
  for (const auto& c : criteria)
    if (c.score && (low == nullptr || *c.score < *low->score || (*c.score == *low->score && says_more(c.id, low->id)))) low = &c;
  if (low == nullptr || low->id != CriterionId::Clumps) return low;
  for (const auto& c : criteria)
    if (c.id == CriterionId::Naturalness && c.score && *c.score <= *low->score + kAboutAsLow) return &c;
  return low;
}

std::vector<CriterionResult> judge(const Field& field, const Rubric& rubric) {
  const LocalDensity local(field);
  const SpacingMeasure spacing = measure_spacing(field, local);
  const CellMeasure cells = measure_cells(field, local);
  std::vector<CriterionResult> results;
  for (const CriterionRule& rule : rubric.criteria) {
    switch (rule.id) {
      case CriterionId::Density: results.push_back(density(field, local, cells, rubric.ramps)); break;
      case CriterionId::Evenness: results.push_back(evenness(field, local, spacing, cells, rubric.ramps)); break;
      case CriterionId::Clumps: results.push_back(clumps(field, local, spacing)); break;
      case CriterionId::Gaps: results.push_back(gaps(field, measure_gaps(field), rubric.ramps)); break;
      case CriterionId::Naturalness: results.push_back(naturalness(field, measure_repeats(field, rubric.ramps))); break;
      case CriterionId::Depth: results.push_back(depth(field, measure_depth(field), rubric.ramps)); break;
      case CriterionId::Hairline: results.push_back(hairline(field, rubric.ramps)); break;
      case CriterionId::Feathering: results.push_back(feathering(field, rubric.ramps)); break;
      case CriterionId::Size: results.push_back(size(field, rubric.ramps)); break;
      case CriterionId::Shade: results.push_back(shade(field, rubric.ramps)); break;
      case CriterionId::Angle: results.push_back(angle(field, rubric.ramps)); break;
      case CriterionId::Placement: results.push_back(placement(field, rubric.ramps)); break;
      case CriterionId::Pace: results.push_back(pace(field, measure_pace(field, local), rubric.ramps)); break;
      default: results.push_back({.id = rule.id, .score = {}, .metrics = {}, .causes = {}});  // not judged yet: no points, no weight
    }
  }
  return results;
}

}  // namespace engine::scoring
