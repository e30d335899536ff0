#include "trainer/app/options.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/support/folder.h"

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

TEST_CASE("a number of frames is decimal, and nothing but a number") {
  Options o;
  CHECK_FALSE(parsed({"--frames", "010"}, o));
  CHECK(o.frames == 10);
  for (const char* wrong : {"0x10", "1e3", "0", "-1", "1.5", "", "1'0"}) {
    const auto usage = parsed({"--frames", wrong}, o);
    REQUIRE(usage);
    CHECK(usage->exit_code == 2);
  }
}

TEST_CASE("the picture of the window is not written over what is opened") {
  const support::Folder folder;
  support::write_text(folder / "mine/lesson.toml", "id = \"mine\"\n");
  support::write_text(folder / "r.smprec", "record");
  const auto refused = [&](std::vector<const char*> words) {
    Options o;
    const auto usage = parsed(std::move(words), o);
    return usage && usage->exit_code == 2;
  };
  const std::string lesson = folder / "mine", text = folder / "mine/./lesson.toml",
                    record = folder / "r.smprec", picture = folder / "a.png";
  CHECK(refused({lesson.c_str(), "--screenshot", text.c_str()}));
  CHECK(refused({"--replay", record.c_str(), "--screenshot", record.c_str()}));
  CHECK_FALSE(refused({"--replay", record.c_str(), "--screenshot", picture.c_str()}));
  CHECK_FALSE(refused({lesson.c_str(), "--screenshot", picture.c_str()}));
}

TEST_CASE("a size is two whole numbers in range") {
  int w = 0, h = 0;
  CHECK(parse_size("640x480", w, h));
  for (const char* wrong : {"", "640", "640x", "x480", "640x480x2", "-640x480", "10x480", "640x4800000"})
    CHECK_FALSE(parse_size(wrong, w, h));
}
