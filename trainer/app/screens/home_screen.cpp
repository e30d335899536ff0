#include "trainer/app/screens/home_screen.h"

#include <utility>

#include "trainer/app/home_cards.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/words/reading.h"

namespace trainer::app {

using ui::Command;

HomeScreen::HomeScreen(Reader& reader, Shelf& shelf, Attempts& attempts, const Saving& saving,
                       const Devices& devices, Preferences& preferences, bool patient)
    : reader_(&reader),
      shelf_(&shelf),
      attempts_(&attempts),
      saving_(&saving),
      devices_(&devices),
      preferences_(&preferences),
      patient_(patient) {}

// What was known last stands there until more is.
void HomeScreen::arrive(const std::string& said) {
  said_ = said;
  hurried_ = false;
  list();
  shelf_->refresh();
  attempts_->refresh();
}

void HomeScreen::list() {
  listed_ = {shelf_->version(), attempts_->version()};
  view_ = {.known = known(), .reading = view_.reading};
  follow_saving();
  view_.lessons = shelf_->cards();
  view_.problems = shelf_->problems();
  if (const auto trouble = preferences_->trouble(); !trouble.empty()) trouble_ = trouble;
  if (!trouble_.empty()) view_.problems.push_back(trouble_);
  for (auto& problem : attempts_->problems()) view_.problems.push_back(std::move(problem));
  if (!said_.empty()) view_.problems.push_back(said_);
  view_.go_on = continue_card(*attempts_);
  add_earlier_work(*attempts_, view_);
  minutes_.reset();
  minutes_due_ = true;
}

bool HomeScreen::can(Command command) const {
  return command == Command::Proceed || command == Command::KeepDevice;
}

Next HomeScreen::act(const Order& order) {
  if (order.command == Command::Proceed && view_.go_on)
    return act_on(ui::ContinueRecord{view_.go_on->record});
  // What comes next is not known before it is known whether work was broken off; then it is done.
  hurried_ = order.command == Command::Proceed && !view_.known;
  if (order.command == Command::Proceed && view_.known && !view_.lessons.empty())
    return act_on(ui::OpenLesson{view_.lessons.front().path});
  if (const auto& name = devices_->in_use().name;
      order.command == Command::KeepDevice && !preferences_->knows(name))
    preferences_->keep_device(name, {});
  return Stay{};
}

Next HomeScreen::act_on(const ui::HomeIntents::One& intent) {
  hurried_ = false;  // it was thought better of
  return std::visit(ui::Each{[&](Command command) -> Next { return act_or_pass(command); },
                             [&](const ui::OpenLesson& i) -> Next { return brief_of(*shelf_, i.path); },
                             [](const ui::ContinueRecord& i) -> Next { return continue_work(i.path); },
                             [](const ui::OpenReview& i) -> Next { return review_of(i.record); }},
                    intent);
}

bool HomeScreen::follow_lists(engine::core::SteadyTime now_us) {
  if (patient_) {
    shelf_->wait();
    attempts_->wait();
  }
  shelf_->follow();
  attempts_->follow(now_us);
  const bool more = listed_ != std::pair(shelf_->version(), attempts_->version());
  if (more) list();
  if (!unknown_since_) unknown_since_ = now_us;
  const bool slow = !known() && now_us - *unknown_since_ >= kAtOnce;
  if (known()) unknown_since_.reset();
  const bool said = std::exchange(view_.reading, slow ? words::reading_lists() : "") != view_.reading;
  return more || said;
}

// How long lessons take is worked out once they are on the screen.
bool HomeScreen::follow_minutes() {
  if (minutes_due_ && drawn_) {
    auto paths = shelf_->without_minutes();
    if (!paths.empty()) minutes_.emplace(*reader_, std::move(paths));
    minutes_due_ = false;
  }
  if (!minutes_) return false;
  const auto known = patient_ ? minutes_->wait() : minutes_->collect();
  if (!known) return false;
  shelf_->know_minutes(*known);
  for (auto& card : view_.lessons)
    if (const auto words = known->find(card.path); words != known->end()) card.minutes = words->second;
  minutes_.reset();
  return true;
}

bool HomeScreen::follow_saving() {
  auto now = unsaved_work(*saving_);
  return std::exchange(view_.unsaved, now) != now;
}

Next HomeScreen::tick(engine::core::SteadyTime now_us) {
  const bool lists = follow_lists(now_us), minutes = follow_minutes(), saving = follow_saving();
  if (hurried_ && view_.known) return act({.command = Command::Proceed});
  return Stay{.redraw = lists || minutes || saving};
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
