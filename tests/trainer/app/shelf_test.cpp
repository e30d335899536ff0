#include "trainer/app/shelf.h"

#include <fstream>

#include "tests/trainer/app/work.h"
#include "trainer/app/lesson_files.h"

using namespace rooms;

namespace {

support::LessonBuilder lesson(const std::string& id) {
  support::LessonBuilder made(id);
  made.target(support::square("square", 25, 35), 20.0)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  return made;
}

const std::vector<ui::LessonCard>& listed(app::Shelf& shelf) {
  shelf.refresh();
  shelf.wait();
  return shelf.cards();
}

}  // namespace

TEST_CASE("lessons stand in their order, and each knows the one after it") {
  Household home({lesson("beta"), lesson("alpha"), lesson("gamma")});
  const auto& cards = listed(home.shelf);
  REQUIRE(cards.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto next = home.shelf.after(cards[i].id);
    if (i + 1 < 3)
      CHECK(next == cards[i + 1].path);
    else
      CHECK_FALSE(next);
  }
  CHECK_FALSE(home.shelf.after("nobody"));
  CHECK(home.shelf.problems().empty());
}

TEST_CASE("a lesson is opened by its id or its path; what cannot be is an error in words") {
  Household home({lesson("alpha")});
  auto by_id = app::open_lesson("alpha", home.shelf.folders());
  REQUIRE(by_id);
  auto by_path = app::open_lesson(listed(home.shelf)[0].path, home.shelf.folders());
  REQUIRE(by_path);
  CHECK(by_id->hash == by_path->hash);
  const auto missing = app::open_lesson("omega", home.shelf.folders());
  REQUIRE_FALSE(missing);
  CHECK_FALSE(missing.error().message.empty());
}

TEST_CASE("a lesson that is put there later is seen when the shelf is looked through again") {
  Household home({lesson("alpha")});
  CHECK(listed(home.shelf).size() == 1);
  const std::string at = home.folder.path() + "/shelf/beta";
  std::filesystem::create_directories(at);
  std::ofstream(at + "/lesson.toml") << lesson("beta").text();
  CHECK(home.shelf.cards().size() == 1);
  CHECK(listed(home.shelf).size() == 2);
}

TEST_CASE("a lesson that cannot be read is a problem, and the others stand there") {
  Household home({lesson("alpha")});
  const std::string at = home.folder.path() + "/shelf/broken";
  std::filesystem::create_directories(at);
  std::ofstream(at + "/lesson.toml") << "id = \"broken\"\nnothing else";
  CHECK(listed(home.shelf).size() == 1);
  CHECK_FALSE(home.shelf.problems().empty());
}
