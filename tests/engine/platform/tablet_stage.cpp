#include "tests/engine/platform/tablet_stage.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace tablet {

using namespace engine::platform;

namespace {

struct Faults {
  int lost = 0, out_of_order = 0;
  double px = 0.0, pressure = 0.0;
};

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

}  // namespace

int rounds() {
  const char* asked = std::getenv("SMP_TABLET_ROUNDS");
  return asked != nullptr ? std::max(1, std::atoi(asked)) : 3;
}

Stage::Stage() {
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

Stage::~Stage() {
  XCloseDisplay(witness);
  window.reset();
}

Stage& stage() {
  static auto* it = new Stage;
  return *it;
}

Axes axes(const Sent& s) {
  const Vec2 root = s.at + stage().corner;
  return Axes{}
      .set(kAxisX, root.x / kRootW * kAxisEnd)
      .set(kAxisY, root.y / kRootH * kAxisEnd)
      .set(kAxisPressure, s.pressure * kFullPressure);
}

Sent nth(int i, int of) {
  const double part = static_cast<double>(i) / of;
  return {{100.25 + 600.0 * part, 300.0 + 150.0 * std::sin(part * 20.0)},
          static_cast<double>((i * 7) % 1001) / 1000.0};
}

std::vector<InputEvent> watch(double frames_per_second, const std::function<void()>& hands,
                              std::chrono::milliseconds after) {
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

void pen_stroke(support::InputtestDevice& pen, int count, double per_second,
                const std::function<Sent(int)>& sample) {
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

void check_whole(const std::vector<InputEvent>& events, int sent, const std::function<Sent(int)>& sample) {
  const Faults f = compare(stroke(events), sent, sample);
  CHECK(f.lost == 0);
  CHECK(f.out_of_order == 0);
  CHECK(f.px < 0.01);
  CHECK(f.pressure < 1e-3);
  CHECK(count<PointerPressed>(events, [](const auto& e) { return e.sample.kind != PointerKind::Mouse; }) ==
        1);
  CHECK(count<PointerReleased>(events, [](const auto& e) { return e.sample.kind != PointerKind::Mouse; }) ==
        1);
}

}  // namespace tablet
