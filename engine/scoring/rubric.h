// What a lesson judges and how: criteria with weights, ramps and minimums. Values only; the TOML
// reader lives in trainer/lessons. Defaults and their reasons: docs/scoring.md.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace engine::scoring {

enum class CriterionId {
  Density,
  Evenness,
  Clumps,
  Gaps,
  Naturalness,
  Feathering,
  Hairline,
  Depth,
  Size,
  Shade,
  Angle,
  Placement,
  Pace,
  Blending,
  Theory
};
constexpr int kCriterionCount = 15;
std::string_view name(CriterionId id);  // "density", ...
std::optional<CriterionId> criterion_from_name(std::string_view text);
// The fewest dots by which a criterion says anything, and that a zone judged by it must ask for; 0: none.
std::size_t least_dots(CriterionId id);
// Of two things that criteria without a least number look at besides: dots that make the front edge of a
// field (of `hairline`, where a drawn line needs none), and dots of which the share on a hair says anything
// (of `placement`, where a mark beside every zone needs none).
constexpr std::size_t kLeastOfEdge = 60, kLeastOnHair = 60;

// Linear from `bad` (0 points) to `good` (100), clipped; either may be the larger.
struct Ramp {
  double bad = 0.0;
  double good = 1.0;
  bool operator==(const Ramp&) const = default;
};
double ramp(double x, Ramp r);  // 0..100
int hundredths(double points);  // rounded half up, clipped to 0..10000

struct CriterionRule {
  CriterionId id = CriterionId::Density;
  int weight = 10;             // 1..100, relative
  std::optional<int> minimum;  // hundredths; below it the attempt is not passed
  bool operator==(const CriterionRule&) const = default;
};

// Ramps of docs/scoring.md 1; every one can be set by a lesson.
struct Ramps {
  Ramp density_error{0.76, 0.03};  // weighted mean |log2 ratio| beyond the free 0.10
  Ramp evenness_r{0.80, 1.45};
  Ramp evenness_cv{0.70, 0.062};
  Ramp gap_thin{0.205, 0.0005};  // share of the zone farther than 0.9 of a pitch from any dot
  Ramp gap_radius{5.0, 2.25};    // largest empty radius / d_ref
  Ramp naturalness{0.29, 0.09};
  Ramp depth_in_band{0.50, 0.95};
  Ramp depth_sd{2.0, 0.5};            // x half-width of the band
  Ramp depth_drift{2.0, 0.3};         // x half-width of the band
  Ramp hairline_assd{5.0, 1.0};       // mm
  Ramp hairline_hd95{12.0, 3.0};      // mm
  Ramp hairline_asymmetry{8.0, 2.0};  // mm
  Ramp hairline_tangent{20.0, 5.0};   // degrees
  Ramp hairline_rough{0.10, 0.20};    // scatter of the first dots, of that of dots at random
  Ramp feather_profile{0.40, 0.10};
  Ramp feather_width{0.693147180559945, 0.15};
  Ramp dot_size{0.50, 0.95};            // share of dots in the band of diameters
  Ramp shade{3.0, 0.0};                 // mean distance in dilution steps
  Ramp angle{0.50, 0.95};               // share of dots in the band of angles
  Ramp placement_outside{0.08, 0.005};  // share of marks outside every target zone
  Ramp placement_on_hair{1.0, 0.2};     // share of dots on a hair, of what random placing would give
  Ramp scars_toned{0.50, 0.95};         // share of punctate scars with one to three dots
  Ramp scars_ringed{0.15, 0.01};        // share of them with four or more on the rim
  Ramp scars_beside{0.30, 0.08};        // share of their dots that miss them
  Ramp pace{0.25, 0.08};                // change of spacing or depth, first third to last
  bool operator==(const Ramps&) const = default;
};

enum class CriticalId { Blowout, OutsideZone, BelowHairline, NoGo, WrongAnswers, Needled };
constexpr int kCriticalCount = 6;
std::string_view name(CriticalId id);  // "blowout", "outside_zone", "below_hairline", ...
std::optional<CriticalId> critical_from_name(std::string_view text);
struct CriticalRule {
  CriticalId id = CriticalId::Blowout;
  // Share of dots (blowout, outside), mm (below hairline), dots (no-go), questions (wrong answers), or the
  // least share of the scar (needled).
  double limit = 0.02;
  bool operator==(const CriticalRule&) const = default;
};

// How the total hangs on the weighted mean of all criteria, and on the lowest of them.
// In tenths, because totals are made in integers.
constexpr int kMeanTenths = 3, kLowestTenths = 10 - kMeanTenths;
constexpr double kMeanShare = kMeanTenths / 10.0, kLowestShare = kLowestTenths / 10.0;

struct Rubric {
  std::vector<CriterionRule> criteria;
  std::vector<CriticalRule> critical;
  Ramps ramps;
  int pass = 7000, merit = 8000, distinction = 9000;  // hundredths of a total
  bool operator==(const Rubric&) const = default;
};

Rubric pad_pattern_rubric();  // density 20, evenness 20, clumps 25, gaps 10, naturalness 25

}  // namespace engine::scoring
