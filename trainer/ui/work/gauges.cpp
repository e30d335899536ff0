#include "trainer/ui/work/gauges.h"

#include <algorithm>
#include <cmath>

#include "engine/sim/press.h"
#include "trainer/assessment/needled.h"
#include "trainer/runner/feedback.h"
#include "trainer/runner/progress.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/words/say.h"

namespace trainer::ui {

using engine::core::Mm;
using engine::skin::Dot;

namespace {

constexpr std::size_t kTrail = 36, kPaceDots = 24;  // that the depth bar and the pace show

// The skin whose band is shown, and the target that asks for it.
struct Under {
  Mm thickness{};
  engine::skin::Band band = engine::skin::kDepthBand;
};

Under under(const runner::Attempt& attempt, std::optional<engine::scalp::CanvasPoint> at) {
  const auto& site = *attempt.site;
  const auto& targets = site.targets();
  auto place = at ? site.canvas().locate(*at) : std::nullopt;
  if (!place && !targets.empty()) {
    at = engine::scalp::middle(targets[0].zone.outline);
    place = site.canvas().locate(*at);
  }
  Under u;
  u.thickness = Mm{engine::sim::skin_here(attempt.skin, at.value_or(engine::scalp::CanvasPoint{}),
                                          place.value_or(engine::sim::usual_skin()))
                       .thickness_um /
                   1000.0};
  if (at) u.band = site.depth_band_at(*at);
  return u;
}

// Of a dry needle: its own band, and its marks instead of dots.
DepthView make_dry_depth(const runner::Attempt& attempt, std::optional<Pressing> pressing, bool pen,
                         std::optional<engine::scalp::CanvasPoint> at) {
  DepthView v;
  const auto state = [](const engine::skin::DryMark& m) {
    if (engine::skin::too_deep(m)) return DepthState::Blowout;
    if (engine::skin::deep(m)) return DepthState::Deep;
    return engine::skin::works(m) ? DepthState::Target : DepthState::Shallow;
  };
  Mm thickness = under(attempt, at).thickness;
  for (const auto& mark : runner::marks_done(attempt)) {
    if (!at) thickness = Mm{mark.thickness_um / 1000.0};
    v.trail.push_back({Mm{mark.depth_um / 1000.0}, state(mark)});
  }
  if (v.trail.size() > kTrail) v.trail.erase(v.trail.begin(), v.trail.end() - kTrail);
  if (!v.trail.empty()) {
    v.now = v.trail.back().depth;
    v.state = v.trail.back().state;
  }
  v.pressing = pressing.has_value();
  if (pressing) {
    thickness = pressing->thickness;
    v.now = pressing->delta * thickness;
    v.state = state({.depth_um = static_cast<std::int32_t>(std::lround(1000.0 * v.now->value)),
                     .thickness_um = static_cast<std::int32_t>(std::lround(1000.0 * thickness.value))});
  }
  const auto worked_with = attempt.skin.device.kind;
  v.simulated = v.trail.empty() ? !pen
                                : worked_with != engine::sim::DeviceKind::Pen &&
                                      worked_with != engine::sim::DeviceKind::Robot;
  v.low = Mm{engine::skin::kDryShallowestUm / 1000.0};
  v.high = engine::skin::kDryDeepPermille / 1000.0 * thickness;
  v.over = engine::skin::kDryDeepestPermille / 1000.0 * thickness;
  return v;
}

const Dot* last_visible(const std::vector<Dot>& dots) {
  const auto last = std::find_if(dots.rbegin(), dots.rend(), [](const Dot& dot) { return !dot.withdrawn; });
  return last != dots.rend() ? &*last : nullptr;
}

// The dot of a contact in progress has its depth only when it closes.
std::vector<DepthMark> trail_of(const runner::Attempt& attempt) {
  const auto& dots = attempt.skin.dots;
  const bool open = attempt.skin.contact && attempt.skin.contact->has_open_dot;
  std::vector<DepthMark> trail;
  for (auto dot = dots.rbegin() + (open ? 1 : 0); dot != dots.rend() && trail.size() < kTrail; ++dot)
    if (!dot->withdrawn && dot->depth_source != engine::skin::DepthSource::Unknown)
      trail.push_back(
          {Mm{dot->deposit_depth_um / 1000.0}, depth_state(*dot, attempt.site->depth_band_at(dot->at))});
  std::reverse(trail.begin(), trail.end());
  return trail;
}

DepthView make_depth(const runner::Attempt& attempt, std::optional<Pressing> pressing, bool pen,
                     std::optional<engine::scalp::CanvasPoint> at) {
  DepthView v;
  v.simulated = !pen;
  auto [thickness, band] = under(attempt, at);
  if (const Dot* last = last_visible(attempt.skin.dots)) {
    if (!at) thickness = Mm{last->thickness_um / 1000.0};
    if (!at) band = attempt.site->depth_band_at(last->at);
    v.simulated = last->depth_source != engine::skin::DepthSource::Measured;
    v.known = last->depth_source != engine::skin::DepthSource::Unknown;
  }
  v.trail = trail_of(attempt);
  if (!v.trail.empty() && v.known) {
    v.now = v.trail.back().depth;
    v.state = v.trail.back().state;
  }
  if (pressing) {
    thickness = pressing->thickness;
    band = pressing->band;
    v.pressing = true;
    v.simulated = pressing->simulated;
    if (v.known) v.now = pressing->delta * thickness;
    v.state = state_of(*pressing);
  }
  v.shift_permille = attempt.skin.calibration.depth_offset_permille;
  v.low = band.low * thickness;
  v.high = band.high * thickness;
  v.over = engine::skin::kThroughSkin / 1000.0 * thickness;
  return v;
}

PaceView make_pace(const runner::Attempt& attempt) {
  std::vector<engine::core::AttemptTime> times;
  for (const Dot& dot : attempt.skin.dots)
    if (!dot.withdrawn) times.push_back(dot.t_us);
  if (times.size() > kPaceDots) times.erase(times.begin(), times.end() - kPaceDots);
  PaceView v;
  for (const auto t : times) v.ago.emplace_back(static_cast<double>((attempt.skin.t_us - t).us) / 1e6);
  if (times.size() < 4) return v;
  const auto per_minute = [&times](std::size_t from, std::size_t to) {
    return 60e6 * static_cast<double>(to - from) /
           static_cast<double>(std::max<std::int64_t>(1, (times[to] - times[from]).us));
  };
  const std::size_t last = times.size() - 1, half = last / 2;
  v.per_minute = per_minute(0, last);
  const double ratio = per_minute(half, last) / per_minute(0, half);
  v.word = ratio > 1.25  ? words::say("quickening")
           : ratio < 0.8 ? words::say("slowing")
                         : words::say("steady");
  return v;
}

void describe_machine(const engine::skin::Machine& m, GaugesView& v) {
  v.needle = needle_text(m.needle);
  v.pigment =
      m.dry ? words::say("dry, no pigment") : words::say("{} {}", dilution_text(m.dilution_milli), m.pigment);
  v.machine = m.rate_mhz == 0 ? words::say("by hand")
                              : words::say("{:g} Hz, set {:.1f} mm", m.rate_mhz / 1000.0, m.set_um / 1000.0);
}

}  // namespace

double peak_density_per_mm2(const runner::Attempt& attempt) {
  double peak = 0.0;
  for (const auto& target : attempt.site->targets()) peak = std::max(peak, target.density_per_mm2());
  return peak * runner::session_share(attempt);
}

double working_zoom(const runner::Attempt& attempt) {
  constexpr double kIntoScars = 24.0;  // px/mm: a disc of 0.9 mm is then wider than the needle's ring
  const auto& targets = attempt.site->targets();
  const bool scars =
      std::any_of(targets.begin(), targets.end(), [](const auto& target) { return !target.scars.empty(); });
  return std::max(scars ? kIntoScars : engine::sim::kLeastWorkingZoom,
                  15.0 * std::sqrt(peak_density_per_mm2(attempt)));
}

GaugesView make_gauges(const runner::Attempt& attempt, std::optional<Pressing> pressing, double px_per_mm,
                       bool pen, std::optional<engine::scalp::CanvasPoint> at) {
  GaugesView v;
  const bool dry = attempt.skin.machine.dry;
  v.depth = dry ? make_dry_depth(attempt, pressing, pen, at) : make_depth(attempt, pressing, pen, at);
  const double density = peak_density_per_mm2(attempt);
  const Mm d_ref = density > 0 ? engine::scoring::reference_distance(density) : Mm{1.0};
  v.spacing = {.nearest = {},
               .near = engine::scoring::kNearShare * d_ref,
               .next = engine::scoring::kNextShare * d_ref,
               .far = engine::scoring::kGapShare * d_ref};
  if (const auto feedback = runner::last_dot_feedback(attempt)) v.spacing.nearest = feedback->nearest;
  v.pace = make_pace(attempt);
  const auto progress = runner::progress(attempt);
  v.coverage = {progress.placed, progress.asked, progress.outside, {}, {}, {}};
  if (dry) v.coverage.needled = assessment::count_needled(*attempt.site, attempt.skin.dry_marks).share();
  if (const auto sessions = attempt.site->sessions().size(); sessions > 1)
    v.coverage.session = words::say("session {} of {}", progress.session + 1, sessions);
  describe_machine(attempt.skin.machine, v);
  v.px_per_mm = px_per_mm;
  v.working_px_per_mm = working_zoom(attempt);
  v.zoom_in = px_per_mm < v.working_px_per_mm * 2.0 / 3.0;
  v.head = attempt.site->canvas().pad() == nullptr;
  return v;
}

DepthState state_of(const Pressing& pressing) {
  return engine::skin::depth_state(pressing.delta, pressing.band);
}

DepthState feedback_mark(const runner::DotFeedback& f) {
  if (f.forbidden) return DepthState::Blowout;
  if (f.depth != DepthState::Target && !f.doublet && f.on_target) return f.depth;
  if (!f.on_target || f.crowded) return DepthState::Deep;
  return f.far ? DepthState::Shallow : f.depth;
}

std::string state_word(DepthState state) {
  switch (state) {
    case DepthState::Epidermal:
      return words::say("barely in");
    case DepthState::Shallow:
      return words::say("light");
    case DepthState::Target:
      return words::say("in band");
    case DepthState::Deep:
      return words::say("deep");
    case DepthState::Blowout:
      return words::say("blowout");
  }
  return {};
}

Token state_token(DepthState state) {
  switch (state) {
    case DepthState::Epidermal:
    case DepthState::Shallow:
      return Token::Under;
    case DepthState::Target:
      return Token::Ac;
    case DepthState::Deep:
      return Token::Over;
    case DepthState::Blowout:
      return Token::Crit;
  }
  return Token::Ac;
}

}  // namespace trainer::ui
