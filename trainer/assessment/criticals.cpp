#include "trainer/assessment/criticals.h"

#include <algorithm>

#include "engine/geometry/polyline.h"
#include "trainer/assessment/fields.h"
#include "trainer/assessment/needled.h"
#include "trainer/assessment/theory.h"

namespace trainer::assessment {

using engine::scoring::CriticalId;
using engine::scoring::CriticalRule;
using engine::skin::Dot;

namespace {

std::size_t visible(const Work& work) {
  return static_cast<std::size_t>(
      std::count_if(work.dots.begin(), work.dots.end(), [](const Dot& d) { return !d.withdrawn; }));
}

template <class Fault>
std::vector<std::uint32_t> dots_with(const Work& work, Fault fault) {
  std::vector<std::uint32_t> numbers;
  for (const Dot& dot : work.dots)
    if (!dot.withdrawn && fault(dot)) numbers.push_back(dot.number);
  return numbers;
}

CriticalResult share_result(CriticalId id, std::vector<std::uint32_t> dots, std::size_t beside,
                            std::size_t all, double limit) {
  const std::size_t bad = dots.size() + beside;
  const double share = all > 0 ? static_cast<double>(bad) / static_cast<double>(all) : 0.0;
  return {.id = id,
          .passed = share <= limit,
          .limit = limit,
          .count = bad,
          .of = all,
          .value = share,
          .dots = std::move(dots)};
}

CriticalResult blowout(const Work& work, double limit) {
  auto bad = dots_with(work, [](const Dot& d) {
    return d.depth_source != engine::skin::DepthSource::Unknown && engine::skin::is_through_skin(d);
  });
  return share_result(CriticalId::Blowout, std::move(bad), 0, visible(work), limit);
}

CriticalResult outside_zone(const Site& site, const Work& work, double limit) {
  auto bad = dots_with(work, [&](const Dot& d) { return !site.target_at(d.at); });
  return share_result(CriticalId::OutsideZone, std::move(bad), work.contacts_outside,
                      visible(work) + work.contacts_outside, limit);
}

// How far in front of the agreed line a dot lies, mm; 0 behind it.
double ahead_mm(const Site& site, const Dot& dot) {
  double worst = 0.0;
  for (const auto& target : site.targets()) {
    if (target.hairline.size() < 2) continue;
    if (const auto at = target.plane.flatten(dot.at))
      worst = std::max(worst, -engine::geometry::signed_distance(target.hairline, *at));
  }
  return worst;
}

CriticalResult no_go(const Site& site, const Work& work, double limit) {
  auto bad = dots_with(work, [&](const Dot& d) { return site.forbidden_at(d.at); });
  const std::size_t count = bad.size();
  return {.id = CriticalId::NoGo,
          .passed = static_cast<double>(count) <= limit,
          .limit = limit,
          .count = count,
          .dots = std::move(bad)};
}

CriticalResult wrong_answers(const Site& site, const Work& work, double limit) {
  const std::size_t missed = judge_theory(site, work.answers).causes.size(), all = site.questions().size();
  return {.id = CriticalId::WrongAnswers,
          .passed = static_cast<double>(missed) <= limit,
          .limit = limit,
          .count = missed,
          .of = all,
          .dots = {}};
}

CriticalResult needled(const Site& site, const Work& work, double least) {
  const Needled count = count_needled(site, work.dry_marks);
  return {.id = CriticalId::Needled,
          .passed = count.share() >= least && count.too_deep * 10 <= count.marks,
          .limit = least,
          .value = count.share(),
          .marks = static_cast<std::size_t>(count.marks),
          .too_deep = static_cast<std::size_t>(count.too_deep),
          .too_shallow = static_cast<std::size_t>(count.too_shallow),
          .dots = {}};
}

CriticalResult below_hairline(const Site& site, const Work& work, double limit_mm) {
  double worst = 0.0;
  auto bad = dots_with(work, [&](const Dot& d) {
    const double ahead = ahead_mm(site, d);
    worst = std::max(worst, ahead);
    return ahead > limit_mm;
  });
  return {.id = CriticalId::BelowHairline,
          .passed = worst <= limit_mm,
          .limit = limit_mm,
          .value = worst,
          .dots = std::move(bad)};
}

}  // namespace

std::vector<CriticalResult> judge_criticals(const Site& site, const Work& work) {
  std::vector<CriticalResult> results;
  for (const CriticalRule& rule : site.lesson().rubric.critical) {
    switch (rule.id) {
      case CriticalId::Blowout:
        results.push_back(blowout(work, rule.limit));
        break;
      case CriticalId::OutsideZone:
        results.push_back(outside_zone(site, work, rule.limit));
        break;
      case CriticalId::BelowHairline:
        results.push_back(below_hairline(site, work, rule.limit));
        break;
      case CriticalId::Needled:
        results.push_back(needled(site, work, rule.limit));
        break;
      case CriticalId::NoGo:
        results.push_back(no_go(site, work, rule.limit));
        break;
      case CriticalId::WrongAnswers:
        results.push_back(wrong_answers(site, work, rule.limit));
        break;
    }
  }
  for (auto& result : results)
    if (result.passed) result.dots.clear();
  return results;
}

}  // namespace trainer::assessment
