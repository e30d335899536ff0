// What is judged and how. Ranges: docs/design.md 4 and 5; the ramps: docs/scoring.md 1, rubric.h.
#include "trainer/lessons/bind.h"

namespace trainer::lessons {

using engine::scoring::CriterionId;
using engine::scoring::CriticalId;
using engine::scoring::Ramp;
using engine::scoring::Ramps;

namespace {

std::vector<FormatField> rubric_fields() {
  return {
      scaled(
          "pass", points_0_100(), false, "total from which the work is passed", 100.0,
          [](auto& l, std::size_t) -> auto& { return l.rubric.pass; }),
      scaled(
          "merit", points_0_100(), false, "total from which it is passed with merit", 100.0,
          [](auto& l, std::size_t) -> auto& { return l.rubric.merit; }),
      scaled(
          "distinction", points_0_100(), false, "total from which it is passed with distinction", 100.0,
          [](auto& l, std::size_t) -> auto& { return l.rubric.distinction; }),
      bound(
          "judged_at", choice({"fresh", "4w", "6w", "1y", "2y", "3y", "5y"}), false,
          "the age at which the work is judged: what the skin has shed or faded by then is not there",
          [](auto& l, std::size_t) -> auto& { return l.judged_at; }),
  };
}

// All values of an enum that the scorer names.
template <class Id>
std::vector<std::pair<Id, std::string>> names_of(int count) {
  std::vector<std::pair<Id, std::string>> names;
  for (int i = 0; i < count; ++i) {
    const auto id = static_cast<Id>(i);
    names.emplace_back(id, std::string(name(id)));
  }
  return names;
}

FormatField minimum_field() {
  FormatField field =
      part("minimum", points_0_100(), false, "below it the work is not passed, whatever the total");
  field.set = [](Lesson& l, std::size_t i, const Value& value) {
    l.rubric.criteria[i].minimum = static_cast<int>(std::floor(value.number() * 100.0 + 0.5));
  };
  field.get = [](const Lesson& l, std::size_t i) -> std::optional<Value> {
    const auto& minimum = l.rubric.criteria[i].minimum;
    if (!minimum) return std::nullopt;
    return value_of(*minimum / 100.0);
  };
  return field;
}

std::vector<FormatField> criterion_fields() {
  return {
      named<CriterionId>(
          "id", names_of<CriterionId>(engine::scoring::kCriterionCount), true, "what is judged",
          [](auto& l, std::size_t i) -> auto& { return l.rubric.criteria[i].id; }),
      bound(
          "weight", integer(1, 100), true, "in the weighted mean, relative to the other criteria",
          [](auto& l, std::size_t i) -> auto& { return l.rubric.criteria[i].weight; }),
      minimum_field(),
  };
}

std::vector<FormatField> critical_fields() {
  return {
      named<CriticalId>(
          "id", names_of<CriticalId>(engine::scoring::kCriticalCount), true, "what must not happen",
          [](auto& l, std::size_t i) -> auto& { return l.rubric.critical[i].id; }),
      bound(
          "limit", number(0, 20), true,
          "the most that is let pass: a share of the dots (blowout, outside_zone), mm in front of the line "
          "(below_hairline), a number of dots (no_go), or of questions answered wrongly or not at all "
          "(wrong_answers). Of needled the "
          "least that is asked: a share of the scar",
          [](auto& l, std::size_t i) -> auto& { return l.rubric.critical[i].limit; }),
  };
}

struct RampRow {
  const char* key;
  Ramp Ramps::*ramp;
  const char* description;
};

// Ratios, shares, millimetres and degrees share one generous range: a ramp may be set to never bite.
std::vector<FormatField> ramp_fields() {
  static constexpr RampRow kRows[] = {
      {"density_error", &Ramps::density_error,
       "weighted mean of |log2(density / asked)| beyond the free 0.10"},
      {"evenness_r", &Ramps::evenness_r, "mean distance to the nearest dot, 1 = random, 2 = square grid"},
      {"evenness_cv", &Ramps::evenness_cv, "relative spread of the density over the zone"},
      {"gap_thin", &Ramps::gap_thin, "share of the zone farther than 0.9 of a pitch from any dot"},
      {"gap_radius", &Ramps::gap_radius, "largest empty circle, in pitches"},
      {"naturalness", &Ramps::naturalness,
       "strongest row or grid in the pattern, 0 = none, 1 = a perfect grid"},
      {"depth_in_band", &Ramps::depth_in_band, "share of dots in the depth band"},
      {"depth_sd", &Ramps::depth_sd, "spread of the depth, in half-widths of the band"},
      {"depth_drift", &Ramps::depth_drift, "drift of the depth over the work, in half-widths of the band"},
      {"hairline_assd", &Ramps::hairline_assd, "mean distance from the agreed line, mm"},
      {"hairline_hd95", &Ramps::hairline_hd95, "distance that 95 % of the line keeps, mm"},
      {"hairline_asymmetry", &Ramps::hairline_asymmetry, "difference between left and right, mm"},
      {"hairline_tangent", &Ramps::hairline_tangent, "mean difference of direction, degrees"},
      {"hairline_rough", &Ramps::hairline_rough,
       "scatter of the first dots of a feathered front, in units of that of dots at random: a ruler-straight "
       "edge is below 0.15"},
      {"feather_profile", &Ramps::feather_profile, "relative error of the density profile behind the line"},
      {"feather_width", &Ramps::feather_width, "|ln(width of the feather / asked)|"},
      {"dot_size", &Ramps::dot_size, "share of dots in the band of diameters"},
      {"shade", &Ramps::shade, "mean distance from the asked dilution, in steps"},
      {"angle", &Ramps::angle, "share of dots in the band of angles"},
      {"placement_outside", &Ramps::placement_outside, "share of marks outside every target zone"},
      {"placement_on_hair", &Ramps::placement_on_hair,
       "share of dots within 0.15 mm of a hair, of what random placing would give"},
      {"scars_toned", &Ramps::scars_toned, "share of punctate scars with one to three dots in them"},
      {"scars_ringed", &Ramps::scars_ringed, "share of punctate scars with four or more dots on the rim"},
      {"scars_beside", &Ramps::scars_beside, "share of the dots that miss the punctate scars"},
      {"pace", &Ramps::pace, "change of spacing or depth from the first third to the last"},
  };
  std::vector<FormatField> fields;
  for (const RampRow& row : kRows)
    fields.push_back(bound(
        row.key, pair(number(-1000, 1000)), false,
        row.description, [ramp = row.ramp](auto& l, std::size_t) -> auto& { return l.rubric.ramps.*ramp; }));
  return fields;
}

std::size_t always(const Lesson&) {
  return 1;
}

}  // namespace

void add_rubric(std::vector<Section>& format) {
  format.push_back(
      {"rubric",
       false,
       true,
       "What is judged and how. The total lies between the lowest criterion and the weighted mean.",
       rubric_fields(),
       {},
       {},
       always});
  format.push_back({"rubric.criteria",
                    true,
                    true,
                    "One criterion that is judged.",
                    criterion_fields(),
                    {},
                    [](Lesson& l) { l.rubric.criteria.emplace_back(); },
                    [](const Lesson& l) { return l.rubric.criteria.size(); }});
  format.push_back({"rubric.critical",
                    true,
                    false,
                    "A fault that fails the work whatever the total.",
                    critical_fields(),
                    {},
                    [](Lesson& l) { l.rubric.critical.emplace_back(); },
                    [](const Lesson& l) { return l.rubric.critical.size(); }});
  format.push_back({"rubric.ramps",
                    false,
                    false,
                    "Where each measure scores 0 and where it scores 100: [bad, good], straight in between.",
                    ramp_fields(),
                    {},
                    {},
                    always});
}

}  // namespace trainer::lessons
