// The numbers behind a head.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/units.h"

namespace engine::scalp {

// Scales of the parts relative to the basic head (length 205, breadth 157, vertex to tragion 130 mm).
struct HeadShape {
  double length = 0.95, breadth = 0.966, height = 1.0;  // of the cranium
  double jaw = 1.0, brow = 1.0, nose = 1.0, face = 1.0, face_height = 1.0, cheek = 1.0, lips = 1.0;
  // Below the brows and off the scalp, which they leave as it is: whoever is drawn with them is scored
  // without.
  double nose_width = 1.0;
  core::Mm nose_reach{};  // how far the tip stands out more
  double lip_fullness = 1.0, chin = 1.0, masseter = 1.0, neck = 1.0, larynx = 1.0, ear = 1.0;
  core::Mm glabella_to_mfp{80.0};       // along the skin: 80 men, 60 women (docs/domain.md 4.1)
  core::Mm glabella_to_trichion{66.5};  // native hair begins: 66.5 men, 62 women (docs/domain.md 4.1)
  bool operator==(const HeadShape&) const = default;
};

// How far apart the eyes lie, beside those of the basic head: on narrow faces the sockets would cut into the
// temples.
constexpr double eye_share(const HeadShape& shape) {
  return shape.face >= 0.98 ? 1.0 : shape.face <= 0.86 ? 0.88 : 0.88 + (shape.face - 0.86);
}

std::vector<std::string> head_shape_names();
std::optional<HeadShape> head_shape(std::string_view name);

}  // namespace engine::scalp
