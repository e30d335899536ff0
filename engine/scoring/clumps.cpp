#include "engine/scoring/clumps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/geometry/grid.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/holes.h"
#include "engine/scoring/spacing.h"

namespace engine::scoring {

namespace {

constexpr double kFreeShare = 0.93;  // of the asked density: 0.10 in log2 costs nothing
constexpr double kRoom = 0.8;        // of the local target distance: a dot put there is no neighbour's twin

// Share of doublets -> points (docs/scoring.md 1).
constexpr std::array<std::array<double, 2>, 5> kSteps = {
    {{0.01, 100}, {0.04, 85}, {0.08, 75}, {0.15, 40}, {0.40, 0}}};

double points_for(double share) {
  if (share <= kSteps.front()[0]) return 100.0;
  for (std::size_t i = 1; i < kSteps.size(); ++i)
    if (share <= kSteps[i][0]) {
      const double t = (share - kSteps[i - 1][0]) / (kSteps[i][0] - kSteps[i - 1][0]);
      return kSteps[i - 1][1] + t * (kSteps[i][1] - kSteps[i - 1][1]);
    }
  return 0.0;
}

// The dots without which there is no doublet.
struct Guilty {
  std::vector<std::uint32_t> later;     // the later dot of each pair, and the dot beside a hair
  std::vector<std::uint32_t> over_old;  // beside a dot of an earlier treatment session
};

Guilty guilty_of(const Field& field, const LocalDensity& local, const std::vector<std::size_t>& doublets) {
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  const geometry::Grid grid(points, local.d_ref().value);
  std::vector<bool> removed(points.size(), false);
  const std::size_t first_old = points.size() - field.old_dots.size();
  Guilty guilty;
  for (const std::size_t i : doublets) {
    bool near_earlier = false, near_old = false;
    grid.within(points[i], kDoubletShare / std::sqrt(local.at_dots()[i]), [&](std::size_t j, double) {
      near_old = near_old || j >= first_old;
      near_earlier = near_earlier || (!removed[j] && (j < i || j >= field.own()));
    });
    if (!near_earlier) continue;
    removed[i] = true;
    (near_old ? guilty.over_old : guilty.later).push_back(field.dots[i].number);
  }
  return guilty;
}

// Without these dots, and where that would leave the field too thin, as many of them put where there is room.
Fix beside_instead(const Field& field, const LocalDensity& local, const std::vector<std::uint32_t>& later) {
  Field rest = field;
  std::erase_if(rest.dots, [&](const FieldDot& dot) {
    return std::binary_search(later.begin(), later.end(), dot.number);
  });
  double targets = 0.0;
  for (const auto& cell : local.cells()) targets += cell.target;
  // What the density may fall to without a loss.
  const double enough = kFreeShare * (local.cells().empty() ? 0.0
                                                            : targets * field.region.area() /
                                                                  static_cast<double>(local.cells().size()));
  const double missing = std::clamp(enough - static_cast<double>(rest.dots.size()), 0.0,
                                    static_cast<double>(std::min(later.size(), kMostNamed)));
  return {
      .remove = later, .add = fill_holes(rest, static_cast<std::size_t>(missing), kRoom), .set_delta = {}};
}

// Where it is most crowded.
Vec2 densest_of(const Field& field, const LocalDensity& local, const std::vector<std::uint32_t>& numbers) {
  std::size_t worst = 0;
  double most = -1.0;
  for (std::size_t i = 0; i < field.own(); ++i) {
    if (local.at_dots()[i] <= most ||
        !std::binary_search(numbers.begin(), numbers.end(), field.dots[i].number))
      continue;
    most = local.at_dots()[i];
    worst = i;
  }
  return field.dots[worst].at;
}

}  // namespace

std::vector<std::size_t> doublets_among(const std::vector<std::size_t>& indices, const LocalDensity& local) {
  std::vector<std::size_t> found;
  for (const std::size_t i : indices)
    if (is_doublet({core::Mm{local.nearest()[i]}, local.at_dots()[i]})) found.push_back(i);
  return found;
}

double doublet_fraction(const std::vector<std::size_t>& indices, const LocalDensity& local) {
  return indices.empty() ? 0.0
                         : static_cast<double>(doublets_among(indices, local).size()) /
                               static_cast<double>(indices.size());
}

CriterionResult score_clumps(const SpacingMeasure& spacing) {
  CriterionResult result{.id = CriterionId::Clumps, .score = {}, .metrics = {}, .causes = {}};
  if (spacing.dots < least_dots(CriterionId::Clumps)) return result;
  const double share = static_cast<double>(spacing.doublets) / static_cast<double>(spacing.dots);
  result.score = hundredths(points_for(share));
  result.metrics = {{"doublet_fraction", share}};
  return result;
}

CriterionResult clumps(const Field& field, const LocalDensity& local, const SpacingMeasure& spacing) {
  CriterionResult result = score_clumps(spacing);
  if (!result.score || *result.score == 10000) return result;
  std::vector<std::size_t> all(field.own());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto doublets = doublets_among(all, local);
  Guilty guilty = guilty_of(field, local, doublets);
  // each stands too near only for the density round itself
  if (guilty.later.empty() && guilty.over_old.empty())
    for (const std::size_t i : doublets) guilty.later.push_back(field.dots[i].number);
  const double all_guilty = static_cast<double>(guilty.later.size() + guilty.over_old.size());
  const auto add = [&](CauseId id, std::vector<std::uint32_t> numbers) {
    if (numbers.empty()) return;
    const Vec2 at = densest_of(field, local, numbers);
    Cause cause{.id = id,
                .share = static_cast<double>(numbers.size()) / all_guilty,
                .size = static_cast<double>(numbers.size()),
                .at = at,
                .radius = local.d_ref(),
                .dots = numbers,
                .count = numbers.size(),
                .fix = beside_instead(field, local, numbers)};
    if (cause.dots.size() > kMostNamed) cause.dots.resize(kMostNamed);
    result.causes.push_back(std::move(cause));
  };
  add(CauseId::Clumps, std::move(guilty.later));
  add(CauseId::OverOldDot, std::move(guilty.over_old));
  std::stable_sort(result.causes.begin(), result.causes.end(),
                   [](const Cause& a, const Cause& b) { return a.share > b.share; });
  return result;
}

}  // namespace engine::scoring
