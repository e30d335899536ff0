// The shell's stack of screens: what lies on top, and how another one comes there.
#include <algorithm>
#include <utility>

#include "engine/platform/clock.h"
#include "trainer/app/lesson_files.h"
#include "trainer/app/screens/brief_screen.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/app/screens/work_screen.h"
#include "trainer/app/shell.h"

namespace trainer::app {

using engine::core::fail;
using engine::core::Result;

std::size_t Shell::room() const {
  std::size_t i = stack_.size() - 1;
  while (i > 0 && stack_[i]->kind() == Screen::Kind::Sheet) --i;
  return i;
}

Result<void> Shell::push(const Opener& open) {
  House all = house();
  auto made = open(all);
  if (!made) return fail(made.error());
  stack_.push_back(std::move(*made));
  ui_.focus.at = 0;
  top().place(frame_rect());
  top().arrive({});
  return {};
}

Result<void> Shell::open_first_screens() {
  const bool patient = !options_.screenshot.empty();
  stack_.push_back(std::make_unique<HomeScreen>(
      shelf_, attempts_, devices_, preferences_, [] { engine::platform::Window::wake(); }, patient));
  if (!options_.replay.empty()) return push(review_of(options_.replay).open);
  if (!options_.lesson.empty()) {
    const Next brief = brief_of(shelf_, options_.lesson);
    if (const auto* refused = std::get_if<Stay>(&brief)) return fail(refused->said);
    const auto& there = std::get<Push>(brief);
    if (!there.announce.empty()) announce(there.announce);
    return push(there.open);
  }
  // Work that was broken off comes first: the first minutes go on by themselves, everything else is offered.
  const auto& attempts = attempts_.refresh();
  const auto unfinished =
      std::find_if(attempts.begin(), attempts.end(), [](const auto& a) { return !a.finished; });
  const bool none = unfinished == attempts.end();
  const bool other_work = !none && unfinished->lesson_id != kFirstLessonId;
  if (preferences_.now().first_run_done || other_work) {
    top().place(frame_rect());
    top().arrive({});
    return {};
  }
  const Push first = none ? first_minutes() : continue_work(unfinished->path);
  if (auto opened = push(first.open); !opened) top().arrive(opened.error().message);
  return {};
}

void Shell::open(const Opener& open, const std::string& announce, bool instead) {
  if (!announce.empty()) this->announce(announce);
  House all = house();
  auto made = open(all);
  if (!announce.empty()) drop_input();
  if (!made) return top().arrive(engine::core::describe(made.error()));
  if (instead) stack_.pop_back();
  stack_.push_back(std::move(*made));
  ui_.focus.at = 0;
  top().place(frame_rect());
  top().arrive({});
}

void Shell::close(const Pop& pop) {
  if (stack_.size() > 1) stack_.pop_back();
  ui_.focus.at = 0;
  top().place(frame_rect());
  top().arrive(pop.said);
  if (pop.then) order({.command = *pop.then, .t_us = now_us_});
}

// One sheet at a time.
void Shell::show_sheet(const Opener& open) {
  this->open(open, {}, top().kind() == Screen::Kind::Sheet);
}

void Shell::follow(const Next& next) {
  std::visit(ui::Each{[&](const Stay& stay) {
                        if (stay.redraw) frames_wanted_ = std::max(frames_wanted_, 1);
                        if (!stay.said.empty()) top().arrive(stay.said);
                      },
                      [&](const Push& push) { open(push.open, push.announce, false); },
                      [&](const Replace& replace) { open(replace.open, replace.announce, true); },
                      [&](const Pop& pop) { close(pop); }, [&](const Rescale& to) { rescale(to.scale); },
                      [&](const Pass& pass) { static_cast<void>(act_for_all({.command = pass.command})); },
                      [&](const Quit&) { quit_ = true; }},
             next);
}

// A screen that has gone is not asked for the rest.
void Shell::follow_all(const Asked& asked) {
  for (const auto& what : asked) {
    const Next next = what();
    follow(next);
    if (!std::holds_alternative<Stay>(next)) return;
  }
}

void Shell::rescale(double scale) {
  if (auto built = imgui_->set_scale(static_cast<float>(scale)); !built)
    return top().arrive(built.error().message);
  ui_.scale = static_cast<float>(scale);
  ui_.fonts = imgui_->fonts();
  preferences_.change([&](store::Settings& s) { s.ui_scale = scale; });
}

}  // namespace trainer::app
