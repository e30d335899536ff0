#include "trainer/report/charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/printable.h"
#include "trainer/words/say.h"
#include "trainer/words/verdict.h"

namespace trainer::report {

using engine::geometry::Vec2;
using engine::skin::DepthState;
using engine::skin::Dot;

namespace {

// What may stand in HTML.
template <class... Args>
std::string said(std::string_view english, const Args&... args) {
  return escape(words::say(english, args...));
}

constexpr double kScale = 8.0;   // SVG units a millimetre
constexpr double kMargin = 4.0;  // mm around the zone

// Maps work-plane millimetres (y up) to SVG units (y down).
struct ChartPlane {
  engine::geometry::Box box;
  [[nodiscard]] double width() const { return (box.high.x - box.low.x + 2 * kMargin) * kScale; }
  [[nodiscard]] double height() const { return (box.high.y - box.low.y + 2 * kMargin) * kScale; }
  [[nodiscard]] Vec2 at(Vec2 p) const {
    return {(p.x - box.low.x + kMargin) * kScale, (box.high.y + kMargin - p.y) * kScale};
  }
};

std::string outline(const ChartPlane& frame, const engine::geometry::Region& region) {
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
std::string mark(const Dot& dot, const engine::skin::Band& asked, Vec2 c) {
  const double r = std::max(1.2, dot.diameter_um / 2000.0 * kScale);
  const std::string title = fmt::format(
      "<title>{}</title>", said("dot {}, {:.2f} mm deep", dot.number + 1, dot.deposit_depth_um / 1000.0));
  switch (engine::skin::depth_state(dot, asked)) {
    case DepthState::Target:
      return fmt::format("<circle class=\"in\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\">{}</circle>", c.x,
                         c.y, r, title);
    case DepthState::Epidermal:
    case DepthState::Shallow:
      return fmt::format("<path class=\"light\" d=\"M{:.1f} {:.1f}h{:.1f}l{:.1f} {:.1f}Z\">{}</path>",
                         c.x - r, c.y - r, 2 * r, -r, 2 * r, title);
    case DepthState::Deep:
      return fmt::format("<path class=\"deep\" d=\"M{:.1f} {:.1f}h{:.1f}l{:.1f} {:.1f}Z\">{}</path>", c.x - r,
                         c.y + r, 2 * r, -r, -2 * r, title);
    case DepthState::Blowout:
      break;
  }
  return fmt::format(
      "<rect class=\"blowout\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">{}</rect>",
      c.x - r, c.y - r, 2 * r, 2 * r, title);
}

constexpr double kBadge = 9.0;

// On the ring, where no badge stands yet and none is cut by the edge of the map.
Vec2 badge_place(const ChartPlane& frame, Vec2 c, double radius, const std::vector<Vec2>& taken) {
  constexpr int kTries = 24;
  Vec2 first = c;
  for (int i = 0; i < kTries; ++i) {
    const double turn = 2.0 * engine::core::kPi * (i % 8 + 0.5) / 8.0, out = radius + 2.2 * kBadge * (i / 8);
    const Vec2 p{std::clamp(c.x + out * std::cos(turn), kBadge + 1, frame.width() - kBadge - 1),
                 std::clamp(c.y - out * std::sin(turn), kBadge + 1, frame.height() - kBadge - 1)};
    if (i == 0) first = p;
    if (std::none_of(taken.begin(), taken.end(), [&](Vec2 q) { return glm::length(p - q) < 2 * kBadge + 2; }))
      return p;
  }
  return first;
}

std::string pin(int number, Vec2 c, double radius, Vec2 badge) {
  return fmt::format(
      "<g class=\"pin\"><circle class=\"ring\" cx=\"{0:.1f}\" cy=\"{1:.1f}\" r=\"{2:.1f}\"/><circle "
      "class=\"badge\" cx=\"{3:.1f}\" cy=\"{4:.1f}\" r=\"{5:.0f}\"/>"
      "<text x=\"{3:.1f}\" y=\"{6:.1f}\">{7}</text></g>",
      c.x, c.y, radius, badge.x, badge.y, kBadge, badge.y + 4,
      number > 0 ? std::to_string(number) : "\u25a0");
}

std::string line_of(const ChartPlane& frame, const std::vector<Vec2>& points, std::string_view kind) {
  if (points.size() < 2) return {};
  std::string d;
  for (const Vec2 p : points) d += fmt::format("{:.1f},{:.1f} ", frame.at(p).x, frame.at(p).y);
  return fmt::format("<polyline class=\"{}\" points=\"{}\"/>", kind, d);
}

// The zone and the marks beside it, as far as somebody who worked on it would have gone.
ChartPlane frame_of(const runner::Attempt& attempt, const assessment::SiteTarget& target) {
  constexpr double kBesideMm = 20.0;
  ChartPlane frame{target.region.box()};
  const auto zone = frame.box;
  std::vector<engine::scalp::CanvasPoint> marks = attempt.drawn_hairline;
  for (const Dot& dot : attempt.skin.dots)
    if (!dot.withdrawn) marks.push_back(dot.at);
  for (const auto mark : marks) {
    const auto at = target.plane.flatten(mark);
    if (!at || at->x < zone.low.x - kBesideMm || at->y < zone.low.y - kBesideMm ||
        at->x > zone.high.x + kBesideMm || at->y > zone.high.y + kBesideMm)
      continue;
    frame.box = {glm::min(frame.box.low, *at), glm::max(frame.box.high, *at)};
  }
  return frame;
}

std::string pins(const ChartPlane& frame, const assessment::SiteTarget& target,
                 const assessment::Assessment& assessment) {
  std::string svg;
  std::vector<Vec2> taken;
  for (const auto& [line, number] : assessment.listed()) {
    const auto at = line->at && !line->weakest() ? target.plane.flatten(*line->at) : std::nullopt;
    if (!at || at->x < frame.box.low.x || at->y < frame.box.low.y || at->x > frame.box.high.x ||
        at->y > frame.box.high.y)
      continue;
    const double radius = std::clamp(line->radius.value, 1.0, 8.0) * kScale;
    taken.push_back(badge_place(frame, frame.at(*at), radius, taken));
    svg += pin(number, frame.at(*at), radius, taken.back());
  }
  return svg;
}

std::string bar_5mm(const ChartPlane& frame) {
  const double x = kMargin * kScale, y = frame.height() - 10;
  return fmt::format(
      "<path class=\"bar\" d=\"M{0:.1f} {1:.1f}v-5v5h{2:.1f}v-5\"/><text class=\"note\" x=\"{3:.1f}\" "
      "y=\"{1:.1f}\">5 mm</text>",
      x, y, 5 * kScale, x + 5 * kScale + 6);
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : engine::core::as_utf8(text)) {
    switch (c) {
      case '\n':
        out += c;
        break;
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // Other control characters are none that HTML knows.
        out += static_cast<unsigned char>(c) < 0x20 ? engine::core::on_one_line({&c, 1}) : std::string(1, c);
    }
  }
  return out;
}

std::string dot_map(const runner::Attempt& attempt, const assessment::Assessment& assessment,
                    std::size_t index) {
  const auto& target = attempt.site->targets()[index];
  const ChartPlane frame = frame_of(attempt, target);
  std::string svg =
      fmt::format("<svg class=\"map\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">",
                  frame.width(), frame.height(), said("Map of the dots"));
  svg += outline(frame, target.region);
  svg += line_of(frame, target.hairline, "agreed");
  std::vector<Vec2> drawn;
  for (const auto p : attempt.drawn_hairline)
    if (const auto at = target.plane.flatten(p)) drawn.push_back(*at);
  svg += line_of(frame, drawn, "drawn");
  for (const Dot& dot : attempt.skin.dots) {
    const auto at = dot.withdrawn ? std::nullopt : target.plane.flatten(dot.at);
    if (at) svg += mark(dot, attempt.site->depth_band_at(dot.at), frame.at(*at));
  }
  return svg + pins(frame, target, assessment) + bar_5mm(frame) + "</svg>";
}

std::string depth_trace(const runner::Attempt& attempt) {
  static constexpr double kWidth = 900, kHeight = 160, kDeepest = engine::skin::kDeepestShown.value;  // mm
  std::string in_band, points;
  const auto& dots = attempt.skin.dots;
  const auto y = [](double mm) { return std::min(mm, kDeepest) / kDeepest * kHeight; };
  const double step = dots.size() > 1 ? kWidth / static_cast<double>(dots.size() - 1) : kWidth;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    if (dots[i].withdrawn) continue;
    const double x = step * static_cast<double>(i), t = dots[i].thickness_um / 1000.0;
    const auto band = attempt.site->depth_band_at(dots[i].at);
    in_band +=
        fmt::format("<rect class=\"band\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
                    x - step / 2, y(band.low * t), step + 0.2, y(band.high * t) - y(band.low * t));
    points += fmt::format("{:.1f},{:.1f} ", x, y(dots[i].deposit_depth_um / 1000.0));
  }
  return fmt::format(
      "<svg class=\"trace\" viewBox=\"-44 -8 960 190\" role=\"img\" aria-label=\"{}\">{}<polyline "
      "points=\"{}\"/>"
      "<text class=\"note\" x=\"-40\" y=\"8\">0 mm</text><text class=\"note\" x=\"-40\" y=\"160\">{:g} "
      "mm</text>"
      "<text class=\"note\" x=\"0\" y=\"178\">{}</text><text class=\"note\" x=\"860\" "
      "y=\"178\">{}</text></svg>",
      said("Depth of every dot in order"), in_band, points, kDeepest, said("first dot"), said("last dot"));
}

std::string score_bar(int score, int pass) {
  return fmt::format(
      "<svg class=\"score\" viewBox=\"0 0 200 14\" aria-hidden=\"true\"><rect class=\"track\" y=\"3\" "
      "width=\"200\" height=\"8\" rx=\"4\"/>"
      "<rect class=\"{}\" y=\"3\" width=\"{:.1f}\" height=\"8\" rx=\"4\"/><path class=\"tick\" d=\"M{:.1f} "
      "0v14\"/></svg>",
      score >= pass ? "fill" : "fill below", score / 50.0, pass / 50.0);
}

}  // namespace trainer::report
