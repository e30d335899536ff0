#include "trainer/store/last_words.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/folder.h"

using namespace trainer::store;
using support::Folder;

TEST_CASE("last words are found at the next start, once") {
  const Folder profile;
  CHECK(take_last_words(profile.path()).empty());
  REQUIRE(leave_last_words(profile.path(), "It ended."));
  REQUIRE(leave_last_words(profile.path(), "It ended again."));
  CHECK(take_last_words(profile.path()) == "It ended again.");
  CHECK(take_last_words(profile.path()).empty());
}

TEST_CASE("last words that never end are cut, and where none can be left that is an error") {
  const Folder profile;
  REQUIRE(leave_last_words(profile.path(), std::string(100'000, 'a')));
  CHECK(take_last_words(profile.path()).size() == 4096);
  CHECK_FALSE(leave_last_words("/no/such/folder", "It ended."));
}
