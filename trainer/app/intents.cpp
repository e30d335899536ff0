#include <algorithm>
#include <cstdlib>
#include <variant>

#include "engine/platform/clock.h"
#include "trainer/app/app.h"
#include "trainer/canvas/patches.h"
#include "trainer/robots/robot.h"

namespace trainer::app {

using ui::Command;

namespace {

constexpr std::int64_t kFlashUs = 1'200'000;
constexpr engine::core::Seed kExpertSeed = 7;
constexpr std::int32_t kDepthShiftLimit = 300;  // engine/sim: Calibrated

}  // namespace

void App::act(const ui::Intent& intent) {
  if (const auto* i = std::get_if<Command>(&intent)) return act(*i);
  if (const auto* i = std::get_if<ui::OpenLesson>(&intent)) return open_brief(std::string(i->path));
  if (const auto* i = std::get_if<ui::ContinueRecord>(&intent)) return continue_record(std::string(i->path));
  if (const auto* i = std::get_if<ui::OpenReview>(&intent)) return review_record(i->record);
  if (const auto* i = std::get_if<ui::ChooseAnswer>(&intent)) return choose_answer(i->answer);
  if (const auto* i = std::get_if<ui::ChooseLine>(&intent)) return choose_line(i->line);
  if (const auto* i = std::get_if<ui::ChooseTab>(&intent))
    return review_->show_tab(static_cast<ui::DebriefTab>(i->tab));
  if (const auto* i = std::get_if<ui::SeekTo>(&intent)) return review_->seek(i->t_us);
  if (const auto* i = std::get_if<ui::SetSpeed>(&intent)) return review_->set_speed(i->factor);
  if (const auto* i = std::get_if<ui::SetScale>(&intent)) return apply_scale(i->scale);
  if (const auto* i = std::get_if<ui::LookFrom>(&intent)) return eye_->stand(i->view, now_us_);
  if (const auto* i = std::get_if<ui::ToggleOverlay>(&intent)) return toggle_overlay(i->overlay);
  if (const auto* i = std::get_if<ui::FlyToPatch>(&intent))
    return fly_to_patch(static_cast<std::size_t>(i->patch));
  if (const auto* i = std::get_if<ui::ChooseNeedle>(&intent)) {
    auto machine = sitting_->attempt().skin.machine;
    if (const auto needle = engine::skin::parse_needle(i->needle)) machine.needle = *needle;
    return change_machine(machine);
  }
  if (const auto* i = std::get_if<ui::ChooseDilution>(&intent)) {
    auto machine = sitting_->attempt().skin.machine;
    machine.dilution_milli = i->milli;
    return change_machine(machine);
  }
  if (const auto* i = std::get_if<ui::MixParts>(&intent)) {
    tray_.pigment_parts = i->pigment;
    auto machine = sitting_->attempt().skin.machine;
    machine.dilution_milli = engine::skin::dilution_of_parts(i->water, i->pigment);
    return change_machine(machine);
  }
  if (const auto* i = std::get_if<ui::ChoosePigment>(&intent)) {
    auto machine = sitting_->attempt().skin.machine;
    machine.pigment = i->pigment;
    return change_machine(machine);
  }
  if (const auto* i = std::get_if<ui::SetTool>(&intent)) {
    auto machine = sitting_->attempt().skin.machine;
    (i->setting == ui::Setting::SetOut   ? machine.set_um
     : i->setting == ui::Setting::Stroke ? machine.stroke_um
                                         : machine.rate_mhz) = i->value;
    return change_machine(machine);
  }
  if (const auto* i = std::get_if<ui::SetFeel>(&intent)) return set_feel(i->feel, i->on);
  if (const auto* i = std::get_if<ui::SetVolume>(&intent)) {
    settings_.sound_percent = i->percent;
    return save_settings();
  }
  if (years_ && act_on_years(intent)) return;
  if (const auto* i = std::get_if<ui::SetTheme>(&intent)) {
    ui_.theme = i->theme;
    save_settings();
  }
}

void App::act(Command command) {
  switch (command) {
    case Command::GoHome:
      if (watched_from_) {
        auto package = std::move(*watched_from_);
        watched_from_.reset();
        return open_brief(std::move(package));
      }
      return go_home();
    case Command::LeaveAndKeep:
      return go_home();
    case Command::StartWork:
      return start_work(sitting_->package());
    case Command::AskLeave:
      sheet_ = Sheet::AskLeave;
      return;
    case Command::AskFinish:
      if (!ui::make_finish_question(sitting_->attempt())) return hand_in();
      sheet_ = Sheet::AskFinish;
      return;
    case Command::FinishNow:
      return hand_in();
    case Command::ConfirmAnswer:
      return confirm_answer();
    case Command::NextQuestion:
      return next_question();
    case Command::AskAgainLater:
      theory_.later = !theory_.later;
      return;
    case Command::AskEndSession:
      if (!ui::make_end_session_question(sitting_->attempt())) return end_session();
      sheet_ = Sheet::AskEndSession;
      return;
    case Command::EndSession:
      return end_session();
    case Command::LineDone:
      return line_done();
    case Command::KeepWorking:
    case Command::CloseSheet:
      return close_check();
    case Command::OpenDeviceCheck:
      return open_check();
    case Command::CheckNextPart:
      if (check_) check_->next_part();
      return;
    case Command::CheckAgain:
      if (check_) check_->again();
      return;
    case Command::UseCheck:
      return use_check();
    case Command::ResetDevice:
      return reset_device();
    case Command::KeepDevice:
      return let_device_be();
    case Command::OpenHelp:
      close_check();
      sheet_ = Sheet::Help;
      return;
    case Command::ToggleMoreTools:
      tray_.more = !tray_.more;
      return;
    case Command::ToggleStretch:
      stretch_.toggle();
      return stretch(now_us_);
    case Command::OpenTray:
      sheet_ = Sheet::Tray;
      return;
    case Command::OpenSettings:
      close_check();
      sheet_ = Sheet::Settings;
      return;
    case Command::NextPart:
    case Command::SkipPart:
      return go_on_in_first_run(command == Command::NextPart ? first_->next() : first_->skip());
    case Command::RepeatFirstRun:
      return start_first_run();
    case Command::Undo:
      return undo(engine::sim::UndoScope::Lift);
    case Command::Redo:
      return redo();
    case Command::ResetView:
      return reset_view();
    case Command::WholeView:
      return eye_->whole_or_back(now_us_);
    case Command::Mirror:
      mirror_.toggle();
      return set_mirror(mirror_.on);
    case Command::ToggleLoupe:
      loupe_.toggle();
      return;
    case Command::NextMap:
      return next_map();
    case Command::ToggleOverlays:
      overlay_list_ = !overlay_list_;
      return;
    case Command::PatchBack:
      return to_patch(-1);
    case Command::PatchNext:
      return to_patch(1);
    case Command::Square:
      return eye_->square();
    case Command::NextEmpty:
      if (const auto p = emptiest(sitting_->attempt())) {
        eye_->look_at(*p, std::max(needle_zoom(), eye_->points_per_mm()), now_us_);
        flash_ = Flash{*p, now_us_ + kFlashUs};
      }
      return;
    case Command::LastDot: {
      const auto& dots = sitting_->attempt().skin.dots;
      const auto last = std::find_if(dots.rbegin(), dots.rend(), [](const auto& d) { return !d.withdrawn; });
      if (last == dots.rend()) return;
      eye_->look_at(last->at, std::max(needle_zoom(), eye_->points_per_mm()), now_us_);
      flash_ = Flash{last->at, now_us_ + kFlashUs};
      return;
    }
    case Command::TogglePlay:
      return review_->toggle_play();
    case Command::WatchExpert:
      return watch_expert();
    case Command::Again:
      return start_work(sitting_->package());
    case Command::NextLesson:
      return next_lesson();
    case Command::OpenHealed:
      return open_healed();
    case Command::BackToReview:
      return back_to_review();
    case Command::ToggleLeftHanded:
      settings_.left_handed = !settings_.left_handed;
      ui_.focus.at = 0;
      save_settings();
      lay_out();
      return;
    case Command::Quit:
      quit_ = true;
      return;
  }
}

// Flies to the dot that goes away: one should see what is undone.
void App::undo(engine::sim::UndoScope scope) {
  if (!drawing_.empty()) return drawing_.pop_back();
  const auto& dots = sitting_->attempt().skin.dots;
  const auto last = std::find_if(dots.rbegin(), dots.rend(), [](const auto& d) { return !d.withdrawn; });
  if (last == dots.rend()) return;
  const CanvasPoint at = last->at;
  if (auto done = sitting_->act(runner::Undo{sitting_->time(now_us_), scope}); !done) {
    message_ = done.error().message;
    return;
  }
  follow_first_run();
  message_ = "Taken back. Y puts it there again.";
  flash_ = Flash{at, now_us_ + kFlashUs};
  const auto seen = eye_->project(at);
  if (screen_ == Screen::FirstRun) return;  // the whole of its part is in view, and stays so
  const bool far = eye_->points_per_mm() < needle_zoom() * 2.0 / 3.0;
  if (far || !seen || !eye_->free().inset(eye_->free().w * 0.1F).contains(*seen))
    eye_->look_at(at, std::max(needle_zoom(), eye_->points_per_mm()), now_us_);
}

void App::redo() {
  if (auto done = sitting_->act(runner::Redo{sitting_->time(now_us_)}); !done)
    message_ = done.error().message;
  else
    message_.clear();
  follow_first_run();
}

void App::reset_view() {
  if (!eye_ || !sitting_) return;
  if (first_ && screen_ == Screen::FirstRun) {
    const auto place = first_->place();
    if (place.fit) return eye_->fit(place.low, place.high, now_us_);
    const CanvasPoint middle{(place.low.u_um + place.high.u_um) / 2, (place.low.v_um + place.high.v_um) / 2};
    return eye_->look_at(middle, place.points_per_mm, now_us_);
  }
  if (screen_ == Screen::Work && !patches_.empty())
    return eye_->look_at(patches_[patch_].centre, needle_zoom(), now_us_);
  if ((screen_ == Screen::Debrief || screen_ == Screen::Healed) &&
      !sitting_->attempt().site->targets().empty()) {
    const auto& outline = sitting_->attempt().site->targets()[0].zone.outline;
    CanvasPoint low = outline[0], high = outline[0];
    for (const auto& p : outline) {
      low = {std::min(low.u_um, p.u_um), std::min(low.v_um, p.v_um)};
      high = {std::max(high.u_um, p.u_um), std::max(high.v_um, p.v_um)};
    }
    return eye_->fit({low.u_um - 3000, low.v_um - 3000}, {high.u_um + 3000, high.v_um + 3000}, now_us_);
  }
  eye_->whole(now_us_);
}

void App::to_patch(int by) {
  if (patches_.empty()) return;
  const auto last = static_cast<int>(patches_.size()) - 1;
  fly_to_patch(static_cast<std::size_t>(std::clamp(static_cast<int>(patch_) + by, 0, last)));
}

void App::fly_to_patch(std::size_t patch) {
  if (patch >= patches_.size()) return;
  patch_ = patch;
  eye_->look_at(patches_[patch_].centre, needle_zoom(), now_us_);
  message_ = "Patch " + std::to_string(patch_ + 1) + " of " + std::to_string(patches_.size()) + ".";
}

std::optional<ui::Overlay> App::map_shown() const {
  if (screen_ == Screen::Debrief) return review_map_;
  for (std::size_t i = index(ui::Overlay::DensityMap); screen_ == Screen::Work && i < overlays_.size(); ++i)
    if (overlays_[i]) return static_cast<ui::Overlay>(i);
  return std::nullopt;
}

void App::next_map() {
  const auto shown = map_shown();
  std::optional<ui::Overlay> next;
  for (int i = shown ? static_cast<int>(*shown) + 1 : static_cast<int>(ui::Overlay::DensityMap);
       i < ui::kOverlays && !next; ++i)
    if (screen_ == Screen::Debrief ||
        allowed(sitting_->attempt().site->lesson(), static_cast<ui::Overlay>(i)))
      next = static_cast<ui::Overlay>(i);
  if (screen_ == Screen::Debrief) {
    review_map_ = next;
    return;
  }
  if (screen_ != Screen::Work) return;
  if (!shown && !next) message_ = "This lesson shows no maps while you work; the review does.";
  if (next)
    toggle_overlay(*next);
  else if (shown)
    toggle_overlay(*shown);
}

void App::set_mirror(bool on) {
  message_.clear();
  if (eye_) eye_->set_mirror(on);
}

void App::toggle_overlay(ui::Overlay overlay) {
  const std::size_t i = index(overlay);
  overlays_.flip(i);
  if (!overlays_[i]) return;
  for (std::size_t other = index(ui::Overlay::DensityMap); other < overlays_.size(); ++other)
    if (is_map(overlay) && other != i) overlays_.reset(other);  // colours of two maps would mix
  const auto& attempt = sitting_->attempt();
  const auto cue = cue_of(overlay);
  if (!cue.empty()) sitting_->note(runner::CueUsed{sitting_->time(now_us_), std::string(cue)});
  if (overlay != ui::Overlay::Expert || !expert_.empty()) return;
  std::vector<CanvasPoint> old;
  for (const auto& dot : attempt.skin.dots)
    if (dot.treatment_session < attempt.skin.treatment_session && engine::sim::is_there(attempt.skin, dot))
      old.push_back(dot.at);
  for (std::size_t target = 0; target < attempt.site->targets().size(); ++target) {
    const auto points = robots::expert_points(attempt.site->lesson(), attempt.site->canvas(), target,
                                              kExpertSeed, runner::session_share(attempt), old);
    expert_.insert(expert_.end(), points.begin(), points.end());
  }
}

void App::HoldOrLatch::down(std::int64_t t_us) {
  constexpr std::int64_t kTwiceUs = 350'000;
  if (latched) {
    on = latched = false;
    return;
  }
  latched = t_us - pressed_us < kTwiceUs;
  on = true;
  pressed_us = t_us;
}

void App::HoldOrLatch::up() {
  if (!latched) on = false;
}

void App::shift_depth(int permille) {
  if (!takes_needle() || hand_.needle) return;
  if (pointers_.label().measured) {
    message_ =
        "[ and ] shift a simulated depth. Your pen\u2019s is measured: the device check fits it to your "
        "hand.";
    return;
  }
  engine::sim::Calibrated c = sitting_->attempt().skin.calibration;
  c.t_us = sitting_->time(now_us_);
  c.depth_offset_permille =
      std::clamp(c.depth_offset_permille + permille, -kDepthShiftLimit, kDepthShiftLimit);
  sitting_->note(engine::sim::Event{c});
  const int by = c.depth_offset_permille;
  message_ = by == 0 ? "A press now goes as deep as its time says."
                     : "A press now goes " + ui::number(std::abs(by) / 10.0, 0) + "\u2009% of the skin " +
                           (by > 0 ? "deeper" : "less deep") + " than its time says.";
}

void App::stretch(std::int64_t t_us) {
  if (!sitting_ || sitting_->read_only() || screen_ != Screen::Work || sitting_->attempt().finished) return;
  const auto& lesson = sitting_->attempt().site->lesson();
  if (lesson.stretch_by != lessons::StretchBy::Own) return;
  auto machine = sitting_->attempt().skin.machine;
  machine.stretch_permille = stretch_.on ? lesson.machine.stretch_permille : 0;
  if (machine == sitting_->attempt().skin.machine) return;
  // In the middle of a contact it keeps that contact's clock.
  const std::int64_t t = sitting_->time(t_us + (hand_.needle ? hand_.shift_us : 0));
  if (auto done = sitting_->act(runner::ChangeMachine{t, machine}); !done) message_ = done.error().message;
}

void App::change_machine(const engine::skin::Machine& machine) {
  if (machine == sitting_->attempt().skin.machine) return;
  if (auto done = sitting_->act(runner::ChangeMachine{sitting_->time(now_us_), machine}); !done)
    message_ = done.error().message;
}

bool App::act_on_years(const ui::Intent& intent) {
  if (const auto* i = std::get_if<ui::SetAge>(&intent)) return years_->age(i->days), true;
  if (const auto* i = std::get_if<ui::LiveIn>(&intent)) return years_->live_in(i->sun), true;
  if (const auto* i = std::get_if<ui::SkinIs>(&intent)) return years_->skin_is(i->skin), true;
  if (const auto* i = std::get_if<ui::SeeFrom>(&intent)) return see_from(i->distance), true;
  if (const auto* i = std::get_if<ui::ShowWipe>(&intent)) return years_->show_wipe(i->wipe), true;
  if (const auto* i = std::get_if<ui::SetWipe>(&intent)) return years_->wipe_to(i->share), true;
  if (const auto* i = std::get_if<ui::ShowWhole>(&intent)) {
    if (i->whole) announce("Continuing over the whole head\u2026");
    years_->show_whole(i->whole);
    see_from(i->whole ? 1 : 0);
    return true;
  }
  return false;
}

void App::see_from(int distance) {
  const double points_per_mm = years_->see_from(distance);
  if (sitting_->attempt().site->targets().empty()) return;
  const CanvasPoint middle = engine::scalp::middle(sitting_->attempt().site->targets()[0].zone.outline);
  distance > 0 ? eye_->look_from_afar(middle, points_per_mm, now_us_)
               : eye_->look_at(middle, points_per_mm, now_us_);
}

void App::choose_line(int line) {
  review_->choose(line);
  const auto* chosen = review_->chosen();
  if (chosen == nullptr) return reset_view();
  if (!chosen->at) return;
  const double zoom = std::clamp(
      static_cast<double>(eye_->free().w) / ui_.scale / std::max(12.0, 5.0 * chosen->radius_mm), 4.0, 24.0);
  eye_->look_at(*chosen->at, zoom, now_us_);
}

}  // namespace trainer::app
