#include "trainer/library/files_read.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/folder.h"
#include "tests/support/here.h"

using namespace trainer::library;

TEST_CASE("of a lesson its folder, its text and the pictures that it names are read") {
  const support::Folder folder;
  std::string text = support::read_text(support::source_dir() + "/lessons/even-dots/lesson.toml");
  text.insert(text.find('\n', text.find("[[targets]]")) + 1, "painting = \"density.png\"\n");
  support::write_text(folder / "mine/lesson.toml", text);
  support::write_text(folder / "mine/density.png", "x");
  support::write_text(folder / "mine/other.png", "x");
  const auto files = files_of_lesson("mine", {folder.path()});
  const auto reads = [&](const std::string& name) {
    return std::find(files.begin(), files.end(), folder / name) != files.end();
  };
  CHECK(reads("mine"));
  CHECK(reads("mine/lesson.toml"));
  CHECK(reads("mine/density.png"));
  CHECK_FALSE(reads("mine/other.png"));
  CHECK(files_in(folder / "mine/lesson.toml") == std::vector{folder / "mine/lesson.toml"});
  CHECK(files_of_lesson("nobody-has-it", {folder.path()}).empty());
}
