// Punctate scars, toned one by one (docs/scoring.md 1, docs/domain.md 5): one to three dots in each, not on
// its rim.
// density:     share of the scars with one to three dots in them. In any but the last treatment session a
// bare scar is
//              no fault, a crowded one is. Causes: bare_scars, crowded_scars.
// naturalness: share of the scars with four or more dots on the rim: a ring that draws the scar instead of
// hiding it.
//              Cause: ringed_scars.
// placement:   share of the dots that lie beside the scars, or the marks outside every zone; the lower of the
// two.
//              Causes: beside_scars, outside, forbidden.
// Nothing without a dot. Depth, size, shade and angle are judged as in any field; the other criteria say
// nothing.
#pragma once

#include <memory>
#include <vector>

#include "engine/geometry/grid.h"
#include "engine/scoring/criterion.h"

namespace engine::scoring {

constexpr std::uint32_t kMostInScar = 3;  // dots
constexpr std::uint32_t kDotsOfRing = 4;  // on the rim
constexpr double kRimFrom = 0.7;  // of the radius outwards (judgement: dots of 0.25 mm there touch the edge)

bool judged_by_scars(CriterionId id);        // density, naturalness, placement
bool says_nothing_of_scars(CriterionId id);  // evenness, clumps, gaps, feathering, hairline, pace, blending

// Counts of one scar's dots.
struct ScarTally {
  std::uint32_t inside = 0, rim = 0, beside = 0;
  [[nodiscard]] bool ringed() const { return rim >= kDotsOfRing; }
};

class ScarCount {
 public:
  // Of a field with scars, without its dots.
  explicit ScarCount(const Field& asked);
  void move(Vec2 at, bool add);  // a dot of any session comes or goes

  [[nodiscard]] const std::vector<ScarTally>& scars() const { return tallies_; }
  [[nodiscard]] std::size_t scar_of(Vec2 at) const;  // the nearest
  [[nodiscard]] double off_middle(Vec2 at) const;    // of the radius, from the nearest middle

 private:
  Scars scars_;
  geometry::Grid grid_;
  std::vector<ScarTally> tallies_;
};

CriterionResult score_scars(CriterionId id, const ScarCount& count, const Field& asked, const Ramps& ramps);
CriterionResult scars(CriterionId id, const Field& field, const Ramps& ramps);  // with causes

}  // namespace engine::scoring
