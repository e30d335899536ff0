#include "engine/render/surface_points.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <unordered_map>

namespace engine::render {
namespace {

constexpr double kTriesPerSite = 6.0;
constexpr float kSpacingShare = 0.76F;
constexpr float kCell = 2.0F;        // mm, of the look-up grid
constexpr float kLargestGap = 4.0F;  // mm; sparser fields are kept apart no further

// Sites found so far, by cell. Looked up by key only, never walked through, so its order does not matter.
class Sites {
 public:
  bool crowded(glm::vec3 p, float gap) const {
    const int reach = static_cast<int>(std::ceil(gap / kCell));
    const glm::ivec3 c(glm::floor(p / kCell));
    for (int z = -reach; z <= reach; ++z) {
      for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
          if (near_one(c + glm::ivec3(x, y, z), p, gap)) return true;
        }
      }
    }
    return false;
  }
  void add(glm::vec3 p) { cells_[key(glm::ivec3(glm::floor(p / kCell)))].push_back(p); }

 private:
  static std::uint64_t key(glm::ivec3 c) {
    const auto part = [](int k) { return static_cast<std::uint64_t>(k + 4096); };
    return (part(c.x) << 40U) | (part(c.y) << 20U) | part(c.z);
  }
  bool near_one(glm::ivec3 cell, glm::vec3 p, float gap) const {
    const auto found = cells_.find(key(cell));
    if (found == cells_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](glm::vec3 q) {
      const glm::vec3 d = q - p;
      return glm::dot(d, d) < gap * gap;
    });
  }
  std::unordered_map<std::uint64_t, std::vector<glm::vec3>> cells_;
};

struct Corners {
  const HeadVertex &a, &b, &c;
};

Corners corners(const HeadModel& head, std::size_t triangle) {
  const auto at = [&](std::size_t k) -> const HeadVertex& {
    return head.vertices[head.triangles[3 * triangle + k]];
  };
  return {at(0), at(1), at(2)};
}

// Running sum of the areas where anything grows, mm2.
std::vector<double> grown_area(const HeadModel& head, const SurfaceDensity& density) {
  std::vector<double> sums;
  sums.reserve(head.triangles.size() / 3);
  double sum = 0.0;
  for (std::size_t t = 0; 3 * t < head.triangles.size(); ++t) {
    const Corners k = corners(head, t);
    const bool grown = density((k.a.position + k.b.position + k.c.position) / 3.0F) > 0.5;
    const glm::vec3 across = glm::cross(k.b.position - k.a.position, k.c.position - k.a.position);
    if (grown) sum += 0.5 * static_cast<double>(glm::length(across));
    sums.push_back(sum);
  }
  return sums;
}

}  // namespace

std::vector<SurfaceSite> spread_over(const HeadModel& head, const SpreadRequest& request) {
  std::vector<SurfaceSite> out;
  const std::vector<double> area = grown_area(head, request.density);
  if (area.empty() || area.back() <= 0.0) return out;
  Sites sites;
  const auto tries = static_cast<std::uint64_t>(area.back() / 100.0 * request.densest * kTriesPerSite);
  for (std::uint64_t k = 0; k < tries; ++k) {
    const double where = core::draw_unit(request.seed, request.purpose, 3 * k) * area.back();
    const auto root =
        static_cast<float>(std::sqrt(core::draw_unit(request.seed, request.purpose, 3 * k + 1)));
    const auto along = static_cast<float>(core::draw_unit(request.seed, request.purpose, 3 * k + 2));
    const auto found = std::upper_bound(area.begin(), area.end(), where);
    if (found == area.end()) continue;
    const Corners c = corners(head, static_cast<std::size_t>(found - area.begin()));
    const glm::vec3 share(1.0F - root, root * (1.0F - along), root * along);
    const glm::vec3 p = c.a.position * share.x + c.b.position * share.y + c.c.position * share.z;
    const double density = request.density(p);
    if (density < 0.5) continue;
    const float gap = std::min(kSpacingShare * 10.0F / static_cast<float>(std::sqrt(density)), kLargestGap);
    if (sites.crowded(p, gap)) continue;
    sites.add(p);
    out.push_back({p, glm::normalize(c.a.normal * share.x + c.b.normal * share.y + c.c.normal * share.z)});
  }
  return out;
}

}  // namespace engine::render
