// Owns one GL name: move-only, frees it once, 0 = empty.
#pragma once

#include <utility>

#include "engine/gl/api.h"

namespace engine::gl {

// Traits: `static GLuint create()` and `static void destroy(GLuint)`.
template <class Traits>
class Handle {
 public:
  Handle() = default;  // empty
  static Handle create() { return Handle(Traits::create()); }
  Handle(Handle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    if (this != &other) {
      reset();
      name_ = std::exchange(other.name_, 0);
    }
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { reset(); }

  [[nodiscard]] GLuint name() const { return name_; }
  explicit operator bool() const { return name_ != 0; }
  void reset() {
    if (name_ != 0) Traits::destroy(std::exchange(name_, 0));
  }

 private:
  explicit Handle(GLuint name) : name_(name) {}
  GLuint name_ = 0;
};

}  // namespace engine::gl
