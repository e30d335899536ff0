#include "trainer/robots/scar_points.h"

#include <algorithm>
#include <limits>

#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "trainer/robots/stream.h"

namespace trainer::robots {

namespace {

constexpr double kInside = 0.5;      // of the radius: the hand's own scatter keeps off the rim
constexpr double kLosesCount = 0.5;  // of the points of a hand without any skill
constexpr int kLooks = 8;            // places thought of for each point

struct Scar {
  Vec2 middle{0.0};
  double order = 0.0;  // of equally empty ones
  std::vector<Vec2> dots;
};

Vec2 in_disc(Vec2 middle, double radius, Stream& stream) {
  const double angle = 2.0 * engine::core::kPi * stream.unit(), r = radius * std::sqrt(stream.unit());
  return middle + r * Vec2{engine::core::exact::cos(angle), engine::core::exact::sin(angle)};
}

double room(const Scar& scar, Vec2 p) {
  double least = std::numeric_limits<double>::infinity();
  for (const Vec2 dot : scar.dots) least = std::min(least, glm::length(dot - p));
  return least;
}

Vec2 place_in(const Scar& scar, double radius, Stream& stream) {
  Vec2 best = in_disc(scar.middle, kInside * radius, stream);
  for (int i = 1; i < kLooks; ++i) {
    const Vec2 other = in_disc(scar.middle, kInside * radius, stream);
    if (room(scar, other) > room(scar, best)) best = other;
  }
  return best;
}

}  // namespace

std::vector<Vec2> scar_points(const Ground& ground, std::size_t count, double skill,
                              engine::core::Seed seed) {
  Stream stream(seed, "robot/scars");
  std::vector<Scar> scars;
  for (const Vec2 middle : ground.scars().middles) scars.push_back({middle, stream.unit(), {}});
  const auto nearest = [&](Vec2 p) -> Scar& {
    return *std::min_element(scars.begin(), scars.end(), [p](const Scar& a, const Scar& b) {
      return glm::dot(a.middle - p, a.middle - p) < glm::dot(b.middle - p, b.middle - p);
    });
  };
  for (const Vec2 old : ground.standing()) nearest(old).dots.push_back(old);
  std::vector<Vec2> points;
  while (points.size() < count) {
    const bool lost = stream.unit() < kLosesCount * (1.0 - skill);
    Scar& scar =
        lost ? scars[stream.below(scars.size())]
             : *std::min_element(scars.begin(), scars.end(), [](const Scar& a, const Scar& b) {
                 return a.dots.size() != b.dots.size() ? a.dots.size() < b.dots.size() : a.order < b.order;
               });
    points.push_back(place_in(scar, ground.scars().radius.value, stream));
    scar.dots.push_back(points.back());
  }
  return points;
}

}  // namespace trainer::robots
