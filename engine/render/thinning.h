// Which splats stand for the others while the camera moves. Pure, no GL.
#pragma once

#include <span>
#include <vector>

#include "engine/render/scene.h"
#include "engine/render/view.h"

namespace engine::render {

// A number in [0, 1) for each splat, such that those below any share lie evenly over the skin: the same ones
// stay from frame to frame, and every patch keeps its share.
class Ranks {
 public:
  void forget() { ranks_.clear(); }
  // After splats were set anew (`forget` first: some 10 ms for 100,000) or appended.
  void update(std::span<const DotInstance> splats);
  [[nodiscard]] float of(std::size_t k) const { return ranks_[k]; }

 private:
  std::vector<float> ranks_;
};

// Those that may be seen (dot_pass.h), in their order; of more than `most` about as many, of which each
// stands for `thinning`.
std::vector<DotInstance> few_in_sight(std::span<const DotInstance> splats, const Ranks& ranks,
                                      const View& view, std::size_t most, float& thinning);

}  // namespace engine::render
