#include "trainer/store/record.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>

#include "drawn_events.h"
#include "trainer/store/event_codec.h"

using engine::core::AttemptTime;

using namespace trainer::store;
using namespace store_test;
using trainer::runner::Finished;

namespace {

struct Written {
  std::vector<std::uint8_t> lesson = lesson_bytes(6000);
  RecordHeader header = header_of(lesson);
  std::vector<AttemptEvent> events;
};

Written write_sample(const std::string& path, std::size_t count = 900) {
  Written w;
  w.events = drawn_events(21, count);
  w.events.emplace_back(Finished{event_time_us(w.events.back()), 9012, std::string(64, 'a')});
  REQUIRE(write_record(path, w.header, w.lesson, w.events));
  return w;
}

bool starts_with(const std::vector<AttemptEvent>& whole, const std::vector<AttemptEvent>& part) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

std::string message_of(const std::string& path) {
  const auto read = read_record(path, ReadMode::Strict);
  REQUIRE_FALSE(read.has_value());
  CHECK_FALSE(verify_record(path).has_value());
  CHECK_FALSE(read_record(path, ReadMode::Salvage).has_value());
  CHECK(read.error().file == path);
  return read.error().message;
}

void run_sql(const std::string& path, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a record gives back what was written, and stands alone") {
  const Folder folder;
  const std::string path = folder / "a b'?#%.smprec";
  Written w = write_sample(path);
  const auto read = read_record(path, ReadMode::Strict);
  REQUIRE(read.has_value());
  CHECK(read->header == w.header);
  CHECK(read->lesson_bytes == w.lesson);
  CHECK(read->events == w.events);
  CHECK(read->finished);
  CHECK_FALSE(read->salvaged);
  CHECK_FALSE(read->unclosed);
  CHECK(read->valid_to_us == event_time_us(w.events.back()));

  const auto verified = verify_record(path);
  REQUIRE(verified.has_value());
  CHECK(verified->intact);
  CHECK(verified->reason.empty());
  CHECK(verified->valid_frames == read->valid_frames);
  CHECK(verified->head == read->head);

  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  CHECK(files == 1);
}

TEST_CASE("the same record written twice has the same chain head, another seed another") {
  const Folder folder;
  Written w = write_sample(folder / "a.smprec", 50);
  REQUIRE(write_record(folder / "b.smprec", w.header, w.lesson, w.events));
  w.header.seed += 1;
  REQUIRE(write_record(folder / "c.smprec", w.header, w.lesson, w.events));
  const auto head = [&](const char* name) {
    return read_record(folder / name, ReadMode::Strict).value().head;
  };
  CHECK(head("a.smprec") == head("b.smprec"));
  CHECK(head("a.smprec") != head("c.smprec"));
}

TEST_CASE("what a record cannot hold is refused and leaves the file that was there") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  Written w = write_sample(path, 20);
  const auto before = file_bytes(path);
  auto bad = w.events;
  bad.insert(bad.begin() + 5, moved(AttemptTime{-1}, 0, 0, true));
  CHECK(contains(write_record(path, w.header, w.lesson, bad).error().message, "event 5: time is -1"));
  auto after_end = w.events;
  after_end.push_back(moved(AttemptTime{900'000'000}, 0, 0, true));
  CHECK_FALSE(write_record(path, w.header, w.lesson, after_end));
  CHECK_FALSE(write_record(path, w.header, lesson_bytes(5999), w.events));
  auto header = w.header;
  header.lesson_id = std::string(129, 'x');
  CHECK_FALSE(write_record(path, header, w.lesson, w.events));
  CHECK_FALSE(write_record(folder / "no/such/folder.smprec", w.header, w.lesson, w.events));
  CHECK(file_bytes(path) == before);
}

TEST_CASE("what is not a record is named for what it is") {
  const Folder folder;
  CHECK(message_of(folder / "missing.smprec") == "there is no such file");
  CHECK(message_of(folder.path()) == "is a folder, not a record");
  put_file(folder / "empty", {});
  CHECK(message_of(folder / "empty") == "is empty, not a record");
  put_file(folder / "text", std::vector<std::uint8_t>(3000, 'x'));
  CHECK(message_of(folder / "text") == "is not a record");
  put_file(folder / "short", {'h', 'i'});
  CHECK(message_of(folder / "short") == "is not a record");
  run_sql(folder / "other.db", "CREATE TABLE t(x); INSERT INTO t VALUES(1)");
  CHECK(contains(message_of(folder / "other.db"), "not a record"));
  run_sql(folder / "theirs.db",
          "PRAGMA application_id=12; CREATE TABLE chunk(seq INTEGER PRIMARY KEY, frame BLOB)");
  CHECK(contains(message_of(folder / "theirs.db"), "application id 12"));
}

TEST_CASE("another format, geometry or scorer is refused by both numbers") {
  const Folder folder;
  Written w = write_sample(folder / "a.smprec", 20);
  run_sql(folder / "a.smprec", "PRAGMA user_version=7");
  CHECK(message_of(folder / "a.smprec") == "has record format 7, this program reads format 2");
  auto header = w.header;
  header.geometry = 4711;
  REQUIRE(write_record(folder / "b.smprec", header, w.lesson, w.events));
  CHECK(message_of(folder / "b.smprec") ==
        "was made with geometry 4711, this program has geometry " + std::to_string(w.header.geometry));
  header = w.header;
  header.scorer = 4712;
  REQUIRE(write_record(folder / "c.smprec", header, w.lesson, w.events));
  CHECK(message_of(folder / "c.smprec") ==
        "was made with scorer 4712, this program has scorer " + std::to_string(w.header.scorer));
}

TEST_CASE("changes made through SQLite itself are found") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  const char* change = nullptr;
  SUBCASE("the last frames taken away") {
    change = "DELETE FROM chunk WHERE seq > 3";
  }
  SUBCASE("one frame taken away") {
    change = "DELETE FROM chunk WHERE seq = 3";
  }
  SUBCASE("one frame changed") {
    change = "UPDATE chunk SET frame = zeroblob(40) WHERE seq = 4";
  }
  SUBCASE("a frame moved") {
    change = "UPDATE chunk SET seq = 1000000 WHERE seq = 4";
  }
  SUBCASE("one frame more") {
    change = "INSERT INTO chunk SELECT 1 + max(seq), frame FROM chunk";
  }
  SUBCASE("another closing mark") {
    change = "UPDATE closing SET head = zeroblob(32)";
  }
  SUBCASE("an index of somebody else") {
    change = "CREATE INDEX i ON chunk(frame)";
  }
  SUBCASE("a view in place of the table") {
    change = "ALTER TABLE chunk RENAME TO c; CREATE VIEW chunk AS SELECT seq, frame FROM c";
  }
  const Written w = write_sample(path, 3000);
  run_sql(path, change);
  const auto verified = verify_record(path);
  REQUIRE(verified.has_value());
  CHECK_FALSE(verified->intact);
  CHECK_FALSE(verified->reason.empty());
  const auto strict = read_record(path, ReadMode::Strict);
  REQUIRE_FALSE(strict.has_value());
  CHECK(contains(strict.error().message, "is damaged"));
  if (const auto salvaged = read_record(path, ReadMode::Salvage)) {
    CHECK(salvaged->salvaged);
    CHECK(salvaged->valid_frames == verified->valid_frames);
    CHECK(starts_with(w.events, salvaged->events));
  }
}

// Random places; the frames themselves are covered bit by bit in frame_test.
TEST_CASE("a flipped bit in the file never gives other data, and mostly leaves a prefix") {
  const Folder folder;
  const Written w = write_sample(folder / "a.smprec", 900);
  const auto good = file_bytes(folder / "a.smprec");
  const std::string path = folder / "flipped.smprec";
  Draws draws(31);
  int intact = 0, damaged = 0, refused = 0, salvaged = 0;
  for (int round = 0; round < 1500; ++round) {
    auto bytes = good;
    bytes[draws.below(bytes.size())] ^= static_cast<std::uint8_t>(1u << draws.below(8));
    put_file(path, bytes);
    const auto verified = verify_record(path);
    const auto strict = read_record(path, ReadMode::Strict);
    REQUIRE(strict.has_value() == (verified.has_value() && verified->intact));
    if (strict)
      REQUIRE((strict->events == w.events && strict->header == w.header && strict->lesson_bytes == w.lesson));
    const auto rest = read_record(path, ReadMode::Salvage);
    if (rest)
      REQUIRE((starts_with(w.events, rest->events) && rest->header == w.header &&
               rest->lesson_bytes == w.lesson));
    if (!verified)
      ++refused;
    else if (verified->intact)
      ++intact;
    else
      ++damaged;
    if (rest && !strict) ++salvaged;
  }
  MESSAGE("intact " << intact << ", damaged " << damaged << " of which salvaged " << salvaged << ", refused "
                    << refused << " in a file of " << good.size() << " bytes");
  CHECK(damaged > 800);  // a third of a page is free space, where a bit is nobody's
  CHECK(refused < 50);
}

TEST_CASE("a record cut anywhere is damaged or refused, never whole") {
  const Folder folder;
  const Written w = write_sample(folder / "a.smprec", 6000);
  const auto good = file_bytes(folder / "a.smprec");
  const std::string path = folder / "cut.smprec";
  std::size_t most = 0, at_half = 0;
  for (std::size_t size = 0; size < good.size(); size += 397) {
    put_file(path, {good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)});
    const auto verified = verify_record(path);
    REQUIRE_FALSE((verified && verified->intact));
    const auto rest = read_record(path, ReadMode::Salvage);
    if (!rest) continue;
    REQUIRE(rest->salvaged);
    REQUIRE(starts_with(w.events, rest->events));
    REQUIRE(rest->events.size() < w.events.size());
    most = std::max(most, rest->events.size());
    if (size < good.size() / 2) at_half = std::max(at_half, rest->events.size());
  }
  MESSAGE("most events left: " << most << " of " << w.events.size());
  CHECK(most > w.events.size() * 9 / 10);
  CHECK(at_half > w.events.size() / 3);
}
