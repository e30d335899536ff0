#include "trainer/assessment/assessment.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/scoring/judge.h"
#include "trainer/assessment/criticals.h"
#include "trainer/assessment/fields.h"
#include "trainer/assessment/fix.h"
#include "trainer/assessment/judged.h"
#include "trainer/assessment/ledger.h"
#include "trainer/assessment/theory.h"
#include "trainer/assessment/total.h"

namespace trainer::assessment {

using engine::scoring::CriterionId;
using engine::scoring::CriterionResult;
using engine::skin::DepthSource;
using engine::skin::Dot;

namespace {

// How the depth of the visible dots is known: any simulated dot makes depth and size simulated.
bool depth_is_simulated(const Work& work) {
  return std::any_of(work.dots.begin(), work.dots.end(),
                     [](const Dot& d) { return !d.withdrawn && d.depth_source == DepthSource::Simulated; });
}

Judged judge_all(const Site& site, const Work& work, std::span<const engine::scoring::Field> fields) {
  std::vector<std::vector<CriterionResult>> by_part;
  for (const auto& field : fields) by_part.push_back(engine::scoring::judge(field, site.lesson().rubric));
  return book(site, depth_is_simulated(work), by_part, judge_theory(site, work.answers));
}

bool finished(const Site& site, const SessionProgress& s) {
  return asks_questions_only(site) || is_finished(s.there, s.asked);
}

// `fields` as they are when the last session ends, before anything has faded.
SessionProgress progress(const Site& site, std::span<const engine::scoring::Field> fields) {
  SessionProgress s;
  for (std::size_t i = 0; i < site.sessions().size(); ++i) {
    s = {i, dots_to_judge(fields, site, i), site.asked_dots(i)};
    if (!finished(site, s)) break;
  }
  return s;
}
SessionProgress progress(const Site& site, const Work& work, std::span<const engine::scoring::Field> fields) {
  if (work.at_days.value_or(site.judged_at_days()) == 0.0) return progress(site, fields);
  Work fresh = work;
  fresh.at_days = 0.0;
  return progress(site, make_fields(site, fresh));
}

int total_if_perfect(const std::vector<BookedCriterion>& booked, std::optional<CriterionId> criterion) {
  auto scores = weighted(booked);
  for (std::size_t i = 0; i < booked.size(); ++i)
    if (booked[i].id == criterion) scores[i].score = 10000;
  return total(scores).value_or(0);
}

int total_if_answered(const Site& site, const Work& work, std::vector<BookedCriterion> booked,
                      std::size_t question) {
  const auto better = judge_theory(site, with_right_answer(site, work.answers, question));
  for (auto& b : booked)
    if (b.id == CriterionId::Theory && better.score) b.weighted.score = *better.score;
  return total(weighted(booked)).value_or(0);
}

void set_gains(const Site& site, const Work& work, const std::vector<BookedCriterion>& booked, int now,
               std::vector<LedgerLine>& ledger) {
  for (LedgerLine& line : ledger) {
    if (line.question) {
      line.gain = total_if_answered(site, work, booked, *line.question) - now;
      continue;
    }
    if (!line.fix) {
      line.gain = total_if_perfect(booked, line.criterion) - now;
      continue;
    }
    const auto gain_of = [&](const LedgerFix& fix) {
      const std::vector<Dot> dots = apply_fix(site, work.dots, fix);
      Work mended = work;
      mended.dots = dots;
      const auto fields = make_fields(site, mended);
      if (!finished(site, progress(site, mended, fields))) return 0;
      return total(weighted(judge_all(site, mended, fields).booked)).value_or(now) - now;
    };
    line.gain = gain_of(*line.fix);
    // What mends one thing may spoil another: less of it, or no advice at all.
    for (const std::size_t one_in : {2U, 4U}) {
      if (line.gain > 0) break;
      const LedgerFix less = part_of(*line.fix, one_in);
      if (const int gain = gain_of(less); gain > 0) {
        line.fix = less;
        line.gain = gain;
      }
    }
    if (line.gain > 0) continue;
    line.fix.reset();
    line.gain = total_if_perfect(booked, line.criterion) - now;
  }
}

bool minimums_met(const Assessment& a) {
  return std::all_of(a.criteria.begin(), a.criteria.end(), [](const CriterionScore& c) {
    return !c.minimum || !c.score || *c.score >= *c.minimum;
  });
}

Grade grade(const Assessment& a, const engine::scoring::Rubric& rubric) {
  if (!a.finished) return Grade::NotFinished;
  if (!a.passed) return Grade::NotYet;
  if (*a.total >= rubric.distinction) return Grade::Distinction;
  return *a.total >= rubric.merit ? Grade::Merit : Grade::Pass;
}

}  // namespace

std::string_view name(Grade grade) {
  constexpr std::array<std::string_view, 5> kNames = {"not_finished", "not_yet", "pass", "merit",
                                                      "distinction"};
  return kNames[static_cast<std::size_t>(grade)];
}

std::vector<Assessment::Listed> Assessment::listed() const {
  std::vector<Listed> all;
  int number = 0;
  for (const auto* list : {&remarks, &ledger})
    for (const LedgerLine& line : *list)
      all.push_back({&line, line.weakest() || line.is_critical() ? 0 : ++number});
  return all;
}

Assessment assess(const Site& site, const Work& work, Gains gains) {
  const auto& rubric = site.lesson().rubric;
  Assessment a;
  const int visible = static_cast<int>(
      std::count_if(work.dots.begin(), work.dots.end(), [](const Dot& d) { return !d.withdrawn; }));
  a.dots = visible;
  a.asked = site.asked_dots();
  const auto fields = make_fields(site, work);
  a.progress = progress(site, work, fields);
  a.finished = finished(site, a.progress);
  a.missing = a.finished ? 0 : std::max(0, a.progress.asked - a.progress.there);
  Judged judged = judge_all(site, work, fields);
  a.criteria = std::move(judged.scores);
  a.critical = judge_criticals(site, work);
  const auto scores = weighted(judged.booked);
  if (a.finished && !scores.empty()) {
    a.total = total(scores);
    a.mean = mean(scores);
    a.lowest = lowest(scores);
    a.ledger = make_ledger(site, work, judged.booked);
    if (gains == Gains::Compute) set_gains(site, work, judged.booked, *a.total, a.ledger);
    const bool critical =
        std::all_of(a.critical.begin(), a.critical.end(), [](const auto& c) { return c.passed; });
    a.passed = *a.total >= rubric.pass && critical && minimums_met(a);
  }
  a.remarks = make_remarks(site, work, a.critical, a.total ? std::vector<BookedCriterion>{} : judged.booked);
  a.grade = grade(a, rubric);
  return a;
}

}  // namespace trainer::assessment
