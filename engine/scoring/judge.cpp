#include "engine/scoring/judge.h"

#include "engine/scoring/angle.h"
#include "engine/scoring/blending.h"
#include "engine/scoring/clumps.h"
#include "engine/scoring/density.h"
#include "engine/scoring/depth.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/feathering.h"
#include "engine/scoring/gaps.h"
#include "engine/scoring/hairline.h"
#include "engine/scoring/naturalness.h"
#include "engine/scoring/pace.h"
#include "engine/scoring/placement.h"
#include "engine/scoring/scars.h"
#include "engine/scoring/shade.h"
#include "engine/scoring/size.h"

namespace engine::scoring {

namespace {

int order_of_telling(CriterionId id) {
  switch (id) {
    case CriterionId::Naturalness:
      return 0;
    case CriterionId::Clumps:
      return 1;
    case CriterionId::Evenness:
      return 3;
    default:
      return 2;
  }
}

}  // namespace

bool waits_for_last(CriterionId id) {
  return id == CriterionId::Hairline || id == CriterionId::Feathering || id == CriterionId::Blending;
}

bool says_more(CriterionId a, CriterionId b) {
  return order_of_telling(a) < order_of_telling(b);
}

const CriterionResult* most_telling(std::span<const CriterionResult> criteria) {
  constexpr int kAboutAsLow = 3000;
  const CriterionResult* low = nullptr;
  for (const auto& c : criteria)
    if (c.score &&
        (low == nullptr || *c.score < *low->score || (*c.score == *low->score && says_more(c.id, low->id))))
      low = &c;
  if (low == nullptr || low->id != CriterionId::Clumps) return low;
  for (const auto& c : criteria)
    if (c.id == CriterionId::Naturalness && c.score && *c.score <= *low->score + kAboutAsLow) return &c;
  return low;
}

namespace {

// What several criteria look at, made when the first of them asks.
class Shared {
 public:
  // `seen`: the field as the eye sees it.
  explicit Shared(const Field& seen) : local(seen), seen_(seen) {}
  const SpacingMeasure& spacing() {
    if (!spacing_) spacing_ = measure_spacing(seen_, local);
    return *spacing_;
  }
  const CellMeasure& cells() {
    if (!cells_) cells_ = measure_cells(seen_, local.cells());
    return *cells_;
  }

  const LocalDensity local;

 private:
  const Field& seen_;
  std::optional<SpacingMeasure> spacing_;
  std::optional<CellMeasure> cells_;
};

CriterionResult judge(const CriterionRule& rule, const Field& field, const Field& seen, Shared& shared,
                      const Ramps& ramps) {
  const LocalDensity& local = shared.local;
  if (!field.scars.empty() && judged_by_scars(rule.id)) return scars(rule.id, field, ramps);
  if ((!field.layer.last && waits_for_last(rule.id)) ||
      (!field.scars.empty() && says_nothing_of_scars(rule.id)))
    return {.id = rule.id, .score = {}, .metrics = {}, .causes = {}};
  switch (rule.id) {
    case CriterionId::Density:
      return density(seen, local, shared.cells(), ramps);
    case CriterionId::Evenness:
      return evenness(seen, local, shared.spacing(), shared.cells(), ramps);
    case CriterionId::Clumps:
      return clumps(seen, local, shared.spacing());
    case CriterionId::Gaps:
      return gaps(seen, measure_gaps(seen), ramps);
    case CriterionId::Naturalness: {
      const Field all = with_old_dots(field);
      return naturalness(all, measure_repeats(all, ramps));
    }
    case CriterionId::Depth:
      return depth(field, measure_depth(field), ramps);
    case CriterionId::Hairline:
      return hairline(with_old_dots(field), ramps);
    case CriterionId::Feathering:
      return feathering(seen, ramps);
    case CriterionId::Size:
      return size(field, ramps);
    case CriterionId::Shade:
      return shade(field, ramps);
    case CriterionId::Angle:
      return angle(field, ramps);
    case CriterionId::Placement:
      return placement(field, ramps);
    case CriterionId::Pace:
      return pace(field, measure_pace(field, local), ramps);
    case CriterionId::Blending:
      return blending(seen, local, measure_blend(seen, local), ramps);
    case CriterionId::Theory:
      break;  // of the lesson, not of a field: engine/scoring/theory.h
  }
  return {.id = rule.id, .score = {}, .metrics = {}, .causes = {}};
}

std::vector<CriterionResult> judge(const Field& field, const Field& seen, const Rubric& rubric) {
  Shared shared(seen);
  std::vector<CriterionResult> results;
  for (const CriterionRule& rule : rubric.criteria)
    results.push_back(judge(rule, field, seen, shared, rubric.ramps));
  return results;
}

}  // namespace

std::vector<CriterionResult> judge(const Field& field, const Rubric& rubric) {
  return field.hair.empty() && field.old_dots.empty() ? judge(field, field, rubric)
                                                      : judge(field, as_seen(field), rubric);
}

}  // namespace engine::scoring
