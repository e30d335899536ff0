// A SQLite connection with the settings for files of uncertain origin: schema not trusted, defensive, no
// triggers or views, cells checked, no memory map, low limits. Every call gives a code, none throws.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <sqlite3.h>

#include "engine/core/result.h"
#include "trainer/store/bytes.h"

namespace trainer::store {

enum class Access { Read, Write, Create };

class Database {
 public:
  // vfs: name of a registered SQLite VFS; empty for the system's.
  static engine::core::Result<Database> open(const std::string& path, Access access,
                                             const std::string& vfs = {});

  // SQLITE_OK, or SQLite's extended code; `message()` says more until the next call.
  [[nodiscard]] int run(const char* sql);
  // The first column of the first row.
  [[nodiscard]] int read_number(const char* sql, std::int64_t& value);
  [[nodiscard]] int read_text(const char* sql, std::string& value);

  // For reading what is left: SQLite otherwise refuses every page of a file that was cut short.
  void tolerate_damage();

  void close() { handle_.reset(); }  // nothing may be asked of it afterwards

  [[nodiscard]] std::string message() const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}

  std::unique_ptr<sqlite3, Close> handle_;
};

class Statement {
 public:
  // `prepared()` is SQLITE_OK, or why there is no statement; stepping then gives the same code.
  Statement(const Database& database, const char* sql);
  [[nodiscard]] int prepared() const { return code_; }

  void bind(int place, std::int64_t value);
  void bind(int place, ByteView value);  // the bytes must outlive the next step
  [[nodiscard]] int step();              // SQLITE_ROW, SQLITE_DONE or a failure
  void reset();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] ByteView bytes(int column) const;  // until the next step
  [[nodiscard]] std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int code_ = SQLITE_OK;
};

// The primary code: SQLITE_IOERR of SQLITE_IOERR_FSYNC.
constexpr int primary(int code) {
  return code & 0xFF;
}

}  // namespace trainer::store
