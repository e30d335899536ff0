// Words beneath pictures.
#pragma once

#include <imgui.h>

#include <memory>
#include <string>

#include "engine/core/result.h"
#include "engine/render/image.h"

namespace bench {

class Captions {
 public:
  // Error: no font is installed; names the packages.
  static engine::core::Result<Captions> make(float em_px);
  // One line, black, its upper left corner at (x, y); cut off after `width` px.
  void write(engine::render::Image& on, int x, int y, int width, const std::string& text) const;

 private:
  Captions() = default;
  std::unique_ptr<ImFontAtlas> atlas_ = std::make_unique<ImFontAtlas>();
  ImFont* font_ = nullptr;
  const unsigned char* coverage_ = nullptr;  // of the atlas
  int width_ = 0, height_ = 0;
};

}  // namespace bench
