// The books of a score: what adds up, what a fix does, what breaks a critical criterion, and what never moves
// a score.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <nlohmann/json.hpp>

#include "engine/core/draw.h"
#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/assessment/assessment.h"
#include "trainer/assessment/contours.h"
#include "trainer/assessment/criticals.h"
#include "trainer/assessment/fields.h"
#include "trainer/assessment/fix.h"
#include "trainer/assessment/judged.h"
#include "trainer/assessment/score_json.h"

using engine::core::Span;

using namespace trainer;
using namespace trainer::assessment;
using engine::scoring::CriterionId;
using engine::scoring::CriticalId;
using engine::skin::Dot;
using support::StepKind;

namespace {

support::LessonBuilder field() {
  auto lesson = support::field().step(StepKind::NeedleWork);
  for (const auto id : {CriterionId::Depth, CriterionId::Size, CriterionId::Placement})
    lesson.also_judged(id, 20);
  return lesson;
}
std::shared_ptr<const Site> made(const support::LessonBuilder& lesson) {
  return Site::make(lesson.lesson()).value();
}
std::vector<Dot> middling(engine::core::Seed seed, std::uint32_t count = 330) {
  auto dots = support::strewn(count, seed, {14, 14}, {46, 46});
  for (Dot& d : dots)
    d.deposit_depth_um =
        static_cast<std::int32_t>(1180 * (0.3 + 0.5 * engine::core::draw_unit(seed, "depth", d.number)));
  return dots;
}
Assessment assessed(const std::shared_ptr<const Site>& site, const std::vector<Dot>& dots,
                    Gains gains = Gains::Skip) {
  return assess(*site, {.dots = dots, .drawn_hairline = {}}, gains);
}
const CriticalResult& critical(const Assessment& a, CriticalId id) {
  const auto found =
      std::find_if(a.critical.begin(), a.critical.end(), [&](const auto& c) { return c.id == id; });
  REQUIRE(found != a.critical.end());
  return *found;
}

}  // namespace

TEST_CASE("the ledger of every work sums to its total less a hundred, line by line not above nothing") {
  const auto site = made(field());
  for (engine::core::Seed seed = 1; seed <= 10; ++seed) {
    const auto a = assessed(site, middling(seed));
    REQUIRE(a.total.has_value());
    int sum = 0;
    for (const auto& line : a.ledger) {
      CHECK(line.points <= 0);
      sum += line.points;
    }
    CHECK(sum == *a.total - 10000);
  }
}

TEST_CASE("exactly one line holds the total down, unless nothing does") {
  const auto site = made(field());
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    const auto a = assessed(site, middling(seed));
    const auto weakest =
        std::count_if(a.ledger.begin(), a.ledger.end(), [](const auto& l) { return l.weakest(); });
    CHECK(weakest == (*a.lowest == 10000 ? 0 : 1));
  }
}

TEST_CASE("the total lies between the lowest criterion and the mean") {
  const auto site = made(field());
  for (engine::core::Seed seed = 1; seed <= 10; ++seed) {
    const auto a = assessed(site, middling(seed));
    CHECK(*a.total >= *a.lowest);
    CHECK(*a.total <= *a.mean);
    int low = 10000;
    for (const auto& c : a.criteria)
      if (c.score) low = std::min(low, *c.score);
    CHECK(*a.lowest == low);
  }
}

TEST_CASE("pins of the listed lines are counted from one, in their order, and remarks stand first") {
  const auto site = made(field().critical(CriticalId::Blowout, 0.0));
  auto dots = middling(3);
  dots[5].deposit_depth_um = 1400;
  const auto a = assessed(site, dots);
  int number = 0;
  bool in_ledger = false;
  for (const auto& [line, pin] : a.listed()) {
    if (!line->is_critical()) in_ledger = true;
    if (line->is_critical()) CHECK_FALSE(in_ledger);
    if (pin > 0) CHECK(pin == ++number);
  }
  CHECK(number > 0);
}

TEST_CASE("below six dots in ten there is no total, but what can be said is") {
  const auto site = made(field());
  const auto thin = middling(4, 200);
  const auto a = assessed(site, thin);
  CHECK_FALSE(a.finished);
  CHECK_FALSE(a.total.has_value());
  CHECK(a.grade == Grade::NotFinished);
  CHECK(a.ledger.empty());
  CHECK_FALSE(a.remarks.empty());
  CHECK_FALSE(a.passed);
}

TEST_CASE("sixty per cent are enough, one dot less is not, of any number") {
  for (const int asked : {1, 10, 99, 360, 1001})
    for (int placed = 0; placed <= asked; ++placed)
      CHECK(is_finished(placed, asked) == (placed * 100 >= 60 * asked));
  CHECK_FALSE(is_finished(0, 0));
  CHECK_FALSE(is_finished(10, 0));
}

TEST_CASE("grades follow the marks of the lesson, and a minimum that is missed lets nothing pass") {
  auto lesson = field();
  const auto dots = middling(5);
  const int total = *assessed(made(lesson), dots).total;
  const auto grade = [&](int pass, int merit, int distinction) {
    auto l = lesson.lesson();
    l.rubric.pass = pass;
    l.rubric.merit = merit;
    l.rubric.distinction = distinction;
    return assessed(Site::make(l).value(), dots).grade;
  };
  CHECK(grade(total + 1, 9990, 9995) == Grade::NotYet);
  CHECK(grade(total, total + 1, 9995) == Grade::Pass);
  CHECK(grade(total - 100, total, total + 1) == Grade::Merit);
  CHECK(grade(total - 200, total - 100, total) == Grade::Distinction);
  auto l = lesson.lesson();
  l.rubric.pass = 1;
  l.rubric.criteria[0].minimum = 10000;
  const auto a = assessed(Site::make(l).value(), dots);
  CHECK_FALSE(a.passed);
  CHECK(*a.total == total);
}

TEST_CASE("a broken critical criterion lets nothing pass, whatever the total") {
  auto lesson = field();
  lesson.critical(CriticalId::Blowout, 0.0);
  auto l = lesson.lesson();
  l.rubric.pass = 1;
  const auto site = Site::make(l).value();
  auto dots = middling(6);
  CHECK(assessed(site, dots).passed);
  dots[10].deposit_depth_um = 1300;
  const auto a = assessed(site, dots);
  CHECK_FALSE(a.passed);
  CHECK(critical(a, CriticalId::Blowout).count == 1);
  CHECK(critical(a, CriticalId::Blowout).dots == std::vector<std::uint32_t>{10});
}

TEST_CASE("a critical share is met exactly at its limit and broken by one dot more") {
  const auto site = made(field().critical(CriticalId::Blowout, 0.02).critical(CriticalId::OutsideZone, 0.02));
  auto dots = support::strewn(400, 7, {16, 16}, {44, 44});
  for (std::size_t i = 0; i < 8; ++i) dots[i].deposit_depth_um = 1300;  // 8 of 400
  CHECK(critical(assessed(site, dots), CriticalId::Blowout).passed);
  dots[8].deposit_depth_um = 1300;
  CHECK_FALSE(critical(assessed(site, dots), CriticalId::Blowout).passed);
  for (std::size_t i = 20; i < 29; ++i)
    dots[i].at = engine::scalp::canvas_point_from_mm({5, 5.0 + static_cast<double>(i)});
  const auto outside = critical(assessed(site, dots), CriticalId::OutsideZone);
  CHECK_FALSE(outside.passed);
  CHECK(outside.count == 9);
}

TEST_CASE("a dot in a no-go zone breaks its criterion beyond as many as are let pass") {
  const auto site = made(field().no_go(support::square("mole", 28, 31)).critical(CriticalId::NoGo, 1));
  auto dots = support::strewn(300, 8, {16, 16}, {27, 44});
  dots[0].at = engine::scalp::canvas_point_from_mm({29, 29});
  CHECK(critical(assessed(site, dots), CriticalId::NoGo).passed);
  dots[1].at = engine::scalp::canvas_point_from_mm({30, 30});
  const auto broken = critical(assessed(site, dots), CriticalId::NoGo);
  CHECK_FALSE(broken.passed);
  CHECK(broken.dots == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("dots taken back change no score and no book") {
  const auto site = made(field());
  auto dots = middling(9);
  const auto before = assessed(site, dots);
  auto more = dots;
  for (std::uint32_t i = 0; i < 40; ++i) {
    auto d = support::dot(static_cast<std::uint32_t>(more.size()), {20.0 + 0.4 * i, 20}, 1.1);
    d.withdrawn = true;
    more.push_back(d);
  }
  const auto after = assessed(site, more);
  CHECK(after.total == before.total);
  CHECK(after.dots == before.dots);
  REQUIRE(after.ledger.size() == before.ledger.size());
  for (std::size_t i = 0; i < after.ledger.size(); ++i)
    CHECK(after.ledger[i].points == before.ledger[i].points);
  CHECK(score_digest(*site, {}, after) == score_digest(*site, {}, before));
}

TEST_CASE("when dots were placed changes depth and pace alone, and a digest tells works apart") {
  const auto site = made(support::field().step(StepKind::NeedleWork));
  auto dots = middling(10);
  const auto before = assessed(site, dots);
  for (Dot& d : dots) d.t_us.us *= 3, d.closed_us = d.t_us + Span{200'000};
  CHECK(assessed(site, dots).total == before.total);
  dots[0].at.u_um += 1'500;
  CHECK(score_digest(*site, {}, assessed(site, dots)) != score_digest(*site, {}, before));
  engine::core::Digest other{};
  other[0] = 1;
  CHECK(score_digest(*site, other, before) != score_digest(*site, {}, before));
}

TEST_CASE("gains are what the total would rise by: done, the total is that") {
  const auto site = made(field());
  const auto dots = middling(11);
  const auto a = assessed(site, dots, Gains::Compute);
  int tried = 0;
  for (const auto& line : a.ledger) {
    CHECK(line.gain >= 0);
    if (!line.fix || line.weakest()) continue;
    const auto mended = apply_fix(*site, dots, *line.fix);
    CHECK(*assessed(site, mended).total - *a.total == line.gain);
    ++tried;
  }
  CHECK(tried >= 2);
}

TEST_CASE("a fix that does nothing leaves the dots as they are; numbers that do not exist are passed over") {
  const auto site = made(field());
  const auto dots = middling(12);
  CHECK(apply_fix(*site, dots, {}) == dots);
  CHECK(apply_fix(*site, dots, {.remove = {100'000}, .add = {}, .set_depth_um = {{99'999, 500}}}) == dots);
}

TEST_CASE("a fix takes away, adds in the middle of the band, and sets depths, each where it says") {
  const auto site = made(field());
  const auto dots = middling(13);
  const auto at = engine::scalp::canvas_point_from_mm({30, 30});
  const auto after = apply_fix(*site, dots, {.remove = {3, 7}, .add = {at}, .set_depth_um = {{5, 640}}});
  REQUIRE(after.size() == dots.size() + 1);
  CHECK(after[3].withdrawn);
  CHECK(after[7].withdrawn);
  CHECK_FALSE(after[4].withdrawn);
  CHECK(after[5].deposit_depth_um == 640);
  CHECK(after.back().at == at);
  CHECK(engine::skin::delta(after.back()) == doctest::Approx(0.55).epsilon(0.01));
  CHECK(after.back().number == dots.size());
}

TEST_CASE("every so many of a fix is the first and so on, and one in one is all of it") {
  LedgerFix fix;
  for (std::uint32_t i = 0; i < 10; ++i) {
    fix.remove.push_back(i);
    fix.add.push_back({static_cast<std::int32_t>(i), 0});
  }
  const auto third = part_of(fix, 3);
  CHECK(third.remove == std::vector<std::uint32_t>{0, 3, 6, 9});
  CHECK(third.add.size() == 4);
  CHECK(part_of(fix, 1).remove == fix.remove);
  CHECK(part_of(fix, 100).remove == std::vector<std::uint32_t>{0});
}

TEST_CASE("fields hold every dot once: in its zone or as a stray of the nearest") {
  const auto site = made(support::LessonBuilder()
                             .target(support::rectangle("left", {5, 5}, {25, 55}), 30)
                             .target(support::rectangle("right", {35, 5}, {55, 55}), 30)
                             .step(StepKind::NeedleWork));
  const auto dots = support::strewn(500, 14, {1, 1}, {59, 59});
  const auto fields = make_fields(*site, {.dots = dots, .drawn_hairline = {}});
  REQUIRE(fields.size() == 2);
  std::size_t inside = 0, strays = 0;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    inside += fields[i].dots.size();
    strays += fields[i].strays.dots.size();
    for (const auto& d : fields[i].dots) CHECK(fields[i].region.contains(d.at));
    for (const auto& d : fields[i].strays.dots) CHECK(nearest_target(*site, dots[d.number].at) == i);
  }
  CHECK(inside + strays == 500);
  CHECK(static_cast<std::size_t>(dots_outside(*site, {.dots = dots, .drawn_hairline = {}})) == strays);
}

TEST_CASE("zones that overlap: a dot belongs to the first that holds it") {
  const auto site = made(support::LessonBuilder()
                             .target(support::square("inner", 25, 35), 30)
                             .target(support::square("outer", 15, 45), 30)
                             .step(StepKind::NeedleWork));
  const std::vector<Dot> dots{support::dot(0, {30, 30}), support::dot(1, {20, 20})};
  const auto fields = make_fields(*site, {.dots = dots, .drawn_hairline = {}});
  REQUIRE(fields[0].dots.size() == 1);
  REQUIRE(fields[1].dots.size() == 1);
  CHECK(fields[0].dots[0].number == 0);
  CHECK(site->target_at(dots[0].at) == 0U);
}

TEST_CASE("lines of equal density lie where the density is that share") {
  engine::scoring::TargetDensity density;
  density.plateau_per_mm2 = 1.0;
  density.painted =
      std::make_shared<engine::scoring::PaintedShare>(engine::scoring::PaintedShare{2, 1, {0, 255}});
  density.painted_low = {0, 0};
  density.painted_high = {40, 20};
  const auto region = engine::geometry::Region::rectangle({0, 0}, {40, 20});
  for (const double share : {0.25, 0.5, 0.75}) {
    const auto lines = contour(region, density, share);
    REQUIRE_FALSE(lines.empty());
    double length = 0.0;
    for (const auto& line : lines) {
      for (const auto p : line) CHECK(density.at(p) == doctest::Approx(share).epsilon(0.05));
      length += glm::length(line[1] - line[0]);
    }
    CHECK(length == doctest::Approx(20.0).epsilon(0.06));  // straight across
  }
  CHECK(contour(region, {.plateau_per_mm2 = 1.0, .line = {}, .steps = {}}, 0.5).empty());
}

TEST_CASE("the document of a score has its keys, points with two decimals at most, and reads back equal") {
  const auto site = made(field().critical(CriticalId::Blowout, 0.02));
  const auto a = assessed(site, middling(15));
  const auto document = score_json(*site, {}, a);
  for (const char* key : {"lesson", "lesson_hash", "geometry", "scorer", "dots", "total", "passed", "grade",
                          "criteria", "critical", "ledger"})
    CHECK(document.contains(key));
  CHECK(document["total"].get<double>() == doctest::Approx(*a.total / 100.0));
  CHECK(document["criteria"].size() == a.criteria.size());
  double sum = 0.0;
  for (const auto& line : document["ledger"]) sum += line["points"].get<double>();
  CHECK(sum == doctest::Approx(document["total"].get<double>() - 100.0));
  const std::string text = canonical(document);
  CHECK(canonical(nlohmann::json::parse(text)) == text);
  CHECK(text.find('\n') == std::string::npos);
  CHECK(text.find(": ") == std::string::npos);
}

TEST_CASE("keys of a canonical document are sorted, however they were put in") {
  nlohmann::json a, b;
  a["b"] = 1.5;
  a["a"] = {1, 2};
  b["a"] = {1, 2};
  b["b"] = 1.5;
  CHECK(canonical(a) == canonical(b));
  CHECK(canonical(a) == R"({"a":[1,2],"b":1.5})");
}

TEST_CASE("grades have names of their own") {
  std::vector<std::string> names;
  for (const auto g : {Grade::NotFinished, Grade::NotYet, Grade::Pass, Grade::Merit, Grade::Distinction})
    names.emplace_back(name(g));
  CHECK(names == std::vector<std::string>{"not_finished", "not_yet", "pass", "merit", "distinction"});
}
