#include "trainer/assessment/assessment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "engine/core/draw.h"
#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/assessment/score_json.h"
#include "trainer/words/causes.h"
#include "trainer/words/verdict.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::scoring::CriterionId;
using engine::skin::Dot;

namespace {

lessons::Lesson pad_lesson() {
  return support::field().step(lessons::StepKind::NeedleWork).also_judged(CriterionId::Depth, 30).lesson();
}

std::shared_ptr<const Site> site() {
  auto made = Site::make(pad_lesson());
  REQUIRE(made.has_value());
  return *made;
}

Dot dot(std::uint32_t number, double x, double y, double delta = 0.55) {
  return support::dot(number, {x, y}, delta);
}

// `count` drawn dots, at random: a poor field with something to say about every criterion.
std::vector<Dot> random_dots(std::uint32_t count, engine::core::Seed seed) {
  std::vector<Dot> dots;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double x = 15 + 30 * engine::core::draw_unit(seed, "x", i);
    const double y = 15 + 30 * engine::core::draw_unit(seed, "y", i);
    dots.push_back(dot(i, x, y, 0.2 + 0.6 * engine::core::draw_unit(seed, "depth", i)));
  }
  return dots;
}

}  // namespace

TEST_CASE("a 3 x 3 cm zone at 40 per cm2 asks for 360 dots") {
  CHECK(site()->asked_dots() == 360);
}

TEST_CASE("the ledger sums to the total exactly, over many fields") {
  const auto ground = site();
  for (engine::core::Seed seed = 1; seed <= 12; ++seed) {
    const auto dots = random_dots(260 + 20 * static_cast<std::uint32_t>(seed), seed);
    const Assessment a = assess(*ground, {dots, {}, 0}, Gains::Skip);
    REQUIRE(a.total.has_value());
    int sum = 0;
    for (const auto& line : a.ledger) {
      CHECK(line.points <= 0);
      sum += line.points;
    }
    CHECK(sum == *a.total - 10000);
    CHECK(*a.total >= *a.lowest);
    CHECK(*a.total <= *a.mean);
  }
}

TEST_CASE("below 60 percent of the asked dots there is no total") {
  const auto dots = random_dots(100, 3);
  const Assessment a = assess(*site(), {dots, {}, 0});
  CHECK_FALSE(a.finished);
  CHECK_FALSE(a.total.has_value());
  CHECK_FALSE(a.passed);
  CHECK(a.grade == Grade::NotFinished);
  CHECK(a.progress.there == 100);
  CHECK(a.progress.asked == 360);
  CHECK(words::verdict(*site(), a).find("100 of about 360") != std::string::npos);
}

TEST_CASE("a small zone is no way round a criterion: 40 dots in rows are judged for naturalness") {
  auto lesson = pad_lesson();
  std::get<engine::scalp::PolygonShape>(lesson.zones[0].shape).points = {
      engine::geometry::Vec2{15, 15}, engine::geometry::Vec2{25, 15}, engine::geometry::Vec2{25, 25},
      engine::geometry::Vec2{15, 25}};
  auto small = Site::make(lesson);
  REQUIRE(small.has_value());
  std::vector<Dot> dots;
  for (std::uint32_t i = 0; i < 40; ++i) dots.push_back(dot(i, 16 + 2.0 * (i % 5), 15.6 + 1.25 * (i / 5)));
  const Assessment a = assess(**small, {dots, {}, 0}, Gains::Skip);
  REQUIRE(a.total.has_value());
  const auto* found = &*std::find_if(a.criteria.begin(), a.criteria.end(),
                                     [](const auto& c) { return c.id == CriterionId::Naturalness; });
  REQUIRE(found->score.has_value());
  CHECK(*found->score < 5000);
}

TEST_CASE("a mark outside every target, and a press beside the canvas, count for placement") {
  auto lesson = pad_lesson();
  lesson.rubric.criteria.push_back({CriterionId::Placement, 20, {}});
  const auto ground = *Site::make(lesson);
  auto dots = random_dots(396, 5);
  for (std::uint32_t i = 396; i < 398; ++i) dots.push_back(dot(i, 50, 50));
  const Assessment a = assess(*ground, {dots, {}, 2}, Gains::Skip);
  const auto& placement = a.criteria.back();
  REQUIRE(placement.score.has_value());
  CHECK(placement.metrics[0].value == doctest::Approx(0.01));  // 4 of 400
  CHECK(*placement.score == 9333);                             // (0.08 - 0.01) / (0.08 - 0.005)
  const auto line = std::find_if(a.ledger.begin(), a.ledger.end(), [](const auto& l) {
    return l.criterion == CriterionId::Placement && !l.weakest();
  });
  REQUIRE(line != a.ledger.end());
  CHECK(line->dots == std::vector<std::uint32_t>{396, 397});
}

TEST_CASE("a dot in a no-go zone leaves no points for placement and fails the attempt") {
  auto lesson = pad_lesson();
  engine::scalp::PolygonShape brow;
  brow.points = {engine::geometry::Vec2{48, 48}, engine::geometry::Vec2{55, 48},
                 engine::geometry::Vec2{55, 55}};
  lesson.zones.push_back({"brow", brow});
  lesson.no_go = {"brow"};
  lesson.rubric.criteria.push_back({CriterionId::Placement, 20, {}});
  lesson.rubric.critical = {{engine::scoring::CriticalId::NoGo, 0}};
  const auto ground = *Site::make(lesson);
  auto dots = random_dots(360, 5);
  CHECK(assess(*ground, {dots, {}, 0}, Gains::Skip).critical.at(0).passed);
  dots.push_back(dot(360, 54, 50));
  const Assessment a = assess(*ground, {dots, {}, 0}, Gains::Skip);
  CHECK(a.criteria.back().score == 0);
  CHECK_FALSE(a.critical.at(0).passed);
  CHECK_FALSE(a.passed);
}

TEST_CASE("the asked shade is the target's own, else what lies on the tray") {
  auto lesson = pad_lesson();
  lesson.rubric.criteria = {{CriterionId::Shade, 20, {}}};
  const auto dots = random_dots(360, 5);  // at 14:1, as on the tray
  CHECK(assess(**Site::make(lesson), {dots, {}, 0}, Gains::Skip).criteria[0].score == 10000);
  lesson.targets[0].dilution = 20;  // 1.5 steps lighter
  CHECK(assess(**Site::make(lesson), {dots, {}, 0}, Gains::Skip).criteria[0].score == 5000);
}

TEST_CASE("withdrawn dots are not judged") {
  auto dots = random_dots(360, 5);
  const auto before = assess(*site(), {dots, {}, 0}, Gains::Skip);
  dots.push_back(dot(360, 30, 30));
  dots.back().withdrawn = true;
  const auto after = assess(*site(), {dots, {}, 0}, Gains::Skip);
  CHECK(before.total == after.total);
}

TEST_CASE("simulated depth counts at a third, depth without a timed press not at all") {
  auto dots = random_dots(360, 7);
  const auto measured = assess(*site(), {dots, {}, 0}, Gains::Skip);
  for (auto& d : dots) d.depth_source = engine::skin::DepthSource::Simulated;
  const auto simulated = assess(*site(), {dots, {}, 0}, Gains::Skip);
  for (auto& d : dots) d.depth_source = engine::skin::DepthSource::Unknown;
  const auto unknown = assess(*site(), {dots, {}, 0}, Gains::Skip);
  CHECK(simulated.criteria.back().simulated);
  CHECK(*simulated.mean != *measured.mean);
  CHECK_FALSE(unknown.criteria.back().score.has_value());
}

TEST_CASE("the digest is of the canonical document and changes with the work") {
  const auto ground = site();
  const auto a = assess(*ground, {random_dots(360, 8), {}, 0});
  const auto b = assess(*ground, {random_dots(360, 9), {}, 0});
  CHECK(score_digest(*ground, {}, a) == score_digest(*ground, {}, a));
  CHECK(score_digest(*ground, {}, a) != score_digest(*ground, {}, b));
  CHECK(canonical(nlohmann::json{{"b", 0.1}, {"a", {1, nullptr, "x"}}}) == R"({"a":[1,null,"x"],"b":0.1})");
}

TEST_CASE(
    "a no-go zone inside a target is a hole in it: asked for less, and a dot in it is forbidden, not "
    "placed") {
  auto lesson = pad_lesson();
  const double all = (*Site::make(lesson))->asked_dots();
  lesson.zones.push_back(
      {"mole", engine::scalp::DiscShape{engine::geometry::Vec2{30, 30}, engine::core::Mm{5}}});
  lesson.no_go = {"mole"};
  const auto ground = *Site::make(lesson);
  CHECK(ground->asked_dots() == doctest::Approx(all * (1 - 3.14159 * 25 / 900)).epsilon(0.01));
  const auto in_mole = engine::scalp::canvas_point_from_mm({31, 31}),
             beside = engine::scalp::canvas_point_from_mm({36, 30});
  CHECK_FALSE(ground->target_at(in_mole).has_value());
  CHECK(ground->forbidden_at(in_mole));
  CHECK(ground->target_at(beside).has_value());
  CHECK_FALSE(ground->forbidden_at(beside));
  lesson.zones.back().shape =
      engine::scalp::PolygonShape{{engine::geometry::Vec2{10, 10}, engine::geometry::Vec2{50, 10},
                                   engine::geometry::Vec2{50, 50}, engine::geometry::Vec2{10, 50}}};
  CHECK_FALSE(Site::make(lesson).has_value());  // nothing is left to work on
}

TEST_CASE("a broken critical criterion is a line of its own, with its dots and no points") {
  auto lesson = pad_lesson();
  lesson.zones.push_back(
      {"mole", engine::scalp::DiscShape{engine::geometry::Vec2{30, 30}, engine::core::Mm{5}}});
  lesson.no_go = {"mole"};
  lesson.rubric.critical = {{engine::scoring::CriticalId::NoGo, 0}};
  auto dots = random_dots(360, 5);
  dots.push_back(dot(360, 30, 30));
  const Assessment a = assess(**Site::make(lesson), {dots, {}, 0}, Gains::Skip);
  REQUIRE(a.remarks.size() == 1);
  const auto& line = a.remarks[0];
  CHECK(line.is_critical());
  CHECK(line.critical == engine::scoring::CriticalId::NoGo);
  CHECK(line.points == 0);
  CHECK(std::find(line.dots.begin(), line.dots.end(), 360U) != line.dots.end());
  CHECK(line.at.has_value());
  CHECK_FALSE(words::of(line, **Site::make(lesson), a).advice.empty());
  const auto listed = a.listed();
  CHECK(listed.size() == 1 + a.ledger.size());
  CHECK(listed[0].number == 0);
}

TEST_CASE("unfinished work has remarks instead of a ledger, and none that only says it is unfinished") {
  const Assessment a = assess(*site(), {random_dots(150, 5), {}, 0}, Gains::Skip);
  REQUIRE_FALSE(a.total.has_value());
  CHECK(a.ledger.empty());
  REQUIRE_FALSE(a.remarks.empty());
  for (const auto& line : a.remarks) {
    CHECK(line.points == 0);
    CHECK_FALSE(line.weakest());
    CHECK(line.cause != engine::scoring::CauseId::TooSparse);
    CHECK(line.cause != engine::scoring::CauseId::Gaps);
  }
}

TEST_CASE("a sentence counts all the dots at fault, also those beyond the four hundred that are named") {
  auto lesson = pad_lesson();
  lesson.rubric.criteria = {{CriterionId::Shade, 20, {}}, {CriterionId::Size, 20, {}}};
  auto dots = random_dots(900, 5);
  for (auto& d : dots) {
    d.dilution_milli = 25'000;
    d.diameter_um = 150;
  }
  const Assessment a = assess(**Site::make(lesson), {dots, {}, 0}, Gains::Skip);
  int said = 0;
  for (const auto& line : a.ledger) {
    if (line.weakest()) continue;
    CHECK(line.guilty == 900);
    CHECK(words::of(line, **Site::make(lesson), a).cause.find("900 dots") == 0);
    CHECK(line.dots.size() == 400);
    ++said;
  }
  CHECK(said == 2);
}

TEST_CASE("each treatment session must be finished, and the verdict says which is not") {
  using lessons::StepKind;
  auto lesson = pad_lesson();
  lesson.steps = {{.kind = StepKind::NeedleWork, .title = "1", .share = 0.3},
                  {.kind = StepKind::Healing, .title = "h"},
                  {.kind = StepKind::NeedleWork, .title = "2"}};
  const auto ground = Site::make(lesson).value();
  CHECK(ground->asked_dots(0) == 108);
  CHECK(ground->asked_dots() == 360);
  auto dots = random_dots(360, 4);
  for (auto& d : dots) d.treatment_session = 2;
  const std::vector<std::int32_t> healings = {12};
  const Assessment skipped = assess(*ground, {.dots = dots, .healings = healings});
  CHECK_FALSE(skipped.total.has_value());
  CHECK(words::verdict(*ground, skipped).find("treatment session 1 has 0 of about 108") != std::string::npos);
  CHECK(skipped.missing == 108);
  for (std::size_t i = 0; i < 108; ++i) dots[i].treatment_session = 1;
  const Assessment both = assess(*ground, {.dots = dots, .healings = healings}, Gains::Skip);
  REQUIRE(both.total.has_value());
  CHECK(std::any_of(both.ledger.begin(), both.ledger.end(), [&](const auto& l) {
    return words::of(l, *ground, both).cause.starts_with("Treatment session 1: ");
  }));
  CHECK(std::any_of(both.ledger.begin(), both.ledger.end(), [&](const auto& l) {
    return words::of(l, *ground, both).cause.starts_with("Treatment session 2: ");
  }));
}

TEST_CASE("work can be judged at an age: shallow dots are gone then") {
  const auto ground = site();
  auto dots = random_dots(400, 6);
  for (auto& d : dots) d.deposit_depth_um = 120;  // hardly in the skin
  const Assessment fresh = assess(*ground, {.dots = dots}, Gains::Skip),
                   healed = assess(*ground, {.dots = dots, .at_days = 28.0}, Gains::Skip);
  const auto density = [](const Assessment& a) { return *a.criteria.front().score; };
  CHECK(density(fresh) > density(healed) + 1000);
  CHECK(healed.total.has_value());  // it was finished
}
