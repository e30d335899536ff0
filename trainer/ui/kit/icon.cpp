#include "trainer/ui/kit/icon.h"

#include <initializer_list>

namespace trainer::ui {

namespace {

struct Grid {
  const Ui& ui;
  Point centre;
  Colour c;

  // Grid points run from 0 to 20, the centre is (10, 10).
  [[nodiscard]] Point at(float x, float y) const {
    return {centre.x + ui.px(x - 10), centre.y + ui.px(y - 10)};
  }
  void path(std::initializer_list<Point> points) const {
    const Point* last = nullptr;
    for (const Point& p : points) {
      if (last != nullptr) ui.line(at(last->x, last->y), at(p.x, p.y), c, 1.5F);
      last = &p;
    }
  }
  void ring(float x, float y, float r) const { ui.ring(at(x, y), ui.px(r), c, 1.5F); }
  void dot(float x, float y, float r) const { ui.disc(at(x, y), ui.px(r), c); }
  void arc(float x, float y, float r, float from, float to) const {
    ui.arc(at(x, y), ui.px(r), from, to, c, 1.5F);
  }
  void solid(Point a, Point b, Point d) const { ui.triangle(at(a.x, a.y), at(b.x, b.y), at(d.x, d.y), c); }
};

void draw_work(const Grid& g, Icon icon) {
  switch (icon) {
    case Icon::Needle:
      g.path({{17, 3}, {10, 10}});
      g.path({{8, 9}, {11, 12}});
      g.path({{9, 11}, {3, 17}});
      break;
    case Icon::Hand:
      g.path({{6, 17},
              {4, 11},
              {6, 10},
              {7, 12},
              {7, 5},
              {9, 5},
              {9, 10},
              {9, 3},
              {11, 3},
              {11, 10},
              {13, 5},
              {15, 6},
              {14, 12},
              {12, 17}});
      break;
    case Icon::Mirror:
      g.path({{10, 2}, {10, 18}});
      g.path({{7, 5}, {2, 15}, {7, 15}, {7, 5}});
      g.path({{13, 5}, {18, 15}, {13, 15}, {13, 5}});
      break;
    case Icon::Undo:
      g.path({{7, 4}, {3, 8}, {7, 12}});
      g.path({{3, 8}, {13, 8}});
      g.arc(13, 12, 4, 0, 0.5F);
      g.path({{13, 16}, {8, 16}});
      break;
    case Icon::Redo:
      g.path({{13, 4}, {17, 8}, {13, 12}});
      g.path({{17, 8}, {7, 8}});
      g.arc(7, 12, 4, 0.5F, 1);
      g.path({{7, 16}, {12, 16}});
      break;
    case Icon::Reset:
    case Icon::Again:
      g.arc(10, 10, 6.5F, 0.12F, 0.95F);
      g.path({{15, 3}, {14.5F, 6.5F}, {11, 6}});
      break;
    case Icon::Eye:
      g.arc(10, 14, 9, 0.86F, 1.14F);
      g.arc(10, 6, 9, 0.36F, 0.64F);
      g.ring(10, 10, 2.5F);
      break;
    case Icon::Grid:
      g.path({{3, 3}, {17, 3}, {17, 17}, {3, 17}, {3, 3}});
      g.path({{10, 3}, {10, 17}});
      g.path({{3, 10}, {17, 10}});
      break;
    case Icon::Whole:
      g.path({{3, 7}, {3, 3}, {7, 3}});
      g.path({{13, 3}, {17, 3}, {17, 7}});
      g.path({{17, 13}, {17, 17}, {13, 17}});
      g.path({{7, 17}, {3, 17}, {3, 13}});
      break;
    case Icon::Loupe:
      g.ring(8.5F, 8.5F, 5.5F);
      g.path({{12.5F, 12.5F}, {17, 17}});
      break;
    case Icon::Layers:
      g.path({{10, 3}, {17, 7}, {10, 11}, {3, 7}, {10, 3}});
      g.path({{3, 11}, {10, 15}, {17, 11}});
      break;
    case Icon::Stretch:
      g.path({{4, 7}, {1, 10}, {4, 13}});
      g.path({{16, 7}, {19, 10}, {16, 13}});
      g.path({{1, 10}, {7, 10}});
      g.path({{13, 10}, {19, 10}});
      g.ring(10, 10, 2);
      break;
    default:
      break;
  }
}

void draw_sign(const Grid& g, Icon icon) {
  switch (icon) {
    case Icon::Back:
      g.path({{12, 4}, {6, 10}, {12, 16}});
      break;
    case Icon::Forward:
      g.path({{8, 4}, {14, 10}, {8, 16}});
      break;
    case Icon::Play:
      g.solid({6, 4}, {16, 10}, {6, 16});
      break;
    case Icon::Pause:
      g.path({{7, 4}, {7, 16}});
      g.path({{13, 4}, {13, 16}});
      break;
    case Icon::Help:
      g.ring(10, 10, 7.5F);
      g.arc(10, 8, 2.5F, 0.7F, 1.4F);
      g.path({{10.2F, 10.3F}, {10, 12}});
      g.dot(10, 14.2F, 1);
      break;
    case Icon::Gear:
      g.ring(10, 10, 3);
      g.ring(10, 10, 6);
      for (int i = 0; i < 8; ++i) {
        const float t = static_cast<float>(i) / 8;
        g.arc(10, 10, 8, t - 0.025F, t + 0.025F);
      }
      break;
    case Icon::Check:
      g.path({{4, 10}, {8.5F, 14.5F}, {16, 5.5F}});
      break;
    case Icon::Warning:
      g.path({{10, 3}, {18, 17}, {2, 17}, {10, 3}});
      g.path({{10, 8}, {10, 12}});
      g.dot(10, 14.5F, 1);
      break;
    case Icon::Clock:
      g.ring(10, 10, 7);
      g.path({{10, 6}, {10, 10}, {13, 12}});
      break;
    default:
      break;
  }
}

}  // namespace

void draw_icon(const Ui& ui, Icon icon, Point centre, Colour c) {
  const Grid grid{ui, centre, c};
  draw_work(grid, icon);
  draw_sign(grid, icon);
}

}  // namespace trainer::ui
