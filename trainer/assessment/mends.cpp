#include "trainer/assessment/mends.h"

namespace trainer::assessment {

Mends mends(std::span<const engine::skin::Dot> dots, std::span<const std::uint32_t> named) {
  std::size_t all = 0, measured = 0;
  const auto count = [&](const engine::skin::Dot& dot) {
    ++all;
    measured += dot.depth_source == engine::skin::DepthSource::Measured ? 1 : 0;
  };
  for (const auto number : named)
    if (number < dots.size()) count(dots[number]);
  if (named.empty())
    for (const auto& dot : dots)
      if (!dot.withdrawn) count(dot);
  return 2 * measured > all ? Mends::Pressure : Mends::Time;
}

}  // namespace trainer::assessment
