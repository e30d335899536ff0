// Pens for real: an X server of our own with pens that are fed by the test, the program's window on it, and every sample
// counted. SMP_TABLET_ROUNDS (default 3): how often a pen is unplugged; ./check --full takes 200.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#undef None
#undef Success

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>
#include <vector>

#include "engine/platform/clock.h"
#include "engine/platform/window.h"
#include "tests/support/inputtest.h"
#include "tests/support/tablet_server.h"

using namespace engine::platform;
using namespace std::chrono_literals;
using engine::geometry::Vec2;
using support::Axes;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr double kRootW = 1600, kRootH = 1000, kAxisEnd = 65536, kFullPressure = 1000;  // of the inputtest pen
constexpr int kAxisX = 0, kAxisY = 1, kAxisPressure = 4;

int rounds() {
  const char* asked = std::getenv("SMP_TABLET_ROUNDS");
  return asked != nullptr ? std::max(1, std::atoi(asked)) : 3;
}

// One server and one window for all tests: a pen takes one pair of hands in its life.
struct Stage {
  support::TabletServer server;
  std::unique_ptr<engine::platform::Window> window;
  std::unique_ptr<support::InputtestDevice> pen, eraser, mouse;
  ::Display* witness = nullptr;  // a connection of the test's own
  Vec2 corner{0.0};              // of the window on the screen, px
  std::vector<InputEvent> first;

  Stage() {
    setenv("DISPLAY", server.display().c_str(), 1);
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    unsetenv("WAYLAND_DISPLAY");
    unsetenv("SDL_VIDEODRIVER");
    auto opened = engine::platform::Window::open({.title = "pens", .width = 800, .height = 600}, 3, 3);
    if (!opened) throw std::runtime_error(opened.error().message);
    window = std::make_unique<engine::platform::Window>(std::move(*opened));
    pen = std::make_unique<support::InputtestDevice>(server.socket("stylus"));
    eraser = std::make_unique<support::InputtestDevice>(server.socket("eraser"));
    mouse = std::make_unique<support::InputtestDevice>(server.socket("mouse"));
    witness = XOpenDisplay(nullptr);
    int x = 0, y = 0;
    for (int i = 0; i < 40; ++i) {
      for (auto& e : window->wait(10ms)) first.push_back(e);
      ::Window child = 0;
      XTranslateCoordinates(witness, window->native(), DefaultRootWindow(witness), 0, 0, &x, &y, &child);
    }
    corner = {x, y};
  }
  ~Stage() {
    XCloseDisplay(witness);
    window.reset();
  }
};

Stage& stage() {
  static auto* it = new Stage;
  return *it;
}

struct Sent { Vec2 at; double pressure; };  // px of the window, 0..1

Axes axes(const Sent& s) {
  const Vec2 root = s.at + stage().corner;
  return Axes{}.set(kAxisX, root.x / kRootW * kAxisEnd).set(kAxisY, root.y / kRootH * kAxisEnd).set(kAxisPressure, s.pressure * kFullPressure);
}

Sent nth(int i, int of) {
  const double part = static_cast<double>(i) / of;
  return {{100.25 + 600.0 * part, 300.0 + 150.0 * std::sin(part * 20.0)}, static_cast<double>((i * 7) % 1001) / 1000.0};
}

// Fetches at so many frames a second while `hands` works on a thread of its own, and a while longer.
std::vector<InputEvent> watch(double frames_per_second, const std::function<void()>& hands, std::chrono::milliseconds after = 300ms) {
  std::atomic<bool> done = false;
  std::thread worker([&] {
    hands();
    done = true;
  });
  std::vector<InputEvent> events;
  const auto frame = std::chrono::duration_cast<std::chrono::microseconds>(1s / frames_per_second);
  SteadyClock::time_point end{};
  for (auto next = SteadyClock::now();; next += frame) {
    for (auto& e : stage().window->wait(0ms)) events.push_back(std::move(e));
    if (done && end == SteadyClock::time_point{}) end = SteadyClock::now() + after + 2 * frame;
    if (done && SteadyClock::now() > end) break;
    std::this_thread::sleep_until(next + frame);  // what a slow frame does
  }
  worker.join();
  return events;
}

void at_rate(int count, double per_second, const std::function<void(int)>& send) {
  const auto step = std::chrono::duration_cast<std::chrono::nanoseconds>(1s / per_second);
  auto next = SteadyClock::now();
  for (int i = 0; i < count; ++i, next += step) {
    std::this_thread::sleep_until(next);
    send(i);
  }
}

void pen_stroke(support::InputtestDevice& pen, int count, double per_second, const std::function<Sent(int)>& sample) {
  pen.proximity(true, axes(sample(0)));
  pen.motion(axes(sample(0)));
  pen.button(1, true, axes(sample(0)));
  at_rate(count, per_second, [&](int i) { pen.motion(axes(sample(i))); });
  pen.button(1, false, axes(sample(count - 1)));
  pen.proximity(false, axes(sample(count - 1)));
  pen.sync();
}

const PointerSample* sample_of(const InputEvent& event) {
  if (const auto* e = std::get_if<PointerMoved>(&event)) return &e->sample;
  if (const auto* e = std::get_if<PointerPressed>(&event)) return &e->sample;
  if (const auto* e = std::get_if<PointerReleased>(&event)) return &e->sample;
  return nullptr;
}

bool of_pen(const InputEvent& event) {
  const auto* s = sample_of(event);
  return s != nullptr && s->kind != PointerKind::Mouse;
}

// The samples between press and release.
std::vector<PointerSample> stroke(const std::vector<InputEvent>& events) {
  std::vector<PointerSample> out;
  bool down = false;
  for (const auto& e : events) {
    if (!of_pen(e)) continue;
    if (std::holds_alternative<PointerPressed>(e)) down = true;
    if (std::holds_alternative<PointerReleased>(e)) down = false;
    if (down && std::holds_alternative<PointerMoved>(e)) out.push_back(*sample_of(e));
  }
  return out;
}

template <class Event>
int count(const std::vector<InputEvent>& events, const std::function<bool(const Event&)>& which = [](const Event&) { return true; }) {
  int n = 0;
  for (const auto& e : events)
    if (const auto* it = std::get_if<Event>(&e); it != nullptr && which(*it)) ++n;
  return n;
}

struct Faults { int lost = 0, out_of_order = 0; double px = 0.0, pressure = 0.0; };

Faults compare(const std::vector<PointerSample>& got, int sent, const std::function<Sent(int)>& sample) {
  Faults f{.lost = sent - static_cast<int>(got.size())};
  for (int i = 0; i < std::min(sent, static_cast<int>(got.size())); ++i) {
    const auto& g = got[static_cast<std::size_t>(i)];
    const Sent s = sample(i);
    f.px = std::max({f.px, std::fabs(g.at.x - s.at.x), std::fabs(g.at.y - s.at.y)});
    f.pressure = std::max(f.pressure, std::fabs(g.pressure.value_or(9) - s.pressure));
    if (i > 0 && g.t_us < got[static_cast<std::size_t>(i) - 1].t_us) ++f.out_of_order;
  }
  return f;
}

void check_whole(const std::vector<InputEvent>& events, int sent, const std::function<Sent(int)>& sample) {
  const Faults f = compare(stroke(events), sent, sample);
  CHECK(f.lost == 0);
  CHECK(f.out_of_order == 0);
  CHECK(f.px < 0.01);
  CHECK(f.pressure < 1e-3);
  CHECK(count<PointerPressed>(events, [](const auto& e) { return e.sample.kind != PointerKind::Mouse; }) == 1);
  CHECK(count<PointerReleased>(events, [](const auto& e) { return e.sample.kind != PointerKind::Mouse; }) == 1);
}

int device_id(const char* name) {
  int n = 0, id = -1;
  XIDeviceInfo* infos = XIQueryDevice(stage().witness, XIAllDevices, &n);
  for (int i = 0; i < n; ++i)
    if (std::string(infos[i].name) == name) id = infos[i].deviceid;
  XIFreeDeviceInfo(infos);
  return id;
}

void plug(int id, bool in) {
  unsigned char value = in ? 1 : 0;
  XIChangeProperty(stage().witness, id, XInternAtom(stage().witness, "Device Enabled", False), XA_INTEGER, 8, XIPropModeReplace, &value, 1);
  XSync(stage().witness, False);
}

// Lines for the tilting pen, whose axes end at other numbers.
std::string tilt_line(const Sent& s, Vec2 tilt, double twist) {
  const Vec2 root = s.at + stage().corner;
  char text[200];
  std::snprintf(text, sizeof text, "m %.6f %.6f %.6f %.6f %.6f %.6f", root.x / kRootW * 44801.0, root.y / kRootH * 29601.0, s.pressure * 8191.0, tilt.x, tilt.y, twist);
  return text;
}

bool no_tilt() {
  if (stage().server.tilts()) return false;
  MESSAGE("SKIPPED: the driver of the tilting pen was not built (package xserver-xorg-dev)");
  return true;
}

}  // namespace

TEST_CASE("devices at hand are told with kind, name and path before anything else") {
  const auto named = [&](const char* name) -> const Device* {
    for (const auto& e : stage().first)
      if (const auto* it = std::get_if<DeviceAppeared>(&e); it != nullptr && it->device.name == name) return &it->device;
    return nullptr;
  };
  REQUIRE(named("mouse") != nullptr);
  const Device* pen = named("Test Tablet Pen stylus");
  REQUIRE(pen != nullptr);
  CHECK(pen->kind == PointerKind::Pen);
  CHECK(pen->pressure);
  CHECK_FALSE(pen->tilt);
  CHECK(pen->path == "X11, XInput 2");
  CHECK(stage().window->path() == pen->path);
  const Device* eraser = named("Test Tablet Pen eraser");
  REQUIRE(eraser != nullptr);
  CHECK(eraser->kind == PointerKind::Eraser);
  CHECK(named("Test Mouse") == nullptr);
  CHECK(named("Test Keyboard") == nullptr);
}

TEST_CASE("2,000 samples at 1 kHz, whatever the frames do") {
  for (const double frames : {60.0, 30.0, 15.0, 5.0}) {
    CAPTURE(frames);
    const int n = frames == 60.0 ? 2000 : 600;
    const auto sample = [n](int i) { return nth(i, n); };
    check_whole(watch(frames, [&] { pen_stroke(*stage().pen, n, 1000, sample); }), n, sample);
  }
}

TEST_CASE("4,000 samples at 4 kHz") {
  const auto sample = [](int i) { return nth(i, 4000); };
  check_whole(watch(60, [&] { pen_stroke(*stage().pen, 4000, 4000, sample); }), 4000, sample);
}

TEST_CASE("pressure alone arrives, and ends a wait") {
  const auto begin = SteadyClock::now();
  std::thread hand([&] {
    std::this_thread::sleep_for(100ms);
    stage().pen->motion(Axes{}.set(kAxisPressure, 123));
  });
  bool seen = false;
  while (!seen && SteadyClock::now() - begin < 3s)
    for (const auto& e : stage().window->wait(3000ms))
      if (const auto* s = sample_of(e); s != nullptr && s->pressure && std::fabs(*s->pressure - 0.123) < 1e-9) seen = true;
  hand.join();
  CHECK(seen);
  CHECK(SteadyClock::now() - begin < 1500ms);
  stage().pen->proximity(false, axes(nth(0, 1)));
  watch(60, [] {});
}

TEST_CASE("a grabbed pointer and a drag beyond the window keep every sample") {
  const auto sample = [](int i) { return nth(i, 500); };
  stage().window->grab(true);
  check_whole(watch(60, [&] { pen_stroke(*stage().pen, 500, 1000, sample); }), 500, sample);
  stage().window->grab(false);
  const auto beyond = [](int i) { return Sent{{400.0 + i * 1.1, 300.0 - i * 0.9}, 0.5}; };  // ends far outside
  check_whole(watch(60, [&] { pen_stroke(*stage().pen, 500, 1000, beyond); }), 500, beyond);
}

TEST_CASE("the eraser is its own device; proximity is told once each way, and by silence") {
  const auto events = watch(60, [&] { pen_stroke(*stage().eraser, 100, 1000, [](int i) { return nth(i, 100); }); });
  CHECK(stroke(events).size() == 100);
  for (const auto& s : stroke(events)) CHECK(s.kind == PointerKind::Eraser);
  CHECK(count<ProximityChanged>(events, [](const auto& e) { return e.near; }) == 1);
  CHECK(count<ProximityChanged>(events, [](const auto& e) { return !e.near; }) == 1);
  const auto silent = watch(60, [&] { stage().pen->motion(axes(nth(3, 9))); stage().pen->sync(); }, 1500ms);
  CHECK(count<ProximityChanged>(silent, [](const auto& e) { return e.near; }) == 1);
  CHECK(count<ProximityChanged>(silent, [](const auto& e) { return !e.near; }) == 1);
}

TEST_CASE("mouse and pen in turns: every echo is marked, no mouse press is") {
  constexpr int kTurns = 60;
  for (const double frames : {60.0, 5.0}) {
    CAPTURE(frames);
    const auto events = watch(frames, [&] {
      const auto mouse_step = [](double x, double y) { return Axes{}.set(0, x).set(1, y); };
      for (int i = 0; i < kTurns; ++i) {
        const Sent at{{200.0 + i, 200.0}, 0.5};
        auto& pen = *stage().pen;
        pen.motion(axes(at));
        pen.button(1, true, axes(at));
        pen.motion(axes({{200.5 + i, 240.0}, 0.6}));
        pen.button(1, false);
        pen.sync();
        std::this_thread::sleep_for(4ms);
        auto& mouse = *stage().mouse;
        mouse.motion(mouse_step(3, 2), false);
        mouse.button(1, true);
        mouse.motion(mouse_step(2, -2), false);
        mouse.button(1, false);
        mouse.sync();
        std::this_thread::sleep_for(4ms);
      }
    });
    const auto presses = [&](PointerKind kind, bool echo) {
      return count<PointerPressed>(events, [=](const auto& e) { return e.sample.kind == kind && e.sample.echo == echo; });
    };
    CHECK(presses(PointerKind::Pen, false) == kTurns);
    CHECK(presses(PointerKind::Mouse, true) == kTurns);
    CHECK(presses(PointerKind::Mouse, false) == kTurns);
    // A pen's press is known before its echo.
    int pens = 0, echoes = 0;
    for (const auto& e : events)
      if (const auto* p = std::get_if<PointerPressed>(&e)) {
        pens += p->sample.kind == PointerKind::Pen ? 1 : 0;
        echoes += p->sample.echo ? 1 : 0;
        CHECK(echoes <= pens);
      }
  }
}

TEST_CASE("a mouse's press lasts as long as the server says, whatever the frames do") {
  // The same holds, seen by the test's own connection.
  unsigned char bits[XIMaskLen(XI_LASTEVENT)] = {};
  XISetMask(bits, XI_RawButtonPress);
  XISetMask(bits, XI_RawButtonRelease);
  XIEventMask mask{XIAllMasterDevices, sizeof bits, bits};
  XISelectEvents(stage().witness, DefaultRootWindow(stage().witness), &mask, 1);
  XSync(stage().witness, False);
  stage().pen->motion(axes({{400, 300}, 0.0}));  // the pointer into the window
  watch(60, [] {});
  for (const double frames : {60.0, 30.0, 15.0, 5.0}) {
    CAPTURE(frames);
    const auto events = watch(frames, [] {
      for (const auto hold : {60ms, 150ms, 260ms, 30ms, 150ms}) {
        stage().mouse->button(1, true);
        std::this_thread::sleep_for(hold);
        stage().mouse->button(1, false);
        std::this_thread::sleep_for(25ms);
      }
      stage().mouse->sync();
    });
    std::vector<std::int64_t> seen, server;
    std::int64_t down = 0;
    for (const auto& e : events) {
      if (const auto* p = std::get_if<PointerPressed>(&e)) down = p->sample.t_us;
      if (const auto* r = std::get_if<PointerReleased>(&e)) {
        seen.push_back(r->sample.t_us - down);
        stage().window->settle_clock();
      }
    }
    while (XPending(stage().witness) > 0) {
      XEvent event;
      XNextEvent(stage().witness, &event);
      if (event.type != GenericEvent || XGetEventData(stage().witness, &event.xcookie) == 0) continue;
      const auto& raw = *static_cast<const XIRawEvent*>(event.xcookie.data);
      if (event.xcookie.evtype == XI_RawButtonPress) down = static_cast<std::int64_t>(raw.time);
      else server.push_back((static_cast<std::int64_t>(raw.time) - down) * 1000);
      XFreeEventData(stage().witness, &event.xcookie);
    }
    CHECK(seen.size() == 5);
    CHECK(seen == server);
  }
}

TEST_CASE("tilt and twist at 1 kHz, the eraser told by its tool") {
  if (no_tilt()) return;
  constexpr int kSamples = 2000;
  const auto sample = [](int i) { return nth(i, kSamples); };
  const auto tilt = [](int i) { return Vec2{std::round(60 * std::cos(i * 0.003)), std::round(60 * std::sin(i * 0.003))}; };
  const auto twist = [](int i) { return -900.0 + i * 1799.0 / kSamples; };
  const auto events = watch(60, [&] {
    support::TiltHands pen(stage().server.socket("tilt"));
    pen.say(tilt_line(sample(0), {1, 1}, 0));
    pen.say(tilt_line(sample(0), {2, 2}, 1));
    pen.say("b 1 1");
    at_rate(kSamples, 1000, [&](int i) { pen.say(tilt_line(sample(i), tilt(i), twist(i))); });
    pen.say("b 1 0");
    std::this_thread::sleep_for(200ms);
  });
  check_whole(events, kSamples, sample);
  const auto got = stroke(events);
  REQUIRE(got.size() == kSamples);
  for (int i = 0; i < kSamples; ++i) {
    const auto& s = got[static_cast<std::size_t>(i)];
    REQUIRE(s.tilt_deg);
    REQUIRE(s.twist_deg);
    CHECK(std::fabs(s.tilt_deg->x - tilt(i).x) < 0.001);
    CHECK(std::fabs(s.tilt_deg->y - tilt(i).y) < 0.001);
    CHECK(std::fabs(*s.twist_deg - twist(i) / 5.0) < 0.01);
  }
  CHECK(count<DeviceAppeared>(events, [](const auto& e) { return e.device.tilt; }) == 1);
  const auto other_end = watch(60, [&] {
    support::TiltHands hands(stage().server.socket("tilt-eraser"));
    for (int i = 0; i < 10; ++i) hands.say(tilt_line(sample(i), {1, 1}, 0));
    std::this_thread::sleep_for(200ms);
  });
  CHECK(count<PointerMoved>(other_end, [](const auto& e) { return e.sample.kind == PointerKind::Eraser; }) == 10);
}

TEST_CASE("plugged in and out: told once each time, and every stroke in between is whole, however slow the frames") {
  if (no_tilt()) return;
  const int id = device_id("Test Tilting Pen");
  REQUIRE(id > 0);
  const int turns = rounds();
  for (const double frames : {60.0, 5.0}) {
    CAPTURE(frames);
    const auto events = watch(frames, [&] {
      for (int i = 0; i < turns; ++i) {
        plug(id, false);
        plug(id, true);
        support::TiltHands pen(stage().server.socket("tilt"));
        pen.say(tilt_line(nth(i, turns), {0, 0}, 0));
        pen.say("b 1 1");
        for (int k = 0; k < 20; ++k) pen.say(tilt_line(nth(k, 20), {0, 0}, 0));
        pen.say("b 1 0");
        std::this_thread::sleep_for(40ms);  // until the server has read it
      }
    });
    CHECK(count<DeviceGone>(events) == turns);
    CHECK(count<DeviceAppeared>(events, [](const auto& e) { return !e.device.tilt; }) == turns);
    CHECK(stroke(events).size() == static_cast<std::size_t>(20 * turns));
    CHECK(count<PointerPressed>(events, [](const auto& e) { return e.sample.kind == PointerKind::Pen; }) == turns);
    CHECK(count<PointerReleased>(events, [](const auto& e) { return e.sample.kind == PointerKind::Pen; }) == turns);
  }
}

TEST_CASE("unplugged in mid-stroke: the stroke ends, and nothing comes after it") {
  if (no_tilt()) return;
  const int id = device_id("Test Tilting Pen"), turns = rounds();
  for (const double frames : {60.0, 5.0}) {
    CAPTURE(frames);
    const auto events = watch(frames, [&] {
      for (int i = 0; i < turns; ++i) {
        {
          support::TiltHands pen(stage().server.socket("tilt"));
          pen.say(tilt_line(nth(0, 20), {0, 0}, 0));
          pen.say("b 1 1");
          for (int k = 0; k < 20; ++k) pen.say(tilt_line(nth(k, 20), {0, 0}, 0));
          std::this_thread::sleep_for(20ms);
          plug(id, false);
        }
        plug(id, true);
      }
    });
    int presses = 0, moves = 0, phantoms = 0, gone = 0, lifts = 0;
    bool down = false;
    for (const auto& e : events) {
      if (std::holds_alternative<DeviceGone>(e)) {
        ++gone;
        down = false;
      }
      if (!of_pen(e)) continue;
      if (std::holds_alternative<PointerPressed>(e)) {
        ++presses;
        phantoms += down ? 1 : 0;
        down = true;
      } else if (std::holds_alternative<PointerReleased>(e)) {
        ++lifts;
        down = false;
      } else if (down) {
        ++moves;
      }
    }
    CHECK(presses == turns);
    CHECK(gone == turns);
    CHECK(moves == 20 * turns);
    CHECK(phantoms == 0);
    CHECK(lifts == 0);  // nobody lifted it: it was cut off
    CHECK_FALSE(down);
  }
}

int main(int argc, char** argv) {
  constexpr int kSkipped = 77;
  if (const auto why = support::TabletServer::missing(); !why.empty()) {
    std::printf("SKIPPED: %s\n", why.c_str());
    return kSkipped;
  }
  doctest::Context context(argc, argv);
  const int failed = context.run();
  if (!context.shouldExit() || failed == 0) delete &stage();
  return failed;
}
