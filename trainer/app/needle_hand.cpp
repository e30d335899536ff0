#include "trainer/app/needle_hand.h"
#include "trainer/ui/work/work_screen.h"

#include <algorithm>
#include <cmath>

#include "trainer/ui/kit/commands.h"
#include "trainer/words/say.h"

namespace trainer::app {

namespace platform = engine::platform;
using engine::scalp::CanvasPoint;
using engine::sim::DeviceKind;

NeedleHand::NeedleHand(Sitting& sitting, canvas::Eye& eye, const Devices& devices)
    : sitting_(&sitting), eye_(&eye), devices_(&devices) {}

engine::core::AttemptTime NeedleHand::time(engine::core::SteadyTime t_us) const {
  return sitting_->time(t_us + (down_ ? shift_us_ : engine::core::Span{}));
}

// As it is recorded: whole micrometres, steps of pressure and of tilt (quantised once, at capture).
engine::sim::NeedleSample NeedleHand::sample(const platform::PointerSample& hand, CanvasPoint at,
                                             bool contact) const {
  engine::sim::NeedleSample s{
      .t_us = time(hand.t_us), .at = at, .pressure = {}, .tilt = {}, .contact = contact};
  if (hand.pressure)
    s.pressure = static_cast<std::uint16_t>(
        std::lround(std::clamp(*hand.pressure, 0.0, 1.0) * engine::sim::kFullPressure));
  if (hand.tilt_deg) s.tilt = eye_->lens().tilt_on_skin(at, *hand.tilt_deg);
  return s;
}

std::string NeedleHand::press(const platform::PointerSample& hand, bool by_key,
                              const engine::sim::Calibrated& in_use, bool left_handed) {
  left_handed_ = left_handed;
  eye_->jump();
  if (eye_->lens().camera().mirrored) return ui::mirror_words(left_handed);
  const auto at = eye_->lens().pick(hand.at);
  if (!at) return {};
  const engine::core::Span shift = sitting_->shift(hand.t_us);
  const engine::core::AttemptTime t = sitting_->time(hand.t_us);
  note_view(t);
  use_device(hand, by_key, t);
  if (hand.tilt_deg && !by_key) set_upright(*at, t, in_use.upright);
  if (auto done = sitting_->act(runner::MoveNeedle{sample(hand, *at, true)}); !done)
    return done.error().message;
  down_ = true;
  by_key_ = by_key;
  down_us_ = hand.t_us;
  shift_us_ = shift;
  device_ = hand.device;
  return {};
}

void NeedleHand::note_view(engine::core::AttemptTime t_us) {
  const auto scale = static_cast<std::int32_t>(std::lround(eye_->lens().points_per_mm() * 1000.0));
  if (scale != sitting_->attempt().skin.px_per_mm_milli)
    sitting_->note(engine::sim::Event{engine::sim::ViewScaled{t_us, scale}});
}

void NeedleHand::use_device(const platform::PointerSample& hand, bool by_key,
                            engine::core::AttemptTime t_us) {
  if (by_key) return sitting_->use_device(DeviceKind::Key, "key D", t_us);
  const bool pen = hand.kind == platform::PointerKind::Pen;
  if (pen) return sitting_->use_device(DeviceKind::Pen, devices_->in_use().name, t_us);
  sitting_->use_device(DeviceKind::Mouse, kMouseName, t_us, lengths_.told());
}

// What the device check found to be this hand's upright lies in the hand's frame; samples lie in the skin's,
// which the camera turns.
void NeedleHand::set_upright(CanvasPoint at, engine::core::AttemptTime t_us, engine::sim::Tilt found) {
  if (found == engine::sim::Tilt{}) return;
  const auto as_held = eye_->lens().tilt_on_skin(at, {found.x_ddeg / 10.0, -found.y_ddeg / 10.0});
  const auto straight = eye_->lens().tilt_on_skin(at, {0.0, 0.0});
  constexpr int kMost = 450;
  engine::sim::Calibrated turned = sitting_->attempt().skin.calibration;
  turned.t_us = t_us;
  turned.upright = {static_cast<std::int16_t>(std::clamp(as_held.x_ddeg - straight.x_ddeg, -kMost, kMost)),
                    static_cast<std::int16_t>(std::clamp(as_held.y_ddeg - straight.y_ddeg, -kMost, kMost))};
  if (turned.upright != sitting_->attempt().skin.calibration.upright)
    sitting_->note(engine::sim::Event{turned});
}

void NeedleHand::move(const platform::PointerSample& hand) {
  const auto& contact = sitting_->attempt().skin.contact;
  if (!down_ || !contact) return;
  const auto at = eye_->lens().pick(hand.at).value_or(contact->last.at);
  platform::PointerSample as = hand;
  if (by_key_) {  // a pen that hovers while the key presses
    as.pressure.reset();
    as.tilt_deg.reset();
  }
  if (!as.pressure && at == contact->last.at) return;
  static_cast<void>(sitting_->act(runner::MoveNeedle{sample(as, at, true)}));
}

std::string NeedleHand::lift(const platform::PointerSample& hand) {
  std::string refused;
  if (const auto& contact = sitting_->attempt().skin.contact) {
    const auto at = eye_->lens().pick(hand.at).value_or(contact->last.at);
    if (auto done = sitting_->act(runner::MoveNeedle{sample(hand, at, false)}); !done)
      refused = done.error().message;
  }
  const std::string found = down_ ? judge_length(hand.t_us) : std::string();
  down_ = false;
  return refused.empty() ? found : refused;
}

std::string NeedleHand::judge_length(engine::core::SteadyTime lift_us) {
  const auto& device = sitting_->attempt().skin.device;
  if (device.kind != DeviceKind::Mouse || sitting_->attempt().skin.machine.dry) return {};
  switch (lengths_.pressed_for(held_us(lift_us))) {
    case PressLengths::Fault::None:
      return {};
    case PressLengths::Fault::NoLength:
      return words::say(
          "These taps have no length, so how deep they go is not known. Hold the button down for a dot, hold "
          "{}, or switch \u201ctap to click\u201d off.",
          ui::key_of(ui::Command::Needle, left_handed_));
    case PressLengths::Fault::AllAlike:
      return words::say(
          "Your last presses were equally long to the millisecond: that is the device\u2019s tap, not your "
          "hand. "
          "Hold the button down for a dot, or hold {}.",
          ui::key_of(ui::Command::Needle, left_handed_));
  }
  return {};
}

void NeedleHand::interrupt(engine::core::SteadyTime t_us) {
  if (!down_) return;
  down_ = false;
  static_cast<void>(sitting_->act(runner::InterruptContact{sitting_->time(t_us)}));
}

}  // namespace trainer::app
