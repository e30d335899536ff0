#include "trainer/app/shelf.h"

#include <fstream>

#include "tests/trainer/app/work.h"

using namespace rooms;

namespace {

support::LessonBuilder lesson(const std::string& id) {
  support::LessonBuilder made(id);
  made.target(support::square("square", 25, 35), 20.0)
      .step(support::StepKind::NeedleWork)
      .step(support::StepKind::Review);
  return made;
}

}  // namespace

TEST_CASE("lessons stand in their order, and each knows the one after it") {
  Household home({lesson("beta"), lesson("alpha"), lesson("gamma")});
  const auto& cards = home.shelf.cards();
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
  auto by_id = home.shelf.open("alpha");
  REQUIRE(by_id);
  auto by_path = home.shelf.open(home.shelf.cards()[0].path);
  REQUIRE(by_path);
  CHECK(by_id->hash == by_path->hash);
  const auto missing = home.shelf.open("omega");
  REQUIRE_FALSE(missing);
  CHECK_FALSE(missing.error().message.empty());
}

TEST_CASE("a lesson that is put there later is seen when the shelf is looked through again") {
  Household home({lesson("alpha")});
  CHECK(home.shelf.cards().size() == 1);
  const std::string at = home.folder.path() + "/shelf/beta";
  std::filesystem::create_directories(at);
  std::ofstream(at + "/lesson.toml") << lesson("beta").text();
  CHECK(home.shelf.cards().size() == 1);
  home.shelf.refresh();
  CHECK(home.shelf.cards().size() == 2);
}

TEST_CASE("a lesson that cannot be read is a problem, and the others stand there") {
  Household home({lesson("alpha")});
  const std::string at = home.folder.path() + "/shelf/broken";
  std::filesystem::create_directories(at);
  std::ofstream(at + "/lesson.toml") << "id = \"broken\"\nnothing else";
  home.shelf.refresh();
  CHECK(home.shelf.cards().size() == 1);
  CHECK_FALSE(home.shelf.problems().empty());
}
