// The small parts that scores are made of, against values worked out by hand or counted the slow way.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/draw.h"
#include "engine/scoring/density.h"
#include "engine/scoring/dot_grid.h"
#include "engine/scoring/field.h"
#include "engine/scoring/kernel.h"
#include "engine/scoring/rank_sums.h"
#include "engine/scoring/rubric.h"
#include "engine/scoring/shade.h"
#include "engine/scoring/tally.h"
#include "engine/scoring/theory.h"
#include "engine/scoring/trend.h"

using namespace engine::scoring;
using engine::core::draw_below;
using engine::core::draw_unit;

// ---- ramps

TEST_CASE("a ramp is nothing at its bad end, full at its good end, half between, and clipped beyond") {
  for (const Ramp r : {Ramp{0, 1}, Ramp{0.76, 0.03}, Ramp{-2, 7}, Ramp{20, 5}}) {
    CHECK(ramp(r.bad, r) == doctest::Approx(0.0));
    CHECK(ramp(r.good, r) == doctest::Approx(100.0));
    CHECK(ramp((r.bad + r.good) / 2, r) == doctest::Approx(50.0));
    CHECK(ramp(r.bad - 5 * (r.good - r.bad), r) == 0.0);
    CHECK(ramp(r.good + 5 * (r.good - r.bad), r) == 100.0);
  }
}

TEST_CASE("points are rounded half up to hundredths and stay within 0 and 100") {
  CHECK(hundredths(0.0) == 0);
  CHECK(hundredths(100.0) == 10000);
  CHECK(hundredths(66.666) == 6667);
  CHECK(hundredths(66.664) == 6666);
  CHECK(hundredths(0.125) == 13);
  CHECK(hundredths(-3.0) == 0);
  CHECK(hundredths(250.0) == 10000);
}

TEST_CASE("criteria have names of their own that lead back to them") {
  for (int i = 0; i < kCriterionCount; ++i) {
    const auto id = static_cast<CriterionId>(i);
    CHECK(criterion_from_name(name(id)) == id);
  }
  for (const char* text : {"", "Density", "densities", "depth ", "unknown"})
    CHECK_FALSE(criterion_from_name(text).has_value());
}

// ---- sums

TEST_CASE("a tally is the same in every order, and what is taken back was never there") {
  std::vector<double> parts;
  for (std::uint64_t i = 0; i < 500; ++i) parts.push_back(200 * draw_unit(1, "part", i) - 100);
  Tally forwards, backwards, with_more;
  for (const double p : parts) forwards.add(p);
  for (auto p = parts.rbegin(); p != parts.rend(); ++p) backwards.add(*p);
  with_more.add(1e3);
  for (const double p : parts) with_more.add(p), with_more.add(-0.7);
  for (std::size_t i = 0; i < parts.size(); ++i) with_more.subtract(-0.7);
  with_more.subtract(1e3);
  CHECK(forwards == backwards);
  CHECK(forwards == with_more);
  CHECK(forwards.sum() == doctest::Approx(std::accumulate(parts.begin(), parts.end(), 0.0)).epsilon(1e-9));
  Tally halves, rest;
  for (std::size_t i = 0; i < parts.size(); ++i) (i < 200 ? halves : rest).add(parts[i]);
  halves.add(rest);
  CHECK(halves == forwards);
}

TEST_CASE("sums over stretches of a changing list are those of adding up") {
  RankSums sums;
  std::vector<double> plain;
  for (std::uint64_t i = 0; i < 900; ++i) {
    const double value = draw_unit(2, "value", i) - 0.5;
    const auto what = draw_below(2, "what", i, 10);
    if (what < 6 || plain.empty()) {
      const auto at = draw_below(2, "at", i, plain.size() + 1);
      sums.insert(at, value);
      plain.insert(plain.begin() + static_cast<std::ptrdiff_t>(at), value);
    } else if (what < 8) {
      const auto at = draw_below(2, "at", i, plain.size());
      sums.erase(at);
      plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      const auto at = draw_below(2, "at", i, plain.size());
      sums.set(at, value);
      plain[at] = value;
    }
    if (i % 30 != 0) continue;
    REQUIRE(sums.size() == plain.size());
    for (std::size_t from = 0; from < plain.size(); from += 37) {
      Tally wanted;
      const std::size_t count = std::min<std::size_t>(plain.size() - from, 150);
      for (std::size_t k = from; k < from + count; ++k) wanted.add(plain[k]);
      CHECK(sums.sum(from, count) == wanted);
    }
  }
}

// ---- trends

TEST_CASE("mean, spread and median of values that one can work out") {
  const std::vector<double> v{2, 4, 4, 4, 5, 5, 7, 9};
  CHECK(mean(v) == doctest::Approx(5.0));
  CHECK(standard_deviation(v) == doctest::Approx(std::sqrt(32.0 / 7)));
  CHECK(median(v) == doctest::Approx(4.5));
  CHECK(median(std::vector<double>{9, 1, 5}) == 5.0);
  CHECK(mean(std::vector<double>{}) == 0.0);
  CHECK(standard_deviation(std::vector<double>{3.0}) == 0.0);
}

TEST_CASE("a straight run has its slope for a drift, short or long, up or down") {
  for (const std::size_t n : {2U, 3U, 10U, 63U, 64U, 65U, 500U, 5000U})
    for (const double slope : {0.0, 0.001, -0.02}) {
      std::vector<double> values;
      for (std::size_t i = 0; i < n; ++i) values.push_back(0.5 + slope * static_cast<double>(i));
      CAPTURE(n);
      CHECK(*drift_per_dot(values) == doctest::Approx(slope).epsilon(1e-6));
      if (n <= 500) CHECK(*theil_sen(values) == doctest::Approx(slope).epsilon(1e-6));
    }
  CHECK_FALSE(drift_per_dot(std::vector<double>{}).has_value());
  CHECK_FALSE(theil_sen(std::vector<double>{1.0}).has_value());
}

TEST_CASE("a quarter of wild dots moves a drift by little, backwards it is its opposite") {
  std::vector<double> values;
  for (std::uint64_t i = 0; i < 60; ++i)
    values.push_back(i % 4 == 1 ? 10 * draw_unit(3, "wild", i) : 0.5 + 0.01 * static_cast<double>(i));
  CHECK(*theil_sen(values) == doctest::Approx(0.01).scale(0).epsilon(0.6));
  std::vector<double> back(values.rbegin(), values.rend());
  CHECK(*theil_sen(back) == doctest::Approx(-*theil_sen(values)));
}

// ---- what is asked

TEST_CASE("behind a line the density rises by its steps, before it stands that of the first") {
  TargetDensity target;
  target.plateau_per_mm2 = 0.8;
  target.line = {{0, 0}, {100, 0}};
  target.steps = {{engine::core::Mm{5}, 0.25}, {engine::core::Mm{10}, 0.5}, {engine::core::Mm{15}, 0.75}};
  CHECK(target.feathered());
  CHECK_FALSE(target.constant());
  for (const auto& [y, share] : {std::pair{2.0, 0.25}, {7.0, 0.5}, {12.0, 0.75}, {20.0, 1.0}, {99.0, 1.0}})
    CHECK(target.at({50, y}) == doctest::Approx(0.8 * share));
  target.steps.clear();
  CHECK(target.constant());
  CHECK(target.at({50, 2}) == doctest::Approx(0.8));
}

TEST_CASE("a painting is level in the middles of its pixels' ends and straight between them") {
  PaintedShare painted{2, 2, {0, 255, 255, 0}};  // top left nothing, top right full
  const Vec2 low{0, 0}, high{20, 10};
  CHECK(painted.at(low, high, {5, 7.5}) == doctest::Approx(0.0));
  CHECK(painted.at(low, high, {15, 7.5}) == doctest::Approx(1.0));
  CHECK(painted.at(low, high, {5, 2.5}) == doctest::Approx(1.0));
  CHECK(painted.at(low, high, {10, 7.5}) == doctest::Approx(0.5));
  CHECK(painted.at(low, high, {10, 5}) == doctest::Approx(0.5));
  CHECK(painted.at(low, high, {0, 10}) == doctest::Approx(0.0));  // beyond the outermost middles
  CHECK(painted.at(low, high, {20, 10}) == doctest::Approx(1.0));
  const PaintedShare grey{1, 1, {51}};
  for (const Vec2 p : {Vec2{0, 0}, Vec2{10, 5}, Vec2{20, 10}})
    CHECK(grey.at(low, high, p) == doctest::Approx(0.2));
}

TEST_CASE("a painted target asks its share of the plateau over its box") {
  TargetDensity target;
  target.plateau_per_mm2 = 1.2;
  target.painted = std::make_shared<PaintedShare>(PaintedShare{2, 1, {0, 255}});
  target.painted_low = {0, 0};
  target.painted_high = {10, 10};
  CHECK_FALSE(target.constant());
  CHECK(target.at({7.5, 3}) == doctest::Approx(1.2));
  CHECK(target.at({5, 3}) == doctest::Approx(0.6));
}

TEST_CASE("steps of the ladder of mixes rise as the mix gets stronger, without a jump") {
  double before = shade_step(40.0);
  for (double parts = 40.0; parts >= 0.0; parts -= 0.1) {
    const double now = shade_step(std::max(0.0, parts));
    CHECK(now >= before - 1e-12);
    CHECK(now - before < 0.11);
    before = now;
  }
  const auto ladder = dilution_ladder();
  for (std::size_t i = 0; i < ladder.size(); ++i)
    CHECK(shade_step(ladder[i]) == doctest::Approx(static_cast<double>(i)));
}

TEST_CASE("a ratio is a logarithm: twice as dense is one, half minus one, nothing is bounded") {
  CHECK(log_ratio(2.0, 1.0) == doctest::Approx(1.0));
  CHECK(log_ratio(0.5, 1.0) == doctest::Approx(-1.0));
  CHECK(log_ratio(0.9, 0.9) == doctest::Approx(0.0));
  CHECK(log_ratio(0.0, 1.0) == doctest::Approx(std::log2(0.02)));
}

TEST_CASE("a tenth is free either way, more where few dots are asked; too dense weighs half as much again") {
  const Allowance usual = allowance({}, 500);
  CHECK(usual.over == doctest::Approx(0.10));
  CHECK(usual.under == doctest::Approx(0.10));
  CHECK(cell_error(0.09, usual).excess == 0.0);
  CHECK(cell_error(-0.09, usual).excess == 0.0);
  const auto dense = cell_error(0.6, usual), sparse = cell_error(-0.6, usual);
  CHECK(dense.over);
  CHECK_FALSE(sparse.over);
  CHECK(dense.plain == doctest::Approx(sparse.plain));
  CHECK(dense.excess == doctest::Approx(1.5 * sparse.excess));
  double before = 0.0;
  for (const double expected : {1000.0, 60.0, 40.0, 20.0, 10.0}) {
    CHECK(allowance({}, expected).under >= before);
    before = allowance({}, expected).under;
  }
  CHECK(before > 0.10);
  const Layer free{.over_weight = 1.0, .free_over = 0.4, .free_under = 0.5};
  CHECK(allowance(free, 500).over == doctest::Approx(0.4));
  CHECK(allowance(free, 500).under == doctest::Approx(0.5));
}

// ---- kernel and neighbours

TEST_CASE("the table of the Gaussian is the Gaussian, to 2e-10, and falls") {
  for (const double sigma : {0.3, 1.0, 4.0}) {
    const GaussTable table(engine::core::Mm{sigma});
    CHECK(table.reach().value == doctest::Approx(kCutSigmas * sigma));
    double before = 2.0;
    for (double d = 0.0; d < table.reach().value; d += sigma / 23) {
      const double now = table.value(d * d);
      CHECK(std::fabs(now - std::exp(-d * d / (2 * sigma * sigma))) < 2e-10);
      CHECK(now < before);
      before = now;
      CHECK(static_cast<double>(table.weight(d * d)) / kWeightUnit == doctest::Approx(now).epsilon(1e-6));
    }
  }
}

TEST_CASE("a grid of dots that come and go finds what looking at all of them finds") {
  DotGrid grid({{0, 0}, {20, 20}}, 1.7);
  std::vector<std::pair<std::uint32_t, Vec2>> there;
  for (std::uint64_t i = 0; i < 600; ++i) {
    if (draw_unit(4, "go", i) < 0.35 && !there.empty()) {
      const auto at = draw_below(4, "which", i, there.size());
      grid.remove(there[at].first, there[at].second);
      there.erase(there.begin() + static_cast<std::ptrdiff_t>(at));
    } else {
      const Vec2 p{24 * draw_unit(4, "x", i) - 2, 24 * draw_unit(4, "y", i) - 2};  // beside the box too
      grid.add(static_cast<std::uint32_t>(i), p);
      there.emplace_back(static_cast<std::uint32_t>(i), p);
    }
    if (i % 20 != 0) continue;
    const Vec2 q{20 * draw_unit(5, "x", i), 20 * draw_unit(5, "y", i)};
    double nearest = std::numeric_limits<double>::infinity();
    std::size_t within = 0, found = 0;
    for (const auto& [slot, p] : there) {
      nearest = std::min(nearest, glm::length(p - q));
      within += glm::length(p - q) <= 3.0 ? 1 : 0;
    }
    grid.within(q, 3.0, [&](std::uint32_t, Vec2, double) { ++found; });
    CHECK(found == within);
    CHECK(grid.nearest(q) == doctest::Approx(nearest));
  }
}

// ---- theory

TEST_CASE("of questions the share that was answered rightly counts, and each missed one is named") {
  const auto score = [](std::vector<TheoryAnswer> answers) { return theory(answers); };
  CHECK_FALSE(score({}).score.has_value());
  CHECK(score({{0, 0}, {1, 1}}).score == 10000);
  CHECK(score({{0, 0}, {1, 0}, {2, {}}}).score == 3333);
  const auto missed = score({{0, 0}, {1, 0}, {2, {}}});
  REQUIRE(missed.causes.size() == 2);
  CHECK(missed.causes[0].id == CauseId::WrongAnswer);
  CHECK(missed.causes[0].question == 1U);
  CHECK(missed.causes[1].id == CauseId::NoAnswer);
  CHECK(missed.causes[1].question == 2U);
  CHECK(missed.causes[0].share == doctest::Approx(0.5));
  CHECK(score({{0, 1}, {1, 0}}).score == 0);
}
