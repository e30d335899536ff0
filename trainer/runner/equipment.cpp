#include "trainer/runner/equipment.h"

#include <fmt/format.h>

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
  return {ToolFault::SetTooShort,
          fmt::format("Set out {:.1f} mm, this needle comes {:.2f} mm deep at most; {:.2f} are asked here.",
                      m.set_um / 1000.0, skin::reach_um(m) / 1000.0, asked.edge_mm),
          fmt::format(
              "The guide stops it, however hard you press. Set it out to {:.1f} mm or more (key 1, More).",
              needed / 1000.0),
          true};
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
  notices.push_back(
      {ToolFault::WrongNeedle,
       fmt::format("{} is not the needle for this zone: its dots heal too {} here.", skin::to_string(needle),
                   [&] {
                     const auto right = skin::parse_needle(target.target.needles.front());
                     return right && skin::needle_spread_permille(needle, attempt.skin.needles) *
                                             needle.diameter_um <
                                         skin::needle_spread_permille(*right, attempt.skin.needles) *
                                             right->diameter_um
                                ? "small"
                                : "large";
                   }()),
       fmt::format("Change the cartridge to {} (key 1).", target.target.needles.front()), true});
}

void look_at_mix(const Attempt& attempt, const assessment::SiteTarget& target,
                 std::vector<ToolNotice>& notices) {
  if (working_dry(attempt) || session_now(attempt) != 0) return;
  const double asked = attempt.site->dilution(target), mixed = attempt.skin.machine.dilution_milli / 1000.0;
  if (mixed >= asked) return;
  notices.push_back({ToolFault::TooDark,
                     fmt::format("{:g} : 1 is darker than this session asks for, {:g} : 1.", mixed, asked),
                     "Add water. You can darken in the next session, never lighten.", true});
}

void look_at_machine(const Attempt& attempt, std::vector<ToolNotice>& notices) {
  const Machine& m = attempt.skin.machine;
  if (m.stretch_permille < engine::skin::kSlack)
    notices.push_back({ToolFault::Slack, "The skin is slack: the needle bounces, drags and stays shallow.",
                       "Hold S while you place dots, or press it twice to keep it stretched.", true});
  if (m.rate_mhz > 0 && m.set_um > m.stroke_um)
    notices.push_back(
        {ToolFault::SetBeyondStroke,
         fmt::format("Set out {:.1f} mm with a stroke of {:.1f}, the needle never goes back into its tip.",
                     m.set_um / 1000.0, m.stroke_um / 1000.0),
         "It takes up little pigment and tears when it moves. Shorten the set-out.", false});
  if (!m.dry && m.set_um > skin::kUsualSetHigh)
    notices.push_back(
        {ToolFault::SetTooDeep,
         fmt::format("Set out {:.1f} mm, nothing stops the needle before it blows out.", m.set_um / 1000.0),
         "1.5 to 2 mm are usual.", false});
  if (m.rate_mhz > 0 && (m.rate_mhz < skin::kUsualRateLow || m.rate_mhz > skin::kUsualRateHigh))
    notices.push_back({ToolFault::RateUnusual,
                       fmt::format("{:g} Hz ({:.1f} V) is {} than usual.", m.rate_mhz / 1000.0,
                                   skin::voltage_mv(m.rate_mhz) / 1000.0,
                                   m.rate_mhz < skin::kUsualRateLow ? "slower" : "faster"),
                       m.rate_mhz < skin::kUsualRateLow
                           ? "Each dot gets fewer strikes and less pigment. 100 to 150 Hz are usual."
                           : "It overworks the skin, and dots grow. 100 to 150 Hz are usual.",
                       false});
  if (m.rate_mhz > 0 && (m.stroke_um < skin::kUsualStrokeLow || m.stroke_um > skin::kUsualStrokeHigh))
    notices.push_back({ToolFault::StrokeUnusual,
                       fmt::format("A stroke of {:.1f} mm is {} than usual.", m.stroke_um / 1000.0,
                                   m.stroke_um < skin::kUsualStrokeLow ? "shorter" : "longer"),
                       m.stroke_um < skin::kUsualStrokeLow
                           ? "The needle takes up less pigment. 2.5 to 3.5 mm are usual."
                           : "It hits harder, and dots grow. 2.5 to 3.5 mm are usual.",
                       false});
}

std::string_view word(engine::scalp::Undertone tone) {
  using engine::scalp::Undertone;
  return tone == Undertone::Cool ? "cool" : tone == Undertone::Warm ? "warm" : "neutral";
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
  notices.push_back(
      {ToolFault::Undertone,
       fmt::format("This skin is {}: a {} grey will read foreign beside it.", word(of_skin), word(of_grey)),
       "Look at a drop of it on the skin. Neutral or the skin's own undertone blends.", false});
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
  const bool new_here = attempt.skin.equipped_us > (dot != nullptr ? dot->t_us : 0);
  std::erase_if(notices, [&](const ToolNotice& n) { return n.fault > ToolFault::WrongNeedle && !new_here; });
  std::erase_if(notices, [&](const ToolNotice& n) {
    return (n.fault == ToolFault::SetBeyondStroke || n.fault == ToolFault::SetTooDeep) && !new_here;
  });
  return notices.empty() ? std::nullopt : std::optional(std::move(notices.front()));
}

}  // namespace trainer::runner
