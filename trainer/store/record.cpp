#include "trainer/store/record.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "trainer/store/codec.h"
#include "trainer/store/files.h"
#include "trainer/store/limits.h"
#include "trainer/store/record_table.h"

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

// A crash just while a record is opened or closed leaves a rollback journal, which needs a writer. A copy
// is rolled back in its stead, for reading changes nothing.
Result<Scan> scan_copy(const std::string& path) {
  const auto folder = TemporaryFolder::make();
  if (!folder) return fail(folder.error());
  const std::string copy = folder->path() + "/copy";
  for (const char* ending : {"", "-journal"}) {
    std::error_code problem;
    std::filesystem::copy_file(path + ending, copy + ending, problem);
    if (problem) return fail(Error{.message = "cannot be copied: " + problem.message(), .file = path});
  }
  return scan_at(copy, Access::Write, path);
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
  return needs_rollback(path) ? scan_copy(path) : scan_at(path, Access::Read, path);
}

Result<void> check_contents(const std::string& path, const RecordHeader& header, ByteView lesson_bytes,
                            std::span<const runner::AttemptEvent> events) {
  const auto refuse = [&](std::string message) { return fail(Error{.message = std::move(message), .file = path}); };
  if (const auto fault = range_fault(header)) return refuse(fault->message);
  if (lesson_bytes.size() > kMaxLessonBytes) return refuse("the lesson is larger than the 8 MiB that a record can hold");
  if (engine::core::blake2b(lesson_bytes) != header.lesson_hash) return refuse("lesson_hash is not that of the lesson's bytes");
  if (events.size() > kMaxRecordEvents) return refuse("more events than a record may hold");
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto fault = range_fault(events[i])) return refuse("event " + std::to_string(i) + ": " + fault->message);
    if (std::holds_alternative<runner::Finished>(events[i]) && i + 1 != events.size())
      return refuse("event " + std::to_string(i) + ": the attempt ends before its last event");
  }
  return {};
}

int fill(Database& database, std::span<const Bytes> opening, std::span<const Bytes> rest, const Chain& chain) {
  // The file is thrown away unless it is complete, so it needs no journal of its own.
  for (const char* sql : {"PRAGMA journal_mode=MEMORY", "PRAGMA synchronous=FULL", "BEGIN IMMEDIATE"})
    if (const int code = database.run(sql); code != SQLITE_OK) return code;
  int code = make_tables(database);
  if (code == SQLITE_OK) code = put_frames(database, 0, opening);
  if (code == SQLITE_OK) code = put_frames(database, opening.size(), rest);
  if (code == SQLITE_OK) code = put_closing(database, chain);
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

Result<Record> read_record(const std::string& path, Reading reading) {
  auto found = scan_file(path);
  if (!found) return fail(found.error());
  const std::string left = std::to_string(found->decoder.record().valid_frames) + " frames up to " +
                           std::to_string(found->decoder.record().valid_to_us) + " us are good";
  if (!found->damage.empty() && reading == Reading::Strict)
    return fail(Error{.message = "is damaged: " + found->damage + "; " + left, .file = path});
  if (!found->decoder.has_lesson())
    return fail(Error{.message = "is damaged: " + found->damage + "; nothing can be salvaged", .file = path});
  Record record = found->decoder.take();
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
  if (record.valid_frames > 0) result.header = record.header;
  result.head = record.head;
  return result;
}

Result<void> write_record(const std::string& path, const RecordHeader& header, std::span<const std::uint8_t> lesson_bytes,
                          std::span<const runner::AttemptEvent> events) {
  if (auto good = check_contents(path, header, lesson_bytes, events); !good) return good;
  // A new file under an old journal would be "recovered" into nonsense.
  for (const char* beside : {"-wal", "-journal"})
    if (exists_with_content(path + beside))
      return fail(Error{.message = "is in use or was left open by a program that stopped; it is not overwritten", .file = path});
  Chain chain;
  const auto opening = opening_frames(chain, header, lesson_bytes);
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
