#include "trainer/store/record_writer.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "drawn_events.h"
#include "fault_vfs.h"

using engine::core::AttemptTime;

using namespace trainer::store;
using namespace store_test;
using namespace std::chrono_literals;
using trainer::runner::Finished;

namespace {

struct Start {
  std::vector<std::uint8_t> lesson = lesson_bytes(2000);
  RecordHeader header = header_of(lesson);
};

std::unique_ptr<RecordWriter> begin(const std::string& path, WriterOptions options = {}) {
  const Start start;
  auto writer = RecordWriter::create(path, start.header, start.lesson, {}, std::move(options));
  REQUIRE_MESSAGE(writer.has_value(), (writer ? "" : describe(writer.error())));
  return std::move(*writer);
}

template <class Condition>
bool within(std::chrono::milliseconds time, Condition condition) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (!condition() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(1ms);
  return condition();
}

std::size_t files_in(const Folder& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++count;
  return count;
}

bool starts_with(const std::vector<AttemptEvent>& whole, const std::vector<AttemptEvent>& part) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

}  // namespace

TEST_CASE("what is appended is in the file after finish, which stands alone") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  auto events = drawn_events(2, 2000);
  events.emplace_back(Finished{AttemptTime{9'000'000'000}, 7000, "00ff"});
  auto writer = begin(path);
  for (const auto& event : events) REQUIRE(writer->append(event));
  CHECK(writer->appended() == events.size());
  REQUIRE(writer->finish());
  CHECK(writer->acknowledged() == events.size());
  CHECK(files_in(folder) == 1);
  const auto record = read_record(path, ReadMode::Strict);
  REQUIRE(record.has_value());
  CHECK(record->events == events);
  CHECK(record->finished);
  CHECK_FALSE(record->unclosed);
  CHECK_FALSE(writer->append(moved(AttemptTime{1}, 1, 1, true)));
}

TEST_CASE("live work and a record written at once hold the same events") {
  const Folder folder;
  const auto events = presses(100);
  auto writer = begin(folder / "live.smprec");
  for (const auto& event : events) REQUIRE(writer->append(event));
  writer.reset();  // the end of a sitting
  const Start start;
  REQUIRE(write_record(folder / "once.smprec", start.header, start.lesson, events));
  CHECK(read_record(folder / "live.smprec", ReadMode::Strict)->events ==
        read_record(folder / "once.smprec", ReadMode::Strict)->events);
}

TEST_CASE("an event is acknowledged within the time between commits, a lift at once") {
  const Folder folder;
  auto writer = begin(folder / "a.smprec");
  REQUIRE(writer->append(moved(AttemptTime{0}, 5, 5, true)));
  CHECK(within(2000ms, [&] { return writer->acknowledged() == 1; }));

  auto slow = begin(folder / "b.smprec", {.commit_every = 1h});
  REQUIRE(slow->append(moved(AttemptTime{0}, 5, 5, true)));
  std::this_thread::sleep_for(50ms);
  CHECK(slow->acknowledged() == 0);
  CHECK(slow->unsaved_for() >= 40ms);
  REQUIRE(slow->append(moved(AttemptTime{90'000}, 5, 5, false)));
  CHECK(within(2000ms, [&] { return slow->acknowledged() == 2; }));
  CHECK(slow->unsaved_for() == 0ms);
}

TEST_CASE("an unfinished record goes on where it stopped, and again") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  const auto events = drawn_events(6, 900);
  const auto part = [&](std::size_t from, std::size_t to) {
    return std::vector<AttemptEvent>(events.begin() + static_cast<std::ptrdiff_t>(from),
                                     events.begin() + static_cast<std::ptrdiff_t>(to));
  };
  auto writer = begin(path);
  for (const auto& event : part(0, 300)) REQUIRE(writer->append(event));
  REQUIRE(writer->finish());
  for (const std::size_t from : {300u, 600u}) {
    auto continued = RecordWriter::continue_from(path);
    REQUIRE(continued.has_value());
    CHECK(continued->record.events == part(0, from));
    CHECK(continued->writer->acknowledged() == from);
    for (const auto& event : part(from, from + 300)) REQUIRE(continued->writer->append(event));
    REQUIRE(continued->writer->finish());
  }
  CHECK(read_record(path, ReadMode::Strict)->events == events);
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a finished, damaged or foreign record is not continued and not changed") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  const Start start;
  REQUIRE(write_record(path, start.header, start.lesson, std::vector<AttemptEvent>{Finished{}}));
  auto bytes = file_bytes(path);
  CHECK(RecordWriter::continue_from(path).error().message == "is finished; nothing can be added");
  CHECK(file_bytes(path) == bytes);

  REQUIRE(write_record(path, start.header, start.lesson, presses(500)));
  bytes = file_bytes(path);
  bytes.resize(bytes.size() / 2);
  put_file(path, bytes);
  CHECK_FALSE(RecordWriter::continue_from(path));
  CHECK(file_bytes(path) == bytes);

  put_file(path, std::vector<std::uint8_t>(500, 'x'));
  CHECK(RecordWriter::continue_from(path).error().message == "is not a record");
  CHECK_FALSE(RecordWriter::continue_from(folder / "missing"));
}

TEST_CASE("a record that was finished but left open is closed for good") {
  const Folder folder;
  const Start start;
  const std::string path = folder / "a.smprec";
  std::vector<AttemptEvent> events = presses(10);
  REQUIRE(write_record(path, start.header, start.lesson, {}));
  events.emplace_back(Finished{AttemptTime{9'000'000}, 5000, "aa"});
  {
    auto opened = RecordFile::open(path, RecordFile::Ending::Refuse);
    REQUIRE(opened.has_value());
    REQUIRE(opened->file.commit(events) == 0);
    opened->file.let_go();
  }
  CHECK(read_record(path, ReadMode::Strict)->unclosed);
  CHECK(RecordWriter::continue_from(path).error().message == "is finished; nothing can be added");
  REQUIRE(close_left_open(path));
  CHECK_FALSE(read_record(path, ReadMode::Strict)->unclosed);
  CHECK(read_record(path, ReadMode::Strict)->events == events);
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a branch starts with a copy of what was salvaged") {
  const Folder folder;
  const Start start;
  const auto events = presses(300);
  REQUIRE(write_record(folder / "a.smprec", start.header, start.lesson, events));
  const auto parent = read_record(folder / "a.smprec", ReadMode::Strict).value();
  auto header = start.header;
  header.branch = Branch{parent.head, parent.valid_frames - 1};
  auto writer = RecordWriter::create(folder / "b.smprec", header, parent.lesson_bytes, parent.events);
  REQUIRE(writer.has_value());
  REQUIRE((*writer)->append(moved(AttemptTime{900'000'000}, 1, 1, true)));
  REQUIRE((*writer)->finish());
  const auto branch = read_record(folder / "b.smprec", ReadMode::Strict).value();
  CHECK(branch.header == header);
  CHECK(branch.events.size() == events.size() + 1);
  CHECK(starts_with(branch.events, events));
}

TEST_CASE("while it is written nobody else reads, continues or replaces a record") {
  const Folder folder;
  const std::string path = folder / "a.smprec";
  auto writer = begin(path);
  REQUIRE(writer->append(moved(AttemptTime{0}, 1, 1, true)));
  const auto read = read_record(path, ReadMode::Salvage);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().message.find("is in use") == 0);
  CHECK_FALSE(verify_record(path));
  CHECK_FALSE(RecordWriter::continue_from(path));
  const Start start;
  CHECK_FALSE(write_record(path, start.header, start.lesson, {}));
  REQUIRE(writer->append(moved(AttemptTime{1}, 1, 1, false)));
  REQUIRE(writer->finish());
  CHECK(read_record(path, ReadMode::Strict)->events.size() == 2);
}

TEST_CASE("an event out of its range is refused and not recorded") {
  const Folder folder;
  auto writer = begin(folder / "a.smprec");
  CHECK_FALSE(writer->append(moved(AttemptTime{-5}, 1, 1, true)));
  REQUIRE(writer->append(moved(AttemptTime{5}, 1, 1, true)));
  REQUIRE(writer->finish());
  CHECK(read_record(folder / "a.smprec", ReadMode::Strict)->events.size() == 1);
}

TEST_CASE("the caller's thread makes no file call and does not wait for a slow disk") {
  const Folder folder;
  FaultVfs faults;
  auto writer = begin(folder / "a.smprec", {.vfs = faults.name()});
  faults.watch(std::this_thread::get_id());
  faults.delay_sync_ms(200);
  std::chrono::steady_clock::duration worst{};
  for (const auto& event : presses(400)) {
    const auto before = std::chrono::steady_clock::now();
    REQUIRE(writer->append(event));
    worst = std::max(worst, std::chrono::steady_clock::now() - before);
    std::this_thread::sleep_for(1ms);
  }
  CHECK(faults.calls_of_watched() == 0);
  MESSAGE("longest append while every sync took 200 ms: "
          << std::chrono::duration_cast<std::chrono::microseconds>(worst).count() << " us");
  faults.delay_sync_ms(0);
  REQUIRE(writer->finish());
  CHECK(faults.calls_of_watched() > 0);  // the harness does see calls
  CHECK(read_record(folder / "a.smprec", ReadMode::Strict)->events == presses(400));
}

TEST_CASE("a full disk is told, loses nothing, and saving resumes when there is space") {
  const Folder folder;
  FaultVfs faults;
  auto writer = begin(folder / "a.smprec", {.commit_every = 1ms, .retry_every = 20ms, .vfs = faults.name()});
  const auto events = presses(200);
  REQUIRE(writer->append(events[0]));
  REQUIRE(within(2000ms, [&] { return writer->acknowledged() == 1; }));
  faults.fail_from(1, 13 /* SQLITE_FULL */, false);
  for (std::size_t i = 1; i < 200; ++i) REQUIRE(writer->append(events[i]));
  REQUIRE(within(2000ms, [&] { return writer->last_error().has_value(); }));
  CHECK(writer->last_error()->message.find("disk is full") != std::string::npos);
  CHECK(writer->acknowledged() == 1);
  CHECK(writer->unsaved().size() == 199);
  faults.heal();
  for (std::size_t i = 200; i < events.size(); ++i) REQUIRE(writer->append(events[i]));
  CHECK(within(2000ms, [&] { return writer->acknowledged() == events.size(); }));
  CHECK_FALSE(writer->last_error().has_value());
  REQUIRE(writer->finish());
  CHECK(read_record(folder / "a.smprec", ReadMode::Strict)->events == events);
}

// F07, F08: the n-th change of the file fails, for every n that a run reaches, once or from then on.
TEST_CASE("a failure at any write or sync loses nothing acknowledged and damages nothing") {
  constexpr int kFull = 13, kWriteError = 10 | (3 << 8), kSyncError = 10 | (4 << 8);
  int covered = 0;
  for (const int code : {kFull, kWriteError, kSyncError})
    for (const bool once : {true, false})
      for (long n = 1; n < 60; ++n) {
        const Folder folder;
        FaultVfs faults;
        const std::string path = folder / "a.smprec";
        auto writer = begin(path, {.commit_every = 1ms, .retry_every = 1ms, .vfs = faults.name()});
        faults.fail_from(n, code, once);
        const auto events = presses(12);
        for (const auto& event : events) {
          REQUIRE(writer->append(event));
          within(once ? 3ms : 1ms, [&] { return writer->unsaved_for() == 0ms; });
        }
        const auto closed = writer->finish();
        const std::uint64_t acknowledged = writer->acknowledged();
        const auto unsaved = writer->unsaved();
        writer.reset();
        const bool bitten = faults.bitten();
        faults.heal();
        covered += bitten;
        if (!bitten) REQUIRE(closed.has_value());
        REQUIRE(acknowledged + unsaved.size() == events.size());
        auto continued = RecordWriter::continue_from(path);
        REQUIRE_MESSAGE(continued.has_value(),
                        describe(continued ? engine::core::Error{} : continued.error()));
        REQUIRE(continued->record.events.size() >= acknowledged);
        REQUIRE(starts_with(events, continued->record.events));
        if (!bitten) break;
      }
  MESSAGE("failures injected: " << covered);
  CHECK(covered > 60);
}
