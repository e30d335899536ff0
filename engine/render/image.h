// A picture in memory, and PNG files of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/result.h"

namespace engine::render {

// 8-bit RGBA (sRGB), rows from top to bottom, tightly packed.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  [[nodiscard]] const std::uint8_t* at(int x, int y) const {
    return rgba.data() +
           4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
  }
  bool operator==(const Image&) const = default;
};

// As the bytes of a PNG file. Error: no memory for it.
core::Result<std::vector<std::uint8_t>> png_of(const Image& image);
// Error: the file cannot be written; names it.
core::Result<void> save_png(const Image& image, const std::string& path);
// Half the width and height by averaging 2 x 2 pixels: stills are drawn at twice their size.
Image half_size(const Image& image);

}  // namespace engine::render
