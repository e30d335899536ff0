#include "trainer/canvas/loupe.h"

#include <doctest/doctest.h>

#include "tests/trainer/canvas/over_skin.h"

using namespace trainer;
using namespace trainer::canvas;
using namespace trainer::support;

namespace {

std::optional<ui::InkLoupe> loupe(Vec2 pointer, bool left_handed, double zoom = 14.0) {
  static Picture picture;  // shows nothing
  const ui::Ui ui;
  return loupe_at(pointer, over(pad(), {30'000, 30'000}, zoom).lens(), picture, ui, left_handed);
}
bool on_right(const std::optional<ui::InkLoupe>& loupe) {
  REQUIRE(loupe.has_value());
  return loupe->centre.x > kFree.centre().x;
}

}  // namespace

TEST_CASE("the loupe shows three times as much of a millimetre, and nothing beside the skin") {
  const auto shown = loupe(middle(), false);
  REQUIRE(shown.has_value());
  CHECK(shown->one_mm_px == doctest::Approx(42.0));
  CHECK_FALSE(loupe({-4'000, -4'000}, false));
}

TEST_CASE("it lies in an upper corner of the free part, away from the hand that works") {
  for (const bool left_handed : {false, true}) {
    const auto shown = loupe(middle(), left_handed);
    CHECK(on_right(shown) == left_handed);
    const ui::Rect round{shown->centre.x - shown->radius, shown->centre.y - shown->radius, 2 * shown->radius,
                         2 * shown->radius};
    CHECK(round.x >= kFree.x);
    CHECK(round.right() <= kFree.right());
    CHECK(round.y >= kFree.y);
    CHECK(round.bottom() < kFree.bottom());
  }
}

TEST_CASE("it makes way for the needle on its own side, and only near the top") {
  for (const bool left_handed : {false, true}) {
    const auto home = loupe(middle(), left_handed);
    REQUIRE(home.has_value());
    const Vec2 under{static_cast<double>(home->centre.x), static_cast<double>(home->centre.y)};
    CHECK(on_right(loupe(under, left_handed)) != left_handed);
    const Vec2 below{under.x, static_cast<double>(kFree.bottom()) - 20};
    CHECK(on_right(loupe(below, left_handed)) == left_handed);
    const Vec2 beside{2 * middle().x - under.x, under.y};
    CHECK(on_right(loupe(beside, left_handed)) == left_handed);
  }
}
