#include "engine/gl/texture.h"

#include <array>
#include <vector>

#include "engine/gl/debug.h"
#include "engine/gl/framebuffer.h"
#include "tests/engine/gl/gl_test.h"

using namespace engine::gl;

TEST_CASE("texels that go up come back through a framebuffer") {
  auto context = test::context();
  if (!context) return;
  Texture texture({.width = 4, .height = 2, .filter = Filter::Nearest});
  std::vector<std::uint8_t> texels(32);
  for (std::size_t k = 0; k < texels.size(); ++k) texels[k] = static_cast<std::uint8_t>(7 * k);
  texture.upload(texels);
  const std::array<const Texture*, 1> colours{&texture};
  const auto frame = Framebuffer::make(colours, nullptr);
  REQUIRE(frame.has_value());
  frame->bind();
  std::vector<std::uint8_t> back(texels.size());
  glReadPixels(0, 0, 4, 2, GL_RGBA, GL_UNSIGNED_BYTE, back.data());
  CHECK(back == texels);
  CHECK(take_error().empty());
}

TEST_CASE("a framebuffer with colour, optical density and depth is complete") {
  auto context = test::context();
  if (!context) return;
  const Texture a({.width = 16, .height = 8});
  const Texture b({.format = Format::Rgba16F, .width = 16, .height = 8});
  const Texture depth({.format = Format::Depth24, .width = 16, .height = 8, .filter = Filter::Nearest});
  const std::array<const Texture*, 2> colours{&a, &b};
  CHECK(Framebuffer::make(colours, &depth).has_value());
  CHECK_FALSE(Framebuffer::make({}, nullptr).has_value());
}
