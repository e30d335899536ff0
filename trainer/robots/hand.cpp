#include "trainer/robots/hand.h"

#include <algorithm>
#include <cmath>

#include "engine/sim/press.h"

namespace trainer::robots {

using engine::core::Degrees;
using engine::core::Mm;
using engine::core::Seconds;
using engine::core::Seed;
using engine::scalp::CanvasPoint;
using engine::sim::NeedleMoved;
using engine::sim::NeedleSample;
using engine::sim::Tilt;

namespace {

constexpr engine::core::Span kSampleUs{5'000};  // 200 Hz
constexpr engine::core::Span kRampUs{30'000};   // pressure rises and falls
constexpr double kHandMmPerS = 60.0;
constexpr Seconds kLongestPress{0.6};

std::int32_t rounded(double x) {
  return static_cast<std::int32_t>(std::floor(x + 0.5));
}

double mixed(double novice, double expert, double skill) {
  return novice + (expert - novice) * skill;
}

// Share of the full pressure at a time in the press.
double push(engine::core::Span t_us, engine::core::Span whole_us) {
  const auto edge = static_cast<double>(std::min(t_us, whole_us - t_us).us);
  return std::clamp(0.2 + 0.8 * edge / static_cast<double>(kRampUs.us), 0.2, 1.0);
}

std::uint16_t pressure_for(double delta, const engine::skin::Machine& machine) {
  engine::skin::Press upright = engine::sim::press_of(engine::sim::Calibrated{});
  upright.stretch_permille = machine.stretch_permille;
  return std::clamp<std::uint16_t>(
      engine::skin::pressure_for_delta(std::max(1, rounded(delta * 1000.0)), upright), 1,
      engine::sim::kFullPressure);
}

}  // namespace

Hand hand_of_skill(double skill, Seed seed) {
  const Hand expert;
  const double s = std::clamp(skill, 0.0, 1.0), lack = 1.0 - s;
  Stream stream(seed, "robot/hand");
  Hand hand;
  hand.aim = Mm{lack * (0.06 + 0.35 * lack)};
  hand.depth_delta = mixed(0.20, expert.depth_delta, s);
  hand.depth_bias = lack * 0.22 * stream.between(-1.0, 1.0);
  hand.depth_drift = lack * 0.20 * stream.between(-1.0, 1.0);
  hand.tilt = Degrees{mixed(22.0, expert.tilt.value, s)};
  hand.tilt_spread = Degrees{mixed(9.0, expert.tilt_spread.value, s)};
  hand.tremor = Mm{mixed(0.10, expert.tremor.value, s)};
  hand.press = expert.press * (1.0 + 0.5 * lack * stream.between(-1.0, 1.0));
  hand.travel = Seconds{mixed(1.1, expert.travel.value, s)};
  hand.lingers = 0.06 * lack;
  return hand;
}

Hand machine_hand() {
  return {.aim_share = 0.0,
          .depth_delta = 0.0,
          .tilt = Degrees{0.0},
          .tilt_spread = Degrees{0.0},
          .tremor = Mm{0.0},
          .travel = Seconds{0.3}};
}

Hand frantic_hand() {
  return {.depth_delta = 0.10, .tremor = Mm{0.05}, .press = Seconds{0.040}, .travel = Seconds{0.05}};
}

Player::Player(const Hand& hand, const engine::skin::Machine& machine, Seed seed)
    : hand_(hand),
      machine_(machine),
      aim_(seed, "robot/aim"),
      depth_(seed, "robot/depth"),
      tilt_(seed, "robot/tilt"),
      pace_(seed, "robot/pace"),
      tremor_(seed, "robot/tremor") {}

Vec2 Player::aimed(const Ground& ground, Vec2 p) {
  constexpr double kLimit = 2.5;  // of the deviation: the eye corrects more than that
  const double deviation = hand_.aim.value + hand_.aim_share * ground.spacing_at(p).value;
  const double dx = deviation * aim_.normal_within(kLimit);
  const double dy = deviation * aim_.normal_within(kLimit);
  return p + Vec2{dx, dy};
}

void Player::press(CanvasPoint at, double depth_delta, Mm way, double progress, Events& events) {
  const double way_s = hand_.travel.value * pace_.between(0.75, 1.25) + way.value / kHandMmPerS;
  now_us_ += engine::core::Span{static_cast<std::int64_t>(1e6 * way_s)};
  const double delta = depth_delta + hand_.depth_bias + hand_.depth_drift * progress +
                       hand_.depth_delta * depth_.normal_within(3.0);
  const Seconds press = hand_.press * pace_.between(0.85, 1.15);
  const bool lingers = pace_.unit() < hand_.lingers;
  contact(at, delta, press, events);
  if (!lingers) return;
  const std::int32_t off_u = rounded(120.0 * tremor_.normal_within(2.0));
  const std::int32_t off_v = rounded(120.0 * tremor_.normal_within(2.0));
  now_us_ += engine::core::Span{120'000};
  contact({at.u_um + off_u, at.v_um + off_v}, delta, press, events);
}

void Player::run(const std::vector<CanvasPoint>& way, Mm length, double depth_delta, Mm a_second,
                 Events& events) {
  if (way.size() < 2) return;
  now_us_ += engine::core::Span{static_cast<std::int64_t>(1e6 * hand_.travel.value)};
  const double delta = depth_delta + hand_.depth_bias + hand_.depth_delta * depth_.normal_within(3.0);
  const auto full = pressure_for(delta, machine_);
  const std::int64_t steps = std::max<std::int64_t>(
      2, engine::core::Span{static_cast<std::int64_t>(1e6 * length.value / a_second.value)} / kSampleUs);
  for (std::int64_t i = 0; i <= steps; ++i) {
    const double along =
        static_cast<double>(i) / static_cast<double>(steps) * static_cast<double>(way.size() - 1);
    const auto from = std::min(static_cast<std::size_t>(along), way.size() - 2);
    const double part = along - static_cast<double>(from);
    const CanvasPoint a = way[from], b = way[from + 1];
    NeedleSample sample{.t_us = now_us_, .contact = i < steps};
    sample.at = {a.u_um + rounded(part * (b.u_um - a.u_um)), a.v_um + rounded(part * (b.v_um - a.v_um))};
    sample.pressure = sample.contact ? full : std::uint16_t{0};
    events.emplace_back(engine::sim::Event{NeedleMoved{sample}});
    now_us_ += kSampleUs;
  }
}

void Player::contact(CanvasPoint at, double delta, Seconds press, Events& events) {
  const engine::core::Span asked_us{static_cast<std::int64_t>(std::min(press, kLongestPress).value * 1e6)};
  const engine::core::Span whole_us = asked_us / kSampleUs * kSampleUs;
  const double full = pressure_for(delta, machine_);
  const double way_u = 1000.0 * hand_.tremor.value * tremor_.normal_within(2.0);
  const double way_v = 1000.0 * hand_.tremor.value * tremor_.normal_within(2.0);
  const double lean_x = hand_.tilt.value + hand_.tilt_spread.value * tilt_.normal_within(3.0);
  const double lean_y = hand_.tilt_spread.value * tilt_.normal_within(3.0);
  const Tilt tilt{static_cast<std::int16_t>(rounded(10.0 * lean_x)),
                  static_cast<std::int16_t>(rounded(10.0 * lean_y))};
  for (engine::core::Span t; t <= whole_us; t += kSampleUs) {
    const bool down = t < whole_us;
    const double share = engine::core::ratio(t, std::max(engine::core::Span{1}, whole_us));
    NeedleSample sample{.t_us = now_us_ + t, .tilt = tilt, .contact = down};
    sample.at = {at.u_um + rounded(way_u * share), at.v_um + rounded(way_v * share)};
    sample.pressure = down ? static_cast<std::uint16_t>(rounded(full * push(t, whole_us))) : std::uint16_t{0};
    events.emplace_back(engine::sim::Event{NeedleMoved{sample}});
  }
  now_us_ += whole_us;
}

}  // namespace trainer::robots
