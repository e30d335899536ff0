// Keeps the record of an attempt, whatever becomes of the place where it lies: on trouble the attempt goes on
// in memory, and the whole of it can be written to another place, or to a fresh file at the same one, from
// where it goes on. No call makes a file call or waits for one: a thread of its own does that.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/core/result.h"
#include "trainer/store/record_writer.h"

namespace trainer::store {

// How an attempt is kept at a moment.
struct Kept {
  std::string path;                            // its file, or the one it shall have; empty: no place yet
  std::uint64_t acknowledged = 0;              // events from the first on that are safe on disk there
  std::uint64_t appended = 0;                  // all of them
  std::chrono::milliseconds waits{};           // how long the oldest event that is not safe has been waiting
  std::optional<engine::core::Error> trouble;  // why they are not written; nothing: all well, or on their way
  bool opening = false;                        // a file is being made for the whole of it
  bool closed = false;                         // all is safe, the file stands alone
  bool given_up = false;                       // whoever worked knows that the rest is lost

  [[nodiscard]] bool safe() const { return !trouble && !opening && acknowledged == appended; }
};

class Keeper {
 public:
  // What every file of the attempt begins with.
  struct Beginning {
    RecordHeader header;
    std::vector<std::uint8_t> lesson, equipment;
  };

  // A new record at STEM.smprec, or beside it where that is taken.
  static std::shared_ptr<Keeper> anew(const std::string& stem, Beginning beginning,
                                      WriterOptions options = {});
  // Nowhere, and why: until somebody names a place.
  static std::shared_ptr<Keeper> nowhere(const std::string& stem, engine::core::Error why,
                                         Beginning beginning, WriterOptions options = {});
  // Goes on with an unfinished record that was opened.
  static std::shared_ptr<Keeper> going_on(const std::string& path, std::unique_ptr<RecordWriter> writer,
                                          Beginning beginning, WriterOptions options = {});

  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;
  ~Keeper();  // as close(), and waits for the disk: but not for one that is in trouble

  // Error: a value out of its range, or the attempt has its claim already; the event is then not recorded.
  engine::core::Result<void> append(runner::AttemptEvent event);
  [[nodiscard]] Kept kept() const;

  // A fresh file in that folder (empty: the one that was meant first), with all events until now, `all`, and
  // those to come. What was there stays until the new one is safe, is then put aside under another ending,
  // and goes once the new one is closed; but not for one that lies in a temporary folder.
  void keep_in(const std::string& folder, std::vector<runner::AttemptEvent> all);
  // The rest is lost, and that is known.
  void give_up();
  // At the end of a sitting: closes the file once all is safe, wherever that will be.
  void close(Standing standing);

  // Until all is safe and nothing is under way, or there is trouble. For whoever has no picture to draw.
  void wait() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Move {
    std::string stem;
    std::vector<runner::AttemptEvent> events;
  };

  Keeper(std::string stem, Beginning beginning, WriterOptions options);
  void begin_move(std::string stem, std::vector<runner::AttemptEvent> events);
  void start();
  void work(const std::stop_token& stop);
  void make_file(std::unique_lock<std::mutex>& lock);
  void take_over(std::unique_lock<std::mutex>& lock, std::unique_ptr<RecordWriter> writer, std::string path);
  void close_file(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] Kept kept_now() const;
  [[nodiscard]] bool can_close() const;

  const Beginning beginning_;
  const WriterOptions options_;
  const std::string first_stem_;

  mutable std::mutex mutex_;  // never held during a file call
  mutable std::condition_variable_any wake_;
  std::unique_ptr<RecordWriter> writer_;  // null: there is no file
  std::string path_;
  std::vector<std::string> parts_;  // put aside
  std::optional<Move> move_;        // waits for the thread
  bool opening_ = false;
  std::vector<runner::AttemptEvent> late_;  // came while a file was being made
  std::uint64_t appended_ = 0;
  Clock::time_point first_came_{};  // as long as there is no file, the oldest that is not safe
  bool ended_ = false;
  std::optional<engine::core::Error> trouble_;  // beside the writer's own
  std::optional<Standing> closing_;
  bool closed_ = false, given_up_ = false;

  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace trainer::store
