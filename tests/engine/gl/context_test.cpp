#include "engine/gl/context.h"

#include "engine/gl/api.h"
#include "engine/gl/debug.h"
#include "tests/engine/gl/gl_test.h"

using namespace engine::gl;

TEST_CASE("a version is read from the driver's text") {
  CHECK(parse_version("4.5 (Core Profile) Mesa 22.3.6").value() == Version{4, 5});
  CHECK(parse_version("4.1").value() == Version{4, 1});
  CHECK(parse_version("10.12 x").value() == Version{10, 12});
  CHECK_FALSE(parse_version("Mesa").has_value());
  CHECK_FALSE(parse_version("").has_value());
  CHECK_FALSE(parse_version("4").has_value());
}

TEST_CASE("a context that is too old is refused with found and needed version") {
  const auto old = check_version({3, 3}, "Old Card");
  REQUIRE_FALSE(old.has_value());
  CHECK(old.error().message.find("3.3") != std::string::npos);
  CHECK(old.error().message.find("4.1") != std::string::npos);
  CHECK(old.error().message.find("Old Card") != std::string::npos);
  CHECK(check_version({4, 1}, "Card").has_value());
  CHECK(check_version({5, 0}, "Card").has_value());
}

TEST_CASE("software renderers are known by name") {
  CHECK(is_software_renderer("llvmpipe (LLVM 15.0.6, 256 bits)"));
  CHECK_FALSE(is_software_renderer("NVIDIA GeForce"));
}

TEST_CASE("an off-screen context is new enough and reports mistakes") {
  auto context = test::context();
  if (!context) return;
  CHECK(context->info().version >= kNeeded);
  CHECK(take_error().empty());
  DebugLog log;
  glEnable(GL_RGBA8);
  CHECK(take_error() == "GL_INVALID_ENUM");
  if (log.available()) CHECK_FALSE(log.messages().empty());
}

TEST_CASE("contexts can be made one after another") {
  for (int k = 0; k < 3; ++k) {
    auto context = test::context();
    if (!context) return;
    CHECK(glGetString(GL_VERSION) != nullptr);
  }
}
