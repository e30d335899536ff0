#include "engine/render/tissue_rim.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>

#include "engine/core/draw.h"
#include "engine/core/units.h"

namespace engine::render {
namespace {

using geometry::Vec2;

constexpr double kStepMm = 0.25, kMostSteps = 320.0, kRoundMm = 1.0;
constexpr double kThinMm = 3.0;  // half the width of the widest strip

}  // namespace

double tissue_noise(Vec2 p, double cell_mm, std::uint64_t layer) {
  // turned: no zone lies along its cells
  const double x = (0.8 * p.x - 0.6 * p.y) / cell_mm, y = (0.6 * p.x + 0.8 * p.y) / cell_mm;
  const auto ix = static_cast<std::int64_t>(std::floor(x)), iy = static_cast<std::int64_t>(std::floor(y));
  const auto at = [&](std::int64_t i, std::int64_t j) {
    return core::draw_unit(layer, "tissue",
                           (static_cast<std::uint64_t>(static_cast<std::uint32_t>(ix + i)) << 32U) |
                               static_cast<std::uint32_t>(iy + j));
  };
  const double fx = glm::smoothstep(0.0, 1.0, x - static_cast<double>(ix)),
               fy = glm::smoothstep(0.0, 1.0, y - static_cast<double>(iy));
  return std::lerp(std::lerp(at(0, 0), at(1, 0), fx), std::lerp(at(0, 1), at(1, 1), fx), fy);
}

RoundedRim::RoundedRim(const geometry::Region& region) : low_(region.box().low - kTissueMargin) {
  const Vec2 size = region.box().high + kTissueMargin - low_;
  step_ = std::max(kStepMm, std::max(size.x, size.y) / kMostSteps);
  width_ = static_cast<int>(size.x / step_) + 2;
  height_ = static_cast<int>(size.y / step_) + 2;
  for (int y = 0; y < height_; ++y)
    for (int x = 0; x < width_; ++x) {
      const Vec2 p = low_ + Vec2{x, y} * step_;
      const double away = std::min(region.border_distance(p).value, kTissueMargin);
      mm_.push_back(region.contains(p) ? away : -away);
    }
  taper();
  const int reach = static_cast<int>(std::lround(kRoundMm / step_));
  for (int pass = 0; pass < 2; ++pass) mm_ = smoothed(mm_, reach);
}

// Near the end of a strip less of its neighbourhood is scar than in the middle: there the outline draws in.
void RoundedRim::taper() {
  const double half = *std::max_element(mm_.begin(), mm_.end());
  if (half > kThinMm) return;
  std::vector<double> share;
  for (const double mm : mm_) share.push_back(mm > 0.0 ? 1.0 : 0.0);
  const double scarred = std::accumulate(share.begin(), share.end(), 0.0) * step_ * step_;
  if (scarred < 4.0 * core::kPi * half * half) return;  // as round as it is long
  const int reach = std::max(1, static_cast<int>(std::lround(2.2 * half / step_)));
  share = smoothed(smoothed(share, reach), reach);
  const double most = *std::max_element(share.begin(), share.end());
  for (std::size_t k = 0; k < mm_.size(); ++k)
    if (mm_[k] > -1.0) mm_[k] -= half * (1.0 - glm::smoothstep(0.40, 0.85, share[k] / most));
}

double RoundedRim::at(Vec2 p) const {
  const Vec2 place = (p - low_) / step_;
  const int x = std::clamp(static_cast<int>(std::floor(place.x)), 0, width_ - 2),
            y = std::clamp(static_cast<int>(std::floor(place.y)), 0, height_ - 2);
  const double fx = place.x - x, fy = place.y - y;
  return std::lerp(std::lerp(value(mm_, x, y), value(mm_, x + 1, y), fx),
                   std::lerp(value(mm_, x, y + 1), value(mm_, x + 1, y + 1), fx), fy);
}

Vec2 RoundedRim::inwards(Vec2 p) const {
  constexpr double kFar = 0.7;
  const Vec2 slope{at(p + Vec2{kFar, 0}) - at(p - Vec2{kFar, 0}),
                   at(p + Vec2{0, kFar}) - at(p - Vec2{0, kFar})};
  const double steep = glm::length(slope);
  return steep > 1e-6 ? slope / steep : Vec2{0, 1};
}

double RoundedRim::value(const std::vector<double>& mm, int x, int y) const {
  return mm[static_cast<std::size_t>(std::clamp(y, 0, height_ - 1)) * static_cast<std::size_t>(width_) +
            static_cast<std::size_t>(std::clamp(x, 0, width_ - 1))];
}

// The mean of a square that reaches so many steps to every side.
std::vector<double> RoundedRim::smoothed(const std::vector<double>& mm, int reach) const {
  std::vector<double> now = mm, out(mm.size());
  for (const bool across : {true, false}) {
    for (int y = 0; y < height_; ++y)
      for (int x = 0; x < width_; ++x) {
        double sum = 0.0;
        for (int k = -reach; k <= reach; ++k) sum += value(now, across ? x + k : x, across ? y : y + k);
        out[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)] =
            sum / (2 * reach + 1);
      }
    now = out;
  }
  return now;
}

}  // namespace engine::render
