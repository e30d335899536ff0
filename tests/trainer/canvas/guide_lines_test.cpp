// Lines over the skin: midline, landmarks, the grid of patches and the thirds of a face, by pixels and by
// sides.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/head_surface.h"
#include "engine/scalp/zone.h"
#include "tests/support/lessons.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/guide.h"

using namespace trainer;
using namespace trainer::canvas;
using engine::scalp::Landmark;
using support::StepKind;
using ui::Overlay;

namespace {

// The places of `Eye::stand`.
enum Side { kFront, kLeft, kRight, kTop, kBack, kThreeQuarter };

runner::Attempt attempt(const lessons::Lesson& lesson) {
  return runner::begin(assessment::Site::make(lesson).value());
}
const runner::Attempt& pad() {
  static const auto a = attempt(support::field().step(StepKind::NeedleWork).lesson());
  return a;
}
const runner::Attempt& head() {
  static const auto a = attempt(support::LessonBuilder()
                                    .client({})
                                    .target(support::square("top", -15, 15), 40)
                                    .step(StepKind::NeedleWork)
                                    .lesson());
  return a;
}
// 14 px to a millimetre, (30, 30) at (640, 400), up is up.
Lens over_pad(CanvasPoint at = {30'000, 30'000}) {
  Eye eye(pad().site->canvas());
  eye.place({0, 0, 1280, 800}, {0, 0, 1280, 800}, 1.0);
  eye.look_at(at, 14.0, {});
  eye.jump();
  return eye.lens();
}
ui::Point px(double x_mm, double y_mm) {
  return {static_cast<float>(640 + 14 * (x_mm - 30)), static_cast<float>(400 - 14 * (y_mm - 30))};
}
Lens from(Side side) {
  Eye eye(head().site->canvas());
  eye.place({0, 0, 1280, 800}, {0, 0, 1280, 800}, 1.0);
  eye.stand(side, {});
  eye.jump();
  return eye.lens();
}
bool near(const ui::Point& a, const ui::Point& b, float by = 0.6F) {
  return std::fabs(a.x - b.x) <= by && std::fabs(a.y - b.y) <= by;
}
Overlays only(Overlay overlay) {
  Overlays on;
  on.set(index(overlay));
  return on;
}
ui::CanvasInk guides(const runner::Attempt& a, const Lens& lens, Overlays on,
                     const std::vector<Patch>& patches = {}) {
  ui::CanvasInk ink;
  add_guides(a, lens, patches, on, ink);
  return ink;
}
bool names(const ui::CanvasInk& ink, const char* word) {
  return std::any_of(ink.names.begin(), ink.names.end(), [&](const auto& n) { return n.text == word; });
}

// Lines across a face that looks along z, at these heights.
FaceThirds face(double hairline, double brow, double nose, double chin) {
  const auto line = [](double y) {
    std::vector<Vec3> points;
    for (int i = -2; i <= 2; ++i) points.push_back({10.0 * i, y, 100.0});
    return points;
  };
  return {line(hairline), line(brow), line(nose), line(chin)};
}

}  // namespace

TEST_CASE("without an overlay nothing is laid over the skin") {
  const auto ink = guides(head(), from(kFront), {});
  CHECK(ink.lines.empty());
  CHECK(ink.marks.empty());
  CHECK(ink.names.empty());
}

TEST_CASE("the midline of a pad runs up its middle, dashed, from its lower to its upper edge") {
  const auto ink = guides(pad(), over_pad(), only(Overlay::Midline));
  REQUIRE(ink.lines.size() == 1);
  const auto& line = ink.lines[0];
  CHECK(line.dashed);
  CHECK_FALSE(line.closed);
  CHECK(near(line.points.front(), px(30, 0)));
  CHECK(near(line.points.back(), px(30, 60)));
}

TEST_CASE("the midline of a head is upright in the middle from front, top and back, and bent from between") {
  for (const Side side : {kFront, kTop, kBack}) {
    const auto ink = guides(head(), from(side), only(Overlay::Midline));
    CAPTURE(side);
    REQUIRE_FALSE(ink.lines.empty());
    for (const auto& line : ink.lines)
      for (const auto& p : line.points) CHECK(std::fabs(p.x - 640) < 4);
  }
  float low = 1e9F, high = -1e9F;
  const auto profile = guides(head(), from(kThreeQuarter), only(Overlay::Midline));
  for (const auto& line : profile.lines)
    for (const auto& p : line.points) {
      low = std::min(low, p.x);
      high = std::max(high, p.x);
    }
  CHECK(high - low > 60);
}

TEST_CASE("the midline stops where the head hides it") {
  const auto points = [](Side side) {
    std::size_t n = 0;
    const auto ink = guides(head(), from(side), only(Overlay::Midline));
    for (const auto& line : ink.lines) n += line.points.size();
    return n;
  };
  const auto top = points(kTop);
  CHECK(points(kFront) < top);
  CHECK(points(kBack) < top);
}

TEST_CASE("landmarks are marked and named where they are") {
  const auto& surface = *head().site->canvas().head();
  const Lens lens = from(kTop);
  const auto ink = guides(head(), lens, only(Overlay::Landmarks));
  REQUIRE(ink.marks.size() == ink.names.size());
  for (const auto& [landmark, word] : {std::pair{Landmark::Vertex, "vertex"}, {Landmark::Whorl, "whorl"}}) {
    const auto at = lens.project(engine::scalp::canvas_point_from_mm(surface.landmark(landmark)));
    REQUIRE(at);
    bool found = false;
    for (std::size_t i = 0; i < ink.names.size(); ++i)
      if (ink.names[i].text == word) {
        found = true;
        CHECK(near(ink.names[i].of, *at));
        CHECK(near(ink.marks[i].at, *at));
      }
    CHECK(found);
  }
}

TEST_CASE("what lies on the far side of a head has neither mark nor name") {
  const auto front = guides(head(), from(kFront), only(Overlay::Landmarks)),
             back = guides(head(), from(kBack), only(Overlay::Landmarks));
  CHECK(names(front, "mid-frontal point"));
  CHECK_FALSE(names(front, "inion"));
  CHECK(names(back, "inion"));
  CHECK_FALSE(names(back, "mid-frontal point"));
  CHECK_FALSE(names(back, "trichion"));
}

TEST_CASE("left is the client's left: the corner of that temple is seen from there and not from the right") {
  const auto left = guides(head(), from(kLeft), only(Overlay::Landmarks)),
             right = guides(head(), from(kRight), only(Overlay::Landmarks));
  CHECK(names(left, "temple corner, left"));
  CHECK_FALSE(names(left, "temple corner, right"));
  CHECK(names(right, "temple corner, right"));
  CHECK_FALSE(names(right, "temple corner, left"));
}

TEST_CASE("a pad has no landmarks") {
  CHECK(guides(pad(), over_pad(), only(Overlay::Landmarks)).marks.empty());
}

TEST_CASE("the grid runs round every patch, from corner to corner and back to its beginning") {
  const std::vector<Patch> patches{
      {.centre = {20'000, 25'000}, .low = {15'000, 20'000}, .high = {25'000, 30'000}},
      {.centre = {40'000, 25'000}, .low = {30'000, 20'000}, .high = {50'000, 30'000}}};
  const auto ink = guides(pad(), over_pad(), only(Overlay::PatchGrid), patches);
  REQUIRE(ink.lines.size() == 2);
  const auto& ring = ink.lines[0].points;
  CHECK(near(ring.front(), ring.back(), 0.01F));
  for (const auto& corner : {px(15, 20), px(25, 20), px(25, 30), px(15, 30)})
    CHECK(std::any_of(ring.begin(), ring.end(), [&](const auto& p) { return near(p, corner, 1.0F); }));
  for (const auto& p : ring) {  // on one of the four sides
    const bool across = near({p.x, 0}, {px(15, 0).x, 0}, 1) || near({p.x, 0}, {px(25, 0).x, 0}, 1);
    const bool along = near({0, p.y}, {0, px(0, 20).y}, 1) || near({0, p.y}, {0, px(0, 30).y}, 1);
    CHECK((across || along));
  }
  CHECK(guides(pad(), over_pad(), only(Overlay::PatchGrid)).lines.empty());
}

TEST_CASE("several overlays are laid over each other") {
  Overlays on = only(Overlay::Midline) | only(Overlay::PatchGrid);
  const std::vector<Patch> one{
      {.centre = {20'000, 25'000}, .low = {15'000, 20'000}, .high = {25'000, 30'000}}};
  CHECK(guides(pad(), over_pad(), on, one).lines.size() == 2);
}

TEST_CASE("the thirds of a face: four lines with their names, and between them how high each third is") {
  ui::CanvasInk ink;
  add_thirds(face(70, 10, -48, -110), from(kFront), ink);
  REQUIRE(ink.lines.size() == 4);
  REQUIRE(ink.names.size() == 4);
  REQUIRE(ink.tags.size() == 3);
  CHECK(ink.tags[0].text == "60 mm");
  CHECK(ink.tags[1].text == "58 mm");
  CHECK(ink.tags[2].text == "62 mm");
  CHECK(ink.names[0].text == "hairline");
  CHECK(ink.names[3].text == "chin");
  for (std::size_t i = 0; i < 3; ++i) {
    // Between the ends of its two lines, and each line below the one before.
    const ui::Point a = ink.lines[i].points.back(), b = ink.lines[i + 1].points.back();
    CHECK(near(ink.tags[i].at, {(a.x + b.x) / 2, (a.y + b.y) / 2}, 0.01F));
    CHECK(b.y > a.y);
    CHECK(near(ink.names[i].of, a, 0.01F));
  }
}

TEST_CASE("from behind nothing of a face is seen, and a third without one of its lines has no height") {
  ui::CanvasInk behind;
  add_thirds(face(70, 10, -48, -110), from(kBack), behind);
  CHECK(behind.lines.empty());
  CHECK(behind.tags.empty());
  auto part = face(70, 10, -48, -110);
  part[1].resize(1);
  ui::CanvasInk ink;
  add_thirds(part, from(kFront), ink);
  CHECK(ink.lines.size() == 3);
  REQUIRE(ink.tags.size() == 1);
  CHECK(ink.tags[0].text == "62 mm");
}

TEST_CASE("the navigator names where one is, and which of the patches, from one") {
  const auto many = patches(*pad().site, {16, 16});
  REQUIRE(many.size() == 9);  // 30 mm at nine tenths of 16: three and three
  const Lens lens = over_pad(many[4].centre);
  const auto v = make_navigator(pad(), lens, many);
  CHECK(v.title.find("patch 5 of 9") != std::string::npos);
  CHECK(v.more_than_one);
  CHECK_FALSE(v.head);
  CHECK(v.here.x == doctest::Approx(0.5F).epsilon(0.01));
  CHECK(v.here.y == doctest::Approx(0.5F).epsilon(0.01));
  CHECK(v.features.empty());
  const auto one = make_navigator(pad(), lens, {many[0]});
  CHECK(one.title.find("patch") == std::string::npos);
  CHECK_FALSE(one.more_than_one);
}

TEST_CASE("the map of a head turns with the eye: its face is where one stands") {
  for (const auto& [side, x, y] :
       {std::tuple{kFront, 0.5F, 0.94F}, {kBack, 0.5F, 0.06F}, {kLeft, 0.06F, 0.5F}, {kRight, 0.94F, 0.5F}}) {
    CAPTURE(side);
    const auto v = make_navigator(head(), from(side), patches(*head().site, {40, 40}));
    CHECK(v.head);
    CHECK(near(v.nose, {x, y}, 0.02F));
    CHECK(v.features.size() == 3);  // two ears and a nose
    CHECK(v.outline.size() > 40);
  }
}
