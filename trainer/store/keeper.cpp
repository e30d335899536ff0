#include "trainer/store/keeper.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <utility>

#include "trainer/store/event_codec.h"
#include "trainer/store/files.h"

namespace trainer::store {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using runner::AttemptEvent;
using std::chrono::milliseconds;

namespace {

// How often the thread looks whether a file that is to be closed has become whole.
constexpr milliseconds kLookEvery{20};

constexpr const char* kPartEnding = ".part";

// A part of an attempt that lies whole elsewhere: kept, but no list offers it any more.
void put_aside(const std::string& path) {
  for (const char* ending : {"", "-wal"})
    static_cast<void>(std::rename((path + ending).c_str(), (path + kPartEnding + ending).c_str()));
}

bool is_temporary(const std::string& path) {
  std::error_code problem;
  const auto folder = std::filesystem::temp_directory_path(problem);
  return !problem && path.starts_with((folder / "").string());
}

// Of what was put aside, once all of it lies whole and closed at `path`.
void remove_parts(const std::vector<std::string>& parts, const std::string& path) {
  for (const auto& part : parts)
    for (const char* ending : {"", "-wal"})
      if (!is_temporary(path) || is_temporary(part)) ::unlink((part + kPartEnding + ending).c_str());
}

}  // namespace

Keeper::Keeper(std::string stem, Beginning beginning, WriterOptions options)
    : beginning_(std::move(beginning)), options_(std::move(options)), first_stem_(std::move(stem)) {}

std::shared_ptr<Keeper> Keeper::anew(const std::string& stem, Beginning beginning, WriterOptions options) {
  std::shared_ptr<Keeper> keeper(new Keeper(stem, std::move(beginning), std::move(options)));
  keeper->begin_move(stem, {});
  keeper->start();
  return keeper;
}

std::shared_ptr<Keeper> Keeper::nowhere(const std::string& stem, Error why, Beginning beginning,
                                        WriterOptions options) {
  std::shared_ptr<Keeper> keeper(new Keeper(stem, std::move(beginning), std::move(options)));
  keeper->trouble_ = std::move(why);
  keeper->start();
  return keeper;
}

std::shared_ptr<Keeper> Keeper::going_on(const std::string& path, std::unique_ptr<RecordWriter> writer,
                                         Beginning beginning, WriterOptions options) {
  const std::string stem = std::filesystem::path(path).replace_extension().string();
  std::shared_ptr<Keeper> keeper(new Keeper(stem, std::move(beginning), std::move(options)));
  keeper->path_ = path;
  keeper->appended_ = writer->appended();
  keeper->writer_ = std::move(writer);
  keeper->start();
  return keeper;
}

void Keeper::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Keeper::~Keeper() {
  {
    const std::lock_guard lock(mutex_);
    if (!closing_) closing_ = Standing{};
  }
  thread_.request_stop();
  thread_.join();
}

Result<void> Keeper::append(AttemptEvent event) {
  if (auto fault = range_fault(event)) return fail(std::move(*fault));
  const std::lock_guard lock(mutex_);
  if (ended_) return fail("the attempt has ended; nothing can be added to its record");
  ended_ = std::holds_alternative<runner::Finished>(event);
  if (appended_ == 0) first_came_ = Clock::now();
  ++appended_;
  if (opening_) late_.push_back(event);
  if (writer_ != nullptr) return writer_->append(std::move(event));
  return {};
}

Kept Keeper::kept_now() const {
  Kept kept{.path = path_, .appended = appended_, .trouble = trouble_, .opening = opening_};
  kept.closed = closed_;
  kept.given_up = given_up_;
  if (closed_ && !trouble_) {
    kept.acknowledged = appended_;
    return kept;
  }
  if (writer_ != nullptr) {
    auto error = writer_->last_error();
    if (!error && writer_->fate() == RecordWriter::Fate::Writable) kept.trouble.reset();  // well again
    if (error && !kept.trouble) kept.trouble = std::move(error);
    kept.acknowledged = writer_->fate() == RecordWriter::Fate::Gone ? 0 : writer_->acknowledged();
    kept.waits = writer_->unsaved_for();
  } else if (appended_ > 0) {
    kept.waits = std::chrono::duration_cast<milliseconds>(Clock::now() - first_came_);
  }
  return kept;
}

Kept Keeper::kept() const {
  const std::lock_guard lock(mutex_);
  return kept_now();
}

void Keeper::begin_move(std::string stem, std::vector<AttemptEvent> events) {
  path_ = writer_ == nullptr ? stem + kRecordEnding : path_;
  move_ = Move{std::move(stem), std::move(events)};
  late_.clear();
  opening_ = true;
  given_up_ = false;
}

void Keeper::keep_in(const std::string& folder, std::vector<AttemptEvent> all) {
  const std::lock_guard lock(mutex_);
  if (opening_ || closed_) return;
  const auto name = std::filesystem::path(first_stem_).filename();
  begin_move(folder.empty() ? first_stem_ : (std::filesystem::path(folder) / name).string(), std::move(all));
  wake_.notify_all();
}

void Keeper::give_up() {
  const std::lock_guard lock(mutex_);
  given_up_ = true;
  wake_.notify_all();
}

void Keeper::close(Standing standing) {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  if (!closing_) closing_ = std::move(standing);
  wake_.notify_all();
}

void Keeper::wait() const {
  std::unique_lock lock(mutex_);
  const auto at_rest = [this] {
    const Kept kept = kept_now();
    if (kept.opening) return false;
    return kept.trouble || kept.given_up || (kept.safe() && (!closing_ || closed_));
  };
  while (!at_rest()) wake_.wait_for(lock, milliseconds(1));
}

bool Keeper::can_close() const {
  return closing_ && !closed_ && writer_ != nullptr && kept_now().safe();
}

void Keeper::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (true) {
    // A disk that is full may have room again: what is to be closed waits for that.
    const auto due = [this] { return move_.has_value() || can_close(); };
    while (!due() && !stop.stop_requested()) {
      if (closing_ && !closed_)
        wake_.wait_for(lock, stop, kLookEvery, due);
      else
        wake_.wait(lock, stop, [&] { return due() || (closing_ && !closed_); });
    }
    if (move_)
      make_file(lock);
    else if (can_close())
      close_file(lock);
    else if (kept_now().trouble || given_up_ || closed_ || writer_ == nullptr)
      break;  // asked to stop
    else
      wake_.wait_for(lock, kLookEvery);
  }
  // Closing is a file call, too: not of whoever lets go of the keeper.
  auto writer = std::move(writer_);
  lock.unlock();
  writer.reset();
}

void Keeper::make_file(std::unique_lock<std::mutex>& lock) {
  const Move move = std::move(*std::exchange(move_, std::nullopt));
  lock.unlock();
  std::string path;
  Result<std::unique_ptr<RecordWriter>> made;
  if (auto folder = make_folders(std::filesystem::path(move.stem).parent_path().string()); !folder) {
    made = fail(folder.error());
  } else {
    path = free_name(move.stem, kRecordEnding);
    made = RecordWriter::create(path, beginning_.header, {beginning_.lesson, beginning_.equipment},
                                move.events, options_);
  }
  lock.lock();
  opening_ = false;
  if (made) return take_over(lock, std::move(*made), std::move(path));
  trouble_ = made.error();
  late_.clear();
}

void Keeper::take_over(std::unique_lock<std::mutex>& lock, std::unique_ptr<RecordWriter> writer,
                       std::string path) {
  for (auto& event : late_)
    static_cast<void>(writer->append(std::move(event)));  // they were looked at before
  late_.clear();
  std::swap(writer_, writer);
  std::swap(path_, path);
  trouble_.reset();
  if (writer == nullptr) return;
  const bool there = path != path_ && writer->fate() != RecordWriter::Fate::Gone;
  lock.unlock();
  writer.reset();
  if (there) put_aside(path);
  lock.lock();
  if (there) parts_.push_back(std::move(path));
}

void Keeper::close_file(std::unique_lock<std::mutex>& lock) {
  const Standing standing = *closing_;
  RecordWriter& writer = *writer_;
  const auto parts = std::exchange(parts_, {});
  const std::string path = path_;
  lock.unlock();
  const auto done = writer.finish(standing == Standing{} ? std::nullopt : std::optional(standing));
  if (done) remove_parts(parts, path);
  lock.lock();
  // All of it is safe. A file that could not be tidied is put in order where it is opened next.
  closed_ = done.has_value() || writer.fate() != RecordWriter::Fate::Gone;
  if (!closed_) trouble_ = done.error();
}

}  // namespace trainer::store
