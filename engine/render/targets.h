// The retained surfaces of one picture.
#pragma once

#include "engine/core/result.h"
#include "engine/gl/framebuffer.h"
#include "engine/gl/texture.h"

namespace engine::render {

struct Targets {
  int width = 0, height = 0;             // px
  gl::Texture diffuse, specular, depth;  // skin without dots
  gl::Texture absorbance;                // optical density of all dots, RGBA16F
  gl::Texture picture;                   // composed
  gl::Framebuffer skin, dots, compose;

  static core::Result<Targets> make(int width, int height);
};

}  // namespace engine::render
