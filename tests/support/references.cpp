#include "tests/support/references.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"
#include "engine/geometry/curve_distance.h"
#include "engine/scoring/pattern.h"
#include "tests/support/reference.h"

namespace reference {

using namespace engine::scoring;

namespace {

constexpr double kExact = 1e-9;

// Collects the rows of one set.
class Table {
 public:
  Table(std::vector<Row>& rows, std::string set) : rows_(rows), set_(std::move(set)) {}
  Row& add(std::string quantity, double ours, double theirs, double relative = kExact,
           double absolute = 0.0) {
    rows_.push_back({.set = set_,
                     .quantity = std::move(quantity),
                     .ours = ours,
                     .theirs = theirs,
                     .relative = relative,
                     .absolute = absolute,
                     .note = {}});
    return rows_.back();
  }

 private:
  std::vector<Row>& rows_;
  std::string set_;
};

void add_k(Table& table, const PatternAnalysis& ours, const nlohmann::json& k, bool rectangle) {
  const auto& translation = k.contains("direct_trans") ? k["direct_trans"] : k["trans"];
  for (std::size_t i = 0; i < ours.r.size(); ++i) {
    const std::string at = " at " + std::to_string(ours.r[i]);
    if (!k["border"][i].is_null() && ours.k_border[i]) {
      Row& row = table.add("K border" + at, *ours.k_border[i], k["border"][i], rectangle ? kExact : 1e-3);
      if (!rectangle) row.note = "theirs counts centres in steps of 1/128 of depth, ours exactly";
    }
    const bool ties =
        k.contains("tie_pairs_within_1e-9_of_r") && k["tie_pairs_within_1e-9_of_r"][i].get<int>() > 0;
    if (ties) continue;
    Row& row =
        table.add("K translation" + at, *ours.k_translation[i], translation[i], rectangle ? kExact : 1e-3);
    if (!rectangle) row.note = "theirs on a raster";
  }
}

void add_pattern(std::vector<Row>& rows, const std::string& name) {
  const auto theirs = json(name + ".spatstat.json");
  const auto dots = points(name + ".csv");
  const auto where = window(name + ".window.json");
  const std::vector<double> r = theirs["K"]["r"];
  const auto ours = analyse_points(dots, where, static_cast<double>(dots.size()) / where.area(), r);
  Table table(rows, name);
  table.add("area", ours.area, theirs["area"]);
  table.add("intensity", ours.intensity, theirs["intensity"]);
  table.add("nearest, mean", ours.nearest->mean, theirs["nnd"]["mean"]);
  table.add("nearest, least", ours.nearest->min, theirs["nnd"]["min"]);
  table.add("nearest, greatest", ours.nearest->max, theirs["nnd"]["max"]);
  table.add("nearest, sd", ours.nearest->sd, theirs["nnd"]["sd_n1"], kExact, 1e-12);
  table.add("Clark-Evans", *ours.clark_evans, theirs["clark_evans"]["naive"]);
  if (where.is_rectangle())
    table.add("Clark-Evans, Donnelly", *ours.clark_evans_donnelly, theirs["clark_evans"]["Donnelly"]);
  add_k(table, ours, theirs["K"], where.is_rectangle());
}

void add_metrics(std::vector<Row>& rows, const std::string& name) {
  const auto theirs = json(name + ".smp.json");
  const auto where = window(name + ".window.json");
  const auto ours = analyse_points(points(name + ".csv"), where, theirs["lam0_per_mm2"], {});
  const double kernel = where.is_rectangle() ? 1e-6 : 1e-2;
  Table table(rows, name);
  // A density that falls off has no constant target.
  if (name.find("gradient") == std::string::npos) {
    table.add("density error", *ours.mean_abs_log2_ratio,
              theirs["density"]["mean_abs_log2_ratio_target_weighted"], kernel);
    table.add("density CV", *ours.relative_cv, theirs["density"]["rel_density_cv_target_weighted"], kernel);
    table.add("largest empty radius", ours.largest_empty_radius->value,
              theirs["holes"]["largest_empty_circle_r"], 0.0, 1e-3);
    table
        .add("uncovered fraction", *ours.uncovered_fraction,
             theirs["holes"]["uncovered_area_fraction_gt_dref_0p1mm_raster"], 0.0, 2e-4)
        .note = "both on a raster";
  }
  table.add("R local", *ours.r_local, theirs["spacing"]["R_local"], kernel);
  table.add("doublet fraction", *ours.doublet_fraction, theirs["spacing"]["doublet_fraction_own"], kernel,
            1e-9);
  for (const auto& [key, value] :
       {std::pair{"coherence_mean", *ours.coherence_mean}, {"coherence_max", *ours.coherence_max}}) {
    Row& row = table.add(key, value, theirs["rows"][key], 0.0);
    row.below = 0.01;
    row.above = 0.09;
    row.note = "theirs searches a lattice, ours finds the peak";
  }
}

void add_curves(std::vector<Row>& rows, const std::string& name) {
  using namespace engine::geometry;
  const std::string base = "hairline/" + name;
  const auto p = points(base + ".P.csv"), q = points(base + ".Q.csv");
  const auto theirs = json(base + ".json");
  constexpr double kSampled = 1e-4;  // mm
  Table table(rows, base);
  table.add("Hausdorff", hausdorff(p, q),
            theirs.contains("hausdorff_exact") ? theirs["hausdorff_exact"] : theirs["hausdorff_continuous"],
            0.0, kSampled);
  table.add("HD95", hausdorff_95(p, q), theirs["hd95_max_of_directed"], 0.0, kSampled);
  table.add("ASSD", mean_distance(p, q), theirs["assd_length_weighted"], 0.0, kSampled);
  table.add("Frechet", frechet(p, q), theirs["own"]["continuous_frechet"], 0.0, kSampled);
  table.add("Frechet, discrete", discrete_frechet(p, q), theirs["own"]["discrete_frechet_vertices"], 0.0,
            1e-9);
  // The crossing lines of p15 lie beside each other: there its sign comes from rounding.
  if (name != "p15_jts_doc_example")
    table.add("signed offset", signed_offset(p, q), theirs["signed_mean_offset_P_minus_Q_by_y"], 0.0,
              kSampled);
  if (theirs.contains("symmetry_P")) {
    auto mirrored = p;
    for (Vec2& at : mirrored) at.x = 2.0 * theirs["symmetry_P"]["axis_x"].get<double>() - at.x;
    table.add("asymmetry", mean_distance(p, mirrored), theirs["symmetry_P"]["assd_to_mirror"], 0.0, kSampled);
  }
  table.add("tangent, deg", engine::core::degrees(engine::core::Radians{tangent_difference(p, q)}),
            theirs["tangent_by_normalised_arclength"]["mean_abs_deg"], 0.0, 0.01);
}

void add_depth(std::vector<Row>& rows, const std::string& name) {
  const auto theirs = json(name + ".json");
  const auto ours = analyse_depth(column(name + ".csv", 0), engine::core::Mm{theirs["band"][0]},
                                  engine::core::Mm{theirs["band"][1]});
  Table table(rows, name);
  table.add("in band", ours.in_band, theirs["in_band"]);
  table.add("too deep", ours.too_deep, theirs["too_deep"]);
  table.add("too shallow", ours.too_shallow, theirs["too_shallow"]);
  table.add("mean", ours.mean, theirs["mean"]);
  table.add("sd", *ours.sd, theirs["sd_n1"]);
  table.add("drift", *ours.drift_per_dot, theirs["drift_theil_sen_per_dot"]);
}

constexpr const char* kSynthetic[] = {"synthetic/poisson_100",          "synthetic/ssi_d0.70_100",
                                      "synthetic/thomas_100",           "synthetic/square_100",
                                      "synthetic/jgrid_sd0.10_100",     "synthetic/gradient_feather12",
                                      "synthetic/ssi_d0.70_hairlineROI"};

}  // namespace

double Row::error() const {
  return theirs != 0.0 ? std::fabs(ours / theirs - 1.0) : std::fabs(ours);
}

bool Row::holds() const {
  if (below > 0.0 || above > 0.0) return ours >= (1.0 - below) * theirs && ours <= (1.0 + above) * theirs;
  return std::fabs(ours - theirs) <= std::max(relative * std::fabs(theirs), absolute);
}

std::vector<Row> pattern_rows() {
  std::vector<Row> rows;
  for (const char* name : {"spatstat/cells", "spatstat/redwood", "spatstat/japanesepines"})
    add_pattern(rows, name);
  for (const char* name : kSynthetic) add_pattern(rows, name);
  return rows;
}

std::vector<Row> metric_rows() {
  std::vector<Row> rows;
  for (const char* name : kSynthetic) add_metrics(rows, name);
  return rows;
}

std::vector<Row> curve_rows() {
  std::vector<Row> rows;
  for (const char* name :
       {"p01_identical", "p02_shift_up2mm", "p03_rotate3deg", "p04_white_noise0.6", "p15_jts_doc_example"})
    add_curves(rows, name);
  return rows;
}

std::vector<Row> depth_rows() {
  std::vector<Row> rows;
  for (const char* name : {"depth/d01_expert", "depth/d02_too_deep", "depth/d03_drift_up"})
    add_depth(rows, name);
  return rows;
}

std::vector<Row> all_rows() {
  std::vector<Row> rows = pattern_rows();
  for (const auto& more : {metric_rows(), curve_rows(), depth_rows()})
    rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

}  // namespace reference
