#include "engine/render/view.h"

namespace engine::render {

View make_view(const Camera& camera, Viewport viewport, int surface_height) {
  const double px_per_mm = camera.px_per_mm * surface_height / viewport.height;
  const bool pad = camera.kind == CameraKind::Pad;
  const glm::dmat4 projection = projection_matrix(camera, viewport);
  return {.view_projection = glm::mat4(projection * view_matrix(camera, viewport)),
          .eye = glm::vec3(eye_position(camera, viewport)),
          .back = glm::vec3(camera_axes(camera).back),
          .orthographic = pad ? 1.0F : 0.0F,
          .px_per_mm = static_cast<float>(px_per_mm),
          .px_scale = static_cast<float>(pad ? px_per_mm : px_per_mm * eye_distance(camera, viewport).value),
          .distance_of_depth = pad ? glm::vec2(0.0F) : glm::vec2(projection[2][2], projection[3][2]),
          .mirrored = camera.mirrored,
          .lights = lights_for(camera)};
}

void set_view(const gl::Program& program, const View& view) {
  program.set("view_projection", view.view_projection);
  program.set("eye", view.eye);
  program.set("view_back", view.back);
  program.set("orthographic", view.orthographic);
}

}  // namespace engine::render
