#include "trainer/robots/bare.h"

#include <algorithm>
#include <cmath>

#include "engine/scalp/head_surface.h"

namespace trainer::robots {

namespace {

// Domain 3.6: 30, 60, 85 and 100 per cent.
double feathered(double behind_mm) {
  if (behind_mm < 0.0) return 0.0;
  return behind_mm < 5.0 ? 0.30 : behind_mm < 10.0 ? 0.60 : behind_mm < 15.0 ? 0.85 : 1.0;
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
  fall_ = std::max(0.0, (middle.y - corner.y) / std::max(1.0, corner.x * corner.x));
  for (const auto& outline : taken) {
    std::vector<Vec2> flat;
    for (const auto p : outline) flat.push_back(engine::scalp::mm_from_canvas_point(p));
    if (auto region = engine::geometry::Region::make({{flat, false}})) taken_.push_back(std::move(*region));
  }
}

Bare::Spot Bare::at(Vec2 uv) const {
  const double share = feathered(middle_v_ - fall_ * uv.x * uv.x - uv.y);
  if (share <= 0.0 ||
      std::any_of(taken_.begin(), taken_.end(), [&](const auto& region) { return region.contains(uv); }))
    return {};
  const auto position = canvas_.position(engine::scalp::canvas_point_from_mm(uv));
  if (!position || hair_.scalp_share(*position) < 0.6) return {};
  const double missing = 1.0 - hair_.density(*position).value / engine::scalp::kFullHair.value;
  return {*position, share * std::clamp(missing, 0.0, 1.0)};
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
