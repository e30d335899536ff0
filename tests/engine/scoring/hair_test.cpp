// Work between hairs.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/scoring/blending.h"
#include "engine/scoring/criterion.h"
#include "engine/scoring/judge.h"
#include "engine/scoring/placement.h"

using namespace engine;
using namespace engine::scoring;

namespace {

double unit(const char* name, std::uint64_t i) {
  return core::draw_unit(11, name, i);
}

// Darts that keep their distance from each other and from what stands there.
std::vector<Vec2> darts(const char* name, std::size_t count, double apart, std::vector<Vec2> standing,
                        double side) {
  std::vector<Vec2> placed;
  for (std::uint64_t i = 0; placed.size() < count && i < 400'000; ++i) {
    const Vec2 p = side * Vec2{unit(name, 2 * i), unit(name, 2 * i + 1)};
    if (std::any_of(standing.begin(), standing.end(), [&](Vec2 q) { return glm::length(p - q) < apart; }))
      continue;
    placed.push_back(p);
    standing.push_back(p);
  }
  return placed;
}

// 30 mm of skin with 30 units a cm2, to be brought to 80.
Field thinning() {
  Field field;
  field.region = Region::rectangle({0, 0}, {30, 30});
  field.target.plateau_per_mm2 = 0.8;
  field.of_lesson = true;
  field.hair = darts("hair", 270, 0.85, {}, 30.0);
  return field;
}

void put(Field& field, const std::vector<Vec2>& places) {
  for (const Vec2 p : places)
    field.dots.push_back({.number = static_cast<std::uint32_t>(field.dots.size()), .at = p});
}

Rubric rubric_of(std::initializer_list<CriterionId> ids) {
  Rubric rubric;
  for (const auto id : ids) rubric.criteria.push_back({.id = id, .weight = 10, .minimum = {}});
  return rubric;
}

const Rubric kAll = rubric_of({CriterionId::Density, CriterionId::Evenness, CriterionId::Clumps,
                               CriterionId::Gaps, CriterionId::Placement, CriterionId::Blending});

double points(const Field& field, CriterionId id) {
  for (const auto& c : judge(field, kAll))
    if (c.id == id) return c.score ? *c.score / 100.0 : -1.0;
  return -2.0;
}

}  // namespace

TEST_CASE("dots between hairs are judged together with them") {
  Field field = thinning();
  put(field, darts("dots", 450, 0.78, field.hair, 30.0));
  REQUIRE(field.dots.size() > 420);
  for (const auto id : {CriterionId::Density, CriterionId::Clumps, CriterionId::Gaps, CriterionId::Placement,
                        CriterionId::Blending}) {
    CAPTURE(name(id));
    CHECK(points(field, id) >= 95.0);
  }
  CHECK(points(field, CriterionId::Evenness) >= 80.0);
  // The same dots without the hair are too few; the full number beside the hair is too many.
  Field bald = field;
  bald.hair.clear();
  CHECK(points(bald, CriterionId::Density) < 40.0);
  CHECK(points(bald, CriterionId::Blending) == -1.0);  // no hair to blend with
  Field full = thinning();
  put(full, darts("dots", 720, 0.6, {}, 30.0));
  CHECK(points(full, CriterionId::Density) < 50.0);
  CHECK(judge(full, rubric_of({CriterionId::Blending}))[0].causes.front().id == CauseId::TooDense);
}

TEST_CASE("dots on hairs are counted against chance") {
  Field field = thinning();
  put(field, darts("dots", 450, 0.0, {}, 30.0));  // anywhere
  const OnHairMeasure chance = measure_on_hair(field);
  CHECK(chance.by_chance == doctest::Approx(1.0 - std::exp(-3.14159265358979 * 0.0225 * 0.3)).epsilon(1e-9));
  CHECK(static_cast<double>(chance.on_hair) / 450.0 ==
        doctest::Approx(chance.by_chance).scale(0).epsilon(0.6));
  CHECK(points(field, CriterionId::Placement) < 40.0);
  for (std::size_t i = 0; i < 60; ++i) field.dots[i].at = field.hair[i] + Vec2{0.1, 0.05};
  const auto hit = judge(field, rubric_of({CriterionId::Placement}))[0];
  CHECK(*hit.score == 0);
  REQUIRE(hit.causes.size() == 1);
  CHECK(hit.causes[0].id == CauseId::OnHair);
  CHECK(hit.causes[0].fix->remove.size() == measure_on_hair(field).on_hair);
  // Below 60 dots one dot on a hair says nothing.
  field.dots.resize(59);
  CHECK(points(field, CriterionId::Placement) == 100.0);
}

TEST_CASE("hair is never at fault: only dots are named and taken away") {
  Field field = thinning();
  field.hair.push_back(field.hair.front() + Vec2{0.1, 0.0});  // hairs that grow as a pair
  put(field, darts("dots", 420, 0.78, field.hair, 30.0));
  CHECK(points(field, CriterionId::Clumps) >= 95.0);
  for (std::size_t i = 20; i < 60; ++i) put(field, {field.hair[i] + Vec2{0.3, 0.0}});
  for (const auto& criterion : judge(field, kAll))
    for (const auto& cause : criterion.causes) {
      for (const auto number : cause.dots) CHECK(number < field.dots.size());
      if (cause.fix)
        for (const auto number : cause.fix->remove) CHECK(number < field.dots.size());
      if (criterion.id == CriterionId::Clumps) CHECK(cause.dots.size() >= 40);  // those beside a hair
    }
}

TEST_CASE("blending looks at what lies within 20 mm of hair") {
  Field field;
  field.region = Region::rectangle({0, 0}, {60, 20});
  field.target.plateau_per_mm2 = 0.8;
  field.of_lesson = true;
  for (int i = 0; i < 20; ++i) field.hair_beside.push_back({-1.0, i + 0.5});
  std::vector<Vec2> work;
  for (const Vec2 p : darts("dots", 2880, 0.78, {}, 60.0))
    if (p.y < 20.0) work.push_back(p);
  put(field, work);
  const double even = points(field, CriterionId::Blending);
  CHECK(even >= 90.0);
  Field thin_far = field, thin_near = field;
  std::erase_if(thin_far.dots, [](const FieldDot& d) { return d.at.x > 30.0 && d.number % 2 == 0; });
  std::erase_if(thin_near.dots, [](const FieldDot& d) { return d.at.x < 15.0 && d.number % 2 == 0; });
  CHECK(points(thin_far, CriterionId::Blending) >= even - 5.0);
  CHECK(points(thin_near, CriterionId::Blending) < 60.0);
}
