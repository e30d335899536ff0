// Still pictures: how near each named view goes and what it looks at, by hand.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/canvas/picture.h"
#include "trainer/canvas/still.h"

using namespace trainer;
using namespace trainer::canvas;
namespace render = engine::render;
using support::StepKind;

namespace {

constexpr render::Viewport kWide{800, 600}, kNarrow{300, 600};

runner::Attempt attempt(const lessons::Lesson& lesson, std::vector<engine::skin::Dot> dots = {}) {
  auto a = runner::begin(assessment::Site::make(lesson).value());
  a.skin.dots = std::move(dots);
  return a;
}
lessons::Lesson field() {
  return support::field().step(StepKind::NeedleWork).lesson();
}
lessons::Lesson on_a_head() {
  return support::LessonBuilder()
      .client({})
      .target(support::square("top", -15, 15), 40)
      .step(StepKind::NeedleWork)
      .lesson();
}
render::Camera camera(const runner::Attempt& a, const StillView& view, render::Viewport viewport = kWide) {
  return still_camera(a, view, viewport).value();
}
bool looks_at(const render::Camera& c, double x, double y) {
  return std::fabs(c.target.x - x) < 0.02 && std::fabs(c.target.y - y) < 0.02;
}

}  // namespace

TEST_CASE("a target fills the picture but for fifteen hundredths, in a wide window as in a narrow one") {
  const auto a = attempt(field());  // 30 x 30 mm round (30, 30)
  const auto wide = camera(a, ZoneView{"field"}), narrow = camera(a, ZoneView{"field"}, kNarrow);
  CHECK(looks_at(wide, 30, 30));
  CHECK(wide.px_per_mm == doctest::Approx(600 / 34.5));
  CHECK(narrow.px_per_mm == doctest::Approx(300 / 34.5));
}

TEST_CASE("a zone that is no target is seen whole too") {
  auto lesson = support::field()
                    .zone(support::square("mole", 2, 12))
                    .tissue(engine::scalp::TissueKind::Mole, "mole")
                    .step(StepKind::NeedleWork)
                    .lesson();
  const auto c = camera(attempt(lesson), ZoneView{"mole"});
  CHECK(looks_at(c, 7, 7));
  // As high as its widest way across, from corner to corner.
  CHECK(c.px_per_mm == doctest::Approx(600 / (2 * 5 * std::sqrt(2.0) * 1.15)).epsilon(0.001));
}

TEST_CASE("a zone that is not there is refused with those that are") {
  const auto error = still_camera(attempt(field()), ZoneView{"crown"}, kWide);
  REQUIRE_FALSE(error.has_value());
  CHECK(error.error().message.find("crown") != std::string::npos);
  CHECK(error.error().message.find("field") != std::string::npos);
  auto paper = support::LessonBuilder().step(support::question(0)).lesson();
  paper.practical = false;
  CHECK(still_camera(attempt(paper), ZoneView{"crown"}, kWide).error().message.find("none") !=
        std::string::npos);
}

TEST_CASE("a dot is seen six millimetres high, one that was taken back too; beyond the last there is none") {
  auto dots = support::in_rows(3, 1, {20, 25}, 2.0);
  dots[1].withdrawn = true;
  const auto a = attempt(field(), dots);
  for (std::uint32_t i = 0; i < 3; ++i) {
    const auto c = camera(a, DotView{i});
    CHECK(looks_at(c, 20 + 2.0 * i, 25));
    CHECK(c.px_per_mm == doctest::Approx(100.0));
  }
  const auto none = still_camera(a, DotView{3}, kWide);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().message.find('3') != std::string::npos);
  CHECK_FALSE(still_camera(attempt(field()), DotView{0}, kWide).has_value());
}

TEST_CASE("close up is sixteen millimetres high, at the dot nearest to the middle of all that are there") {
  // The middle of 20, 22, 30 is 24: the dot at 22 is nearest.
  std::vector<engine::skin::Dot> dots{support::dot(0, {20, 30}), support::dot(1, {22, 30}),
                                      support::dot(2, {30, 30})};
  CHECK(looks_at(camera(attempt(field(), dots), Macro{}), 22, 30));
  CHECK(camera(attempt(field(), dots), Macro{}).px_per_mm == doctest::Approx(37.5));
  dots.push_back(support::dot(3, {58, 58}));  // taken back: it draws nothing its way
  dots.push_back(support::dot(4, {24, 30}));  // nor is it looked at, though nearest
  dots[3].withdrawn = dots[4].withdrawn = true;
  CHECK(looks_at(camera(attempt(field(), dots), Macro{}), 22, 30));
}

TEST_CASE("close up of work that has not begun is the middle of the first target") {
  CHECK(looks_at(camera(attempt(field()), Macro{}), 30, 30));
  auto dots = support::in_rows(2, 1, {20, 20}, 2.0);
  dots[0].withdrawn = dots[1].withdrawn = true;
  CHECK(looks_at(camera(attempt(field(), dots), Macro{}), 30, 30));
}

TEST_CASE("on a pad every side is the whole pad from above") {
  const auto a = attempt(field());
  const auto front = camera(a, render::StandardView::Front);
  CHECK(looks_at(front, 30, 30));
  CHECK(front.px_per_mm == doctest::Approx((600 - 48) / 60.0));  // 24 px of air on either side
  for (const auto view : {render::StandardView::Left, render::StandardView::Top, render::StandardView::Back,
                          render::StandardView::ThreeQuarter})
    CHECK(camera(a, view) == front);
}

TEST_CASE("on a head every side is another, and front is where the face is") {
  const auto a = attempt(on_a_head());
  const auto front = camera(a, render::StandardView::Front);
  CHECK(front.kind == render::CameraKind::Head);
  CHECK(render::camera_axes(front).back.z > 0.9);  // the face looks along z
  for (const auto view : {render::StandardView::Left, render::StandardView::Right, render::StandardView::Top,
                          render::StandardView::Back, render::StandardView::ThreeQuarter})
    CHECK_FALSE(camera(a, view) == front);
  CHECK(render::camera_axes(camera(a, render::StandardView::Left)).back.x > 0.9);  // x is the client's left
  CHECK(render::camera_axes(camera(a, render::StandardView::Top)).back.y > 0.9);
}

TEST_CASE("close up on a head looks square at the skin") {
  const auto a = attempt(on_a_head(), {});
  for (const StillView& view : {StillView{Macro{}}, StillView{ZoneView{"top"}}}) {
    const auto c = camera(a, view);
    const auto place = a.site->canvas().locate({0, 0});
    REQUIRE(place);
    CHECK(glm::length(c.target - place->position) < 0.5);
    CHECK(glm::dot(render::camera_axes(c).back, place->normal) > 0.999);
  }
}

TEST_CASE(
    "a picture without a graphics context shows nothing, waits for nothing, and says so when it is asked") {
  Picture picture;
  const auto a = attempt(on_a_head());
  picture.set_site(*a.site);
  CHECK_FALSE(picture.has_renderer());
  CHECK_FALSE(picture.waits());
  picture.arrive();
  picture.arrive();
  picture.wait();
  picture.show(a);
  picture.set_clay(true);
  picture.set_days(30);
  picture.show_aged(a.site->canvas(), {}, 30, {});
  CHECK_FALSE(picture.waits());
  CHECK(picture.draw({}, kWide, false).texture == 0);
  CHECK(picture.draw_loupe({}, kWide).texture == 0);
  CHECK_FALSE(picture.still({}, kWide).has_value());
  picture.release();
  CHECK(picture.draw({}, kWide, true).texture == 0);
}
