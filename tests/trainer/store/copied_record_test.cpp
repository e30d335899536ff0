// Records that were copied while they were open, or after a crash: with and without the file beside them.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "drawn_events.h"
#include "trainer/store/record_writer.h"

using namespace trainer::store;
using namespace store_test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kMissing = "a.smprec-wal, which holds what was done last, is not beside it";

// A sitting of thirty presses whose dots are all acknowledged, and whose program has not closed the file.
class Open {
 public:
  explicit Open(const Folder& folder, std::size_t lesson_size = 2000) : path_(folder / "a.smprec") {
    const auto lesson = lesson_bytes(lesson_size);
    const auto events = presses(30);
    std::promise<void> all;
    std::size_t kept = 0;
    auto writer = RecordWriter::create(path_, header_of(lesson), lesson, {},
                                       {.saved = [&](std::span<const AttemptEvent> saved) {
                                         if ((kept += saved.size()) == events.size()) all.set_value();
                                       }});
    REQUIRE(writer);
    for (const auto& event : events) REQUIRE((*writer)->append(event));
    all.get_future().wait();
    fs::create_directory(folder / "copy");
    for (const char* ending : {"", "-wal"}) fs::copy_file(path_ + ending, folder / "copy/a.smprec" + ending);
    recorded_ = events.size();
    REQUIRE((*writer)->finish());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::size_t recorded() const { return recorded_; }

 private:
  std::string path_;
  std::size_t recorded_ = 0;
};

void flip_byte(const std::string& path, std::streamoff at) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekg(at);
  const int byte = file.get();
  file.seekp(at);
  file.put(static_cast<char>(byte ^ 0x40));
}

}  // namespace

TEST_CASE("a copy of an open record with the file beside it holds all that was acknowledged, and is open") {
  const Folder folder;
  const Open open(folder);
  const std::string copy = folder / "copy/a.smprec";
  const auto record = read_record(copy, ReadMode::Strict);
  REQUIRE(record);
  CHECK(record->events.size() == open.recorded());
  CHECK(record->unclosed);
  const auto checked = verify_record(copy);
  REQUIRE(checked);
  CHECK(checked->intact);
  CHECK(checked->unclosed);
}

TEST_CASE("without the file beside it it never reads as whole, and says what is missing") {
  const Folder folder;
  const Open open(folder);
  const std::string copy = folder / "copy/a.smprec";
  fs::remove(copy + "-wal");
  const auto checked = verify_record(copy);
  REQUIRE(checked);
  CHECK_FALSE(checked->intact);
  CHECK(checked->unclosed);
  CHECK(checked->reason == kMissing);
  const auto strict = read_record(copy, ReadMode::Strict);
  REQUIRE_FALSE(strict);
  CHECK(strict.error().message.find(kMissing) != std::string::npos);
  const auto salvaged = read_record(copy, ReadMode::Salvage);
  REQUIRE(salvaged);
  CHECK(salvaged->salvaged);
  CHECK(salvaged->events.size() < open.recorded());
}

TEST_CASE(
    "with a file beside it that is empty, cut or harmed it opens and goes on, and is not called intact") {
  const Folder folder;
  const Open open(folder);
  const std::string copy = folder / "copy/a.smprec", log = copy + "-wal", kept = folder / "kept";
  REQUIRE(verify_record(copy)->never_closed);
  fs::copy_file(log, kept);
  const auto length = fs::file_size(log);
  constexpr std::uintmax_t kLogHeader = 32, kFirstFrame = 24 + 4096;
  REQUIRE(length >= kLogHeader + kFirstFrame);
  struct Harm {
    std::uintmax_t length;
    std::streamoff flipped;  // a byte; -1: none
    const char* words;
  };
  for (const Harm& harm : {
           Harm{0, -1, "is empty"},
           Harm{20, -1, "is cut short within its header"},
           Harm{100, -1, "is cut short within a page"},
           Harm{length - 1, -1, "is cut short within a page"},
           Harm{kLogHeader, -1, "holds no page that belongs to it"},
           Harm{length, 0, "does not begin as the log of a record"},
           Harm{length, 18, "does not begin as the log of a record"},
           Harm{length, kLogHeader + 9, "holds no page that belongs to it"},
           Harm{length, kLogHeader + 1000, "is damaged from one of its pages on"},
       }) {
    CAPTURE(harm.length);
    CAPTURE(harm.flipped);
    fs::copy_file(kept, log, fs::copy_options::overwrite_existing);
    fs::resize_file(log, harm.length);
    if (harm.flipped >= 0) flip_byte(log, harm.flipped);
    const auto checked = verify_record(copy);
    REQUIRE(checked);
    CHECK_FALSE(checked->intact);
    CHECK(checked->never_closed);
    CHECK(checked->reason ==
          "a.smprec-wal " + std::string(harm.words) + "; what was done last may be missing");
    CHECK(read_record(copy, ReadMode::Strict).has_value());
  }
}

TEST_CASE("with the file of another record beside it it is not called intact") {
  const Folder folder, elsewhere;
  const Open open(folder), other(elsewhere, 1999);
  const std::string copy = folder / "copy/a.smprec";
  fs::copy_file(elsewhere / "copy/a.smprec-wal", copy + "-wal", fs::copy_options::overwrite_existing);
  const auto checked = verify_record(copy);
  REQUIRE(checked);
  CHECK_FALSE(checked->intact);
  CHECK(checked->reason == "a.smprec-wal is that of another record; what was done last may be missing");
}

TEST_CASE("the record itself stands alone once it is closed") {
  const Folder folder;
  const Open open(folder);
  CHECK_FALSE(fs::exists(open.path() + "-wal"));
  const auto checked = verify_record(open.path());
  REQUIRE(checked);
  CHECK(checked->intact);
  CHECK_FALSE(checked->unclosed);
  CHECK(read_record(open.path(), ReadMode::Strict)->events.size() == open.recorded());
}

TEST_CASE("looking at a copy leaves nothing beside it that would pass for what is missing") {
  const Folder folder;
  const Open open(folder);
  const std::string copy = folder / "copy/a.smprec";
  fs::remove(copy + "-wal");
  for (int again = 0; again < 3; ++again) {
    const auto checked = verify_record(copy);
    REQUIRE(checked);
    CHECK(checked->reason == kMissing);
  }
}
