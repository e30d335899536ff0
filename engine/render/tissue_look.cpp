#include "engine/render/tissue_look.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat2x2.hpp>

#include "engine/core/draw.h"
#include "engine/geometry/region.h"
#include "engine/render/tissue_rim.h"
#include "engine/skin/bare_skin.h"

namespace engine::render {
namespace {

using geometry::Vec2;
using scalp::TissueKind;

constexpr double kTexelsPerMm = 8.0;
constexpr int kMostTexels = 1024;

struct Texel {
  double melanin = 0.0, haemoglobin = 0.0, height_mm = 0.0, scarred = 0.0;
};

// How a kind of skin ends, mm: how far it wanders from its zone in long waves of so many mm and in short
// ones, and how wide it fades, here more, there less.
struct Rim {
  double wave, broad, fine, soft, limit;
};
Rim rim_of(TissueKind kind, bool punctate) {
  if (punctate) return {.wave = 0.9, .broad = 0.22, .fine = 0.0, .soft = 0.16, .limit = 0.2};
  switch (kind) {
    case TissueKind::Burn:
      return {.wave = 6.5, .broad = 6.5, .fine = 2.6, .soft = 0.7, .limit = 3.2};
    case TissueKind::SunkenScar:
      return {.wave = 5.5, .broad = 3.4, .fine = 1.2, .soft = 0.55, .limit = 1.1};
    case TissueKind::RaisedScar:
      return {.wave = 5.0, .broad = 2.0, .fine = 0.7, .soft = 0.45, .limit = 1.1};
    case TissueKind::Keloid:
      return {.wave = 5.0, .broad = 1.6, .fine = 0.5, .soft = 0.4, .limit = 1.1};
    case TissueKind::Mole:
      return {.wave = 1.4, .broad = 0.5, .fine = 0.3, .soft = 0.3, .limit = 0.6};
    default:
      return {.wave = 6.0, .broad = 3.2, .fine = 1.3, .soft = 0.31, .limit = 1.1};
  }
}

// mm from the ragged rim, negative outside, and how wide it fades there; from a calmer one, for the relief.
struct FromRim {
  double way, soft, calm;
};
FromRim from_rim(const Rim& rim, double inside, Vec2 p, bool punctate) {
  const double broad = rim.broad * (tissue_noise(p, rim.wave, 1) - 0.5);
  const double fine = 0.6 * (tissue_noise(p, 1.3, 2) - 0.5) + 0.4 * (tissue_noise(p, 0.5, 6) - 0.5);
  const double wander = std::clamp(broad + rim.fine * fine, -rim.limit, rim.limit);
  const double soft = rim.soft * (punctate ? 1.0 : 0.7 + 2.0 * tissue_noise(p, 3.4, 7));
  // healthy beyond the reach
  return {std::min(inside + wander, inside + kTissueReach - soft), soft,
          inside + std::clamp(broad, -rim.limit, rim.limit)};
}

// Of an area at a place: mm from the rim of its zone, negative outside, and the way deeper in.
struct Place {
  Vec2 at;
  double inside = 0.0;
  Vec2 inwards{0.0};
};

// Folds that run across the rim, about -0.3..0.3, here and there: a scar draws the skin in.
double puckers(const Place& place) {
  double sum = 0.0;
  for (int k = -2; k <= 2; ++k) sum += tissue_noise(place.at + 0.55 * k * place.inwards, 0.75, 10) - 0.5;
  return sum / 5.0 * glm::smoothstep(0.3, 0.75, tissue_noise(place.at, 3.1, 14));
}

// From 0 at `from` to 1 at `to` mm inside, with soft shoulders; nothing beyond the reach.
double shoulder(const Place& place, double calm, double from, double to) {
  return glm::smoothstep(from, to, calm) * glm::smoothstep(-kTissueReach, -kTissueReach + 0.8, place.inside);
}

// Pale islands in red skin with brown seams, ropes and smooth spots.
Texel burn_at(const Place& place, const skin::Tint& mean, const FromRim& rim, double edge) {
  const Vec2 p = place.at,
             bent = p + 2.0 * Vec2{tissue_noise(p, 3.0, 11) - 0.5, tissue_noise(p, 3.0, 12) - 0.5};
  const double island = glm::smoothstep(0.36, 0.64, tissue_noise(bent, 3.4, 4)) - 0.5,
               fine = tissue_noise(p, 0.8, 3) - 0.5, rope = 2.0 * tissue_noise(bent, 4.2, 5) - 1.0;
  const double seam = glm::smoothstep(-0.6, 0.5, rim.way) * (1.0 - glm::smoothstep(0.8, 3.2, rim.way));
  return {.melanin = (0.11 * seam * (0.4 + tissue_noise(p, 2.0, 13)) + 0.06 * fine) * edge,
          .haemoglobin = (mean.haemoglobin - 0.26 * island + 0.24 * fine) * edge,
          .height_mm = (0.34 * (1.0 / (1.0 + 6.0 * rope * rope) - 0.5) + 0.10 * fine) *
                       shoulder(place, rim.calm, -0.6, 2.4),
          .scarred = std::clamp(mean.scarred * (1.0 + 0.8 * island), 0.0, 1.0) * edge};
}

Texel look_of(TissueKind kind, const Place& place, bool punctate) {
  const Vec2 p = place.at;
  const FromRim rim = from_rim(rim_of(kind, punctate), place.inside, p, punctate);
  const skin::Tint mean = skin::tint_of(kind, punctate);
  const double edge = glm::smoothstep(-rim.soft, rim.soft, rim.way);
  if (kind == TissueKind::Burn) return burn_at(place, mean, rim, edge);
  const auto shoulders = [&](double from, double to) { return shoulder(place, rim.calm, from, to); };
  const double patchy = tissue_noise(p, 1.7, 3) - 0.5,
               broad = 0.6 * tissue_noise(p, 6.0, 4) + 0.4 * tissue_noise(p, 2.6, 5) - 0.5;
  // Scars are pale by different amounts from place to place: pigment comes back in islands.
  const double pale =
      punctate ? 1.0 : 1.0 + 0.7 * (0.6 * tissue_noise(p, 2.2, 8) + 0.4 * tissue_noise(p, 0.7, 9) - 0.5);
  Texel t{.melanin = mean.melanin * edge,
          .haemoglobin = (mean.haemoglobin + 0.16 * patchy) * edge,
          .scarred = std::min(1.0, pale * mean.scarred) * edge};
  switch (kind) {
    case TissueKind::FlatScar:
      if (!punctate) t.height_mm = (0.40 * puckers(place) - 0.09) * shoulders(-1.6, 0.8);
      break;
    case TissueKind::RaisedScar:
      t.haemoglobin += 0.22 * broad * edge;
      t.height_mm =
          (0.70 + 0.25 * broad) * shoulders(-0.9, 2.0) + 0.30 * puckers(place) * shoulders(-1.6, 0.6);
      break;
    case TissueKind::SunkenScar:
      t.height_mm = (-1.05 + 0.3 * broad + 0.08 * patchy) * shoulders(-0.8, 2.8) +
                    0.22 * puckers(place) * shoulders(-1.8, 0.4) * (1.0 - shoulders(0.6, 2.6));
      break;
    case TissueKind::Keloid:
      t.haemoglobin += 0.2 * broad * edge;
      t.height_mm = 2.0 * shoulders(-0.3, 3.5) * (0.75 + 0.5 * broad);
      break;
    case TissueKind::Mole:
      t.melanin *= 1.0 + 0.4 * patchy;
      t.height_mm = 0.2 * shoulders(-0.2, 1.4);
      break;
    default:
      break;
  }
  return t;
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

// One area where the texture lies: its outline, or its punctate scars.
struct Laid {
  TissueKind kind;
  geometry::Region region;
  RoundedRim rim;
  std::vector<Disc> scars;
  double radius = 0.0;

  [[nodiscard]] Place place(Vec2 p) const {
    if (scars.empty()) {
      const double inside = rim.at(p);
      return {p, inside, inside > -kTissueReach ? rim.inwards(p) : Vec2{0.0}};
    }
    double nearest = -1e9;
    for (const Disc& scar : scars)
      nearest = std::max(nearest, radius * scar.size - glm::length(scar.to_skin * (p - scar.middle)));
    return {p, nearest};
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
  low -= kTissueMargin;
  high += kTissueMargin;
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
        if (p.x < box.low.x - kTissueReach || p.y < box.low.y - kTissueReach ||
            p.x > box.high.x + kTissueReach || p.y > box.high.y + kTissueReach)
          continue;
        const Place place = area.place(p);
        if (place.inside <= -kTissueReach) continue;
        const Texel t = look_of(area.kind, place, !area.scars.empty());
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
