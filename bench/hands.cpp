// Careful hands, simulated: aim scatters by 2.5 px at the working zoom, the ring's distance is judged to 12
// %. They fill square patches by the spacing ring alone. Prints what the cue leads to and how much one hand
// varies.
//   smp-hands [HANDS=200]
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "engine/core/draw.h"
#include "engine/geometry/vec.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/pattern.h"
#include "engine/scoring/trend.h"

namespace {

using engine::core::draw_normal;
using engine::core::draw_unit;
using engine::core::Seed;
using engine::geometry::Region;
using engine::geometry::Vec2;
using engine::scoring::Field;

constexpr double kAimPx = 2.5;       // SD; an assumption, as is the next
constexpr double kJudgement = 0.12;  // relative SD of a distance taken by eye
constexpr double kRing = 0.80;       // of d_ref: the spacing cue
constexpr int kLooks = 3000;         // for a place, before a search is given up
constexpr int kSearches = 2;         // given up one after the other: no room is left

// Dots so far in square cells of one d_ref, so that a look at a place is quick.
class Patch {
 public:
  Patch(double side, double cell)
      : cell_(cell),
        cells_(static_cast<int>(side / cell) + 3),
        dots_(static_cast<std::size_t>(cells_ * cells_)) {}
  void put(Vec2 p) { dots_[at(column(p.x), column(p.y))].push_back(p); }
  [[nodiscard]] bool free(Vec2 p, double r) const {
    const int reach = static_cast<int>(std::ceil(r / cell_));
    for (int y = std::max(0, column(p.y) - reach); y <= std::min(cells_ - 1, column(p.y) + reach); ++y)
      for (int x = std::max(0, column(p.x) - reach); x <= std::min(cells_ - 1, column(p.x) + reach); ++x)
        for (const Vec2 q : dots_[at(x, y)])
          if (glm::length(q - p) < r) return false;
    return true;
  }

 private:
  [[nodiscard]] int column(double x) const {
    return std::clamp(static_cast<int>(x / cell_) + 1, 0, cells_ - 1);
  }
  [[nodiscard]] std::size_t at(int x, int y) const { return static_cast<std::size_t>(y * cells_ + x); }
  double cell_;
  int cells_;
  std::vector<std::vector<Vec2>> dots_;
};

Field worked(double side, double per_cm2, Seed seed) {
  Field field;
  field.of_lesson = true;
  field.region = Region::rectangle({0, 0}, {side, side});
  field.target.plateau_per_mm2 = per_cm2 / 100.0;
  const double d_ref = 10.0 / std::sqrt(per_cm2),
               aim_mm = kAimPx / std::max(14.0, 15.0 * std::sqrt(per_cm2 / 100.0));
  Patch patch(side, d_ref);
  std::uint64_t look = 0, dot = 0;
  // Each dot has one idea of the distance, and one search for a place that is free by it.
  for (int in_vain = 0; in_vain < kSearches; ++dot) {
    const double room = kRing * d_ref * (1.0 + kJudgement * draw_normal(seed, "judgement", dot));
    bool found = false;
    for (int i = 0; i < kLooks && !found; ++i, ++look) {
      const Vec2 goal = side * Vec2{draw_unit(seed, "x", look), draw_unit(seed, "y", look)};
      found = patch.free(goal, room);
      if (!found) continue;
      const Vec2 at = goal + aim_mm * Vec2{draw_normal(seed, "aim x", dot), draw_normal(seed, "aim y", dot)};
      patch.put(at);
      if (field.region.contains(at))
        field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at});
    }
    in_vain = found ? 0 : in_vain + 1;
  }
  return field;
}

double total(const Field& field) {
  const auto rubric = engine::scoring::pad_pattern_rubric();
  return engine::scoring::total(engine::scoring::judge(field, rubric), rubric).value_or(0) / 100.0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "200";
  int hands = 0;
  const auto end = std::from_chars(word.data(), word.data() + word.size(), hands);
  if (word == "--help" || word == "-h" || end.ptr != word.data() + word.size() || hands < 2 || argc > 2) {
    const bool help = word == "--help" || word == "-h";
    fmt::print(
        help ? stdout : stderr,
        "smp-hands [HANDS]\nCareful hands, simulated: the density that the spacing ring leads to, and how "
        "much one hand varies.\n\n  HANDS   for each density and patch, from 2; 200 unless told\n");
    return help ? 0 : 2;
  }
  fmt::print("{:>8} {:>9} {:>10} {:>10} {:>8} {:>8} {:>8} {:>10}\n", "per cm2", "patch mm", "dots/asked",
             "+- SD", "total", "SD", "least", "pass at 70");
  for (const double per_cm2 : {30.0, 40.0, 65.0, 90.0})
    for (const double side : {15.0, 20.0, 30.0, 40.0}) {
      std::vector<double> totals, shares;
      for (int hand = 1; hand <= hands; ++hand) {
        const Field field = worked(side, per_cm2, static_cast<Seed>(hand));
        shares.push_back(static_cast<double>(field.dots.size()) /
                         (field.target.plateau_per_mm2 * side * side));
        totals.push_back(total(field));
      }
      const auto passed = std::count_if(totals.begin(), totals.end(), [](double t) { return t >= 70.0; });
      using engine::scoring::mean, engine::scoring::standard_deviation;
      fmt::print("{:>8.0f} {:>9.0f} {:>10.3f} {:>10.3f} {:>8.2f} {:>8.2f} {:>8.2f} {:>8.0f} %\n", per_cm2,
                 side, mean(shares), standard_deviation(shares), mean(totals), standard_deviation(totals),
                 *std::min_element(totals.begin(), totals.end()),
                 100.0 * static_cast<double>(passed) / hands);
    }
  return 0;
}
