#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "engine/core/moment.h"
#include "engine/skin/machine.h"
#include "trainer/ui/brief/brief_screen.h"
#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/skin/ink.h"
#include "trainer/ui/tray/tray.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/verdict.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer;
using namespace trainer::ui;

namespace {

std::shared_ptr<const assessment::Site> site() {
  lessons::Lesson lesson;
  lesson.id = "field";
  lesson.title = "A field";
  lesson.canvas = engine::scalp::Pad{};
  lesson.zones = {
      {"field", engine::scalp::PolygonShape{{engine::scalp::Vec2{10, 10}, engine::scalp::Vec2{30, 10},
                                             engine::scalp::Vec2{30, 30}, engine::scalp::Vec2{10, 30}}}}};
  lessons::Target target;
  target.zone = "field";
  target.density_cm2 = 40;
  lesson.targets = {target};
  lesson.steps = {{lessons::StepKind::NeedleWork, "Fill the field", "Evenly."},
                  {lessons::StepKind::Review, "Review", ""}};
  lesson.rubric = engine::scoring::pad_pattern_rubric();
  auto made = assessment::Site::make(lesson);
  REQUIRE(made);
  return *made;
}

struct Hand {
  runner::Attempt attempt = runner::begin(site());
  std::int64_t t = 0;
  void press(double u, double v, Span dwell_us) {
    for (const bool contact : {true, false}) {
      t += contact ? 1'000'000 : dwell_us.us;
      runner::apply(attempt, engine::sim::Event{
                                 engine::sim::NeedleMoved{{.t_us = AttemptTime{t},
                                                           .at = engine::scalp::canvas_point_from_mm({u, v}),
                                                           .pressure = {},
                                                           .tilt = {},
                                                           .contact = contact}}});
    }
  }
};

}  // namespace

TEST_CASE("the depth gauge shows the last dots, and the press in progress instead while it lasts") {
  Hand hand;
  hand.press(15, 15, Span{150'000});
  hand.press(20, 20, Span{350'000});
  const auto idle = make_gauges(hand.attempt, std::nullopt, 14);
  REQUIRE(idle.depth.trail.size() == 2);
  CHECK(idle.depth.trail[0].state == engine::skin::DepthState::Target);
  CHECK(idle.depth.trail[1].state == engine::skin::DepthState::Deep);
  CHECK(idle.depth.low.value == doctest::Approx(0.38 * 1.18));
  const auto pressing = make_gauges(hand.attempt, Pressing{0.5, engine::core::Mm{1.18}}, 14);
  CHECK(pressing.depth.pressing);
  CHECK(pressing.depth.now->value == doctest::Approx(0.59));
  CHECK(pressing.depth.state == engine::skin::DepthState::Target);
}

TEST_CASE("the band of the spacing gauge follows the asked density, and the zoom warning its working zoom") {
  Hand hand;
  const auto g = make_gauges(hand.attempt, std::nullopt, 9);
  const double d_ref = 1.0 / std::sqrt(0.4);
  CHECK(g.spacing.near.value == doctest::Approx(0.55 * d_ref));
  CHECK(g.spacing.next.value == doctest::Approx(1.07 * d_ref));
  CHECK(g.working_px_per_mm == doctest::Approx(14.0));  // 15 sqrt(0.4) is less than 14
  CHECK(g.zoom_in);
  CHECK_FALSE(make_gauges(hand.attempt, std::nullopt, 10).zoom_in);
}

TEST_CASE("finishing asks only when the field is clearly not done") {
  Hand hand;
  hand.press(15, 15, Span{150'000});
  const auto doubt = runner::doubt_about(hand.attempt, runner::Onward::Finish);
  REQUIRE(doubt);
  CHECK(make_doubt_question(*doubt).body.find("1 of about 160 dots") == 0);
  for (int i = 0; i < 150; ++i) hand.press(11 + (i % 13) * 1.4, 11 + (i / 13) * 1.5, Span{150'000});
  CHECK_FALSE(runner::doubt_about(hand.attempt, runner::Onward::Finish));
}

TEST_CASE("the coach speaks of the last dot in two parts: what, and what to do") {
  Hand hand;
  hand.press(15, 15, Span{350'000});
  const auto line = coach_line(hand.attempt);
  CHECK(line.what.find("deep") != std::string::npos);
  CHECK_FALSE(line.advice.empty());
}

TEST_CASE("the books of the debrief add up to its total") {
  Hand hand;
  for (int i = 0; i < 150; ++i)
    hand.press(11 + (i % 13) * 1.4, 11 + (i / 13) * 1.5, Span{120'000 + (i % 7) * 30'000});
  const auto assessed = runner::assess(hand.attempt);
  const auto view = make_debrief_view(hand.attempt, assessed);
  REQUIRE(assessed.total);
  CHECK(view.sum_right == view.total);
  CHECK(view.total == words::points_text(*assessed.total));
  CHECK(view.ledger.size() == assessed.ledger.size());
  REQUIRE(view.traces.size() == 3);
  CHECK(view.traces[0].points.size() == assessed.dots);
}

TEST_CASE("thinning a trace keeps the extremes of every column") {
  std::vector<TracePoint> points;
  for (int i = 0; i < 10'000; ++i)
    points.push_back({AttemptTime{i}, i == 5'555 ? 9.0 : i == 3'333 ? -9.0 : (i % 10) / 10.0});
  const auto thinned = thin(points, {}, AttemptTime{10'000}, 100);
  CHECK(thinned.size() <= 200);
  double low = 0, high = 0;
  for (const auto& p : thinned) {
    low = std::min(low, p.value);
    high = std::max(high, p.value);
  }
  CHECK(low == -9.0);
  CHECK(high == 9.0);
}

TEST_CASE("dashes cover the whole line in turn") {
  const auto pieces = dashes({{0, 0}, {10, 0}, {10, 10}}, 4, 2);
  REQUIRE(pieces.size() == 4);
  CHECK(pieces[0].front().x == 0);
  CHECK(pieces[0].back().x == doctest::Approx(4));
  CHECK(pieces[1].front().x == doctest::Approx(6));
  CHECK(pieces[2].front().y == doctest::Approx(2));
}

TEST_CASE("a brief says when a pen is needed, and the question why the work does not start") {
  const auto facts = [](const assessment::Site& at) {
    std::string all;
    for (const auto& row : make_brief_view(at).facts) all += row.name + ": " + row.value + "; ";
    return all;
  };
  auto lesson = site()->lesson();
  CHECK(facts(*site()).find("pen") == std::string::npos);
  lesson.device = lessons::Needed::Pen;
  CHECK(facts(*assessment::Site::make(lesson).value()).find("Device: a pen") != std::string::npos);
  const auto question = make_pen_question({"mouse", false});
  CHECK(question.body.find("mouse") != std::string::npos);
  CHECK(question.go_command == Command::OpenDeviceCheck);
}

TEST_CASE(
    "the gauge says measured or simulated by the press that goes on, and how far a simulated depth is "
    "shifted") {
  Hand hand;
  hand.press(15, 15, Span{150'000});
  CHECK(make_gauges(hand.attempt, {}, 14).depth.simulated);
  CHECK_FALSE(make_gauges(hand.attempt,
                          Pressing{.delta = 0.5, .thickness = engine::core::Mm{1.2}, .simulated = false}, 14)
                  .depth.simulated);
  runner::apply(hand.attempt, engine::sim::Event{engine::sim::Calibrated{.t_us = AttemptTime{hand.t},
                                                                         .depth_offset_permille = 40}});
  CHECK(make_gauges(hand.attempt, {}, 14).depth.shift_permille == 40);
}

TEST_CASE(
    "with a pen in use depth is measured from the start, and the coach speaks of pressing until the bar is "
    "there") {
  Hand hand;
  CHECK(make_gauges(hand.attempt, {}, 14).depth.simulated);
  CHECK_FALSE(make_gauges(hand.attempt, {}, 14, true).depth.simulated);
  CHECK(make_work_view(hand.attempt, make_gauges(hand.attempt, {}, 14, true), "").coach.what ==
        "Press on the skin until the bar reaches the band, then lift.");
  CHECK(make_work_view(hand.attempt, make_gauges(hand.attempt, {}, 14), "")
            .coach.what.find("wait for the arc") != std::string::npos);
  hand.press(15, 15, Span{150'000});
  CHECK(make_gauges(hand.attempt, {}, 14, true).depth.simulated);  // the number shown is of that dot
  auto machine = hand.attempt.skin.machine;
  machine.dry = true;
  runner::apply(hand.attempt, engine::sim::Event{engine::sim::MachineChanged{AttemptTime{hand.t}, machine}});
  CHECK_FALSE(make_gauges(hand.attempt, {}, 14, true).depth.simulated);
}

TEST_CASE("the brief tells minutes, tray and the share of every criterion") {
  const auto view = make_brief_view(*site());
  CHECK(view.over.find("about 160 dots") != std::string::npos);
  CHECK(view.over.find("about 3 min") != std::string::npos);
  REQUIRE(view.judged.size() == 5);
  CHECK(view.judged[0].value == "20 %");
}

TEST_CASE("a step for drawing takes the pencil until a line is there") {
  auto lesson = site()->lesson();
  lesson.steps.insert(lesson.steps.begin(), {lessons::StepKind::Drawing, "Draw the line", ""});
  auto made = assessment::Site::make(lesson);
  REQUIRE(made);
  auto attempt = runner::begin(*made);
  CHECK(runner::waits_for(attempt) == runner::Waits::Line);
  CHECK(make_work_view(attempt, make_gauges(attempt, std::nullopt, 14), "").primary == "Line drawn");
  runner::apply(attempt, runner::HairlineDrawn{AttemptTime{0}, {{10'000, 10'000}, {30'000, 10'000}}});
  CHECK(runner::waits_for(attempt) != runner::Waits::Line);
  CHECK(make_work_view(attempt, make_gauges(attempt, std::nullopt, 14), "").primary == "Finish");
}

TEST_CASE("hatching fills a polygon, holes of its outline left out, and nothing beside it") {
  const std::vector<Point> square{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
  const auto lines = hatching(square, 10);
  CHECK(lines.size() == 20);
  for (const auto& [a, b] : lines) {
    CHECK(a.x + a.y == doctest::Approx(b.x + b.y));
    for (const Point& p : {a, b}) {
      CHECK(p.x >= -0.01F);
      CHECK(p.x <= 100.01F);
      CHECK(p.y >= -0.01F);
      CHECK(p.y <= 100.01F);
    }
  }
  // A notch cuts the lines that cross it in two.
  const std::vector<Point> notched{{0, 0}, {40, 0}, {50, 80}, {60, 0}, {100, 0}, {100, 100}, {0, 100}};
  CHECK(hatching(notched, 10).size() > lines.size());
  CHECK(hatching({{0, 0}, {1, 1}}, 10).empty());
}

TEST_CASE("the tray offers what the lesson allows, and says what it asks") {
  Hand hand;
  const auto tray = make_tray_view(hand.attempt);
  CHECK(tray.needles.size() == 1);
  CHECK(tray.needle == tray.needles[0].name);
  CHECK(tray.mixes.size() == 10);  // the ladder and 14 : 1
  CHECK(tray.mixes.front().words == "25 : 1");
  CHECK(tray.mixes.back().words == "undiluted");
  CHECK(tray.dilution_milli == 14'000);
  CHECK(tray.asked.empty());

  auto lesson = hand.attempt.site->lesson();
  lesson.needles = {"1RL-0.25", "3RL-0.30"};
  lesson.targets[0].dilution = 18;
  const auto asked = make_tray_view(runner::begin(*assessment::Site::make(lesson)));
  CHECK(asked.needles.size() == 2);
  CHECK(asked.asked == "This lesson asks for 18 : 1.");
  CHECK(std::any_of(asked.mixes.begin(), asked.mixes.end(),
                    [](const auto& m) { return m.dilution_milli == 18'000; }));
}

TEST_CASE("what to do next follows from how it went") {
  Hand hand;
  for (int i = 0; i < 150; ++i) hand.press(11 + (i % 13) * 1.4, 11 + (i / 13) * 1.5, Span{150'000});
  auto assessed = runner::assess(hand.attempt);
  REQUIRE_FALSE(assessed.passed);  // a grid
  CHECK(make_debrief_view(hand.attempt, assessed).actions.front().command == Command::Again);
  assessed.passed = true;
  CHECK(make_debrief_view(hand.attempt, assessed).actions.front().command == Command::NextLesson);
  CHECK(make_debrief_view(hand.attempt, assessed, true).actions.front().command == Command::StartWork);
}

TEST_CASE(
    "the tray mixes by parts, offers greys with an undertone, and folds the machine away with usual values") {
  Hand hand;
  auto machine = hand.attempt.skin.machine;
  machine.set_um = 700;
  runner::apply(hand.attempt, engine::sim::Event{engine::sim::MachineChanged{AttemptTime{0}, machine}});
  const auto tray = make_tray_view(hand.attempt, {.more = true, .pigment_parts = 2});
  CHECK(tray.water == 28);
  CHECK(tray.pigment_parts == 2);
  CHECK(tray.pigments == std::vector<std::string>{"grey", "cool grey", "neutral grey", "warm grey"});
  CHECK(tray.pigment == "grey");
  CHECK(tray.more);
  REQUIRE(tray.rows.size() == 3);
  CHECK(tray.rows[0].value == "0.7 mm");
  CHECK(tray.rows[0].less == 600);
  CHECK(tray.rows[0].more == 800);
  CHECK(tray.rows[1].value == "3.0 mm");
  CHECK(tray.rows[2].value == "6.0 V, 100 Hz");
  CHECK(tray.rows[2].more == engine::skin::rate_mhz_of(6500));
  for (const auto& row : tray.rows) CHECK(row.usual.find("usual") != std::string::npos);
  REQUIRE(tray.notices.size() == 1);
  CHECK(tray.notices[0].fault == runner::ToolFault::SetTooShort);
  CHECK_FALSE(make_tray_view(hand.attempt).more);
}

TEST_CASE("the coach says at once that a needle cannot reach the band, and stops when it is mended") {
  Hand hand;
  auto machine = hand.attempt.skin.machine;
  machine.set_um = 700;
  runner::apply(hand.attempt, engine::sim::Event{engine::sim::MachineChanged{AttemptTime{0}, machine}});
  CHECK(coach_line(hand.attempt).what.find("Set out 0.7 mm") == 0);
  hand.press(15, 15, Span{400'000});
  CHECK(coach_line(hand.attempt).what.find("Set out 0.7 mm") == 0);
  machine.set_um = 1800;
  runner::apply(hand.attempt, engine::sim::Event{engine::sim::MachineChanged{AttemptTime{hand.t}, machine}});
  hand.press(20, 20, Span{150'000});
  CHECK(coach_line(hand.attempt).what.find("In the band") == 0);
}

TEST_CASE("needling counts the scar, not dots, and heals before the dots") {
  auto lesson = site()->lesson();
  lesson.tissue = {{engine::scalp::TissueKind::FlatScar, "field"}};
  lesson.steps = {{lessons::StepKind::Needling, "Dry", ""},
                  {lessons::StepKind::Healing, "Wait", ""},
                  {lessons::StepKind::NeedleWork, "Dots", ""}};
  runner::Attempt attempt = runner::begin(*assessment::Site::make(lesson));
  CHECK(coach_line(attempt).what == "Run the dry needle over the scar, line beside line.");
  CHECK(runner::onward(attempt) == runner::Onward::EndSession);
  auto gauges = make_gauges(attempt, std::nullopt, 14);
  REQUIRE(gauges.coverage.needled.has_value());
  CHECK(*gauges.coverage.needled == 0.0);
  CHECK(gauges.pigment == "dry, no pigment");
  const auto view = make_work_view(attempt, gauges, "");
  CHECK(view.primary == "Let it heal");
  CHECK(view.steps.front() == "1 Needle");
  REQUIRE(runner::doubt_about(attempt, runner::Onward::EndSession).has_value());
  std::int64_t t = 0;
  for (double y = 10.2; y < 30; y += 0.6)
    for (int i = 0; i <= 100; ++i) {
      t += 10'000;
      const auto at = engine::scalp::canvas_point_from_mm({10.1 + 0.198 * i, y});
      runner::apply(attempt, engine::sim::Event{engine::sim::NeedleMoved{{.t_us = AttemptTime{t},
                                                                          .at = at,
                                                                          .pressure = std::uint16_t{3900},
                                                                          .tilt = {},
                                                                          .contact = i < 100}}});
    }
  CHECK(attempt.skin.dots.empty());
  CHECK(*make_gauges(attempt, std::nullopt, 14).coverage.needled > 0.97);
  CHECK(coach_line(attempt).what ==
        fmt::format("{:.0f} % of the scar is worked.",
                    100 * *make_gauges(attempt, std::nullopt, 14).coverage.needled));
  CHECK_FALSE(runner::doubt_about(attempt, runner::Onward::EndSession).has_value());
}
