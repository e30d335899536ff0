// A hand with a pen: how far it misses, how deep it goes, how fast it works, and the samples it makes.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/draw.h"
#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/skin/machine.h"
#include "trainer/robots/ground.h"
#include "trainer/robots/stream.h"
#include "trainer/runner/event.h"

namespace trainer::robots {

// Standard deviations unless said otherwise. Judgement; a careful hand misses by 2.5 px, which is
// 0.13-0.18 mm at the zoom lessons open at (docs/design.md 6).
struct Hand {
  engine::core::Mm aim{};           // besides `aim_share`
  double aim_share = 0.018;         // of the local spacing
  double depth_delta = 0.035;       // from dot to dot
  double depth_bias = 0.0;          // delta, mean of this hand
  double depth_drift = 0.0;         // delta, from the first dot to the last
  engine::core::Degrees tilt{1.5};  // from upright, mean of this hand
  engine::core::Degrees tilt_spread{1.0};
  engine::core::Mm tremor{0.01};       // way of the tip during a contact
  engine::core::Seconds press{0.150};  // mean time in the skin
  engine::core::Seconds travel{0.55};  // mean time from lift to press, besides the way
  double lingers = 0.0;                // share of contacts set twice, a moment apart
};

// 0: never held a needle; 1: expert. What is peculiar to one hand (too deep or too light, which way it
// tilts) is drawn by the seed.
Hand hand_of_skill(double skill, engine::core::Seed seed);
// A macro: no miss, no tremor.
Hand machine_hand();
// As fast as a key repeats: 40 ms presses.
Hand frantic_hand();

using Events = std::vector<runner::AttemptEvent>;

// Plays dots as contacts of pen samples at 200 Hz, in the order given. Returns the time of the last lift.
class Player {
 public:
  Player(const Hand& hand, const engine::skin::Machine& machine, engine::core::Seed seed);

  // Where the hand really sets a dot that it aims at `p`.
  Vec2 aimed(const Ground& ground, Vec2 p);
  // One contact at an address, `way` from the last one; `progress` 0..1 over all the work.
  void press(engine::scalp::CanvasPoint at, double depth_delta, engine::core::Mm way, double progress,
             Events& events);

  // One contact run along straight stretches from point to point, as a dry needle is.
  void run(const std::vector<engine::scalp::CanvasPoint>& way, engine::core::Mm length, double depth_delta,
           engine::core::Mm a_second, Events& events);
  void pick_up(const engine::skin::Machine& machine) { machine_ = machine; }

  [[nodiscard]] engine::core::AttemptTime now_us() const { return now_us_; }
  void wait(engine::core::Seconds time) {
    now_us_ += engine::core::Span{static_cast<std::int64_t>(time.value * 1e6)};
  }
  [[nodiscard]] const Hand& hand() const { return hand_; }

 private:
  void contact(engine::scalp::CanvasPoint at, double delta, engine::core::Seconds press, Events& events);

  Hand hand_;
  engine::skin::Machine machine_;
  Stream aim_, depth_, tilt_, pace_, tremor_;
  engine::core::AttemptTime now_us_{};
};

}  // namespace trainer::robots
