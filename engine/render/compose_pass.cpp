#include "engine/render/compose_pass.h"

#include "engine/render/shader_text.h"
#include "engine/render/wander_pass.h"

namespace engine::render {

core::Result<ComposePass> ComposePass::make() {
  auto program = gl::Program::make(
      {.name = "compose", .vertex = shader_text("screen.vert"), .fragment = shader_text("compose.frag")});
  if (!program) return core::fail(program.error());
  ComposePass pass;
  pass.program_ = *std::move(program);
  return pass;
}

void ComposePass::draw(const Targets& targets, const View& view, const PixelRect& rect, bool smooth) const {
  targets.compose.bind();
  glDisable(GL_BLEND);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_SCISSOR_TEST);
  glScissor(rect.x, rect.y, rect.width, rect.height);
  program_.use();
  program_.set_sampler("diffuse", 0);
  program_.set_sampler("specular", 1);
  program_.set_sampler("taken", 2);
  program_.set_sampler("depth", 3);
  program_.set_sampler("spread", 4);
  const Wander wander = wander_of(view, targets);
  program_.set("wander", glm::vec3(wander.texels_per_px, wander.resolved() ? 1.0F : 0.0F));
  program_.set("wander_most", wander.most);
  program_.set("distance_of_depth", smooth ? view.distance_of_depth : glm::vec2(0.0F));
  targets.diffuse.bind(0);
  targets.specular.bind(1);
  targets.taken.bind(2);
  targets.depth.bind(3);
  targets.spread.bind(4);
  no_vertices_.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace engine::render
