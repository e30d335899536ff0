#include "engine/scalp/head_shape.h"

#include <array>

namespace engine::scalp {

namespace {

struct Preset {
  std::string_view name;
  HeadShape shape;
};

// Found by `smp-heads --fit` (bench/heads.cpp), so that each measures what it is named after: the averages
// the means of their sex, the others about one standard deviation away (head_measures.h). Breadth lies up to
// two thirds of a standard deviation above: an oval of the mean length and breadth is
// shorter round than the mean girth, which was taped over hair. What tells the
// sexes apart beside size (direction: general knowledge; amounts: judgement, within the measures above):
// women have a narrower nose and chin, a flatter angle of the jaw, fuller lips, smaller ears, a slimmer neck,
// no larynx to see.
constexpr HeadShape kWoman{.brow = 0.45,
                           .nose = 0.86,
                           .face = 0.95,
                           .lips = 0.95,
                           .nose_width = 0.90,
                           .nose_reach = core::Mm{-1.5},
                           .lip_fullness = 1.16,
                           .chin = 0.82,
                           .masseter = 0.55,
                           .neck = 0.86,
                           .larynx = 0.0,
                           .ear = 0.90,
                           .glabella_to_mfp = core::Mm{60.0},
                           .glabella_to_trichion = core::Mm{62.0}};

struct Fitted {
  double length, breadth, height, jaw, cheek, face_height;
};
// The face that goes with a preset, relative to its sex.
struct Features {
  double face = 1.0, nose = 1.0, nose_width = 1.0;
  core::Mm nose_reach{};
  double lips = 1.0, lip_fullness = 1.0, chin = 1.0, masseter = 1.0, ear = 1.0, neck = 1.0;
};
constexpr HeadShape shaped(HeadShape sex, Fitted fitted, Features features = {}) {
  sex.length = fitted.length;
  sex.breadth = fitted.breadth;
  sex.height = fitted.height;
  sex.jaw = fitted.jaw;
  sex.cheek = fitted.cheek;
  sex.face_height = fitted.face_height;
  sex.face *= features.face;
  sex.nose *= features.nose;
  sex.nose_width *= features.nose_width;
  sex.nose_reach = sex.nose_reach + features.nose_reach;
  sex.lips *= features.lips;
  sex.lip_fullness *= features.lip_fullness;
  sex.chin *= features.chin;
  sex.masseter *= features.masseter;
  sex.ear *= features.ear;
  sex.neck *= features.neck;
  return sex;
}

constexpr std::array kPresets = {
    Preset{"male_average", shaped({}, {0.965, 0.955, 1.011, 0.840, 0.995, 0.996})},
    Preset{"male_long", shaped({}, {1.021, 0.922, 1.031, 0.868, 0.996, 1.036},
                               {.face = 0.98,
                                .nose_width = 0.92,
                                .nose_reach = core::Mm{2.0},
                                .lips = 0.96,
                                .lip_fullness = 0.85,
                                .chin = 0.92,
                                .masseter = 0.6,
                                .ear = 1.06,
                                .neck = 0.95})},
    Preset{"male_broad", shaped({}, {0.922, 0.990, 1.008, 0.966, 1.020, 0.994},
                                {.face = 1.02,
                                 .nose = 1.04,
                                 .nose_width = 1.14,
                                 .nose_reach = core::Mm{-1.5},
                                 .lips = 1.06,
                                 .lip_fullness = 1.15,
                                 .chin = 1.12,
                                 .masseter = 1.3,
                                 .ear = 0.96,
                                 .neck = 1.08})},
    Preset{"male_large", shaped({}, {1.023, 0.990, 1.050, 0.850, 1.042, 1.046},
                                {.nose = 1.06,
                                 .nose_width = 1.06,
                                 .nose_reach = core::Mm{1.0},
                                 .lips = 1.05,
                                 .chin = 1.10,
                                 .masseter = 1.2,
                                 .ear = 1.08,
                                 .neck = 1.05})},
    Preset{"male_small", shaped({}, {0.902, 0.925, 0.971, 0.775, 1.016, 0.946},
                                {.face = 0.95,
                                 .nose = 0.94,
                                 .nose_width = 0.96,
                                 .nose_reach = core::Mm{-1.0},
                                 .lips = 0.96,
                                 .lip_fullness = 0.92,
                                 .chin = 0.88,
                                 .masseter = 0.7,
                                 .ear = 0.94,
                                 .neck = 0.92})},
    Preset{"female_average", shaped(kWoman, {0.909, 0.927, 0.983, 0.779, 0.935, 0.883})},
    Preset{"female_long", shaped(kWoman, {0.963, 0.886, 1.002, 0.759, 0.915, 0.908},
                                 {.face = 0.98,
                                  .nose_width = 0.94,
                                  .nose_reach = core::Mm{1.5},
                                  .lips = 0.97,
                                  .lip_fullness = 0.90,
                                  .chin = 0.92,
                                  .ear = 1.04,
                                  .neck = 0.96})},
    Preset{"female_broad", shaped(kWoman, {0.869, 0.949, 0.981, 0.895, 0.967, 0.881},
                                  {.face = 1.02,
                                   .nose_width = 1.14,
                                   .nose_reach = core::Mm{-1.0},
                                   .lips = 1.06,
                                   .lip_fullness = 1.10,
                                   .chin = 1.14,
                                   .masseter = 1.5,
                                   .neck = 1.05})},
    Preset{"female_small", shaped(kWoman, {0.851, 0.890, 0.943, 0.728, 1.003, 0.840},
                                  {.face = 0.92,
                                   .nose = 0.96,
                                   .lips = 0.95,
                                   .lip_fullness = 1.08,
                                   .chin = 0.90,
                                   .ear = 0.93,
                                   .neck = 0.94})},
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
