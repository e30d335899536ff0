// A head measured as anthropometrists do, and what they published.
#pragma once

#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include "engine/core/units.h"
#include "engine/scalp/head_mesh.h"
#include "engine/scalp/implicit_head.h"

namespace engine::scalp {

// On the skin without ears.
struct HeadMeasures {
  core::Mm length{};         // glabella to the farthest point behind, in the middle plane
  core::Mm breadth{};        // greatest, above the ears
  core::Mm circumference{};  // through glabella and the farthest point behind
  core::Mm bizygomatic{};    // across the cheekbones
  core::Mm bigonial{};       // across the angles of the jaw
  core::Mm face_height{};    // root of the nose (sellion) to the underside of the chin (menton)
  core::Mm coronal_arc{};    // tragus to tragus over the top
  core::Mm upper_third{}, middle_third{},
      lower_third{};  // hair boundary to brow to nose base to chin, in height
};
HeadMeasures measure_head(const ImplicitHead& head);
// The skull seen from straight above, without what juts out below it: ears, cheeks, brows.
struct OutlineFromAbove {
  double fill = 0.0;      // share of the rectangle around it: 0.785 of an ellipse, 1 of a box
  double widest = 0.0;    // where it is widest: 0 at the forehead, 1 at the back of the head
  double forehead = 0.0;  // how broad it is at a seventh of its length, beside where it is widest ...
  double back = 0.0;      // ... and at a seventh from behind; both 0.70 of an ellipse
};
OutlineFromAbove outline_from_above(const ImplicitHead& head);
// From the highest to the lowest point of an ear.
core::Mm ear_length(const ImplicitHead& head);
// The lines that part the face into thirds, across it from the client's right to left, on the skin: at the
// native hairline, the glabella, the base of the nose and the underside of the chin.
std::array<std::vector<Vec3>, 4> lines_of_thirds(const ImplicitHead& head);
// The skin that far above the glabella in the middle, measured along the skin.
Vec3 up_the_forehead(const ImplicitHead& head, core::Mm way);

constexpr std::array<std::string_view, 7> kMeasureNames = {
    "length", "breadth", "circumference", "bizygomatic", "bigonial", "face height", "coronal arc"};
std::array<double, 7> listed(const HeadMeasures& m);  // mm, in the order of the names

struct Published {
  double mean = 0.0, sd = 1.0;
};
// US civilian workers, 2003 survey (Zhuang and Bradtmiller, J Occup Environ Hyg 2005), in the same order.
std::array<Published, 7> published_measures(bool female);

// mm^2 of the mesh, weighted by a share 0..1 of each place.
double area_of(const HeadMesh& mesh, const std::function<double(const Vec3&)>& share);

}  // namespace engine::scalp
