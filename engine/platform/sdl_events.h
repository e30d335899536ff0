// From SDL's events to ours. Private to the module.
#pragma once

#include <SDL.h>

#include <optional>

#include "engine/platform/clock.h"
#include "engine/platform/input.h"

namespace engine::platform {

// SDL 2 stamps events when it reads them, which is a frame too late for press times. The raw X11 event
// comes just before each of them in the queue and carries the server's time.
class Translator {
 public:
  // Nothing for events that mean nothing here. `pixels_per_unit`: drawable pixels to one window unit.
  std::optional<InputEvent> translate(const SDL_Event& event, double pixels_per_unit);
  void settle() { server_clock_.settle(); }

 private:
  struct Stamp { std::int64_t t_us; bool from_server; };
  Stamp take_stamp();
  void note_server_time(const SDL_SysWMEvent& event);
  PointerSample sample(int x, int y, double pixels_per_unit);
  KeyChanged key(const SDL_KeyboardEvent& event);

  ServerClock server_clock_;
  std::optional<std::int64_t> pending_us_;
  Modifiers modifiers_;
  PointerSample last_;
};

}  // namespace engine::platform
