#include "engine/core/result.h"

#include <doctest/doctest.h>

using namespace engine::core;

TEST_CASE("an error says file, line, column, field and message, leaving out what is unknown") {
  Error error{.message = "found 12, expected 20 to 200"};
  CHECK(describe(error) == "found 12, expected 20 to 200");
  error.field = "targets.density";
  CHECK(describe(error) == "targets.density: found 12, expected 20 to 200");
  error.file = "lesson.toml";
  CHECK(describe(error) == "lesson.toml: targets.density: found 12, expected 20 to 200");
  error.line = 14;
  CHECK(describe(error) == "lesson.toml:14: targets.density: found 12, expected 20 to 200");
  error.column = 3;
  CHECK(describe(error) == "lesson.toml:14:3: targets.density: found 12, expected 20 to 200");
}

TEST_CASE("a line without a file is still named, a column without a line is not") {
  CHECK(describe({.message = "m", .line = 7}) == "line 7: m");
  CHECK(describe({.message = "m", .file = "f", .column = 7}) == "f: m");
}

TEST_CASE("fail makes a result without a value") {
  const Result<int> good = 4;
  const Result<int> bad = fail("no");
  CHECK(good.value() == 4);
  REQUIRE_FALSE(bad);
  CHECK(bad.error() == Error{.message = "no"});
  const Result<int> field = fail({.message = "no", .field = "skill"});
  CHECK(field.error().field == "skill");
}
