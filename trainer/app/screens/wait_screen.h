// Stands there while a record is opened on another thread: the picture goes on, whatever the disk does.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <string>

#include "trainer/app/screen.h"
#include "trainer/app/sitting.h"

namespace trainer::app {

class WaitScreen : public Screen {
 public:
  using Sat = engine::core::Result<std::unique_ptr<Sitting>>;
  using Then = std::function<engine::core::Result<std::unique_ptr<Screen>>(Sat, House&)>;
  // `work` opens it, on a thread of its own; `then` makes the screen that comes in this one's place.
  WaitScreen(std::function<Sat()> work, std::string words, Then then);

  void arrive(const std::string& said) override { failed_ = said; }
  void place(const ui::Frame& frame) override { frame_ = frame; }
  [[nodiscard]] bool can(ui::Command) const override { return false; }
  Next act(const Order&) override { return Stay{}; }
  Next tick(engine::core::SteadyTime now_us) override;
  [[nodiscard]] bool moving() const override { return true; }
  void draw(ui::Ui& ui, Asked& asked) override;
  Next wait();  // for it; once

 private:
  std::future<Sat> opening_;
  std::string words_, failed_;
  Then then_;
  ui::Frame frame_;
};

}  // namespace trainer::app
