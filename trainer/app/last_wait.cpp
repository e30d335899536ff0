#include "trainer/app/last_wait.h"

#include <utility>

#include "trainer/words/counts.h"
#include "trainer/words/saving.h"

namespace trainer::app {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr milliseconds kLookEvery{50};

int whole_seconds(milliseconds time) {
  return static_cast<int>(duration_cast<seconds>(time).count());
}

}  // namespace

LastWait::LastWait(std::vector<std::shared_ptr<Recording>> recordings, Means means, Times times)
    : means_(std::move(means)), times_(times), recordings_(std::move(recordings)) {
  thread_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

LastWait::~LastWait() {
  for (const auto& r : recordings_) r->wait();
  std::vector<std::shared_ptr<Recording>> going;
  {
    const std::lock_guard lock(mutex_);
    latest_ = state_of(recordings_);
    going.swap(recordings_);
  }
  going.clear();  // their threads end here, or never: that is watched still
  thread_.request_stop();
}

LastWait::State LastWait::state_of(const std::vector<std::shared_ptr<Recording>>& recordings) {
  State state;
  for (const auto& r : recordings) {
    const Saved saved = r->saved();
    state.safe += saved.kept.acknowledged + (saved.kept.closed ? 1 : 0);
    state.lost += saved.dots - saved.dots_saved;
    state.given_up = state.given_up || saved.kept.given_up || saved.practice;
    if (saved.kept.path.empty()) continue;
    state.where.push_back(words::saved_where(saved.dots_saved, saved.dots, r->title(), saved.kept.path));
  }
  return state;
}

LastWait::State LastWait::now() {
  const std::lock_guard lock(mutex_);
  if (!recordings_.empty()) latest_ = state_of(recordings_);
  return latest_;
}

void LastWait::watch(const std::stop_token& stop) {
  auto since = Clock::now();
  std::uint64_t safe = 0;
  bool spoke = false;
  while (!stop.stop_requested()) {
    const State state = now();
    if (std::exchange(safe, state.safe) != state.safe) since = Clock::now();
    const auto waited = duration_cast<milliseconds>(Clock::now() - since);
    const auto patience = state.given_up ? times_.given_up : times_.patience;
    if (waited >= patience) return say_last(state, waited);
    if (!spoke && waited >= times_.silent) {
      means_.say(words::waiting_for_disk(whole_seconds(patience)));
      spoke = true;
    }
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, kLookEvery, [] { return false; });
  }
}

void LastWait::say_last(const State& state, milliseconds waited) const {
  means_.say(words::disk_given_up(whole_seconds(waited)));
  for (const auto& line : state.where) means_.say(line);
  if (state.lost > 0) means_.say(words::dots_lost(state.lost));
  means_.end();
}

}  // namespace trainer::app
