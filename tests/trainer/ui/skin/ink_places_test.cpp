// Ink on the skin, by colour and place: every kind of it where it was asked for, in the colour of its
// meaning.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/kit/palette.h"
#include "trainer/ui/skin/ink.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

constexpr Rect kClip{0, 0, 1280, 800};
constexpr Rect kCalm{100, 100, 1000, 600};
constexpr Point kTip{600, 400};

UiStage::Draw drawing(const CanvasInk& ink) {
  return [=](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); };
}
bool at(float value, float wanted, float by = 1.51F) {
  return std::fabs(value - wanted) <= by;
}
bool about(const Rect& r, float x, float y, float right, float bottom, float by = 1.51F) {
  return at(r.x, x, by) && at(r.y, y, by) && at(r.right(), right, by) && at(r.bottom(), bottom, by);
}
Rect box(const CanvasInk& ink, Colour c, const Rect& part = kClip) {
  UiStage stage({}, drawing(ink));
  stage.drawn();
  return stage.box_of(c, part);
}
CanvasInk with(const NeedleInk& needle) {
  CanvasInk ink;
  ink.needle = needle;
  return ink;
}
NeedleInk needle() {
  return {.tip = kTip, .pen = false};
}
std::optional<Rect> text(const CanvasInk& ink, const std::string& words) {
  UiStage stage({}, drawing(ink));
  for (const auto& t : stage.drawn().texts)
    if (t.words == words) return t.at;
  return std::nullopt;
}

}  // namespace

TEST_CASE("a line runs from its first to its last point, in the colour of what it stands for") {
  const std::pair<Token, Colour> kInks[] = {{Token::Tx, ink::kCore},
                                            {Token::Ac, ink::kTeal},
                                            {Token::Warm, ink::kWarm},
                                            {Token::Over, ink::kOver},
                                            {Token::Under, ink::kUnder}};
  for (const auto& [token, colour] : kInks) {
    CanvasInk ink;
    ink.lines = {{.points = {{200, 300}, {500, 300}}, .token = token}};
    CHECK(about(box(ink, colour), 200, 300, 500, 300));
    CHECK(about(box(ink, ink::kHalo), 200, 298, 500, 302, 2));  // a dark line below it, on every skin
  }
}

TEST_CASE("a closed line comes back, an open one does not, and a point is none") {
  // The third corner, from which it would come back.
  const auto drawn_at = [](bool closed) {
    CanvasInk ink;
    ink.lines = {{.points = {{200, 200}, {400, 200}, {400, 400}}, .closed = closed}};
    UiStage stage({}, drawing(ink));
    stage.drawn();
    return stage.box_of(ink::kCore, {390, 390, 20, 20});
  };
  CHECK(drawn_at(false).h < 0.5F);  // it ends square there
  CHECK(drawn_at(true).h > 0.5F);   // it turns there
  CanvasInk point;
  point.lines = {{.points = {{200, 200}}}, {.points = {}}};
  CHECK(box(point, ink::kCore).w == 0);
}

TEST_CASE("dashes of six points lie four apart along their line") {
  CanvasInk ink;
  ink.lines = {{.points = {{200, 300}, {300, 300}}, .dashed = true, .token = Token::Ac}};
  UiStage stage({}, drawing(ink));
  stage.drawn();
  for (int i = 0; i < 10; ++i) {
    const float from = 200 + 10.0F * static_cast<float>(i);
    CHECK(stage.box_of(ink::kTeal, {from + 7.5F, 290, 1, 20}).w == 0);  // between two
    CHECK(at(stage.box_of(ink::kTeal, {from - 1.5F, 290, 8.6F, 20}).centre().x, from + 3));
  }
}

TEST_CASE("a mark is a ring of its radius, a pin a disc with its number") {
  CanvasInk ink;
  ink.marks = {{{300, 300}, 40, Token::Under}};
  CHECK(about(box(ink, ink::kUnder), 260, 260, 340, 340));
  ink.marks.clear();
  ink.pins = {{{300, 300}, 7, false, Token::Over}, {{500, 300}, 8, true, Token::Tx}};
  CHECK(about(box(ink, ink::kOver), 290, 290, 310, 310));
  CHECK(about(box(ink, ink::kCore), 488, 288, 512, 312));  // the chosen one is larger
  CHECK(at(text(ink, "7")->centre().x, 300));
  CHECK(at(text(ink, "8")->centre().x, 500));
}

TEST_CASE("over skin that must not be touched nothing but the sign of it is hatched") {
  CanvasInk ink;
  ink.no_go = {{{{300, 300}, {400, 300}, {400, 380}, {300, 380}}, "no needle: mole"}};
  CHECK(about(box(ink, ink::kOver, {0, 0, 1280, 385}), 299, 299, 401, 381, 2));
  const auto name = text(ink, "no needle: mole");
  REQUIRE(name);
  CHECK(at(name->centre().x, 350));
  CHECK(at(name->centre().y, 398));  // below it
  for (auto& p : ink.no_go[0].outline) p.y += 430;
  CHECK(text(ink, "no needle: mole")->bottom() <= 800);  // or where there is room
  for (auto& p : ink.no_go[0].outline) p.y += 430;
  CHECK_FALSE(text(ink, "no needle: mole"));  // out of sight
}

TEST_CASE("rings of spacing have their radii, and warn by their colour: too near within, too far without") {
  auto n = needle();
  n.near_px = 60;
  n.next_px = 90;
  const Rect near{540, 340, 120, 120};  // holds the inner ring only
  CHECK(about(box(with(n), ink::kCore), 509, 309, 691, 491, 2));
  CHECK(box(with(n), ink::kOver).w == 0);
  CHECK(box(with(n), ink::kUnder).w == 0);
  n.too_near = true;
  CHECK(about(box(with(n), ink::kOver), 539, 339, 661, 461, 2));
  CHECK(box(with(n), with_alpha(ink::kOver, 0.4)).w > 110);  // and the disc within it
  n.too_near = false;
  n.too_far = true;
  CHECK(about(box(with(n), ink::kUnder), 509, 309, 691, 491, 2));
  CHECK(box(with(n), ink::kUnder, near).w == 0);
  n.near_px = n.next_px = 0;
  n.neighbours = {{650, 400}};
  CHECK(box(with(n), ink::kTeal).w == 0);  // no ring, no lines
}

TEST_CASE("lines lead from the needle to its neighbours") {
  auto n = needle();
  n.near_px = 60;
  n.next_px = 90;
  n.neighbours = {{660, 400}, {600, 470}};
  CHECK(about(box(with(n), ink::kTeal), 600, 400, 660, 470, 2));
}

TEST_CASE("a needle that is off is a bare ring of nine points, whatever else is said of it") {
  auto n = needle();
  n.off = n.too_near = n.forbidden = n.contact = true;
  n.near_px = 60;
  n.press_share = 0.5F;
  n.word = "let go now";
  CHECK(about(box(with(n), ink::kCore), 590, 390, 610, 410, 2));
  CHECK(box(with(n), ink::kOver).w == 0);
  CHECK_FALSE(text(with(n), "let go now"));
}

TEST_CASE("over a forbidden place the needle wears the sign of prohibition") {
  auto n = needle();
  n.forbidden = true;
  CHECK(about(box(with(n), ink::kOver), 583, 383, 617, 417, 2));
}

TEST_CASE("the arc of a press begins above, runs clockwise with its time, and is full at the most") {
  auto n = needle();
  n.press_state = DepthState::Shallow;
  const auto arc = [&](float share) {
    n.press_share = share;
    return box(with(n), ink::kUnder);
  };
  const float r = 56 + 2.5F;
  CHECK(about(arc(0.25F), 600, 400 - r, 600 + r, 400, 3));
  CHECK(about(arc(0.5F), 600, 400 - r, 600 + r, 400 + r, 3));
  CHECK(about(arc(1.0F), 600 - r, 400 - r, 600 + r, 400 + r, 3));
  CHECK(about(arc(7.0F), 600 - r, 400 - r, 600 + r, 400 + r, 3));
}

TEST_CASE("the arc has the colour of the depth so far, and its band is marked where it is") {
  for (const auto& [state, colour] : {std::pair{DepthState::Epidermal, ink::kUnder},
                                      {DepthState::Shallow, ink::kUnder},
                                      {DepthState::Target, ink::kTeal},
                                      {DepthState::Deep, ink::kOver},
                                      {DepthState::Blowout, ink::kOver}}) {
    auto n = needle();
    n.press_share = 0.1F;
    n.press_state = state;
    CHECK(box(with(n), colour).w > 0);
  }
  auto n = needle();
  n.press_share = 0.0F;
  n.band_from = 0.25F;  // three o'clock
  n.band_to = 0.5F;     // six o'clock
  const Rect band = box(with(n), with_alpha(ink::kTeal, 0.45));
  CHECK(about(band, 600, 400, 658.5F, 458.5F, 3));
}

TEST_CASE("the word beside a press stands below the arc") {
  auto n = needle();
  n.word = "let go now";
  const auto place = text(with(n), "let go now");
  REQUIRE(place);
  CHECK(at(place->centre().x, 600));
  CHECK(at(place->centre().y, 484));
}

TEST_CASE("a lit cross has a ring and the colour to go to, one that waits neither") {
  CanvasInk ink;
  ink.crosses = {{{300, 300}, true}};
  CHECK(about(box(ink, ink::kTeal), 281, 281, 319, 319, 2));
  ink.crosses = {{{300, 300}, false}};
  CHECK(box(ink, ink::kTeal).w == 0);
  CHECK(about(box(ink, ink::kCore), 289, 289, 311, 311, 2));
}

TEST_CASE("the compass points where the face is, its word on the other side") {
  for (const Point d : {Point{1, 0}, Point{-1, 0}, Point{0, 1}, Point{0, -1}}) {
    CanvasInk ink;
    ink.compass = InkCompass{{500, 400}, d};
    const Rect arrow = box(ink, ink::kWarm, {480, 380, 40, 40});
    if (d.x != 0) CHECK((arrow.centre().x - 500) * d.x > 1);
    if (d.y != 0) CHECK((arrow.centre().y - 400) * d.y > 1);
    const Rect word = *text(ink, "face");
    CHECK((word.centre().x - 500) * d.x + (word.centre().y - 400) * d.y < -20);
  }
}

TEST_CASE("the scale bar is as long as five millimetres are, low at the left of the calm part") {
  CanvasInk ink;
  ink.scale_bar_px = 140;
  const Rect bar = box(ink, ink::kCore, {0, 600, 700, 200});
  CHECK(at(bar.w, 140, 5));
  CHECK(at(bar.x, 120, 3));
  CHECK(at(bar.centre().y, 680, 2));
  CHECK(text(ink, "5 mm"));
  ink.scale_bar_px = 0;
  CHECK_FALSE(text(ink, "5 mm"));
}

TEST_CASE(
    "a heat map: cells in the colour of their value, signs in their middle, a legend low at the right") {
  CanvasInk ink;
  ink.heat = InkHeat{};
  ink.heat->cells = {
      {.corners = {Point{200, 200}, {260, 200}, {260, 260}, {200, 260}}, .value = 0.6, .sign = true},
      {.corners = {Point{300, 200}, {360, 200}, {360, 260}, {300, 260}}, .value = -0.6, .sign = true},
      {.corners = {Point{400, 200}, {460, 200}, {460, 260}, {400, 260}}, .value = 0.0}};
  ink.heat->dots = {{{500, 500}, 6, -1.0}};
  ink.heat->legend = {"Density", {"thin", "as asked", "dense"}};
  ink.heat->value = InkTag{{700, 300}, "41 per cm2", Token::Tx};
  CHECK(about(box(ink, with_alpha(diverging(0.6), 0.8)), 200, 200, 260, 260));
  CHECK(about(box(ink, with_alpha(diverging(-0.6), 0.8)), 300, 200, 360, 260));
  CHECK(about(box(ink, diverging(-1.0), {480, 480, 40, 40}), 494, 494, 506, 506));
  CHECK(at(text(ink, "+")->centre().x, 230));
  CHECK(at(text(ink, "\u2212")->centre().x, 330));
  CHECK(at(text(ink, "\u2212")->centre().y, 230));
  CHECK(text(ink, "thin")->x < text(ink, "as asked")->x);
  CHECK(text(ink, "as asked")->x < text(ink, "dense")->x);
  CHECK(text(ink, "dense")->right() <= 1100);
  CHECK(text(ink, "Density")->bottom() <= 700);
  CHECK(at(text(ink, "41 per cm2")->centre().x, 700));
}

TEST_CASE("a badge stands high in the middle of the calm part; a tag round its place; all within the clip") {
  CanvasInk ink;
  ink.badge = "Zoom in to work";
  ink.tags = {{{300, 400}, "12.5 mm", Token::Warm}};
  CHECK(at(text(ink, "Zoom in to work")->centre().x, 600));
  CHECK(at(text(ink, "Zoom in to work")->centre().y, 124));
  CHECK(at(text(ink, "12.5 mm")->centre().y, 400));
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, {50, 60, 700, 500}, kCalm, ink); });
  for (const auto& t : stage.drawn().texts) CHECK(t.clip == Rect{50, 60, 700, 500});
}

TEST_CASE("the loupe is a round picture with a millimetre in it") {
  CanvasInk ink;
  ink.loupe = InkLoupe{.centre = {600, 400}, .radius = 150, .texture = 0, .one_mm_px = 80};
  CHECK(about(box(ink, ink::kCore), 449, 249, 751, 551, 2));
  const Rect mm = box(ink, ink::kCore, {530, 505, 140, 22});
  CHECK(at(mm.w, 80, 5));
  CHECK(at(mm.centre().x, 600));
  CHECK(text(ink, "1 mm"));
}

TEST_CASE("dashes and what lies between them are the line again, round corners too") {
  const std::vector<Point> line{{0, 0}, {30, 0}, {30, 45}, {-10, 45}};
  const auto length = [](const std::vector<Point>& points) {
    float sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
      sum += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    return sum;
  };
  // 115 long: eleven of 7 with 3 between, and half of a twelfth.
  const auto pieces = dashes(line, 7, 3);
  REQUIRE(pieces.size() == 12);
  for (std::size_t i = 0; i < 11; ++i) CHECK(length(pieces[i]) == doctest::Approx(7));
  CHECK(length(pieces[11]) == doctest::Approx(5));
  CHECK(dashes({}, 7, 3).empty());
}
