// A GL buffer: bytes on the GPU.
#pragma once

#include <cstddef>
#include <span>

#include "engine/gl/handle.h"

namespace engine::gl {

struct BufferTraits {
  static GLuint create();
  static void destroy(GLuint name);
};

class Buffer {
 public:
  // `target`: GL_ARRAY_BUFFER or GL_ELEMENT_ARRAY_BUFFER.
  explicit Buffer(GLenum target = GL_ARRAY_BUFFER);

  void bind() const { glBindBuffer(target_, handle_.name()); }
  // Replaces the content; the capacity becomes its size.
  void set(std::span<const std::byte> bytes, GLenum usage = GL_STATIC_DRAW);
  // Writes behind the first `offset` bytes, which stay; grows by doubling when it does not fit.
  void append(std::span<const std::byte> bytes, std::size_t offset);

  template <class T>
  void set(std::span<const T> items, GLenum usage = GL_STATIC_DRAW) {
    set(std::as_bytes(items), usage);
  }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }  // bytes
  [[nodiscard]] GLuint name() const { return handle_.name(); }

 private:
  void grow(std::size_t needed, std::size_t kept);
  Handle<BufferTraits> handle_;
  GLenum target_;
  std::size_t capacity_ = 0;
};

}  // namespace engine::gl
