#include "trainer/ui/kit/layout.h"

#include <algorithm>
#include <cmath>

namespace trainer::ui {

namespace {

constexpr float kMargin = 16, kGap = 12;
// height of the tool rail: tools of 44 points, or 40 in a low window
constexpr float kTools = 506, kLowTools = 466;

float bar_height(const Frame& f) {
  return f.px(f.height_pt() < 800 ? 48 : 56);
}

float rail_width_pt(float width_pt) {
  if (width_pt < 1100) return 92;
  if (width_pt < 1440) return 280;
  return width_pt < 2000 ? 320 : 360;
}

Rect mirrored(Rect r, const Rect& window) {
  r.x = window.x + window.right() - r.right();
  return r;
}

}  // namespace

float fitting_scale(float asked, float width_px, float height_px) {
  const float room = std::min(width_px / kLeastWidth, height_px / kLeastHeight);
  if (asked <= room) return std::max(asked, 0.5F);
  return std::max(std::floor(room * 20.0F) / 20.0F, 0.5F);
}

WorkLayout work_layout(const Frame& f) {
  WorkLayout l;
  Rect rest = f.window;
  l.bar = rest.take_top(bar_height(f));
  l.canvas = rest;
  l.narrow = f.width_pt() < 1100;
  const Rect inner = rest.inset(f.px(kMargin));
  const float tools = f.height_pt() < 836 ? kLowTools : kTools;
  l.tools = {inner.x, inner.y, f.px(56), std::min(inner.h, f.px(tools))};
  const float rail = f.px(rail_width_pt(f.width_pt()));
  l.gauges = {inner.right() - rail, inner.y, rail, inner.h};
  // Under the tools, wider than they are: the needle's ground begins beside it.
  const float under = inner.h - f.px(tools + kGap);
  if (!l.narrow && under >= f.px(150)) {
    const float height = std::min(under, f.px(300));
    l.navigator = {inner.x, inner.bottom() - height, f.px(212), height};
  }
  const float left = std::max(l.tools.right(), l.navigator.right()) + f.px(kGap),
              right = l.gauges.x - f.px(kGap);
  const float coach = std::min(f.px(f.width_pt() < 1440 ? 560 : 736), right - left);
  const float high = f.px(f.height_pt() < 520 ? 64 : 80);
  l.coach = {std::round((left + right - coach) / 2), inner.bottom() - high, coach, high};
  l.free = {left, inner.y, right - left, l.coach.y - f.px(kGap) - inner.y};
  if (f.left_handed)
    for (Rect* r : {&l.tools, &l.gauges, &l.coach, &l.free, &l.navigator}) *r = mirrored(*r, f.window);
  return l;
}

FirstRunLayout first_run_layout(const Frame& f) {
  FirstRunLayout l;
  const bool small = f.width_pt() < 1440;
  l.compact = f.width_pt() < 960;
  const float gap = f.px(l.compact ? 20 : small ? 32 : 64);
  Rect rest = f.window.inset(gap);
  const float words = l.compact ? std::clamp(0.44F * rest.w, f.px(236), f.px(380)) : f.px(small ? 380 : 500);
  const float depth = f.px(72);
  if (f.left_handed) {
    l.depth = rest.take_left(depth);
    l.words = rest.take_right(words);
    rest.take_right(gap);
  } else {
    l.depth = rest.take_right(depth);
    l.words = rest.take_left(words);
    rest.take_left(gap);
  }
  const float side = std::min(rest.w, rest.h * 1.15F);
  l.canvas = {rest.x + (f.left_handed ? 0 : rest.w - side), rest.y, side, rest.h};
  l.depth.y = rest.y;
  l.depth.h = rest.h;
  return l;
}

BriefLayout brief_layout(const Frame& f) {
  BriefLayout l;
  Rect rest = f.window;
  l.bar = rest.take_top(bar_height(f));
  l.canvas = rest.take_left(std::round(rest.w * (f.width_pt() < 1100   ? 0.36F
                                                 : f.width_pt() < 1440 ? 0.45F
                                                                       : 0.55F)));
  l.foot = rest.take_bottom(f.px(104));
  l.words = rest;
  return l;
}

namespace {

DebriefLayout tabbed_debrief(const Frame& f) {
  DebriefLayout l;
  l.low = l.tabbed = true;
  Rect rest = f.window;
  l.bar = rest.take_top(bar_height(f));
  const float gap = f.px(kGap);
  rest = rest.inset(gap);
  l.canvas = rest.take_left(std::round(rest.w * 0.36F));
  rest.take_left(gap);
  l.verdict = rest.take_top(std::clamp(rest.h * 0.3F, f.px(92), f.px(120)));
  rest.take_top(gap);
  l.actions = rest.take_bottom(f.px(40));
  rest.take_bottom(f.px(8));
  l.tabs = rest.take_top(f.px(32));
  rest.take_top(f.px(8));
  l.criteria = l.ledger = l.timeline = rest;
  return l;
}

}  // namespace

DebriefLayout debrief_layout(const Frame& f) {
  if (f.width_pt() < 1000 || f.height_pt() < 600) return tabbed_debrief(f);
  DebriefLayout l;
  Rect rest = f.window;
  l.bar = rest.take_top(bar_height(f));
  rest = rest.inset(f.px(kMargin));
  l.low = f.height_pt() < 900;
  l.timeline = rest.take_bottom(f.px(l.low ? 176 : 256));
  Rect first_row = l.timeline.inset(f.px(14)).take_top(f.px(36));
  l.actions = first_row.take_right(std::min(f.px(380), first_row.w / 2));
  rest.take_bottom(f.px(kMargin));
  const float width = f.width_pt();
  l.canvas = rest.take_left(std::round(rest.w * (width < 1440 ? 0.34F : 0.405F)));
  rest.take_left(f.px(kMargin));
  l.verdict = rest.take_top(f.px(l.low ? 104 : 136));
  rest.take_top(f.px(kMargin));
  l.criteria = rest.take_left(std::round(std::clamp(rest.w * 0.37F, f.px(200), f.px(340))));
  rest.take_left(f.px(kMargin));
  l.ledger = rest;
  return l;
}

HomeLayout home_layout(const Frame& f) {
  HomeLayout l;
  Rect rest = f.window;
  l.bar = rest.take_top(bar_height(f));
  const float width = std::min(rest.w - f.px(2 * kMargin), f.px(1120));
  Rect column{std::round(rest.x + (rest.w - width) / 2), rest.y + f.px(24), width, rest.h - f.px(48)};
  l.hero = column.take_top(f.px(f.height_pt() < 800 ? 168 : 200));
  column.take_top(f.px(24));
  l.list = column;
  return l;
}

Rect sheet(const Frame& f, float width_pt, float height_pt) {
  const float w = std::min(f.px(width_pt), f.window.w - f.px(32));
  const float h = std::min(f.px(height_pt), f.window.h - f.px(32));
  return {std::round(f.window.x + (f.window.w - w) / 2), std::round(f.window.y + (f.window.h - h) / 2), w, h};
}

}  // namespace trainer::ui
