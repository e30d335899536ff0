// A hand with a needle on a pad of 200 x 200 mm with skin of 1.2 mm.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/core/moment.h"
#include "engine/sim/state.h"

namespace sim_test {

inline const engine::scalp::Canvas kPad{
    engine::scalp::Pad{engine::core::Mm{200.0}, engine::core::Mm{200.0}, engine::core::Mm{1.2}}};

struct Hand {
  engine::sim::State state;
  void at(std::int64_t t, double x, double y, bool contact, std::optional<std::uint16_t> pressure = {}) {
    engine::sim::apply(state,
                       engine::sim::NeedleMoved{{engine::core::AttemptTime{t},
                                                 engine::scalp::canvas_point_from_mm({x, y}),
                                                 pressure,
                                                 {},
                                                 contact}},
                       kPad);
  }
  // A press of `ms` at one place.
  void press(std::int64_t t, double x, double y, std::int64_t ms,
             std::optional<std::uint16_t> pressure = {}) {
    at(t, x, y, true, pressure);
    at(t + ms * 1000, x, y, false);
  }
};

}  // namespace sim_test
