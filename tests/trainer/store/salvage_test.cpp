#include "trainer/store/salvage.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "drawn_events.h"
#include "trainer/store/record_writer.h"

using namespace trainer::store;
using namespace store_test;
using trainer::runner::Finished;

namespace {

std::string damaged(const Folder& folder, bool finished = false) {
  const auto lesson = lesson_bytes(2000);
  auto events = presses(400);
  if (finished) events.emplace_back(Finished{engine::core::AttemptTime{9'000'000'000}, 7000, "00ff"});
  REQUIRE(write_record(folder / "a.smprec", header_of(lesson), lesson, events));
  auto bytes = file_bytes(folder / "a.smprec");
  bytes[bytes.size() * 3 / 4] ^= 1;
  put_file(folder / "a.smprec", bytes);
  return folder / "a.smprec";
}

}  // namespace

TEST_CASE("what is good of damaged work goes on in a copy, and the damaged file stays") {
  const Folder folder;
  const std::string path = damaged(folder);
  const auto before = file_bytes(path);
  REQUIRE_FALSE(RecordWriter::continue_from(path));
  const auto good = good_part(path);
  REQUIRE(good);
  REQUIRE(good->events.size() > 0);
  REQUIRE(good->events.size() < 400);
  const auto mended = mend(path);
  REQUIRE(mended);
  CHECK(*mended == folder / "a-mended.smprec");
  CHECK(file_bytes(path) == before);
  auto continued = RecordWriter::continue_from(*mended);
  REQUIRE(continued);
  CHECK(continued->record.events == good->events);
  CHECK(continued->record.header.branch->parent == good->head);
  CHECK(mend(path) == folder / "a-mended-2.smprec");
}

TEST_CASE("work that is well is not mended") {
  const Folder folder;
  const auto lesson = lesson_bytes(2000);
  REQUIRE(write_record(folder / "a.smprec", header_of(lesson), lesson, presses(3)));
  CHECK(mend(folder / "a.smprec").error().message == "is not damaged");
  CHECK_FALSE(mend(folder / "missing"));
}
