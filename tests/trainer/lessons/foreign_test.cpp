#include "trainer/lessons/foreign.h"

#include <doctest/doctest.h>

using namespace trainer::lessons;

namespace {

std::string about(std::string_view bytes) {
  return why_no_zip({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace

TEST_CASE("what systems leave in a package is told from what somebody packed") {
  for (const char* name :
       {"__MACOSX/._lesson.toml", "__MACOSX", ".DS_Store", "p/.DS_Store", "._a.png", "Thumbs.db",
        "p/thumbs.DB", "desktop.ini", "Desktop.ini", ".git/config", "$RECYCLE.BIN/x"})
    CHECK_MESSAGE(left_by_system(name), name);
  for (const char* name : {"lesson.toml", "a.png", "p/a.png", "..", "../a.png", ".", "thumbs.db.png",
                           "MACOSX/a.png", "a.", "notes.txt", ""})
    CHECK_MESSAGE(!left_by_system(name), name);
}

TEST_CASE("the folder around a lesson is found when everything lies in it") {
  CHECK(wrapping_folder({"lesson.toml", "a.png"}) == "");
  CHECK(wrapping_folder({"my lesson/lesson.toml", "my lesson/p/a.png"}) == "my lesson/");
  CHECK(wrapping_folder({"a/b/x.png", "a/b/lesson.toml"}) == "a/b/");
  CHECK(wrapping_folder({"a/Lesson.toml"}) == "a/");  // so that its name can be told
  CHECK(wrapping_folder({"a/lesson.toml", "x.png"}) == "");
  CHECK(wrapping_folder({"a/lesson.toml", "b/lesson.toml"}) == "");
  CHECK(wrapping_folder({"a/lesson.toml", "ab/x.png"}) == "");
  CHECK(wrapping_folder({"lesson.toml", "a/lesson.toml"}) == "");
  CHECK(wrapping_folder({"a/b.png"}) == "");
  CHECK(wrapping_folder({}) == "");
}

TEST_CASE("what is no zip is called what it is") {
  using namespace std::string_view_literals;
  CHECK(about("").find("empty") != std::string::npos);
  CHECK(about("PK\3\4 and then no more").find("cut short") != std::string::npos);
  CHECK(about("7z\xBC\xAF\x27\x1C"sv).find("a 7z archive") != std::string::npos);
  CHECK(about("Rar!\x1A\x07\x01\0"sv).find("a RAR archive") != std::string::npos);
  CHECK(about("\x1F\x8B\x08").find("a gzip archive") != std::string::npos);
  CHECK(about("MZ\x90").find("unpacks itself") != std::string::npos);
  CHECK(about("<!DOCTYPE html>").find("a page of the web") != std::string::npos);
  CHECK(about("SQLite format 3\0"sv).find("a record") != std::string::npos);
  CHECK(about(std::string(257, 'x') + "ustar").find("a tar archive") != std::string::npos);
  for (const auto bytes : {"words"sv, "7z"sv, "MZ"sv, "<"sv})
    CHECK(about(bytes).find("smp lesson pack") != std::string::npos);
}
