// Rectangles: strips cut off them, what they contain, and when two overlap.
#include "trainer/ui/kit/rect.h"

#include <doctest/doctest.h>

using namespace trainer::ui;

namespace {

constexpr Rect kRoom{10, 20, 100, 60};

// What was cut and what is left lie side by side and are the whole.
float area(const Rect& r) {
  return r.w * r.h;
}

}  // namespace

TEST_CASE("a strip is cut off each side, and the rest is what lies beyond it") {
  Rect rest = kRoom;
  CHECK(rest.take_top(15) == Rect{10, 20, 100, 15});
  CHECK(rest == Rect{10, 35, 100, 45});
  rest = kRoom;
  CHECK(rest.take_bottom(15) == Rect{10, 65, 100, 15});
  CHECK(rest == Rect{10, 20, 100, 45});
  rest = kRoom;
  CHECK(rest.take_left(30) == Rect{10, 20, 30, 60});
  CHECK(rest == Rect{40, 20, 70, 60});
  rest = kRoom;
  CHECK(rest.take_right(30) == Rect{80, 20, 30, 60});
  CHECK(rest == Rect{10, 20, 70, 60});
}

TEST_CASE("more than there is takes all there is, and never more") {
  using Take = Rect (Rect::*)(float);
  for (const Take take : {&Rect::take_top, &Rect::take_bottom, &Rect::take_left, &Rect::take_right}) {
    Rect rest = kRoom;
    CHECK((rest.*take)(1000) == kRoom);
    CHECK(area(rest) == 0.0F);
    CHECK(area((rest.*take)(10)) == 0.0F);
  }
}

TEST_CASE("strips from all sides leave the middle, and nothing is lost or counted twice") {
  Rect rest = kRoom;
  const Rect cut[] = {rest.take_top(7), rest.take_left(11), rest.take_bottom(13), rest.take_right(17)};
  CHECK(rest == Rect{21, 27, 72, 40});
  float sum = area(rest);
  for (const Rect& a : cut) {
    sum += area(a);
    CHECK_FALSE(a.overlaps(rest));
    for (const Rect& b : cut) CHECK((&a == &b || !a.overlaps(b)));
  }
  CHECK(sum == area(kRoom));
}

TEST_CASE("the left and upper edges belong to a rectangle, the right and lower ones to its neighbours") {
  CHECK(kRoom.contains({10, 20}));
  CHECK(kRoom.contains({109.9F, 79.9F}));
  CHECK_FALSE(kRoom.contains({110, 50}));
  CHECK_FALSE(kRoom.contains({50, 80}));
  CHECK_FALSE(kRoom.contains({9.9F, 50}));
  CHECK_FALSE(kRoom.contains({50, 19.9F}));
  // So that of two side by side exactly one is under the pointer.
  Rect left = kRoom;
  const Rect right = left.take_right(40);
  for (float x = 10; x < 110; x += 0.5F) CHECK(left.contains({x, 30}) != right.contains({x, 30}));
}

TEST_CASE("neighbours that share an edge do not overlap, one pixel farther they do") {
  const Rect beside{110, 20, 10, 10}, below{10, 80, 10, 10};
  CHECK_FALSE(kRoom.overlaps(beside));
  CHECK_FALSE(kRoom.overlaps(below));
  CHECK(kRoom.overlaps({109, 20, 10, 10}));
  CHECK(kRoom.overlaps({10, 79, 10, 10}));
  CHECK(kRoom.overlaps({40, 40, 5, 5}));    // one within the other
  CHECK(kRoom.overlaps({0, 0, 500, 500}));  // and the other way round
  // A cross: no corner of either lies in the other.
  CHECK(kRoom.overlaps({50, 0, 10, 200}));
}

TEST_CASE("whether two overlap does not depend on which is asked") {
  const Rect all[] = {kRoom, {110, 20, 10, 10}, {105, 75, 10, 10}, {0, 0, 500, 500}, {50, 50, 0, 10}};
  for (const Rect& a : all)
    for (const Rect& b : all) CHECK(a.overlaps(b) == b.overlaps(a));
}

TEST_CASE("what is empty overlaps nothing, wherever it lies") {
  CHECK_FALSE(Rect{50, 50, 0, 10}.overlaps(kRoom));
  CHECK_FALSE(Rect{50, 50, 10, 0}.overlaps(kRoom));
  CHECK_FALSE(Rect{}.overlaps(Rect{}));
}

TEST_CASE("inset keeps the middle, and what is smaller than it becomes nothing, not less") {
  CHECK(kRoom.inset(5) == Rect{15, 25, 90, 50});
  CHECK(kRoom.inset(5).centre() == kRoom.centre());
  CHECK(kRoom.inset(-4) == Rect{6, 16, 108, 68});
  CHECK(kRoom.inset(40).w == 20.0F);
  CHECK(kRoom.inset(40).h == 0.0F);
  CHECK_FALSE(kRoom.inset(40).contains(kRoom.centre()));
}
