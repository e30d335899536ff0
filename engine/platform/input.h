// What a hand does at the window, free of any windowing library: pens, mice and keys come as the same
// values, so that a pen reader can be added beside the mouse without touching anything above.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "engine/core/moment.h"
#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::platform {

struct Modifiers {
  bool shift = false, ctrl = false, alt = false;
  bool operator==(const Modifiers&) const = default;
};

enum class PointerKind { Mouse, Pen, Eraser, Touch };

// A thing that points. Nothing else is promised of the id than that no two devices at hand share one.
using DeviceId = std::uint32_t;
constexpr DeviceId kSystemMouse = 0;  // whatever moves the system's pointer and is no pen that we read

struct Device {
  DeviceId id = kSystemMouse;
  PointerKind kind = PointerKind::Mouse;
  std::string name = "mouse";  // as the system calls it, at most 128 bytes
  std::string path;            // how it is read, for the person: "X11, XInput 2"
  bool pressure = false;
  // only once it has been seen to change: drivers announce axes that pens lack
  bool tilt = false;
  bool operator==(const Device&) const = default;
};
enum class Button { Other, Left, Middle, Right };

// One position of a pointer. Pixels of the drawable, origin upper left, y down.
struct PointerSample {
  core::SteadyTime t_us{};   // clock of `Clock`; the display server's own time where `server_time`
  bool server_time = false;  // false: the time at which the program saw it
  geometry::Vec2 at{0.0};
  std::optional<double> pressure;          // 0..1, pens only
  std::optional<geometry::Vec2> tilt_deg;  // from upright, to the right and downwards, pens only
  std::optional<core::Degrees> twist;      // -180..180, pens only
  std::uint32_t pen_buttons = 0;           // bit 0 tip, bits 1 and 2 barrel
  PointerKind kind = PointerKind::Mouse;
  DeviceId device = kSystemMouse;
  bool echo = false;  // the system's mouse repeats what a pen did, whose own samples come too:
                      // for the interface, never for the needle
  Modifiers modifiers;
};

struct PointerMoved {
  PointerSample sample;
};
struct PointerPressed {
  PointerSample sample;
  Button button = Button::Left;
  int clicks = 1;
};
struct PointerReleased {
  PointerSample sample;
  Button button = Button::Left;
};
struct WheelTurned {
  PointerSample sample;
  double notches = 0.0;
};  // > 0: away from the hand

enum class Key {
  Other,
  Character,
  Enter,
  Escape,
  Tab,
  Space,
  Backspace,
  Delete,
  Left,
  Right,
  Up,
  Down,
  Home,
  End,
  PageUp,
  PageDown,
  F1,
  F8,
  F11
};
struct KeyChanged {
  core::SteadyTime t_us{};
  bool server_time = false;
  Key key = Key::Other;
  char symbol = 0;  // of a Character: lower-case letter, digit or sign on the unshifted key
  bool down = true;
  bool repeat = false;  // the keyboard's auto-repeat
  Modifiers modifiers;
};

struct WindowResized {};  // ask the window for its size
struct WindowExposed {};  // its picture was lost
struct FocusLost {
  core::SteadyTime t_us{};
};  // keys go elsewhere; whoever holds a button down still lifts it here
struct WindowHidden {
  core::SteadyTime t_us{};
};  // what is held down is lifted unseen
struct PointerLeft {};
struct CloseAsked {};
// Devices at hand: each is told once before its first sample, again when what is known of it changes, and
// when it goes.
struct DeviceAppeared {
  Device device;
};
struct DeviceGone {
  DeviceId device = kSystemMouse;
  core::SteadyTime t_us{};
};
// A pen comes near the surface or leaves it.
struct ProximityChanged {
  PointerSample sample;
  bool near = false;
};

using InputEvent = std::variant<PointerMoved, PointerPressed, PointerReleased, WheelTurned, KeyChanged,
                                WindowResized, WindowExposed, FocusLost, WindowHidden, PointerLeft,
                                CloseAsked, DeviceAppeared, DeviceGone, ProximityChanged>;

}  // namespace engine::platform
