#include "trainer/app/device_check.h"

#include <algorithm>

#include "trainer/app/devices.h"

namespace trainer::app {

namespace platform = engine::platform;
using engine::geometry::Vec2;
using engine::sim::CheckPart;

namespace {

constexpr double kLeastCircleAskedPx = 60.0;  // engine/sim/calibration: 40 say nothing
constexpr std::size_t kMostSamples = 20'000;  // of a contact: a pen left lying on the tablet

double extent(const engine::sim::CheckContact& contact) {
  Vec2 low = contact.samples.front().at, high = low;
  for (const auto& s : contact.samples) {
    low = {std::min(low.x, s.at.x), std::min(low.y, s.at.y)};
    high = {std::max(high.x, s.at.x), std::max(high.y, s.at.y)};
  }
  return std::min(high.x - low.x, high.y - low.y);
}

}  // namespace

DeviceCheck::DeviceCheck(const platform::Device& device, double px_per_mm) {
  recording_.px_per_mm = px_per_mm;
  begin(device);
}

void DeviceCheck::begin(const platform::Device& device) {
  device_ = device;
  recording_ = {.kind = kind_of(device.kind), .px_per_mm = recording_.px_per_mm, .parts = {}};
  parts_ = device.pressure || recording_.kind == engine::sim::DeviceKind::Pen
               ? std::vector{CheckPart::Circle, CheckPart::Light, CheckPart::Firm, CheckPart::Taps,
                             CheckPart::Comfortable}  // nothing to press against
               : std::vector{CheckPart::Circle, CheckPart::Taps, CheckPart::Comfortable};
  part_ = 0;
  contact_.reset();
  said_ = {};
}

void DeviceCheck::again() {
  begin(device_);
}

void DeviceCheck::press(const platform::Device& device, const platform::PointerSample& sample) {
  if (device.id != device_.id || device.name != device_.name) begin(device);
  if (done() || contact_) return;
  contact_.emplace();
  contact_->samples.push_back(check_sample(sample, true));
  said_ = {};
}

void DeviceCheck::move(const platform::PointerSample& sample) {
  if (!contact_ || sample.device != device_.id || contact_->samples.size() >= kMostSamples) return;
  contact_->samples.push_back(check_sample(sample, true));
}

void DeviceCheck::release(const platform::PointerSample& sample) {
  if (!contact_ || sample.device != device_.id || done()) return;
  contact_->up_us = sample.t_us;
  auto& kept = recording_.parts[static_cast<std::size_t>(part())];
  const engine::core::Seconds held{
      static_cast<double>((contact_->up_us - contact_->samples.front().t_us).us) / 1e6};
  said_ = {};
  said_.too_small = part() == CheckPart::Circle && extent(*contact_) < kLeastCircleAskedPx;
  said_.too_short = (part() == CheckPart::Light || part() == CheckPart::Firm) && held < ui::kHold;
  const bool counts = !said_.too_small && !said_.too_short;
  if (counts) kept.push_back(std::move(*contact_));
  contact_.reset();
  const auto asked = part() == CheckPart::Taps          ? engine::sim::kTapsAsked
                     : part() == CheckPart::Comfortable ? engine::sim::kComfortableAsked
                                                        : 1;
  if (counts && kept.size() >= static_cast<std::size_t>(asked)) next_part();
}

void DeviceCheck::next_part() {
  contact_.reset();
  said_ = {};
  if (!done()) ++part_;
}

ui::DeviceCheckView DeviceCheck::view(const ui::LiveDevice& live, engine::core::SteadyTime now_us) const {
  const ui::DeviceLabel label{device_.name, device_.pressure};
  if (done()) return ui::make_check_result(label, parts_, report(), live);
  ui::CheckProgress progress = said_;
  progress.part = part();
  const auto& kept = recording_.of(part());
  progress.done = static_cast<int>(kept.size());
  if (contact_)
    progress.held =
        engine::core::Seconds{static_cast<double>((now_us - contact_->samples.front().t_us).us) / 1e6};
  auto v = ui::make_check_view(label, parts_, progress, live);
  const auto trace = [](const engine::sim::CheckContact& contact) {
    std::vector<ui::Point> points;
    for (const auto& s : contact.samples)
      points.push_back({static_cast<float>(s.at.x), static_cast<float>(s.at.y)});
    return points;
  };
  for (const auto& contact : kept) v.traces.push_back(trace(contact));
  if (contact_) v.traces.push_back(trace(*contact_));
  v.touching = contact_.has_value();
  return v;
}

}  // namespace trainer::app
