// Heads, charts, planes and hair: laws that hold for every preset, and values worked out by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/scalp/client.h"
#include "engine/scalp/follicles.h"
#include "engine/scalp/hair.h"
#include "engine/scalp/hair_loss.h"
#include "engine/scalp/head_surface.h"
#include "engine/scalp/work_plane.h"

using namespace engine::scalp;
using engine::core::draw_unit;
using engine::core::Mm;

namespace {

constexpr double kPi = engine::core::kPi;

const Canvas& head() {
  static const Canvas canvas = make_head_canvas({}).value();
  return canvas;
}

// Addresses all over the scalp.
std::vector<CanvasPoint> addresses(std::uint64_t count, double reach_mm = 110) {
  std::vector<CanvasPoint> all;
  for (std::uint64_t i = 0; i < count; ++i) {
    const double rho = reach_mm * std::sqrt(draw_unit(21, "rho", i)),
                 theta = 2 * kPi * draw_unit(21, "theta", i);
    all.push_back(canvas_point_from_mm({rho * std::sin(theta), rho * std::cos(theta)}));
  }
  return all;
}

}  // namespace

// ---- addresses

TEST_CASE("millimetres become micrometres and come back, for every sign") {
  for (const double mm : {0.0, 0.001, 12.345, -7.5, 199.999, -0.0004}) {
    const auto p = canvas_point_from_mm({mm, -mm});
    CHECK(std::fabs(mm_from_canvas_point(p).x - mm) <= 0.0005 + 1e-12);
    CHECK(p.v_um == -p.u_um);
  }
}

TEST_CASE("a chord is the same there and back, none to itself, and obeys the triangle") {
  const auto all = addresses(40);
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    const double ab = chord(head(), all[i], all[i + 1]).value,
                 bc = chord(head(), all[i + 1], all[i + 2]).value,
                 ac = chord(head(), all[i], all[i + 2]).value;
    CHECK(chord(head(), all[i], all[i]).value == 0.0);
    CHECK(chord(head(), all[i + 1], all[i]).value == ab);
    CHECK(ac <= ab + bc + 1e-9);
  }
  CHECK(std::isinf(chord(head(), {0, 0}, {0, 400'000}).value));
  CHECK(std::isinf(chord(Canvas{Pad{}}, {-1, 0}, {0, 0}).value));
}

TEST_CASE("on a pad a chord is Pythagoras") {
  const Canvas pad{Pad{}};
  CHECK(chord(pad, {0, 0}, {30'000, 40'000}).value == doctest::Approx(50.0));
}

// ---- heads

TEST_CASE("everywhere on a scalp the normal is of unit length, points outwards and is square to the skin") {
  for (const CanvasPoint p : addresses(120)) {
    const auto here = head().locate(p);
    if (!here) continue;
    CHECK(glm::length(here->normal) == doctest::Approx(1.0));
    CHECK(glm::dot(here->normal, here->position - head().head()->middle()) > 0.0);
    for (const CanvasPoint step : {CanvasPoint{500, 0}, CanvasPoint{0, 500}}) {
      const auto a = head().position({p.u_um - step.u_um, p.v_um - step.v_um}),
                 b = head().position({p.u_um + step.u_um, p.v_um + step.v_um});
      if (!a || !b) continue;
      CHECK(std::fabs(glm::dot(glm::normalize(*b - *a), here->normal)) < 0.02);
    }
  }
}

TEST_CASE("places of neighbouring addresses are neighbours: the skin has no step") {
  for (const CanvasPoint p : addresses(200)) {
    const auto a = head().position(p), b = head().position({p.u_um + 100, p.v_um + 100});
    if (!a || !b) continue;
    CHECK(glm::length(*b - *a) > 0.02);
    CHECK(glm::length(*b - *a) < 0.30);
  }
}

TEST_CASE("a place alone is the place of what is located there") {
  for (const CanvasPoint p : addresses(100)) {
    const auto full = head().locate(p);
    const auto place = head().position(p);
    REQUIRE(full.has_value() == place.has_value());
    if (full) CHECK(glm::length(full->position - *place) == 0.0);
  }
}

TEST_CASE("skin is as thick as skin of a scalp is, and changes slowly") {
  for (const CanvasPoint p : addresses(150)) {
    const auto here = head().locate(p), near = head().locate({p.u_um + 1'000, p.v_um});
    if (!here || !near) continue;
    CHECK(here->skin_thickness.value > 0.7);
    CHECK(here->skin_thickness.value < 2.2);
    CHECK(std::fabs(here->skin_thickness.value - near->skin_thickness.value) < 0.05);
  }
}

TEST_CASE("a chart ends where its meridian ends, on every side") {
  const auto& surface = *head().head();
  for (double theta = -kPi; theta < kPi; theta += 0.37) {
    const double reach = surface.reach(engine::core::Radians{theta}).value;
    const auto at = [&](double rho) {
      return canvas_point_from_mm({rho * std::sin(theta), rho * std::cos(theta)});
    };
    CHECK(head().locate(at(reach - 0.5)).has_value());
    CHECK_FALSE(head().locate(at(reach + 0.5)).has_value());
  }
}

TEST_CASE("every preset makes a head with its landmarks in order, left and right alike") {
  for (const auto& name : head_shape_names()) {
    CAPTURE(name);
    Client client;
    client.head_shape = name;
    const Canvas canvas = make_head_canvas(client).value();
    const auto& surface = *canvas.head();
    const auto at = [&](Landmark l) { return surface.landmark(l); };
    CHECK(at(Landmark::Glabella).y > at(Landmark::Trichion).y);
    CHECK(at(Landmark::Trichion).y > 0.0);
    CHECK(at(Landmark::Mfp).y > at(Landmark::Vertex).y);
    CHECK(at(Landmark::Vertex).y > at(Landmark::Whorl).y);
    CHECK(at(Landmark::Whorl).y > at(Landmark::Inion).y);
    CHECK(glm::length(at(Landmark::Vertex)) < 1e-9);
    for (const auto& [left, right] : {std::pair{Landmark::TragusLeft, Landmark::TragusRight},
                                      std::pair{Landmark::FtpLeft, Landmark::FtpRight}}) {
      CHECK(at(left).x > 0.0);
      CHECK(at(left).x == doctest::Approx(-at(right).x));
      CHECK(at(left).y == doctest::Approx(at(right).y));
    }
    for (const Landmark middle : {Landmark::Glabella, Landmark::Mfp, Landmark::Trichion, Landmark::Inion})
      CHECK(std::fabs(at(middle).x) < 1e-9);
  }
}

TEST_CASE("the same description makes the same head, bit for bit; another seed of one who varies another") {
  Client client;
  client.seed = 7;
  client.vary = true;
  const Canvas a = make_head_canvas(client).value(), b = make_head_canvas(client).value();
  client.seed = 8;
  const Canvas other = make_head_canvas(client).value();
  bool differs = false;
  for (const CanvasPoint p : addresses(40)) {
    CHECK(a.position(p) == b.position(p));
    differs = differs || a.position(p) != other.position(p);
  }
  CHECK(differs);
}

TEST_CASE("who does not vary stays as described, who does keeps sex, skin type, hair and loss") {
  Client client;
  client.age = 51;
  client.undertone = Undertone::Warm;
  client.seed = 99;
  CHECK(person_of(client) == client);
  client.vary = true;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    client.seed = seed;
    const Client person = person_of(client);
    CHECK(std::abs(person.age - 51) <= 8);
    CHECK(person.sex == client.sex);
    CHECK(person.skin_type == client.skin_type);
    CHECK(person.hair_colour == client.hair_colour);
    CHECK(person.loss_class == client.loss_class);
    CHECK(person_of(client) == person);
  }
}

TEST_CASE("walking nowhere stays, and left then right comes back") {
  const auto& surface = *head().head();
  for (const Vec2 from : {Vec2{0, 80}, Vec2{40, 20}, Vec2{-30, -60}}) {
    CHECK(glm::length(surface.walk(from, Mm{0}, Mm{0}) - from) < 1e-6);
    const Vec2 left = surface.walk(from, Mm{15}, Mm{0});
    CHECK(glm::length(surface.walk(left, Mm{-15}, Mm{0}) - from) < 0.1);           // in steps of 2 mm
    CHECK(glm::length(left) == doctest::Approx(glm::length(from)).epsilon(1e-6));  // the circle of equal rho
    const Vec2 back = surface.walk({0, 80}, Mm{0}, Mm{20});
    CHECK(back.y == doctest::Approx(60.0).epsilon(0.001));
  }
}

// ---- planes

TEST_CASE("a plane is the identity on a pad, and on a head true to its middle") {
  const Canvas pad{Pad{}};
  const auto flat = WorkPlane::around(pad, {30'000, 20'000});
  for (const CanvasPoint p : {CanvasPoint{0, 0}, CanvasPoint{12'345, 54'321}}) {
    CHECK(glm::length(*flat.flatten(p) - mm_from_canvas_point(p)) < 1e-9);
    CHECK(*flat.address(*flat.flatten(p)) == p);
  }
  CHECK_FALSE(flat.flatten({-1, 0}).has_value());
  for (const CanvasPoint centre : addresses(12, 90)) {
    const auto plane = WorkPlane::around(head(), centre);
    const auto middle = plane.flatten(centre);
    REQUIRE(middle.has_value());
    // From the middle lengths are chords, in every direction.
    for (const CanvasPoint by : {CanvasPoint{8'000, 0}, CanvasPoint{0, -8'000}, CanvasPoint{-6'000, 6'000}}) {
      const CanvasPoint p{centre.u_um + by.u_um, centre.v_um + by.v_um};
      const auto q = plane.flatten(p);
      if (!q) continue;
      CHECK(glm::length(*q - *middle) == doctest::Approx(chord(head(), centre, p).value).epsilon(1e-6));
    }
  }
}

TEST_CASE("what is flattened near a plane's middle keeps its distances to one in a hundred") {
  for (const CanvasPoint centre : addresses(10, 80)) {
    const auto plane = WorkPlane::around(head(), centre);
    for (std::uint64_t i = 0; i < 20; ++i) {
      const auto drawn = [&](const char* name) {
        return static_cast<std::int32_t>(24'000 * draw_unit(31, name, i) - 12'000);
      };
      const CanvasPoint a{centre.u_um + drawn("au"), centre.v_um + drawn("av")},
          b{centre.u_um + drawn("bu"), centre.v_um + drawn("bv")};
      const auto fa = plane.flatten(a), fb = plane.flatten(b);
      if (!fa || !fb || chord(head(), a, b).value < 3) continue;
      CHECK(glm::length(*fa - *fb) == doctest::Approx(chord(head(), a, b).value).epsilon(0.015));
    }
  }
}

// ---- hair

TEST_CASE(
    "hair is nowhere denser than a full head of it, and a head without loss has no less than any other") {
  const auto shape = *head_shape("male_average");
  const HairMap full(shape, "none", 1);
  for (const auto& loss : loss_class_names()) {
    CAPTURE(loss);
    const HairMap map(shape, loss, 1);
    for (const CanvasPoint p : addresses(60)) {
      const auto here = head().position(p);
      if (!here) continue;
      CHECK(map.density(*here).value >= 0.0);
      CHECK(map.density(*here).value <= kFullHair.value + 1e-9);
      CHECK(map.density(*here).value <= full.density(*here).value + 1e-9);
      CHECK(map.scalp_share(*here) == full.scalp_share(*here));
      CHECK(map.scalp_share(*here) >= 0.0);
      CHECK(map.scalp_share(*here) <= 1.0);
    }
  }
}

TEST_CASE("with every class of Norwood more is gone in all, and with every class of Ludwig") {
  const auto gone = [](const std::string& loss) {
    const HairLoss map(loss, 1);
    double sum = 0.0;
    for (double u = -90; u <= 90; u += 6)
      for (double v = -120; v <= 80; v += 6) sum += map.lost({u, v}, 85.0);
    return sum;
  };
  double before = -1.0;
  for (int i = 1; i <= 7; ++i) {
    const double now = gone("norwood_" + std::to_string(i));
    CHECK(now >= before);
    before = now;
  }
  CHECK(gone("norwood_1") < gone("norwood_7"));
  CHECK(gone("ludwig_1") < gone("ludwig_2"));
  CHECK(gone("ludwig_2") < gone("ludwig_3"));
  CHECK(gone("none") == 0.0);
  CHECK(gone("totalis") > gone("norwood_7"));
}

TEST_CASE("shares that are gone lie from nothing to all, everywhere and for every class and seed") {
  for (const auto& loss : loss_class_names())
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const HairLoss map(loss, seed);
      for (double u = -90; u <= 90; u += 15)
        for (double v = -120; v <= 90; v += 15) {
          CHECK(map.lost({u, v}, 85.0) >= 0.0);
          CHECK(map.lost({u, v}, 85.0) <= 1.0);
        }
    }
}

TEST_CASE("units are as far apart as said, carry one to four hairs, and have numbers of their own") {
  const Canvas pad{Pad{.hair = engine::core::PerCm2{78}, .seed = 3}};
  const auto units = follicular_units(pad, 3, growth_of(*pad.pad()), whole(pad));
  CHECK(static_cast<double>(units.size()) == doctest::Approx(36 * 78.0).epsilon(0.03));
  std::vector<std::uint64_t> numbers;
  for (std::size_t i = 0; i < units.size(); ++i) {
    numbers.push_back(units[i].number);
    CHECK(units[i].hairs >= 1);
    CHECK(units[i].hairs <= 4);
    for (std::size_t k = i + 1; k < units.size(); ++k) {
      if (std::abs(units[i].at.u_um - units[k].at.u_um) > 1'000) continue;
      CHECK(chord(pad, units[i].at, units[k].at).value >= 0.85);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  CHECK(std::unique(numbers.begin(), numbers.end()) == numbers.end());
}

TEST_CASE("a bald pad grows nothing") {
  const Canvas pad{Pad{}};
  CHECK(follicular_units(pad, 1, growth_of(*pad.pad()), whole(pad)).empty());
}
