// A camera as the shaders want it.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "engine/gl/program.h"
#include "engine/render/camera.h"
#include "engine/render/lights.h"

namespace engine::render {

struct View {
  glm::mat4 view_projection{1.0F};
  glm::vec3 eye{0.0F};
  glm::vec3 back{0.0F, 0.0F, 1.0F};
  float orthographic = 1.0F;
  float px_per_mm = 1.0F;  // at the target, px of the drawing surface
  float px_scale = 1.0F;   // px per mm at 1 mm from the eye; px_per_mm for an orthographic camera
  // Of a perspective camera: mm from the eye = y / (depth in -1..1 + x). 0 for an orthographic one.
  glm::vec2 distance_of_depth{0.0F};
  bool mirrored = false;
  Lights lights;
};

// `surface_height`: px of the surface drawn into, lower than the viewport while moving.
View make_view(const Camera& camera, Viewport viewport, int surface_height);

// Uniforms that every pass in space has.
void set_view(const gl::Program& program, const View& view);

}  // namespace engine::render
