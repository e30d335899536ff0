#include "engine/scalp/head_shape.h"

#include <array>

namespace engine::scalp {

namespace {

struct Preset {
  std::string_view name;
  HeadShape shape;
};

// Men about 196 x 153 mm, women about 187 x 147 mm (median adults; Young 1993, City University of Hong
// Kong tables as quoted in the rendering notes); long and broad are about one standard deviation away.
constexpr std::array kPresets = {
    Preset{"male_average", {}},
    Preset{"male_long", {.length = 0.99, .breadth = 0.945, .jaw = 1.05}},
    Preset{"male_broad", {.length = 0.93, .breadth = 1.005, .jaw = 1.06, .face = 1.03}},
    Preset{"female_average", {.length = 0.90, .breadth = 0.927, .height = 0.97, .jaw = 0.80, .brow = 0.45, .nose = 0.84, .face = 0.93, .glabella_to_mfp_mm = 60.0, .glabella_to_trichion_mm = 58.0}},
    Preset{"female_long", {.length = 0.935, .breadth = 0.905, .height = 0.98, .jaw = 0.82, .brow = 0.45, .nose = 0.86, .face = 0.91, .glabella_to_mfp_mm = 60.0, .glabella_to_trichion_mm = 58.0}},
    Preset{"female_broad", {.length = 0.88, .breadth = 0.965, .height = 0.97, .jaw = 0.84, .brow = 0.5, .nose = 0.86, .face = 0.97, .glabella_to_mfp_mm = 60.0, .glabella_to_trichion_mm = 58.0}},
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
