// What the counts of a live field say: one criterion after the other.
#include <algorithm>
#include <cmath>

#include "engine/scoring/angle.h"
#include "engine/scoring/blending.h"
#include "engine/scoring/clumps.h"
#include "engine/scoring/density.h"
#include "engine/scoring/depth.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/feathering.h"
#include "engine/scoring/gaps.h"
#include "engine/scoring/hairline.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/live_field.h"
#include "engine/scoring/naturalness.h"
#include "engine/scoring/pace.h"
#include "engine/scoring/placement.h"
#include "engine/scoring/shade.h"
#include "engine/scoring/size.h"
#include "engine/scoring/trend.h"

namespace engine::scoring {

// ---- scores

std::vector<CriterionResult> LiveField::scores() {
  std::vector<CriterionResult> results;
  for (const CriterionRule& rule : rubric_.criteria) results.push_back(score(rule));
  return results;
}

CriterionResult LiveField::score(const CriterionRule& rule) {
  const Ramps& ramps = rubric_.ramps;
  const std::size_t n = order_.size();  // of all sessions
  if (scars_ && judged_by_scars(rule.id)) return score_scars(rule.id, *scars_, asked_, ramps);
  if ((!asked_.layer.last && waits_for_last(rule.id)) || (scars_ && says_nothing_of_scars(rule.id)))
    return {.id = rule.id, .score = {}, .metrics = {}, .causes = {}};
  switch (rule.id) {
    case CriterionId::Density:
      return score_density(n, cells_, ramps);
    case CriterionId::Evenness:
      return score_evenness(evenness_needs(asked_), spacing_, cells_, ramps);
    case CriterionId::Clumps:
      return score_clumps(spacing_);
    case CriterionId::Gaps: {
      GapMeasure gaps{open_->count(), {}};
      if (n >= gaps_need(asked_)) gaps.hole = hole_->largest();
      return score_gaps(asked_, n, gaps, ramps);
    }
    case CriterionId::Naturalness:
      return score_naturalness(n, naturalness_needs(asked_), repeats());
    case CriterionId::Depth:
      return score_depth(depth_measure(), asked_.depth_band, ramps);
    case CriterionId::Hairline:
      return hairline_score();
    case CriterionId::Feathering:
      return score_feathering(asked_, n, profile_->bins(), ramps);
    case CriterionId::Size:
      return score_in_band(size_rule(asked_, ramps), sizes_);
    case CriterionId::Shade:
      return score_shade(shades_, ramps);
    case CriterionId::Angle:
      return score_in_band(angle_rule(asked_, ramps), angles_);
    case CriterionId::Placement: {
      on_hair_.dots = size();
      return score_placement(on_hair_, asked_.strays, ramps);
    }
    case CriterionId::Pace:
      return score_pace(pace_measure(), ramps);
    case CriterionId::Blending:
      return score_blending(n, blend_, ramps);
    default:
      return {.id = rule.id, .score = {}, .metrics = {}, .causes = {}};
  }
}

RepeatMeasure LiveField::repeats() {
  RepeatMeasure m;
  if (order_.size() < naturalness_needs(asked_)) return m;
  const core::Mm radius = disc_radius(asked_);
  std::vector<std::pair<std::uint32_t, Vec2>> found;
  std::vector<Vec2> places;
  for (std::size_t i = 0; i < discs_.size(); ++i) {
    if (discs_[i].dirty) {
      found.clear();
      places.clear();
      grid_.within(disc_places_[i].centre, radius.value, [&](std::uint32_t slot, Vec2 at, double) {
        if (!marks_[slot].hair) found.emplace_back(marks_[slot].dot.number, at);
      });
      std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      for (const auto& [number, at] : found) places.push_back(at);
      discs_[i] = {measure_disc(disc_places_[i], radius, places, rubric_.ramps), false};
    }
    m.discs.push_back(discs_[i].measure);
  }
  m.copy = copies_->strongest();
  return m;
}

DepthMeasure LiveField::depth_measure() const {
  DepthMeasure m = depth_;
  if (deltas_.size() < kExactDriftBelow)
    m.drift_per_dot = theil_sen(deltas_.values()).value_or(0.0);
  else
    m.drift_per_dot = drift_of_blocks(
        deltas_.size(), [this](std::size_t from, std::size_t count) { return deltas_.mean(from, count); });
  return m;
}

PaceMeasure LiveField::pace_measure() const {
  const std::size_t n = size(), third = n / 3;
  PaceMeasure m{.dots = n, .unknown = depth_.unknown};
  if (third == 0) return m;
  m.spacing_first = spacings_.mean(0, third);
  m.spacing_last = spacings_.mean(n - third, third);
  m.delta_first = deltas_.mean(0, third);
  m.delta_last = deltas_.mean(n - third, third);
  return m;
}

CriterionResult LiveField::hairline_score() {
  if (!hairline_) {
    Field field = asked_;
    if (!asked_.draws_hairline) field.dots = dots();
    hairline_ = hairline(field, rubric_.ramps);
    hairline_->causes.clear();
  }
  return *hairline_;
}

}  // namespace engine::scoring
