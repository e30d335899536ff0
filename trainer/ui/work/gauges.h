// The instruments beside the canvas: what they show, as values, and how they are drawn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "engine/scoring/spacing.h"
#include "engine/sim/calibration.h"
#include "trainer/runner/attempt.h"
#include "trainer/runner/feedback.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

using engine::skin::DepthState;

struct DepthMark {
  engine::core::Mm depth{};
  DepthState state = DepthState::Target;
};
// The skin that is shown until a needle has been anywhere.
constexpr engine::core::Mm kPadSkin = engine::scalp::Pad{}.skin_thickness;
struct DepthView {
  std::optional<engine::core::Mm> now;  // last dot, or the press in progress
  DepthState state = DepthState::Target;
  // The band, and where it goes too deep, on this skin.
  engine::core::Mm low = kPadSkin * engine::skin::kBandStart / 1000,
                   high = kPadSkin * engine::skin::kBandEnd / 1000,
                   over = kPadSkin * engine::skin::kThroughSkin / 1000;
  std::vector<DepthMark> trail;  // at most 36, newest last
  bool pressing = false;
  bool simulated = true;   // from press time, not from pressure
  bool known = true;       // of the last dot; a tap without a length tells nothing
  int shift_permille = 0;  // of a simulated depth: `[` and `]`
};
struct SpacingView {
  std::optional<engine::core::Mm> nearest;  // of the last dot
  // The band is wider than the rings on the skin, which say where to aim (engine/scoring/spacing.h).
  engine::core::Mm near{engine::scoring::kNearShare}, next{engine::scoring::kNextShare},
      far{engine::scoring::kGapShare};
};
struct PaceView {
  std::vector<engine::core::Seconds> ago;  // of the last 24 dots, newest last
  double per_minute = 0.0;                 // 0: not enough dots
  std::string word;                        // "steady", "quickening", "slowing", "uneven"
};
struct CoverageView {
  int placed = 0, asked = 0, outside = 0;
  std::string so_far;   // "so far 84.20"; empty until the field is nearly done
  std::string session;  // "session 2 of 3"; empty when there is only one
  std::optional<double>
      needled;  // share of the scar that a dry needle has worked: then that is shown, no dots
};
struct GaugesView {
  DepthView depth;
  SpacingView spacing;
  PaceView pace;
  CoverageView coverage;
  std::string needle, pigment, machine;  // "1RL, 0.25 mm", "14 : 1 grey", "100 Hz, set 1.8 mm"
  double px_per_mm = engine::sim::kLeastWorkingZoom,
         working_px_per_mm = engine::sim::kLeastWorkingZoom;  // points per mm
  bool zoom_in = false;                                       // below two thirds of the working zoom
  bool head = false;
};

// A press in progress: its depth so far as a share of the local skin, and the band that is asked there.
struct Pressing {
  double delta = 0.0;
  engine::core::Mm thickness = kPadSkin;
  engine::skin::Band band = engine::skin::kDepthBand;
  bool simulated = true;
};
DepthState state_of(const Pressing& pressing);  // the one that its dot would have

// `pen`: what is in use measures pressure; it says where depth comes from until there is a dot. `at`: where
// the needle is about to work; unknown, the band is that of the skin of the last dot, before any in the
// middle of the first target.
GaugesView make_gauges(const runner::Attempt& attempt, std::optional<Pressing> pressing, double px_per_mm,
                       bool pen = false, std::optional<engine::scalp::CanvasPoint> at = {});
// Points per mm at which a needle step opens: 15 sqrt(lambda per mm2), at least
// kLeastWorkingZoom (docs/design.md 6).
double working_zoom(const runner::Attempt& attempt);
double peak_density_per_mm2(const runner::Attempt& attempt);  // over the targets; 0 without

// The mark of a sentence about a dot: in band only when nothing at all is wrong with it.
DepthState feedback_mark(const runner::DotFeedback& feedback);
std::string state_word(DepthState state);  // "light", "in band", ...
Token state_token(DepthState state);
// Disc in band, triangle up over, triangle down under, square critical.
void draw_state_mark(const Ui& ui, Point at, float radius, DepthState state, Colour c);

void draw_depth_bar(Ui& ui, const Rect& r, const DepthView& view, bool with_trail);
// Number, state word and chip above a depth bar with its trail; returns the height used.
float draw_depth_block(Ui& ui, const Rect& r, const DepthView& view);
float draw_spacing(Ui& ui, const Rect& r, const SpacingView& view);
float draw_pace(Ui& ui, const Rect& r, const PaceView& view);
float draw_coverage(Ui& ui, const Rect& r, const CoverageView& view);

}  // namespace trainer::ui
