// The lessons that come with the program, attempted by every robot: cheats fail, the expert passes with
// distinction, and what a ledger line advises brings the points that it promises.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "lessons.h"
#include "tests/support/here.h"
#include "trainer/assessment/fix.h"
#include "trainer/lessons/package.h"
#include "trainer/library/lesson_list.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"

using namespace trainer;

namespace {

struct Attempted {
  std::string lesson, kind;
  bool cheat = false;
  runner::Attempt attempt;
  assessment::Assessment assessed;
};

std::shared_ptr<const assessment::Site> site_of(const library::LessonEntry& entry) {
  const auto loading = lessons::load_package(entry.path);
  REQUIRE(loading.package.has_value());
  return assessment::Site::make(loading.package->lesson).value();
}

const std::vector<Attempted>& attempted() {
  static const std::vector<Attempted> all = [] {
    std::vector<Attempted> list;
    for (const auto& entry : library::list_lessons({support::source_dir() + "/lessons"}).lessons) {
      if (!entry.practical) continue;
      const auto site = site_of(entry);
      for (const auto& kind : robots::kinds()) {
        const auto events = robots::perform(site, kind.name, 0.6, 22).value();
        auto attempt = runner::fold(site, events);
        auto assessed = runner::assess(attempt);
        list.push_back({entry.id, kind.name, kind.cheat, std::move(attempt), std::move(assessed)});
      }
    }
    return list;
  }();
  return all;
}

}  // namespace

TEST_CASE("every cheat fails every practical lesson, the expert passes each with distinction") {
  CHECK(attempted().size() >= 3 * robots::kinds().size());
  for (const auto& a : attempted()) {
    CAPTURE(a.lesson);
    CAPTURE(a.kind);
    CAPTURE(name(a.assessed.grade));
    if (a.cheat || a.kind == "novice") CHECK_FALSE(a.assessed.passed);
    if (a.kind == "expert") CHECK(a.assessed.grade == assessment::Grade::Distinction);
  }
}

TEST_CASE("what a ledger line advises brings the points that it promises, and always some") {
  int fixes = 0;
  for (const auto& a : attempted())
    for (const auto& line : a.assessed.ledger) {
      if (!line.fix) continue;
      CAPTURE(a.lesson);
      CAPTURE(a.kind);
      CAPTURE(name(line.cause));
      ++fixes;
      CHECK(line.gain > 0);
      const auto dots = assessment::apply_fix(*a.attempt.site, a.attempt.skin.dots, *line.fix);
      auto mended = runner::work_of(a.attempt);
      mended.dots = dots;
      const auto after = assessment::assess(*a.attempt.site, mended, assessment::Gains::Skip);
      REQUIRE(after.total.has_value());
      CHECK(std::abs(*after.total - *a.assessed.total - line.gain) <= 50);
    }
  CHECK(fixes > 20);
}

TEST_CASE("a painted density is judged as painted: thin where it is grey, full where it is black") {
  const auto of = [](std::shared_ptr<const engine::scoring::PaintedShare> share) {
    auto lesson = robots_test::even_field(110.0);
    lesson.targets[0].painting.share = std::move(share);
    return assessment::Site::make(lesson).value();
  };
  const auto grey = of(std::make_shared<const engine::scoring::PaintedShare>(
      engine::scoring::PaintedShare{4, 1, {255, 255, 115, 115}}));
  CHECK_FALSE(grey->targets()[0].contours.empty());
  for (const engine::core::Seed seed : {1, 2, 3}) {
    const auto done = robots::perform(grey, "expert", 1.0, seed).value();
    const auto right = runner::assess(runner::fold(grey, done));
    CAPTURE(name(right.grade));
    CHECK(right.grade == assessment::Grade::Distinction);
    // The same number of dots over the whole field alike.
    auto even = of(nullptr);
    auto lesson = even->lesson();
    lesson.targets[0].density_cm2 = 110.0 * grey->asked_dots() / even->asked_dots();
    const auto alike = robots::perform(even, "expert", 1.0, seed).value();
    const auto wrong = runner::assess(runner::fold(grey, alike));
    CHECK_FALSE(wrong.passed);
  }
}
