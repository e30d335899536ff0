#include "engine/gl/texture.h"

#include "engine/core/check.h"

namespace engine::gl {
namespace {

struct PixelLayout {
  GLint internal;
  GLenum format;
  GLenum type;
  std::size_t channels;
};

PixelLayout layout(Format format) {
  switch (format) {
    case Format::Rgba8:
      return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, 4};
    case Format::Rgba16F:
      return {GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT, 4};
    case Format::Rgb16F:
      return {GL_RGB16F, GL_RGB, GL_FLOAT, 3};
    case Format::Depth24:
      return {GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT, 1};
  }
  ENGINE_CHECK(false);
}

GLint min_filter(Filter filter) {
  if (filter == Filter::Mipmap) return GL_LINEAR_MIPMAP_LINEAR;
  return filter == Filter::Linear ? GL_LINEAR : GL_NEAREST;
}

std::size_t texel_count(const TextureDesc& desc) {
  return static_cast<std::size_t>(desc.width) * static_cast<std::size_t>(desc.height);
}

}  // namespace

GLuint TextureTraits::create() {
  GLuint name = 0;
  glGenTextures(1, &name);
  return name;
}

void TextureTraits::destroy(GLuint name) {
  glDeleteTextures(1, &name);
}

Texture::Texture(const TextureDesc& desc) : handle_(Handle<TextureTraits>::create()), desc_(desc) {
  ENGINE_CHECK(desc.width > 0 && desc.height > 0);
  const PixelLayout pixel = layout(desc.format);
  glBindTexture(GL_TEXTURE_2D, name());
  glTexImage2D(GL_TEXTURE_2D, 0, pixel.internal, desc.width, desc.height, 0, pixel.format, pixel.type,
               nullptr);
  const GLint wrap = desc.wrap == Wrap::Repeat ? GL_REPEAT : GL_CLAMP_TO_EDGE;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, wrap);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, wrap);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, min_filter(desc.filter));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER,
                  desc.filter == Filter::Nearest ? GL_NEAREST : GL_LINEAR);
}

void Texture::upload(std::span<const std::uint8_t> texels) {
  ENGINE_CHECK(desc_.format == Format::Rgba8 && texels.size() == 4 * texel_count(desc_));
  glBindTexture(GL_TEXTURE_2D, name());
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, desc_.width, desc_.height, GL_RGBA, GL_UNSIGNED_BYTE,
                  texels.data());
  finish_upload();
}

void Texture::upload(std::span<const float> texels) {
  const PixelLayout pixel = layout(desc_.format);
  ENGINE_CHECK((desc_.format == Format::Rgb16F || desc_.format == Format::Rgba16F) &&
               texels.size() == pixel.channels * texel_count(desc_));
  glBindTexture(GL_TEXTURE_2D, name());
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, desc_.width, desc_.height, pixel.format, GL_FLOAT, texels.data());
  finish_upload();
}

void Texture::finish_upload() const {
  if (desc_.filter == Filter::Mipmap) glGenerateMipmap(GL_TEXTURE_2D);
}

void Texture::bind(unsigned unit) const {
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(GL_TEXTURE_2D, name());
}

}  // namespace engine::gl
