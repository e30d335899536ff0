// Criteria on fields whose values can be worked out with pencil and paper: shares, ramps, weights of parts.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/scoring/clumps.h"
#include "engine/scoring/depth.h"
#include "engine/scoring/evenness.h"
#include "engine/scoring/hairline.h"
#include "engine/scoring/in_band.h"
#include "engine/scoring/placement.h"
#include "engine/scoring/profile.h"
#include "engine/scoring/smooth.h"

using namespace engine::scoring;
using doctest::Approx;

namespace {

// 30 x 20 mm, one dot a square millimetre asked.
Field plain(double width = 30, double height = 20) {
  Field field;
  field.region = Region::rectangle({0, 0}, {width, height});
  field.target.plateau_per_mm2 = 1.0;
  return field;
}
void put(Field& field, Vec2 at, double delta = 0.55) {
  field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at, .delta = delta});
}
Field lattice(int columns, int rows) {
  Field field = plain(columns, rows);
  for (int y = 0; y < rows; ++y)
    for (int x = 0; x < columns; ++x) put(field, {x + 0.5, y + 0.5});
  return field;
}
double metric(const CriterionResult& result, const std::string& key) {
  for (const Metric& m : result.metrics)
    if (m.key == key) return m.value;
  FAIL("no metric " << key);
  return 0.0;
}
DepthMeasure depths(const std::vector<double>& deltas, Band band) {
  Field field = plain();
  field.depth_band = band;
  for (const double d : deltas) put(field, {1, 1}, d);
  return measure_depth(field);
}

}  // namespace

// ---- depth

TEST_CASE("depth is six tenths of what lies in the band, two of its spread and two of its drift") {
  const Band band{0.4, 0.6};
  const Ramps ramps;
  // All alike: nothing to lose.
  CHECK(score_depth(depths({0.5, 0.5, 0.5, 0.5}, band), band, ramps).score == 10000);
  // One of ten is out: 0.90 of the ramp 0.50-0.95 is 88.89 points; without spread and drift counted they are
  // full.
  DepthMeasure m{.dots = 10, .deep = 1};
  m.sum.add(5.0);
  m.square.add(2.5);
  CHECK(score_depth(m, band, ramps).score == 6 * 889 + 4000 - 1);  // 0.6 x 88.888... + 40 = 93.33
  // Spread alone: a deviation of 0.125 is 1.25 half bands, half way from 2.0 to 0.5.
  DepthMeasure spread{.dots = 2};
  spread.sum.add(1.0);
  spread.square.add(0.5 + 0.125 * 0.125);
  CHECK(metric(score_depth(spread, band, ramps), "sd_delta") == Approx(0.125));
  CHECK(score_depth(spread, band, ramps).score == 9000);
  // Drift alone: 0.115 over all dots is 1.15 half bands, half way from 2.0 to 0.3.
  DepthMeasure drift{.dots = 10, .drift_per_dot = -0.0115};
  drift.sum.add(5.0);
  drift.square.add(2.5);
  CHECK(metric(score_depth(drift, band, ramps), "drift_delta") == Approx(0.115));
  CHECK(score_depth(drift, band, ramps).score == 9000);
}

TEST_CASE("the edges of a band of depth belong to it, and what is unknown leaves all unjudged") {
  const Band band{0.4, 0.6};
  const auto m = depths({0.4, 0.6, 0.39, 0.61, 0.7}, band);
  CHECK(m.shallow == 1);
  CHECK(m.deep == 2);
  const auto judged = score_depth(m, band, {});
  CHECK(metric(judged, "in_band") == Approx(0.4));
  CHECK(metric(judged, "too_deep") == Approx(0.4));
  CHECK(metric(judged, "too_shallow") == Approx(0.2));
  auto unknown = m;
  unknown.unknown = 1;
  CHECK_FALSE(score_depth(unknown, band, {}).score.has_value());
  CHECK_FALSE(score_depth({}, band, {}).score.has_value());
}

TEST_CASE("what depth lost is shared by how many were too deep and too shallow, and mended in the middle") {
  Field field = plain();
  field.depth_band = {0.4, 0.6};
  for (int i = 0; i < 60; ++i)
    put(field, {1.0 + i % 10, 1.0 + i / 10}, i % 6 == 0 ? 0.62 : i % 6 == 3 ? 0.38 : 0.5);
  field.dots[3].delta = 0.62;
  const auto result = depth(field, measure_depth(field), {});
  REQUIRE(result.causes.size() >= 2);
  CHECK(result.causes[0].id == CauseId::TooDeep);
  CHECK(result.causes[0].dots.size() == 11);
  CHECK(result.causes[1].id == CauseId::TooShallow);
  CHECK(result.causes[1].dots.size() == 9);
  CHECK(result.causes[0].share / result.causes[1].share == Approx(11.0 / 9.0));
  double sum = 0.0;
  for (const Cause& c : result.causes) sum += c.share;
  CHECK(sum == Approx(1.0));
  for (const auto& [number, delta] : result.causes[0].fix->set_delta) CHECK(delta == Approx(0.5));
}

TEST_CASE("a dot counted and taken away again leaves the sums of depth and of bands as they were") {
  const Band band{0.4, 0.6};
  DepthMeasure m = depths({0.41, 0.5, 0.7, 0.2}, band);
  const auto before = score_depth(m, band, {});
  const FieldDot dot{.depth_known = false, .delta = 0.9};
  count_depth(m, dot, band, true);
  CHECK(m.unknown == 1);
  count_depth(m, dot, band, false);
  const auto after = score_depth(m, band, {});
  CHECK(after.score == before.score);
  CHECK(metric(after, "sd_delta") == metric(before, "sd_delta"));
  BandMeasure b;
  for (const double v : {70.0, 85.0, 90.0}) count_value(b, v, true, {80, 90}, true);
  count_value(b, 20.0, false, {80, 90}, true);
  count_value(b, 20.0, false, {80, 90}, false);
  CHECK(b.dots == 3);
  CHECK(b.below == 1);
  CHECK(b.above == 0);
  CHECK(b.unknown == 0);
  const auto judged = score_in_band({.ramp = {0.5, 0.95}, .key = "angle"}, b);
  CHECK(metric(judged, "angle_mean") == Approx(245.0 / 3.0));
  CHECK(judged.score == hundredths(100.0 * (2.0 / 3.0 - 0.5) / 0.45));
}

// ---- clumps, evenness

TEST_CASE("points for clumps run straight between the steps of the table") {
  struct Step {
    std::size_t doublets;
    int points;
  };
  for (const auto& [doublets, points] :
       {Step{0, 10000}, Step{10, 10000}, Step{25, 9250}, Step{40, 8500}, Step{60, 8000}, Step{80, 7500},
        Step{115, 5750}, Step{150, 4000}, Step{275, 2000}, Step{400, 0}, Step{1000, 0}}) {
    SpacingMeasure m;
    m.dots = 1000;
    m.doublets = doublets;
    CAPTURE(doublets);
    CHECK(score_clumps(m).score == points);
  }
  SpacingMeasure few;
  few.dots = least_dots(CriterionId::Clumps) - 1;
  CHECK_FALSE(score_clumps(few).score.has_value());
}

TEST_CASE(
    "the ratio of a lattice is two, of twins nothing, and only dots off the border count where there are "
    "many") {
  const Field field = lattice(20, 20);
  const LocalDensity local(field);
  const auto m = measure_spacing(field, local);
  CHECK(m.dots == 400);
  CHECK(m.inner == 18 * 18);
  CHECK(m.doublets == 0);
  CHECK(local_ratio(m) == Approx(2.0).epsilon(0.01));
  CHECK(inner_dots(field, engine::core::Mm{1.0}).size() == 18 * 18);
  CHECK(inner_dots(field, engine::core::Mm{8.0}).size() == 400);  // hardly any lies so deep: then all count
  CHECK(is_doublet({.nearest = engine::core::Mm{0.49}, .density = 1.0}));
  CHECK_FALSE(is_doublet({.nearest = engine::core::Mm{0.5}, .density = 1.0}));
  CHECK(is_doublet({.nearest = engine::core::Mm{0.24}, .density = 4.0}));
  CHECK(local_ratio({}) == 0.0);
}

TEST_CASE("the variation of cells is none where all are alike, and that of two halves where they are not") {
  CellMeasure same;
  same.targets = 4.0;
  for (int i = 0; i < 4; ++i) {
    same.density.add(0.8);
    same.square.add(0.64);
  }
  CHECK(relative_variation(same) == Approx(0.0).epsilon(1e-6));
  CellMeasure halves;  // 0.5 and 1.5: mean 1, deviation 0.5
  halves.targets = 2.0;
  halves.density.add(0.5);
  halves.density.add(1.5);
  halves.square.add(0.25);
  halves.square.add(2.25);
  CHECK(relative_variation(halves) == Approx(0.5));
  CHECK(relative_variation({}) == 0.0);
}

// ---- the line

TEST_CASE("a line two millimetres too high loses what its mean distance loses, by the ramp") {
  Field field = plain(60, 60);
  for (int x = 0; x <= 60; x += 2) {
    field.target_hairline.push_back({static_cast<double>(x), 20.0});
    field.drawn_hairline.push_back({static_cast<double>(x), 23.0});
  }
  field.midline_x = 30.0;
  const auto result = hairline(field, {});
  CHECK(metric(result, "assd_mm") == Approx(3.0));
  CHECK(metric(result, "hd95_mm") == Approx(3.0));
  CHECK(metric(result, "signed_offset_mm") == Approx(3.0));
  CHECK(metric(result, "asymmetry_mm") == Approx(0.0));
  CHECK(metric(result, "tangent_mean_deg") == Approx(0.0));
  // 3 mm is half way from 5 to 1 in the mean, and full marks in the rest: 100 - 0.4 x 50.
  CHECK(result.score == 8000);
  REQUIRE(result.causes.size() == 1);
  CHECK(result.causes[0].id == CauseId::TooHigh);
  std::reverse(field.drawn_hairline.begin(), field.drawn_hairline.end());  // drawn from the other side
  CHECK(hairline(field, {}).score == 8000);
  for (Vec2& p : field.drawn_hairline) p.y = 17.0;
  CHECK(hairline(field, {}).causes[0].id == CauseId::TooLow);
  field.midline_x.reset();  // its fifth goes to the others: (0.4 x 50 + 0.3 x 100 + 0.1 x 100) / 0.8
  CHECK(hairline(field, {}).score == 7500);
}

TEST_CASE("nothing drawn is nothing scored, and without an agreed line nothing is judged") {
  Field field = plain();
  CHECK_FALSE(hairline(field, {}).score.has_value());
  field.target_hairline = {{0, 10}, {30, 10}};
  CHECK(hairline(field, {}).score == 0);
  CHECK(hairline(field, {}).causes.at(0).id == CauseId::NothingDrawn);
  field.drawn_hairline = {{5, 10}, {5, 10}};  // one place is no line
  CHECK(hairline(field, {}).score == 0);
}

TEST_CASE("behind a line bins hold their area and what is asked there, and every dot that was counted") {
  Field field = plain(30, 20);
  field.target.line = {{-10, 0}, {40, 0}};
  field.target.steps = {{engine::core::Mm{5}, 0.5}};
  for (int i = 0; i < 40; ++i) put(field, {0.5 + i % 10, 0.5 + i / 10});
  const auto bins = profile_behind(field);
  double area = 0.0, asked = 0.0, count = 0.0;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    CHECK(bins[i].area_mm2 == Approx(30.0 * (bins[i].to - bins[i].from).value));
    CHECK(bins[i].asked >= 25.0);
    if (i > 0) CHECK(bins[i].from == bins[i - 1].to);
    area += bins[i].area_mm2;
    asked += bins[i].asked;
    count += bins[i].count;
  }
  CHECK(area == Approx(600.0));
  CHECK(asked == Approx(30 * (5 * 0.5 + 15 * 1.0)));
  CHECK(count == 40);
  CHECK(bins.front().to.value == 2.0);  // 15 dots a millimetre: two make a bin
  CHECK(bins.front().count == 20);
  field.target.line.clear();
  CHECK(profile_behind(field).empty());
}

// ---- placement

TEST_CASE("by chance as many dots are on hair as the circles round them cover") {
  Field field = plain(30, 20);
  for (int i = 0; i < 120; ++i) field.hair.push_back({0.25 + (i % 60) * 0.5, 5.0 + i / 60});
  CHECK(on_hair_by_chance(field) == Approx(1.0 - std::exp(-3.141592653589793 * 0.15 * 0.15 * 120 / 600.0)));
  for (int i = 0; i < 100; ++i)
    put(field, i < 8 ? field.hair[static_cast<std::size_t>(i)] : Vec2{1.0 + i % 20, 12.0});
  const auto m = measure_on_hair(field);
  CHECK(m.on_hair == 8);
  CHECK(m.dots == 100);
  CHECK(metric(score_placement(m, {}, {}), "on_hair") == Approx(0.08 / m.by_chance));
  CHECK(placement(field, {}).score == 0);  // five times what chance would give
  CHECK(placement(field, {}).causes.at(0).id == CauseId::OnHair);
  CHECK(placement(field, {}).causes.at(0).fix->remove.size() == 8);
  CHECK(on_hair_by_chance(plain()) == 0.0);
}

TEST_CASE("marks beside the zone cost by the ramp: one in two hundred is free, eight in a hundred are all") {
  OnHairMeasure none;
  none.dots = 100;
  struct Share {
    double share;
    int points;
  };
  for (const auto& [share, points] :
       {Share{0.0, 10000}, Share{0.005, 10000}, Share{0.0425, 5000}, Share{0.08, 0}, Share{0.5, 0}})
    CHECK(score_placement(none, {.share = share}, {}).score == points);
  CHECK(score_placement(none, {.any_forbidden = true}, {}).score == 0);
}
