#include "engine/platform/sdl_events.h"

#include <SDL_syswm.h>

#include "engine/platform/keyboard.h"
#include "engine/platform/x11_pens.h"

namespace engine::platform {

namespace {

Modifiers modifiers_of(unsigned state) {
  return {
      .shift = (state & KMOD_SHIFT) != 0, .ctrl = (state & KMOD_CTRL) != 0, .alt = (state & KMOD_ALT) != 0};
}

Button button(Uint8 number) {
  switch (number) {
    case SDL_BUTTON_LEFT:
      return Button::Left;
    case SDL_BUTTON_MIDDLE:
      return Button::Middle;
    case SDL_BUTTON_RIGHT:
      return Button::Right;
    default:
      return Button::Other;
  }
}

constexpr std::uint64_t kHeldButton = 1ULL << 40U, kHeldKey = 1ULL << 41U;

}  // namespace

void Translator::note_server_time(const SDL_SysWMEvent& event) {
  if (event.msg == nullptr || event.msg->subsystem != SDL_SYSWM_X11) return;
  const XEvent& raw = event.msg->msg.x11.event;
  std::optional<Time> stamp;
  if (raw.type == ButtonPress || raw.type == ButtonRelease) stamp = raw.xbutton.time;
  if (raw.type == MotionNotify) stamp = raw.xmotion.time;
  if (raw.type == KeyPress || raw.type == KeyRelease) stamp = raw.xkey.time;
  if (stamp) pending_us_ = server_clock_->to_steady_us(static_cast<std::uint32_t>(*stamp), steady_us());
}

Translator::Stamp Translator::take_stamp() {
  if (!pending_us_) return {steady_us(), false};
  return {*pending_us_, true};
}

// From here to its end a press is measured by one offset.
void Translator::hold(std::uint64_t what, bool down) {
  if (down)
    server_clock_->hold(what);
  else
    server_clock_->let_go(what);
}

PointerSample Translator::sample(Uint32 mouse, int x, int y, double pixels_per_unit) {
  const Stamp stamp = take_stamp();
  // The pixel's centre: SDL counts whole window units.
  last_ = {.t_us = stamp.t_us,
           .server_time = stamp.from_server,
           .at = {(x + 0.5) * pixels_per_unit, (y + 0.5) * pixels_per_unit},
           .echo = mouse == EchoFilter::kEcho,
           .modifiers = modifiers_};
  return last_;
}

KeyChanged Translator::key(const SDL_KeyboardEvent& event) {
  const Stamp stamp = take_stamp();
  const KeyMade made = key_made(event.keysym.sym, event.keysym.scancode, (event.keysym.mod & KMOD_NUM) != 0);
  // As they were at this event: SDL_GetModState tells of the last one that was read.
  modifiers_ = modifiers_of(event.keysym.mod);
  hold(kHeldKey | static_cast<std::uint64_t>(event.keysym.scancode), event.type == SDL_KEYDOWN);
  const KeyChanged key{.t_us = stamp.t_us,
                       .server_time = stamp.from_server,
                       .key = made.key,
                       .symbol = made.symbol,
                       .down = event.type == SDL_KEYDOWN,
                       .repeat = event.repeat != 0,
                       .modifiers = modifiers_};
  if (key.down) last_key_ = key;
  return key;
}

std::optional<InputEvent> Translator::translate(const SDL_Event& event, double pixels_per_unit) {
  switch (event.type) {
    case SDL_SYSWMEVENT:
      note_server_time(event.syswm);
      return std::nullopt;
    case SDL_MOUSEMOTION:
      return PointerMoved{sample(event.motion.which, event.motion.x, event.motion.y, pixels_per_unit)};
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
      const SDL_MouseButtonEvent& e = event.button;
      const PointerSample at = sample(e.which, e.x, e.y, pixels_per_unit);
      hold(kHeldButton | (at.echo ? 0x100U : 0U) | e.button, event.type == SDL_MOUSEBUTTONDOWN);
      if (event.type == SDL_MOUSEBUTTONDOWN) return PointerPressed{at, button(e.button), e.clicks};
      return PointerReleased{at, button(e.button)};
    }
    case SDL_TEXTINPUT: {
      const auto sign = typed_otherwise(event.text.text, last_key_);
      if (!sign) return std::nullopt;
      KeyChanged key = last_key_;
      key.key = Key::Character;
      key.symbol = *sign;
      key.modifiers = {};
      return key;
    }
    case SDL_MOUSEWHEEL:
      last_.modifiers = modifiers_;
      last_.echo = event.wheel.which == EchoFilter::kEcho;
      return WheelTurned{last_, static_cast<double>(event.wheel.preciseY)};
    case SDL_KEYDOWN:
    case SDL_KEYUP:
      return key(event.key);
    case SDL_QUIT:
      return CloseAsked{};
    case SDL_WINDOWEVENT:
      break;
    default:
      return std::nullopt;
  }
  switch (event.window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
      return WindowResized{};
    case SDL_WINDOWEVENT_EXPOSED:
      return WindowExposed{};
    case SDL_WINDOWEVENT_FOCUS_LOST:
      return FocusLost{steady_us()};  // SDL lets go of the keys itself
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
      server_clock_->let_go_all();  // their releases come to somebody else
      return WindowHidden{steady_us()};
    case SDL_WINDOWEVENT_LEAVE:
      return PointerLeft{};
    default:
      return std::nullopt;
  }
}

Uint32 EchoFilter::whose(Uint32 mouse) {
  return pens_ != nullptr && pens_->reads(source_) ? kEcho : mouse;
}

void EchoFilter::mark(SDL_MouseButtonEvent& event) {
  Uint32& pressed = pressed_as_.at(event.button);
  if (event.type == SDL_MOUSEBUTTONDOWN) pressed = whose(event.which);
  event.which = pressed;
}

// SDL 2 keeps 65,535 events and drops what comes on top. A fast mouse fills that while the program stands
// still for some seconds.
void EchoFilter::make_room() {
  constexpr int kCountEvery = 1024, kNearlyFull = 32'768;
  if (++since_counted_ < kCountEvery) return;
  since_counted_ = 0;
  if (empty_ && SDL_PeepEvents(nullptr, 0, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > kNearlyFull)
    empty_();
}

int SDLCALL EchoFilter::filter(void* self, SDL_Event* event) {
  auto& me = *static_cast<EchoFilter*>(self);
  me.make_room();
  constexpr int kKeep = 1, kDrop = 0;
  switch (event->type) {
    case SDL_SYSWMEVENT: {
      if (event->syswm.msg == nullptr || event->syswm.msg->subsystem != SDL_SYSWM_X11) return kKeep;
      const XEvent& raw = event->syswm.msg->msg.x11.event;
      if (raw.type != GenericEvent) return kKeep;
      if (const auto source = x11_source_of(&raw)) me.source_ = *source;
      return kDrop;  // its contents are gone by the time anybody could read them
    }
    case SDL_MOUSEMOTION:
      event->motion.which = me.whose(event->motion.which);
      return kKeep;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      me.mark(event->button);
      return kKeep;
    case SDL_MOUSEWHEEL:
      event->wheel.which = me.whose(event->wheel.which);
      return kKeep;
    default:
      return kKeep;
  }
}

}  // namespace engine::platform
