#include "trainer/robots/habit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/geometry/grid.h"
#include "lessons.h"
#include "trainer/robots/continuation.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"

using namespace trainer::robots;
using engine::geometry::Vec2;
using engine::skin::Dot;

namespace {

constexpr engine::geometry::Box kBox{{-1.0, -1.0}, {21.0, 21.0}};
double kTwo(Vec2 p) {
  return p.x >= -0.5 && p.x <= 19.75 && p.y >= -0.5 && p.y <= 19.5 ? 2.0 : 0.0;
}

}  // namespace

TEST_CASE("a hand is known by its dots") {
  std::vector<Vec2> even;
  std::vector<Dot> dots;
  for (int y = 0; y < 20; ++y)
    for (int x = 0; x < 20; ++x) {
      even.emplace_back(x + 0.25 * (y % 2), y);
      Dot dot;
      dot.thickness_um = 1000;
      dot.deposit_depth_um = 850;
      dot.diameter_um = 400;
      dots.push_back(dot);
    }
  const Habit habit = habit_of(even, dots, 800.0, kTwo, kBox);  // half of what was asked
  CHECK(habit.density == doctest::Approx(0.5));
  CHECK(habit.closest == 0.75);
  CHECK(habit.clumps.size() == 400);
  CHECK(habit.doublets == 0.0);
  CHECK(habit.delta_mean == doctest::Approx(0.85));
  CHECK(habit.diameter.value == doctest::Approx(0.4));
  auto twins = even;
  for (int k = 0; k < 40; ++k) twins.push_back(even[static_cast<std::size_t>(10 * k)] + Vec2{0.1, 0.0});
  auto more = dots;
  more.resize(twins.size(), dots.front());
  CHECK(habit_of(twins, more, 800.0, kTwo, kBox).doublets == doctest::Approx(40.0 / 440.0));
  CHECK(habit_of({}, {}, 100.0, kTwo, kBox).density == 1.0);
}

namespace {

// What can be said of dots on a piece of flat skin.
struct Told {
  double per_mm2 = 0.0, nearest = 0.0, together = 0.0, twins = 0.0;  // spacings of their own density; shares
  double unevenness = 0.0;  // of counts in squares of six spacings: SD over mean
  double delta = 0.0, delta_sd = 0.0, size = 0.0, size_sd = 0.0,
         deep_and_wide = 0.0;                        // the last: correlation
  double upright = 0.0, smear = 0.0, dragged = 0.0;  // degrees, um, share
};

struct Sums {
  double n = 0.0, x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
  void add(double a, double b) { n += 1.0, x += a, y += b, xx += a * a, yy += b * b, xy += a * b; }
  [[nodiscard]] double sd_x() const { return std::sqrt(std::max(0.0, xx / n - x / n * x / n)); }
  [[nodiscard]] double sd_y() const { return std::sqrt(std::max(0.0, yy / n - y / n * y / n)); }
  [[nodiscard]] double correlation() const { return (xy / n - x / n * y / n) / (sd_x() * sd_y()); }
};

// Relative; doctest's Approx adds 1 to what it compares.
bool near(double a, double b, double share) {
  return std::abs(a - b) <= share * std::abs(b);
}

// Of the dots whose flat place lies in the box.
Told told(std::span<const Dot> dots, const engine::scalp::WorkPlane& plane,
          const engine::geometry::Box& box) {
  std::vector<Vec2> places;
  Told t;
  Sums both;
  for (const Dot& dot : dots) {
    const auto p = plane.flatten(dot.at);
    if (!p || p->x < box.low.x || p->y < box.low.y || p->x > box.high.x || p->y > box.high.y) continue;
    places.push_back(*p);
    both.add(engine::skin::delta(dot), dot.diameter_um);
    t.upright += dot.angle_ddeg / 10.0;
    t.smear += dot.smear_um;
    t.dragged += dot.smear_um >= 150 ? 1.0 : 0.0;
  }
  const double n = both.n, area = (box.high.x - box.low.x) * (box.high.y - box.low.y),
               spacing = std::sqrt(area / n);
  t.per_mm2 = n / area;
  for (const double d : engine::geometry::nearest_distances(places)) {
    t.nearest += d / spacing / n;
    t.together += d < 0.5 * spacing ? 1.0 / n : 0.0;
    t.twins += d < 0.25 * spacing ? 1.0 / n : 0.0;
  }
  Sums counts;
  const double side = 6.0 * spacing;
  for (double y = box.low.y; y + side <= box.high.y; y += side)
    for (double x = box.low.x; x + side <= box.high.x; x += side)
      counts.add(static_cast<double>(std::count_if(
                     places.begin(), places.end(),
                     [&](Vec2 p) { return p.x >= x && p.x < x + side && p.y >= y && p.y < y + side; })),
                 0.0);
  t.unevenness = counts.sd_x() / (counts.x / counts.n);
  t.delta = both.x / n, t.delta_sd = both.sd_x();
  t.size = both.y / n, t.size_sd = both.sd_y();
  t.deep_and_wide = both.correlation();
  t.upright /= n, t.smear /= n, t.dragged /= n;
  return t;
}

// A hand's work on the crown, and what it is continued to behind it.
struct Continued {
  Told hand, rest;
  double dragged = 0.0;  // of two continuations: one alone is known to 0.009 (standard deviation of 8)
};
Continued continued(double skill, engine::core::Seed seed) {
  auto lesson = robots_test::even_field(80.0);
  lesson.canvas = engine::scalp::Client{.loss_class = "totalis"};
  lesson.zones = {robots_test::rectangle("patch", {-25, -15}, {25, 35})};
  lesson.targets[0].zone = "patch";
  const auto site = trainer::assessment::Site::make(lesson).value();
  const auto attempt = trainer::runner::fold(site, perform(site, "practitioner", skill, seed).value());
  const auto& dots = attempt.skin.dots;
  const std::vector<std::vector<engine::scalp::CanvasPoint>> worked{site->targets()[0].zone.outline};
  const auto behind = engine::scalp::WorkPlane::around(site->canvas(), {0, -55'000});
  const auto rest = [&](engine::core::Seed again) {
    return told(continuation(lesson, site->canvas(), habit_of(*site, dots), worked, 80.0, 0, again), behind,
                {{-35, -28}, {35, 28}});
  };
  const Told first = rest(3);
  return {told(dots, site->targets()[0].plane, {{-24, -24}, {24, 24}}), first,
          (first.dragged + rest(4).dragged) / 2.0};
}

}  // namespace

TEST_CASE("a hand is continued as it is: dots whole, clumps with their neighbours, places thin and full") {
  for (const auto& [skill, seed] : {std::pair{0.0, 1}, {0.0, 2}, {0.6, 3}, {1.0, 4}}) {
    CAPTURE(skill);
    CAPTURE(seed);
    const auto [hand, rest, dragged] = continued(skill, static_cast<engine::core::Seed>(seed));
    // Sampling: some 2000 dots of the hand, 4000 of the rest.
    CHECK(near(rest.per_mm2, hand.per_mm2, 0.08));
    CHECK(near(rest.nearest, hand.nearest, 0.04));
    CHECK(std::abs(rest.together - hand.together) < 0.04);
    CHECK(std::abs(rest.twins - hand.twins) < 0.03);
    CHECK(near(rest.delta, hand.delta, 0.02));
    CHECK(near(rest.delta_sd, hand.delta_sd, 0.08));
    CHECK(near(rest.size, hand.size, 0.02));
    CHECK(near(rest.size_sd, hand.size_sd, 0.08));
    CHECK(std::abs(rest.deep_and_wide - hand.deep_and_wide) < 0.03);
    CHECK(std::abs(rest.upright - hand.upright) < 0.4);
    CHECK(near(rest.smear, hand.smear, 0.05));
    CHECK(std::abs(dragged - hand.dragged) < 0.02);
    // Places thin and full lie where they will, so that it is known less well.
    CHECK(rest.unevenness > 0.45 * hand.unevenness);
    CHECK(rest.unevenness < 1.6 * hand.unevenness);
  }
}

TEST_CASE("a hand finishes the head at the full density, its own patch too, however little the lesson asks") {
  auto lesson = robots_test::even_field(40.0);
  lesson.canvas = engine::scalp::Client{.loss_class = "totalis"};
  lesson.zones = {robots_test::rectangle("patch", {-15, -5}, {15, 25})};
  lesson.targets[0].zone = "patch";
  const auto site = trainer::assessment::Site::make(lesson).value();
  const auto attempt = trainer::runner::fold(site, perform(site, "expert", 1.0, 5).value());
  const auto& dots = attempt.skin.dots;
  const auto per_cm2 = [&](const std::vector<Dot>& all, const engine::scalp::WorkPlane& plane, double half) {
    return told(all, plane, {{-half, -half}, {half, half}}).per_mm2 * 100.0;
  };
  const auto done = finished(*site, dots, 3), rest = continuation(*site, dots, 3);
  const auto behind = engine::scalp::WorkPlane::around(site->canvas(), {0, -45'000});
  CHECK(per_cm2(done, site->targets()[0].plane, 14.0) ==
        doctest::Approx(kFinishedPerCm2).scale(0).epsilon(0.10));
  CHECK(per_cm2(done, behind, 20.0) == doctest::Approx(kFinishedPerCm2).scale(0).epsilon(0.08));
  CHECK(per_cm2(rest, behind, 20.0) == doctest::Approx(40.0).scale(0).epsilon(0.12));
  CHECK(finished(*trainer::assessment::Site::make(robots_test::even_field()).value(), dots, 3)
            .empty());  // a pad
}
