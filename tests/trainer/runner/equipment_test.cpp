#include "trainer/runner/equipment.h"
#include "engine/core/moment.h"
#include "trainer/runner/progress.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/support/lessons.h"
#include "trainer/runner/samples.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::runner;
using lessons::StepKind;

namespace {

lessons::Lesson plain() {
  auto lesson = support::LessonBuilder()
                    .target(support::square("field", 15, 45),
                            lessons::Target{.density_cm2 = 40.0, .needles = {"1RL-0.25"}})
                    .step(StepKind::NeedleWork)
                    .lesson();
  lesson.needles = {"1RL-0.25", "5RL-0.30"};
  return lesson;
}

lessons::Lesson scarred() {
  auto lesson = plain();
  lesson.tissue = {{engine::scalp::TissueKind::RaisedScar, "field"}};
  lesson.steps = {{StepKind::Brief, "Look", ""},
                  {StepKind::Needling, "Dry", ""},
                  {StepKind::Healing, "Wait", "", 1.0, 42},
                  {StepKind::NeedleWork, "Dots", ""}};
  lesson.rubric.critical = {{engine::scoring::CriticalId::Needled, 0.8}};
  return lesson;
}

std::vector<ToolFault> faults(const lessons::Lesson& lesson, const engine::skin::Machine& machine) {
  Attempt attempt = begin(assessment::Site::make(lesson).value());
  runner::apply(attempt, engine::sim::Event{engine::sim::MachineChanged{AttemptTime{0}, machine}});
  std::vector<ToolFault> list;
  for (const auto& notice : tool_notices(attempt)) list.push_back(notice.fault);
  return list;
}

// The only notice of this machine in the plain lesson.
ToolNotice only(const engine::skin::Machine& machine) {
  Attempt attempt = begin(assessment::Site::make(plain()).value());
  runner::apply(attempt, engine::sim::Event{engine::sim::MachineChanged{AttemptTime{0}, machine}});
  const auto notices = tool_notices(attempt);
  REQUIRE(notices.size() == 1);
  return notices.front();
}

using Faults = std::vector<ToolFault>;

std::string press(int i, double x, double y, int ms = 150) {
  return fmt::format(
      "{{\"t_us\":{},\"at\":[{},{}],\"contact\":true}}\n{{\"t_us\":{},\"at\":[{},{}],\"contact\":false}}\n",
      i * 1'000'000, x, y, i * 1'000'000 + ms * 1000, x, y);
}

Attempt played(const lessons::Lesson& lesson, const std::string& text) {
  const auto site = assessment::Site::make(lesson).value();
  const auto events = play(site, text, {});
  if (!events) FAIL(events.error().where.message);
  return fold(site, *events);
}

}  // namespace

TEST_CASE("usual equipment is not spoken of; each thing that does not fit is") {
  CHECK(faults(plain(), {}) == Faults{});
  CHECK(faults(plain(), {.set_um = 700}) == Faults{ToolFault::SetTooShort});
  CHECK(faults(plain(), {.needle = {5, 300}}) == Faults{ToolFault::WrongNeedle});
  CHECK(faults(plain(), {.dilution_milli = 9'000}) == Faults{ToolFault::TooDark});
  CHECK(faults(plain(), {.dilution_milli = 20'000}) == Faults{});
  CHECK(faults(plain(), {.rate_mhz = 60'000}) == Faults{ToolFault::RateUnusual});
  CHECK(faults(plain(), {.rate_mhz = 190'000}) == Faults{ToolFault::RateUnusual});
  CHECK(faults(plain(), {.rate_mhz = 0}) == Faults{});
  CHECK(faults(plain(), {.stretch_permille = 0}) == Faults{ToolFault::Slack});
  CHECK(faults(plain(), {.set_um = 2500, .stroke_um = 2000}) ==
        Faults{ToolFault::SetBeyondStroke, ToolFault::SetTooDeep, ToolFault::StrokeUnusual});
}

TEST_CASE("a notice carries the numbers that tell it") {
  const ToolNotice reach = only({.set_um = 700});
  CHECK(reach.set_out.value == doctest::Approx(0.7));
  CHECK(reach.reach.value < reach.asked.value);
  CHECK(reach.needed.value >= 1.5);
  const ToolNotice needle = only({.needle = {5, 300}});
  CHECK(needle.needle == engine::skin::Needle{5, 300});
  CHECK(needle.right_needle == "1RL-0.25");
  CHECK_FALSE(needle.low);
  const ToolNotice dark = only({.dilution_milli = 9'000});
  CHECK(dark.mixed == 9.0);
  CHECK(dark.asked_mix == 14.0);
  const ToolNotice slow = only({.rate_mhz = 60'000}), fast = only({.rate_mhz = 190'000});
  CHECK(slow.low);
  CHECK_FALSE(fast.low);
  CHECK(slow.rate.value == 60.0);
  CHECK(slow.volts == doctest::Approx(3.6));
  const ToolNotice stroke = only({.stroke_um = 4500});
  CHECK(stroke.fault == ToolFault::StrokeUnusual);
  CHECK(stroke.stroke.value == doctest::Approx(4.5));
  CHECK_FALSE(stroke.low);
}

TEST_CASE("what costs points says so; what is only unusual does not") {
  CHECK(only({.set_um = 700}).costs);
  CHECK(only({.stretch_permille = 0}).costs);
  CHECK(only({.needle = {5, 300}}).costs);
  CHECK(only({.dilution_milli = 9'000}).costs);
  CHECK_FALSE(only({.rate_mhz = 60'000}).costs);
  CHECK_FALSE(only({.stroke_um = 4500}).costs);
}

TEST_CASE("what the lesson put on the tray is not held against anyone") {
  auto lesson = plain();
  lesson.machine.rate_mhz = 60'000;
  CHECK(faults(lesson, lesson.machine) == Faults{});
}

TEST_CASE("a warm skin and a cool grey do not go together") {
  auto lesson = plain();
  lesson.canvas = engine::scalp::Client{.undertone = engine::scalp::Undertone::Warm};
  lesson.zones.clear();
  lesson.targets.clear();
  CHECK(faults(lesson, {.pigment = "cool grey"}) == Faults{ToolFault::Undertone});
  CHECK(faults(lesson, {.pigment = "warm grey"}) == Faults{});
  CHECK(faults(lesson, {.pigment = "grey"}) == Faults{});
}

TEST_CASE("what makes every dot a fault is said until it is mended, the rest until the next dot") {
  const std::string dot = press(2, 30, 30);
  const auto now = [&](const std::string& text) -> std::optional<ToolFault> {
    const auto notice = tool_notice_now(played(plain(), text));
    return notice ? std::optional(notice->fault) : std::nullopt;
  };
  CHECK(now("{\"event\":\"tool\",\"set_mm\":0.7}\n" + dot) == ToolFault::SetTooShort);
  CHECK(now("{\"event\":\"tool\",\"set_mm\":0.7}\n" + dot + "{\"event\":\"tool\",\"set_mm\":1.8}\n") ==
        std::nullopt);
  CHECK(now("{\"event\":\"tool\",\"needle\":\"5RL-0.30\"}\n" + dot) == ToolFault::WrongNeedle);
  CHECK(now(dot + "{\"event\":\"tool\",\"dilution\":9}\n") == ToolFault::TooDark);
  CHECK(now("{\"event\":\"tool\",\"dilution\":9}\n" + dot) == std::nullopt);
  CHECK(now(dot) == std::nullopt);
}

TEST_CASE("an own hand: slack until it stretches, and only the dots placed in slack skin are spoken of") {
  auto lesson = plain();
  lesson.stretch_by = lessons::StretchBy::Own;
  CHECK(begin(assessment::Site::make(lesson).value()).skin.machine.stretch_permille == 0);
  const std::string stretch = "{\"event\":\"tool\",\"stretch\":1}\n",
                    let_go = "{\"event\":\"tool\",\"stretch\":0}\n";
  const Attempt good = played(lesson, stretch + press(1, 30, 30) + let_go),
                bad = played(lesson, press(1, 30, 30));
  CHECK_FALSE(tool_notice_now(good).has_value());
  REQUIRE(tool_notice_now(bad).has_value());
  CHECK(tool_notice_now(bad)->fault == ToolFault::Slack);
  CHECK(bad.skin.dots[0].deposit_depth_um < good.skin.dots[0].deposit_depth_um);
}

TEST_CASE(
    "tool events: volts for hertz, parts for a dilution, a stroke; what contradicts itself is refused") {
  const Attempt a = played(plain(),
                           "{\"event\":\"tool\",\"voltage_v\":7.5,\"parts\":[28,2],\"stroke_mm\":3.5,"
                           "\"pigment\":\"warm grey\"}\n");
  CHECK(a.skin.machine.rate_mhz == 125'000);
  CHECK(a.skin.machine.dilution_milli == 14'000);
  CHECK(a.skin.machine.stroke_um == 3500);
  CHECK(a.skin.machine.pigment == "warm grey");
  const auto site = assessment::Site::make(plain()).value();
  for (const char* line : {"\"voltage_v\":7,\"rate_hz\":100", "\"parts\":[14,1],\"dilution\":14",
                           "\"parts\":[14,0]", "\"parts\":[1.5,1]", "\"parts\":[41,1]", "\"stroke_mm\":9",
                           "\"voltage_v\":-1", "\"needle\":\"1RL-0.25XL\""}) {
    CAPTURE(line);
    CHECK_FALSE(play(site, fmt::format("{{\"event\":\"tool\",{}}}\n", line), {}).has_value());
  }
}

TEST_CASE(
    "needling is dry, may run, and heals before the dots; its dots belong to the first treatment session") {
  std::string text;
  int i = 0;
  for (double y = 15.3; y < 45; y += 0.7, ++i) {
    const auto line = [&](std::int64_t t, double x, bool contact) {
      return fmt::format("{{\"t_us\":{},\"at\":[{},{}],\"pressure\":0.6,\"contact\":{}}}\n", t, x, y,
                         contact);
    };
    text += line(i * 2'000'000, 15.2, true) + line(i * 2'000'000 + 1'500'000, 44.8, false);
  }
  const std::string dots = press(200, 20, 20) + press(201, 25, 20);
  const Attempt done = played(scarred(), text + "{\"event\":\"heal\",\"days\":42}\n" + dots);
  CHECK(done.skin.dry_marks.size() > 3000);
  REQUIRE(done.skin.dots.size() == 2);
  CHECK(done.step == 3);
  CHECK_FALSE(done.skin.machine.dry);
  CHECK(done.skin.dots[0].skin_depth == 875);
  CHECK(done.site->sessions().size() == 1);
  CHECK(done.site->session_of(done.skin.dots[0]) == 0);
  CHECK(progress(done).placed == 2);
  CHECK(assess(done).critical.at(0).passed);
  const Attempt skipped = played(
      scarred(), "{\"event\":\"next_step\"}\n{\"event\":\"next_step\"}\n{\"event\":\"next_step\"}\n" + dots);
  CHECK(skipped.skin.dots[0].skin_depth == 750);
  CHECK_FALSE(assess(skipped).critical.at(0).passed);
  CHECK_FALSE(play(done.site, text + "{\"event\":\"undo\"}\n", {}).has_value());
}
