#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "engine/scalp/client.h"
#include "engine/scalp/hair.h"
#include "engine/scalp/head_measures.h"
#include "engine/scalp/head_mesh.h"
#include "engine/scalp/head_surface.h"
#include "engine/scalp/work_plane.h"

using namespace engine::scalp;
using engine::core::Mm;

namespace {

const HeadSurface& head() {
  static const HeadSurface surface(*head_shape("male_average"));
  return surface;
}

}  // namespace

TEST_CASE("a place of the skin and its address lead to each other within 2 um") {
  int tried = 0;
  for (int u = -130; u <= 130; u += 13)
    for (int v = -140; v <= 140; v += 11) {
      const CanvasPoint address{u * 1000 + 123, v * 1000 - 77};
      const auto place = head().locate(address);
      if (!place) continue;
      ++tried;
      const auto back = head().address_of(place->position);
      REQUIRE(back.has_value());
      CHECK(std::abs(back->u_um - address.u_um) <= 2);
      CHECK(std::abs(back->v_um - address.v_um) <= 2);
      CHECK(std::fabs(head().implicit().distance(place->position, Ears::Without).value) < 1e-5);
      CHECK(glm::length(place->normal) == doctest::Approx(1.0));
    }
  CHECK(tried > 300);
}

TEST_CASE("rho is arc length along a meridian") {
  for (const double theta : {0.0, 0.7, 1.6, 2.6, 3.14159265}) {
    double length = 0.0;
    Vec3 last = head().locate({0, 0})->position;
    for (int i = 1; i <= 700; ++i) {
      const auto p =
          head().locate(canvas_point_from_mm({0.1 * i * std::sin(theta), 0.1 * i * std::cos(theta)}));
      length += glm::length(p->position - last);
      last = p->position;
    }
    CHECK(length == doctest::Approx(70.0).epsilon(0.002));
  }
}

TEST_CASE("left and right mirror each other") {
  for (int u = 5; u < 100; u += 17)
    for (int v = -90; v < 90; v += 23) {
      const auto left = head().locate({u * 1000, v * 1000}), right = head().locate({-u * 1000, v * 1000});
      REQUIRE(left.has_value());
      CHECK(left->position.x == doctest::Approx(-right->position.x).epsilon(1e-6));
      CHECK(left->position.y == doctest::Approx(right->position.y).epsilon(1e-6));
    }
}

TEST_CASE("heads have the published dimensions, and faces three nearly equal thirds") {
  for (const auto& name : head_shape_names()) {
    const ImplicitHead shape(*head_shape(name));
    const HeadMeasures m = measure_head(shape);
    const auto values = listed(m);
    const auto published = published_measures(name.starts_with("female"));
    CAPTURE(name);
    for (std::size_t i = 0; i < values.size(); ++i) {
      CAPTURE(kMeasureNames[i]);
      const double off = (values[i] - published[i].mean) / published[i].sd;
      CHECK(std::fabs(off) < 2.0);
      if (name.ends_with("average")) CHECK(std::fabs(off) < 0.8);
    }
    const double mean = ((m.upper_third + m.middle_third + m.lower_third) / 3.0).value;
    for (const engine::core::Mm third : {m.upper_third, m.middle_third, m.lower_third})
      CHECK(third.value == doctest::Approx(mean).epsilon(0.08));
  }
}

TEST_CASE("from above a skull is an egg: no box, broadest behind the ears, narrower in front") {
  for (const auto& name : head_shape_names()) {
    const OutlineFromAbove above = outline_from_above(ImplicitHead(*head_shape(name)));
    CAPTURE(name);
    CHECK(above.fill == doctest::Approx(0.80).epsilon(0.02));
    CHECK(above.widest == doctest::Approx(0.60).epsilon(0.08));
    CHECK(above.forehead < 0.74);
    CHECK(above.back < 0.83);
    CHECK(above.forehead < above.back - 0.05);
  }
}

TEST_CASE("an ear is about as long as the nose and the brow lie apart: 65 mm a man's, less a woman's") {
  CHECK(ear_length(ImplicitHead(*head_shape("male_average"))).value == doctest::Approx(65.0).epsilon(0.05));
  CHECK(ear_length(ImplicitHead(*head_shape("female_average"))).value == doctest::Approx(59.0).epsilon(0.05));
}

TEST_CASE("hair comes down before the ears, forward at the temples, and runs out at the nape") {
  const ImplicitHead shape(*head_shape("male_average"));
  const HairMap full(shape.shape(), "none", 1);
  const auto share = [&](double y, double z) {  // on the skin at the side
    double x = 120.0;
    while (shape.distance({x, y, z}, Ears::Without).value > 0.0) x -= 0.1;
    return full.scalp_share({x, y, z});
  };
  CHECK(share(2.0, 12.0) > 0.9);    // sideburn
  CHECK(share(-25.0, 12.0) < 0.1);  // below it
  CHECK(share(62.0, 34.0) > 0.9);   // temple
  CHECK(share(30.0, 40.0) < 0.1);   // beside the eye
  const auto nape = [&](double y) {
    double z = -120.0;
    while (shape.distance({0.0, y, z}, Ears::Without).value > 0.0) z += 0.1;
    return full.scalp_share({0.0, y, z});
  };
  CHECK(nape(-30.0) > 0.95);
  CHECK(nape(-55.0) > 0.1);
  CHECK(nape(-55.0) < 0.9);
  CHECK(nape(-76.0) < 0.02);
  // the chart reaches as far as the hair
  const auto lowest_of_chart = [](double theta) {
    double rho = 100.0, y = 0.0;
    while (const auto at =
               head().position(canvas_point_from_mm({rho * std::sin(theta), rho * std::cos(theta)}))) {
      y = at->y;
      rho += 1.0;
    }
    return y;
  };
  CHECK(lowest_of_chart(3.14159265) < -76.0);
  CHECK(lowest_of_chart(1.25) < -14.0);  // above the sideburn
}

TEST_CASE("an average man's scalp is as large as published, and each class of loss takes what is known") {
  const HeadShape shape = *head_shape("male_average");
  const HeadMesh mesh = make_head_mesh(ImplicitHead(shape), engine::core::Mm{4.0});
  const HairMap full(shape, "none", 1);
  CHECK(area_of(mesh, [&](const Vec3& p) { return full.scalp_share(p); }) / 100.0 ==
        doctest::Approx(650).epsilon(0.08));
  const auto lost = [&](const std::string& loss) {
    const HairMap left(shape, loss, 1);
    return area_of(mesh,
                   [&](const Vec3& p) {
                     return full.density(p).value > 1.0 && left.density(p).value < 0.5 * full.density(p).value
                                ? 1.0
                                : 0.0;
                   }) /
           100.0;
  };
  struct Row {
    const char* loss;
    double low, high;
  };
  for (const Row& row :
       {Row{"norwood_1", 0, 5}, Row{"norwood_2", 20, 40}, Row{"norwood_3", 40, 70},
        Row{"norwood_3_vertex", 60, 90}, Row{"norwood_4", 90, 130}, Row{"norwood_5", 130, 170},
        Row{"norwood_6", 180, 230}, Row{"norwood_7", 230, 300}, Row{"areata", 15, 60},
        Row{"ludwig_2", 30, 60}, Row{"ludwig_3", 70, 110}, Row{"totalis", 580, 700}}) {
    CAPTURE(row.loss);
    CHECK(lost(row.loss) >= row.low - 1.0);
    CHECK(lost(row.loss) <= row.high);
  }
  double last = 0.0;
  for (const char* loss : {"norwood_2a", "norwood_3a", "norwood_4a", "norwood_5a"}) {
    CHECK(lost(loss) > last + 10.0);
    last = lost(loss);
  }
}

TEST_CASE("landmarks lie where the trade measures them") {
  const auto at = [&](Landmark name) {
    return head().locate(canvas_point_from_mm(head().landmark(name)))->position;
  };
  CHECK(head().landmark(Landmark::Glabella).y - head().landmark(Landmark::Mfp).y == doctest::Approx(80.0));
  CHECK(at(Landmark::Vertex).y > at(Landmark::Mfp).y);
  CHECK(at(Landmark::Mfp).z > 50.0);
  CHECK(at(Landmark::Inion).z < -80.0);
  CHECK(at(Landmark::TragusLeft).x > 65.0);
  CHECK(at(Landmark::FtpLeft).x == doctest::Approx(-at(Landmark::FtpRight).x));
  CHECK(at(Landmark::FtpLeft).z > 10.0);
}

TEST_CASE("walking back and left moves by what is asked, on the skin") {
  const Vec2 mfp = head().landmark(Landmark::Mfp);
  const auto from = head().locate(canvas_point_from_mm(mfp))->position;
  const auto back = head().locate(canvas_point_from_mm(head().walk(mfp, Mm{0}, Mm{5})))->position;
  const auto left = head().locate(canvas_point_from_mm(head().walk(mfp, Mm{12}, Mm{0})))->position;
  CHECK(glm::length(back - from) == doctest::Approx(5.0).epsilon(0.01));
  CHECK(back.z < from.z);
  CHECK(glm::length(left - from) == doctest::Approx(12.0).epsilon(0.02));
  CHECK(left.x > 11.0);
}

TEST_CASE("a patch unrolls with true areas") {
  const Canvas canvas = make_head_canvas({}).value();
  const auto plane = WorkPlane::around(canvas, {0, 60'000});
  // Triangles of 1 mm: area in the plane against area on the skin, 20 mm from the centre.
  const auto area = [](auto a, auto b, auto c) { return 0.5 * glm::length(glm::cross(b - a, c - a)); };
  for (const CanvasPoint p : {CanvasPoint{0, 60'000}, {18'000, 55'000}, {-12'000, 75'000}}) {
    const CanvasPoint q{p.u_um + 1000, p.v_um}, r{p.u_um, p.v_um + 1000};
    const double skin =
        area(canvas.locate(p)->position, canvas.locate(q)->position, canvas.locate(r)->position);
    const Vec2 a = *plane.flatten(p), b = *plane.flatten(q), c = *plane.flatten(r);
    const double flat = 0.5 * std::fabs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    CHECK(flat == doctest::Approx(skin).epsilon(0.03));
  }
}

TEST_CASE("what is flattened finds its way back to its address") {
  const Canvas canvas = make_head_canvas({}).value();
  for (const CanvasPoint centre : {CanvasPoint{0, 60'000}, {70'000, 20'000}, {-40'000, -90'000}}) {
    const auto plane = WorkPlane::around(canvas, centre);
    for (int x = -20; x <= 20; x += 5)
      for (int y = -20; y <= 20; y += 5) {
        const auto address = plane.address({x, y});
        REQUIRE(address.has_value());
        CHECK(glm::length(*plane.flatten(*address) - Vec2{x, y}) < 0.003);
      }
  }
  CHECK_FALSE(WorkPlane::around(canvas, {0, 60'000}).address({300, 0}).has_value());
}

TEST_CASE("the skin reaches evenly round the head: no step from one meridian to the next") {
  double last = 0.0;
  for (int i = 0; i <= 1440; ++i) {
    const double theta = 3.14159265358979 * i / 1440.0;
    double low = 50.0, high = 350.0;  // where the chart ends, by bisection
    for (int k = 0; k < 30; ++k) {
      const double middle = 0.5 * (low + high);
      (head().position(canvas_point_from_mm({middle * std::sin(theta), middle * std::cos(theta)})) ? low
                                                                                                   : high) =
          middle;
    }
    if (i > 0) CHECK(std::fabs(low - last) < 1.5);
    last = low;
  }
}

TEST_CASE("unknown presets are refused with the known ones") {
  Client client;
  client.head_shape = "cube";
  const auto made = make_head_canvas(client);
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().message.find("male_average") != std::string::npos);
  client.head_shape = "male_average";
  client.loss_class = "norwood_9";
  CHECK_FALSE(make_head_canvas(client).has_value());
}

TEST_CASE("hair is full at the back, lost on top with Norwood VI, thinned along the parting with Ludwig II") {
  const Vec3 back{0, 40, -100}, top{0, 130, 0}, face{0, 0, 100};
  CHECK(HairMap(*head_shape("male_average"), "none", 1).density(back).value > 70);
  CHECK(HairMap(*head_shape("male_average"), "norwood_5", 1).density(back).value > 70);
  CHECK(HairMap(*head_shape("male_average"), "norwood_6", 1).density(top).value < 10);
  CHECK(HairMap(*head_shape("male_average"), "ludwig_2", 1).density(top).value <
        0.6 * HairMap(*head_shape("male_average"), "none", 1).density(top).value);
  CHECK(HairMap(*head_shape("male_average"), "none", 1).density(face).value == 0.0);
}

TEST_CASE(
    "variants spare the crown, the vertex class does not; diffuse thins everywhere; patches come from the "
    "seed") {
  const HeadShape shape = *head_shape("male_average");
  const Vec3 crown{5, 132, -56}, front{0, 118, 62}, back{0, 40, -100};
  const auto units = [&](const char* loss, const Vec3& p, std::uint64_t seed = 1) {
    return HairMap(shape, loss, seed).density(p).value;
  };
  CHECK(units("norwood_4a", crown) > 70);
  CHECK(units("norwood_3_vertex", crown) < 10);
  CHECK(units("norwood_3", crown) > 70);
  CHECK(units("norwood_5a", front) < 5);
  CHECK(units("diffuse", crown) < 0.5 * kFullHair.value);
  CHECK(units("diffuse", back) > 0.6 * kFullHair.value);
  CHECK(units("totalis", back) == 0.0);
  int differ = 0;
  for (int x = -80; x <= 80; x += 8)
    for (int z = -80; z <= 40; z += 8)
      differ +=
          (units("areata", Vec3{x, 110, z}, 1) < 10) != (units("areata", Vec3{x, 110, z}, 2) < 10) ? 1 : 0;
  CHECK(differ > 5);
}

TEST_CASE("the lines of the thirds lie on the face, as far apart as the thirds are high") {
  const ImplicitHead head(*head_shape("male_average"));
  const auto lines = lines_of_thirds(head);
  const auto measured = measure_head(head);
  const auto middle = [&](std::size_t i) { return lines.at(i)[lines.at(i).size() / 2]; };
  CHECK(middle(0).y - middle(1).y == doctest::Approx(measured.upper_third.value));
  CHECK(middle(1).y - middle(2).y == doctest::Approx(measured.middle_third.value));
  CHECK(middle(2).y - middle(3).y == doctest::Approx(measured.lower_third.value));
  for (const auto& line : lines)
    for (const Vec3& p : line) CHECK(std::fabs(head.distance(p, Ears::Without).value) < 0.01);
}

TEST_CASE("seeds make different people of one description, all of them within what was published") {
  std::vector<double> lengths;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Client client{.seed = seed, .vary = true};
    const HeadShape shape = shape_of(client).value();
    CHECK(shape == shape_of(client).value());
    const auto measured = listed(measure_head(ImplicitHead(shape)));
    const auto published = published_measures(false);
    for (std::size_t k = 0; k < measured.size(); ++k) {
      INFO(kMeasureNames.at(k));
      CHECK(std::fabs(measured.at(k) - published.at(k).mean) < 2.5 * published.at(k).sd);
    }
    lengths.push_back(measured[0]);
    const Client person = person_of(client);
    CHECK(std::abs(person.age - client.age) <= 8);
    CHECK(person.loss_class == client.loss_class);
  }
  std::sort(lengths.begin(), lengths.end());
  CHECK(lengths.back() - lengths.front() > 3.0);
  CHECK(shape_of({.seed = 5}).value() == *head_shape("male_average"));
  CHECK(person_of({.age = 40, .seed = 5}).age == 40);
}

TEST_CASE("faces differ more than scalps: presets and seeds have noses, lips, chins and ears of their own") {
  // half the width of the face there, mm
  const auto widest = [](const HeadShape& shape, double y, double z) {
    const ImplicitHead head(shape);
    double x = 120.0;
    while (x > 0.0 && head.distance({x, y, z}, Ears::Without).value > 0.0) x -= 0.25;
    return x;
  };
  const HeadShape man = *head_shape("male_average"), woman = *head_shape("female_average");
  CHECK(widest(man, -16.0, 97.0) > widest(woman, -16.0, 97.0) + 0.5);  // wings of the nose
  CHECK(widest(man, -110.0, 0.0) > widest(woman, -110.0, 0.0) + 3.0);  // neck
  std::vector<double> lips, ears;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const HeadShape shape = shape_of({.seed = seed, .vary = true}).value();
    lips.push_back(shape.lip_fullness);
    ears.push_back(shape.ear);
  }
  CHECK(*std::max_element(lips.begin(), lips.end()) > 1.2 * *std::min_element(lips.begin(), lips.end()));
  CHECK(*std::max_element(ears.begin(), ears.end()) > 1.08 * *std::min_element(ears.begin(), ears.end()));
}
