#include "engine/render/scatter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/vec3.hpp>

#include "engine/core/units.h"

namespace engine::render {
namespace {

struct Gaussian {
  double variance;  // mm2
  glm::dvec3 weight;
};
// d'Eon and Luebke, Advanced Techniques for Realistic Real-Time Skin Rendering, GPU Gems 3.
const std::array<Gaussian, 6> kProfile{{{0.0064, {0.233, 0.455, 0.649}},
                                        {0.0484, {0.100, 0.336, 0.344}},
                                        {0.187, {0.118, 0.198, 0.0}},
                                        {0.567, {0.113, 0.007, 0.007}},
                                        {1.99, {0.358, 0.004, 0.0}},
                                        {7.41, {0.078, 0.0, 0.0}}}};

constexpr int kSteps = 360;  // round the circle of curvature

double step_angle(int step) {
  return (step - kSteps / 2) * 2.0 * core::kPi / kSteps;
}

glm::dvec3 profile(double distance) {
  glm::dvec3 sum(0.0);
  for (const Gaussian& g : kProfile) {
    sum += g.weight * (std::exp(-distance * distance / (2.0 * g.variance)) / (2.0 * core::kPi * g.variance));
  }
  return sum;
}

// Weights of the light that falls at each step and leaves here; they sum to 1 per channel.
std::vector<glm::dvec3> weights(double radius) {
  std::vector<glm::dvec3> w(kSteps + 1);
  glm::dvec3 total(0.0);
  for (int s = 0; s <= kSteps; ++s) {
    w[static_cast<std::size_t>(s)] = profile(2.0 * radius * std::sin(std::abs(step_angle(s)) / 2.0));
    total += w[static_cast<std::size_t>(s)];
  }
  for (glm::dvec3& one : w) one /= total;
  return w;
}

}  // namespace

std::vector<float> make_scatter_table() {
  std::vector<float> table;
  table.reserve(3 * static_cast<std::size_t>(kScatterSize) * kScatterSize);
  for (int row = 0; row < kScatterSize; ++row) {
    const double curvature = (row + 0.5) / kScatterSize / 9.0;
    const auto w = weights(std::max(1.0 / curvature, 3.0));
    for (int column = 0; column < kScatterSize; ++column) {
      const double angle = std::acos(std::clamp((column + 0.5) / kScatterSize * 2.0 - 1.0, -1.0, 1.0));
      glm::dvec3 light(0.0);
      for (int s = 0; s <= kSteps; ++s) {
        light += w[static_cast<std::size_t>(s)] * std::max(0.0, std::cos(angle + step_angle(s)));
      }
      for (int c = 0; c < 3; ++c) table.push_back(static_cast<float>(light[c]));
    }
  }
  return table;
}

}  // namespace engine::render
