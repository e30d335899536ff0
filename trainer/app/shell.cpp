#include "trainer/app/shell.h"

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>
#include <typeinfo>
#include <utility>

#include "engine/gl/context.h"
#include "engine/gl/debug.h"
#include "engine/platform/clock.h"
#include "engine/render/skin_tables.h"
#include "trainer/app/saving_places.h"
#include "trainer/app/screenshot.h"
#include "trainer/app/sheets/saving_sheet.h"
#include "trainer/library/open.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/words/say.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;
using engine::platform::steady_us;
using std::chrono::milliseconds;

namespace {

// ImGui needs a press, a release and a settled hover: three frames after the last input.
constexpr int kFramesAfterInput = 3;
constexpr milliseconds kIdleWait{1000};
constexpr milliseconds kSavingWait{
    50};  // while something is on its way to or from a disk, or it is said that it is not
constexpr milliseconds kPatience{3000};

Result<store::Profile> open_profile(const std::string& wanted) {
  std::string folder = wanted;
  if (folder.empty()) {
    auto found = store::default_profile_folder();
    if (!found) return store::Profile::unsaved({}, found.error().message);
    folder = *found;
  }
  // A program that was just closed or killed takes a moment to go.
  return store::Profile::open_or_unsaved(folder, kPatience);
}

}  // namespace

Shell::Shell(Options options, engine::platform::Window window, canvas::Picture picture,
             store::Profile profile)
    : options_(std::move(options)),
      profile_(std::move(profile)),
      reader_([] { engine::platform::Window::wake(); }),
      window_(std::move(window)),
      picture_(std::move(picture)),
      preferences_(profile_),
      feel_(preferences_),
      shelf_(reader_, library::lesson_folders(options_.lessons, profile_.folder())),
      attempts_(reader_, profile_, places_with_records) {
  if (!options_.screenshot.empty()) picture_.be_patient();
}

Result<std::unique_ptr<Shell>> Shell::make(const Options& options) {
  engine::render::begin_skin_tables();
  auto profile = open_profile(options.profile);
  if (!profile) return fail(profile.error());
  auto window = engine::platform::Window::open(
      {.title = "SMP Trainer", .width = options.width, .height = options.height}, engine::gl::kNeeded.major,
      engine::gl::kNeeded.minor);
  if (!window) return fail(window.error());
  if (auto info = engine::gl::load_functions(&engine::platform::Window::load_gl); !info)
    return fail(info.error());
  auto picture = canvas::Picture::make();
  if (!picture) return fail(picture.error());
  std::unique_ptr<Shell> shell(
      new Shell(options, std::move(*window), std::move(*picture), std::move(*profile)));
  const double set = shell->preferences_.now().ui_scale;
  shell->asked_scale_ = static_cast<float>(options.scale > 0 ? options.scale
                                           : set > 0         ? set
                                                             : shell->window_.display_scale());
  const auto size = shell->window_.pixels();
  const float scale =
      ui::fitting_scale(shell->asked_scale_, static_cast<float>(size.width), static_cast<float>(size.height));
  auto imgui = ImguiHost::make(scale);
  if (!imgui) return fail(imgui.error());
  shell->imgui_ = std::move(*imgui);
  shell->ui_.scale = scale;
  shell->ui_.fonts = shell->imgui_->fonts();
  shell->now_us_ = steady_us();
  shell->announce(words::say("Opening\u2026"));
  if (auto opened = shell->open_first_screens(); !opened) return fail(opened.error());
  // Nobody typed for a screen before a record that was asked for by name.
  if (options.replay.empty()) shell->drop_input();
  return shell;
}

Result<void> Shell::run() {
  while (!saving_.ended()) {
    const bool busy = stack_.moving() || frames_.wanted > 0 || options_.frames > 0 || !waiting_.empty();
    if (options_.testify && waiting_.empty())
      testify(!busy && saving_.saving().at_rest() && reader_.at_rest());
    take_waiting(busy);
    tick();
    if (frames_.refused) return fail(*frames_.refused);
    if (!busy && frames_.wanted == 0) continue;
    if (auto fits = fit_scale(); !fits) return fits;
    draw();
    ++frames_.drawn;
    if (frames_.wanted > 0) --frames_.wanted;
    if (options_.frames > 0 && frames_.drawn >= options_.frames) break;
    window_.swap();
    if (auto well = after_frame(); !well) return well;
  }
  if (!options_.screenshot.empty()) {
    const auto size = window_.pixels();
    if (auto saved = save_picture(read_window(size.width, size.height), options_.screenshot); !saved)
      return saved;
  }
  stack_.clear();
  return {};
}

void Shell::take_waiting(bool busy) {
  // Events that waited through a slow start would else put all later ones into the future.
  if (!feel_.needle_down()) window_.settle_clock();
  const bool rest = saving_.saving().at_rest() && reader_.at_rest();
  const milliseconds idle = rest && !saving_.banner() ? kIdleWait : kSavingWait;
  for (auto& event : window_.wait(busy ? milliseconds{0} : idle)) waiting_.push_back(event);
  // A press on a control is shown to the interface before what came after it.
  for (bool control = false; !waiting_.empty() && !control;) {
    const auto event = waiting_.front();
    waiting_.pop_front();
    control = handle(event);
    frames_.wanted = kFramesAfterInput;
  }
}

bool Shell::handle(const engine::platform::InputEvent& event) {
  feel_.remember(event);
  devices_.follow(event);
  testimony_.remember(event);
  const bool control = pointer_.feed(event, stack_.top(), *imgui_);
  stack_.handle(event);
  return control;
}

void Shell::tick() {
  now_us_ = steady_us();
  feel_.begin_turn();
  stack_.tick(now_us_);
  if (feel_.end_turn(now_us_)) frames_.wanted = std::max(frames_.wanted, 1);
  follow_saving();
}

void Shell::follow_saving() {
  for (const auto& folder : saving_.saving().folders()) attempts_.remember(folder);
  const auto turn = saving_.turn(now_us_, feel_.needle_down(), stack_.sheet());
  if (turn.redraw) frames_.wanted = std::max(frames_.wanted, 1);
  if (turn.closed) attempts_.refresh();
  if (turn.ask) stack_.show_sheet(saving_sheet(*turn.ask));
}

Result<void> Shell::fit_scale() {
  const auto size = window_.pixels();
  const float room = static_cast<float>(size.height) - (saving_.room() ? ui::kBannerPt * asked_scale_ : 0);
  const float scale = ui::fitting_scale(asked_scale_, static_cast<float>(size.width), room);
  if (scale == ui_.scale) return {};
  if (auto built = imgui_->set_scale(scale); !built) return built;
  ui_.scale = scale;
  ui_.fonts = imgui_->fonts();
  return {};
}

void Shell::draw() {
  const auto size = window_.pixels();
  const ui::Frame f = frame();
  const bool sheet = stack_.sheet();
  Screen& below = stack_.room();
  below.place(f);
  if (sheet) stack_.top().place(f);
  ui_.theme = preferences_.theme();
  ui_.left_handed = preferences_.now().left_handed;
  ui_.cursor = true;
  imgui_->begin(size, now_us_);
  ui_.focus.begin_frame();
  Asked asked;
  {
    const ui::Surface surface("root", f.window);
    ui_.blocked = sheet;
    ui_.fill(f.window, ui_.col(ui::Token::Bg));
    below.draw(ui_, asked);
    ui_.blocked = false;
  }
  if (sheet) {
    const ui::Surface surface("sheet", f.window, true);
    ui::draw_scrim(ui_, f);
    stack_.top().draw(ui_, asked);
  }
  draw_banner(asked);
  window_.show_cursor(ui_.cursor);
  clear_window(size.width, size.height);
  imgui_->end();
  ui_.focus.end_frame();
  if (!asked.empty()) frames_.wanted = kFramesAfterInput;
  stack_.follow_all(asked);
}

void Shell::draw_banner(Asked& asked) {
  if (!saving_.banner()) return;
  const auto size = window_.pixels();
  const ui::Rect r =
      ui::banner_rect({{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}, ui_.scale});
  const ui::Surface surface("banner", r, true);
  ui::IntentsOf<> intents;
  ui::draw_banner(ui_, r, *saving_.banner(), intents);
  for (const auto& intent : intents)
    asked.emplace_back([intent] { return Next{Pass{std::get<ui::Command>(intent)}}; });
}

Result<void> Shell::after_frame() {
  if (options_.fail_at_frame > 0 && frames_.drawn >= options_.fail_at_frame)
    throw std::runtime_error("as a test asked");
  if (options_.print_start) print_start();
  if (options_.slow_frames_ms > 0) std::this_thread::sleep_for(milliseconds(options_.slow_frames_ms));
  const int every = options_.lose_context_every;
  if (every > 0)
    if (const auto error = engine::gl::take_error(); !error.empty()) return fail("OpenGL: " + error);
  if ((every > 0 && frames_.drawn % every == 0) || engine::gl::context_lost()) return renew_graphics();
  return {};
}

Result<void> Shell::renew_graphics() {
  const auto fonts = imgui_->files();
  imgui_.reset();
  picture_.release();
  static_cast<void>(stack_.graphics(Graphics::Lost));
  if (auto renewed = window_.renew_context(); !renewed) return renewed;
  if (auto info = engine::gl::load_functions(&engine::platform::Window::load_gl); !info)
    return fail(info.error());
  auto imgui = ImguiHost::make(ui_.scale, fonts);
  if (!imgui) return fail(imgui.error());
  imgui_ = std::move(*imgui);
  ui_.fonts = imgui_->fonts();
  if (auto restored = stack_.graphics(Graphics::Back); !restored) return restored;
  if (!picture_.has_renderer())
    if (auto restored = picture_.restore(nullptr); !restored) return restored;
  frames_.wanted = std::max(frames_.wanted, 2);
  return {};
}

void Shell::testify(bool rest) {
  const auto size = window_.pixels();
  const Screen& seen = stack_.top();
  if (const auto line = testimony_.saving(saving_.saving())) tell(*line);
  if (const auto line = testimony_.now(typeid(seen).name(), size.width, size.height, rest)) tell(*line);
}

void Shell::print_start() {
  if (frames_.picture_us) return;
  const engine::core::Span age_us = engine::platform::process_age_us();
  if (!frames_.first_us) frames_.first_us = age_us;
  if (picture_.waits() || !reader_.at_rest()) return;  // lists, too, are part of it
  frames_.picture_us = age_us;
  std::printf("{\"first_frame_ms\": %lld, \"whole_picture_ms\": %lld}\n",
              static_cast<long long>(frames_.first_us->us / 1000),
              static_cast<long long>(frames_.picture_us->us / 1000));
  std::fflush(stdout);
}

}  // namespace trainer::app
