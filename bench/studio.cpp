#include "bench/studio.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace bench {

using namespace engine::render;
namespace scalp = engine::scalp;
namespace skin = engine::skin;
using engine::core::Mm;

double light_of_channel(std::uint8_t channel) {
  static const auto table = [] {
    std::array<double, 256> t{};
    for (std::size_t v = 0; v < t.size(); ++v) t[v] = std::pow(static_cast<double>(v) / 255.0, 2.2);
    return t;
  }();
  return table[channel];
}

namespace {

constexpr double kHalfMm = 18.0;  // of the square that is measured

skin::Rgb mean_light(const Image& image, double pixels_per_mm) {
  const int half = static_cast<int>(std::lround(kHalfMm * pixels_per_mm)), middle = image.width / 2;
  skin::Rgb sum(0.0);
  for (int y = middle - half; y < middle + half; ++y)
    for (int x = middle - half; x < middle + half; ++x) {
      const auto* p = image.at(x, y);
      sum += skin::Rgb(light_of_channel(p[0]), light_of_channel(p[1]), light_of_channel(p[2]));
    }
  return sum / (4.0 * half * half);
}

}  // namespace

std::optional<Studio> Studio::open() {
  auto context = engine::gl::OffscreenContext::make();
  if (!context) return fmt::print(stderr, "{}\n", context.error().message), std::nullopt;
  auto renderer = Renderer::make();
  if (!renderer) return fmt::print(stderr, "{}\n", renderer.error().message), std::nullopt;
  return Studio(*std::move(context), *std::move(renderer));
}

Studio::Studio(engine::gl::OffscreenContext context, Renderer renderer)
    : context_(std::move(context)),
      renderer_(std::move(renderer)),
      canvas_(scalp::make_head_canvas(bald_).value()),
      head_(make_client_head(canvas_, bald_).model) {
  lesson_.canvas = bald_;
}

void Studio::dress(const Subject& subject) {
  renderer_.set_skin({.skin_type = subject.skin_type});
  renderer_.set_head(head_, subject.hair_mm > 0.0 ? stubble(subject) : std::vector<DotInstance>{});
  renderer_.set_dots(work(subject));
}

skin::Rgb Studio::measure(const Way& way, double metres) {
  const auto at = canvas_.locate({0, 40'000}).value();
  const double zoom = px_per_mm_from(metres) * way.scale;
  const int side = std::max(400, 2 * static_cast<int>(1.2 * kHalfMm * zoom));
  const Camera camera = look_square({.kind = CameraKind::Head, .target = at.position, .px_per_mm = zoom},
                                    at.position, at.normal);
  renderer_.draw(camera, {side, side}, {.moving = way.moving});
  const Image image = renderer_.read_pixels();
  return mean_light(image, zoom * image.width / side);
}

std::vector<DotInstance> Studio::stubble(const Subject& subject) const {
  const scalp::Client full{.hair_colour = subject.hair, .loss_class = "none"};
  const auto grown = scalp::make_head_canvas(full).value();
  const auto units = scalp::follicular_units(grown, full.seed, scalp::growth_of(full), scalp::whole(grown));
  return scalp_stubble(grown, units, {.colour = subject.hair, .length = Mm{subject.hair_mm}});
}

std::vector<DotInstance> Studio::work(const Subject& subject) const {
  if (subject.per_cm2 <= 0.0) return {};
  constexpr engine::core::Seed kSeed = 5;
  const auto dots =
      trainer::robots::continuation(lesson_, canvas_, subject.hand, {}, subject.per_cm2, 0, kSeed);
  return dot_splats(canvas_, dots, subject.days, skin::healing_of(bald_));
}

}  // namespace bench
