// Criteria that count dots within a band: size and angle.
#pragma once

#include <string>

#include "engine/scoring/criterion.h"
#include "engine/scoring/measures.h"

namespace engine::scoring {

struct BandRule {
  CriterionId id = CriterionId::Size;
  Band band;
  Ramp ramp;  // of the share of dots in the band
  CauseId below = CauseId::Unknown, above = CauseId::Unknown;
  std::string key;  // prefix of the metrics: <key>_in_band, <key>_mean
};

// Adds a value to the counts, or takes it away again.
void count_value(BandMeasure& counts, double value, bool known, Band band, bool add);
// Score = ramp of the share of dots whose value lies in the band. Not judged without dots, or while any value
// is unknown. Without causes.
CriterionResult score_in_band(const BandRule& rule, const BandMeasure& measure);
// Causes name the dots on either side, at most 400 each, and share the loss by their number.
CriterionResult judge_in_band(const Field& field, const BandRule& rule, const BandMeasure& measure,
                              double (*value)(const FieldDot&));

}  // namespace engine::scoring
