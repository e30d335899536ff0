#include "engine/sim/event.h"

namespace engine::sim {

core::AttemptTime time_us(const Event& event) {
  return std::visit(
      [](const auto& e) -> core::AttemptTime {
        if constexpr (requires { e.t_us; })
          return e.t_us;
        else
          return e.sample.t_us;
      },
      event);
}

}  // namespace engine::sim
