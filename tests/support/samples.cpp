#include "tests/support/samples.h"

#include <fmt/format.h>

namespace support {

std::string down(std::int64_t t_us, double x, double y, const std::string& more) {
  return fmt::format("{{\"t_us\":{},\"at\":[{},{}],{}{}\"contact\":true}}\n", t_us, x, y, more,
                     more.empty() ? "" : ",");
}

std::string up(std::int64_t t_us, double x, double y) {
  return fmt::format("{{\"t_us\":{},\"at\":[{},{}],\"contact\":false}}\n", t_us, x, y);
}

std::string tap(std::int64_t t_us, double x, double y, const std::string& more) {
  return down(t_us, x, y, more) + up(t_us + 150'000, x, y);
}

std::string event(const std::string& name, const std::string& more) {
  return fmt::format("{{\"event\":\"{}\"{}{}}}\n", name, more.empty() ? "" : ",", more);
}

}  // namespace support
