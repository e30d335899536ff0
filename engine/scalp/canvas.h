// What the needle works on: a flat practice pad or a client's head. One address space for both:
// integer micrometres in pad space or in the chart of the head (docs/design.md 1: an address, not a
// ruler; distances and areas come from `locate` or from a WorkPlane).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

#include "engine/core/units.h"
#include "engine/geometry/vec.h"

namespace engine::scalp {

using geometry::Vec2;
using geometry::Vec3;

class HeadSurface;  // engine/scalp/head_surface.h
class TissueMap;    // engine/scalp/tissue.h

// What the skin is made of at a place. Keloids and moles are never treated.
enum class TissueKind : std::uint8_t { Healthy, FlatScar, RaisedScar, SunkenScar, Burn, Keloid, Mole };

// An address on the canvas, micrometres.
struct CanvasPoint {
  std::int32_t u_um = 0;
  std::int32_t v_um = 0;
  auto operator<=>(const CanvasPoint&) const = default;
};

CanvasPoint canvas_point_from_mm(Vec2 mm);  // rounded half away from zero
Vec2 mm_from_canvas_point(CanvasPoint p);

struct SurfacePoint {
  Vec3 position;            // mm: pad space with z = 0, or head space
  Vec3 normal;              // unit, outwards
  core::Mm skin_thickness;  // epidermis and dermis, of healthy skin there
  TissueKind tissue = TissueKind::Healthy;
};

// A flat practice pad: rectangle from (0, 0) to (width, height).
struct Pad {
  core::Mm width{60.0};
  core::Mm height{60.0};
  core::Mm skin_thickness{1.18};  // like the front of the scalp (docs/domain.md 1.1)
  core::PerCm2 hair{0.0};         // follicular units printed on it, 0..100: hair that is there already
  std::uint64_t seed = 0;         // of the hair
  bool operator==(const Pad&) const = default;
};

class Canvas {
 public:
  explicit Canvas(Pad pad) : shape_(pad) {}
  explicit Canvas(std::shared_ptr<const HeadSurface> head) : shape_(std::move(head)) {}

  // The same skin with scars and moles in it.
  [[nodiscard]] Canvas with(std::shared_ptr<const TissueMap> tissue) const;
  [[nodiscard]] const TissueMap* tissue() const { return tissue_.get(); }  // null: healthy everywhere

  // Nothing outside the canvas.
  [[nodiscard]] std::optional<SurfacePoint> locate(CanvasPoint p) const;
  // The place alone, which on a head takes a third of the time.
  [[nodiscard]] std::optional<Vec3> position(CanvasPoint p) const;
  [[nodiscard]] const Pad* pad() const { return std::get_if<Pad>(&shape_); }
  // Null for a pad. Shared because the tables of a head are large and never change.
  [[nodiscard]] const HeadSurface* head() const;

 private:
  std::variant<Pad, std::shared_ptr<const HeadSurface>> shape_;
  std::shared_ptr<const TissueMap> tissue_;
};

// 3-D chord between two addresses, mm; infinity when either lies outside the canvas.
core::Mm chord(const Canvas& canvas, CanvasPoint a, CanvasPoint b);

}  // namespace engine::scalp
