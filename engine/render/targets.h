// The retained surfaces of one picture.
#pragma once

#include "engine/core/result.h"
#include "engine/gl/framebuffer.h"
#include "engine/gl/texture.h"

namespace engine::render {

// Pixels of a surface, origin lower left.
struct PixelRect {
  int x = 0, y = 0, width = 0, height = 0;
};

constexpr int kSmallestSquare = 4;  // px

struct Targets {
  int width = 0, height = 0;             // px
  gl::Texture diffuse, specular, depth;  // skin without dots
  gl::Texture taken;                     // share of the light that dots and hair take on one way, RGBA16F
  // The same as it comes in, having wandered in the skin: means of squares, and those blurred
  // (wander_pass.h).
  gl::Texture gathered, across, spread;
  gl::Texture picture;  // composed
  gl::Framebuffer skin, dots, gather, blur_across, blur_down, compose;

  static core::Result<Targets> make(int width, int height);
};

}  // namespace engine::render
