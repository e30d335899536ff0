// A sum that does not depend on the order of its parts, so that one part more or less can be added or
// subtracted and give the same bits as all from scratch.
#pragma once

#include <algorithm>
#include <cstdint>

namespace engine::scoring {

// Parts are rounded to multiples of 2^-48 (4e-15). Parts beyond +-32767 count as that; NaN must not be given.
class Tally {
 public:
  void add(double part) { sum_ += units(part); }
  void subtract(double part) { sum_ -= units(part); }
  void add(const Tally& other) { sum_ += other.sum_; }
  [[nodiscard]] double sum() const { return static_cast<double>(sum_) * (1.0 / kUnit); }
  bool operator==(const Tally&) const = default;

 private:
  __extension__ using Wide = __int128;
  static constexpr double kUnit = 281474976710656.0;  // 2^48
  static constexpr double kMost = 32767.0;

  static std::int64_t units(double part) {
    const double scaled = std::clamp(part, -kMost, kMost) * kUnit;
    return static_cast<std::int64_t>(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
  }

  Wide sum_ = 0;
};

}  // namespace engine::scoring
