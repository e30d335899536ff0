#include "trainer/store/standing.h"

#include <doctest/doctest.h>

#include "drawn_events.h"
#include "trainer/store/profile.h"
#include "trainer/store/record_writer.h"

using engine::core::AttemptTime;

using namespace trainer::store;
using namespace store_test;

namespace {

engine::core::Digest head_of(std::uint8_t byte) {
  engine::core::Digest head{};
  head.fill(byte);
  return head;
}

const Standing kSome{
    .lesson_title = "Spacing: loose triangles", .dots = 312, .answers = 4, .line_drawn = true};

std::unique_ptr<RecordWriter> begin(const std::string& path) {
  const auto lesson = lesson_bytes(100);
  return RecordWriter::create(path, header_of(lesson), lesson).value();
}

void add(RecordWriter& writer, const std::vector<AttemptEvent>& events) {
  for (const auto& event : events) REQUIRE(writer.append(event));
}

// What a second sitting leaves that adds these events and tells this.
void go_on(const std::string& path, const std::vector<AttemptEvent>& events,
           const std::optional<Standing>& told) {
  auto continued = RecordWriter::continue_from(path);
  REQUIRE(continued.has_value());
  add(*continued->writer, events);
  REQUIRE(continued->writer->finish(told));
}

}  // namespace

TEST_CASE("a standing comes back as it went") {
  for (const Standing& standing :
       {Standing{}, kSome,
        Standing{.lesson_title = "\xC3\xA9", .dots = 1'000'000, .answers = 0, .line_drawn = false}})
    CHECK(decode_standing(encode_standing(standing, head_of(1)), head_of(1)) == standing);
}

TEST_CASE("there is nothing to go on with where nothing was done") {
  CHECK(untouched({.lesson_title = "Anything"}));
  CHECK_FALSE(untouched({.dots = 1}));
  CHECK_FALSE(untouched({.answers = 1}));
  CHECK_FALSE(untouched({.line_drawn = true}));
}

TEST_CASE("a standing that was changed, cut, or is of other work is none") {
  const Bytes good = encode_standing(kSome, head_of(1));
  CHECK_FALSE(decode_standing(good, head_of(2)).has_value());
  CHECK_FALSE(decode_standing({}, head_of(1)).has_value());
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes bad = good;
    bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    CHECK_FALSE(decode_standing(bad, head_of(1)).has_value());
  }
  for (std::size_t left = 0; left < good.size(); ++left)
    CHECK_FALSE(decode_standing(ByteView(good).first(left), head_of(1)).has_value());
}

TEST_CASE("counts beyond all measure are refused, even with a tag that fits") {
  const auto head = head_of(3);
  CHECK_FALSE(decode_standing(encode_standing({.dots = 1'000'001}, head), head).has_value());
  CHECK_FALSE(
      decode_standing(encode_standing({.lesson_title = std::string(1025, 'x')}, head), head).has_value());
}

TEST_CASE("what the end of a sitting tells is seen at a glance") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  auto writer = begin(path);
  add(*writer, presses(4));
  REQUIRE(writer->finish(kSome));
  const auto seen = glance(path);
  REQUIRE(seen.has_value());
  CHECK(seen->standing == kSome);
  CHECK(verify_record(path)->intact);
}

TEST_CASE("nothing is told where nobody said it, and after a crash") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  auto writer = begin(path);
  add(*writer, presses(4));
  REQUIRE(writer->finish());
  CHECK_FALSE(glance(path)->standing.has_value());
  go_on(path, presses(2, AttemptTime{5'000'000}), kSome);
  CHECK(glance(path)->standing == kSome);
  // A sitting that adds something and says nothing: what was told before is no longer true.
  go_on(path, presses(1, AttemptTime{9'000'000}), {});
  CHECK_FALSE(glance(path)->standing.has_value());
}

TEST_CASE("a sitting in which nothing happens leaves what was told, and may tell it better") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  auto writer = begin(path);
  add(*writer, presses(4));
  REQUIRE(writer->finish(kSome));
  go_on(path, {}, {});
  CHECK(glance(path)->standing == kSome);
  const Standing other{.lesson_title = "Other", .dots = 4};
  go_on(path, {}, other);
  CHECK(glance(path)->standing == other);
  CHECK(verify_record(path)->intact);
}
