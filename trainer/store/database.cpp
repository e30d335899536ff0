#include "trainer/store/database.h"

#include "trainer/store/limits.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

int open_flags(Access access) {
  const int mode = access == Access::Read    ? SQLITE_OPEN_READONLY
                   : access == Access::Write ? SQLITE_OPEN_READWRITE
                                             : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  return mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
}

// SQLite documentation, "Defense Against The Dark Arts".
void harden(sqlite3* db) {
  sqlite3_extended_result_codes(db, 1);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, static_cast<int>(kMaxLessonBytes + (64u << 10)));
  sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 4096);
  sqlite3_limit(db, SQLITE_LIMIT_COLUMN, 32);
  sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 16);
  sqlite3_limit(db, SQLITE_LIMIT_COMPOUND_SELECT, 2);
  sqlite3_limit(db, SQLITE_LIMIT_VDBE_OP, 25'000);
  sqlite3_limit(db, SQLITE_LIMIT_FUNCTION_ARG, 8);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
}

}  // namespace

Result<Database> Database::open(const std::string& path, Access access, const std::string& vfs) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle, open_flags(access), vfs.empty() ? nullptr : vfs.c_str());
  Database database(handle);
  if (code != SQLITE_OK || handle == nullptr)
    return fail(Error{.message = "cannot be opened: " + database.message(), .file = path});
  harden(handle);
  sqlite3_busy_timeout(handle, access == Access::Read ? 200 : 2000);
  for (const char* setting : {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0",
                              "PRAGMA foreign_keys=ON"})
    if (database.run(setting) != SQLITE_OK) return fail(Error{.message = database.message(), .file = path});
  return database;
}

int Database::run(const char* sql) {
  Statement statement(*this, sql);
  int code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = statement.step();
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

int Database::read_number(const char* sql, std::int64_t& value) {
  Statement statement(*this, sql);
  const int code = statement.step();
  if (code == SQLITE_ROW) value = statement.number(0);
  return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

int Database::read_text(const char* sql, std::string& value) {
  Statement statement(*this, sql);
  const int code = statement.step();
  if (code == SQLITE_ROW) value = statement.text(0);
  return code == SQLITE_ROW || code == SQLITE_DONE ? SQLITE_OK : code;
}

void Database::tolerate_damage() {
  // SQLite's own recovery switch; it is honoured only without the defensive flag.
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
}

std::string Database::message() const {
  return handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory";
}

Statement::Statement(const Database& database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  code_ = sqlite3_prepare_v2(database.handle(), sql, -1, &statement, nullptr);
  statement_.reset(statement);
}

void Statement::bind(int place, std::int64_t value) {
  if (code_ == SQLITE_OK) code_ = sqlite3_bind_int64(statement_.get(), place, value);
}

void Statement::bind(int place, ByteView value) {
  if (code_ != SQLITE_OK) return;
  code_ = value.empty()
              ? sqlite3_bind_zeroblob(statement_.get(), place, 0)
              : sqlite3_bind_blob64(statement_.get(), place, value.data(), value.size(), SQLITE_STATIC);
}

int Statement::step() {
  return code_ == SQLITE_OK ? sqlite3_step(statement_.get()) : code_;
}

void Statement::reset() {
  if (statement_) sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

ByteView Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (data == nullptr || size <= 0) return {};
  return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size)};
}

std::string Statement::text(int column) const {
  const ByteView view = bytes(column);
  return {view.begin(), view.end()};
}

}  // namespace trainer::store
