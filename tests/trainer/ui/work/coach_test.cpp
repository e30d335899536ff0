// The coach's line for every kind of work: which sentence speaks, with which mark, and when it is silent. The
// sentences themselves are words' business (tests/trainer/words).
#include <doctest/doctest.h>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "trainer/runner/feedback.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/feedback.h"
#include "trainer/words/tool_notices.h"

using namespace trainer;
using namespace trainer::ui;
using support::LessonBuilder;
using support::StepKind;

namespace {

constexpr const char* kText = "Fill it evenly. Keep the gaps alike.";

LessonBuilder place() {
  return support::field().step(lessons::Step{StepKind::NeedleWork, "Place", kText});
}
runner::Attempt begun(const lessons::Lesson& lesson) {
  return runner::begin(assessment::Site::make(lesson).value());
}
// A grid of 1.6 mm, then one dot in a gap of it, so deep.
runner::Attempt after(double delta, engine::geometry::Vec2 at = {25.6, 20.0}) {
  auto a = begun(place().lesson());
  a.skin.dots = support::in_rows(4, 3, {20, 20}, 1.4);
  a.skin.dots.push_back(support::dot(12, at, delta));
  return a;
}
runner::ToolNotice worst(const runner::Attempt& attempt) {
  const auto notice = runner::tool_notice_now(attempt);
  REQUIRE(notice);
  return *notice;
}
bool says(const CoachView& line, const words::Said& said) {
  return line.what == said.what && line.advice == said.advice;
}

// ---- a scar that is needled dry

runner::Attempt scarred() {
  return begun(support::field()
                   .tissue(engine::scalp::TissueKind::FlatScar, "field")
                   .step(lessons::Step{StepKind::Needling, "Needle", "Line beside line."})
                   .step(StepKind::Healing)
                   .step(StepKind::NeedleWork)
                   .lesson());
}
engine::skin::DryMark mark(const runner::Attempt& a, engine::geometry::Vec2 mm, int depth_um) {
  engine::skin::DryMark m;
  m.at = engine::scalp::canvas_point_from_mm(mm);
  m.position = a.site->canvas().locate(m.at)->position;
  m.depth_um = depth_um;
  m.thickness_um = 1180;
  return m;
}

}  // namespace

TEST_CASE("before the first dot it says how to press, and under it what this step is about") {
  const auto a = begun(place().lesson());
  const auto mouse = coach_line(a), pen = coach_line(a, true);
  CHECK(mouse.plain);
  CHECK(pen.plain);
  CHECK(mouse.what != pen.what);
  CHECK(mouse.what.find("arc") != std::string::npos);  // what a mouse sees
  CHECK(pen.what.find("bar") != std::string::npos);    // what a pen looks at
  CHECK(mouse.advice == kText);
  CHECK(pen.advice == kText);
}

TEST_CASE("a step without a text is told by the lesson's summary") {
  auto lesson = support::field().step(StepKind::NeedleWork).lesson();
  lesson.summary = "Dots in a field.";
  CHECK(coach_line(begun(lesson)).advice == "Dots in a field.");
}

TEST_CASE("whose own hand stretches the skin is told so first, with mouse and with pen") {
  auto lesson = place().lesson();
  lesson.stretch_by = lessons::StretchBy::Own;
  for (const bool pen : {false, true}) {
    const auto own = coach_line(begun(lesson), pen), other = coach_line(begun(place().lesson()), pen);
    CHECK(own.what.find("Hold S") == 0);
    CHECK(other.what.find("Hold S") == std::string::npos);
    CHECK(coach_line(begun(lesson), pen, true).what.find("Hold K") == 0);  // for the other hand
  }
}

TEST_CASE("after a dot it says what that dot is, with the mark of its depth") {
  const std::pair<double, DepthState> kDepths[] = {{0.05, DepthState::Epidermal},
                                                   {0.20, DepthState::Shallow},
                                                   {0.55, DepthState::Target},
                                                   {0.85, DepthState::Deep},
                                                   {1.00, DepthState::Blowout}};
  std::vector<std::string> said;
  for (const auto& [delta, state] : kDepths) {
    CAPTURE(delta);
    const auto a = after(delta);
    const auto line = coach_line(a);
    CHECK(line.state == state);
    CHECK_FALSE(line.plain);
    CHECK(says(line, words::of(*runner::last_dot_feedback(a))));
    said.push_back(line.what);
  }
  std::sort(said.begin(), said.end());
  CHECK(std::unique(said.begin(), said.end()) == said.end());
}

TEST_CASE("a right depth in a wrong place is no mark of the band") {
  CHECK(coach_line(after(0.55, {50, 50})).state != DepthState::Target);      // beside the field
  CHECK(coach_line(after(0.55, {20.2, 20.0})).state != DepthState::Target);  // on another dot
}

TEST_CASE("a dot that was taken back is spoken of no more") {
  auto a = after(0.85);
  a.skin.dots.back().withdrawn = true;
  CHECK(coach_line(a).state == DepthState::Target);
  for (auto& dot : a.skin.dots) dot.withdrawn = true;
  CHECK(coach_line(a).plain);
}

TEST_CASE("when the skin has healed the step speaks, not a dot of the session before") {
  auto lesson = support::field().sessions({0.5, 1.0}).lesson();
  lesson.steps[2].text = "Now the rest.";
  auto a = begun(lesson);
  a.skin.dots = {support::dot(0, {20, 20}, 0.85)};
  CHECK(coach_line(a).state == DepthState::Deep);
  a.step = 2;
  a.skin.treatment_session = 2;
  a.skin.healings = {30};
  const auto line = coach_line(a);
  CHECK(line.plain);
  CHECK(line.what == "Now the rest.");
  CHECK(line.advice.empty());
}

TEST_CASE("a needle that cannot reach the band is spoken of before the first dot, in place of how to press") {
  auto a = begun(place().lesson());
  a.skin.machine.set_um = 700;
  const auto line = coach_line(a);
  CHECK(worst(a).fault == runner::ToolFault::SetTooShort);
  CHECK(says(line, words::of(worst(a), tool_keys(false))));
  CHECK(line.state == DepthState::Shallow);
  CHECK_FALSE(line.plain);
}

TEST_CASE(
    "after a dot a notice that costs points warns, one that does not is plain, and both come before the "
    "dot") {
  auto a = after(0.55);
  a.skin.machine.set_um = 700;
  CHECK(coach_line(a).state == DepthState::Shallow);
  CHECK_FALSE(coach_line(a).plain);
  a = after(0.85);
  a.skin.machine.rate_mhz = 60'000;
  a.skin.equipped_us = a.skin.dots.back().t_us;
  a.skin.equipped_us += engine::core::Span{1};
  REQUIRE(worst(a).fault == runner::ToolFault::RateUnusual);
  CHECK(coach_line(a).plain);
  CHECK(coach_line(a).state == DepthState::Target);
  CHECK(says(coach_line(a), words::of(worst(a), tool_keys(false))));
  // The next dot is answered again.
  a.skin.equipped_us = a.skin.dots.back().t_us;
  CHECK(coach_line(a).state == DepthState::Deep);
}

TEST_CASE("a dry needle is told how to run before its first mark, and again when the skin has healed") {
  auto a = scarred();
  REQUIRE(a.skin.machine.dry);
  CHECK(coach_line(a).plain);
  CHECK(coach_line(a).advice == "Line beside line.");
  a.skin.dry_marks = {mark(a, {30, 30}, 800)};
  CHECK_FALSE(coach_line(a).plain);
  a.skin.treatment_session = 2;
  CHECK(coach_line(a).plain);
}

TEST_CASE("a run of a dry needle is judged when it has ended") {
  auto a = scarred();
  a.skin.dry_marks = {mark(a, {30, 30}, 800), mark(a, {32, 30}, 0)};
  a.skin.contact = engine::sim::Contact{};
  a.skin.contact->has_open_mark = true;
  CHECK(coach_line(a).state == DepthState::Target);
  a.skin.contact.reset();
  CHECK(coach_line(a).state == DepthState::Shallow);
}

TEST_CASE(
    "a dry mark through the skin is a blowout, one of less than half a millimetre light, one between right") {
  auto a = scarred();
  // 0.95 of 1.18 mm are 1.121 mm.
  const std::pair<int, DepthState> kMarks[] = {{300, DepthState::Shallow},
                                               {499, DepthState::Shallow},
                                               {500, DepthState::Target},
                                               {1121, DepthState::Target},
                                               {1122, DepthState::Blowout}};
  for (const auto& [um, state] : kMarks) {
    CAPTURE(um);
    a.skin.dry_marks = {mark(a, {30, 30}, um)};
    CHECK(coach_line(a).state == state);
  }
  a.skin.dry_marks = {mark(a, {30, 30}, 300)};
  CHECK(coach_line(a).what.find("0.30 mm") != std::string::npos);
}

TEST_CASE("the last mark decides what is said, all of them how much of the scar is worked") {
  auto a = scarred();
  const auto work_up_to = [&](double end) {
    a.skin.dry_marks.clear();
    for (double x = 15; x <= end; x += 0.5)
      for (double y = 15; y <= 45; y += 0.5) a.skin.dry_marks.push_back(mark(a, {x, y}, 800));
  };
  work_up_to(30);  // half of 15 .. 45, and what a mark reaches beyond: half a millimetre of 30
  const auto half = coach_line(a).what;
  CHECK((half.starts_with("51 %") || half.starts_with("52 %")));
  work_up_to(45);
  const auto whole = coach_line(a);
  CHECK(whole.what.starts_with("100 %"));
  work_up_to(30);
  CHECK(coach_line(a).advice != whole.advice);  // go on; enough
  a.skin.dry_marks.push_back(mark(a, {40, 40}, 1180));
  CHECK(coach_line(a).state == DepthState::Blowout);
}

TEST_CASE("what must be answered at once is said in place of the coach, and plainly") {
  auto a = after(0.85);
  const auto view = make_work_view(a, make_gauges(a, {}, 14), "Nothing to take back.");
  CHECK(view.coach.what == "Nothing to take back.");
  CHECK(view.coach.advice.empty());
  CHECK(view.coach.plain);
  CHECK(view.coach.state == DepthState::Target);
  CHECK(make_work_view(a, make_gauges(a, {}, 14), "").coach.state == DepthState::Deep);
}

TEST_CASE("the work speaks to a pen where depth is measured, to a mouse where it is not") {
  const auto a = begun(place().lesson());
  CHECK(make_work_view(a, make_gauges(a, {}, 14, true), "").coach.what == coach_line(a, true).what);
  CHECK(make_work_view(a, make_gauges(a, {}, 14, false), "").coach.what == coach_line(a, false).what);
}
