#include "trainer/store/record_table.h"

#include <algorithm>

#include "engine/scalp/client.h"
#include "engine/scoring/criterion.h"
#include "trainer/store/limits.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr const char* kMakeChunk = "CREATE TABLE chunk(seq INTEGER PRIMARY KEY, frame BLOB NOT NULL) STRICT";
constexpr const char* kMakeClosing =
    "CREATE TABLE closing(frames INTEGER NOT NULL, head BLOB NOT NULL, standing BLOB) STRICT";

Error of_file(const std::string& path, std::string message) {
  return {.message = std::move(message), .file = path};
}

Result<void> check_versions(const RecordHeader& header, const std::string& path) {
  if (header.geometry != engine::scalp::kGeometryVersion)
    return fail(of_file(path, "was made with geometry " + std::to_string(header.geometry) +
                                  ", this program has geometry " +
                                  std::to_string(engine::scalp::kGeometryVersion)));
  if (header.scorer != engine::scoring::kScorerVersion)
    return fail(of_file(path, "was made with scorer " + std::to_string(header.scorer) +
                                  ", this program has scorer " +
                                  std::to_string(engine::scoring::kScorerVersion)));
  return {};
}

// Nothing but our two tables may be there: a foreign view or index could stand in for them.
std::string schema_damage(Database& database) {
  Statement rows(database, "SELECT sql FROM sqlite_schema ORDER BY name");
  for (const char* expected : {kMakeChunk, kMakeClosing})
    if (rows.step() != SQLITE_ROW || rows.text(0) != expected) return "the tables are not those of a record";
  return rows.step() == SQLITE_DONE ? "" : "there are more tables than a record has";
}

std::string page_damage(Database& database) {
  std::string answer;
  const int code = database.read_text("PRAGMA quick_check(1)", answer);
  if (code != SQLITE_OK) return "the file's pages cannot be read: " + database.message();
  return answer == "ok" ? "" : "the file's pages are damaged";
}

std::string frame_damage(std::uint64_t seq, const std::string& reason) {
  return "frame " + std::to_string(seq) + ": " + reason;
}

// Feeds rows to the decoder until one is not the next frame. Empty: all rows were.
std::string read_frames(Database& database, RecordDecoder& decoder) {
  Statement rows(database, "SELECT seq, frame FROM chunk ORDER BY seq");
  int code = rows.step();
  for (; code == SQLITE_ROW; code = rows.step()) {
    const std::uint64_t seq = decoder.chain().next_seq();
    if (seq >= kMaxRecordFrames) return "more frames than a record may hold";
    if (rows.number(0) != static_cast<std::int64_t>(seq)) return frame_damage(seq, "it is missing");
    const auto accepted = decoder.accept(rows.bytes(1));
    if (!accepted) return frame_damage(seq, accepted.error().message);
  }
  if (code != SQLITE_DONE)
    return frame_damage(decoder.chain().next_seq(), "it cannot be read: " + database.message());
  return decoder.has_opening() ? "" : "header, lesson or equipment is missing";
}

// Empty when the closing row fits the frames, or when there is none (then `closed` stays false).
std::string closing_damage(Database& database, Scan& found) {
  const Chain& chain = found.decoder.chain();
  Statement rows(database, "SELECT frames, head FROM closing");
  const int code = rows.step();
  found.never_closed = code == SQLITE_DONE;
  if (found.never_closed) return "";
  if (code != SQLITE_ROW) return "the closing mark cannot be read: " + database.message();
  const ByteView head = rows.bytes(1);
  found.closed = rows.number(0) == static_cast<std::int64_t>(chain.next_seq()) &&
                 std::equal(head.begin(), head.end(), chain.head().begin(), chain.head().end());
  if (found.closed) return "";
  return "it was closed with " + std::to_string(rows.number(0)) + " frames, " +
         std::to_string(chain.next_seq()) + " are left";
}

}  // namespace

int make_tables(Database& database) {
  const std::string id = "PRAGMA application_id=" + std::to_string(kApplicationId);
  const std::string format = "PRAGMA user_version=" + std::to_string(kFormatVersion);
  for (const char* sql : {id.c_str(), format.c_str(), kMakeChunk, kMakeClosing})
    if (const int code = database.run(sql); code != SQLITE_OK) return code;
  return SQLITE_OK;
}

int put_frames(Database& database, std::uint64_t first_seq, std::span<const Bytes> frames) {
  Statement insert(database, "INSERT INTO chunk(seq, frame) VALUES(?1, ?2)");
  for (const Bytes& frame : frames) {
    insert.bind(1, static_cast<std::int64_t>(first_seq++));
    insert.bind(2, ByteView(frame));
    if (const int code = insert.step(); code != SQLITE_DONE) return code;
    insert.reset();
  }
  return insert.prepared();
}

int put_closing(Database& database, const Chain& chain, const std::optional<Standing>& standing) {
  Statement insert(database, "INSERT INTO closing(frames, head, standing) VALUES(?1, ?2, ?3)");
  const Bytes bytes = standing ? encode_standing(*standing, chain.head()) : Bytes{};
  insert.bind(1, static_cast<std::int64_t>(chain.next_seq()));
  insert.bind(2, ByteView(chain.head()));
  if (standing) insert.bind(3, ByteView(bytes));
  const int code = insert.step();
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

std::optional<Standing> standing_in(Database& database) {
  Statement row(database, "SELECT standing, head FROM closing");
  return row.step() == SQLITE_ROW ? decode_standing(row.bytes(0), row.bytes(1)) : std::nullopt;
}

int drop_closing(Database& database) {
  return database.run("DELETE FROM closing");
}

Result<void> check_owner(Database& database, const std::string& path, std::string& damage) {
  std::int64_t id = 0;
  std::int64_t format = 0;
  int code = database.read_number("PRAGMA application_id", id);
  if (primary(code) == SQLITE_CORRUPT) {
    damage = "the file is cut short or its first page is damaged";
    database.tolerate_damage();
    code = database.read_number("PRAGMA application_id", id);
  }
  if (code == SQLITE_OK) code = database.read_number("PRAGMA user_version", format);
  if (code != SQLITE_OK) return fail(sqlite_error(database, code, path));
  if (id != kApplicationId)
    return fail(of_file(path, id == 0 && format == 0
                                  ? "is empty or a database of another program, not a record"
                                  : "is a database of another program (application id " + std::to_string(id) +
                                        "), not a record"));
  if (format != kFormatVersion)
    return fail(of_file(path, "has record format " + std::to_string(format) + ", this program reads format " +
                                  std::to_string(kFormatVersion)));
  return {};
}

Result<Scan> scan(Database& database, const std::string& path) {
  Scan found;
  if (auto owner = check_owner(database, path, found.damage); !owner) return fail(owner.error());
  const auto note = [&](std::string damage) {
    if (found.damage.empty()) found.damage = std::move(damage);
  };
  note(schema_damage(database));
  note(read_frames(database, found.decoder));
  note(closing_damage(database, found));
  note(page_damage(database));
  if (found.decoder.chain().next_seq() > 0)
    if (auto same = check_versions(found.decoder.record().header, path); !same) return fail(same.error());
  return found;
}

Error sqlite_error(const Database& database, int code, const std::string& path) {
  switch (primary(code)) {
    case SQLITE_NOTADB:
      return of_file(path, "is not a record");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return of_file(
          path, "is in use: a program is writing it at this moment; finish or close the work there first");
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return of_file(path,
                     "was left open by a program that stopped and needs more than reading: continue it in "
                     "the trainer, or "
                     "copy it with the files -wal and -journal beside it to a folder that can be written");
    case SQLITE_CORRUPT:
      return of_file(path, "is damaged at its very start and cannot be read");
    case SQLITE_FULL:
      return of_file(path, "cannot be written: the disk is full");
    default:
      return of_file(path, "cannot be read or written: " + database.message());
  }
}

}  // namespace trainer::store
