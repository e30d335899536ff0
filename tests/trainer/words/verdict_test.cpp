#include "trainer/words/verdict.h"
#include "trainer/words/counts.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/lessons.h"
#include "trainer/words/causes.h"

using namespace trainer;
using namespace trainer::words;
using assessment::Assessment;
using assessment::Grade;

namespace {

std::shared_ptr<const assessment::Site> one_session() {
  return assessment::Site::make(support::field().step(lessons::StepKind::NeedleWork).lesson()).value();
}

Assessment judged(int total, bool passed, Grade grade) {
  Assessment a;
  a.finished = true;
  a.total = total;
  a.passed = passed;
  a.grade = grade;
  return a;
}

assessment::LedgerLine too_deep() {
  return {.criterion = engine::scoring::CriterionId::Depth,
          .critical = {},
          .cause = engine::scoring::CauseId::TooDeep,
          .guilty = 3};
}

}  // namespace

TEST_CASE("points have two digits, and a minus that is a minus") {
  CHECK(points_text(7752) == "77.52");
  CHECK(points_text(-369) == "\u22123.69");
  CHECK(points_text(0) == "0.00");
  CHECK(points_text(5) == "0.05");
  CHECK(points_text(-5) == "\u22120.05");
  CHECK(points_text(10000) == "100.00");
}

TEST_CASE("the verdict says what was reached and what held it") {
  const auto site = one_session();
  Assessment a = judged(9400, true, Grade::Distinction);
  CHECK(verdict(*site, a) == "Passed with distinction.");
  a = judged(7500, true, Grade::Pass);
  CHECK(verdict(*site, a) == "Passed.");
  a.ledger = {too_deep()};
  CHECK(verdict(*site, a) == "Passed. 3 dots sit too deep.");
  a = judged(6500, false, Grade::NotYet);
  CHECK(verdict(*site, a).starts_with("Not yet: 65.00, pass is "));
  a.ledger = {too_deep()};
  CHECK(verdict(*site, a).ends_with("3 dots sit too deep."));
}

TEST_CASE("a broken critical criterion is the verdict, whatever the total") {
  Assessment a = judged(9900, false, Grade::NotYet);
  a.critical = {
      {.id = engine::scoring::CriticalId::NoGo, .passed = false, .limit = 0, .count = 2, .dots = {}}};
  CHECK(verdict(*one_session(), a) == "Not yet. 2 dots lie where no needle may go (at most 0).");
}

TEST_CASE("work that is not finished says how much more makes it worth judging, never less than one dot") {
  Assessment a;
  a.progress = {.session = 0, .there = 100, .asked = 360};
  CHECK(verdict(*one_session(), a) == "Not finished: 100 of about 360 dots. 116 more make it worth judging.");
  a.progress.there = 216;
  CHECK(verdict(*one_session(), a).find(" 1 more ") != std::string::npos);
  Assessment nothing;
  nothing.finished = true;
  CHECK(verdict(*one_session(), nothing) == "There is nothing here that can be judged.");
}

TEST_CASE("what is safe is counted in the singular too") {
  CHECK(dots_safe(1) == "1 dot is safe.");
  CHECK(dots_safe(14) == "14 dots are safe.");
  CHECK(dots_safe(0) == "0 dots are safe.");
  CHECK(answers_safe(1) == "1 answer is safe.");
  CHECK(answers_safe(3) == "3 answers are safe.");
}

TEST_CASE("every criterion has a label of its own") {
  std::vector<std::string> labels;
  for (int i = 0; i < engine::scoring::kCriterionCount; ++i)
    labels.push_back(label(static_cast<engine::scoring::CriterionId>(i)));
  std::sort(labels.begin(), labels.end());
  CHECK(std::adjacent_find(labels.begin(), labels.end()) == labels.end());
}

TEST_CASE("the score document gets its sentences, line by line") {
  const auto site = one_session();
  Assessment a = judged(7500, true, Grade::Pass);
  a.ledger = {too_deep()};
  a.critical = {
      {.id = engine::scoring::CriticalId::NoGo, .passed = true, .limit = 0, .count = 0, .dots = {}}};
  nlohmann::json document = {{"ledger", {nlohmann::json::object()}},
                             {"critical", {nlohmann::json::object()}}};
  add_sentences(document, *site, a);
  CHECK(document["verdict"] == verdict(*site, a));
  CHECK(document["ledger"][0]["cause"] == "3 dots sit too deep.");
  CHECK(document["ledger"][0]["advice"] == of(a.ledger[0], *site, a).advice);
  CHECK(document["critical"][0]["detail"] == detail(a.critical[0]));
}
