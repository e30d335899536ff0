// One off-screen context for a test case. Where EGL is missing the case says so and passes: there is
// nothing to test then.
#pragma once

#include <doctest/doctest.h>

#include <optional>

#include "engine/gl/offscreen.h"

namespace engine::gl::test {

inline std::optional<OffscreenContext> context() {
  auto made = OffscreenContext::make();
  if (made) return *std::move(made);
  MESSAGE("SKIPPED, NO OPENGL: " << made.error().message);
  return std::nullopt;
}

}  // namespace engine::gl::test
