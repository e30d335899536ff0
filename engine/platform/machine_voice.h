// The sound of the machine in the hand: made, not recorded. A pure function of what it is told, so that it
// can be tried without ears or a sound device; the device's own thread asks for samples (sound.h).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/core/moment.h"

namespace engine::platform {

struct MachineTone {
  float rate_hz = 0.0F;  // strikes a second, 0..200; 0: the machine stands still
  float load = 0.0F;     // 0 in the air, 1 needle in the skin
  float depth = 0.0F;    // share of the local skin, 0..1.3
  float volume = 0.0F;   // 0..1
};

// Ends of the band of right depths, each with a soft tick of its own pitch.
enum class BandEdge { Start, End };
constexpr int kBandEdges = 2;

// How pitch gives way: 4 % under load and 6 % more at full depth (judgement: a small rotary motor under a
// light hand).
float pitch_hz(const MachineTone& tone);

class MachineVoice {
 public:
  // Precondition: 8'000..192'000 samples a second.
  explicit MachineVoice(int samples_per_s);
  // Never jumps to it: pitch and timbre glide, loudness ramps. Values beyond their range count as its ends.
  void set(const MachineTone& tone);
  // A tick so many samples after the start of the next `render`; one that still sounds goes on instead.
  void tick(BandEdge edge, int after_samples);
  // Mono, -1..1; exactly 0 once everything has faded.
  void render(std::span<float> out);

 private:
  struct Tick {
    int waits = 0, age = -1;
  };  // age -1: silent

  float machine();
  float ticks();

  float rate_;  // samples a second
  MachineTone goal_;
  float pitch_ = 0.0F, brightness_ = 1.0F;  // as they are now
  float gain_ = 0.0F, volume_ = 0.0F;
  float turn_ = 0.0F;  // phase of the strike, 0..1
  float hiss_ = 0.0F;
  std::uint32_t seed_ = 1;
  std::array<Tick, kBandEdges> ticks_;
};

// Between the window's thread, which writes, and the sound's, which reads: no lock, so that neither ever
// waits. Each number stands for itself; a tone half new and half old lasts for one block of samples at most.
class VoiceDesk {
 public:
  void set(const MachineTone& tone);
  [[nodiscard]] MachineTone tone() const;
  // At this time of `steady_us`; takes the place of an earlier one of the same edge that still waits.
  void tick_at(BandEdge edge, core::SteadyTime t_us);
  void cancel_ticks();
  [[nodiscard]] std::optional<core::SteadyTime> due(BandEdge edge) const;

 private:
  static constexpr std::int64_t kNever = INT64_MIN;
  std::atomic<float> rate_hz_{0.0F}, load_{0.0F}, depth_{0.0F}, volume_{0.0F};
  std::array<std::atomic<std::int64_t>, kBandEdges> due_{kNever, kNever};
  static_assert(std::atomic<float>::is_always_lock_free && std::atomic<std::int64_t>::is_always_lock_free);
};

// What the sound's thread does for every block of samples.
class VoicePlayer {
 public:
  VoicePlayer(const VoiceDesk& desk, int samples_per_s)
      : desk_(&desk), voice_(samples_per_s), rate_(samples_per_s) {}
  // `now_us`: when the block begins. A tick that is late by more than 40 ms is left out: it would teach a
  // wrong rhythm.
  void play(core::SteadyTime now_us, std::span<float> out);

 private:
  const VoiceDesk* desk_;
  MachineVoice voice_;
  int rate_;
  std::array<std::optional<core::SteadyTime>, kBandEdges> played_;
};

}  // namespace engine::platform
