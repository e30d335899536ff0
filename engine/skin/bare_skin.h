// What skin without dots or hair sends back, healthy or scarred, as numbers: the same law that the renderer
// draws (docs/domain.md 7.2). Two pigments: reflectance = base * exp(-melanin - haemoglobin) per linear RGB
// channel, with a quadratic melanin term, without which types V and VI turn orange. Pure, the same on every
// build.
#pragma once

#include "engine/scalp/canvas.h"
#include "engine/scalp/client.h"
#include "engine/skin/mark.h"

namespace engine::skin {

struct SkinPigments {
  Rgb base{1.0};             // reflectance without pigment
  double melanin = 0.5;      // 0.25..1.85
  double haemoglobin = 0.5;  // about 0.5
};

// Optical density per unit of pigment and channel.
constexpr Rgb kMelaninDensity{0.62, 1.06, 1.52};
constexpr Rgb kMelaninSquaredDensity{0.25, 0.10, -0.05};
constexpr Rgb kHaemoglobinDensity{0.07, 0.50, 0.44};
// Dark skin hides part of its blood: of a unit of haemoglobin, per unit of melanin.
constexpr double kBloodHidden = 0.16;

// Fitzpatrick type 1..6; `redness` 0 calm .. 1 freshly worked, `shade` -1 the lighter .. 1 the darker of its
// type.
SkinPigments pigments_of(int skin_type, scalp::Undertone undertone = scalp::Undertone::Neutral,
                         double redness = 0.0, double shade = 0.0);
// 0..1 per channel, under white light.
Rgb reflectance(const SkinPigments& skin);

// How scarred or marked skin differs from the healthy skin round it.
struct Tint {
  double scarred = 0.0;                     // 0..1: its pigment and blood are gone by kScar
  double melanin = 0.0, haemoglobin = 0.0;  // added after that
};
// A scar lacks that share of melanin and of blood; of melanin the less the darker its skin is, by so much for
// a unit of it: scars of dark skin are not white.
struct ScarLaw {
  double melanin, eased, haemoglobin;
};
constexpr ScarLaw kScar{.melanin = 0.36, .eased = 0.55, .haemoglobin = 0.46};

// The mean over the body of such a scar or mark; its rim fades and it differs from place to place
// (render/tissue_look.h). `punctate`: the scar of a punch. Healthy: nothing, as in a patch of alopecia
// areata, whose skin is whole.
Tint tint_of(scalp::TissueKind kind, bool punctate = false);
SkinPigments tinted(const SkinPigments& skin, const Tint& tint);

// What comes back from there as a share of what the healthy skin sends, per channel: > 1 where it is paler.
// For shift() of light.h, alone or times what dots leave.
Rgb bare_back(const SkinPigments& skin, const Tint& tint);

}  // namespace engine::skin
