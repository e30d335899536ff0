#include "engine/skin/bare_skin.h"

#include <algorithm>
#include <array>

namespace engine::skin {

namespace {

// types I..VI: angles of 60, 48, 35, 19, -11 and -52 degrees
constexpr std::array kMelanin{0.25, 0.48, 0.71, 0.94, 1.30, 1.85};

Rgb undertone_tint(scalp::Undertone undertone) {
  if (undertone == scalp::Undertone::Cool) return {0.995, 0.978, 1.045};
  if (undertone == scalp::Undertone::Warm) return {1.008, 1.0, 0.935};
  return Rgb(1.0);
}

}  // namespace

SkinPigments pigments_of(int skin_type, scalp::Undertone undertone, double redness, double shade) {
  const int type = std::clamp(skin_type, 1, 6);
  return {.base = Rgb(0.86, 0.735, 0.635) * undertone_tint(undertone),
          .melanin = kMelanin.at(static_cast<std::size_t>(type - 1)) * (1.0 + 0.05 * shade),
          .haemoglobin = 0.60 - 0.06 * type + 0.9 * redness};
}

Rgb reflectance(const SkinPigments& skin) {
  const double m = skin.melanin;
  return skin.base * exp_of(-kMelaninDensity * m - kMelaninSquaredDensity * (m * m) -
                            kHaemoglobinDensity * (skin.haemoglobin * (1.0 - kBloodHidden * m)));
}

Tint tint_of(scalp::TissueKind kind, bool punctate) {
  switch (kind) {
    case scalp::TissueKind::Healthy:
      return {};
    case scalp::TissueKind::FlatScar:
      // Punched out and filled with scar: little colour of any kind comes back.
      if (punctate) return {.scarred = 0.95, .melanin = -0.06, .haemoglobin = -0.06};
      return {.scarred = 0.88};
    case scalp::TissueKind::RaisedScar:
      return {.scarred = 0.5, .haemoglobin = 0.26};
    case scalp::TissueKind::SunkenScar:
      return {.scarred = 0.66, .haemoglobin = 0.04};
    case scalp::TissueKind::Burn:
      return {.scarred = 0.6, .haemoglobin = 0.20};
    case scalp::TissueKind::Keloid:
      return {.scarred = 0.44, .melanin = 0.08, .haemoglobin = 0.5};
    case scalp::TissueKind::Mole:
      return {.melanin = 1.35};
  }
  return {};
}

SkinPigments tinted(const SkinPigments& skin, const Tint& tint) {
  const double pale = kScar.melanin * tint.scarred / (1.0 + kScar.eased * skin.melanin);
  return {.base = skin.base,
          .melanin = std::max(0.0, skin.melanin * (1.0 - pale) + tint.melanin),
          .haemoglobin =
              std::max(0.0, skin.haemoglobin * (1.0 - kScar.haemoglobin * tint.scarred) + tint.haemoglobin)};
}

Rgb bare_back(const SkinPigments& skin, const Tint& tint) {
  return reflectance(tinted(skin, tint)) / reflectance(skin);
}

}  // namespace engine::skin
