#include "trainer/assessment/needled.h"

#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "trainer/assessment/criticals.h"
#include "trainer/words/causes.h"

using namespace trainer;
using namespace trainer::assessment;
using engine::skin::DryMark;

namespace {

// A scar of 20 x 4 mm on a pad.
std::shared_ptr<const Site> site() {
  return Site::make(support::LessonBuilder()
                        .target(support::rectangle("scar", {20, 20}, {40, 24}), 60.0)
                        .tissue(engine::scalp::TissueKind::FlatScar, "scar")
                        .step(lessons::StepKind::Needling)
                        .step(lessons::StepKind::Healing)
                        .step(lessons::StepKind::NeedleWork)
                        .critical(engine::scoring::CriticalId::Needled, 0.8)
                        .lesson())
      .value();
}

// Marks every 0.4 mm on lines 0.7 mm apart, over the first `share` of the scar.
std::vector<DryMark> lines(double share, std::int32_t depth_um) {
  std::vector<DryMark> marks;
  for (double y = 20.3; y < 24; y += 0.7)
    for (double x = 20.2; x < 20 + 20 * share; x += 0.4)
      marks.push_back({.position = {x, y, 0}, .depth_um = depth_um, .thickness_um = 1100});
  return marks;
}

CriticalResult judged(const std::vector<DryMark>& marks) {
  return judge_criticals(*site(), {.dots = {}, .drawn_hairline = {}, .dry_marks = marks}).at(0);
}

}  // namespace

TEST_CASE("coverage is counted place by place, and only marks of the right depth count") {
  const auto all = count_needled(*site(), lines(1.0, 700));
  CHECK(all.places > 500);
  CHECK(all.share() > 0.99);
  CHECK(all.outside == 0);
  CHECK(count_needled(*site(), lines(0.5, 700)).share() == doctest::Approx(0.5).epsilon(0.06));
  CHECK(count_needled(*site(), lines(1.0, 400)).worked == 0);
  CHECK(count_needled(*site(), lines(1.0, 400)).too_shallow == lines(1.0, 400).size());
  CHECK(count_needled(*site(), lines(1.0, 1100)).too_deep == lines(1.0, 1100).size());
  CHECK(count_needled(*site(), {}).share() == 0.0);
  CHECK(count_needled(*site(),
                      std::vector<DryMark>{{.position = {30, 30, 0}, .depth_um = 700, .thickness_um = 1100}})
            .outside == 1);
}

TEST_CASE("more marks never cover less") {
  const auto marks = lines(1.0, 700);
  std::size_t last = 0;
  for (std::size_t n = 0; n <= marks.size(); n += 20) {
    const auto now = count_needled(*site(), std::span(marks).first(n)).worked;
    CHECK(now >= last);
    last = now;
  }
}

TEST_CASE("a lesson can ask for so much of the scar, at the right depth, and says what was missing") {
  CHECK(judged(lines(1.0, 700)).passed);
  CHECK_FALSE(judged(lines(0.6, 700)).passed);
  CHECK(words::detail(judged({})).find("0 % of the scar") != std::string::npos);
  CHECK(words::detail(judged(lines(1.0, 400))).find("too shallow") != std::string::npos);
  auto mixed = lines(1.0, 700);
  const auto deep = lines(0.5, 1090);
  mixed.insert(mixed.end(), deep.begin(), deep.end());
  CHECK_FALSE(judged(mixed).passed);
  CHECK(words::detail(judged(mixed)).find("through the skin") != std::string::npos);
}
