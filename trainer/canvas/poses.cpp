#include "trainer/canvas/poses.h"

#include <algorithm>

namespace trainer::canvas {

namespace render = engine::render;
using engine::core::Radians;

namespace {

// Its target in the middle of the free part.
Camera centred(const Lens& lens, const Camera& camera) {
  const ui::Point f = lens.free().centre(), p = lens.picture().centre();
  return render::pan(camera, {static_cast<double>(f.x - p.x), static_cast<double>(f.y - p.y)});
}

// As high as the free part, not as the picture.
render::Viewport free_part(const Lens& lens) {
  return {std::max(1, static_cast<int>(lens.free().w)), std::max(1, static_cast<int>(lens.free().h))};
}

}  // namespace

Camera square_to(const Lens& lens, CanvasPoint p, double points_per_mm) {
  Camera c = lens.camera();
  c.px_per_mm = std::clamp(points_per_mm * lens.scale(), render::kMinPxPerMm, render::kMaxPxPerMm);
  c.roll = Radians{0.0};
  if (const auto where = lens.canvas().locate(p)) {
    if (lens.head())
      c = render::look_square(c, where->position, where->normal);
    else
      c.target = where->position;
  }
  return centred(lens, c);
}

Camera from_afar(const Lens& lens, CanvasPoint p, double points_per_mm) {
  Camera c = square_to(lens, p, points_per_mm);
  if (!lens.head()) return c;
  constexpr double kToTheWork = 0.4;  // from the middle of the head: the face matters less than the scalp
  constexpr double kSteepest = 0.78;  // radians: nobody looks down on a head from straight above
  const Camera all = render::standard_view(render::StandardView::Front, free_part(lens));
  c.target = all.target + (c.target - all.target) * kToTheWork;
  c.px_per_mm = std::min(c.px_per_mm, all.px_per_mm);
  c.pitch = Radians{std::clamp(c.pitch.value, -kSteepest, kSteepest)};
  return centred(lens, c);
}

Camera over_part(const Lens& lens, CanvasPoint low, CanvasPoint high) {
  const double w = (high.u_um - low.u_um) / 1000.0, h = (high.v_um - low.v_um) / 1000.0;
  const double px = std::min(static_cast<double>(lens.free().w) / std::max(1.0, w),
                             static_cast<double>(lens.free().h) / std::max(1.0, h));
  return square_to(lens, {(low.u_um + high.u_um) / 2, (low.v_um + high.v_um) / 2}, px / lens.scale());
}

Camera whole(const Lens& lens) {
  if (const auto* pad = lens.canvas().pad())
    return over_part(lens, {0, 0},
                     engine::scalp::canvas_point_from_mm({pad->width.value, pad->height.value}));
  return from_side(lens, 0);
}

Camera from_side(const Lens& lens, int side) {
  if (!lens.head()) return whole(lens);
  constexpr render::StandardView kViews[] = {render::StandardView::Front, render::StandardView::Left,
                                             render::StandardView::Right, render::StandardView::Top,
                                             render::StandardView::Back,  render::StandardView::ThreeQuarter};
  Camera c = render::standard_view(kViews[static_cast<std::size_t>(std::clamp(side, 0, 5))], free_part(lens));
  c.mirrored = lens.camera().mirrored;
  return centred(lens, c);
}

std::optional<Camera> magnified(const Lens& lens, Vec2 window_px, double factor) {
  const auto at = lens.surface(window_px);
  if (!at) return std::nullopt;
  Camera c = lens.camera();
  c.target = *at;
  c.px_per_mm = std::min(c.px_per_mm * factor, render::kMaxPxPerMm * lens.scale());
  return c;
}

}  // namespace trainer::canvas
