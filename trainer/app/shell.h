// The window program: one loop that takes input, lets the screen on top act, and draws when something
// changed. The shell owns window, GL, settings, devices and sound; all else belongs to the screens on its
// stack.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "trainer/app/house.h"
#include "trainer/app/imgui_host.h"
#include "trainer/app/screen.h"
#include "trainer/app/testimony.h"
#include "trainer/app/ui_pointer.h"

namespace trainer::app {

class Shell {
 public:
  // Error: no window, no driver, profile in use, nothing to show.
  static engine::core::Result<std::unique_ptr<Shell>> make(const Options& options);
  engine::core::Result<void> run();

 private:
  Shell(Options options, engine::platform::Window window, canvas::Picture picture, store::Profile profile);

  // ---- the stack (shell_stack.cpp)
  [[nodiscard]] Screen& top() { return *stack_.back(); }
  [[nodiscard]] std::size_t room() const;  // the topmost; only sheets lie above it
  engine::core::Result<void> open_first_screens();
  engine::core::Result<void> push(const Opener& open);
  void open(const Opener& open, const std::string& announce, bool instead);
  void close(const Pop& pop);
  void show_sheet(const Opener& open);
  void follow(const Next& next);
  void follow_all(const Asked& asked);
  void rescale(double scale);

  // ---- input (shell_input.cpp)
  bool handle(
      const engine::platform::InputEvent& event);  // true: the interface must see it before what comes after
  void handle_key(const engine::platform::KeyChanged& key);
  void order(const Order& order);
  bool act_for_all(const Order& order);  // what means the same on every screen
  void drop_input();                     // what was pressed while nothing could answer

  // ---- loop and frame (shell.cpp)
  void take_waiting(bool busy);
  void tick();
  void frame();
  void announce(const std::string& what);  // one frame with a sentence, before something that takes seconds
  engine::core::Result<void> after_frame();
  engine::core::Result<void> renew_graphics();  // everything in the GL context, after it was lost
  void testify(bool rest);
  void print_start();  // once, when the first frame is on the screen and nothing is still to come
  [[nodiscard]] ui::Frame frame_rect() const;
  [[nodiscard]] House house();

  Options options_;
  engine::platform::Window window_;
  std::unique_ptr<ImguiHost> imgui_;  // before it: window_ holds the context
  canvas::Picture picture_;
  store::Profile profile_;
  Preferences preferences_;
  Devices devices_;
  Feel feel_;  // after window_: its sound is closed before that
  Shelf shelf_;
  library::AttemptIndex attempts_;
  ui::Ui ui_;
  UiPointer pointer_;
  Testimony testimony_;
  std::vector<std::unique_ptr<Screen>> stack_;  // home is the lowest
  std::deque<engine::platform::InputEvent> waiting_;
  std::int64_t now_us_ = 0;  // of this turn
  int frames_wanted_ = 3, frames_drawn_ = 0;
  std::optional<std::int64_t> first_frame_us_, picture_us_;  // since the start of the process
  bool quit_ = false;
};

}  // namespace trainer::app
