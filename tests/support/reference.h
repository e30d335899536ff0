// Reads the reference data of tests/data.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/geometry/region.h"

#include "tests/support/here.h"

namespace reference {

using engine::geometry::Region;
using engine::geometry::Vec2;

inline std::string path(const std::string& name) {
  return support::source_dir() + "/tests/data/" + name;
}

inline nlohmann::json json(const std::string& name) {
  std::ifstream in(path(name));
  return nlohmann::json::parse(in);
}

inline std::vector<double> column(const std::string& name, int which) {
  std::ifstream in(path(name));
  std::string line;
  std::getline(in, line);
  std::vector<double> values;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    for (int i = 0; i < which; ++i) line = line.substr(line.find(',') + 1);
    values.push_back(std::stod(line));
  }
  return values;
}

inline std::vector<Vec2> points(const std::string& name) {
  const auto x = column(name, 0), y = column(name, 1);
  std::vector<Vec2> list;
  for (std::size_t i = 0; i < x.size(); ++i) list.push_back({x[i], y[i]});
  return list;
}

inline Region window(const std::string& name) {
  const auto w = json(name);
  std::vector<engine::geometry::Ring> rings;
  for (const auto& ring : w["rings"]) {
    engine::geometry::Ring r;
    r.hole = ring["hole"];
    for (std::size_t i = 0; i < ring["x"].size(); ++i) r.points.push_back({ring["x"][i], ring["y"][i]});
    rings.push_back(r);
  }
  return Region::make(rings).value();
}

}  // namespace reference
