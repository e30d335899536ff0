#include "engine/scalp/tissue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/client.h"
#include "engine/scalp/follicles.h"

using namespace engine::scalp;
using engine::core::Mm;

namespace {

Canvas with_scar(const Canvas& canvas, const ZoneSpec& spec, TissueKind kind) {
  return canvas.with(std::make_shared<const TissueMap>(
      canvas, std::vector<TissueArea>{{kind, resolve(canvas, spec).value()}}));
}

}  // namespace

TEST_CASE("skin is scarred inside the zone and nowhere else") {
  const Canvas bare{Pad{}};
  const Canvas pad = with_scar(bare, {"scar", PolygonShape{{Vec2{10, 10}, Vec2{40, 10}, Vec2{10, 40}}}},
                               TissueKind::RaisedScar);
  CHECK(pad.locate({12'000, 12'000})->tissue == TissueKind::RaisedScar);
  CHECK(pad.locate({38'000, 38'000})->tissue == TissueKind::Healthy);
  CHECK(pad.locate({9'999, 12'000})->tissue == TissueKind::Healthy);
  CHECK(bare.locate({12'000, 12'000})->tissue == TissueKind::Healthy);
}

TEST_CASE("of punctate scars only the discs are scarred, on a head too") {
  const Canvas bare = make_head_canvas({}).value();
  const FromLandmark a{Landmark::Vertex, Mm{-10}, Mm{20}}, b{Landmark::Vertex, Mm{10}, Mm{20}},
      c{Landmark::Vertex, Mm{10}, Mm{40}}, d{Landmark::Vertex, Mm{-10}, Mm{40}};
  const ZoneSpec spec{"fue", PunctateShape{{a, b, c, d}, 8.0, Mm{0.9}, 3}};
  const Zone zone = resolve(bare, spec).value();
  const Canvas head = with_scar(bare, spec, TissueKind::FlatScar);
  REQUIRE(zone.scars.size() > 20);
  int beside = 0;
  for (const CanvasPoint scar : zone.scars) {
    CHECK(head.locate(scar)->tissue == TissueKind::FlatScar);
    beside += head.locate({scar.u_um + 700, scar.v_um})->tissue == TissueKind::Healthy ? 1 : 0;
  }
  CHECK(beside == static_cast<int>(zone.scars.size()));
}

TEST_CASE("no hair grows in a scar") {
  const Canvas bare{Pad{.hair = engine::core::PerCm2{70}, .seed = 4}};
  const Canvas pad = with_scar(bare, {"scar", DiscShape{Vec2{30, 30}, Mm{12}}}, TissueKind::FlatScar);
  const auto growth = growth_of(*pad.pad());
  const auto inside = [](const FollicularUnit& unit) {
    return std::hypot(unit.at.u_um - 30'000.0, unit.at.v_um - 30'000.0) < 11'900;
  };
  const auto before = follicular_units(bare, 4, growth, whole(bare)),
             after = follicular_units(pad, 4, growth, whole(pad));
  CHECK(std::count_if(before.begin(), before.end(), inside) > 200);
  CHECK(std::count_if(after.begin(), after.end(), inside) == 0);
  CHECK(before.size() - after.size() < 400);
}
