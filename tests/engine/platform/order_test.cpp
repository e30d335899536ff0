#include "engine/platform/order.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

using engine::core::SteadyTime;

using namespace engine::platform;

namespace {

InputEvent moved(SteadyTime t_us, DeviceId device) {
  return PointerMoved{{.t_us = t_us, .device = device}};
}
InputEvent pressed(SteadyTime t_us, DeviceId device) {
  return PointerPressed{{.t_us = t_us, .device = device}};
}
DeviceId device(const InputEvent& e) {
  if (const auto* m = std::get_if<PointerMoved>(&e)) return m->sample.device;
  if (const auto* p = std::get_if<PointerPressed>(&e)) return p->sample.device;
  return 99;
}

std::vector<DeviceId> devices(const std::vector<InputEvent>& events) {
  std::vector<DeviceId> out;
  for (const auto& e : events) out.push_back(device(e));
  return out;
}

}  // namespace

TEST_CASE("two readers become one stream by time") {
  const auto both = in_order({moved(SteadyTime{10}, 0), moved(SteadyTime{30}, 0), moved(SteadyTime{50}, 0)},
                             {moved(SteadyTime{20}, 7), moved(SteadyTime{40}, 7), moved(SteadyTime{60}, 7)});
  CHECK(devices(both) == std::vector<DeviceId>{0, 7, 0, 7, 0, 7});
}

TEST_CASE("a pen's press comes before its echo, which has the same time") {
  CHECK(devices(in_order({pressed(SteadyTime{10}, 0)}, {pressed(SteadyTime{10}, 7)})) ==
        std::vector<DeviceId>{7, 0});
}

TEST_CASE("neither reader's own order changes, whatever its times say") {
  const auto both = in_order(
      {moved(SteadyTime{50}, 0), moved(SteadyTime{10}, 1), WindowResized{}, moved(SteadyTime{20}, 2)},
      {DeviceAppeared{}, moved(SteadyTime{60}, 7), moved(SteadyTime{55}, 8)});
  CHECK(devices(both) == std::vector<DeviceId>{99, 0, 1, 99, 2, 7, 8});
}
