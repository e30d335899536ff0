#include "engine/render/dot_pass.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <iterator>

#include "engine/render/shader_text.h"
#include "engine/render/wander_pass.h"
#include "engine/skin/light.h"

namespace engine::render {
namespace {

// A software renderer sorts everything into tiles before it draws; beyond some 40,000 splats its memory for
// that is full and a frame takes twice as long. Handed over in parts, one part is drawn while the next is
// sorted.
constexpr std::size_t kAtOnce = 16'384;

}  // namespace

void SplatBuffer::set(std::span<const DotInstance> splats) {
  size_ = splats.size();
  buffer_.set(splats, GL_DYNAMIC_DRAW);
}

void SplatBuffer::append(const DotInstance& splat) {
  buffer_.append(std::as_bytes(std::span(&splat, 1)), size_ * sizeof(DotInstance));
  ++size_;
}

core::Result<DotPass> DotPass::make() {
  auto program = gl::Program::make(
      {.name = "splat", .vertex = shader_text("splat.vert"), .fragment = shader_text("splat.frag")});
  if (!program) return core::fail(program.error());
  DotPass pass;
  pass.program_ = *std::move(program);
  return pass;
}

void DotPass::draw(const View& view, const SplatBuffer& splats, const Range& range, bool depth_test) const {
  if (range.count == 0) return;
  depth_test ? glEnable(GL_DEPTH_TEST) : glDisable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_FALSE);
  glDisable(GL_CULL_FACE);
  glEnable(GL_POLYGON_OFFSET_FILL);
  glPolygonOffset(-1.0F, -4.0F);
  glEnable(GL_BLEND);
  // Of what the others let pass a splat takes its share: 1 - (1 - a)(1 - b). Redness adds.
  glBlendFuncSeparate(GL_ONE_MINUS_DST_COLOR, GL_ONE, GL_ONE, GL_ONE);
  program_.use();
  set_view(program_, view);
  program_.set("px_scale", view.px_scale);
  program_.set("thinning", range.thinning);
  constexpr auto kWander2 = static_cast<float>(skin::kWander.value * skin::kWander.value);
  program_.set("wander2", glm::vec2(kWander2, shows_wander(view) ? kWander2 : 0.0F));
  for (std::size_t done = 0; done < range.count; done += kAtOnce) {
    const std::size_t first = range.first + done, count = std::min(kAtOnce, range.count - done);
    for (GLuint k = 0; k < 3; ++k) {
      vertices_.attach(splats.buffer(), {.location = k,
                                         .components = 4,
                                         .offset = first * sizeof(DotInstance) + 16 * k,
                                         .stride = sizeof(DotInstance),
                                         .per_instance = true});
    }
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
    if (done + count < range.count) glFlush();
  }
  glDisable(GL_BLEND);
  glDisable(GL_POLYGON_OFFSET_FILL);
  glDepthMask(GL_TRUE);
}

namespace {

// As encode_normal made it (scene.cpp), and as splat.vert reads it; not of length 1.
glm::vec3 decoded_normal(glm::vec2 e) {
  const glm::vec3 n(e, 1.0F - std::abs(e.x) - std::abs(e.y));
  if (n.z >= 0.0F) return n;
  return {(1.0F - std::abs(n.y)) * (n.x >= 0.0F ? 1.0F : -1.0F),
          (1.0F - std::abs(n.x)) * (n.y >= 0.0F ? 1.0F : -1.0F), n.z};
}

// Half of a head's splats lie on its far side. splat.vert drops those seen at less than 0.04, hairs that
// stand up from -0.12 on; a little less here, so that rounding never drops one that it would draw.
bool turned_away(const DotInstance& splat, const View& view) {
  constexpr float kSeenFrom = 0.03F, kStandingFrom = 0.13F;
  const bool stands = splat.erythema < kOnSkin;
  const glm::vec3 n = decoded_normal(splat.normal),
                  to_eye = glm::mix(view.eye - splat.position, view.back, view.orthographic);
  const float along = glm::dot(n, to_eye);
  const float square = along * along / (glm::dot(n, n) * glm::dot(to_eye, to_eye));
  if (stands) return along < 0.0F && square > kStandingFrom * kStandingFrom;
  return along < 0.0F || square < kSeenFrom * kSeenFrom;
}

}  // namespace

Sight::Sight(const View& view) : view_(view) {
  const glm::mat4& m = view.view_projection;
  per_mm_x_ = std::sqrt(m[0][0] * m[0][0] + m[1][0] * m[1][0] + m[2][0] * m[2][0]);
  per_mm_y_ = std::sqrt(m[0][1] * m[0][1] + m[1][1] * m[1][1] + m[2][1] * m[2][1]);
}

bool Sight::sees(const DotInstance& splat) const {
  const glm::vec4 clip = view_.view_projection * glm::vec4(splat.position, 1.0F);
  // A margin for the wider footprint of tiny splats.
  const float reach = 2.0F * splat_reach(splat) + 4.0F * std::abs(clip.w) / view_.px_scale;
  if (clip.w <= 0.0F || turned_away(splat, view_)) return false;
  return std::abs(clip.x) <= clip.w + reach * per_mm_x_ && std::abs(clip.y) <= clip.w + reach * per_mm_y_;
}

std::vector<DotInstance> in_sight(std::span<const DotInstance> splats, const View& view) {
  std::vector<DotInstance> seen;
  seen.reserve(splats.size());
  const Sight sight(view);
  std::copy_if(splats.begin(), splats.end(), std::back_inserter(seen),
               [&](const DotInstance& splat) { return sight.sees(splat); });
  return seen;
}

// The numbers are those of splat.vert: 2.2 sigmas, 2.6 times wider with a halo, corner of the square.
float splat_reach(const DotInstance& splat) {
  const float halo = splat.erythema > 0.0F ? 2.6F : 1.0F;
  return 1.4143F * 2.2F * splat.sigma * splat.elongation * halo;
}

}  // namespace engine::render
