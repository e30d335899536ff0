// An unfinished record that is being written: one SQLite connection that nobody else may share
// (WAL, exclusive, synchronous=FULL). For one thread at a time; RecordWriter gives it a thread of its own.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "trainer/store/database.h"
#include "trainer/store/files.h"
#include "trainer/store/frame.h"
#include "trainer/store/record.h"
#include "trainer/store/standing.h"

namespace trainer::store {

constexpr int kGone = SQLITE_READONLY_DBMOVED;

class RecordFile {
 public:
  struct Opened;
  enum class Ending { Refuse, Allow };
  // Opens a record and recovers what a crash left in the WAL; nothing valid is dropped. Error, with the
  // file as it was: in use, damaged, not a record, or finished where that is refused.
  static engine::core::Result<Opened> open(const std::string& path, Ending ending,
                                           const std::string& vfs = {});

  // Durable when it returns SQLITE_OK. Otherwise nothing of these events is in the file, and the next
  // call starts from the same place. kGone: the file is no longer there, and nothing of it is safe.
  // Precondition: events without range faults.
  [[nodiscard]] int commit(std::span<const runner::AttemptEvent> events);

  // Checkpoint, closing mark, no WAL: the file stands alone and is free. Also on failure the file is let
  // go; what was committed is in it. Without a standing, one that is there stays while nothing was added.
  // Nothing can be committed afterwards.
  [[nodiscard]] engine::core::Result<void> close(const std::optional<Standing>& standing = {});
  void let_go() { database_.close(); }

  // Whether the file that is written is still the one that lies there: a folder that is removed takes it
  // along, and what is written then goes nowhere, without a failure.
  [[nodiscard]] bool there() const;

  [[nodiscard]] engine::core::Error error(int code) const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  RecordFile(std::string path, Database database) : path_(std::move(path)), database_(std::move(database)) {}
  [[nodiscard]] int take_hold();
  [[nodiscard]] int mark_open();
  [[nodiscard]] int commit_frames(const Chain& next, std::span<const Bytes> frames);
  [[nodiscard]] int mark_closed(const std::optional<Standing>& standing);
  [[nodiscard]] int leave();

  std::string path_;
  FileMark mark_, wal_mark_;  // which files are written
  Database database_;
  Chain chain_;
  bool closing_row_ = false;
  bool looks_open_ = true;  // the file itself, without its WAL
};

struct RecordFile::Opened {
  RecordFile file;
  Record record;
};

}  // namespace trainer::store
