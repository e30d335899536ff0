#include "bench/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "bench/captions.h"
#include "bench/looks.h"
#include "engine/render/client_head.h"
#include "engine/scalp/tissue.h"
#include "trainer/library/open.h"
#include "trainer/robots/robot.h"
#include "trainer/runner/attempt.h"

namespace bench {

namespace {

using namespace engine::render;
namespace scalp = engine::scalp;
namespace skin = engine::skin;
using engine::core::fail;
using engine::core::Result;
using trainer::assessment::Site;

constexpr Viewport kSize{720, 720};
constexpr int kThumb = kSize.width / 2, kGap = 12, kCaption = 24, kAcross = 8;
constexpr float kLetters = 15.0F;
constexpr engine::core::Seed kSeed = 5;

// A scene with its head.
struct Sitter {
  std::shared_ptr<const Site> site;  // null: no lesson
  scalp::Client client;
  scalp::Canvas canvas;
  scalp::SurfacePoint close;  // what From::Close looks at
};

Result<scalp::Canvas> scarred(const Scene& scene, const scalp::Canvas& healthy) {
  if (scene.scar == scalp::TissueKind::Healthy) return healthy;
  auto zone =
      resolve(healthy, scalp::ZoneSpec{"scar", scalp::DiscShape{scene.close, engine::core::Mm{12.0}}});
  if (!zone) return fail(zone.error());
  return healthy.with(std::make_shared<scalp::TissueMap>(
      healthy, std::vector<scalp::TissueArea>{{scene.scar, *std::move(zone)}}));
}

Result<Sitter> seat(const Scene& scene) {
  Sitter sitter{.client = scene.client, .canvas = scalp::Canvas{scalp::Pad{}}};
  if (!scene.lesson.empty()) {
    auto package = trainer::library::open_lesson(scene.lesson, trainer::library::lesson_folders("", ""));
    if (!package) return fail(package.error());
    auto site = Site::make(package->lesson);
    if (!site) return fail(site.error());
    sitter.site = *std::move(site);
    sitter.client = std::get<scalp::Client>(sitter.site->lesson().canvas);
    sitter.canvas = sitter.site->canvas();
  } else {
    const auto healthy = scalp::make_head_canvas(scene.client);
    if (!healthy) return fail(healthy.error());
    auto canvas = scarred(scene, *healthy);
    if (!canvas) return fail(canvas.error());
    sitter.canvas = *std::move(canvas);
  }
  const auto close = resolve(sitter.canvas, scene.close);
  if (!close) return fail(close.error());
  if (const auto at = sitter.canvas.locate(*close)) sitter.close = *at;
  return sitter;
}

Result<std::vector<skin::Dot>> dots_of(const Work& work, const Sitter& sitter) {
  if (work.robot.empty()) {
    if (work.per_cm2 <= 0.0) return std::vector<skin::Dot>{};
    trainer::lessons::Lesson lesson;
    lesson.canvas = sitter.client;
    return trainer::robots::continuation(lesson, sitter.canvas, work.hand, {}, work.per_cm2, 0, kSeed);
  }
  const auto events = trainer::robots::perform(sitter.site, work.robot, work.skill, kSeed);
  if (!events) return fail(events.error());
  auto dots = trainer::runner::fold(sitter.site, *events).skin.dots;
  if (work.whole) {
    const auto rest = trainer::robots::continuation(*sitter.site, dots, kSeed);
    dots.insert(dots.end(), rest.begin(), rest.end());
  }
  return dots;
}

Camera camera_of(const Shot& shot, const Sitter& sitter) {
  using engine::core::Radians;
  Camera camera;
  switch (shot.from) {
    case From::Side:
      camera = {.kind = CameraKind::Head,
                .target = {0.0, 45.0, 0.0},
                .yaw = Radians{-0.55},
                .pitch = Radians{0.35}};
      break;
    case From::Front:
      camera = standard_view(StandardView::Front, kSize);
      break;
    case From::Left:
      camera = standard_view(StandardView::Left, kSize);
      break;
    case From::Back:
      camera = standard_view(StandardView::Back, kSize);
      break;
    case From::Top:
      camera = standard_view(StandardView::Top, kSize);
      break;
    case From::Close:
      camera = look_square({.kind = CameraKind::Head, .target = sitter.close.position}, sitter.close.position,
                           sitter.close.normal);
      break;
  }
  camera.px_per_mm = px_per_mm_from(shot.metres);
  return camera;
}

// As an eye mixes it: the mean of the light of four pixels.
Image halved(const Image& image) {
  Image out{.width = image.width / 2, .height = image.height / 2, .rgba = {}};
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x)
      for (int c = 0; c < 4; ++c) {
        double light = 0.0;
        for (const auto& [i, j] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}})
          light += light_of_channel(image.at(2 * x + i, 2 * y + j)[c]) / 4.0;
        out.rgba.push_back(static_cast<std::uint8_t>(std::lround(255.0 * std::pow(light, 1.0 / 2.2))));
      }
  return out;
}

// White paper for so many pictures.
class Paper {
 public:
  Paper(std::size_t pictures, Captions captions) : captions_(std::move(captions)) {
    const auto rows = static_cast<int>((pictures + kAcross - 1) / kAcross);
    image_.width = kAcross * (kThumb + kGap) + kGap;
    image_.height = rows * (kThumb + kCaption + kGap) + kGap;
    image_.rgba.assign(4 * static_cast<std::size_t>(image_.width) * static_cast<std::size_t>(image_.height),
                       255);
  }
  void put(std::size_t number, const Image& thumb, const std::string& caption) {
    const auto n = static_cast<int>(number);
    const int left = kGap + n % kAcross * (kThumb + kGap),
              top = kGap + n / kAcross * (kThumb + kCaption + kGap);
    for (int y = 0; y < thumb.height; ++y)
      std::copy_n(thumb.at(0, y), 4 * thumb.width,
                  image_.rgba.begin() + 4 * (std::ptrdiff_t{top + y} * image_.width + left));
    captions_.write(image_, left, top + kThumb + 3, kThumb, fmt::format("{}  {}", n + 1, caption));
  }
  [[nodiscard]] const Image& image() const { return image_; }

 private:
  Captions captions_;
  Image image_;
};

// The pictures of one head; how many there are now.
Result<std::size_t> draw_scene(const Scene& scene, Renderer& renderer, Paper& paper, std::size_t number,
                               const std::string& folder) {
  const auto sitter = seat(scene);
  if (!sitter) return fail(sitter.error());
  renderer.set_canvas(sitter->canvas, sitter->client);
  renderer.set_skin(skin_of(sitter->client));
  for (const Shot& shot : scene.shots) {
    const auto dots = dots_of(shot.work, *sitter);
    if (!dots) return fail(dots.error());
    renderer.set_dots(dot_splats(sitter->canvas, *dots, shot.work.days, skin::healing_of(sitter->client)));
    renderer.draw(camera_of(shot, *sitter), kSize);
    const Image picture = renderer.read_pixels();
    paper.put(number, halved(picture), shot.caption);
    const auto saved = save_png(picture, fmt::format("{}/{:02}-{}.png", folder, ++number, shot.name));
    if (!saved) return fail(saved.error());
  }
  return number;
}

Result<void> draw_scenes(const std::string& folder) {
  const auto context = engine::gl::OffscreenContext::make();
  if (!context) return fail(context.error());
  auto renderer = Renderer::make();
  if (!renderer) return fail(renderer.error());
  auto captions = Captions::make(kLetters);
  if (!captions) return fail(captions.error());
  const auto scenes = sheet_scenes();
  std::size_t pictures = 0, number = 0;
  for (const Scene& scene : scenes) pictures += scene.shots.size();
  Paper paper(pictures, *std::move(captions));
  for (const Scene& scene : scenes) {
    const auto drawn = draw_scene(scene, *renderer, paper, number, folder);
    if (!drawn) return fail(drawn.error());
    number = *drawn;
  }
  fmt::print("{}/sheet.png: {} pictures\n", folder, number);
  return save_png(paper.image(), folder + "/sheet.png");
}

}  // namespace

int draw_sheet(const std::string& folder) {
  if (const auto drawn = draw_scenes(folder); !drawn)
    return fmt::print(stderr, "{}\n", drawn.error().message), 3;
  return write_looks(folder + "/table.csv");
}

}  // namespace bench
