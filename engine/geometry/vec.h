// Vectors are GLM's doubles: only + - * / dot cross length (sqrt) are used on the way to a score,
// never GLM's trigonometry or pow.
#pragma once

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace engine::geometry {

using Vec2 = glm::dvec2;
using Vec3 = glm::dvec3;

}  // namespace engine::geometry
