#include "trainer/store/record.h"

#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "trainer/store/event_codec.h"
#include "trainer/store/files.h"
#include "trainer/store/header_codec.h"
#include "trainer/store/limits.h"
#include "trainer/store/record_table.h"
#include "trainer/store/write_ahead_log.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

Result<Scan> scan_at(const std::string& file, Access access, const std::string& path) {
  auto database = Database::open(file, access);
  if (!database) return fail(Error{.message = database.error().message, .file = path});
  return scan(*database, path);
}

// Of the file and what lies beside it under these endings.
Result<Scan> scan_copy(const std::string& path, std::span<const char* const> endings) {
  const auto folder = TemporaryFolder::make();
  if (!folder) return fail(folder.error());
  const std::string copy = folder->path() + "/copy";
  for (const char* ending : endings) {
    std::error_code problem;
    std::filesystem::copy_file(path + ending, copy + ending, problem);
    if (problem) return fail(Error{.message = "cannot be copied: " + problem.message(), .file = path});
  }
  return scan_at(copy, Access::Write, path);
}

// What SQLite's header says the file's length is; 0 for something else, or when that is not known.
std::uint64_t length_in_header(const std::string& path) {
  std::array<unsigned char, 100> head{};
  std::ifstream in(path, std::ios::binary);
  if (!in.read(reinterpret_cast<char*>(head.data()), head.size()) ||
      std::memcmp(head.data(), "SQLite format 3", 16) != 0)
    return 0;
  const auto number = [&](std::size_t at, std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | head[at + i];
    return value;
  };
  const std::uint64_t page = number(16, 2) == 1 ? 65'536 : number(16, 2);
  const bool known = number(24, 4) == number(92, 4);  // written by the one who changed the file last
  return known ? page * number(28, 4) : 0;
}

std::string name_of_log(const std::string& path) {
  return std::filesystem::path(path).filename().string() + "-wal";
}

// An open record without its write-ahead log. Of a closed one that log is taken away last: nothing is
// missing. A copy is looked at, for SQLite would put an empty log in the place of the one that is missing.
Result<Scan> scan_bereft(const std::string& path) {
  auto found = scan_copy(path, std::array{""});
  if (found && !found->closed && found->damage.empty())
    found->damage = name_of_log(path) + ", which holds what was done last, is not beside it";
  return found;
}

// The header is written once: a log that changes it came from elsewhere.
bool log_of_another(const std::string& path, const Scan& found) {
  const auto alone = scan_copy(path, std::array{""});
  return alone && alone->decoder.has_opening() && found.decoder.has_opening() &&
         alone->decoder.record().header != found.decoder.record().header;
}

// A power cut may leave the log of an open record cut short: it is gone on with, but it is not whole.
std::string what_may_be_missing(const std::string& path, const Scan& found) {
  if (found.closed || !left_open(path)) return "";
  std::string fault = log_fault(path);
  if (fault.empty() && log_of_another(path, found)) fault = "is that of another record";
  return fault.empty() ? "" : name_of_log(path) + " " + fault + "; what was done last may be missing";
}

// SQLite refuses to look at a file that lacks pages. With zeros in their place it reads up to the first of
// them.
Result<Scan> scan_padded_copy(const std::string& path, std::uint64_t found, std::uint64_t expected) {
  const auto folder = TemporaryFolder::make();
  if (!folder) return fail(folder.error());
  const std::string copy = folder->path() + "/copy";
  std::error_code problem;
  std::filesystem::copy_file(path, copy, problem);
  if (!problem) std::filesystem::resize_file(copy, expected, problem);
  if (problem) return fail(Error{.message = "cannot be copied: " + problem.message(), .file = path});
  auto result = scan_at(copy, Access::Read, path);
  if (result)
    result->damage =
        "the file is cut short: " + std::to_string(found) + " of " + std::to_string(expected) + " bytes";
  return result;
}

// Not while a writer holds the file: then its journal is none of ours.
bool needs_rollback(const std::string& path) {
  if (!exists_with_content(path + "-journal")) return false;
  auto database = Database::open(path, Access::Read);
  std::int64_t ignored = 0;
  const int code = database ? primary(database->read_number("PRAGMA application_id", ignored)) : SQLITE_OK;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

Result<Scan> scan_file(const std::string& path) {
  if (auto plain = check_plain_file(path); !plain) return fail(plain.error());
  // A crash just while a record is opened or closed leaves a rollback journal, which needs a writer. A copy
  // is rolled back in its stead, for reading changes nothing.
  if (needs_rollback(path)) return scan_copy(path, std::array{"", "-journal"});
  if (left_open(path) && !std::filesystem::exists(path + "-wal")) return scan_bereft(path);
  std::error_code problem;
  const std::uint64_t length = std::filesystem::file_size(path, problem), expected = length_in_header(path);
  // a damaged header must not ask for a terabyte
  constexpr std::uint64_t kMostPadded = std::uint64_t{1} << 32;
  const bool alone = !exists_with_content(path + "-wal") && !exists_with_content(path + "-journal");
  const bool cut_short = !problem && length < expected && expected <= kMostPadded && alone;
  if (cut_short) return scan_padded_copy(path, length, expected);
  auto found = scan_at(path, Access::Read, path);
  // SQLite does not look behind the last page. What is there is nobody's record.
  if (found && found->closed && found->damage.empty() && !problem && expected > 0 && length > expected &&
      alone)
    found->damage = std::to_string(length - expected) + " bytes that are not the record's follow it";
  return found;
}

std::optional<engine::core::Digest> hash_of_equipment(const Embedded& embedded) {
  if (embedded.equipment.empty()) return std::nullopt;
  return engine::core::blake2b(embedded.equipment);
}

Result<void> check_contents(const std::string& path, const RecordHeader& header, const Embedded& embedded,
                            std::span<const runner::AttemptEvent> events) {
  const auto refuse = [&](std::string message) {
    return fail(Error{.message = std::move(message), .file = path});
  };
  if (const auto fault = range_fault(header)) return refuse(fault->message);
  if (embedded.lesson.size() > kMaxLessonBytes)
    return refuse("the lesson is larger than the 8 MiB that a record can hold");
  if (engine::core::blake2b(embedded.lesson) != header.lesson_hash)
    return refuse("lesson_hash is not that of the lesson's bytes");
  if (embedded.equipment.size() > kMaxPayloadBytes)
    return refuse("the equipment is larger than the 1 MiB that a record can hold");
  if (hash_of_equipment(embedded) != header.equipment_hash)
    return refuse("equipment_hash is not that of the equipment's bytes");
  if (events.size() > kMaxRecordEvents) return refuse("more events than a record may hold");
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto fault = range_fault(events[i]))
      return refuse("event " + std::to_string(i) + ": " + fault->message);
    if (std::holds_alternative<runner::Finished>(events[i]) && i + 1 != events.size())
      return refuse("event " + std::to_string(i) + ": the attempt ends before its last event");
  }
  return {};
}

int fill(Database& database, std::span<const Bytes> opening, std::span<const Bytes> rest,
         const Chain& chain) {
  // The file is thrown away unless it is complete, so it needs no journal of its own.
  for (const char* sql : {"PRAGMA journal_mode=MEMORY", "PRAGMA synchronous=FULL", "BEGIN IMMEDIATE"})
    if (const int code = database.run(sql); code != SQLITE_OK) return code;
  int code = make_tables(database);
  if (code == SQLITE_OK) code = put_frames(database, 0, opening);
  if (code == SQLITE_OK) code = put_frames(database, opening.size(), rest);
  if (code == SQLITE_OK) code = put_closing(database, chain, {});
  return code == SQLITE_OK ? database.run("COMMIT") : code;
}

Result<void> write_file(const std::string& path, std::span<const Bytes> opening, std::span<const Bytes> rest,
                        const Chain& chain) {
  auto database = Database::open(path, Access::Create);
  if (!database) return fail(database.error());
  if (const int code = fill(*database, opening, rest, chain); code != SQLITE_OK)
    return fail(sqlite_error(*database, code, path));
  return {};
}

}  // namespace

bool left_open(const std::string& path) {
  std::array<char, 20> head{};
  std::ifstream in(path, std::ios::binary);
  return in.read(head.data(), head.size()) && std::memcmp(head.data(), "SQLite format 3", 16) == 0 &&
         head[18] == 2;
}

bool in_use(const std::string& path) {
  // Who writes it has its log; and where none is, a look would lay one.
  if (left_open(path) && !std::filesystem::exists(path + "-wal")) return false;
  auto database = Database::open(path, Access::Read);
  std::int64_t ignored = 0;
  const int code = database ? primary(database->read_number("PRAGMA application_id", ignored)) : SQLITE_OK;
  return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

Result<Record> read_record(const std::string& path, ReadMode mode) {
  auto found = scan_file(path);
  if (!found) return fail(found.error());
  const std::string left = std::to_string(found->decoder.record().valid_frames) + " frames up to " +
                           std::to_string(found->decoder.record().valid_to_us.us) + " us are good";
  if (!found->damage.empty() && mode == ReadMode::Strict)
    return fail(Error{.message = "is damaged: " + found->damage + "; " + left, .file = path});
  if (!found->decoder.has_opening())
    return fail(Error{.message = "is damaged: " + found->damage + "; nothing can be salvaged", .file = path});
  Record record = found->decoder.release();
  record.salvaged = !found->damage.empty();
  record.unclosed = !found->closed;
  return record;
}

Result<Verification> verify_record(const std::string& path) {
  auto found = scan_file(path);
  if (!found) return fail(found.error());
  const Record& record = found->decoder.record();
  Verification result;
  result.intact = found->damage.empty();
  result.valid_frames = record.valid_frames;
  result.valid_to_us = record.valid_to_us;
  result.reason = found->damage;
  result.finished = record.finished;
  result.unclosed = !found->closed;
  result.never_closed = found->never_closed;
  if (result.intact) result.reason = what_may_be_missing(path, *found);
  result.intact = result.reason.empty();
  if (record.valid_frames > 0) result.header = record.header;
  result.head = record.head;
  return result;
}

Result<void> write_record(const std::string& path, const RecordHeader& header, const Embedded& embedded,
                          std::span<const runner::AttemptEvent> events) {
  if (auto good = check_contents(path, header, embedded, events); !good) return good;
  // A new file under an old journal would be "recovered" into nonsense.
  for (const char* beside : {"-wal", "-journal"})
    if (exists_with_content(path + beside))
      return fail(
          Error{.message = "is in use or was left open by a program that stopped; it is not overwritten",
                .file = path});
  Chain chain;
  const auto opening = opening_frames(chain, header, embedded);
  const auto rest = event_frames(chain, events);
  const auto temporary = make_temporary_beside(path);
  if (!temporary) return fail(temporary.error());
  if (auto written = write_file(*temporary, opening, rest, chain); !written) {
    ::unlink(temporary->c_str());
    Error error = written.error();
    error.file = path;
    return fail(std::move(error));
  }
  return put_in_place(*temporary, path);
}

}  // namespace trainer::store
