// A sheet lies on a scrim above the room below it. Escape and Enter put it away, unless it says otherwise.
#pragma once

#include "trainer/app/screen.h"

namespace trainer::app {

class Sheet : public Screen {
 public:
  Sheet() : Screen(Kind::Sheet) {}
  void place(const ui::Frame& frame) override { frame_ = frame; }
  [[nodiscard]] bool can(ui::Command command) const override {
    return command == ui::Command::Back || command == ui::Command::Proceed ||
           command == ui::Command::CloseSheet || command == ui::Command::KeepWorking;
  }
  Next act(const Order& order) override {
    static_cast<void>(order);
    return Pop{};
  }

 protected:
  ui::Frame frame_;
};

}  // namespace trainer::app
