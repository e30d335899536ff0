#include "trainer/app/band_ticks.h"

#include <algorithm>

namespace trainer::app {

using engine::platform::BandEdge;
using engine::platform::VoiceDesk;

void BandTicks::follow(const engine::sim::State& skin, std::int64_t down_us, std::int64_t now_us,
                       VoiceDesk& desk) {
  if (skin.contact->last.pressure) {
    const auto crossed = band_.follow(skin, *canvas::depth_now(skin, 0));
    if (crossed.start) desk.tick_at(BandEdge::Start, now_us);
    if (crossed.end) desk.tick_at(BandEdge::End, now_us);
  } else if (ticked_us_ != down_us) {
    const canvas::BandTimes times = canvas::band_times(skin);
    const std::int64_t began_us = std::min(down_us, now_us);  // the server's clock may be matched too late
    if (times.start_us) desk.tick_at(BandEdge::Start, began_us + *times.start_us);
    if (times.end_us) desk.tick_at(BandEdge::End, began_us + *times.end_us);
  }
  ticked_us_ = down_us;
}

void BandTicks::lift(VoiceDesk& desk) {
  if (ticked_us_) desk.cancel_ticks();
  ticked_us_.reset();
  band_.lift();
}

}  // namespace trainer::app
