#include "trainer/runner/attempt.h"
#include "engine/core/moment.h"
#include "trainer/runner/decide.h"
#include "trainer/runner/feedback.h"
#include "trainer/runner/progress.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/support/lessons.h"
#include "tests/support/samples.h"
#include "trainer/runner/samples.h"

using engine::core::AttemptTime;

using namespace trainer;
using namespace trainer::runner;

namespace {

lessons::Lesson pad_lesson() {
  using lessons::StepKind;
  return support::field().step(StepKind::Brief).step(StepKind::NeedleWork).step(StepKind::Review).lesson();
}

std::shared_ptr<const assessment::Site> site() {
  return assessment::Site::make(pad_lesson()).value();
}

std::string tap(int i, double x, double y) {
  return support::tap(i * 400'000, x, y);
}

}  // namespace

TEST_CASE("taps played from text become dots at the given places, and the brief is passed by itself") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += tap(i, 16 + 0.5 * i, 20 + 0.3 * i) + "\n";
  const auto events = play(site(), text, {});
  REQUIRE(events.has_value());
  const Attempt attempt = fold(site(), *events);
  REQUIRE(attempt.skin.dots.size() == 50);
  for (int i = 0; i < 50; ++i)
    CHECK(attempt.skin.dots[static_cast<std::size_t>(i)].at ==
          engine::scalp::canvas_point_from_mm({16 + 0.5 * i, 20 + 0.3 * i}));
  CHECK(attempt.step == 1);
  CHECK(attempt.finished.has_value());
}

TEST_CASE("time that falls is refused with its line") {
  const auto events = play(site(), tap(3, 20, 20) + tap(1, 21, 21), {});
  REQUIRE_FALSE(events.has_value());
  CHECK(events.error().where.line == 3);
  CHECK(events.error().where.field == "t_us");
}

TEST_CASE("undo and redo from text withdraw and return the last lift") {
  const auto undone = play(site(), tap(0, 20, 20) + tap(1, 22, 22) + "{\"event\":\"undo\"}\n", {});
  REQUIRE(undone.has_value());
  const Attempt a = fold(site(), *undone);
  CHECK_FALSE(a.skin.dots[0].withdrawn);
  CHECK(a.skin.dots[1].withdrawn);
  const auto redone =
      play(site(), tap(0, 20, 20) + tap(1, 22, 22) + "{\"event\":\"undo\"}\n{\"event\":\"redo\"}\n", {});
  REQUIRE(redone.has_value());
  CHECK_FALSE(fold(site(), *redone).skin.dots[1].withdrawn);
}

TEST_CASE("an attempt that is finished takes nothing more") {
  const auto events = play(site(), tap(0, 20, 20), {});
  const Attempt attempt = fold(site(), *events);
  CHECK_FALSE(decide(attempt, NextStep{AttemptTime{9'000'000}}, {}).has_value());
}

TEST_CASE("folding to a time is folding the events up to it") {
  const auto events = play(site(), tap(0, 20, 20) + tap(1, 22, 22) + tap(2, 24, 24), {}).value();
  CHECK(fold_to(site(), events, AttemptTime{399'999}).skin.dots.size() == 1);
  CHECK(digest(fold_to(site(), events, AttemptTime{9'000'000})) == digest(fold(site(), events)));
}

TEST_CASE("the last dot is explained at once") {
  const auto events = play(site(), tap(0, 20, 20) + tap(1, 20.3, 20), {}).value();
  const auto feedback = last_dot_feedback(fold(site(), events));
  REQUIRE(feedback.has_value());
  CHECK(feedback->number == 1);
  CHECK(feedback->nearest->value == doctest::Approx(0.3));
  CHECK(feedback->doublet);
  CHECK(feedback->on_target);
}

TEST_CASE("the worst of place, depth and distance is named") {
  // 40 per cm2: the reference distance is 1.58 mm.
  const auto said = [](const std::string& text) {
    return last_dot_feedback(fold(site(), play(site(), text, {}).value())).value();
  };
  const std::string start = tap(0, 20, 20) + tap(1, 21.6, 20) + tap(2, 20.8, 21.4) + tap(3, 22.4, 21.4);
  CHECK(said(start).cue == DotCue::InBand);
  const auto crowded = said(start + tap(4, 21.7, 22.2));
  CHECK(crowded.crowded);
  CHECK_FALSE(crowded.doublet);
  CHECK(crowded.cue == DotCue::CrowdsDot);
  const auto far = said(start + tap(4, 30, 30));
  CHECK(far.far);
  CHECK(far.cue == DotCue::FarFromDot);
  CHECK(said(start + tap(4, 22.4, 21.9)).cue == DotCue::Doublet);
  CHECK(said(start + tap(4, 50, 50)).cue == DotCue::Outside);
}

TEST_CASE("a depth is mended by pressure where a pen measured it, by time where a mouse only lasted") {
  const auto said = [](const char* pressure, int dwell_us) {
    const std::string text = fmt::format(
        "{{\"t_us\":0,\"at\":[20,20]{},\"contact\":true}}\n{{\"t_us\":{},\"at\":[20,20],\"contact\":false}}"
        "\n",
        pressure, dwell_us);
    return last_dot_feedback(fold(site(), play(site(), text, {}).value())).value();
  };
  const auto is = [](const DotFeedback& f, DotCue cue, bool measured) {
    return f.cue == cue && f.measured == measured;
  };
  CHECK(is(said(",\"pressure\":0.75", 150'000), DotCue::Deep, true));
  CHECK(is(said(",\"pressure\":0.2", 150'000), DotCue::Light, true));
  CHECK(is(said(",\"pressure\":1.0", 150'000), DotCue::Blowout, true));
  CHECK(is(said("", 350'000), DotCue::Deep, false));
  CHECK(is(said("", 50'000), DotCue::Light, false));
  CHECK(is(said("", 10'000), DotCue::BarelyTouched, false));
}

TEST_CASE("a dot in a no-go zone is never praised") {
  auto lesson = pad_lesson();
  lesson.zones.push_back(
      {"mole", engine::scalp::DiscShape{engine::geometry::Vec2{30, 30}, engine::core::Mm{4}}});
  lesson.no_go = {"mole"};
  const auto ground = assessment::Site::make(lesson).value();
  const auto feedback = last_dot_feedback(fold(ground, play(ground, tap(0, 30, 30), {}).value()));
  REQUIRE(feedback.has_value());
  CHECK(feedback->forbidden);
  CHECK(feedback->cue == DotCue::Forbidden);
}

TEST_CASE("after the lesson's time no contact begins, and what was begun ends") {
  auto lesson = pad_lesson();
  lesson.time_limit_s = 2;
  const auto ground = assessment::Site::make(lesson).value();
  std::string text;
  for (int i = 0; i < 10; ++i) text += tap(i, 20 + i, 20);  // every 0.4 s: the sixth begins at 2.0 s
  const Attempt attempt = fold(ground, play(ground, text, {}).value());
  CHECK(attempt.skin.dots.size() == 5);
  CHECK(attempt.finished.has_value());
  Attempt late = begin(ground);
  CHECK(time_is_up(late, AttemptTime{2'000'000}));
  CHECK_FALSE(time_is_up(late, AttemptTime{1'999'999}));
  CHECK_FALSE(decide(late,
                     MoveNeedle{{.t_us = AttemptTime{2'100'000},
                                 .at = {20'000, 20'000},
                                 .pressure = {},
                                 .tilt = {},
                                 .contact = true}},
                     {})
                  .has_value());
}

namespace {

std::shared_ptr<const assessment::Site> three_sessions() {
  using lessons::StepKind;
  auto lesson = pad_lesson();
  lesson.steps = {{.kind = StepKind::NeedleWork, .title = "1", .share = 0.3},
                  {.kind = StepKind::Healing, .title = "h", .days = 12},
                  {.kind = StepKind::NeedleWork, .title = "2", .share = 0.7},
                  {.kind = StepKind::Healing, .title = "h", .days = 30},
                  {.kind = StepKind::NeedleWork, .title = "3"},
                  {.kind = StepKind::Review, .title = "Review"}};
  return assessment::Site::make(lesson).value();
}

}  // namespace

TEST_CASE("the skin heals at the healing step, for as long as the lesson says or as the samples say") {
  const auto events = play(three_sessions(),
                           tap(0, 20, 20) + "{\"event\":\"next_step\"}\n" + tap(2, 24, 24) +
                               "{\"event\":\"heal\",\"days\":45}\n" + tap(4, 28, 28),
                           {});
  REQUIRE(events.has_value());
  const Attempt a = fold(three_sessions(), *events);
  CHECK(a.skin.healings == std::vector<std::int32_t>{12, 45});
  REQUIRE(a.skin.dots.size() == 3);
  for (std::uint16_t i = 0; i < 3; ++i) CHECK(a.skin.dots[i].treatment_session == i + 1);
  CHECK(a.step == 4);
  CHECK(session_now(a) == 2);
  CHECK(progress(a).asked == 360);
}

TEST_CASE("skin that has healed does not heal again, and a healed dot is not undone") {
  const std::string heal = "{\"event\":\"heal\",\"days\":12}\n";
  const auto twice = play(three_sessions(), tap(0, 20, 20) + heal + heal, {});
  REQUIRE_FALSE(twice.has_value());
  CHECK(twice.error().where.line == 4);
  CHECK_FALSE(play(three_sessions(), heal + tap(1, 20, 20) + heal + tap(2, 20, 20) + heal, {}).has_value());
  const auto undone = play(three_sessions(), tap(0, 20, 20) + heal + "{\"event\":\"undo\"}\n", {});
  REQUIRE(undone.has_value());
  CHECK_FALSE(fold(three_sessions(), *undone).skin.dots[0].withdrawn);
}

TEST_CASE("a session counts what the skin has kept, and warns of a dot on a healed one") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += tap(i, 16 + 2.8 * (i % 10), 16 + 2.8 * (i / 10));
  text += "{\"event\":\"heal\",\"days\":12}\n";
  Attempt a = fold(three_sessions(), play(three_sessions(), text, {}).value());
  const Progress p = progress(a);
  CHECK(p.session == 1);
  CHECK(p.placed == p.kept);
  CHECK(p.kept > 80);
  CHECK(p.kept < 96);
  const auto kept = std::find_if(a.skin.dots.begin(), a.skin.dots.end(),
                                 [&](const auto& d) { return engine::sim::is_there(a.skin, d); });
  text += tap(200, kept->at.u_um / 1000.0 + 0.2, kept->at.v_um / 1000.0);
  a = fold(three_sessions(), play(three_sessions(), text, {}).value());
  const auto feedback = last_dot_feedback(a);
  REQUIRE(feedback.has_value());
  CHECK(feedback->over_old);
  CHECK(feedback->cue == DotCue::OnOldDot);
}

namespace {

// A field of taps by a hand that presses so hard, with the calibration of its device.
std::string field_of(double pressure, const std::string& calibration) {
  std::string text = calibration;
  int i = 0;
  for (double y = 16; y < 44; y += 1.6)
    for (double x = 16; x < 44; x += 1.6, ++i) {
      const std::int64_t t = i * 400'000;
      text += fmt::format(
          "{{\"t_us\":{},\"at\":[{},{}],\"pressure\":{},\"contact\":true}}\n{{\"t_us\":{},\"at\":[{},{}],"
          "\"contact\":false}}\n",
          t, x, y, pressure, t + 150'000, x, y);
    }
  return text;
}

assessment::Assessment assessed(const std::string& text) {
  const auto with_depth = [] {
    auto lesson = pad_lesson();
    lesson.rubric.criteria.push_back({engine::scoring::CriterionId::Depth, 30, {}});
    return assessment::Site::make(lesson).value();
  }();
  const auto events = play(with_depth, text, {});
  REQUIRE(events.has_value());
  return assess(fold(with_depth, *events), assessment::Gains::Skip);
}

}  // namespace

TEST_CASE("two pressure curves bring two hands to the same depths and the same score") {
  // A light hand on a soft pen and a heavy one on a hard pen, each with the curve of its device: 0.45 of the
  // way, and 0.8.
  const std::string soft = R"({"event":"calibration","maximum_pressure":0.4,"curve":0.574})"
                           "\n",
                    hard = R"({"event":"calibration","minimum_pressure":0.1,"curve":1.79})"
                           "\n";
  const auto depth_of = [](double pressure, const std::string& calibration) {
    const auto events = play(
        site(),
        calibration + fmt::format(R"({{"t_us":0,"at":[20,20],"pressure":{},"contact":true}})", pressure) +
            "\n" + R"({"t_us":150000,"at":[20,20],"contact":false})" + "\n",
        {});
    REQUIRE(events.has_value());
    const auto& dot = fold(site(), *events).skin.dots.at(0);
    return 1000.0 * dot.deposit_depth_um / dot.thickness_um;
  };
  CHECK(depth_of(0.132, soft) == doctest::Approx(550).epsilon(0.02));
  CHECK(depth_of(0.732, hard) == doctest::Approx(550).epsilon(0.02));
  CHECK(depth_of(0.132, "") < 300);  // the same presses without their curves
  CHECK(depth_of(0.732, "") > 750);
  const auto light = assessed(field_of(0.132, soft)), heavy = assessed(field_of(0.732, hard)),
             crossed = assessed(field_of(0.732, soft));
  const auto depth_score = [](const assessment::Assessment& a) { return *a.criteria.back().score; };
  CHECK(depth_score(light) == depth_score(heavy));
  CHECK(light.total == heavy.total);
  CHECK(depth_score(crossed) < depth_score(light));
  CHECK(depth_score(assessed(field_of(0.132, ""))) < depth_score(light));
}

TEST_CASE("a record says how its device is calibrated from the start, and never in the middle of a contact") {
  const auto events = play(site(), tap(0, 20, 20), {});
  REQUIRE(events.has_value());
  CHECK(std::holds_alternative<engine::sim::DeviceChanged>(std::get<engine::sim::Event>(events->at(0))));
  CHECK(std::holds_alternative<engine::sim::Calibrated>(std::get<engine::sim::Event>(events->at(1))));
  const auto inside = play(site(),
                           R"({"t_us":0,"at":[20,20],"pressure":0.5,"contact":true})"
                           "\n"
                           R"({"event":"calibration"})"
                           "\n",
                           {});
  REQUIRE_FALSE(inside.has_value());
  CHECK(inside.error().where.line == 2);
}

TEST_CASE("a lesson that needs a pen takes no press without pressure") {
  auto lesson = pad_lesson();
  lesson.device = lessons::Needed::Pen;
  const auto pen_site = assessment::Site::make(lesson).value();
  CHECK(play(pen_site, tap(0, 20, 20), {}).has_value());
  const auto mouse = play(pen_site,
                          R"({"t_us":0,"at":[20,20],"contact":true})"
                          "\n",
                          {});
  REQUIRE_FALSE(mouse.has_value());
  CHECK(mouse.error().refused == Refusal{Refused::NeedsPen});
}
