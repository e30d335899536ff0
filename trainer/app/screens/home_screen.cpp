#include "trainer/app/screens/home_screen.h"

#include <utility>

#include "trainer/app/home_cards.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/work_screen.h"

namespace trainer::app {

using ui::Command;

HomeScreen::HomeScreen(Shelf& shelf, library::AttemptIndex& attempts, const Devices& devices,
                       Preferences& preferences, std::function<void()> wake, bool patient)
    : shelf_(&shelf),
      attempts_(&attempts),
      devices_(&devices),
      preferences_(&preferences),
      wake_(std::move(wake)),
      patient_(patient) {}

void HomeScreen::arrive(const std::string& said) {
  said_ = said;
  list();
}

void HomeScreen::list() {
  view_ = {};
  shelf_->refresh();
  view_.lessons = shelf_->cards();
  view_.problems = shelf_->problems();
  if (const auto trouble = preferences_->trouble(); !trouble.empty()) view_.problems.push_back(trouble);
  const auto& attempts = attempts_->refresh();
  if (!said_.empty()) view_.problems.push_back(said_);
  view_.go_on = continue_card(attempts);
  add_earlier_work(attempts, view_);
  minutes_.reset();
  minutes_due_ = true;
}

bool HomeScreen::can(Command command) const {
  return command == Command::Proceed || command == Command::KeepDevice;
}

Next HomeScreen::act(const Order& order) {
  if (order.command == Command::Proceed && view_.go_on)
    return act_on(ui::ContinueRecord{view_.go_on->record});
  if (order.command == Command::Proceed && !view_.lessons.empty())
    return act_on(ui::OpenLesson{view_.lessons.front().path});
  if (const auto& name = devices_->in_use().name;
      order.command == Command::KeepDevice && !preferences_->knows(name))
    preferences_->keep_device(name, {});
  return Stay{};
}

Next HomeScreen::act_on(const ui::HomeIntents::One& intent) {
  return std::visit(ui::Each{[&](Command command) -> Next { return act_or_pass(command); },
                             [&](const ui::OpenLesson& i) -> Next { return brief_of(*shelf_, i.path); },
                             [](const ui::ContinueRecord& i) -> Next { return continue_work(i.path); },
                             [](const ui::OpenReview& i) -> Next { return review_of(i.record); }},
                    intent);
}

// How long lessons take is worked out once they are on the screen.
Next HomeScreen::tick(engine::core::SteadyTime) {
  if (attempts_->take_closed()) {
    list();
    return Stay{.redraw = true};
  }
  if (minutes_due_ && drawn_) {
    auto paths = shelf_->without_minutes();
    if (!paths.empty()) minutes_.emplace(std::move(paths), wake_);
    minutes_due_ = false;
  }
  if (!minutes_) return Stay{};
  const auto known = patient_ ? minutes_->wait() : minutes_->collect();
  if (!known) return Stay{};
  shelf_->know_minutes(*known);
  for (auto& card : view_.lessons)
    if (const auto words = known->find(card.path); words != known->end()) card.minutes = words->second;
  minutes_.reset();
  return Stay{.redraw = true};
}

void HomeScreen::draw(ui::Ui& ui, Asked& asked) {
  drawn_ = true;
  view_.device = devices_->label();
  view_.device_new = !preferences_->knows(devices_->in_use().name);
  ui::HomeIntents intents;
  ui::draw_home(ui, layout_, view_, intents);
  ask(intents, *this, asked);
}

}  // namespace trainer::app
