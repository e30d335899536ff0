#include "trainer/app/screenshot.h"

#include <algorithm>

#include "engine/gl/api.h"
#include "trainer/store/outputs.h"

namespace trainer::app {

void clear_window(int width, int height) {
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, width, height);
  glClearColor(0.0F, 0.0F, 0.0F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
}

engine::render::Image read_window(int width, int height) {
  engine::render::Image image{width, height, {}};
  const auto row = static_cast<std::size_t>(width) * 4;
  image.rgba.resize(row * static_cast<std::size_t>(height));
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
  const auto at = [&](int y) {
    return image.rgba.begin() + static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(y));
  };
  for (int y = 0; y < height / 2; ++y)
    std::swap_ranges(at(y), at(y) + static_cast<std::ptrdiff_t>(row), at(height - 1 - y));
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
  return image;
}

engine::core::Result<void> save_picture(const engine::render::Image& image, const std::string& path) {
  const auto bytes = engine::render::png_of(image);
  if (!bytes) return engine::core::fail(bytes.error());
  return store::write_output(path, {reinterpret_cast<const char*>(bytes->data()), bytes->size()});
}

}  // namespace trainer::app
