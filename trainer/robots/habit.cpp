#include "trainer/robots/habit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/geometry/grid.h"
#include "engine/skin/penetration.h"

namespace trainer::robots {

using engine::geometry::Box;
using engine::geometry::Grid;
using engine::geometry::Vec2;
using engine::skin::Dot;

namespace {

constexpr std::size_t kEnough = 10;

// One hand's dots, flat, with the spacing that it kept there: of the density asked times its own.
struct Laid {
  std::span<const Vec2> places;
  std::span<const Dot> dots;
  std::vector<double> spacing;
};

// Empty where nothing was asked.
std::vector<double> spacings(std::span<const Vec2> places, double density, const Asked& asked) {
  constexpr double kThinnest = 0.15;  // of the most that was asked: below it nobody spaces dots
  std::vector<double> per_mm2;
  for (const Vec2 p : places) per_mm2.push_back(asked(p));
  const double most = *std::max_element(per_mm2.begin(), per_mm2.end());
  if (most <= 0.0) return {};
  for (double& x : per_mm2) x = 1.0 / std::sqrt(density * std::max(x, kThinnest * most));
  return per_mm2;
}

// Which clump each dot belongs to: the smallest number of a dot in it.
std::vector<std::size_t> joined(const Laid& laid, const Grid& grid) {
  std::vector<std::size_t> root(laid.places.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t k) {
    while (root[k] != k) k = root[k];
    return k;
  };
  const double widest = *std::max_element(laid.spacing.begin(), laid.spacing.end());
  grid.pairs_within(kTogether * widest, [&](std::size_t i, std::size_t j, double d2) {
    const double reach = kTogether * std::min(laid.spacing[i], laid.spacing[j]);
    if (d2 >= reach * reach) return;
    const std::size_t a = find(i), b = find(j);
    root[std::max(a, b)] = std::min(a, b);
  });
  for (std::size_t k = 0; k < root.size(); ++k) root[k] = find(k);
  return root;
}

std::vector<Clump> clumps_of(const Laid& laid, const std::vector<std::size_t>& root) {
  std::vector<Clump> clumps;
  std::vector<std::size_t> number(root.size(), 0);
  for (std::size_t k = 0; k < root.size(); ++k) {
    if (root[k] == k) {
      number[k] = clumps.size();
      clumps.emplace_back();
    }
    Clump& clump = clumps[number[root[k]]];
    clump.dots.push_back(laid.dots[k]);
    clump.offsets.push_back((laid.places[k] - laid.places[root[k]]) / laid.spacing[root[k]]);
  }
  return clumps;
}

// Mean distance of clumps to the nearest other, spacings.
double mean_apart(const Laid& laid, const Grid& grid, const std::vector<std::size_t>& root) {
  constexpr double kFarthest = 2.0;
  std::vector<double> nearest(root.size(), kFarthest);
  for (std::size_t k = 0; k < root.size(); ++k)
    grid.within(laid.places[k], kFarthest * laid.spacing[k], [&](std::size_t other, double d2) {
      if (root[other] != root[k])
        nearest[root[k]] = std::min(nearest[root[k]], std::sqrt(d2) / laid.spacing[k]);
    });
  double sum = 0.0, count = 0.0;
  for (std::size_t k = 0; k < root.size(); ++k)
    if (root[k] == k) sum += nearest[k], count += 1.0;
  return sum / count;
}

// How near random insertion must let clumps come for that mean (measured: insertion at 0.5 leaves 0.682, at
// 0.7 0.795, nearly straight between). `size`: mean of a clump, dots.
double closest_for(double mean, double size) {
  const double wide = std::sqrt(size);  // spacing of clumps in spacings of dots
  return std::clamp(wide * (0.5 + (mean / wide - 0.682) / (0.795 - 0.682) * 0.2), kTogether, 0.75);
}

// Shares of what was expected, over square places that lie in the target for the most part.
std::vector<double> fullness_of(const Laid& laid, double density, const Asked& asked, const Box& box) {
  constexpr int kSamples = 12;
  const double side = kPlace * *std::min_element(laid.spacing.begin(), laid.spacing.end()),
               step = side / kSamples;
  std::vector<double> shares;
  for (double y = box.low.y; y < box.high.y; y += side)
    for (double x = box.low.x; x < box.high.x; x += side) {
      double expected = 0.0;
      for (int k = 0; k < kSamples * kSamples; ++k)
        expected +=
            step * step * density *
            asked({x + (k % kSamples + 0.5) * step, y + (static_cast<double>(k / kSamples) + 0.5) * step});
      if (expected < 0.5 * kPlace * kPlace) continue;
      const auto there = std::count_if(laid.places.begin(), laid.places.end(), [&](Vec2 p) {
        return p.x >= x && p.x < x + side && p.y >= y && p.y < y + side;
      });
      shares.push_back(static_cast<double>(there) / expected);
    }
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  if (sum <= 0.0) return {};
  for (double& share : shares) share *= static_cast<double>(shares.size()) / sum;
  return shares;
}

void tell_means(Habit& habit, std::span<const Dot> dots) {
  double sum = 0.0, squares = 0.0, width = 0.0, pigment = 0.0;
  for (const Dot& dot : dots) {
    const double delta = engine::skin::delta(dot);
    sum += delta;
    squares += delta * delta;
    width += dot.diameter_um / 1000.0;
    pigment += dot.pigment_permille;
  }
  const auto n = static_cast<double>(dots.size());
  habit.delta_mean = sum / n;
  habit.delta_sd = std::sqrt(std::max(0.0, squares / n - habit.delta_mean * habit.delta_mean));
  habit.diameter = engine::core::Mm{width / n};
  habit.pigment_permille = static_cast<std::int32_t>(pigment / n);
}

// A dot of a hand that is only described. Thickness 1 mm: it is laid into other skin later.
Dot described(const Habit& habit, std::uint64_t number, engine::core::Seed seed) {
  using engine::core::draw_normal;
  const double delta =
      std::clamp(habit.delta_mean + habit.delta_sd * draw_normal(seed, "continue/depth", number), 0.02, 1.3);
  const auto width = [](double d) {
    return static_cast<double>(
        engine::skin::healed_diameter_um({}, static_cast<std::int32_t>(std::lround(1000.0 * d)), 900, 0));
  };
  Dot dot;
  dot.thickness_um = 1000;
  dot.deposit_depth_um = static_cast<std::int32_t>(1000.0 * delta);
  dot.diameter_um =
      static_cast<std::int32_t>(habit.diameter.value * 1000.0 * width(delta) / width(habit.delta_mean) *
                                (1.0 + 0.06 * draw_normal(seed, "continue/size", number)));
  dot.pigment_permille = habit.pigment_permille;
  return dot;
}

}  // namespace

Habit habit_of(std::span<const Vec2> places, std::span<const Dot> dots, double asked_dots, const Asked& asked,
               const Box& box) {
  Habit habit;
  if (places.size() < kEnough || places.size() != dots.size() || asked_dots <= 0.0) return habit;
  const auto n = static_cast<double>(places.size());
  habit.density = std::clamp(n / asked_dots, 0.1, 3.0);
  Laid laid{places, dots, spacings(places, habit.density, asked)};
  if (laid.spacing.empty()) return habit;
  const double widest = *std::max_element(laid.spacing.begin(), laid.spacing.end());
  const Grid grid(places, widest);
  const auto root = joined(laid, grid);
  habit.clumps = clumps_of(laid, root);
  habit.closest = closest_for(mean_apart(laid, grid, root), n / static_cast<double>(habit.clumps.size()));
  const auto nearest = grid.nearest_of_all();
  double twins = 0.0;
  for (std::size_t k = 0; k < nearest.size(); ++k) twins += nearest[k] < 0.25 * laid.spacing[k] ? 1.0 : 0.0;
  habit.doublets = twins / n / 2.0;
  habit.fullness = fullness_of(laid, habit.density, asked, box);
  tell_means(habit, dots);
  return habit;
}

Habit habit_of(const assessment::Site& site, std::span<const Dot> dots) {
  const auto& targets = site.targets();
  const auto most = std::max_element(targets.begin(), targets.end(), [](const auto& a, const auto& b) {
    return a.asked_dots < b.asked_dots;
  });
  if (most == targets.end()) return {};
  std::vector<Vec2> places;
  std::vector<Dot> inside;
  for (const Dot& dot : dots)
    if (const auto p = most->plane.flatten(dot.at); p && most->region.contains(*p)) {
      places.push_back(*p);
      inside.push_back(dot);
    }
  const double even = most->asked_dots / most->region.area();  // of scars: dots are counted, not spread
  const auto asked = [&](Vec2 p) {
    if (!most->region.contains(p)) return 0.0;
    return most->scars.empty() ? most->density.at(p) : even;
  };
  return habit_of(places, inside, most->asked_dots, asked, most->region.box());
}

std::vector<Clump> clumps_like(const Habit& habit, std::size_t dots, engine::core::Seed seed) {
  std::vector<Clump> clumps;
  std::size_t set = 0;
  for (std::uint64_t k = 0; set < dots; ++k) {
    if (!habit.clumps.empty()) {
      clumps.push_back(
          habit.clumps[engine::core::draw_below(seed, "continue/clump", k, habit.clumps.size())]);
    } else {
      clumps.push_back({.dots = {described(habit, 2 * k, seed)}, .offsets = {{0.0, 0.0}}});
      if (engine::core::draw_unit(seed, "continue/twin", k) < habit.doublets) {
        clumps.back().dots.push_back(described(habit, 2 * k + 1, seed));
        clumps.back().offsets.emplace_back(0.15, 0.12);
      }
    }
    set += clumps.back().dots.size();
  }
  std::stable_sort(clumps.begin(), clumps.end(),
                   [](const Clump& a, const Clump& b) { return a.dots.size() > b.dots.size(); });
  return clumps;
}

}  // namespace trainer::robots
