#include "engine/scoring/smooth.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"

namespace engine::scoring {

namespace exact = core::exact;

namespace {

constexpr double kRasterPerSigma = 8.0;
constexpr double kJudgedShare = 0.25;  // of the plateau: sparser cells are not judged

std::vector<Vec2> places(const std::vector<FieldDot>& dots) {
  std::vector<Vec2> points;
  points.reserve(dots.size());
  for (const FieldDot& dot : dots) points.push_back(dot.at);
  return points;
}

// Share of the pixel around p that lies in the region; 8 x 8 sub-pixels where the border runs through it.
double coverage(const Region& region, Vec2 p, double pitch) {
  constexpr int kSub = 8;
  if (region.border_distance(p) > 0.75 * pitch) return region.contains(p) ? 1.0 : 0.0;
  int inside = 0;
  for (int y = 0; y < kSub; ++y)
    for (int x = 0; x < kSub; ++x)
      inside += region.contains(p + Vec2{((x + 0.5) / kSub - 0.5) * pitch, ((y + 0.5) / kSub - 0.5) * pitch}) ? 1 : 0;
  return inside / static_cast<double>(kSub * kSub);
}

// Gaussian blur of a raster along one axis; `stride` 1 for rows, `columns` for columns.
std::vector<double> blurred(const std::vector<double>& in, int columns, int rows, bool along_x, const std::vector<double>& kernel) {
  const int reach = static_cast<int>(kernel.size() / 2);
  std::vector<double> out(in.size(), 0.0);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) {
      const int at = along_x ? x : y, end = along_x ? columns : rows;
      double sum = 0.0;
      for (int k = std::max(0, at - reach); k <= std::min(end - 1, at + reach); ++k) {
        const int index = along_x ? y * columns + k : k * columns + x;
        sum += in[static_cast<std::size_t>(index)] * kernel[static_cast<std::size_t>(k - at + reach)];
      }
      out[static_cast<std::size_t>(y * columns + x)] = sum;
    }
  return out;
}

std::vector<double> gaussian_taps(double pitch, double sigma) {
  const int reach = static_cast<int>(std::ceil(kCutSigmas * sigma / pitch));
  std::vector<double> taps;
  const double scale = pitch / (sigma * std::sqrt(2.0 * core::kPi));
  for (int k = -reach; k <= reach; ++k) taps.push_back(scale * exact::exp(-0.5 * (k * pitch / sigma) * (k * pitch / sigma)));
  return taps;
}

// Mass of a one-dimensional Gaussian at x between low and high.
double mass_between(double x, double low, double high, double sigma) {
  const double scale = 1.0 / (sigma * std::sqrt(2.0));
  return 0.5 * (exact::erf((high - x) * scale) - exact::erf((low - x) * scale));
}

}  // namespace

double reference_distance(const TargetDensity& target) { return 1.0 / std::sqrt(target.plateau_per_mm2); }

KernelMass::KernelMass(const Region& region, const TargetDensity& target, double sigma)
    : region_(region), sigma_(sigma), plateau_(target.plateau_per_mm2), constant_(target.line.size() < 2 || target.steps.empty()) {
  if (constant_ && region.is_rectangle()) return;
  pitch_ = sigma / kRasterPerSigma;
  const auto& box = region.box();
  low_ = box.low - Vec2{pitch_ * 2};
  columns_ = static_cast<int>((box.high.x - box.low.x) / pitch_) + 5;
  rows_ = static_cast<int>((box.high.y - box.low.y) / pitch_) + 5;
  std::vector<double> mask, weighted;
  for (int y = 0; y < rows_; ++y)
    for (int x = 0; x < columns_; ++x) {
      const Vec2 p = low_ + Vec2{x * pitch_, y * pitch_};
      const double in = coverage(region, p, pitch_);
      mask.push_back(in);
      weighted.push_back(in > 0.0 && !constant_ ? in * target.at(p) : 0.0);
    }
  const auto taps = gaussian_taps(pitch_, sigma);
  mass_ = blurred(blurred(mask, columns_, rows_, true, taps), columns_, rows_, false, taps);
  if (!constant_) weighted_ = blurred(blurred(weighted, columns_, rows_, true, taps), columns_, rows_, false, taps);
}

double KernelMass::sampled(const std::vector<double>& raster, Vec2 p) const {
  const double fx = std::clamp((p.x - low_.x) / pitch_, 0.0, columns_ - 1.001), fy = std::clamp((p.y - low_.y) / pitch_, 0.0, rows_ - 1.001);
  const int x = static_cast<int>(fx), y = static_cast<int>(fy);
  const double tx = fx - x, ty = fy - y;
  const auto at = [&](int i, int j) { return raster[static_cast<std::size_t>(j * columns_ + i)]; };
  return (at(x, y) * (1 - tx) + at(x + 1, y) * tx) * (1 - ty) + (at(x, y + 1) * (1 - tx) + at(x + 1, y + 1) * tx) * ty;
}

double KernelMass::mass(Vec2 p) const {
  if (!mass_.empty()) return std::max(sampled(mass_, p), 1e-3);
  const auto& box = region_.box();
  return mass_between(p.x, box.low.x, box.high.x, sigma_) * mass_between(p.y, box.low.y, box.high.y, sigma_);
}

double KernelMass::smoothed_target(Vec2 p) const { return constant_ ? plateau_ : sampled(weighted_, p) / mass(p); }

LocalDensity::LocalDensity(const Field& field)
    : d_ref_(reference_distance(field.target)), sigma_(kSigmaPerReference * d_ref_), grid_(places(field.dots), d_ref_),
      mass_(field.region, field.target, sigma_) {
  nearest_ = geometry::nearest_distances(places(field.dots));
  for (const FieldDot& dot : field.dots) at_dots_.push_back(at(dot.at));
  const auto& box = field.region.box();
  for (double y = box.low.y + d_ref_ / 2; y < box.high.y; y += d_ref_)
    for (double x = box.low.x + d_ref_ / 2; x < box.high.x; x += d_ref_) {
      const Vec2 p{x, y};
      if (!field.region.contains(p)) continue;
      const double wanted = target(p);
      if (wanted >= kJudgedShare * field.target.plateau_per_mm2) cells_.push_back({p, at(p), wanted});
    }
}

double LocalDensity::at(Vec2 p) const {
  const double scale = -0.5 / (sigma_ * sigma_);
  double sum = 0.0;
  grid_.within(p, kCutSigmas * sigma_, [&](std::size_t, double d2) { sum += exact::exp(d2 * scale); });
  return sum / (2.0 * core::kPi * sigma_ * sigma_) / mass_.mass(p);
}

}  // namespace engine::scoring
