// The screens that are open, and which of them an event or an order is for. No window: what only a window can
// do is asked of the host.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/moment.h"
#include "trainer/app/house.h"
#include "trainer/app/screen.h"

namespace trainer::app {

class ScreenStack {
 public:
  class Host {
   public:
    virtual ~Host() = default;
    virtual House house() = 0;
    [[nodiscard]] virtual ui::Frame frame() const = 0;
    virtual ui::Focus& focus() = 0;
    virtual void announce(const std::string& what) = 0;  // one frame with a sentence
    virtual void drop_input() = 0;                       // what was pressed while nothing could answer
    virtual void redraw() = 0;                           // one frame more
    virtual engine::core::Result<void> rescale(double scale) = 0;
    virtual void toggle_full_screen() = 0;
    virtual void quit() = 0;
  };
  // `host` must outlive it.
  explicit ScreenStack(Host& host) : host_(&host) {}

  // The lowest, which never goes. It has not arrived: something may come above it at once.
  void begin(std::unique_ptr<Screen> home);
  void arrive(const std::string& said);  // it lies on top, and is told
  // At the start, for what was asked for by name: waits for what is read.
  engine::core::Result<void> push(const Opener& open);
  void show_sheet(const Opener& open);  // one sheet at a time: in place of one that is open
  void clear() { screens_.clear(); }

  [[nodiscard]] Screen& top() const { return *screens_.back(); }
  [[nodiscard]] Screen& room() const { return *screens_[room_index()]; }  // only sheets lie above it
  [[nodiscard]] bool sheet() const { return top().kind() == Screen::Kind::Sheet; }
  [[nodiscard]] bool moving() const { return top().moving() || room().moving(); }

  void handle(const engine::platform::InputEvent& event);
  void tick(engine::core::SteadyTime now_us);
  void follow(const Next& next);
  void follow_all(const Asked& asked);
  // From the top: the picture is of what is seen.
  engine::core::Result<void> graphics(Graphics now);

 private:
  [[nodiscard]] std::size_t room_index() const;
  void open(const Opener& open, const std::string& announce, bool instead);
  void close(const Pop& pop);
  void handle_key(const engine::platform::KeyChanged& key);
  void order(const Order& order);
  bool act_for_all(const Order& order);  // what means the same on every screen
  bool act_on_window(ui::Command command);

  Host* host_;
  std::vector<std::unique_ptr<Screen>> screens_;  // home is the lowest
  engine::core::SteadyTime now_us_;               // of this turn
};

}  // namespace trainer::app
