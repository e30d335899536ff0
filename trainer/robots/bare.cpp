#include "trainer/robots/bare.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/scalp/hair_loss.h"
#include "engine/scalp/head_surface.h"

namespace trainer::robots {

namespace {

// Share of the full density so far behind the line: the bands of 5 mm of a soft hairline
// (docs/domain.md 4.1), without their steps.
double feathered(double behind_mm) {
  struct Node {
    double mm, share;
  };
  constexpr std::array<Node, 5> kNodes{{{0.0, 0.0}, {2.5, 0.30}, {7.5, 0.60}, {12.5, 0.85}, {17.5, 1.0}}};
  if (behind_mm >= kNodes.back().mm) return 1.0;
  for (std::size_t k = kNodes.size() - 1; k > 0; --k) {
    const Node &from = kNodes[k - 1], &to = kNodes[k];
    if (behind_mm >= from.mm)
      return from.share + (to.share - from.share) * (behind_mm - from.mm) / (to.mm - from.mm);
  }
  return 0.0;
}

// How far behind the line the front stands: no hairline is drawn with a ruler, it comes and goes by some
// millimetres, as grown ones do (judgement). 0 to 6 mm; never before the line.
double set_back(const Vec3& p) {
  return 3.0 - 1.8 * engine::scalp::waviness(2.2 * p) - 1.2 * engine::scalp::waviness(5.1 * p);
}

constexpr int kSide = 46;
constexpr double kPitch = 5.0;  // mm

double across(const engine::scalp::Canvas& canvas, Vec2 uv) {
  constexpr double kStep = 1.0;
  const double out = glm::length(uv);
  if (out < kPitch) return 1.0;
  const Vec2 step = kStep / out * Vec2{-uv.y, uv.x};
  const auto a = canvas.position(engine::scalp::canvas_point_from_mm(uv - step)),
             b = canvas.position(engine::scalp::canvas_point_from_mm(uv + step));
  return a && b ? std::clamp(glm::length(*b - *a) / (2.0 * kStep), 0.1, 1.0) : 0.1;
}

}  // namespace

Bare::Bare(const engine::scalp::Client& client, const engine::scalp::Canvas& canvas,
           std::span<const std::vector<engine::scalp::CanvasPoint>> taken)
    : canvas_(canvas), hair_(canvas.head()->implicit().shape(), client.loss_class, client.seed) {
  using engine::scalp::Landmark;
  const Vec2 middle = canvas.head()->landmark(Landmark::Mfp),
             corner = canvas.head()->landmark(Landmark::FtpLeft);
  middle_v_ = middle.y;
  corner_u_ = std::max(1.0, std::abs(corner.x));
  fall_ = std::max(0.0, (middle.y - corner.y) / (corner_u_ * corner_u_));
  for (const auto& outline : taken) {
    std::vector<Vec2> flat;
    for (const auto p : outline) flat.push_back(engine::scalp::mm_from_canvas_point(p));
    if (auto region = engine::geometry::Region::make({{flat, false}})) taken_.push_back(std::move(*region));
  }
}

double Bare::line_at(double u) const {
  const double across = std::min(std::abs(u), corner_u_);
  return middle_v_ - fall_ * across * across;
}

Bare::Spot Bare::at(Vec2 uv) const {
  const double behind = line_at(uv.x) - uv.y;
  if (behind <= 0.0 ||
      std::any_of(taken_.begin(), taken_.end(), [&](const auto& region) { return region.contains(uv); }))
    return {};
  const auto position = canvas_.position(engine::scalp::canvas_point_from_mm(uv));
  if (!position) return {};
  const double scalp = hair_.scalp_share(*position);
  if (scalp < 0.6) return {};
  const double left = std::clamp(hair_.density(*position).value / engine::scalp::kFullHair.value, 0.0, 1.0);
  // Where a full head of hair runs out nothing is missing.
  const double share = feathered(behind - set_back(*position)) * std::max(0.0, scalp - left);
  return {*position, share, share + left};
}

Widening::Widening(const engine::scalp::Canvas& canvas) {
  for (int j = -kSide; j <= kSide; ++j)
    for (int i = -kSide; i <= kSide; ++i) shares_.push_back(across(canvas, kPitch * Vec2{i, j}));
}

double Widening::at(Vec2 uv) const {
  const double x = std::clamp(uv.x / kPitch + kSide, 0.0, 2.0 * kSide - 1e-6),
               y = std::clamp(uv.y / kPitch + kSide, 0.0, 2.0 * kSide - 1e-6);
  const auto i = static_cast<std::size_t>(x), j = static_cast<std::size_t>(y);
  const double a = x - static_cast<double>(i), b = y - static_cast<double>(j);
  const auto share = [&](std::size_t column, std::size_t row) {
    return shares_[row * (2 * kSide + 1) + column];
  };
  return (1.0 - b) * ((1.0 - a) * share(i, j) + a * share(i + 1, j)) +
         b * ((1.0 - a) * share(i, j + 1) + a * share(i + 1, j + 1));
}

}  // namespace trainer::robots
