#include "engine/scoring/copies.h"

#include <algorithm>
#include <cmath>

#include "engine/geometry/grid.h"
#include "engine/scoring/smooth.h"

namespace engine::scoring {

namespace {

constexpr double kShortest = 3.0, kLongest = 45.0;  // d_ref: nearer repeats are rows or a grid
constexpr double kWindow = 0.24;  // d_ref: chance puts a dot into it for 5.8 % of the samples
constexpr double kTwin = 0.17;    // d_ref: from a window's middle to its corner
constexpr double kCells = 240.0;
constexpr std::size_t kLeastSamples = 40;

}  // namespace

double Copy::excess() const {
  constexpr double kByChance = kWindow * kWindow, kDeviations = 4.0;
  return compared == 0 ? 0.0 : share - kDeviations * std::sqrt(kByChance / static_cast<double>(compared));
}

CopyVotes::CopyVotes(const Region& region, core::Mm d_ref)
    : region_(region),
      d_ref_(d_ref.value),
      window_(kWindow * d_ref.value),
      side_(2 * static_cast<int>(std::ceil(kLongest / kWindow)) + 2) {
  const Vec2 size = region.box().high - region.box().low;
  // So many cells for the region itself: of the box round a strip that lies aslant it fills but a few. Of a
  // ragged ring's box there are at most 64 times as many.
  cell_ = std::max(std::sqrt(std::max(region.area(), size.x * size.y / 64.0) / kCells), 1e-6);
  columns_ = static_cast<int>(size.x / cell_) + 1;
  rows_ = static_cast<int>(size.y / cell_) + 1;
  samples_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  votes_.assign(4 * static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_), 0);
}

std::size_t CopyVotes::cell_of(Vec2 p) const {
  const Vec2 q = (p - region_.box().low) / cell_;
  const int x = std::clamp(static_cast<int>(q.x), 0, columns_ - 1),
            y = std::clamp(static_cast<int>(q.y), 0, rows_ - 1);
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
}

// Every displacement lies in one window of each of four lattices that are half a window apart: wherever a
// repeat falls, one of them holds it well.
void CopyVotes::vote(Vec2 shift, int by) {
  const double d2 = (shift.x * shift.x + shift.y * shift.y) / (d_ref_ * d_ref_);
  if (d2 < kShortest * kShortest || d2 > kLongest * kLongest) return;
  const double middle = side_ / 2;
  for (std::size_t lattice = 0; lattice < 4; ++lattice) {
    const double x = shift.x / window_ + middle + 0.5 * static_cast<double>(lattice & 1U),
                 y = shift.y / window_ + middle + 0.5 * static_cast<double>(lattice >> 1U);
    const auto column = static_cast<std::size_t>(x), row = static_cast<std::size_t>(y),
               side = static_cast<std::size_t>(side_);
    const std::size_t index = (lattice * side + row) * side + column;
    votes_[index] = static_cast<std::uint16_t>(votes_[index] + by);
    if (by < 0)
      most_is_known_ = false;
    else if (votes_[index] > votes_[first_most_] ||
             (votes_[index] == votes_[first_most_] && index < first_most_))
      first_most_ = index;
  }
}

void CopyVotes::load(std::span<const FieldDot> dots) {
  std::vector<Vec2> points;
  points.reserve(dots.size());
  for (const FieldDot& dot : dots) {
    points.push_back(dot.at);
    auto& own = samples_[cell_of(dot.at)];
    if (!own || dot.number < own->number) own = Sample{dot.number, dot.at};
  }
  const geometry::Grid grid(points, 4.0 * d_ref_);
  for (const auto& sample : samples_)
    if (sample)
      grid.within(sample->at, (kLongest + 0.01) * d_ref_,
                  [&](std::size_t i, double) { vote(points[i] - sample->at, 1); });
}

std::size_t CopyVotes::compared(Vec2 shift) const {
  return static_cast<std::size_t>(std::count_if(
      samples_.begin(), samples_.end(), [&](const auto& s) { return s && region_.contains(s->at + shift); }));
}

Copy CopyVotes::strongest() const {
  if (!most_is_known_)
    first_most_ = static_cast<std::size_t>(std::max_element(votes_.begin(), votes_.end()) - votes_.begin());
  most_is_known_ = true;
  const std::uint16_t most = votes_[first_most_];
  if (most == 0) return {};
  const std::size_t index = first_most_, side = static_cast<std::size_t>(side_);
  const std::size_t lattice = index / (side * side), row = index / side % side, column = index % side;
  const auto at = [&](std::size_t k, std::size_t half) {
    return (static_cast<double>(k) + 0.5 - 0.5 * static_cast<double>(half) - side_ / 2) * window_;
  };
  const Vec2 shift{at(column, lattice & 1U), at(row, lattice >> 1U)};
  const std::size_t all = compared(shift);
  if (all < kLeastSamples) return {};
  return {std::min(1.0, static_cast<double>(most) / static_cast<double>(all)), shift, all};
}

Copy strongest_copy(const Field& field) {
  CopyVotes votes(field.region, reference_distance(field.target));
  votes.load(field.dots);
  return votes.strongest();
}

std::vector<std::uint32_t> copied_dots(const Field& field, Vec2 shift, std::size_t most) {
  const double d_ref = reference_distance(field.target).value;
  std::vector<Vec2> points;
  for (const FieldDot& dot : field.dots) points.push_back(dot.at);
  const geometry::Grid grid(points, d_ref);
  std::vector<std::uint32_t> numbers;
  for (std::size_t i = 0; i < points.size() && numbers.size() < most; ++i)
    if (grid.any_within(points[i] + shift, kTwin * d_ref)) numbers.push_back(field.dots[i].number);
  return numbers;
}

}  // namespace engine::scoring
