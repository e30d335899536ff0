// A linked pair of shaders. Uniforms are checked: a name that the source does not declare, or a wrong type,
// stops the program with both names, because it is always a mistake in our code. A declared uniform that
// this driver's compiler found no use for is set to no effect: which ones those are differs by driver.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <string_view>

#include "engine/core/result.h"
#include "engine/gl/handle.h"

namespace engine::gl {

struct ProgramTraits {
  static GLuint create();
  static void destroy(GLuint name);
};

struct ProgramSource {
  std::string name;          // for messages
  std::string vertex;        // GLSL without #version
  std::string fragment;      // GLSL without #version
  std::string defines = {};  // "#define DETAIL\n", put in front of both
};

class Program {
 public:
  Program() = default;  // empty
  // Error: names the shader and the stage and gives the compiler's words.
  static core::Result<Program> make(const ProgramSource& source);

  void use() const { glUseProgram(handle_.name()); }
  [[nodiscard]] bool has(std::string_view uniform) const;  // does this driver use it?
  // Of the program in use.
  void set(std::string_view uniform, float value) const;
  void set(std::string_view uniform, glm::vec2 value) const;
  void set(std::string_view uniform, glm::vec3 value) const;
  void set(std::string_view uniform, const glm::mat4& value) const;
  void set_sampler(std::string_view uniform, int unit) const;

 private:
  struct Uniform {
    GLint location = -1;  // not in use
    GLenum type = 0;
  };
  void read_declared(const std::string& source);
  void read_active();
  [[nodiscard]] GLint find(std::string_view uniform, GLenum type) const;

  Handle<ProgramTraits> handle_;
  std::string name_;
  std::map<std::string, Uniform, std::less<>> uniforms_;
};

}  // namespace engine::gl
