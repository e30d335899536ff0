#include "engine/scalp/follicle_ground.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace engine::scalp {

namespace {

constexpr std::int32_t kNodeUm = 4000;  // exact at nodes, straight between: 0.03 mm off on a head
constexpr double kNodeMm = kNodeUm / 1000.0;

}  // namespace

std::int32_t floor_div(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

FollicleGround::FollicleGround(const Canvas& canvas, const UnitDensity& per_cm2, const AddressBox& box)
    : flat_(canvas.pad() != nullptr ? &canvas : nullptr),
      per_cm2_(per_cm2),
      first_u_(floor_div(box.low.u_um, kNodeUm)),
      first_v_(floor_div(box.low.v_um, kNodeUm)),
      columns_(floor_div(box.high.u_um, kNodeUm) - first_u_ + 2),
      rows_(floor_div(box.high.v_um, kNodeUm) - first_v_ + 2) {
  if (flat_ != nullptr) return;
  nodes_.reserve(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
  for (int j = 0; j < rows_; ++j)
    for (int i = 0; i < columns_; ++i) {
      const CanvasPoint at{(first_u_ + i) * kNodeUm, (first_v_ + j) * kNodeUm};
      const auto position = canvas.position(at);
      nodes_.push_back(position ? Node{*position, per_cm2(*position), true} : Node{});
    }
  measure_squares();
}

std::size_t FollicleGround::index(int i, int j) const {
  return static_cast<std::size_t>(j) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(i);
}

void FollicleGround::measure_squares() {
  squares_.resize(nodes_.size());
  for (int j = 0; j + 1 < rows_; ++j)
    for (int i = 0; i + 1 < columns_; ++i) {
      const Node &a = nodes_[index(i, j)], &b = nodes_[index(i + 1, j)], &c = nodes_[index(i, j + 1)],
                 &d = nodes_[index(i + 1, j + 1)];
      if (!(a.there && b.there && c.there && d.there)) continue;
      const Vec3 right = b.position - a.position, up = c.position - a.position,
                 rising = d.position - a.position, falling = c.position - b.position;
      squares_[index(i, j)] = {
          .area = 0.5 * glm::length(glm::cross(rising, falling)) / (kNodeMm * kNodeMm),
          .least = std::sqrt(std::min({glm::dot(right, right), glm::dot(up, up),
                                       0.5 * glm::dot(rising, rising), 0.5 * glm::dot(falling, falling)})) /
                   kNodeMm,
          .bears = a.density + b.density + c.density + d.density > 0.0};
    }
}

std::size_t FollicleGround::square_of(CanvasPoint p) const {
  return index(floor_div(p.u_um, kNodeUm) - first_u_, floor_div(p.v_um, kNodeUm) - first_v_);
}

bool FollicleGround::bears(CanvasPoint p) const {
  return flat_ != nullptr || squares_[square_of(p)].bears;
}

std::optional<FollicleGround::Spot> FollicleGround::at(CanvasPoint p) const {
  if (flat_ != nullptr) {
    const auto position = flat_->position(p);
    return position ? std::optional(Spot{*position, per_cm2_(*position)}) : std::nullopt;
  }
  const int i = floor_div(p.u_um, kNodeUm) - first_u_, j = floor_div(p.v_um, kNodeUm) - first_v_;
  const Square& square = squares_[index(i, j)];
  if (!square.bears) return std::nullopt;
  const Node &a = nodes_[index(i, j)], &b = nodes_[index(i + 1, j)], &c = nodes_[index(i, j + 1)],
             &d = nodes_[index(i + 1, j + 1)];
  const double x = (p.u_um - (first_u_ + i) * kNodeUm) / static_cast<double>(kNodeUm),
               y = (p.v_um - (first_v_ + j) * kNodeUm) / static_cast<double>(kNodeUm);
  const double wa = (1 - x) * (1 - y), wb = x * (1 - y), wc = (1 - x) * y, wd = x * y;
  return Spot{wa * a.position + wb * b.position + wc * c.position + wd * d.position,
              wa * a.density + wb * b.density + wc * c.density + wd * d.density, square.area, square.least};
}

}  // namespace engine::scalp
