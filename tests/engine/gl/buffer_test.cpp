#include "engine/gl/buffer.h"

#include <vector>

#include "engine/gl/debug.h"
#include "tests/engine/gl/gl_test.h"

using namespace engine::gl;

TEST_CASE("appending keeps what is there while the buffer grows") {
  auto context = test::context();
  if (!context) return;
  Buffer buffer;
  std::vector<float> all;
  for (int k = 0; k < 5000; ++k) {
    const float value = static_cast<float>(k) * 0.5F;
    buffer.append(std::as_bytes(std::span(&value, 1)), all.size() * sizeof(float));
    all.push_back(value);
  }
  CHECK(buffer.capacity() >= all.size() * sizeof(float));
  std::vector<float> back(all.size());
  buffer.bind();
  glGetBufferSubData(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(back.size() * sizeof(float)), back.data());
  CHECK(back == all);
  CHECK(take_error().empty());
}
