// The lessons that come with the program, attempted by every robot: cheats fail, the expert passes with distinction,
// and what a ledger line advises brings the points that it promises.
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "trainer/assessment/fix.h"
#include "trainer/lessons/library.h"
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

std::shared_ptr<const assessment::Site> site_of(const lessons::LibraryEntry& entry) {
  const auto loading = lessons::load_package(entry.path);
  REQUIRE(loading.package.has_value());
  return assessment::Site::make(loading.package->lesson).value();
}

const std::vector<Attempted>& attempted() {
  static const std::vector<Attempted> all = [] {
    std::vector<Attempted> list;
    for (const auto& entry : lessons::list_lessons({SMP_SOURCE_DIR "/lessons"}).lessons) {
      if (!entry.practical) continue;
      const auto site = site_of(entry);
      for (const auto& kind : robots::kinds()) {
        const auto events = robots::perform(site->lesson(), site->canvas(), kind.name, 0.6, 21).value();
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
    CAPTURE(a.assessed.verdict);
    if (a.cheat || a.kind == "novice") CHECK_FALSE(a.assessed.passed);
    if (a.kind == "expert") CHECK(a.assessed.grade == "distinction");
  }
}

TEST_CASE("what a ledger line advises brings the points that it promises, and always some") {
  int fixes = 0;
  for (const auto& a : attempted())
    for (const auto& line : a.assessed.ledger) {
      if (!line.fix) continue;
      CAPTURE(a.lesson);
      CAPTURE(a.kind);
      CAPTURE(line.cause);
      ++fixes;
      CHECK(line.gain > 0);
      const auto dots = assessment::apply_fix(*a.attempt.site, a.attempt.skin.dots, *line.fix);
      const auto after = assessment::assess(*a.attempt.site, {dots, a.attempt.drawn_hairline, a.attempt.skin.contacts_outside}, assessment::Gains::Skip);
      REQUIRE(after.total.has_value());
      CHECK(std::abs(*after.total - *a.assessed.total - line.gain) <= 50);
    }
  CHECK(fixes > 20);
}
