// Solids by their formulas, loss of hair by what is known of its classes, meshes by Euler and Archimedes.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/core/draw.h"
#include "engine/core/units.h"
#include "engine/scalp/hair_loss.h"
#include "engine/scalp/head_measures.h"
#include "engine/scalp/head_mesh.h"
#include "engine/scalp/head_shape.h"
#include "engine/scalp/solids.h"
#include "engine/scalp/zone.h"

using namespace engine::scalp;
using doctest::Approx;
using engine::core::draw_unit;
using engine::core::Mm;

namespace {

constexpr double kPi = engine::core::kPi;
constexpr double kFront = 72.0;  // mm, where the native hair begins in the middle of the map

Vec3 drawn(const char* name, std::uint64_t i, double reach) {
  const auto one = [&](std::uint64_t axis) { return reach * (2 * draw_unit(axis, name, i) - 1); };
  return {one(1), one(2), one(3)};
}
// The share of a class that is gone, averaged over the top of the map.
double gone(const HairLoss& loss) {
  double sum = 0.0;
  int places = 0;
  for (int y = -100; y <= 70; y += 5)
    for (int x = -80; x <= 80; x += 5, ++places) sum += loss.lost({x, y}, kFront);
  return sum / places;
}
const HeadMesh& mesh() {
  static const HeadMesh made =
      make_head_mesh(ImplicitHead(*head_shape("male_average")), engine::core::Mm{4.0});
  return made;
}

}  // namespace

// ---- solids

TEST_CASE("a step is nothing below, all above, a half in the middle, and rises between") {
  using solids::smoothstep;
  CHECK(smoothstep(2, 6, 1.9) == 0.0);
  CHECK(smoothstep(2, 6, 2.0) == 0.0);
  CHECK(smoothstep(2, 6, 4.0) == Approx(0.5));
  CHECK(smoothstep(2, 6, 3.0) == Approx(0.15625));  // 3/16 - 2/64
  CHECK(smoothstep(2, 6, 6.0) == 1.0);
  CHECK(smoothstep(2, 6, 99.0) == 1.0);
  for (double x = 2.0; x < 5.8; x += 0.1) CHECK(smoothstep(2, 6, x + 0.1) > smoothstep(2, 6, x));
  CHECK(solids::mix(3, 7, 0.0) == 3.0);
  CHECK(solids::mix(3, 7, 1.0) == 7.0);
  CHECK(solids::mix(3, 7, 0.25) == 4.0);
}

TEST_CASE(
    "a blend is the nearer solid where they are far apart, and a quarter of its width nearer where they "
    "meet") {
  for (const double k : {1.0, 4.0, 10.0}) {
    CHECK(solids::join(0, 2 * k, k) == 0.0);
    CHECK(solids::join(3 * k, -k, k) == -k);
    CHECK(solids::join(5, 5, k) == Approx(5.0 - k / 4));
    CHECK(solids::both(5, 5, k) == Approx(5.0 + k / 4));
    CHECK(solids::cut(-20 * k, 10 * k, k) == Approx(-10.0 * k));
    for (std::uint64_t i = 0; i < 60; ++i) {
      const double a = 20 * draw_unit(1, "a", i) - 10, b = 20 * draw_unit(2, "b", i) - 10;
      CHECK(solids::join(a, b, k) == solids::join(b, a, k));
      CHECK(solids::join(a, b, k) <= std::min(a, b));
      CHECK(solids::join(a, b, k) >= std::min(a, b) - k / 4 - 1e-12);
      CHECK(solids::both(a, b, k) >= std::max(a, b));
      CHECK(solids::cut(a, b, k) == Approx(solids::both(a, -b, k)));
    }
  }
}

TEST_CASE("an ellipsoid of three equal axes is a ball, and its skin lies at its axes") {
  for (std::uint64_t i = 0; i < 50; ++i) {
    const Vec3 p = drawn("ball", i, 20);
    CHECK(solids::ellipsoid(p, {7, 7, 7}) == Approx(glm::length(p) - 7.0).epsilon(1e-9));
  }
  const Vec3 axes{3, 5, 9};
  for (const Vec3 tip : {Vec3{3, 0, 0}, Vec3{0, -5, 0}, Vec3{0, 0, 9}}) {
    CHECK(solids::ellipsoid(tip, axes) == Approx(0.0));
    CHECK(solids::ellipsoid(tip * 1.1, axes) > 0.0);
    CHECK(solids::ellipsoid(tip * 0.9, axes) < 0.0);
  }
  CHECK(solids::ellipsoid({0, 0, 0}, axes) == -3.0);
}

TEST_CASE("a capsule of one radius keeps that distance from its axis, and is a ball beyond its ends") {
  const Vec3 a{0, 0, 0}, b{10, 0, 0};
  CHECK(solids::capsule({5, 3, 4}, a, b, 2, 2) == Approx(3.0));
  CHECK(solids::capsule({-3, 4, 0}, a, b, 2, 2) == Approx(3.0));
  CHECK(solids::capsule({13, 0, 4}, a, b, 2, 2) == Approx(3.0));
  CHECK(solids::capsule({5, 0, 0}, a, b, 2, 2) == Approx(-2.0));
  CHECK(solids::capsule({5, 6, 0}, a, b, 1, 3) == Approx(4.0));  // half way its radius is 2
  CHECK(solids::capsule({10, 6, 0}, a, b, 1, 3) == Approx(3.0));
}

// ---- loss of hair

TEST_CASE("the classes of loss have names of their own, and none of them takes nothing but the first two") {
  const auto names = loss_class_names();
  CHECK(std::set(names.begin(), names.end()).size() == names.size());
  CHECK(names.size() == 20);
  for (const auto& name : names) {
    CAPTURE(name);
    CHECK((gone(HairLoss(name, 1)) > 0.001) == (name != "none" && name != "norwood_1"));
  }
  CHECK(gone(HairLoss("totalis", 1)) == 1.0);
  CHECK(gone(HairLoss("universalis", 1)) == 1.0);
}

TEST_CASE("with each class of Norwood no place gains hair, nor with each of Ludwig") {
  for (const char* kind : {"norwood_", "ludwig_"})
    for (int level = 1; level < (kind[0] == 'n' ? 7 : 3); ++level) {
      const HairLoss before(kind + std::to_string(level), 1), after(kind + std::to_string(level + 1), 1);
      CAPTURE(level);
      for (int y = -100; y <= 90; y += 4)
        for (int x = -84; x <= 84; x += 4)
          CHECK(after.lost({x, y}, kFront) >= before.lost({x, y}, kFront) - 1e-9);
    }
}

TEST_CASE("Norwood is the same on both sides in front, spares the back, and recedes at the temples first") {
  for (int level = 2; level <= 6; ++level) {
    const HairLoss loss("norwood_" + std::to_string(level), 1);
    for (int x = 0; x <= 60; x += 4) CHECK(loss.lost({x, 55}, kFront) == Approx(loss.lost({-x, 55}, kFront)));
    CHECK(loss.lost({0, -140}, kFront) < 0.01);
    CHECK(loss.lost({110, -20}, kFront) < 0.01);
  }
  const HairLoss early("norwood_3", 1);
  const double temple = early.lost({46, 40}, kFront), middle = early.lost({0, 40}, kFront);
  CHECK(temple > 0.9);
  CHECK(middle < 0.1);
}

TEST_CASE(
    "the variants leave the crown alone, the vertex class has a bald one and nothing more than its class") {
  const Vec2 crown{6, -46};
  for (int level = 2; level <= 5; ++level)
    CHECK(HairLoss("norwood_" + std::to_string(level) + "a", 1).lost(crown, kFront) < 0.01);
  const HairLoss vertex("norwood_3_vertex", 1), plain("norwood_3", 1);
  CHECK(vertex.lost(crown, kFront) == Approx(1.0));
  CHECK(plain.lost(crown, kFront) == 0.0);
  for (int x = -60; x <= 60; x += 6) CHECK(vertex.lost({x, 50}, kFront) == plain.lost({x, 50}, kFront));
}

TEST_CASE("Ludwig thins along the parting, keeps the frontal line and takes no place whole") {
  for (int level = 1; level <= 3; ++level) {
    const HairLoss loss("ludwig_" + std::to_string(level), 1);
    for (int y = -30; y <= 40; y += 5) {
      CHECK(loss.lost({0, y}, kFront) >= loss.lost({20, y}, kFront));
      CHECK(loss.lost({20, y}, kFront) >= loss.lost({45, y}, kFront));
      CHECK(loss.lost({0, y}, kFront) < 0.9);
    }
    CHECK(loss.lost({0, kFront - 3}, kFront) == 0.0);
  }
}

TEST_CASE("areata leaves a few round patches, others for another seed, none over another") {
  std::set<double> different;
  for (engine::core::Seed seed = 1; seed <= 6; ++seed) {
    const HairLoss loss("areata", seed);
    // Bald millimetres that hang together make a patch.
    std::map<std::pair<int, int>, bool> bald;
    for (int y = -130; y <= 100; ++y)
      for (int x = -130; x <= 130; ++x)
        if (loss.lost({x, y}, kFront) > 0.5) bald[{x, y}] = false;
    different.insert(static_cast<double>(bald.size()));
    int patches = 0;
    for (auto& [start, seen] : bald) {
      if (seen) continue;
      ++patches;
      std::vector<std::pair<int, int>> open{start};
      std::size_t size = 0;
      while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        const auto found = bald.find(at);
        if (found == bald.end() || found->second) continue;
        found->second = true;
        ++size;
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}})
          open.push_back({at.first + dx, at.second + dy});
      }
      CHECK(static_cast<double>(size) > kPi * 9 * 9);
      CHECK(static_cast<double>(size) < kPi * 23 * 23);
    }
    CHECK(patches >= 3);
    CHECK(patches <= 5);
  }
  CHECK(different.size() == 6);
}

TEST_CASE("unevenness stays between its ends, is about nothing on the whole, and is slow") {
  double sum = 0.0;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const Vec3 p = drawn("wave", i, 100);
    const double here = waviness(p);
    CHECK(std::abs(here) <= 1.0);
    CHECK(std::abs(waviness(p + Vec3{0.1, 0.1, 0.1}) - here) < 0.05);
    sum += here;
  }
  CHECK(std::abs(sum / 500) < 0.08);
}

// ---- heads

TEST_CASE("every preset is found by its name, measures as its sex does, and no other name is one") {
  const auto names = head_shape_names();
  CHECK(std::set(names.begin(), names.end()).size() == names.size());
  for (const auto& name : names) CHECK(head_shape(name).has_value());
  for (const char* name : {"", "male", "male_average ", "Male_average"})
    CHECK_FALSE(head_shape(name).has_value());
  for (const auto& [name, female] : {std::pair{"male_average", false}, {"female_average", true}}) {
    REQUIRE(head_shape(name).has_value());
    const auto found = listed(measure_head(ImplicitHead(*head_shape(name))));
    const auto published = published_measures(female);
    for (std::size_t i = 0; i < found.size(); ++i) {
      CAPTURE(kMeasureNames[i]);
      CHECK(std::abs(found[i] - published[i].mean) < published[i].sd);
    }
  }
}

TEST_CASE("eyes stand closer on narrow faces, without a jump") {
  HeadShape shape;
  double before = 0.0;
  for (int i = 0; i <= 40; ++i) {
    shape.face = 0.80 + 0.01 * i;
    const double now = eye_share(shape);
    CHECK(now >= before);
    if (i > 0) CHECK(now - before < 0.011);
    before = now;
  }
  CHECK(before == 1.0);
}

TEST_CASE("the mesh is closed but for the end of the neck: a disc by Euler, no edge with three triangles") {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;  // with their direction
  const auto& t = mesh().triangles;
  const std::set<std::uint32_t> used(t.begin(), t.end());
  double lowest = 0.0;
  for (const Vec3& p : mesh().positions) lowest = std::min(lowest, p.y);
  for (std::size_t i = 0; i + 2 < t.size(); i += 3)
    for (std::size_t k = 0; k < 3; ++k) ++edges[{t[i + k], t[i + (k + 1) % 3]}];
  std::size_t open = 0, thick = 0, elsewhere = 0;
  for (const auto& [edge, count] : edges) {
    if (count != 1) ++thick;
    if (edges.contains({edge.second, edge.first})) continue;
    ++open;
    if (mesh().positions[edge.first].y > lowest + 8.0) ++elsewhere;
  }
  CHECK(thick == 0);
  CHECK(elsewhere == 0);
  const auto all = static_cast<long>((edges.size() + open) / 2);
  CHECK(static_cast<long>(used.size()) - all + static_cast<long>(t.size() / 3) == 1);
}

TEST_CASE("the mesh lies on the head, and its normals are of unit length and point outwards") {
  const ImplicitHead head(*head_shape("male_average"));
  REQUIRE(mesh().positions.size() == mesh().normals.size());
  int all = 0, near = 0;
  for (std::size_t i = 0; i < mesh().positions.size(); i += 29, ++all) {
    const Vec3 p = mesh().positions[i], n = mesh().normals[i];
    const double off = std::abs(head.distance(p, Ears::With).value);
    CHECK(off < 1.5);  // in the folds of the ears
    near += off < 0.05 ? 1 : 0;
    CHECK(glm::length(n) == Approx(1.0));
    CHECK(head.distance(p + n * 1.5, Ears::With).value > head.distance(p - n * 1.5, Ears::With).value);
  }
  CHECK(near > 0.95 * all);
}

TEST_CASE("areas of a mesh add up, and half the share is half the area") {
  const double whole = area_of(mesh(), [](const Vec3&) { return 1.0; });
  const double left = area_of(mesh(), [](const Vec3&p) { return p.x > 0 ? 1.0 : 0.0; }),
               right = area_of(mesh(), [](const Vec3&p) { return p.x > 0 ? 0.0 : 1.0; });
  CHECK(left + right == Approx(whole));
  CHECK(left == Approx(right).epsilon(0.03));
  CHECK(area_of(mesh(), [](const Vec3&) { return 0.5; }) == Approx(whole / 2));
  HeadMesh square{{{0, 0, 0}, {3, 0, 0}, {3, 4, 0}, {0, 4, 0}}, {}, {0, 1, 2, 0, 2, 3}};
  CHECK(area_of(square, [](const Vec3&) { return 1.0; }) == Approx(12.0));
}

// ---- zones

TEST_CASE("what does not fit on the canvas is refused with the name of its zone and why") {
  const Canvas pad{Pad{}};
  const auto why = [&](decltype(ZoneSpec::shape) shape) {
    const auto zone = resolve(pad, ZoneSpec{"here", std::move(shape)});
    REQUIRE_FALSE(zone.has_value());
    CHECK(zone.error().field == "zone 'here'");
    return zone.error().message;
  };
  CHECK(why(DiscShape{Vec2{3, 30}, Mm{5}}) == "the disc reaches beyond the canvas");
  CHECK(why(DiscShape{Vec2{-3, 30}, Mm{1}}) == "a point lies outside the canvas");
  CHECK(why(BandShape{{Vec2{10, 50}, Vec2{50, 50}}, Mm{0}, Mm{20}}) == "the band reaches beyond the canvas");
  CHECK(why(BandShape{{Vec2{10, 50}, Vec2{10, 50}}, Mm{0}, Mm{5}}) ==
        "expected at least two different points");
  CHECK(why(PolygonShape{{Vec2{1, 1}, Vec2{9, 1}, Vec2{70, 9}}}) == "a point lies outside the canvas");
  CHECK(why(PolygonShape{{FromLandmark{}, Vec2{9, 1}, Vec2{7, 9}}}) ==
        "a pad has no landmarks; expected [x, y]");
  CHECK(why(PunctateShape{{Vec2{5, 5}, Vec2{9, 5}, Vec2{9, 9}}, 60, Mm{1}, 1}) ==
        "there is no room for so many scars of that size");
}

TEST_CASE("punctate scars are as many as asked, clear of each other and of the outline, for every seed") {
  const Canvas pad{Pad{}};
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto zone =
        resolve(pad,
                ZoneSpec{"spots",
                         PunctateShape{
                             {Vec2{10, 10}, Vec2{40, 10}, Vec2{40, 30}, Vec2{10, 30}}, 12, Mm{0.8}, seed}})
            .value();
    CHECK(zone.scars.size() == 72);  // 6 square centimetres
    CHECK(zone.scar_radius.value == Approx(0.4));
    for (std::size_t i = 0; i < zone.scars.size(); ++i) {
      const Vec2 p = mm_from_canvas_point(zone.scars[i]);
      CHECK(std::min({p.x - 10, 40 - p.x, p.y - 10, 30 - p.y}) >= 0.4 + kBesideScar.value - 0.001);
      for (std::size_t j = 0; j < i; ++j)
        CHECK(glm::length(p - mm_from_canvas_point(zone.scars[j])) >= 0.8 + 2 * kBesideScar.value);
    }
  }
}
