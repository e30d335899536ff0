// What is laid over the skin: outlines, guides, the needle's rings, pins of the ledger.
#include <doctest/doctest.h>

#include <cmath>

#include "engine/scalp/client.h"
#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/guide.h"
#include "trainer/canvas/overlay.h"

using engine::core::SteadyTime;

using namespace trainer;
using namespace trainer::canvas;
using support::StepKind;

namespace {

runner::Attempt attempt(const lessons::Lesson& lesson) {
  return runner::begin(assessment::Site::make(lesson).value());
}
lessons::Lesson plain() {
  return support::field().step(StepKind::NeedleWork).lesson();
}
Lens over(const runner::Attempt& a, CanvasPoint at = {30'000, 30'000}, double zoom = 14) {
  Eye eye(a.site->canvas());
  eye.place({0, 0, 1280, 800}, {0, 0, 1280, 800}, 1.0);
  eye.look_at(at, zoom, SteadyTime{0});
  eye.jump();
  return eye.lens();
}
ui::NeedleInk needle(const runner::Attempt& a, const Lens& lens, CanvasPoint at, bool rings = true) {
  const auto px = lens.project(at).value();
  ui::CanvasInk ink;
  add_needle(a, lens, {.px = {static_cast<double>(px.x), static_cast<double>(px.y)}}, false, rings, ink);
  return ink.needle.value();
}

}  // namespace

TEST_CASE("the outline of a zone is drawn where the zone is, closed, with its true size") {
  const auto a = attempt(plain());
  const Lens lens = over(a);
  ui::CanvasInk ink;
  add_ground(a, lens, ink);
  REQUIRE(ink.lines.size() == 1);
  float low = 1e9F, high = -1e9F;
  for (const auto& p : ink.lines[0].points) {
    low = std::min(low, p.x);
    high = std::max(high, p.x);
  }
  CHECK(high - low == doctest::Approx(30 * 14).epsilon(0.001));
  CHECK(ink.lines[0].points.front() == ink.lines[0].points.back());
}

TEST_CASE("an agreed line and a drawn one are both there, told apart by dashes") {
  auto a = attempt(support::field()
                       .hairline({{15, 45}, {30, 47}, {45, 45}})
                       .step(StepKind::Drawing)
                       .step(StepKind::NeedleWork)
                       .lesson());
  a.drawn_hairline = {{16'000, 44'000}, {44'000, 44'000}};
  ui::CanvasInk ink;
  add_ground(a, over(a), ink);
  int dashed = 0, agreed = 0;
  for (const auto& line : ink.lines) {
    dashed += line.dashed ? 1 : 0;
    agreed += line.token == ui::Token::Ac ? 1 : 0;
  }
  CHECK(dashed == 1);
  CHECK(agreed == 1);
}

TEST_CASE("a place for no needle is hatched and named, one on the far side of a head is not") {
  const auto a = attempt(
      support::field().no_go(support::square("old_scar", 20, 25)).step(StepKind::NeedleWork).lesson());
  ui::CanvasInk ink;
  add_no_go(a, over(a), ink);
  REQUIRE(ink.no_go.size() == 1);
  CHECK(ink.no_go[0].outline.size() >= 4);
  CHECK(ink.no_go[0].name.find("Old scar") != std::string::npos);
  const auto head = attempt(support::LessonBuilder()
                                .client({})
                                .target(support::square("top", -15, 15), 40)
                                .no_go(support::rectangle("nape", {-5, -150}, {5, -140}))
                                .step(StepKind::NeedleWork)
                                .lesson());
  ui::CanvasInk front;
  add_no_go(head, over(head, {0, 90'000}, 3), front);
  CHECK(front.no_go.empty());
}

TEST_CASE("spacing rings are as wide on the screen as the density asks on the skin") {
  for (const double density : {40.0, 100.0}) {
    const auto a = attempt(support::field(density).step(StepKind::NeedleWork).lesson());
    const Lens lens = over(a);
    const auto n = needle(a, lens, {30'000, 30'000});
    const double d_ref = 1.0 / std::sqrt(density / 100.0);
    CHECK(n.near_px == doctest::Approx(0.80 * d_ref * 14).epsilon(0.02));
    CHECK(n.next_px > n.near_px);
    CHECK(n.next_px < 1.4 * d_ref * 14);
  }
}

TEST_CASE("twice the zoom makes the rings twice as wide; without a spacing asked there are none") {
  const auto a = attempt(plain());
  const Lens far = over(a, {30'000, 30'000}, 10), near = over(a, {30'000, 30'000}, 20);
  CHECK(needle(a, near, {30'000, 30'000}).near_px ==
        doctest::Approx(2 * needle(a, far, {30'000, 30'000}).near_px).epsilon(0.01));
  CHECK(needle(a, near, {30'000, 30'000}, false).near_px == 0.0F);
}

TEST_CASE("a dot within the inner ring warns, one beyond every ring too, one between does not") {
  auto a = attempt(plain());
  const double d_ref = 1.0 / std::sqrt(0.4);
  const auto at = [&](double mm) {
    a.skin.dots = {support::dot(0, {25, 30}), support::dot(1, {30 - mm, 30})};
    a.skin.dots[0].withdrawn = true;
    return needle(a, over(a), {30'000, 30'000});
  };
  CHECK(at(0.6 * d_ref).too_near);
  CHECK_FALSE(at(1.0 * d_ref).too_near);
  CHECK_FALSE(at(1.0 * d_ref).too_far);
  CHECK(at(2.2 * d_ref).too_far);
  CHECK_FALSE(at(2.2 * d_ref).too_near);
}

TEST_CASE("lines go to the two nearest dots, not to those taken back") {
  auto a = attempt(plain());
  a.skin.dots = support::in_rows(4, 1, {28, 31.2}, 1.3);
  const Lens lens = over(a);
  const auto n = needle(a, lens, {30'000, 30'000});
  REQUIRE(n.neighbours.size() == 2);
  for (auto& d : a.skin.dots) d.withdrawn = d.number != 0;
  CHECK(needle(a, lens, {30'000, 30'000}).neighbours.size() == 1);
}

TEST_CASE("over a place for no needle the needle says so") {
  const auto a =
      attempt(support::field().no_go(support::square("mole", 20, 25)).step(StepKind::NeedleWork).lesson());
  const Lens lens = over(a);
  CHECK(needle(a, lens, {22'000, 22'000}).forbidden);
  CHECK_FALSE(needle(a, lens, {30'000, 30'000}).forbidden);
}

TEST_CASE("the arc of a press fills with its time, and its state is that of the depth so far") {
  const auto a = attempt(plain());
  const Lens lens = over(a);
  float before = -1;
  for (const std::int64_t ms : {0, 100, 200, 400}) {
    const auto px = lens.project({30'000, 30'000}).value();
    ui::CanvasInk ink;
    Tip tip{.px = {static_cast<double>(px.x), static_cast<double>(px.y)},
            .contact = true,
            .pressed = engine::core::Span{ms * 1000}};
    tip.pressing = ui::Pressing{.delta = 0.2 + 0.002 * static_cast<double>(ms)};
    add_needle(a, lens, tip, false, true, ink);
    REQUIRE(ink.needle->press_share.has_value());
    CHECK(*ink.needle->press_share > before);
    CHECK(*ink.needle->press_share ==
          doctest::Approx(static_cast<double>(ms) / 400.0));  // once round in 400 ms
    before = *ink.needle->press_share;
  }
}

TEST_CASE("a frame has four corners and its side's length") {
  const auto a = attempt(plain());
  ui::CanvasInk ink;
  add_frame(over(a), {20'000, 20'000}, 10'000, ink);
  REQUIRE(ink.lines.size() == 1);
  REQUIRE(ink.lines[0].points.size() == 5);
  CHECK(std::fabs(ink.lines[0].points[1].x - ink.lines[0].points[0].x) ==
        doctest::Approx(140).epsilon(0.001));
}

TEST_CASE("a line being drawn reaches to the tip, which is no needle then") {
  const auto a = attempt(plain());
  ui::CanvasInk ink;
  add_drawing(over(a), {{20'000, 20'000}, {25'000, 22'000}}, {700, 300}, ink);
  REQUIRE(ink.needle.has_value());
  CHECK(ink.needle->off);
  REQUIRE(ink.lines.size() == 2);
  CHECK(ink.lines[1].points.back() == ui::Point{700, 300});
  ui::CanvasInk empty;
  add_drawing(over(a), {}, {700, 300}, empty);
  CHECK(empty.lines.empty());
}

TEST_CASE("each line of the ledger with a place has a pin with its number there") {
  auto a = attempt(plain());
  a.skin.dots = support::strewn(330, 3, {15, 15}, {45, 45});
  const auto assessed = runner::assess(a);
  ui::CanvasInk none, chosen;
  const Lens lens = over(a, {30'000, 30'000}, 10);
  add_ledger(a, assessed, lens, -1, none);
  REQUIRE_FALSE(none.pins.empty());
  std::vector<int> numbers;
  for (const auto& pin : none.pins) numbers.push_back(pin.number);
  std::sort(numbers.begin(), numbers.end());
  CHECK(std::unique(numbers.begin(), numbers.end()) == numbers.end());
  for (int line = 0; line < static_cast<int>(assessed.listed().size()); ++line) {
    ui::CanvasInk ink;
    add_ledger(a, assessed, lens, line, ink);
    int strong = 0;
    for (const auto& pin : ink.pins) strong += pin.strong ? 1 : 0;
    CHECK(strong <= 1);
  }
}

TEST_CASE("the map keeps every address in its square, and a quarter turn turns it by a quarter") {
  const auto canvas = engine::scalp::make_head_canvas({}).value();
  for (const double yaw : {0.0, 0.7, 2.0, -1.3})
    for (std::int32_t u = -90'000; u <= 90'000; u += 45'000)
      for (std::int32_t v = -90'000; v <= 90'000; v += 45'000) {
        const auto p = on_map(canvas, {u, v}, yaw);
        CHECK(p.x >= 0.0F);
        CHECK(p.x <= 1.0F);
        CHECK(p.y >= 0.0F);
        CHECK(p.y <= 1.0F);
        const auto turned = on_map(canvas, {u, v}, yaw + engine::core::kPi);
        CHECK(turned.x == doctest::Approx(1.0F - p.x).epsilon(0.001));
        CHECK(turned.y == doctest::Approx(1.0F - p.y).epsilon(0.001));
      }
}

TEST_CASE("the navigator marks the patch in view and those that are done") {
  auto a = attempt(support::LessonBuilder()
                       .pad(90, 50)
                       .target(support::rectangle("f", {10, 10}, {80, 40}), 40)
                       .step(StepKind::NeedleWork)
                       .lesson());
  const auto found = patches(*a.site, {25, 25});
  REQUIRE(found.size() >= 4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto view = make_navigator(a, over(a, found[i].centre), found);
    REQUIRE(view.patches.size() == found.size());
    CHECK(view.more_than_one);
    for (std::size_t k = 0; k < found.size(); ++k) {
      CHECK(view.patches[k].current == (k == i));
      CHECK_FALSE(view.patches[k].done);
    }
  }
  a.skin.dots = support::strewn(static_cast<std::uint32_t>(found[0].asked) + 5, 7,
                                {found[0].low.u_um / 1000.0, found[0].low.v_um / 1000.0},
                                {found[0].high.u_um / 1000.0, found[0].high.v_um / 1000.0});
  CHECK(make_navigator(a, over(a), found).patches[0].done);
}

TEST_CASE("an overlay that a lesson's cues leave out is not allowed; those without a cue always are") {
  auto lesson = plain();
  lesson.cues.clear();
  for (int i = 0; i < ui::kOverlays; ++i) {
    const auto overlay = static_cast<ui::Overlay>(i);
    CHECK(allowed(lesson, overlay) == cue_of(overlay).empty());
    if (cue_of(overlay).empty()) continue;
    auto with = lesson;
    with.cues = {std::string(cue_of(overlay))};
    CHECK(allowed(with, overlay));
  }
  for (std::size_t i = 0; i < ui::kOverlays; ++i)
    if (first_overlays(lesson)[i]) CHECK(allowed(lesson, static_cast<ui::Overlay>(i)));
}

TEST_CASE("the list counts what is on besides the template, and at the start that is at most the ring") {
  const auto site = assessment::Site::make(plain()).value();
  for (int i = 0; i < ui::kOverlays; ++i) {
    Overlays on;
    on.set(static_cast<std::size_t>(i));
    const auto list = make_overlay_list(*site, on);
    for (const auto& row : list.rows) CHECK(row.on == (static_cast<int>(row.overlay) == i));
    CHECK(list.on_besides_template <= 1);
  }
  CHECK(make_overlay_list(*site, first_overlays(site->lesson())).on_besides_template <= 1);
}

TEST_CASE("rings where another would work are as wide as asked and only where they are seen") {
  const auto a = attempt(plain());
  ui::CanvasInk ink;
  add_places(over(a), {{30'000, 30'000}, {-5'000, 0}}, engine::core::Mm{0.6}, ui::Token::Ac, ink);
  REQUIRE(ink.marks.size() == 1);
  CHECK(ink.marks[0].radius == doctest::Approx(0.6 * 14).epsilon(0.01));
}

TEST_CASE("the compass points to the nose when it is out of sight, and stays away from a pad") {
  const auto head = attempt(support::LessonBuilder()
                                .client({})
                                .target(support::square("top", -15, 15), 40)
                                .step(StepKind::NeedleWork)
                                .lesson());
  ui::CanvasInk crown, pad;
  add_compass(over(head, {0, -40'000}), crown);
  REQUIRE(crown.compass.has_value());
  CHECK(std::hypot(crown.compass->direction.x, crown.compass->direction.y) ==
        doctest::Approx(1.0).epsilon(0.001));
  const auto flat = attempt(plain());
  add_compass(over(flat), pad);
  CHECK_FALSE(pad.compass.has_value());
}
