// Times of the program, and how the display server's times become such times.
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "engine/core/moment.h"

namespace engine::platform {

core::SteadyTime steady_us();  // microseconds, never falling, since an arbitrary moment
core::WallTime unix_s();       // wall clock, seconds since 1970
// Since the system started this process, before its libraries were loaded. To 10 ms; where the system does
// not tell (it is asked through /proc), since this module was loaded.
core::Span process_age_us();

// Display servers stamp events in milliseconds of a clock of their own that wraps at 2^32. Differences
// between two stamps are kept exactly; the offset to our clock is the smallest delay seen, and changes only
// by `settle`, so that a press and its release are always measured against the same offset. A clock that was
// set is noticed: no event lies 2 s after it was seen or a minute before one already told.
class ServerClock {
 public:
  // The time of an event with this stamp, seen at `seen_us` of `steady_us`.
  core::SteadyTime to_steady_us(std::uint32_t stamp_ms, core::SteadyTime seen_us);
  // Between contacts: the next event takes over a smaller offset if one was seen, but never so small that its
  // time would lie before that of an event already told. Waits while anything is held down.
  void settle() { settling_ = true; }
  // What went down and comes up again, so that no length is measured against two offsets. Any number that is
  // its own.
  void hold(std::uint64_t what) { held_.insert(what); }
  void let_go(std::uint64_t what) { held_.erase(what); }
  void let_go_all() { held_.clear(); }

 private:
  std::optional<std::uint32_t> last_ms_;
  std::int64_t unwrapped_ms_ = 0;
  core::SteadyTime offset_us_{};
  core::SteadyTime smallest_us_{};
  core::SteadyTime latest_us_{};  // time of the latest event told
  bool settling_ = false;
  std::set<std::uint64_t> held_;
};

// A pen sends more samples than the server's clock has milliseconds. Those of one device that share a stamp
// lie 125 us apart in the order they came, so nothing depends on when they were fetched; a press or a lift
// takes no step of its own.
class EqualStamps {
 public:
  // Microseconds to add, 0..999.
  int next(std::uint32_t stamp_ms, bool press_or_lift);

 private:
  std::optional<std::uint32_t> last_ms_;
  int offset_us_ = 0;
};

}  // namespace engine::platform
