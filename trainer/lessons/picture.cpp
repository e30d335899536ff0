#include "trainer/lessons/picture.h"

#include <png.h>

#include "trainer/lessons/package.h"

namespace trainer::lessons {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

Result<QuestionPicture> read_picture(std::span<const std::uint8_t> png) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&header, png.data(), png.size()) == 0)
    return fail(Error{.message = "the picture cannot be read: " + std::string(header.message)});
  if (header.width > kMostPicturePixels || header.height > kMostPicturePixels) {
    png_image_free(&header);
    return fail(Error{.message = "the picture has " + std::to_string(header.width) + " x " +
                                 std::to_string(header.height) + " pixels"});
  }
  header.format = PNG_FORMAT_RGBA;
  QuestionPicture picture{static_cast<int>(header.width), static_cast<int>(header.height),
                          std::vector<std::uint8_t>(PNG_IMAGE_SIZE(header))};
  if (png_image_finish_read(&header, nullptr, picture.rgba.data(), 0, nullptr) == 0)
    return fail(Error{.message = "the picture cannot be read: " + std::string(header.message)});
  return picture;
}

Result<QuestionPicture> picture_in(const LessonPackage& package, const std::string& file) {
  const auto files = unpacked(package.bytes);
  if (!files) return fail(files.error());
  const auto found = files->find(file);
  if (found == files->end())
    return fail(Error{.message = "the lesson's folder holds no such picture", .field = file});
  return read_picture(found->second);
}

}  // namespace trainer::lessons
