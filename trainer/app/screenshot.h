// What the window shows, read back, and the canvas of a new frame.
#pragma once

#include <string>

#include "engine/core/result.h"
#include "engine/render/image.h"

namespace trainer::app {

void clear_window(int width, int height);
engine::render::Image read_window(int width, int height);

// As store::write_output: whole or not at all. Error: names the file.
engine::core::Result<void> save_picture(const engine::render::Image& image, const std::string& path);

}  // namespace trainer::app
