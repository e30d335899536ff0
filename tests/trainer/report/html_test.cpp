#include "trainer/report/html.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include "trainer/report/charts.h"

using engine::core::AttemptTime;

using namespace trainer::report;

TEST_CASE("text from a lesson cannot become markup") {
  CHECK(escape("<b>\"A & B\"</b>") == "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;");
}

TEST_CASE("whatever bytes a name has, the page stays UTF-8 without what HTML does not know") {
  CHECK(escape("a\xFF<\x1B[2J.smprec") == "a\\xff&lt;\\x1b[2J.smprec");
  CHECK(escape(std::string_view("\0", 1)) == "\\x00");
  CHECK(escape("two\nlines") == "two\nlines");
  CHECK(escape("na\xC3\xAFve \xF0\x9F\x98\x80") == "na\xC3\xAFve \xF0\x9F\x98\x80");
}

TEST_CASE("a score bar shows the score and the pass mark to scale") {
  const std::string bar = score_bar(7500, 7000);
  CHECK(bar.find("width=\"150.0\"") != std::string::npos);
  CHECK(bar.find("M140.0 0v14") != std::string::npos);
  CHECK(bar.find("below") == std::string::npos);
  CHECK(score_bar(6999, 7000).find("below") != std::string::npos);
}

TEST_CASE("a report says whether depth was measured, simulated, or both") {
  using namespace trainer;
  lessons::Lesson lesson;
  lesson.id = "field";
  lesson.canvas = engine::scalp::Pad{};
  lesson.zones = {
      {"field", engine::scalp::PolygonShape{{engine::scalp::Vec2{10, 10}, engine::scalp::Vec2{30, 10},
                                             engine::scalp::Vec2{30, 30}, engine::scalp::Vec2{10, 30}}}}};
  lesson.targets = {{.zone = "field", .density_cm2 = 40}};
  lesson.steps = {{lessons::StepKind::NeedleWork, "Fill the field", ""}};
  lesson.rubric = engine::scoring::pad_pattern_rubric();
  const auto site = assessment::Site::make(lesson).value();
  const auto page = [&](std::vector<std::optional<std::uint16_t>> presses) {
    auto attempt = runner::begin(site);
    std::int64_t t = 0;
    for (const auto& pressure : presses)
      for (const bool contact : {true, false}) {
        t += 200'000;
        const std::int32_t u = 12'000 + static_cast<std::int32_t>(t / 1000);
        runner::apply(attempt, engine::sim::Event{engine::sim::NeedleMoved{{.t_us = AttemptTime{t},
                                                                            .at = {u, 20'000},
                                                                            .pressure = pressure,
                                                                            .tilt = {},
                                                                            .contact = contact}}});
      }
    return html_report(attempt, runner::assess(attempt, assessment::Gains::Skip), {});
  };
  const auto says = [](const std::string& html, const char* words) {
    return html.find(words) != std::string::npos;
  };
  CHECK(says(page({4000}), "depth measured by pen"));
  CHECK_FALSE(says(page({4000}), "simulated from"));
  CHECK(says(page({{}}), "depth simulated from press time"));
  CHECK(says(page({4000, {}}), "in part simulated"));
  CHECK_FALSE(says(page({}), "depth measured"));
}
