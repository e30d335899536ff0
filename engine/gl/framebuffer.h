// A place to draw into: colour textures and perhaps a depth texture, which must outlive it.
#pragma once

#include <span>

#include "engine/core/result.h"
#include "engine/gl/handle.h"
#include "engine/gl/texture.h"

namespace engine::gl {

struct FramebufferTraits {
  static GLuint create();
  static void destroy(GLuint name);
};

class Framebuffer {
 public:
  Framebuffer() = default;  // empty
  // All textures of one size, `depth` may be null. Error: the driver refuses the combination.
  static core::Result<Framebuffer> make(std::span<const Texture* const> colours, const Texture* depth);

  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, handle_.name()); }  // the viewport is left alone
  explicit operator bool() const { return static_cast<bool>(handle_); }

 private:
  Handle<FramebufferTraits> handle_;
};

}  // namespace engine::gl
