#include "trainer/assessment/judged.h"

#include <algorithm>
#include <cmath>

namespace trainer::assessment {

using engine::scoring::CriterionId;
using engine::scoring::CriterionResult;

namespace {

bool needs_depth(CriterionId id) {
  return id == CriterionId::Depth || id == CriterionId::Size;
}

// Of sessions; the rest is the worst one's, as with criteria (docs/design.md 5).
using engine::scoring::kLowestShare;
using engine::scoring::kMeanShare;

// Scores of one treatment session, or of all.
struct Sum {
  double points = 0.0, dots = 0.0;
  void add(double asked, int score) { points += asked * score, dots += asked; }
  [[nodiscard]] double mean() const { return points / dots; }
};

// One criterion over all parts: the mean over zones, weighted by the dots asked. Of several treatment
// sessions the worst counts most, or a first session that nobody can take back would be outweighed by the
// later, larger ones.
void combine(const Site& site, const std::vector<std::vector<CriterionResult>>& by_part, std::size_t index,
             CriterionScore& score, BookedCriterion& booked) {
  Sum all;
  std::vector<Sum> sessions(site.sessions().size());
  for (std::size_t t = 0; t < by_part.size(); ++t) {
    const CriterionResult& result = by_part[t][index];
    if (!result.score) continue;
    all.add(site.parts()[t].asked_dots, *result.score);
    sessions.at(site.parts()[t].session).add(site.parts()[t].asked_dots, *result.score);
    if (score.metrics.empty()) score.metrics = result.metrics;
  }
  if (!(all.dots > 0.0)) return;
  std::size_t judged = 0, worst = 0;
  for (std::size_t s = 0; s < sessions.size(); ++s) {
    if (!(sessions[s].dots > 0.0)) continue;
    if (judged == 0 || sessions[s].mean() < sessions[worst].mean()) worst = s;
    ++judged;
  }
  const double mean_share = judged > 1 ? kMeanShare : 1.0;
  const double points =
      judged > 1 ? kMeanShare * all.mean() + kLowestShare * sessions[worst].mean() : all.mean();
  score.score = static_cast<int>(std::floor(points + 0.5));
  for (std::size_t t = 0; t < by_part.size(); ++t) {
    const CriterionResult& result = by_part[t][index];
    if (!result.score) continue;
    const double weight =
        mean_share / all.dots +
        (site.parts()[t].session == worst ? (1.0 - mean_share) / sessions[worst].dots : 0.0);
    const double loss = weight * site.parts()[t].asked_dots * (10000 - *result.score);
    for (auto cause : result.causes) {
      cause.share *= loss;
      booked.causes.push_back({std::move(cause), t});
    }
  }
  double shares = 0.0;
  for (const auto& c : booked.causes) shares += c.cause.share;
  for (auto& c : booked.causes) c.cause.share = shares > 0.0 ? c.cause.share / shares : 0.0;
  std::stable_sort(booked.causes.begin(), booked.causes.end(),
                   [](const auto& a, const auto& b) { return a.cause.share > b.cause.share; });
}

// What is judged once for the whole lesson.
void fill_in(const CriterionResult& result, CriterionScore& score, BookedCriterion& booked) {
  score.score = result.score;
  score.metrics = result.metrics;
  for (const auto& cause : result.causes) booked.causes.push_back({cause, 0});
}

}  // namespace

Judged book(const Site& site, bool simulated, const std::vector<std::vector<CriterionResult>>& by_part,
            const CriterionResult& theory) {
  const auto& rubric = site.lesson().rubric;
  Judged judged;
  for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
    const auto& rule = rubric.criteria[i];
    CriterionScore score{
        .id = rule.id, .score = {}, .weight = rule.weight, .minimum = rule.minimum, .metrics = {}};
    score.simulated = simulated && needs_depth(rule.id);
    // Weights in thirds, so that a simulated depth's third stays an integer.
    BookedCriterion booked{rule.id, {0, score.simulated ? rule.weight : 3 * rule.weight}, {}};
    if (rule.id == CriterionId::Theory)
      fill_in(theory, score, booked);
    else if (!by_part.empty())
      combine(site, by_part, i, score, booked);
    if (score.score) {
      booked.weighted.score = *score.score;
      judged.booked.push_back(std::move(booked));
    }
    judged.scores.push_back(std::move(score));
  }
  return judged;
}

std::vector<Weighted> weighted(const std::vector<BookedCriterion>& booked) {
  std::vector<Weighted> scores;
  for (const auto& b : booked) scores.push_back(b.weighted);
  return scores;
}

}  // namespace trainer::assessment
