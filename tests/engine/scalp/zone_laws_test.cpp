// Zones, outlines, curves and scars: laws, and values worked out by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/tissue.h"
#include "engine/scalp/zone.h"

using namespace engine::scalp;
using engine::core::Mm;

namespace {

constexpr double kPi = engine::core::kPi;

double shoelace_mm2(const std::vector<CanvasPoint>& outline) {
  double twice = 0.0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = mm_from_canvas_point(outline[i]),
               b = mm_from_canvas_point(outline[(i + 1) % outline.size()]);
    twice += a.x * b.y - a.y * b.x;
  }
  return std::fabs(twice) / 2;
}

}  // namespace

TEST_CASE("a square has its area, a disc pi r squared, a band its length times its width") {
  const Canvas pad{Pad{}};
  const auto area = [&](auto shape) {
    return shoelace_mm2(resolve(pad, ZoneSpec{"z", shape}).value().outline);
  };
  CHECK(area(PolygonShape{{Vec2{10, 10}, Vec2{30, 10}, Vec2{30, 25}, Vec2{10, 25}}}) ==
        doctest::Approx(300.0));
  for (const double r : {0.5, 3.0, 12.0})
    CHECK(area(DiscShape{Vec2{30, 30}, Mm{r}}) == doctest::Approx(kPi * r * r).epsilon(0.01));
  CHECK(area(BandShape{{Vec2{10, 20}, Vec2{30, 20}, Vec2{50, 20}}, Mm{0}, Mm{10}}) ==
        doctest::Approx(400.0).epsilon(0.01));
  CHECK(area(BandShape{{Vec2{10, 20}, Vec2{30, 20}, Vec2{50, 20}}, Mm{5}, Mm{15}}) ==
        doctest::Approx(400.0).epsilon(0.01));
}

TEST_CASE("two bands behind one curve lie side by side and add up to the wide one") {
  const Canvas pad{Pad{}};
  const std::vector<PointSpec> curve{Vec2{8, 20}, Vec2{30, 23}, Vec2{52, 20}};
  const auto area = [&](double from, double to) {
    return shoelace_mm2(resolve(pad, ZoneSpec{"z", BandShape{curve, Mm{from}, Mm{to}}}).value().outline);
  };
  CHECK(area(0, 8) + area(8, 20) == doctest::Approx(area(0, 20)).epsilon(0.01));
}

TEST_CASE("outlines begin anew nowhere: no two corners in a row are one") {
  const Canvas pad{Pad{}};
  for (const auto& spec : {ZoneSpec{"a", DiscShape{Vec2{30, 30}, Mm{4}}},
                           ZoneSpec{"b", BandShape{{Vec2{8, 20}, Vec2{52, 24}}, Mm{0}, Mm{9}}}}) {
    const auto outline = resolve(pad, spec).value().outline;
    REQUIRE(outline.size() >= 4);
    for (std::size_t i = 0; i < outline.size(); ++i) CHECK(outline[i] != outline[(i + 1) % outline.size()]);
  }
}

TEST_CASE("a curve goes through its points") {
  const Canvas pad{Pad{}};
  const std::vector<PointSpec> points{Vec2{10, 10}, Vec2{25, 18}, Vec2{40, 9}, Vec2{55, 20}};
  const auto curve = resolve_curve(pad, points).value();
  for (const auto& point : points) {
    const auto at = canvas_point_from_mm(std::get<Vec2>(point));
    CHECK(std::any_of(curve.begin(), curve.end(), [&](CanvasPoint p) {
      return std::abs(p.u_um - at.u_um) <= 1 && std::abs(p.v_um - at.v_um) <= 1;
    }));
  }
}

TEST_CASE("the middle of an outline is that of its box") {
  CHECK(middle({{0, 0}, {10'000, 0}, {10'000, 4'000}}) == CanvasPoint{5'000, 2'000});
  CHECK(middle({{-6'000, -2'000}, {6'000, 2'000}}) == CanvasPoint{0, 0});
}

TEST_CASE("where two scars overlap the one named first counts") {
  const Canvas pad{Pad{}};
  const auto zone = [&](double low, double high) {
    return resolve(pad, ZoneSpec{"z", PolygonShape{{Vec2{low, low}, Vec2{high, low}, Vec2{high, high},
                                                    Vec2{low, high}}}})
        .value();
  };
  const TissueMap map(pad, {{TissueKind::Burn, zone(10, 30)}, {TissueKind::Mole, zone(20, 40)}});
  const auto at = [&](double mm) { return map.at(canvas_point_from_mm({mm, mm}), {mm, mm, 0}); };
  CHECK(at(15) == TissueKind::Burn);
  CHECK(at(25) == TissueKind::Burn);
  CHECK(at(35) == TissueKind::Mole);
  CHECK(at(45) == TissueKind::Healthy);
  CHECK(map.areas().size() == 2);
}

TEST_CASE("keloids and moles are refused, every scar but a mole is scarred skin") {
  for (const auto kind :
       {TissueKind::FlatScar, TissueKind::RaisedScar, TissueKind::SunkenScar, TissueKind::Burn}) {
    CHECK(is_scar(kind));
    CHECK_FALSE(is_refused(kind));
  }
  CHECK(is_refused(TissueKind::Keloid));
  CHECK(is_refused(TissueKind::Mole));
  CHECK(is_scar(TissueKind::Keloid));
  CHECK_FALSE(is_scar(TissueKind::Mole));
  CHECK_FALSE(is_scar(TissueKind::Healthy));
}
