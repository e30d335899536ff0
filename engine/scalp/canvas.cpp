#include "engine/scalp/canvas.h"

#include <cmath>
#include <limits>

#include "engine/scalp/head_surface.h"
#include "engine/scalp/tissue.h"

namespace engine::scalp {

namespace {

std::int32_t micrometres(double mm) {
  const double um = mm * 1000.0;
  return static_cast<std::int32_t>(um < 0.0 ? std::ceil(um - 0.5) : std::floor(um + 0.5));
}

std::optional<SurfacePoint> locate_on(const Pad& pad, CanvasPoint p) {
  const Vec2 at = mm_from_canvas_point(p);
  if (at.x < 0.0 || at.y < 0.0 || at.x > pad.width.value || at.y > pad.height.value) return std::nullopt;
  return SurfacePoint{{at.x, at.y, 0.0}, {0.0, 0.0, 1.0}, pad.skin_thickness};
}

}  // namespace

CanvasPoint canvas_point_from_mm(Vec2 mm) {
  return {micrometres(mm.x), micrometres(mm.y)};
}

Vec2 mm_from_canvas_point(CanvasPoint p) {
  return {p.u_um / 1000.0, p.v_um / 1000.0};
}

const HeadSurface* Canvas::head() const {
  const auto* shared = std::get_if<std::shared_ptr<const HeadSurface>>(&shape_);
  return shared != nullptr ? shared->get() : nullptr;
}

Canvas Canvas::with(std::shared_ptr<const TissueMap> tissue) const {
  Canvas scarred = *this;
  scarred.tissue_ = std::move(tissue);
  return scarred;
}

std::optional<SurfacePoint> Canvas::locate(CanvasPoint p) const {
  const Pad* flat = pad();
  auto place = flat != nullptr ? locate_on(*flat, p) : head()->locate(p);
  if (place && tissue_) place->tissue = tissue_->at(p, place->position);
  return place;
}

std::optional<Vec3> Canvas::position(CanvasPoint p) const {
  if (const HeadSurface* surface = head()) return surface->position(p);
  const auto place = locate_on(*pad(), p);
  return place ? std::optional(place->position) : std::nullopt;
}

core::Mm chord(const Canvas& canvas, CanvasPoint a, CanvasPoint b) {
  const auto from = canvas.position(a), to = canvas.position(b);
  if (!from || !to) return core::Mm{std::numeric_limits<double>::infinity()};
  return core::Mm{glm::length(*to - *from)};
}

}  // namespace engine::scalp
