#include "trainer/runner/feedback.h"

#include <cmath>
#include <limits>

#include "engine/scoring/scars.h"
#include "engine/scoring/spacing.h"
#include "trainer/runner/progress.h"

namespace trainer::runner {

using engine::skin::DepthState;
using engine::skin::Dot;

namespace {

const Dot* last_closed(const Attempt& attempt) {
  const auto& dots = attempt.skin.dots;
  auto end = dots.size();
  if (attempt.skin.contact && attempt.skin.contact->has_open_dot && end > 0) --end;
  while (end > 0 && dots[end - 1].withdrawn) --end;
  return end > 0 ? &dots[end - 1] : nullptr;
}

struct Neighbour {
  engine::core::Mm away;
  bool old;  // of an earlier treatment session
};
std::optional<Neighbour> nearest(const Attempt& attempt, const Dot& dot) {
  Neighbour best{engine::core::Mm{std::numeric_limits<double>::infinity()}, false};
  for (const Dot& other : attempt.skin.dots) {
    if (other.number == dot.number || !engine::sim::is_there(attempt.skin, other)) continue;
    const auto away = engine::scalp::chord(attempt.site->canvas(), dot.at, other.at);
    if (away < best.away) best = {away, other.treatment_session != dot.treatment_session};
  }
  return std::isfinite(best.away.value) ? std::optional(best) : std::nullopt;
}

// To the nearest hair that the target knows of.
std::optional<engine::core::Mm> nearest_hair(const assessment::SiteTarget& target,
                                             engine::geometry::Vec2 at) {
  double best = std::numeric_limits<double>::infinity();
  for (const auto* hair : {&target.hair, &target.hair_beside})
    for (const auto& root : *hair) best = std::fmin(best, glm::length(root - at));
  return std::isfinite(best) ? std::optional(engine::core::Mm{best}) : std::nullopt;
}

DotCue depth_cue(DepthState state) {
  switch (state) {
    case DepthState::Epidermal:
      return DotCue::BarelyTouched;
    case DepthState::Shallow:
      return DotCue::Light;
    case DepthState::Target:
      return DotCue::InBand;
    case DepthState::Deep:
      return DotCue::Deep;
    case DepthState::Blowout:
      return DotCue::Blowout;
  }
  return DotCue::InBand;
}

// In a punctate scar what counts is the scar, not the distance between dots.
DotCue scar_cue(const DotFeedback& f) {
  if (f.depth == DepthState::Blowout) return DotCue::Blowout;
  if (f.beside_scar) return DotCue::BesideScar;
  return f.in_scar > engine::scoring::kMostInScar ? DotCue::ScarFull : depth_cue(f.depth);
}

DotCue worst(const DotFeedback& f) {
  if (f.in_scar > 0 || f.beside_scar) return scar_cue(f);
  if (f.forbidden) return DotCue::Forbidden;
  if (!f.on_target) return DotCue::Outside;
  if (f.depth == DepthState::Blowout) return DotCue::Blowout;
  if (f.doublet) return f.by_hair ? DotCue::OnHair : f.over_old ? DotCue::OnOldDot : DotCue::Doublet;
  if (f.depth != DepthState::Target) return depth_cue(f.depth);
  if (f.crowded) return f.by_hair ? DotCue::CrowdsHair : DotCue::CrowdsDot;
  if (f.far) return f.by_hair ? DotCue::FarFromHair : DotCue::FarFromDot;
  return DotCue::InBand;
}

void judge_spacing(engine::core::Mm d_ref, std::size_t dots, DotFeedback& f) {
  constexpr std::size_t kFewDots = 3;  // the first dots of a field have nothing to stay near to
  f.doublet = *f.nearest < engine::scoring::kDoubletShare * d_ref;
  f.crowded = *f.nearest < engine::scoring::kCrowdedShare * d_ref;
  f.far = dots > kFewDots && *f.nearest > engine::scoring::kGapShare * d_ref;
}

void judge_scar(const Attempt& attempt, const assessment::SiteTarget& target, engine::geometry::Vec2 at,
                DotFeedback& f) {
  engine::scoring::Field field;
  field.scars = target.scars;
  engine::scoring::ScarCount count(field);
  for (const Dot& dot : attempt.skin.dots)
    if (const auto p = target.plane.flatten(dot.at);
        p && engine::sim::is_there(attempt.skin, dot) && target.region.contains(*p))
      count.move(*p, true);
  f.beside_scar = count.off_middle(at) > 1.0;
  f.in_scar = f.beside_scar ? 0 : count.scars()[count.scar_of(at)].inside;
  f.crowded = f.beside_scar || f.in_scar > engine::scoring::kMostInScar;
}

}  // namespace

std::optional<DotFeedback> last_dot_feedback(const Attempt& attempt) {
  const Dot* dot = last_closed(attempt);
  if (dot == nullptr) return std::nullopt;
  const auto target = attempt.site->target_at(dot->at);
  const auto& targets = attempt.site->targets();
  const auto band = attempt.site->depth_band_at(dot->at);
  const engine::core::Mm thickness{dot->thickness_um / 1000.0};
  const bool known = dot->depth_source != engine::skin::DepthSource::Unknown;
  DotFeedback f{.number = dot->number,
                .depth = known ? engine::skin::depth_state(*dot, band) : DepthState::Target,
                .deposit = engine::core::Mm{dot->deposit_depth_um / 1000.0},
                .measured = dot->depth_source == engine::skin::DepthSource::Measured,
                .known = known,
                .low = band.low * thickness,
                .high = band.high * thickness,
                .nearest = {},
                .on_target = target.has_value() || targets.empty(),
                .forbidden = attempt.site->forbidden_at(dot->at),
                .cue = {}};
  if (const auto other = nearest(attempt, *dot)) {
    f.nearest = other->away;
    f.over_old = other->old;
  }
  const auto at = target ? targets[*target].plane.flatten(dot->at) : std::nullopt;
  if (const auto hair = at ? nearest_hair(targets[*target], *at) : std::nullopt;
      hair && !(f.nearest && *f.nearest <= *hair)) {
    f.nearest = hair;
    f.by_hair = true;
    f.over_old = false;
  }
  if (at && !targets[*target].scars.empty())
    judge_scar(attempt, targets[*target], *at, f);
  else if (at && f.nearest) {
    // Where nothing is asked every neighbour is near enough.
    const double density =
        std::max(targets[*target].density.at(*at), 0.01 * targets[*target].density.plateau_per_mm2);
    judge_spacing(engine::scoring::reference_distance(density * session_share(attempt)),
                  attempt.skin.dots.size(), f);
  }
  f.cue = worst(f);
  if (f.cue == DotCue::InBand && !f.known) f.cue = DotCue::DepthUnknown;
  return f;
}

}  // namespace trainer::runner
