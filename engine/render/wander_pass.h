// Light that wanders sideways in the skin: what dots and hair take, blurred over kWander
// (engine/skin/light.h). Worked out on squares of pixels, as coarse as the blur allows, so that it costs
// little at any zoom.
#pragma once

#include <glm/vec2.hpp>

#include "engine/gl/program.h"
#include "engine/gl/vertex_array.h"
#include "engine/render/targets.h"
#include "engine/render/view.h"

namespace engine::render {

// How the blur is done for one view. Unresolved: from so far it is narrower than a pixel, and what comes in
// is what goes out.
struct Wander {
  int step = 0;                               // px, side of a square; 0: unresolved
  float sigma = 0.0F;                         // squares, what is left to blur; 0: the squares do it alone
  glm::vec2 texels_per_px{0.0F}, most{0.0F};  // for compose.frag, shares of the texture
  [[nodiscard]] bool resolved() const { return step > 0; }
};
bool shows_wander(const View& view);
Wander wander_of(const View& view, const Targets& targets);

class WanderPass {
 public:
  static core::Result<WanderPass> make();
  // After splats were added inside `rect`. Returns where the picture changes by that: `rect` and round it.
  // Leaves the viewport on the whole picture.
  PixelRect draw(const Targets& targets, const View& view, const PixelRect& rect) const;

 private:
  WanderPass() = default;
  void blur(const Targets& targets, const Wander& wander, const PixelRect& squares) const;
  gl::Program gather_, blur_;
  gl::VertexArray no_vertices_;
};

}  // namespace engine::render
