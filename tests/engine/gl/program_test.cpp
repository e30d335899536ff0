#include "engine/gl/program.h"

#include "engine/gl/debug.h"
#include "tests/engine/gl/gl_test.h"

using namespace engine::gl;

namespace {
constexpr const char* kVertex = "uniform mat4 m; void main() { gl_Position = m * vec4(0.0, 0.0, 0.0, 1.0); }";
constexpr const char* kFragment =
    "out vec4 o; uniform vec3 tint, unused; void main() { o = vec4(tint, 1.0); }";
}  // namespace

TEST_CASE("a program links, and its uniforms are known by name") {
  auto context = test::context();
  if (!context) return;
  const auto program = Program::make({.name = "plain", .vertex = kVertex, .fragment = kFragment});
  REQUIRE(program.has_value());
  CHECK(program->has("tint"));
  CHECK_FALSE(program->has("nothing"));
  program->use();
  program->set("tint", glm::vec3(1.0F));
  program->set("m", glm::mat4(1.0F));
  CHECK_FALSE(program->has("unused"));
  program->set("unused", glm::vec3(1.0F));  // declared, so it may be set
  CHECK(take_error().empty());
}

TEST_CASE("a shader that does not compile is named with its stage") {
  auto context = test::context();
  if (!context) return;
  const auto broken =
      Program::make({.name = "broken", .vertex = kVertex, .fragment = "void main() { x = 1; }"});
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().message.find("broken") != std::string::npos);
  CHECK(broken.error().message.find("fragment") != std::string::npos);
}

TEST_CASE("shaders that do not fit together are refused") {
  auto context = test::context();
  if (!context) return;
  const auto program =
      Program::make({.name = "misfit",
                     .vertex = "out vec3 q; void main() { q = vec3(1.0); gl_Position = vec4(q, 1.0); }",
                     .fragment = "in vec2 q; out vec4 o; void main() { o = vec4(q, q); }"});
  REQUIRE_FALSE(program.has_value());
  CHECK(program.error().message.find("misfit") != std::string::npos);
}
