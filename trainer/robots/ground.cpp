#include "trainer/robots/ground.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "trainer/lessons/check.h"
#include "trainer/lessons/target_site.h"

namespace trainer::robots {

using engine::core::fail;
using engine::core::Result;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using engine::scalp::WorkPlane;

namespace {

// The thinnest density that still spaces dots: below it a share of the plateau holds.
constexpr double kThinnest = 0.05;

// A step of the search on a head: the address that moves the laid-out place by `miss`, to first order.
Vec2 correction(Vec2 along_u, Vec2 along_v, Vec2 miss) {
  const double determinant = along_u.x * along_v.y - along_v.x * along_u.y;
  if (std::fabs(determinant) < 1e-9) return miss;
  return {(miss.x * along_v.y - along_v.x * miss.y) / determinant,
          (along_u.x * miss.y - miss.x * along_u.y) / determinant};
}

}  // namespace

Result<Ground> Ground::make(const lessons::Lesson& lesson, const Canvas& canvas, std::size_t target_index) {
  if (target_index >= lesson.targets.size()) return fail("the lesson has no such target");
  const lessons::Target& target = lesson.targets[target_index];
  auto site = lessons::lay_out(lesson, canvas, target);
  if (!site) return fail(site.error());
  Ground ground(canvas, site->plane, site->centre);
  ground.asked_ = lessons::asked_dots(site->region, site->density);
  ground.region_ = std::move(site->region);
  ground.density_ = std::move(site->density);
  ground.depth_ = target.depth;
  return ground;
}

double Ground::spacing_at(Vec2 p) const {
  return 1.0 / std::sqrt(std::max(density_at(p), kThinnest * plateau()));
}

std::vector<Cell> Ground::cells(double pitch, double inset) const {
  const auto& box = region_.box();
  const int columns = static_cast<int>(std::ceil((box.high.x - box.low.x) / pitch));
  const int rows = static_cast<int>(std::ceil((box.high.y - box.low.y) / pitch));
  std::vector<Cell> cells;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const Vec2 centre{box.low.x + (column + 0.5) * pitch, box.low.y + (row + 0.5) * pitch};
      if (region_.contains(centre) && region_.border_distance(centre) >= inset)
        cells.push_back({centre, density_at(centre)});
    }
  }
  return cells;
}

std::optional<CanvasPoint> Ground::address(Vec2 p) const {
  if (canvas_->pad()) {
    const CanvasPoint at = engine::scalp::canvas_point_from_mm(p);
    return canvas_->locate(at) ? std::optional(at) : std::nullopt;
  }
  constexpr int kMostSteps = 12;
  constexpr double kProbeMm = 0.5, kCloseMm = 0.002, kLongestMm = 20.0;
  Vec2 at = engine::scalp::mm_from_canvas_point(centre_);
  for (int step = 0; step < kMostSteps; ++step) {
    const CanvasPoint here = engine::scalp::canvas_point_from_mm(at);
    const auto flat = flatten(here);
    const auto flat_u = flatten(engine::scalp::canvas_point_from_mm(at + Vec2{kProbeMm, 0.0}));
    const auto flat_v = flatten(engine::scalp::canvas_point_from_mm(at + Vec2{0.0, kProbeMm}));
    if (!flat) return std::nullopt;
    const Vec2 miss = p - *flat;
    if (glm::length(miss) <= kCloseMm) return here;
    if (!flat_u || !flat_v) return std::nullopt;
    Vec2 move = correction((*flat_u - *flat) / kProbeMm, (*flat_v - *flat) / kProbeMm, miss);
    if (glm::length(move) > kLongestMm) move *= kLongestMm / glm::length(move);
    at += move;
  }
  return std::nullopt;
}

}  // namespace trainer::robots
