// The whole head as triangles, for the picture and for picking.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/geometry/vec.h"
#include "engine/scalp/head_surface.h"

namespace engine::scalp {

struct HeadMesh {
  std::vector<Vec3> positions;               // mm, on the implicit surface
  std::vector<Vec3> normals;                 // unit, outwards
  std::vector<std::uint32_t> triangles;      // three each, counter-clockwise from outside
};

// Naive surface nets on a grid of `step_mm` (1..10), then projected onto the surface. Not part of any
// score: the fold never reads a mesh.
HeadMesh make_head_mesh(const ImplicitHead& head, double step_mm);

// First hit of a ray (unit direction) with the head, ears included, by marching the implicit surface
// (about 5 us); nothing when it misses.
std::optional<Vec3> hit(const ImplicitHead& head, Vec3 origin, Vec3 direction);

// The address that a ray points at; nothing on the face, the ears or beside the head.
std::optional<CanvasPoint> pick(const HeadSurface& head, Vec3 origin, Vec3 direction);

}  // namespace engine::scalp
