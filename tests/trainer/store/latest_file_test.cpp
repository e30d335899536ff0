#include "trainer/store/latest_file.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "drawn_events.h"
#include "trainer/store/files.h"

using namespace trainer::store;
using store_test::Folder;

TEST_CASE("the latest content is in the file, whatever came before it") {
  const Folder folder;
  {
    LatestFile file(folder / "a");
    for (int i = 0; i <= 200; ++i) file.put(std::to_string(i));
    file.wait();
    CHECK(read_whole_file(folder / "a", 100) == "200");
    file.put("last");
  }
  CHECK(read_whole_file(folder / "a", 100) == "last");
}

TEST_CASE("why it could not be written is told until it can") {
  const Folder folder;
  LatestFile file(folder / "missing/a");
  file.put("one");
  file.wait();
  REQUIRE(file.trouble());
  CHECK(file.trouble()->message.starts_with("cannot be created"));
  std::filesystem::create_directory(folder / "missing");
  file.put("two");
  file.wait();
  CHECK_FALSE(file.trouble());
}
