// Layouts by numbers worked out by hand, their breakpoints on both sides, and what holds between 1280 x 720
// and 3840 x 2160 for either hand.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "trainer/ui/kit/layout.h"

using namespace trainer::ui;

namespace {

Frame frame(float w, float h, float scale = 1.0F, bool left = false) {
  return {{0, 0, w, h}, scale, left};
}
bool near(const Rect& a, const Rect& b, float by = 0.51F) {
  return std::fabs(a.x - b.x) <= by && std::fabs(a.y - b.y) <= by && std::fabs(a.w - b.w) <= by &&
         std::fabs(a.h - b.h) <= by;
}
Rect mirrored(const Rect& r, float width) {
  return {width - r.right(), r.y, r.w, r.h};
}
Rect times(const Rect& r, float k) {
  return {r.x * k, r.y * k, r.w * k, r.h * k};
}

struct Size {
  float w, h;
};
constexpr Size kSizes[] = {{1280, 720},  {1280, 800},  {1366, 768},  {1440, 900}, {1600, 1000},
                           {1920, 1080}, {2560, 1440}, {3440, 1440}, {3840, 2160}};

template <class Check>
void for_all(Check check) {
  for (const Size& size : kSizes) {
    CAPTURE(size.w);
    CAPTURE(size.h);
    check(size.w, size.h);
  }
}

}  // namespace

TEST_CASE("the practice screen at 1280 x 800, by hand") {
  const auto l = work_layout(frame(1280, 800));
  CHECK(l.bar == Rect{0, 0, 1280, 56});
  CHECK(l.canvas == Rect{0, 56, 1280, 744});
  CHECK(l.tools == Rect{16, 72, 56, 466});        // low: below 836 points
  CHECK(l.gauges == Rect{984, 72, 280, 712});     // a rail of 280
  CHECK(l.navigator == Rect{16, 550, 212, 234});  // 712 - 466 - 12
  CHECK(l.coach == Rect{326, 704, 560, 80});      // in the middle of 240 .. 972
  CHECK(l.free == Rect{240, 72, 732, 620});
  CHECK_FALSE(l.narrow);
}

TEST_CASE("the practice screen at 1920 x 1080, by hand") {
  const auto l = work_layout(frame(1920, 1080));
  CHECK(l.bar.h == 56);
  CHECK(l.tools == Rect{16, 72, 56, 506});
  CHECK(l.gauges == Rect{1584, 72, 320, 992});
  CHECK(l.navigator == Rect{16, 764, 212, 300});  // no higher than 300
  CHECK(l.coach == Rect{538, 984, 736, 80});
  CHECK(l.free == Rect{240, 72, 1332, 900});
}

TEST_CASE("the practice screen in its smallest window: a column of gauges, no map, a low bar") {
  const auto l = work_layout(frame(960, 600));
  CHECK(l.narrow);
  CHECK(l.bar.h == 48);
  CHECK(l.gauges == Rect{852, 64, 92, 520});
  CHECK(l.navigator == Rect{});
  CHECK(l.free.x == 84);
  CHECK(l.free.right() == 840);
}

TEST_CASE("the bar grows at 800 points, gauges widen at 1100, 1440 and 2000, and not a point before") {
  CHECK(work_layout(frame(1280, 799)).bar.h == 48);
  CHECK(work_layout(frame(1280, 800)).bar.h == 56);
  const std::pair<float, float> kRails[] = {{1099, 92},  {1100, 280}, {1439, 280},
                                            {1440, 320}, {1999, 320}, {2000, 360}};
  for (const auto& [width, rail] : kRails) {
    CAPTURE(width);
    CHECK(work_layout(frame(width, 900)).gauges.w == rail);
    CHECK(work_layout(frame(width, 900)).narrow == (width < 1100));
  }
  CHECK(work_layout(frame(1439, 900)).coach.w == 560);
  CHECK(work_layout(frame(1440, 900)).coach.w == 736);
  CHECK(work_layout(frame(1280, 835)).tools.h == 466);
  CHECK(work_layout(frame(1280, 836)).tools.h == 506);
}

TEST_CASE("the map stands under the tools where 150 points are left for it, and else not at all") {
  // 48 + 16 + 466 + 12 + 150 + 16
  CHECK(work_layout(frame(1280, 708)).navigator.h == 150);
  CHECK(work_layout(frame(1280, 707)).navigator.h == 0);
  CHECK(work_layout(frame(1280, 707)).free.x < work_layout(frame(1280, 708)).free.x);
}

TEST_CASE("everything of the practice screen is mirrored for the left hand, but for bar and canvas") {
  for_all([](float w, float h) {
    const auto right = work_layout(frame(w, h)), left = work_layout(frame(w, h, 1, true));
    CHECK(near(left.tools, mirrored(right.tools, w)));
    CHECK(near(left.gauges, mirrored(right.gauges, w)));
    CHECK(near(left.coach, mirrored(right.coach, w)));
    CHECK(near(left.free, mirrored(right.free, w)));
    if (right.navigator.w > 0) CHECK(near(left.navigator, mirrored(right.navigator, w)));
    CHECK(left.bar == right.bar);
    CHECK(left.canvas == right.canvas);
  });
}

TEST_CASE("a window twice as large at twice the scale is the same layout, twice as large") {
  for_all([](float w, float h) {
    for (const bool hand : {false, true}) {
      const Frame one = frame(w, h, 1, hand), two = frame(2 * w, 2 * h, 2, hand);
      const auto a = work_layout(one), b = work_layout(two);
      for (const auto& [x, y] : {std::pair{a.bar, b.bar},
                                 {a.tools, b.tools},
                                 {a.gauges, b.gauges},
                                 {a.coach, b.coach},
                                 {a.free, b.free},
                                 {a.navigator, b.navigator}})
        CHECK(near(times(x, 2), y, 1.01F));
      const auto c = debrief_layout(one), d = debrief_layout(two);
      for (const auto& [x, y] : {std::pair{c.canvas, d.canvas},
                                 {c.verdict, d.verdict},
                                 {c.ledger, d.ledger},
                                 {c.timeline, d.timeline},
                                 {c.actions, d.actions}})
        CHECK(near(times(x, 2), y, 1.51F));
      CHECK(near(times(home_layout(one).hero, 2), home_layout(two).hero, 1.01F));
      CHECK(near(times(brief_layout(one).words, 2), brief_layout(two).words, 1.01F));
      CHECK(near(times(first_run_layout(one).canvas, 2), first_run_layout(two).canvas, 1.01F));
    }
  });
}

TEST_CASE("a larger window gives the needle more ground, in both directions") {
  float before = 0;
  for (float w = 1100; w < 4000; w += 20) {
    const float now = work_layout(frame(w, 1000)).free.w;
    // Only where the gauges widen it may lose what they take.
    CHECK(now >= before - 40);
    before = now;
  }
  before = 0;
  for (float h = 600; h < 2200; h += 20) {
    const float now = work_layout(frame(1600, h)).free.h;
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("the coach's line lies under the needle's ground, in the middle of it") {
  for_all([](float w, float h) {
    for (const bool left : {false, true}) {
      const auto l = work_layout(frame(w, h, 1, left));
      CHECK(std::fabs(l.coach.centre().x - l.free.centre().x) <= 1.0F);
      CHECK(l.coach.y - l.free.bottom() == 12);
      CHECK(l.coach.w <= l.free.w);
      CHECK(l.coach.bottom() == h - 16);
    }
  });
}

TEST_CASE("the brief at 1280 x 800: 45 % for what is worked on, 104 points for the buttons") {
  const auto l = brief_layout(frame(1280, 800));
  CHECK(l.canvas == Rect{0, 56, 576, 744});
  CHECK(l.foot == Rect{576, 696, 704, 104});
  CHECK(l.words == Rect{576, 56, 704, 640});
  CHECK(brief_layout(frame(1099, 800)).canvas.w == 396);  // 36 %
  CHECK(brief_layout(frame(1440, 900)).canvas.w == 792);  // 55 %
}

TEST_CASE("the parts of a brief cover the whole window and nothing twice") {
  for_all([](float w, float h) {
    const auto l = brief_layout(frame(w, h));
    float sum = 0;
    for (const Rect& r : {l.bar, l.canvas, l.words, l.foot}) sum += r.w * r.h;
    CHECK(sum == doctest::Approx(w * h));
  });
}

TEST_CASE("home's column is 1120 points at most and stands in the middle") {
  for_all([](float w, float h) {
    const auto l = home_layout(frame(w, h));
    CHECK(l.hero.w == std::min(1120.0F, w - 32));
    CHECK(std::fabs(l.hero.centre().x - w / 2) <= 0.5F);
    CHECK(l.list.x == l.hero.x);
    CHECK(l.list.y == l.hero.bottom() + 24);
    CHECK(l.list.bottom() == h - 24);
  });
  CHECK(home_layout(frame(1280, 799)).hero.h == 168);
  CHECK(home_layout(frame(1280, 800)).hero.h == 200);
  CHECK(home_layout(frame(1000, 800)).hero.w == 968);
}

TEST_CASE("the debrief at 1920 x 1080, by hand") {
  const auto l = debrief_layout(frame(1920, 1080));
  CHECK_FALSE(l.tabbed);
  CHECK_FALSE(l.low);
  CHECK(l.timeline == Rect{16, 808, 1888, 256});
  CHECK(l.canvas == Rect{16, 72, 765, 720});  // 40.5 % of 1888
  CHECK(l.verdict == Rect{797, 72, 1107, 136});
  CHECK(l.criteria == Rect{797, 224, 340, 568});  // no wider than 340
  CHECK(l.ledger == Rect{1153, 224, 751, 568});
  CHECK(l.actions == Rect{1510, 822, 380, 36});
}

TEST_CASE("the debrief is tabbed below 1000 by 600 points, and low below 900") {
  CHECK(debrief_layout(frame(999, 800)).tabbed);
  CHECK_FALSE(debrief_layout(frame(1000, 600)).tabbed);
  CHECK(debrief_layout(frame(1280, 599)).tabbed);
  CHECK(debrief_layout(frame(1280, 899)).low);
  CHECK_FALSE(debrief_layout(frame(1280, 900)).low);
  CHECK(debrief_layout(frame(1280, 899)).timeline.h == 176);
  CHECK(debrief_layout(frame(1280, 900)).timeline.h == 256);
}

TEST_CASE("the books never fall below what a line needs, and criteria stay between 200 and 340 points") {
  for_all([](float w, float h) {
    const auto l = debrief_layout(frame(w, h));
    CHECK(l.criteria.w >= 200);
    CHECK(l.criteria.w <= 340);
    CHECK(l.ledger.w >= 420);
    CHECK(l.ledger.h >= 160);
    CHECK(l.timeline.bottom() == h - 16);
    CHECK(l.ledger.right() == w - 16);
  });
}

TEST_CASE("the first minutes: words, skin and depth from the writing hand's far side") {
  const auto l = first_run_layout(frame(1280, 800));
  CHECK(l.words == Rect{32, 32, 380, 736});
  CHECK(l.depth == Rect{1176, 32, 72, 736});
  CHECK(l.canvas == Rect{444, 32, 732, 736});
  const auto left = first_run_layout(frame(1280, 800, 1, true));
  CHECK(left.words == Rect{868, 32, 380, 736});
  CHECK(left.depth == Rect{32, 32, 72, 736});
  CHECK(left.canvas == mirrored(l.canvas, 1280));
}

TEST_CASE("the skin of the first minutes is at most a little wider than high, and touches the depth bar") {
  for_all([](float w, float h) {
    for (const bool hand : {false, true}) {
      const auto l = first_run_layout(frame(w, h, 1, hand));
      CHECK(l.canvas.w <= 1.15F * l.canvas.h + 0.5F);
      CHECK(std::fabs((hand ? l.canvas.x - l.depth.right() : l.depth.x - l.canvas.right())) <= 0.5F);
      CHECK_FALSE(l.compact);
    }
  });
  CHECK(first_run_layout(frame(959, 700)).compact);
  CHECK(first_run_layout(frame(1439, 900)).words.w == 380);
  CHECK(first_run_layout(frame(1440, 900)).words.w == 500);
}

TEST_CASE("a sheet is as large as it asks for where there is room, and 16 points inside the window else") {
  CHECK(sheet(frame(1280, 800), 600, 400) == Rect{340, 200, 600, 400});
  CHECK(sheet(frame(1280, 800), 4000, 4000) == Rect{16, 16, 1248, 768});
  CHECK(sheet(frame(1280, 800, 2), 500, 300) == Rect{140, 100, 1000, 600});
  // On whole pixels, so that its lines are sharp.
  const Rect odd = sheet(frame(1281, 801), 600, 400);
  CHECK(odd.x == std::round(odd.x));
  CHECK(odd.y == std::round(odd.y));
}

TEST_CASE("a window that begins elsewhere moves its parts with it") {
  Frame moved = frame(1280, 800);
  moved.window.x = 100;
  moved.window.y = 50;
  const auto a = work_layout(frame(1280, 800)), b = work_layout(moved);
  for (const auto& [x, y] : {std::pair{a.bar, b.bar},
                             {a.tools, b.tools},
                             {a.gauges, b.gauges},
                             {a.free, b.free},
                             {a.navigator, b.navigator}})
    CHECK(near({x.x + 100, x.y + 50, x.w, x.h}, y));
  moved.left_handed = true;
  CHECK(near(work_layout(moved).tools, {100 + 1280 - 72, 50 + 72, 56, 466}));
}
