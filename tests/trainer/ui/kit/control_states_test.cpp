// Controls in their states: what they look like hovered, chosen, greyed and in high contrast.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/kit/controls.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

constexpr Rect kPlace{100, 100, 200, 40};

UiStage::Draw a_button(const ButtonSpec& spec, Theme theme = Theme::Dark) {
  return [=](Ui& ui, const Frame&, Intents&) {
    ui.theme = theme;
    button(ui, "it", kPlace, "Label", spec);
  };
}
// Whether its ground is filled with that token.
bool filled(const ButtonSpec& spec, Colour c, bool hovered, Theme theme = Theme::Dark) {
  UiStage stage({}, a_button(spec, theme));
  stage.drawn();
  if (hovered) stage.hover(kPlace.centre());
  return stage.box_of(c).w > 0.95F * kPlace.w;
}
Colour col(Token t, Theme theme = Theme::Dark) {
  return colour(theme, t);
}

}  // namespace

TEST_CASE("each look has its ground, and another one under the pointer") {
  CHECK(filled({.look = Look::Primary}, col(Token::Ac), false));
  CHECK(filled({.look = Look::Primary}, mix(col(Token::Ac), col(Token::Tx), 0.14), true));
  CHECK(filled({.look = Look::Normal}, col(Token::S3), false));
  CHECK(filled({.look = Look::Normal}, col(Token::Hov), true));
  CHECK(filled({.look = Look::Outline}, col(Token::S1), false));
  CHECK(filled({.look = Look::Outline}, col(Token::S3), true));
  CHECK_FALSE(filled({.look = Look::Quiet}, col(Token::S3), false));
  CHECK(filled({.look = Look::Quiet}, col(Token::S3), true));
  CHECK(filled({.look = Look::Danger}, col(Token::S1), false));
  CHECK(filled({.look = Look::Danger}, col(Token::Crit), true));
  CHECK_FALSE(filled({.look = Look::Danger}, col(Token::S1), true));
}

TEST_CASE("what is greyed does not light up under the pointer, in any look") {
  for (const Look look : {Look::Primary, Look::Normal, Look::Outline, Look::Danger, Look::Quiet})
    for (const bool hovered : {false, true})
      CHECK(filled({.look = look, .enabled = false}, col(Token::S2), hovered));
}

TEST_CASE("what is chosen looks chosen in every look, and has a border besides its colour") {
  for (const Look look : {Look::Normal, Look::Outline, Look::Quiet}) {
    CHECK(filled({.look = look, .chosen = true}, col(Token::Acd), false));
    CHECK(filled({.look = look, .chosen = true}, col(Token::Ac), false));
    CHECK_FALSE(filled({.look = look}, col(Token::Ac), false));
  }
}

TEST_CASE("in high contrast a button has an edge in all looks that have a ground") {
  const auto edge = col(Token::Edge, Theme::HighContrast);
  CHECK(filled({.look = Look::Normal}, edge, false, Theme::HighContrast));
  CHECK(filled({.look = Look::Outline}, edge, false, Theme::HighContrast));
  CHECK_FALSE(filled({.look = Look::Normal}, col(Token::Edge), false, Theme::Dark));
}

TEST_CASE("a label stands in the middle of its button, alone as with an icon or a key beside it") {
  for (const ButtonSpec& spec :
       {ButtonSpec{}, ButtonSpec{.small = true}, ButtonSpec{.icon = Icon::Play},
        ButtonSpec{.icon = Icon::Play, .key = "Esc"}, ButtonSpec{.key = "Enter", .small = true}}) {
    UiStage stage({}, a_button(spec));
    const auto texts = stage.drawn().texts;
    float low = 1e6F, high = 0;
    for (const auto& text : texts) {
      low = std::min(low, text.at.x);
      high = std::max(high, text.at.right());
      CHECK(text.at.centre().y == doctest::Approx(kPlace.centre().y).epsilon(0.01));
    }
    if (spec.icon != Icon::None) low -= 28;  // the icon and its gap
    if (!spec.key.empty()) high += 6;        // the cap round the key
    CHECK((low + high) / 2 == doctest::Approx(kPlace.centre().x).epsilon(0.01));
  }
}

TEST_CASE("the cap of a key is a box round its name, at least twenty points wide") {
  for (const char* key : {"Z", "Ctrl Enter"}) {
    UiStage stage({}, a_button({.look = Look::Primary, .key = key}));
    Rect name;
    for (const auto& text : stage.drawn().texts)
      if (text.words == key) name = text.at;
    REQUIRE(name.w > 0);
    const Rect cap = stage.box_of(col(Token::OnAc), {name.x - 12, 108, name.w + 24, 24});
    CHECK(cap.w >= 18.9F);
    CHECK(cap.x < name.x);
    CHECK(cap.right() > name.right());
  }
}

TEST_CASE("where there is no room for all, the label gives way and the key stays") {
  UiStage stage({}, [](Ui& ui, const Frame&, Intents&) {
    button(ui, "it", {100, 100, 120, 40}, "Something long to press", {.key = "Esc"});
  });
  const auto texts = stage.drawn().texts;
  bool key = false, cut = false;
  for (const auto& text : texts) {
    key = key || (text.words == "Esc" && !text.cut);
    cut = cut || text.cut;
    CHECK(text.at.right() <= 220);
  }
  CHECK(key);
  CHECK(cut);
}

TEST_CASE(
    "a tool that is chosen is lit, one that cannot be used is pale, and the tip comes under the pointer") {
  const auto stage_of = [](bool chosen, bool enabled) {
    return std::make_unique<UiStage>(support::StageSize{}, [=](Ui& ui, const Frame&, Intents&) {
      tool(ui, "it", {100, 100, 44, 44}, Icon::Undo, "Z", chosen, enabled, "Undo the last press");
    });
  };
  const auto lit = stage_of(true, true), plain = stage_of(false, true), pale = stage_of(false, false);
  lit->drawn();
  CHECK(lit->box_of(col(Token::Acd)).w > 40);
  CHECK(lit->vertices_of(col(Token::Ac)) > 0);
  plain->drawn();
  CHECK(plain->vertices_of(col(Token::T2)) > 0);
  CHECK(plain->vertices_of(col(Token::Ac)) == 0);
  pale->drawn();
  CHECK(pale->vertices_of(col(Token::Edge)) > 0);
  CHECK(pale->vertices_of(col(Token::T2)) == 0);
  // The tip is the only thing with this ground.
  CHECK(plain->vertices_of(col(Token::S2)) == 0);
  for (int frame = 0; frame < 2; ++frame) plain->hover({122, 122});  // it is measured before it is shown
  CHECK(plain->vertices_of(col(Token::S2)) > 0);
}

TEST_CASE("a tip without words is none") {
  for (const char* words : {"", "Words"}) {
    UiStage stage({}, [words](Ui& ui, const Frame&, Intents&) { tooltip(ui, words); });
    stage.hover({300, 300});
    CHECK((stage.vertices_of(col(Token::S2)) > 0) == (*words != '\0'));
  }
}

TEST_CASE("a toggle has a tick and its border only while it is on, in each theme") {
  for (int t = 0; t < kThemeCount; ++t)
    for (const bool on : {false, true}) {
      const auto theme = static_cast<Theme>(t);
      UiStage stage({}, [=](Ui& ui, const Frame&, Intents&) {
        ui.theme = theme;
        toggle(ui, "it", kPlace, "Sound", on);
      });
      const auto texts = stage.drawn().texts;
      // With a tick before it the label begins further right.
      CHECK((texts.at(0).at.centre().x > kPlace.centre().x + 5) == on);
      CHECK((stage.box_of(col(Token::Ac, theme)).w > 190) == on);
    }
}

TEST_CASE("a card lights under the pointer, a chosen one has a thick border, and high contrast draws edges") {
  const auto stage_of = [](bool chosen, Theme theme) {
    return std::make_unique<UiStage>(support::StageSize{}, [=](Ui& ui, const Frame&, Intents&) {
      ui.theme = theme;
      card(ui, "it", kPlace, chosen);
    });
  };
  const auto plain = stage_of(false, Theme::Dark), chosen = stage_of(true, Theme::Dark),
             contrast = stage_of(false, Theme::HighContrast);
  plain->drawn();
  CHECK(plain->box_of(col(Token::S2)).w > 190);
  plain->hover(kPlace.centre());
  CHECK(plain->box_of(col(Token::S3)).w > 190);
  chosen->drawn();
  CHECK(chosen->box_of(col(Token::Acd)).w > 190);
  contrast->drawn();
  CHECK(contrast->box_of(col(Token::Edge, Theme::HighContrast)).w > 190);
}
