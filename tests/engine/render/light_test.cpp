// The pictures against the law that engine/skin/light.h states without one: from every distance the same
// share of the light is missing, and it is the share that was worked out.
#include "engine/skin/light.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/render/renderer.h"
#include "engine/render/scene.h"
#include "engine/scalp/tissue.h"
#include "engine/skin/bare_skin.h"
#include "tests/engine/render/pictures.h"

using namespace engine;
using namespace engine::render;

namespace {

constexpr double kSideMm = 60.0, kMeasuredMm = 40.0;

struct Field {
  std::vector<DotInstance> splats;
  std::vector<skin::Spot> spots;
};

// Spots at random over the pad, so that they lie without regard to each other.
Field scattered(double per_cm2, const skin::Spot& spot) {
  Field field;
  const auto count = static_cast<std::uint64_t>(per_cm2 * kSideMm * kSideMm / 100.0);
  for (std::uint64_t k = 0; k < count; ++k) {
    field.splats.push_back(
        {.position = {kSideMm * core::draw_unit(9, "x", k), kSideMm * core::draw_unit(9, "y", k), 0.0},
         .sigma = static_cast<float>(spot.sigma.value),
         .normal = encode_normal({0.0F, 0.0F, 1.0F}),
         .angle = static_cast<float>(6.28 * core::draw_unit(9, "turn", k)),
         .elongation = static_cast<float>(spot.elongation),
         .density = glm::vec3(spot.density),
         .erythema = static_cast<float>(spot.erythema)});
    field.spots.push_back(spot);
  }
  return field;
}

struct Look {
  double px_per_mm;
  bool moving;
};

class Pad {
 public:
  explicit Pad(Renderer& renderer) : renderer_(renderer) {
    for (std::size_t v = 0; v < light_.size(); ++v) light_[v] = test::light_of(static_cast<double>(v));
    renderer_.set_pad(scalp::Canvas{scalp::Pad{}});
  }

  // Share of the light from inside the skin that is missing, green; `black` shows what comes from its
  // surface.
  double missing(const Field& field, const Look& look) {
    skin::Spot opaque{.sigma = core::Mm{80.0}, .density = skin::Rgb(60.0)};
    const double bare = mean({}, look), all = bare - mean(scattered(0.03, opaque).splats, look);
    return (bare - mean(field.splats, look)) / all;
  }

 private:
  double mean(const std::vector<DotInstance>& splats, const Look& look) {
    const int side = std::max(120, static_cast<int>(44.0 * look.px_per_mm));
    renderer_.set_dots(splats);
    renderer_.draw({.kind = CameraKind::Pad, .target = {30, 30, 0}, .px_per_mm = look.px_per_mm},
                   {side, side}, {.moving = look.moving});
    const Image image = renderer_.read_pixels();
    // Pixels on the border of the square count by the part that lies in it.
    const double half = 0.5 * kMeasuredMm * look.px_per_mm * image.width / side, middle = 0.5 * image.width;
    const auto weight = [&](int x) {
      return std::clamp(std::min(x + 1.0, middle + half) - std::max(1.0 * x, middle - half), 0.0, 1.0);
    };
    double sum = 0.0;
    for (int y = 0; y < image.height; ++y)
      for (int x = 0; x < image.width; ++x) sum += weight(x) * weight(y) * light_[image.at(x, y)[1]];
    return sum / (4.0 * half * half);
  }

  Renderer& renderer_;
  std::array<double, 256> light_{};
};

struct Kind {
  const char* name;
  double per_cm2;
  skin::Spot spot;
};
const std::array<Kind, 5> kKinds{{
    {"dots", 90.0, skin::spot_of({.diameter = core::Mm{0.25}, .density = 0.9, .blur = core::Mm{0.08}})},
    {"hairs", 160.0, {.sigma = core::Mm{0.043}, .elongation = 3.5, .density = skin::Rgb(2.2)}},
    {"long hairs", 60.0, {.sigma = core::Mm{0.043}, .elongation = 20.0, .density = skin::Rgb(2.2)}},
    {"halos", 90.0, {.sigma = core::Mm{0.14}, .erythema = 1.0}},
    {"scabs", 90.0, {.sigma = core::Mm{0.2}, .density = {1.4, 1.75, 2.0}}},
}};

// A pad with a round scar in its middle.
scalp::Canvas pad_with_scar(scalp::TissueKind kind, core::Mm radius) {
  const scalp::Canvas bare{scalp::Pad{}};
  const auto zone = scalp::resolve(bare, {"scar", scalp::DiscShape{scalp::Vec2{30, 30}, radius}}).value();
  return bare.with(
      std::make_shared<const scalp::TissueMap>(bare, std::vector<scalp::TissueArea>{{kind, zone}}));
}

}  // namespace

TEST_CASE("no level of detail gains or loses light, for dots, hairs, halos and scabs") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  Pad pad(renderer);
  for (const Kind& kind : kKinds) {
    const Field field = scattered(kind.per_cm2, kind.spot);
    const double said = 1.0 - skin::light_back(field.spots, kSideMm * kSideMm).g;
    const double close = pad.missing(field, {20.0, false});
    INFO(kind.name);
    CAPTURE(said);
    CHECK(std::abs(close / said - 1.0) < 0.05);
    for (const Look& look : {Look{9.4, false}, Look{5.0, false}, Look{2.8, false}, Look{1.4, false},
                             Look{0.94, false}, Look{9.4, true}, Look{2.8, true}, Look{0.94, true}}) {
      CAPTURE(look.px_per_mm);
      CAPTURE(look.moving);
      CHECK(std::abs(pad.missing(field, look) / close - 1.0) < 0.05);
    }
  }
}

TEST_CASE("round a dot the skin is darker than its ink alone would make it") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  renderer.set_pad(scalp::Canvas{scalp::Pad{}});
  const auto shot = [&](const std::vector<DotInstance>& dots) {
    renderer.set_dots(dots);
    renderer.draw({.kind = CameraKind::Pad, .target = {30, 30, 0}, .px_per_mm = 40.0}, {400, 400});
    return renderer.read_pixels();
  };
  const Image bare = shot({}), worked = shot({make_splat(test::on_pad(30, 30), {}, 0.0)});
  // 1 mm from the middle, beyond the ink, light is missing that wandered under it: about as a Gaussian says.
  const auto taken = [&](double mm) {
    double with = 0.0, without = 0.0;
    const int from = static_cast<int>(200 + 40 * mm) - 4;
    for (int x = from; x < from + 8; ++x)
      for (int y = 196; y < 204; ++y) {
        with += test::light_of(worked.at(x, y)[1]);
        without += test::light_of(bare.at(x, y)[1]);
      }
    return 1.0 - with / without;
  };
  CHECK(taken(0.6) > 0.02);
  CHECK(taken(1.6) < 0.01);
  CHECK(taken(0.6) > 1.5 * taken(1.0));
}

TEST_CASE("scarred skin looks as much paler, darker or redder as skin/bare_skin.h says without a picture") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  // In the middle of it, where it has no slope, and as much of healthy skin.
  const auto middle = [&](const scalp::Canvas& canvas, int type) {
    renderer.set_canvas(canvas);
    renderer.set_skin({.skin_type = type});
    renderer.draw({.kind = CameraKind::Pad, .target = {30, 30, 0}, .px_per_mm = 12.0}, {400, 400});
    const Image image = renderer.read_pixels();
    glm::dvec3 sum(0.0);
    for (int y = 90; y < 310; ++y)
      for (int x = 90; x < 310; ++x) {
        const auto* p = image.at(x, y);
        sum += glm::dvec3(test::light_of(p[0]), test::light_of(p[1]), test::light_of(p[2]));
      }
    return sum;
  };
  for (const int type : {2, 5}) {
    const glm::dvec3 healthy = middle(scalp::Canvas{scalp::Pad{}}, type);
    const skin::SkinPigments pigments = skin::pigments_of(type);
    for (const auto kind :
         {scalp::TissueKind::FlatScar, scalp::TissueKind::RaisedScar, scalp::TissueKind::SunkenScar,
          scalp::TissueKind::Burn, scalp::TissueKind::Mole}) {
      const skin::Rgb colour = skin::reflectance(pigments);
      const skin::Lab said = skin::shift(colour, skin::bare_back(pigments, skin::tint_of(kind))),
                      seen = skin::shift(colour, middle(pad_with_scar(kind, core::Mm{16}), type) / healthy);
      CAPTURE(type);
      CAPTURE(static_cast<int>(kind));
      MESSAGE("said " << said.lightness << " " << said.red << " " << said.yellow << ", seen "
                      << seen.lightness << " " << seen.red << " " << seen.yellow);
      CHECK(std::abs(seen.lightness - said.lightness) < 1.0 + 0.12 * std::abs(said.lightness));
      CHECK(std::abs(seen.red - said.red) < 1.5);
      CHECK(std::abs(seen.yellow - said.yellow) < 1.5);
    }
  }
}

TEST_CASE("raised and sunken scars are told apart from above: the flank towards the lamp is the other one") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  // How much brighter the flank to the upper left, where the lamp stands, is than the one across.
  const auto lit = [&](scalp::TissueKind kind, double lamp) {
    renderer.set_canvas(pad_with_scar(kind, core::Mm{8}));
    renderer.draw(
        {.kind = CameraKind::Pad, .target = {30, 30, 0}, .px_per_mm = 10.0, .light = core::Radians{lamp}},
        {400, 400});
    const Image image = renderer.read_pixels();
    const double left = test::mean(image, 135, 135, 20).g, right = test::mean(image, 245, 245, 20).g;
    return left / right - 1.0;
  };
  const auto turns = [&](scalp::TissueKind kind) { return lit(kind, 0.0) - lit(kind, core::kPi); };
  const double flat = turns(scalp::TissueKind::FlatScar), raised = turns(scalp::TissueKind::RaisedScar),
               sunken = turns(scalp::TissueKind::SunkenScar);
  CAPTURE(flat);
  CAPTURE(raised);
  CAPTURE(sunken);
  CHECK(raised > flat + 0.30);
  CHECK(sunken < flat - 0.15);
}
