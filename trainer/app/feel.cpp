#include "trainer/app/feel.h"
#include "engine/core/moment.h"
#include "trainer/words/say.h"

#include <algorithm>

namespace trainer::app {

namespace platform = engine::platform;

namespace {

constexpr engine::core::Span kAwayUs{2'000'000};   // a pen that has gone fades
constexpr engine::core::Span kRestUs{10'000'000};  // a machine that nobody moves is switched off (judgement)
constexpr engine::core::Span kRippleUs{150'000};
constexpr float kAwayOpacity = 0.3F;

float end_on_arc(std::optional<engine::core::Span> t_us) {
  return t_us ? std::min(1.0F, ui::share_of_arc(*t_us)) : 1.0F;
}

}  // namespace

void Feel::remember(const platform::InputEvent& event) {
  const auto seen = [&](const platform::PointerSample& sample) {
    if (sample.echo) return;
    pointer_ = sample;
    near_ = true;
    moved_us_ = sample.t_us;
  };
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::ProximityChanged>(&event)) {
    seen(e->sample);
    near_ = e->near;
  }
  if (std::holds_alternative<platform::PointerLeft>(event)) near_ = false;
  if (const auto* e = std::get_if<platform::FocusLost>(&event)) {
    near_ = false;
    moved_us_ = e->t_us;
  }
}

bool Feel::pen_away(engine::core::SteadyTime now_us) const {
  return pointer_.kind == platform::PointerKind::Pen && !needle_down_ && !near_ &&
         now_us - moved_us_ > kAwayUs;
}

bool Feel::rippling(const engine::sim::State& skin, const NeedleHand& hand,
                    engine::core::SteadyTime now_us) const {
  return !preferences_->now().reduced_motion && skin.machine.stretch_permille >= engine::skin::kSlack &&
         now_us - hand.down_us() < kRippleUs;
}

void Feel::add_to(ui::NeedleInk& needle, const Work& work, engine::core::SteadyTime now_us) const {
  needle.pen = preferences_->now().pen_drawn;
  if (pen_away(now_us)) needle.opacity = kAwayOpacity;
  if (pointer_.tilt_deg && pointer_.kind != platform::PointerKind::Mouse)
    needle.tilt =
        ui::PenTilt{static_cast<float>(pointer_.tilt_deg->x), static_cast<float>(pointer_.tilt_deg->y)};
  if (work.hand.down() &&
      work.attempt.skin.contact) {  // the arc's band goes with `[` and `]` as the depth does
    const canvas::BandTimes times = canvas::band_times(work.attempt.skin, canvas::band_pressed(work.attempt));
    needle.band_from = end_on_arc(times.start_us);
    needle.band_to = end_on_arc(times.end_us);
  }
  if (rippling(work.attempt.skin, work.hand, now_us))
    needle.ripple = std::max(
        0.0F, static_cast<float>((now_us - work.hand.down_us()).us) / static_cast<float>(kRippleUs.us));
}

void Feel::follow(const Work& work, engine::core::SteadyTime now_us) {
  heard_ = true;
  needle_down_ = work.hand.down();
  const auto& settings = preferences_->now();
  const bool wanted = settings.machine_sound || settings.press_ticks;
  if (wanted && !sound_ && trouble_.empty() && !needle_down_) open_sound();
  if (!sound_) return;
  sound_->play(wanted);
  sound_->desk().set(tone(work, now_us));
  if (settings.press_ticks && needle_down_ && work.attempt.skin.contact)
    ticks_.follow(work.attempt.skin, canvas::band_pressed(work.attempt), work.hand.down_us(), now_us,
                  sound_->desk());
  else
    ticks_.lift(sound_->desk());
}

bool Feel::end_turn(engine::core::SteadyTime now_us) {
  if (!heard_) {
    needle_down_ = false;
    if (sound_) {
      sound_->play(false);
      ticks_.lift(sound_->desk());
    }
  }
  const bool away = pen_away(now_us), changed = away != faded_;
  faded_ = away;
  return changed;
}

void Feel::open_sound() {
  auto opened = platform::Sound::open();
  if (opened)
    sound_ = std::move(*opened);
  else
    trouble_ = words::say("{}.", opened.error().message);
}

platform::MachineTone Feel::tone(const Work& work, engine::core::SteadyTime now_us) const {
  const bool in_hand = work.in_hand && near_ && now_us - moved_us_ < kRestUs;
  platform::MachineTone tone{.volume = static_cast<float>(preferences_->now().sound_percent) / 100.0F};
  if (!preferences_->now().machine_sound || !(in_hand || needle_down_)) return tone;
  tone.rate_hz = static_cast<float>(work.attempt.skin.machine.rate_mhz) / 1000.0F;
  if (!needle_down_ || !work.attempt.skin.contact) return tone;
  tone.load = 1.0F;
  tone.depth =
      static_cast<float>(canvas::delta_now(work.attempt.skin, now_us - work.hand.down_us()).value_or(0.0));
  return tone;
}

void Feel::set(ui::FeelSwitch feel, bool on) {
  preferences_->change([&](store::Settings& s) {
    switch (feel) {
      case ui::FeelSwitch::MachineSound:
        s.machine_sound = on;
        break;
      case ui::FeelSwitch::PressTicks:
        s.press_ticks = on;
        break;
      case ui::FeelSwitch::PenDrawn:
        s.pen_drawn = on;
        break;
      case ui::FeelSwitch::ReducedMotion:
        s.reduced_motion = on;
        break;
    }
  });
  const bool sounds = feel == ui::FeelSwitch::MachineSound || feel == ui::FeelSwitch::PressTicks;
  if (sounds) trouble_.clear();
  if (sounds && on && !sound_) open_sound();  // a device that is missing is told at once
}

void Feel::set_volume(int percent) {
  preferences_->change([&](store::Settings& s) { s.sound_percent = percent; });
}

ui::FeelView Feel::view() const {
  const auto& s = preferences_->now();
  return {.machine_sound = s.machine_sound,
          .press_ticks = s.press_ticks,
          .pen_drawn = s.pen_drawn,
          .reduced_motion = s.reduced_motion,
          .percent = s.sound_percent,
          .trouble = trouble_};
}

}  // namespace trainer::app
