// An X server of the test's own with pens that are fed, the program's window on it, and every sample counted.
#pragma once

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#undef None
#undef Success

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/platform/window.h"
#include "tests/support/inputtest.h"
#include "tests/support/tablet_server.h"

namespace tablet {

using engine::geometry::Vec2;
using engine::platform::InputEvent;
using engine::platform::PointerSample;
using support::Axes;
using SteadyClock = std::chrono::steady_clock;
using namespace std::chrono_literals;

// of the inputtest pen
constexpr double kRootW = 1600, kRootH = 1000, kAxisEnd = 65536, kFullPressure = 1000;
constexpr int kAxisX = 0, kAxisY = 1, kAxisPressure = 4;

// SMP_TABLET_ROUNDS (default 3): how often a pen is unplugged; ./check --full takes 200.
int rounds();

// One server and one window for all tests: a pen takes one pair of hands in its life.
struct Stage {
  support::TabletServer server;
  std::unique_ptr<engine::platform::Window> window;
  std::unique_ptr<support::InputtestDevice> pen, eraser, mouse;
  ::Display* witness = nullptr;  // a connection of the test's own
  Vec2 corner{0.0};              // of the window on the screen, px
  std::vector<InputEvent> first;

  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
};
Stage& stage();

struct Sent {
  Vec2 at;
  double pressure;
};  // px of the window, 0..1
Axes axes(const Sent& s);
Sent nth(int i, int of);

// Fetches at so many frames a second while `hands` works on a thread of its own, and a while longer.
std::vector<InputEvent> watch(double frames_per_second, const std::function<void()>& hands,
                              std::chrono::milliseconds after = 300ms);
void at_rate(int count, double per_second, const std::function<void(int)>& send);
void pen_stroke(support::InputtestDevice& pen, int count, double per_second,
                const std::function<Sent(int)>& sample);

// Nothing for what is no motion, press or lift.
const PointerSample* sample_of(const InputEvent& event);
bool of_pen(const InputEvent& event);
// The samples between press and release.
std::vector<PointerSample> stroke(const std::vector<InputEvent>& events);

template <class Event>
int count(
    const std::vector<InputEvent>& events,
    const std::function<bool(const Event&)>& which = [](const Event&) { return true; }) {
  int n = 0;
  for (const auto& e : events)
    if (const auto* it = std::get_if<Event>(&e); it != nullptr && which(*it)) ++n;
  return n;
}

// One press, one lift, and between them every sample as it was sent, in order.
void check_whole(const std::vector<InputEvent>& events, int sent, const std::function<Sent(int)>& sample);

}  // namespace tablet
