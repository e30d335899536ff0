// How hard a hand pressed, from what a pen reports: the hardest report of a press, but for one that stands
// alone. Worn tips and drivers send a report left over from the press before, or one that no hand can follow,
// at the beginning, in the middle or at the end of a tap; the dot goes as deep as the hand pressed.
#pragma once

#include <array>
#include <cstdint>

#include "engine/core/moment.h"

namespace engine::sim {

class PressurePeak {
 public:
  // The next report of the contact: 1/8192, times that do not fall.
  void add(std::uint16_t pressure, core::AttemptTime t_us);
  // A new dot of the same contact: what was told before it counts no more.
  void restart();

  [[nodiscard]] bool any() const { return told_ > 0; }
  // As told so far; the latest reports may yet turn out to stand alone. 0 without any.
  [[nodiscard]] std::uint16_t peak() const;

  bool operator==(const PressurePeak&) const = default;
  // For digests: everything that later answers depend on.
  [[nodiscard]] std::array<std::int64_t, 15> fields() const;

 private:
  struct Report {
    std::int32_t pressure = 0;
    core::AttemptTime t_us{};
    bool operator==(const Report&) const = default;
  };
  [[nodiscard]] std::int32_t believed(std::size_t i) const;

  std::array<Report, 6> latest_{};  // the first `kept_` of them, in order
  std::size_t kept_ = 0;
  std::int64_t told_ = 0;  // in this contact; a report said twice at once is one
  std::int32_t raw_ = 0, settled_ = 0;
};

}  // namespace engine::sim
