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

constexpr double kMargin = 4.0;  // mm of healthy skin round all of it
constexpr double kTexelsPerMm = 8.0;
constexpr int kMostTexels = 1024;

// Value noise, 0..1, with cells of so many millimetres.
double noise(Vec2 p, double cell_mm, std::uint64_t layer) {
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

struct Texel {
  double melanin = 0.0, haemoglobin = 0.0, height_mm = 0.0, scarred = 0.0;
};

// How a kind of skin ends: mm. No rim is a clean curve, and none is cut: it fades over once to three times
// `soft`, here more, there less.
struct Rim {
  double ragged, soft, rise;
};
Rim rim_of(TissueKind kind, bool punctate) {
  if (punctate) return {.ragged = 0.22, .soft = 0.13, .rise = 0.3};
  switch (kind) {
    case TissueKind::Burn:
      return {.ragged = 3.0, .soft = 0.9, .rise = 1.6};
    case TissueKind::Keloid:
      return {.ragged = 1.2, .soft = 0.4, .rise = 3.5};
    case TissueKind::Mole:
      return {.ragged = 0.8, .soft = 0.3, .rise = 1.2};
    default:
      return {.ragged = 1.5, .soft = 0.35, .rise = 1.6};
  }
}

// mm from the ragged rim, negative outside, and how wide it fades there; from a calmer rim, where the skin
// begins to rise.
struct FromRim {
  double way, soft, calm;
};
FromRim from_rim(const Rim& rim, double inside, Vec2 p, bool punctate) {
  const double coarse = rim.ragged > 2.0 ? 4.0 : 2.9;
  const double wander = punctate ? noise(p, 0.9, 1) - 0.5
                                 : 0.75 * (noise(p, coarse, 1) - 0.5) + 0.5 * (noise(p, 1.1, 2) - 0.5) +
                                       0.25 * (noise(p, 0.45, 6) - 0.5);
  const double soft = rim.soft * (punctate ? 1.0 : 0.7 + 2.0 * noise(p, 3.4, 7));
  // healthy from half the margin on
  return {std::min(inside + rim.ragged * wander, inside + kMargin / 2 - soft), soft,
          inside + 0.5 * rim.ragged * (noise(p, coarse, 1) - 0.5)};
}

// Scars are pale by different amounts from place to place: pigment comes back in islands.
double paleness(Vec2 p) {
  return 0.72 + 0.4 * (0.6 * noise(p, 2.2, 8) + 0.4 * noise(p, 0.7, 9));
}

// `inside`: mm from the rim of the zone, negative outside.
Texel look_of(TissueKind kind, double inside, Vec2 p, bool punctate) {
  const Rim rim = rim_of(kind, punctate);
  const auto [way, soft, calm] = from_rim(rim, inside, p, punctate);
  const double edge = glm::smoothstep(-soft, soft, way), body = glm::smoothstep(0.0, rim.rise, calm);
  const double patchy = noise(p, 1.7, 3) - 0.5, broad = 0.6 * noise(p, 6.0, 4) + 0.4 * noise(p, 2.6, 5) - 0.5;
  switch (kind) {
    case TissueKind::Healthy:
      return {};
    case TissueKind::FlatScar:
      // Punched out and filled with scar: little colour of any kind comes back.
      if (punctate)
        return {.melanin = -0.17 * edge,
                .haemoglobin = (-0.12 + 0.06 * patchy) * edge,
                .height_mm = -0.10 * body,
                .scarred = edge};
      return {.haemoglobin = 0.16 * patchy * edge,
              .height_mm = -0.05 * body + 0.04 * patchy * edge,
              .scarred = std::min(1.0, paleness(p)) * edge};
    case TissueKind::RaisedScar:
      return {.haemoglobin = (0.30 + 0.30 * patchy) * edge,
              .height_mm = 0.70 * body + 0.14 * patchy * body,
              .scarred = 0.8 * paleness(p) * edge};
    case TissueKind::SunkenScar:
      return {.haemoglobin = 0.12 * patchy * edge,
              .height_mm = -0.55 * body + 0.08 * patchy * body,
              .scarred = std::min(1.0, paleness(p)) * edge};
    case TissueKind::Burn:
      return {.melanin = 0.16 * broad * edge,
              .haemoglobin = (0.22 + 0.8 * broad + 0.4 * patchy) * edge,
              .height_mm = (0.30 * broad + 0.16 * patchy) * body,
              .scarred = 0.75 * paleness(p) * edge};
    case TissueKind::Keloid:
      return {.haemoglobin = (0.60 + 0.3 * patchy) * edge,
              .height_mm = 2.0 * body * (0.75 + 0.5 * broad),
              .scarred = 0.6 * edge};
    case TissueKind::Mole:
      return {.melanin = (1.35 + 0.5 * patchy) * edge, .height_mm = 0.35 * body};
  }
  return {};
}

// A punctate scar where the texture lies, and the way from there to the skin: the texture is wider than the
// skin in places.
struct Disc {
  Vec2 middle;
  glm::dmat2 to_skin;
  double size = 1.0;  // x the radius of the scored disc: punches leave scars of somewhat different size
};

Disc disc_at(const scalp::SurfacePoint& place, const TextureAddress& address, std::uint64_t number) {
  const geometry::Vec3 n = place.normal,
                       side = glm::normalize(glm::cross(
                           n, std::abs(n.y) > 0.9 ? geometry::Vec3{0, 0, 1} : geometry::Vec3{0, 1, 0})),
                       up = glm::cross(side, n);
  const auto step = [&](const geometry::Vec3& way) {
    return (Vec2(address(place.position + way)) - Vec2(address(place.position - way))) / 2.0;
  };
  return {Vec2(address(place.position)), glm::inverse(glm::dmat2(step(side), step(up))),
          0.86 + 0.26 * core::draw_unit(1, "punch", number)};
}

// Distance to an outline, sampled and smoothed, so that corners become round: no scar has any.
class RoundedRim {
 public:
  explicit RoundedRim(const geometry::Region& region) : low_(region.box().low - kMargin) {
    const Vec2 size = region.box().high + kMargin - low_;
    step_ = std::max(kStepMm, std::max(size.x, size.y) / kMostSteps);
    width_ = static_cast<int>(size.x / step_) + 2;
    height_ = static_cast<int>(size.y / step_) + 2;
    for (int y = 0; y < height_; ++y)
      for (int x = 0; x < width_; ++x) {
        const Vec2 p = low_ + Vec2{x, y} * step_;
        const double away = std::min(region.border_distance(p).value, kMargin);
        mm_.push_back(region.contains(p) ? away : -away);
      }
    const int reach = static_cast<int>(std::lround(kRoundMm / step_));
    for (int pass = 0; pass < 2; ++pass) mm_ = smoothed(smoothed(mm_, reach, 1, 0), reach, 0, 1);
  }

  [[nodiscard]] double at(Vec2 p) const {
    const Vec2 place = (p - low_) / step_;
    const int x = std::clamp(static_cast<int>(std::floor(place.x)), 0, width_ - 2),
              y = std::clamp(static_cast<int>(std::floor(place.y)), 0, height_ - 2);
    const double fx = place.x - x, fy = place.y - y;
    return std::lerp(std::lerp(value(mm_, x, y), value(mm_, x + 1, y), fx),
                     std::lerp(value(mm_, x, y + 1), value(mm_, x + 1, y + 1), fx), fy);
  }

 private:
  static constexpr double kStepMm = 0.25, kMostSteps = 320.0, kRoundMm = 1.0;

  [[nodiscard]] double value(const std::vector<double>& mm, int x, int y) const {
    return mm[static_cast<std::size_t>(std::clamp(y, 0, height_ - 1)) * static_cast<std::size_t>(width_) +
              static_cast<std::size_t>(std::clamp(x, 0, width_ - 1))];
  }
  [[nodiscard]] std::vector<double> smoothed(const std::vector<double>& mm, int reach, int dx, int dy) const {
    std::vector<double> out;
    out.reserve(mm.size());
    for (int y = 0; y < height_; ++y)
      for (int x = 0; x < width_; ++x) {
        double sum = 0.0;
        for (int k = -reach; k <= reach; ++k) sum += value(mm, x + k * dx, y + k * dy);
        out.push_back(sum / (2 * reach + 1));
      }
    return out;
  }

  Vec2 low_;
  double step_ = kStepMm;
  int width_ = 0, height_ = 0;
  std::vector<double> mm_;
};

// One area where the texture lies: its outline, or its punctate scars.
struct Laid {
  TissueKind kind;
  geometry::Region region;
  RoundedRim rim;
  std::vector<Disc> scars;
  double radius = 0.0;

  [[nodiscard]] double inside(Vec2 p) const {
    if (scars.empty()) return rim.at(p);
    double nearest = -1e9;
    for (const Disc& scar : scars)
      nearest = std::max(nearest, radius * scar.size - glm::length(scar.to_skin * (p - scar.middle)));
    return nearest;
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
      if (const auto place = canvas.locate(p)) scars.push_back(disc_at(*place, address, scars.size()));
    RoundedRim rim(*region);
    laid.push_back(
        {area.kind, std::move(*region), std::move(rim), std::move(scars), area.zone.scar_radius.value});
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
  TissueLook look{.low = low,
                  .size = high - low,
                  .width = std::max(2, static_cast<int>((high.x - low.x) * per_mm)),
                  .height = std::max(2, static_cast<int>((high.y - low.y) * per_mm))};
  look.texels.assign(4 * static_cast<std::size_t>(look.width) * static_cast<std::size_t>(look.height), 0.0F);
  for (int y = 0; y < look.height; ++y)
    for (int x = 0; x < look.width; ++x) {
      const Vec2 p = low + (high - low) * Vec2{(x + 0.5) / look.width, (y + 0.5) / look.height};
      for (const Laid& area : areas) {
        const auto& box = area.region.box();
        if (p.x < box.low.x - kMargin / 2 || p.y < box.low.y - kMargin / 2 ||
            p.x > box.high.x + kMargin / 2 || p.y > box.high.y + kMargin / 2)
          continue;
        const Texel t = look_of(area.kind, area.inside(p), p, !area.scars.empty());
        float* texel = &look.texels[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(look.width) +
                                         static_cast<std::size_t>(x))];
        texel[0] += static_cast<float>(t.melanin);
        texel[1] += static_cast<float>(t.haemoglobin);
        texel[2] += static_cast<float>(t.height_mm);
        texel[3] = std::max(texel[3], static_cast<float>(t.scarred));
      }
    }
  return look;
}

}  // namespace engine::render
