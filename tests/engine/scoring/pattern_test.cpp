// Ours against values computed by other people's software (tests/data, tolerances of its README).
#include "engine/scoring/pattern.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>

#include "engine/scoring/trend.h"
#include "tests/engine/scoring/reference.h"

using namespace engine::scoring;

namespace {

// Prints a row of the table and checks it: |ours - theirs| within `relative` of theirs or `absolute`.
void agree(const std::string& what, double ours, double theirs, double relative, double absolute = 0.0) {
  const double off = std::fabs(ours - theirs);
  MESSAGE(what << ": ours " << ours << ", reference " << theirs << ", relative error " << (theirs != 0 ? off / std::fabs(theirs) : off));
  CHECK_MESSAGE(off <= std::max(relative * std::fabs(theirs), absolute), what);
}

void nearest_and_k(const std::string& name) {
  const auto reference = reference::json(name + ".spatstat.json");
  const auto points = reference::points(name + ".csv");
  const auto window = reference::window(name + ".window.json");
  const auto& k = reference["K"];
  const std::vector<double> r = k["r"];
  const double density = static_cast<double>(points.size()) / window.area();
  const auto ours = analyse_points(points, window, density, r);
  agree(name + " area", ours.area, reference["area"], 1e-9);
  agree(name + " intensity", ours.intensity, reference["intensity"], 1e-9);
  agree(name + " nnd mean", ours.nearest->mean, reference["nnd"]["mean"], 1e-9);
  agree(name + " nnd min", ours.nearest->min, reference["nnd"]["min"], 1e-9);
  agree(name + " nnd max", ours.nearest->max, reference["nnd"]["max"], 1e-9);
  agree(name + " nnd sd", ours.nearest->sd, reference["nnd"]["sd_n1"], 1e-9, 1e-12);
  agree(name + " Clark-Evans", *ours.clark_evans, reference["clark_evans"]["naive"], 1e-9);
  CHECK(ours.clark_evans_donnelly.has_value() == window.is_rectangle());
  if (window.is_rectangle()) agree(name + " Donnelly", *ours.clark_evans_donnelly, reference["clark_evans"]["Donnelly"], 1e-9);
  const auto& translation = k.contains("direct_trans") ? k["direct_trans"] : k["trans"];
  for (std::size_t i = 0; i < r.size(); ++i) {
    // In the polygon the reference counts up to three more of 2,400 centres than the rule (b >= r, exact
    // distances) does, so its border distances must be slightly off there.
    if (!k["border"][i].is_null() && ours.k_border[i])
      agree(name + " K border " + std::to_string(r[i]), *ours.k_border[i], k["border"][i], window.is_rectangle() ? 1e-9 : 1e-3);
    const bool ties = k.contains("tie_pairs_within_1e-9_of_r") && k["tie_pairs_within_1e-9_of_r"][i].get<int>() > 0;
    if (!ties) agree(name + " K translation " + std::to_string(r[i]), *ours.k_translation[i], translation[i], window.is_rectangle() ? 1e-9 : 1e-3);
  }
}

void own_metrics(const std::string& name) {
  const auto reference = reference::json(name + ".smp.json");
  const auto window = reference::window(name + ".window.json");
  const double density = reference["lam0_per_mm2"];
  const auto ours = analyse_points(reference::points(name + ".csv"), window, density, {});
  const bool flat = window.is_rectangle();
  if (name.find("gradient") == std::string::npos) {
    agree(name + " density error", *ours.mean_abs_log2_ratio, reference["density"]["mean_abs_log2_ratio_target_weighted"], flat ? 1e-6 : 1e-2);
    agree(name + " density CV", *ours.relative_cv, reference["density"]["rel_density_cv_target_weighted"], flat ? 1e-6 : 1e-2);
    agree(name + " largest empty radius", *ours.largest_empty_radius, reference["holes"]["largest_empty_circle_r"], 0.0, 1e-3);
    agree(name + " uncovered", *ours.uncovered_fraction, reference["holes"]["uncovered_area_fraction_gt_dref_0p1mm_raster"], 0.0, 2e-4);
  }
  agree(name + " R local", *ours.r_local, reference["spacing"]["R_local"], flat ? 1e-6 : 1e-2);
  agree(name + " doublets", *ours.doublet_fraction, reference["spacing"]["doublet_fraction_own"], flat ? 1e-6 : 1e-2, 1e-9);
  for (const auto& [key, value] : {std::pair{"coherence_mean", *ours.coherence_mean}, {"coherence_max", *ours.coherence_max}}) {
    const double theirs = reference["rows"][key];
    MESSAGE(name << " " << key << ": ours " << value << ", reference " << theirs);
    CHECK(value >= 0.99 * theirs);
    CHECK(value <= 1.09 * theirs);
  }
}

}  // namespace

TEST_CASE("nearest neighbours, Clark-Evans and K agree with spatstat") {
  for (const char* name : {"spatstat/cells", "spatstat/redwood", "spatstat/japanesepines", "synthetic/poisson_100", "synthetic/ssi_d0.70_100",
                           "synthetic/thomas_100", "synthetic/square_100", "synthetic/jgrid_sd0.10_100", "synthetic/gradient_feather12", "synthetic/ssi_d0.70_hairlineROI"})
    nearest_and_k(name);
}

TEST_CASE("our own metrics agree with an independent implementation") {
  for (const char* name : {"synthetic/poisson_100", "synthetic/ssi_d0.70_100", "synthetic/thomas_100", "synthetic/square_100", "synthetic/jgrid_sd0.10_100",
                           "synthetic/gradient_feather12", "synthetic/ssi_d0.70_hairlineROI"})
    own_metrics(name);
}

TEST_CASE("depth sequences agree") {
  for (const char* name : {"depth/d01_expert", "depth/d02_too_deep", "depth/d03_drift_up"}) {
    const auto reference = reference::json(std::string(name) + ".json");
    const auto ours = analyse_depth(reference::column(std::string(name) + ".csv", 0), reference["band"][0], reference["band"][1]);
    agree(std::string(name) + " in band", ours.in_band, reference["in_band"], 1e-9);
    agree(std::string(name) + " too deep", ours.too_deep, reference["too_deep"], 1e-9);
    agree(std::string(name) + " too shallow", ours.too_shallow, reference["too_shallow"], 1e-9);
    agree(std::string(name) + " mean", ours.mean, reference["mean"], 1e-9);
    agree(std::string(name) + " sd", *ours.sd, reference["sd_n1"], 1e-9);
    agree(std::string(name) + " drift", *ours.drift_per_dot, reference["drift_theil_sen_per_dot"], 1e-9);
  }
}

TEST_CASE("odd input gives a defined answer") {
  const auto window = engine::geometry::Region::rectangle({0, 0}, {10, 10});
  CHECK_FALSE(analyse_points({}, window, 1.0, {}).total.has_value());
  const std::vector<engine::geometry::Vec2> one = {{5, 5}}, same(100, {5, 5}), outside = {{-5, 5}, {20, 5}, {5, 5}};
  CHECK(analyse_points(one, window, 1.0, {}).n == 1);
  const auto heap = analyse_points(same, window, 1.0, {});
  CHECK(heap.nearest->max == 0.0);
  CHECK(heap.total.value_or(0) < 1000);
  CHECK(analyse_points(outside, window, 1.0, {}).n == 3);
  CHECK_FALSE(theil_sen(std::vector<double>{1.0}).has_value());
}

TEST_CASE("what would take hours is refused with the reason: too many points, too crowded, too wide a window, too long radii") {
  const auto square = Region::rectangle({0, 0}, {60, 60});
  const std::vector<Vec2> few(100, Vec2{30, 30});
  CHECK(can_analyse(few, square, 1.0, {}).has_value());
  const auto refused = [](const auto& result, const std::string& why) { return !result.has_value() && result.error().message.find(why) != std::string::npos; };
  CHECK(refused(can_analyse(std::vector<Vec2>(2'000'001, Vec2{30, 30}), square, 1.0, {}), "at most 2000000"));
  CHECK(refused(can_analyse(std::vector<Vec2>(200'000, Vec2{30, 30}), square, 1.0, {}), "crowded"));
  CHECK(refused(can_analyse(few, Region::rectangle({0, 0}, {1e9, 1e9}), 1.0, {}), "too large"));
  std::vector<Vec2> spread;
  for (int i = 0; i < 200'000; ++i) spread.push_back({i % 447 * 1.0, i / 447 * 1.0});
  const auto wide = Region::rectangle({0, 0}, {448, 448});
  CHECK(can_analyse(spread, wide, 1.0, {}).has_value());
  const double far[] = {400.0};
  CHECK(refused(can_analyse(spread, wide, 1.0, far), "radii"));
}
