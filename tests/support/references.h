// Ours beside values computed by other people's software (tests/data).
#pragma once

#include <string>
#include <vector>

namespace reference {

struct Row {
  std::string set, quantity;
  double ours = 0.0, theirs = 0.0;
  double relative = 0.0, absolute = 0.0;  // within either
  double below = 0.0,
         above = 0.0;  // or, where they search a raster: ours may lie from -below to +above, relative
  std::string note;    // why the tolerance is not 1e-9
  [[nodiscard]] double error() const;  // relative to theirs; absolute where theirs is 0
  [[nodiscard]] bool holds() const;
};

std::vector<Row> pattern_rows();  // nearest neighbours, Clark-Evans, K: spatstat
std::vector<Row> metric_rows();   // density, spacing, gaps, rows: an independent implementation
std::vector<Row> curve_rows();    // distances between hairlines
std::vector<Row> depth_rows();
std::vector<Row> all_rows();

}  // namespace reference
