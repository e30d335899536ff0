// Points spread over a head as hair grows: irregular, but never two in one place (dart throwing). A pure
// function of mesh, density and seed; no GL.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "engine/core/draw.h"
#include "engine/render/head_model.h"

namespace engine::render {

struct SurfaceSite {
  glm::vec3 position;  // mm
  glm::vec3 normal;    // unit
};

using SurfaceDensity = std::function<double(glm::vec3)>;  // per cm2, at a point of the skin

struct SpreadRequest {
  SurfaceDensity density;
  double densest = 80.0;  // per cm2, at least the largest value of `density`
  core::Seed seed = 0;
  std::string_view purpose;  // name of the draws
};
// Sites keep at least 0.76 of the mean spacing of their density from each other.
std::vector<SurfaceSite> spread_over(const HeadModel& head, const SpreadRequest& request);

}  // namespace engine::render
