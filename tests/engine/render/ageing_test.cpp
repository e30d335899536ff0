// What time, depth and oil do to a dot, measured from pixels as one would from a photograph: the optical
// density of each pixel is the light that the bare skin sends back there against the light that the worked
// skin does.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/render/renderer.h"
#include "engine/render/scene.h"
#include "tests/engine/render/pictures.h"

using namespace engine;
using namespace engine::render;

namespace {

constexpr int kSide = 200;  // px
constexpr double kPxPerMm = 40.0;
const Camera kClose{.kind = CameraKind::Pad, .target = {30, 30, 0}, .px_per_mm = kPxPerMm};

struct Seen {
  double contrast = 0.0;   // optical density at the middle, green
  double radius = 0.0;     // mm, where half of it is left
  double edge = 0.0;       // mm, from three quarters of it to one quarter
  double red_share = 0.0;  // density of red over that of blue: more of it is cooler
};

class Bench {
 public:
  explicit Bench(Renderer& renderer) : renderer_(renderer) {
    renderer_.set_canvas(scalp::Canvas{scalp::Pad{}});
    renderer_.set_skin({.skin_type = 2});
    bare_ = shot({});
    for (std::size_t v = 0; v < dark_.size(); ++v)
      dark_[v] = -std::log(std::max(1e-4, test::light_of(static_cast<double>(v))));
  }

  Seen look(const skin::Dot& dot, double days, const skin::HealingModel& model) {
    const auto splats = dot_splats(scalp::Canvas{scalp::Pad{}}, dot, days, model);
    if (splats.empty()) return {};
    const Image worked = shot(splats);
    std::vector<double> green;
    glm::dvec3 sum(0.0);
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) {
        const glm::dvec3 density = density_at(worked, x, y);
        sum += density;
        green.push_back(density.g);
      }
    const double peak = middle(green);
    const auto reach = [&](double share) {
      const auto count =
          std::count_if(green.begin(), green.end(), [&](double d) { return d > share * peak; });
      return std::sqrt(static_cast<double>(count) / 3.14159265) / kPxPerMm;
    };
    return {.contrast = peak,
            .radius = reach(0.5),
            .edge = reach(0.25) - reach(0.75),
            .red_share = sum.r / sum.b};
  }

 private:
  Image shot(const std::vector<DotInstance>& splats) {
    renderer_.set_dots(splats);
    renderer_.draw(kClose, {kSide, kSide});
    return renderer_.read_pixels();
  }
  glm::dvec3 density_at(const Image& worked, int x, int y) const {
    const auto *a = bare_.at(x, y), *b = worked.at(x, y);
    const auto one = [&](std::uint8_t bare, std::uint8_t now) { return dark_[now] - dark_[bare]; };
    return {one(a[0], b[0]), one(a[1], b[1]), one(a[2], b[2])};
  }
  static double middle(const std::vector<double>& green) {
    double sum = 0.0;
    for (int y = kSide / 2 - 2; y < kSide / 2 + 2; ++y)
      for (int x = kSide / 2 - 2; x < kSide / 2 + 2; ++x)
        sum += green[static_cast<std::size_t>(y * kSide + x)] / 16.0;
    return sum;
  }

  Renderer& renderer_;
  Image bare_;
  std::array<double, 256> dark_{};  // of each value of a channel
};

// Drawn by seed; neither so pale nor so crowded with gloss that eight bits cannot tell.
skin::Dot any_dot(std::uint64_t seed, double delta) {
  const auto unit = [&](const char* what) { return core::draw_unit(seed, what, 0); };
  skin::Dot dot;
  dot.number = static_cast<std::uint32_t>(seed);
  dot.at = {30'000, 30'000};
  dot.thickness_um = 1000 + static_cast<std::int32_t>(500 * unit("thick"));
  dot.deposit_depth_um = static_cast<std::int32_t>(dot.thickness_um * delta);
  dot.diameter_um = 260 + static_cast<std::int32_t>(300 * unit("size"));
  dot.pigment_permille = 500 + static_cast<std::int32_t>(400 * unit("load"));
  dot.angle_ddeg = static_cast<std::int16_t>(600 + 300 * unit("angle"));
  return dot;
}

scalp::Client any_client(std::uint64_t seed) {
  return {.skin_type = 1 + static_cast<int>(core::draw_below(seed, "type", 0, 6)),
          .sun = static_cast<scalp::Sun>(core::draw_below(seed, "sun", 0, 4)),
          .smoker = core::draw_below(seed, "smoke", 0, 2) == 1};
}

skin::HealingModel keeping_all(skin::HealingModel model) {
  model.stay_target = model.stay_shallow_low = model.stay_shallow_high = model.stay_epidermal =
      model.stay_deep = 1.0;
  model.seen_from = 0.0;
  return model;
}

constexpr double kYear = 365.25, kBit = 0.012;  // of optical density: what the last bit of a pixel is worth

}  // namespace

TEST_CASE("on the screen: contrast never rises with time, and once healed a dot never shrinks") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  Bench bench(renderer);
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto model = keeping_all(skin::healing_of(any_client(seed)));
    const skin::Dot dot = any_dot(seed, 0.15 + 0.95 * core::draw_unit(seed, "deep", 0));
    CAPTURE(seed);
    Seen last = bench.look(dot, 0.0, model);
    for (const double days : {28.0, kYear, 3 * kYear, 5 * kYear}) {
      const Seen now = bench.look(dot, days, model);
      CAPTURE(days);
      CHECK(now.contrast <= last.contrast + kBit);
      if (days > 28.0 && now.contrast > 0.25) CHECK(now.radius >= last.radius - 0.5 / kPxPerMm);
      last = now;
    }
    CHECK(last.contrast < bench.look(dot, 28.0, model).contrast);
  }
}

TEST_CASE("on the screen: deeper is blurrier and cooler, shallower fades faster, oilier spreads more") {
  auto context = test::context();
  if (!context) return;
  auto renderer = Renderer::make().value();
  Bench bench(renderer);
  for (std::uint64_t seed = 20; seed < 28; ++seed) {
    const scalp::Client client = any_client(seed);
    const auto model = keeping_all(skin::healing_of(client));
    CAPTURE(seed);
    const auto at = [&](double delta, double days) { return bench.look(any_dot(seed, delta), days, model); };
    const Seen band = at(0.5, 28.0), deep = at(0.85, 28.0), blown = at(1.15, 28.0);
    CHECK(deep.edge > band.edge);
    CHECK(blown.edge > deep.edge);
    CHECK(deep.red_share > 1.1 * band.red_share);
    CHECK(blown.red_share > 1.1 * deep.red_share);
    const auto left = [&](double delta) { return at(delta, 2 * kYear).contrast / at(delta, 28.0).contrast; };
    CHECK(left(0.22) < left(0.32));
    CHECK(left(0.32) < left(0.5));
    // The same strike in oily skin, as the fold would have it.
    auto oily_client = client;
    oily_client.skin = scalp::SkinKind::Oily;
    const auto oily = keeping_all(skin::healing_of(oily_client));
    skin::Dot spread = any_dot(seed, 0.5);
    spread.diameter_um = spread.diameter_um * oily.spread_permille / 1000;
    for (const double days : {28.0, 3 * kYear})
      CHECK(bench.look(spread, days, oily).radius > 1.05 * at(0.5, days).radius);
  }
}
