#include "engine/scalp/head_shape.h"

#include <array>

namespace engine::scalp {

namespace {

struct Preset {
  std::string_view name;
  HeadShape shape;
};

// Found by `smp-heads --fit` (bench/heads.cpp), so that each measures what it is named after: the averages the means of
// their sex, the others about one standard deviation away (head_measures.h).
constexpr HeadShape kWoman{.brow = 0.45, .nose = 0.90, .face = 0.95, .lips = 0.97, .glabella_to_mfp_mm = 60.0, .glabella_to_trichion_mm = 62.0};

struct Fitted {
  double length, breadth, height, jaw, cheek, face_height;
};
constexpr HeadShape shaped(HeadShape sex, Fitted fitted, double face = 1.0) {
  sex.length = fitted.length;
  sex.breadth = fitted.breadth;
  sex.height = fitted.height;
  sex.jaw = fitted.jaw;
  sex.cheek = fitted.cheek;
  sex.face_height = fitted.face_height;
  sex.face *= face;
  return sex;
}

constexpr std::array kPresets = {
    Preset{"male_average", shaped({}, {0.962, 0.969, 0.995, 0.834, 0.980, 1.001})},
    Preset{"male_long", shaped({}, {1.019, 0.931, 1.016, 0.832, 0.961, 1.041}, 0.98)},
    Preset{"male_broad", shaped({}, {0.920, 1.007, 0.991, 0.976, 1.020, 0.997}, 1.02)},
    Preset{"male_large", shaped({}, {1.020, 1.007, 1.033, 0.870, 1.036, 1.054})},
    Preset{"male_small", shaped({}, {0.900, 0.931, 0.956, 0.789, 0.988, 0.951}, 0.95)},
    Preset{"female_average", shaped(kWoman, {0.907, 0.931, 0.967, 0.789, 0.873, 0.889})},
    Preset{"female_long", shaped(kWoman, {0.961, 0.895, 0.987, 0.777, 0.846, 0.910}, 0.98)},
    Preset{"female_broad", shaped(kWoman, {0.867, 0.966, 0.964, 0.891, 0.933, 0.885}, 1.02)},
    Preset{"female_small", shaped(kWoman, {0.848, 0.895, 0.927, 0.684, 0.957, 0.845}, 0.92)},
};

}  // namespace

std::vector<std::string> head_shape_names() {
  std::vector<std::string> names;
  for (const Preset& p : kPresets) names.emplace_back(p.name);
  return names;
}

std::optional<HeadShape> head_shape(std::string_view name) {
  for (const Preset& p : kPresets)
    if (p.name == name) return p.shape;
  return std::nullopt;
}

}  // namespace engine::scalp
