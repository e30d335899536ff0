// Draws the skin without dots: diffuse, specular, depth.
#pragma once

#include <array>
#include <optional>

#include "engine/gl/texture.h"
#include "engine/gl/vertex_array.h"
#include "engine/render/head_model.h"
#include "engine/render/skin_look.h"
#include "engine/render/tissue_look.h"
#include "engine/render/view.h"
#include "engine/scalp/canvas.h"

namespace engine::render {

class SkinPass {
 public:
  static core::Result<SkinPass> make();

  void set_pad(const scalp::Pad& pad);
  void set_head(const HeadModel& head);
  void set_tissue(const TissueLook& look);  // of the pad or head; an empty one for healthy skin
  // Into the framebuffer that is bound; clears it. `detail`: relief and mottling.
  void draw(const View& view, const SkinLook& look, bool detail);

 private:
  SkinPass() = default;
  void upload_tables();  // once, at the first drawing: until then they may still be in the making
  void draw_pad(const View& view, const gl::Program& program) const;
  void draw_head(const View& view) const;
  void set_material(const gl::Program& program, const View& view, const SkinLook& look, bool detail) const;

  // Without and with detail; the same with tissue.
  std::array<gl::Program, 4> pad_program_, head_program_;
  gl::Texture relief_, scatter_, tissue_;
  glm::vec2 tissue_low_{0.0F}, tissue_size_{1.0F};  // mm
  gl::VertexArray no_vertices_;
  std::optional<scalp::Pad> pad_;
  gl::Buffer vertices_{GL_ARRAY_BUFFER}, triangles_{GL_ELEMENT_ARRAY_BUFFER};
  gl::VertexArray head_;
  GLsizei indices_ = 0;
};

}  // namespace engine::render
