// An unfinished record that is being written: one SQLite connection that nobody else may share
// (WAL, exclusive, synchronous=FULL). For one thread at a time; RecordWriter gives it a thread of its own.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "trainer/store/database.h"
#include "trainer/store/frame.h"
#include "trainer/store/record.h"

namespace trainer::store {

class RecordFile {
 public:
  struct Opened;
  // Opens an unfinished record and recovers what a crash left in the WAL. Error: in use, finished,
  // damaged, or not a record. Nothing valid is dropped.
  static engine::core::Result<Opened> open(const std::string& path, const std::string& vfs = {});

  // Durable when it returns SQLITE_OK. Otherwise nothing of these events is in the file, and the next
  // call starts from the same place. Precondition: events without range faults.
  [[nodiscard]] int commit(std::span<const runner::AttemptEvent> events);

  // Checkpoint, closing mark, no WAL: the file stands alone. Further commits are a broken contract.
  [[nodiscard]] engine::core::Result<void> close();

  [[nodiscard]] engine::core::Error error(int code) const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  RecordFile(std::string path, Database database) : path_(std::move(path)), database_(std::move(database)) {}
  [[nodiscard]] int take_hold();
  [[nodiscard]] int commit_frames(const Chain& next, std::span<const Bytes> frames);
  [[nodiscard]] int leave();

  std::string path_;
  Database database_;
  Chain chain_;
  bool closing_row_ = false;
};

struct RecordFile::Opened {
  RecordFile file;
  Record record;
};

}  // namespace trainer::store
