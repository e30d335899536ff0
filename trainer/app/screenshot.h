// What the window shows, read back, and the canvas of a new frame.
#pragma once

#include "engine/render/image.h"

namespace trainer::app {

void clear_window(int width, int height);
engine::render::Image read_window(int width, int height);

}  // namespace trainer::app
