#include "engine/render/skin_look.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/draw.h"
#include "engine/core/units.h"

namespace engine::render {
namespace {

// CIE 1976, relative to D65 white.
double lab_f(double t) {
  constexpr double kEdge = 6.0 / 29.0;
  return t > kEdge * kEdge * kEdge ? std::cbrt(t) : t / (3.0 * kEdge * kEdge) + 4.0 / 29.0;
}

// Judgement, drawn by eye.
float of_type(const std::array<float, 6>& values, const SkinLook& look) {
  return values.at(static_cast<std::size_t>(std::clamp(look.skin_type, 1, 6) - 1));
}

}  // namespace

skin::SkinPigments skin_pigments(const SkinLook& look) {
  return skin::pigments_of(look.skin_type, look.undertone, look.redness, look.shade);
}

SkinLook skin_of(const scalp::Client& client) {
  const double lived =
      client.age + (client.sun == scalp::Sun::Outdoors ? 6.0 : 0.0) + (client.smoker ? 5.0 : 0.0);
  const auto shape = scalp::shape_of(client);
  return {.skin_type = client.skin_type,
          .undertone = client.undertone,
          .kind = client.skin,
          .lines = std::clamp((lived - 30.0) / 45.0, 0.0, 1.0),
          .face_height = shape ? shape->face_height : 1.0,
          .shade = client.vary ? 2.0 * core::draw_unit(client.seed, "client/shade", 0) - 1.0 : 0.0};
}

float skin_gloss(const SkinLook& look) {
  constexpr std::array kOfType{1.25F, 1.04F, 1.04F, 1.03F, 1.0F, 0.9F};
  const float shown = look.clay ? 1.0F : of_type(kOfType, look);
  if (look.kind == scalp::SkinKind::Oily) return 1.6F * shown;
  return look.kind == scalp::SkinKind::Dry ? 0.6F * shown : shown;
}

float skin_exposure(const SkinLook& look) {
  constexpr std::array kOfType{0.99F, 0.99F, 0.99F, 1.02F, 1.12F, 1.32F};
  return look.clay ? 1.0F : of_type(kOfType, look);
}

glm::vec3 skin_albedo(const SkinLook& look) {
  if (look.clay) return glm::vec3(kClayReflectance);
  return {skin::reflectance(skin_pigments(look))};
}

double individual_typology_angle(glm::vec3 rgb) {
  const double y = 0.2126 * rgb.r + 0.7152 * rgb.g + 0.0722 * rgb.b;
  const double z = (0.0193 * rgb.r + 0.1192 * rgb.g + 0.9505 * rgb.b) / 1.0890;
  const double lightness = 116.0 * lab_f(y) - 16.0, yellow = 200.0 * (lab_f(y) - lab_f(z));
  return core::degrees(core::Radians{std::atan2(lightness - 50.0, yellow)});
}

}  // namespace engine::render
