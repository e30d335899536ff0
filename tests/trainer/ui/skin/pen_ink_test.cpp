#include "trainer/ui/skin/pen_ink.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace trainer::ui;

namespace {

constexpr Point kTip{400.0F, 300.0F};

Point far_end(PenTilt tilt, bool left_hand = false) {
  return on_pen(pen_pose(kTip, tilt, 1.0F, left_hand, false), kPenLength).at;
}
float length(Point a, Point b) {
  return std::hypot(b.x - a.x, b.y - a.y);
}

struct Drawn {
  int vertices = 0;
  Point low{1e9F, 1e9F}, high{-1e9F, -1e9F};
  bool finite = true;
  int strongest = 0;
};

Drawn drawn(PenTilt tilt, float opacity) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
  ImGui::GetIO().DisplaySize = {800, 600};
  ImGui::NewFrame();
  ImDrawList& list = *ImGui::GetBackgroundDrawList();
  const int before = list.VtxBuffer.Size;
  draw_pen(list, pen_pose(kTip, tilt, 1.0F, false, true), opacity);
  Drawn d{.vertices = list.VtxBuffer.Size - before};
  for (int i = before; i < list.VtxBuffer.Size; ++i) {
    const ImDrawVert& v = list.VtxBuffer[i];
    d.finite = d.finite && std::isfinite(v.pos.x) && std::isfinite(v.pos.y);
    d.low = {std::min(d.low.x, v.pos.x), std::min(d.low.y, v.pos.y)};
    d.high = {std::max(d.high.x, v.pos.x), std::max(d.high.y, v.pos.y)};
    d.strongest = std::max(d.strongest, static_cast<int>(v.col >> IM_COL32_A_SHIFT & 0xFF));
  }
  for (int i = 0; i < list.IdxBuffer.Size; ++i)
    CHECK(static_cast<int>(list.IdxBuffer[i]) < list.VtxBuffer.Size);
  ImGui::EndFrame();
  ImGui::DestroyContext();
  return d;
}

}  // namespace

TEST_CASE("the tip is the point of contact, however the pen is held") {
  for (const float right : {-90.0F, -38.0F, 0.0F, 20.0F, 60.0F})
    for (const float down : {-60.0F, 0.0F, 45.0F})
      for (const bool contact : {false, true})
        CHECK(on_pen(pen_pose(kTip, {right, down}, 2.0F, false, contact), 0).at == kTip);
}

TEST_CASE("a mouse's pen leans towards the hand, the left one's as in a mirror") {
  const Point right = far_end(assumed_tilt(false)), left = far_end(assumed_tilt(true), true);
  CHECK(right.x > kTip.x + 100);
  CHECK(right.y < kTip.y - 100);
  CHECK(left.x - kTip.x == doctest::Approx(static_cast<double>(kTip.x - right.x)));
  CHECK(left.y == right.y);
  CHECK(length(kTip, right) == doctest::Approx(190).epsilon(0.06));
}

TEST_CASE("the true tilt is seen") {
  const Point upright = far_end({0, 0});
  CHECK(upright.x == kTip.x);
  CHECK(upright.y < kTip.y - 140);
  float before = kTip.x - 1000;
  for (float right = -70; right <= 70; right += 10) {
    const float x = far_end({right, 0}).x;
    CHECK(x > before);
    before = x;
  }
  // Towards the one who looks it is foreshortened and its far end larger, away it is long and smaller.
  const PenPose near = pen_pose(kTip, {0, 40}, 1.0F, false, true),
                away = pen_pose(kTip, {0, -40}, 1.0F, false, true);
  CHECK(length(kTip, on_pen(near, kPenLength).at) < 0.5F * length(kTip, on_pen(away, kPenLength).at));
  CHECK(on_pen(near, kPenLength).size > 1.3F);
  CHECK(on_pen(near, kPenLength).size > on_pen(away, kPenLength).size);
}

TEST_CASE("the shadow meets the tip in contact and stands off while the needle hovers") {
  for (const bool left : {false, true}) {
    const PenTilt tilt = assumed_tilt(left);
    CHECK(on_shadow(pen_pose(kTip, tilt, 1.0F, left, true), 0) == kTip);
    const Point off = on_shadow(pen_pose(kTip, tilt, 1.0F, left, false), 0);
    CHECK(length(kTip, off) > 10);
    CHECK(length(kTip, off) < 26);
    CHECK((off.x > kTip.x) == !left);
    // It lies below the pen, not on it.
    const PenPose pose = pen_pose(kTip, tilt, 1.0F, left, true);
    CHECK(on_shadow(pose, 100).y > on_pen(pose, 100).at.y + 30);
  }
}

TEST_CASE("whatever a driver tells, the pen is drawn, and cheaply") {
  const float nan = std::numeric_limits<float>::quiet_NaN(), big = std::numeric_limits<float>::infinity();
  for (const PenTilt tilt : {PenTilt{38, 0}, PenTilt{0, 0}, PenTilt{90, -90}, PenTilt{-400, 1e9F},
                             PenTilt{nan, nan}, PenTilt{big, -big}, PenTilt{0, 52}}) {
    CAPTURE(tilt.right_deg);
    CAPTURE(tilt.down_deg);
    const Drawn d = drawn(tilt, 1.0F);
    CHECK(d.finite);
    CHECK(d.vertices > 60);
    CHECK(d.vertices <= 250);
    CHECK(d.low.x > kTip.x - 350);
    CHECK(d.high.x < kTip.x + 350);
    CHECK(d.low.y > kTip.y - 350);
    CHECK(d.high.y < kTip.y + 350);
  }
}

TEST_CASE("a pen that has gone is drawn at three tenths") {
  CHECK(drawn({38, 0}, 1.0F).strongest == 255);
  CHECK(drawn({38, 0}, 0.3F).strongest == doctest::Approx(77).epsilon(0.03));
}
