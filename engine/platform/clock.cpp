#include "engine/platform/clock.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

namespace engine::platform {

using std::chrono::duration_cast;

namespace {

// A clock that was set, and no program that hung (judgement).
constexpr core::Span kAheadUs{2'000'000}, kBehindUs{60'000'000};
constexpr int kStepUs = 125, kLastStepUs = 999;

const core::SteadyTime kLoaded = steady_us();

// Moment of the start, in hundredths of a second since the machine was switched on: field 22 of proc(5)'s
// stat, the 20th behind the name in brackets.
std::optional<std::int64_t> start_cs() {
  std::ifstream file("/proc/self/stat");
  std::string line;
  std::getline(file, line);
  const auto name_end = line.rfind(')');
  if (name_end == std::string::npos) return std::nullopt;
  std::istringstream fields(line.substr(name_end + 1));
  std::string field;
  for (int k = 0; k < 20; ++k) fields >> field;
  return fields ? std::optional<std::int64_t>(std::strtoll(field.c_str(), nullptr, 10)) : std::nullopt;
}

}  // namespace

core::SteadyTime steady_us() {
  const auto since_zero = std::chrono::steady_clock::now().time_since_epoch();
  return core::SteadyTime{duration_cast<std::chrono::microseconds>(since_zero).count()};
}

core::Span process_age_us() {
#ifdef CLOCK_BOOTTIME
  std::timespec now{};
  if (const auto start = start_cs(); start && clock_gettime(CLOCK_BOOTTIME, &now) == 0)
    return core::Span{std::int64_t{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000 - *start * 10'000};
#endif
  return steady_us() - kLoaded;
}

core::WallTime unix_s() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return core::WallTime{duration_cast<std::chrono::seconds>(since_1970).count()};
}

core::SteadyTime ServerClock::to_steady_us(std::uint32_t stamp_ms, core::SteadyTime seen_us) {
  if (last_ms_) {
    // As signed: a stamp may be a little older than the one before it.
    unwrapped_ms_ += static_cast<std::int32_t>(stamp_ms - *last_ms_);
  } else {
    offset_us_ = smallest_us_ = latest_us_ = seen_us;
  }
  last_ms_ = stamp_ms;
  const core::Span unwrapped{unwrapped_ms_ * 1000};
  smallest_us_ = std::min(smallest_us_, seen_us - unwrapped);
  if (settling_ && held_.empty()) {
    offset_us_ = std::max(smallest_us_, std::min(offset_us_, latest_us_ - unwrapped));
    settling_ = false;
  }
  const core::SteadyTime told = offset_us_ + unwrapped;
  if (told > seen_us + kAheadUs || told < latest_us_ - kBehindUs)
    offset_us_ = smallest_us_ = std::max(seen_us, latest_us_) - unwrapped;
  const core::SteadyTime mapped = offset_us_ + unwrapped;
  latest_us_ = std::max(latest_us_, mapped);
  return mapped;
}

int EqualStamps::next(std::uint32_t stamp_ms, bool press_or_lift) {
  if (last_ms_ != stamp_ms)
    offset_us_ = 0;
  else if (!press_or_lift)
    offset_us_ = std::min(offset_us_ + kStepUs, kLastStepUs);
  last_ms_ = stamp_ms;
  return offset_us_;
}

}  // namespace engine::platform
