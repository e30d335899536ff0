// What the scores must rank: kinds of work, over seeds (docs/scoring.md).
#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/geometry/grid.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/pattern.h"

using namespace engine;
using namespace engine::scoring;

namespace {

constexpr double kSide = 40.0;  // mm, of the square; density 1 per mm^2

std::vector<Vec2> random_dots(core::Seed seed, std::size_t count) {
  std::vector<Vec2> dots;
  for (std::uint64_t i = 0; i < count; ++i)
    dots.push_back({kSide * core::draw_unit(seed, "x", i), kSide * core::draw_unit(seed, "y", i)});
  return dots;
}

// Poisson-disc points at 0.70 d_ref by random insertion.
std::vector<Vec2> expert(core::Seed seed, std::size_t count) {
  std::vector<Vec2> dots;
  for (std::uint64_t i = 0; dots.size() < count && i < 400'000; ++i) {
    const Vec2 p{kSide * core::draw_unit(seed, "x", i), kSide * core::draw_unit(seed, "y", i)};
    bool free = true;
    for (const Vec2 q : dots) free = free && glm::length(p - q) >= 0.70;
    if (free) dots.push_back(p);
  }
  return dots;
}

std::vector<Vec2> grid(double jitter, core::Seed seed) {
  std::vector<Vec2> dots;
  for (int y = 0; y < 40; ++y)
    for (int x = 0; x < 40; ++x) {
      const auto n = static_cast<std::uint64_t>(y * 40 + x);
      dots.push_back({x + 0.5 + jitter * core::draw_normal(seed, "gx", n),
                      y + 0.5 + jitter * core::draw_normal(seed, "gy", n)});
    }
  return dots;
}

double total(const std::vector<Vec2>& dots, double density = 1.0) {
  const auto a = analyse_points(dots, Region::rectangle({0, 0}, {kSide, kSide}), density, {});
  return a.total ? *a.total / 100.0 : 0.0;
}

CauseId worst_cause(const std::vector<Vec2>& dots) {
  const auto a = analyse_points(dots, Region::rectangle({0, 0}, {kSide, kSide}), 1.0, {});
  const CriterionResult* worst = most_telling(a.criteria);
  return worst != nullptr && !worst->causes.empty() ? worst->causes.front().id : CauseId::Unknown;
}

}  // namespace

TEST_CASE("an expert's field is excellent, a random one poor, a grid is seen through") {
  for (core::Seed seed = 1; seed <= 2; ++seed) {
    const auto good = expert(seed, 1600);
    CHECK(total(good) >= 97.0);
    CHECK(total(random_dots(seed, 1600)) < 35.0);
    CHECK(total(grid(0.0, seed)) < 35.0);
    CHECK(total(grid(0.08, seed)) < 35.0);
    CHECK(worst_cause(grid(0.05, seed)) == CauseId::Grid);
    MESSAGE("expert " << total(good) << ", random " << total(random_dots(seed, 1600)) << ", grid "
                      << total(grid(0.0, seed)) << ", loose grid " << total(grid(0.08, seed)));
  }
}

TEST_CASE("double hits fail a good field, and the later dots are named") {
  auto dots = expert(3, 1600);
  const std::size_t before = dots.size();
  for (std::uint64_t i = 0; i < 160; ++i) {
    const double angle = 2 * core::kPi * core::draw_unit(9, "angle", i);
    dots.push_back(dots[10 * i] + Vec2{core::exact::cos(angle), core::exact::sin(angle)} * 0.2);
  }
  CHECK(total(dots) < 70.0);
  CHECK(worst_cause(dots) == CauseId::Clumps);
  const auto a = analyse_points(dots, Region::rectangle({0, 0}, {kSide, kSide}), 1.0, {});
  std::size_t twins = 0;
  for (const auto n : a.criteria[2].causes.front().dots) twins += n >= before ? 1U : 0U;
  CHECK(twins > 140);
}

TEST_CASE("too many and too few dots are named with their sign") {
  const auto good = expert(4, 1600);
  CHECK(total(good, 1.0 / 1.8) < 45.0);
  CHECK(total(good, 2.0) < 45.0);
  const auto a = analyse_points(good, Region::rectangle({0, 0}, {kSide, kSide}), 0.55, {});
  CHECK(a.criteria[0].causes.front().id == CauseId::TooDense);
  const auto b = analyse_points(good, Region::rectangle({0, 0}, {kSide, kSide}), 2.0, {});
  CHECK(b.criteria[0].causes.front().id == CauseId::TooSparse);
}

TEST_CASE("one hole of 3 mm is seen and not fatal") {
  auto dots = expert(5, 1600);
  std::erase_if(dots, [](Vec2 p) { return glm::length(p - Vec2{22, 17}) < 3.0; });
  CHECK(total(dots) > 60.0);
  CHECK(total(dots) < 88.0);
  const auto a = analyse_points(dots, Region::rectangle({0, 0}, {kSide, kSide}), 1.0, {});
  CHECK(glm::length(a.criteria[3].causes.front().at - Vec2{22, 17}) < 1.0);
}
