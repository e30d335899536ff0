#include "trainer/runner/equipment.h"

#include <algorithm>

#include "engine/skin/machine.h"
#include "trainer/assessment/equipment_fault.h"
#include "trainer/runner/progress.h"

namespace trainer::runner {

using engine::skin::Machine;
using lessons::StepKind;

namespace {

namespace skin = engine::skin;

bool working_dry(const Attempt& attempt) {
  return attempt.skin.machine.dry;
}

// Millimetres that the skin asks for at least: the shallow edge of the band, or what needling needs.
struct Asked {
  double edge_mm = 0.0, thickness_mm = 0.0;
};
std::optional<Asked> asked_at(const Attempt& attempt, const assessment::SiteTarget& target,
                              std::optional<engine::scalp::CanvasPoint> at) {
  const auto& canvas = attempt.site->canvas();
  const auto middle =
      at ? at : target.plane.address((target.region.box().low + target.region.box().high) * 0.5);
  const auto place = middle ? canvas.locate(*middle) : std::nullopt;
  if (!place) return std::nullopt;
  const auto response = engine::sim::response_at(attempt.skin, place->tissue, *middle, place->position);
  const double thickness = place->skin_thickness.value * response.thickness / 1000.0;
  return Asked{working_dry(attempt) ? skin::kDryShallowestUm / 1000.0 : target.target.depth.low * thickness,
               thickness};
}

ToolNotice set_too_short(const Machine& m, const Asked& asked) {
  const auto needed = std::max(skin::kUsualSetLow,
                               skin::set_um_for(m, static_cast<std::int32_t>(asked.edge_mm * 1000.0 + 0.5)));
  return {.fault = ToolFault::SetTooShort,
          .costs = true,
          .set_out = engine::core::Mm{m.set_um / 1000.0},
          .reach = engine::core::Mm{skin::reach_um(m) / 1000.0},
          .asked = engine::core::Mm{asked.edge_mm},
          .needed = engine::core::Mm{needed / 1000.0}};
}

void look_at_reach(const Attempt& attempt, const assessment::SiteTarget& target,
                   std::optional<engine::scalp::CanvasPoint> at, std::vector<ToolNotice>& notices) {
  const auto asked = asked_at(attempt, target, at);
  if (!asked) return;
  Machine taut = attempt.skin.machine;
  taut.stretch_permille = 1000;
  if (skin::reach_um(taut) / 1000.0 < asked->edge_mm) notices.push_back(set_too_short(taut, *asked));
}

void look_at_needle(const Attempt& attempt, const assessment::SiteTarget& target,
                    std::vector<ToolNotice>& notices) {
  const auto& needle = attempt.skin.machine.needle;
  if (working_dry(attempt) || !assessment::wrong_needle(needle, target.target)) return;
  const std::string& named = target.target.needles.front();
  const auto right = skin::parse_needle(named);
  const auto heals = [&](const skin::Needle& n) {
    return skin::needle_spread_permille(n, attempt.skin.needles) * n.diameter_um;
  };
  notices.push_back({.fault = ToolFault::WrongNeedle,
                     .costs = true,
                     .low = right && heals(needle) < heals(*right),
                     .needle = needle,
                     .right_needle = named});
}

void look_at_mix(const Attempt& attempt, const assessment::SiteTarget& target,
                 std::vector<ToolNotice>& notices) {
  if (working_dry(attempt) || session_now(attempt) != 0) return;
  const double asked = attempt.site->dilution(target), mixed = attempt.skin.machine.dilution_milli / 1000.0;
  if (mixed >= asked) return;
  notices.push_back({.fault = ToolFault::TooDark, .costs = true, .mixed = mixed, .asked_mix = asked});
}

void look_at_machine(const Attempt& attempt, std::vector<ToolNotice>& notices) {
  const Machine& m = attempt.skin.machine;
  const double set = m.set_um / 1000.0, stroke = m.stroke_um / 1000.0;
  const bool runs = m.rate_mhz > 0;
  if (m.stretch_permille < skin::kSlack) notices.push_back({.fault = ToolFault::Slack, .costs = true});
  if (runs && m.set_um > m.stroke_um)
    notices.push_back({.fault = ToolFault::SetBeyondStroke,
                       .set_out = engine::core::Mm{set},
                       .stroke = engine::core::Mm{stroke}});
  if (!m.dry && m.set_um > skin::kUsualSetHigh)
    notices.push_back({.fault = ToolFault::SetTooDeep, .set_out = engine::core::Mm{set}});
  if (runs && (m.rate_mhz < skin::kUsualRateLow || m.rate_mhz > skin::kUsualRateHigh))
    notices.push_back({.fault = ToolFault::RateUnusual,
                       .rate = engine::core::Hertz{m.rate_mhz / 1000.0},
                       .volts = skin::voltage_mv(m.rate_mhz) / 1000.0,
                       .low = m.rate_mhz < skin::kUsualRateLow});
  if (runs && (m.stroke_um < skin::kUsualStrokeLow || m.stroke_um > skin::kUsualStrokeHigh))
    notices.push_back({.fault = ToolFault::StrokeUnusual,
                       .stroke = engine::core::Mm{stroke},
                       .low = m.stroke_um < skin::kUsualStrokeLow});
}

void look_at_undertone(const Attempt& attempt, std::vector<ToolNotice>& notices) {
  using engine::scalp::Undertone;
  const auto* described = std::get_if<engine::scalp::Client>(&attempt.site->lesson().canvas);
  if (working_dry(attempt) || described == nullptr) return;
  const Undertone of_skin = engine::scalp::person_of(*described).undertone,
                  of_grey = skin::undertone_of(attempt.skin.machine.pigment, attempt.skin.pigments);
  const bool apart = (of_skin == Undertone::Warm && of_grey == Undertone::Cool) ||
                     (of_skin == Undertone::Cool && of_grey == Undertone::Warm);
  if (!apart) return;
  notices.push_back({.fault = ToolFault::Undertone, .warm_skin = of_skin == Undertone::Warm});
}

const engine::skin::Dot* last_dot(const Attempt& attempt) {
  for (auto it = attempt.skin.dots.rbegin(); it != attempt.skin.dots.rend(); ++it)
    if (!it->withdrawn && it->treatment_session == attempt.skin.treatment_session) return &*it;
  return nullptr;
}

// What the lesson itself put on the tray is not held against anyone.
bool as_given(const Attempt& attempt, ToolFault fault) {
  const Machine &now = attempt.skin.machine, &given = attempt.site->lesson().machine;
  switch (fault) {
    case ToolFault::RateUnusual:
      return now.rate_mhz == given.rate_mhz;
    case ToolFault::StrokeUnusual:
      return now.stroke_um == given.stroke_um;
    case ToolFault::SetBeyondStroke:
    case ToolFault::SetTooDeep:
      return now.set_um == given.set_um && now.stroke_um == given.stroke_um;
    case ToolFault::Undertone:
      return now.pigment == given.pigment;
    default:
      return false;
  }
}

}  // namespace

std::vector<ToolNotice> tool_notices(const Attempt& attempt, std::optional<engine::scalp::CanvasPoint> at) {
  std::vector<ToolNotice> notices;
  const auto& targets = attempt.site->targets();
  const auto here = at ? attempt.site->target_at(*at) : std::nullopt;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (here && i != *here) continue;
    std::vector<ToolNotice> of_target;
    look_at_reach(attempt, targets[i], here ? at : std::nullopt, of_target);
    // Which zone is worked next is only known from the needle.
    if (here || targets.size() == 1) look_at_needle(attempt, targets[i], of_target);
    if (here || targets.size() == 1) look_at_mix(attempt, targets[i], of_target);
    for (auto& notice : of_target)
      if (std::none_of(notices.begin(), notices.end(),
                       [&](const auto& n) { return n.fault == notice.fault; }))
        notices.push_back(std::move(notice));
  }
  look_at_machine(attempt, notices);
  look_at_undertone(attempt, notices);
  std::erase_if(notices, [&](const ToolNotice& n) { return as_given(attempt, n.fault); });
  std::stable_sort(notices.begin(), notices.end(),
                   [](const auto& a, const auto& b) { return a.fault < b.fault; });
  return notices;
}

std::optional<ToolNotice> tool_notice_now(const Attempt& attempt) {
  const engine::skin::Dot* dot = last_dot(attempt);
  // Between dots an own hand lets go: the skin is slack for good reason. What counts is how taut it was under
  // the dot.
  const bool rests = attempt.site->lesson().stretch_by == lessons::StretchBy::Own && !attempt.skin.contact;
  Attempt as_worked;
  as_worked.site = attempt.site;
  as_worked.step = attempt.step;
  as_worked.skin.machine = attempt.skin.machine;
  as_worked.skin.pigments = attempt.skin.pigments;
  as_worked.skin.needles = attempt.skin.needles;
  as_worked.skin.treatment_session = attempt.skin.treatment_session;
  as_worked.skin.healings = attempt.skin.healings;
  if (rests) as_worked.skin.machine.stretch_permille = dot != nullptr ? dot->stretch_permille : 1000;
  auto notices = tool_notices(as_worked, dot != nullptr ? std::optional(dot->at) : std::nullopt);
  // What makes every dot a fault is said as long as it lasts, the rest until the next dot.
  const bool new_here = attempt.skin.equipped_us > (dot != nullptr ? dot->t_us : engine::core::AttemptTime{});
  std::erase_if(notices, [&](const ToolNotice& n) { return n.fault > ToolFault::WrongNeedle && !new_here; });
  std::erase_if(notices, [&](const ToolNotice& n) {
    return (n.fault == ToolFault::SetBeyondStroke || n.fault == ToolFault::SetTooDeep) && !new_here;
  });
  return notices.empty() ? std::nullopt : std::optional(std::move(notices.front()));
}

}  // namespace trainer::runner
