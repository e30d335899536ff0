#include "trainer/assessment/ledger.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/scoring/judge.h"
#include "trainer/assessment/equipment_fault.h"
#include "trainer/assessment/fields.h"
#include "trainer/assessment/mends.h"
#include "trainer/assessment/theory.h"

namespace trainer::assessment {

using engine::scalp::CanvasPoint;
using engine::scoring::Cause;
using engine::skin::Dot;

namespace {

LedgerFix canvas_fix(const SiteTarget& target, std::span<const Dot> dots, const engine::scoring::Fix& fix) {
  LedgerFix out{.remove = fix.remove, .add = {}, .set_depth_um = {}};
  for (const auto& at : fix.add)
    if (const auto address = target.plane.address(at)) out.add.push_back(*address);
  for (const auto& [number, delta] : fix.set_delta)
    if (number < dots.size())
      out.set_depth_um.emplace_back(
          number, static_cast<std::int32_t>(std::floor(delta * dots[number].thickness_um + 0.5)));
  return out;
}

void set_time_span(LedgerLine& line, std::span<const Dot> dots) {
  bool first = true;
  for (const auto number : line.dots) {
    if (number >= dots.size()) continue;
    const Dot& dot = dots[number];
    line.from_us = first ? dot.t_us : std::min(line.from_us, dot.t_us);
    line.to_us = std::max(line.to_us, dot.closed_us);
    first = false;
  }
}

LedgerLine make_line(const Site& site, const Work& work, const BookedCriterion& criterion,
                     const BookedCause& booked) {
  if (booked.cause.question) return question_line(work, booked.cause);
  const Part& part = site.parts()[booked.part];
  const SiteTarget& target = site.targets()[part.target];
  const Cause& cause = booked.cause;
  LedgerLine line{.criterion = criterion.id, .critical = {}, .cause = cause.id, .guilty = cause.guilty()};
  line.mends = mends(work.dots, cause.dots);
  line.equipment = equipment_fault(target, work.dots, cause);
  if (site.sessions().size() > 1) line.session = part.session;
  line.target = part.target;
  line.dots = cause.dots;
  line.radius = engine::core::Mm{cause.radius.value};
  line.at = target.plane.address(cause.at).value_or(target.zone.outline.front());
  if (cause.fix) line.fix = canvas_fix(target, work.dots, *cause.fix);
  if (line.fix) line.fix->treatment_session = static_cast<std::uint16_t>(site.sessions()[part.session].visit);
  set_time_span(line, work.dots);
  return line;
}

const BookedCriterion* weakest(const std::vector<BookedCriterion>& criteria) {
  const auto found = std::min_element(criteria.begin(), criteria.end(), [](const auto& a, const auto& b) {
    return a.weighted.score != b.weighted.score ? a.weighted.score < b.weighted.score : says_more(a.id, b.id);
  });
  return found == criteria.end() || found->weighted.score == 10000 ? nullptr : &*found;
}

LedgerLine weakest_line(const Site& site, const Work& work, const BookedCriterion& criterion) {
  LedgerLine line;
  if (!criterion.causes.empty()) line = make_line(site, work, criterion, criterion.causes.front());
  line.criterion = criterion.id;
  line.kind = LedgerLine::Kind::Weakest;
  line.question.reset();  // that one question was missed is no advice for the whole of theory
  return line;
}

}  // namespace

std::vector<LedgerLine> make_ledger(const Site& site, const Work& work,
                                    const std::vector<BookedCriterion>& criteria) {
  std::vector<LedgerLine> lines;
  std::vector<double> parts;  // exact loss of each line in hundredths; only their proportions round
  std::vector<Weighted> weighted;
  for (const auto& c : criteria) weighted.push_back(c.weighted);
  const auto sum = total(weighted);
  if (!sum) return {};
  for (const auto& c : criteria) {
    const double loss = engine::scoring::lost_by_mean(weighted, c.weighted);
    if (c.causes.empty() && loss > 0.0) {
      lines.push_back(make_line(site, work, c, {Cause{}, 0}));
      parts.push_back(loss);
    }
    for (const auto& booked : c.causes) {
      if (!(loss * booked.cause.share > 0.0)) continue;
      lines.push_back(make_line(site, work, c, booked));
      parts.push_back(loss * booked.cause.share);
    }
  }
  if (const BookedCriterion* low = weakest(criteria)) {
    lines.push_back(weakest_line(site, work, *low));
    parts.push_back(engine::scoring::lost_by_lowest(weighted));
  }
  const std::vector<int> points = apportion(*sum - 10000, parts);
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].points = points[i];
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.points < b.points; });
  return lines;
}

namespace {

// Where most of the dots lie: the one with the least distance to all others of the first few.
std::optional<CanvasPoint> middle_of(const Site& site, std::span<const Dot> dots,
                                     const std::vector<std::uint32_t>& numbers) {
  constexpr std::size_t kLookedAt = 60;
  std::vector<CanvasPoint> places;
  for (const auto number : numbers)
    if (number < dots.size() && places.size() < kLookedAt) places.push_back(dots[number].at);
  std::optional<CanvasPoint> best;
  double least = std::numeric_limits<double>::infinity();
  for (const CanvasPoint p : places) {
    double sum = 0.0;
    for (const CanvasPoint q : places) sum += engine::scalp::chord(site.canvas(), p, q).value;
    if (sum >= least) continue;
    least = sum;
    best = p;
  }
  return best;
}

LedgerLine critical_line(const Site& site, const Work& work, const CriticalResult& critical) {
  LedgerLine line{.kind = LedgerLine::Kind::Critical, .criterion = {}, .critical = critical.id};
  line.mends = mends(work.dots, critical.dots);
  line.dots = critical.dots;
  line.at = middle_of(site, work.dots, critical.dots);
  set_time_span(line, work.dots);
  return line;
}

}  // namespace

std::vector<LedgerLine> make_remarks(const Site& site, const Work& work,
                                     const std::vector<CriticalResult>& critical,
                                     const std::vector<BookedCriterion>& unfinished) {
  std::vector<LedgerLine> lines;
  for (const auto& c : critical)
    if (!c.passed) lines.push_back(critical_line(site, work, c));
  for (auto& line : make_ledger(site, work, unfinished)) {
    if (line.weakest() || engine::scoring::is_unfinished(line.cause)) continue;
    line.points = 0;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace trainer::assessment
