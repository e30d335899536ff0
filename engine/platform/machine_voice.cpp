#include "engine/platform/machine_voice.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"

namespace engine::platform {

namespace {

constexpr auto kTurn = static_cast<float>(2 * core::kPi);
constexpr float kHighestRate = 200.0F, kDeepest = 1.3F;
// Overtones of a small motor with an eccentric: the even ones stand out (judgement, by ear and by eye).
constexpr std::array kOvertones = {1.0F,  0.85F, 0.40F, 0.60F, 0.25F, 0.35F,
                                   0.15F, 0.22F, 0.10F, 0.14F, 0.06F, 0.08F};
constexpr float kToneShare = 0.92F;                       // of the machine; the rest is hiss
constexpr float kMachinePeak = 0.60F, kTickPeak = 0.20F;  // of full scale; machine and two ticks fill it
constexpr float kGlideS = 0.015F;                         // of pitch and timbre: time constant
constexpr float kRampS = 0.040F;                          // of loudness, from nothing to full
constexpr float kTickS = 0.050F, kTickRiseS = 0.003F;
constexpr std::array kTickHz = {1320.0F, 880.0F};  // a fifth apart: start high, end low
constexpr core::Span kTooLateUs{40'000};

float towards(float from, float to, float step) {
  return from < to ? std::min(to, from + step) : std::max(to, from - step);
}

// What is left of one overtone in the next.
float brightness(const MachineTone& t) {
  return 0.92F - 0.12F * t.load - 0.30F * std::min(1.0F, t.depth);
}

std::size_t index(BandEdge edge) {
  return static_cast<std::size_t>(edge);
}

float within(float value, float high) {
  return value > 0 ? std::min(value, high) : 0.0F;
}  // NaN is nothing

}  // namespace

float pitch_hz(const MachineTone& t) {
  return t.rate_hz * (1.0F - 0.04F * t.load - 0.06F * std::min(1.0F, t.depth));
}

MachineVoice::MachineVoice(int samples_per_s) : rate_(static_cast<float>(samples_per_s)) {}

void MachineVoice::set(const MachineTone& tone) {
  goal_ = {within(tone.rate_hz, kHighestRate), within(tone.load, 1.0F), within(tone.depth, kDeepest),
           within(tone.volume, 1.0F)};
}

void MachineVoice::tick(BandEdge edge, int after_samples) {
  Tick& t = ticks_[index(edge)];
  if (t.age < 0) t = {std::max(0, after_samples), 0};
}

float MachineVoice::machine() {
  const bool runs = goal_.rate_hz > 0;
  gain_ = towards(gain_, runs ? 1.0F : 0.0F, 1.0F / (kRampS * rate_));
  if (gain_ <= 0) {
    pitch_ = 0;
    return 0;
  }
  const float glide = 1.0F / (kGlideS * rate_);
  if (runs) {  // a machine that stops fades at the pitch that it had
    if (pitch_ <= 0) pitch_ = pitch_hz(goal_);
    pitch_ += (pitch_hz(goal_) - pitch_) * glide;
    brightness_ += (brightness(goal_) - brightness_) * glide;
  }
  turn_ += pitch_ / rate_;
  turn_ -= std::floor(turn_);
  // sin(k x) from sin((k-1) x) and sin((k-2) x): one sine and one cosine for all overtones.
  const float s = std::sin(kTurn * turn_), two_c = 2.0F * std::cos(kTurn * turn_);
  float before = 0, here = s, sum = 0, all = 0, share = 1;
  for (const float overtone : kOvertones) {
    sum += overtone * share * here;
    all += overtone * share;
    share *= brightness_;
    const float next = two_c * here - before;
    before = here;
    here = next;
  }
  seed_ = seed_ * 1664525U + 1013904223U;
  const float white = static_cast<float>(seed_ >> 8) / 8388608.0F - 1.0F;
  hiss_ += (white - hiss_) * 0.25F * brightness_;
  const float beat = 0.6F + 0.4F * s;  // it breathes with the strikes
  return kMachinePeak * gain_ * (kToneShare * sum / all + (1.0F - kToneShare) * beat * hiss_);
}

float MachineVoice::ticks() {
  float sum = 0;
  for (std::size_t i = 0; i < ticks_.size(); ++i) {
    Tick& t = ticks_[i];
    if (t.age < 0) continue;
    if (t.waits > 0) {
      --t.waits;
      continue;
    }
    const float at_s = static_cast<float>(t.age) / rate_, left = 1.0F - at_s / kTickS;
    t.age = left > 0 ? t.age + 1 : -1;
    if (left > 0)
      sum += kTickPeak * std::min(1.0F, at_s / kTickRiseS) * left * left * left *
             std::sin(kTurn * kTickHz[i] * at_s);
  }
  return sum;
}

void MachineVoice::render(std::span<float> out) {
  for (float& sample : out) {
    // Squared: the ear hears equal steps.
    volume_ = towards(volume_, goal_.volume * goal_.volume, 1.0F / (kRampS * rate_));
    sample = volume_ * (machine() + ticks());
  }
}

void VoiceDesk::set(const MachineTone& tone) {
  rate_hz_.store(tone.rate_hz, std::memory_order_relaxed);
  load_.store(tone.load, std::memory_order_relaxed);
  depth_.store(tone.depth, std::memory_order_relaxed);
  volume_.store(tone.volume, std::memory_order_relaxed);
}

MachineTone VoiceDesk::tone() const {
  return {rate_hz_.load(std::memory_order_relaxed), load_.load(std::memory_order_relaxed),
          depth_.load(std::memory_order_relaxed), volume_.load(std::memory_order_relaxed)};
}

void VoiceDesk::tick_at(BandEdge edge, core::SteadyTime t_us) {
  due_[index(edge)].store(t_us.us, std::memory_order_relaxed);
}

void VoiceDesk::cancel_ticks() {
  for (auto& due : due_) due.store(kNever, std::memory_order_relaxed);
}

std::optional<core::SteadyTime> VoiceDesk::due(BandEdge edge) const {
  const std::int64_t t = due_[index(edge)].load(std::memory_order_relaxed);
  return t == kNever ? std::nullopt : std::optional(core::SteadyTime{t});
}

void VoicePlayer::play(core::SteadyTime now_us, std::span<float> out) {
  voice_.set(desk_->tone());
  const core::SteadyTime end_us =
      now_us + core::Span{1'000'000} * static_cast<std::int64_t>(out.size()) / rate_;
  for (const BandEdge edge : {BandEdge::Start, BandEdge::End}) {
    const auto due = desk_->due(edge);
    if (!due || *due >= end_us || due == played_[index(edge)]) continue;
    played_[index(edge)] = due;
    if (*due > now_us - kTooLateUs)
      voice_.tick(edge, static_cast<int>(std::max<std::int64_t>(0, (*due - now_us).us) * rate_ / 1'000'000));
  }
  voice_.render(out);
}

}  // namespace engine::platform
