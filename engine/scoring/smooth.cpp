#include "engine/scoring/smooth.h"

#include <algorithm>
#include <cmath>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/grid.h"

namespace engine::scoring {

namespace exact = core::exact;

namespace {

constexpr double kRasterPerSigma = 4.0;
constexpr double kCellJudgedShare = 0.25;  // of the plateau: sparser cells are not judged
constexpr int kSub = 8;                    // samples across a pixel of the raster

std::vector<Vec2> places(const std::vector<FieldDot>& dots) {
  std::vector<Vec2> points;
  points.reserve(dots.size());
  for (const FieldDot& dot : dots) points.push_back(dot.at);
  return points;
}

// Samples of a row of pixels, kSub to a pixel, that lie between x0 and x1 (shares of a pixel from its left
// end).
void add_span(std::vector<int>& row, double x0, double x1) {
  const auto most = static_cast<double>(row.size() * kSub);
  const auto from = static_cast<std::size_t>(std::clamp(std::ceil(x0 * kSub - 0.5), 0.0, most)),
             to = static_cast<std::size_t>(std::clamp(std::ceil(x1 * kSub - 0.5), 0.0, most));
  for (std::size_t s = from; s < to;) {
    const std::size_t pixel = s / kSub, end = std::min(to, (pixel + 1) * kSub);
    row[pixel] += static_cast<int>(end - s);
    s = end;
  }
}

// Share of each pixel of a raster that lies in the region; p = low + pitch x (column, row) is a pixel's
// middle.
std::vector<double> coverage(const Region& region, Vec2 low, double pitch, int columns, int rows) {
  std::vector<double> out;
  out.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  std::vector<std::pair<double, double>> spans;
  for (int y = 0; y < rows; ++y) {
    std::vector<int> row(static_cast<std::size_t>(columns), 0);
    for (int sub = 0; sub < kSub; ++sub) {
      region.row_spans(low.y + pitch * (y + (sub + 0.5) / kSub - 0.5), spans);
      for (const auto& [x0, x1] : spans)
        add_span(row, (x0 - low.x) / pitch + 0.5, (x1 - low.x) / pitch + 0.5);
    }
    for (const int count : row) out.push_back(count / static_cast<double>(kSub * kSub));
  }
  return out;
}

// Gaussian blur of a raster along one axis; `stride` 1 for rows, `columns` for columns.
std::vector<double> blurred(const std::vector<double>& in, int columns, int rows, bool along_x,
                            const std::vector<double>& kernel) {
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
  for (int k = -reach; k <= reach; ++k)
    taps.push_back(scale * exact::exp(-0.5 * (k * pitch / sigma) * (k * pitch / sigma)));
  return taps;
}

// Mass of a one-dimensional Gaussian at x between low and high.
double mass_between(double x, double low, double high, double sigma) {
  const double scale = 1.0 / (sigma * std::sqrt(2.0));
  return 0.5 * (exact::erf((high - x) * scale) - exact::erf((low - x) * scale));
}

}  // namespace

core::Mm reference_distance(const TargetDensity& target) {
  return core::Mm{1.0 / std::sqrt(target.plateau_per_mm2)};
}

KernelMass::KernelMass(const Region& region, const TargetDensity& target, core::Mm sigma)
    : box_(region.box()),
      sigma_(sigma.value),
      plateau_(target.plateau_per_mm2),
      constant_(target.constant()) {
  if (!constant_ || !region.is_rectangle()) make_rasters(region, target);
}

void KernelMass::make_rasters(const Region& region, const TargetDensity& target) {
  pitch_ = sigma_ / kRasterPerSigma;
  low_ = box_.low - Vec2{pitch_ * 2};
  columns_ = static_cast<int>((box_.high.x - box_.low.x) / pitch_) + 6;
  rows_ = static_cast<int>((box_.high.y - box_.low.y) / pitch_) + 6;
  const auto mask = coverage(region, low_, pitch_, columns_, rows_);
  const auto taps = gaussian_taps(pitch_, sigma_);
  const auto smoothed = [&](const std::vector<double>& raster) {
    return blurred(blurred(raster, columns_, rows_, true, taps), columns_, rows_, false, taps);
  };
  mass_ = smoothed(mask);
  if (constant_) return;
  std::vector<double> wanted(mask.size(), 0.0);
  for (std::size_t i = 0; i < mask.size(); ++i)
    if (mask[i] > 0.0)
      wanted[i] =
          mask[i] *
          target.at(low_ + pitch_ * Vec2{static_cast<double>(i % static_cast<std::size_t>(columns_)),
                                         static_cast<double>(i / static_cast<std::size_t>(columns_))});
  weighted_ = smoothed(wanted);
}

// Catmull-Rom between the pixels.
double KernelMass::sampled(const std::vector<double>& raster, Vec2 p) const {
  const double fx = std::clamp((p.x - low_.x) / pitch_, 1.0, columns_ - 2.001),
               fy = std::clamp((p.y - low_.y) / pitch_, 1.0, rows_ - 2.001);
  const int x = static_cast<int>(fx), y = static_cast<int>(fy);
  const auto cubic = [](double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)));
  };
  const auto along = [&](int j) {
    const double* row = raster.data() + static_cast<std::size_t>(j * columns_ + x);
    return cubic(row[-1], row[0], row[1], row[2], fx - x);
  };
  return cubic(along(y - 1), along(y), along(y + 1), along(y + 2), fy - y);
}

double KernelMass::mass(Vec2 p) const {
  if (!mass_.empty()) return std::max(sampled(mass_, p), 1e-3);
  return mass_between(p.x, box_.low.x, box_.high.x, sigma_) *
         mass_between(p.y, box_.low.y, box_.high.y, sigma_);
}

double KernelMass::smoothed_target(Vec2 p) const {
  return constant_ ? plateau_ : sampled(weighted_, p) / mass(p);
}

double density_per_weight(core::Mm d_ref) {
  return 1.0 / (kWeightUnit * 2.0 * core::kPi * kSigmaPerReference * kSigmaPerReference * d_ref.value *
                d_ref.value);
}

JudgingGrid::JudgingGrid(const Field& asked, const KernelMass& mass, const GaussTable& kernel)
    : kernel_(&kernel),
      d_ref_(reference_distance(asked.target).value),
      per_weight_(density_per_weight(core::Mm{d_ref_})) {
  const auto& box = asked.region.box();
  first_ = box.low + Vec2{d_ref_ / 2};
  const auto count = [&](double from, double to) {
    return std::max(0, static_cast<int>(std::ceil((to - from) / d_ref_ - 1e-12)));
  };
  columns_ = count(first_.x, box.high.x);
  rows_ = count(first_.y, box.high.y);
  sums_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
  judged_.assign(sums_.size(), kNotJudged);
  std::vector<Vec2> hair = asked.hair;
  hair.insert(hair.end(), asked.hair_beside.begin(), asked.hair_beside.end());
  const geometry::Grid hairs(hair, kBlend.value / 4.0);
  for (int j = 0; j < rows_; ++j)
    for (int i = 0; i < columns_; ++i) {
      const Vec2 p = first_ + d_ref_ * Vec2{static_cast<double>(i), static_cast<double>(j)};
      if (!asked.region.contains(p)) continue;
      const double wanted = mass.smoothed_target(p);
      if (wanted < kCellJudgedShare * asked.target.plateau_per_mm2) continue;
      const auto index =
          static_cast<std::size_t>(j) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(i);
      judged_[index] = static_cast<std::uint32_t>(cells_.size());
      cells_.push_back({p, mass.mass(p), wanted, index, !hair.empty() && hairs.any_within(p, kBlend.value)});
    }
}

void JudgingGrid::run(double at, double low, int cells, AxisWeights& r) const {
  const double position = (at - low) / d_ref_, reach = kernel_->reach().value / d_ref_;
  r.from = std::max(0, static_cast<int>(std::ceil(position - reach)));
  const int to = std::min(cells - 1, static_cast<int>(std::floor(position + reach)));
  r.weights.clear();
  for (int i = r.from; i <= to; ++i)
    r.weights.push_back(kernel_->value((i - position) * (i - position) * d_ref_ * d_ref_));
}

LocalDensity::LocalDensity(const Field& field)
    : d_ref_(reference_distance(field.target).value),
      kernel_(core::Mm{kSigmaPerReference * d_ref_}),
      mass_(field.region, field.target, core::Mm{kSigmaPerReference * d_ref_}) {
  const auto points = places(field.dots);
  nearest_ = geometry::nearest_distances(points);
  measure_dots(points);
  measure_cells(field);
}

void LocalDensity::measure_dots(const std::vector<Vec2>& points) {
  const geometry::Grid grid(points, 3.0 * d_ref_);
  std::vector<std::int64_t> sums(points.size(), kernel_.weight(0.0));
  grid.pairs_within(near_reach(kernel_).value, [&](std::size_t i, std::size_t j, double d2) {
    const std::int64_t w = kernel_.weight(d2);
    sums[i] += w;
    sums[j] += w;
  });
  const double per_weight = density_per_weight(core::Mm{d_ref_});
  at_dots_.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i)
    at_dots_.push_back(static_cast<double>(sums[i]) * per_weight / mass_.mass(points[i]));
}

void LocalDensity::measure_cells(const Field& field) {
  JudgingGrid grid(field, mass_, kernel_);
  for (const FieldDot& dot : field.dots) grid.add(dot.at);
  cells_.reserve(grid.cells().size());
  for (const auto& cell : grid.cells())
    cells_.push_back({cell.at, grid.density(cell), cell.target, cell.mass, cell.by_hair});
}

}  // namespace engine::scoring
