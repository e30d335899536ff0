// How buffers feed a vertex shader.
#pragma once

#include "engine/gl/buffer.h"
#include "engine/gl/handle.h"

namespace engine::gl {

struct VertexArrayTraits {
  static GLuint create();
  static void destroy(GLuint name);
};

// One vertex attribute of 32-bit floats.
struct Attribute {
  GLuint location = 0;
  int components = 4;      // 1..4
  std::size_t offset = 0;  // bytes from the start of an item
  std::size_t stride = 0;  // bytes from item to item
  bool per_instance = false;
};

class VertexArray {
 public:
  VertexArray() : handle_(Handle<VertexArrayTraits>::create()) {}

  void bind() const { glBindVertexArray(handle_.name()); }
  // Leaves the array bound. Call again when the buffer has grown.
  void attach(const Buffer& buffer, const Attribute& attribute);
  void attach_indices(const Buffer& indices);

 private:
  Handle<VertexArrayTraits> handle_;
};

}  // namespace engine::gl
