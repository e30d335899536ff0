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
int RecordFile::take_hold() {
  for (const char* sql : {"PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                          "PRAGMA wal_autocheckpoint=1000", "BEGIN IMMEDIATE", "COMMIT"})
    if (const int code = database_.run(sql); code != SQLITE_OK) return code;
  return SQLITE_OK;
}

Result<RecordFile::Opened> RecordFile::open(const std::string& path, const std::string& vfs) {
  if (auto plain = check_plain_file(path); !plain) return fail(plain.error());
  // A look that changes nothing comes first, so that a foreign database is not turned into a WAL one.
  {
    auto reader = Database::open(path, Access::Read, vfs);
    if (!reader) return fail(reader.error());
    if (auto ours = scan(*reader, path); !ours) return fail(ours.error());
  }
  auto database = Database::open(path, Access::Write, vfs);
  if (!database) return fail(database.error());
  Opened opened{RecordFile(path, std::move(*database)), {}};
  if (const int code = opened.file.take_hold(); code != SQLITE_OK) return fail(opened.file.error(code));
  auto found = scan(opened.file.database_, path);
  if (!found) return fail(found.error());
  if (!found->damage.empty()) return fail(Error{.message = "is damaged: " + found->damage, .file = path});
  if (found->decoder.record().finished) return fail(Error{.message = "is finished; nothing can be added", .file = path});
  opened.file.chain_ = found->decoder.chain();
  opened.file.closing_row_ = found->closed;
  opened.record = found->decoder.take();
  opened.record.unclosed = !found->closed;
  return opened;
}

int RecordFile::commit_frames(const Chain& next, std::span<const Bytes> frames) {
  int code = database_.run("BEGIN IMMEDIATE");
  if (code == SQLITE_OK && closing_row_) code = drop_closing(database_);
  if (code == SQLITE_OK) code = put_frames(database_, chain_.next_seq(), frames);
  if (code == SQLITE_OK) code = database_.run("COMMIT");
  if (code == SQLITE_OK) {
    chain_ = next;
    closing_row_ = false;
  } else if (sqlite3_get_autocommit(database_.handle()) == 0) {
    static_cast<void>(database_.run("ROLLBACK"));  // the first failure is the one that is told
  }
  return code;
}

int RecordFile::commit(std::span<const runner::AttemptEvent> events) {
  Chain next = chain_;
  const auto frames = event_frames(next, events);
  return commit_frames(next, frames);
}

int RecordFile::leave() {
  for (const char* sql : {"PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode=DELETE"})
    if (const int code = database_.run(sql); code != SQLITE_OK) return code;
  return SQLITE_OK;
}

Result<void> RecordFile::close() {
  int code = database_.run("BEGIN IMMEDIATE");
  if (code == SQLITE_OK && !closing_row_) code = put_closing(database_, chain_);
  if (code == SQLITE_OK) code = database_.run("COMMIT");
  // A reader of the crashed file may have left an index that nobody needs now that the WAL is in memory.
  if (code == SQLITE_OK) ::unlink((path_ + "-shm").c_str());
  if (code == SQLITE_OK) code = leave();
  if (code != SQLITE_OK) return fail(error(code));
  closing_row_ = true;
  return {};
}

Error RecordFile::error(int code) const { return sqlite_error(database_, code, path_); }

}  // namespace trainer::store
