// A GL context without window or display server: for tests and for pictures from the command line.
#pragma once

#include <memory>

#include "engine/core/result.h"
#include "engine/gl/context.h"

namespace engine::gl {

// Current on the thread that made it until it is destroyed. There is no default framebuffer.
class OffscreenContext {
 public:
  // EGL, surfaceless where the driver offers it, core profile kNeeded. Error: says which step failed.
  static core::Result<OffscreenContext> make();
  OffscreenContext(OffscreenContext&& other) noexcept;
  OffscreenContext& operator=(OffscreenContext&& other) noexcept;
  ~OffscreenContext();

  [[nodiscard]] const ContextInfo& info() const { return info_; }

 private:
  OffscreenContext() = default;
  core::Result<void> open_display();
  core::Result<void> open_context();
  void close();

  void* display_ = nullptr;  // EGLDisplay
  void* context_ = nullptr;  // EGLContext
  ContextInfo info_;
};

}  // namespace engine::gl
