#include "trainer/app/devices.h"

#include <algorithm>
#include <cmath>

#include "engine/sim/press.h"

namespace trainer::app {

namespace platform = engine::platform;
using engine::sim::DeviceKind;

namespace {

constexpr engine::core::Span kLatestUs{1'000'000};
constexpr std::size_t kMostLatest = 4'096;
constexpr std::size_t kFewest = 8;  // samples that tell a rate

// Share of the skin, of a pen held upright; what `[` and `]` add is not the curve's.
double depth_by_curve(const engine::sim::Calibrated& calibration, std::uint16_t pressure) {
  auto press = engine::sim::press_of(calibration);
  press.pressure = pressure;
  press.offset_permille = 0;
  return engine::skin::delta_from_pressure(press) / 1000.0;
}

}  // namespace

DeviceKind kind_of(platform::PointerKind kind) {
  switch (kind) {
    case platform::PointerKind::Pen:
    case platform::PointerKind::Eraser:
      return DeviceKind::Pen;
    case platform::PointerKind::Touch:
      return DeviceKind::Touch;
    case platform::PointerKind::Mouse:
      break;
  }
  return DeviceKind::Mouse;
}

engine::sim::CheckSample check_sample(const platform::PointerSample& s, bool contact) {
  engine::sim::CheckSample out{.t_us = s.t_us, .at = s.at, .pressure = {}, .tilt = {}, .contact = contact};
  if (s.pressure)
    out.pressure = static_cast<std::uint16_t>(
        std::lround(std::clamp(*s.pressure, 0.0, 1.0) * engine::sim::kFullPressure));
  const auto ddeg = [](double deg) {
    return static_cast<std::int16_t>(std::lround(std::clamp(deg, -90.0, 90.0) * 10.0));
  };
  if (s.tilt_deg) out.tilt = engine::sim::Tilt{ddeg(s.tilt_deg->x), ddeg(s.tilt_deg->y)};
  return out;
}

void Devices::follow(const platform::InputEvent& event) {
  if (const auto* e = std::get_if<platform::DeviceAppeared>(&event)) {
    const auto known =
        std::find_if(at_hand_.begin(), at_hand_.end(), [&](const auto& d) { return d.id == e->device.id; });
    if (known != at_hand_.end())
      *known = e->device;
    else
      at_hand_.push_back(e->device);
  }
  if (const auto* e = std::get_if<platform::DeviceGone>(&event)) {
    std::erase_if(at_hand_,
                  [&](const auto& d) { return d.id == e->device && d.id != platform::kSystemMouse; });
    if (in_use_ == e->device) in_use_ = platform::kSystemMouse, latest_.clear();
  }
  if (const auto* e = std::get_if<platform::PointerMoved>(&event)) follow(e->sample);
  if (const auto* e = std::get_if<platform::PointerPressed>(&event)) {
    follow(e->sample);
    // A pen that names a pressure and has none, or is stuck at one, measures nothing.
    for (auto& d : at_hand_)
      if (d.id == e->sample.device && !e->sample.echo && e->sample.kind == platform::PointerKind::Pen)
        d.pressure = e->sample.pressure.has_value();
  }
  if (const auto* e = std::get_if<platform::PointerReleased>(&event)) follow(e->sample);
}

void Devices::follow(const platform::PointerSample& sample) {
  if (sample.echo) return;  // the pen's own samples come too
  if (sample.device != in_use_) latest_.clear();
  in_use_ = sample.device;
  latest_.push_back(sample);
  while (latest_.size() > kMostLatest || latest_.front().t_us < sample.t_us - kLatestUs) latest_.pop_front();
}

const platform::Device& Devices::in_use() const {
  const auto found =
      std::find_if(at_hand_.begin(), at_hand_.end(), [this](const auto& d) { return d.id == in_use_; });
  return found != at_hand_.end() ? *found : at_hand_.front();
}

ui::DeviceLabel Devices::label() const {
  return {in_use().name, in_use().pressure};
}

bool Devices::pen_at_hand() const {
  return std::any_of(at_hand_.begin(), at_hand_.end(), [](const auto& d) { return d.pressure; });
}

ui::LiveDevice Devices::live(const engine::sim::Calibrated& c) const {
  ui::LiveDevice live{.path = in_use().path,
                      .at = {},
                      .pressure = {},
                      .depth = {},
                      .tilt_deg = {},
                      .per_second = {},
                      .jitter_px = {}};
  if (latest_.empty()) return live;
  const auto& last = latest_.back();
  live.at = {static_cast<float>(last.at.x), static_cast<float>(last.at.y)};
  live.pressure = last.pressure;
  if (last.tilt_deg)
    live.tilt_deg = ui::Point{static_cast<float>(last.tilt_deg->x), static_cast<float>(last.tilt_deg->y)};
  if (const auto pressure = check_sample(last, true).pressure) live.depth = depth_by_curve(c, *pressure);
  const engine::core::Span span = last.t_us - latest_.front().t_us;
  if (latest_.size() < kFewest || span.us <= 0) return live;
  live.per_second = static_cast<double>(latest_.size() - 1) * 1e6 / static_cast<double>(span.us);
  std::vector<engine::sim::CheckSample> samples;
  for (const auto& s : latest_) samples.push_back(check_sample(s, true));
  live.jitter_px = engine::sim::jitter_px(samples);
  return live;
}

}  // namespace trainer::app
