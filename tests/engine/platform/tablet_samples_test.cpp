// Every sample of a pen arrives, whole and in order.
#include <doctest/doctest.h>

#include <cmath>
#include <thread>

#include "tests/engine/platform/tablet_stage.h"

using namespace engine::platform;
using namespace tablet;

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
  while (!seen && SteadyClock::now() - begin < 60s)
    for (const auto& e : stage().window->wait(60s))
      if (const auto* s = sample_of(e); s != nullptr && s->pressure && std::fabs(*s->pressure - 0.123) < 1e-9)
        seen = true;
  hand.join();
  CHECK(seen);
  CHECK(SteadyClock::now() - begin < 30s);  // not the end of the wait
  stage().pen->proximity(false, axes(nth(0, 1)));
  watch(60, [] {});
}

TEST_CASE("a grabbed pointer and a drag beyond the window keep every sample") {
  const auto sample = [](int i) { return nth(i, 500); };
  stage().window->grab(true);
  check_whole(watch(60, [&] { pen_stroke(*stage().pen, 500, 1000, sample); }), 500, sample);
  stage().window->grab(false);
  // ends far outside
  const auto beyond = [](int i) { return Sent{{400.0 + i * 1.1, 300.0 - i * 0.9}, 0.5}; };
  check_whole(watch(60, [&] { pen_stroke(*stage().pen, 500, 1000, beyond); }), 500, beyond);
}

TEST_CASE("the eraser is its own device; proximity is told once each way, and by silence") {
  const auto events =
      watch(60, [&] { pen_stroke(*stage().eraser, 100, 1000, [](int i) { return nth(i, 100); }); });
  CHECK(stroke(events).size() == 100);
  for (const auto& s : stroke(events)) CHECK(s.kind == PointerKind::Eraser);
  CHECK(count<ProximityChanged>(events, [](const auto& e) { return e.near; }) == 1);
  CHECK(count<ProximityChanged>(events, [](const auto& e) { return !e.near; }) == 1);
  const auto silent = watch(
      60,
      [&] {
        stage().pen->motion(axes(nth(3, 9)));
        stage().pen->sync();
      },
      1500ms);
  CHECK(count<ProximityChanged>(silent, [](const auto& e) { return e.near; }) == 1);
  CHECK(count<ProximityChanged>(silent, [](const auto& e) { return !e.near; }) == 1);
}
