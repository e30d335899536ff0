// The one place with colours: tokens of three themes, the ink drawn on skin, and the data palettes.
#pragma once

#include <array>
#include <cstdint>

namespace trainer::ui {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Colour&) const = default;
};

enum class Theme { Dark, Light, HighContrast };
constexpr int kThemeCount = 3;

enum class Token {
  Bg,
  S1,
  S2,
  S3,
  Hov,
  Line,
  Edge,
  Tx,
  T2,
  T3,
  Ac,
  OnAc,
  Acd,
  Warm,
  Under,
  Over,
  Crit,
  Focus
};
constexpr int kTokenCount = 18;

Colour colour(Theme theme, Token token);
constexpr Colour with_alpha(Colour c, double alpha) {
  return {c.r, c.g, c.b, static_cast<std::uint8_t>(alpha * 255.0 + 0.5)};
}
Colour mix(Colour a, Colour b, double t);  // t = 0: a

// What is drawn on skin keeps its colours in every theme: skin must be judged in one light.
namespace ink {
extern const Colour kHalo, kCore, kTeal, kWarm, kOver, kUnder, kTag, kTagText, kRoomCentre, kRoomEdge;
extern const Colour kPenBody, kPenGrip, kPenMetal, kPenNeedle, kPenGlass, kShadow;
}  // namespace ink

extern const Colour kExpertSeries;  // the expert's curve beside one's own

// WCAG 2 contrast of two opaque colours, 1..21.
double contrast(Colour a, Colour b);

}  // namespace trainer::ui
