#include "trainer/store/record_writer.h"

#include <algorithm>
#include <utility>

#include "trainer/store/event_codec.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using runner::AttemptEvent;

namespace {

// Whether the needle touches after this event; nothing when the event says nothing about it.
std::optional<bool> contact_after(const AttemptEvent& event) {
  const auto* of_sim = std::get_if<engine::sim::Event>(&event);
  if (!of_sim) return std::nullopt;
  if (const auto* moved = std::get_if<engine::sim::NeedleMoved>(of_sim)) return moved->sample.contact;
  if (std::holds_alternative<engine::sim::ContactInterrupted>(*of_sim)) return false;
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<RecordWriter>> RecordWriter::create(const std::string& path,
                                                           const RecordHeader& header,
                                                           const Embedded& embedded,
                                                           std::span<const AttemptEvent> events,
                                                           WriterOptions options) {
  if (auto written = write_record(path, header, embedded, events); !written) return fail(written.error());
  auto continued = open(path, RecordFile::Ending::Allow, std::move(options));
  if (!continued) return fail(continued.error());
  return std::move(continued->writer);
}

Result<RecordWriter::Continued> RecordWriter::continue_from(const std::string& path, WriterOptions options) {
  return open(path, RecordFile::Ending::Refuse, std::move(options));
}

Result<RecordWriter::Continued> RecordWriter::open(const std::string& path, RecordFile::Ending ending,
                                                   WriterOptions options) {
  auto opened = RecordFile::open(path, ending, options.vfs);
  if (!opened) return fail(opened.error());
  Continued continued;
  continued.record = std::move(opened->record);
  continued.writer.reset(new RecordWriter(std::move(opened->file), continued.record, std::move(options)));
  return continued;
}

Result<void> close_left_open(const std::string& path) {
  auto opened = RecordFile::open(path, RecordFile::Ending::Allow);
  if (!opened) return fail(opened.error());
  return opened->file.close();
}

RecordWriter::RecordWriter(RecordFile file, const Record& recorded, WriterOptions options)
    : file_(std::move(file)),
      options_(std::move(options)),
      acknowledged_(recorded.events.size()),
      ended_(recorded.finished) {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

RecordWriter::~RecordWriter() {
  static_cast<void>(finish());
}

Result<void> RecordWriter::append(AttemptEvent event) {
  if (auto fault = range_fault(event)) return fail(std::move(*fault));
  const std::lock_guard lock(mutex_);
  if (ended_) return fail("the attempt has ended; nothing can be added to its record");
  const auto contact = contact_after(event);
  ended_ = std::holds_alternative<runner::Finished>(event);
  urgent_ = urgent_ || ended_ || (in_contact_ && contact == false);
  in_contact_ = contact.value_or(in_contact_);
  if (waiting_.empty()) oldest_ = Clock::now();
  const bool first = waiting_.empty();
  waiting_.push_back(std::move(event));
  if (first || urgent_) wake_.notify_one();
  return {};
}

std::uint64_t RecordWriter::appended() const {
  const std::lock_guard lock(mutex_);
  return acknowledged_.load() + waiting_.size();
}

std::chrono::milliseconds RecordWriter::unsaved_for() const {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return std::chrono::milliseconds(0);
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - oldest_);
}

std::optional<Error> RecordWriter::last_error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

RecordWriter::Fate RecordWriter::fate() const {
  const std::lock_guard lock(mutex_);
  return fate_;
}

std::vector<AttemptEvent> RecordWriter::unsaved() const {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

RecordWriter::Clock::time_point RecordWriter::next_commit() const {
  return urgent_ ? not_before_ : std::max(not_before_, oldest_ + options_.commit_every);
}

void RecordWriter::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (fate_ == Fate::Writable) {
    const bool some = wake_.wait_for(lock, stop, options_.look_every, [this] { return !waiting_.empty(); });
    if (!some && stop.stop_requested()) return;  // nothing is left
    if (!some) {
      look_for_file(lock);
      continue;
    }
    while (!stop.stop_requested() && Clock::now() < next_commit())
      wake_.wait_until(lock, stop, next_commit(), [this] { return Clock::now() >= next_commit(); });
    commit_waiting(lock);
    if (stop.stop_requested() && error_) return;  // the last try failed
  }
}

// The events stay in `waiting_` until they are durable; the disk is waited for without the mutex.
void RecordWriter::commit_waiting(std::unique_lock<std::mutex>& lock) {
  const std::vector<AttemptEvent> batch = waiting_;
  const auto started = Clock::now();
  urgent_ = false;
  lock.unlock();
  const int code = file_.commit(batch);
  std::optional<Error> error;
  if (code != SQLITE_OK) error = file_.error(code);
  lock.lock();
  error_ = std::move(error);
  take_answer(code, batch.size(), started);
  if (code != SQLITE_OK || !options_.saved) return;
  lock.unlock();
  options_.saved(batch);
  lock.lock();
}

void RecordWriter::take_answer(int code, std::size_t count, Clock::time_point started) {
  if (code == SQLITE_OK) {
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    oldest_ = started;  // what is left came later
    acknowledged_.fetch_add(count, std::memory_order_release);
    return;
  }
  not_before_ = Clock::now() + options_.retry_every;
  if (code == kGone)
    fate_ = Fate::Gone;
  else if (primary(code) != SQLITE_FULL)
    fate_ = Fate::Broken;
}

void RecordWriter::look_for_file(std::unique_lock<std::mutex>& lock) {
  lock.unlock();
  const bool there = file_.there();
  lock.lock();
  if (there) return;
  error_ = file_.error(kGone);
  fate_ = Fate::Gone;
}

Result<void> RecordWriter::finish(const std::optional<Standing>& standing) {
  {
    const std::lock_guard lock(mutex_);
    if (finished_) return *finished_;
    ended_ = true;
  }
  thread_.request_stop();
  thread_.join();
  Result<void> closed;
  if (error_) {
    closed = fail(*error_);
    file_.let_go();
  } else {
    closed = file_.close(standing);
  }
  const std::lock_guard lock(mutex_);
  if (!closed && !error_) error_ = closed.error();
  if (!closed && !file_.there()) fate_ = Fate::Gone;
  finished_ = closed;
  return closed;
}

}  // namespace trainer::store
