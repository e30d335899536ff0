// The brush: where fills, lines and words end up, and what a scroller does with what is higher than it.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/kit/controls.h"

using namespace trainer::ui;
using support::StageSize;
using support::UiStage;

namespace {

constexpr Colour kRed{200, 10, 20}, kGreen{20, 200, 10};

template <class F>
UiStage::Draw brush(F paint) {
  return [paint](Ui& ui, const Frame&, Intents&) { paint(ui); };
}
// The box of what was painted red.
template <class F>
Rect red(F paint, float scale = 1.0F) {
  UiStage stage({1280, 800, scale}, brush(paint));
  stage.drawn();
  return stage.box_of(kRed);
}
bool about(const Rect& r, float x, float y, float right, float bottom, float by = 1.01F) {
  return std::fabs(r.x - x) <= by && std::fabs(r.y - y) <= by && std::fabs(r.right() - right) <= by &&
         std::fabs(r.bottom() - bottom) <= by;
}

}  // namespace

TEST_CASE("a fill lies on whole pixels, whatever place it is given") {
  CHECK(red([](Ui& ui) { ui.fill({10.3F, 20.6F, 30.0F, 5.0F}, kRed); }) == Rect{10, 21, 30, 5});
  CHECK(red([](Ui& ui) { ui.fill({10.6F, 20.4F, 30.0F, 5.0F}, kRed); }) == Rect{11, 20, 30, 5});
}

TEST_CASE("a frame lies inside its rectangle, its line as thick as asked and never thinner than a pixel") {
  CHECK(about(red([](Ui& ui) { ui.frame({100, 100, 80, 40}, kRed, 0, 2); }), 100, 100, 180, 140));
  CHECK(about(red([](Ui& ui) { ui.frame({100, 100, 80, 40}, kRed, 0, 0.1F); }), 100, 100, 180, 140));
  CHECK(about(red([](Ui& ui) { ui.frame({100, 100, 80, 40}, kRed, 8, 6); }, 2.0F), 100, 100, 180, 140));
}

TEST_CASE("a disc and a ring have the radius that they are given, in pixels") {
  CHECK(about(red([](Ui& ui) { ui.disc({300, 200}, 50, kRed); }), 250, 150, 350, 250));
  // A ring's line lies half on either side of it.
  CHECK(about(red([](Ui& ui) { ui.ring({300, 200}, 50, kRed, 4); }), 248, 148, 352, 252, 1.6F));
}

TEST_CASE("an arc begins above and runs clockwise by turns") {
  const auto arc = [](float from, float to) {
    return red([from, to](Ui& ui) { ui.arc({300, 200}, 100, from, to, kRed, 2); });
  };
  CHECK(about(arc(0.0F, 0.25F), 300, 100, 400, 200, 2.5F));  // upper right
  CHECK(about(arc(0.25F, 0.5F), 300, 200, 400, 300, 2.5F));
  CHECK(about(arc(0.5F, 0.75F), 200, 200, 300, 300, 2.5F));
  CHECK(about(arc(0.75F, 1.0F), 200, 100, 300, 200, 2.5F));
  CHECK(about(arc(0.0F, 1.0F), 200, 100, 400, 300, 2.5F));
}

TEST_CASE("an arc that does not run on is not drawn") {
  CHECK(red([](Ui& ui) { ui.arc({300, 200}, 100, 0.4F, 0.4F, kRed, 2); }).w == 0);
  CHECK(red([](Ui& ui) { ui.arc({300, 200}, 100, 0.4F, 0.2F, kRed, 2); }).w == 0);
}

TEST_CASE("a triangle has its three corners") {
  CHECK(about(red([](Ui& ui) { ui.triangle({100, 100}, {160, 180}, {40, 180}, kRed); }), 40, 100, 160, 180));
}

TEST_CASE("a line of one point is a whole pixel at every scale, and grows with it") {
  for (const auto& [scale, px] :
       {std::pair{1.0F, 1.0F}, {1.25F, 1.0F}, {1.5F, 2.0F}, {2.0F, 2.0F}, {3.0F, 3.0F}}) {
    UiStage stage({3840, 2160, scale}, brush([](Ui& ui) { ui.rule(10, 200, 50.4F); }));
    CHECK(stage.ui().hairline() == px);
    stage.drawn();
    CHECK(stage.box_of(colour(Theme::Dark, Token::Line)) == Rect{10, 50, 190, px});
  }
}

TEST_CASE("words end where they are said to, left, centred and right") {
  const auto at = [](Align align) {
    UiStage stage({}, brush([align](Ui& ui) {
                    ui.text({400, 100}, Style::Body, kRed, "Some words", align);
                  }));
    return stage.drawn().texts.at(0).at;
  };
  const float w = at(Align::Left).w;
  CHECK(w > 40);
  CHECK(at(Align::Left).x == 400);
  CHECK(at(Align::Right).right() == doctest::Approx(400));
  CHECK(at(Align::Centre).centre().x == doctest::Approx(400));
  for (const Align align : {Align::Left, Align::Centre, Align::Right}) {
    CHECK(at(align).w == w);
    CHECK(at(align).y == at(Align::Left).y);
  }
}

TEST_CASE("a line of words stands in the middle of its line box, and its line in the middle of a rectangle") {
  for (int s = 0; s < kStyleCount; ++s) {
    const auto style = static_cast<Style>(s);
    CAPTURE(s);
    UiStage stage({}, brush([style](Ui& ui) {
                    ui.text({10, 100}, style, kRed, "Words");
                    ui.text_in({10, 300, 400, 60}, style, kRed, "Words");
                  }));
    const auto texts = stage.drawn().texts;
    CHECK(texts.at(0).at.centre().y == doctest::Approx(100 + spec(style).line / 2));
    CHECK(texts.at(1).at.centre().y == doctest::Approx(330));
    CHECK(texts.at(0).style == style);
  }
}

TEST_CASE("nothing is written for no words") {
  UiStage stage({}, brush([](Ui& ui) { ui.text({10, 100}, Style::Body, kRed, ""); }));
  CHECK(stage.drawn().texts.empty());
}

TEST_CASE("a paragraph is as high as it says beforehand, line below line at the line height of its style") {
  for (const float scale : {1.0F, 2.0F})
    for (const float width : {90.0F, 200.0F, 1000.0F}) {
      float used = 0, said = 0;
      UiStage stage({1280, 800, scale}, brush([&](Ui& ui) {
                      const char* words = "The needle rests. One looks, breathes, and only then goes on.";
                      used = ui.paragraph({10, 50}, width, Style::Label, kRed, words);
                      said = ui.paragraph_height(width, Style::Label, words);
                    }));
      const auto texts = stage.drawn().texts;
      CHECK(used == said);
      CHECK(used == doctest::Approx(18 * scale * static_cast<float>(texts.size())));
      for (std::size_t i = 1; i < texts.size(); ++i) {
        CHECK(texts[i].at.y - texts[i - 1].at.y == doctest::Approx(18 * scale));
        CHECK(texts[i].at.x == 10);
      }
    }
}

TEST_CASE("of a paragraph cut to so many lines only the last says that something was left out") {
  UiStage stage(
      {}, brush([](Ui& ui) {
        ui.paragraph({10, 50}, 120, Style::Body, kRed, "one two three four five six seven eight nine", 2);
      }));
  const auto texts = stage.drawn().texts;
  REQUIRE(texts.size() == 2);
  CHECK_FALSE(texts[0].cut);
  CHECK(texts[1].cut);
}

TEST_CASE("a focus ring stands four points outside of what it is for") {
  for (const float scale : {1.0F, 2.0F}) {
    UiStage stage({1280, 800, scale}, brush([](Ui& ui) { ui.focus_ring({200, 200, 100, 50}, 0); }));
    stage.drawn();
    CHECK(about(stage.box_of(colour(Theme::Dark, Token::Focus)), 200 - 4 * scale, 200 - 4 * scale,
                300 + 4 * scale, 250 + 4 * scale));
  }
}

TEST_CASE("a panel is filled in its first ground and framed by a line of the theme that holds") {
  for (int i = 0; i < kThemeCount; ++i) {
    const auto theme = static_cast<Theme>(i);
    UiStage stage({}, brush([theme](Ui& ui) {
                    ui.theme = theme;
                    ui.panel({100, 100, 300, 200});
                  }));
    stage.drawn();
    CHECK(about(stage.box_of(colour(theme, Token::S1)), 100, 100, 400, 300));
    CHECK(about(stage.box_of(colour(theme, Token::Line)), 100, 100, 400, 300));
  }
}

TEST_CASE("what a scroller holds moves up by the wheel, stops at its end, and lies in its window") {
  float top = 0;
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) {
    Scroller scroller(ui, "list", {100, 100, 300, 200});
    top = scroller.top();
    for (int i = 0; i < 10; ++i)
      ui.press("row " + std::to_string(i), {100, top + 50.0F * static_cast<float>(i), 280, 40});
    scroller.content(500);
  });
  CHECK(top == 100);
  stage.click("row 9");
  CHECK(top == doctest::Approx(100 - (500 - 200)).epsilon(0.01));
  for (const auto& control : stage.drawn().controls) {
    CHECK(control.clip.y >= 100);
    CHECK(control.clip.bottom() <= 300);
  }
  stage.click("row 0");
  CHECK(top == 100);
}

TEST_CASE("what is no higher than a scroller does not move") {
  float top = 0;
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) {
    Scroller scroller(ui, "list", {100, 100, 300, 200});
    top = scroller.top();
    ui.press("row", {100, top + 150, 280, 40});
    scroller.content(190);
  });
  stage.enter("row");
  stage.hover({200, 150});
  CHECK(top == 100);
}

TEST_CASE("a dragged press stays with the control on which it began, and hovering is where the pointer is") {
  Touched one, two;
  UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) {
    one = ui.press("one", {100, 100, 50, 50});
    two = ui.press("two", {200, 100, 50, 50});
  });
  stage.hover({120, 120});
  CHECK(one.hovered);
  CHECK_FALSE(two.hovered);
  bool held = false, other = false;
  UiStage held_stage({}, [&](Ui& ui, const Frame&, Intents&) {
    held = ui.press("one", {100, 100, 50, 50}).held || held;
    other = ui.press("two", {200, 100, 50, 50}).held || other;
  });
  held_stage.drag({120, 120}, {220, 120});
  CHECK(held);
  CHECK_FALSE(other);
}

TEST_CASE("a part of the window is asked for by colour and place") {
  UiStage stage({}, brush([](Ui& ui) {
                  ui.fill({10, 10, 20, 20}, kRed);
                  ui.fill({500, 10, 20, 20}, kRed);
                  ui.fill({500, 300, 20, 20}, kGreen);
                }));
  stage.drawn();
  CHECK(stage.box_of(kRed) == Rect{10, 10, 510, 20});
  CHECK(stage.box_of(kRed, {400, 0, 400, 800}) == Rect{500, 10, 20, 20});
  CHECK(stage.box_of(kGreen) == Rect{500, 300, 20, 20});
  CHECK(stage.box_of(kGreen, {0, 0, 100, 800}) == Rect{});
}
