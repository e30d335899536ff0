// When a press enters and leaves the band of right depths: for the ticks that teach its rhythm, and its
// picture.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/moment.h"
#include "engine/sim/state.h"
#include "trainer/runner/attempt.h"

namespace trainer::canvas {

// Whether a press has a band to come into, and a dot a neighbour to keep away from: a dry needle runs on,
// without dots.
bool asks_for_dots(const engine::sim::State& skin);

// The band that the contact in progress is judged by: asked where its dot opened. Without a contact the usual
// one.
engine::skin::Band band_pressed(const runner::Attempt& attempt);

// Of a press without pressure, after its beginning: when it comes into this band and when out of it, as the
// attempt's calibration, needle and the skin under the open dot say. Nothing where a press of 2 s does not
// come so deep, or where no dot is made.
struct BandTimes {
  std::optional<engine::core::Span> start_us, end_us;
  bool operator==(const BandTimes&) const = default;
};
BandTimes band_times(const engine::sim::State& skin, const engine::skin::Band& band);

// Delta of the contact in progress: of its open dot, or as in healthy skin where it makes none. `dwell_us`:
// how long it has lasted, which counts where pressure is not measured. Nothing without a contact.
std::optional<double> delta_now(const engine::sim::State& skin, engine::core::Span dwell_us);

// Notices when a pen comes to an end of the band from above; a hand that trembles there is told once.
class BandWatch {
 public:
  struct Crossed {
    bool start = false, end = false;
  };
  Crossed follow(const engine::sim::State& skin, const engine::skin::Band& band, double delta);
  void lift() { *this = {}; }

 private:
  bool past_start_ = false, past_end_ = false;
};

}  // namespace trainer::canvas
