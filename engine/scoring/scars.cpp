#include "engine/scoring/scars.h"

#include <algorithm>
#include <limits>

#include "engine/core/check.h"
#include "engine/scoring/placement.h"

namespace engine::scoring {

bool judged_by_scars(CriterionId id) {
  return id == CriterionId::Density || id == CriterionId::Naturalness || id == CriterionId::Placement;
}

bool says_nothing_of_scars(CriterionId id) {
  switch (id) {
    case CriterionId::Evenness:
    case CriterionId::Clumps:
    case CriterionId::Gaps:
    case CriterionId::Feathering:
    case CriterionId::Hairline:
    case CriterionId::Pace:
    case CriterionId::Blending:
      return true;
    default:
      return false;
  }
}

ScarCount::ScarCount(const Field& asked)
    : scars_(asked.scars),
      grid_(asked.scars.middles, 4.0 * asked.scars.radius.value),
      tallies_(asked.scars.middles.size()) {
  ENGINE_CHECK(!scars_.empty() && scars_.radius.value > 0.0);
}

std::size_t ScarCount::scar_of(Vec2 at) const {
  constexpr double kRounding = 1.0 + 1e-12;  // of the root
  std::size_t nearest = 0;
  double least = std::numeric_limits<double>::infinity();
  grid_.within(at, grid_.nearest(at) * kRounding, [&](std::size_t scar, double d2) {
    if (d2 >= least) return;
    least = d2;
    nearest = scar;
  });
  return nearest;
}

double ScarCount::off_middle(Vec2 at) const {
  return grid_.nearest(at) / scars_.radius.value;
}

void ScarCount::move(Vec2 at, bool add) {
  ScarTally& tally = tallies_[scar_of(at)];
  const double off = off_middle(at);
  const std::uint32_t change = add ? 1U : ~std::uint32_t{0};  // one less
  (off <= 1.0 ? tally.inside : tally.beside) += change;
  if (off >= kRimFrom) tally.rim += change;
}

namespace {

struct Sums {
  std::size_t scars = 0, bare = 0, crowded = 0, ringed = 0, dots = 0, beside = 0;
};

Sums sums_of(const ScarCount& count) {
  Sums sums{.scars = count.scars().size()};
  for (const ScarTally& tally : count.scars()) {
    sums.bare += tally.inside == 0 ? 1 : 0;
    sums.crowded += tally.inside > kMostInScar ? 1 : 0;
    sums.ringed += tally.ringed() ? 1 : 0;
    sums.dots += tally.inside + tally.beside;
    sums.beside += tally.beside;
  }
  return sums;
}

double share(std::size_t part, std::size_t all) {
  return static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

CriterionResult score_scars(CriterionId id, const ScarCount& count, const Field& asked, const Ramps& ramps) {
  CriterionResult result{.id = id, .score = {}, .metrics = {}, .causes = {}};
  const Sums sums = sums_of(count);
  if (id == CriterionId::Placement) {
    result = score_placement({.dots = sums.dots}, asked.strays, ramps);
    if (!result.score || sums.dots == 0) return result;
    const double beside = share(sums.beside, sums.dots);
    result.score = std::min(*result.score, hundredths(ramp(beside, ramps.scars_beside)));
    result.metrics.push_back({"beside_scars", beside});
    return result;
  }
  if (sums.dots == 0) return result;
  if (id == CriterionId::Density) {
    const std::size_t faulty = sums.crowded + (asked.layer.last ? sums.bare : 0);
    const double toned = share(sums.scars - faulty, sums.scars);
    result.score = hundredths(ramp(toned, ramps.scars_toned));
    result.metrics = {{"scars", static_cast<double>(sums.scars)},
                      {"toned", toned},
                      {"bare", static_cast<double>(sums.bare)},
                      {"crowded", static_cast<double>(sums.crowded)}};
  } else {
    const double ringed = share(sums.ringed, sums.scars);
    result.score = hundredths(ramp(ringed, ramps.scars_ringed));
    result.metrics = {{"ringed", ringed}};
  }
  return result;
}

namespace {

struct Guilty {
  std::vector<const FieldDot*> dots;
  std::vector<Vec2> add;
};

Cause cause_of(CauseId id, const Guilty& guilty, Vec2 at, double radius_mm) {
  Cause cause{.id = id,
              .size = static_cast<double>(guilty.dots.size() + guilty.add.size()),
              .at = at,
              .radius = core::Mm{radius_mm},
              .dots = {},
              .count = guilty.dots.size(),
              .fix = Fix{}};
  cause.fix->add = guilty.add;
  for (const FieldDot* dot : guilty.dots) {
    cause.fix->remove.push_back(dot->number);
    if (cause.dots.size() < kMostNamed) cause.dots.push_back(dot->number);
  }
  std::sort(cause.fix->remove.begin(), cause.fix->remove.end());
  std::sort(cause.dots.begin(), cause.dots.end());
  return cause;
}

// Of every scar the dots that `may_go`, the outermost first, as many as it has too many. Only dots of this
// treatment session can be left out.
template <class MayGo, class TooMany>
Guilty too_many(const Field& field, const ScarCount& count, MayGo may_go, TooMany surplus) {
  std::vector<std::vector<const FieldDot*>> by_scar(count.scars().size());
  for (const FieldDot& dot : field.dots)
    if (may_go(count.off_middle(dot.at))) by_scar[count.scar_of(dot.at)].push_back(&dot);
  Guilty guilty;
  for (std::size_t i = 0; i < by_scar.size(); ++i) {
    auto& dots = by_scar[i];
    std::stable_sort(dots.begin(), dots.end(), [&](const FieldDot* a, const FieldDot* b) {
      return count.off_middle(a->at) > count.off_middle(b->at);
    });
    dots.resize(std::min(dots.size(), surplus(count.scars()[i])));
    guilty.dots.insert(guilty.dots.end(), dots.begin(), dots.end());
  }
  return guilty;
}

std::vector<Cause> of_density(const Field& field, const ScarCount& count) {
  const Sums sums = sums_of(count);
  const double reach = 2.0 * field.scars.radius.value;
  std::vector<Cause> causes;
  if (sums.bare > 0 && field.layer.last) {
    Guilty bare;
    for (std::size_t i = 0; i < count.scars().size(); ++i)
      if (count.scars()[i].inside == 0) bare.add.push_back(field.scars.middles[i]);
    causes.push_back(cause_of(CauseId::BareScars, bare, bare.add.front(), reach));
    causes.back().share = static_cast<double>(sums.bare);
  }
  if (sums.crowded > 0) {
    const Guilty crowd = too_many(
        field, count, [](double off) { return off <= 1.0; },
        [](const ScarTally& tally) {
          return tally.inside > kMostInScar ? std::size_t{tally.inside - kMostInScar} : 0;
        });
    const auto fullest =
        std::max_element(count.scars().begin(), count.scars().end(),
                         [](const ScarTally& a, const ScarTally& b) { return a.inside < b.inside; });
    causes.push_back(cause_of(CauseId::CrowdedScars, crowd,
                              field.scars.middles[static_cast<std::size_t>(fullest - count.scars().begin())],
                              reach));
    causes.back().share = static_cast<double>(sums.crowded);
  }
  double all = 0.0;
  for (const Cause& cause : causes) all += cause.share;
  for (Cause& cause : causes) cause.share /= all;
  std::stable_sort(causes.begin(), causes.end(),
                   [](const Cause& a, const Cause& b) { return a.share > b.share; });
  return causes;
}

std::vector<Cause> of_rings(const Field& field, const ScarCount& count) {
  const Guilty rim = too_many(
      field, count, [](double off) { return off >= kRimFrom; },
      [](const ScarTally& tally) { return tally.ringed() ? std::size_t{tally.rim - kDotsOfRing + 1} : 0; });
  const auto worst = std::max_element(count.scars().begin(), count.scars().end(),
                                      [](const ScarTally& a, const ScarTally& b) { return a.rim < b.rim; });
  return {cause_of(CauseId::RingedScars, rim,
                   field.scars.middles[static_cast<std::size_t>(worst - count.scars().begin())],
                   2.0 * field.scars.radius.value)};
}

std::vector<Cause> of_placement(const Field& field, const ScarCount& count, const Ramps& ramps) {
  const Sums sums = sums_of(count);
  const double beside = sums.dots > 0 ? ramp(share(sums.beside, sums.dots), ramps.scars_beside) : 100.0;
  if (field.strays.any_forbidden || ramp(field.strays.share, ramps.placement_outside) < beside)
    return stray_causes(field.strays);
  Guilty missed;
  for (const FieldDot& dot : field.dots)
    if (count.off_middle(dot.at) > 1.0) missed.dots.push_back(&dot);
  if (missed.dots.empty()) return {};
  return {cause_of(CauseId::BesideScars, missed, missed.dots.front()->at, 2.0 * field.scars.radius.value)};
}

}  // namespace

CriterionResult scars(CriterionId id, const Field& field, const Ramps& ramps) {
  ScarCount count(field);
  for (const FieldDot& dot : field.dots) count.move(dot.at, true);
  for (const FieldDot& dot : field.old_dots) count.move(dot.at, true);
  CriterionResult result = score_scars(id, count, field, ramps);
  if (!result.score || *result.score == 10000) return result;
  if (id == CriterionId::Density)
    result.causes = of_density(field, count);
  else if (id == CriterionId::Naturalness)
    result.causes = of_rings(field, count);
  else
    result.causes = of_placement(field, count, ramps);
  return result;
}

}  // namespace engine::scoring
