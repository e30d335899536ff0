// How long frames take: the picture and the interface of the practice screen, as the window draws them, off
// screen.
//   smp-frames [DOTS] [--json]     default 100,000 dots over a whole head, 1280 x 800
#include <fmt/format.h>
#include <glad/gl.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "bench/usage.h"
#include "engine/gl/framebuffer.h"
#include "engine/gl/offscreen.h"
#include "engine/render/client_head.h"
#include "engine/render/renderer.h"
#include "trainer/app/imgui_host.h"
#include "trainer/app/lesson_files.h"
#include "trainer/canvas/eye.h"
#include "trainer/robots/continuation.h"
#include "trainer/runner/attempt.h"
#include "trainer/ui/work/work_screen.h"

namespace {

using namespace engine::render;
using Clock = std::chrono::steady_clock;

constexpr int kWidth = 1280, kHeight = 800;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double share(std::vector<double> values, double part) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

double peak_mib() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:") {
      double kib = 0.0;
      status >> kib;
      return kib / 1024.0;
    }
  return 0.0;
}

// Dots over a head without hair, as many as asked.
std::vector<engine::skin::Dot> dots_on(const trainer::lessons::Lesson& lesson,
                                       const engine::scalp::Canvas& canvas, std::size_t count) {
  std::vector<engine::skin::Dot> dots;
  for (std::uint64_t seed = 1; dots.size() < count; ++seed) {
    const auto more = trainer::robots::continuation(lesson, canvas, {}, {}, 90.0,
                                                    static_cast<std::uint32_t>(dots.size()), seed);
    if (more.empty()) break;
    dots.insert(dots.end(), more.begin(), more.end());
  }
  dots.resize(std::min(dots.size(), count));
  return dots;
}

struct Stage {
  Renderer renderer;
  trainer::app::ImguiHost& imgui;
  trainer::ui::Ui ui;
  const trainer::runner::Attempt& attempt;
  engine::core::SteadyTime now_us{};

  // One frame of the practice screen: picture, panels, panels' words.
  void frame(const Camera& camera, bool moving) {
    const DrawnTexture picture = renderer.draw(camera, {kWidth, kHeight}, {.moving = moving});
    imgui.begin({kWidth, kHeight}, now_us += engine::core::Span{33'000});
    ui.focus.begin_frame();
    const trainer::ui::Frame f{{0, 0, kWidth, kHeight}, 1.0F, false};
    {
      const trainer::ui::Surface surface("root", f.window);
      const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(picture.texture));
      ImGui::GetWindowDrawList()->AddImage(id, {0, 0}, {kWidth, kHeight}, {0, 1}, {1, 0});
      trainer::ui::WorkIntents intents;
      trainer::ui::draw_work(
          ui, trainer::ui::work_layout(f),
          trainer::ui::make_work_view(attempt, trainer::ui::make_gauges(attempt, std::nullopt, 7.0), ""),
          intents);
    }
    imgui.end();
    glFinish();
  }
};

Camera round(double yaw, double px_per_mm, engine::geometry::Vec3 target) {
  return {.kind = CameraKind::Head,
          .target = target,
          .px_per_mm = px_per_mm,
          .yaw = engine::core::Radians{yaw},
          .pitch = engine::core::Radians{0.5}};
}

nlohmann::json orbit(Stage& stage, const char* name, double px_per_mm, engine::geometry::Vec3 target) {
  constexpr int kFrames = 90;
  std::vector<double> moving;
  for (int k = 0; k < kFrames + 5; ++k) {
    const auto start = Clock::now();
    stage.frame(round(0.02 * k, px_per_mm, target), true);
    if (k >= 5) moving.push_back(ms_since(start));  // the first frames build what stays
  }
  std::vector<double> still;
  for (int k = 0; k < 7; ++k) {
    stage.frame(round(1.5 + 0.02 * k, px_per_mm, target), true);
    const auto start = Clock::now();
    stage.frame(round(1.5 + 0.02 * k, px_per_mm, target), false);
    still.push_back(ms_since(start));
  }
  return {{"view", name},
          {"px_per_mm", px_per_mm},
          {"moving_median_ms", share(moving, 0.5)},
          {"moving_p95_ms", share(moving, 0.95)},
          {"refined_median_ms", share(still, 0.5)}};
}

// The last three hundred are set in the middle of the picture, as a hand would.
nlohmann::json appended(Stage& stage, std::vector<DotInstance> splats, const Camera& camera) {
  const glm::vec3 middle(camera.target);
  std::partition(splats.begin(), splats.end(),
                 [&](const DotInstance& s) { return glm::distance(s.position, middle) > 20.0F; });
  stage.renderer.set_dots(std::span(splats).first(splats.size() - 300));
  stage.renderer.draw(camera, {kWidth, kHeight});
  glFinish();
  std::vector<double> times;
  for (std::size_t k = splats.size() - 300; k < splats.size(); ++k) {
    const auto start = Clock::now();
    stage.renderer.append_dot(splats[k]);
    stage.renderer.draw(camera, {kWidth, kHeight});
    glFinish();
    times.push_back(ms_since(start));
  }
  const Image one_by_one = stage.renderer.read_pixels();
  stage.renderer.set_dots(splats);
  stage.renderer.draw(camera, {kWidth, kHeight});
  return {{"append_median_ms", share(times, 0.5)},
          {"append_p99_ms", share(times, 0.99)},
          {"same_as_redrawn", one_by_one.rgba == stage.renderer.read_pixels().rgba}};
}

int run(std::size_t count, bool as_json) {
  auto context = engine::gl::OffscreenContext::make();
  if (!context) return fmt::print(stderr, "{}\n", context.error().message), 3;
  const engine::gl::Texture window({.width = kWidth, .height = kHeight});
  const std::array<const engine::gl::Texture*, 1> colour{&window};
  auto target = engine::gl::Framebuffer::make(colour, nullptr);
  auto imgui = trainer::app::ImguiHost::make(1.0F);
  auto package = trainer::app::first_lesson();
  auto renderer = Renderer::make();
  if (!target || !imgui || !package || !renderer)
    return fmt::print(stderr, "no frame can be drawn here\n"), 3;
  auto site = trainer::assessment::Site::make(package->lesson);
  if (!site) return fmt::print(stderr, "{}\n", site.error().message), 3;
  const auto attempt = trainer::runner::begin(*site);
  trainer::lessons::Lesson bald;
  const engine::scalp::Client client{.loss_class = "totalis"};
  bald.canvas = client;
  const auto canvas = engine::scalp::make_head_canvas(client).value();
  const auto dots = dots_on(bald, canvas, count);
  const auto splats = dot_splats(canvas, dots, 28.0);
  Stage stage{std::move(*renderer), **imgui, {}, attempt};
  stage.ui.fonts = stage.imgui.fonts();
  stage.renderer.set_canvas(canvas, client);
  stage.renderer.set_dots(splats);
  const auto top = canvas.locate({0, 40'000})->position;
  nlohmann::json result{
      {"renderer", context->info().renderer}, {"dots", dots.size()}, {"splats", splats.size()}};
  target->bind();
  for (const auto& [name, zoom, at] : {std::tuple{"whole head", 2.2, engine::geometry::Vec3{0, 10, 0}},
                                       std::tuple{"close", 7.0, top}, std::tuple{"macro", 20.0, top}})
    result["views"].push_back(orbit(stage, name, zoom, at));
  result["append"] = appended(stage, splats, round(0.3, 7.0, top));
  result["peak_mib"] = peak_mib();
  if (as_json) return fmt::print("{}\n", result.dump(2)), 0;
  fmt::print("{}, {} dots, {} splats to see, {} x {}\n{:<12}{:>10}{:>18}{:>10}{:>16}\n",
             context->info().renderer, dots.size(), splats.size(), kWidth, kHeight, "", "px/mm",
             "moving, median", "p95", "refined, ms");
  for (const auto& v : result["views"])
    fmt::print("{:<12}{:>10.1f}{:>18.1f}{:>10.1f}{:>16.1f}\n", v["view"].get<std::string>(),
               v["px_per_mm"].get<double>(), v["moving_median_ms"].get<double>(),
               v["moving_p95_ms"].get<double>(), v["refined_median_ms"].get<double>());
  const auto& a = result["append"];
  fmt::print("one more dot: median {:.2f} ms, p99 {:.2f} ms; {} as redrawn\npeak memory {:.0f} MiB\n",
             a["append_median_ms"].get<double>(), a["append_p99_ms"].get<double>(),
             a["same_as_redrawn"].get<bool>() ? "the same" : "NOT THE SAME",
             result["peak_mib"].get<double>());
  return a["same_as_redrawn"].get<bool>() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (bench::told_usage(argc, argv,
                        "smp-frames [DOTS=100000] [--json]: times of frames while the head turns, of one "
                        "more dot, and the memory it takes"))
    return 0;
  std::size_t count = 100'000;
  bool as_json = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--json")
      as_json = true;
    else
      count = std::strtoull(argv[i], nullptr, 10);
  }
  return run(std::max<std::size_t>(count, 1000), as_json);
}
