#include "engine/platform/order.h"

#include <iterator>
#include <limits>
#include <utility>

namespace engine::platform {

std::optional<core::SteadyTime> time_us(const InputEvent& event) {
  return std::visit(
      [](const auto& e) -> std::optional<core::SteadyTime> {
        if constexpr (requires { e.sample.t_us; })
          return e.sample.t_us;
        else if constexpr (requires { e.t_us; })
          return e.t_us;
        else
          return std::nullopt;
      },
      event);
}

std::vector<InputEvent> in_order(std::vector<InputEvent> system, std::vector<InputEvent> pens) {
  if (pens.empty()) return system;
  if (system.empty()) return pens;
  constexpr core::SteadyTime kAtOnce{std::numeric_limits<std::int64_t>::min()};
  std::vector<InputEvent> out;
  out.reserve(system.size() + pens.size());
  auto s = system.begin(), p = pens.begin();
  while (s != system.end() && p != pens.end()) {
    const bool pen_first = time_us(*p).value_or(kAtOnce) <= time_us(*s).value_or(kAtOnce);
    out.push_back(std::move(pen_first ? *p++ : *s++));
  }
  std::move(s, system.end(), std::back_inserter(out));
  std::move(p, pens.end(), std::back_inserter(out));
  return out;
}

}  // namespace engine::platform
