#include "trainer/library/lesson_list.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/here.h"
#include "tests/trainer/lessons/files.h"

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
