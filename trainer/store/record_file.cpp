#include "trainer/store/record_file.h"

#include <unistd.h>

#include <utility>

#include "trainer/store/files.h"
#include "trainer/store/record_table.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

// Exclusive before the first access: SQLite then keeps the WAL index in memory and a second writer or
// reader, in any process, is told that the file is busy.
//
// A file that is let go after a fault keeps its WAL: an open record without one is a copy that lacks its end.
int RecordFile::take_hold() {
  sqlite3_db_config(database_.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  for (const char* sql :
       {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
        "PRAGMA wal_autocheckpoint=1000", "BEGIN IMMEDIATE", "COMMIT"})
    if (const int code = database_.run(sql); code != SQLITE_OK) return code;
  return SQLITE_OK;
}

namespace {

Result<Scan> checked(Result<Scan> found, const std::string& path, RecordFile::Ending ending) {
  if (!found) return found;
  if (!found->damage.empty()) return fail(Error{.message = "is damaged: " + found->damage, .file = path});
  if (ending == RecordFile::Ending::Refuse && found->decoder.record().finished)
    return fail(Error{.message = "is finished; nothing can be added", .file = path});
  return found;
}

Result<Scan> look(const std::string& path, Access access, const std::string& vfs) {
  auto database = Database::open(path, access, vfs);
  if (!database) return fail(database.error());
  return scan(*database, path);
}

// Before anything is changed, so that no foreign database is turned into a WAL one. Only a journal left
// by a crash in the middle of closing needs more than reading: SQLite rolls it back.
Result<void> look_first(const std::string& path, RecordFile::Ending ending, const std::string& vfs) {
  if (auto plain = check_plain_file(path); !plain) return plain;
  const Access access = exists_with_content(path + "-journal") ? Access::Write : Access::Read;
  const auto found = checked(look(path, access, vfs), path, ending);
  if (!found) return fail(found.error());
  return {};
}

}  // namespace

Result<RecordFile::Opened> RecordFile::open(const std::string& path, Ending ending, const std::string& vfs) {
  if (auto good = look_first(path, ending, vfs); !good) return fail(good.error());
  auto database = Database::open(path, Access::Write, vfs);
  if (!database) return fail(database.error());
  Opened opened{RecordFile(path, std::move(*database)), {}};
  if (const int code = opened.file.take_hold(); code != SQLITE_OK) return fail(opened.file.error(code));
  auto found = checked(scan(opened.file.database_, path), path, ending);
  if (!found) return fail(found.error());
  opened.file.chain_ = found->decoder.chain();
  opened.file.closing_row_ = found->closed;
  opened.record = found->decoder.release();
  opened.record.unclosed = !found->closed;
  opened.file.mark_ = file_mark(path);
  opened.file.wal_mark_ = file_mark(path + "-wal");
  return opened;
}

// The closing row goes before the first dot comes, and from the file itself: a copy of it without its WAL
// must not read as closed.
int RecordFile::mark_open() {
  if (closing_row_) {
    int code = database_.run("BEGIN IMMEDIATE");
    if (code == SQLITE_OK) code = drop_closing(database_);
    if (code == SQLITE_OK) code = database_.run("COMMIT");
    if (code != SQLITE_OK) return code;
    closing_row_ = looks_open_ = false;
  }
  if (looks_open_) return SQLITE_OK;
  const int code = database_.run("PRAGMA wal_checkpoint(TRUNCATE)");
  looks_open_ = code == SQLITE_OK;
  return code;
}

int RecordFile::commit_frames(const Chain& next, std::span<const Bytes> frames) {
  int code = mark_open();
  if (code == SQLITE_OK) code = database_.run("BEGIN IMMEDIATE");
  if (code == SQLITE_OK) code = put_frames(database_, chain_.next_seq(), frames);
  if (code == SQLITE_OK) code = database_.run("COMMIT");
  if (code == SQLITE_OK) {
    chain_ = next;
  } else if (sqlite3_get_autocommit(database_.handle()) == 0) {
    static_cast<void>(database_.run("ROLLBACK"));  // the first failure is the one that is told
  }
  return code;
}

int RecordFile::commit(std::span<const runner::AttemptEvent> events) {
  if (!there()) return kGone;
  Chain next = chain_;
  const auto frames = event_frames(next, events);
  if (const int code = commit_frames(next, frames); code != SQLITE_OK) return code;
  if (wal_mark_ == FileMark{}) wal_mark_ = file_mark(path_ + "-wal");
  return there() ? SQLITE_OK : kGone;
}

bool RecordFile::there() const {
  return file_mark(path_) == mark_ && (wal_mark_ == FileMark{} || file_mark(path_ + "-wal") == wal_mark_);
}

int RecordFile::leave() {
  for (const char* sql : {"PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode=DELETE"})
    if (const int code = database_.run(sql); code != SQLITE_OK) return code;
  return SQLITE_OK;
}

int RecordFile::mark_closed(const std::optional<Standing>& standing) {
  int code = database_.run("BEGIN IMMEDIATE");
  const bool renew = !closing_row_ || standing.has_value();
  if (code == SQLITE_OK && closing_row_ && renew) code = drop_closing(database_);
  if (code == SQLITE_OK && renew) code = put_closing(database_, chain_, standing);
  if (code == SQLITE_OK) code = database_.run("COMMIT");
  return code;
}

Result<void> RecordFile::close(const std::optional<Standing>& standing) {
  int code = there() ? mark_closed(standing) : kGone;
  // A reader of the crashed file may have left an index that nobody needs now that the WAL is in memory.
  if (code == SQLITE_OK) ::unlink((path_ + "-shm").c_str());
  if (code == SQLITE_OK) code = leave();
  if (code == SQLITE_OK) wal_mark_ = {};  // it went with its work done
  if (code == SQLITE_OK && !there()) code = kGone;
  std::optional<Error> failure;
  if (code != SQLITE_OK) failure = error(code);
  let_go();
  if (failure) return fail(std::move(*failure));
  return {};
}

Error RecordFile::error(int code) const {
  if (code == kGone)
    return {.message = "is no longer there: it, or its folder, was removed or replaced", .file = path_};
  return sqlite_error(database_, code, path_);
}

}  // namespace trainer::store
