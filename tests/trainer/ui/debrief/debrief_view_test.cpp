// What a debrief makes of an assessment: rows, books, pins and what to do next, from numbers set by hand.
#include <doctest/doctest.h>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/words/causes.h"
#include "trainer/words/verdict.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::ui;
using assessment::Assessment;
using assessment::LedgerLine;
using engine::scoring::CauseId;
using engine::scoring::CriterionId;
using engine::scoring::CriticalId;
using support::StepKind;

namespace {

runner::Attempt attempt(std::vector<engine::skin::Dot> dots = {}) {
  auto a = runner::begin(
      assessment::Site::make(support::field().step(StepKind::NeedleWork).step(StepKind::Review).lesson())
          .value());
  a.skin.dots = std::move(dots);
  return a;
}
LedgerLine loss(CauseId cause, int points, std::int64_t from_us = 1'000'000, std::int64_t to_us = 2'000'000) {
  LedgerLine line;
  line.criterion = CriterionId::Density;
  line.cause = cause;
  line.guilty = 3;
  line.points = points;
  line.from_us = AttemptTime{from_us};
  line.to_us = AttemptTime{to_us};
  return line;
}
// 0.3 x 75 + 0.7 x 60 = 64.50, so 35.50 are lost: 10.50 to two causes, 25 to the weakest.
Assessment judged() {
  Assessment a;
  a.dots = 352;
  a.asked = 360;
  a.finished = true;
  a.total = 6450;
  a.mean = 7500;
  a.lowest = 6000;
  a.grade = assessment::Grade::NotYet;
  a.criteria = {{.id = CriterionId::Density, .score = 8125, .weight = 10},
                {.id = CriterionId::Gaps, .score = std::nullopt, .weight = 10},
                {.id = CriterionId::Depth, .score = 6000, .weight = 20},
                {.id = CriterionId::Evenness, .score = 10000, .weight = 10}};
  auto weakest = loss(CauseId::TooShallow, -2500);
  weakest.kind = LedgerLine::Kind::Weakest;
  weakest.criterion = CriterionId::Depth;
  a.ledger = {loss(CauseId::TooShallow, -800, 61'000'000, 90'000'000), weakest,
              loss(CauseId::TooDense, -250, 5'000'000, 6'000'000)};
  return a;
}
DebriefView view(const Assessment& a, const runner::Attempt& of = attempt(), bool watching = false) {
  return make_debrief_view(of, a, watching);
}
std::vector<Command> commands(const DebriefView& v) {
  std::vector<Command> out;
  for (const auto& action : v.actions) out.push_back(action.command);
  return out;
}

}  // namespace

TEST_CASE("criteria stand from the weakest to the strongest, those not judged last") {
  const auto v = view(judged());
  REQUIRE(v.criteria.size() == 4);
  CHECK(v.criteria[0].name == words::label(CriterionId::Depth));
  CHECK(*v.criteria[0].score == 60.0);
  CHECK(*v.criteria[1].score == 81.25);
  CHECK(*v.criteria[2].score == 100.0);
  CHECK(v.criteria[3].name == words::label(CriterionId::Gaps));
  CHECK_FALSE(v.criteria[3].score.has_value());
}

TEST_CASE(
    "only the lowest is called the weakest, every one of two that are equal, and none that is perfect") {
  auto a = judged();
  const auto weak = [&] {
    int n = 0;
    for (const auto& row : view(a).criteria) n += row.weak ? 1 : 0;
    return n;
  };
  CHECK(weak() == 1);
  CHECK(view(a).criteria[0].note == "weakest");
  CHECK(view(a).criteria[1].note.empty());
  a.criteria[0].score = 6000;
  CHECK(weak() == 2);
  for (auto& c : a.criteria) c.score = 10000;
  a.lowest = 10000;
  CHECK(weak() == 0);
}

TEST_CASE(
    "a criterion from press time says that it counts a third, one without data that it was not judged") {
  auto a = judged();
  a.criteria[2].simulated = true;
  const auto v = view(a);
  CHECK(v.criteria[0].note.find("third") != std::string::npos);
  CHECK(v.criteria[0].weak);  // it is still what holds the total down
  CHECK(v.criteria[3].note == "not judged");
}

TEST_CASE("the line to pass is the lesson's, or the criterion's own where it has one") {
  auto a = judged();
  a.criteria[0].minimum = 5500;
  const auto v = view(a);
  CHECK(v.criteria[1].pass == 55.0);
  CHECK(v.criteria[0].pass == 70.0);
  CHECK(v.pass_share == doctest::Approx(0.70));
}

TEST_CASE("the books: points with two decimals, what was lost in all, and what is left of a hundred") {
  const auto v = view(judged());
  REQUIRE(v.ledger.size() == 3);
  CHECK(v.ledger[0].points == "\u22128.00");
  CHECK(v.ledger[1].points == "\u221225.00");
  CHECK(v.ledger[2].points == "\u22122.50");
  CHECK(v.lost.find("35.50") != std::string::npos);
  CHECK(v.sum_left == "100 \u2212 35.50");
  CHECK(v.sum_right == "64.50");
  CHECK(v.total == "64.50");
  CHECK(v.share == doctest::Approx(0.645));
}

TEST_CASE("lines are said in the words of their cause, with the time at which they happened") {
  const auto a = judged();
  const auto of = attempt();
  const auto v = view(a, of);
  const auto said = words::of(a.ledger[0], *of.site, a);
  CHECK(v.ledger[0].cause == said.cause);
  CHECK(v.ledger[0].advice == said.advice);
  CHECK(v.ledger[0].time == "01:01");
  CHECK(v.ledger[2].time == "00:05");
  auto untimed = a;
  untimed.ledger[0].from_us = untimed.ledger[0].to_us = {};
  CHECK(view(untimed, of).ledger[0].time.empty());
}

TEST_CASE("pins count the losses; the weakest line has none; each pin stands on the axis where it happened") {
  const auto v = view(judged());
  CHECK(v.ledger[0].number == 1);
  CHECK(v.ledger[1].number == 0);
  CHECK(v.ledger[1].weakest);
  CHECK(v.ledger[2].number == 2);
  REQUIRE(v.badges.size() == 2);
  CHECK(v.badges[0].number == 1);
  CHECK(v.badges[0].t_us == AttemptTime{61'000'000});
  CHECK(v.badges[1].number == 2);
  CHECK(v.badges[1].t_us == AttemptTime{5'000'000});
  auto untimed = judged();
  untimed.ledger[0].to_us = {};
  CHECK(view(untimed).badges.size() == 1);  // it has a pin on the skin, but no time
  CHECK(view(untimed).ledger[0].number == 1);
}

TEST_CASE("what is missing has a blue pin, what is too much an amber one; the weakest line none of both") {
  const auto v = view(judged());
  CHECK(v.ledger[0].under);
  CHECK_FALSE(v.ledger[1].under);  // its cause is too little, but it is no loss of its own
  CHECK_FALSE(v.ledger[2].under);
  CHECK(v.badges[0].under);
  CHECK_FALSE(v.badges[1].under);
}

TEST_CASE("a broken critical criterion is a line without points and without a pin, before all others") {
  auto a = judged();
  LedgerLine broken;
  broken.kind = LedgerLine::Kind::Critical;
  broken.critical = CriticalId::Blowout;
  a.critical = {{.id = CriticalId::Blowout, .passed = false, .limit = 0.02, .count = 20, .of = 352}};
  a.remarks = {broken};
  const auto v = view(a);
  REQUIRE(v.ledger.size() == 4);
  CHECK(v.ledger[0].critical);
  CHECK(v.ledger[0].points == "critical");
  CHECK(v.ledger[0].number == 0);
  CHECK(v.ledger[1].number == 1);
  REQUIRE_FALSE(v.chips.empty());
  CHECK(v.chips[0] == "■ " + words::detail(a.critical[0]));
  a.critical[0].passed = true;
  CHECK(view(a).chips[0].starts_with("✓ "));
}

TEST_CASE("where nothing was lost the books say so") {
  auto a = judged();
  a.ledger.clear();
  a.total = a.mean = a.lowest = 10000;
  const auto v = view(a);
  CHECK(v.ledger.empty());
  CHECK(v.lost.find("No points") == 0);
  CHECK(v.sum_right == "100.00");
  CHECK(v.total == "100.00");
}

TEST_CASE("unfinished work has remarks with pins, but neither total nor sum nor mean") {
  Assessment a;
  a.asked = 360;
  auto remark = loss(CauseId::TooSparse, 0);
  a.remarks = {remark, remark};
  const auto v = view(a);
  CHECK(v.total.empty());
  CHECK(v.share == 0.0);
  CHECK(v.lost.empty());
  CHECK(v.sum_left.empty());
  CHECK(v.mean_words.empty());
  REQUIRE(v.ledger.size() == 2);
  CHECK(v.ledger[0].points.empty());
  CHECK(v.ledger[1].number == 2);
}

TEST_CASE("how the total came about is told by its mean and its weakest") {
  const auto words = view(judged()).mean_words;
  CHECK(words.find("75.00") != std::string::npos);
  CHECK(words.find("60.00") != std::string::npos);
}

TEST_CASE("below the verdict stands how many dots of how many, what lies outside, and the marks") {
  auto dots = support::in_rows(5, 2, {20, 20}, 2.0);
  dots.push_back(support::dot(10, {5, 5}));
  dots.push_back(support::dot(11, {6, 50}));
  dots[3].withdrawn = true;
  const auto v = view(judged(), attempt(dots));
  CHECK(v.sub.starts_with("9 of about 360 dots"));
  CHECK(v.sub.find("2 outside") != std::string::npos);
  CHECK(v.sub.find("Pass 70") != std::string::npos);
  CHECK(view(judged(), attempt({dots[0]})).sub.find("outside") == std::string::npos);
}

TEST_CASE("a lesson whose time was up says so, one with time left does not") {
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  lesson.time_limit_s = 600;
  auto of = runner::begin(assessment::Site::make(lesson).value());
  of.skin.t_us = AttemptTime{400'000'000};
  CHECK(view(judged(), of).sub.find("time was up") == std::string::npos);
  of.skin.t_us = AttemptTime{600'000'000};
  CHECK(view(judged(), of).sub.find("time was up") != std::string::npos);
}

TEST_CASE(
    "a chip tells where depth came from: simulated if any is, measured if a pen made dots, else nothing") {
  const auto last = [](const Assessment& a, const runner::Attempt& of) {
    const auto chips = view(a, of).chips;
    return chips.empty() ? std::string() : chips.back();
  };
  auto simulated = judged();
  simulated.criteria[2].simulated = true;
  auto dots = support::in_rows(2, 1, {20, 20}, 2.0);  // by a pen
  CHECK(last(simulated, attempt(dots)).find("simulated") != std::string::npos);
  CHECK(last(judged(), attempt(dots)).find("measured") != std::string::npos);
  dots[0].withdrawn = dots[1].withdrawn = true;
  CHECK(last(judged(), attempt(dots)).empty());
}

TEST_CASE(
    "what comes next: on when passed, again when not, the healed skin between; an expert's work leads to "
    "one's own") {
  auto a = judged();
  CHECK(commands(view(a)) == std::vector{Command::Again, Command::OpenHealed, Command::NextLesson});
  a.passed = true;
  CHECK(commands(view(a)) == std::vector{Command::NextLesson, Command::OpenHealed, Command::Again});
  CHECK(commands(view(a, attempt(), true)) == std::vector{Command::StartWork, Command::OpenHealed});
  a.asked = 0;  // questions alone: no skin
  CHECK(commands(view(a)) == std::vector{Command::NextLesson, Command::Again});
  a.passed = false;
  CHECK(commands(view(a)) == std::vector{Command::Again, Command::NextLesson});
  CHECK(commands(view(a, attempt(), true)) == std::vector{Command::StartWork});
}

TEST_CASE("an expert's work is named as one, with the same verdict behind it") {
  const auto of = attempt();
  const auto a = judged();
  const auto own = view(a, of), experts = view(a, of, true);
  CHECK(experts.watching);
  CHECK_FALSE(own.watching);
  CHECK(own.verdict == words::verdict(*of.site, a));
  CHECK(experts.verdict != own.verdict);
  CHECK(experts.verdict.ends_with(own.verdict));
}

TEST_CASE("the axis ends with the last thing done, and is never without length") {
  auto of = attempt(support::in_rows(3, 1, {20, 20}, 2.0));
  of.skin.t_us = AttemptTime{90'000'000};
  CHECK(view(judged(), of).end_us == AttemptTime{90'000'000});
  of.skin.t_us = AttemptTime{0};
  CHECK(view(judged(), of).end_us == AttemptTime{1});
  CHECK(view(judged(), of).traces.size() == 3);
}
