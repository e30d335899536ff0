#include "trainer/assessment/criticals.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/geometry/polyline.h"
#include "trainer/assessment/fields.h"

namespace trainer::assessment {

using engine::scoring::CriticalId;
using engine::scoring::CriticalRule;
using engine::skin::Dot;

namespace {

std::int64_t visible(const Work& work) {
  return std::count_if(work.dots.begin(), work.dots.end(), [](const Dot& d) { return !d.withdrawn; });
}

CriticalResult share_result(std::string id, std::string_view what, std::int64_t bad, std::int64_t all, double limit) {
  const double share = all > 0 ? static_cast<double>(bad) / static_cast<double>(all) : 0.0;
  return {std::move(id), share <= limit,
          fmt::format("{} of {} dots {} ({:.1f} %, at most {:.1f} %).", bad, all, what, 100 * share, 100 * limit)};
}

CriticalResult blowout(const Work& work, double limit) {
  const auto bad = std::count_if(work.dots.begin(), work.dots.end(), [](const Dot& d) {
    return !d.withdrawn && d.depth_source != engine::skin::DepthSource::Unknown &&
           engine::skin::depth_state(d) == engine::skin::DepthState::Blowout;
  });
  return share_result("blowout", "blew out", bad, visible(work), limit);
}

CriticalResult outside_zone(const Site& site, const Work& work, double limit) {
  const std::int64_t bad = dots_outside(site, work) + std::int64_t{work.contacts_outside};
  return share_result("outside_zone", "lie outside the field", bad, visible(work) + work.contacts_outside, limit);
}

// How far in front of the agreed line the foremost dot lies, mm.
double foremost_mm(const Site& site, const Work& work) {
  double worst = 0.0;
  for (const auto& target : site.targets()) {
    if (target.hairline.size() < 2) continue;
    for (const Dot& dot : work.dots) {
      if (dot.withdrawn) continue;
      if (const auto at = target.plane.flatten(dot.at))
        worst = std::max(worst, -engine::geometry::signed_distance(target.hairline, *at));
    }
  }
  return worst;
}

CriticalResult no_go(const Site& site, const Work& work, double limit) {
  const auto bad = std::count_if(work.dots.begin(), work.dots.end(), [&](const Dot& d) { return !d.withdrawn && site.forbidden_at(d.at); });
  return {"no_go", static_cast<double>(bad) <= limit, fmt::format("{} dots lie where no needle may go (at most {:.0f}).", bad, limit)};
}

CriticalResult below_hairline(const Site& site, const Work& work, double limit_mm) {
  const double worst = foremost_mm(site, work);
  return {"below_hairline", worst <= limit_mm,
          fmt::format("The foremost dot lies {:.1f} mm in front of the line (at most {:.1f} mm).", worst, limit_mm)};
}

}  // namespace

std::vector<CriticalResult> judge_criticals(const Site& site, const Work& work) {
  std::vector<CriticalResult> results;
  for (const CriticalRule& rule : site.lesson().rubric.critical) {
    switch (rule.id) {
      case CriticalId::Blowout: results.push_back(blowout(work, rule.limit)); break;
      case CriticalId::OutsideZone: results.push_back(outside_zone(site, work, rule.limit)); break;
      case CriticalId::BelowHairline: results.push_back(below_hairline(site, work, rule.limit)); break;
      case CriticalId::NoGo: results.push_back(no_go(site, work, rule.limit)); break;
    }
  }
  return results;
}

}  // namespace trainer::assessment
