#include "trainer/app/press_lengths.h"

#include <algorithm>

#include "engine/sim/calibration.h"

namespace trainer::app {

using engine::core::Span;

namespace {

// Judgement: so many in a row are no chance.
constexpr std::size_t kTaps = 3, kAlike = 12;
constexpr Span kMillisecond{1'000}, kLongest{86'400'000'000};

}  // namespace

bool PressLengths::latest(std::size_t count, Span low, Span high) const {
  return held_.size() >= count && std::all_of(held_.end() - static_cast<std::ptrdiff_t>(count), held_.end(),
                                              [&](Span held) { return held >= low && held < high; });
}

PressLengths::Fault PressLengths::pressed_for(Span held) {
  held_.push_back(held);
  if (held_.size() > kAlike) held_.pop_front();
  if (without_) {
    without_ = !latest(kTaps, engine::sim::kNoDurationUs, kLongest);
    return Fault::None;
  }
  without_ = latest(kTaps, Span{}, engine::sim::kNoDurationUs);
  if (without_) return Fault::NoLength;
  if (said_alike_ || held_.size() < kAlike) return Fault::None;
  const auto [shortest, longest] = std::minmax_element(held_.begin(), held_.end());
  said_alike_ = *longest - *shortest <= kMillisecond;
  return said_alike_ ? Fault::AllAlike : Fault::None;
}

}  // namespace trainer::app
