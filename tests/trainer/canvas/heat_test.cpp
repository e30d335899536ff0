#include "trainer/canvas/heat.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/here.h"
#include "trainer/lessons/package.h"
#include "trainer/robots/robot.h"

using namespace trainer;
using namespace trainer::canvas;

namespace {

runner::Attempt done_by(const char* robot) {
  const auto package = lessons::load_package(support::source_dir() + "/lessons/even-dots").package.value();
  const auto site = assessment::Site::make(package.lesson).value();
  return runner::fold(site, robots::perform(site, robot, 1.0, 4).value());
}

double mean_error(const HeatMap& map) {
  double sum = 0.0;
  for (const auto& cell : map.cells) sum += std::fabs(cell.value);
  return sum / static_cast<double>(map.cells.size());
}

}  // namespace

TEST_CASE("the density map is pale over an expert's work and dark over uneven work") {
  const auto expert = make_heat(done_by("expert"), ui::Overlay::DensityMap),
             crowded = make_heat(done_by("border-only"), ui::Overlay::DensityMap);
  REQUIRE(expert.cells.size() > 200);
  CHECK(mean_error(expert) < 0.15);
  CHECK(mean_error(crowded) > 0.6);
  CHECK(std::none_of(expert.cells.begin(), expert.cells.end(),
                     [](const HeatCell& c) { return c.sign && std::fabs(c.value) < 0.3; }));
  CHECK(std::any_of(crowded.cells.begin(), crowded.cells.end(), [](const HeatCell& c) { return c.sign; }));
}

TEST_CASE("dots in band, evenly spaced and free of rows carry no colour; rows do") {
  const auto expert = done_by("expert"), rows = done_by("rows");
  for (const auto& dot : make_heat(expert, ui::Overlay::DepthMap).dots) CHECK(std::fabs(dot.value) < 0.2);
  CHECK(make_heat(expert, ui::Overlay::SpacingMap).dots.size() > 300);
  CHECK(make_heat(expert, ui::Overlay::Rows).legend.title == "No rows");
  const auto found = make_heat(rows, ui::Overlay::Rows);
  CHECK(std::count_if(found.dots.begin(), found.dots.end(), [](const HeatDot& d) { return d.value > 0.5; }) >
        60);
}
