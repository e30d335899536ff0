// The way through a lesson, by intents; beside it the way that the window walked when it stepped by itself.
#include "trainer/runner/way.h"
#include "engine/core/moment.h"

#include <algorithm>
#include <filesystem>

#include "tests/support/here.h"
#include "tests/trainer/runner/person.h"
#include "trainer/lessons/package.h"
#include "trainer/lessons/steps.h"
#include "trainer/runner/progress.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::runner;
using lessons::StepKind;
using Kinds = std::vector<StepKind>;

namespace {

constexpr auto B = StepKind::Brief, N = StepKind::NeedleWork, D = StepKind::Drawing, H = StepKind::Healing,
               R = StepKind::Review, T = StepKind::Theory, S = StepKind::Needling;
constexpr int kRight = 0;

// A square centimetre at 40 per cm2, beside it a scar where one is needled, judged by its density.
lessons::Lesson lesson_of(const Kinds& kinds) {
  support::LessonBuilder lesson("way");
  lesson.target(support::square("field", 20, 30), 40.0).judged(engine::scoring::CriterionId::Density);
  if (std::count(kinds.begin(), kinds.end(), S) > 0)
    lesson.target(support::rectangle("scar", {40, 20}, {45, 30}), 40.0)
        .tissue(engine::scalp::TissueKind::FlatScar, "scar");
  for (const StepKind kind : kinds) kind == T ? lesson.step(support::question(kRight)) : lesson.step(kind);
  return lesson.lesson();
}

struct Person : runner_test::Person {
  using runner_test::Person::Person;
  explicit Person(const Kinds& kinds) : runner_test::Person(lesson_of(kinds)) {}

  // What there is to do here, then the primary button.
  void go_on() {
    switch (waits_for(attempt)) {
      case Waits::Question:
        answer(kRight);
        return act(GoOn{t});
      case Waits::Line:
        CHECK(onward(attempt) == Onward::LineDone);
        draw();
        return act(GoOn{t});
      case Waits::Seen:
        return act(GoOn{t});
      case Waits::Needle:
      case Waits::DryNeedle:
      case Waits::Nothing:
        return onward(attempt) == Onward::EndSession ? act(EndSession{t}) : act(HandIn{t});
    }
  }
};

Person at_step(const lessons::Lesson& lesson, std::size_t step) {
  Person p(lesson);
  while (static_cast<std::size_t>(p.attempt.step) < step) p.act(NextStep{p.t});
  return p;
}

// Every order of these kinds up to that length.
std::vector<Kinds> orders(const Kinds& of, std::size_t longest) {
  std::vector<Kinds> all{{}};
  for (std::size_t from = 0, length = 1; length <= longest; ++length) {
    const std::size_t end = all.size();
    for (; from < end; ++from)
      for (const StepKind kind : of) {
        all.push_back(all[from]);
        all.back().push_back(kind);
      }
  }
  return all;
}

std::vector<lessons::Lesson> shipped() {
  std::vector<lessons::Lesson> list;
  for (const auto& entry : std::filesystem::directory_iterator(support::source_dir() + "/lessons")) {
    if (!entry.is_directory()) continue;
    const auto loading = lessons::load_package(entry.path().string());
    REQUIRE(loading.package);
    list.push_back(loading.package->lesson);
  }
  return list;
}

Kinds kinds_of(const lessons::Lesson& lesson) {
  Kinds kinds;
  for (const auto& step : lesson.steps) kinds.push_back(step.kind);
  return kinds;
}

// Which needle steps belong to one visit: those with no healing between.
std::vector<std::vector<std::size_t>> visits(const Kinds& kinds) {
  std::vector<std::vector<std::size_t>> list(1);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i] == H) list.emplace_back();
    if (kinds[i] == N || kinds[i] == S) list.back().push_back(i);
  }
  return list;
}

void walk_to_the_end(const Kinds& kinds) {
  Person p(kinds);
  std::vector<std::int32_t> stops;
  for (std::size_t presses = 0; !p.attempt.finished; ++presses) {
    REQUIRE(presses <= kinds.size());
    stops.push_back(p.attempt.step);
    p.go_on();
    CHECK(p.attempt.step >= stops.back());
  }
  CHECK_FALSE(questions_open(p.attempt));
  CHECK(p.attempt.drawn_hairline.empty() == (std::count(kinds.begin(), kinds.end(), D) == 0));
  CHECK(static_cast<std::ptrdiff_t>(p.attempt.skin.healings.size()) ==
        std::count(kinds.begin(), kinds.end(), H));
  for (const auto& visit : visits(kinds))
    CHECK((visit.empty() || std::any_of(visit.begin(), visit.end(), [&](std::size_t step) {
             return std::count(stops.begin(), stops.end(), static_cast<std::int32_t>(step)) > 0;
           })));
  // What is written down is the same as what was done.
  CHECK(digest(fold(p.attempt.site, p.events)) == digest(p.attempt));
}

// ---- as the window did it, step by step

void old_hand_in(Person& p) {
  const auto& steps = p.attempt.site->lesson().steps;
  auto step = static_cast<std::size_t>(p.attempt.step) + 1;
  while (step < steps.size() && steps[step].kind != T && steps[step].kind != H) ++step;
  if (step >= steps.size() || steps[step].kind != T) return p.act(Finish{p.t});
  while (static_cast<std::size_t>(p.attempt.step) < step) p.act(NextStep{p.t});
}

void old_next_step(Person& p) {
  const auto& steps = p.attempt.site->lesson().steps;
  for (;;) {
    const auto next = static_cast<std::size_t>(p.attempt.step) + 1;
    if (next >= steps.size() || steps[next].kind == R) return old_hand_in(p);
    p.act(NextStep{p.t});
    if (steps[next].kind != H && steps[next].kind != B) return;
  }
}

void old_end_session(Person& p) {
  bool healed = false;
  while (!healed || (p.kind() != N && p.kind() != S)) {
    p.act(NextStep{p.t});
    healed = healed || p.kind() == H;
    if (p.kind() == T) return;
  }
}

bool asks_or_needles_after_healing(const Kinds& kinds, std::size_t from) {
  bool healed = false;
  for (auto i = from + 1; i < kinds.size(); ++i) {
    if (kinds[i] == T || (healed && (kinds[i] == N || kinds[i] == S))) return true;
    healed = healed || kinds[i] == H;
  }
  return false;
}

void same_as_before(const Kinds& kinds, bool line) {
  const auto lesson = lesson_of(kinds);
  for (std::size_t step = 0; step < kinds.size(); ++step) {
    Person start = at_step(lesson, step);
    if (line) runner::apply(start.attempt, HairlineDrawn{AttemptTime{0}, {{1, 1}, {2, 2}}});
    if (start.kind() == T) start.answer(kRight);
    const auto same = [&](const Intent& intent, void (*old)(Person&)) {
      Person now = start, before = start;
      now.act(intent);
      old(before);
      CHECK(now.attempt.step == before.attempt.step);
      CHECK(now.events == before.events);
    };
    same(HandIn{AttemptTime{0}}, old_hand_in);
    if (!line)
      same(GoOn{AttemptTime{0}}, old_next_step);  // it stopped at a step for a line that was drawn already
    if (onward(start.attempt) == Onward::EndSession && asks_or_needles_after_healing(kinds, step))
      same(EndSession{AttemptTime{0}}, old_end_session);
  }
}

}  // namespace

TEST_CASE("what an attempt waits for is what its step asks for") {
  CHECK(waits_for(begin(assessment::Site::make(lesson_of({})).value())) == Waits::Nothing);
  const std::vector<std::pair<StepKind, Waits>> table{
      {B, Waits::Seen},    {N, Waits::Needle},   {D, Waits::Line},     {H, Waits::Seen},
      {R, Waits::Nothing}, {T, Waits::Question}, {S, Waits::DryNeedle}};
  for (const auto& [kind, waits] : table) {
    Person p(Kinds{kind});
    CHECK(waits_for(p.attempt) == waits);
    p.act(Finish{AttemptTime{0}});
    CHECK(waits_for(p.attempt) == Waits::Nothing);
  }
}

TEST_CASE("a line is waited for until it is drawn, and only once") {
  Person p(Kinds{D, N, D});
  CHECK(onward(p.attempt) == Onward::LineDone);
  p.draw();
  CHECK(waits_for(p.attempt) == Waits::Seen);
  CHECK(onward(p.attempt) == Onward::Finish);
  p.act(GoOn{AttemptTime{0}});
  CHECK(waits_for(p.attempt) == Waits::Needle);
  p.act(GoOn{AttemptTime{0}});
  CHECK(p.attempt.finished);
}

TEST_CASE("the primary button ends the session while healing is still to come") {
  Person p(Kinds{B, N, H, N, H, N, R});
  p.act(GoOn{AttemptTime{0}});
  for (int session = 0; session < 2; ++session) {
    CHECK(waits_for(p.attempt) == Waits::Needle);
    CHECK(onward(p.attempt) == Onward::EndSession);
    p.act(EndSession{AttemptTime{0}});
    CHECK(p.attempt.skin.healings.size() == static_cast<std::size_t>(session) + 1);
  }
  CHECK(onward(p.attempt) == Onward::Finish);
  CHECK(p.refused(EndSession{AttemptTime{0}}) == Refusal{Refused::NoSessionFollows});
  p.act(HandIn{AttemptTime{0}});
  CHECK(p.attempt.finished);
  CHECK(p.attempt.step == 5);  // nobody enters the review before the work is handed in
}

TEST_CASE("a brief alone is read and handed in") {
  Person p(Kinds{B});
  CHECK(onward(p.attempt) == Onward::Finish);
  p.act(GoOn{AttemptTime{7}});
  REQUIRE(p.attempt.finished);
  CHECK(p.attempt.finished->t_us == AttemptTime{7});
  CHECK(p.refused(GoOn{AttemptTime{8}}) == Refusal{Refused::Finished});
}

TEST_CASE("questions before, between and behind the work are each stopped at, and kept until answered") {
  Person p(Kinds{B, T, T, N, T, R});
  p.act(GoOn{AttemptTime{0}});
  CHECK(question_now(p.attempt) == 0U);
  CHECK(p.refused(GoOn{AttemptTime{0}}) == Refusal{Refused::AnswerFirst});
  CHECK(p.refused(HandIn{AttemptTime{0}}) == Refusal{Refused::AnswerFirst});
  p.go_on();
  CHECK(question_now(p.attempt) == 1U);
  p.go_on();
  CHECK(waits_for(p.attempt) == Waits::Needle);
  CHECK(goal_of(p.attempt, HandIn{AttemptTime{0}}) == Goal{4, false});
  p.act(HandIn{AttemptTime{0}});
  CHECK(question_now(p.attempt) == 2U);
  p.answer(kRight);
  CHECK(goal_of(p.attempt, GoOn{AttemptTime{0}}) == Goal{4, true});
  p.act(GoOn{AttemptTime{0}});
  CHECK(p.attempt.finished);
}

TEST_CASE("a paper of questions is handed in behind its last one, and none is doubted") {
  Person p(Kinds{T, T});
  p.attempt.site = assessment::Site::make([] {
                     auto paper = lesson_of({T, T});
                     paper.practical = false;
                     paper.targets.clear();
                     return paper;
                   }())
                       .value();
  CHECK_FALSE(doubt_about(p.attempt, Onward::Finish));
  p.go_on();
  CHECK_FALSE(p.attempt.finished);
  p.go_on();
  CHECK(p.attempt.finished);
}

TEST_CASE("needling, healing, work: dry first, with pigment when it has healed") {
  Person p(Kinds{S, H, N});
  CHECK(p.attempt.skin.machine.dry);
  CHECK(onward(p.attempt) == Onward::EndSession);
  const auto doubt = doubt_about(p.attempt, Onward::EndSession);
  REQUIRE(doubt);
  CHECK(doubt->kind == Doubt::Kind::ScarNotNeedled);
  CHECK(doubt->needled == 0.0);
  p.act(EndSession{AttemptTime{0}});
  CHECK(waits_for(p.attempt) == Waits::Needle);
  CHECK_FALSE(p.attempt.skin.machine.dry);
  CHECK(p.attempt.skin.healings.size() == 1);
}

TEST_CASE("an open line holds everybody back") {
  const Person p(Kinds{D, N, H, N});
  for (const Intent& intent :
       {Intent{GoOn{AttemptTime{0}}}, Intent{EndSession{AttemptTime{0}}}, Intent{HandIn{AttemptTime{0}}}})
    CHECK(p.refused(intent) == Refusal{Refused::LineFirst});
}

TEST_CASE("an intent of the way ends the contact in progress") {
  Person p(Kinds{N, H, N});
  p.act(MoveNeedle{
      {.t_us = AttemptTime{10}, .at = {25'000, 25'000}, .pressure = {}, .tilt = {}, .contact = true}});
  p.act(EndSession{AttemptTime{200'000}});
  CHECK_FALSE(p.attempt.skin.contact);
  CHECK(p.attempt.skin.dots.size() == 1);
  CHECK(p.attempt.step == 2);
  CHECK(engine::sim::ContactInterrupted{AttemptTime{200'000}} ==
        std::get<engine::sim::ContactInterrupted>(std::get<engine::sim::Event>(p.events[1])));
}

TEST_CASE("when the time is up nothing is waited for any more") {
  auto lesson = lesson_of({T, N, H, N});
  lesson.time_limit_s = 1;
  Person p(lesson);
  CHECK(p.refused(GoOn{AttemptTime{999'999}}) == Refusal{Refused::AnswerFirst});
  p.act(GoOn{AttemptTime{1'000'000}});
  CHECK(p.attempt.finished);
  CHECK(p.attempt.skin.healings.empty());
}

TEST_CASE("few dots are asked about, fewer than a total needs in other words, and enough not at all") {
  Person p(Kinds{N, R});
  REQUIRE(progress(p.attempt).asked == 40);
  const auto kind_at = [&](int dots) -> std::optional<Doubt::Kind> {
    Person q(Kinds{N, R});
    q.taps(dots);
    REQUIRE(progress(q.attempt).placed == dots);
    const auto doubt = doubt_about(q.attempt, onward(q.attempt));
    if (doubt) CHECK(*doubt == Doubt{doubt->kind, Onward::Finish, dots, 40, 0.0, 0});
    return doubt ? std::optional(doubt->kind) : std::nullopt;
  };
  CHECK(kind_at(0) == Doubt::Kind::TooFewForTotal);
  CHECK(kind_at(23) == Doubt::Kind::TooFewForTotal);
  CHECK(kind_at(24) == Doubt::Kind::FewDots);
  CHECK(kind_at(35) == Doubt::Kind::FewDots);
  CHECK_FALSE(kind_at(36));
  CHECK_FALSE(doubt_about(p.attempt, Onward::LineDone));
}

TEST_CASE("before a session ends few dots are few dots: what comes after can still make a total") {
  auto lesson = lesson_of({N, H, N});
  lesson.steps[0].share = 0.5;
  Person p(lesson);
  CHECK(doubt_about(p.attempt, onward(p.attempt)) ==
        Doubt{Doubt::Kind::FewDots, Onward::EndSession, 0, 20, 0.0, 0});
  p.taps(18);
  CHECK_FALSE(doubt_about(p.attempt, onward(p.attempt)));
  p.act(EndSession{p.t});
  const auto later = doubt_about(p.attempt, onward(p.attempt));
  REQUIRE(later);
  CHECK(later->session == 1);
  CHECK(later->asked == 40);
}

TEST_CASE("questions in a row are one leg of the way") {
  CHECK(legs_of(lesson_of({})).empty());
  CHECK(legs_of(lesson_of({B, T, T, N, N, T})) ==
        std::vector<Leg>{{B, 0, 1}, {T, 1, 3}, {N, 3, 4}, {N, 4, 5}, {T, 5, 6}});
}

TEST_CASE("the buttons lead through every order of steps, and nothing that waits is left out") {
  for (const auto& kinds : orders({N, D, H, T, S}, 4))
    if (kinds.empty() || kinds.front() != H) walk_to_the_end(kinds);  // nothing heals before it was worked
}

TEST_CASE("the buttons lead through every lesson that is shipped") {
  const auto list = shipped();
  REQUIRE(list.size() >= 10);
  for (const auto& lesson : list) {
    CAPTURE(lesson.id);
    walk_to_the_end(kinds_of(lesson));
  }
}

TEST_CASE("the way is the one that the window walked") {
  for (const auto& kinds : orders({N, H, T, S}, 4)) same_as_before(kinds, false);
  for (const auto& kinds : orders({N, D, H, T}, 3)) same_as_before(kinds, true);
  for (const auto& lesson : shipped())
    if (!lessons::has_step(lesson, D)) same_as_before(kinds_of(lesson), false);
}
