// The GL functions of the current context, and whether it is new enough.
#pragma once

#include <string>
#include <string_view>

#include "engine/core/result.h"

namespace engine::gl {

struct Version {
  int major = 0;
  int minor = 0;
  auto operator<=>(const Version&) const = default;
};

constexpr Version kNeeded{4, 1};  // the ceiling of macOS, and all that the passes need

struct ContextInfo {
  Version version;
  std::string version_text;  // as the driver says it
  std::string renderer;
  bool software = false;  // a CPU rasteriser (llvmpipe, swrast, softpipe, WARP): choose the lean tier
};

// As SDL_GL_GetProcAddress and eglGetProcAddress, cast.
using ProcLoader = void (*(*)(const char* name))();

// Loads the functions; a context must be current. Error: no functions, or a version below kNeeded, with
// found and needed version and the driver's name.
core::Result<ContextInfo> load_functions(ProcLoader loader);

// Whether the driver has thrown the current context away with all that was in it (a graphics reset, a resumed
// laptop); always false where the driver cannot tell (before OpenGL 4.5 without a robustness extension).
bool context_lost();

// "4.5 (Core Profile) Mesa 22.3.6" -> {4, 5}. Error: no number in front.
core::Result<Version> parse_version(std::string_view text);
core::Result<void> check_version(Version found, std::string_view renderer);
bool is_software_renderer(std::string_view renderer);

}  // namespace engine::gl
