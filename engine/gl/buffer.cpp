#include "engine/gl/buffer.h"

#include <algorithm>

#include "engine/core/check.h"

namespace engine::gl {
namespace {

GLsizeiptr size_of(std::size_t bytes) {
  return static_cast<GLsizeiptr>(bytes);
}

}  // namespace

GLuint BufferTraits::create() {
  GLuint name = 0;
  glGenBuffers(1, &name);
  return name;
}

void BufferTraits::destroy(GLuint name) {
  glDeleteBuffers(1, &name);
}

Buffer::Buffer(GLenum target) : handle_(Handle<BufferTraits>::create()), target_(target) {}

void Buffer::set(std::span<const std::byte> bytes, GLenum usage) {
  bind();
  glBufferData(target_, size_of(bytes.size()), bytes.data(), usage);
  capacity_ = bytes.size();
}

void Buffer::append(std::span<const std::byte> bytes, std::size_t offset) {
  ENGINE_CHECK(offset <= capacity_);
  if (offset + bytes.size() > capacity_) grow(offset + bytes.size(), offset);
  bind();
  glBufferSubData(target_, static_cast<GLintptr>(offset), size_of(bytes.size()), bytes.data());
}

void Buffer::grow(std::size_t needed, std::size_t kept) {
  constexpr std::size_t kSmallest = 4096;
  const std::size_t capacity = std::max({needed, 2 * capacity_, kSmallest});
  auto larger = Handle<BufferTraits>::create();
  glBindBuffer(GL_COPY_WRITE_BUFFER, larger.name());
  glBufferData(GL_COPY_WRITE_BUFFER, size_of(capacity), nullptr, GL_DYNAMIC_DRAW);
  if (kept > 0) {
    glBindBuffer(GL_COPY_READ_BUFFER, handle_.name());
    glCopyBufferSubData(GL_COPY_READ_BUFFER, GL_COPY_WRITE_BUFFER, 0, 0, size_of(kept));
  }
  handle_ = std::move(larger);
  capacity_ = capacity;
}

}  // namespace engine::gl
