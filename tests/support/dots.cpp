#include "tests/support/dots.h"
#include "engine/core/moment.h"

using engine::core::AttemptTime;
using engine::core::Span;

namespace support {

using engine::core::draw_unit;
using engine::geometry::Vec2;
using engine::skin::Dot;

Dot dot(std::uint32_t number, Vec2 at_mm, double delta) {
  Dot d;
  d.number = number;
  d.t_us = AttemptTime{std::int64_t{number} * 1'000'000};
  d.closed_us = d.t_us + Span{150'000};
  d.at = engine::scalp::canvas_point_from_mm(at_mm);
  d.thickness_um = 1180;
  d.deposit_depth_um = static_cast<std::int32_t>(delta * 1180);
  d.diameter_um = 250;
  d.depth_source = engine::skin::DepthSource::Measured;
  return d;
}

std::vector<Dot> strewn(std::uint32_t count, engine::core::Seed seed, Vec2 low, Vec2 high, double delta) {
  std::vector<Dot> dots;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double x = draw_unit(seed, "x", i), y = draw_unit(seed, "y", i);
    dots.push_back(dot(i, {low.x + (high.x - low.x) * x, low.y + (high.y - low.y) * y}, delta));
  }
  return dots;
}

std::vector<Dot> in_rows(int columns, int rows, Vec2 low, double apart_mm, double delta) {
  std::vector<Dot> dots;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column)
      dots.push_back(dot(static_cast<std::uint32_t>(dots.size()),
                         {low.x + column * apart_mm, low.y + row * apart_mm}, delta));
  return dots;
}

}  // namespace support
