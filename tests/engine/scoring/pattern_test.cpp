// Ours against values computed by other people's software (tests/data, tolerances of its README).
#include "engine/scoring/pattern.h"

#include <doctest/doctest.h>

#include <cmath>

#include "engine/scoring/trend.h"
#include "tests/support/reference.h"
#include "tests/support/references.h"

using namespace engine::scoring;

namespace {

void agree(const std::vector<reference::Row>& rows) {
  CHECK(rows.size() > 10);
  for (const auto& row : rows)
    CHECK_MESSAGE(row.holds(), row.set << ", " << row.quantity << ": ours " << row.ours << ", reference "
                                       << row.theirs << ", relative error " << row.error());
}

}  // namespace

TEST_CASE("nearest neighbours, Clark-Evans and K agree with spatstat") {
  agree(reference::pattern_rows());
  const auto polygon = reference::window("synthetic/ssi_d0.70_hairlineROI.window.json");
  CHECK_FALSE(analyse_points(reference::points("synthetic/ssi_d0.70_hairlineROI.csv"), polygon, 1.0, {})
                  .clark_evans_donnelly.has_value());
}

TEST_CASE("our own metrics agree with an independent implementation") {
  agree(reference::metric_rows());
}

TEST_CASE("depth sequences agree") {
  agree(reference::depth_rows());
}

TEST_CASE("distances between hairlines agree") {
  agree(reference::curve_rows());
}

TEST_CASE("odd input gives a defined answer") {
  const auto window = engine::geometry::Region::rectangle({0, 0}, {10, 10});
  CHECK_FALSE(analyse_points({}, window, 1.0, {}).total.has_value());
  const std::vector<engine::geometry::Vec2> one = {{5, 5}}, same(100, {5, 5}),
                                            outside = {{-5, 5}, {20, 5}, {5, 5}};
  CHECK(analyse_points(one, window, 1.0, {}).n == 1);
  const auto heap = analyse_points(same, window, 1.0, {});
  CHECK(heap.nearest->max == 0.0);
  CHECK(heap.total.value_or(0) < 1000);
  CHECK(analyse_points(outside, window, 1.0, {}).n == 3);
  CHECK_FALSE(theil_sen(std::vector<double>{1.0}).has_value());
}

TEST_CASE(
    "what would take hours is refused with the reason: too many points, too crowded, too wide a window, too "
    "long radii") {
  CHECK(can_look_over(Region::rectangle({0, 0}, {60, 60}), 1.0).has_value());
  const std::vector<Vec2> few(100, Vec2{30, 30});
  CHECK(can_analyse(few, 1.0, {}).has_value());
  const auto refused = [](const auto& result, const std::string& why) {
    return !result.has_value() && result.error().message.find(why) != std::string::npos;
  };
  CHECK(refused(can_analyse(std::vector<Vec2>(1'000'001, Vec2{30, 30}), 1.0, {}), "at most 1000000"));
  CHECK(refused(can_analyse(std::vector<Vec2>(20'000, Vec2{30, 30}), 1.0, {}), "crowded"));
  CHECK(refused(can_look_over(Region::rectangle({0, 0}, {1e9, 1e9}), 1.0), "too large"));
  std::vector<Vec2> spread;
  for (int i = 0; i < 200'000; ++i) spread.push_back({i % 447 * 1.0, i / 447 * 1.0});
  CHECK(can_analyse(spread, 1.0, {}).has_value());
  const double far[] = {400.0};
  CHECK(refused(can_analyse(spread, 1.0, far), "radii"));
}
