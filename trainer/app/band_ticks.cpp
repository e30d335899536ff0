#include "trainer/app/band_ticks.h"

#include <algorithm>

namespace trainer::app {

using engine::platform::BandEdge;
using engine::platform::VoiceDesk;

void BandTicks::follow(const engine::sim::State& skin, const engine::skin::Band& band,
                       engine::core::SteadyTime down_us, engine::core::SteadyTime now_us, VoiceDesk& desk) {
  if (skin.contact->last.pressure) {
    const auto crossed = watch_.follow(skin, band, *canvas::delta_now(skin, {}));
    if (crossed.start) desk.tick_at(BandEdge::Start, now_us);
    if (crossed.end) desk.tick_at(BandEdge::End, now_us);
  } else if (ticked_us_ != down_us) {
    const canvas::BandTimes times = canvas::band_times(skin, band);
    // the server's clock may be matched too late
    const engine::core::SteadyTime began_us = std::min(down_us, now_us);
    if (times.start_us) desk.tick_at(BandEdge::Start, began_us + *times.start_us);
    if (times.end_us) desk.tick_at(BandEdge::End, began_us + *times.end_us);
  }
  ticked_us_ = down_us;
}

void BandTicks::lift(VoiceDesk& desk) {
  if (ticked_us_) desk.cancel_ticks();
  ticked_us_.reset();
  watch_.lift();
}

}  // namespace trainer::app
