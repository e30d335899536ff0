#include "engine/sim/pressure_peak.h"

#include <algorithm>

#include "engine/sim/sample.h"

namespace engine::sim {

namespace {

// All judgement. A hand's pressure may bend so far between two reports, beyond going on as it went.
constexpr std::int32_t kJump = kFullPressure / 8;
constexpr core::Span kApartUs{25'000};  // reports farther apart tell of a pressure that was held
constexpr core::Span kSameUs{5'000};    // a report repeated within it, by motion and button, is one
constexpr std::size_t kOpen = 3;        // the latest reports, which those to come may still judge
constexpr std::int64_t kFewest = 3;  // of fewer reports none stands alone; of just as many, between presses

}  // namespace

void PressurePeak::add(std::uint16_t pressure, core::AttemptTime t_us) {
  if (kept_ > 0 && latest_[kept_ - 1].pressure == pressure && t_us - latest_[kept_ - 1].t_us < kSameUs)
    return;
  if (kept_ == latest_.size()) {
    std::move(latest_.begin() + 1, latest_.end(), latest_.begin());
    --kept_;
  }
  latest_[kept_++] = {pressure, t_us};
  ++told_;
  raw_ = std::max<std::int32_t>(raw_, pressure);
  if (kept_ > kOpen) settled_ = std::max(settled_, believed(kept_ - kOpen - 1));
}

void PressurePeak::restart() {
  raw_ = kept_ > 0 ? latest_[kept_ - 1].pressure : 0;
  settled_ = 0;
}

// A report that rises above its neighbours, and above half way on to where they were going, is taken for the
// higher of them.
std::int32_t PressurePeak::believed(std::size_t i) const {
  const Report& told = latest_[i];
  const auto near = [&](std::size_t k) {
    return k < kept_ &&
           std::max(told.t_us, latest_[k].t_us) - std::min(told.t_us, latest_[k].t_us) <= kApartUs;
  };
  std::int32_t beside = -1, expected = -1;
  for (const std::size_t step : {std::size_t{1}, std::size_t{0} - 1}) {
    const std::size_t next = i + step, after = next + step;  // before the first: a number beyond the last
    if (!near(next)) {
      if (next < kept_) return told.pressure;  // held for long
      continue;
    }
    beside = std::max(beside, latest_[next].pressure);
    expected = std::max(expected, beside);
    if (after < kept_)
      expected =
          std::max(expected, latest_[next].pressure + (latest_[next].pressure - latest_[after].pressure) / 2);
  }
  const bool alone = beside >= (told_ == kFewest ? kJump : 0) && told.pressure > expected + kJump;
  return alone ? beside : told.pressure;
}

std::uint16_t PressurePeak::peak() const {
  if (told_ < kFewest) return static_cast<std::uint16_t>(raw_);
  std::int32_t peak = settled_;
  for (std::size_t i = kept_ - std::min(kept_, kOpen); i < kept_; ++i) peak = std::max(peak, believed(i));
  return static_cast<std::uint16_t>(peak);
}

std::array<std::int64_t, 15> PressurePeak::fields() const {
  std::array<std::int64_t, 15> all{};
  for (std::size_t i = 0; i < kept_; ++i) {
    all[2 * i] = latest_[i].pressure;
    all[2 * i + 1] = latest_[i].t_us.us;
  }
  all[12] = told_;
  all[13] = raw_;
  all[14] = settled_;
  return all;
}

}  // namespace engine::sim
