#include "engine/gl/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

namespace engine::gl {
namespace {

core::Error egl_error(const std::string& step) {
  std::array<char, 32> code{};
  std::snprintf(code.data(), code.size(), "0x%04x", static_cast<unsigned>(eglGetError()));
  return {.message = "no OpenGL without a window: " + step + " failed (EGL " + code.data() +
                     "); is a graphics driver with EGL installed?"};
}

EGLDisplay surfaceless_display() {
  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  if (extensions == nullptr ||
      std::string_view(extensions).find("EGL_MESA_platform_surfaceless") == std::string_view::npos) {
    return EGL_NO_DISPLAY;
  }
  return eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
}

// The version of whatever context the driver gives freely, for the error message.
std::string found_version(EGLDisplay display, EGLConfig config) {
  const EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, nullptr);
  if (context == EGL_NO_CONTEXT) return "no OpenGL at all";
  eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
  using GetString = const unsigned char* (*)(unsigned);
  constexpr unsigned kGlVersion = 0x1F02;  // GL_VERSION; no function is loaded yet
  const auto get_string = reinterpret_cast<GetString>(eglGetProcAddress("glGetString"));
  const unsigned char* text = get_string != nullptr ? get_string(kGlVersion) : nullptr;
  const std::string version =
      text != nullptr ? "OpenGL " + std::string(reinterpret_cast<const char*>(text)) : "an unknown version";
  eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(display, context);
  return version;
}

}  // namespace

core::Result<void> OffscreenContext::open_display() {
  display_ = surfaceless_display();
  if (display_ == EGL_NO_DISPLAY) display_ = eglGetDisplay(EGL_DEFAULT_DISPLAY);
  if (display_ == EGL_NO_DISPLAY) return core::fail(egl_error("finding a display"));
  if (eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) {
    display_ = nullptr;
    return core::fail(egl_error("starting EGL"));
  }
  if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return core::fail(egl_error("choosing OpenGL"));
  return {};
}

core::Result<void> OffscreenContext::open_context() {
  constexpr std::array<EGLint, 5> kConfig{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                                          EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglChooseConfig(display_, kConfig.data(), &config, 1, &count) == EGL_FALSE || count == 0) {
    return core::fail(egl_error("choosing a configuration"));
  }
  constexpr std::array<EGLint, 7> kContext{EGL_CONTEXT_MAJOR_VERSION,
                                           kNeeded.major,
                                           EGL_CONTEXT_MINOR_VERSION,
                                           kNeeded.minor,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                           EGL_NONE};
  context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, kContext.data());
  if (context_ == EGL_NO_CONTEXT) {
    core::Error error = egl_error("creating an OpenGL " + std::to_string(kNeeded.major) + "." +
                                  std::to_string(kNeeded.minor) + " core context");
    error.message += "; the driver offers " + found_version(display_, config);
    return core::fail(std::move(error));
  }
  if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE) {
    return core::fail(egl_error("making the context current"));
  }
  return {};
}

core::Result<OffscreenContext> OffscreenContext::make() {
  OffscreenContext made;
  if (auto done = made.open_display(); !done) return core::fail(done.error());
  if (auto done = made.open_context(); !done) return core::fail(done.error());
  auto info = load_functions(eglGetProcAddress);
  if (!info) return core::fail(info.error());
  made.info_ = *std::move(info);
  return made;
}

OffscreenContext::OffscreenContext(OffscreenContext&& other) noexcept
    : display_(std::exchange(other.display_, nullptr)),
      context_(std::exchange(other.context_, nullptr)),
      info_(std::move(other.info_)) {}

OffscreenContext& OffscreenContext::operator=(OffscreenContext&& other) noexcept {
  if (this == &other) return *this;
  close();
  display_ = std::exchange(other.display_, nullptr);
  context_ = std::exchange(other.context_, nullptr);
  info_ = std::move(other.info_);
  return *this;
}

OffscreenContext::~OffscreenContext() {
  close();
}

// The display is shared by everyone in the process who asks for it, so it is not terminated.
void OffscreenContext::close() {
  if (context_ == nullptr) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  eglDestroyContext(display_, context_);
  context_ = nullptr;
}

}  // namespace engine::gl
