// The numbers behind a head.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine::scalp {

// Scales of the parts relative to the basic head (length 205, breadth 157, vertex to tragion 130 mm).
struct HeadShape {
  double length = 0.95, breadth = 0.966, height = 1.0;  // of the cranium
  double jaw = 1.0, brow = 1.0, nose = 1.0, face = 1.0, face_height = 1.0, cheek = 1.0, lips = 1.0;
  double glabella_to_mfp_mm = 80.0;       // along the skin: 80 men, 60 women (domain 4.1)
  double glabella_to_trichion_mm = 66.5;  // where the native hair begins: 66.5 men, 62 women (domain 4.1)
  bool operator==(const HeadShape&) const = default;
};

std::vector<std::string> head_shape_names();
std::optional<HeadShape> head_shape(std::string_view name);

}  // namespace engine::scalp
