#include "trainer/robots/continuation.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "engine/core/exact_math.h"
#include "engine/scalp/follicles.h"
#include "trainer/robots/bare.h"

namespace trainer::robots {

using engine::scalp::CanvasPoint;
using engine::skin::Dot;

namespace {

// Points in space, found again by cell.
class Cells {
 public:
  explicit Cells(double side) : side_(side) {}
  [[nodiscard]] bool any_within(const Vec3& p, double r) const {
    const auto [x, y, z] = cell(p);
    for (std::int64_t i = x - 1; i <= x + 1; ++i)
      for (std::int64_t j = y - 1; j <= y + 1; ++j)
        for (std::int64_t k = z - 1; k <= z + 1; ++k)
          if (const auto found = points_.find(key(i, j, k)); found != points_.end())
            for (const Vec3& q : found->second)
              if (glm::dot(q - p, q - p) < r * r) return true;
    return false;
  }
  void add(const Vec3& p) {
    const auto [x, y, z] = cell(p);
    points_[key(x, y, z)].push_back(p);
  }

 private:
  struct Index {
    std::int64_t x, y, z;
  };
  [[nodiscard]] Index cell(const Vec3& p) const {
    return {static_cast<std::int64_t>(std::floor(p.x / side_)),
            static_cast<std::int64_t>(std::floor(p.y / side_)),
            static_cast<std::int64_t>(std::floor(p.z / side_))};
  }
  static std::int64_t key(std::int64_t x, std::int64_t y, std::int64_t z) {
    return ((x + 100'000) * 200'003 + (y + 100'000)) * 200'003 + (z + 100'000);
  }
  double side_;
  std::unordered_map<std::int64_t, std::vector<Vec3>> points_;  // only looked up, never walked through
};

// The whole dot, in the skin that is there.
Dot laid_into(const engine::scalp::SurfacePoint& place, Dot dot, CanvasPoint at, std::uint32_t number) {
  const double delta = engine::skin::delta(dot);
  dot.number = number;
  dot.at = at;
  dot.thickness_um = static_cast<std::int32_t>(place.skin_thickness.value * 1000.0);
  dot.deposit_depth_um = static_cast<std::int32_t>(std::lround(delta * dot.thickness_um));
  dot.skin_depth = dot.skin_spread = dot.skin_kept = 1000;
  return dot;
}

// Where a hand leaves places thin and fills others: one of its own places, round points strewn over the
// chart.
class Fullness {
 public:
  Fullness(const Habit& habit, double spacing, engine::core::Seed seed)
      : habit_(habit), side_(kPlace * spacing), seed_(seed) {}
  [[nodiscard]] double most() const {
    return habit_.fullness.empty() ? 1.0 : *std::max_element(habit_.fullness.begin(), habit_.fullness.end());
  }
  [[nodiscard]] double at(Vec2 uv) const {
    if (habit_.fullness.empty()) return 1.0;
    const auto column = static_cast<std::int64_t>(std::floor(uv.x / side_)),
               row = static_cast<std::int64_t>(std::floor(uv.y / side_));
    std::uint64_t nearest = 0;
    double least = 1e9;
    for (std::int64_t i = column - 1; i <= column + 1; ++i)
      for (std::int64_t j = row - 1; j <= row + 1; ++j) {
        const auto key = static_cast<std::uint64_t>((i + 1000) * 2000 + j + 1000);
        const Vec2 middle{
            side_ * (static_cast<double>(i) + engine::core::draw_unit(seed_, "continue/x", key)),
            side_ * (static_cast<double>(j) + engine::core::draw_unit(seed_, "continue/y", key))};
        if (const double away = glm::length(middle - uv); away < least) least = away, nearest = key;
      }
    return habit_.fullness[engine::core::draw_below(seed_, "continue/full", nearest, habit_.fullness.size())];
  }

 private:
  const Habit& habit_;
  double side_;
  engine::core::Seed seed_;
};

struct Throw {
  Vec2 uv;
  Bare::Spot spot;
};

constexpr double kReachMm = 230.0;  // of the chart from the vertex
// Places thrown for each dot that is wanted, of which the hand takes those far enough apart.
constexpr double kTriesPerDot = 6.0;

std::vector<Throw> thrown_over(const Bare& bare, const Widening& widening, const Fullness& fullness,
                               double per_cm2, engine::core::Seed seed) {
  const double most = fullness.most();
  const auto tries =
      static_cast<std::uint64_t>(kTriesPerDot * most * per_cm2 / 100.0 * 4.0 * kReachMm * kReachMm);
  std::vector<Throw> thrown;
  for (std::uint64_t k = 0; k < tries; ++k) {
    const Vec2 uv{kReachMm * (2.0 * engine::core::draw_unit(seed, "continue/u", k) - 1.0),
                  kReachMm * (2.0 * engine::core::draw_unit(seed, "continue/v", k) - 1.0)};
    const double chance = engine::core::draw_unit(seed, "continue/keep", k);
    const double skin = widening.at(uv);
    if (chance > skin) continue;
    const Bare::Spot spot = bare.at(uv);
    if (chance <= skin * spot.share && chance <= skin * spot.share * fullness.at(uv) / most)
      thrown.push_back({uv, spot});
  }
  return thrown;
}

// Lays clumps where they are thrown, each turned at random, none nearer to another than the hand comes.
class Layer {
 public:
  Layer(const engine::scalp::Canvas& canvas, const Bare& bare, const Widening& widening, double spacing,
        double closest, std::uint32_t first_number)
      : canvas_(canvas),
        bare_(bare),
        widening_(widening),
        spacing_(spacing),
        closest_(closest),
        number_(first_number),
        cells_(2.0 * spacing) {}

  // Hair that grows there, between which the hand works.
  void keep_off(const Vec3& hair) { cells_.add(hair); }

  bool lay(const Clump& clump, const Throw& at, double turn) {
    // of dots and of the hair between which they come
    const double spacing = spacing_ / std::sqrt(std::max(0.15, at.spot.filled));
    std::vector<std::pair<CanvasPoint, Vec3>> places;
    for (const Vec2 offset : clump.offsets) {
      const bool first = places.empty();  // lies where it is thrown
      const Vec2 uv = first ? at.uv : beside(at.uv, spacing * offset, turn);
      const Bare::Spot spot = first ? at.spot : bare_.at(uv);
      if (spot.share <= 0.0) continue;
      if (cells_.any_within(spot.position, std::min(closest_ * spacing, 2.0 * spacing_))) return false;
      places.emplace_back(engine::scalp::canvas_point_from_mm(uv), spot.position);
    }
    for (std::size_t k = 0; k < places.size(); ++k)
      if (const auto there = canvas_.locate(places[k].first)) {
        cells_.add(places[k].second);
        dots_.push_back(laid_into(*there, clump.dots[k], places[k].first, number_++));
      }
    return true;
  }
  [[nodiscard]] std::vector<Dot> take() { return std::move(dots_); }

 private:
  // The offset turned and laid on the skin; the chart widens across.
  [[nodiscard]] Vec2 beside(Vec2 uv, Vec2 offset, double turn) const {
    const double c = engine::core::exact::cos(turn), s = engine::core::exact::sin(turn);
    const Vec2 mm{c * offset.x - s * offset.y, s * offset.x + c * offset.y};
    const double out = glm::length(uv);
    const Vec2 along = out > 1e-6 ? uv / out : Vec2{0.0, 1.0};
    return uv + mm.x * along + mm.y / widening_.at(uv) * Vec2{-along.y, along.x};
  }

  const engine::scalp::Canvas& canvas_;
  const Bare& bare_;
  const Widening& widening_;
  double spacing_, closest_;
  std::uint32_t number_;
  Cells cells_;  // of what is there: hair and dots
  std::vector<Dot> dots_;
};

void keep_off_hair(Layer& layer, const Bare& bare, const engine::scalp::Client& client,
                   const engine::scalp::Canvas& canvas) {
  for (const auto& unit : follicular_units(canvas, client.seed, growth_of(client), whole(canvas)))
    if (const auto spot = bare.at(engine::scalp::mm_from_canvas_point(unit.at)); spot.share > 0.0)
      layer.keep_off(spot.position);
}

}  // namespace

std::vector<Dot> continuation(const lessons::Lesson& lesson, const engine::scalp::Canvas& canvas,
                              const Habit& habit, std::span<const std::vector<CanvasPoint>> taken,
                              double per_cm2, std::uint32_t first_number, engine::core::Seed seed) {
  const auto* client = std::get_if<engine::scalp::Client>(&lesson.canvas);
  if (client == nullptr || canvas.head() == nullptr) return {};
  const double full = per_cm2 * habit.density, spacing = 10.0 / std::sqrt(full);
  const Bare bare(*client, canvas, taken);
  const Widening widening(canvas);
  const auto thrown = thrown_over(bare, widening, Fullness(habit, spacing, seed), full, seed);
  const auto wanted = static_cast<std::size_t>(static_cast<double>(thrown.size()) / kTriesPerDot);
  const auto clumps = clumps_like(habit, wanted, seed);
  Layer layer(canvas, bare, widening, spacing, habit.closest, first_number);
  keep_off_hair(layer, bare, *client, canvas);
  constexpr int kPatience = 200;  // throws for one clump
  std::size_t next = 0;
  int misses = 0;
  for (std::size_t k = 0; k < thrown.size() && next < clumps.size(); ++k) {
    const double turn = 2.0 * engine::core::kPi * engine::core::draw_unit(seed, "continue/turn", k);
    const bool laid = layer.lay(clumps[next], thrown[k], turn);
    misses = laid ? 0 : misses + 1;
    if (!laid && misses < kPatience) continue;
    ++next;
    misses = 0;
  }
  return layer.take();
}

namespace {

double densest(const assessment::Site& site, double least) {
  for (const auto& target : site.targets()) least = std::max(least, target.target.density_cm2);
  return least;
}

}  // namespace

std::vector<Dot> continuation(const assessment::Site& site, std::span<const Dot> dots,
                              engine::core::Seed seed) {
  constexpr double kLeastPerCm2 = 20.0;
  if (site.targets().empty()) return {};
  std::vector<std::vector<CanvasPoint>> worked;
  for (const auto& target : site.targets()) worked.push_back(target.zone.outline);
  return continuation(site.lesson(), site.canvas(), habit_of(site, dots), worked, densest(site, kLeastPerCm2),
                      static_cast<std::uint32_t>(dots.size()), seed);
}

std::vector<Dot> finished(const assessment::Site& site, std::span<const Dot> dots, engine::core::Seed seed) {
  if (site.targets().empty()) return {};
  return continuation(site.lesson(), site.canvas(), habit_of(site, dots), {}, densest(site, kFinishedPerCm2),
                      0, seed);
}

}  // namespace trainer::robots
