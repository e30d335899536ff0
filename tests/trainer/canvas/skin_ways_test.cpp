// Tape, patches and the emptiest spot: laws that hold on every pad and head.
#include <doctest/doctest.h>

#include <cmath>

#include "engine/core/draw.h"
#include "engine/scalp/client.h"
#include "engine/scalp/head_surface.h"
#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/patches.h"
#include "trainer/canvas/tape.h"

using engine::core::SteadyTime;

using namespace trainer;
using namespace trainer::canvas;
using engine::core::draw_unit;
using engine::scalp::canvas_point_from_mm;
using support::StepKind;

namespace {

const engine::scalp::Canvas& head() {
  static const auto canvas = engine::scalp::make_head_canvas({}).value();
  return canvas;
}
runner::Attempt attempt(support::LessonBuilder builder) {
  return runner::begin(assessment::Site::make(builder.step(StepKind::NeedleWork).lesson()).value());
}
support::LessonBuilder wide(double width, double height, double density = 40) {
  return support::LessonBuilder()
      .pad(width + 20, height + 20)
      .target(support::rectangle("field", {10, 10}, {10 + width, 10 + height}), density);
}

}  // namespace

TEST_CASE("on a pad the tape is as long as Pythagoras says, whichever way it is laid") {
  const engine::scalp::Canvas pad{engine::scalp::Pad{}};
  for (std::uint64_t i = 0; i < 200; ++i) {
    const auto at = [i](const char* name) {
      return static_cast<std::int32_t>(60'000 * draw_unit(11, name, i));
    };
    const CanvasPoint a{at("au"), at("av")}, b{at("bu"), at("bv")};
    const double there = length(pad, along_the_skin(pad, a, b)).value,
                 back = length(pad, along_the_skin(pad, b, a)).value;
    CHECK(there == doctest::Approx(std::hypot(a.u_um - b.u_um, a.v_um - b.v_um) / 1000.0).epsilon(1e-4));
    CHECK(back == doctest::Approx(there).epsilon(1e-4));
  }
}

TEST_CASE("on a head the tape is as long there as back, at least the chord, and at most the way round") {
  for (std::uint64_t i = 0; i < 40; ++i) {
    const auto at = [i](const char* name) {
      return static_cast<std::int32_t>(120'000 * draw_unit(5, name, i)) - 60'000;
    };
    const CanvasPoint a{at("au"), at("av")}, b{at("bu"), at("bv")}, over{at("cu"), at("cv")};
    const double ab = length(head(), along_the_skin(head(), a, b)).value,
                 ba = length(head(), along_the_skin(head(), b, a)).value;
    CHECK(ab == doctest::Approx(ba).epsilon(0.01));
    CHECK(ab >= engine::scalp::chord(head(), a, b).value - 1e-6);
    const double round = length(head(), along_the_skin(head(), a, over)).value +
                         length(head(), along_the_skin(head(), over, b)).value;
    CHECK(ab <= round * 1.02 + 0.1);
  }
}

TEST_CASE("the way begins and ends where it was laid and has a point every two millimetres") {
  for (const auto& [a, b] : {std::pair{CanvasPoint{0, 0}, CanvasPoint{60'000, 20'000}},
                             std::pair{CanvasPoint{-40'000, 80'000}, CanvasPoint{30'000, -50'000}}}) {
    const auto way = along_the_skin(head(), a, b);
    REQUIRE(way.size() > 2);
    CHECK(way.front() == a);
    CHECK(way.back() == b);
    for (std::size_t k = 1; k < way.size(); ++k)
      CHECK(engine::scalp::chord(head(), way[k - 1], way[k]).value < 2.3);
  }
  const auto none = along_the_skin(head(), {0, 0}, {0, 0});
  CHECK(length(head(), none).value == 0.0);
}

TEST_CASE("a tape that is out follows the pointer; with both ends laid it stays") {
  const engine::scalp::Canvas pad{engine::scalp::Pad{}};
  Eye eye(pad);
  eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
  eye.whole(SteadyTime{0});
  eye.jump();
  const auto said = [&](const Tape& tape, std::optional<CanvasPoint> pointer) {
    ui::CanvasInk ink;
    tape.add_to(ink, pad, eye.lens(), pointer);
    return ink.tags.empty() ? std::string() : ink.tags[0].text;
  };
  Tape tape;
  CHECK(said(tape, CanvasPoint{20'000, 20'000}).empty());
  tape.press({10'000, 10'000});
  CHECK(tape.loose());
  CHECK(said(tape, {}).empty());
  CHECK(said(tape, CanvasPoint{10'000, 22'500}) == "12.5 mm");
  CHECK(said(tape, CanvasPoint{-5'000, 0}).empty());
  tape.press({10'000, 30'000});
  CHECK_FALSE(tape.loose());
  CHECK(said(tape, CanvasPoint{50'000, 50'000}) == "20.0 mm");
  tape.clear();
  CHECK_FALSE(tape.out());
}

TEST_CASE("patches cover every dot of the zone and no more, whatever the view") {
  const auto a = attempt(wide(83, 47));
  const auto& outline = a.site->targets()[0].zone.outline;
  REQUIRE(outline.size() == 4);
  for (const double view : {12.0, 20.0, 33.0, 90.0}) {
    const auto found = patches(*a.site, {view, view * 0.7});
    double asked = 0.0;
    for (const Patch& p : found) asked += p.asked;
    CHECK(asked == doctest::Approx(a.site->asked_dots()).epsilon(0.01));
    for (double x = 10.5; x < 93; x += 2.9)
      for (double y = 10.5; y < 57; y += 2.3) {
        const auto at = canvas_point_from_mm({x, y});
        const auto holds = std::count_if(found.begin(), found.end(), [&](const Patch& p) {
          return at.u_um >= p.low.u_um && at.u_um < p.high.u_um && at.v_um >= p.low.v_um &&
                 at.v_um < p.high.v_um;
        });
        CHECK(holds == 1);
      }
  }
}

TEST_CASE("every patch fits the view, and a smaller view gives no fewer patches") {
  const auto a = attempt(wide(83, 47));
  std::size_t before = 0;
  for (const double view : {90.0, 60.0, 40.0, 25.0, 15.0, 9.0}) {
    const auto found = patches(*a.site, {view, view});
    CHECK(found.size() >= before);
    before = found.size();
    for (const Patch& p : found) {
      CHECK(p.high.u_um - p.low.u_um <= view * 1020 + 1);
      CHECK(p.high.v_um - p.low.v_um <= view * 1020 + 1);
      CHECK(p.centre.u_um > p.low.u_um);
      CHECK(p.centre.u_um < p.high.u_um);
    }
  }
}

TEST_CASE("patches go row by row from the top, left to right, zone by zone") {
  const auto a = attempt(wide(60, 40));
  const auto found = patches(*a.site, {22, 22});
  REQUIRE(found.size() >= 6);
  for (std::size_t i = 1; i < found.size(); ++i) {
    const bool same_row = found[i].centre.v_um == found[i - 1].centre.v_um;
    CHECK((same_row ? found[i].centre.u_um > found[i - 1].centre.u_um
                    : found[i].centre.v_um < found[i - 1].centre.v_um));
  }
  const auto two = attempt(support::LessonBuilder()
                               .target(support::rectangle("low", {5, 5}, {20, 20}), 40)
                               .target(support::rectangle("high", {5, 40}, {20, 55}), 40));
  const auto zones = patches(*two.site, {20, 20});
  REQUIRE(zones.size() == 2);
  CHECK(zones[0].centre.v_um < zones[1].centre.v_um);  // as the lesson names them
}

TEST_CASE("the nearest patch of a patch's own centre is itself") {
  const auto a = attempt(wide(83, 47));
  const auto found = patches(*a.site, {20, 20});
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(nearest_patch(found, found[i].centre) == i);
  CHECK(nearest_patch({}, {0, 0}) == 0);
}

TEST_CASE("a patch is done by dots inside it alone, those taken back not counted") {
  auto a = attempt(wide(20, 20));
  const auto found = patches(*a.site, {40, 40});
  REQUIRE(found.size() == 1);
  const int needed = static_cast<int>(std::ceil(0.9 * found[0].asked));
  a.skin.dots = support::strewn(static_cast<std::uint32_t>(needed) - 1, 4, {11, 11}, {29, 29});
  CHECK_FALSE(is_done(found[0], a));
  a.skin.dots.push_back(support::dot(static_cast<std::uint32_t>(needed) - 1, {35, 35}));
  CHECK_FALSE(is_done(found[0], a));
  a.skin.dots.push_back(support::dot(static_cast<std::uint32_t>(needed), {20, 20}));
  CHECK(is_done(found[0], a));
  a.skin.dots.back().withdrawn = true;
  CHECK_FALSE(is_done(found[0], a));
}

TEST_CASE("the emptiest spot lies in a zone and no grid place there is emptier") {
  auto a = attempt(wide(40, 30));
  for (const std::uint32_t count : {0U, 1U, 5U, 40U, 200U}) {
    a.skin.dots = support::strewn(count, 9, {10, 10}, {50, 40});
    const auto spot = emptiest(a);
    REQUIRE(spot.has_value());
    CHECK(a.site->target_at(*spot).has_value());
    const auto nearest = [&](CanvasPoint at) {
      double best = 1e9;
      for (const auto& d : a.skin.dots)
        best = std::min(best, engine::scalp::chord(a.site->canvas(), d.at, at).value);
      return best;
    };
    if (count == 0) continue;
    // Its grid is a millimetre wide, so nothing anywhere is emptier by more than its diagonal.
    for (double x = 10.2; x < 50; x += 0.5)
      for (double y = 10.2; y < 40; y += 0.5)
        CHECK(nearest(canvas_point_from_mm({x, y})) <= nearest(*spot) + 0.75);
  }
}

TEST_CASE("without a zone there is no emptiest spot, and hair fills skin as dots do") {
  auto paper = support::LessonBuilder().step(support::question(0)).lesson();
  paper.practical = false;
  CHECK_FALSE(emptiest(runner::begin(assessment::Site::make(paper).value())).has_value());
  CHECK(patches(*assessment::Site::make(paper).value(), {20, 20}).empty());
}

TEST_CASE("places of a head have a name at every address, and left is not right") {
  const auto& surface = *head().head();
  int different = 0;
  for (std::int32_t v = -100'000; v <= 100'000; v += 20'000)
    for (std::int32_t u = 30'000; u <= 80'000; u += 25'000) {
      const auto left = place_in_words(surface, {u, v}), right = place_in_words(surface, {-u, v});
      CHECK_FALSE(left.empty());
      CHECK(left != right);
      // The first word is the same: how far back.
      CHECK(left.substr(0, left.find(' ')) == right.substr(0, right.find(' ')));
      ++different;
    }
  CHECK(different > 20);
  CHECK(place_in_words(surface, {0, 0}) == place_in_words(surface, {10'000, 0}));
}
