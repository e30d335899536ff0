#include "trainer/runner/event.h"

namespace trainer::runner {

std::int64_t time_us(const AttemptEvent& event) {
  return std::visit(
      [](const auto& e) -> std::int64_t {
        if constexpr (requires { e.t_us; })
          return e.t_us;
        else
          return engine::sim::time_us(e);
      },
      event);
}

}  // namespace trainer::runner
