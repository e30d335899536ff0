#include "trainer/library/assets.h"

#include "tests/support/folder.h"
#include "tests/support/here.h"
#include "trainer/lessons/package.h"
#include "trainer/library/open.h"

using namespace trainer;
using support::Folder;

TEST_CASE("the nearest folder that has the file wins") {
  const Folder near, far;
  support::write_text(far / "assets/a.toml", "far");
  CHECK(library::find_asset("a.toml", {near.path(), far.path()}).value() == far / "assets/a.toml");
  support::write_text(near / "assets/a.toml", "near");
  CHECK(library::find_asset("a.toml", {near.path(), far.path()}).value() == near / "assets/a.toml");
}

TEST_CASE("what is nowhere is told with every place that was looked at") {
  const Folder near, far;
  const auto none = library::find_asset("words/es.mo", {near.path(), far.path()});
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().file == "words/es.mo");
  for (const Folder* folder : {&near, &far}) {
    const std::string place = *folder / "assets/words/es.mo";
    CHECK_MESSAGE(none.error().message.find(place) != std::string::npos, none.error().message);
  }
  CHECK_FALSE(library::find_asset("a.toml", {}).has_value());
}

TEST_CASE("the program's own files are there") {
  CHECK(library::asset("lessons/first-minutes").value() ==
        support::source_dir() + "/assets/lessons/first-minutes");
  CHECK_FALSE(library::asset("no-such-file").has_value());
}

TEST_CASE("the first minutes are a lesson without a fault, and no lesson of the course") {
  const auto loading = lessons::load_package(library::asset("lessons/first-minutes").value());
  CHECK(loading.findings.empty());
  REQUIRE(loading.package.has_value());
  CHECK(loading.package->lesson.id == "first-minutes");
  CHECK_FALSE(library::open_lesson("first-minutes", library::lesson_folders("", "")).has_value());
}
