#include "trainer/canvas/overlay.h"

#include <algorithm>
#include <cmath>

#include "engine/scoring/spacing.h"
#include "engine/skin/dot.h"
#include "trainer/canvas/press_band.h"
#include "trainer/ui/kit/text.h"
#include "trainer/words/say.h"

namespace trainer::canvas {

using engine::skin::DepthState;
using ui::Point;
using ui::Token;

namespace {

// Parts of a line that can be seen, projected.
void add_line(const Lens& lens, const std::vector<CanvasPoint>& points, bool closed, bool dashed, Token token,
              ui::CanvasInk& ink) {
  ui::InkLine line{.points = {}, .closed = false, .dashed = dashed, .token = token};
  const auto flush = [&] {
    if (line.points.size() > 1) ink.lines.push_back(line);
    line.points.clear();
  };
  const std::size_t n = points.size();
  for (std::size_t i = 0; i < n + (closed ? 1 : 0); ++i) {
    if (const auto p = lens.project(points[i % n]))
      line.points.push_back(*p);
    else
      flush();
  }
  flush();
}

constexpr double kStillOnIt = 0.25;  // of the reference distance

struct Neighbour {
  double distance_px;
  Point at;
};

// The two nearest visible dots or hairs around the tip, in pixels.
std::vector<Neighbour> neighbours(const runner::Attempt& attempt, const Lens& lens, CanvasPoint at, Vec2 tip,
                                  double radius_mm) {
  std::vector<Neighbour> found;
  const double reach_um = radius_mm * 4000.0;
  const bool open = attempt.skin.contact && attempt.skin.contact->has_open_dot;
  const std::size_t n = attempt.skin.dots.size() - (open ? 1 : 0);
  for (std::size_t i = 0; i < n; ++i) {
    const auto& dot = attempt.skin.dots[i];
    // The dot just placed, while the tip still stands on it, is no warning.
    if (i + 1 == n && !open &&
        std::hypot(dot.at.u_um - at.u_um, dot.at.v_um - at.v_um) < radius_mm * kStillOnIt * 1000.0)
      continue;
    if (!engine::sim::is_there(attempt.skin, dot) || std::abs(dot.at.u_um - at.u_um) > reach_um ||
        std::abs(dot.at.v_um - at.v_um) > reach_um)
      continue;
    if (const auto p = lens.project(dot.at)) found.push_back({std::hypot(p->x - tip.x, p->y - tip.y), *p});
  }
  for (const auto& target : attempt.site->targets())
    for (const CanvasPoint root : target.roots) {
      if (std::abs(root.u_um - at.u_um) > reach_um || std::abs(root.v_um - at.v_um) > reach_um) continue;
      if (const auto p = lens.project(root)) found.push_back({std::hypot(p->x - tip.x, p->y - tip.y), *p});
    }
  const auto two = found.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(2, found.size()));
  std::partial_sort(found.begin(), two, found.end(),
                    [](const Neighbour& a, const Neighbour& b) { return a.distance_px < b.distance_px; });
  found.erase(two, found.end());
  return found;
}

void add_press(const Tip& tip, ui::NeedleInk& needle) {
  if (!tip.pressing || !tip.pressed) return;
  needle.press_share = ui::share_of_arc(*tip.pressed);
  needle.press_state = state_of(*tip.pressing);
  if (needle.press_state == DepthState::Target) needle.word = words::say("let go now");
  if (needle.press_state == DepthState::Deep) needle.word = words::say("deep: let go");
  if (needle.press_state == DepthState::Blowout) needle.word = words::say("too deep");
}

// The whole outline, or nothing: a hatched part would look like the whole.
std::vector<Point> seen_outline(const Lens& lens, const std::vector<CanvasPoint>& outline) {
  std::vector<Point> points;
  for (const CanvasPoint p : outline) {
    const auto at = lens.project(p);
    if (!at) return {};
    points.push_back(*at);
  }
  return points;
}

Token pin_token(const assessment::LedgerLine& line) {
  const bool too_little =
      line.kind == assessment::LedgerLine::Kind::Loss && engine::scoring::is_too_little(line.cause);
  return too_little ? Token::Under : Token::Tx;
}

}  // namespace

void add_ground(const runner::Attempt& attempt, const Lens& lens, ui::CanvasInk& ink) {
  for (const auto& target : attempt.site->targets()) {
    add_line(lens, target.zone.outline, true, false, Token::Tx, ink);
    for (const auto& rim : target.scar_rims) add_line(lens, rim, true, false, Token::T3, ink);
    for (const auto& stretch : target.contours)
      add_line(lens, {stretch.begin(), stretch.end()}, false, false, Token::T3, ink);
  }
  add_line(lens, attempt.site->hairline(), false, false, Token::Ac, ink);
  add_line(lens, attempt.drawn_hairline, false, true, Token::Warm, ink);
}

void add_no_go(const runner::Attempt& attempt, const Lens& lens, ui::CanvasInk& ink) {
  for (const auto& place : attempt.site->forbidden()) {
    auto outline = seen_outline(lens, place.zone.outline);
    if (outline.size() > 2)
      ink.no_go.push_back({std::move(outline), words::say("no needle: {}", ui::plain_words(place.zone.id))});
    else
      add_line(lens, place.zone.outline, true, false, Token::Over, ink);
  }
}

void add_frame(const Lens& lens, CanvasPoint low, std::int32_t side_um, ui::CanvasInk& ink) {
  const std::int32_t u = low.u_um + side_um, v = low.v_um + side_um;
  add_line(lens, {low, {u, low.v_um}, {u, v}, {low.u_um, v}}, true, false, Token::Tx, ink);
}

void add_drawing(const Lens& lens, const std::vector<CanvasPoint>& points, Vec2 tip, ui::CanvasInk& ink) {
  add_line(lens, points, false, false, Token::Warm, ink);
  const Point at{static_cast<float>(tip.x), static_cast<float>(tip.y)};
  if (!points.empty())
    if (const auto last = lens.project(points.back()))
      ink.lines.push_back({.points = {*last, at}, .dashed = true, .token = Token::Warm});
  ink.needle = ui::NeedleInk{.tip = at, .off = true};
}

void add_needle(const runner::Attempt& attempt, const Lens& lens, const Tip& tip, bool left_hand, bool rings,
                ui::CanvasInk& ink) {
  ui::NeedleInk needle{.tip = {static_cast<float>(tip.px.x), static_cast<float>(tip.px.y)},
                       .contact = tip.contact};
  needle.left_hand = left_hand;
  const auto at = lens.pick(tip.px);
  needle.off = !at || lens.camera().mirrored;
  needle.forbidden = at && attempt.site->forbidden_at(*at);
  const bool dots = asks_for_dots(attempt.skin);
  if (at && rings && dots && !needle.off && !needle.forbidden) {
    double density = ui::peak_density_per_mm2(attempt);
    const auto target = attempt.site->target_at(*at);
    if (target) {
      const auto& t = attempt.site->targets()[*target];
      if (const auto flat = t.plane.flatten(*at)) density = t.scars.empty() ? t.density.at(*flat) : 0.0;
    }
    if (density > 0.01) {
      const double px = lens.px_per_mm_at(*at), d_ref = engine::scoring::reference_distance(density).value;
      needle.near_px = static_cast<float>(engine::scoring::kCrowdedShare * d_ref * px);
      needle.next_px = static_cast<float>(engine::scoring::kNextShare * d_ref * px);
      const auto near = neighbours(attempt, lens, *at, tip.px, d_ref);
      for (const auto& n : near)
        if (n.distance_px < 1.6 * d_ref * px) needle.neighbours.push_back(n.at);
      needle.too_near = !near.empty() && near[0].distance_px < needle.near_px;
      needle.too_far = !near.empty() && near[0].distance_px > engine::scoring::kGapShare * d_ref * px;
    }
  }
  if (!needle.forbidden && dots) add_press(tip, needle);  // its ring is that of a dot's depth
  ink.needle = needle;
}

void add_ledger(const runner::Attempt& attempt, const assessment::Assessment& assessment, const Lens& lens,
                int chosen, ui::CanvasInk& ink) {
  int index = 0;
  const double px = lens.camera().px_per_mm;
  for (const auto& [line, number] : assessment.listed()) {
    const bool strong = index++ == chosen;
    const Token token = strong ? Token::Over : pin_token(*line);
    if (strong)
      for (const std::uint32_t dot : line->dots)
        if (dot < attempt.skin.dots.size() && !attempt.skin.dots[dot].withdrawn)
          if (const auto p = lens.project(attempt.skin.dots[dot].at))
            ink.marks.push_back({*p, static_cast<float>(std::max(4.0, 0.32 * px)), token});
    if (!line->at) continue;
    const auto at = lens.project(*line->at);
    if (!at) continue;
    if (strong && line->radius.value > 0)
      ink.marks.push_back({*at, static_cast<float>(line->radius.value * px), token});
    if (number > 0 && (strong || (chosen < 0 && number <= 6)))
      ink.pins.push_back({*at, number, strong, token});
  }
}

}  // namespace trainer::canvas
