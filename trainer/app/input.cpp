#include <cmath>

#include "engine/platform/clock.h"
#include "trainer/app/app.h"

namespace trainer::app {

using engine::platform::Button;
namespace platform = engine::platform;

namespace {

constexpr double kPencilStepMm = 1.0;  // a drag leaves a point this often
constexpr double kZoomStep = 1.15;  // a notch (ui: canvas)

ui::Point point(Vec2 p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

}  // namespace

bool App::over_canvas(Vec2 px) const {
  if (!eye_ || sheet_ != Sheet::None) return false;
  const ui::Frame f = frame_rect();
  const ui::Point p = point(px);
  if (screen_ == Screen::Healed) {
    const auto l = ui::healed_layout(f, years_->panel());
    if (years_->panel().wipe && ui::wipe_handle(f, l).contains(p)) return false;
    return l.yours.contains(p) || l.experts.contains(p);
  }
  if (!eye_->picture().contains(p)) return false;
  if (screen_ != Screen::Work) return true;
  const ui::WorkLayout l = ui::work_layout(f);
  if (overlay_list_ && ui::overlay_list_rect(ui_, l, make_overlay_list(*sitting_->attempt().site, overlays_)).contains(p)) return false;
  return !l.tools.contains(p) && !l.gauges.contains(p) && !l.coach.contains(p) && !l.navigator.contains(p);
}

Vec2 App::on_canvas(Vec2 px) const {
  if (screen_ != Screen::Healed) return px;
  const auto l = ui::healed_layout(frame_rect(), years_->panel());
  return !years_->panel().wipe && l.experts.contains(point(px)) ? px - Vec2{l.experts.x - l.yours.x, 0.0} : px;
}

bool App::takes_needle() const {
  return sitting_ && eye_ && !picture_.waits() && sheet_ == Sheet::None && !sitting_->read_only() && !sitting_->attempt().finished &&
         (screen_ == Screen::Work || (screen_ == Screen::FirstRun && first_ && first_->state().part != ui::FirstPart::Compare));
}

void App::handle(const platform::InputEvent& event) {
  feel(event);
  follow_devices(event);
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) handle_pointer(*e);
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) handle_press(*e);
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) handle_release(*e);
  if (const auto* e = std::get_if<platform::WheelTurned>(&event)) handle_wheel(*e);
  if (const auto* e = std::get_if<platform::KeyChanged>(&event)) handle_key(*e);
  if (const auto* e = std::get_if<platform::FocusLost>(&event)) {
    interrupt(e->t_us);
    hand_.drag.reset();
    hand_.space = false;
    mirror_.up();
    loupe_.up();
    stretch_.up();
    stretch(e->t_us);
    if (eye_ && !mirror_.on) eye_->set_mirror(false);
  }
  if (std::holds_alternative<platform::PointerLeft>(event)) imgui_->leave();
  if (std::holds_alternative<platform::CloseAsked>(event)) {
    interrupt(platform::steady_us());
    quit_ = true;  // everything is saved; the home screen offers to go on
  }
}

void App::handle_pointer(const platform::PointerMoved& e) {
  now_us_ = e.sample.t_us;
  const Vec2 before = hand_.at;
  hand_.at = e.sample.at;
  imgui_->move(e.sample.at);
  if (hand_.drag) eye_->drag(on_canvas(before), on_canvas(hand_.at), *hand_.drag, e.sample.modifiers.ctrl);
  else if (hand_.needle) needle_move(e.sample.t_us, e.sample.at);
  else if (hand_.pencil && pencil()) draw_point(hand_.at);
}

void App::handle_press(const platform::PointerPressed& e) {
  now_us_ = e.sample.t_us;
  hand_.at = e.sample.at;
  imgui_->move(e.sample.at);
  if (!over_canvas(hand_.at)) return imgui_->press(e.button, true);
  if (hand_.needle || hand_.drag) return;
  if (e.button == Button::Left && !hand_.space && screen_ == Screen::Work && !eye_->pick(hand_.at)) return press_beside(e.sample.t_us);
  if (e.button == Button::Left && !hand_.space) {
    if (takes_needle() && pencil()) {
      hand_.pencil = true;
      draw_point(hand_.at);
    } else if (takes_needle()) needle_down(e.sample.t_us, e.sample.at, false);
    else if (screen_ != Screen::FirstRun) hand_.drag = eye_->head() ? Button::Right : Button::Middle;  // no needle here: the hand turns
    return;
  }
  if (e.button == Button::Right || e.button == Button::Middle || e.button == Button::Left)
    hand_.drag = e.button == Button::Left ? Button::Middle : e.button;
}

// Twice beside the skin brings the patch back.
void App::press_beside(std::int64_t t_us) {
  constexpr std::int64_t kTwiceUs = 400'000;
  if (t_us - hand_.missed_us < kTwiceUs) reset_view();
  hand_.missed_us = t_us;
}

void App::handle_release(const platform::PointerReleased& e) {
  now_us_ = e.sample.t_us;
  hand_.at = e.sample.at;
  imgui_->move(e.sample.at);
  imgui_->press(e.button, false);
  if (hand_.needle && !hand_.by_key && e.button == Button::Left) needle_up(e.sample.t_us, e.sample.at);
  if (hand_.drag) hand_.drag.reset();
  hand_.pencil = false;
}

void App::handle_wheel(const platform::WheelTurned& e) {
  if (!over_canvas(hand_.at)) return imgui_->wheel(e.notches);
  if (e.sample.modifiers.alt) return shift_depth(e.notches > 0 ? -20 : 20);
  if (!hand_.needle) eye_->zoom(on_canvas(hand_.at), std::pow(kZoomStep, e.notches));
}

// ---- the pencil

bool App::pencil() const { return screen_ == Screen::Work && ui::wants_drawing(sitting_->attempt()); }

void App::draw_point(Vec2 px) {
  const auto at = eye_->pick(px);
  if (!at) return;
  const auto& canvas = sitting_->attempt().site->canvas();
  if (!drawing_.empty() && engine::scalp::chord_mm(canvas, drawing_.back(), *at) < kPencilStepMm) return;
  message_.clear();
  drawing_.push_back(*at);
}

void App::line_done() {
  if (drawing_.size() < 2) {
    message_ = "A line needs two points at least.";
    return;
  }
  const std::int64_t t = sitting_->time(now_us_);
  if (auto drawn = sitting_->act(runner::DrawHairline{t, drawing_}); !drawn) {
    message_ = drawn.error().message;
    return;
  }
  drawing_.clear();
  if (auto next = sitting_->act(runner::NextStep{t}); !next) message_ = next.error().message;
  if (runner::question_now(sitting_->attempt())) ask();
}

// ---- the needle

void App::needle_down(std::int64_t t_us, Vec2 px, bool by_key) {
  eye_->jump();
  if (eye_->camera().mirrored) {
    message_ = "This is the mirror view: the needle is off. M turns the picture back.";
    return;
  }
  const auto at = eye_->pick(px);
  if (!at) return;
  message_.clear();
  const std::int64_t shift = sitting_->shift(t_us), t = sitting_->time(t_us);
  const auto scale = static_cast<std::int32_t>(std::lround(eye_->points_per_mm() * 1000.0));
  if (scale != sitting_->attempt().skin.px_per_mm_milli) sitting_->note(engine::sim::Event{engine::sim::ViewScaled{t, scale}});
  sitting_->use_device(by_key ? engine::sim::DeviceKind::Key : engine::sim::DeviceKind::Mouse, t);
  const engine::sim::NeedleSample sample{.t_us = t, .at = *at, .pressure = {}, .tilt = {}, .contact = true};
  if (auto done = sitting_->act(runner::MoveNeedle{sample}); !done) {
    message_ = done.error().message;
    return;
  }
  hand_.needle = true;
  hand_.by_key = by_key;
  hand_.down_us = t_us;
  hand_.shift_us = shift;
}

void App::needle_move(std::int64_t t_us, Vec2 px) {
  const auto& contact = sitting_->attempt().skin.contact;
  if (!contact) return;
  const auto at = eye_->pick(px).value_or(contact->last.at);
  if (at == contact->last.at) return;
  static_cast<void>(sitting_->act(runner::MoveNeedle{{.t_us = sitting_->time(t_us + hand_.shift_us), .at = at, .pressure = {}, .tilt = {}, .contact = true}}));
}

void App::needle_up(std::int64_t t_us, Vec2 px) {
  hand_.needle = false;
  const auto& contact = sitting_->attempt().skin.contact;
  if (contact) {
    const auto at = eye_->pick(px).value_or(contact->last.at);
    const engine::sim::NeedleSample sample{.t_us = sitting_->time(t_us + hand_.shift_us), .at = at, .pressure = {}, .tilt = {}, .contact = false};
    if (auto done = sitting_->act(runner::MoveNeedle{sample}); !done) message_ = done.error().message;
  }
  window_.settle_clock();
  follow_first_run();
}

void App::follow_first_run() {
  if (!first_) return;
  const auto part = first_->state().part;
  first_->follow(sitting_->attempt());
  if (part != first_->state().part) frames_wanted_ += 1;
}

void App::interrupt(std::int64_t t_us) {
  if (!hand_.needle || !sitting_) return;
  hand_.needle = false;
  static_cast<void>(sitting_->act(runner::InterruptContact{sitting_->time(t_us)}));
  follow_first_run();
}

}  // namespace trainer::app
