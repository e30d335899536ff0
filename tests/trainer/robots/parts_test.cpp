// What robots are made of: draws, cells, the ground under them, the way over it, the hand, the drawn line.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "lessons.h"
#include "trainer/robots/bins.h"
#include "trainer/robots/even_points.h"
#include "trainer/robots/hairline.h"
#include "trainer/robots/makers.h"
#include "trainer/robots/order.h"

using namespace trainer::robots;
using engine::core::Mm;
using engine::core::Seed;
using engine::scalp::Canvas;
using engine::scalp::CanvasPoint;
using engine::scalp::Pad;
using robots_test::even_field;
using robots_test::soft_line;

namespace {

std::vector<Vec2> scattered(std::size_t count, Seed seed, double side = 50.0) {
  Stream draws(seed, "parts");
  std::vector<Vec2> points;
  for (std::size_t i = 0; i < count; ++i) {
    const double x = draws.between(0, side);
    points.push_back({x, draws.between(0, side)});
  }
  return points;
}
std::multiset<std::pair<double, double>> as_set(const std::vector<Vec2>& points) {
  std::multiset<std::pair<double, double>> all;
  for (const Vec2 p : points) all.insert({p.x, p.y});
  return all;
}
double way(const std::vector<Vec2>& points) {
  double sum = 0.0;
  for (std::size_t i = 1; i < points.size(); ++i) sum += glm::length(points[i] - points[i - 1]);
  return sum;
}
// A straight line of the pad, every half millimetre.
std::vector<CanvasPoint> line_at(double y_mm) {
  std::vector<CanvasPoint> line;
  for (int x = 10'000; x <= 50'000; x += 500) line.push_back({x, static_cast<int>(y_mm * 1000)});
  return line;
}
double farthest_from(const std::vector<CanvasPoint>& drawn, double y_mm) {
  double most = 0.0;
  for (const CanvasPoint p : drawn) most = std::max(most, std::abs(p.v_um / 1000.0 - y_mm));
  return most;
}

}  // namespace

// ---- draws

TEST_CASE("draws of one name are the same again, of another name or seed others") {
  Stream a(7, "aim"), again(7, "aim"), other(7, "depth"), elsewhere(8, "aim");
  int same = 0;
  for (int i = 0; i < 100; ++i) {
    const double x = a.unit();
    CHECK(x == again.unit());
    same += (x == other.unit()) + (x == elsewhere.unit());
    CHECK(x >= 0.0);
    CHECK(x < 1.0);
  }
  CHECK(same == 0);
}

TEST_CASE("draws between two numbers fill what lies between, and whole ones all of their numbers") {
  Stream draws(3, "fill");
  double low = 1e9, high = -1e9, sum = 0.0;
  std::set<std::size_t> seen;
  for (int i = 0; i < 4000; ++i) {
    const double x = draws.between(-2.0, 6.0);
    low = std::min(low, x);
    high = std::max(high, x);
    sum += x;
    seen.insert(draws.below(7));
  }
  CHECK(low >= -2.0);
  CHECK(high < 6.0);
  CHECK(low < -1.98);
  CHECK(high > 5.98);
  CHECK(sum / 4000 == doctest::Approx(2.0).epsilon(0.05));
  CHECK(seen == std::set<std::size_t>{0, 1, 2, 3, 4, 5, 6});
}

TEST_CASE("normal draws have mean 0 and deviation 1, and those of a hand that looks end at its limit") {
  Stream draws(5, "normal"), held(5, "normal");
  double sum = 0.0, squares = 0.0;
  int at_limit = 0;
  for (int i = 0; i < 8000; ++i) {
    const double z = draws.normal(), within = held.normal_within(2.0);
    sum += z;
    squares += z * z;
    CHECK(within == std::clamp(z, -2.0, 2.0));
    at_limit += std::abs(within) == 2.0 ? 1 : 0;
  }
  CHECK(std::abs(sum / 8000) < 0.04);
  CHECK(squares / 8000 == doctest::Approx(1.0).epsilon(0.06));
  CHECK(at_limit / 8000.0 ==
        doctest::Approx(0.0455).scale(0).epsilon(0.25));  // what lies beyond two deviations
}

// ---- cells

TEST_CASE("cells find the neighbours that looking at all of them finds, also after points moved") {
  const engine::geometry::Box box{{0, 0}, {50, 50}};
  Bins bins(box, Mm{5.0});
  auto points = scattered(300, 1);
  for (std::size_t i = 0; i < points.size(); ++i) CHECK(bins.add(points[i]) == i);
  const auto targets = scattered(100, 2);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    bins.move(3 * i, targets[i]);
    points[3 * i] = targets[i];
  }
  CHECK(as_set(bins.points()) == as_set(points));
  for (std::size_t i = 0; i < points.size(); ++i) {
    double best = 1e9;
    for (std::size_t j = 0; j < points.size(); ++j)
      if (j != i) best = std::min(best, glm::length(points[j] - points[i]));
    const auto found = bins.nearest(points[i], 1, i);
    if (best <= 5.0) {  // one ring of cells reaches at least so far
      REQUIRE(found.has_value());
      CHECK(found->value == doctest::Approx(best));
    }
    CHECK(bins.nearest(points[i], 1).value().value == 0.0);  // itself, where it is not left out
  }
}

TEST_CASE("points beyond the box fall into its border cells; an empty box has one cell") {
  Bins bins({{0, 0}, {10, 10}}, Mm{4.0});
  bins.add({-50, 5});
  bins.add({60, 70});
  CHECK(bins.nearest({0, 5}, 0).value().value == doctest::Approx(50.0));
  CHECK(bins.nearest({9, 9}, 0).value().value == doctest::Approx(std::hypot(51, 61)));
  CHECK_FALSE(bins.nearest({5, 1}, 0).has_value());
  Bins flat({{3, 3}, {3, 3}}, Mm{1.0});
  flat.add({3, 3});
  CHECK(flat.nearest({3, 3}, 0).value().value == 0.0);
}

// ---- the ground

TEST_CASE("the ground is the target: its area times its density asked, at the middle of its band") {
  const Canvas canvas{Pad{}};
  auto lesson = even_field(40.0);
  lesson.targets[0].depth = {0.4, 0.6};
  const auto ground = Ground::make(lesson, canvas, 0).value();
  CHECK(ground.asked() == doctest::Approx(360.0));
  CHECK(ground.plateau() == doctest::Approx(0.4));
  CHECK(ground.depth_delta() == doctest::Approx(0.5));
  CHECK(ground.spacing_at({30, 30}).value == doctest::Approx(1.0 / std::sqrt(0.4)));
  CHECK(ground.standing().empty());
  CHECK(ground.scars().empty());
  CHECK_FALSE(Ground::make(lesson, canvas, 1).has_value());
}

TEST_CASE("cells of the ground cover it, and with an inset what lies deeper than that") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(even_field(), canvas, 0).value();
  CHECK(ground.cells(Mm{1.0}, Mm{0.0}).size() == 900);
  CHECK(ground.cells(Mm{1.0}, Mm{2.6}).size() == 24 * 24);  // middles at 2.5 are too near
  CHECK(ground.cells(Mm{0.5}, Mm{0.0}).size() == 3600);
  for (const Cell& cell : ground.cells(Mm{2.0}, Mm{1.0})) {
    CHECK(cell.density == doctest::Approx(0.9));
    CHECK(ground.region().contains(cell.centre));
  }
}

TEST_CASE("an earlier session is a share of the work, and what it left is not asked again") {
  const Canvas canvas{Pad{}};
  auto ground = Ground::make(even_field(40.0), canvas, 0).value();
  ground.begin_session(0.5, {});
  CHECK(ground.asked() == doctest::Approx(180.0));
  CHECK(ground.plateau() == doctest::Approx(0.2));
  // A hundred are left, two beside the field: those are nobody's.
  std::vector<CanvasPoint> old;
  for (int i = 0; i < 100; ++i) old.push_back({16'000 + 2'000 * (i % 10), 16'000 + 2'000 * (i / 10)});
  old.push_back({5'000, 5'000});
  old.push_back({55'000, 5'000});
  ground.begin_session(1.0, old);
  CHECK(ground.standing().size() == 100);
  CHECK(ground.asked() == doctest::Approx(260.0));
  CHECK(ground.plateau() == doctest::Approx(0.4));
  ground.begin_session(0.1, old);  // more is there than is asked
  CHECK(ground.asked() == 0.0);
}

TEST_CASE("behind a line the ground asks less, and dots stand wider") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(soft_line(), canvas, 0).value();
  double before = 0.0, spacing = 1e9;
  for (const double y : {17.0, 22.0, 27.0, 35.0}) {  // the steps of the lesson: 0.30, 0.60, 0.85, 1
    CHECK(ground.density_at({30, y}) > before);
    CHECK(ground.spacing_at({30, y}).value < spacing);
    before = ground.density_at({30, y});
    spacing = ground.spacing_at({30, y}).value;
  }
  CHECK(ground.density_at({30, 17}) == doctest::Approx(0.27));
  CHECK(ground.density_at({30, 35}) == doctest::Approx(0.9));
}

// ---- the way

TEST_CASE(
    "the way over the ground takes every point once, patch by patch, and is not much longer than it must "
    "be") {
  for (Seed seed = 1; seed <= 4; ++seed) {
    const auto points = scattered(250, seed);
    const auto order = in_working_order(points);
    CHECK(as_set(order) == as_set(points));
    CHECK(way(order) < 0.4 * way(points));
    // A patch is left for good: each is one stretch of the order.
    Vec2 low = points.front();
    for (const Vec2 p : points) low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    std::vector<std::pair<int, int>> patches;
    for (const Vec2 p : order) {
      const std::pair patch{static_cast<int>((p.x - low.x) / kPatch.value),
                            static_cast<int>((p.y - low.y) / kPatch.value)};
      if (patches.empty() || patches.back() != patch) patches.push_back(patch);
    }
    CHECK(std::set(patches.begin(), patches.end()).size() == patches.size());
  }
}

TEST_CASE("whatever order the points are given in, the way is as long, and none is no way") {
  const auto points = scattered(120, 9);
  auto backwards = points;
  std::reverse(backwards.begin(), backwards.end());
  CHECK(way(in_working_order(points)) == doctest::Approx(way(in_working_order(backwards))));
  CHECK(in_working_order({}).empty());
  CHECK(in_working_order({{3, 4}}) == std::vector<Vec2>{{3, 4}});
}

// ---- the hand

TEST_CASE("the more skill the nearer, steadier, more upright and the fewer twins") {
  Hand before = hand_of_skill(0.0, 1);
  for (const double skill : {0.25, 0.5, 0.75, 1.0}) {
    const Hand hand = hand_of_skill(skill, 1);
    CHECK(hand.aim < before.aim);
    CHECK(hand.depth_delta < before.depth_delta);
    CHECK(std::abs(hand.depth_bias) < std::abs(before.depth_bias));
    CHECK(std::abs(hand.depth_drift) < std::abs(before.depth_drift));
    CHECK(hand.tilt < before.tilt);
    CHECK(hand.tilt_spread < before.tilt_spread);
    CHECK(hand.tremor < before.tremor);
    CHECK(hand.travel < before.travel);
    CHECK(hand.lingers < before.lingers);
    before = hand;
  }
}

TEST_CASE("an expert has nothing of his own, others differ by their seed; skill beyond its ends is its end") {
  const Hand expert;
  for (Seed seed = 1; seed <= 5; ++seed) {
    const Hand hand = hand_of_skill(1.0, seed);
    CHECK(hand.depth_bias == 0.0);
    CHECK(hand.depth_drift == 0.0);
    CHECK(hand.aim.value == 0.0);
    CHECK(hand.press == expert.press);
    CHECK(hand_of_skill(7.0, seed).tilt == hand.tilt);
    CHECK(hand_of_skill(-7.0, seed).tilt == hand_of_skill(0.0, seed).tilt);
    CHECK(hand_of_skill(0.3, seed).depth_bias != hand_of_skill(0.3, seed + 100).depth_bias);
  }
}

TEST_CASE("where a hand sets its dots scatters as its aim says, about where it aimed") {
  const Canvas canvas{Pad{}};
  const auto ground = Ground::make(even_field(), canvas, 0).value();
  Player player({.aim = Mm{0.3}, .aim_share = 0.0}, {}, 4);
  Vec2 sum{0.0};
  double squares = 0.0, most = 0.0;
  constexpr int kDots = 4000;
  for (int i = 0; i < kDots; ++i) {
    const Vec2 off = player.aimed(ground, {30, 30}) - Vec2{30, 30};
    sum += off;
    squares += off.x * off.x + off.y * off.y;
    most = std::max({most, std::abs(off.x), std::abs(off.y)});
  }
  CHECK(glm::length(sum) / kDots < 0.02);
  CHECK(std::sqrt(squares / kDots / 2.0) == doctest::Approx(0.3).scale(0).epsilon(0.05));
  CHECK(most == doctest::Approx(0.75));  // two and a half deviations: the eye corrects more
  Player macro(machine_hand(), {}, 4);
  CHECK(macro.aimed(ground, {30, 30}) == Vec2{30, 30});
}

// ---- the line

TEST_CASE("an expert draws within four tenths of the line, a beginner farther, and all keep to the pad") {
  const Canvas canvas{Pad{}};
  double worst = 0.0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    const auto expert = drawn_hairline(line_at(30), canvas, 1.0, seed);
    CHECK(farthest_from(expert, 30) <= 0.4);
    CHECK(farthest_from(expert, 30) > 0.0);
    worst = std::max(worst, farthest_from(drawn_hairline(line_at(30), canvas, 0.0, seed), 30));
    for (const CanvasPoint p : drawn_hairline(line_at(1), canvas, 0.0, seed))
      CHECK(canvas.locate(p).has_value());
  }
  CHECK(worst > 5.0);
  CHECK(worst < 8.0 + 5.0 + 3.0);
}

TEST_CASE("the drawn line has a point about every millimetre and runs as the agreed one does") {
  const Canvas canvas{Pad{}};
  const auto drawn = drawn_hairline(line_at(30), canvas, 0.8, 2);
  CHECK(drawn.size() == 41);
  for (std::size_t i = 1; i < drawn.size(); ++i) CHECK(drawn[i].u_um > drawn[i - 1].u_um);
  CHECK(drawn == drawn_hairline(line_at(30), canvas, 0.8, 2));
  CHECK(drawn != drawn_hairline(line_at(30), canvas, 0.8, 3));
  CHECK(drawn_hairline({}, canvas, 1.0, 1).empty());
}

// ---- the kinds

TEST_CASE("every kind is found by its name, says what it does, and cheats do not hold a needle by hand") {
  std::set<std::string_view> names;
  for (const Maker& maker : makers()) {
    CHECK(names.insert(maker.name).second);
    CHECK(find_maker(maker.name) == &maker);
    CHECK_FALSE(maker.summary.empty());
    CHECK(maker.cheat == (maker.pattern != nullptr));
    CHECK(maker.cheat == (maker.grip != Grip::Skilled));
    const Hand hand = hand_for(maker, 0.5, 1);
    if (maker.grip == Grip::Macro) CHECK(hand.tremor.value == 0.0);
    if (maker.grip == Grip::Frantic) CHECK(hand.press.value < 0.06);
  }
  CHECK(find_maker("nobody") == nullptr);
  CHECK(find_maker("") == nullptr);
}
