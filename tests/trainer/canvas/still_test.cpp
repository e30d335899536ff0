#include "trainer/canvas/still.h"

#include <doctest/doctest.h>

#include "trainer/app/lesson_files.h"
#include "trainer/assessment/site.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::canvas;
namespace render = engine::render;

namespace {

runner::Attempt two_presses() {
  auto attempt = runner::begin(assessment::Site::make(app::first_lesson().value().lesson).value());
  for (const int x : {95'000, 105'000})
    for (const bool down : {true, false})
      runner::apply(attempt, engine::sim::Event{engine::sim::NeedleMoved{
                                 {AttemptTime{x * 10 + (down ? 0 : 150'000)}, {x, 50'000}, {}, {}, down}}});
  return attempt;
}

}  // namespace

TEST_CASE("the names of views are read, and anything else is refused with the list") {
  CHECK(parse_view("front").value() == StillView{render::StandardView::Front});
  CHECK(parse_view("three_quarter").value() == StillView{render::StandardView::ThreeQuarter});
  CHECK(parse_view("macro").value() == StillView{Macro{}});
  CHECK(parse_view("zone:temple").value() == StillView{ZoneView{"temple"}});
  CHECK(parse_view("dot:12").value() == StillView{DotView{12}});
  for (const char* text : {"", "Front", "zone:", "dot:", "dot:-1", "dot:1x", "side"}) {
    const auto view = parse_view(text);
    REQUIRE_FALSE(view.has_value());
    CHECK(view.error().message.find("three_quarter") != std::string::npos);
  }
}

TEST_CASE("a dot, a zone and the middle of the work come to the middle of the picture") {
  const auto attempt = two_presses();
  const render::Viewport viewport{800, 600};
  const auto dot = still_camera(attempt, DotView{1}, viewport).value();
  CHECK(dot.target.x == doctest::Approx(105.0));
  CHECK(dot.px_per_mm == doctest::Approx(100.0));
  const auto zone = still_camera(attempt, ZoneView{"window"}, viewport).value();
  CHECK(zone.target.x == doctest::Approx(100.0));
  CHECK(15.0 * zone.px_per_mm < 600.0);
  CHECK(15.0 * zone.px_per_mm > 450.0);
  CHECK_FALSE(still_camera(attempt, DotView{2}, viewport).has_value());
  const auto unknown = still_camera(attempt, ZoneView{"nape"}, viewport);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().message.find("window") != std::string::npos);
  const auto macro = still_camera(attempt, Macro{}, viewport).value();
  CHECK((macro.target.x == doctest::Approx(95.0) || macro.target.x == doctest::Approx(105.0)));
}
