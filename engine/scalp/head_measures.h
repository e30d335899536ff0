// A head measured as anthropometrists do, and what they published.
#pragma once

#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include "engine/scalp/head_mesh.h"
#include "engine/scalp/implicit_head.h"

namespace engine::scalp {

// Millimetres, on the skin without ears.
struct HeadMeasures {
  double length = 0.0;         // glabella to the farthest point behind, in the middle plane
  double breadth = 0.0;        // greatest, above the ears
  double circumference = 0.0;  // through glabella and the farthest point behind
  double bizygomatic = 0.0;    // across the cheekbones
  double bigonial = 0.0;       // across the angles of the jaw
  double face_height = 0.0;    // root of the nose (sellion) to the underside of the chin (menton)
  double coronal_arc = 0.0;    // tragus to tragus over the top
  double upper_third = 0.0, middle_third = 0.0,
         lower_third = 0.0;  // hair boundary to brow to nose base to chin, in height
};
HeadMeasures measure_head(const ImplicitHead& head);
// The lines that part the face into thirds, across it from the client's right to left, on the skin: at the
// native hairline, the glabella, the base of the nose and the underside of the chin.
std::array<std::vector<Vec3>, 4> lines_of_thirds(const ImplicitHead& head);
// The skin that far above the glabella in the middle, measured along the skin.
Vec3 up_the_forehead(const ImplicitHead& head, double mm);

constexpr std::array<std::string_view, 7> kMeasureNames = {
    "length", "breadth", "circumference", "bizygomatic", "bigonial", "face height", "coronal arc"};
std::array<double, 7> listed(const HeadMeasures& m);  // in the order of the names

struct Published {
  double mean = 0.0, sd = 1.0;
};
// US civilian workers, 2003 survey (Zhuang and Bradtmiller, J Occup Environ Hyg 2005), in the same order.
std::array<Published, 7> published_measures(bool female);

// mm^2 of the mesh, weighted by a share 0..1 of each place.
double area_of(const HeadMesh& mesh, const std::function<double(const Vec3&)>& share);

}  // namespace engine::scalp
