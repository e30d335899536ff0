// How long a pen's sample takes: to a dot in the state, to the frame that shows it, and what the program
// spends on each.
//   smp-pen [CONTACTS]     default 200; on an X server of its own with a pen that this program feeds
// A frame here is the skin and its swap, without the panels; a graphics card draws it in a few milliseconds.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "bench/usage.h"
#include "engine/gl/context.h"
#include "engine/platform/clock.h"
#include "engine/platform/window.h"
#include "tests/support/inputtest.h"
#include "tests/support/tablet_server.h"
#include "trainer/app/sitting.h"
#include "trainer/canvas/eye.h"
#include "trainer/canvas/picture.h"
#include "trainer/library/open.h"

namespace {

namespace platform = engine::platform;
using platform::steady_us;
using trainer::app::Sitting;
using trainer::canvas::Eye;
using namespace std::chrono_literals;

constexpr int kWidth = 1280, kHeight = 800, kSamplesEach = 60;
constexpr double kRootW = 1600, kRootH = 1000;

double share(std::vector<double> values, double part) {
  if (values.empty()) return 0.0;
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

void print(const char* what, const std::vector<double>& values, const char* unit) {
  fmt::print("{:<52} p50 {:8.3f} {}   p99 {:8.3f} {}   n {}\n", what, share(values, 0.5), unit,
             share(values, 0.99), unit, values.size());
}

// What the window program does with a sample (trainer/app/needle_hand.cpp).
void feed(Sitting& sitting, const Eye& eye, const platform::PointerSample& s, bool contact) {
  const auto at = eye.lens().pick(s.at);
  if (!at) return;
  engine::sim::NeedleSample needle{
      .t_us = sitting.time(s.t_us), .at = *at, .pressure = {}, .tilt = {}, .contact = contact};
  if (s.pressure) needle.pressure = static_cast<std::uint16_t>(*s.pressure * engine::sim::kFullPressure);
  // the cost is that of a pen with tilt
  needle.tilt = eye.lens().tilt_on_skin(*at, s.tilt_deg.value_or(engine::geometry::Vec2{10.0, 5.0}));
  static_cast<void>(sitting.act(trainer::runner::MoveNeedle{needle}));
}

Eye eye_over(const Sitting& sitting, double points_per_mm) {
  Eye eye(sitting.attempt().site->canvas());
  eye.place({0, 0, kWidth, kHeight}, {0, 0, kWidth, kHeight}, 1.0);
  const auto& targets = sitting.attempt().site->targets();
  // the middle of a pad
  const auto p = eye.lens().head() && !targets.empty() ? targets[0].zone.outline[0]
                                                       : engine::scalp::CanvasPoint{30'000, 30'000};
  eye.look_at(p, points_per_mm, {});
  eye.jump();
  return eye;
}

// Handling alone, without a window: 20,000 samples of a pen that wanders.
void handling(const char* what, trainer::lessons::LessonPackage package,
              const trainer::store::Profile& profile) {
  auto sitting = Sitting::start(std::move(package), profile, true, steady_us(), platform::unix_s());
  if (!sitting) return fmt::print("{}: {}\n", what, sitting.error().message);
  const Eye eye = eye_over(**sitting, 14.0);
  std::vector<double> us;
  for (int i = 0; i < 20'000; ++i) {
    const bool contact = i % kSamplesEach != kSamplesEach - 1;
    const platform::PointerSample s{.t_us = steady_us(),
                                    .at = {400.0 + (i % 977) * 0.5, 300.0 + (i / 977) * 8.0},
                                    .pressure = 0.45,
                                    .tilt_deg = engine::geometry::Vec2{20.0, -10.0}};
    const auto begin = std::chrono::steady_clock::now();
    feed(**sitting, eye, s, contact);
    us.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
  }
  print(what, us, "us");
  (*sitting)->close();
}

struct Sent {
  std::atomic<std::int64_t> us = 0;
};

void window(int contacts, trainer::lessons::LessonPackage package, const trainer::store::Profile& profile) {
  support::TabletServer server;
  setenv("DISPLAY", server.display().c_str(), 1);
  unsetenv("WAYLAND_DISPLAY");
  auto opened = platform::Window::open({.title = "smp-pen", .width = kWidth, .height = kHeight},
                                       engine::gl::kNeeded.major, engine::gl::kNeeded.minor);
  if (!opened) return fmt::print("{}\n", opened.error().message);
  if (!engine::gl::load_functions(&platform::Window::load_gl)) return;
  auto picture = trainer::canvas::Picture::make();
  auto sitting =
      Sitting::start(std::move(package), profile, opened->timed_presses(), steady_us(), platform::unix_s());
  if (!picture || !sitting) return fmt::print("no picture or no record\n");
  picture->set_site(*(*sitting)->attempt().site);
  const Eye eye = eye_over(**sitting, 14.0);
  std::vector<Sent> sent(static_cast<std::size_t>(contacts));
  std::atomic<bool> done = false;
  for (int i = 0; i < 20; ++i) static_cast<void>(opened->wait(10ms));
  std::thread hand([&] {
    support::InputtestDevice pen(server.socket("stylus"));
    for (int c = 0; c < contacts; ++c) {
      const double x = 400 + c % 25 * 24.0, y = 250 + c / 25 % 20 * 24.0;
      const auto at = [&](double pressure) {
        return support::Axes{}.set(0, x / kRootW * 65536).set(1, y / kRootH * 65536).set(4, pressure);
      };
      pen.motion(at(0));
      sent[static_cast<std::size_t>(c)].us = steady_us().us;
      pen.button(1, true, at(300));
      for (int i = 0; i < kSamplesEach; ++i) {
        std::this_thread::sleep_for(1ms);
        pen.motion(at(300 + i * 3));
      }
      pen.button(1, false, at(0));
      // out of step with the frames, longer than a bouncing switch
      std::this_thread::sleep_for(std::chrono::milliseconds(67 + c % 17));
    }
    pen.sync();
    done = true;
  });
  std::vector<double> to_state, to_frame, frames, each_us;
  std::size_t dots = 0, contacts_seen = 0;
  bool contact = false;
  for (auto end = steady_us() + engine::core::Span{600'000'000}; steady_us() < end;) {
    const auto events = opened->wait(done ? 300ms : 50ms);
    if (events.empty() && done) break;
    std::vector<engine::core::SteadyTime> new_dots;  // when the hand pressed
    for (const auto& event : events) {
      const auto begin = std::chrono::steady_clock::now();
      const platform::PointerSample* s = nullptr;
      if (const auto* e = std::get_if<platform::PointerMoved>(&event)) s = &e->sample;
      if (const auto* e = std::get_if<platform::PointerPressed>(&event)) s = &e->sample;
      if (const auto* e = std::get_if<platform::PointerReleased>(&event)) s = &e->sample;
      if (s == nullptr || s->kind != platform::PointerKind::Pen) continue;
      if (std::holds_alternative<platform::PointerPressed>(event)) {
        contact = true;
        ++contacts_seen;
      }
      if (std::holds_alternative<platform::PointerReleased>(event)) contact = false;
      feed(**sitting, eye, *s, contact);
      each_us.push_back(
          std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
      if (dots == (*sitting)->attempt().skin.dots.size()) continue;
      dots = (*sitting)->attempt().skin.dots.size();
      new_dots.push_back(engine::core::SteadyTime{sent.at(contacts_seen - 1).us});
      to_state.push_back(static_cast<double>((steady_us() - new_dots.back()).us) / 1000.0);
    }
    if (events.empty()) continue;
    const auto begin = steady_us();
    picture->show((*sitting)->attempt());
    picture->draw(eye.lens().camera(), eye.lens().viewport(), false);
    opened->swap();
    const auto end_us = steady_us();
    frames.push_back(static_cast<double>((end_us - begin).us) / 1000.0);
    for (const auto pressed_us : new_dots)
      to_frame.push_back(static_cast<double>((end_us - pressed_us).us) / 1000.0);
  }
  hand.join();
  print("from the pen's press to the dot in the state", to_state, "ms");
  print("from the pen's press to the frame that shows it", to_frame, "ms");
  print("a frame", frames, "ms");
  print("handling of one sample, in the window", each_us, "us");
  fmt::print("{} contacts, {} dots\n", contacts, (*sitting)->attempt().skin.dots.size());
  (*sitting)->close();
}

}  // namespace

int main(int argc, char** argv) {
  if (bench::told_usage(
          argc, argv,
          "smp-pen [CONTACTS=200]: time from a sample of a pen to its dot and to the frame that shows it"))
    return 0;
  const int contacts = argc > 1 ? std::max(1, std::atoi(argv[1])) : 200;
  std::string folder = (std::filesystem::temp_directory_path() / "smp-pen-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 1;
  {
    auto profile = trainer::store::Profile::open(folder);
    if (!profile) return 1;
    const auto folders = trainer::library::lesson_folders("", profile->folder());
    const auto pad = trainer::library::open_lesson("even-dots", folders),
               head = trainer::library::open_lesson("soft-hairline", folders);
    if (pad) handling("handling of one sample, pad", *pad, *profile);
    if (head) handling("handling of one sample, head", *head, *profile);
    if (const auto why = support::TabletServer::missing(); !why.empty())
      fmt::print("no window: {}\n", why);
    else if (pad)
      window(contacts, *pad, *profile);
  }
  std::filesystem::remove_all(folder);
  return 0;
}
