#include "trainer/runner/event.h"

namespace trainer::runner {

engine::core::AttemptTime time_us(const AttemptEvent& event) {
  return std::visit(
      [](const auto& e) -> engine::core::AttemptTime {
        if constexpr (requires { e.t_us; })
          return e.t_us;
        else
          return engine::sim::time_us(e);
      },
      event);
}

}  // namespace trainer::runner
