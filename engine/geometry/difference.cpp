#include "engine/geometry/difference.h"

#include <clipper.hpp>

#include <algorithm>
#include <cmath>

namespace engine::geometry {

namespace {

constexpr double kUnitsPerMm = 1e6;  // nanometres
constexpr double kFarthestMm = 1e6;
constexpr double kSliverMm2 = 1e-4;  // what rounding leaves between edges that coincide

// false for NaN
bool usable(Vec2 p) {
  return std::fabs(p.x) <= kFarthestMm && std::fabs(p.y) <= kFarthestMm;
}

ClipperLib::Path path_of(std::span<const Vec2> points) {
  ClipperLib::Path path;
  for (const Vec2 p : points)
    path.emplace_back(std::llround(p.x * kUnitsPerMm), std::llround(p.y * kUnitsPerMm));
  return path;
}

// The clipper's sign of a ring's area tells holes from outer rings.
ClipperLib::Path turned(ClipperLib::Path path, bool hole) {
  if (ClipperLib::Orientation(path) == hole) ClipperLib::ReversePath(path);
  return path;
}

Ring ring_of(const ClipperLib::Path& path) {
  Ring ring{.points = {}, .hole = !ClipperLib::Orientation(path)};
  for (const auto& p : path)
    ring.points.push_back({static_cast<double>(p.X) / kUnitsPerMm, static_cast<double>(p.Y) / kUnitsPerMm});
  return ring;
}

bool boxes_meet(const Box& box, const std::vector<Vec2>& outline) {
  Vec2 low = outline.front(), high = outline.front();
  for (const Vec2 p : outline) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  return low.x <= box.high.x && high.x >= box.low.x && low.y <= box.high.y && high.y >= box.low.y;
}

}  // namespace

core::Result<Region> difference(const Region& region, std::span<const std::vector<Vec2>> outlines) {
  ClipperLib::Clipper clipper;
  clipper.StrictlySimple(true);
  bool cut = false;
  for (const auto& outline : outlines) {
    if (!std::all_of(outline.begin(), outline.end(), usable))
      return core::fail("an outline to be cut out leaves the plane");
    if (outline.size() < 3 || !boxes_meet(region.box(), outline)) continue;
    clipper.AddPath(turned(path_of(outline), false), ClipperLib::ptClip, true);
    cut = true;
  }
  if (!cut) return region;
  for (const Ring& ring : region.rings())
    clipper.AddPath(turned(path_of(ring.points), ring.hole), ClipperLib::ptSubject, true);
  ClipperLib::Paths paths;
  if (!clipper.Execute(ClipperLib::ctDifference, paths, ClipperLib::pftNonZero, ClipperLib::pftNonZero))
    return core::fail("the outlines cannot be cut out");
  std::vector<Ring> rings;
  for (const auto& path : paths)
    if (std::fabs(ClipperLib::Area(path)) / (kUnitsPerMm * kUnitsPerMm) > kSliverMm2)
      rings.push_back(ring_of(path));
  if (rings.empty()) return core::fail("what is cut out leaves nothing of it");
  return Region::make(std::move(rings));
}

std::vector<Vec2> without_folds(std::span<const Vec2> ring) {
  if (ring.size() < 3 || !std::all_of(ring.begin(), ring.end(), usable)) return {};
  // A fold winds the other way: what is wound once in the ring's own sense is the ring without it.
  ClipperLib::Clipper clipper;
  clipper.StrictlySimple(true);
  clipper.AddPath(turned(path_of(ring), false), ClipperLib::ptSubject, true);
  ClipperLib::Paths paths;
  if (!clipper.Execute(ClipperLib::ctUnion, paths, ClipperLib::pftPositive, ClipperLib::pftPositive) ||
      paths.empty())
    return {};
  const auto largest = std::max_element(paths.begin(), paths.end(), [](const auto& a, const auto& b) {
    return ClipperLib::Area(a) < ClipperLib::Area(b);
  });
  return ring_of(*largest).points;
}

}  // namespace engine::geometry
