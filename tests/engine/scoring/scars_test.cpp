// Punctate scars: one to three dots in each.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/core/draw.h"
#include "engine/core/exact_math.h"
#include "engine/core/units.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/live_field.h"
#include "engine/scoring/scars.h"

using namespace engine;
using namespace engine::scoring;

namespace {

constexpr double kRadius = 0.45, kReach = kRadius + 0.25;
constexpr int kColumns = 10, kRows = 6;

std::vector<Vec2> ring(Vec2 middle, double radius, int corners, double turn = 0.0) {
  std::vector<Vec2> points;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2.0 * core::kPi * (i + turn) / corners;
    points.push_back(middle + radius * Vec2{core::exact::cos(angle), core::exact::sin(angle)});
  }
  return points;
}

Field sixty_scars() {
  Field field;
  field.of_lesson = true;
  field.scars.radius = engine::core::Mm{kRadius};
  std::vector<geometry::Ring> rings;
  for (int y = 0; y < kRows; ++y)
    for (int x = 0; x < kColumns; ++x) {
      field.scars.middles.push_back({2.0 + 3.0 * x + 0.3 * (y % 3), 2.0 + 3.0 * y});
      rings.push_back({ring(field.scars.middles.back(), kReach, 24), false});
    }
  field.region = Region::make(std::move(rings)).value();
  field.target.plateau_per_mm2 = 1.0;
  return field;
}

Rubric rubric() {
  Rubric rubric = pad_pattern_rubric();
  rubric.criteria.push_back({CriterionId::Placement, 10, {}});
  rubric.criteria.push_back({CriterionId::Depth, 10, {}});
  return rubric;
}

void put(Field& field, Vec2 at) {
  field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = at});
}

const CriterionResult& of(const std::vector<CriterionResult>& results, CriterionId id) {
  return *std::find_if(results.begin(), results.end(), [id](const auto& r) { return r.id == id; });
}

Field toned(int dots) {
  Field field = sixty_scars();
  for (const Vec2 middle : field.scars.middles)
    for (const Vec2 at : ring(middle, 0.2, dots, 0.3)) put(field, at);
  return field;
}

}  // namespace

TEST_CASE("one, two or three dots in every scar are right, and what cannot be seen there is not judged") {
  for (const int dots : {1, 2, 3}) {
    const auto results = judge(toned(dots), rubric());
    CHECK(of(results, CriterionId::Density).score == 10000);
    CHECK(of(results, CriterionId::Naturalness).score == 10000);
    CHECK(of(results, CriterionId::Placement).score == 10000);
    for (const auto id : {CriterionId::Evenness, CriterionId::Clumps, CriterionId::Gaps})
      CHECK_FALSE(of(results, id).score);
  }
}

TEST_CASE("bare scars are named, and a dot in each mends them") {
  Field field = toned(2);
  std::erase_if(field.dots, [](const FieldDot& dot) { return dot.number / 2 % 3 == 0; });  // every third scar
  const auto density = of(judge(field, rubric()), CriterionId::Density);
  CHECK(*density.score == doctest::Approx(100 * (2.0 / 3.0 - 0.50) / 0.45 * 100).epsilon(0.001));
  REQUIRE(density.causes.size() == 1);
  CHECK(density.causes[0].id == CauseId::BareScars);
  REQUIRE(density.causes[0].fix->add.size() == 20);
  for (const Vec2 at : density.causes[0].fix->add)
    field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size() + 1000), .at = at});
  CHECK(of(judge(field, rubric()), CriterionId::Density).score == 10000);
}

TEST_CASE("a scar with more than three dots is crowded; taking the outermost away mends it") {
  Field field = toned(5);
  const auto density = of(judge(field, rubric()), CriterionId::Density);
  CHECK(density.score == 0);
  REQUIRE(density.causes.size() == 1);
  CHECK(density.causes[0].id == CauseId::CrowdedScars);
  CHECK(density.causes[0].guilty() == 120);
  const auto& remove = density.causes[0].fix->remove;
  std::erase_if(field.dots, [&](const FieldDot& dot) {
    return std::binary_search(remove.begin(), remove.end(), dot.number);
  });
  CHECK(of(judge(field, rubric()), CriterionId::Density).score == 10000);
}

TEST_CASE("four dots on the rim are a ring, wherever three are not") {
  for (const int dots : {3, 4}) {
    Field field = sixty_scars();
    for (const Vec2 middle : field.scars.middles)
      for (const Vec2 at : ring(middle, 0.95 * kRadius, dots)) put(field, at);
    const auto naturalness = of(judge(field, rubric()), CriterionId::Naturalness);
    CHECK(naturalness.score == (dots == 3 ? 10000 : 0));
    if (dots == 3) continue;
    REQUIRE(naturalness.causes.size() == 1);
    CHECK(naturalness.causes[0].id == CauseId::RingedScars);
    CHECK(naturalness.causes[0].guilty() == 60);
  }
}

TEST_CASE("dots that miss their scars cost placement") {
  Field field = sixty_scars();
  for (const Vec2 middle : field.scars.middles)
    put(field, middle + Vec2{field.dots.size() % 2 == 0 ? 0.1 : 0.6, 0.0});
  const auto results = judge(field, rubric());
  CHECK(of(results, CriterionId::Placement).score == 0);
  REQUIRE(of(results, CriterionId::Placement).causes.size() == 1);
  CHECK(of(results, CriterionId::Placement).causes[0].id == CauseId::BesideScars);
  CHECK(of(results, CriterionId::Placement).causes[0].guilty() == 30);
  CHECK(of(results, CriterionId::Density).score == 0);  // half are bare
}

TEST_CASE("in an earlier treatment session a bare scar is no fault, a crowded one is; healed dots count") {
  Field field = toned(1);
  field.dots.resize(30);
  field.layer.last = false;
  CHECK(of(judge(field, rubric()), CriterionId::Density).score == 10000);
  for (std::uint32_t i = 0; i < 3; ++i)
    for (std::size_t scar = 0; scar < 30; ++scar)
      field.old_dots.push_back(
          {.number = 1000 + i * 30 + static_cast<std::uint32_t>(scar), .at = field.scars.middles[scar]});
  const auto density = of(judge(field, rubric()), CriterionId::Density);
  CHECK(density.score == 0);
  REQUIRE(density.causes.size() == 1);
  CHECK(density.causes[0].id == CauseId::CrowdedScars);
  CHECK(density.causes[0].guilty() == 30);  // of this session: one in each
}

TEST_CASE("dot by dot the scores are those from scratch") {
  Field field = sixty_scars();
  LiveField live(field, rubric());
  for (std::uint64_t step = 0; step < 400; ++step) {
    const bool leave = !field.dots.empty() && core::draw_unit(7, "leave", step) < 0.35;
    if (leave) {
      const auto which = static_cast<std::ptrdiff_t>(core::draw_below(7, "which", step, field.dots.size()));
      live.remove(field.dots[static_cast<std::size_t>(which)].number);
      field.dots.erase(field.dots.begin() + which);
    } else {
      const Vec2 middle = field.scars.middles[core::draw_below(7, "scar", step, 12)];
      FieldDot dot{.number = static_cast<std::uint32_t>(step),
                   .at = middle + ring({0, 0}, 0.69 * core::draw_unit(7, "r", step),
                                       97)[core::draw_below(7, "turn", step, 97)]};
      dot.delta = 0.3 + 0.5 * core::draw_unit(7, "delta", step);
      live.add(dot);
      field.dots.push_back(dot);
    }
    const auto scratch = judge(field, rubric()), now = live.scores();
    REQUIRE(scratch.size() == now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
      CHECK(now[i].score == scratch[i].score);
      REQUIRE(now[i].metrics.size() == scratch[i].metrics.size());
      for (std::size_t m = 0; m < now[i].metrics.size(); ++m)
        CHECK(now[i].metrics[m].value == scratch[i].metrics[m].value);
    }
  }
}
