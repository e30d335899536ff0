#include "trainer/assessment/assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/scoring/judge.h"
#include "trainer/assessment/criticals.h"
#include "trainer/assessment/fields.h"
#include "trainer/assessment/fix.h"
#include "trainer/assessment/judged.h"
#include "trainer/assessment/ledger.h"
#include "trainer/assessment/theory.h"
#include "trainer/assessment/total.h"
#include "trainer/assessment/words.h"

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

// The first treatment session that is not finished, else the last.
struct Standing {
  std::size_t session = 0;
  int there = 0, asked = 0;
  bool questions_only = false;
  [[nodiscard]] bool finished() const { return questions_only || is_finished(there, asked); }
};
// `fields` as they are when the last session ends, before anything has faded.
Standing standing(const Site& site, std::span<const engine::scoring::Field> fields) {
  Standing s;
  for (std::size_t i = 0; i < site.sessions().size(); ++i) {
    s = {i, dots_to_judge(fields, site, i), site.asked_dots(i), asks_questions_only(site)};
    if (!s.finished()) break;
  }
  return s;
}
Standing standing(const Site& site, const Work& work, std::span<const engine::scoring::Field> fields) {
  if (work.at_days.value_or(site.judged_at_days()) == 0.0) return standing(site, fields);
  Work fresh = work;
  fresh.at_days = 0.0;
  return standing(site, make_fields(site, fresh));
}

int total_if_perfect(const std::vector<BookedCriterion>& booked, std::string_view criterion) {
  auto scores = weighted(booked);
  for (std::size_t i = 0; i < booked.size(); ++i)
    if (name(booked[i].id) == criterion) scores[i].score = 10000;
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
      if (!standing(site, mended, fields).finished()) return 0;
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

std::string grade(const Assessment& a, const engine::scoring::Rubric& rubric) {
  if (!a.finished) return "not_finished";
  if (!a.passed) return "not_yet";
  if (*a.total >= rubric.distinction) return "distinction";
  return *a.total >= rubric.merit ? "merit" : "pass";
}

std::string verdict(const Site& site, const Assessment& a, const Standing& s) {
  const auto& rubric = site.lesson().rubric;
  if (!a.finished)
    return fmt::format(
        "Not finished: {}{} of about {} dots. {} more make it worth judging.",
        site.sessions().size() > 1 ? fmt::format("treatment session {} has ", s.session + 1) : "", s.there,
        s.asked, std::max(1, (s.asked * kFinishedPercent + 99) / 100 - s.there));
  if (!a.total) return "There is nothing here that can be judged.";
  const std::string held = a.ledger.empty() ? "" : " " + a.ledger.front().cause;
  for (const auto& c : a.critical)
    if (!c.passed) return "Not yet. " + c.detail;
  if (a.grade == "distinction") return "Passed with distinction.";
  if (a.passed) return "Passed." + held;
  return fmt::format("Not yet: {}, pass is {}.{}", points_text(*a.total), points_text(rubric.pass), held);
}

}  // namespace

std::vector<Assessment::Listed> Assessment::listed() const {
  std::vector<Listed> all;
  int number = 0;
  for (const auto* list : {&remarks, &ledger})
    for (const LedgerLine& line : *list) all.push_back({&line, line.weakest || line.critical ? 0 : ++number});
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
  const Standing now = standing(site, work, fields);
  a.finished = now.finished();
  a.missing = a.finished ? 0 : std::max(0, now.asked - now.there);
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
  a.verdict = verdict(site, a, now);
  return a;
}

}  // namespace trainer::assessment
