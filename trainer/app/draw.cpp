#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "engine/platform/clock.h"
#include "engine/scalp/head_measures.h"
#include "engine/scalp/head_surface.h"
#include "engine/skin/penetration.h"
#include "trainer/app/app.h"
#include "trainer/app/screenshot.h"
#include "trainer/assessment/words.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/ui/tray/tray.h"

namespace trainer::app {

namespace {

// Depth of the press in progress, by its pressure or by how long it has lasted, in skin of that kind; the
// needle comes no deeper than it reaches.
double delta_after(const engine::sim::State& skin, std::int64_t dwell_us, std::int32_t skin_permille,
                   double thickness_mm) {
  const auto pressure = skin.contact->last.pressure;
  const bool open = skin.contact->has_open_dot;
  auto machine = skin.machine;
  if (open) machine.stretch_permille = skin.dots.back().stretch_permille;
  const engine::skin::Press press{.pressure = pressure.value_or(0),
                                  .minimum_pressure = skin.calibration.minimum_pressure,
                                  .maximum_pressure = skin.calibration.maximum_pressure,
                                  .gamma_permille = skin.calibration.curve_gamma_permille,
                                  .press_time_permille = skin.calibration.press_time_permille,
                                  .offset_permille = skin.calibration.depth_offset_permille,
                                  .dwell_us = dwell_us,
                                  .angle_ddeg = 900,
                                  .stretch_permille = machine.stretch_permille,
                                  .skin_permille = open ? skin.dots.back().skin_depth : skin_permille};
  const double pushed =
      (pressure ? engine::skin::delta_from_pressure(press) : engine::skin::delta_from_press_time(press)) /
      1000.0;
  return std::min(pushed, engine::skin::reach_um(machine) / 1000.0 / thickness_mm);
}

}  // namespace

ui::Frame App::frame_rect() const {
  const auto size = window_.pixels();
  return {{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)},
          ui_.scale,
          settings_.left_handed};
}

double App::needle_zoom() const {
  return ui::working_zoom(sitting_->attempt());
}

Vec2 App::view_mm() const {
  const double px = needle_zoom() * ui_.scale;
  return {eye_->free().w / px, eye_->free().h / px};
}

void App::lay_out() {
  if (!eye_) return;
  eye_->set_cuts(settings_.reduced_motion);
  const ui::Frame f = frame_rect();
  switch (screen_) {
    case Screen::FirstRun: {
      const auto l = ui::first_run_layout(f);
      return eye_->place(l.canvas, l.canvas, ui_.scale);
    }
    case Screen::Work: {
      const auto l = ui::work_layout(f);
      return eye_->place(l.canvas, l.free, ui_.scale);
    }
    case Screen::Theory:
    case Screen::Brief: {
      const auto l = ui::brief_layout(f);
      return eye_->place(l.canvas, l.canvas.inset(f.px(24)), ui_.scale);
    }
    case Screen::Debrief: {
      const auto l = ui::debrief_layout(f);
      return eye_->place(l.canvas, l.canvas, ui_.scale);
    }
    case Screen::Healed: {
      const auto l = ui::healed_layout(f, years_->panel());
      return eye_->place(l.yours, l.yours, ui_.scale);
    }
    case Screen::Home:
      break;
  }
}

std::optional<ui::Pressing> App::pressing() const {
  if (!hand_.needle || !sitting_->attempt().skin.contact) return std::nullopt;
  const auto& skin = sitting_->attempt().skin;
  const auto where = sitting_->attempt().site->canvas().locate(skin.contact->last.at);
  const std::int64_t dwell = std::max<std::int64_t>(0, engine::platform::steady_us() - hand_.down_us);
  if (!where) return ui::Pressing{delta_after(skin, dwell, 1000, 1.18), 1.18, !skin.contact->last.pressure};
  const auto response = engine::sim::response_at(skin, where->tissue, skin.contact->last.at, where->position);
  const double thickness = where->skin_thickness.value * response.thickness / 1000.0;
  if (skin.contact->last.pressure && skin.contact->has_open_dot)
    return ui::Pressing{engine::skin::delta(skin.dots.back()), thickness, false};
  return ui::Pressing{delta_after(skin, dwell, response.depth, thickness), thickness,
                      !skin.contact->last.pressure};
}

// What the trainee has switched on, and the way to the face.
void App::add_overlays(ui::CanvasInk& ink) {
  const auto& attempt = sitting_->attempt();
  add_guides(attempt, *eye_, patches_, overlays_, ink);
  if (overlays_[index(ui::Overlay::Thirds)] && attempt.site->canvas().head() != nullptr) {
    if (!thirds_) thirds_ = engine::scalp::lines_of_thirds(attempt.site->canvas().head()->implicit());
    add_thirds(*thirds_, *eye_, ink);
  }
  if (overlays_[index(ui::Overlay::NextDot)]) {
    const std::size_t stamp = attempt.skin.dots.size() * 1000 + attempt.skin.undone.size();
    if (stamp != next_dot_for_) {
      const auto spot = emptiest(attempt);
      next_dot_ = spot ? std::vector{*spot} : std::vector<CanvasPoint>{};
      next_dot_for_ = stamp;
    }
    add_places(*eye_, next_dot_, 0.6, ui::Token::Ac, ink);
  }
  if (overlays_[index(ui::Overlay::Expert)]) add_places(*eye_, expert_, 0.2, ui::Token::Under, ink);
  add_compass(*eye_, ink);
}

void App::add_loupe(ui::CanvasInk& ink) {
  constexpr double kTimes = 3.0;
  if (!loupe_.on || !over_canvas(hand_.at)) return;
  const float radius = ui_.px(110), edge = ui_.px(8);
  const int side = std::max(2, static_cast<int>(std::lround(2 * radius)));
  const auto camera = eye_->magnified(hand_.at, kTimes);
  if (!camera) return;
  const auto picture = picture_.draw_loupe(*camera, {side, side});
  // In the upper corner away from the hand; in the other one when the needle comes near.
  const ui::Rect free = eye_->free();
  const float left = free.x + radius + edge, right = free.right() - radius - edge, y = free.y + radius + edge;
  const bool near_top = hand_.at.y < y + 2 * radius;
  bool on_right = settings_.left_handed;
  if (near_top && std::fabs(hand_.at.x - (on_right ? right : left)) < 2 * radius) on_right = !on_right;
  ink.loupe = ui::InkLoupe{
      {on_right ? right : left, y}, radius, picture.texture, static_cast<float>(camera->px_per_mm)};
}

// Made anew when a dot has closed, not while one is being set.
void App::add_map(ui::CanvasInk& ink) {
  const auto map = map_shown();
  picture_.set_clay(map.has_value());
  if (!map) return;
  const auto& attempt = review_ ? review_->shown() : sitting_->attempt();
  const HeatStamp stamp{*map, attempt.skin.dots.size(), attempt.skin.undone.size(),
                        review_ ? review_->panel().playhead_us : 0};
  if (heat_of_ != stamp && !attempt.skin.contact) {
    heat_ = make_heat(attempt, *map);
    heat_of_ = stamp;
  }
  add_heat(heat_, *eye_, over_canvas(hand_.at) ? std::optional(hand_.at) : std::nullopt, ink);
}

ui::CanvasInk App::make_ink() {
  ui::CanvasInk ink;
  const auto& attempt = sitting_->attempt();
  const bool ground = screen_ == Screen::Work
                          ? overlays_[index(ui::Overlay::Template)]
                          : screen_ != Screen::FirstRun || first_->state().part >= ui::FirstPart::Window;
  add_map(ink);
  if (ground) add_ground(attempt, *eye_, ink);
  add_no_go(attempt, *eye_, ink);
  ink.five_mm_px = static_cast<float>(5.0 * eye_->camera().px_per_mm);
  if (screen_ == Screen::Work) add_overlays(ink);
  if (tape_.out())
    tape_.add_to(ink, attempt.site->canvas(), *eye_,
                 over_canvas(hand_.at) ? eye_->pick(hand_.at) : std::nullopt);
  if (screen_ == Screen::Work || screen_ == Screen::Debrief) add_loupe(ink);
  if (screen_ == Screen::Brief || screen_ == Screen::Theory) ink.five_mm_px = 0;
  if (screen_ == Screen::Debrief)
    add_ledger(review_->shown(), review_->assessment(), *eye_, review_->panel().chosen, ink);
  if (first_ && screen_ == Screen::FirstRun) {
    if (const auto cross = first_->cross())
      if (const auto p = eye_->project(*cross)) ink.crosses.push_back({*p, true});
    if (first_->state().part == ui::FirstPart::Compare) {
      const CanvasPoint low = window_low();
      add_frame(*eye_, {low.u_um + kBesideUm, low.v_um}, kWindowUm, ink);
      const auto tag = [&](std::int32_t u, const char* text) {
        if (const auto p = eye_->project({u, low.v_um + kWindowUm + 1'600})) ink.tags.push_back({*p, text});
      };
      tag(low.u_um + kWindowUm / 2, "yours");
      tag(low.u_um + kWindowUm / 2 + kBesideUm, "an expert\u2019s");
    }
  }
  if (flash_)
    if (const auto p = eye_->project(flash_->at)) ink.marks.push_back({*p, ui_.px(22), ui::Token::Ac});
  const bool needle_here =
      takes_needle() && (over_canvas(hand_.at) || hand_.needle) && !hand_.drag && !hand_.space;
  if (needle_here && pencil()) {
    add_drawing(*eye_, drawing_, hand_.at, ink);
    // no tip: it makes no dots
  } else if (needle_here && !hand_.needle && felt_.pointer.kind == engine::platform::PointerKind::Eraser) {
    ink.needle =
        ui::NeedleInk{.tip = {static_cast<float>(hand_.at.x), static_cast<float>(hand_.at.y)}, .off = true};
  } else if (needle_here) {
    Tip tip{.px = hand_.at, .contact = hand_.needle, .pressing = pressing(), .pressed_s = {}};
    const bool measured =
        hand_.needle && sitting_->attempt().skin.contact && sitting_->attempt().skin.contact->last.pressure;
    if (hand_.needle && !measured)
      tip.pressed_s = static_cast<double>(engine::platform::steady_us() - hand_.down_us) / 1e6;
    const bool rings = (screen_ == Screen::Work && overlays_[index(ui::Overlay::Spacing)]) ||
                       (screen_ == Screen::FirstRun && first_->state().part == ui::FirstPart::Window);
    add_needle(attempt, *eye_, tip, settings_.left_handed, rings, ink);
    add_feel(*ink.needle);
  }
  if (eye_->camera().mirrored)
    ink.badge = "Mirror view: the needle is off. M turns it back";
  else if (screen_ == Screen::Work && eye_->points_per_mm() < needle_zoom() * 2.0 / 3.0)
    ink.badge = "Zoom in to work. R does it";
  return ink;
}

void App::draw_years() {
  years_->refresh(picture_);
  const bool moving = eye_->flying() || hand_.drag.has_value();
  const ui::HealedLayout l = ui::healed_layout(frame_rect(), years_->panel());
  // Each picture is as large as one's own; of the one before the work only what lies left of the handle is
  // shown.
  const auto lay = [&](Picture& picture, const ui::Rect& r) {
    const auto id = reinterpret_cast<ImTextureID>(
        static_cast<std::uintptr_t>(picture.draw(eye_->camera(), eye_->viewport(), moving).texture));
    ImGui::GetWindowDrawList()->AddImageRounded(id, {r.x, r.y}, {r.right(), r.bottom()}, {0, 1},
                                                {r.w / l.yours.w, 0}, ui::im(ui::ink::kCore), ui_.px(12));
  };
  lay(picture_, l.yours);
  lay(years_->experts(), l.experts);
}

void App::draw_picture() {
  const runner::Attempt& attempt = review_ ? review_->shown() : sitting_->attempt();
  options_.screenshot.empty() ? picture_.arrive() : picture_.wait();  // a screenshot shows everything
  picture_.show(attempt, beside_);
  if (!map_shown()) picture_.set_clay(false);
  const auto picture =
      picture_.draw(eye_->camera(), eye_->viewport(), eye_->flying() || hand_.drag.has_value());
  const ui::Rect r = eye_->picture();
  const float radius = screen_ == Screen::FirstRun  ? ui_.px(24)
                       : screen_ == Screen::Debrief ? ui_.px(12)
                                                    : 0.0F;
  const auto id = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(picture.texture));
  ImGui::GetWindowDrawList()->AddImageRounded(id, {r.x, r.y}, {r.right(), r.bottom()}, {0, 1}, {1, 0},
                                              ui::im(ui::ink::kCore), radius);
  if (picture_.waits())
    ui_.text_in(r, ui::Style::Body, ui_.col(ui::Token::T2), "The client is coming\u2026", ui::Align::Centre);
}

std::string App::clock_words() const {
  const std::int64_t now =
      std::max(sitting_->attempt().skin.t_us, sitting_->time(engine::platform::steady_us()));
  const auto limit_s = sitting_->attempt().site->lesson().time_limit_s;
  return ui::clock_text(now) + (limit_s ? " of " + ui::clock_text(std::int64_t{*limit_s} * 1'000'000) : "");
}

void App::draw_screen(ui::Intents& intents) {
  const ui::Frame f = frame_rect();
  switch (screen_) {
    case Screen::FirstRun: {
      const auto gauges = ui::make_gauges(sitting_->attempt(), pressing(), eye_->points_per_mm(),
                                          pointers_.in_use().pressure);
      return ui::draw_first_run(ui_, ui::first_run_layout(f),
                                ui::make_first_run_view(first_->state(), sitting_->attempt(), gauges.depth),
                                intents);
    }
    case Screen::Home:
      home_.device = pointers_.label();
      home_.device_new = !settings_.devices.contains(pointers_.in_use().name);
      return ui::draw_home(ui_, ui::home_layout(f), home_, intents);
    case Screen::Brief: {
      auto view = ui::make_brief_view(*sitting_->attempt().site);
      view.device = pointers_.label();
      if (broken_off_) {
        view.go_on = broken_off_->record;
        view.go_on_words = "You stopped at " + broken_off_->at + ". " + broken_off_->dots;
      }
      return ui::draw_brief(ui_, ui::brief_layout(f), view, intents);
    }
    case Screen::Theory: {
      auto view = ui::make_theory_view(sitting_->attempt(), *question(), theory_);
      view.clock = clock_words();
      view.saving = sitting_->saving_trouble();
      const auto l = ui::brief_layout(f);
      draw_question_picture(l.canvas);
      return ui::draw_theory(ui_, l, view, intents);
    }
    case Screen::Work: {
      auto view = ui::make_work_view(sitting_->attempt(),
                                     ui::make_gauges(sitting_->attempt(), pressing(), eye_->points_per_mm(),
                                                     pointers_.in_use().pressure),
                                     message_);
      // With a question open no total would be the person's own.
      if (const auto total = sitting_->total_so_far(); total && !runner::questions_open(sitting_->attempt()))
        view.gauges.coverage.so_far = "so far " + assessment::points_text(*total);
      view.clock = clock_words();
      view.left_handed = settings_.left_handed;
      view.mirror = eye_->camera().mirrored;
      if (pencil()) view.can_undo = !drawing_.empty();
      view.loupe = loupe_.on;
      view.navigator = make_navigator(sitting_->attempt(), *eye_, patches_);
      if (overlay_list_) view.overlays = make_overlay_list(*sitting_->attempt().site, overlays_);
      view.saving = sitting_->saving_trouble();
      view.device = pointers_.label();
      if (device_choice_) {
        view.coach = {"You have changed to " + ui::device_words(pointers_.label(), 40) + ".",
                      "It is on record. Check it first, or keep going.", ui::DepthState::Target, true};
        view.choice = ui::CoachChoice{.yes = "Check it", .no = "Keep going"};
      }
      return ui::draw_work(ui_, ui::work_layout(f), view, intents);
    }
    case Screen::Healed:
      return ui::draw_healed(ui_, ui::healed_layout(f, years_->panel()), years_->view(), years_->panel(),
                             intents);
    case Screen::Debrief:
      return ui::draw_debrief(ui_, ui::debrief_layout(f), review_->view(), review_->panel(), intents);
  }
}

void App::draw_sheet(ui::Intents& intents) {
  const ui::Frame f = frame_rect();
  const ui::Surface surface("sheet", f.window, true);
  ui::draw_scrim(ui_, f);
  switch (sheet_) {
    case Sheet::None:
      break;
    case Sheet::Help:
      ui::draw_help(ui_, f, intents);
      break;
    case Sheet::Settings:
      ui::draw_settings(ui_, f,
                        {.scale = static_cast<double>(ui_.scale),
                         .theme = ui_.theme,
                         .left_handed = settings_.left_handed,
                         .feel = {.machine_sound = settings_.machine_sound,
                                  .press_ticks = settings_.press_ticks,
                                  .pen_drawn = settings_.pen_drawn,
                                  .reduced_motion = settings_.reduced_motion,
                                  .percent = settings_.sound_percent,
                                  .trouble = felt_.trouble},
                         .device = pointers_.label(),
                         .checked = settings_.devices.contains(pointers_.in_use().name) &&
                                    settings_.devices.at(pointers_.in_use().name).checked},
                        intents);
      break;
    case Sheet::Tray:
      ui::draw_tray_sheet(ui_, f, ui::make_tray_view(sitting_->attempt(), tray_), intents);
      break;
    case Sheet::AskFinish:
      if (const auto view = ui::make_finish_question(sitting_->attempt()))
        ui::draw_question(ui_, f, *view, intents);
      break;
    case Sheet::AskEndSession:
      if (const auto view = ui::make_end_session_question(sitting_->attempt()))
        ui::draw_question(ui_, f, *view, intents);
      break;
    case Sheet::DeviceCheck:
      if (check_)
        ui::draw_device_check(
            ui_, f, check_->view(pointers_.live(calibration_in_use()), engine::platform::steady_us()),
            intents);
      break;
    case Sheet::NeedsPen:
      ui::draw_question(ui_, f, ui::make_pen_question(pointers_.label()), intents);
      break;
    case Sheet::Healed:
      ui::draw_question(ui_, f, ui::make_healed_note(sitting_->attempt()), intents);
      break;
    case Sheet::AskLeave:
      ui::draw_question(ui_, f, ui::make_leave_question(sitting_->attempt()), intents);
      break;
  }
}

void App::announce(const std::string& what) {
  const auto size = window_.pixels();
  imgui_->begin(size, engine::platform::steady_us());
  {
    const ui::Frame f = frame_rect();
    const ui::Surface surface("root", f.window);
    ui_.fill(f.window, ui_.col(ui::Token::Bg));
    ui_.text_in(f.window, ui::Style::Body, ui_.col(ui::Token::T2), what, ui::Align::Centre);
  }
  clear_window(size.width, size.height);
  imgui_->end();
  window_.swap();
}

void App::frame() {
  const auto size = window_.pixels();
  lay_out();
  imgui_->begin(size, now_us_);
  ui_.focus.begin_frame();
  ui::Intents intents;
  {
    const ui::Frame f = frame_rect();
    const ui::Surface surface("root", f.window);
    ui_.blocked = sheet_ != Sheet::None;
    ui_.fill(f.window, ui_.col(ui::Token::Bg));
    if (years_) {
      draw_years();
    } else if (eye_ && sitting_) {
      draw_picture();
      if (!picture_.waits()) ui::draw_ink(ui_, eye_->picture(), eye_->free(), make_ink());
    }
    draw_screen(intents);
    ui_.blocked = false;
  }
  if (sheet_ != Sheet::None) draw_sheet(intents);
  if (check_ && check_->touching()) frames_wanted_ = std::max(frames_wanted_, 2);  // its bar fills
  const bool needle_cursor = takes_needle() && over_canvas(hand_.at) && !hand_.drag && !hand_.space;
  window_.show_cursor(!needle_cursor);
  clear_window(size.width, size.height);
  imgui_->end();
  ui_.focus.press = false;
  for (const auto& intent : intents) {
    act(intent);
    frames_wanted_ = 3;
  }
}

}  // namespace trainer::app
