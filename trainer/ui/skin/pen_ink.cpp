#include "trainer/ui/skin/pen_ink.h"

#include <array>
#include <cmath>
#include <span>

#include "engine/core/units.h"

namespace trainer::ui {

namespace {

constexpr auto kHalfTurn = static_cast<float>(engine::core::kPi);
constexpr float kRadians = kHalfTurn / 180.0F;
constexpr float kAssumedDeg = 38.0F, kMostDeg = 75.0F;
// The eye looks 52 degrees off the skin's normal (judgement: the assumed pen then lies on the screen as a
// hand holds it, near its full length) from 620 points away, near enough for the far end to look larger.
constexpr float kViewSine = 0.788F, kViewCosine = 0.616F, kEyeDistance = 620.0F;
// Where a point one above the skin throws its shadow: towards the hand, and a little up the screen.
constexpr Point kShade{0.22F, -0.10F};
constexpr float kHoverGap = 16.0F, kHoverDrop = 9.0F;  // points: along the shadow, and down the screen
constexpr Point kLamp{-0.6F, -0.8F};                   // on the screen

// ---- strips of quads with a colour to each corner

constexpr std::size_t kColumns = 6;
struct Row {
  Point at, across;  // middle, and from there to the edge, px
  std::array<Colour, kColumns> colours;
  std::array<float, kColumns> places;  // of the columns, in `across`
};

void draw_strip(ImDrawList& list, std::span<const Row> rows) {
  const auto columns = static_cast<int>(kColumns), count = static_cast<int>(rows.size());
  list.PrimReserve(6 * (columns - 1) * (count - 1), columns * count);
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const unsigned first = list._VtxCurrentIdx;
  for (const Row& row : rows)
    for (std::size_t c = 0; c < kColumns; ++c)
      list.PrimWriteVtx({row.at.x + row.across.x * row.places[c], row.at.y + row.across.y * row.places[c]},
                        white, im(row.colours[c]));
  for (int r = 0; r + 1 < count; ++r)
    for (int c = 0; c + 1 < columns; ++c) {
      const auto a = first + static_cast<unsigned>(r * columns + c), b = a + static_cast<unsigned>(columns);
      for (const unsigned i : {a, a + 1, b + 1, a, b + 1, b}) list.PrimWriteIdx(static_cast<ImDrawIdx>(i));
    }
}

Colour faded(Colour c, float opacity) {
  return with_alpha(c, static_cast<double>(c.a) / 255.0 * static_cast<double>(opacity));
}

Point unit(Point p, Point otherwise) {
  const float length = std::hypot(p.x, p.y);
  return length > 1e-4F ? Point{p.x / length, p.y / length} : otherwise;
}

// ---- the parts of the pen

struct Part {
  float from, to, radius_from, radius_to;
  Colour colour;
  float shine;
};
// A function: the colours live in another file, and are there when it is called.
const auto& parts() {
  static const std::array kParts = {
      Part{0, 26, 0.5F, 1.2F, ink::kPenNeedle, 0.2F},
      Part{20, 62, 2.6F, 7.4F, ink::kPenGlass, 0.55F},  // the cartridge: the needle is seen through it
      Part{62, 67, 8.2F, 8.2F, ink::kPenMetal, 0.6F},
      Part{67, 104, 8.2F, 9.4F, ink::kPenGrip, 0.3F},
      Part{104, 110, 9.8F, 9.8F, ink::kTeal, 0.35F},
      Part{110, 184, 9.6F, 10.6F, ink::kPenBody, 0.25F},
      Part{184, kPenLength, 10.8F, 10.2F, ink::kPenMetal, 0.3F},
  };
  return kParts;
}
constexpr std::array kGrooves = {74.0F, 81.0F, 88.0F, 95.0F};

// Across a round bar: soft edge, dark side, body, light, body, soft edge; the light stands on the lamp's
// side.
Row row_of(const PenPose& pose, const Part& part, float length, float radius, Point across, float opacity) {
  const PenPlace place = on_pen(pose, length);
  const float edge = radius * place.size * pose.px, soft = (edge + 1.0F) / edge;
  const Colour body = faded(part.colour, opacity), dark = faded(mix(part.colour, ink::kTag, 0.55), opacity);
  const Colour light = faded(mix(part.colour, ink::kCore, static_cast<double>(part.shine)), opacity);
  return {place.at,
          {across.x * edge, across.y * edge},
          {with_alpha(dark, 0), dark, body, light, faded(mix(part.colour, ink::kTag, 0.2), opacity),
           with_alpha(body, 0)},
          {-soft, -1.0F, -0.35F, 0.35F, 1.0F, soft}};
}

void draw_shadow(ImDrawList& list, const PenPose& pose, float opacity) {
  constexpr std::array kLengths = {0.0F, 40.0F, 110.0F, kPenLength * 0.88F, kPenLength};
  const Point along = unit(pose.shadow, {1, 0}), across{-along.y, along.x};
  std::array<Row, kLengths.size()> rows;
  for (std::size_t i = 0; i < kLengths.size(); ++i) {
    // Wider, softer and fainter with the height above the skin.
    const float share = kLengths[i] / kPenLength, half = pose.px * (1.2F + 13.0F * share);
    const float alpha = i + 1 == kLengths.size() ? 0.0F : opacity * (1.0F - 0.55F * share);
    const Colour core = faded(ink::kShadow, alpha), none = faded(ink::kShadow, 0);
    rows[i] = {on_shadow(pose, kLengths[i]),
               {across.x * half, across.y * half},
               {none, core, core, core, core, none},
               {-1.0F - 0.4F * share, -0.55F, -0.2F, 0.2F, 0.55F, 1.0F + 0.4F * share}};
  }
  draw_strip(list, rows);
}

// The far end is a disc seen at a slant.
void draw_cap(ImDrawList& list, const PenPose& pose, Point along, Point across, float opacity) {
  if (pose.nearer < 0.02F) return;
  constexpr int kCorners = 20;
  const PenPlace end = on_pen(pose, kPenLength);
  const float wide = parts().back().radius_to * end.size * pose.px, thin = wide * pose.nearer;
  std::array<ImVec2, kCorners> rim;
  for (int i = 0; i < kCorners; ++i) {
    const float turn = static_cast<float>(i) * 2 * kHalfTurn / kCorners, s = std::sin(turn) * wide,
                c = std::cos(turn) * thin;
    rim[static_cast<std::size_t>(i)] = {end.at.x + across.x * s + along.x * c,
                                        end.at.y + across.y * s + along.y * c};
  }
  list.AddConvexPolyFilled(rim.data(), kCorners, im(faded(mix(ink::kPenBody, ink::kCore, 0.14), opacity)));
}

}  // namespace

PenTilt assumed_tilt(bool left_hand) {
  return {left_hand ? -kAssumedDeg : kAssumedDeg, 0.0F};
}

PenPose pen_pose(Point tip, PenTilt tilt, float px_per_point, bool left_hand, bool contact) {
  const auto slope = [](float degrees) {
    return degrees == degrees ? std::tan(std::fmin(kMostDeg, std::fmax(-kMostDeg, degrees)) * kRadians)
                              : 0.0F;
  };
  const float right = slope(tilt.right_deg), down = slope(tilt.down_deg),
              length = std::sqrt(right * right + down * down + 1.0F);
  const float x = right / length, y = down / length, up = 1.0F / length;
  const float side = left_hand ? -1.0F : 1.0F;
  PenPose pose{.tip = tip, .px = px_per_point};
  pose.axis = {x, y * kViewCosine - up * kViewSine};
  pose.nearer = up * kViewCosine + y * kViewSine;
  pose.shadow = {x + up * kShade.x * side, y * kViewCosine + up * kShade.y};
  if (!contact) {
    const Point along = unit(pose.shadow, {side, 0});
    pose.gap = {along.x * kHoverGap * px_per_point, (along.y * kHoverGap + kHoverDrop) * px_per_point};
  }
  return pose;
}

PenPlace on_pen(const PenPose& pose, float length) {
  const float size = kEyeDistance / (kEyeDistance - pose.nearer * length), far = length * size * pose.px;
  return {{pose.tip.x + pose.axis.x * far, pose.tip.y + pose.axis.y * far}, size};
}

Point on_shadow(const PenPose& pose, float length) {
  const float far = length * pose.px;
  return {pose.tip.x + pose.gap.x + pose.shadow.x * far, pose.tip.y + pose.gap.y + pose.shadow.y * far};
}

void draw_pen(ImDrawList& list, const PenPose& pose, float opacity) {
  draw_shadow(list, pose, opacity);
  const Point along = unit(pose.axis, {0, -1});
  Point across{-along.y, along.x};
  if (across.x * kLamp.x + across.y * kLamp.y < 0) across = {-across.x, -across.y};
  for (const Part& part : parts()) {
    const std::array rows = {row_of(pose, part, part.from, part.radius_from, across, opacity),
                             row_of(pose, part, part.to, part.radius_to, across, opacity)};
    draw_strip(list, rows);
  }
  for (const float groove : kGrooves) {
    const PenPlace p = on_pen(pose, groove);
    const float w = 8.6F * p.size * pose.px;
    list.AddLine({p.at.x - across.x * w, p.at.y - across.y * w},
                 {p.at.x + across.x * w, p.at.y + across.y * w}, im(faded(ink::kHalo, opacity)),
                 pose.px * 1.5F);
  }
  draw_cap(list, pose, along, across, opacity);
}

}  // namespace trainer::ui
