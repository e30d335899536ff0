// Distances between curves: values worked out by hand, and laws that hold for every pair.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/geometry/catmull_rom.h"
#include "engine/geometry/curve_distance.h"
#include "engine/geometry/polyline.h"

using namespace engine::geometry;
using engine::core::draw_unit;
using engine::core::kPi;
using Line = std::vector<Vec2>;

namespace {

// A wandering curve from left to right.
Line wandering(engine::core::Seed seed, std::size_t points = 30) {
  Line line;
  double y = 0;
  for (std::size_t i = 0; i < points; ++i) {
    y += 3 * (draw_unit(seed, "y", i) - 0.5);
    line.push_back({2.0 * static_cast<double>(i), y});
  }
  return line;
}
Line moved(Line line, Vec2 by) {
  for (Vec2& p : line) p += by;
  return line;
}
Line turned(Line line, double angle) {
  for (Vec2& p : line)
    p = {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
  return line;
}
Line backwards(Line line) {
  std::reverse(line.begin(), line.end());
  return line;
}
const Line kFlat = {{0, 0}, {10, 0}};
using Distance = double (*)(Curve, Curve);
struct Named {
  const char* name;
  Distance of;
};
constexpr Named kAll[] = {{"hausdorff", hausdorff},
                          {"hausdorff 95", hausdorff_95},
                          {"mean distance", mean_distance},
                          {"frechet", frechet},
                          {"discrete frechet", discrete_frechet}};

}  // namespace

TEST_CASE("parallel lines are apart by their distance, by every measure") {
  const Line up = moved(kFlat, {0, 3});
  for (const Named& d : kAll) {
    CAPTURE(d.name);
    CHECK(d.of(kFlat, up) == doctest::Approx(3.0).epsilon(1e-5));
  }
  CHECK(signed_offset(up, kFlat) == doctest::Approx(3.0));
  CHECK(signed_offset(moved(kFlat, {0, -2}), kFlat) == doctest::Approx(-2.0));
  CHECK(tangent_difference(kFlat, up) == doctest::Approx(0.0));
}

TEST_CASE("a line shifted along itself is as far as it sticks out") {
  const Line on = moved(kFlat, {4, 0});
  CHECK(hausdorff(kFlat, on) == doctest::Approx(4.0).epsilon(1e-5));
  CHECK(frechet(kFlat, on) == doctest::Approx(4.0).epsilon(1e-5));
  // Four of ten millimetres stick out, at 0 to 4: their mean 2 over four tenths of the length.
  CHECK(mean_distance(kFlat, on) == doctest::Approx(0.8).epsilon(1e-4));
  // Nineteen twentieths of the length lie within 4 - 0.5 mm.
  CHECK(hausdorff_95(kFlat, on) == doctest::Approx(3.5).epsilon(0.01));
}

TEST_CASE("a line turned about its middle is as far as its ends, and its tangents differ by the angle") {
  const Line across = {{-10, 0}, {10, 0}};
  for (const double angle : {0.05, 0.2, 0.5}) {
    const Line other = turned(across, angle);
    CHECK(hausdorff(across, other) <= 2 * 10 * std::sin(angle / 2) + 1e-6);
    CHECK(hausdorff(across, other) >= 10 * std::sin(angle) - 1e-6);
    CHECK(tangent_difference(across, other) == doctest::Approx(angle).epsilon(1e-6));
    CHECK(frechet(across, other) == doctest::Approx(2 * 10 * std::sin(angle / 2)).epsilon(1e-5));
  }
}

TEST_CASE("the dog's leash is longer than the farthest place where a curve turns back") {
  // There and back again lies on the line, but whoever walks it has to wait.
  const Line straight = {{0, 0}, {12, 0}}, zigzag = {{0, 0}, {8, 0}, {4, 0}, {12, 0}};
  CHECK(hausdorff(straight, zigzag) < 1e-6);
  CHECK(frechet(straight, zigzag) == doctest::Approx(2.0).epsilon(1e-4));
}

TEST_CASE("every curve is no distance from itself, and its tangents are its own") {
  for (engine::core::Seed seed = 1; seed <= 8; ++seed) {
    const Line p = wandering(seed);
    for (const Named& d : kAll) CHECK(d.of(p, p) < 2e-6);
    CHECK(std::fabs(signed_offset(p, p)) < 1e-9);
    CHECK(tangent_difference(p, p) == 0.0);
    CHECK_FALSE(reversed(p, p));
    CHECK(reversed(p, backwards(p)));
  }
}

TEST_CASE("distances are the same there and back, moved and turned together") {
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    const Line p = wandering(seed), q = wandering(seed + 100);
    for (const Named& d : kAll) {
      CAPTURE(d.name);
      const double pq = d.of(p, q);
      CHECK(d.of(q, p) == doctest::Approx(pq).epsilon(1e-5));
      CHECK(d.of(moved(p, {17, -9}), moved(q, {17, -9})) == doctest::Approx(pq).epsilon(1e-5));
      CHECK(d.of(turned(p, 0.7), turned(q, 0.7)) == doctest::Approx(pq).epsilon(1e-5));
      CHECK(d.of(backwards(p), backwards(q)) == doctest::Approx(pq).epsilon(1e-4));
    }
    CHECK(tangent_difference(turned(p, 1.1), turned(q, 1.1)) == doctest::Approx(tangent_difference(p, q)));
    CHECK(tangent_difference(q, p) == doctest::Approx(tangent_difference(p, q)));
  }
}

TEST_CASE("the measures are ordered: mean, 95th percentile, Hausdorff, Frechet, Frechet over corners") {
  for (engine::core::Seed seed = 1; seed <= 10; ++seed) {
    const Line p = wandering(seed), q = wandering(seed + 50);
    const double mean = mean_distance(p, q), most95 = hausdorff_95(p, q), most = hausdorff(p, q),
                 leash = frechet(p, q), corners = discrete_frechet(p, q);
    CHECK(mean <= most + 1e-6);
    CHECK(most95 <= most + 1e-6);
    CHECK(most <= leash + 2e-6);
    CHECK(leash <= corners + 2e-6);
    // No pair of corners is farther from the truth than half the longest steps.
    CHECK(corners <= leash + 3.0);
  }
}

TEST_CASE("Hausdorff and Frechet obey the triangle") {
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    const Line a = wandering(seed), b = wandering(seed + 20), c = wandering(seed + 40);
    CHECK(hausdorff(a, c) <= hausdorff(a, b) + hausdorff(b, c) + 1e-5);
    CHECK(frechet(a, c) <= frechet(a, b) + frechet(b, c) + 1e-5);
  }
}

TEST_CASE("more corners on the same line change no distance between curves") {
  for (engine::core::Seed seed = 1; seed <= 4; ++seed) {
    const Line p = wandering(seed), q = wandering(seed + 7);
    Line finer;
    for (std::size_t i = 0; i + 1 < p.size(); ++i)
      for (const double t : {0.0, 0.25, 0.5, 0.75}) finer.push_back(p[i] + (p[i + 1] - p[i]) * t);
    finer.push_back(p.back());
    CHECK(hausdorff(finer, q) == doctest::Approx(hausdorff(p, q)).epsilon(1e-5));
    CHECK(mean_distance(finer, q) == doctest::Approx(mean_distance(p, q)).epsilon(1e-5));
    CHECK(frechet(finer, q) == doctest::Approx(frechet(p, q)).epsilon(1e-5));
    CHECK(signed_offset(finer, q) == doctest::Approx(signed_offset(p, q)).epsilon(1e-4));
  }
}

TEST_CASE("raising a curve raises its offset by as much where both are flat enough") {
  const Line p = {{0, 0}, {20, 1}, {40, 0}};
  for (const double by : {-1.5, -0.5, 0.5, 1.5})
    CHECK(signed_offset(moved(p, {0, by}), p) == doctest::Approx(by).epsilon(0.02));
}

TEST_CASE("cleaning drops repeats and what lies within two hundredths of the line, and no more") {
  const Line p = {{0, 0}, {0.005, 0}, {5, 0.015}, {10, 0}, {10, 0.001}, {10, 8}};
  CHECK(without_repeats(p).size() == 4);
  const Line clean = cleaned(p);
  CHECK(clean == Line{{0, 0}, {10, 0}, {10, 8}});
  for (engine::core::Seed seed = 1; seed <= 5; ++seed) {
    const Line q = wandering(seed, 200);
    const Line c = cleaned(q);
    CHECK(c.front() == q.front());
    CHECK(c.back() == q.back());
    for (const Vec2 at : q) CHECK(distance(c, at) <= 0.02 + 1e-9);
  }
}

// ---- polylines

TEST_CASE("lengths add up, and no line is shorter than the way from its beginning to its end") {
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    const Line p = wandering(seed);
    const Line first(p.begin(), p.begin() + 12), rest(p.begin() + 11, p.end());
    CHECK(engine::geometry::length(p) ==
          doctest::Approx(engine::geometry::length(first) + engine::geometry::length(rest)));
    CHECK(engine::geometry::length(p) >= glm::length(p.back() - p.front()));
    CHECK(engine::geometry::length(backwards(p)) == doctest::Approx(engine::geometry::length(p)));
  }
  CHECK(engine::geometry::length(Line{{1, 1}}) == 0.0);
}

TEST_CASE("the distance to a segment is that to its line between its ends and to an end beyond") {
  CHECK(segment_distance({5, 3}, {0, 0}, {10, 0}) == doctest::Approx(3.0));
  CHECK(segment_distance({-3, 4}, {0, 0}, {10, 0}) == doctest::Approx(5.0));
  CHECK(segment_distance({13, -4}, {0, 0}, {10, 0}) == doctest::Approx(5.0));
  CHECK(segment_distance({3, 4}, {0, 0}, {0, 0}) == doctest::Approx(5.0));  // a segment without length
  CHECK(segment_distance({5, 0}, {0, 0}, {10, 0}) == 0.0);
}

TEST_CASE("a signed distance has the size of the distance and changes its sign with the direction") {
  for (engine::core::Seed seed = 1; seed <= 4; ++seed) {
    const Line p = wandering(seed);
    for (std::uint64_t i = 0; i < 40; ++i) {
      const Vec2 at{60 * draw_unit(seed, "ax", i) - 2, 20 * draw_unit(seed, "ay", i) - 10};
      CHECK(std::fabs(signed_distance(p, at)) == doctest::Approx(distance(p, at)));
      CHECK(signed_distance(backwards(p), at) == doctest::Approx(-signed_distance(p, at)));
    }
  }
}

TEST_CASE("a point at an arc length is found again at that arc length") {
  for (engine::core::Seed seed = 1; seed <= 4; ++seed) {
    const Line p = wandering(seed);
    const double all = engine::geometry::length(p);
    for (double share = 0.0; share <= 1.0; share += 0.07) {
      const Vec2 at = point_at(p, share * all);
      CHECK(nearest_arc(p, at) == doctest::Approx(share * all).epsilon(1e-6));
      CHECK(distance(p, at) < 1e-9);
    }
    CHECK(point_at(p, -5) == p.front());
    CHECK(point_at(p, all + 5) == p.back());
  }
}

TEST_CASE("resampled points lie evenly along the line and keep its ends") {
  const Line p = wandering(3);
  for (const std::size_t count : {2U, 5U, 100U}) {
    const Line even = resampled(p, count);
    REQUIRE(even.size() == count);
    CHECK(glm::length(even.front() - p.front()) < 1e-9);
    CHECK(glm::length(even.back() - p.back()) < 1e-9);
    for (std::size_t i = 0; i < count; ++i)
      CHECK(nearest_arc(p, even[i]) == doctest::Approx(engine::geometry::length(p) * static_cast<double>(i) /
                                                       static_cast<double>(count - 1))
                                           .epsilon(1e-6));
  }
}

// ---- splines

TEST_CASE("a spline keeps straight points straight, and the order of its points") {
  const Line straight = catmull_rom(Line{{0, 0}, {3, 1}, {12, 4}, {15, 5}}, 0.01);
  for (const Vec2 p : straight) CHECK(std::fabs(p.y - p.x / 3) < 1e-9);
  for (std::size_t i = 1; i < straight.size(); ++i) CHECK(straight[i].x > straight[i - 1].x);
  CHECK(catmull_rom(Line{{0, 0}, {3, 1}}, 0.01).size() == 2);
}

TEST_CASE("a spline turned is the turned spline, and backwards it is the same curve") {
  const Line points = {{0, 0}, {10, 4}, {18, -3}, {30, 2}};
  const Line a = catmull_rom(points, 0.01), b = catmull_rom(turned(points, 0.9), 0.01),
             c = catmull_rom(backwards(points), 0.01);
  CHECK(hausdorff(turned(a, 0.9), b) < 0.02);
  CHECK(hausdorff(a, c) < 0.02);
}

TEST_CASE("a finer tolerance gives no fewer points and comes nearer") {
  const Line points = {{0, 0}, {10, 9}, {20, -9}, {30, 9}};
  const Line exact = catmull_rom(points, 0.0005);
  std::size_t before = 0;
  for (const double tolerance : {1.0, 0.3, 0.1, 0.02}) {
    const Line line = catmull_rom(points, tolerance);
    CHECK(line.size() >= before);
    before = line.size();
    CHECK(hausdorff(line, exact) <= tolerance + 0.01);
    for (const Vec2 p : points) CHECK(distance(line, p) < 1e-6);
  }
}

TEST_CASE("points given twice are one") {
  const Line once = {{0, 0}, {10, 4}, {18, -3}}, twice = {{0, 0}, {0, 0}, {10, 4}, {10, 4}, {18, -3}};
  CHECK(hausdorff(catmull_rom(once, 0.01), catmull_rom(twice, 0.01)) < 1e-6);
}
