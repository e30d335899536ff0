#include "trainer/store/outputs.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/folder.h"

using namespace trainer::store;
namespace fs = std::filesystem;
using support::Folder;

TEST_CASE("one file under two names is one file, also before it is there") {
  const Folder folder;
  support::write_text(folder / "a", "a");
  support::write_text(folder / "b", "b");
  fs::create_directory(folder / "in");
  fs::create_symlink("a", folder / "link");
  fs::create_symlink("new", folder / "to-come");
  fs::create_symlink(".", folder / "here");
  fs::create_hard_link(folder / "a", folder / "hard");
  CHECK(same_file(folder / "a", folder / "a"));
  CHECK(same_file(folder / "a", folder / "./a"));
  CHECK(same_file(folder / "a", folder / "in/../a"));
  CHECK(same_file(folder / "a", folder / "link"));
  CHECK(same_file(folder / "a", folder / "hard"));
  CHECK(same_file(folder / "a", folder / "here/a"));
  CHECK(same_file(folder / "new", folder / "here/./new"));
  CHECK(same_file(folder / "new", folder / "to-come"));
  CHECK_FALSE(same_file(folder / "a", folder / "b"));
  CHECK_FALSE(same_file(folder / "a", folder / "new"));
  CHECK_FALSE(same_file(folder / "new", folder / "newer"));
  CHECK(behind_links(folder / "to-come") == folder / "new");
}

TEST_CASE("outputs lie apart from inputs and from each other") {
  const Folder folder;
  support::write_text(folder / "a", "a");
  fs::create_symlink("a", folder / "link");
  CHECK(outputs_apart({folder / "a"}, {folder / "b", folder / "c"}));
  CHECK(outputs_apart({folder / "a"}, {}));
  CHECK(outputs_apart({folder / "a", ""}, {"", ""}));
  CHECK_FALSE(outputs_apart({folder / "a"}, {folder / "b", folder / "link"}));
  CHECK_FALSE(outputs_apart({}, {folder / "b", folder / "./b"}));
  CHECK_FALSE(outputs_apart({}, {folder / "Page.html", folder / "page.html"}));
  CHECK(outputs_apart({}, {"/dev/null", "/dev/null"}));
  const auto said = outputs_apart({folder / "a"}, {folder / "a"}).error().message;
  CHECK(said.find("\"" + (folder / "a") + "\"") != std::string::npos);
}

TEST_CASE("a file is written whole, through links, and what was there stays when it cannot be") {
  const Folder folder;
  support::write_text(folder / "old", "old");
  fs::create_symlink("old", folder / "link");
  REQUIRE(write_output(folder / "link", "new"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(support::read_text(folder / "old") == "new");
  const std::string longest(255, 'n');  // no room behind it for the name of a temporary file
  REQUIRE(write_output(folder / longest, "long"));
  CHECK(support::read_text(folder / longest) == "long");
  CHECK_FALSE(write_output(folder / "", "x"));
  CHECK_FALSE(write_output(folder.path(), "x"));
  CHECK_FALSE(write_output(folder / "none/file", "x"));
  fs::create_symlink("loop", folder / "loop");
  CHECK_FALSE(write_output(folder / "loop", "x"));
  CHECK(fs::is_symlink(folder / "loop"));
  CHECK_FALSE(write_output(folder / std::string(256, 'n'), "x"));
  for (const auto& entry : fs::directory_iterator(folder.path()))
    CHECK(entry.path().filename().string().find(".tmp") == std::string::npos);
}

TEST_CASE("a device is written to and stays what it is; no record is put in its place") {
  REQUIRE(write_output("/dev/null", "x"));
  const auto full = write_output("/dev/full", "x");
  REQUIRE_FALSE(full);
  CHECK(full.error().file == "/dev/full");
  CHECK(fs::is_character_file("/dev/full"));
  CHECK_FALSE(is_place_for_file("/dev/full"));
  const Folder folder;
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_FALSE(is_place_for_file(folder / "pipe"));
  CHECK_FALSE(is_place_for_file(folder.path()));
  CHECK(is_place_for_file(folder / "new"));
}
