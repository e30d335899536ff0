#include "trainer/app/screen_stack.h"

#include <utility>

#include "engine/platform/clock.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/sheets/about_sheet.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/help_sheet.h"
#include "trainer/app/sheets/saving_sheet.h"
#include "trainer/app/sheets/settings_sheet.h"

namespace trainer::app {

namespace platform = engine::platform;
using engine::core::fail;
using engine::core::Result;
using platform::Key;
using ui::Command;

namespace {

// What is told to the room below a sheet too: where the pointer is, and what lets go.
bool reaches_below(const platform::InputEvent& event) {
  return !std::holds_alternative<platform::PointerPressed>(event) &&
         !std::holds_alternative<platform::WheelTurned>(event);
}

}  // namespace

std::size_t ScreenStack::room_index() const {
  std::size_t i = screens_.size() - 1;
  while (i > 0 && screens_[i]->kind() == Screen::Kind::Sheet) --i;
  return i;
}

// ---- what lies on top

void ScreenStack::begin(std::unique_ptr<Screen> home) {
  screens_.push_back(std::move(home));
}

void ScreenStack::arrive(const std::string& said) {
  host_->focus().at = 0;
  top().place(host_->frame());
  top().arrive(said);
}

Result<void> ScreenStack::push(const Opener& open) {
  House house = host_->house();
  auto made = open(house);
  while (made) {
    auto* waiting = dynamic_cast<WaitScreen*>(made->get());
    if (waiting == nullptr) break;
    made = waiting->wait()(house);
  }
  if (!made) return fail(made.error());
  screens_.push_back(std::move(*made));
  arrive({});
  return {};
}

void ScreenStack::open(const Opener& open, const std::string& announce, bool instead) {
  if (!announce.empty()) host_->announce(announce);
  House house = host_->house();
  auto made = open(house);
  if (!announce.empty()) host_->drop_input();
  if (!made) return top().arrive(engine::core::describe(made.error()));
  if (instead) screens_.pop_back();
  screens_.push_back(std::move(*made));
  arrive({});
}

void ScreenStack::close(const Pop& pop) {
  if (screens_.size() > 1) screens_.pop_back();
  arrive(pop.said);
  if (pop.then) order({.command = *pop.then, .t_us = now_us_});
}

void ScreenStack::show_sheet(const Opener& open) {
  this->open(open, {}, sheet());
}

void ScreenStack::follow(const Next& next) {
  std::visit(ui::Each{[&](const Stay& stay) {
                        if (stay.redraw) host_->redraw();
                        if (!stay.said.empty()) top().arrive(stay.said);
                      },
                      [&](const Push& push) { open(push.open, push.announce, false); },
                      [&](const Replace& replace) { open(replace.open, replace.announce, true); },
                      [&](const Pop& pop) { close(pop); },
                      [&](const Rescale& to) {
                        if (auto done = host_->rescale(to.scale); !done) top().arrive(done.error().message);
                      },
                      [&](const Pass& pass) { static_cast<void>(act_for_all({.command = pass.command})); },
                      [&](const Quit&) { host_->quit(); }},
             next);
}

// A screen that has gone is not asked for the rest.
void ScreenStack::follow_all(const Asked& asked) {
  for (const auto& what : asked) {
    const Next next = what();
    follow(next);
    if (!std::holds_alternative<Stay>(next)) return;
  }
}

void ScreenStack::tick(engine::core::SteadyTime now_us) {
  now_us_ = now_us;
  for (std::size_t i = room_index(); i < screens_.size(); ++i) {
    const Next next = screens_[i]->tick(now_us_);
    if (std::holds_alternative<Stay>(next)) {
      follow(next);
      continue;
    }
    screens_.resize(i + 1);  // a room that goes takes the sheets above it along
    return follow(next);
  }
}

Result<void> ScreenStack::graphics(Graphics now) {
  for (auto screen = screens_.rbegin(); screen != screens_.rend(); ++screen)
    if (auto done = (*screen)->graphics(now); !done) return done;
  return {};
}

// ---- input

void ScreenStack::handle(const platform::InputEvent& event) {
  if (const auto* key = std::get_if<platform::KeyChanged>(&event)) return handle_key(*key);
  if (std::holds_alternative<platform::CloseAsked>(event)) {  // home offers to go on with what is saved
    static_cast<void>(room().take(platform::WindowHidden{platform::steady_us()}));
    return host_->quit();
  }
  if (sheet() && reaches_below(event)) static_cast<void>(room().take(event));
  follow(top().take(event));
}

void ScreenStack::handle_key(const platform::KeyChanged& key) {
  const bool left_handed = host_->house().preferences.now().left_handed;
  if (!key.down) {
    for (const auto& end : ui::endings(key, left_handed))
      follow(room().act({.command = end.command, .down = false, .t_us = key.t_us}));
    return;
  }
  ui::Focus& focus = host_->focus();
  if (key.key == Key::Enter && focus.at != 0) {
    focus.press = true;
    return;
  }
  if (key.key == Key::Escape && focus.at != 0) {
    focus.at = 0;
    return;
  }
  for (const auto& meaning : ui::meanings(key, left_handed)) {
    const Order order{.command = meaning.command, .number = meaning.number, .t_us = key.t_us};
    if (top().can(meaning.command)) return follow(top().act(order));
    if (act_for_all(order)) return;
  }
}

void ScreenStack::order(const Order& order) {
  if (top().can(order.command))
    follow(top().act(order));
  else
    static_cast<void>(act_for_all(order));
}

bool ScreenStack::act_for_all(const Order& order) {
  if (host_->house().feel.needle_down()) return false;
  switch (order.command) {
    case Command::OpenHelp:
      show_sheet(help_sheet());
      return true;
    case Command::OpenSettings:
      show_sheet(settings_sheet());
      return true;
    case Command::OpenAbout:
      show_sheet(about_sheet());
      return true;
    case Command::OpenSaving:
      show_sheet(saving_sheet(ui::SavingWhy::Look));
      return true;
    case Command::OpenDeviceCheck:
      show_sheet(device_check_sheet().open);
      return true;
    case Command::RepeatFirstRun:
      screens_.resize(1);
      follow(first_minutes());
      return true;
    default:
      return act_on_window(order.command);
  }
}

bool ScreenStack::act_on_window(Command command) {
  switch (command) {
    case Command::FocusNext:
    case Command::FocusBack:
      host_->focus().move(command == Command::FocusNext ? 1 : -1);
      return true;
    case Command::FullScreen:
      host_->toggle_full_screen();
      return true;
    case Command::Quit:
      host_->quit();
      return true;
    default:
      return false;
  }
}

}  // namespace trainer::app
