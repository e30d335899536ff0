// A two-dimensional texture.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/gl/handle.h"

namespace engine::gl {

struct TextureTraits {
  static GLuint create();
  static void destroy(GLuint name);
};

enum class Format { Rgba8, Rgba16F, Rgb16F, Depth24 };
enum class Filter { Nearest, Linear, Mipmap };
enum class Wrap { Clamp, Repeat };

struct TextureDesc {
  Format format = Format::Rgba8;
  int width = 1;   // px, > 0
  int height = 1;  // px, > 0
  Filter filter = Filter::Linear;
  Wrap wrap = Wrap::Clamp;
};

class Texture {
 public:
  Texture() = default;  // empty
  explicit Texture(const TextureDesc& desc);

  // Rgba8: 4 bytes a texel. Makes the mip levels when the filter wants them.
  void upload(std::span<const std::uint8_t> texels);
  // Rgb16F and Rgba16F: 3 and 4 floats a texel.
  void upload(std::span<const float> texels);
  void bind(unsigned unit) const;

  [[nodiscard]] GLuint name() const { return handle_.name(); }
  [[nodiscard]] int width() const { return desc_.width; }
  [[nodiscard]] int height() const { return desc_.height; }
  explicit operator bool() const { return static_cast<bool>(handle_); }

 private:
  void finish_upload() const;
  Handle<TextureTraits> handle_;
  TextureDesc desc_;
};

}  // namespace engine::gl
