// Puts skin, dots and background together.
#pragma once

#include "engine/gl/program.h"
#include "engine/gl/vertex_array.h"
#include "engine/render/targets.h"
#include "engine/render/view.h"

namespace engine::render {

class ComposePass {
 public:
  static core::Result<ComposePass> make();
  // Only inside `rect`. `smooth`: outlines are blended with what lies beside them, on heads at rest.
  void draw(const Targets& targets, const View& view, const PixelRect& rect, bool smooth) const;

 private:
  ComposePass() = default;
  gl::Program program_;
  gl::VertexArray no_vertices_;
};

}  // namespace engine::render
