// A stack of screens without a window: its host, and a screen that writes down what is asked of it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/trainer/app/work.h"
#include "trainer/app/screen_stack.h"

namespace rooms {

// A screen that writes down what is asked of it.
class Dummy : public app::Screen {
 public:
  Dummy(std::string name, std::vector<std::string>& log, Kind kind = Kind::Room)
      : Screen(kind), name_(std::move(name)), log_(&log) {}
  ~Dummy() override { note("gone"); }
  void arrive(const std::string& said) override { note(said.empty() ? "arrives" : "arrives: " + said); }
  void place(const ui::Frame&) override { placed = true; }
  app::Next take(const platform::InputEvent& event) override {
    note("event " + std::to_string(event.index()));
    return answer();
  }
  [[nodiscard]] bool can(ui::Command command) const override { return command == able; }
  app::Next act(const app::Order& order) override {
    note((order.down ? "does " : "ends ") + std::to_string(static_cast<int>(order.command)));
    return answer();
  }
  app::Next tick(engine::core::SteadyTime) override {
    note("tick");
    return answer();
  }
  void draw(ui::Ui&, app::Asked&) override {}
  [[nodiscard]] bool moving() const override { return moves; }
  engine::core::Result<void> graphics(app::Graphics now) override {
    note(now == app::Graphics::Lost ? "lost" : "back");
    return {};
  }

  ui::Command able = ui::Command::Onward;
  app::Next next = app::Stay{};
  bool moves = false, placed = false;

 private:
  void note(const std::string& what) { log_->push_back(name_ + " " + what); }
  app::Next answer() { return std::exchange(next, app::Stay{}); }

  std::string name_;
  std::vector<std::string>* log_;
};

struct Hosted final : app::ScreenStack::Host {
  Household home{{plain_lesson()}};
  std::vector<std::string> log;
  ui::Focus focus_now;
  int redraws = 0, dropped = 0, full_screens = 0;
  bool gone = false, cannot_rescale = false;
  double scale = 1.0;
  app::ScreenStack stack{*this};

  app::House house() override { return home.house(); }
  [[nodiscard]] ui::Frame frame() const override { return kFrame; }
  ui::Focus& focus() override { return focus_now; }
  void announce(const std::string& what) override { log.push_back("announced " + what); }
  void drop_input() override { ++dropped; }
  void redraw() override { ++redraws; }
  engine::core::Result<void> rescale(double to) override {
    if (cannot_rescale) return engine::core::fail("no fonts");
    scale = to;
    return {};
  }
  void toggle_full_screen() override { ++full_screens; }
  void quit() override { gone = true; }

  app::Opener opener(const std::string& name, app::Screen::Kind kind = app::Screen::Kind::Room) {
    return [this, name, kind](app::House&) { return std::make_unique<Dummy>(name, log, kind); };
  }
  app::Opener sheet(const std::string& name) { return opener(name, app::Screen::Kind::Sheet); }
  // What was asked for is read, and has been taken.
  void read() {
    home.reader.wait();
    stack.tick(kNow);
  }
  Dummy& begin() {
    stack.begin(std::make_unique<Dummy>("home", log));
    stack.arrive({});
    return top();
  }
  Dummy& put(const app::Opener& open) {
    REQUIRE(stack.push(open));
    return top();
  }
  Dummy& top() { return dynamic_cast<Dummy&>(stack.top()); }
  [[nodiscard]] bool wrote(const std::string& line) const {
    return std::find(log.begin(), log.end(), line) != log.end();
  }
  template <class S>
  [[nodiscard]] bool shows() const {
    return dynamic_cast<S*>(&stack.top()) != nullptr;
  }
};

}  // namespace rooms
