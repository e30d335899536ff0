// From SDL's events to ours. Private to the module.
#pragma once

#include <SDL.h>

#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "engine/core/moment.h"
#include "engine/platform/clock.h"
#include "engine/platform/input.h"
#include "engine/platform/pen_source.h"

namespace engine::platform {

// SDL 2 stamps events when it reads them, which is a frame too late for press times. The raw X11 event
// comes just before each of them in the queue and carries the server's time.
class Translator {
 public:
  explicit Translator(ServerClock& clock) : server_clock_(&clock) {}
  // Nothing for events that mean nothing here. `pixels_per_unit`: drawable pixels to one window unit.
  std::optional<InputEvent> translate(const SDL_Event& event, double pixels_per_unit);

 private:
  struct Stamp {
    core::SteadyTime t_us;
    bool from_server;
  };
  Stamp take_stamp();
  void note_server_time(const SDL_SysWMEvent& event);
  PointerSample sample(Uint32 mouse, int x, int y, double pixels_per_unit);
  void hold(std::uint64_t what, bool down);
  KeyChanged key(const SDL_KeyboardEvent& event);

  ServerClock* server_clock_;
  std::optional<core::SteadyTime> pending_us_;
  Modifiers modifiers_;
  KeyChanged last_key_;  // that went down: the text that follows is its
  PointerSample last_;
};

// Marks the mouse events that only repeat a pen: set as SDL's event filter, for which the raw event that says
// whose they are is readable at no other time. Keeps what nobody reads out of the queue.
class EchoFilter {
 public:
  static constexpr Uint32 kEcho = 0xFFFFFFFE;  // `which` of such an event: SDL 3's id of a pen's mouse
  void listen_to(PenSource* pens) { pens_ = pens; }
  // Called before SDL's queue is full, which loses what comes then: a release among it. It has to empty it.
  void when_nearly_full(std::function<void()> empty) { empty_ = std::move(empty); }
  static int SDLCALL filter(void* self, SDL_Event* event);

 private:
  Uint32 whose(Uint32 mouse);
  void mark(SDL_MouseButtonEvent& event);
  void make_room();

  PenSource* pens_ = nullptr;
  // by button: a release is whose the press was, whatever came or went in between
  std::array<Uint32, 256> pressed_as_{};
  DeviceId source_ = kSystemMouse;  // of the mouse event that comes next
  std::function<void()> empty_;
  int since_counted_ = 0;  // events since the queue was last counted
};

}  // namespace engine::platform
