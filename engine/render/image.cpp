#include "engine/render/image.h"

#include <png.h>

#include <fstream>

#include "engine/core/check.h"

namespace engine::render {

core::Result<std::vector<std::uint8_t>> png_of(const Image& image) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.width);
  header.height = static_cast<png_uint_32>(image.height);
  header.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(header);
  std::vector<std::uint8_t> bytes(size);
  if (png_image_write_to_memory(&header, bytes.data(), &size, 0, image.rgba.data(), 0, nullptr) == 0)
    return core::fail("the picture cannot be packed: " + std::string(header.message));
  bytes.resize(size);
  return bytes;
}

core::Result<void> save_png(const Image& image, const std::string& path) {
  const auto bytes = png_of(image);
  if (!bytes) return core::fail(bytes.error());
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out) return core::fail({.message = "the picture cannot be written", .file = path});
  return {};
}

Image half_size(const Image& image) {
  Image half{image.width / 2, image.height / 2, {}};
  half.rgba.reserve(4 * static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height));
  for (int y = 0; y < half.height; ++y) {
    for (int x = 0; x < half.width; ++x) {
      for (int c = 0; c < 4; ++c) {
        const int sum = image.at(2 * x, 2 * y)[c] + image.at(2 * x + 1, 2 * y)[c] +
                        image.at(2 * x, 2 * y + 1)[c] + image.at(2 * x + 1, 2 * y + 1)[c];
        half.rgba.push_back(static_cast<std::uint8_t>((sum + 2) / 4));
      }
    }
  }
  return half;
}

}  // namespace engine::render
