#include "trainer/canvas/tape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/work_plane.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

std::vector<CanvasPoint> along_the_skin(const engine::scalp::Canvas& canvas, CanvasPoint from,
                                        CanvasPoint to) {
  constexpr double kStepMm = 1.9;  // in the plane, which shrinks what is far from its middle by up to a sixth
  if (!canvas.locate(from) || !canvas.locate(to)) return {};
  // In the plane at the middle of the way, where a straight line is nearly the shortest one.
  const CanvasPoint middle{from.u_um + (to.u_um - from.u_um) / 2, from.v_um + (to.v_um - from.v_um) / 2};
  const auto plane = engine::scalp::WorkPlane::around(canvas, canvas.locate(middle) ? middle : from);
  const auto a = plane.flatten(from), b = plane.flatten(to);
  if (!a || !b) return {};
  const int steps = std::max(1, static_cast<int>(std::ceil(glm::length(*b - *a) / kStepMm)));
  std::vector<CanvasPoint> way{from};
  for (int k = 1; k < steps; ++k)
    if (const auto p = plane.address(*a + (*b - *a) * (static_cast<double>(k) / steps))) way.push_back(*p);
  way.push_back(to);
  return way;
}

engine::core::Mm length(const engine::scalp::Canvas& canvas, const std::vector<CanvasPoint>& way) {
  double sum = 0.0;
  for (std::size_t k = 1; k < way.size(); ++k) sum += engine::scalp::chord(canvas, way[k - 1], way[k]).value;
  return engine::core::Mm{sum};
}

void Tape::press(CanvasPoint at) {
  if (to_) return clear();
  (from_ ? to_ : from_) = at;
}

void Tape::add_to(ui::CanvasInk& ink, const engine::scalp::Canvas& canvas, const Lens& lens,
                  std::optional<CanvasPoint> pointer) const {
  const auto end = to_ ? to_ : pointer;
  if (!from_ || !end) return;
  const auto way = along_the_skin(canvas, *from_, *end);
  if (way.size() < 2) return;
  ui::InkLine line{.points = {}, .closed = false, .dashed = false, .token = ui::Token::Warm};
  for (const CanvasPoint p : way)
    if (const auto at = lens.project(p)) line.points.push_back(*at);
  if (line.points.size() < 2) return;
  const ui::Point last = line.points.back();
  ink.lines.push_back(line);
  ink.marks.push_back({line.points.front(), 5.0F, ui::Token::Warm});
  ink.marks.push_back({last, 5.0F, ui::Token::Warm});
  // Below it: the needle is drawn above.
  ink.tags.push_back(
      {{last.x, last.y + 30.0F}, words::say("{:.1f} mm", length(canvas, way).value), ui::Token::Warm});
}

}  // namespace trainer::canvas
