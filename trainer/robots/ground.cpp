#include "trainer/robots/ground.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "trainer/lessons/check.h"
#include "trainer/lessons/laid_target.h"
#include "trainer/lessons/sessions.h"

namespace trainer::robots {

using engine::core::fail;
using engine::core::Result;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using engine::scalp::WorkPlane;

namespace {

// The thinnest density that still spaces dots: below it a share of the plateau holds.
constexpr double kThinnest = 0.05;

}  // namespace

Result<Ground> Ground::make(const lessons::Lesson& lesson, const Canvas& canvas, std::size_t target_index) {
  if (target_index >= lesson.targets.size()) return fail("the lesson has no such target");
  const lessons::Target& target = lesson.targets[target_index];
  auto site = lessons::lay_out(lesson, canvas, target);
  if (!site) return fail(site.error());
  Ground ground(site->plane);
  ground.asked_in_all_ = lessons::dots_to_place(*site);
  ground.hair_ = std::move(site->hair);
  ground.scars_ = std::move(site->scars);
  ground.region_ = std::move(site->region);
  ground.density_ = std::move(site->density);
  ground.depth_ = target.depth;
  ground.full_plateau_ = ground.density_.plateau_per_mm2;
  ground.begin_session(lessons::treatment_sessions(lesson).front().share, {});
  return ground;
}

void Ground::begin_session(double share, const std::vector<CanvasPoint>& old) {
  standing_ = hair_;
  for (const CanvasPoint p : old)
    if (const auto at = flatten(p); at && region_.contains(*at)) standing_.push_back(*at);
  const double hair = static_cast<double>(hair_.size()), all = hair + asked_in_all_;
  density_.plateau_per_mm2 = full_plateau_ * (all > 0.0 ? (hair + share * asked_in_all_) / all : share);
  asked_ = std::max(0.0, share * asked_in_all_ - static_cast<double>(standing_.size() - hair_.size()));
}

engine::core::Mm Ground::spacing_at(Vec2 p) const {
  return engine::core::Mm{1.0 / std::sqrt(std::max(density_at(p), kThinnest * plateau()))};
}

std::vector<Cell> Ground::cells(engine::core::Mm side, engine::core::Mm inset) const {
  const double pitch = side.value;
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

}  // namespace trainer::robots
