#include "engine/scalp/zone.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/geometry/region.h"
#include "engine/scalp/client.h"
#include "engine/scalp/work_plane.h"

using namespace engine::scalp;
using engine::core::Mm;

namespace {

double area_on(const Canvas& canvas, const Zone& zone, CanvasPoint centre) {
  const auto plane = WorkPlane::around(canvas, centre);
  std::vector<Vec2> flat;
  for (const CanvasPoint p : zone.outline) flat.push_back(*plane.flatten(p));
  return engine::geometry::Region::make({{flat, false}}).value().area();
}

}  // namespace

TEST_CASE("a band wider than its bend is tight has its far edge straightened out, not refused") {
  const Canvas pad{Pad{}};
  for (const double to : {5.0, 15.0, 25.0}) {
    const auto band =
        resolve(pad, ZoneSpec{"b", BandShape{{Vec2{10, 20}, Vec2{30, 12}, Vec2{50, 20}}, Mm{0}, Mm{to}}});
    REQUIRE(band.has_value());
    // Its length times its width, less what lies doubly inside a bend of 0.75 radians.
    CHECK(area_on(pad, *band, {0, 0}) == doctest::Approx(42.5 * to - 0.5 * 0.75 * to * to).epsilon(0.03));
  }
}

TEST_CASE("polygons, discs and bands on a pad") {
  const Canvas pad{Pad{}};
  const auto square =
      resolve(pad, ZoneSpec{"a", PolygonShape{{Vec2{10, 10}, Vec2{40, 10}, Vec2{40, 40}, Vec2{10, 40}}}});
  REQUIRE(square.has_value());
  CHECK(square->outline.size() == 4);
  const auto disc = resolve(pad, ZoneSpec{"b", DiscShape{Vec2{30, 30}, Mm{10}}});
  CHECK(area_on(pad, *disc, {0, 0}) == doctest::Approx(314.16).epsilon(0.01));
  const auto band = resolve(pad, ZoneSpec{"c", BandShape{{Vec2{10, 10}, Vec2{50, 10}}, Mm{0}, Mm{25}}});
  CHECK(area_on(pad, *band, {0, 0}) == doctest::Approx(1000).epsilon(0.01));
}

TEST_CASE("a disc on a head has the size asked, on the skin") {
  const Canvas head = make_head_canvas({}).value();
  const auto disc =
      resolve(head, ZoneSpec{"b", DiscShape{FromLandmark{Landmark::Vertex, Mm{10}, Mm{0}}, Mm{12}}});
  REQUIRE(disc.has_value());
  const auto centre = resolve(head, PointSpec{FromLandmark{Landmark::Vertex, Mm{10}, Mm{0}}}).value();
  for (const CanvasPoint p : disc->outline)
    CHECK(chord(head, centre, p).value == doctest::Approx(12).epsilon(0.001));
}

TEST_CASE("what does not fit is refused, and the zone is named") {
  const Canvas pad{Pad{}};
  const auto outside =
      resolve(pad, ZoneSpec{"field", PolygonShape{{Vec2{10, 10}, Vec2{70, 10}, Vec2{40, 40}}}});
  REQUIRE_FALSE(outside.has_value());
  CHECK(outside.error().field.find("field") != std::string::npos);
  CHECK_FALSE(
      resolve(pad, ZoneSpec{"bow", PolygonShape{{Vec2{0, 0}, Vec2{40, 40}, Vec2{40, 0}, Vec2{0, 30}}}})
          .has_value());
  CHECK_FALSE(resolve(pad, PointSpec{FromLandmark{}}).has_value());
  CHECK_FALSE(resolve_curve(pad, {Vec2{5, 5}, Vec2{5, 5}}).has_value());
}

TEST_CASE("punctate scars are strewn apart and inside, as many as asked, the same for the same seed") {
  const Canvas pad{Pad{}};
  PunctateShape shape{{Vec2{10, 10}, Vec2{50, 10}, Vec2{50, 40}, Vec2{10, 40}}, 12.0, Mm{1.0}, 3};
  const auto scars = resolve(pad, ZoneSpec{"donor", shape});
  REQUIRE(scars.has_value());
  CHECK(scars->scars.size() == 144);
  CHECK(scars->scar_radius.value == 0.5);
  for (std::size_t i = 0; i < scars->scars.size(); ++i) {
    const Vec2 p = mm_from_canvas_point(scars->scars[i]);
    CHECK((p.x > 10.7 && p.x < 49.3 && p.y > 10.7 && p.y < 39.3));
    for (std::size_t j = 0; j < i; ++j) CHECK(glm::length(mm_from_canvas_point(scars->scars[j]) - p) > 1.5);
  }
  CHECK(resolve(pad, ZoneSpec{"donor", shape})->scars == scars->scars);
  shape.seed = 4;
  CHECK(resolve(pad, ZoneSpec{"donor", shape})->scars != scars->scars);
  shape.per_cm2 = 60;
  CHECK_FALSE(resolve(pad, ZoneSpec{"donor", shape}).has_value());
}
