// Where the eye flies, what V remembers, and how a view is written down.
#include "trainer/canvas/eye.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/trainer/canvas/over_skin.h"
#include "trainer/canvas/poses.h"

using engine::core::SteadyTime;

using namespace trainer::canvas;
using namespace trainer::support;

TEST_CASE("a flight begins where it was, ends at its goal, and comes nearer all the while") {
  for (const auto* canvas : {&pad(), &head()}) {
    const CanvasPoint from = canvas == &pad() ? CanvasPoint{15'000, 15'000} : CanvasPoint{0, 60'000};
    const CanvasPoint to = canvas == &pad() ? CanvasPoint{45'000, 40'000} : CanvasPoint{40'000, 0};
    Eye eye = over(*canvas, from);
    const Vec3 goal = square_to(eye.lens(), to, 20.0).target;
    eye.look_at(to, 20.0, SteadyTime{1'000'000});
    double before = 1e9;
    for (std::int64_t t = 1'000'000; t < 1'400'000; t += 25'000) {
      CHECK(eye.fly(SteadyTime{t}));
      const double left = glm::length(goal - eye.lens().camera().target);
      CHECK(left <= before + 1e-9);
      before = left;
    }
    CHECK(eye.fly(SteadyTime{1'400'000}));
    CHECK_FALSE(eye.flying());
    CHECK_FALSE(eye.fly(SteadyTime{1'500'000}));
    CHECK(glm::length(goal - eye.lens().camera().target) < 1e-9);
    CHECK(eye.lens().points_per_mm() == doctest::Approx(20.0));
  }
}

TEST_CASE("a clock that goes backwards does not throw a flight beyond its beginning") {
  Eye eye = over(pad(), {15'000, 15'000});
  const Vec3 start = eye.lens().camera().target;
  eye.look_at({45'000, 45'000}, 14, SteadyTime{1'000'000});
  eye.fly(SteadyTime{500'000});
  CHECK(glm::length(eye.lens().camera().target - start) < 1e-9);
}

TEST_CASE("a part of a pad that is fitted lies within the free part and fills it one way") {
  for (const auto& [low, high] : {std::pair{CanvasPoint{0, 0}, CanvasPoint{60'000, 60'000}},
                                  std::pair{CanvasPoint{10'000, 20'000}, CanvasPoint{50'000, 25'000}},
                                  std::pair{CanvasPoint{30'000, 5'000}, CanvasPoint{35'000, 55'000}}}) {
    Eye eye = over(pad(), {0, 0});
    eye.fit(low, high, SteadyTime{0});
    eye.jump();
    const auto a = *eye.lens().project(low), b = *eye.lens().project(high);
    CHECK(std::min(a.x, b.x) >= kFree.x - 1);
    CHECK(std::max(a.x, b.x) <= kFree.right() + 1);
    CHECK(std::min(a.y, b.y) >= kFree.y - 1);
    CHECK(std::max(a.y, b.y) <= kFree.bottom() + 1);
    const float wide = std::fabs(a.x - b.x), high_px = std::fabs(a.y - b.y);
    CHECK((wide > kFree.w - 3 || high_px > kFree.h - 3));
  }
}

TEST_CASE("V shows the whole, and V again the same place as before") {
  for (const auto* canvas : {&pad(), &head()}) {
    const CanvasPoint at = canvas == &pad() ? CanvasPoint{20'000, 45'000} : CanvasPoint{30'000, 30'000};
    Eye eye = over(*canvas, at);
    const std::string before = eye.words();
    eye.whole_or_back(SteadyTime{0});
    eye.jump();
    CHECK(eye.lens().points_per_mm() < 13.0);
    eye.whole_or_back(SteadyTime{1'000'000});
    eye.jump();
    CHECK(eye.words() == before);
  }
}

TEST_CASE("after another flight V shows the whole again instead of a place long left") {
  Eye eye = over(pad(), {20'000, 45'000});
  eye.whole_or_back(SteadyTime{0});
  eye.jump();
  const std::string all = eye.words();
  eye.look_at({30'000, 30'000}, 20, SteadyTime{0});
  eye.jump();
  eye.whole_or_back(SteadyTime{0});
  eye.jump();
  CHECK(eye.words() == all);
}

TEST_CASE("the five sides of a head are five, and each shows its own") {
  Eye eye = over(head(), {0, 0});
  std::vector<std::string> sides;
  for (int view = 0; view < 5; ++view) {
    eye.stand(view, SteadyTime{0});
    eye.jump();
    sides.push_back(eye.words());
  }
  std::sort(sides.begin(), sides.end());
  CHECK(std::unique(sides.begin(), sides.end()) == sides.end());
  eye.stand(4, SteadyTime{0});
  eye.jump();
  CHECK_FALSE(eye.lens().project({0, 100'000}).has_value());  // the face, from behind
  eye.stand(0, SteadyTime{0});
  eye.jump();
  CHECK(eye.lens().project({0, 100'000}).has_value());
}

TEST_CASE("where one looks can be written down and taken up again, at another scale too") {
  for (const auto* canvas : {&pad(), &head()}) {
    Eye eye = over(*canvas, {20'000, 30'000}, 11.0);
    eye.moves().roll(engine::core::Degrees{12});
    const std::string words = eye.words();
    Eye other = fresh(*canvas);
    other.place(kPicture, kFree, 2.0);
    REQUIRE(other.recall(words));
    CHECK(other.words() == words);
    CHECK(other.lens().points_per_mm() == doctest::Approx(11.0));
  }
}

TEST_CASE("words that name no place are refused and change nothing") {
  Eye eye = over(pad(), {20'000, 30'000});
  const std::string before = eye.words();
  for (const char* words : {"", "1 2 3", "a b c d e f g", "1 2 3 nan 0 0 0", "1 2 3 -4 0 0 0",
                            "1 2 3 0 0 0 0", "1 2 3 1000 0 0 0", "5000 0 0 14 0 0 0", "0 0 0 14 1e30 0 0"}) {
    CAPTURE(words);
    CHECK_FALSE(eye.recall(words));
    CHECK(eye.words() == before);
  }
}
