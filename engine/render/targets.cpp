#include "engine/render/targets.h"

#include <array>

namespace engine::render {

core::Result<Targets> Targets::make(int width, int height) {
  const auto surface = [&](gl::Format format, gl::Filter filter) {
    return gl::Texture({.format = format, .width = width, .height = height, .filter = filter});
  };
  const auto squares = [&] {
    return gl::Texture({.format = gl::Format::Rgba16F,
                        .width = (width + kSmallestSquare - 1) / kSmallestSquare,
                        .height = (height + kSmallestSquare - 1) / kSmallestSquare});
  };
  Targets t{.width = width,
            .height = height,
            .diffuse = surface(gl::Format::Rgba8, gl::Filter::Nearest),
            .specular = surface(gl::Format::Rgba8, gl::Filter::Nearest),
            .depth = surface(gl::Format::Depth24, gl::Filter::Nearest),
            .taken = surface(gl::Format::Rgba16F, gl::Filter::Linear),
            .gathered = squares(),
            .across = squares(),
            .spread = squares(),
            .picture = surface(gl::Format::Rgba8, gl::Filter::Linear),
            .skin = {},
            .dots = {},
            .gather = {},
            .blur_across = {},
            .blur_down = {},
            .compose = {}};
  const std::array<const gl::Texture*, 2> light{&t.diffuse, &t.specular};
  const auto only = [](const gl::Texture& texture) { return std::array<const gl::Texture*, 1>{&texture}; };
  auto skin = gl::Framebuffer::make(light, &t.depth);
  auto dots = gl::Framebuffer::make(only(t.taken), &t.depth);
  auto gather = gl::Framebuffer::make(only(t.gathered), nullptr);
  auto blur_across = gl::Framebuffer::make(only(t.across), nullptr);
  auto blur_down = gl::Framebuffer::make(only(t.spread), nullptr);
  auto compose = gl::Framebuffer::make(only(t.picture), nullptr);
  for (const auto* made : {&skin, &dots, &gather, &blur_across, &blur_down, &compose}) {
    if (!*made) return core::fail(made->error());
  }
  t.skin = *std::move(skin);
  t.dots = *std::move(dots);
  t.gather = *std::move(gather);
  t.blur_across = *std::move(blur_across);
  t.blur_down = *std::move(blur_down);
  t.compose = *std::move(compose);
  return t;
}

}  // namespace engine::render
