// Devices that are there, come and go; what the tilting pen tells.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <optional>
#include <span>
#include <thread>

#include "tests/engine/platform/tablet_stage.h"

using namespace engine::platform;
using namespace tablet;

namespace {

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
  XIChangeProperty(stage().witness, id, XInternAtom(stage().witness, "Device Enabled", False), XA_INTEGER, 8,
                   XIPropModeReplace, &value, 1);
  XSync(stage().witness, False);
}

// Lines for the tilting pen, whose axes end at other numbers.
std::string tilt_line(const Sent& s, Vec2 tilt, double twist) {
  const Vec2 root = s.at + stage().corner;
  char text[200];
  std::snprintf(text, sizeof text, "m %.6f %.6f %.6f %.6f %.6f %.6f", root.x / kRootW * 44801.0,
                root.y / kRootH * 29601.0, s.pressure * 8191.0, tilt.x, tilt.y, twist);
  return text;
}

// What the server has last done of what a device said: where its twist stands, and whether its tip is down.
struct Done {
  double twist = 0.0;
  bool down = false;
};
std::optional<Done> done_of(int id) {
  constexpr int kAxisTwist = 5;
  int n = 0;
  XIDeviceInfo* info = XIQueryDevice(stage().witness, id, &n);
  if (info == nullptr) return std::nullopt;
  Done done;
  for (const XIAnyClassInfo* any : std::span(info->classes, static_cast<std::size_t>(info->num_classes))) {
    if (any->type == XIValuatorClass) {
      const auto* axis = reinterpret_cast<const XIValuatorClassInfo*>(any);
      if (axis->number == kAxisTwist) done.twist = axis->value;
    } else if (any->type == XIButtonClass) {
      const auto* buttons = reinterpret_cast<const XIButtonClassInfo*>(any);
      done.down = buttons->state.mask_len > 0 && XIMaskIsSet(buttons->state.mask, 1) != 0;
    }
  }
  XIFreeDeviceInfo(info);
  return done;
}

// Until the server has done what a pen said last, and so has put it on its way to the windows. `twist`: of
// its last sample, which no sample before had.
void wait_done(int id, double twist, bool down) {
  const auto deadline = SteadyClock::now() + 60s;
  while (SteadyClock::now() < deadline) {
    const auto done = done_of(id);
    if (done && std::fabs(done->twist - twist) < 0.01 && done->down == down) return;
    std::this_thread::sleep_for(1ms);
  }
  FAIL("the server never did what the pen said");
}

// A twist that none had before.
double new_twist() {
  static double last = -800.0;
  return last += 1.0 / 16;
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
      if (const auto* it = std::get_if<DeviceAppeared>(&e); it != nullptr && it->device.name == name)
        return &it->device;
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

TEST_CASE("tilt and twist at 1 kHz, the eraser told by its tool") {
  if (no_tilt()) return;
  constexpr int kSamples = 2000;
  const auto sample = [](int i) { return nth(i, kSamples); };
  const auto tilt = [](int i) {
    return Vec2{std::round(60 * std::cos(i * 0.003)), std::round(60 * std::sin(i * 0.003))};
  };
  const auto twist = [](int i) { return -900.0 + i * 1799.0 / kSamples; };
  const auto events = watch(60, [&] {
    support::TiltHands pen(stage().server.socket("tilt"));
    pen.say(tilt_line({sample(0).at, 0.01}, {1, 1}, 0));  // a pressure that never changed is none
    pen.say(tilt_line(sample(0), {2, 2}, 1));
    pen.say("b 1 1");
    at_rate(kSamples, 1000, [&](int i) { pen.say(tilt_line(sample(i), tilt(i), twist(i))); });
    pen.say("b 1 0");
    pen.heard();
    wait_done(device_id("Test Tilting Pen"), twist(kSamples - 1), false);
  });
  check_whole(events, kSamples, sample);
  const auto got = stroke(events);
  REQUIRE(got.size() == kSamples);
  for (int i = 0; i < kSamples; ++i) {
    const auto& s = got[static_cast<std::size_t>(i)];
    REQUIRE(s.tilt_deg);
    REQUIRE(s.twist);
    CHECK(std::fabs(s.tilt_deg->x - tilt(i).x) < 0.001);
    CHECK(std::fabs(s.tilt_deg->y - tilt(i).y) < 0.001);
    CHECK(std::fabs(s.twist->value - twist(i) / 5.0) < 0.01);
  }
  CHECK(count<DeviceAppeared>(events, [](const auto& e) { return e.device.tilt; }) == 1);
  const auto other_end = watch(60, [&] {
    support::TiltHands hands(stage().server.socket("tilt-eraser"));
    double last = 0.0;
    for (int i = 0; i < 10; ++i) hands.say(tilt_line(sample(i), {1, 1}, last = new_twist()));
    hands.heard();
    wait_done(device_id("Test Tilting Pen, other end"), last, false);
  });
  CHECK(count<PointerMoved>(other_end, [](const auto& e) { return e.sample.kind == PointerKind::Eraser; }) ==
        10);
}

namespace {

// What nobody did: the system's mouse follows a pen that has just come back, before anybody told that it has.
int presses_of_a_mouse(const std::vector<InputEvent>& events) {
  return count<PointerPressed>(
      events, [](const auto& e) { return e.sample.kind == PointerKind::Mouse && !e.sample.echo; });
}

}  // namespace

TEST_CASE(
    "plugged in and out: told once each time, and every stroke in between is whole, however slow the "
    "frames") {
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
        double last = 0.0;
        for (int k = 0; k < 20; ++k) pen.say(tilt_line(nth(k, 20), {0, 0}, last = new_twist()));
        pen.say("b 1 0");
        pen.heard();
        wait_done(id, last, false);
        // A lift of the same moment would be the server's own, of a pen that is pulled out (x11_pens.cpp); no
        // hand is so fast. However long this takes at most: only that it is not shorter counts.
        std::this_thread::sleep_for(30ms);
      }
    });
    CHECK(count<DeviceGone>(events) == turns);
    CHECK(count<DeviceAppeared>(events, [](const auto& e) { return !e.device.tilt; }) == turns);
    CHECK(stroke(events).size() == static_cast<std::size_t>(20 * turns));
    CHECK(count<PointerPressed>(events, [](const auto& e) { return e.sample.kind == PointerKind::Pen; }) ==
          turns);
    CHECK(count<PointerReleased>(events, [](const auto& e) { return e.sample.kind == PointerKind::Pen; }) ==
          turns);
    CHECK(presses_of_a_mouse(events) == 0);
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
          double last = 0.0;
          for (int k = 0; k < 20; ++k) pen.say(tilt_line(nth(k, 20), {0, 0}, last = new_twist()));
          pen.heard();
          wait_done(id, last, true);
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
    CHECK(presses_of_a_mouse(events) == 0);
  }
}
