// What is drawn on the skin stays where the skin is, says more than by colour, and leaves nothing out
// silently.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_stage.h"
#include "trainer/ui/kit/palette.h"
#include "trainer/ui/skin/ink.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

constexpr Rect kClip{100, 100, 800, 600}, kCalm{150, 150, 700, 500};

struct Box {
  Point low{1e9F, 1e9F}, high{-1e9F, -1e9F};
  int vertices = 0, indices = 0;
};
// Where anything was drawn, the parts that the clip leaves.
Box drawn(const CanvasInk& ink, float scale = 1.0F) {
  Box box;
  UiStage stage({1280, 800, scale}, [&](Ui& ui, const Frame&, Intents&) {
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const int before = list.VtxBuffer.Size, indices = list.IdxBuffer.Size;
    draw_ink(ui, kClip, kCalm, ink);
    box = {};
    box.indices = list.IdxBuffer.Size - indices;
    for (int i = before; i < list.VtxBuffer.Size; ++i) {
      const ImVec2 p = list.VtxBuffer[i].pos;
      box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
      box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
      ++box.vertices;
    }
  });
  return box;
}
std::vector<std::string> words(const CanvasInk& ink) {
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); });
  std::vector<std::string> all;
  for (const auto& text : stage.drawn().texts) all.push_back(text.words);
  return all;
}
bool says(const std::vector<std::string>& all, const std::string& what) {
  return std::find(all.begin(), all.end(), what) != all.end();
}

}  // namespace

TEST_CASE("no ink is nothing at all") {
  CHECK(drawn({}).vertices == 0);
  CHECK(words({}).empty());
}

TEST_CASE("a line is drawn from its first point to its last, closed ones back again, dashed ones with gaps") {
  CanvasInk ink;
  ink.lines = {{{{200, 200}, {400, 200}, {400, 300}}}};
  const Box open = drawn(ink);
  CHECK(open.low.x == doctest::Approx(200).epsilon(0.02));
  CHECK(open.high.x == doctest::Approx(400).epsilon(0.02));
  ink.lines[0].closed = true;
  CHECK(drawn(ink).indices == open.indices / 2 * 3);  // three stretches instead of two
  ink.lines[0] = {{{200, 200}, {400, 200}}, false, true};
  CHECK(drawn(ink).vertices > open.vertices);  // many short ones
  ink.lines[0].points.resize(1);
  CHECK(drawn(ink).vertices == 0);
}

TEST_CASE("a ring has its radius, a pin its number, a tag its text") {
  CanvasInk ink;
  ink.marks = {{{500, 400}, 40.0F, Token::Over}};
  const Box ring = drawn(ink);
  CHECK(ring.high.x - ring.low.x == doctest::Approx(80).epsilon(0.08));
  ink = {};
  ink.pins = {{{300, 300}, 7, false, Token::Tx}, {{500, 300}, 12, true, Token::Under}};
  ink.tags = {{{400, 500}, "12.5 mm", Token::Warm}};
  const auto all = words(ink);
  CHECK(says(all, "7"));
  CHECK(says(all, "12"));
  CHECK(says(all, "12.5 mm"));
}

TEST_CASE("the bar of the scale is five millimetres long, and there is none without a scale") {
  CanvasInk ink;
  ink.scale_bar_px = 70;
  CHECK(says(words(ink), "5 mm"));
  const Box box = drawn(ink);
  CHECK(box.low.x >= kCalm.x);
  CHECK(box.high.y <= kCalm.bottom() + 1);
  ink.scale_bar_px = 0;
  CHECK(words(ink).empty());
}

TEST_CASE("a badge stands at the top of the calm part, in its middle") {
  CanvasInk ink;
  ink.badge = "Zoom in to work";
  const Box box = drawn(ink);
  CHECK((box.low.x + box.high.x) / 2 == doctest::Approx(kCalm.centre().x).epsilon(0.01));
  CHECK(box.low.y >= kCalm.y);
  CHECK(box.high.y < kCalm.y + 60);
}

TEST_CASE("a place for no needle is hatched and named, and a name stays in the picture") {
  CanvasInk ink;
  ink.no_go = {{{{850, 300}, {1000, 300}, {1000, 400}, {850, 400}}, "no needle: mole"}};
  CHECK(says(words(ink), "no needle: mole"));
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); });
  for (const auto& text : stage.drawn().texts) {
    CHECK(text.at.x >= kClip.x);
    CHECK(text.at.right() <= kClip.right());
  }
  // Out of sight it is not named at all.
  for (Point& p : ink.no_go[0].outline) p.x += 600;
  CHECK(words(ink).empty());
}

TEST_CASE("a heat map has a square a cell, a sign on those that carry one, a legend with its words") {
  CanvasInk ink;
  ink.heat.emplace();
  for (int i = 0; i < 4; ++i) {
    const float x = 300.0F + 30.0F * static_cast<float>(i);
    ink.heat->cells.push_back({{Point{x, 300}, {x + 30, 300}, {x + 30, 330}, {x, 330}}, i - 1.5, i != 1});
  }
  ink.heat->legend = {"Density", {"half", "right", "double"}};
  const auto all = words(ink);
  CHECK(std::count(all.begin(), all.end(), "+") == 2);
  CHECK(std::count(all.begin(), all.end(), "\u2212") == 1);
  for (const char* word : {"Density", "half", "right", "double"}) CHECK(says(all, word));
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); });
  stage.drawn();
  CHECK(stage.vertices_of(with_alpha(diverging(-1.5), 0.80)) == 4);
  CHECK(stage.vertices_of(with_alpha(diverging(0.5), 0.80)) == 4);
}

TEST_CASE("the needle warns of what is wrong by shape: too near a disc, forbidden a sign") {
  const auto with = [](auto change) {
    CanvasInk ink;
    ink.needle = NeedleInk{.tip = {500, 400}, .pen = false, .near_px = 30, .next_px = 44};
    change(*ink.needle);
    return drawn(ink).vertices;
  };
  const int plain = with([](NeedleInk&) {});
  CHECK(with([](NeedleInk& n) { n.too_near = true; }) > plain);
  CHECK(with([](NeedleInk& n) { n.forbidden = true; }) > plain);
  CHECK(with([](NeedleInk& n) { n.neighbours = {{520, 400}, {480, 390}}; }) > plain);
  CHECK(with([](NeedleInk& n) { n.near_px = 0; }) < plain);
  CHECK(with([](NeedleInk& n) { n.off = true; }) < plain);
}

TEST_CASE("the arc of a press grows with its share and stops at a full turn; its word is said") {
  const auto press = [](float share) {
    CanvasInk ink;
    ink.needle = NeedleInk{.tip = {500, 400}, .pen = false, .press_share = share};
    UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); });
    stage.drawn();
    return stage.vertices_of(ink::kTeal);
  };
  CHECK(press(0.9F) >= press(0.3F));
  CHECK(press(1.0F) == press(5.0F));
  CanvasInk ink;
  ink.needle = NeedleInk{.tip = {500, 400}, .pen = false, .press_share = 0.4F, .word = "let go now"};
  CHECK(says(words(ink), "let go now"));
}

TEST_CASE("crosses that are lit have a ring, the others only their arms") {
  CanvasInk ink;
  ink.crosses = {{{500, 400}, false}};
  const int dull = drawn(ink).vertices;
  ink.crosses[0].lit = true;
  CHECK(drawn(ink).vertices > dull);
}

TEST_CASE("the compass names the face on the side it points away from") {
  for (const Point d : {Point{0, -1}, Point{0, 1}, Point{1, 0}, Point{-1, 0}}) {
    CanvasInk ink;
    ink.compass = InkCompass{{500, 400}, d};
    CHECK(says(words(ink), "face"));
    UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); });
    const auto text = stage.drawn().texts.at(0);
    CHECK((text.at.centre().x - 500) * d.x <= 0.5F);
    CHECK((text.at.centre().y - 400) * d.y <= 0.5F);
  }
}

TEST_CASE("a loupe says how long a millimetre is in it") {
  CanvasInk ink;
  ink.loupe = InkLoupe{{500, 400}, 110, 0, 42};
  CHECK(says(words(ink), "1 mm"));
  const Box box = drawn(ink);
  CHECK(box.high.x - box.low.x >= 220);
}

TEST_CASE("names of many places never lie on each other, and some give way where there is no room") {
  CanvasInk ink;
  for (int i = 0; i < 12; ++i)
    ink.names.push_back(
        {{300.0F + 12.0F * static_cast<float>(i), 400}, "Landmark " + std::to_string(i), Token::Warm});
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) { draw_ink(ui, kClip, kCalm, ink); });
  CHECK(stage.faults().empty());
  CHECK(stage.drawn().texts.size() >= 4);
  CHECK(stage.drawn().texts.size() <= 12);
}

TEST_CASE("hatching is as long as its area over its distance, whatever the shape") {
  const auto length = [](const std::vector<Point>& outline, float apart) {
    double all = 0;
    for (const auto& [a, b] : hatching(outline, apart)) all += std::hypot(b.x - a.x, b.y - a.y);
    return all;
  };
  // Lines of 45 degrees, `apart` along x: so far from each other that area = length x apart / sqrt 2.
  const std::vector<Point> square{{0, 0}, {200, 0}, {200, 200}, {0, 200}},
      triangle{{0, 0}, {200, 0}, {0, 200}}, backwards{{0, 200}, {200, 200}, {200, 0}, {0, 0}};
  for (const float apart : {4.0F, 7.0F, 11.0F}) {
    CHECK(length(square, apart) * apart / std::sqrt(2.0) == doctest::Approx(40'000).epsilon(0.03));
    CHECK(length(triangle, apart) * apart / std::sqrt(2.0) == doctest::Approx(20'000).epsilon(0.06));
    CHECK(length(backwards, apart) == doctest::Approx(length(square, apart)));
  }
  CHECK(hatching(square, 0.0F).empty());
  CHECK(hatching(square, 0.001F).size() <= 401);  // never too many to draw
}

TEST_CASE("dashes and gaps make up a line, whatever its corners") {
  const std::vector<Point> line{{0, 0}, {100, 0}, {100, 70}, {30, 70}};
  for (const auto& [on, off] : {std::pair{6.0F, 4.0F}, {1.0F, 9.0F}, {50.0F, 3.0F}}) {
    double drawn_length = 0;
    const auto pieces = dashes(line, on, off);
    for (const auto& piece : pieces)
      for (std::size_t i = 1; i < piece.size(); ++i)
        drawn_length += std::hypot(piece[i].x - piece[i - 1].x, piece[i].y - piece[i - 1].y);
    const double periods = 240.0 / (on + off);
    CHECK(drawn_length == doctest::Approx(240.0 * on / (on + off)).epsilon(0.5 / periods + 0.05));
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
      double length = 0;
      for (std::size_t k = 1; k < pieces[i].size(); ++k)
        length += std::hypot(pieces[i][k].x - pieces[i][k - 1].x, pieces[i][k].y - pieces[i][k - 1].y);
      CHECK(length == doctest::Approx(on).epsilon(0.01));
    }
  }
  CHECK(dashes({{0, 0}}, 5, 5).empty());
  CHECK(dashes({{0, 0}, {3, 0}}, 5, 5).size() == 1);
}
