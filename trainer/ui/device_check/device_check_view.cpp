#include <fmt/format.h>

#include <cmath>

#include <algorithm>

#include "engine/sim/press.h"
#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

using engine::sim::CheckPart;
using engine::sim::DeviceFault;
using engine::sim::DeviceReport;

namespace {

constexpr double kLongestPress = 0.5;  // s, right end of the curve of a mouse

struct PartWords {
  words::Text name, title, body;
};
PartWords words_of(CheckPart part) {
  using words::Text;
  switch (part) {
    case CheckPart::Circle:
      return {Text("Circle"), Text("Draw one round circle"),
              Text("As large as the palm of your hand. Look at your hand, not at the screen.")};
    case CheckPart::Light:
      return {Text("Light"), Text("Press lightly for a second"),
              Text("Rest the tip so that it only just touches, hold it still, and lift.")};
    case CheckPart::Firm:
      return {Text("Firm"), Text("Press firmly for a second"),
              Text("As firmly as you ever would. Hold it still, and lift.")};
    case CheckPart::Taps:
      return {Text("Taps"), Text("Tap five times"), Text("Short and light, a little apart from each other.")};
    case CheckPart::Comfortable:
      return {Text("Presses"), Text("Now twenty presses, as you would set dots"),
              Text("Press as is comfortable, lift, move on a little. This becomes the middle of the band.")};
  }
  return {};
}

std::string hint_of(const CheckProgress& p) {
  if (p.too_small) return words::say("That was small. Draw it larger, in one go.");
  if (p.too_short) return words::say("That was short. Hold on until the bar is full.");
  return {};
}

// points; smaller windows have no room for the rows of what comes in
constexpr float kRoomyWidth = 900, kRoomyHeight = 560;

DeviceCheckLayout small_layout(const Frame& f) {
  DeviceCheckLayout l;
  l.small = true;
  l.sheet = f.window;
  Rect rest = l.sheet.inset(f.px(12));
  l.head = rest.take_top(f.px(32));
  rest.take_top(f.px(4));
  l.foot = rest.take_bottom(f.px(36));
  rest.take_bottom(f.px(8));
  l.words = rest.take_top(f.px(f.height_pt() >= 300 ? 72 : 26));
  rest.take_top(f.px(4));
  l.pad = rest;
  return l;
}

std::string by_time(engine::sim::Reach reach) {
  using engine::sim::Reach;
  switch (reach) {
    case Reach::Strong:
      return words::say(
          "Your comfortable press is too long for the band. Press for a shorter time, and check again.");
    case Reach::Weak:
      return words::say(
          "Your comfortable press is too short for the band. Press for a longer time, and check again.");
    default:
      return words::say("With these values your comfortable press reaches the middle of the band.");
  }
}

std::string result_body(const DeviceReport& report) {
  using engine::sim::Reach;
  if (!report.press_us)
    return words::say(
        "The presses were skipped, so there is nothing to set. Do them to fit the depth to your hand.");
  if (report.pressure) {
    if (report.reach == Reach::Strong)
      return words::say(
          "Your comfortable press is too strong: no curve brings it to the middle of the band. Press more "
          "lightly, or make the tip feel firmer in the tablet\u2019s settings, and check again.");
    if (report.reach == Reach::Weak)
      return words::say(
          "Your comfortable press is too weak: no curve brings it to the middle of the band. Press more "
          "firmly, or make the tip feel softer in the tablet\u2019s settings, and check again.");
    return words::say("With these values your comfortable press reaches the middle of the band.");
  }
  return words::together({words::say("It tells no pressure: depth is simulated from how long you press."),
                          by_time(report.reach)});
}

// Degrees of upright, as one sees them on the tablet.
std::string tilt_words(double right, double down) {
  const double across = std::fabs(right), along = std::fabs(down);
  if (right < 0)
    return down < 0 ? words::say("{:.0f}\u00b0 left, {:.0f}\u00b0 up", across, along)
                    : words::say("{:.0f}\u00b0 left, {:.0f}\u00b0 down", across, along);
  return down < 0 ? words::say("{:.0f}\u00b0 right, {:.0f}\u00b0 up", across, along)
                  : words::say("{:.0f}\u00b0 right, {:.0f}\u00b0 down", across, along);
}

std::string percent(double share) {
  return words::say("{:.0f}\u2009%", 100.0 * share);
}
double share_of(std::int32_t pressure) {
  return pressure / static_cast<double>(engine::sim::kFullPressure);
}

std::vector<CheckRow> rows_of(const LiveDevice& live) {
  std::vector<CheckRow> rows;
  rows.push_back({words::say("Read by"), live.path.empty() ? words::say("the window") : live.path});
  rows.push_back({words::say("Place"), words::say("{:.1f}, {:.1f} px", live.at.x, live.at.y)});
  rows.push_back({words::say("Pressure"), live.pressure ? percent(*live.pressure) : words::say("none")});
  rows.push_back({words::say("Depth by the curve"), live.depth
                                                        ? words::say("{} of the skin", percent(*live.depth))
                                                    : live.pressure ? "\u2013"
                                                                    : words::say("from press time")});
  rows.push_back({words::say("Tilt"),
                  live.tilt_deg ? tilt_words(live.tilt_deg->x, live.tilt_deg->y) : words::say("none")});
  rows.push_back(
      {words::say("Samples"), live.per_second ? words::say("{:.0f} a second", *live.per_second) : "\u2013"});
  rows.push_back(
      {words::say("Jitter"), live.jitter_px ? words::say("{:.1f} px", *live.jitter_px) : "\u2013"});
  return rows;
}

std::vector<Point> curve_of(const DeviceReport& report) {
  constexpr int kSteps = 50;
  std::vector<Point> curve;
  const auto& c = report.calibration;
  for (int i = 0; i <= kSteps; ++i) {
    const double x = static_cast<double>(i) / kSteps;
    engine::skin::Press press = engine::sim::press_of(c);
    press.pressure = static_cast<std::uint16_t>(x * engine::sim::kFullPressure);
    press.dwell_us = engine::core::Span{static_cast<std::int64_t>(x * kLongestPress * 1e6)};
    press.offset_permille = 0;
    const auto delta = report.pressure ? engine::skin::delta_from_pressure(press)
                                       : engine::skin::delta_from_press_time(press);
    curve.push_back({static_cast<float>(x), static_cast<float>(delta / 1000.0)});
  }
  return curve;
}

void add_values(const DeviceReport& report, DeviceCheckView& v) {
  const auto& c = report.calibration;
  if (report.pressure) {
    v.values.push_back({words::say("Touches from"), percent(share_of(c.minimum_pressure))});
    v.values.push_back({words::say("Full press at"), percent(share_of(c.maximum_pressure))});
    if (report.comfortable)
      v.values.push_back({words::say("Your comfortable press"), percent(share_of(*report.comfortable))});
    v.values.push_back({words::say("Curve"), fmt::format("{:.2f}", c.curve_gamma_permille / 1000.0)});
  } else if (report.press_us) {
    v.values.push_back({words::say("Your comfortable press"),
                        words::say("{:.0f} ms", static_cast<double>(report.press_us->us) / 1000.0)});
    v.values.push_back({words::say("Scale of press time"),
                        words::say("{:.2f}\u2009\u00d7", c.press_time_permille / 1000.0)});
  }
  if (report.tilt)
    v.values.push_back(
        {words::say("Counts as upright"), tilt_words(c.upright.x_ddeg / 10.0, -c.upright.y_ddeg / 10.0)});
  if (report.left_handed)
    v.values.push_back({words::say("Hand"), *report.left_handed ? words::say("left") : words::say("right")});
  if (report.jitter_px)
    v.values.push_back({words::say("Jitter"), words::say("{:.1f} px", *report.jitter_px)});
  if (report.per_second)
    v.values.push_back({words::say("Samples"), words::say("{:.0f} a second", *report.per_second)});
}

}  // namespace

std::string device_words(const DeviceLabel& device, std::size_t bytes, bool with_depth) {
  std::string name = device.name;
  if (name.size() > bytes) {
    auto end = bytes;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;  // not within a letter
    while (end > 0 && name[end - 1] == ' ') --end;
    name = name.substr(0, end) + "\u2026";
  }
  if (with_depth)
    return device.measured ? words::say("{} \u00b7 depth measured", name)
                           : words::say("{} \u00b7 depth simulated", name);
  return device.measured ? words::say("{} \u00b7 measured", name) : words::say("{} \u00b7 simulated", name);
}

FindingWords words_of(const engine::sim::DeviceFinding& f) {
  switch (f.fault) {
    case DeviceFault::NoPressure:
      return {
          words::say("The pen tells no pressure"),
          words::say(
              "Install or start the tablet's driver, or choose pressure for the tip in its settings. Until "
              "then depth is simulated from press time.")};
    case DeviceFault::PressureSaturates:
      return {
          words::say("{} of your presses are as strong as the pen can tell", percent(f.value)),
          words::say(
              "Make the tip feel firmer in the tablet's settings, or press more lightly: deeper cannot be "
              "told from deep.")};
    case DeviceFault::StretchedMapping:
      return {
          f.value > 1.0 ? words::say("Your circle came out {:.1f} times as wide as high", f.value)
                        : words::say("Your circle came out {:.1f} times as high as wide", 1.0 / f.value),
          words::say(
              "Choose \u201ckeep proportions\u201d for the tablet's area in its settings, or map it to one "
              "screen only.")};
    case DeviceFault::TapsWithoutDuration:
      return {
          words::taps_without_duration(static_cast<std::size_t>(f.value + 0.5)),
          words::say(
              "Switch \u201ctap to click\u201d off for this device, or use a button: press time decides the "
              "depth here.")};
    case DeviceFault::Jitter:
      return {words::say("The pointer trembles by {:.1f} px", f.value),
              words::say(
                  "Keep the tablet away from screens and chargers, change the nib or the cable, and zoom in "
                  "while you work.")};
    case DeviceFault::DoubleContacts:
      return {
          words::presses_came_twice(static_cast<std::size_t>(f.value + 0.5)),
          words::say("The switch bounces. Such pairs count as one dot here; a new nib or mouse cures it.")};
  }
  return {};
}

DeviceCheckView make_check_view(const DeviceLabel& device, const std::vector<CheckPart>& parts,
                                const CheckProgress& p, const LiveDevice& live) {
  DeviceCheckView v;
  v.device = device;
  for (const CheckPart part : parts) v.parts.push_back(words::say(words_of(part).name));
  v.part = static_cast<int>(std::find(parts.begin(), parts.end(), p.part) - parts.begin());
  const PartWords part = words_of(p.part);
  v.title = words::say(part.title);
  v.body = words::say(part.body);
  v.hint = hint_of(p);
  const bool taps = p.part == CheckPart::Taps, presses = p.part == CheckPart::Comfortable;
  if (taps || presses) {
    const int asked = taps ? engine::sim::kTapsAsked : engine::sim::kComfortableAsked;
    v.count = words::say("{} of {}", p.done, asked);
    v.share = static_cast<double>(p.done) / asked;
  } else if (p.part != CheckPart::Circle) {
    v.share = std::min(1.0, p.held / kHold);
  }
  v.live = rows_of(live);
  return v;
}

DeviceCheckView make_check_result(const DeviceLabel& device, const std::vector<CheckPart>& parts,
                                  const DeviceReport& report, const LiveDevice& live) {
  DeviceCheckView v;
  v.device = device;
  for (const CheckPart part : parts) v.parts.push_back(words::say(words_of(part).name));
  v.part = static_cast<int>(parts.size());
  v.done = true;
  v.usable = report.press_us.has_value();
  for (const auto& finding : report.findings) v.findings.push_back(ui::words_of(finding));
  const auto n = v.findings.size();
  v.out_of_reach = v.usable && report.reach != engine::sim::Reach::Centre;
  v.title = n == 0 && !v.usable        ? words::say("Nothing was measured")
            : n == 0 && v.out_of_reach ? words::say("Not in the band yet")
            : n == 0                   ? words::say("Nothing stands in the way")
                                       : words::things_to_know(n);
  v.body = result_body(report);
  add_values(report, v);
  v.curve = curve_of(report);
  v.across = report.pressure ? words::say("pressure") : words::say("press time, 0 to {:g} s", kLongestPress);
  if (report.pressure && report.comfortable) v.typical = share_of(*report.comfortable);
  if (!report.pressure && report.press_us)
    v.typical = std::min(1.0, static_cast<double>(report.press_us->us) / 1e6 / kLongestPress);
  v.live = rows_of(live);
  return v;
}

DeviceCheckLayout device_check_layout(const Frame& f) {
  if (f.width_pt() < kRoomyWidth || f.height_pt() < kRoomyHeight) return small_layout(f);
  DeviceCheckLayout l;
  l.sheet = sheet(f, 880, 600);
  Rect rest = l.sheet.inset(f.px(24));
  l.head = rest.take_top(f.px(48));
  l.foot = rest.take_bottom(f.px(40));
  rest.take_bottom(f.px(16));
  l.live = rest.take_right(f.px(272));
  rest.take_right(f.px(24));
  l.words = rest.take_top(f.px(120));
  l.pad = rest;
  return l;
}

}  // namespace trainer::ui
