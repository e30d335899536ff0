// The window program: one loop that takes input, lets the screen on top act, and draws when something
// changed. The shell owns window, GL, settings, devices and sound; all else belongs to the screens on its
// stack.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "engine/core/moment.h"
#include "trainer/app/house.h"
#include "trainer/app/imgui_host.h"
#include "trainer/app/saving_watch.h"
#include "trainer/app/screen_stack.h"
#include "trainer/app/testimony.h"
#include "trainer/app/ui_pointer.h"

namespace trainer::app {

class Shell : private ScreenStack::Host {
 public:
  // Error: no window, no driver, profile in use, nothing to show.
  static engine::core::Result<std::unique_ptr<Shell>> make(const Options& options);
  engine::core::Result<void> run();
  [[nodiscard]] const Saving& saving() const { return saving_.saving(); }

 private:
  Shell(Options options, engine::platform::Window window, canvas::Picture picture, store::Profile profile);
  engine::core::Result<void> open_first_screens();

  // ---- what the stack asks of the window (shell_host.cpp)
  House house() override;
  [[nodiscard]] ui::Frame frame() const override;
  ui::Focus& focus() override { return ui_.focus; }
  void announce(const std::string& what) override;
  void drop_input() override;
  void redraw() override;
  engine::core::Result<void> rescale(double scale) override;
  void toggle_full_screen() override { window_.toggle_full_screen(); }
  void quit() override { saving_.want_end(); }

  // ---- loop and frame (shell.cpp)
  void take_waiting(bool busy);
  // true: the interface must see it before what comes after
  bool handle(const engine::platform::InputEvent& event);
  void tick();
  void follow_saving();
  void draw();
  void draw_banner(Asked& asked);
  engine::core::Result<void> fit_scale();  // the scale yields to the window
  engine::core::Result<void> after_frame();
  engine::core::Result<void> renew_graphics();  // everything in the GL context, after it was lost
  void testify(bool rest);
  void print_start();  // once, when the first frame is on the screen and nothing is still to come

  struct Frames {
    int wanted = 3, drawn = 0;
    std::optional<std::string> refused;  // why those of what was asked for by name do not come
    std::optional<engine::core::Span> first_us, picture_us;  // since the start of the process
  };

  Options options_;
  // First, whatever has to do with disks: once the window is gone, what is on its way still gets there.
  SavingWatch saving_;
  store::Profile profile_;
  Reader reader_;
  engine::platform::Window window_;
  std::unique_ptr<ImguiHost> imgui_;  // before it: window_ holds the context
  canvas::Picture picture_;
  Preferences preferences_;
  Devices devices_;
  Feel feel_;  // after window_: its sound is closed before that
  Shelf shelf_;
  Attempts attempts_;
  ui::Ui ui_;
  float asked_scale_ = 1.0F;  // ui_ has as much of it as the window allows
  UiPointer pointer_;
  Testimony testimony_;
  ScreenStack stack_{*this};
  std::deque<engine::platform::InputEvent> waiting_;
  engine::core::SteadyTime now_us_{};  // of this turn
  Frames frames_;
};

}  // namespace trainer::app
