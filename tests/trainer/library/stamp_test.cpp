#include "trainer/library/stamp.h"

#include "tests/support/folder.h"

using namespace trainer::library;
using support::Folder;
namespace fs = std::filesystem;

namespace {

// As if it had been written a moment later.
void age(const std::string& path, std::chrono::seconds by) {
  fs::last_write_time(path, fs::last_write_time(path) + by);
}

}  // namespace

TEST_CASE("a lesson's stamp covers its text and its pictures, and nothing else") {
  const Folder folder;
  support::write_text(folder / "a/lesson.toml", "text");
  support::write_text(folder / "a/pictures/b.png", "picture");
  support::write_text(folder / "a/notes.txt", "notes");
  const Stamp before = stamp_of_lesson(folder / "a");
  CHECK(before.size() == 2);
  CHECK(stamp_of_lesson(folder / "a") == before);
  CHECK(stamp_of_lesson(folder / "a/lesson.toml") == before);

  support::write_text(folder / "a/notes.txt", "other notes");
  CHECK(stamp_of_lesson(folder / "a") == before);
  SUBCASE("the text grows") {
    support::write_text(folder / "a/lesson.toml", "more text");
  }
  SUBCASE("the text is written anew") {
    age(folder / "a/lesson.toml", std::chrono::seconds(1));
  }
  SUBCASE("a picture changes") {
    age(folder / "a/pictures/b.png", std::chrono::seconds(-1));
  }
  SUBCASE("a picture comes") {
    support::write_text(folder / "a/c.png", "");
  }
  SUBCASE("a picture goes") {
    fs::remove(folder / "a/pictures/b.png");
  }
  CHECK(stamp_of_lesson(folder / "a") != before);
}

TEST_CASE("a package is one file") {
  const Folder folder;
  support::write_text(folder / "a.smplesson", "zip");
  support::write_text(folder / "b.png", "not its own");
  const Stamp stamp = stamp_of_lesson(folder / "a.smplesson");
  REQUIRE(stamp.size() == 1);
  CHECK(stamp[0].bytes == 3);
  CHECK(stamp[0].written_ns > 1'600'000'000'000'000'000);
}

TEST_CASE("what is not there has an empty stamp") {
  CHECK(stamp_of_lesson("/no/such/lesson").empty());
  CHECK(stamp_of_record("/no/such.smprec").empty());
}

TEST_CASE("a record's stamp covers what a writer has beside it") {
  const Folder folder;
  support::write_text(folder / "a.smprec", "record");
  const Stamp before = stamp_of_record(folder / "a.smprec");
  for (const char* ending : {"-wal", "-journal"}) {
    support::write_text(folder / ("a.smprec" + std::string(ending)), "x");
    CHECK(stamp_of_record(folder / "a.smprec") != before);
    fs::remove(folder / ("a.smprec" + std::string(ending)));
    CHECK(stamp_of_record(folder / "a.smprec") == before);
  }
}
