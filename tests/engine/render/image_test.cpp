#include "engine/render/image.h"

#include <doctest/doctest.h>
#include <png.h>

#include <filesystem>
#include "tests/support/here.h"

using namespace engine::render;

namespace {

Image ramp(int width, int height) {
  Image image{width, height, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const int value : {x * 40, y * 60, x + y, 255})
        image.rgba.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return image;
}

}  // namespace

TEST_CASE("a picture that is saved is read back the same") {
  const std::string path = support::binary_dir() + "/image_test.png";
  const Image image = ramp(5, 3);
  REQUIRE(save_png(image, path).has_value());
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_file(&header, path.c_str()) != 0);
  header.format = PNG_FORMAT_RGBA;
  Image back{static_cast<int>(header.width), static_cast<int>(header.height), {}};
  back.rgba.resize(PNG_IMAGE_SIZE(header));
  REQUIRE(png_image_finish_read(&header, nullptr, back.rgba.data(), 0, nullptr) != 0);
  CHECK(back == image);
  std::filesystem::remove(path);
}

TEST_CASE("the bytes of a picture are those of its file, and the same each time") {
  const auto bytes = png_of(ramp(5, 3));
  REQUIRE(bytes.has_value());
  CHECK(bytes->size() > 8);
  CHECK((*bytes)[1] == 'P');
  CHECK(png_of(ramp(5, 3)).value() == *bytes);
  CHECK(png_of(ramp(3, 5)).value() != *bytes);
}

TEST_CASE("a picture that cannot be written names the file") {
  const auto saved = save_png(ramp(2, 2), "/nowhere/at/all.png");
  REQUIRE_FALSE(saved.has_value());
  CHECK(saved.error().file == "/nowhere/at/all.png");
}

TEST_CASE("half size averages four pixels") {
  const Image half = half_size(ramp(4, 2));
  CHECK(half.width == 2);
  CHECK(half.height == 1);
  CHECK(half.at(0, 0)[0] == 20);
  CHECK(half.at(1, 0)[0] == 100);
  CHECK(half.at(0, 0)[1] == 30);
}
