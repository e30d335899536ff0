#include "trainer/robots/order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace trainer::robots {

using engine::geometry::Vec2;

namespace {

// What the front's advance weighs against the way to the next dot: above 0 nothing is left behind.
constexpr double kAdvance = 0.4;

// Takes the points of one patch, beginning nearest to `hand`.
void walk(std::vector<Vec2> patch, double start_x, Vec2& hand, std::vector<Vec2>& order) {
  while (!patch.empty()) {
    std::size_t next = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < patch.size(); ++i) {
      const double cost = glm::length(patch[i] - hand) + kAdvance * std::fabs(patch[i].x - start_x);
      if (cost >= least) continue;
      least = cost;
      next = i;
    }
    hand = patch[next];
    order.push_back(hand);
    patch.erase(patch.begin() + static_cast<std::ptrdiff_t>(next));
  }
}

}  // namespace

std::vector<Vec2> in_working_order(std::vector<Vec2> points) {
  if (points.empty()) return points;
  Vec2 low = points.front();
  for (const Vec2 p : points) low = {std::min(low.x, p.x), std::min(low.y, p.y)};
  std::map<std::pair<int, int>, std::vector<Vec2>> patches;  // by row, then to and fro by column
  for (const Vec2 p : points) {
    const int row = static_cast<int>(std::floor((p.y - low.y) / kPatch.value));
    const int column = static_cast<int>(std::floor((p.x - low.x) / kPatch.value));
    patches[{row, row % 2 == 0 ? column : -column}].push_back(p);
  }
  std::vector<Vec2> order;
  order.reserve(points.size());
  Vec2 hand = low;
  for (auto& [place, patch] : patches) {
    const double start_x = place.first % 2 == 0 ? low.x + place.second * kPatch.value
                                                : low.x + (1 - place.second) * kPatch.value;
    walk(std::move(patch), start_x, hand, order);
  }
  return order;
}

}  // namespace trainer::robots
