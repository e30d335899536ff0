// The one window, its GL context and its input. SDL2 stays behind this header. Lives on the main thread.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "engine/core/result.h"
#include "engine/platform/input.h"

namespace engine::platform {

struct WindowOptions {
  std::string title = "SMP Trainer";
  int width = 1280;  // window units: pixels, but points where the system scales windows itself
  int height = 800;
};

struct PixelSize {
  int width = 0, height = 0;  // px of the drawable
  bool operator==(const PixelSize&) const = default;
};

class Window {
 public:
  // With a GL context of version `major.minor` core, made current, swapping with the screen. Errors: no
  // display; no such context, naming the version found and the version needed.
  static core::Result<Window> open(const WindowOptions& options, int gl_major, int gl_minor);
  Window(Window&&) noexcept;
  Window& operator=(Window&&) noexcept;
  ~Window();

  [[nodiscard]] PixelSize pixels() const;
  [[nodiscard]] double display_scale()
      const;  // 1..3 in quarters, from the screen's dots per inch; 1 when unknown
  // Presses carry the display server's time (X11). Where they do not, depth must not be judged from them.
  [[nodiscard]] bool timed_presses() const;

  // How pointers are read, for the person: "X11, XInput 2", "XWayland, XInput 2", "Wayland", ...
  [[nodiscard]] std::string path() const;

  // Everything that happened, oldest first; waits up to `longest` for the first of it. Pens come with all
  // their samples since the last call, the system's mouse events that only repeat them marked as echoes.
  std::vector<InputEvent> wait(std::chrono::milliseconds longest);
  // Ends a wait early (within 50 ms); the only call allowed from another thread, also once the window has
  // gone.
  static void wake();
  // No contact is going on: the server's clock may be matched anew (ServerClock::settle).
  void settle_clock();
  // The pointer may not leave the window, for tests: every reader must live with what a grab does.
  void grab(bool on);
  [[nodiscard]] unsigned long native() const;  // X11's number of the window; 0 elsewhere

  // Throws the GL context away and makes another of the same version, current; nothing of the old one is
  // left. Error: as open.
  core::Result<void> renew_context();

  void show_cursor(bool show);
  void toggle_full_screen();
  void swap();
  static void (*load_gl(const char* name))();

 private:
  struct State;
  explicit Window(std::unique_ptr<State> state);
  static core::Result<void> make_context(State& state);
  std::unique_ptr<State> state_;
};

}  // namespace engine::platform
