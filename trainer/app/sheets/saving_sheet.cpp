#include "trainer/app/sheets/saving_sheet.h"

#include "trainer/app/house.h"

namespace trainer::app {

using ui::Command;
using ui::SavingWhy;

SavingSheet::SavingSheet(Saving& saving, SavingWhy why, std::optional<Command> then)
    : saving_(&saving), why_(why), then_(then) {
  saving_->look_for_places();
}

Opener saving_sheet(SavingWhy why, std::optional<Command> then) {
  return [why, then](House& house) { return std::make_unique<SavingSheet>(house.saving, why, then); };
}

std::optional<Next> ask_saving(const Sitting& sitting, SavingWhy why, Command then) {
  auto& recording = *sitting.recording();
  const bool risked = recording.take_risk();
  if (risked || !in_danger(recording.saved())) return std::nullopt;
  return Push{saving_sheet(why, then)};
}

ui::SavingView SavingSheet::view() const {
  return ui::make_saving_view(facts(), saving_->places(), why_);
}

std::optional<ui::SavingFacts> SavingSheet::facts() const {
  return why_ == SavingWhy::Begin ? saving_->facts_of_beginning() : saving_->facts();
}

Next SavingSheet::onward() const {
  if (why_ == SavingWhy::Quit) return Quit{};
  return Pop{.then = then_};
}

Next SavingSheet::tick(engine::core::SteadyTime now_us) {
  if (drawn_ && !drawn_us_) drawn_us_ = now_us;
  seen_ = drawn_us_ && now_us - *drawn_us_ >= kSeenUs;
  return why_ == SavingWhy::Quit && !facts() ? Next{Quit{}} : Next{Stay{}};
}

// Escape stays, and so does Enter while something is not safe: nothing is lost by a key that was meant for
// something else. Once all is saved, Enter and whatever else was chosen go on.
Next SavingSheet::act(const Order& order) {
  if (!facts()) return order.command == Command::Back ? Next{Pop{}} : onward();
  return order.command == Command::GoUnsaved ? go_unsaved() : stay();
}

Next SavingSheet::stay() {
  if (why_ != SavingWhy::Begin) return Pop{};
  saving_->give_up_beginning();  // nothing was done in it yet
  return Pop{.then = Command::LeaveAndKeep};
}

Next SavingSheet::go_unsaved() {
  switch (why_) {
    case SavingWhy::Begin:
      saving_->practise();
      return Pop{};
    case SavingWhy::Quit:
      saving_->give_up();
      return Quit{};
    default:
      saving_->risk();
      return onward();
  }
}

Next SavingSheet::act_on(const ui::SavingIntents::One& intent) {
  return std::visit(ui::Each{[&](Command command) -> Next { return act({.command = command}); },
                             [&](const ui::KeepIn& i) -> Next {
                               saving_->keep_in(i.folder);
                               return Stay{.redraw = true};
                             }},
                    intent);
}

void SavingSheet::draw(ui::Ui& ui, Asked& asked) {
  ui::SavingIntents intents;
  ui.keys_only = !seen_;
  ui::draw_saving(ui, frame_, view(), intents);
  ui.keys_only = false;
  drawn_ = true;
  ask(intents, *this, asked);
}

}  // namespace trainer::app
