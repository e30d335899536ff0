#include "engine/render/image.h"

#include <png.h>

#include "engine/core/check.h"

namespace engine::render {

core::Result<void> save_png(const Image& image, const std::string& path) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.width);
  header.height = static_cast<png_uint_32>(image.height);
  header.format = PNG_FORMAT_RGBA;
  if (png_image_write_to_file(&header, path.c_str(), 0, image.rgba.data(), 0, nullptr) == 0) {
    return core::fail(
        {.message = "the picture cannot be written: " + std::string(header.message), .file = path});
  }
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
