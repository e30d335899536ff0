// The whole head as triangles, for the picture and for picking.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"
#include "engine/scalp/implicit_head.h"

namespace engine::scalp {

struct HeadMesh {
  std::vector<Vec3> positions;           // mm, on the implicit surface
  std::vector<Vec3> normals;             // unit, outwards
  std::vector<std::uint32_t> triangles;  // three each, counter-clockwise from outside
};

// Naive surface nets on a grid of `step` (1..10), then projected onto the surface; finer where the face
// has more shape. Not part of any score: the fold never reads a mesh.
HeadMesh make_head_mesh(const ImplicitHead& head, core::Mm step);

}  // namespace engine::scalp
