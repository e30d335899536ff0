#include <algorithm>
#include <cmath>

#include "engine/platform/clock.h"
#include "trainer/app/app.h"

namespace trainer::app {

using engine::platform::Button;
namespace platform = engine::platform;

namespace {

constexpr double kPencilStepMm = 1.0;  // a drag leaves a point this often
constexpr double kZoomStep = 1.15;     // a notch (ui: canvas)

ui::Point point(Vec2 p) {
  return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

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
  if (overlay_list_ &&
      ui::overlay_list_rect(ui_, l, make_overlay_list(*sitting_->attempt().site, overlays_)).contains(p))
    return false;
  return !l.tools.contains(p) && !l.gauges.contains(p) && !l.coach.contains(p) && !l.navigator.contains(p);
}

Vec2 App::on_canvas(Vec2 px) const {
  if (screen_ != Screen::Healed) return px;
  const auto l = ui::healed_layout(frame_rect(), years_->panel());
  return !years_->panel().wipe && l.experts.contains(point(px)) ? px - Vec2{l.experts.x - l.yours.x, 0.0}
                                                                : px;
}

bool App::takes_needle() const {
  return sitting_ && eye_ && !picture_.waits() && sheet_ == Sheet::None && !sitting_->read_only() &&
         !sitting_->attempt().finished &&
         (screen_ == Screen::Work ||
          (screen_ == Screen::FirstRun && first_ && first_->state().part != ui::FirstPart::Compare));
}

void App::handle(const platform::InputEvent& event) {
  feel(event);
  follow_devices(event);
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) handle_pointer(*e);
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) handle_press(*e);
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) handle_release(*e);
  if (const auto* e = std::get_if<platform::WheelTurned>(&event)) handle_wheel(*e);
  if (const auto* e = std::get_if<platform::KeyChanged>(&event)) handle_key(*e);
  if (const auto* e = std::get_if<platform::WindowHidden>(&event)) interrupt(e->t_us);
  if (const auto* e = std::get_if<platform::FocusLost>(&event)) {
    if (hand_.by_key) interrupt(e->t_us);  // a pen or a mouse that is down goes on: its lift still comes
    hand_.drag.reset();
    hand_.space = hand_.pencil = false;
    mirror_.up();
    loupe_.up();
    stretch_.up();
    stretch(e->t_us);
    if (eye_ && !mirror_.on) eye_->set_mirror(false);
  }
  // The skin would move under the needle.
  if (std::holds_alternative<platform::WindowResized>(event)) interrupt(platform::steady_us());
  handle_device(event);
  if (std::holds_alternative<platform::PointerLeft>(event)) imgui_->leave();
  if (std::holds_alternative<platform::CloseAsked>(event)) {
    interrupt(platform::steady_us());
    quit_ = true;  // everything is saved; the home screen offers to go on
  }
}

void App::handle_device(const platform::InputEvent& event) {
  if (const auto* e = std::get_if<platform::DeviceGone>(&event)) lost(e->device, e->t_us);
  if (const auto* e = std::get_if<platform::ProximityChanged>(&event); e != nullptr && !e->near)
    lost(e->sample.device, e->sample.t_us);
}

// The device went in the middle of something: the needle is lifted where it was.
void App::lost(platform::DeviceId device, std::int64_t t_us) {
  if (device != platform::kSystemMouse) hand_.pen_down.reset();
  if (hand_.device != device) return;
  if (hand_.needle && !hand_.by_key) {
    interrupt(t_us);
    message_ = "The pen went away in mid-stroke: the needle was lifted there.";
  }
  hand_.drag.reset();
  hand_.pencil = false;
}

// One hand at a time: while a device holds the needle or the head, the others only hover.
bool App::busy_with_another(platform::DeviceId device) const {
  return ((hand_.needle && !hand_.by_key) || hand_.drag || hand_.pencil) && device != hand_.device;
}

void App::handle_pointer(const platform::PointerMoved& e) {
  now_us_ = e.sample.t_us;
  imgui_->move(e.sample.at);
  if (e.sample.echo || busy_with_another(e.sample.device)) return;
  const Vec2 before = hand_.at;
  hand_.at = e.sample.at;
  if (hand_.drag)
    eye_->drag(on_canvas(before), on_canvas(hand_.at), *hand_.drag, e.sample.modifiers.ctrl);
  else if (hand_.needle)
    needle_move(e.sample);
  else if (hand_.pencil && pencil())
    draw_point(hand_.at);
}

void App::handle_press(const platform::PointerPressed& e) {
  now_us_ = e.sample.t_us;
  if (e.sample.echo) return handle_echo(e);
  imgui_->move(e.sample.at);
  const bool pen = e.sample.kind != platform::PointerKind::Mouse, here = over_canvas(e.sample.at);
  if (pen) hand_.pen_down = e.sample.at;
  if (busy_with_another(e.sample.device)) return;
  hand_.at = e.sample.at;
  if (!here) return pen ? void() : imgui_->press(e.button, true);
  if (hand_.needle || hand_.drag) return;
  hand_.device = e.sample.device;
  if (pen && e.button != Button::Left) {  // on its barrel
    hand_.drag = Button::Right;
    return;
  }
  if (e.sample.kind == platform::PointerKind::Eraser) {
    message_ = "That end of the pen makes no dots. Turn it round.";
    return;
  }
  if (e.button == Button::Left && !hand_.space && screen_ == Screen::Work && !eye_->pick(hand_.at))
    return press_beside(e.sample.t_us);
  if (e.button == Button::Left && !hand_.space) {
    if (tape_.loose()) {  // it is in the hand, and no needle
      if (const auto end = eye_->pick(hand_.at)) tape_.press(*end);
      return;
    }
    if (takes_needle() && pencil()) {
      hand_.pencil = true;
      draw_point(hand_.at);
    } else if (takes_needle())
      needle_down(e.sample, false);
    // no needle here: the hand turns
    else if (screen_ != Screen::FirstRun)
      hand_.drag = eye_->head() ? Button::Right : Button::Middle;
    return;
  }
  if (e.button == Button::Right || e.button == Button::Middle || e.button == Button::Left)
    hand_.drag = e.button == Button::Left ? Button::Middle : e.button;
}

// The interface is pressed by the system's pointer alone, whoever moves it. The place decides, not what was
// pressed last: the echo may come before the pen's own press.
void App::handle_echo(const platform::PointerPressed& e) {
  const Vec2 at = hand_.pen_down.value_or(e.sample.at);
  imgui_->move(at);
  if (!over_canvas(at) && !busy_with_another(platform::kSystemMouse)) imgui_->press(e.button, true);
}

// Twice beside the skin brings the patch back.
void App::press_beside(std::int64_t t_us) {
  constexpr std::int64_t kTwiceUs = 400'000;
  if (t_us - hand_.missed_us < kTwiceUs) reset_view();
  hand_.missed_us = t_us;
}

void App::handle_release(const platform::PointerReleased& e) {
  now_us_ = e.sample.t_us;
  if (!e.sample.echo) imgui_->move(e.sample.at);
  if (!e.sample.echo && e.sample.kind != platform::PointerKind::Mouse) hand_.pen_down.reset();
  if (e.sample.echo || e.sample.kind == platform::PointerKind::Mouse) imgui_->press(e.button, false);
  if (e.sample.echo || busy_with_another(e.sample.device)) return;
  hand_.at = e.sample.at;
  if (hand_.needle && !hand_.by_key && e.button == Button::Left) needle_up(e.sample);
  if (hand_.drag) hand_.drag.reset();
  hand_.pencil = false;
}

void App::handle_wheel(const platform::WheelTurned& e) {
  if (!over_canvas(hand_.at)) return imgui_->wheel(e.notches);
  if (e.sample.modifiers.alt) return shift_depth(e.notches > 0 ? -20 : 20);
  if (!hand_.needle) eye_->zoom(on_canvas(hand_.at), std::pow(kZoomStep, e.notches));
}

// ---- the pencil

bool App::pencil() const {
  return screen_ == Screen::Work && ui::wants_drawing(sitting_->attempt());
}

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

// As it is recorded: whole micrometres, steps of pressure and of tilt (design: quantised once, at capture).
engine::sim::NeedleSample App::needle_at(const platform::PointerSample& hand, CanvasPoint at,
                                         bool contact) const {
  engine::sim::NeedleSample s{.t_us = sitting_->time(hand.t_us + (hand_.needle ? hand_.shift_us : 0)),
                              .at = at,
                              .pressure = {},
                              .tilt = {},
                              .contact = contact};
  if (hand.pressure)
    s.pressure = static_cast<std::uint16_t>(
        std::lround(std::clamp(*hand.pressure, 0.0, 1.0) * engine::sim::kFullPressure));
  if (hand.tilt_deg) s.tilt = eye_->tilt_on_skin(at, *hand.tilt_deg);
  return s;
}

void App::use_device(const platform::PointerSample& hand, bool by_key, std::int64_t t_us) {
  using engine::sim::DeviceKind;
  if (by_key) return sitting_->use_device(DeviceKind::Key, "key D", t_us);
  const bool pen = hand.kind == platform::PointerKind::Pen;
  sitting_->use_device(pen ? DeviceKind::Pen : DeviceKind::Mouse, pen ? pointers_.in_use().name : kMouseName,
                       t_us);
}

// What the device check found to be this hand's upright lies in the hand's frame; samples lie in the skin's,
// which the camera turns.
void App::set_upright(CanvasPoint at, std::int64_t t_us) {
  const auto found = calibration_in_use().upright;
  if (found == engine::sim::Tilt{}) return;
  const auto as_held = eye_->tilt_on_skin(at, {found.x_ddeg / 10.0, -found.y_ddeg / 10.0}),
             straight = eye_->tilt_on_skin(at, {0.0, 0.0});
  constexpr int kMost = 450;
  engine::sim::Calibrated turned = sitting_->attempt().skin.calibration;
  turned.t_us = t_us;
  turned.upright = {static_cast<std::int16_t>(std::clamp(as_held.x_ddeg - straight.x_ddeg, -kMost, kMost)),
                    static_cast<std::int16_t>(std::clamp(as_held.y_ddeg - straight.y_ddeg, -kMost, kMost))};
  if (turned.upright != sitting_->attempt().skin.calibration.upright)
    sitting_->note(engine::sim::Event{turned});
}

void App::needle_down(const platform::PointerSample& hand, bool by_key) {
  eye_->jump();
  if (eye_->camera().mirrored) {
    message_ = "This is the mirror view: the needle is off. M turns the picture back.";
    return;
  }
  const auto at = eye_->pick(hand.at);
  if (!at) return;
  message_.clear();
  const std::int64_t shift = sitting_->shift(hand.t_us), t = sitting_->time(hand.t_us);
  const auto scale = static_cast<std::int32_t>(std::lround(eye_->points_per_mm() * 1000.0));
  if (scale != sitting_->attempt().skin.px_per_mm_milli)
    sitting_->note(engine::sim::Event{engine::sim::ViewScaled{t, scale}});
  use_device(hand, by_key, t);
  if (hand.tilt_deg && !by_key) set_upright(*at, t);
  if (auto done = sitting_->act(runner::MoveNeedle{needle_at(hand, *at, true)}); !done) {
    message_ = done.error().message;
    return;
  }
  hand_.needle = true;
  hand_.by_key = by_key;
  hand_.down_us = hand.t_us;
  hand_.shift_us = shift;
}

void App::needle_move(const platform::PointerSample& hand) {
  const auto& contact = sitting_->attempt().skin.contact;
  if (!contact) return;
  const auto at = eye_->pick(hand.at).value_or(contact->last.at);
  platform::PointerSample as = hand;
  if (hand_.by_key) as.pressure.reset(), as.tilt_deg.reset();  // a pen that hovers while the key presses
  if (!as.pressure && at == contact->last.at) return;
  static_cast<void>(sitting_->act(runner::MoveNeedle{needle_at(as, at, true)}));
}

void App::needle_up(const platform::PointerSample& hand) {
  const auto& contact = sitting_->attempt().skin.contact;
  if (contact) {
    const auto at = eye_->pick(hand.at).value_or(contact->last.at);
    if (auto done = sitting_->act(runner::MoveNeedle{needle_at(hand, at, false)}); !done)
      message_ = done.error().message;
  }
  hand_.needle = false;
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
