#include "engine/render/renderer.h"

#include <algorithm>
#include <array>

#include "engine/gl/debug.h"
#include "tests/engine/render/pictures.h"

using namespace engine;
using namespace engine::render;

namespace {

constexpr Viewport kScreen{640, 400};
const scalp::Canvas kPad{scalp::Pad{}};

Renderer make() {
  auto made = Renderer::make();
  if (!made) FAIL(made.error().message);
  made->set_canvas(kPad);
  return *std::move(made);
}

Camera over(double x, double y, double px_per_mm) {
  return {.kind = CameraKind::Pad, .target = {x, y, 0.0}, .px_per_mm = px_per_mm};
}

// Rows between the two where a hill falls to half of its height, interpolated.
double width_at_half(const std::vector<double>& hill) {
  const double half = *std::max_element(hill.begin(), hill.end()) / 2;
  const auto top = std::max_element(hill.begin(), hill.end()) - hill.begin();
  const auto way = [&](std::ptrdiff_t step) {
    auto i = top;
    while (hill.at(static_cast<std::size_t>(i + step)) > half) i += step;
    const double inner = hill[static_cast<std::size_t>(i)], outer = hill[static_cast<std::size_t>(i + step)];
    return static_cast<double>(std::abs(i - top)) + (inner - half) / (inner - outer);
  };
  return way(1) + way(-1);
}

}  // namespace

TEST_CASE("dots appended one by one give the picture of all dots at once, to the last bit") {
  auto context = test::context();
  if (!context) return;
  auto dots = test::field(5.0, 55.0, 1.1, {});
  std::rotate(dots.begin(), dots.begin() + static_cast<std::ptrdiff_t>(dots.size() / 2), dots.end());
  for (const Camera& camera : {over(30, 30, 7.0), over(20, 25, 30.0)}) {
    Renderer at_once = make(), one_by_one = make();
    at_once.set_dots(dots);
    at_once.draw(camera, kScreen);
    const std::size_t start = dots.size() - 300;
    one_by_one.set_dots(std::span(dots).first(start));
    one_by_one.draw(camera, kScreen);
    const Image before = one_by_one.read_pixels();
    for (std::size_t k = start; k < dots.size(); ++k) {
      one_by_one.append_dot(dots[k]);
      one_by_one.draw(camera, kScreen);
    }
    CHECK(test::largest_difference(at_once.read_pixels(), one_by_one.read_pixels()) == 0);
    CHECK(test::largest_difference(at_once.read_pixels(), before) > 20);
    CHECK(gl::take_error().empty());
  }
}

TEST_CASE("a dot is as wide as its sigma says") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  const Camera camera = over(30, 30, 40.0);
  renderer.draw(camera, kScreen);
  const Image bare = renderer.read_pixels();
  for (const double diameter : {0.3, 0.5, 0.9}) {
    // Elongated a little beyond round, so that the splat is a plain Gaussian without the plateau of a dot.
    DotInstance splat = make_splat(
        test::on_pad(30, 30),
        {.diameter = engine::core::Mm{diameter}, .density = 0.12, .depth = engine::core::Mm{0}}, 0);
    splat.elongation = 1.7F;
    splat.sigma /= 1.7F;  // across; along it is the sigma asked for
    renderer.set_dots({&splat, 1});
    renderer.draw(camera, kScreen);
    const Image with = renderer.read_pixels();
    // What was taken away along the long axis (vertical), on a column through the middle.
    std::vector<double> taken(static_cast<std::size_t>(kScreen.height), 0.0);
    for (int y = 0; y < kScreen.height; ++y)
      for (int x = 314; x < 326; ++x)
        taken[static_cast<std::size_t>(y)] += bare.at(x, y)[1] - with.at(x, y)[1];
    const double sigma = static_cast<double>(splat.sigma) * 1.7;
    CAPTURE(sigma);
    // At half its height a Gaussian is 2.355 sigmas wide, and a little more for the light that wanders round
    // it.
    CHECK(width_at_half(taken) / 40.0 == doctest::Approx(2.355 * sigma).scale(0).epsilon(0.10));
  }
}

TEST_CASE("a hair that stands up hides as much skin as it looks long from where the eye is") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  const Camera camera = over(30, 30, 12.0);
  renderer.draw(camera, {400, 400});
  const auto bare = test::mean(renderer.read_pixels(), 140, 140, 120);
  const auto taken = [&](float elongation, float erythema) {
    DotInstance hair = make_splat(test::on_pad(30, 30),
                                  {.diameter = core::Mm{0.3}, .density = 1.0, .depth = core::Mm{0}}, 0);
    hair.elongation = elongation;
    hair.erythema = erythema;
    renderer.set_dots({&hair, 1});
    renderer.draw(camera, {400, 400});
    return bare.g - test::mean(renderer.read_pixels(), 140, 140, 120).g;
  };
  constexpr float kLong = 12.0F;
  for (const float steepness : {0.3F, 0.6F, 0.9F}) {
    CAPTURE(steepness);
    const float looks = std::sqrt(kLong * kLong * (1.0F - steepness * steepness) + steepness * steepness);
    CHECK(taken(kLong, standing(steepness)) == doctest::Approx(taken(looks, kOnSkin)).scale(0).epsilon(0.04));
  }
}

TEST_CASE("a dot too small for the screen keeps the light it takes away") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  const auto dots = test::field(2.0, 58.0, 1.2, {.density = 0.25});
  double taken[2];
  int k = 0;
  for (const double px_per_mm : {3.0, 12.0}) {
    const Camera camera = over(30, 30, px_per_mm);
    renderer.set_dots({});
    renderer.draw(camera, {400, 400});
    const auto bare = test::mean(renderer.read_pixels(), 140, 140, 120);
    renderer.set_dots(dots);
    renderer.draw(camera, {400, 400});
    const auto with = test::mean(renderer.read_pixels(), 140, 140, 120);
    taken[k++] = -std::log(with.g / bare.g);
  }
  CHECK(taken[0] == doctest::Approx(taken[1]).scale(0).epsilon(0.12));
}

TEST_CASE("the skin on the screen darkens with the skin type and keeps its hue and its class") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  // As the pixels are, without a grey card (skin_tone_test has one): the lamp's exposure is set so that both
  // agree.
  constexpr std::array<std::array<double, 2>, 6> kRange{
      {{55.0, 90.0}, {41.0, 55.0}, {28.0, 41.0}, {10.0, 28.0}, {-30.0, 10.0}, {-90.0, -30.0}}};
  std::vector<Image> strips;
  double before = 1.0;
  for (int type = 1; type <= 6; ++type) {
    renderer.set_dots(test::field(18.0, 42.0, 1.4, {}));
    renderer.set_skin({.skin_type = type});
    renderer.draw(over(45, 30, 16.0), {320, 400});
    strips.push_back(renderer.read_pixels());
    const auto colour = test::mean(strips.back(), 130, 80, 180);
    const double angle = individual_typology_angle(glm::vec3(colour));
    INFO("type " << type << " rgb " << colour.r << " " << colour.g << " " << colour.b << ", ITA " << angle);
    CHECK(angle >= kRange.at(static_cast<std::size_t>(type - 1))[0]);
    CHECK(angle <= kRange.at(static_cast<std::size_t>(type - 1))[1]);
    CHECK(colour.g < before);
    CHECK(colour.r > colour.g);
    CHECK(colour.g > colour.b);
    before = colour.g;
  }
  test::save(test::side_by_side(strips), "tones");
}

TEST_CASE("a heat map's clay is grey") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  renderer.set_skin({.skin_type = 5, .clay = true});
  renderer.draw(over(30, 30, 12.0), kScreen);
  const auto colour = test::mean(renderer.read_pixels(), 200, 80, 240);
  CHECK(colour.r / colour.b == doctest::Approx(1.0).epsilon(0.35));
}

TEST_CASE("round the pad lies the background, darker at the edge of the screen") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  renderer.draw(over(30, 30, 2.0), kScreen);
  const Image image = renderer.read_pixels();
  const auto* corner = image.at(2, 2);
  CHECK(std::abs(corner[0] - 0x18) <= 1);
  CHECK(std::abs(corner[1] - 0x17) <= 1);
  CHECK(std::abs(corner[2] - 0x16) <= 1);
  CHECK(image.at(320, 20)[0] > corner[0]);
  CHECK(image.at(320, 200)[0] > 100);
}

TEST_CASE("while moving the picture has 0.42 of the size, and afterwards it is whole again") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  const DrawnTexture moving = renderer.draw(over(30, 30, 8.0), kScreen, {.moving = true});
  CHECK(moving.width == 269);
  CHECK(moving.height == 168);
  const auto rough = test::mean(renderer.read_pixels(), 100, 60, 80);
  const DrawnTexture still = renderer.draw(over(30, 30, 8.0), kScreen);
  CHECK(still.width == 640);
  const auto fine = test::mean(renderer.read_pixels(), 200, 120, 160);
  for (int c = 0; c < 3; ++c) CHECK(rough[c] == doctest::Approx(fine[c]).scale(0).epsilon(0.12));
}

TEST_CASE("a loupe has its own picture and leaves the main one alone") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  renderer.set_dots(test::field(10.0, 50.0, 1.2, {}));
  renderer.draw(over(30, 30, 8.0), kScreen);
  const Image main = renderer.read_pixels();
  const DrawnTexture loupe = renderer.draw(over(30, 30, 24.0), {220, 220}, {.slot = Slot::Loupe});
  CHECK(loupe.width == 220);
  CHECK(test::largest_difference(renderer.read_pixels(), main) == 0);
  CHECK(renderer.read_pixels(Slot::Loupe).width == 220);
}

TEST_CASE("mirror view is the picture flipped") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  renderer.set_dots(test::field(10.0, 30.0, 1.2, {}));
  Camera camera = over(30, 30, 8.0);
  renderer.draw(camera, kScreen);
  const Image plain = renderer.read_pixels();
  camera.mirrored = true;
  renderer.draw(camera, kScreen);
  const Image mirrored = renderer.read_pixels();
  int differing = 0;
  for (int y = 0; y < kScreen.height; ++y) {
    for (int x = 0; x < kScreen.width; ++x) {
      if (std::abs(plain.at(x, y)[1] - mirrored.at(kScreen.width - 1 - x, y)[1]) > 12) ++differing;
    }
  }
  CHECK(differing < kScreen.width * kScreen.height / 200);
}

TEST_CASE("pictures to look at: a practice field and depth from shallow to blown out") {
  auto context = test::context();
  if (!context) return;
  Renderer renderer = make();
  renderer.set_dots(test::field(10.0, 50.0, 1.55, {}));
  renderer.draw(fit_pad({60.0, 60.0}, {1280, 800}), {1280, 800});
  test::save(renderer.read_pixels(), "pad");

  std::vector<DotInstance> dots;
  const double share[] = {0.07, 0.25, 0.45, 0.60, 0.80, 1.00, 1.25};
  const std::int32_t diameter[] = {240, 260, 290, 310, 430, 620, 950};
  std::uint32_t number = 0;
  for (int column = 0; column < 7; ++column) {
    for (int k = 0; k < 84; ++k, ++number) {
      const double x = 6.0 + 7.0 * column + (k % 6) * 0.95 + 0.4 * core::draw_unit(1, "jx", number);
      const double y = 14.0 + (k / 6) * 2.3 + 0.8 * core::draw_unit(1, "jy", number);
      const skin::Dot dot{.number = number,
                          .at = scalp::canvas_point_from_mm({x, y}),
                          .deposit_depth_um = static_cast<std::int32_t>(share[column] * 1180),
                          .thickness_um = 1180,
                          .diameter_um = diameter[column]};
      const auto splats = dot_splats(kPad, dot, 28.0);
      dots.insert(dots.end(), splats.begin(), splats.end());
    }
  }
  renderer.set_dots(dots);
  renderer.draw(over(30, 30, 22.0), {1280, 800});
  test::save(renderer.read_pixels(), "depth");
  renderer.set_dots(test::field(10.0, 50.0, 1.1, {}));
  renderer.draw(over(48, 30, 20.0), {1280, 800});
  test::save(renderer.read_pixels(), "macro20");
  CHECK(gl::take_error().empty());
}
