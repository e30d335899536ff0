// What a screen of the window is given, without a window: a profile in a folder of its own, lessons, devices,
// a picture that shows nothing; and hands that reach it as the shell would hand them on.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/lessons.h"
#include "trainer/app/house.h"
#include "trainer/app/screen.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/sitting.h"
#include "trainer/app/way.h"

namespace rooms {

using engine::geometry::Vec2;
using engine::scalp::CanvasPoint;
namespace platform = engine::platform;
namespace app = trainer::app;
namespace ui = trainer::ui;
namespace lessons = trainer::lessons;
namespace runner = trainer::runner;

// The steady clock when a test begins, us.
constexpr engine::core::SteadyTime kNow{1'000'000'000};
constexpr engine::core::WallTime kUnix{1'700'000'000};
constexpr engine::core::Span kSecond{1'000'000};
constexpr engine::core::Span kPress{150'000};  // reaches the middle of the band
inline const ui::Frame kFrame{{0, 0, 1280, 800}, 1.0F, false};

inline const platform::Device kPen{
    .id = 7, .kind = platform::PointerKind::Pen, .name = "A pen", .path = "X11, XInput 2", .pressure = true};
inline const platform::Device kOtherPen{.id = 8,
                                        .kind = platform::PointerKind::Pen,
                                        .name = "Another pen",
                                        .path = "X11, XInput 2",
                                        .pressure = true};

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

lessons::LessonPackage package(const support::LessonBuilder& lesson);

// A disk from which is read: it answers when a test lets it.
class Disk {
 public:
  void let(bool answers);
  void pass();  // whoever reads stands here until then

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool answers_ = true;
};

// All that the shell owns but the window.
class Household {
 public:
  // The lessons stand on the shelf.
  explicit Household(const std::vector<support::LessonBuilder>& lessons = {});
  ~Household() { disk.let(true); }
  Household(const Household&) = delete;
  Household& operator=(const Household&) = delete;

  app::House house();
  std::unique_ptr<app::Sitting> sit(const support::LessonBuilder& lesson, app::Calibrations known = {});
  app::Underway underway(const support::LessonBuilder& lesson, app::Calibrations known = {});
  void connect(const platform::Device& device);
  // Records in the profile, latest first: those that were finished, or those that were not.
  [[nodiscard]] std::vector<trainer::store::RecordGlance> records(bool finished);
  // All that was asked for has been read, and the screen has taken it.
  app::Next settle(app::Screen& screen);
  // The screen that an opener makes, once what it reads is read.
  engine::core::Result<std::unique_ptr<app::Screen>> open(const app::Opener& opener);
  // As the shell hands it on: who remembers pointers and devices is told first.
  app::Next give(app::Screen& screen, const platform::InputEvent& event);

  Folder folder;
  trainer::store::Profile profile;
  app::Preferences preferences;
  app::Devices devices;
  app::Feel feel;
  Disk disk;
  app::Reader reader{{}, [this] { disk.pass(); }};
  app::Shelf shelf;
  app::Attempts attempts;
  app::Saving saving;
  trainer::canvas::Picture picture;
  app::Options options;
};

// It lies in a window of 1280 x 800 and has arrived.
void show(app::Screen& screen, engine::core::SteadyTime now_us = kNow, const ui::Frame& frame = kFrame);

platform::PointerSample mouse(engine::core::SteadyTime t_us, Vec2 at);
platform::PointerSample pen(engine::core::SteadyTime t_us, Vec2 at, double pressure,
                            const platform::Device& device = kPen);
platform::PointerSample eraser(engine::core::SteadyTime t_us, Vec2 at);
platform::KeyChanged key(char symbol, platform::Modifiers modifiers = {}, bool down = true);
platform::KeyChanged key(platform::Key key, platform::Modifiers modifiers = {}, bool down = true);

// What came out is of this kind.
template <class T>
const T& is(const app::Next& next) {
  REQUIRE(std::holds_alternative<T>(next));
  return std::get<T>(next);
}
inline bool stays(const app::Next& next) {
  return std::holds_alternative<app::Stay>(next);
}
// The screen that opens is of this kind, and has not arrived yet.
template <class S>
std::unique_ptr<S> opened(const app::Opener& open, Household& home) {
  auto made = home.open(open);
  REQUIRE(made);
  auto* screen = dynamic_cast<S*>(made->get());
  REQUIRE(screen != nullptr);
  static_cast<void>(made->release());
  return std::unique_ptr<S>(screen);
}

// How many of the attempt's events are of this kind, of the lesson's or the sim's.
template <class T>
std::size_t count(const std::vector<runner::AttemptEvent>& events) {
  std::size_t n = 0;
  for (const auto& event : events) {
    if constexpr (std::is_constructible_v<engine::sim::Event, T>) {
      const auto* of_sim = std::get_if<engine::sim::Event>(&event);
      n += of_sim != nullptr && std::holds_alternative<T>(*of_sim) ? 1 : 0;
    } else {
      n += std::holds_alternative<T>(event) ? 1 : 0;
    }
  }
  return n;
}

// A frame that somebody may look at: fonts, a mouse, no GL.
class Paper {
 public:
  Paper();
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  // What its controls ask for when nothing, or this place, is pressed.
  app::Asked draw(app::Screen& screen, Vec2 at = Vec2{-1.0}, bool down = false);
  app::Asked click(app::Screen& screen, Vec2 at);
  ui::Ui ui;
};

}  // namespace rooms
