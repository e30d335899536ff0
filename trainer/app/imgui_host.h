// Dear ImGui without a windowing backend: its input is fed from ours.
#pragma once

#include <cstdint>
#include <memory>

#include "engine/core/moment.h"
#include "engine/core/result.h"
#include "engine/platform/input.h"
#include "engine/platform/window.h"
#include "trainer/ui/kit/fonts.h"

namespace trainer::app {

class ImguiHost {
 public:
  // Needs a current GL context, and so does destruction. `files`: read already; null: they are read now.
  // Error: the fonts cannot be read.
  static engine::core::Result<std::unique_ptr<ImguiHost>> make(
      float scale, std::shared_ptr<const ui::FontFiles> files = nullptr);
  ~ImguiHost();
  ImguiHost(const ImguiHost&) = delete;
  ImguiHost& operator=(const ImguiHost&) = delete;

  // Builds fonts and style anew for another scale, of the same files.
  engine::core::Result<void> set_scale(float scale);
  [[nodiscard]] const ui::Fonts& fonts() const { return fonts_; }
  [[nodiscard]] const std::shared_ptr<const ui::FontFiles>& files() const { return files_; }

  void move(engine::geometry::Vec2 px);
  void leave();
  void press(engine::platform::Button button, bool down);
  void wheel(double notches);
  void begin(engine::platform::PixelSize size, engine::core::SteadyTime now_us);
  void end();  // draws into the current framebuffer

 private:
  ImguiHost() = default;
  std::shared_ptr<const ui::FontFiles> files_;
  ui::Fonts fonts_;
  engine::core::SteadyTime last_us_{};
  bool down_[3] = {}, pressed_[3] = {};  // a press that was released before the frame still counts
};

}  // namespace trainer::app
