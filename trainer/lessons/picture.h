// Pictures that questions show, from the lesson's folder.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "trainer/lessons/lesson.h"

namespace trainer::lessons {

constexpr std::uint32_t kMostPicturePixels = 2048;  // across and down; what a screen shows of it is smaller

struct QuestionPicture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;  // 4 bytes a pixel, from the top
};

// Errors: not a PNG, too large.
engine::core::Result<QuestionPicture> read_picture(std::span<const std::uint8_t> png);
// A picture out of a package that was read before. Error: it holds no such file.
engine::core::Result<QuestionPicture> picture_in(const LessonPackage& package, const std::string& file);

}  // namespace trainer::lessons
