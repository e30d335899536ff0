#include "trainer/ui/skin/ink.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

using namespace trainer::ui;

namespace {

constexpr Point kTip{400.0F, 300.0F};

// reach: of any vertex from the tip, px
struct Drawn {
  int vertices = 0, strongest = 0;
  float reach = 0.0F;
};

Drawn drawn(const NeedleInk& needle) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
  ImGui::GetIO().DisplaySize = {800, 600};
  ImGui::NewFrame();
  Drawn d;
  {
    const Rect window{0, 0, 800, 600};
    const Surface surface("root", window);
    Ui ui;
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const int before = list.VtxBuffer.Size;
    CanvasInk ink;
    ink.needle = needle;
    draw_ink(ui, window, window, ink);
    d.vertices = list.VtxBuffer.Size - before;
    for (int i = before; i < list.VtxBuffer.Size; ++i) {
      d.reach =
          std::max(d.reach, std::hypot(list.VtxBuffer[i].pos.x - kTip.x, list.VtxBuffer[i].pos.y - kTip.y));
      d.strongest = std::max(d.strongest, static_cast<int>(list.VtxBuffer[i].col >> IM_COL32_A_SHIFT & 0xFF));
    }
  }
  ImGui::EndFrame();
  ImGui::DestroyContext();
  return d;
}

NeedleInk needle(bool pen = false) {
  return {.tip = kTip, .pen = pen};
}

}  // namespace

TEST_CASE("a ring of 9 points hovers with a wider one round it, and is full in contact") {
  const Drawn hovers = drawn(needle());
  CHECK(hovers.reach > 9);
  CHECK(hovers.reach < 12);
  NeedleInk down = needle();
  down.contact = true;
  CHECK(drawn(down).reach < 8);
}

TEST_CASE("without the pen only the ring is drawn, with it 190 points more") {
  CHECK(drawn(needle(false)).reach < 12);
  CHECK(drawn(needle(true)).reach > 170);
  CHECK(drawn(needle(true)).reach < 215);
}

TEST_CASE("stretched skin ripples outwards and fades; skin that does not ripple has no lines") {
  NeedleInk early = needle(), late = needle();
  early.contact = late.contact = true;
  early.ripple = 0.1F;
  late.ripple = 0.9F;
  NeedleInk none = needle();
  none.contact = true;
  CHECK(drawn(early).vertices > drawn(none).vertices + 100);
  CHECK(drawn(early).reach > 20);
  CHECK(drawn(late).reach > drawn(early).reach + 8);
  CHECK(drawn(late).reach < 45);
}

TEST_CASE(
    "names stand beside their places, cover neither each other nor the line, and give way where there is no "
    "room") {
  const Rect clip{0, 0, 400, 300};
  InkLine across{.points = {}, .closed = false, .dashed = false, .token = Token::Ac};
  // where a name above its place would lie
  for (float x = 0; x <= 400; x += 10) across.points.push_back({x, 128});
  std::vector<Rect> taken;
  for (const Point of : {Point{200, 150}, Point{205, 155}, Point{195, 160}}) {
    const auto at = place_name(of, 90, 30, clip, taken, {across});
    REQUIRE(at.has_value());
    const Rect r{at->x - 45, at->y - 15, 90, 30};
    for (const Rect& o : taken)
      CHECK_FALSE((r.x < o.right() && o.x < r.right() && r.y < o.bottom() && o.y < r.bottom()));
    for (const Point& p : across.points) CHECK_FALSE(r.contains(p));
    taken.push_back(r);
  }
  CHECK_FALSE(place_name({200, 150}, 90, 30, clip, {clip}, {}).has_value());
  CHECK(place_name({395, 5}, 90, 30, clip, {}, {})->x < 356);  // inside, however near the rim its place is
}
