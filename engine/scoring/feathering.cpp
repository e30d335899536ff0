#include "engine/scoring/feathering.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/geometry/polyline.h"
#include "engine/scoring/holes.h"

namespace engine::scoring {

namespace {

constexpr double kNoWidth = 0.05;  // mm: a front this sharp is a ruler's

// Densities by area, made rising with the least change (pool adjacent violators).
std::vector<double> rising(std::span<const ProfileBin> bins, double ProfileBin::*dots) {
  struct Pool {
    double area, count;
    std::size_t bins;
  };
  std::vector<Pool> pools;
  for (const ProfileBin& bin : bins) {
    pools.push_back({bin.area_mm2, bin.*dots, 1});
    while (pools.size() > 1) {
      const Pool last = pools.back();
      Pool& before = pools[pools.size() - 2];
      if (before.count * last.area <= last.count * before.area) break;
      before = {before.area + last.area, before.count + last.count, before.bins + last.bins};
      pools.pop_back();
    }
  }
  std::vector<double> density;
  for (const Pool& pool : pools)
    density.insert(density.end(), pool.bins, pool.area > 0.0 ? pool.count / pool.area : 0.0);
  return density;
}

double plateau_density(std::span<const ProfileBin> bins, double from, double ProfileBin::*dots) {
  double count = 0.0, area = 0.0;
  for (const ProfileBin& bin : bins)
    if (bin.from.value >= from || &bin == &bins.back()) {
      count += bin.*dots;
      area += bin.area_mm2;
    }
  return area > 0.0 ? count / area : 0.0;
}

double relative_error(std::span<const ProfileBin> bins) {
  double error = 0.0, asked = 0.0;
  for (const ProfileBin& bin : bins) {
    const double width = bin.to.value - bin.from.value;
    if (!(bin.area_mm2 > 0.0)) continue;
    error += width * std::fabs(bin.count - bin.asked) / bin.area_mm2;
    asked += width * bin.asked / bin.area_mm2;
  }
  return asked > 0.0 ? error / asked : 0.0;
}

// Dots too many (positive) or missing in the part of the feather where it is most wrong.
struct Excess {
  double dots = 0.0, from = 0.0, to = 0.0;
};

Excess excess(std::span<const ProfileBin> bins, double plateau_from) {
  Excess more, less;
  const auto add = [](Excess& e, const ProfileBin& bin) {
    if (e.dots == 0.0) e.from = bin.from.value;
    e.dots += bin.count - bin.asked;
    e.to = bin.to.value;
  };
  for (const ProfileBin& bin : bins) {
    if (bin.from.value >= plateau_from) break;
    add(bin.count > bin.asked ? more : less, bin);
  }
  return more.dots >= -less.dots ? more : less;
}

std::vector<std::uint32_t> dots_between(const Field& field, double from, double to) {
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < field.own(); ++i) {
    const FieldDot& dot = field.dots[i];
    const double behind = geometry::signed_distance(field.target.line, dot.at);
    if ((behind >= from || from <= 0.0) && behind < to && numbers.size() < kMostNamed)
      numbers.push_back(dot.number);
  }
  return numbers;
}

Cause by_profile(const Field& field, std::span<const ProfileBin> bins, double plateau_from) {
  const Excess e = excess(bins, plateau_from);
  const double middle = 0.5 * (e.from + e.to);
  const Vec2 at = geometry::point_at(field.target.line, 0.5 * geometry::length(field.target.line));
  Cause cause{.id = e.dots > 0.0 ? CauseId::FrontTooDense : CauseId::FrontTooSparse,
              .size = e.dots,
              .at = at,
              .radius = core::Mm{std::max(3.0, middle)},
              .dots = {},
              .fix = {}};
  if (e.dots > 0.0) {
    cause.dots = dots_between(field, e.from, e.to);
    const auto surplus = static_cast<std::size_t>(
        std::clamp(std::floor(e.dots + 0.5), 0.0, static_cast<double>(cause.dots.size())));
    if (surplus > 0)
      cause.fix = Fix{.remove = spread_out(field, surplus, cause.dots), .add = {}, .set_delta = {}};
  } else if (e.dots <= -1.0) {
    cause.fix =
        Fix{.remove = {},
            .add = fill_holes(field, static_cast<std::size_t>(std::min(-e.dots + 0.5, double{kMostNamed}))),
            .set_delta = {}};
  }
  return cause;
}

}  // namespace

std::optional<double> feather_width(std::span<const ProfileBin> bins, double plateau_from,
                                    double ProfileBin::*dots) {
  const double plateau = plateau_density(bins, plateau_from, dots);
  if (!(plateau > 0.0)) return std::nullopt;
  const auto density = rising(bins, dots);
  double before = 0.0, mean = 0.0, square = 0.0;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    const bool last = i + 1 == bins.size() || bins[i].from.value >= plateau_from;
    const double share = last ? 1.0 : std::min(1.0, density[i] / plateau);
    const double rise = std::max(0.0, share - before);
    mean += rise * bins[i].from.value;
    square += rise * bins[i].from.value * bins[i].from.value;
    before = std::max(before, share);
    if (last) break;
  }
  return std::sqrt(std::max(0.0, square - mean * mean));
}

namespace {

struct Parts {
  double error, made, asked, ratio, by_profile, by_width;
};

std::optional<Parts> parts(const Field& asked, std::span<const ProfileBin> bins, const Ramps& ramps) {
  if (!asked.target.feathered()) return std::nullopt;
  const double plateau_from = asked.target.steps.back().to.value;
  const auto wanted = feather_width(bins, plateau_from, &ProfileBin::asked),
             made = feather_width(bins, plateau_from, &ProfileBin::count);
  if (!wanted || !made || !(*wanted > kNoWidth)) return std::nullopt;
  const double error = relative_error(bins), ratio = core::exact::log(std::max(*made, kNoWidth) / *wanted);
  return Parts{error,
               *made,
               *wanted,
               ratio,
               ramp(error, ramps.feather_profile),
               ramp(std::fabs(ratio), ramps.feather_width)};
}

}  // namespace

CriterionResult score_feathering(const Field& asked, std::size_t dots, std::span<const ProfileBin> bins,
                                 const Ramps& ramps) {
  CriterionResult result{.id = CriterionId::Feathering, .score = {}, .metrics = {}, .causes = {}};
  if (dots < asked.needed(least_dots(CriterionId::Feathering))) return result;
  const auto p = parts(asked, bins, ramps);
  if (!p) return result;
  result.score = hundredths(std::min(p->by_profile, p->by_width));
  result.metrics = {{"profile_error", p->error}, {"width_mm", p->made}, {"width_asked_mm", p->asked}};
  return result;
}

CriterionResult feathering(const Field& field, const Ramps& ramps) {
  const auto bins = profile_behind(field);
  CriterionResult result = score_feathering(field, field.placed(), bins, ramps);
  if (!result.score || *result.score == 10000) return result;
  const auto p = parts(field, bins, ramps);
  Cause cause = by_profile(field, bins, field.target.steps.back().to.value);
  if (p->by_width < p->by_profile) cause.id = p->ratio < 0.0 ? CauseId::HardEdge : CauseId::EdgeTooWide;
  result.causes = {std::move(cause)};
  return result;
}

}  // namespace engine::scoring
