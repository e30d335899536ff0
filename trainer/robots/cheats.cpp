#include "trainer/robots/cheats.h"

#include <algorithm>
#include <cmath>

#include "trainer/robots/even_points.h"
#include "trainer/robots/stream.h"

namespace trainer::robots {

using engine::core::Mm;
using engine::core::Seed;

namespace {

std::size_t asked(const Ground& ground) {
  return expert_plan(ground).count;
}

double mean_spacing(const Ground& ground) {
  return std::sqrt(ground.region().area() / std::max(1.0, ground.asked()));
}

void add_inside(const Ground& ground, Vec2 p, std::vector<Vec2>& points) {
  if (ground.region().contains(p)) points.push_back(p);
}

// Rows `height` apart, dots `pitch` apart along them, every second row moved by `shift`.
std::vector<Vec2> lattice(const Ground& ground, double pitch, double height, double shift) {
  const auto& box = ground.region().box();
  std::vector<Vec2> points;
  int row = 0;
  for (double y = box.low.y + 0.5 * height; y < box.high.y; y += height, ++row)
    for (double x = box.low.x + 0.5 * pitch + (row % 2 == 1 ? shift : 0.0); x < box.high.x; x += pitch)
      add_inside(ground, {x, y}, points);
  return points;
}

// Where the ground is: a place drawn by the density asked.
Vec2 drawn_place(const std::vector<Cell>& cells, double pitch, double plateau, Stream& stream) {
  for (;;) {
    const Cell& cell = cells[stream.below(cells.size())];
    const double x = cell.centre.x + pitch * (stream.unit() - 0.5);
    const double y = cell.centre.y + pitch * (stream.unit() - 0.5);
    if (stream.unit() * plateau < cell.density) return {x, y};
  }
}

bool any_wanted(const std::vector<Cell>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.density > 0.0; });
}

}  // namespace

std::vector<Vec2> square_grid(const Ground& ground, Seed) {
  const double pitch = mean_spacing(ground);
  return lattice(ground, pitch, pitch, 0.0);
}

std::vector<Vec2> hexagonal_grid(const Ground& ground, Seed) {
  const double pitch = mean_spacing(ground) * std::sqrt(2.0 / std::sqrt(3.0));
  return lattice(ground, pitch, pitch * std::sqrt(3.0) / 2.0, 0.5 * pitch);
}

std::vector<Vec2> rows(const Ground& ground, Seed seed) {
  const double spacing = mean_spacing(ground);
  const auto& box = ground.region().box();
  Stream stream(seed, "robot/rows");
  std::vector<Vec2> points;
  const double width = box.high.x - box.low.x;
  const int along = static_cast<int>(std::floor(width / spacing + 0.5));
  for (double y = box.low.y + 0.5 * spacing; y < box.high.y; y += spacing) {
    for (int i = 0; i < along; ++i) {
      const double x = box.low.x + width * stream.unit();
      const double wobble = 0.04 * spacing * stream.normal_within(2.0);
      add_inside(ground, {x, y + wobble}, points);
    }
  }
  return points;
}

std::vector<Vec2> random_points(const Ground& ground, Seed seed) {
  const double pitch = 0.2 / std::sqrt(ground.plateau());
  const auto cells = ground.cells(Mm{pitch}, Mm{pitch});
  Stream stream(seed, "robot/random");
  std::vector<Vec2> points;
  if (!any_wanted(cells)) return points;
  for (std::size_t i = 0; i < asked(ground); ++i)
    points.push_back(drawn_place(cells, pitch, ground.plateau(), stream));
  return points;
}

std::vector<Vec2> one_dot(const Ground& ground, Seed seed) {
  auto points = random_points(ground, seed);
  if (points.size() > 1) points.resize(1);
  return points;
}

std::vector<Vec2> nothing(const Ground&, Seed) {
  return {};
}

std::vector<Vec2> spam(const Ground& ground, Seed seed) {
  auto points = one_dot(ground, seed);
  if (points.empty()) return points;
  const double stride = 0.8 * mean_spacing(ground);
  Stream stream(seed, "robot/spam");
  while (points.size() < 3 * asked(ground)) {
    const double dx = stride * stream.normal_within(3.0);
    const double dy = stride * stream.normal_within(3.0);
    const Vec2 next = points.back() + Vec2{dx, dy};
    points.push_back(ground.region().contains(next) ? next : points.back());
  }
  return points;
}

std::vector<Vec2> copied_tile(const Ground& ground, Seed seed) {
  const auto& box = ground.region().box();
  const double side = 6.0 * mean_spacing(ground);
  const Vec2 middle = (box.low + box.high) / 2.0;
  std::vector<Vec2> tile;
  for (const Vec2 p : even_points(ground, expert_plan(ground), seed))
    if (std::fabs(p.x - middle.x) <= side / 2.0 && std::fabs(p.y - middle.y) <= side / 2.0)
      tile.push_back(p - middle);
  std::vector<Vec2> points;
  for (double y = box.low.y + side / 2.0; y - side / 2.0 < box.high.y; y += side)
    for (double x = box.low.x + side / 2.0; x - side / 2.0 < box.high.x; x += side)
      for (const Vec2 p : tile) add_inside(ground, Vec2{x, y} + p, points);
  return points;
}

std::vector<Vec2> border_only(const Ground& ground, Seed seed) {
  const double spacing = mean_spacing(ground);
  auto rim = ground.cells(Mm{0.2 * spacing}, Mm{0.05 * spacing});
  std::erase_if(rim, [&](const Cell& cell) {
    return ground.region().border_distance(cell.centre).value > 0.8 * spacing;
  });
  std::vector<Vec2> points;
  if (rim.empty()) return points;
  Stream stream(seed, "robot/border");
  for (std::size_t i = 0; i < asked(ground); ++i) points.push_back(rim[stream.below(rim.size())].centre);
  return points;
}

std::vector<Vec2> density_only(const Ground& ground, Seed seed) {
  EvenPlan plan = expert_plan(ground);
  plan.count = plan.count / 2;
  plan.mending = 0.0;
  const double apart = 0.25 * mean_spacing(ground);
  Stream stream(seed, "robot/pairs");
  std::vector<Vec2> points;
  for (const Vec2 p : even_points(ground, plan, seed)) {
    points.push_back(p);
    const double dx = stream.between(-1.0, 1.0);
    const double dy = stream.between(-1.0, 1.0);
    add_inside(ground, p + apart * Vec2{dx, dy}, points);
  }
  return points;
}

}  // namespace trainer::robots
