// Rectangles in pixels of the window, y down.
#pragma once

#include <algorithm>

namespace trainer::ui {

struct Point {
  float x = 0.0F, y = 0.0F;
  bool operator==(const Point&) const = default;
};

struct Rect {
  float x = 0.0F, y = 0.0F, w = 0.0F, h = 0.0F;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.y >= y && p.x < right() && p.y < bottom();
  }
  [[nodiscard]] Rect inset(float d) const {
    return {x + d, y + d, std::max(0.0F, w - 2 * d), std::max(0.0F, h - 2 * d)};
  }
  [[nodiscard]] bool overlaps(const Rect& o) const {
    return w > 0 && h > 0 && o.w > 0 && o.h > 0 && x < o.right() && o.x < right() && y < o.bottom() &&
           o.y < bottom();
  }
  // Cuts a strip off and keeps the rest.
  Rect take_top(float d) {
    Rect r{x, y, w, std::min(d, h)};
    y += r.h;
    h -= r.h;
    return r;
  }
  Rect take_bottom(float d) {
    Rect r{x, bottom() - std::min(d, h), w, std::min(d, h)};
    h -= r.h;
    return r;
  }
  Rect take_left(float d) {
    Rect r{x, y, std::min(d, w), h};
    x += r.w;
    w -= r.w;
    return r;
  }
  Rect take_right(float d) {
    Rect r{right() - std::min(d, w), y, std::min(d, w), h};
    w -= r.w;
    return r;
  }
  bool operator==(const Rect&) const = default;
};

}  // namespace trainer::ui
