#include "trainer/store/keeper.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "drawn_events.h"
#include "fault_vfs.h"
#include "trainer/store/profile.h"

using engine::core::AttemptTime;

using namespace trainer::store;
using namespace store_test;
using namespace std::chrono_literals;
using Events = std::vector<AttemptEvent>;

namespace fs = std::filesystem;

namespace {

constexpr int kFull = 13, kSyncError = 10 | (4 << 8);

Keeper::Beginning beginning() {
  const auto lesson = lesson_bytes(2000);
  return {header_of(lesson), lesson, {}};
}

// An attempt, as whoever works at it has it in memory.
struct Work {
  std::shared_ptr<Keeper> keeper;
  Events events;

  void add(std::size_t count) {
    const auto all = presses(events.size() + count);
    for (std::size_t i = events.size(); i < all.size() && count > 0; ++i, --count) {
      REQUIRE(keeper->append(all[i]));
      events.push_back(all[i]);
    }
  }
  [[nodiscard]] Kept rest() const {
    keeper->wait();
    return keeper->kept();
  }
};

Work at(const std::string& stem, FaultVfs* faults = nullptr) {
  WriterOptions options{.commit_every = 1ms, .retry_every = 5ms, .look_every = 5ms};
  if (faults != nullptr) options.vfs = faults->name();
  Work work{Keeper::anew(stem, beginning(), options), {}};
  work.add(10);
  return work;
}

Events in(const std::string& path) {
  const auto record = read_record(path, ReadMode::Strict);
  REQUIRE_MESSAGE(record.has_value(), (record ? "" : describe(record.error())));
  return record->events;
}

template <class Condition>
void until(Condition condition) {
  const auto end = std::chrono::steady_clock::now() + 20s;
  while (!condition()) {
    REQUIRE(std::chrono::steady_clock::now() < end);
    std::this_thread::sleep_for(1ms);
  }
}

std::size_t files_in(const std::string& folder) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) files += entry.is_regular_file() ? 1 : 0;
  return files;
}

}  // namespace

TEST_CASE("an attempt is kept, and its file stands alone once it is closed") {
  const Folder folder;
  auto work = at(folder / "a");
  CHECK(work.rest().safe());
  CHECK(work.keeper->kept().acknowledged == 10);
  CHECK(work.keeper->kept().path == folder / "a.smprec");
  work.keeper->close({.lesson_title = "t", .dots = 3});
  CHECK(work.rest().closed);
  CHECK(in(folder / "a.smprec") == work.events);
  CHECK_FALSE(work.keeper->append(moved(AttemptTime{1}, 1, 1, true)));
  CHECK(glance(folder / "a.smprec")->standing->dots == 3);
}

TEST_CASE("two attempts that began in the same second lie beside each other") {
  const Folder folder;
  auto one = at(folder / "a");
  CHECK(one.rest().safe());
  auto other = at(folder / "a");
  CHECK(other.rest().path == folder / "a-2.smprec");
}

TEST_CASE("after a failed fsync nothing more counts as safe there; elsewhere the whole attempt is") {
  const Folder folder;
  FaultVfs faults;
  auto work = at(folder / "a", &faults);
  REQUIRE(work.rest().safe());
  faults.fail_from(1, kSyncError, true);  // once: the disk is well again, the file is not
  work.add(20);
  REQUIRE(work.rest().trouble);
  CHECK(work.keeper->kept().acknowledged == 10);
  work.add(20);
  CHECK(work.keeper->kept().acknowledged == 10);
  CHECK(work.keeper->kept().appended == 50);
  work.keeper->keep_in(folder / "other/place", work.events);
  work.add(20);  // while the file is made
  const Kept kept = work.rest();
  REQUIRE_FALSE(kept.trouble);
  CHECK(kept.path == folder / "other/place/a.smprec");
  CHECK(kept.acknowledged == 70);
  until([&] { return fs::exists(folder / "a.smprec.part"); });
  CHECK_FALSE(fs::exists(folder / "a.smprec"));  // a part of it; no list offers that
  work.keeper->close({});
  CHECK(work.rest().closed);
  CHECK(in(kept.path) == work.events);
  CHECK(files_in(folder.path()) == 1);  // the whole alone
}

TEST_CASE("at the same place it goes on in a fresh file") {
  const Folder folder;
  FaultVfs faults;
  auto work = at(folder / "a", &faults);
  REQUIRE(work.rest().safe());
  faults.fail_from(1, kSyncError, true);
  work.add(5);
  REQUIRE(work.rest().trouble);
  work.keeper->keep_in({}, work.events);
  CHECK(work.rest().path == folder / "a-2.smprec");
  work.keeper.reset();
  CHECK(in(folder / "a-2.smprec") == work.events);
  CHECK(files_in(folder.path()) == 1);  // nothing of the part is left beside it
}

TEST_CASE("a file or folder that is removed while it is written takes along what was safe in it") {
  for (const bool working : {true, false}) {
    const Folder folder;
    fs::create_directory(folder / "profile");
    auto work = at(folder / "profile/a");
    REQUIRE(work.rest().safe());
    fs::remove_all(folder / "profile");
    if (working) work.add(5);
    until([&] { return work.keeper->kept().trouble.has_value(); });
    CHECK(work.keeper->kept().acknowledged == 0);
    CHECK(work.keeper->kept().trouble->message.find("no longer there") != std::string::npos);
    work.keeper->keep_in({}, work.events);
    CHECK(work.rest().path == folder / "profile/a.smprec");
    CHECK(work.keeper->kept().acknowledged == work.events.size());
    work.keeper->close({});
    CHECK(work.rest().closed);
    CHECK(in(folder / "profile/a.smprec") == work.events);
  }
}

TEST_CASE("a folder that goes just before the file is closed is noticed") {
  const Folder folder;
  fs::create_directory(folder / "profile");
  WriterOptions options{.commit_every = 1ms, .look_every = 1h};
  Work work{Keeper::anew(folder / "profile/a", beginning(), options), {}};
  work.add(10);
  REQUIRE(work.rest().safe());
  fs::remove_all(folder / "profile");
  work.keeper->close({});
  const Kept kept = work.rest();
  CHECK_FALSE(kept.closed);
  REQUIRE(kept.trouble);
  CHECK(kept.acknowledged == 0);
}

TEST_CASE("a place where no file can be made is told, and the attempt goes on in memory") {
  const Folder folder;
  std::ofstream(folder / "file") << "not a folder";
  auto work = at(folder / "file/a");
  const Kept kept = work.rest();
  REQUIRE(kept.trouble);
  CHECK(kept.acknowledged == 0);
  CHECK(kept.appended == 10);
  work.add(5);
  work.keeper->close({});
  work.keeper->keep_in(folder / "b", work.events);
  CHECK(work.rest().closed);
  CHECK(in(folder / "b/a.smprec") == work.events);
}

TEST_CASE("an attempt whose end could not be written is kept elsewhere with it") {
  for (const int code : {kFull, kSyncError}) {
    const Folder folder;
    FaultVfs faults;
    WriterOptions options{.commit_every = 1ms, .retry_every = 1h, .look_every = 5ms, .vfs = faults.name()};
    Work work{Keeper::anew(folder / "a", beginning(), options), {}};
    work.add(10);
    REQUIRE(work.rest().safe());
    faults.fail_from(1, code, true);
    work.events.push_back(trainer::runner::Finished{AttemptTime{100'000'000}, {}, {}});
    REQUIRE(work.keeper->append(work.events.back()));
    work.keeper->close({});
    REQUIRE(work.rest().trouble);
    work.keeper->keep_in(folder / "b", work.events);
    const Kept kept = work.rest();
    CHECK(kept.closed);
    CHECK(kept.path == folder / "b/a.smprec");
    CHECK(in(kept.path) == work.events);
  }
}

TEST_CASE("another place that fails too is told; it is forgotten once the first is well again") {
  const Folder folder;
  std::ofstream(folder / "file") << "not a folder";
  FaultVfs faults;
  auto work = at(folder / "a", &faults);
  REQUIRE(work.rest().safe());
  faults.fail_from(1, kFull, false);
  work.add(5);
  REQUIRE(work.rest().trouble);
  work.keeper->keep_in(folder / "file", work.events);
  CHECK(work.rest().trouble->file.find("file") != std::string::npos);
  faults.heal();
  until([&] { return work.keeper->kept().safe(); });
  work.keeper->close({});
  CHECK(work.rest().closed);
  CHECK(in(folder / "a.smprec") == work.events);
}

TEST_CASE("an attempt of which nothing is kept can be kept after all, and be given up") {
  const Folder folder;
  Work work{Keeper::nowhere(folder / "a", {.message = "read-only"}, beginning(), {}), {}};
  work.add(10);
  CHECK(work.rest().trouble->message == "read-only");
  CHECK_FALSE(work.keeper->kept().safe());
  CHECK(fs::is_empty(folder.path()));
  work.keeper->give_up();
  CHECK(work.keeper->kept().given_up);
  work.keeper->keep_in({}, work.events);
  CHECK(work.rest().safe());
  CHECK_FALSE(work.keeper->kept().given_up);
  work.keeper.reset();
  CHECK(in(folder / "a.smprec") == work.events);
}

TEST_CASE("a full disk is waited for, also with closing") {
  const Folder folder;
  FaultVfs faults;
  auto work = at(folder / "a", &faults);
  REQUIRE(work.rest().safe());
  faults.fail_from(1, kFull, false);
  work.add(5);
  REQUIRE(work.rest().trouble);
  work.keeper->close({});
  CHECK_FALSE(work.keeper->kept().closed);
  faults.heal();
  until([&] { return work.keeper->kept().closed; });
  CHECK(in(folder / "a.smprec") == work.events);
}

TEST_CASE("who works waits for no disk, and sees for how long something has been waiting") {
  const Folder folder;
  FaultVfs faults;
  auto work = at(folder / "a", &faults);
  REQUIRE(work.rest().safe());
  faults.watch(std::this_thread::get_id());
  faults.delay_sync_ms(300);
  work.add(5);
  work.keeper->close({});
  until([&] { return work.keeper->kept().waits >= 100ms; });
  CHECK_FALSE(work.keeper->kept().safe());
  CHECK_FALSE(work.keeper->kept().closed);
  faults.delay_sync_ms(0);
  CHECK(work.rest().closed);
  CHECK(work.keeper->kept().waits == 0ms);
  CHECK(faults.calls_of_watched() == 0);
}

TEST_CASE("an unfinished record goes on, and its whole can go elsewhere") {
  const Folder folder;
  auto before = at(folder / "a");
  before.keeper->close({});
  REQUIRE(before.rest().closed);
  auto continued = RecordWriter::continue_from(folder / "a.smprec");
  REQUIRE(continued.has_value());
  Work work{Keeper::going_on(folder / "a.smprec", std::move(continued->writer), beginning()), before.events};
  CHECK(work.keeper->kept().acknowledged == 10);
  CHECK(work.keeper->kept().safe());
  work.add(5);
  work.keeper->keep_in(folder / "b", work.events);
  CHECK(work.rest().acknowledged == 15);
  work.keeper.reset();
  CHECK(in(folder / "b/a.smprec") == work.events);
}

// F07, F08 with what the program does then: whatever fails once, all of it lies in a file in the end.
TEST_CASE("a failure at any write or sync ends with all events in one file") {
  for (const int code : {kFull, kSyncError})
    for (long n = 1; n < 40; ++n) {
      const Folder folder;
      FaultVfs faults;
      auto work = at(folder / "a", &faults);
      CAPTURE(code);
      CAPTURE(n);
      faults.fail_from(n, code, true);
      work.add(30);
      work.keeper->close({});
      int polls = 0;
      until([&] {
        const Kept kept = work.keeper->kept();
        // Asked again and again, as somebody may; a full disk that has room again needs nobody.
        if (kept.trouble && ++polls % 50 == 0) work.keeper->keep_in({}, work.events);
        return kept.closed;
      });
      const std::string path = work.keeper->kept().path;
      const bool bitten = faults.bitten();
      work.keeper.reset();
      faults.heal();
      CHECK(in(path) == work.events);
      if (!bitten) break;
    }
}
