// Draws in a row under one name.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/core/draw.h"

namespace trainer::robots {

class Stream {
 public:
  // `purpose` must outlive the stream: a literal.
  Stream(engine::core::Seed seed, std::string_view purpose) : seed_(seed), purpose_(purpose) {}

  double unit() { return engine::core::draw_unit(seed_, purpose_, next_++); }
  double between(double low, double high) { return low + (high - low) * unit(); }
  double normal() { return engine::core::draw_normal(seed_, purpose_, next_++); }
  // Normal, drawn back to +-`limit` standard deviations: a hand that looks does not miss by more.
  double normal_within(double limit) {
    const double z = normal();
    return z < -limit ? -limit : z > limit ? limit : z;
  }
  std::size_t below(std::size_t count) {  // count > 0
    return static_cast<std::size_t>(engine::core::draw_below(seed_, purpose_, next_++, count));
  }

 private:
  engine::core::Seed seed_;
  std::string_view purpose_;
  std::uint64_t next_ = 0;
};

}  // namespace trainer::robots
