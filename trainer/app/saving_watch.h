// When the window says that something is not saved, and when it may end.
#pragma once

#include <optional>

#include "engine/core/moment.h"
#include "trainer/app/saving.h"

namespace trainer::app {

class SavingWatch {
 public:
  [[nodiscard]] Saving& saving() { return saving_; }
  [[nodiscard]] const Saving& saving() const { return saving_; }

  // Somebody wants the program to end. It does once all is safe; where that takes long, it is asked.
  void want_end() { wanted_ = true; }
  [[nodiscard]] bool ended() const { return ended_; }

  struct Turn {
    bool closed = false;               // of saving.h
    bool redraw = false;               // what is said of saving has changed
    std::optional<ui::SavingWhy> ask;  // a sheet that shall come
  };
  // Once a turn of the loop.
  Turn turn(engine::core::SteadyTime now_us, bool needle_down, bool sheet);

  // What stands above every screen. It does not go at once, so that the picture does not jump with every
  // commit of a slow disk.
  [[nodiscard]] const std::optional<ui::BannerView>& banner() const { return banner_; }
  // The screens make room for it: not while a needle is in the skin, which would move under it.
  [[nodiscard]] bool room() const { return room_; }

 private:
  [[nodiscard]] std::optional<ui::BannerView> due(engine::core::SteadyTime now_us);

  Saving saving_;
  std::optional<ui::BannerView> banner_;
  engine::core::SteadyTime in_danger_us_{};  // when something was last not safe
  bool room_ = false, wanted_ = false, ended_ = false;
  std::optional<engine::core::SteadyTime> since_;  // the end is waited for
};

}  // namespace trainer::app
