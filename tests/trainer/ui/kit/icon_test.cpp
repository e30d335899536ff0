// Icons: each is there, each differs from every other, and none is larger than its place.
#include "trainer/ui/kit/icon.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <tuple>

#include "tests/support/ui_stage.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

constexpr Colour kInk{12, 200, 34};
constexpr int kIcons = static_cast<int>(Icon::Stretch) + 1;

struct Drawn {
  Rect box;
  int vertices = 0;
};
Drawn drawn(Icon icon, float scale, Point at = {200, 150}) {
  UiStage stage({1280, 800, scale}, [=](Ui& ui, const Frame&, Intents&) { draw_icon(ui, icon, at, kInk); });
  stage.drawn();
  return {stage.box_of(kInk), stage.vertices_of(kInk)};
}

}  // namespace

TEST_CASE("no icon draws nothing") {
  CHECK(drawn(Icon::None, 1).vertices == 0);
}

TEST_CASE("every icon lies on a grid of 20 points round its place and fills most of it, at every scale") {
  for (const float scale : {1.0F, 2.0F, 3.0F})
    for (int i = 1; i < kIcons; ++i) {
      CAPTURE(i);
      CAPTURE(scale);
      const Rect box = drawn(static_cast<Icon>(i), scale).box;
      const float half = 10 * scale + 2;
      CHECK(box.x >= 200 - half);
      CHECK(box.right() <= 200 + half);
      CHECK(box.y >= 150 - half);
      CHECK(box.bottom() <= 150 + half);
      CHECK(std::max(box.w, box.h) >= 10 * scale);
    }
}

TEST_CASE("no two icons are drawn alike, but to reset and to do again, which share no screen") {
  std::set<std::tuple<int, int, int, int, int>> seen;
  for (int i = 1; i < kIcons; ++i) {
    if (static_cast<Icon>(i) == Icon::Again) continue;
    CAPTURE(i);
    const auto [box, vertices] = drawn(static_cast<Icon>(i), 3);
    const auto tenth = [](float px) { return static_cast<int>(10 * px); };
    CHECK(seen.insert({tenth(box.x), tenth(box.y), tenth(box.w), tenth(box.h), vertices}).second);
  }
}

TEST_CASE("an icon moves with its place") {
  for (int i = 1; i < kIcons; ++i) {
    const Rect here = drawn(static_cast<Icon>(i), 1).box,
               there = drawn(static_cast<Icon>(i), 1, {300, 250}).box;
    CHECK(there.x - here.x == doctest::Approx(100));
    CHECK(there.y - here.y == doctest::Approx(100));
    CHECK(there.w == doctest::Approx(here.w));
  }
}

TEST_CASE("undo and redo are each other in a mirror, and so are back and forward") {
  for (const auto& [a, b] : {std::pair{Icon::Undo, Icon::Redo}, {Icon::Back, Icon::Forward}}) {
    const Rect left = drawn(a, 2).box, right = drawn(b, 2).box;
    // Lines are moved by half a pixel, so that they are sharp.
    CHECK(std::fabs((200 - left.x) - (right.right() - 200)) <= 1.01F);
    CHECK(std::fabs((left.right() - 200) - (200 - right.x)) <= 1.01F);
    CHECK(std::fabs(left.h - right.h) <= 0.1F);
    CHECK(left.y == right.y);
  }
}
