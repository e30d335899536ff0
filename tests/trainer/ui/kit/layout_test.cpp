#include "trainer/ui/kit/layout.h"

#include <doctest/doctest.h>

#include <vector>

using namespace trainer::ui;

namespace {

struct Size {
  float w, h;
};
constexpr Size kSizes[] = {{960, 600}, {1280, 720}, {1280, 800}, {1600, 1000}, {1920, 1080}, {3840, 2160}};
constexpr float kScales[] = {1.0F, 1.25F, 1.5F, 2.0F, 3.0F};

template <class Check>
void for_all(Check check) {
  for (const Size& size : kSizes)
    for (const float scale : kScales)
      for (const bool left : {false, true}) {
        if (size.w / scale < 960 || size.h / scale < 600) continue;  // below the smallest window
        CAPTURE(size.w);
        CAPTURE(size.h);
        CAPTURE(scale);
        CAPTURE(left);
        check(Frame{{0, 0, size.w, size.h}, scale, left});
      }
}

void apart(const std::vector<Rect>& rects) {
  for (std::size_t i = 0; i < rects.size(); ++i)
    for (std::size_t j = i + 1; j < rects.size(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      CHECK_FALSE(rects[i].overlaps(rects[j]));
    }
}

}  // namespace

TEST_CASE("no panel of the practice screen covers another or the ground of the needle") {
  for_all([](const Frame& f) {
    const auto l = work_layout(f);
    apart({l.bar, l.tools, l.gauges, l.coach, l.free});
    if (l.navigator.h > 0) {
      apart({l.bar, l.tools, l.navigator, l.gauges, l.coach, l.free});
      CHECK(l.navigator.h >= f.px(150));
    }
    CHECK((l.narrow || l.navigator.h > 0 || f.height_pt() < 700));
    CHECK(l.free.w > 0.4F * f.window.w);
    CHECK(l.free.h > 0.5F * f.window.h);
    for (const Rect& r : {l.tools, l.gauges, l.coach, l.free}) {
      CHECK(r.x >= 0);
      CHECK(r.right() <= f.window.w + 0.5F);
      CHECK(r.bottom() <= f.window.h + 0.5F);
    }
    CHECK(l.canvas.w * l.canvas.h >= 0.6F * f.window.w * f.window.h);
  });
}

TEST_CASE("the left-handed layout has tools on the right and gauges on the left") {
  const Frame right{{0, 0, 1600, 1000}, 1, false}, left{{0, 0, 1600, 1000}, 1, true};
  CHECK(work_layout(right).tools.x < 100);
  CHECK(work_layout(left).tools.x > 1500);
  CHECK(work_layout(left).gauges.right() < 400);
  CHECK(work_layout(left).free.w == work_layout(right).free.w);
}

TEST_CASE(
    "in a small window, or with large text, the first minutes leave more than a third of it to the skin") {
  for (const Frame& f : {Frame{{0, 0, 1280, 800}, 2, false}, Frame{{0, 0, 1280, 800}, 2, true},
                         Frame{{0, 0, 1280, 800}, 1.5F, false}, Frame{{0, 0, 640, 400}, 1, false}}) {
    const auto first = first_run_layout(f);
    CHECK(first.compact);
    apart({first.words, first.canvas, first.depth});
    CHECK(first.canvas.w > 0.36F * f.window.w);
    CHECK(first.words.w >= f.px(236));
  }
}

TEST_CASE("first run, brief, debrief and home keep their parts apart") {
  for_all([](const Frame& f) {
    const auto first = first_run_layout(f);
    apart({first.words, first.canvas, first.depth});
    CHECK(first.canvas.w > 0.3F * f.window.w);
    const auto brief = brief_layout(f);
    apart({brief.bar, brief.canvas, brief.words, brief.foot});
    const auto debrief = debrief_layout(f);
    apart({debrief.bar, debrief.canvas, debrief.verdict, debrief.criteria});
    if (!debrief.tabbed)
      apart(
          {debrief.bar, debrief.canvas, debrief.verdict, debrief.criteria, debrief.ledger, debrief.timeline});
    CHECK(debrief.ledger.h > f.px(180));
    CHECK(debrief.ledger.w > f.px(260));
    const auto home = home_layout(f);
    apart({home.bar, home.hero, home.list});
    const Rect s = sheet(f, 860, 560);
    CHECK(s.x >= 0);
    CHECK(s.bottom() <= f.window.h);
  });
}

TEST_CASE("a debrief in a window too small for all has tabs, and what to do next stays in reach") {
  for (const Size size : {Size{1280, 800}, Size{1280, 720}})
    for (const float scale : {1.5F, 2.0F}) {
      CAPTURE(scale);
      const Frame f{{0, 0, size.w, size.h}, scale, false};
      const auto l = debrief_layout(f);
      CHECK(l.tabbed);
      apart({l.bar, l.canvas, l.verdict, l.tabs, l.ledger, l.actions});
      CHECK(l.ledger == l.criteria);
      CHECK(l.ledger == l.timeline);
      CHECK(l.ledger.h >= f.px(80));
      CHECK(l.actions.bottom() <= f.window.h);
    }
  CHECK_FALSE(debrief_layout({{0, 0, 1280, 800}, 1, false}).tabbed);
}

TEST_CASE("the scale yields to the window, so that every control stays within reach") {
  CHECK(fitting_scale(1.0F, 1280, 800) == 1.0F);
  CHECK(fitting_scale(1.25F, 1920, 1080) == 1.25F);                // there is room for 1.8
  CHECK(fitting_scale(3.0F, 1366, 768) == doctest::Approx(1.25));  // 768 / 600 = 1.28
  CHECK(fitting_scale(3.0F, 1024, 600) == doctest::Approx(1.0));
  CHECK(fitting_scale(1.0F, 800, 480) == doctest::Approx(0.8));
  CHECK(fitting_scale(0.5F, 640, 480) == 0.5F);
  CHECK(fitting_scale(2.0F, 100, 100) == 0.5F);
  for (float width = 480; width < 4000; width += 37)
    for (const float asked : {0.5F, 1.0F, 1.75F, 3.0F, 4.0F}) {
      const float height = width * 0.5F, scale = fitting_scale(asked, width, height);
      CHECK(scale <= asked);
      if (scale > 0.5F) CHECK(width / scale >= kLeastWidth - 0.01F);
      if (scale > 0.5F) CHECK(height / scale >= kLeastHeight - 0.01F);
    }
}
