#include "trainer/lessons/contents.h"

#include <algorithm>

#include "trainer/lessons/nearest.h"

namespace trainer::lessons {

using engine::core::Error;
using engine::core::fail;
using engine::core::Result;

namespace {

constexpr std::uint8_t kPngSignature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

// What a picture is when it is no PNG, by its first bytes; "" for something else.
std::string_view kind_of_picture(const Bytes& bytes) {
  const auto begins = [&](std::string_view with, std::size_t at = 0) {
    return bytes.size() >= at + with.size() &&
           std::equal(with.begin(), with.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
  };
  if (begins("\xFF\xD8\xFF")) return "a JPEG picture";
  if (begins("GIF8")) return "a GIF picture";
  if (begins("BM")) return "a BMP picture";
  if (begins("WEBP", 8)) return "a WebP picture";
  if (begins("II*") || begins("MM")) return "a TIFF picture";
  if (begins("ftyphe", 4)) return "a HEIC picture";
  return "";
}

// Why a package has no lesson.toml at its top.
Error no_lesson_among(const PackageFiles& files) {
  std::string lessons, folder;
  for (const auto& [name, bytes] : files) {
    const auto file = name.substr(name.rfind('/') + 1);
    if (small_letters(file) != kLessonFile) continue;
    if (name.find('/') == std::string::npos)
      return {.message =
                  "the package holds \"" + name + "\": its name must be lesson.toml, in small letters"};
    folder = name.substr(0, name.rfind('/'));
    lessons += (lessons.empty() ? "" : ", ") + name;
  }
  if (lessons.find(',') != std::string::npos)
    return {.message = "the package holds more than one lesson: " + lessons + "; pack each by itself"};
  if (!lessons.empty())
    return {.message = "the package holds no lesson.toml at its top but " + lessons +
                       ", with other files outside its folder; pack the folder \"" + folder + "\" alone"};
  return {.message = "the package holds no lesson.toml"};
}

}  // namespace

bool is_picture(std::string_view name) {
  return name.ends_with(".png");
}

bool is_png(const Bytes& bytes) {
  return bytes.size() >= 8 && std::equal(std::begin(kPngSignature), std::end(kPngSignature), bytes.begin());
}

std::string not_png(const Bytes& bytes) {
  const auto kind = kind_of_picture(bytes);
  return kind.empty() ? "this is not a PNG picture"
                      : "this is " + std::string(kind) + " under the name of a PNG: save it as PNG";
}

Result<void> allowed(const PackageFiles& files) {
  if (!files.contains(kLessonFile)) return fail(no_lesson_among(files));
  for (const auto& [name, bytes] : files) {
    if (name == kLessonFile) continue;
    if (!is_picture(name))
      return fail(Error{
          .message = is_picture(small_letters(name))
                         ? "a picture's name ends in .png, in small letters: rename it"
                         : "a package holds lesson.toml and .png pictures only; take this out of it, or "
                           "let smp lesson pack choose",
          .field = name});
    if (!is_png(bytes)) return fail(Error{.message = not_png(bytes), .field = name});
  }
  return {};
}

}  // namespace trainer::lessons
