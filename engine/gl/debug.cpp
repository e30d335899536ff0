#include "engine/gl/debug.h"

#include "engine/gl/api.h"

namespace engine::gl {
namespace {

void GLAD_API_PTR on_message(GLenum, GLenum, GLuint, GLenum severity, GLsizei length, const GLchar* text,
                             const void* user) {
  if (severity != GL_DEBUG_SEVERITY_HIGH && severity != GL_DEBUG_SEVERITY_MEDIUM) return;
  auto* log =
      static_cast<DebugLog*>(const_cast<void*>(user));  // NOLINT: GL hands our own pointer back as const
  log->add(std::string_view(text, static_cast<std::size_t>(length)));
}

const char* error_name(GLenum error) {
  switch (error) {
    case GL_INVALID_ENUM:
      return "GL_INVALID_ENUM";
    case GL_INVALID_VALUE:
      return "GL_INVALID_VALUE";
    case GL_INVALID_OPERATION:
      return "GL_INVALID_OPERATION";
    case GL_INVALID_FRAMEBUFFER_OPERATION:
      return "GL_INVALID_FRAMEBUFFER_OPERATION";
    case GL_OUT_OF_MEMORY:
      return "GL_OUT_OF_MEMORY";
    default:
      return "unknown GL error";
  }
}

}  // namespace

DebugLog::DebugLog() : available_(GLAD_GL_KHR_debug != 0) {
  if (!available_) return;
  glEnable(GL_DEBUG_OUTPUT);
  glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
  glDebugMessageCallback(on_message, this);
}

DebugLog::~DebugLog() {
  if (available_) glDebugMessageCallback(nullptr, nullptr);
}

std::string take_error() {
  const GLenum first = glGetError();
  if (first == GL_NO_ERROR) return {};
  while (glGetError() != GL_NO_ERROR) {
  }
  return error_name(first);
}

}  // namespace engine::gl
