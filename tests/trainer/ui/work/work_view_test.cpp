// What the practice screen shows of an attempt besides gauges and coach, and the questions above it.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/ui/work/work_screen.h"

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;

namespace {

runner::Attempt begun(const lessons::Lesson& lesson, int step = 0) {
  auto a = runner::begin(assessment::Site::make(lesson).value());
  a.step = step;
  return a;
}
WorkView view(const runner::Attempt& a, const std::string& message = "") {
  return make_work_view(a, make_gauges(a, {}, 14), message);
}
runner::Attempt field_with(std::vector<engine::skin::Dot> dots) {
  auto a = begun(support::field().step(StepKind::NeedleWork).lesson());
  a.skin.dots = std::move(dots);
  return a;
}
bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("bar: the lesson, its step, the steps round it and the time worked") {
  auto lesson = support::field()
                    .step(StepKind::Brief, "Listen")
                    .step(StepKind::NeedleWork, "Fill the field")
                    .step(StepKind::Review, "Look back")
                    .lesson();
  lesson.title = "Even dots";
  auto a = begun(lesson, 1);
  a.skin.t_us = engine::core::AttemptTime{408'000'000};
  const auto v = view(a);
  CHECK(v.lesson == "Even dots");
  CHECK(v.step == "Fill the field");
  CHECK(v.steps == std::vector<std::string>{"1 Look", "2 Place", "3 Review"});
  CHECK(v.step_number == 1);
  CHECK(v.clock == "06:48");
}

TEST_CASE("beyond the last step there is no title, and nothing is read that is not there") {
  CHECK(view(begun(support::field().step(StepKind::NeedleWork).lesson(), 1)).step.empty());
}

TEST_CASE("the primary button finishes, ends a session before healing, and lets a needled scar heal") {
  const auto one = view(begun(support::field().step(StepKind::NeedleWork).lesson()));
  CHECK(one.primary == "Finish");
  CHECK(one.primary_command == Command::AskFinish);
  const auto lesson = support::field().sessions({0.5, 1.0}).lesson();
  const auto first = view(begun(lesson, 0)), last = view(begun(lesson, 2));
  CHECK(first.primary == "End session");
  CHECK(first.primary_command == Command::AskEndSession);
  CHECK(last.primary == "Finish");
  const auto dry = view(begun(support::field()
                                  .tissue(engine::scalp::TissueKind::FlatScar, "field")
                                  .step(StepKind::Needling)
                                  .step(StepKind::Healing)
                                  .step(StepKind::NeedleWork)
                                  .lesson()));
  CHECK(dry.primary == "Let it heal");
  CHECK(dry.primary_command == Command::AskEndSession);
}

TEST_CASE("while a line is to be drawn the button says that it is, and an answer does not change that") {
  const auto a = begun(support::field().step(StepKind::Drawing).step(StepKind::NeedleWork).lesson());
  for (const char* message : {"", "At least two points."}) {
    const auto v = view(a, message);
    CHECK(v.primary_command == Command::LineDone);
    CHECK(v.coach.plain);
    CHECK(contains(v.coach.what, *message == '\0' ? "Draw the line" : message));
  }
}

TEST_CASE(
    "a dot can be taken back while none is being set, redone while one was, and neither where the lesson "
    "forbids") {
  auto a = field_with({});
  CHECK_FALSE(view(a).tools.can_undo);
  CHECK_FALSE(view(a).tools.can_redo);
  a.skin.dots = {support::dot(0, {20, 20})};
  CHECK(view(a).tools.can_undo);
  a.skin.undone = {{1}};
  CHECK(view(a).tools.can_redo);
  a.skin.contact = engine::sim::Contact{};
  CHECK_FALSE(view(a).tools.can_undo);
  CHECK_FALSE(view(a).tools.can_redo);
  a.skin.contact.reset();
  a.skin.dots[0].withdrawn = true;
  CHECK_FALSE(view(a).tools.can_undo);
  CHECK(view(a).tools.can_redo);
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  lesson.undo_allowed = false;
  auto strict = begun(lesson);
  strict.skin.dots = {support::dot(0, {20, 20})};
  strict.skin.undone = {{1}};
  CHECK_FALSE(view(strict).tools.can_undo);
  CHECK_FALSE(view(strict).tools.can_redo);
  CHECK_FALSE(view(strict).tools.undo_allowed);
}

TEST_CASE("what has healed cannot be taken back") {
  auto a = begun(support::field().sessions({0.5, 1.0}).lesson(), 2);
  a.skin.dots = {support::dot(0, {20, 20})};
  a.skin.treatment_session = 2;
  CHECK_FALSE(view(a).tools.can_undo);
  a.skin.dots.push_back(support::dot(1, {22, 20}));
  a.skin.dots[1].treatment_session = 2;
  CHECK(view(a).tools.can_undo);
}

TEST_CASE("the stretching hand is shown where it is one's own, taut from half of drum-tight on") {
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  CHECK_FALSE(view(begun(lesson)).tools.own_stretch);
  lesson.stretch_by = lessons::StretchBy::Own;
  auto a = begun(lesson);
  CHECK(view(a).tools.own_stretch);
  for (const auto& [permille, taut] : {std::pair{0, false}, {499, false}, {500, true}, {1000, true}}) {
    a.skin.machine.stretch_permille = permille;
    CHECK(view(a).tools.stretched == taut);
  }
}

TEST_CASE("to finish early costs its gaps, far too early its total, and the question says the numbers") {
  runner::Doubt few{.placed = 280, .asked = 360};
  const auto gaps = make_doubt_question(few);
  CHECK(gaps.body.starts_with("280 of about 360 dots."));
  CHECK(gaps.go_command == Command::FinishNow);
  CHECK_FALSE(gaps.stay.empty());
  few.kind = runner::Doubt::Kind::TooFewForTotal;
  few.placed = 100;
  const auto none = make_doubt_question(few);
  CHECK(none.body.starts_with("100 of about 360 dots."));
  CHECK(contains(none.body, "60 %"));
  CHECK_FALSE(contains(gaps.body, "60 %"));
  CHECK(none.go_command == Command::FinishNow);
}

TEST_CASE("to end a session is asked with its number from one, and that nothing of it comes back") {
  const auto ask =
      make_doubt_question({.onward = runner::Onward::EndSession, .placed = 90, .asked = 108, .session = 1});
  CHECK(contains(ask.title, "2"));
  CHECK(ask.body.starts_with("90 of about 108 dots."));
  CHECK(contains(ask.body, "healed"));
  CHECK(ask.go_command == Command::EndSession);
}

TEST_CASE("to let a scar heal too early tells its share in whole per cent") {
  const auto ask = make_doubt_question(
      {.kind = runner::Doubt::Kind::ScarNotNeedled, .onward = runner::Onward::EndSession, .needled = 0.617});
  CHECK(ask.body.starts_with("62 %"));
  CHECK(ask.go_command == Command::EndSession);
}

TEST_CASE("to leave tells how many dots are on disk and how many are not, and of theory the answers") {
  const auto dots = support::in_rows(3, 1, {20, 20}, 2.0);
  const auto field = make_leave_question(field_with(dots), {.dots = 3, .dots_saved = 3});
  CHECK(field.body == "3 dots are saved. You can carry on from the last one.");
  const auto waiting = make_leave_question(field_with(dots), {.dots = 3, .dots_saved = 1, .all = false});
  CHECK(waiting.body == "1 dot is saved. You can carry on from it. 2 dots are in memory only.");
  const auto none = make_leave_question(field_with(dots), {.dots = 3, .all = false});
  CHECK(none.body == "3 dots are in memory only.");
  CHECK(field.go_command == Command::LeaveAndKeep);
  CHECK(contains(field.go, "keep"));
  for (const auto& unsafe : {waiting, none})
    CHECK_FALSE(contains(unsafe.go, "keep"));  // it is asked about next
  auto paper = support::LessonBuilder().step(support::question(0)).lesson();
  paper.practical = false;
  const auto theory = make_leave_question(begun(paper), {});
  CHECK(
      contains(make_leave_question(begun(paper), {.all = false}).body, "Not all of your answers are saved"));
  CHECK(contains(theory.body, "answers"));
  CHECK_FALSE(contains(theory.body, "dots"));
  CHECK(theory.go_command == Command::LeaveAndKeep);
}

TEST_CASE("after healing a note tells what was kept of how many, how many come now and to what share") {
  auto a = begun(support::field().sessions({0.3, 1.0}, 30).lesson(), 2);
  a.skin.dots = support::in_rows(4, 2, {20, 20}, 3.0);     // in band
  a.skin.dots.push_back(support::dot(8, {40, 40}, 0.03));  // barely in: shed
  a.skin.dots.push_back(support::dot(9, {42, 40}, 0.03));
  a.skin.dots.push_back(support::dot(10, {5, 5}));  // beside the field
  a.skin.dots.push_back(support::dot(11, {40, 20}));
  a.skin.dots.back().withdrawn = true;
  a.skin.treatment_session = 2;
  a.skin.healings = {30};
  // Which of the first ten stay is drawn by lot, always the same.
  const auto kept = std::count_if(a.skin.dots.begin(), a.skin.dots.begin() + 10,
                                  [&](const auto& dot) { return engine::sim::is_there(a.skin, dot); });
  CHECK(kept <= 8);
  REQUIRE(kept >= 6);
  const auto note = make_healed_note(a);
  CHECK(note.title.starts_with("30 days"));
  CHECK(contains(note.body, std::to_string(kept) + " of 10 dots"));
  CHECK(contains(note.body, std::to_string(360 - kept) + " more"));  // 360 are asked in the end
  CHECK(contains(note.body, "100 %"));
  CHECK(contains(note.go, "2"));
  CHECK(note.stay.empty());  // a note, no question
  CHECK(note.go_command == Command::CloseSheet);
}

TEST_CASE("more than asked for is no negative number to come") {
  auto a = begun(support::field(20).sessions({0.1, 0.2, 1.0}).lesson(), 2);
  a.skin.dots = support::in_rows(10, 10, {16, 16}, 2.5);  // of 180 in the end, 36 now
  a.skin.treatment_session = 2;
  a.skin.healings = {30};
  CHECK(contains(make_healed_note(a).body, " 0 more"));
}

TEST_CASE("a needled scar that has healed leads to its first dots, not to a second session") {
  auto a = begun(support::field()
                     .tissue(engine::scalp::TissueKind::FlatScar, "field")
                     .step(StepKind::Needling)
                     .step(StepKind::Healing)
                     .step(StepKind::NeedleWork)
                     .lesson(),
                 2);
  a.skin.dry_marks = {{}};
  a.skin.treatment_session = 2;
  a.skin.healings = {42};
  const auto note = make_healed_note(a);
  CHECK(note.title.starts_with("42 days"));
  CHECK(contains(note.body, "scar"));
  CHECK(contains(note.body, "0 %"));
  CHECK(contains(note.go, "dots"));
}

TEST_CASE("a lesson that needs a pen names what is at hand instead, and offers to check it") {
  const auto ask = make_pen_question({"Logitech mouse", false});
  CHECK(contains(ask.body, "Logitech mouse"));
  CHECK(ask.go_command == Command::OpenDeviceCheck);
  CHECK_FALSE(ask.stay.empty());
}
