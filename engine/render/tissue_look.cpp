#include "engine/render/tissue_look.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat2x2.hpp>

#include "engine/core/draw.h"
#include "engine/geometry/region.h"

namespace engine::render {
namespace {

using geometry::Vec2;
using scalp::TissueKind;

constexpr double kMargin = 4.0;        // mm of healthy skin round all of it
constexpr double kTexelsPerMm = 8.0;
constexpr int kMostTexels = 1024;

// Value noise, 0..1, with cells of so many millimetres.
double noise(Vec2 p, double cell_mm, std::uint64_t layer) {
  const double x = (0.8 * p.x - 0.6 * p.y) / cell_mm, y = (0.6 * p.x + 0.8 * p.y) / cell_mm;  // turned: no zone lies along its cells
  const auto ix = static_cast<std::int64_t>(std::floor(x)), iy = static_cast<std::int64_t>(std::floor(y));
  const auto at = [&](std::int64_t i, std::int64_t j) {
    return core::draw_unit(layer, "tissue", (static_cast<std::uint64_t>(static_cast<std::uint32_t>(ix + i)) << 32U) | static_cast<std::uint32_t>(iy + j));
  };
  const double fx = glm::smoothstep(0.0, 1.0, x - static_cast<double>(ix)), fy = glm::smoothstep(0.0, 1.0, y - static_cast<double>(iy));
  return std::lerp(std::lerp(at(0, 0), at(1, 0), fx), std::lerp(at(0, 1), at(1, 1), fx), fy);
}

struct Texel {
  double melanin = 0.0, haemoglobin = 0.0, height_mm = 0.0, scarred = 0.0;
};

// `inside`: mm from the rim, negative outside. No rim is a clean curve.
Texel look_of(TissueKind kind, double inside, Vec2 p, bool punctate) {
  const bool burnt = kind == TissueKind::Burn;
  const double ragged = punctate ? 0.12 : burnt ? 3.0 : 0.9, soft = punctate ? 0.14 : burnt ? 1.1 : 0.6;
  const double rise = punctate ? 0.3 : kind == TissueKind::Keloid ? 3.5 : 1.6;
  const double from_rim = std::min(inside + ragged * (noise(p, burnt ? 4.0 : 2.3, 1) - 0.5) + 0.4 * ragged * (noise(p, 0.7, 2) - 0.5), inside + kMargin / 2 - soft);
  const double edge = glm::smoothstep(-soft, soft, from_rim), body = glm::smoothstep(0.0, rise, from_rim);
  const double patchy = noise(p, 1.7, 3) - 0.5, broad = 0.6 * noise(p, 6.0, 4) + 0.4 * noise(p, 2.6, 5) - 0.5;
  switch (kind) {
    case TissueKind::Healthy:
      return {};
    case TissueKind::FlatScar:
      return {.haemoglobin = 0.10 * patchy * edge, .height_mm = (punctate ? -0.10 : -0.04) * body + 0.03 * patchy * edge, .scarred = 0.95 * edge};
    case TissueKind::RaisedScar:
      return {.haemoglobin = (0.28 + 0.25 * patchy) * edge, .height_mm = 0.75 * body + 0.12 * patchy * body, .scarred = 0.75 * edge};
    case TissueKind::SunkenScar:
      return {.haemoglobin = 0.08 * patchy * edge, .height_mm = -0.55 * body + 0.06 * patchy * body, .scarred = 0.95 * edge};
    case TissueKind::Burn:
      return {.melanin = 0.16 * broad * edge, .haemoglobin = (0.22 + 0.8 * broad + 0.4 * patchy) * edge, .height_mm = (0.30 * broad + 0.16 * patchy) * body, .scarred = 0.7 * edge};
    case TissueKind::Keloid:
      return {.haemoglobin = (0.60 + 0.3 * patchy) * edge, .height_mm = 2.0 * body * (0.75 + 0.5 * broad), .scarred = 0.6 * edge};
    case TissueKind::Mole:
      return {.melanin = (1.35 + 0.5 * patchy) * edge, .height_mm = 0.35 * body};
  }
  return {};
}

// A punctate scar where the texture lies, and the way from there to the skin: the texture is wider than the skin in places.
struct Disc {
  Vec2 middle;
  glm::dmat2 to_skin;
};

Disc disc_at(const scalp::SurfacePoint& place, const TextureAddress& address) {
  const geometry::Vec3 n = place.normal, side = glm::normalize(glm::cross(n, std::abs(n.y) > 0.9 ? geometry::Vec3{0, 0, 1} : geometry::Vec3{0, 1, 0})), up = glm::cross(side, n);
  const auto step = [&](const geometry::Vec3& way) { return (Vec2(address(place.position + way)) - Vec2(address(place.position - way))) / 2.0; };
  return {Vec2(address(place.position)), glm::inverse(glm::dmat2(step(side), step(up)))};
}

// One area where the texture lies: its outline, or its punctate scars.
struct Laid {
  TissueKind kind;
  geometry::Region region;
  std::vector<Disc> scars;
  double radius = 0.0;

  [[nodiscard]] double inside(Vec2 p) const {
    if (scars.empty()) return region.contains(p) ? region.border_distance(p) : -region.border_distance(p);
    double nearest = 1e9;
    for (const Disc& scar : scars) {
      const Vec2 away = scar.to_skin * (p - scar.middle);
      nearest = std::min(nearest, glm::dot(away, away));
    }
    return radius - std::sqrt(nearest);
  }
};

std::vector<Laid> lay(const scalp::Canvas& canvas, const TextureAddress& address) {
  const auto flat = [&](const std::vector<scalp::CanvasPoint>& points) {
    std::vector<Vec2> out;
    for (const auto p : points)
      if (const auto place = canvas.position(p)) out.emplace_back(address(*place));
    return out;
  };
  std::vector<Laid> laid;
  for (const auto& area : canvas.tissue()->areas()) {
    auto region = geometry::Region::make({{flat(area.zone.outline), false}});
    if (!region) continue;
    std::vector<Disc> scars;
    for (const auto p : area.zone.scars)
      if (const auto place = canvas.locate(p)) scars.push_back(disc_at(*place, address));
    laid.push_back({area.kind, std::move(*region), std::move(scars), area.zone.scar_radius.value});
  }
  return laid;
}

}  // namespace

TissueLook make_tissue_look(const scalp::Canvas& canvas, const TextureAddress& address) {
  if (canvas.tissue() == nullptr) return {};
  const auto areas = lay(canvas, address);
  if (areas.empty()) return {};
  Vec2 low = areas.front().region.box().low, high = areas.front().region.box().high;
  for (const Laid& area : areas) {
    low = glm::min(low, area.region.box().low);
    high = glm::max(high, area.region.box().high);
  }
  low -= kMargin;
  high += kMargin;
  const double per_mm = std::min(kTexelsPerMm, kMostTexels / std::max(high.x - low.x, high.y - low.y));
  TissueLook look{.low = low, .size = high - low, .width = std::max(2, static_cast<int>((high.x - low.x) * per_mm)), .height = std::max(2, static_cast<int>((high.y - low.y) * per_mm))};
  look.texels.assign(4 * static_cast<std::size_t>(look.width) * static_cast<std::size_t>(look.height), 0.0F);
  for (int y = 0; y < look.height; ++y)
    for (int x = 0; x < look.width; ++x) {
      const Vec2 p = low + (high - low) * Vec2{(x + 0.5) / look.width, (y + 0.5) / look.height};
      for (const Laid& area : areas) {
        const auto& box = area.region.box();
        if (p.x < box.low.x - kMargin / 2 || p.y < box.low.y - kMargin / 2 || p.x > box.high.x + kMargin / 2 || p.y > box.high.y + kMargin / 2) continue;
        const Texel t = look_of(area.kind, area.inside(p), p, !area.scars.empty());
        float* texel = &look.texels[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(look.width) + static_cast<std::size_t>(x))];
        texel[0] += static_cast<float>(t.melanin);
        texel[1] += static_cast<float>(t.haemoglobin);
        texel[2] += static_cast<float>(t.height_mm);
        texel[3] = std::max(texel[3], static_cast<float>(t.scarred));
      }
    }
  return look;
}

}  // namespace engine::render
