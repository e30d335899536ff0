// What takes the place of touch: the machine's sound, ticks at the depth band, the pen that is seen.
#include <algorithm>

#include "engine/platform/clock.h"
#include "trainer/app/app.h"

namespace trainer::app {

namespace platform = engine::platform;

namespace {

constexpr std::int64_t kAwayUs = 2'000'000;   // a pen that has gone fades (ui: needle cursor)
constexpr std::int64_t kRestUs = 10'000'000;  // a machine that nobody moves is switched off (judgement)
constexpr std::int64_t kRippleUs = 150'000;
constexpr std::int32_t kStretched = 500;  // permille of drum-tight, from which skin ripples (judgement)
constexpr float kAwayOpacity = 0.3F;
constexpr float kArcUs = 400'000.0F;  // a whole turn of the arc round the tip

float share_of_arc(std::optional<std::int64_t> t_us) {
  return t_us ? std::min(1.0F, static_cast<float>(*t_us) / kArcUs) : 1.0F;
}

}  // namespace

// Only remembers: what an event does to the needle is decided elsewhere.
void App::feel(const platform::InputEvent& event) {
  const auto seen = [&](const platform::PointerSample& sample) {
    if (sample.echo) return;
    felt_.pointer = sample;
    felt_.near = true;
    felt_.moved_us = sample.t_us;
  };
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) seen(e->sample);
  if (const auto* e = std::get_if<platform::ProximityChanged>(&event)) {
    seen(e->sample);
    felt_.near = e->near;
  }
  if (std::holds_alternative<platform::PointerLeft>(event)) felt_.near = false;
  if (const auto* e = std::get_if<platform::FocusLost>(&event)) {
    felt_.near = false;
    felt_.moved_us = e->t_us;
  }
}

bool App::pen_away() const {
  return felt_.pointer.kind == platform::PointerKind::Pen && !hand_.needle && !felt_.near &&
         platform::steady_us() - felt_.moved_us > kAwayUs;
}

bool App::rippling() const {
  return sitting_ && !settings_.reduced_motion &&
         sitting_->attempt().skin.machine.stretch_permille >= kStretched &&
         now_us_ - hand_.down_us < kRippleUs;
}

void App::add_feel(ui::NeedleInk& needle) const {
  needle.pen = settings_.pen_drawn;
  if (pen_away()) needle.opacity = kAwayOpacity;
  if (felt_.pointer.tilt_deg && felt_.pointer.kind != platform::PointerKind::Mouse)
    needle.tilt = ui::PenTilt{static_cast<float>(felt_.pointer.tilt_deg->x),
                              static_cast<float>(felt_.pointer.tilt_deg->y)};
  // the arc's band goes with `[` and `]` as the depth does
  if (hand_.needle && sitting_->attempt().skin.contact) {
    const BandTimes times = band_times(sitting_->attempt().skin);
    needle.band_from = share_of_arc(times.start_us);
    needle.band_to = share_of_arc(times.end_us);
  }
  if (rippling())
    needle.ripple =
        std::max(0.0F, static_cast<float>(now_us_ - hand_.down_us) / static_cast<float>(kRippleUs));
}

// Once a turn of the loop.
void App::follow_feel() {
  if (const bool away = pen_away(); away != felt_.faded) {
    felt_.faded = away;
    frames_wanted_ = std::max(frames_wanted_, 1);
  }
  const bool works = sitting_ && (screen_ == Screen::Work || screen_ == Screen::FirstRun) &&
                     (settings_.machine_sound || settings_.press_ticks);
  if (works && !sound_ && felt_.trouble.empty() && !hand_.needle) open_sound();
  if (!sound_) return;
  sound_->play(works);
  sound_->desk().set(tone());
  tick_at_the_band();
}

void App::open_sound() {
  auto opened = platform::Sound::open();
  if (opened)
    sound_ = std::move(*opened);
  else
    felt_.trouble = opened.error().message + ".";
}

platform::MachineTone App::tone() const {
  const bool in_hand = takes_needle() && !pencil() && !hand_.drag && !hand_.space && over_canvas(hand_.at) &&
                       felt_.near && platform::steady_us() - felt_.moved_us < kRestUs;
  platform::MachineTone tone{.volume = static_cast<float>(settings_.sound_percent) / 100.0F};
  if (!settings_.machine_sound || !sitting_ || !(in_hand || hand_.needle)) return tone;
  const auto& skin = sitting_->attempt().skin;
  tone.rate_hz = static_cast<float>(skin.machine.rate_mhz) / 1000.0F;
  if (!hand_.needle || !skin.contact) return tone;
  tone.load = 1.0F;
  tone.depth =
      static_cast<float>(depth_now(skin, platform::steady_us() - hand_.down_us).value_or(0)) / 1000.0F;
  return tone;
}

void App::tick_at_the_band() {
  platform::VoiceDesk& desk = sound_->desk();
  const bool down = settings_.press_ticks && hand_.needle && sitting_->attempt().skin.contact;
  if (!down) {
    if (felt_.ticked_us) desk.cancel_ticks();
    felt_.ticked_us.reset();
    felt_.band.lift();
    return;
  }
  const auto& skin = sitting_->attempt().skin;
  if (skin.contact->last.pressure) {
    const auto crossed = felt_.band.follow(skin, *depth_now(skin, 0));
    if (crossed.start) desk.tick_at(platform::BandEdge::Start, platform::steady_us());
    if (crossed.end) desk.tick_at(platform::BandEdge::End, platform::steady_us());
  } else if (felt_.ticked_us != hand_.down_us) {
    const BandTimes times = band_times(skin);
    // the server's clock may be matched too late
    const std::int64_t began_us = std::min(hand_.down_us, platform::steady_us());
    if (times.start_us) desk.tick_at(platform::BandEdge::Start, began_us + *times.start_us);
    if (times.end_us) desk.tick_at(platform::BandEdge::End, began_us + *times.end_us);
  }
  felt_.ticked_us = hand_.down_us;
}

void App::set_feel(ui::Feel feel, bool on) {
  if (feel == ui::Feel::MachineSound) settings_.machine_sound = on;
  if (feel == ui::Feel::PressTicks) settings_.press_ticks = on;
  if (feel == ui::Feel::PenDrawn) settings_.pen_drawn = on;
  if (feel == ui::Feel::ReducedMotion) settings_.reduced_motion = on;
  const bool sounds = feel == ui::Feel::MachineSound || feel == ui::Feel::PressTicks;
  if (sounds) felt_.trouble.clear();
  if (sounds && on && !sound_) open_sound();  // a device that is missing is told at once
  save_settings();
}

}  // namespace trainer::app
