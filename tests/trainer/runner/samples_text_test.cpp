#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "tests/support/lessons.h"
#include "tests/support/samples.h"
#include "trainer/assessment/score_json.h"
#include "trainer/runner/sample_line.h"
#include "trainer/runner/samples.h"
#include "trainer/runner/samples_text.h"

using namespace trainer;
using namespace trainer::runner;
using support::event;
using support::up;

namespace {

lessons::Lesson two_visits() {
  using lessons::StepKind;
  return support::field()
      .step(StepKind::Brief)
      .step(StepKind::Drawing)
      .step(StepKind::Needling)
      .step(StepKind::NeedleWork)
      .step({.kind = StepKind::Healing, .title = "Heal", .days = 30})
      .step(StepKind::NeedleWork, "Again")
      .step(StepKind::Review)
      .lesson();
}

std::shared_ptr<const assessment::Site> site() {
  return assessment::Site::make(two_visits()).value();
}

const std::string kHeld = R"("pressure":0.5,"tilt_deg":[12.5,-3])";
std::string press(std::int64_t t_us, double x, double y) {
  return support::down(t_us, x, y, kHeld);
}
std::string tap(std::int64_t t_us, double x, double y, const std::string& more = kHeld) {
  return support::tap(t_us, x, y, more);
}

std::vector<AttemptEvent> played(const std::string& text) {
  auto events = play(site(), text, {});
  if (!events) FAIL(engine::core::describe(events.error().where));
  return std::move(*events);
}

// Writes the work out and plays it: state and score, both by their digests.
void check_same(const std::vector<AttemptEvent>& events) {
  const Attempt before = fold(site(), events);
  const std::string text = samples_text(site(), events);
  const Attempt after = fold(site(), played(text));
  INFO(text);
  CHECK(after.skin.dots == before.skin.dots);
  CHECK(digest(after) == digest(before));
  CHECK(after.finished->digest == before.finished->digest);
}

const std::string kToWork = event("next_step") + event("next_step") + event("next_step");
const std::string kPen = R"({"event":"device","kind":"pen","name":"A \"pen\""})"
                         "\n";
const std::string kSoft = event(
    "calibration", R"("minimum_pressure":0.1,"maximum_pressure":0.6,"curve":0.5,"upright_deg":[10,-5])");
const std::string kSlow = R"({"t_us":4500000,"event":"calibration","press_time":1.3,"depth_offset":-0.07})"
                          "\n";
const std::string kMouse = R"({"event":"device","kind":"mouse","timed":false})"
                           "\n";

}  // namespace

TEST_CASE("a calibration and a change of device in the middle are written out and played again") {
  const auto events = played(kToWork + kPen + tap(1'000'000, 20, 20) + kSoft + tap(2'000'000, 21, 20) +
                             kMouse + kSlow + tap(5'000'000, 22, 20, ""));
  const Attempt attempt = fold(site(), events);
  REQUIRE(attempt.skin.dots.size() == 3);
  CHECK(attempt.skin.dots[0].deposit_depth_um != attempt.skin.dots[1].deposit_depth_um);  // the curve matters
  CHECK(attempt.skin.dots[2].depth_source == engine::skin::DepthSource::Unknown);  // and so does the device
  check_same(events);
  CHECK(samples_text(site(), events).find(R"("curve":0.5,)") != std::string::npos);
}

TEST_CASE("steps, tools, drawings, healing and taking back come through") {
  std::string text = R"({"event":"hairline","points":[[16,40.5],[44,40.123]]})"
                     "\n" +
                     press(1'000'000, 20, 20) + up(1'900'000, 24, 20);  // the dry needle runs
  text += R"({"t_us":2500000,"event":"next_step"})"
          "\n"
          R"({"t_us":2600000,"event":"tool","needle":"1RL-0.25","rate_hz":90.5,)"
          R"("pigment":"warm grey","parts":[9,2],"stretch":0.7})"
          "\n";
  for (int i = 0; i < 6; ++i) text += tap(3'000'000 + i * 400'000, 20 + i, 22);
  text += R"({"event":"undo"})"
          "\n"
          R"({"event":"undo","dot":true})"
          "\n"
          R"({"event":"redo"})"
          "\n"
          R"({"event":"view","px_per_mm":13.571})"
          "\n";
  text += R"({"t_us":9000000,"event":"next_step"})"
          "\n" +
          tap(10'000'000, 30, 30) + press(11'000'000, 31, 30) +
          R"({"t_us":11080000,"event":"interrupt"})"
          "\n" +
          tap(11'100'000, 31, 30);
  const auto events = played(text);
  const Attempt attempt = fold(site(), events);
  CHECK(attempt.skin.dots.size() == 9);  // what comes after an interrupted contact is no bounce of it
  CHECK(attempt.skin.treatment_session == 2);
  CHECK_FALSE(attempt.skin.dry_marks.empty());
  check_same(events);
}

TEST_CASE("the healing may be passed by its step or asked for") {
  const std::string work = tap(1'000'000, 20, 20, "") +
                           R"({"event":"next_step"})"
                           "\n" +
                           tap(2'000'000, 20, 20);
  check_same(played(work +
                    R"({"t_us":3000000,"event":"heal","days":44})"
                    "\n" +
                    tap(4'000'000, 25, 20)));
  check_same(played(work +
                    R"({"t_us":3000000,"event":"next_step"})"
                    "\n" +
                    tap(4'000'000, 25, 20)));
}

TEST_CASE("what is wrong with a device line is said") {
  const auto problem = [](const char* line) {
    const auto read = read_sample_line(line, 1);
    REQUIRE_FALSE(read.has_value());
    return engine::core::describe(read.error());
  };
  CHECK(problem(R"({"event":"device"})").find("kind") != std::string::npos);
  CHECK(problem(R"({"event":"device","kind":"spoon"})").find("mouse, pen") != std::string::npos);
  CHECK(problem(R"({"event":"interrupt","t_us":-1})").find("t_us") != std::string::npos);
  CHECK(problem(R"({"event":"tool","set_mm":9})").find("from 0.5 to 3.5") != std::string::npos);
  CHECK_FALSE(play(site(), tap(1'000'000, 20, 20) + R"({"event":"undo","t_us":10})", {}).has_value());
}
