#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "engine/platform/clock.h"
#include "trainer/app/app.h"
#include "trainer/app/home_cards.h"
#include "trainer/app/lesson_files.h"
#include "trainer/canvas/patches.h"
#include "trainer/robots/robot.h"

namespace trainer::app {

using engine::platform::steady_us;
using engine::platform::unix_s;

namespace {

constexpr engine::core::Seed kDemonstrationSeed = 7;

std::string name_of(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

}  // namespace

void App::show(std::unique_ptr<Sitting> sitting) {
  years_.reset();
  review_.reset();
  eye_.reset();
  hand_ = {};
  flash_.reset();
  message_.clear();
  beside_.clear();
  drawing_.clear();
  ask_again_.clear();
  asked_again_.reset();
  question_picture_ = {};
  question_picture_of_.clear();
  mirror_ = loupe_ = stretch_ = {};
  tray_ = {};
  overlay_list_ = false;
  review_map_.reset();
  tape_.clear();
  thirds_.reset();
  heat_of_.reset();
  expert_.clear();
  next_dot_for_ = ~std::size_t{0};
  sitting_ = std::move(sitting);
  picture_.set_site(*sitting_->attempt().site);
  eye_.emplace(sitting_->attempt().site->canvas());
  sheet_ = Sheet::None;
}

void App::remember_view() {
  if (!eye_ || !sitting_ || sitting_->read_only() || screen_ != Screen::Work) return;
  remembered_us_ = steady_us();
  auto& remembered = settings_.last_view[name_of(sitting_->record())];
  const std::string now = eye_->words();
  if (remembered == now) return;
  remembered = now;
  save_settings();
}

void App::close_sitting() {
  remember_view();
  if (sitting_ == nullptr) return;
  interrupt(steady_us());
  sitting_->close();
  if (const auto trouble = sitting_->saving_trouble(); !trouble.empty()) home_.problems.push_back(trouble);
}

void App::go_home() {
  close_sitting();
  years_.reset();
  review_.reset();
  eye_.reset();
  first_.reset();
  sitting_.reset();
  watched_from_.reset();
  screen_ = Screen::Home;
  sheet_ = Sheet::None;
  const auto problems = std::move(home_.problems);
  home_ = {};
  list_home();
  home_.problems.insert(home_.problems.end(), problems.begin(), problems.end());
  home_.go_on = continue_card(profile_);
  add_earlier_work(profile_, home_);
}

void App::open_brief(const std::string& lesson) {
  auto package = open_lesson(lesson, lesson_folders(options_.lessons, profile_.folder()));
  if (!package) return fail_softly(package.error().message);
  open_brief(std::move(*package));
}

void App::open_brief(lessons::LessonPackage package) {
  close_sitting();
  if (std::holds_alternative<engine::scalp::Client>(package.lesson.canvas))
    announce("Preparing the client\u2026");
  auto sitting = Sitting::preview(std::move(package));
  drop_input();
  if (!sitting) return fail_softly(sitting.error().message);
  first_.reset();
  show(std::move(*sitting));
  broken_off_ = continue_card(profile_, sitting_->package().lesson.id);
  screen_ = Screen::Brief;
  lay_out();
  eye_->stand(5, now_us_);
  eye_->jump();
}

void App::start_work(lessons::LessonPackage package) {
  if (package.lesson.device == lessons::Needed::Pen && !pointers_.pen_at_hand()) {
    sheet_ = Sheet::NeedsPen;
    return;
  }
  watched_from_.reset();
  close_sitting();
  if (std::holds_alternative<engine::scalp::Client>(package.lesson.canvas))
    announce("Preparing the client\u2026");
  auto sitting = Sitting::start(std::move(package), profile_, window_.timed_presses(), steady_us(), unix_s(),
                                calibrations());
  drop_input();
  if (!sitting) return fail_softly(sitting.error().message);
  show(std::move(*sitting));
  // The brief was read on the screen before.
  const auto& steps = sitting_->attempt().site->lesson().steps;
  while (steps[static_cast<std::size_t>(sitting_->attempt().step)].kind == lessons::StepKind::Brief)
    if (auto done = sitting_->act(runner::NextStep{sitting_->time(steady_us())}); !done) break;
  enter_step();
}

void App::continue_record(const std::string& path) {
  close_sitting();
  announce("Bringing your work back\u2026");
  auto sitting = Sitting::go_on(path, window_.timed_presses(), steady_us(), unix_s(), calibrations());
  drop_input();
  if (!sitting) return fail_softly(sitting.error().message);
  show(std::move(*sitting));
  if (sitting_->package().lesson.id == kFirstLessonId) return enter_first_run();
  enter_step();
  if (screen_ != Screen::Work) return;
  if (const auto view = settings_.last_view.find(name_of(path)); view != settings_.last_view.end())
    eye_->recall(view->second);
}

void App::enter_work() {
  first_.reset();
  worked_with_.clear();
  device_choice_ = false;
  screen_ = Screen::Work;
  lay_out();
  patch_ = 0;
  overlays_ = first_overlays(sitting_->attempt().site->lesson());
  patches_ = patches(*sitting_->attempt().site, view_mm());
  stretch(steady_us());  // the work may have been broken off with the skin stretched
  reset_view();
  eye_->jump();
}

void App::start_first_run() {
  close_sitting();
  auto package = first_lesson();
  if (!package) return fail_softly(package.error().message);
  auto sitting = Sitting::start(std::move(*package), profile_, window_.timed_presses(), steady_us(), unix_s(),
                                calibrations());
  if (!sitting) return fail_softly(sitting.error().message);
  show(std::move(*sitting));
  enter_first_run();
}

void App::enter_first_run() {
  first_.emplace();
  first_->follow(sitting_->attempt());
  if (first_->state().part == ui::FirstPart::Compare) beside_ = expert_beside(sitting_->attempt());
  screen_ = Screen::FirstRun;
  lay_out();
  reset_view();
  eye_->jump();
}

void App::go_on_in_first_run(FirstMinutes::Onward onward) {
  if (onward == FirstMinutes::Onward::Leave) return leave_first_run();
  interrupt(steady_us());
  if (auto done = sitting_->act(runner::NextStep{sitting_->time(steady_us())}); !done)
    return fail_softly(done.error().message);
  first_->follow(sitting_->attempt());
  if (first_->state().part == ui::FirstPart::Compare) beside_ = expert_beside(sitting_->attempt());
  reset_view();
}

void App::leave_first_run() {
  settings_.first_run_done = true;
  save_settings();
  if (sitting_ != nullptr && !sitting_->read_only()) {
    interrupt(steady_us());
    if (auto finished = sitting_->act(runner::Finish{sitting_->time(steady_us())}); !finished)
      home_.problems.push_back(finished.error().message);
  }
  go_home();
}

void App::finish_work() {
  interrupt(steady_us());
  if (auto finished = sitting_->act(runner::Finish{sitting_->time(steady_us())}); !finished)
    return fail_softly(finished.error().message);
  settings_.last_view.erase(name_of(sitting_->record()));
  sitting_->close();
  const std::string trouble = sitting_->saving_trouble();
  open_review(std::move(sitting_), options_.print_result);
  if (!trouble.empty()) message_ = trouble;
}

void App::end_session() {
  interrupt(steady_us());
  const auto kind = [this] {
    return sitting_->attempt().site->lesson().steps[static_cast<std::size_t>(sitting_->attempt().step)].kind;
  };
  bool healed = false;
  while (!healed || (kind() != lessons::StepKind::NeedleWork && kind() != lessons::StepKind::Needling)) {
    if (auto done = sitting_->act(runner::NextStep{sitting_->time(steady_us())}); !done)
      return fail_softly(done.error().message);
    healed = healed || kind() == lessons::StepKind::Healing;
    if (kind() != lessons::StepKind::Theory) continue;
    ask();
    if (healed) sheet_ = Sheet::Healed;
    return;
  }
  next_dot_for_ = ~std::size_t{0};
  expert_.clear();
  message_.clear();
  patch_ = 0;
  reset_view();
  sheet_ = Sheet::Healed;
}

void App::open_review(std::unique_ptr<Sitting> sitting, bool print, bool watching) {
  show(std::move(sitting));
  screen_ = Screen::Debrief;
  review_ = std::make_unique<Review>(*sitting_, watching);
  lay_out();
  reset_view();
  eye_->jump();
  if (!print) return;
  std::printf("%s\n", review_->result_line().c_str());
  std::fflush(stdout);
}

void App::review_record(const std::string& path) {
  auto sitting = Sitting::look_at(path);
  if (!sitting) return fail_softly(engine::core::describe(sitting.error()));
  open_review(std::move(*sitting), false);
}

void App::open_healed() {
  if (sitting_->attempt().site->targets().empty()) return;  // nothing was worked
  announce("Letting the years pass\u2026");
  picture_.wait();
  auto years = Years::make(*sitting_, picture_);
  drop_input();
  if (!years) return fail_softly(years.error().message);
  years_ = std::move(*years);
  screen_ = Screen::Healed;
  loupe_ = {};
  lay_out();
  reset_view();
  eye_->jump();
}

void App::back_to_review() {
  years_.reset();
  screen_ = Screen::Debrief;
  lay_out();
  reset_view();
  eye_->jump();
}

void App::watch_expert() {
  auto package = sitting_->package();
  auto events =
      robots::perform(package.lesson, sitting_->attempt().site->canvas(), "expert", 1.0, kDemonstrationSeed);
  if (!events) return fail_softly(events.error().message);
  auto sitting = Sitting::demonstration(package, std::move(*events));
  if (!sitting) return fail_softly(sitting.error().message);
  open_review(std::move(*sitting), false, true);
  watched_from_ = std::move(package);
  review_->set_speed(16.0);
  review_->toggle_play();
}

void App::next_lesson() {
  const auto& cards = home_.lessons;
  const std::string id = sitting_ ? sitting_->package().lesson.id : "";
  for (std::size_t i = 0; i + 1 < cards.size(); ++i)
    if (cards[i].id == id) return open_brief(std::string(cards[i + 1].path));
  go_home();
}

}  // namespace trainer::app
