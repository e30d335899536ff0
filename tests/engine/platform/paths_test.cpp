#include "engine/platform/paths.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include "tests/support/here.h"

using namespace engine::platform;

TEST_CASE("the first readable file wins, folders and missing files are passed over") {
  const std::string here = support::source_dir() + "/CMakeLists.txt";
  CHECK(first_readable({"/does/not/exist", support::source_dir(), here}) == here);
  CHECK(first_readable({"/does/not/exist"}).empty());
}

TEST_CASE("the cache follows XDG_CACHE_HOME, else HOME") {
  setenv("XDG_CACHE_HOME", "/x/cache", 1);
  CHECK(cache_folder() == "/x/cache/smp-trainer");
  unsetenv("XDG_CACHE_HOME");
  setenv("HOME", "/home/somebody", 1);
  CHECK(cache_folder() == "/home/somebody/.cache/smp-trainer");
}

TEST_CASE("the running program knows its folder") {
  CHECK(program_folder().rfind(support::binary_dir(), 0) == 0);
}
