// What has been done in an attempt, in memory and on disk. Shared by the sitting where it happens and by
// whoever sees to it that it is saved (saving.h), also once the sitting's screen is gone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "trainer/runner/attempt.h"
#include "trainer/store/keeper.h"

namespace trainer::app {

// How many dots there were after how many events.
class DotsByEvent {
 public:
  void begin(const runner::Attempt& attempt, std::size_t events);
  void follow(const runner::Attempt& after, std::size_t events);
  [[nodiscard]] std::size_t now() const { return marks_.empty() ? 0 : marks_.back().second; }
  [[nodiscard]] std::size_t after(std::uint64_t events) const;

 private:
  std::vector<std::pair<std::uint64_t, std::size_t>> marks_;  // events, dots; only where that changed
  std::size_t seen_ = 0, withdrawn_ = 0, undone_ = 0;         // of what was counted last
  bool open_ = false;
};

// How the attempt is saved at a moment.
struct Saved {
  store::Kept kept;
  std::size_t dots = 0;        // that are closed and to be seen
  std::size_t dots_saved = 0;  // of them, with what is safe on disk
  bool practice = false;       // whoever works knows that nothing is saved, and wants to
};

// Something of it is only in memory.
bool at_risk(const Saved& saved);
// And longer than a disk that is well takes (docs/design.md 3), or for good.
bool in_danger(const Saved& saved);

class Recording {
 public:
  // What there is already: it is looked at, or gone on with by `keep`.
  void begin(std::vector<runner::AttemptEvent> events, const runner::Attempt& after);
  void keep(std::shared_ptr<store::Keeper> keeper, std::string title);

  // `after`: the attempt with it.
  void add(runner::AttemptEvent event, const runner::Attempt& after);
  [[nodiscard]] const std::vector<runner::AttemptEvent>& events() const { return events_; }
  [[nodiscard]] bool writes() const { return keeper_ != nullptr && !closed_; }
  // Something was done that would be lost with it: a press, an answer, a line.
  [[nodiscard]] bool begun() const;
  void close(store::Standing standing);

  [[nodiscard]] Saved saved() const;
  [[nodiscard]] const std::string& title() const { return title_; }  // of the lesson
  [[nodiscard]] const std::string& refused() const {
    return refused_;
  }                                               // why the last event was not recorded
  void keep_in(const std::string& folder) const;  // all of it; keeper.h
  void give_up() const;
  void practise() { practice_ = true; }
  // Whoever works goes on though it is in danger: asked once, for one thing.
  void risk() { risked_ = true; }
  [[nodiscard]] bool take_risk() { return std::exchange(risked_, false); }
  void wait() const;  // keeper.h

 private:
  std::vector<runner::AttemptEvent> events_;
  DotsByEvent dots_;
  std::shared_ptr<store::Keeper> keeper_;  // null: it is only looked at
  std::string title_, refused_;
  bool closed_ = false, practice_ = false, risked_ = false;
};

}  // namespace trainer::app
