#include "engine/render/targets.h"

#include <array>

namespace engine::render {

core::Result<Targets> Targets::make(int width, int height) {
  const auto surface = [&](gl::Format format, gl::Filter filter) {
    return gl::Texture({.format = format, .width = width, .height = height, .filter = filter});
  };
  Targets t{.width = width,
            .height = height,
            .diffuse = surface(gl::Format::Rgba8, gl::Filter::Nearest),
            .specular = surface(gl::Format::Rgba8, gl::Filter::Nearest),
            .depth = surface(gl::Format::Depth24, gl::Filter::Nearest),
            .absorbance = surface(gl::Format::Rgba16F, gl::Filter::Nearest),
            .picture = surface(gl::Format::Rgba8, gl::Filter::Linear),
            .skin = {},
            .dots = {},
            .compose = {}};
  const std::array<const gl::Texture*, 2> light{&t.diffuse, &t.specular};
  const std::array<const gl::Texture*, 1> density{&t.absorbance}, picture{&t.picture};
  auto skin = gl::Framebuffer::make(light, &t.depth);
  auto dots = gl::Framebuffer::make(density, &t.depth);
  auto compose = gl::Framebuffer::make(picture, nullptr);
  for (const auto* made : {&skin, &dots, &compose}) {
    if (!*made) return core::fail(made->error());
  }
  t.skin = *std::move(skin);
  t.dots = *std::move(dots);
  t.compose = *std::move(compose);
  return t;
}

}  // namespace engine::render
