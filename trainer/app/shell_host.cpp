// What the stack of screens asks of the window, and with which of them it begins.
#include <algorithm>
#include <functional>
#include <utility>

#include "engine/platform/clock.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/saving_places.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/app/screens/wait_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/screenshot.h"
#include "trainer/app/shell.h"
#include "trainer/library/attempt_list.h"
#include "trainer/words/reading.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using engine::platform::steady_us;

namespace {

// Work that was broken off comes first: the first minutes go on by themselves, everything else is offered by
// home.
Opener first_of(const std::string& records) {
  auto attempts = library::AttemptIndex(records).refresh();
  for (const auto& folder : places_with_records()) {  // the first minutes may have been saved elsewhere
    library::AttemptIndex index(folder);
    for (const auto& attempt : index.refresh())
      if (attempt.lesson_id == kFirstLessonId) attempts.push_back(attempt);
  }
  std::stable_sort(attempts.begin(), attempts.end(),
                   [](const auto& a, const auto& b) { return a.changed_s > b.changed_s; });
  const auto unfinished =
      std::find_if(attempts.begin(), attempts.end(), [](const auto& a) { return !a.finished; });
  if (unfinished == attempts.end()) return first_minutes().open;
  return unfinished->lesson_id == kFirstLessonId ? continue_work(unfinished->path).open : Opener();
}

// What was asked for on the command line: why it cannot be shown is told, for the program to end with it.
Push named(const Opener& open, std::function<void(const std::string&)> tell) {
  return {[open, tell = std::move(tell)](House& house) {
    auto made = open(house);
    if (auto* waiting = made ? dynamic_cast<WaitScreen*>(made->get()) : nullptr) waiting->tell_refusal(tell);
    return made;
  }};
}

}  // namespace

Result<void> Shell::open_first_screens() {
  const bool patient = !options_.screenshot.empty();
  stack_.begin(std::make_unique<HomeScreen>(reader_, shelf_, attempts_, saving_.saving(), devices_,
                                            preferences_, patient));
  if (!options_.replay.empty() || !options_.lesson.empty()) {
    const Opener open =
        !options_.replay.empty() ? review_of(options_.replay).open : brief_of(shelf_, options_.lesson).open;
    if (options_.frames > 0) return stack_.push(open);  // whoever counts frames wants those of that screen
    stack_.follow(named(open, [this](const std::string& why) { frames_.refused = why; }));
    return {};
  }
  if (preferences_.now().first_run_done) {
    stack_.arrive({});
    return {};
  }
  stack_.follow(Push{[records = profile_.records_folder()](House& house) {
    return std::make_unique<WaitScreen>(
        house.reader, [records] { return first_of(records); }, words::reading_lists());
  }});
  return {};
}

House Shell::house() {
  return {
      options_,  window_.timed_presses(), picture_, profile_, preferences_, devices_, feel_, reader_, shelf_,
      attempts_, saving_.saving()};
}

ui::Frame Shell::frame() const {
  const auto size = window_.pixels();
  ui::Frame frame{{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)},
                  ui_.scale,
                  preferences_.now().left_handed};
  if (saving_.room()) frame.window.take_top(ui::banner_rect(frame).h);
  return frame;
}

void Shell::announce(const std::string& what) {
  const auto size = window_.pixels();
  imgui_->begin(size, steady_us());
  {
    const ui::Frame f = frame();
    const ui::Surface surface("root", f.window);
    ui_.theme = preferences_.theme();
    ui_.left_handed = preferences_.now().left_handed;
    ui_.fill(f.window, ui_.col(ui::Token::Bg));
    ui_.text_in(f.window, ui::Style::Body, ui_.col(ui::Token::T2), what, ui::Align::Centre);
  }
  clear_window(size.width, size.height);
  imgui_->end();
  window_.swap();
}

// A key that was meant for the screen before must not press a button of the one after.
void Shell::drop_input() {
  for (auto& event : window_.wait(std::chrono::milliseconds{0})) {
    if (std::holds_alternative<engine::platform::CloseAsked>(event)) saving_.want_end();
    devices_.follow(event);
  }
  waiting_.clear();
}

void Shell::redraw() {
  frames_.wanted = std::max(frames_.wanted, 1);
}

Result<void> Shell::rescale(double scale) {
  asked_scale_ = static_cast<float>(scale);
  if (auto fits = fit_scale(); !fits) return fits;
  preferences_.change([&](store::Settings& s) { s.ui_scale = scale; });
  return {};
}

}  // namespace trainer::app
