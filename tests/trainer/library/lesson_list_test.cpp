#include "trainer/library/lesson_list.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/folder.h"
#include "tests/support/here.h"
#include "tests/support/lessons.h"

using namespace trainer;
using namespace trainer::library;

namespace {

std::vector<std::string> shipped() {
  return {"no/such/folder", support::source_dir() + "/lessons"};
}

}  // namespace

TEST_CASE("the shipped lessons are listed by module, and all of them can be read") {
  const Listing listing = list_lessons(shipped());
  CHECK(listing.findings.empty());
  std::vector<std::string> ids;
  for (const LessonEntry& entry : listing.lessons) ids.push_back(entry.id);
  CHECK(ids == std::vector<std::string>{"first-dots", "taut-skin", "even-dots", "soft-hairline",
                                        "between-hairs", "three-sessions", "womens-parting", "needled-scar",
                                        "punch-scars", "strip-scar"});
  CHECK(listing.lessons[2].title == "Spacing: loose triangles");
  CHECK(listing.lessons[1].practical);
}

TEST_CASE("an argument is a path when it looks like one") {
  for (const char* path : {"./even-dots", "a/b", "lesson.toml", "x.smplesson"}) CHECK(is_path(path));
  for (const char* id : {"even-dots", "even.dots", "toml"}) CHECK_FALSE(is_path(id));
}

TEST_CASE("a lesson is found by its id, and a path stays as it is") {
  CHECK(find_lesson("even-dots", shipped()).value().ends_with("lessons/even-dots"));
  CHECK(find_lesson("./anything", shipped()).value() == "./anything");
}

TEST_CASE("an id that nobody has names the nearest one") {
  const auto found = find_lesson("evendots", shipped());
  REQUIRE_FALSE(found);
  CHECK(found.error().message.find("even-dots") != std::string::npos);
}

TEST_CASE("the first folder that has an id wins") {
  const std::string folder = support::source_dir() + "/lessons";
  CHECK(list_lessons({folder, folder}).lessons.size() == list_lessons({folder}).lessons.size());
}

namespace {

// A folder of lessons that a test may change.
struct Shelf {
  support::Folder folder;
  void put(const std::string& id, const support::LessonBuilder& lesson) const {
    support::write_text(folder / (id + "/lesson.toml"), lesson.text());
  }
  [[nodiscard]] std::string path(const std::string& id) const { return folder / id; }
};

support::LessonBuilder named(const std::string& id) {
  support::LessonBuilder lesson(id);
  lesson.target(support::square("square", 25, 35), 20.0).step(support::StepKind::NeedleWork);
  return lesson;
}

std::vector<std::string> ids_of(const Listing& listing) {
  std::vector<std::string> ids;
  for (const auto& entry : listing.lessons) ids.push_back(entry.id);
  return ids;
}

}  // namespace

TEST_CASE("an index opens each lesson once, and again only what has changed") {
  const Shelf shelf;
  shelf.put("alpha", named("alpha"));
  shelf.put("beta", named("beta"));
  LessonIndex index({shelf.folder.path()});
  CHECK(index.opened() == 0);
  CHECK(index.listing().lessons.empty());
  CHECK(ids_of(index.refresh()) == std::vector<std::string>{"alpha", "beta"});
  CHECK(index.opened() == 2);
  const Listing first = index.listing();
  index.refresh();
  index.refresh();
  CHECK(index.opened() == 2);
  CHECK(index.listing().lessons == first.lessons);

  support::LessonBuilder renamed = named("beta");
  renamed.with([](support::Lesson& l) { l.title = "Another, much longer title than before"; });
  shelf.put("beta", renamed);
  index.refresh();
  CHECK(index.opened() == 3);
  CHECK(index.listing().lessons[1].title == "Another, much longer title than before");
}

TEST_CASE("an index sees what comes and what goes") {
  const Shelf shelf;
  shelf.put("alpha", named("alpha"));
  LessonIndex index({shelf.folder.path()});
  index.refresh();
  shelf.put("beta", named("beta"));
  CHECK(index.refresh().lessons.size() == 2);
  CHECK(index.opened() == 2);
  std::filesystem::remove_all(shelf.path("alpha"));
  CHECK(ids_of(index.refresh()) == std::vector<std::string>{"beta"});
  CHECK(index.opened() == 2);
  CHECK(index.stamp(shelf.path("alpha")).empty());
  CHECK_FALSE(index.stamp(shelf.path("beta")).empty());
}

TEST_CASE("a lesson that cannot be read is not opened again until it is mended") {
  const Shelf shelf;
  support::write_text(shelf.folder / "broken/lesson.toml", "id = \"broken\"\nnothing else");
  LessonIndex index({shelf.folder.path()});
  CHECK_FALSE(index.refresh().findings.empty());
  const auto told = index.listing().findings;
  CHECK(index.refresh().findings == told);
  CHECK(index.opened() == 1);
  shelf.put("broken", named("broken"));
  CHECK(index.refresh().findings.empty());
  CHECK(index.listing().lessons.size() == 1);
}

TEST_CASE("a folder that is named twice costs and tells nothing twice") {
  const Shelf shelf;
  shelf.put("alpha", named("alpha"));
  support::write_text(shelf.folder / "broken/lesson.toml", "nothing");
  LessonIndex index({shelf.folder.path(), shelf.folder.path()});
  CHECK(index.refresh().lessons.size() == 1);
  const auto told = index.listing().findings.size();
  CHECK(index.opened() == 2);
  index.refresh();
  CHECK(index.opened() == 2);
  CHECK(index.listing().findings.size() == told);
}

TEST_CASE("questions are counted, worked or not") {
  const Shelf shelf;
  support::LessonBuilder paper("paper");
  paper.with([](support::Lesson& l) { l.practical = false; })
      .step(support::question(1))
      .step(support::question(0, 4));
  paper.judged(engine::scoring::CriterionId::Theory);
  shelf.put("paper", paper);
  shelf.put("work", named("work"));
  LessonIndex index({shelf.folder.path()});
  const auto& listing = index.refresh();
  for (const auto& finding : listing.findings) MESSAGE(lessons::sentence(finding));
  REQUIRE(listing.lessons.size() == 2);
  CHECK(listing.lessons[0].questions == 2);
  CHECK_FALSE(listing.lessons[0].practical);
  CHECK(listing.lessons[1].questions == 0);
}
