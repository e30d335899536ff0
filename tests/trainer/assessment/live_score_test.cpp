// The live score against the score from scratch.
#include "trainer/assessment/live_score.h"

#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "tests/support/lessons.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::core::draw_unit;
using engine::scoring::CriterionId;
using engine::skin::Dot;

namespace {

// Two targets of different density and shade, a mole in one of them, and everything that a mouse can be
// judged by.
std::shared_ptr<const Site> site() {
  auto lesson = support::LessonBuilder("live")
                    .target(support::rectangle("left", {10, 10}, {28, 40}), 30.0)
                    .target(support::rectangle("right", {32, 10}, {50, 40}),
                            lessons::Target{.density_cm2 = 50.0, .dilution = 20.0})
                    .no_go(support::rectangle("mole", {15, 20}, {18, 23}))
                    .step(lessons::StepKind::NeedleWork);
  for (const auto id :
       {CriterionId::Depth, CriterionId::Size, CriterionId::Shade, CriterionId::Placement, CriterionId::Pace})
    lesson.also_judged(id);
  return Site::make(lesson.lesson()).value();
}

Dot drawn_dot(std::uint32_t number) {
  const auto unit = [number](const char* name) { return draw_unit(5, name, number); };
  Dot d;
  d.number = number;
  d.at = engine::scalp::canvas_point_from_mm({9 + 42 * unit("x"), 9 + 32 * unit("y")});
  d.thickness_um = 1180;
  d.deposit_depth_um = static_cast<std::int32_t>(1180 * (0.35 + 0.4 * unit("depth")));
  d.diameter_um = 200 + static_cast<std::int32_t>(150 * unit("diameter"));
  d.depth_source =
      unit("device") < 0.3 ? engine::skin::DepthSource::Simulated : engine::skin::DepthSource::Measured;
  d.dilution_milli = unit("mix") < 0.5 ? 14'000 : 20'000;
  return d;
}

void same(const Assessment& scratch, const LiveScore::Scores& live) {
  CHECK(live.total == scratch.total);
  REQUIRE(live.criteria.size() == scratch.criteria.size());
  for (std::size_t i = 0; i < live.criteria.size(); ++i) {
    CAPTURE(name(live.criteria[i].id));
    CHECK(live.criteria[i].score == scratch.criteria[i].score);
    CHECK(live.criteria[i].simulated == scratch.criteria[i].simulated);
    REQUIRE(live.criteria[i].metrics.size() == scratch.criteria[i].metrics.size());
    for (std::size_t k = 0; k < live.criteria[i].metrics.size(); ++k)
      CHECK(live.criteria[i].metrics[k].value == scratch.criteria[i].metrics[k].value);
  }
}

}  // namespace

TEST_CASE("work that grows, is undone, redone and healed scores live as from scratch") {
  const auto ground = site();
  LiveScore live(ground);
  std::vector<Dot> dots;
  bool had_total = false;
  for (std::uint32_t step = 0; step < 520; ++step) {
    const double what = draw_unit(6, "what", step);
    if (what < 0.08 && !dots.empty()) {
      dots[static_cast<std::size_t>(draw_unit(6, "which", step) * static_cast<double>(dots.size()))]
          .withdrawn ^= true;
    } else if (step == 300) {
      for (Dot& d : dots) d.diameter_um = d.diameter_um * 11 / 10;  // healing
    } else {
      dots.push_back(drawn_dot(static_cast<std::uint32_t>(dots.size())));
    }
    const Work work{dots, {}, step / 100};
    live.follow(work);
    if (step % 26 != 0 && step != 300) continue;
    const Assessment scratch = assess(*ground, work, Gains::Skip);
    had_total = had_total || scratch.total.has_value();
    same(scratch, live.scores());
  }
  CHECK(had_total);
}

TEST_CASE("three treatment sessions score live as from scratch, with what the skin sheds in between") {
  lessons::Lesson lesson = site()->lesson();
  using lessons::StepKind;
  lesson.steps = {{.kind = StepKind::NeedleWork, .title = "1", .share = 0.3},
                  {.kind = StepKind::Healing, .title = "h", .days = 12},
                  {.kind = StepKind::NeedleWork, .title = "2", .share = 0.7},
                  {.kind = StepKind::Healing, .title = "h", .days = 30},
                  {.kind = StepKind::NeedleWork, .title = "3", .share = 1.0}};
  for (const char* judged_at : {"fresh", "3y"}) {
    lesson.judged_at = judged_at;
    const auto ground = Site::make(lesson).value();
    LiveScore live(ground);
    std::vector<Dot> dots;
    std::vector<std::int32_t> healings;
    bool had_total = false;
    for (std::uint32_t step = 0; step < 480; ++step) {
      const double what = draw_unit(9, "what", step);
      const std::size_t first = dots.size() > 20 ? dots.size() - 20 : 0;
      if (step == 150) healings.push_back(12);
      if (step == 300) healings.push_back(30);
      const auto session = static_cast<std::uint16_t>(healings.size() + 1);
      if (what < 0.08 && !dots.empty() && dots[first].treatment_session == session) {
        dots[first].withdrawn ^= true;
      } else {
        dots.push_back(drawn_dot(static_cast<std::uint32_t>(dots.size())));
        dots.back().treatment_session = session;
      }
      const Work work{.dots = dots, .healings = healings};
      live.follow(work);
      if (step % 40 != 0 && step != 150 && step != 300 && step != 479) continue;
      CAPTURE(step);
      const Assessment scratch = assess(*ground, work, Gains::Skip);
      had_total = had_total || scratch.total.has_value();
      same(scratch, live.scores());
      LiveScore late(ground);  // a record that is opened again
      late.follow(work);
      same(scratch, late.scores());
    }
    CHECK(had_total);
  }
}
