#include "trainer/lessons/painting.h"

#include <png.h>

#include <algorithm>
#include <vector>

namespace trainer::lessons {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;
using engine::scoring::PaintedShare;

Result<PaintedShare> read_painting(std::span<const std::uint8_t> png) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&header, png.data(), png.size()) == 0)
    return fail(Error{.message = "the picture cannot be read: " + std::string(header.message)});
  if (header.width > kMostPaintedPixels || header.height > kMostPaintedPixels) {
    png_image_free(&header);
    return fail(Error{.message = "the picture has " + std::to_string(header.width) + " x " +
                                 std::to_string(header.height) + " pixels"});
  }
  header.format = PNG_FORMAT_GA;
  std::vector<std::uint8_t> grey(PNG_IMAGE_SIZE(header));
  if (png_image_finish_read(&header, nullptr, grey.data(), 0, nullptr) == 0)
    return fail(Error{.message = "the picture cannot be read: " + std::string(header.message)});
  PaintedShare share{static_cast<int>(header.width), static_cast<int>(header.height), {}};
  for (std::size_t i = 0; i + 1 < grey.size(); i += 2)
    share.of_plateau.push_back(static_cast<std::uint8_t>((255 - grey[i]) * grey[i + 1] / 255));
  if (std::all_of(share.of_plateau.begin(), share.of_plateau.end(), [](auto s) { return s == 0; }))
    return fail(Error{.message = "the picture is all white: no dot is asked"});
  return share;
}

}  // namespace trainer::lessons
