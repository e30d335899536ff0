#include "trainer/report/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "trainer/assessment/words.h"

namespace trainer::report {

using engine::geometry::Vec2;
using engine::skin::DepthState;
using engine::skin::Dot;

namespace {

constexpr double kScale = 8.0;   // SVG units a millimetre
constexpr double kMargin = 4.0;  // mm around the zone

// Maps work-plane millimetres (y up) to SVG units (y down).
struct Frame {
  engine::geometry::Box box;
  [[nodiscard]] double width() const { return (box.high.x - box.low.x + 2 * kMargin) * kScale; }
  [[nodiscard]] double height() const { return (box.high.y - box.low.y + 2 * kMargin) * kScale; }
  [[nodiscard]] Vec2 at(Vec2 p) const {
    return {(p.x - box.low.x + kMargin) * kScale, (box.high.y + kMargin - p.y) * kScale};
  }
};

std::string outline(const Frame& frame, const engine::geometry::Region& region) {
  std::string d;
  for (const auto& ring : region.rings()) {
    char command = 'M';
    for (const Vec2 p : ring.points) {
      const Vec2 q = frame.at(p);
      d += fmt::format("{}{:.1f} {:.1f}", command, q.x, q.y);
      command = 'L';
    }
    d += "Z";
  }
  return fmt::format("<path class=\"zone\" d=\"{}\"/>", d);
}

// In band a disc, too light a triangle down, too deep a triangle up, blown out a square.
std::string mark(const Dot& dot, Vec2 c) {
  const double r = std::max(1.2, dot.diameter_um / 2000.0 * kScale);
  const std::string title = fmt::format("<title>dot {}, {:.2f} mm deep</title>", dot.number + 1, dot.deposit_depth_um / 1000.0);
  switch (engine::skin::depth_state(dot)) {
    case DepthState::Target: return fmt::format("<circle class=\"in\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\">{}</circle>", c.x, c.y, r, title);
    case DepthState::Epidermal:
    case DepthState::Shallow:
      return fmt::format("<path class=\"light\" d=\"M{:.1f} {:.1f}h{:.1f}l{:.1f} {:.1f}Z\">{}</path>", c.x - r, c.y - r, 2 * r, -r, 2 * r, title);
    case DepthState::Deep:
      return fmt::format("<path class=\"deep\" d=\"M{:.1f} {:.1f}h{:.1f}l{:.1f} {:.1f}Z\">{}</path>", c.x - r, c.y + r, 2 * r, -r, -2 * r, title);
    case DepthState::Blowout: break;
  }
  return fmt::format("<rect class=\"blowout\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">{}</rect>", c.x - r, c.y - r, 2 * r, 2 * r, title);
}

std::string pin(int number, Vec2 c, double radius) {
  return fmt::format(
      "<g class=\"pin\"><circle class=\"ring\" cx=\"{0:.1f}\" cy=\"{1:.1f}\" r=\"{2:.1f}\"/><circle class=\"badge\" cx=\"{3:.1f}\" cy=\"{4:.1f}\" r=\"9\"/>"
      "<text x=\"{3:.1f}\" y=\"{5:.1f}\">{6}</text></g>",
      c.x, c.y, radius, c.x + radius * 0.7, c.y - radius * 0.7, c.y - radius * 0.7 + 4, number);
}

std::string bar_5mm(const Frame& frame) {
  const double x = kMargin * kScale, y = frame.height() - 10;
  return fmt::format("<path class=\"bar\" d=\"M{0:.1f} {1:.1f}v-5v5h{2:.1f}v-5\"/><text class=\"note\" x=\"{3:.1f}\" y=\"{1:.1f}\">5 mm</text>", x, y, 5 * kScale, x + 5 * kScale + 6);
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string dot_map(const runner::Attempt& attempt, const assessment::Assessment& assessment, std::size_t index) {
  const auto& target = attempt.site->targets()[index];
  const Frame frame{target.region.box()};
  std::string svg = fmt::format("<svg class=\"map\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Map of the dots\">", frame.width(), frame.height());
  svg += outline(frame, target.region);
  for (const Dot& dot : attempt.skin.dots) {
    const auto at = dot.withdrawn ? std::nullopt : target.plane.flatten(dot.at);
    if (at) svg += mark(dot, frame.at(*at));
  }
  int number = 0;
  for (const auto& line : assessment.ledger) {
    if (line.weakest) continue;
    ++number;
    const auto at = line.at ? target.plane.flatten(*line.at) : std::nullopt;
    if (at && line.points < 0) svg += pin(number, frame.at(*at), std::clamp(line.radius_mm, 1.0, 8.0) * kScale);
  }
  return svg + bar_5mm(frame) + "</svg>";
}

std::string depth_trace(const runner::Attempt& attempt) {
  static constexpr double kWidth = 900, kHeight = 160, kDeepest = 1.5;  // mm
  std::string in_band, points;
  const auto& dots = attempt.skin.dots;
  const auto y = [](double mm) { return std::min(mm, kDeepest) / kDeepest * kHeight; };
  const double step = dots.size() > 1 ? kWidth / static_cast<double>(dots.size() - 1) : kWidth;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    if (dots[i].withdrawn) continue;
    const double x = step * static_cast<double>(i), t = dots[i].thickness_um / 1000.0;
    in_band += fmt::format("<rect class=\"band\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", x - step / 2, y(0.38 * t), step + 0.2, y(0.72 * t) - y(0.38 * t));
    points += fmt::format("{:.1f},{:.1f} ", x, y(dots[i].deposit_depth_um / 1000.0));
  }
  return fmt::format(
      "<svg class=\"trace\" viewBox=\"-44 -8 960 190\" role=\"img\" aria-label=\"Depth of every dot in order\">{}<polyline points=\"{}\"/>"
      "<text class=\"note\" x=\"-40\" y=\"8\">0 mm</text><text class=\"note\" x=\"-40\" y=\"160\">1.5 mm</text>"
      "<text class=\"note\" x=\"0\" y=\"178\">first dot</text><text class=\"note\" x=\"860\" y=\"178\">last dot</text></svg>",
      in_band, points);
}

std::string score_bar(int score, int pass) {
  return fmt::format("<svg class=\"score\" viewBox=\"0 0 200 14\" aria-hidden=\"true\"><rect class=\"track\" y=\"3\" width=\"200\" height=\"8\" rx=\"4\"/>"
                     "<rect class=\"{}\" y=\"3\" width=\"{:.1f}\" height=\"8\" rx=\"4\"/><path class=\"tick\" d=\"M{:.1f} 0v14\"/></svg>",
                     score >= pass ? "fill" : "fill below", score / 50.0, pass / 50.0);
}

}  // namespace trainer::report
