#include "engine/gl/program.h"

#include <array>
#include <glm/gtc/type_ptr.hpp>

#include "engine/core/check.h"

namespace engine::gl {
namespace {

// A shader is needed only until its program is linked.
struct Shader {
  GLuint name;
  explicit Shader(GLenum stage) : name(glCreateShader(stage)) {}
  Shader(const Shader&) = delete;
  Shader& operator=(const Shader&) = delete;
  ~Shader() { glDeleteShader(name); }
};

std::string info_log(GLuint name, bool is_program) {
  std::array<char, 4096> text{};
  const auto size = static_cast<GLsizei>(text.size());
  is_program ? glGetProgramInfoLog(name, size, nullptr, text.data())
             : glGetShaderInfoLog(name, size, nullptr, text.data());
  return text.data();
}

core::Result<void> compile(const Shader& shader, const ProgramSource& source, bool vertex) {
  const std::string text =
      "#version 410 core\n" + source.defines + (vertex ? source.vertex : source.fragment);
  const char* pointer = text.c_str();
  glShaderSource(shader.name, 1, &pointer, nullptr);
  glCompileShader(shader.name);
  GLint ok = GL_FALSE;
  glGetShaderiv(shader.name, GL_COMPILE_STATUS, &ok);
  if (ok == GL_TRUE) return {};
  const std::string stage = vertex ? "vertex" : "fragment";
  return core::fail("the " + stage + " shader of '" + source.name +
                    "' does not compile: " + info_log(shader.name, false));
}

}  // namespace

GLuint ProgramTraits::create() {
  return glCreateProgram();
}
void ProgramTraits::destroy(GLuint name) {
  glDeleteProgram(name);
}

core::Result<Program> Program::make(const ProgramSource& source) {
  const Shader vertex(GL_VERTEX_SHADER);
  const Shader fragment(GL_FRAGMENT_SHADER);
  if (auto done = compile(vertex, source, true); !done) return core::fail(done.error());
  if (auto done = compile(fragment, source, false); !done) return core::fail(done.error());
  Program made;
  made.name_ = source.name;
  made.handle_ = Handle<ProgramTraits>::create();
  const GLuint name = made.handle_.name();
  glAttachShader(name, vertex.name);
  glAttachShader(name, fragment.name);
  glLinkProgram(name);
  glDetachShader(name, vertex.name);
  glDetachShader(name, fragment.name);
  GLint ok = GL_FALSE;
  glGetProgramiv(name, GL_LINK_STATUS, &ok);
  if (ok != GL_TRUE) {
    return core::fail("the shaders of '" + source.name + "' do not link: " + info_log(name, true));
  }
  made.read_declared(source.vertex);
  made.read_declared(source.fragment);
  made.read_active();
  return made;
}

// "uniform TYPE a, b;", comments and all: a word too many does no harm here.
void Program::read_declared(const std::string& source) {
  constexpr std::string_view kNameCharacters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  constexpr std::string_view kKeyword = "uniform ";
  for (std::size_t at = source.find(kKeyword); at != std::string::npos; at = source.find(kKeyword, at)) {
    at += kKeyword.size();
    const std::size_t end = source.find(';', at);
    while ((at = source.find_first_of(kNameCharacters, at)) < end) {
      const std::size_t stop = source.find_first_not_of(kNameCharacters, at);
      uniforms_.emplace(source.substr(at, stop - at), Uniform{});
      at = stop;
    }
  }
}

void Program::read_active() {
  GLint count = 0;
  glGetProgramiv(handle_.name(), GL_ACTIVE_UNIFORMS, &count);
  for (GLint k = 0; k < count; ++k) {
    std::array<char, 256> text{};
    GLint size = 0;
    GLenum type = 0;
    glGetActiveUniform(handle_.name(), static_cast<GLuint>(k), static_cast<GLsizei>(text.size()), nullptr,
                       &size, &type, text.data());
    uniforms_[text.data()] = {glGetUniformLocation(handle_.name(), text.data()), type};
  }
}

bool Program::has(std::string_view uniform) const {
  const auto found = uniforms_.find(uniform);
  return found != uniforms_.end() && found->second.location >= 0;
}

GLint Program::find(std::string_view uniform, GLenum type) const {
  const auto found = uniforms_.find(uniform);
  const bool declared = found != uniforms_.end();
  if (!declared || (found->second.location >= 0 && found->second.type != type)) {
    const std::string what = "uniform '" + std::string(uniform) + "' of program '" + name_ + "' " +
                             (declared ? "has the type that is set" : "is declared");
    core::check_failed(what.c_str(), __FILE__, __LINE__);
  }
  return found->second.location;  // GL ignores -1
}

void Program::set(std::string_view uniform, float value) const {
  glUniform1f(find(uniform, GL_FLOAT), value);
}

void Program::set(std::string_view uniform, glm::vec2 value) const {
  glUniform2f(find(uniform, GL_FLOAT_VEC2), value.x, value.y);
}

void Program::set(std::string_view uniform, glm::vec3 value) const {
  glUniform3f(find(uniform, GL_FLOAT_VEC3), value.x, value.y, value.z);
}

void Program::set(std::string_view uniform, const glm::mat4& value) const {
  glUniformMatrix4fv(find(uniform, GL_FLOAT_MAT4), 1, GL_FALSE, glm::value_ptr(value));
}

void Program::set_sampler(std::string_view uniform, int unit) const {
  glUniform1i(find(uniform, GL_SAMPLER_2D), unit);
}

}  // namespace engine::gl
