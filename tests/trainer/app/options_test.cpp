#include "trainer/app/options.h"

#include <doctest/doctest.h>

#include <vector>

using namespace trainer::app;

namespace {

std::optional<Usage> parsed(std::vector<const char*> words, Options& options) {
  words.insert(words.begin(), "smp-trainer");
  std::vector<char*> argv;
  for (const char* w : words) argv.push_back(const_cast<char*>(w));  // ugly, but main's argv is mutable
  return parse(static_cast<int>(argv.size()), argv.data(), options);
}

}  // namespace

TEST_CASE("options are read, and a screenshot stops after some frames by itself") {
  Options o;
  CHECK_FALSE(parsed(
      {"even-dots", "--size", "1600x1000", "--scale", "1.5", "--screenshot", "a.png", "--print-result"}, o));
  CHECK(o.lesson == "even-dots");
  CHECK(o.width == 1600);
  CHECK(o.height == 1000);
  CHECK(o.scale == 1.5);
  CHECK(o.frames > 0);
  CHECK(o.print_result);
}

TEST_CASE("an unknown option is a usage error, help is none") {
  Options o;
  const auto unknown = parsed({"--no-such-option"}, o);
  REQUIRE(unknown);
  CHECK(unknown->exit_code == 2);
  const auto help = parsed({"--help"}, o);
  REQUIRE(help);
  CHECK(help->exit_code == 0);
}

TEST_CASE("a size is two whole numbers in range") {
  int w = 0, h = 0;
  CHECK(parse_size("640x480", w, h));
  for (const char* wrong : {"", "640", "640x", "x480", "640x480x2", "-640x480", "10x480", "640x4800000"})
    CHECK_FALSE(parse_size(wrong, w, h));
}
