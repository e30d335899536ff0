// Criteria that count dots within a band: size and angle.
#pragma once

#include <functional>
#include <string>

#include "engine/scoring/criterion.h"

namespace engine::scoring {

struct BandRule {
  CriterionId id = CriterionId::Size;
  Band band;
  Ramp ramp;                       // of the share of dots in the band
  std::string below, above;        // ids of the causes
  std::string key;                 // prefix of the metrics: <key>_in_band, <key>_mean
};

// Score = ramp of the share of dots whose value lies in the band. Causes name the dots on either side, at most
// 400 each, and share the loss by their number. Not judged without dots.
CriterionResult judge_in_band(const Field& field, const BandRule& rule, const std::function<double(const FieldDot&)>& value);

}  // namespace engine::scoring
