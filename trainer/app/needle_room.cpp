#include "trainer/app/needle_room.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/sim/calibration_limits.h"
#include "trainer/app/depth_now.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/canvas/overlay.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/text.h"
#include "trainer/words/say.h"

namespace trainer::app {

namespace platform = engine::platform;
using engine::scalp::CanvasPoint;
using platform::Button;
using ui::Command;

namespace {

constexpr int kDepthStep = 20;  // permille of a press or a notch

}  // namespace

NeedleRoom::NeedleRoom(Sitting& sitting, canvas::Picture& picture, Preferences& preferences,
                       const Devices& devices, Feel& feel)
    : CanvasRoom(sitting.attempt().site, picture, preferences),
      sitting_(&sitting),
      devices_(&devices),
      feel_(&feel),
      hand_(sitting, view_.eye(), devices),
      in_force_(sitting, preferences) {}

void NeedleRoom::arrive(const std::string& said) {
  CanvasRoom::arrive(said);
  const std::string checked = in_force_.end_check(view_.now_us());
  if (!said.empty() || !checked.empty()) say(said.empty() ? checked : said);
}

bool NeedleRoom::takes_needle() const {
  return !view_.picture().waits() && !sitting_->read_only() && !sitting_->attempt().finished;
}

bool NeedleRoom::busy_with_another(platform::DeviceId device) const {
  if (hand_.down() && !hand_.by_key() && hand_.device() != device) return true;
  return CanvasRoom::busy_with_another(device);
}

Next NeedleRoom::take(const platform::InputEvent& event) {
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) {
    press(*e);
    return Stay{};
  }
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) {
    if (e->sample.echo || busy_with_another(e->sample.device)) return Stay{};
    const bool dragging = view_.hand().dragging();
    view_.hand().move(e->sample, owns(e->sample.at));
    if (dragging) return Stay{};
    hand_.down() ? hand_.move(e->sample) : moved_otherwise(e->sample);
    return Stay{};
  }
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) {
    if (e->sample.echo || busy_with_another(e->sample.device)) return Stay{};
    view_.hand().move(e->sample, owns(e->sample.at));
    if (hand_.down() && !hand_.by_key() && e->button == Button::Left) {
      say(hand_.lift(e->sample));
      changed();
    }
    view_.hand().release();
    lifted();
    return Stay{};
  }
  if (const auto* e = std::get_if<platform::WheelTurned>(&event)) {
    if (!view_.hand().over()) return Stay{};
    if (e->sample.modifiers.alt)
      shift_depth(e->notches > 0 ? -kDepthStep : kDepthStep);
    else if (!hand_.down())
      view_.hand().wheel(e->notches);
    return Stay{};
  }
  if (const auto* e = std::get_if<platform::WindowHidden>(&event)) interrupt(e->t_us);
  // The skin would move under the needle.
  if (std::holds_alternative<platform::WindowResized>(event)) interrupt(view_.now_us());
  // A pen or a mouse that is down goes on: its lift still comes.
  if (const auto* e = std::get_if<platform::FocusLost>(&event); e != nullptr && hand_.by_key())
    interrupt(e->t_us);
  if (const auto* e = std::get_if<platform::DeviceGone>(&event)) lost(e->device, e->t_us);
  if (const auto* e = std::get_if<platform::ProximityChanged>(&event); e != nullptr && !e->near)
    lost(e->sample.device, e->sample.t_us);
  return CanvasRoom::take(event);
}

void NeedleRoom::press(const platform::PointerPressed& e) {
  if (e.sample.echo || busy_with_another(e.sample.device)) return;
  view_.hand().move(e.sample, owns(e.sample.at));
  if (!view_.hand().over() || hand_.down() || view_.hand().dragging()) return;
  const bool plain = e.button == Button::Left && !view_.hand().by_hand();
  const bool barrel = e.sample.kind != platform::PointerKind::Mouse && e.button != Button::Left;
  if (e.sample.kind == platform::PointerKind::Eraser && !barrel)
    return say(words::say("That end of the pen makes no dots. Turn it round."));
  if (!plain || barrel) return view_.hand().press(e);
  if (press_otherwise(e)) return;
  if (view_.tape().loose() || !takes_needle()) return view_.hand().press(e);
  const bool was_down = hand_.down();
  auto refused = hand_.press(e.sample, false, preferences_->device(devices_->in_use().name).calibration,
                             frame_.left_handed);
  if (!refused.empty() || hand_.down() != was_down) say(std::move(refused));
}

// The device went in the middle of something: the needle is lifted where it was.
void NeedleRoom::lost(platform::DeviceId device, engine::core::SteadyTime t_us) {
  if (!hand_.down() || hand_.by_key() || hand_.device() != device) return;
  interrupt(t_us);
  say(words::say("The pen went away in mid-stroke: the needle was lifted there."));
}

void NeedleRoom::interrupt(engine::core::SteadyTime t_us) {
  if (!hand_.down()) return;
  hand_.interrupt(t_us);
  changed();
}

// The needle without a button.
void NeedleRoom::by_key(bool down, engine::core::SteadyTime t_us) {
  const platform::PointerSample here{.t_us = t_us, .at = view_.hand().pointer()};
  if (down && !hand_.down() && takes_needle() && view_.hand().over())
    say(hand_.press(here, true, {}, frame_.left_handed));
  if (!down && hand_.down() && hand_.by_key()) {
    say(hand_.lift(here));
    changed();
  }
}

bool NeedleRoom::can(Command command) const {
  if (command == Command::Needle) return takes_needle();
  if (hand_.down()) return false;
  switch (command) {
    case Command::OpenDeviceCheck:
    case Command::Undo:
    case Command::UndoDot:
    case Command::Redo:
    case Command::Shallower:
    case Command::Deeper:
    case Command::ResetView:
    case Command::LastDot:
    case Command::NextEmpty:
    case Command::HoldMirror:
    case Command::HoldLoupe:
    case Command::ToggleLoupe:
      return true;
    default:
      return CanvasRoom::can(command);
  }
}

Next NeedleRoom::act(const Order& order) {
  switch (order.command) {
    case Command::Needle:
      by_key(order.down, order.t_us);
      return Stay{};
    case Command::OpenDeviceCheck:
      in_force_.begin_check(view_.now_us());
      return device_check_sheet();
    case Command::Redo: {
      const auto done = sitting_->act(runner::Redo{sitting_->time(view_.now_us())});
      say(done ? std::string() : done.error().message);
      changed();
      return Stay{};
    }
    case Command::Shallower:
    case Command::Deeper:
      shift_depth(order.command == Command::Deeper ? kDepthStep : -kDepthStep);
      return Stay{};
    case Command::ResetView:
      reset_view();
      return Stay{};
    case Command::Mirror:
    case Command::HoldMirror:
      say({});
      return CanvasRoom::act(order);
    default:
      return CanvasRoom::act(order);
  }
}

// Flies to the dot that goes away: one should see what is undone.
void NeedleRoom::undo(engine::sim::UndoScope scope, bool fly) {
  const auto& dots = sitting_->attempt().skin.dots;
  const auto last = std::find_if(dots.rbegin(), dots.rend(), [](const auto& d) { return !d.withdrawn; });
  if (last == dots.rend()) return;
  const CanvasPoint at = last->at;
  if (auto done = sitting_->act(runner::Undo{sitting_->time(view_.now_us()), scope}); !done)
    return say(done.error().message);
  changed();
  say(words::say("Taken back. {} puts it there again.", ui::key_of(Command::Redo, frame_.left_handed)));
  view_.flash(at);
  if (!fly) return;
  auto& eye = view_.eye();
  const auto& lens = eye.lens();
  const auto seen = lens.project(at);
  const double zoom = ui::working_zoom(sitting_->attempt());
  const bool far = lens.points_per_mm() < zoom * 2.0 / 3.0;
  if (far || !seen || !lens.free().inset(lens.free().w * 0.1F).contains(*seen))
    eye.look_at(at, std::max(zoom, lens.points_per_mm()), view_.now_us());
}

void NeedleRoom::shift_depth(int permille) {
  if (!takes_needle() || hand_.down()) return;
  if (devices_->label().measured)
    return say(words::say(
        "{} and {} shift a simulated depth. Your pen\u2019s is measured: the device check fits it to your "
        "hand.",
        ui::key_of(Command::Shallower, frame_.left_handed), ui::key_of(Command::Deeper, frame_.left_handed)));
  engine::sim::Calibrated c = sitting_->attempt().skin.calibration;
  c.t_us = sitting_->time(view_.now_us());
  c.depth_offset_permille = std::clamp(c.depth_offset_permille + permille, -engine::sim::kMostDepthOffset,
                                       engine::sim::kMostDepthOffset);
  sitting_->note(engine::sim::Event{c});
  const int by = c.depth_offset_permille;
  const std::string share = ui::number(std::abs(by) / 10.0, 0);
  say(by == 0  ? words::say("A press now goes as deep as its time says.")
      : by > 0 ? words::say("A press now goes {}\u2009% of the skin deeper than its time says.", share)
               : words::say("A press now goes {}\u2009% of the skin less deep than its time says.", share));
}

Feel::Work NeedleRoom::felt() const {
  const auto& on_view = view_.hand();
  const bool free = !on_view.dragging() && !on_view.by_hand() && on_view.over();
  return {sitting_->attempt(), hand_, takes_needle() && free};
}

Next NeedleRoom::tick(engine::core::SteadyTime now_us) {
  CanvasRoom::tick(now_us);
  feel_->follow(felt(), now_us);
  return Stay{};
}

bool NeedleRoom::moving() const {
  return CanvasRoom::moving() || hand_.down() ||
         feel_->rippling(sitting_->attempt().skin, hand_, view_.now_us());
}

std::optional<ui::Pressing> NeedleRoom::pressing() const {
  if (!hand_.down()) return std::nullopt;
  return depth_now(sitting_->attempt(), hand_.held_us(view_.now_us()));
}

ui::GaugesView NeedleRoom::gauges() const {
  const auto& lens = view_.lens();
  const auto over = view_.hand().over_at();
  return ui::make_gauges(sitting_->attempt(), pressing(), lens.points_per_mm(), devices_->in_use().pressure,
                         over ? lens.pick(*over) : std::nullopt);
}

bool NeedleRoom::points_with_needle(const ui::Ui& ui) const {
  const auto& on_view = view_.hand();
  return takes_needle() && !ui.blocked && (on_view.over() || hand_.down()) && !on_view.dragging() &&
         !on_view.by_hand();
}

void NeedleRoom::add_needle(ui::CanvasInk& ink, bool rings) {
  const engine::geometry::Vec2 at = view_.hand().pointer();
  const auto& attempt = sitting_->attempt();
  if (!hand_.down() && feel_->pointer().kind == platform::PointerKind::Eraser) {  // no tip: it makes no dots
    ink.needle = ui::NeedleInk{.tip = {static_cast<float>(at.x), static_cast<float>(at.y)}, .off = true};
    return;
  }
  canvas::Tip tip{.px = at, .contact = hand_.down(), .pressing = pressing(), .pressed = {}};
  const bool measured = hand_.down() && attempt.skin.contact && attempt.skin.contact->last.pressure;
  if (hand_.down() && !measured) tip.pressed = hand_.held_us(view_.now_us());
  canvas::add_needle(attempt, view_.lens(), tip, frame_.left_handed, rings, ink);
  feel_->add_to(*ink.needle, felt(), view_.now_us());
}

}  // namespace trainer::app
