#include "engine/platform/machine_voice.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

using engine::core::Span;
using engine::core::SteadyTime;

using namespace engine::platform;

namespace {

constexpr int kRate = 48'000;

std::vector<float> heard(MachineVoice& voice, const MachineTone& tone, double seconds) {
  std::vector<float> out(static_cast<std::size_t>(seconds * kRate));
  voice.set(tone);
  voice.render(out);
  return out;
}

std::vector<float> steady(const MachineTone& tone) {
  MachineVoice voice(kRate);
  heard(voice, tone, 0.3);
  return heard(voice, tone, 0.5);
}

double product(const std::vector<float>& x, std::size_t lag) {
  double sum = 0;
  for (std::size_t i = 0; i + lag < x.size(); ++i)
    sum += static_cast<double>(x[i]) * static_cast<double>(x[i + lag]);
  return sum / static_cast<double>(x.size() - lag);
}

// The shortest period that explains the sound, as a frequency: from 40 to 300 Hz.
double fundamental_hz(const std::vector<float>& x) {
  double best = 0;
  for (std::size_t lag = kRate / 300; lag <= kRate / 40; ++lag) best = std::max(best, product(x, lag));
  for (std::size_t lag = kRate / 300; lag <= kRate / 40; ++lag) {
    const double here = product(x, lag);
    if (here > 0.9 * best && here >= product(x, lag - 1) && here >= product(x, lag + 1))
      return static_cast<double>(kRate) / static_cast<double>(lag);
  }
  return 0;
}

double loudness(const std::vector<float>& x) {
  return std::sqrt(product(x, 0));
}

float largest(const std::vector<float>& x) {
  float most = 0;
  for (const float s : x) most = std::max(most, std::fabs(s));
  return most;
}

float largest_step(const std::vector<float>& x) {
  float most = 0;
  for (std::size_t i = 1; i < x.size(); ++i) most = std::max(most, std::fabs(x[i] - x[i - 1]));
  return most;
}

// Mean step over mean size: how much of it is high.
double sharpness(const std::vector<float>& x) {
  double steps = 0;
  for (std::size_t i = 1; i < x.size(); ++i) steps += std::pow(static_cast<double>(x[i] - x[i - 1]), 2);
  return std::sqrt(steps / static_cast<double>(x.size())) / loudness(x);
}

}  // namespace

TEST_CASE("one hears as many beats a second as the machine strikes") {
  for (const float rate : {60.0F, 100.0F, 130.0F, 200.0F}) {
    CAPTURE(rate);
    CHECK(fundamental_hz(steady({.rate_hz = rate, .volume = 1})) ==
          doctest::Approx(static_cast<double>(rate)).epsilon(0.01));
  }
}

TEST_CASE("in the skin the machine drops a little and dulls, deeper still more") {
  const MachineTone air{.rate_hz = 100, .volume = 1}, skin{.rate_hz = 100, .load = 1, .volume = 1},
      deep{.rate_hz = 100, .load = 1, .depth = 1, .volume = 1};
  CHECK(fundamental_hz(steady(skin)) == doctest::Approx(96.0).epsilon(0.01));
  CHECK(fundamental_hz(steady(deep)) == doctest::Approx(90.0).epsilon(0.01));
  CHECK(sharpness(steady(skin)) < 0.95 * sharpness(steady(air)));
  CHECK(sharpness(steady(deep)) < 0.8 * sharpness(steady(skin)));
}

TEST_CASE("off is silent, to the last bit") {
  MachineVoice voice(kRate);
  CHECK(largest(heard(voice, {}, 0.2)) == 0.0F);
  CHECK(largest(heard(voice, {.rate_hz = 100, .volume = 0}, 0.2)) == 0.0F);
  CHECK(largest(heard(voice, {.rate_hz = 100, .volume = 1}, 0.2)) > 0.2F);
  heard(voice, {.rate_hz = 0, .volume = 1}, 0.1);
  CHECK(largest(heard(voice, {.rate_hz = 0, .volume = 1}, 0.1)) == 0.0F);
  heard(voice, {.rate_hz = 100, .volume = 1}, 0.1);
  heard(voice, {.rate_hz = 100, .volume = 0}, 0.1);
  CHECK(largest(heard(voice, {.rate_hz = 100, .volume = 0}, 0.1)) == 0.0F);
}

TEST_CASE("more volume is never quieter") {
  double before = 0;
  for (int percent = 10; percent <= 100; percent += 10) {
    const double now = loudness(steady({.rate_hz = 100, .volume = static_cast<float>(percent) / 100}));
    CAPTURE(percent);
    CHECK(now > before);
    before = now;
  }
}

TEST_CASE("whatever changes, nothing clicks and nothing leaves -1..1") {
  // The steepest that the loudest steady machine and two ticks are by themselves.
  const float machine = largest_step(steady({.rate_hz = 200, .volume = 1}));
  const float bound = machine + 0.20F * 2 * 3.1416F * (1320 + 880) / kRate + 0.01F;
  MachineVoice voice(kRate);
  std::vector<float> all;
  std::uint32_t dice = 7;
  const auto roll = [&](std::uint32_t sides) {
    return (dice = dice * 1664525U + 1013904223U) / 65536U % sides;
  };
  for (int i = 0; i < 2'000; ++i) {
    const MachineTone tone{.rate_hz = static_cast<float>(roll(3) == 0 ? 0 : roll(260)),
                           .load = static_cast<float>(roll(2)),
                           .depth = static_cast<float>(roll(14)) / 10,
                           .volume = static_cast<float>(roll(5)) / 4};
    if (roll(4) == 0) voice.tick(roll(2) == 0 ? BandEdge::Start : BandEdge::End, static_cast<int>(roll(300)));
    const auto block = heard(voice, tone, 0.001 + 0.001 * roll(20));
    all.insert(all.end(), block.begin(), block.end());
  }
  CHECK(largest(all) <= 1.0F);
  CHECK(largest(all) > 0.3F);
  CHECK(largest_step(all) < bound);
}

TEST_CASE("nonsense counts as the end of its range") {
  MachineVoice voice(kRate);
  const auto out = heard(voice, {.rate_hz = NAN, .load = INFINITY, .depth = -5, .volume = 1e30F}, 0.1);
  CHECK(largest(out) == 0.0F);
  CHECK(largest(heard(voice, {.rate_hz = 1e9F, .load = NAN, .depth = INFINITY, .volume = 2}, 0.2)) <= 1.0F);
}

TEST_CASE("the same words give the same sound") {
  CHECK(steady({.rate_hz = 110, .load = 1, .depth = 0.5F, .volume = 0.7F}) ==
        steady({.rate_hz = 110, .load = 1, .depth = 0.5F, .volume = 0.7F}));
}

namespace {

// First sample that sounds, in blocks of 512 from time 0; none: -1.
int first_sound(VoicePlayer& player, double seconds, SteadyTime from_us = SteadyTime{0}) {
  std::vector<float> block(512);
  for (int done = 0; done < seconds * kRate; done += 512) {
    player.play(from_us + Span{std::int64_t{done} * 1'000'000 / kRate}, block);
    const auto loud = std::find_if(block.begin(), block.end(), [](float s) { return std::fabs(s) > 1e-4F; });
    if (loud != block.end()) return done + static_cast<int>(loud - block.begin());
  }
  return -1;
}

void pass(VoicePlayer& player, double seconds, SteadyTime from_us) {
  std::vector<float> block(512);
  for (int done = 0; done < seconds * kRate; done += 512)
    player.play(from_us + Span{std::int64_t{done} * 1'000'000 / kRate}, block);
}

}  // namespace

TEST_CASE("a tick sounds at its time, to the millisecond, once") {
  VoiceDesk desk;
  desk.set({.volume = 1});
  VoicePlayer player(desk, kRate);
  desk.tick_at(BandEdge::Start, SteadyTime{160'000});
  CHECK(first_sound(player, 0.5) == doctest::Approx(0.160 * kRate).epsilon(0.003));
  pass(player, 0.2, SteadyTime{170'000});
  CHECK(first_sound(player, 0.5, SteadyTime{500'000}) == -1);
  desk.tick_at(BandEdge::End, SteadyTime{1'100'000});
  CHECK(first_sound(player, 0.5, SteadyTime{1'000'000}) == doctest::Approx(0.1 * kRate).epsilon(0.003));
}

TEST_CASE("a press that ends early takes its ticks with it, and a late tick is left out") {
  VoiceDesk desk;
  desk.set({.volume = 1});
  VoicePlayer player(desk, kRate);
  desk.tick_at(BandEdge::Start, SteadyTime{60'000});
  desk.tick_at(BandEdge::End, SteadyTime{260'000});
  desk.cancel_ticks();
  CHECK(first_sound(player, 0.5) == -1);
  desk.tick_at(BandEdge::Start, SteadyTime{900'000});
  CHECK(first_sound(player, 0.3, SteadyTime{950'000}) == -1);
  desk.tick_at(BandEdge::Start, SteadyTime{1'980'000});
  CHECK(first_sound(player, 0.3, SteadyTime{2'000'000}) >= 0);
}

TEST_CASE("writer and reader never wait for each other, and what was written last is heard") {
  VoiceDesk desk;
  VoicePlayer player(desk, kRate);
  std::thread window([&] {
    for (int i = 0; i < 20'000; ++i) {
      desk.set({.rate_hz = static_cast<float>(i % 200),
                .load = static_cast<float>(i % 2),
                .depth = 0.5F,
                .volume = 1});
      desk.tick_at(i % 2 == 0 ? BandEdge::Start : BandEdge::End, SteadyTime{i});
    }
    desk.set({});
    desk.cancel_ticks();
  });
  std::vector<float> block(256);
  float most = 0;
  for (int i = 0; i < 200; ++i) {
    player.play(SteadyTime{i}, block);
    most = std::max(most, largest(block));
  }
  window.join();
  CHECK(most <= 1.0F);
  for (int i = 0; i < 40; ++i) player.play(SteadyTime{1'000'000 + i}, block);
  CHECK(largest(block) == 0.0F);
}
