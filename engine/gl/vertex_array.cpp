#include "engine/gl/vertex_array.h"

namespace engine::gl {

GLuint VertexArrayTraits::create() {
  GLuint name = 0;
  glGenVertexArrays(1, &name);
  return name;
}

void VertexArrayTraits::destroy(GLuint name) {
  glDeleteVertexArrays(1, &name);
}

void VertexArray::attach(const Buffer& buffer, const Attribute& attribute) {
  bind();
  glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
  glEnableVertexAttribArray(attribute.location);
  glVertexAttribPointer(attribute.location, attribute.components, GL_FLOAT, GL_FALSE,
                        static_cast<GLsizei>(attribute.stride),
                        // NOLINTNEXTLINE: the interface passes an offset as a pointer
                        reinterpret_cast<const void*>(attribute.offset));
  glVertexAttribDivisor(attribute.location, attribute.per_instance ? 1 : 0);
}

void VertexArray::attach_indices(const Buffer& indices) {
  bind();
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices.name());
}

}  // namespace engine::gl
