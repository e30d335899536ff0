#include "engine/gl/context.h"

#include <array>
#include <charconv>

#include "engine/gl/api.h"

namespace engine::gl {
namespace {

// Not in OpenGL 4.1, whose functions the loader knows.
using ResetStatus = GLenum (*)();
ResetStatus reset_status = nullptr;

ResetStatus find_reset_status(ProcLoader loader) {
  for (const char* name :
       {"glGetGraphicsResetStatus", "glGetGraphicsResetStatusKHR", "glGetGraphicsResetStatusARB"})
    if (auto* const found = loader(name)) return reinterpret_cast<ResetStatus>(found);
  return nullptr;
}

std::string text_of(GLenum name) {
  const GLubyte* text = glGetString(name);
  if (text == nullptr) return "unknown";
  return reinterpret_cast<const char*>(text);  // NOLINT: GL's strings are unsigned
}

std::string in_words(Version v) {
  return std::to_string(v.major) + "." + std::to_string(v.minor);
}

}  // namespace

core::Result<Version> parse_version(std::string_view text) {
  Version v;
  const char* end = text.data() + text.size();
  const auto major = std::from_chars(text.data(), end, v.major);
  if (major.ec != std::errc{} || major.ptr == end || *major.ptr != '.' ||
      std::from_chars(major.ptr + 1, end, v.minor).ec != std::errc{}) {
    return core::fail("the graphics driver reports no OpenGL version ('" + std::string(text) + "')");
  }
  return v;
}

core::Result<void> check_version(Version found, std::string_view renderer) {
  if (found >= kNeeded) return {};
  return core::fail("OpenGL " + in_words(kNeeded) + " is needed, but '" + std::string(renderer) +
                    "' offers only " + in_words(found) +
                    "; a newer graphics driver, or Mesa's software renderer "
                    "(LIBGL_ALWAYS_SOFTWARE=1), helps");
}

bool is_software_renderer(std::string_view renderer) {
  constexpr std::array<std::string_view, 5> kNames{"llvmpipe", "softpipe", "swrast", "SWR", "Basic Render"};
  for (const auto name : kNames) {
    if (renderer.find(name) != std::string_view::npos) return true;
  }
  return false;
}

core::Result<ContextInfo> load_functions(ProcLoader loader) {
  if (gladLoadGL(loader) == 0) {
    return core::fail("no OpenGL functions could be loaded: is a graphics driver installed?");
  }
  ContextInfo info{.version = {}, .version_text = text_of(GL_VERSION), .renderer = text_of(GL_RENDERER)};
  const auto version = parse_version(info.version_text);
  if (!version) return core::fail(version.error());
  info.version = *version;
  info.software = is_software_renderer(info.renderer);
  if (auto enough = check_version(*version, info.renderer); !enough) return core::fail(enough.error());
  reset_status = find_reset_status(loader);
  return info;
}

bool context_lost() {
  return reset_status != nullptr && reset_status() != GL_NO_ERROR;
}

}  // namespace engine::gl
