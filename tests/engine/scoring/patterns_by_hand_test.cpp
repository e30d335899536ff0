// Holes, rows, grids and copies among dots, against values worked out by hand or counted the slow way.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/scoring/copies.h"
#include "engine/scoring/field.h"
#include "engine/scoring/holes.h"
#include "engine/scoring/periodogram.h"

using namespace engine::scoring;
using engine::core::draw_unit;

namespace {

Field lattice(int side, double pitch = 1.0) {
  Field field;
  field.region = Region::rectangle({0, 0}, {side * pitch, side * pitch});
  field.target.plateau_per_mm2 = 1.0 / (pitch * pitch);
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()),
                            .at = {(x + 0.5) * pitch, (y + 0.5) * pitch}});
  return field;
}

void renumber(Field& field) {
  for (std::uint32_t i = 0; i < field.dots.size(); ++i) field.dots[i].number = i;
}

}  // namespace

// ---- holes

TEST_CASE("between four dots of a lattice the hole is half the diagonal; a dot missing makes it one pitch") {
  Field field = lattice(12);
  CHECK(largest_hole(field, {0.0, 3}).radius.value == doctest::Approx(std::sqrt(0.5)).epsilon(0.01));
  std::erase_if(field.dots, [](const FieldDot& d) { return glm::length(d.at - Vec2{6.5, 5.5}) < 0.1; });
  renumber(field);
  const Hole hole = largest_hole(field, {0.0, 3});
  CHECK(hole.radius.value == doctest::Approx(1.0).epsilon(0.01));
  CHECK(glm::length(hole.centre - Vec2{6.5, 5.5}) < 0.05);
}

TEST_CASE("no other place allowed is emptier than the largest hole") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    Field field = lattice(14);
    for (auto& dot : field.dots)
      dot.at += Vec2{draw_unit(seed, "x", dot.number) - 0.5, draw_unit(seed, "y", dot.number) - 0.5};
    const Hole hole = largest_hole(field, {});
    for (double x = 0.1; x < 14; x += 0.2)
      for (double y = 0.1; y < 14; y += 0.2) {
        double nearest = 1e9;
        for (const auto& dot : field.dots) nearest = std::min(nearest, glm::length(dot.at - Vec2{x, y}));
        CHECK(nearest <= hole.radius.value + 0.02);
      }
  }
}

TEST_CASE("without dots, or in an empty region, there is no hole") {
  Field none = lattice(5);
  none.dots.clear();
  CHECK(largest_hole(none, {}).radius.value == 0.0);
  CHECK(largest_hole({}, {}).radius.value == 0.0);
}

TEST_CASE("open skin is all of it without dots, none under a lattice, and half with half the dots") {
  const Field full = lattice(12);
  CHECK(open_pixels(full, kUncovered).fraction() == 0.0);
  Field half = full;
  std::erase_if(half.dots, [](const FieldDot& d) { return d.at.x > 6; });
  renumber(half);
  CHECK(open_pixels(half, kUncovered).fraction() ==
        doctest::Approx(5.4 / 12).epsilon(0.05));  // 0.6 mm less: reach
  Field one = full;
  one.dots.resize(1);
  CHECK(open_pixels(one, kUncovered).fraction() > 0.97);
}

TEST_CASE("filling holes puts dots where they are missing, one by one, and stops when none is left") {
  Field field = lattice(12);
  const std::vector<Vec2> missing{{3.5, 3.5}, {8.5, 4.5}, {5.5, 9.5}};
  std::erase_if(field.dots, [&](const FieldDot& d) {
    return std::any_of(missing.begin(), missing.end(), [&](Vec2 m) { return glm::length(d.at - m) < 0.1; });
  });
  renumber(field);
  const auto added = fill_holes(field, 3);
  REQUIRE(added.size() == 3);
  for (const Vec2 m : missing)
    CHECK(std::any_of(added.begin(), added.end(), [&](Vec2 p) { return glm::length(p - m) < 0.2; }));
  CHECK(fill_holes(lattice(12), 100, 0.8).empty());
  CHECK(fill_holes(field, 100, 0.8).size() == 3);
  CHECK(fill_holes(field, 0).empty());
  CHECK(fill_holes(field, 2).size() == 2);
}

TEST_CASE("spreading out takes the most crowded, only those that may go, each once") {
  Field field = lattice(10);
  field.dots.push_back({.number = 100, .at = {4.6, 4.5}});
  field.dots.push_back({.number = 101, .at = {7.6, 2.5}});
  const auto gone = spread_out(field, 2);
  REQUIRE(gone.size() == 2);
  CHECK(gone[0] < gone[1]);
  for (const auto number : gone) {
    const Vec2 p = field.dots[number].at;
    CHECK((glm::length(p - Vec2{4.55, 4.5}) < 0.2 || glm::length(p - Vec2{7.55, 2.5}) < 0.2));
  }
  const std::vector<std::uint32_t> may{3, 5, 8};
  const auto only = spread_out(field, 2, may);
  REQUIRE(only.size() == 2);
  for (const auto number : only) CHECK(std::find(may.begin(), may.end(), number) != may.end());
  CHECK(spread_out(field, 0).empty());
}

// ---- rows, grids, copies

TEST_CASE(
    "a perfect lattice has one clear period in two directions, at one over its pitch, however it is turned") {
  for (const double angle : {0.0, 0.3, 0.7}) {
    std::vector<Vec2> dots;
    for (int x = -8; x <= 8; ++x)
      for (int y = -8; y <= 8; ++y) {
        const Vec2 p{x * std::cos(angle) - y * std::sin(angle), x * std::sin(angle) + y * std::cos(angle)};
        if (glm::length(p) < 7.0) dots.push_back(p);
      }
    const Peak peak = strongest_period(dots, {0, 0}, engine::core::Mm{7.0}, 1.0);
    CHECK(peak.coherence > 0.97);
    CHECK(peak.across > 0.9);
    CHECK(glm::length(peak.q) == doctest::Approx(1.0).epsilon(0.02));
  }
}

TEST_CASE("rows have a period across them and none along, dots at random have none at all") {
  std::vector<Vec2> rows, random;
  for (std::uint64_t i = 0; i < 400; ++i) {
    const double u = draw_unit(6, "u", i), v = draw_unit(6, "v", i);
    const Vec2 in_row{14 * u - 7, std::round(14 * v - 7)},
        anywhere{14 * u - 7, 14 * draw_unit(6, "w", i) - 7};
    if (glm::length(in_row) < 7.0) rows.push_back(in_row);
    if (glm::length(anywhere) < 7.0) random.push_back(anywhere);
  }
  const Peak of_rows =
      strongest_period(rows, {0, 0}, engine::core::Mm{7.0}, static_cast<double>(rows.size()) / 154.0);
  const Peak of_random =
      strongest_period(random, {0, 0}, engine::core::Mm{7.0}, static_cast<double>(random.size()) / 154.0);
  CHECK(of_rows.coherence > 0.95);
  CHECK(of_rows.across < 0.3);
  CHECK(std::fabs(of_rows.q.y) == doctest::Approx(1.0).epsilon(0.03));
  CHECK(std::fabs(of_rows.q.x) < 0.05);
  CHECK(of_random.coherence < 0.2);
}

TEST_CASE("a tile that was stamped again is found by its shift; drawn dots are no copy") {
  Field stamped = lattice(24), random = stamped;
  for (auto& dot : stamped.dots) {
    const std::uint32_t x = dot.number % 24, y = dot.number / 24, in_tile = x % 8 + 8 * (y % 8);
    dot.at += Vec2{0.9 * (draw_unit(7, "x", in_tile) - 0.5), 0.9 * (draw_unit(7, "y", in_tile) - 0.5)};
  }
  for (auto& dot : random.dots)
    dot.at += Vec2{0.9 * (draw_unit(7, "x", dot.number) - 0.5), 0.9 * (draw_unit(7, "y", dot.number) - 0.5)};
  const Copy copy = strongest_copy(stamped), none = strongest_copy(random);
  CHECK(copy.share > 0.95);
  CHECK(copy.excess() > 0.5);
  // A multiple of the tile's side, either way.
  CHECK(std::fabs(copy.shift.x / 8 - std::round(copy.shift.x / 8)) < 0.05);
  CHECK(std::fabs(copy.shift.y / 8 - std::round(copy.shift.y / 8)) < 0.05);
  CHECK(none.excess() < 0.2);
  const auto twins = copied_dots(stamped, copy.shift, 1000);
  CHECK(twins.size() > 200);
  CHECK(copied_dots(stamped, copy.shift, 10).size() == 10);
}
