// What a hand does at the window, free of any windowing library: pens, mice and keys come as the same
// values, so that a pen reader can be added beside the mouse without touching anything above.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "engine/geometry/vec.h"

namespace engine::platform {

struct Modifiers {
  bool shift = false, ctrl = false, alt = false;
  bool operator==(const Modifiers&) const = default;
};

enum class PointerKind { Mouse, Pen, Touch };
enum class Button { Other, Left, Middle, Right };

// One position of a pointer. Pixels of the drawable, origin upper left, y down.
struct PointerSample {
  std::int64_t t_us = 0;            // clock of `Clock`; the display server's own time where `server_time`
  bool server_time = false;         // false: the time at which the program saw it
  geometry::Vec2 at{0.0};
  std::optional<double> pressure;   // 0..1, pens only
  std::optional<geometry::Vec2> tilt_deg;  // from upright, to the right and downwards, pens only
  PointerKind kind = PointerKind::Mouse;
  Modifiers modifiers;
};

struct PointerMoved { PointerSample sample; };
struct PointerPressed { PointerSample sample; Button button = Button::Left; int clicks = 1; };
struct PointerReleased { PointerSample sample; Button button = Button::Left; };
struct WheelTurned { PointerSample sample; double notches = 0.0; };  // > 0: away from the hand

enum class Key {
  Other, Character, Enter, Escape, Tab, Space, Backspace, Delete, Left, Right, Up, Down, Home, End, PageUp,
  PageDown, F1, F8, F11
};
struct KeyChanged {
  std::int64_t t_us = 0;
  bool server_time = false;
  Key key = Key::Other;
  char symbol = 0;         // of a Character: lower-case letter, digit or sign on the unshifted key
  bool down = true;
  bool repeat = false;     // the keyboard's auto-repeat
  Modifiers modifiers;
};

struct WindowResized {};      // ask the window for its size
struct WindowExposed {};      // its picture was lost
struct FocusLost { std::int64_t t_us = 0; };
struct PointerLeft {};
struct CloseAsked {};

using InputEvent = std::variant<PointerMoved, PointerPressed, PointerReleased, WheelTurned, KeyChanged, WindowResized,
                                WindowExposed, FocusLost, PointerLeft, CloseAsked>;

}  // namespace engine::platform
