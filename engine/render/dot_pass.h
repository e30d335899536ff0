// Adds up the light that splats take: dots and hairs.
#pragma once

#include <span>
#include <vector>

#include "engine/gl/vertex_array.h"
#include "engine/render/scene.h"
#include "engine/render/view.h"

namespace engine::render {

// Splats on the GPU, in the order in which they are added up.
class SplatBuffer {
 public:
  void set(std::span<const DotInstance> splats);
  void append(const DotInstance& splat);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const gl::Buffer& buffer() const { return buffer_; }

 private:
  gl::Buffer buffer_;
  std::size_t size_ = 0;
};

class DotPass {
 public:
  static core::Result<DotPass> make();

  struct Range {
    std::size_t first = 0, count = 0;
    float thinning = 1.0F;  // every splat stands for this many
  };
  // Into the framebuffer that is bound, on top of what is there. `depth_test`: hidden by the head's depth.
  void draw(const View& view, const SplatBuffer& splats, const Range& range, bool depth_test) const;

 private:
  DotPass() = default;
  gl::Program program_;
  mutable gl::VertexArray vertices_;  // re-aimed at each draw: GL 4.1 has no base instance
};

// Which splats a view may show: not those wholly outside the picture, nor on skin that is turned away.
class Sight {
 public:
  explicit Sight(const View& view);
  [[nodiscard]] bool sees(const DotInstance& splat) const;

 private:
  const View& view_;
  float per_mm_x_, per_mm_y_;  // clip units per mm, at 1 mm from the eye in perspective
};

// Those that may be seen, in their order.
std::vector<DotInstance> in_sight(std::span<const DotInstance> splats, const View& view);

// How far from its centre a splat reaches, mm.
float splat_reach(const DotInstance& splat);

}  // namespace engine::render
