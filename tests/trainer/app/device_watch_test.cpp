#include "trainer/app/device_watch.h"

#include "tests/trainer/app/work.h"

using namespace rooms;
using engine::sim::DeviceKind;

namespace {

struct Watched {
  runner::Attempt attempt = runner::begin(*trainer::assessment::Site::make(package(plain_lesson()).lesson));
  app::DeviceWatch watch;

  void lift(DeviceKind kind, const std::string& name) {
    attempt.skin.device.kind = kind;
    attempt.skin.device.name = name;
    attempt.skin.dots.emplace_back();
    watch.lifted(attempt);
  }
};

}  // namespace

TEST_CASE("the device that the work begins with is not asked about, another one is, once") {
  Watched w;
  w.lift(DeviceKind::Mouse, "mouse");
  w.lift(DeviceKind::Mouse, "mouse");
  CHECK_FALSE(w.watch.asks());
  w.lift(DeviceKind::Pen, "A pen");
  CHECK(w.watch.asks());
  w.watch.answered();
  CHECK_FALSE(w.watch.asks());
  w.lift(DeviceKind::Mouse, "mouse");
  w.lift(DeviceKind::Pen, "A pen");
  CHECK_FALSE(w.watch.asks());
}

TEST_CASE("whoever goes on for five lifts wants to go on") {
  Watched w;
  w.lift(DeviceKind::Mouse, "mouse");
  w.lift(DeviceKind::Pen, "A pen");
  for (int i = 0; i < 4; ++i) {
    w.lift(DeviceKind::Pen, "A pen");
    CHECK(w.watch.asks());
  }
  w.lift(DeviceKind::Pen, "A pen");
  CHECK_FALSE(w.watch.asks());
}

TEST_CASE("a third device is asked about too, and is given five lifts of its own") {
  Watched w;
  w.lift(DeviceKind::Mouse, "mouse");
  w.lift(DeviceKind::Pen, "A pen");
  for (int i = 0; i < 3; ++i) w.lift(DeviceKind::Pen, "A pen");
  w.lift(DeviceKind::Pen, "Another pen");
  for (int i = 0; i < 4; ++i) {
    CHECK(w.watch.asks());
    w.lift(DeviceKind::Pen, "Another pen");
  }
  CHECK(w.watch.asks());
}

TEST_CASE("the key is the mouse's, and a lift without a dot says nothing") {
  Watched w;
  w.lift(DeviceKind::Mouse, "mouse");
  w.lift(DeviceKind::Key, "key D");
  CHECK_FALSE(w.watch.asks());
  Watched empty;
  empty.attempt.skin.device.name = "mouse";
  empty.watch.lifted(empty.attempt);
  empty.lift(DeviceKind::Pen, "A pen");
  CHECK_FALSE(empty.watch.asks());
}
