#include "trainer/app/app.h"

#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "engine/gl/context.h"
#include "engine/gl/debug.h"
#include "engine/platform/clock.h"
#include "engine/render/skin_tables.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screenshot.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using engine::platform::steady_us;

namespace {

// ImGui needs a press, a release and a settled hover: three frames after the last input.
constexpr int kFramesAfterInput = 3;
constexpr std::chrono::milliseconds kIdleWait{1000};
constexpr std::chrono::milliseconds kPatience{3000};
constexpr std::int64_t kRememberUs = 3'000'000;  // a view that changed is written down this often

ui::Theme theme_from(const std::string& word) {
  return word == "light"           ? ui::Theme::Light
         : word == "high_contrast" ? ui::Theme::HighContrast
                                   : ui::Theme::Dark;
}

}  // namespace

App::App(Options options, engine::platform::Window window, Picture picture, store::Profile profile)
    : options_(std::move(options)),
      window_(std::move(window)),
      picture_(std::move(picture)),
      profile_(std::move(profile)) {}

App::~App() {
  if (sitting_ != nullptr) sitting_->close();
}

Result<std::unique_ptr<App>> App::make(const Options& options) {
  std::string folder = options.profile;
  if (folder.empty()) {
    auto found = store::default_profile_folder();
    if (!found) return fail(found.error());
    folder = *found;
  }
  engine::render::begin_skin_tables();
  // A program that was just closed or killed takes a moment to go.
  auto profile = store::Profile::open(folder, kPatience);
  if (!profile) return fail(profile.error());
  auto window = engine::platform::Window::open(
      {.title = "SMP Trainer", .width = options.width, .height = options.height}, engine::gl::kNeeded.major,
      engine::gl::kNeeded.minor);
  if (!window) return fail(window.error());
  if (auto info = engine::gl::load_functions(&engine::platform::Window::load_gl); !info)
    return fail(info.error());
  auto picture = Picture::make();
  if (!picture) return fail(picture.error());
  std::unique_ptr<App> app(new App(options, std::move(*window), std::move(*picture), std::move(*profile)));
  if (auto settings = app->profile_.load_settings())
    app->settings_ = std::move(*settings);
  else
    app->home_.problems.push_back(engine::core::describe(settings.error()));
  const double scale = options.scale > 0             ? options.scale
                       : app->settings_.ui_scale > 0 ? app->settings_.ui_scale
                                                     : app->window_.display_scale();
  auto imgui = ImguiHost::make(static_cast<float>(scale));
  if (!imgui) return fail(imgui.error());
  app->imgui_ = std::move(*imgui);
  app->ui_.scale = static_cast<float>(scale);
  app->ui_.fonts = app->imgui_->fonts();
  app->ui_.theme = theme_from(app->settings_.theme);
  app->now_us_ = steady_us();
  app->announce("Opening\u2026");
  if (auto opened = app->open_first_screen(); !opened) return fail(opened.error());
  // nobody typed for a screen before a record that was asked for by name
  if (app->options_.replay.empty()) app->drop_input();
  return app;
}

Result<void> App::open_first_screen() {
  if (!options_.replay.empty()) {
    auto sitting = Sitting::look_at(options_.replay);
    if (!sitting) return fail(sitting.error());
    list_home();
    open_review(std::move(*sitting), options_.print_result);
    return {};
  }
  if (!options_.lesson.empty()) {
    auto package = open_lesson(options_.lesson, lesson_folders(options_.lessons, profile_.folder()));
    if (!package) return fail(package.error());
    list_home();
    open_brief(std::move(*package));
    return {};
  }
  // Work that was broken off comes first: the first minutes go on by themselves, everything else is offered.
  const auto unfinished = profile_.unfinished();
  if (settings_.first_run_done || (!unfinished.empty() && unfinished.front().lesson_id != kFirstLessonId))
    go_home();
  else if (!unfinished.empty())
    continue_record(unfinished.front().path);
  else
    start_first_run();
  return {};
}

void App::list_home() {
  list_lessons(lesson_folders(options_.lessons, profile_.folder()), home_);
  minutes_.reset();
  minutes_due_ = true;
}

void App::take_minutes() {
  if (minutes_due_ && screen_ == Screen::Home && frames_drawn_ > 0) {
    std::vector<std::string> paths;
    for (const auto& card : home_.lessons) paths.push_back(card.path);
    minutes_.emplace(std::move(paths), [this] { window_.wake(); });
    minutes_due_ = false;
  }
  if (!minutes_) return;
  // a screenshot shows everything
  const auto known = options_.screenshot.empty() ? minutes_->collect() : minutes_->wait();
  if (!known) return;
  for (auto& card : home_.lessons)
    if (const auto words = known->find(card.path); words != known->end()) card.minutes = words->second;
  minutes_.reset();
  frames_wanted_ = std::max(frames_wanted_, 1);
}

void App::apply_scale(double scale) {
  if (auto built = imgui_->set_scale(static_cast<float>(scale)); !built)
    return fail_softly(built.error().message);
  ui_.scale = static_cast<float>(scale);
  ui_.fonts = imgui_->fonts();
  settings_.ui_scale = scale;
  save_settings();
  lay_out();
  if (screen_ == Screen::Work || screen_ == Screen::FirstRun)
    reset_view();
  else if (eye_)
    eye_->whole(now_us_);
}

// A key that was meant for the screen before must not press a button of the one after.
void App::drop_input() {
  for (auto& event : window_.wait(std::chrono::milliseconds{0})) {
    if (std::holds_alternative<engine::platform::CloseAsked>(event)) quit_ = true;
    handle_device(event);
    pointers_.follow(event);
  }
  waiting_.clear();
}

Result<void> App::renew_graphics() {
  imgui_.reset();
  picture_.release();
  question_picture_ = {};
  question_picture_of_.clear();
  if (years_) years_->experts().release();
  if (auto renewed = window_.renew_context(); !renewed) return renewed;
  if (auto info = engine::gl::load_functions(&engine::platform::Window::load_gl); !info)
    return fail(info.error());
  auto imgui = ImguiHost::make(ui_.scale);
  if (!imgui) return fail(imgui.error());
  imgui_ = std::move(*imgui);
  ui_.fonts = imgui_->fonts();
  const auto* site = sitting_ ? sitting_->attempt().site.get() : nullptr;
  if (auto restored = picture_.restore(site); !restored) return restored;
  if (years_) {
    if (auto restored = years_->experts().restore(site); !restored) return restored;
    years_->make_stale();
  }
  frames_wanted_ = std::max(frames_wanted_, 2);
  return {};
}

bool App::moving() const {
  return picture_.waits() || hand_.needle || rippling() || flash_ || (eye_ && eye_->flying()) ||
         (review_ && screen_ == Screen::Debrief && review_->panel().playing);
}

Result<void> App::run() {
  std::int64_t last = steady_us();
  while (!quit_) {
    const bool busy = moving() || frames_wanted_ > 0 || options_.frames > 0 || !waiting_.empty();
    // Events that waited through a slow start would else put all later ones into the future.
    if (!hand_.needle) window_.settle_clock();
    for (auto& event : window_.wait(busy ? std::chrono::milliseconds{0} : kIdleWait))
      waiting_.push_back(event);
    // A press on a control is shown to the interface before what came after it.
    bool control = false;
    while (!waiting_.empty() && !control) {
      const auto event = waiting_.front();
      waiting_.pop_front();
      handle(event);
      frames_wanted_ = kFramesAfterInput;
      control = (std::holds_alternative<engine::platform::PointerPressed>(event) ||
                 std::holds_alternative<engine::platform::PointerReleased>(event)) &&
                !over_canvas(hand_.at);
    }
    watch_the_clock();
    take_minutes();
    follow_feel();
    // A crash should cost no more than the last few seconds of looking round.
    if (!hand_.needle && steady_us() - remembered_us_ > kRememberUs) remember_view();
    if (!busy && frames_wanted_ == 0) {
      last = steady_us();
      continue;
    }
    now_us_ = steady_us();
    if (eye_) eye_->fly(now_us_);
    if (flash_ && now_us_ > flash_->until_us) flash_.reset();
    if (review_) review_->tick(std::min<std::int64_t>(now_us_ - last, 250'000));
    last = now_us_;
    frame();
    ++frames_drawn_;
    if (frames_wanted_ > 0) --frames_wanted_;
    if (options_.frames > 0 && frames_drawn_ >= options_.frames) break;
    window_.swap();
    if (options_.print_start) print_start();
    if (options_.slow_frames_ms > 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(options_.slow_frames_ms));
    const bool asked = options_.lose_context_every > 0 && frames_drawn_ % options_.lose_context_every == 0;
    if (options_.lose_context_every > 0)
      if (const auto error = engine::gl::take_error(); !error.empty()) return fail("OpenGL: " + error);
    if (asked || engine::gl::context_lost())
      if (auto renewed = renew_graphics(); !renewed) return renewed;
  }
  remember_view();
  if (sitting_ != nullptr) sitting_->close();
  return options_.screenshot.empty() ? Result<void>{} : take_screenshot();
}

void App::watch_the_clock() {
  if ((screen_ != Screen::Work && screen_ != Screen::Theory) || !sitting_ || sitting_->read_only()) return;
  const std::int64_t now = sitting_->time(steady_us());
  if (now / 1'000'000 != ticked_s_) frames_wanted_ = std::max(frames_wanted_, 1);
  ticked_s_ = now / 1'000'000;
  if (hand_.needle || !runner::time_is_up(sitting_->attempt(), now)) return;
  finish_work();
}

void App::print_start() {
  if (picture_us_) return;
  const std::int64_t age_us = engine::platform::process_age_us();
  if (!first_frame_us_) first_frame_us_ = age_us;
  if (picture_.waits()) return;
  picture_us_ = age_us;
  std::printf("{\"first_frame_ms\": %lld, \"whole_picture_ms\": %lld}\n",
              static_cast<long long>(*first_frame_us_ / 1000), static_cast<long long>(*picture_us_ / 1000));
  std::fflush(stdout);
}

Result<void> App::take_screenshot() {
  const auto size = window_.pixels();
  return engine::render::save_png(read_window(size.width, size.height), options_.screenshot);
}

void App::save_settings() {
  settings_.theme = ui_.theme == ui::Theme::Light          ? "light"
                    : ui_.theme == ui::Theme::HighContrast ? "high_contrast"
                                                           : "dark";
  if (auto saved = profile_.save_settings(settings_); !saved) message_ = saved.error().message;
}

void App::fail_softly(const std::string& what) {
  message_ = what;
  home_.problems.push_back(what);
}

}  // namespace trainer::app
