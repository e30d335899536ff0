#include "trainer/ui/kit/theme.h"

#include <algorithm>
#include <cmath>

namespace trainer::ui {

namespace {

constexpr Colour hex(std::uint32_t rgb, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
          static_cast<std::uint8_t>(rgb), alpha};
}

using Table = std::array<Colour, kTokenCount>;
constexpr std::array<Table, kThemeCount> kThemes{
    Table{hex(0x141312), hex(0x1E1D1B), hex(0x282623), hex(0x35322E), hex(0x45413C), hex(0x3A3733),
          hex(0x857F75), hex(0xF3EFE9), hex(0xBDB6AB), hex(0xA39C91), hex(0x52C7B2), hex(0x06211C),
          hex(0x1D4540), hex(0xE8B78A), hex(0x8AA6FF), hex(0xF2A04E), hex(0xFF5C8A), hex(0xFFE08A)},
    Table{hex(0xECE8E1), hex(0xFBFAF8), hex(0xF1EDE7), hex(0xE3DDD4), hex(0xD3CABE), hex(0xD8D1C6),
          hex(0x857D72), hex(0x1F1C19), hex(0x544E47), hex(0x5F584F), hex(0x0B7566), hex(0xFFFFFF),
          hex(0xCFEBE5), hex(0x8F5519), hex(0x3B4FC4), hex(0x985400), hex(0xA3134F), hex(0x7A3FF2)},
    Table{hex(0x000000), hex(0x000000), hex(0x141414), hex(0x2A2A2A), hex(0x404040), hex(0x8C8C8C),
          hex(0xFFFFFF), hex(0xFFFFFF), hex(0xE8E8E8), hex(0xCFCFCF), hex(0x5FF2DC), hex(0x000000),
          hex(0x00443B), hex(0xFFCF9E), hex(0x9DB4FF), hex(0xFFB000), hex(0xFF7DB0), hex(0xFFFF00)}};

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

std::uint8_t blend(std::uint8_t a, std::uint8_t b, double t) {
  return static_cast<std::uint8_t>(std::clamp(a + (b - a) * t + 0.5, 0.0, 255.0));
}

}  // namespace

Colour colour(Theme theme, Token token) {
  return kThemes[static_cast<std::size_t>(theme)][static_cast<std::size_t>(token)];
}

Colour mix(Colour a, Colour b, double t) {
  return {blend(a.r, b.r, t), blend(a.g, b.g, t), blend(a.b, b.b, t), blend(a.a, b.a, t)};
}

double contrast(Colour a, Colour b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

namespace ink {
const Colour kHalo = hex(0x0E0D0C, 140);  // 55 %
const Colour kCore = hex(0xFFFFFF);
const Colour kTeal = hex(0x52C7B2), kWarm = hex(0xE8B78A), kOver = hex(0xF2A04E), kUnder = hex(0x8AA6FF);
const Colour kTag = hex(0x141312, 224);  // 88 %
const Colour kTagText = hex(0xF3EFE9);
const Colour kRoomCentre = hex(0x343230), kRoomEdge = hex(0x181716);
const Colour kPenBody = hex(0x24221F), kPenGrip = hex(0x3B3733), kPenMetal = hex(0x77716A);
const Colour kPenNeedle = hex(0xE4E1DC), kPenGlass = hex(0x8B857D, 205);
const Colour kShadow = hex(0x1A100A, 70);
}  // namespace ink

const Colour kExpertSeries = hex(0x56B4E9);

}  // namespace trainer::ui
