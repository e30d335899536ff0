#include "trainer/robots/bins.h"

#include <algorithm>
#include <cmath>

namespace trainer::robots {

using engine::geometry::Vec2;

namespace {

int cells_over(double length, double pitch) {
  return std::max(1, static_cast<int>(std::ceil(length / pitch)));
}

}  // namespace

Bins::Bins(const engine::geometry::Box& box, engine::core::Mm pitch)
    : low_(box.low),
      pitch_(pitch.value),
      columns_(cells_over(box.high.x - box.low.x, pitch_)),
      rows_(cells_over(box.high.y - box.low.y, pitch_)),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

int Bins::column(double x) const {
  return std::clamp(static_cast<int>(std::floor((x - low_.x) / pitch_)), 0, columns_ - 1);
}

int Bins::row(double y) const {
  return std::clamp(static_cast<int>(std::floor((y - low_.y) / pitch_)), 0, rows_ - 1);
}

std::vector<std::size_t>& Bins::cell(Vec2 p) {
  return cells_[static_cast<std::size_t>(row(p.y) * columns_ + column(p.x))];
}

std::size_t Bins::add(Vec2 p) {
  cell(p).push_back(points_.size());
  points_.push_back(p);
  return points_.size() - 1;
}

void Bins::move(std::size_t number, Vec2 to) {
  std::erase(cell(points_[number]), number);
  points_[number] = to;
  cell(to).push_back(number);
}

std::optional<engine::core::Mm> Bins::nearest(Vec2 p, int rings, std::optional<std::size_t> but) const {
  std::optional<double> best;
  near(p, rings, [&](std::size_t number) {
    if (number == but) return;
    const Vec2 d = points_[number] - p;
    const double square = d.x * d.x + d.y * d.y;
    if (!best || square < *best) best = square;
  });
  return best ? std::optional(engine::core::Mm{std::sqrt(*best)}) : std::nullopt;
}

}  // namespace trainer::robots
