#include "engine/render/compose_pass.h"

#include "engine/render/shader_text.h"

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
  program_.set_sampler("absorbance", 2);
  program_.set_sampler("depth", 3);
  program_.set("distance_of_depth", smooth ? view.distance_of_depth : glm::vec2(0.0F));
  targets.diffuse.bind(0);
  targets.specular.bind(1);
  targets.absorbance.bind(2);
  targets.depth.bind(3);
  no_vertices_.bind();
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace engine::render
