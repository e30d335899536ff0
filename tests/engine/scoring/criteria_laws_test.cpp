// Laws of every criterion: who may move, turn or number dots otherwise, and what causes always are.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/draw.h"
#include "engine/scoring/judge.h"
#include "tests/engine/scoring/fronts.h"

using namespace engine::scoring;
using engine::core::draw_unit;
using engine::core::Seed;

namespace {

Rubric everything() {
  Rubric rubric;
  for (int i = 0; i < kCriterionCount; ++i)
    if (static_cast<CriterionId>(i) != CriterionId::Theory)
      rubric.criteria.push_back({static_cast<CriterionId>(i), 10, {}});
  return rubric;
}
// A middling hand: uneven, some deep, some dark, some slanted.
Field middling(Seed seed, std::uint32_t count = 240, double side = 20) {
  Field field;
  field.region = Region::rectangle({0, 0}, {side, side});
  field.target.plateau_per_mm2 = static_cast<double>(count) / (side * side);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto unit = [&](const char* name) { return draw_unit(seed, name, i); };
    const double columns = std::ceil(std::sqrt(count)), step = side / columns;
    const double x = std::fmod(i, columns), y = std::floor(i / columns);
    field.dots.push_back(
        {.number = i,
         .angle_known = true,
         .at = {(x + 0.5 + 0.8 * (unit("x") - 0.5)) * step, (y + 0.5 + 0.8 * (unit("y") - 0.5)) * step},
         .delta = 0.30 + 0.5 * unit("depth"),
         .diameter = engine::core::Mm{0.18 + 0.2 * unit("size")},
         .angle = engine::core::Degrees{74 + 16 * unit("angle")},
         .dilution = unit("mix") < 0.7 ? 14.0 : 9.0});
  }
  return field;
}
CriterionResult of(const std::vector<CriterionResult>& all, CriterionId id) {
  for (const auto& r : all)
    if (r.id == id) return r;
  FAIL("not judged");
  return all.front();
}
std::vector<CriterionResult> judged(const Field& field) {
  return judge(field, everything());
}
template <class Move>
Field changed(Field field, Move move) {
  for (auto& dot : field.dots) dot.at = move(dot.at);
  return field;
}
// Criteria that look at each dot by itself, and not at where it stands.
constexpr CriterionId kByDot[] = {CriterionId::Depth, CriterionId::Size, CriterionId::Shade,
                                  CriterionId::Angle};
// Those that look at where dots stand to each other.
constexpr CriterionId kByPlace[] = {CriterionId::Density, CriterionId::Evenness, CriterionId::Clumps,
                                    CriterionId::Gaps};

}  // namespace

TEST_CASE("every score lies from 0 to 100 and has a cause exactly when points are lost") {
  for (Seed seed = 1; seed <= 8; ++seed)
    for (const auto& result : judged(middling(seed))) {
      CAPTURE(name(result.id));
      if (!result.score) {
        continue;
      }
      CHECK(*result.score >= 0);
      CHECK(*result.score <= 10000);
      CHECK(result.causes.empty() == (*result.score == 10000));
    }
}

TEST_CASE("shares of causes add up to one, the worst first, and name dots that are there") {
  for (Seed seed = 1; seed <= 8; ++seed) {
    const Field field = middling(seed);
    for (const auto& result : judged(field)) {
      if (result.causes.empty()) continue;
      CAPTURE(name(result.id));
      double sum = 0.0, before = 2.0;
      for (const auto& cause : result.causes) {
        CHECK(cause.id != CauseId::Unknown);
        CHECK(cause.share >= 0.0);
        CHECK(cause.share <= before + 1e-12);
        before = cause.share;
        sum += cause.share;
        CHECK(cause.dots.size() <= 400);
        for (const auto number : cause.dots) CHECK(number < field.dots.size());
      }
      CHECK(sum == doctest::Approx(1.0));
    }
  }
}

TEST_CASE("metrics have names of their own and are numbers") {
  for (const auto& result : judged(middling(3))) {
    std::vector<std::string> keys;
    for (const auto& metric : result.metrics) {
      keys.push_back(metric.key);
      CHECK(std::isfinite(metric.value));
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::unique(keys.begin(), keys.end()) == keys.end());
  }
}

TEST_CASE("an empty field is judged by nothing, and one dot by nothing that needs neighbours") {
  Field none = middling(1);
  none.dots.clear();
  for (const auto& result : judged(none)) {
    CAPTURE(name(result.id));
    CHECK_FALSE(result.score.has_value());
  }
  Field one = middling(1);
  one.dots.resize(1);
  const auto results = judged(one);
  for (const CriterionId id :
       {CriterionId::Evenness, CriterionId::Clumps, CriterionId::Naturalness, CriterionId::Pace})
    CHECK_FALSE(of(results, id).score.has_value());
}

TEST_CASE("where a field lies changes no score") {
  for (Seed seed = 1; seed <= 4; ++seed) {
    const Field field = middling(seed);
    Field moved = changed(field, [](Vec2 p) { return p + Vec2{64, -32}; });
    moved.region = Region::rectangle({64, -32}, {84, -12});
    const auto a = judged(field), b = judged(moved);
    for (const auto id : kByPlace) {
      CAPTURE(name(id));
      CHECK(of(a, id).score == of(b, id).score);
    }
    for (const auto id : kByDot) CHECK(of(a, id).score == of(b, id).score);
  }
}

TEST_CASE("a field looked at in a mirror or turned by a quarter keeps its scores to two points") {
  for (Seed seed = 1; seed <= 4; ++seed) {
    const Field field = middling(seed);
    const auto a = judged(field);
    for (const auto& other : {changed(field,
                                      [](Vec2 p) {
                                        return Vec2{20 - p.x, p.y};
                                      }),
                              changed(field,
                                      [](Vec2 p) {
                                        return Vec2{p.y, 20 - p.x};
                                      }),
                              changed(field, [](Vec2 p) {
                                return Vec2{20 - p.x, 20 - p.y};
                              })}) {
      const auto b = judged(other);
      for (const auto id : kByPlace) {
        CAPTURE(name(id));
        REQUIRE(of(a, id).score.has_value());
        CHECK(std::abs(*of(a, id).score - *of(b, id).score) <=
              200 /* the judging grid begins at the low corner */);
      }
      for (const auto id : kByDot) CHECK(of(a, id).score == of(b, id).score);
    }
  }
}

TEST_CASE("the order in which dots were placed matters to pace and drift alone") {
  for (Seed seed = 1; seed <= 4; ++seed) {
    const Field field = middling(seed);
    Field other = field;
    std::reverse(other.dots.begin(), other.dots.end());
    for (std::uint32_t i = 0; i < other.dots.size(); ++i) other.dots[i].number = i;
    const auto a = judged(field), b = judged(other);
    for (const auto id : kByPlace) CHECK(of(a, id).score == of(b, id).score);
    for (const auto id : {CriterionId::Size, CriterionId::Shade, CriterionId::Angle})
      CHECK(of(a, id).score == of(b, id).score);
  }
}

TEST_CASE("everything twice as large, asked a quarter as dense, keeps the pattern's scores to a point") {
  for (Seed seed = 1; seed <= 3; ++seed) {
    const Field field = middling(seed);
    Field large = changed(field, [](Vec2 p) { return p * 2.0; });
    large.region = Region::rectangle({0, 0}, {40, 40});
    large.target.plateau_per_mm2 /= 4;
    const auto a = judged(field), b = judged(large);
    for (const auto id : kByPlace) {
      CAPTURE(name(id));
      CHECK(std::abs(*of(a, id).score - *of(b, id).score) <= 100);
    }
  }
}

TEST_CASE("judging twice gives the same, to the last bit") {
  const Field field = middling(9);
  const auto a = judged(field), b = judged(field);
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].score == b[i].score);
    REQUIRE(a[i].metrics.size() == b[i].metrics.size());
    for (std::size_t k = 0; k < a[i].metrics.size(); ++k)
      CHECK(a[i].metrics[k].value == b[i].metrics[k].value);
  }
}

TEST_CASE("results come in the rubric's order, one for each rule") {
  Rubric rubric;
  for (const auto id : {CriterionId::Gaps, CriterionId::Depth, CriterionId::Density})
    rubric.criteria.push_back({id, 5, {}});
  const auto results = judge(middling(2), rubric);
  REQUIRE(results.size() == 3);
  CHECK(results[0].id == CriterionId::Gaps);
  CHECK(results[1].id == CriterionId::Depth);
  CHECK(results[2].id == CriterionId::Density);
}

TEST_CASE("weights do not change what a criterion says of the work") {
  Rubric heavy = everything();
  for (auto& rule : heavy.criteria) rule.weight = 97;
  const auto a = judged(middling(4)), b = judge(middling(4), heavy);
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i].score == b[i].score);
}

TEST_CASE("more dots out of the band of depth never score better") {
  int before = 10001;
  for (std::uint32_t deep = 0; deep <= 240; deep += 20) {
    Field field = middling(5);
    for (auto& dot : field.dots) dot.delta = dot.number * 7 % 240 < deep ? 0.80 : 0.55;
    const auto result = of(judged(field), CriterionId::Depth);
    REQUIRE(result.score.has_value());
    if (deep <= 120) CHECK(*result.score <= before);
    before = *result.score;
    if (deep == 0) CHECK(*result.score == 10000);
  }
}

TEST_CASE("a depth that nobody knows leaves depth and size unjudged, not wrong") {
  Field field = middling(6);
  field.dots[100].depth_known = false;
  const auto results = judged(field);
  CHECK_FALSE(of(results, CriterionId::Depth).score.has_value());
  CHECK_FALSE(of(results, CriterionId::Size).score.has_value());
  CHECK(of(results, CriterionId::Density).score.has_value());
}

TEST_CASE(
    "half as many dots as asked are one too sparse, twice as many one too dense, and dense costs more") {
  const auto density = [](double asked_per_dot) {
    Field field = middling(7);
    field.target.plateau_per_mm2 *= asked_per_dot;
    return of(judged(field), CriterionId::Density);
  };
  const auto sparse = density(2.0), dense = density(0.5), right = density(1.0);
  REQUIRE(sparse.causes.size() >= 1);
  REQUIRE(dense.causes.size() >= 1);
  CHECK(sparse.causes[0].id == CauseId::TooSparse);
  CHECK(dense.causes[0].id == CauseId::TooDense);
  CHECK(*right.score > *sparse.score);
  CHECK(*right.score > *dense.score);
  CHECK(*density(1.0 / 1.25).score < *density(1.25).score);
}

TEST_CASE("the farther the density is off, the lower its score") {
  int before = 10001;
  for (const double factor : {1.0, 1.15, 1.3, 1.5, 1.8, 2.5}) {
    Field field = middling(8);
    field.target.plateau_per_mm2 *= factor;
    const int now = *of(judged(field), CriterionId::Density).score;
    CHECK(now <= before);
    before = now;
  }
}

TEST_CASE("twins make clumps: each pair more costs points or leaves none") {
  int before = 10001;
  for (const std::uint32_t pairs : {0U, 6U, 12U, 24U, 48U}) {
    Field field = middling(10);
    for (std::uint32_t i = 0; i < pairs; ++i)
      field.dots[2 * i + 1].at = field.dots[2 * i].at + Vec2{0.1, 0.05};
    const auto result = of(judged(field), CriterionId::Clumps);
    CHECK(*result.score <= before);
    before = *result.score;
    if (pairs > 0) REQUIRE_FALSE(result.causes.empty());
    if (pairs > 0) CHECK(result.causes[0].id == CauseId::Clumps);
  }
  CHECK(before < 3000);
}

TEST_CASE("a hole makes gaps: the wider the lower, and it is pointed at") {
  int before = 10001;
  for (const double radius : {0.0, 1.5, 3.0, 5.0}) {
    Field field = middling(11);
    std::erase_if(field.dots, [&](const FieldDot& d) { return glm::length(d.at - Vec2{12, 9}) < radius; });
    for (std::uint32_t i = 0; i < field.dots.size(); ++i) field.dots[i].number = i;
    const auto result = of(judged(field), CriterionId::Gaps);
    CHECK(*result.score <= before);
    before = *result.score;
    if (radius < 3) continue;
    REQUIRE_FALSE(result.causes.empty());
    CHECK(glm::length(result.causes[0].at - Vec2{12, 9}) < radius);
    REQUIRE(result.causes[0].fix.has_value());
    CHECK_FALSE(result.causes[0].fix->add.empty());
  }
}

TEST_CASE("what a fix adds to a gap lies in the field, and the field is better with it") {
  Field field = middling(11);
  std::erase_if(field.dots, [](const FieldDot& d) { return glm::length(d.at - Vec2{12, 9}) < 3.5; });
  for (std::uint32_t i = 0; i < field.dots.size(); ++i) field.dots[i].number = i;
  const auto before = of(judged(field), CriterionId::Gaps);
  REQUIRE_FALSE(before.causes.empty());
  for (const Vec2 p : before.causes[0].fix->add) {
    CHECK(field.region.contains(p));
    field.dots.push_back(
        {.number = static_cast<std::uint32_t>(field.dots.size()), .angle_known = true, .at = p});
  }
  CHECK(*of(judged(field), CriterionId::Gaps).score > *before.score);
}

TEST_CASE("taking away what the fix of clumps names leaves fewer clumps") {
  Field field = middling(12);
  for (std::uint32_t i = 0; i < 40; ++i) field.dots[2 * i + 1].at = field.dots[2 * i].at + Vec2{0.1, 0.05};
  const auto before = of(judged(field), CriterionId::Clumps);
  REQUIRE(before.causes[0].fix.has_value());
  const auto& remove = before.causes[0].fix->remove;
  std::erase_if(field.dots, [&](const FieldDot& d) {
    return std::find(remove.begin(), remove.end(), d.number) != remove.end();
  });
  for (std::uint32_t i = 0; i < field.dots.size(); ++i) field.dots[i].number = i;
  CHECK(*of(judged(field), CriterionId::Clumps).score > *before.score);
}

TEST_CASE("a painted hand of rows is not natural, whichever way the rows run") {
  for (const bool across : {false, true}) {
    Field field = middling(13, 400);
    for (auto& dot : field.dots) {
      const double column = dot.number % 20, row = dot.number / 20;  // NOLINT: whole rows are meant
      const double along = column + 0.9 * draw_unit(13, "along", dot.number), line = row + 0.5;
      dot.at = across ? Vec2{line, along} : Vec2{along, line};
    }
    const auto result = of(judged(field), CriterionId::Naturalness);
    REQUIRE(result.score.has_value());
    CHECK(*result.score < 5000);
    CHECK(result.causes[0].id == CauseId::Rows);
  }
}

TEST_CASE("a square grid is not natural either, and called one") {
  Field field = middling(14, 400);
  for (auto& dot : field.dots) dot.at = {dot.number % 20 + 0.5, dot.number / 20 + 0.5};  // NOLINT
  const auto result = of(judged(field), CriterionId::Naturalness);
  REQUIRE(result.score.has_value());
  CHECK(*result.score == 0);
  REQUIRE_FALSE(result.causes.empty());
  CHECK(result.causes[0].id == CauseId::Grid);
}

TEST_CASE("hair that is there fills the zone and is never at fault") {
  Field field = middling(15);
  Field with_hair = field;
  // Half of what is asked stands there already: the same dots are too many then.
  with_hair.hair.clear();
  for (std::uint32_t i = 0; i < 120; ++i)
    with_hair.hair.push_back({20 * draw_unit(15, "hx", i), 20 * draw_unit(15, "hy", i)});
  CHECK(*of(judged(with_hair), CriterionId::Density).score < *of(judged(field), CriterionId::Density).score);
  for (const auto& result : judged(with_hair))
    for (const auto& cause : result.causes)
      for (const auto number : cause.dots) CHECK(number < field.dots.size());
  CHECK(hair_per_mm2(with_hair) == doctest::Approx(120.0 / 400.0));
}

TEST_CASE("strays cost placement by their share, down to nothing") {
  int before = 10001;
  for (const double share : {0.0, 0.005, 0.02, 0.04, 0.08, 0.5}) {
    Field field = middling(16);
    field.strays.share = share;
    const int now = *of(judged(field), CriterionId::Placement).score;
    CHECK(now <= before);
    before = now;
  }
  CHECK(before == 0);
}
