// The mouse beside the pen: which of them it was, and how long it pressed.
#include <doctest/doctest.h>

#include <thread>

#include "engine/core/moment.h"
#include "tests/engine/platform/tablet_stage.h"

using engine::core::SteadyTime;

using namespace engine::platform;
using namespace tablet;

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
      return count<PointerPressed>(
          events, [=](const auto& e) { return e.sample.kind == kind && e.sample.echo == echo; });
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
    SteadyTime down;
    std::int64_t down_ms = 0;  // as the server says
    for (const auto& e : events) {
      if (const auto* p = std::get_if<PointerPressed>(&e)) down = p->sample.t_us;
      if (const auto* r = std::get_if<PointerReleased>(&e)) {
        seen.push_back((r->sample.t_us - down).us);
        stage().window->settle_clock();
      }
    }
    while (XPending(stage().witness) > 0) {
      XEvent event;
      XNextEvent(stage().witness, &event);
      if (event.type != GenericEvent || XGetEventData(stage().witness, &event.xcookie) == 0) continue;
      const auto& raw = *static_cast<const XIRawEvent*>(event.xcookie.data);
      if (event.xcookie.evtype == XI_RawButtonPress)
        down_ms = static_cast<std::int64_t>(raw.time);
      else
        server.push_back((static_cast<std::int64_t>(raw.time) - down_ms) * 1000);
      XFreeEventData(stage().witness, &event.xcookie);
    }
    CHECK(seen.size() == 5);
    CHECK(seen == server);
  }
}

TEST_CASE(
    "a fast mouse while the program stands still: every press and release is there, and the whole way") {
  constexpr int kSteps = 50'000;                 // of each SDL makes two events, and keeps 65,535
  stage().pen->motion(axes({{400, 300}, 0.0}));  // the pointer into the window
  watch(60, [] {});
  auto& mouse = *stage().mouse;
  mouse.button(1, true);
  for (int i = 0; i < kSteps; ++i) mouse.motion(Axes{}.set(0, i % 2 == 0 ? 1.0 : -1.0).set(1, 0.0), false);
  mouse.button(1, false);
  mouse.button(1, true);
  mouse.button(1, false);
  mouse.sync();
  const auto events = watch(60, [] {});  // nobody has fetched meanwhile
  std::string story;
  int moves = 0;
  for (const auto& e : events) {
    if (std::holds_alternative<PointerPressed>(e)) story += 'p';
    if (std::holds_alternative<PointerReleased>(e)) story += 'r';
    if (const auto* m = std::get_if<PointerMoved>(&e); m != nullptr && m->sample.kind == PointerKind::Mouse)
      ++moves;
  }
  CHECK(story == "prpr");
  CHECK(moves >= kSteps - 10);
}
