#include "trainer/robots/needling.h"

#include <algorithm>
#include <cmath>

namespace trainer::robots {

namespace {

constexpr double kStepMm = 0.1;  // how finely the border is found
constexpr double kPointMm = 2.0;

void add_line(const Ground& ground, Vec2 from, Vec2 to, bool back, std::vector<NeedlingLine>& lines) {
  NeedlingLine line{.way = {}, .length = engine::core::Mm{glm::length(to - from)}};
  if (back) std::swap(from, to);
  const int parts = std::max(1, static_cast<int>(std::ceil(line.length.value / kPointMm)));
  for (int i = 0; i <= parts; ++i)
    if (const auto at = ground.address(from + (to - from) * (static_cast<double>(i) / parts)))
      line.way.push_back(*at);
  if (line.way.size() >= 2) lines.push_back(std::move(line));
}

}  // namespace

std::vector<NeedlingLine> needling_lines(const Ground& ground, engine::core::Mm apart) {
  std::vector<NeedlingLine> lines;
  const auto& box = ground.region().box();
  const int rows = std::max(1, static_cast<int>(std::ceil((box.high.y - box.low.y) / apart.value)));
  const int columns = std::max(1, static_cast<int>(std::ceil((box.high.x - box.low.x) / kStepMm)));
  for (int row = 0; row < rows; ++row) {
    const double y = box.low.y + (row + 0.5) * (box.high.y - box.low.y) / rows;
    int begun = -1;
    for (int i = 0; i <= columns; ++i) {
      const Vec2 p{box.low.x + (i + 0.5) * kStepMm, y};
      const bool inside = i < columns && ground.region().contains(p);
      if (inside && begun < 0) begun = i;
      if (inside || begun < 0) continue;
      if (i - begun > 1)
        add_line(ground, {box.low.x + (begun + 0.5) * kStepMm, y}, {box.low.x + (i - 0.5) * kStepMm, y},
                 row % 2 == 1, lines);
      begun = -1;
    }
  }
  return lines;
}

}  // namespace trainer::robots
