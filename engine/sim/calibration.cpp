#include "engine/sim/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/sim/calibration_limits.h"
#include "engine/sim/contact.h"
#include "engine/skin/dot.h"
#include "engine/skin/penetration.h"
#include "engine/skin/press_time.h"

namespace engine::sim {

using geometry::Vec2;

namespace {

// All of these are judgement; the direction of each is in the comment.
constexpr double kCeiling = 0.98;   // of the highest pressure seen: as good as at it
constexpr double kSaturated = 0.5;  // share of comfortable presses at the ceiling: nothing left to press with
constexpr double kStretch = 1.25;   // a hand's own circles stay well within it
constexpr double kLeastMeasuredPx = 40.0;  // smaller ones say nothing
constexpr int kShortTaps = 3;              // of five
constexpr double kMostJitterPx = 1.0;      // above it a spacing of some px is not held
constexpr double kLightShare = 0.5;        // of a light press: below it the tip does not touch yet
constexpr int kMostMinimum = kFullPressure / 8;
constexpr double kAboveComfort = 1.25;  // a full press is at least so much more than a comfortable one
constexpr int kSidewaysDdeg = 50;       // leaning farther than this to a side tells the hand
constexpr int kMostUpright = 450;

template <class T>
T quantile(std::vector<T> values, double share) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(share * last + 0.5)];
}

// The largest pressure of each contact that told any.
std::vector<std::int32_t> peaks(const std::vector<CheckContact>& contacts) {
  std::vector<std::int32_t> all;
  for (const auto& contact : contacts) {
    std::int32_t peak = -1;
    for (const auto& s : contact.samples) peak = std::max<std::int32_t>(peak, s.pressure ? *s.pressure : -1);
    if (peak >= 0) all.push_back(peak);
  }
  return all;
}

// A press without its beginning and end, where the pressure only comes and goes.
std::vector<std::int32_t> held(const std::vector<CheckContact>& contacts) {
  std::vector<std::int32_t> all;
  for (const auto& contact : contacts) {
    const auto n = contact.samples.size();
    for (std::size_t i = n / 4; i < n - n / 4; ++i)
      if (contact.samples[i].pressure) all.push_back(*contact.samples[i].pressure);
  }
  return all;
}

struct Told {
  bool pressure = false, tilt = false;
  std::int32_t highest = 0;
};

// Drivers announce axes that the pen lacks: only a pressure that has changed is real. A tilt comes only from
// an axis that has changed before (engine/platform/pen_axes), and a hand may well hold it still from then on.
Told told_by(const CheckRecording& r) {
  Told told;
  std::optional<std::uint16_t> pressure;
  for (const auto& part : r.parts)
    for (const auto& contact : part)
      for (const auto& s : contact.samples) {
        if (s.pressure && pressure && *s.pressure != *pressure) told.pressure = true;
        if (s.tilt) told.tilt = true;
        if (s.pressure) told.highest = std::max<std::int32_t>(told.highest, *s.pressure);
        if (s.pressure && !pressure) pressure = s.pressure;
      }
  return told;
}

std::optional<double> saturated_share(const CheckRecording& r, const Told& told) {
  const auto all = peaks(r.of(CheckPart::Comfortable));
  if (!told.pressure || all.empty()) return std::nullopt;
  const auto at =
      std::count_if(all.begin(), all.end(), [&](std::int32_t p) { return p >= kCeiling * told.highest; });
  return static_cast<double>(at) / static_cast<double>(all.size());
}

// Width over height of what was drawn; a mapping that stretches does so along the axes.
std::optional<double> stretch(const CheckRecording& r) {
  Vec2 low{1e300}, high{-1e300};
  for (const auto& contact : r.of(CheckPart::Circle))
    for (const auto& s : contact.samples) {
      low = {std::min(low.x, s.at.x), std::min(low.y, s.at.y)};
      high = {std::max(high.x, s.at.x), std::max(high.y, s.at.y)};
    }
  const double w = high.x - low.x, h = high.y - low.y;
  if (!(std::min(w, h) > 0.0) || std::max(w, h) < kLeastMeasuredPx) return std::nullopt;
  return w / h;
}

int taps_without_duration(const CheckRecording& r) {
  const auto& taps = r.of(CheckPart::Taps);
  return static_cast<int>(std::count_if(taps.begin(), taps.end(), [](const CheckContact& c) {
    return c.up_us - c.samples.front().t_us < kNoDurationUs;
  }));
}

int double_contacts(const CheckRecording& r) {
  int pairs = 0;
  for (const CheckPart part : {CheckPart::Taps, CheckPart::Comfortable}) {
    const auto& contacts = r.of(part);
    for (std::size_t i = 1; i < contacts.size(); ++i) {
      const auto& before = contacts[i - 1];
      const auto& now = contacts[i];
      const Vec2 step = now.samples.front().at - before.samples.back().at;
      const core::SteadyTime down_us = now.samples.front().t_us;
      const bool soon = down_us - before.up_us < kBounceUs,
                 echo = down_us - before.up_us < kEchoUs && now.up_us - down_us < kEchoLongestUs;
      if ((soon || echo) && std::sqrt(step.x * step.x + step.y * step.y) < kBounce.value * r.px_per_mm)
        ++pairs;
    }
  }
  return pairs;
}

std::optional<double> worst_jitter(const CheckRecording& r) {
  std::optional<double> worst;
  for (const CheckPart part : {CheckPart::Circle, CheckPart::Light, CheckPart::Firm})
    for (const auto& contact : r.of(part))
      if (const auto jitter = jitter_px(contact.samples)) worst = std::max(worst.value_or(0.0), *jitter);
  return worst;
}

std::optional<double> rate(const CheckRecording& r) {
  for (const CheckPart part : {CheckPart::Circle, CheckPart::Firm, CheckPart::Light})
    for (const auto& contact : r.of(part)) {
      const auto n = contact.samples.size();
      const core::Span span = contact.samples.back().t_us - contact.samples.front().t_us;
      if (n >= 8 && span > core::Span{})
        return static_cast<double>(n - 1) * 1e6 / static_cast<double>(span.us);
    }
  return std::nullopt;
}

void fit_pressure(const CheckRecording& r, DeviceReport& report) {
  const auto light = held(r.of(CheckPart::Light)), firm = held(r.of(CheckPart::Firm)),
             comfortable = peaks(r.of(CheckPart::Comfortable));
  if (!light.empty()) report.light = quantile(light, 0.5);
  if (!firm.empty()) report.firm = quantile(firm, 0.5);
  if (!comfortable.empty()) report.comfortable = quantile(comfortable, 0.5);
  Calibrated& c = report.calibration;
  const auto floor_of = [](double x) { return static_cast<std::int32_t>(std::floor(x)); };
  std::int32_t minimum =
      light.empty() ? 0 : std::min(kMostMinimum, floor_of(kLightShare * quantile(light, 0.1)));
  if (report.comfortable) minimum = std::min(minimum, *report.comfortable / 3);
  std::int32_t maximum = firm.empty() ? kFullPressure : quantile(firm, 0.95);
  if (report.comfortable) maximum = std::max(maximum, floor_of(kAboveComfort * *report.comfortable));
  maximum = std::clamp<std::int32_t>(maximum, minimum + kFullPressure / 8, kFullPressure);
  c.minimum_pressure = static_cast<std::uint16_t>(minimum);
  c.maximum_pressure = static_cast<std::uint16_t>(maximum);
  if (!report.comfortable) return;
  c.curve_gamma_permille =
      skin::gamma_for_centre((*report.comfortable - minimum) * 1000 / (maximum - minimum));
  if (c.curve_gamma_permille <= skin::kLeastGamma) report.reach = Reach::Weak;
  if (c.curve_gamma_permille >= skin::kMostGamma) report.reach = Reach::Strong;
}

bool has_fault(const DeviceReport& report, DeviceFault fault) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [fault](const DeviceFinding& f) { return f.fault == fault; });
}

void fit_hold(const CheckRecording& r, DeviceReport& report) {
  std::int64_t x = 0, y = 0, n = 0;
  for (const auto& contact : r.of(CheckPart::Comfortable))
    for (const auto& s : contact.samples)
      if (s.tilt) x += s.tilt->x_ddeg, y += s.tilt->y_ddeg, ++n;
  if (n == 0) return;
  const auto mean = [n](std::int64_t sum) {
    return static_cast<std::int16_t>(std::clamp<std::int64_t>(sum / n, -kMostUpright, kMostUpright));
  };
  report.calibration.upright = {mean(x), static_cast<std::int16_t>(-mean(y))};  // upwards on the skin
  if (x / n > kSidewaysDdeg) report.left_handed = false;
  if (x / n < -kSidewaysDdeg) report.left_handed = true;
}

void fit_press_time(const CheckRecording& r, DeviceReport& report) {
  std::vector<core::Span> durations;
  for (const auto& contact : r.of(CheckPart::Comfortable))
    durations.push_back(contact.up_us - contact.samples.front().t_us);
  if (durations.empty()) return;
  report.press_us = quantile(durations, 0.5);
  if (report.pressure) return;
  const auto scale = static_cast<std::int32_t>(std::clamp<std::int64_t>(
      *report.press_us * 1000 / skin::kToBandMiddle, kLeastPressTime, kMostPressTime));
  report.calibration.press_time_permille = scale;
  const std::int32_t depth =
      skin::delta_from_press_time({.press_time_permille = scale, .dwell_us = *report.press_us});
  if (depth < skin::kBandStart) report.reach = Reach::Weak;
  if (depth > skin::kBandEnd) report.reach = Reach::Strong;
}

}  // namespace

std::optional<double> jitter_px(const std::vector<CheckSample>& samples) {
  if (samples.size() < 8) return std::nullopt;
  // How far each sample lies from the chord of its neighbours; a bend that stays moves all alike, so two in a
  // row cancel it.
  std::vector<double> off;
  for (std::size_t i = 1; i + 1 < samples.size(); ++i) {
    const Vec2 chord = samples[i + 1].at - samples[i - 1].at, from = samples[i].at - samples[i - 1].at;
    const double length = std::sqrt(chord.x * chord.x + chord.y * chord.y);
    off.push_back(length > 0.0 ? (chord.x * from.y - chord.y * from.x) / length
                               : std::sqrt(from.x * from.x + from.y * from.y));
  }
  std::vector<double> steps;
  for (std::size_t i = 1; i < off.size(); ++i) steps.push_back(std::fabs(off[i] - off[i - 1]));
  // Median of |N(0, 5 sigma^2)|, five from the weights 1/2, 3/2, 3/2, 1/2 of the four samples.
  return quantile(steps, 0.5) * 1.4826 / std::sqrt(5.0);
}

DeviceReport examine(const CheckRecording& r) {
  DeviceReport report;
  const Told told = told_by(r);
  report.pressure = told.pressure;
  report.tilt = told.tilt;
  report.jitter_px = worst_jitter(r);
  report.per_second = rate(r);
  const bool pen = r.kind == DeviceKind::Pen,
             any = std::any_of(std::begin(r.parts), std::end(r.parts),
                               [](const auto&part) { return !part.empty(); });
  const auto found = [&](DeviceFault fault, double value) { report.findings.push_back({fault, value}); };
  if (pen && any && !told.pressure) found(DeviceFault::NoPressure, 0.0);
  if (const auto share = saturated_share(r, told); share && *share >= kSaturated)
    found(DeviceFault::PressureSaturates, *share);
  if (const auto ratio = stretch(r); pen && ratio && (*ratio > kStretch || *ratio < 1.0 / kStretch))
    found(DeviceFault::StretchedMapping, *ratio);
  if (const int taps = taps_without_duration(r); taps >= kShortTaps)
    found(DeviceFault::TapsWithoutDuration, taps);
  if (report.jitter_px && *report.jitter_px > kMostJitterPx) found(DeviceFault::Jitter, *report.jitter_px);
  if (const int pairs = double_contacts(r); pairs > 0) found(DeviceFault::DoubleContacts, pairs);
  if (told.pressure) fit_pressure(r, report);
  if (has_fault(report, DeviceFault::PressureSaturates)) report.reach = Reach::Strong;
  if (told.tilt) fit_hold(r, report);
  fit_press_time(r, report);
  return report;
}

}  // namespace engine::sim
