// What is not saved, and what can be done: another folder, the same again, or on without. When all is saved
// it says so and waits: a key that was on its way to it must not reach the screen below. Only the end of the
// program, which has no screen below, goes on by itself. It may come by itself: a press that was meant for
// the skin presses nothing here (kSeenUs).
#pragma once

#include <optional>

#include "engine/core/moment.h"
#include "trainer/app/saving.h"
#include "trainer/app/sheets/sheet.h"
#include "trainer/app/sitting.h"

namespace trainer::app {

// How long it must have been on the screen before a pointer presses anything on it.
constexpr engine::core::Span kSeenUs{400'000};

class SavingSheet : public Sheet {
 public:
  // `then`: what was asked for of the screen below, to be done when all is saved or may be lost.
  SavingSheet(Saving& saving, ui::SavingWhy why, std::optional<ui::Command> then);

  Next act(const Order& order) override;
  Next tick(engine::core::SteadyTime now_us) override;
  void draw(ui::Ui& ui, Asked& asked) override;
  Next act_on(const ui::SavingIntents::One& intent);
  [[nodiscard]] ui::SavingView view() const;

 private:
  // What is not safe, of all that the sheet is about.
  [[nodiscard]] std::optional<ui::SavingFacts> facts() const;
  Next stay();
  Next go_unsaved();
  [[nodiscard]] Next onward() const;

  Saving* saving_;
  ui::SavingWhy why_;
  std::optional<ui::Command> then_;
  bool drawn_ = false, seen_ = false;
  std::optional<engine::core::SteadyTime> drawn_us_;  // when it was on the screen first
};

Opener saving_sheet(ui::SavingWhy why, std::optional<ui::Command> then = {});

// The question that comes before `then`, where not all of the work is safe: nothing where it is, or is on its
// way to the disk as always, or the question was answered before.
std::optional<Next> ask_saving(const Sitting& sitting, ui::SavingWhy why, ui::Command then);

}  // namespace trainer::app
