#include "engine/render/hair.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/exponential.hpp>
#include <glm/geometric.hpp>

namespace engine::render {
namespace {

// A terminal hair is an opaque rod 0.08 mm thick. A Gaussian with 0.29 of a length has the same spread, about
// what is left of 0.34 where hair stands up and is seen square. At an optical density of 2.2 these hide
// little more skin than it does. Wider ones make stubble so heavy from afar that healed dots beside it are
// not seen.
constexpr float kHairSigma = 0.0424F;                     // mm, across
constexpr float kLeastAlong = 0.27F, kMostAlong = 0.41F;  // of the length that hair is cut to
constexpr float kFromRoot = 1.9F;                         // sigmas along, to the middle of a hair
constexpr float kCombedSigma = 0.046F;                    // mm: of many hairs that lie over one another

struct Named {
  const char* name;
  glm::vec3 density;
};
// Grey takes somewhat more of what skin reflects most, so that it ends neutral where hairs lie thick, and
// nowhere blue.
const std::array<Named, 6> kColours{{{"black", {1.0F, 1.0F, 1.0F}},
                                     {"dark_brown", {0.96F, 0.98F, 1.0F}},
                                     {"brown", {0.88F, 0.91F, 0.93F}},
                                     {"blond", {0.26F, 0.34F, 0.50F}},
                                     {"red", {0.42F, 0.62F, 0.82F}},
                                     {"grey", {0.55F, 0.45F, 0.35F}}}};

// Draws of one site, told apart by number.
struct Draws {
  core::Seed seed;
  const char* purpose;
  std::uint64_t site;
  float unit(std::uint64_t k) const {
    return static_cast<float>(core::draw_unit(seed, purpose, 32 * site + k));
  }
  float normal(std::uint64_t k) const {
    return static_cast<float>(core::draw_normal(seed, purpose, 32 * site + k));
  }
};

// The angle that splat.vert needs to lay the long axis along `flow`; the frame is the same as there.
float angle_along(glm::vec3 normal, glm::vec3 flow) {
  const glm::vec3 up = std::abs(normal.y) > 0.98F ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0);
  const glm::vec3 t = glm::normalize(glm::cross(normal, up)), b = glm::cross(normal, t);
  return -std::atan2(glm::dot(flow, t), glm::dot(flow, b));
}

struct Strand {
  float sigma, along;  // mm, of the Gaussian across and along
  glm::vec3 density;
};

DotInstance lay(const SurfaceSite& site, glm::vec3 flow, const Strand& strand) {
  return {.position = site.position,
          .sigma = strand.sigma,
          .normal = encode_normal(site.normal),
          .angle = angle_along(site.normal, flow),
          .elongation = std::max(strand.along / strand.sigma, 2.0F),
          .density = strand.density,
          .erythema = kOnSkin};
}

// As steep as it is held up; its middle stands off the skin.
DotInstance stand(SurfaceSite root, glm::vec3 flow, float steepness, const Strand& strand) {
  const glm::vec3 down = glm::normalize(flow - root.normal * glm::dot(flow, root.normal));
  const glm::vec3 rod = down * std::sqrt(1.0F - steepness * steepness) + root.normal * steepness;
  root.position += rod * (kFromRoot * strand.along);
  DotInstance hair = lay(root, flow, strand);
  hair.erythema = standing(steepness);
  return hair;
}

// Hair leaves the skin steeper on top than at the sides and the nape (docs/domain.md 3.4, judgement). A pad
// is as the top.
float steepness_at(glm::vec3 p, bool pad) {
  constexpr float kAside = 0.35F, kOnTop = 0.65F;
  return pad ? kOnTop : glm::mix(kAside, kOnTop, glm::smoothstep(0.0F, 90.0F, p.y));
}

// Combed to both sides of a parting that runs from the forehead to the crown, and from there down all round.
glm::vec3 combed_flow(glm::vec3 p, float parting_mm, const Draws& draws) {
  const float aside = p.x - parting_mm, on_top = glm::smoothstep(-95.0F, -25.0F, p.z);
  const float side =
      std::abs(aside) < 0.4F ? (draws.unit(12) < 0.5F ? -1.0F : 1.0F) : (aside > 0.0F ? 1.0F : -1.0F);
  const float low = glm::smoothstep(30.0F, -20.0F, p.y);  // at the nape it lies close and draws to the middle
  const glm::vec3 down(glm::mix(0.25F, -0.20F, low) * p.x, -60.0F, glm::mix(0.4F * p.z - 25.0F, 0.0F, low));
  const glm::vec3 across(side * 70.0F, -18.0F, -14.0F);
  const float stray = glm::mix(3.5F, 9.0F, glm::smoothstep(-30.0F, 40.0F, p.y));
  return glm::mix(down, across, on_top) +
         stray * glm::vec3(draws.normal(1), draws.normal(2), draws.normal(3));
}

// Combed hair is cut short where it ends, at the nape and before and behind the ears: longer, it would stand
// off the hollows there in tufts.
float cut_at(glm::vec3 p) {
  const float nape = glm::smoothstep(-48.0F, 15.0F, p.y),
              ear = std::abs(p.x) > 55.0F && p.z > -45.0F ? glm::smoothstep(-5.0F, 45.0F, p.y) : 1.0F;
  return glm::mix(0.22F, 1.0F, std::min(nape, ear));
}

// A hair that lies on the skin from its root on: two pieces, so that it follows the head.
void lie_down(std::vector<DotInstance>& out, const SurfaceSite& root, glm::vec3 flow, float length_mm,
              float sigma, glm::vec3 density) {
  constexpr float kSigmasLong = 3.2F;  // a piece drawn as a Gaussian looks this many of them long
  const glm::vec3 along = glm::normalize(flow - root.normal * glm::dot(flow, root.normal));
  for (const float middle : {0.25F, 0.75F}) {
    SurfaceSite piece = root;
    const float way = middle * length_mm;
    constexpr float kHeadRadius = 85.0F;
    piece.normal = glm::normalize(root.normal + along * (way / kHeadRadius));
    piece.position += along * way - root.normal * (0.5F * way * way / kHeadRadius) + root.normal * 0.4F;
    const glm::vec3 bent = glm::normalize(along - piece.normal * glm::dot(along, piece.normal));
    out.push_back(lay(piece, bent, {sigma, length_mm / (2.0F * kSigmasLong), density}));
  }
}

// Round the whorl, clockwise as on most heads (docs/domain.md 3.4), hair turns; farther out it falls
// outwards, at the front forwards.
glm::vec3 scalp_flow(glm::vec3 p, const Draws& draws) {
  // a little to the client's left (engine/scalp/hair_loss.cpp)
  constexpr float kWhorlX = 6.0F, kWhorlZ = -52.0F;
  const glm::vec3 out(p.x - kWhorlX, 0.0F, p.z - kWhorlZ), round(-out.z, 0.0F, out.x);
  const float turning = 1.0F - glm::smoothstep(12.0F, 55.0F, glm::length(out) + std::max(0.0F, 100.0F - p.y));
  const glm::vec3 falling(p.x * 0.25F, -45.0F, p.z * 0.6F + 20.0F);
  const glm::vec3 flow = glm::mix(falling, 2.2F * round + 1.0F * out, turning);
  return flow + glm::mix(4.5F, 8.0F, glm::smoothstep(-25.0F, 25.0F, p.y)) *
                    glm::vec3(draws.normal(1), 0.0F, draws.normal(2));
}

// Hairs of a unit leave the skin side by side, across the way they lie: they hide each other hardly, so that
// they take the same light from near and from far.
glm::vec3 beside(const SurfaceSite& root, glm::vec3 flow, std::uint64_t which, std::uint64_t of,
                 const Draws& draws) {
  constexpr float kApartMm = 0.17F, kAskewMm = 0.03F;
  const glm::vec3 across = glm::normalize(glm::cross(root.normal, flow));
  const float place = static_cast<float>(which) - 0.5F * static_cast<float>(of - 1);
  return across * (kApartMm * place) +
         kAskewMm * glm::vec3(draws.normal(5), draws.normal(6), draws.normal(7));
}

glm::vec3 folded(glm::vec3 p) {
  return {std::abs(p.x), p.y, p.z};
}
float bell(glm::vec3 d, float width) {
  return std::exp(-glm::dot(d, d) / width);
}

double brow_density(glm::vec3 p, bool slim) {
  const glm::vec3 m = folded(p);
  const float t = (m.x - 11.0F) / 39.0F;
  if (m.z < 45.0F || m.y < 15.0F || m.y > 60.0F || t < 0.0F || t > 1.0F) return 0.0;
  const float rise = slim ? 5.2F : 3.5F, peak = slim ? 0.7F : 0.65F;
  const float middle = 40.0F + (slim ? 0.6F : 0.0F) +
                       rise * glm::smoothstep(-0.3F, 1.0F, std::min(1.0F, t / peak)) -
                       std::max(0.0F, t - peak) * (slim ? 20.0F : 16.0F);
  const float off = std::abs(m.y - middle) / (slim ? glm::mix(2.9F, 1.1F, t) : glm::mix(4.2F, 1.8F, t));
  const float ends = glm::smoothstep(0.0F, 0.12F, t) * glm::smoothstep(1.0F, 0.85F, t);
  return off < 1.0F ? 300.0 * static_cast<double>((1.0F - 0.6F * off) * (0.35F + 0.65F * ends)) : 0.0;
}

double lash_density(glm::vec3 p) {
  const glm::vec3 m = folded(p);
  const float lid = 17.0F + 0.011F * (m.x - 32.0F) * (m.x - 32.0F);
  return m.z > 60.0F && std::abs(m.y - lid) < 1.0F && std::abs(m.x - 32.0F) < 14.0F ? 420.0 : 0.0;
}

double beard_density(glm::vec3 p) {
  const glm::vec3 m = folded(p);
  const float slope = m.y + 0.35F * (m.z - 60.0F) * glm::smoothstep(80.0F, 40.0F, m.z);
  const float jaw = glm::smoothstep(-22.0F, -40.0F, slope) * glm::smoothstep(-118.0F, -100.0F, m.y);
  const float moustache = m.z > 80.0F && m.y < -22.0F && m.y > -33.0F && m.x < 26.0F ? 1.0F : 0.0F;
  const bool lips = m.z > 75.0F && m.y < -33.0F && m.y > -50.0F && m.x < 25.0F;
  return lips ? 0.0
              : 38.0 *
                    static_cast<double>(std::max(jaw, moustache) * glm::smoothstep(0.0F, 12.0F, m.z + 8.0F));
}

glm::vec3 brow_flow(glm::vec3 p, const Draws& draws) {
  const float side = p.x > 0.0F ? 1.0F : -1.0F;
  const float rise = 0.45F - 0.9F * glm::smoothstep(10.0F, 46.0F, std::abs(p.x)) + 0.15F * draws.normal(1);
  return {0.9F * side, rise, -0.3F};
}

}  // namespace

glm::vec3 hair_density(const std::string& colour) {
  for (const Named& named : kColours) {
    if (colour == named.name) return named.density;
  }
  return kColours[2].density;
}

std::vector<DotInstance> scalp_stubble(const scalp::Canvas& canvas,
                                       std::span<const scalp::FollicularUnit> units, const HairLook& look) {
  const glm::vec3 ink = hair_density(look.colour), grey_ink = hair_density("grey");
  std::vector<DotInstance> out;
  out.reserve(3 * units.size());
  const bool combed = look.length > kCombed;
  const auto parting = static_cast<float>(look.parting.value);
  for (const auto& unit : units) {
    const auto root = canvas.locate(unit.at);
    if (!root) continue;
    for (std::uint64_t h = 0; h < unit.hairs; ++h) {
      const Draws draws{look.seed, "stubble hair", 4 * unit.number + h};
      SurfaceSite site{glm::vec3(root->position), glm::vec3(root->normal)};
      const glm::vec3 flow =
          combed ? combed_flow(site.position, parting, draws) : scalp_flow(site.position, draws);
      site.position += beside(site, flow, h, unit.hairs, draws);
      const float thick = std::max(1.0F + 0.25F * draws.normal(8), 0.5F);
      const glm::vec3 density = 2.32F * (draws.unit(13) < static_cast<float>(look.grey) ? grey_ink : ink) *
                                (0.75F + 0.35F * draws.unit(10));
      if (combed) {
        const auto length =
            static_cast<float>(look.length.value) * (0.8F + 0.4F * draws.unit(9)) * cut_at(site.position);
        lie_down(out, site, flow, length, thick * kCombedSigma, 0.6F * density);
        continue;
      }
      const float along =
          static_cast<float>(look.length.value) * glm::mix(kLeastAlong, kMostAlong, draws.unit(9));
      out.push_back(stand(site, flow, steepness_at(site.position, canvas.pad() != nullptr),
                          {thick * kHairSigma, along, density}));
    }
    DotInstance follicle =
        make_splat(*root, {.diameter = core::Mm{0.26}, .density = 0.30, .depth = core::Mm{0.35}}, 0.5);
    follicle.density *= ink;
    out.push_back(follicle);
  }
  return out;
}

std::vector<DotInstance> face_hair(const HeadModel& head, const HairLook& look) {
  const glm::vec3 ink = hair_density(look.colour), grey_ink = hair_density("grey");
  const auto grey = static_cast<float>(look.grey);
  std::vector<DotInstance> out;
  const auto over_eyes = [&](glm::vec3 p) {
    return glm::vec3(p.x / static_cast<float>(look.eyes), p.y, p.z);
  };
  const auto grow = [&](const char* name, const SurfaceDensity& density, double densest, const auto& make) {
    const auto sites = spread_over(head, {density, densest, look.seed, name});
    for (std::uint64_t k = 0; k < sites.size(); ++k) out.push_back(make(sites[k], Draws{look.seed, name, k}));
  };
  if (look.brows) {
    grow(
        "brows", [&](glm::vec3 p) { return brow_density(over_eyes(p), look.slim_brows); }, 300.0,
        [&](const SurfaceSite& site, const Draws& draws) {
          return lay(site, brow_flow(site.position, draws),
                     {0.055F, 1.8F, 1.0F * (draws.unit(4) < 0.5F * grey ? grey_ink : ink)});
        });
    grow(
        "lashes", [&](glm::vec3 p) { return lash_density(over_eyes(p)); }, 420.0,
        [&](const SurfaceSite& site, const Draws& draws) {
          return lay(site, {0.2F * draws.normal(1), -1.0F, 0.0F},
                     {0.06F, look.slim_brows ? 1.6F : 1.2F, 1.4F * (0.4F + 0.6F * ink)});
        });
  }
  if (!look.beard) return out;
  grow("beard", beard_density, 40.0, [&](const SurfaceSite& site, const Draws& draws) {
    const glm::vec3 flow(0.5F * draws.normal(1), -1.0F, 0.3F * draws.normal(2));
    return lay(
        site, flow,
        {0.05F, 0.25F, 0.8F * (draws.unit(4) < grey ? grey_ink : ink) * (0.5F + 0.5F * draws.unit(3))});
  });
  return out;
}

void paint_face(HeadModel& head, const scalp::ImplicitHead& shape) {
  const auto w = static_cast<float>(0.96 * shape.shape().lips),
             full = static_cast<float>(shape.shape().lip_fullness);
  for (HeadVertex& v : head.vertices) {
    const glm::vec3 p(shape.face_space(v.position)), m = folded(p);
    const float ear = glm::smoothstep(72.0F, 80.0F, m.x) * glm::smoothstep(-40.0F, -20.0F, m.y);
    v.redness = 0.55F * ear + 0.6F * bell(m - glm::vec3(0, -6, 112), 350.0F) +
                0.45F * bell(m - glm::vec3(44, -4, 72), 620.0F) +
                0.35F * bell(m - glm::vec3(32, 20, 84), 220.0F);
    const float x = m.x / w;
    const float bow = 1.5F * std::exp(-(x - 6.0F) * (x - 6.0F) / 36.0F) - 1.0F * std::exp(-x * x / 16.0F);
    const float top = -38.9F + 4.3F * full + bow - 0.0125F * x * x,
                bottom = -41.4F - 11.2F * full + 0.0155F * x * x;
    const float between =
        glm::smoothstep(-1.1F, 1.1F, top - p.y) * glm::smoothstep(-1.3F, 1.3F, p.y - bottom);
    v.lips = p.z > 70.0F ? between * glm::smoothstep(27.0F, 22.0F, x) : 0.0F;
  }
}

}  // namespace engine::render
