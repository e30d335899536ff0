// Writes an attempt down while it happens, on a thread of its own. A dot is acknowledged when the commit
// that holds it has returned; what is acknowledged survives a kill of the program and a loss of power.
//
// A full disk: the writer tells, keeps the events and tries again every second. Any other failure (after a
// failed fsync nothing about the file can be believed): it tells, stops acknowledging for good and keeps
// the events in `unsaved()`. `Keeper` (keeper.h) then takes the whole attempt to another place.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "trainer/store/record_file.h"

namespace trainer::store {

struct WriterOptions {
  std::chrono::milliseconds commit_every{100};  // docs/design.md 3; a lift commits at once
  std::chrono::milliseconds retry_every{1000};  // when the disk is full
  std::chrono::milliseconds look_every{1000};   // whether the file is still there, while nothing is written
  std::string vfs = {};                         // a registered SQLite VFS; empty: the system's
  // Told on the writer's thread what a commit made durable, once it has returned and is acknowledged.
  std::function<void(std::span<const runner::AttemptEvent>)> saved = {};
};

class RecordWriter {
 public:
  // A new unfinished record; `events` are what it starts with (a branch's copy of its parent).
  static engine::core::Result<std::unique_ptr<RecordWriter>> create(
      const std::string& path, const RecordHeader& header, const Embedded& embedded,
      std::span<const runner::AttemptEvent> events = {}, WriterOptions options = {});

  struct Continued;
  // Reopens an unfinished record, also after a crash. Error: in use, finished, damaged (make a branch of
  // what `read_record` salvages), or not a record.
  static engine::core::Result<Continued> continue_from(const std::string& path, WriterOptions options = {});

  RecordWriter(const RecordWriter&) = delete;
  RecordWriter& operator=(const RecordWriter&) = delete;
  ~RecordWriter();  // as finish(), without telling

  // Only puts the event in a queue: no file call, no wait for one. Error: a value out of its range, or the
  // attempt has its claim already; the event is then not recorded.
  engine::core::Result<void> append(runner::AttemptEvent event);

  [[nodiscard]] std::uint64_t acknowledged() const { return acknowledged_.load(std::memory_order_acquire); }
  [[nodiscard]] std::uint64_t appended() const;                 // with those the record started with
  [[nodiscard]] std::chrono::milliseconds unsaved_for() const;  // age of the oldest event not acknowledged
  [[nodiscard]] std::optional<engine::core::Error> last_error() const;  // nothing once saving works again
  [[nodiscard]] std::vector<runner::AttemptEvent> unsaved() const;
  // What becomes of this file. Broken: nothing more is written to it. Gone: it was removed while it was
  // written; then not even what was acknowledged is safe.
  enum class Fate { Writable, Broken, Gone };
  [[nodiscard]] Fate fate() const;

  // Commits the rest and closes the file so that it stands alone: at the end of a sitting, and after the
  // claim was appended. `standing`: of the work, for lists. Waits for the disk. Later calls answer the same.
  engine::core::Result<void> finish(const std::optional<Standing>& standing = {});

 private:
  using Clock = std::chrono::steady_clock;

  static engine::core::Result<Continued> open(const std::string& path, RecordFile::Ending ending,
                                              WriterOptions options);
  RecordWriter(RecordFile file, const Record& recorded, WriterOptions options);
  void work(const std::stop_token& stop);
  [[nodiscard]] Clock::time_point next_commit() const;
  void commit_waiting(std::unique_lock<std::mutex>& lock);
  void look_for_file(std::unique_lock<std::mutex>& lock);
  void take_answer(int code, std::size_t count, Clock::time_point started);

  RecordFile file_;  // the thread's, until it has ended
  WriterOptions options_;
  std::atomic<std::uint64_t> acknowledged_;

  mutable std::mutex mutex_;  // never held during a file call
  std::condition_variable_any wake_;
  std::vector<runner::AttemptEvent> waiting_;
  Clock::time_point oldest_;      // when the first of `waiting_` came
  Clock::time_point not_before_;  // of the next try, after a full disk
  bool urgent_ = false;           // a lift: commit now
  bool in_contact_ = false;
  bool ended_ = false;  // the claim was appended, or finish() called
  Fate fate_ = Fate::Writable;
  std::optional<engine::core::Error> error_;
  std::optional<engine::core::Result<void>> finished_;

  std::jthread thread_;  // last: it uses all of the above
};

// Makes a record that a crash left open (`Record::unclosed`) stand alone again, finished or not.
engine::core::Result<void> close_left_open(const std::string& path);

struct RecordWriter::Continued {
  std::unique_ptr<RecordWriter> writer;
  Record record;
};

}  // namespace trainer::store
