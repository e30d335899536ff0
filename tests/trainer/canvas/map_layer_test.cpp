#include "trainer/canvas/map_layer.h"
#include "engine/core/moment.h"
#include "trainer/canvas/eye.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "trainer/canvas/eye.h"

using engine::core::AttemptTime;
using engine::core::Span;
using engine::core::SteadyTime;

using namespace trainer;
using canvas::MapLayer;
using ui::Overlay;

namespace {

struct MapField {
  runner::Attempt attempt = runner::begin(
      *assessment::Site::make(support::field(40.0).step(support::StepKind::NeedleWork).lesson()));
  canvas::Eye eye{attempt.site->canvas()};
  MapLayer layer;

  MapField() {
    eye.place({0, 0, 1000, 800}, {0, 0, 1000, 800}, 1.0);
    eye.look_at({30'000, 30'000}, 14.0, SteadyTime{0});
    eye.jump();
  }
  void move(engine::scalp::CanvasPoint at, bool contact) {
    runner::apply(attempt,
                  engine::sim::Event{engine::sim::NeedleMoved{{.t_us = attempt.skin.t_us + Span{150'000},
                                                               .at = at,
                                                               .pressure = {},
                                                               .tilt = {},
                                                               .contact = contact}}});
  }
  void dots(int many) {
    for (int i = 0; i < many; ++i) {
      const engine::scalp::CanvasPoint at{20'000 + 1'500 * (i % 6), 20'000 + 1'500 * (i / 6)};
      move(at, true);
      move(at, false);
    }
  }
  ui::InkHeat heat(Overlay map, AttemptTime moment_us = {}, std::optional<canvas::Vec2> pointer = {}) {
    ui::CanvasInk ink;
    layer.add_to(ink, attempt, map, moment_us, eye.lens(), pointer);
    return ink.heat.value_or(ui::InkHeat{});
  }
  [[nodiscard]] static bool same(const ui::InkHeat& a, const ui::InkHeat& b) {
    if (a.cells.size() != b.cells.size() || a.dots.size() != b.dots.size()) return false;
    for (std::size_t i = 0; i < a.cells.size(); ++i)
      if (a.cells[i].value != b.cells[i].value) return false;
    for (std::size_t i = 0; i < a.dots.size(); ++i)
      if (a.dots[i].value != b.dots[i].value) return false;
    return true;
  }
};

}  // namespace

TEST_CASE("the map is made anew for new dots and for another map") {
  MapField field;
  field.dots(12);
  const auto twelve = field.heat(Overlay::DensityMap);
  CHECK_FALSE(twelve.legend.title.empty());
  CHECK(MapField::same(twelve, field.heat(Overlay::DensityMap)));
  field.dots(12);
  CHECK_FALSE(MapField::same(twelve, field.heat(Overlay::DensityMap)));
  CHECK(field.heat(Overlay::DepthMap).legend.title != twelve.legend.title);
}

TEST_CASE("while a dot is being set the map waits for it") {
  MapField field;
  field.dots(12);
  const auto before = field.heat(Overlay::DensityMap);
  field.move({40'000, 40'000}, true);
  CHECK(MapField::same(before, field.heat(Overlay::DensityMap)));
  field.move({40'000, 40'000}, false);
  CHECK_FALSE(MapField::same(before, field.heat(Overlay::DensityMap)));
}

TEST_CASE("what is taken back is taken out of the map") {
  MapField field;
  field.dots(12);
  const auto before = field.heat(Overlay::DensityMap);
  runner::apply(field.attempt, engine::sim::Event{engine::sim::Undone{field.attempt.skin.t_us,
                                                                      engine::sim::UndoScope::Lift}});
  CHECK_FALSE(MapField::same(before, field.heat(Overlay::DensityMap)));
}

TEST_CASE("of a log that is played again every moment has its own map") {
  MapField field;
  field.dots(6);
  const auto early = field.heat(Overlay::DensityMap, AttemptTime{1});
  field.attempt.skin.dots[0].at = {44'000, 44'000};  // another attempt with as many dots
  CHECK(MapField::same(early, field.heat(Overlay::DensityMap, AttemptTime{1})));
  CHECK_FALSE(MapField::same(early, field.heat(Overlay::DensityMap, AttemptTime{2})));
}

TEST_CASE("under the pointer its value is named, beside the field none is") {
  MapField field;
  field.dots(30);
  const auto at = field.eye.lens().project({23'000, 23'000});
  REQUIRE(at);
  const auto named = field.heat(Overlay::DensityMap, AttemptTime{0}, canvas::Vec2{at->x, at->y});
  REQUIRE(named.value);
  CHECK_FALSE(named.value->text.empty());
  CHECK_FALSE(field.heat(Overlay::DensityMap, AttemptTime{0}, canvas::Vec2{1, 1}).value);
  CHECK_FALSE(field.heat(Overlay::DensityMap).value);
}
