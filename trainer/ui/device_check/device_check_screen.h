// The check of a device: what to do, what comes in meanwhile, and what it says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "engine/sim/calibration.h"
#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

// The device in use, for bars and sentences.
struct DeviceLabel {
  std::string name = "mouse";
  bool measured = false;  // depth comes from pressure
  bool operator==(const DeviceLabel&) const = default;
};
// "mouse · depth simulated"; a long name ends in "…" after so many bytes. Without "depth" where room is
// short.
std::string device_words(const DeviceLabel& device, std::size_t bytes = 22, bool with_depth = true);

// What comes in just now. Nothing where the device does not tell it.
struct LiveDevice {
  std::string path;                // how it is read
  Point at;                        // px of the window
  std::optional<double> pressure;  // 0..1, as it comes
  std::optional<double> depth;     // what the curve in force makes of it, share of the skin's thickness
  std::optional<Point> tilt_deg;   // to the right, downwards
  std::optional<double> per_second, jitter_px;
};

struct FindingWords {
  std::string title, remedy;
};
FindingWords words_of(const engine::sim::DeviceFinding& finding);

// What was done in a part so far.
struct CheckProgress {
  engine::sim::CheckPart part = engine::sim::CheckPart::Circle;
  int done = 0;                               // taps or presses
  bool too_small = false, too_short = false;  // the last try did not count
  engine::core::Seconds held{};               // of the press going on
};
constexpr engine::core::Seconds kHold{0.7};  // so long a light or firm press lasts at least (judgement)

struct CheckRow {
  std::string name, value;
};
struct DeviceCheckView {
  DeviceLabel device;
  std::vector<std::string> parts;  // "Circle", "Light press", ...
  int part = 0;                    // of `parts`; as many as they are: done
  std::string title, body, count, hint;
  double share = 0.0;                      // of this part
  std::vector<std::vector<Point>> traces;  // px of the window
  bool touching = false;
  std::vector<CheckRow> live;
  // ---- the result
  bool done = false, usable = false;  // usable: there are values to take
  bool out_of_reach = false;  // they do not bring the comfortable press into the band: better done again
  std::vector<FindingWords> findings;
  std::vector<CheckRow> values;
  // x: pressure 0..1 or press time 0..0.5 s; y: depth as a share of the skin's thickness
  std::vector<Point> curve;
  std::optional<double> typical;  // x of the comfortable press
  std::string across;             // what x is
};

DeviceCheckView make_check_view(const DeviceLabel& device, const std::vector<engine::sim::CheckPart>& parts,
                                const CheckProgress& progress, const LiveDevice& live);
// The same with what was found.
DeviceCheckView make_check_result(const DeviceLabel& device, const std::vector<engine::sim::CheckPart>& parts,
                                  const engine::sim::DeviceReport& report, const LiveDevice& live);

// In a small window the sheet takes all of it, and `live` is empty.
struct DeviceCheckLayout {
  Rect sheet, head, words, pad, live, foot;
  bool small = false;
};
DeviceCheckLayout device_check_layout(const Frame& f);
void draw_device_check(Ui& ui, const Frame& frame, const DeviceCheckView& view, Intents& intents);

}  // namespace trainer::ui
