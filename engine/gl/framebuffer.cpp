#include "engine/gl/framebuffer.h"

#include <array>
#include <cstdio>
#include <vector>

namespace engine::gl {

GLuint FramebufferTraits::create() {
  GLuint name = 0;
  glGenFramebuffers(1, &name);
  return name;
}

void FramebufferTraits::destroy(GLuint name) {
  glDeleteFramebuffers(1, &name);
}

core::Result<Framebuffer> Framebuffer::make(std::span<const Texture* const> colours, const Texture* depth) {
  Framebuffer made;
  made.handle_ = Handle<FramebufferTraits>::create();
  made.bind();
  std::vector<GLenum> targets;
  for (const Texture* colour : colours) {
    const GLenum target = GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(targets.size());
    glFramebufferTexture2D(GL_FRAMEBUFFER, target, GL_TEXTURE_2D, colour->name(), 0);
    targets.push_back(target);
  }
  if (depth != nullptr) {
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth->name(), 0);
  }
  glDrawBuffers(static_cast<GLsizei>(targets.size()), targets.data());
  const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
  if (status != GL_FRAMEBUFFER_COMPLETE) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "0x%04x", status);
    return core::fail("the graphics driver refuses a drawing surface (status " + std::string(text.data()) +
                      ")");
  }
  return made;
}

}  // namespace engine::gl
