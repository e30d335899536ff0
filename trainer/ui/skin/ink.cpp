#include "trainer/ui/skin/ink.h"

#include "trainer/ui/kit/palette.h"
#include "trainer/words/say.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace trainer::ui {

namespace {

Colour ink_colour(Token t) {
  switch (t) {
    case Token::Ac:
      return ink::kTeal;
    case Token::Warm:
      return ink::kWarm;
    case Token::Over:
      return ink::kOver;
    case Token::Under:
      return ink::kUnder;
    default:
      return ink::kCore;
  }
}

void stroke(const std::vector<Point>& points, bool closed, Colour c, float width) {
  static_assert(sizeof(Point) == sizeof(ImVec2));
  std::vector<ImVec2> flat;
  flat.reserve(points.size());
  for (const Point& p : points) flat.push_back({p.x, p.y});
  ImGui::GetWindowDrawList()->AddPolyline(flat.data(), static_cast<int>(flat.size()), im(c),
                                          closed ? ImDrawFlags_Closed : 0, width);
}

void ink_line(const Ui& ui, const std::vector<Point>& points, bool closed, Colour c, float width_pt) {
  if (points.size() < 2) return;
  stroke(points, closed, ink::kHalo, ui.px(width_pt + 2.5F));
  stroke(points, closed, c, ui.px(width_pt));
}

void ink_ring(const Ui& ui, Point at, float radius, Colour c, float width_pt) {
  ui.ring(at, radius, ink::kHalo, width_pt + 2.5F);
  ui.ring(at, radius, c, width_pt);
}

void ink_dashed_ring(const Ui& ui, Point at, float radius, Colour c) {
  constexpr int kDashes = 28;
  for (int i = 0; i < kDashes; ++i) {
    const float from = static_cast<float>(i) / kDashes;
    ui.arc(at, radius, from, from + 0.6F / kDashes, ink::kHalo, 4);
    ui.arc(at, radius, from, from + 0.6F / kDashes, c, 1.5F);
  }
}

void draw_scale_bar(const Ui& ui, const Rect& calm, float length) {
  const float y = calm.bottom() - ui.px(20), x = calm.x + ui.px(20);
  const std::string says = words::say("{:g} mm", kScaleBar.value);
  const float wide = std::max(length, ui.width(Style::Small, says));
  const float from = x + (wide - length) / 2;
  ui.fill({x - ui.px(10), y - ui.px(26), wide + ui.px(20), ui.px(38)}, ink::kTag, 6);
  ink_line(ui, {{from, y}, {from + length, y}}, false, ink::kCore, 2);
  for (const float end : {from, from + length})
    ink_line(ui, {{end, y - ui.px(4)}, {end, y + ui.px(4)}}, false, ink::kCore, 2);
  ui.text({x + wide / 2, y - ui.px(23)}, Style::Small, ink::kTagText, says, Align::Centre);
}

void draw_cross(const Ui& ui, const InkCross& cross) {
  const float a = ui.px(11), gap = ui.px(3);
  const Colour c = cross.lit ? ink::kTeal : ink::kCore;
  for (const Point d : {Point{1, 0}, Point{-1, 0}, Point{0, 1}, Point{0, -1}})
    ink_line(ui,
             {{cross.at.x + d.x * gap, cross.at.y + d.y * gap}, {cross.at.x + d.x * a, cross.at.y + d.y * a}},
             false, c, 2);
  if (cross.lit) ink_ring(ui, cross.at, ui.px(18), c, 1.5F);
}

// Three lines that run outwards and fade.
void draw_ripple(const Ui& ui, const NeedleInk& n) {
  constexpr int kLines = 3;
  if (!n.ripple) return;
  for (int k = 0; k < kLines; ++k) {
    const float radius = 10.0F + 7.0F * static_cast<float>(k) + 12.0F * *n.ripple;
    const double alpha = (0.55 - 0.14 * k) * (1.0 - static_cast<double>(*n.ripple));
    ui.ring(n.tip, ui.px(radius), with_alpha(ink::kHalo, alpha * 0.6), 2.5F);
    ui.ring(n.tip, ui.px(radius), with_alpha(ink::kCore, alpha), 1.0F);
  }
}

// Hollow with a wide faint one while it hovers, full in contact.
void draw_contact(const Ui& ui, const NeedleInk& n) {
  const float radius = ui.px(4.5F);
  ink_ring(ui, n.tip, radius, ink::kCore, 1.5F);
  if (n.contact)
    ui.disc(n.tip, radius, ink::kCore);
  else
    ui.ring(n.tip, ui.px(9), with_alpha(ink::kCore, 0.35), 1.5F);
}

void draw_press(const Ui& ui, const NeedleInk& n) {
  if (!n.press_share) return;
  const float r = ui.px(56);
  ui.arc(n.tip, r, 0, 1, ink::kHalo, 9);
  ui.arc(n.tip, r, n.band_from, n.band_to, with_alpha(ink::kTeal, 0.45), 5);
  for (const float mark : {n.band_from, n.band_to})
    ui.arc(n.tip, r, mark - 0.006F, mark + 0.006F, ink::kCore, 13);
  const Colour c = n.press_state == DepthState::Target                                         ? ink::kTeal
                   : n.press_state == DepthState::Deep || n.press_state == DepthState::Blowout ? ink::kOver
                                                                                               : ink::kUnder;
  ui.arc(n.tip, r, 0, std::min(1.0F, *n.press_share), c, 5);
}

void draw_needle(const Ui& ui, const NeedleInk& n) {
  if (n.off) return ink_ring(ui, n.tip, ui.px(9), ink::kCore, 1.5F);
  if (n.near_px > 0) {
    for (const Point& p : n.neighbours) ink_line(ui, {n.tip, p}, false, ink::kTeal, 1.5F);
    if (n.too_near) ui.disc(n.tip, n.near_px, with_alpha(ink::kOver, 0.4));
    ink_ring(ui, n.tip, n.near_px, n.too_near ? ink::kOver : ink::kCore, 1.5F);
    ink_dashed_ring(ui, n.tip, n.next_px, n.too_far ? ink::kUnder : ink::kCore);
  }
  draw_press(ui, n);
  draw_ripple(ui, n);
  if (n.pen)
    draw_pen(*ImGui::GetWindowDrawList(),
             pen_pose(n.tip, n.tilt.value_or(assumed_tilt(n.left_hand)), ui.scale, n.left_hand, n.contact),
             n.opacity);
  draw_contact(ui, n);
  if (n.forbidden) {  // the sign of prohibition
    const float r = ui.px(16), d = r * 0.707F;
    ink_ring(ui, n.tip, r, ink::kOver, 3);
    ink_line(ui, {{n.tip.x - d, n.tip.y - d}, {n.tip.x + d, n.tip.y + d}}, false, ink::kOver, 3);
  }
  if (!n.word.empty()) draw_tag(ui, {n.tip.x, n.tip.y + ui.px(84)}, n.word, ink::kTagText);
}

void draw_compass(const Ui& ui, const InkCompass& c) {
  const Point d = c.direction, n{-d.y, d.x};
  const float a = ui.px(12), b = ui.px(7);
  ui.disc(c.at, ui.px(17), ink::kTag);
  ui.triangle({c.at.x + d.x * a, c.at.y + d.y * a}, {c.at.x - d.x * b + n.x * b, c.at.y - d.y * b + n.y * b},
              {c.at.x - d.x * b - n.x * b, c.at.y - d.y * b - n.y * b}, ink::kWarm);
  draw_tag(ui, {c.at.x - d.x * ui.px(44), c.at.y - d.y * ui.px(30)}, words::say("face"), ink::kWarm);
}

void draw_loupe(const Ui& ui, const InkLoupe& l) {
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(l.texture));
  ui.disc(l.centre, l.radius + ui.px(4), ink::kHalo);
  ImGui::GetWindowDrawList()->AddImageRounded(id, {l.centre.x - l.radius, l.centre.y - l.radius},
                                              {l.centre.x + l.radius, l.centre.y + l.radius}, {0, 1}, {1, 0},
                                              im(ink::kCore), l.radius);
  ui.ring(l.centre, l.radius, ink::kCore, 2);
  ink_ring(ui, l.centre, ui.px(9), ink::kCore, 1.5F);
  const float y = l.centre.y + l.radius - ui.px(34), half = l.one_mm_px / 2;
  ink_line(ui, {{l.centre.x - half, y}, {l.centre.x + half, y}}, false, ink::kCore, 2);
  for (const float x : {l.centre.x - half, l.centre.x + half})
    ink_line(ui, {{x, y - ui.px(4)}, {x, y + ui.px(4)}}, false, ink::kCore, 2);
  draw_tag(ui, {l.centre.x, y + ui.px(17)}, words::say("1 mm"), ink::kTagText);
}

void draw_no_go(const Ui& ui, const InkNoGo& place) {
  for (const auto& [a, b] : hatching(place.outline, ui.px(11))) ink_line(ui, {a, b}, false, ink::kOver, 1.5F);
  ink_line(ui, place.outline, true, ink::kOver, 2);
}

void name_no_go(const Ui& ui, const Rect& clip, const InkNoGo& place) {
  Point low = place.outline.front(), high = low;
  for (const Point& p : place.outline) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  if (high.x < clip.x || low.x > clip.right() || high.y < clip.y || low.y > clip.bottom()) return;
  // Its name below it, or where there is room for it.
  const float half = ui.width(Style::Small, place.name) / 2 + ui.px(16), edge = ui.px(20);
  const Point at{
      std::clamp((low.x + high.x) / 2, clip.x + half, std::max(clip.x + half, clip.right() - half)),
      std::clamp(high.y + ui.px(18), clip.y + edge, clip.bottom() - edge)};
  draw_tag(ui, at, place.name, ink::kOver);
}

void draw_names(const Ui& ui, const Rect& calm, const CanvasInk& ink) {
  std::vector<Rect> taken;
  const float h = ui.px(24), gap = ui.px(4);
  for (const InkMark& mark : ink.marks)
    taken.push_back({mark.at.x - mark.radius, mark.at.y - mark.radius, 2 * mark.radius, 2 * mark.radius});
  for (const InkTag& tag : ink.tags) {
    const float w = ui.width(Style::Small, tag.text) + ui.px(16);
    taken.push_back({tag.at.x - w / 2, tag.at.y - h / 2, w, h});
  }
  for (const InkName& name : ink.names) {
    const float w = ui.width(Style::Small, name.text) + ui.px(16);
    const auto at = place_name(name.of, w, h + 2 * gap, calm, taken, ink.lines);
    if (!at) continue;
    const Rect r{at->x - w / 2, at->y - h / 2, w, h};
    taken.push_back({r.x - gap, r.y - gap, r.w + 2 * gap, r.h + 2 * gap});
    const Point edge{std::clamp(name.of.x, r.x, r.right()), std::clamp(name.of.y, r.y, r.bottom())};
    const float way = std::hypot(edge.x - name.of.x, edge.y - name.of.y), ring = ui.px(7);
    if (way > ring)
      ink_line(
          ui,
          {{name.of.x + (edge.x - name.of.x) * ring / way, name.of.y + (edge.y - name.of.y) * ring / way},
           edge},
          false, ink_colour(name.token), 1.0F);
    draw_tag(ui, *at, name.text, ink_colour(name.token));
  }
}

}  // namespace

void draw_tag(const Ui& ui, Point centre, std::string_view text, Colour c) {
  const float w = ui.width(Style::Small, text) + ui.px(16);
  const Rect r{centre.x - w / 2, centre.y - ui.px(12), w, ui.px(24)};
  ui.fill(r, ink::kTag, 6);
  ui.text_in(r, Style::Small, c, text, Align::Centre);
}

namespace {

void draw_heat(const Ui& ui, const InkHeat& heat) {
  constexpr double kOpaque = 0.80;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const InkHeatCell& cell : heat.cells) {
    const auto& c = cell.corners;
    list.AddQuadFilled({c[0].x, c[0].y}, {c[1].x, c[1].y}, {c[2].x, c[2].y}, {c[3].x, c[3].y},
                       im(with_alpha(diverging(cell.value), kOpaque)));
  }
  for (const InkHeatCell& cell : heat.cells)
    if (cell.sign)
      ui.text({(cell.corners[0].x + cell.corners[2].x) / 2,
               (cell.corners[0].y + cell.corners[2].y) / 2 - ui.line(Style::Strong) / 2},
              Style::Strong, ink::kTag, cell.value > 0 ? "+" : "\u2212", Align::Centre);
  for (const InkHeatDot& dot : heat.dots) {
    ui.disc(dot.at, dot.radius + ui.px(1), with_alpha(ink::kTag, 0.55));
    ui.disc(dot.at, dot.radius, diverging(dot.value));
  }
}

// Lower right of the calm part: a bar from too little to too much, with its words.
void draw_legend(const Ui& ui, const Rect& calm, const InkHeat& heat) {
  constexpr int kSteps = 24;
  const Rect box{calm.right() - ui.px(252), calm.bottom() - ui.px(84), ui.px(240), ui.px(72)};
  ui.fill(box, ink::kTag, 8);
  ui.text({box.x + ui.px(12), box.y + ui.px(6)}, Style::Small, ink::kTagText, heat.legend.title);
  const Rect bar{box.x + ui.px(12), box.y + ui.px(28), box.w - ui.px(24), ui.px(14)};
  for (int k = 0; k < kSteps; ++k)
    ui.fill({bar.x + bar.w * static_cast<float>(k) / kSteps, bar.y, bar.w / kSteps + 1.0F, bar.h},
            diverging(2.0 * (k + 0.5) / kSteps - 1.0));
  const float y = bar.bottom() + ui.px(4);
  ui.text({bar.x, y}, Style::Small, ink::kTagText, heat.legend.ends[0]);
  ui.text({bar.centre().x, y}, Style::Small, ink::kTagText, heat.legend.ends[1], Align::Centre);
  ui.text({bar.right(), y}, Style::Small, ink::kTagText, heat.legend.ends[2], Align::Right);
}

}  // namespace

void draw_ink(Ui& ui, const Rect& clip, const Rect& calm, const CanvasInk& ink) {
  ImGui::PushClipRect({clip.x, clip.y}, {clip.right(), clip.bottom()}, true);
  if (ink.heat) draw_heat(ui, *ink.heat);
  for (const auto& place : ink.no_go) draw_no_go(ui, place);
  for (const auto& line : ink.lines) {
    if (!line.dashed) {
      ink_line(ui, line.points, line.closed, ink_colour(line.token), 1.5F);
      continue;
    }
    for (const auto& dash : dashes(line.points, ui.px(6), ui.px(4)))
      ink_line(ui, dash, false, ink_colour(line.token), 1.5F);
  }
  for (const auto& mark : ink.marks) ink_ring(ui, mark.at, mark.radius, ink_colour(mark.token), 1.5F);
  for (const auto& pin : ink.pins) {
    const float r = ui.px(pin.strong ? 12 : 10);
    ui.disc(pin.at, r + ui.px(1.5F), ink::kTag);
    ui.disc(pin.at, r, ink_colour(pin.token));
    ui.text({pin.at.x, pin.at.y - ui.line(Style::Small) / 2}, Style::Small, ink::kTag,
            std::to_string(pin.number), Align::Centre);
  }
  for (const auto& place : ink.no_go) name_no_go(ui, clip, place);
  for (const auto& tag : ink.tags)
    draw_tag(ui, tag.at, tag.text, tag.token == Token::Tx ? ink::kTagText : ink_colour(tag.token));
  draw_names(ui, calm, ink);
  if (ink.needle) draw_needle(ui, *ink.needle);
  for (const auto& cross : ink.crosses) draw_cross(ui, cross);  // the pen must not hide where to go
  if (ink.compass) draw_compass(ui, *ink.compass);
  if (ink.heat) draw_legend(ui, calm, *ink.heat);
  if (ink.heat && ink.heat->value) draw_tag(ui, ink.heat->value->at, ink.heat->value->text, ink::kTagText);
  if (ink.loupe) draw_loupe(ui, *ink.loupe);
  if (ink.scale_bar_px > 0) draw_scale_bar(ui, calm, ink.scale_bar_px);
  if (!ink.badge.empty()) draw_tag(ui, {calm.centre().x, calm.y + ui.px(24)}, ink.badge, ink::kWarm);
  ImGui::PopClipRect();
}

}  // namespace trainer::ui
