#include "engine/render/wander_pass.h"

#include <algorithm>
#include <cmath>

#include "engine/render/shader_text.h"
#include "engine/skin/light.h"

namespace engine::render {
namespace {

constexpr int kTaps = 3;  // to either side

int squares(int px, int step) {
  return (px + step - 1) / step;
}

// Grown to all sides, but not beyond a surface of that size.
PixelRect grown(const PixelRect& rect, int x, int y, int width, int height) {
  const int x0 = std::max(0, rect.x - x), y0 = std::max(0, rect.y - y);
  return {x0, y0, std::min(width, rect.x + rect.width + x) - x0,
          std::min(height, rect.y + rect.height + y) - y0};
}

void clip_to(const PixelRect& rect) {
  glScissor(rect.x, rect.y, rect.width, rect.height);
}

}  // namespace

bool shows_wander(const View& view) {
  constexpr double kFewest = 0.8;  // px
  return skin::kWander.value * static_cast<double>(view.px_per_mm) >= kFewest;
}

// Means of squares drawn with linear filtering spread by a quarter of a square (as variance); a Gaussian over
// squares adds the rest.
Wander wander_of(const View& view, const Targets& targets) {
  constexpr float kCoarse = 0.575F, kOwnVariance = 0.25F, kNotWorth = 0.28F;
  constexpr int kLargest = 64;
  const float sigma = static_cast<float>(skin::kWander.value) * view.px_per_mm;
  if (!shows_wander(view)) return {};
  int step = kSmallestSquare;
  while (step < kLargest && kCoarse * static_cast<float>(2 * step) <= sigma) step *= 2;
  const float in_squares = sigma / static_cast<float>(step);
  const float rest = std::sqrt(std::max(0.0F, in_squares * in_squares - kOwnVariance));
  const glm::vec2 size(targets.gathered.width(), targets.gathered.height()),
      used(squares(targets.width, step), squares(targets.height, step));
  return {.step = step,
          .sigma = rest < kNotWorth ? 0.0F : rest,
          .texels_per_px = 1.0F / (static_cast<float>(step) * size),
          .most = (used - 0.5F) / size};
}

core::Result<WanderPass> WanderPass::make() {
  auto gather = gl::Program::make(
      {.name = "gather", .vertex = shader_text("screen.vert"), .fragment = shader_text("gather.frag")});
  if (!gather) return core::fail(gather.error());
  auto blur = gl::Program::make(
      {.name = "wander", .vertex = shader_text("screen.vert"), .fragment = shader_text("wander.frag")});
  if (!blur) return core::fail(blur.error());
  WanderPass pass;
  pass.gather_ = *std::move(gather);
  pass.blur_ = *std::move(blur);
  return pass;
}

PixelRect WanderPass::draw(const Targets& targets, const View& view, const PixelRect& rect) const {
  const Wander wander = wander_of(view, targets);
  if (!wander.resolved()) return rect;
  const int step = wander.step, width = squares(targets.width, step), height = squares(targets.height, step);
  const int x0 = rect.x / step, y0 = rect.y / step;
  const PixelRect changed{x0, y0, squares(rect.x + rect.width, step) - x0,
                          squares(rect.y + rect.height, step) - y0};
  glDisable(GL_BLEND);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_SCISSOR_TEST);
  glViewport(0, 0, width, height);
  no_vertices_.bind();
  // Without a blur of its own the mean is what compose.frag reads.
  (wander.sigma > 0.0F ? targets.gather : targets.blur_down).bind();
  clip_to(changed);
  gather_.use();
  gather_.set_sampler("taken", 0);
  gather_.set("side", static_cast<float>(step));
  targets.taken.bind(0);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  if (wander.sigma > 0.0F) blur(targets, wander, changed);
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, targets.width, targets.height);
  const int reach = wander.sigma > 0.0F ? kTaps + 1 : 1;  // linear filtering reaches one farther
  const PixelRect seen = grown(changed, reach, reach, width, height);
  return grown({seen.x * step, seen.y * step, seen.width * step, seen.height * step}, 0, 0, targets.width,
               targets.height);
}

void WanderPass::blur(const Targets& targets, const Wander& wander, const PixelRect& changed) const {
  const int width = squares(targets.width, wander.step), height = squares(targets.height, wander.step);
  glm::vec3 weights;
  float sum = 1.0F;
  for (int k = 1; k <= kTaps; ++k) {
    weights[k - 1] = std::exp(-0.5F * static_cast<float>(k * k) / (wander.sigma * wander.sigma));
    sum += 2.0F * weights[k - 1];
  }
  blur_.use();
  blur_.set_sampler("from", 0);
  blur_.set("weights", weights / sum);
  blur_.set("most", glm::vec2(width - 1, height - 1));
  targets.blur_across.bind();
  clip_to(grown(changed, kTaps, 0, width, height));
  blur_.set("along", glm::vec2(1.0F, 0.0F));
  targets.gathered.bind(0);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  targets.blur_down.bind();
  clip_to(grown(changed, kTaps, kTaps, width, height));
  blur_.set("along", glm::vec2(0.0F, 1.0F));
  targets.across.bind(0);
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace engine::render
