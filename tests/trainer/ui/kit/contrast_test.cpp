// Colours of the interface against the law of WCAG 2, by numbers worked out by hand, and told apart by those
// who see fewer colours.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "trainer/ui/kit/palette.h"
#include "trainer/ui/kit/theme.h"
#include "trainer/ui/work/gauges.h"

using namespace trainer::ui;

namespace {

// The definition, written down a second time: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
double light_of(Colour c) {
  const auto part = [](double byte) {
    const double s = byte / 255.0;
    return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
}
double ratio(Colour a, Colour b) {
  const double x = light_of(a), y = light_of(b);
  return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

template <class Check>
void in_every_theme(Check check) {
  for (int i = 0; i < kThemeCount; ++i) {
    CAPTURE(i);
    check([theme = static_cast<Theme>(i)](Token t) { return colour(theme, t); });
  }
}

}  // namespace

TEST_CASE("contrast is what the definition says, for every pair of tokens of every theme") {
  in_every_theme([](auto of) {
    for (int a = 0; a < kTokenCount; ++a)
      for (int b = 0; b < kTokenCount; ++b) {
        const Colour x = of(static_cast<Token>(a)), y = of(static_cast<Token>(b));
        CHECK(contrast(x, y) == doctest::Approx(ratio(x, y)).epsilon(1e-9));
        CHECK(contrast(x, y) == contrast(y, x));
        CHECK(contrast(x, y) >= 1.0);
        CHECK(contrast(x, y) <= 21.0 + 1e-9);
      }
  });
}

TEST_CASE("pure colours on white and on black have the contrasts that are printed everywhere") {
  const Colour white{255, 255, 255}, black{0, 0, 0};
  CHECK(contrast({255, 0, 0}, white) == doctest::Approx(3.998).epsilon(0.001));
  CHECK(contrast({0, 255, 0}, white) == doctest::Approx(1.372).epsilon(0.001));
  CHECK(contrast({0, 0, 255}, white) == doctest::Approx(8.592).epsilon(0.001));
  CHECK(contrast({255, 0, 0}, black) == doctest::Approx(5.252).epsilon(0.001));
  CHECK(contrast({10, 10, 10}, black) ==
        doctest::Approx(1.0607).epsilon(0.001));  // still on the straight part
  CHECK(contrast(white, white) == 1.0);
}

TEST_CASE("words on what is hovered, chosen or pressed can be read as well as on what is not") {
  in_every_theme([](auto of) {
    for (const Token ground : {Token::S2, Token::S3, Token::Hov, Token::Acd})
      CHECK(contrast(of(Token::Tx), of(ground)) >= 4.5);
    CHECK(contrast(of(Token::T2), of(Token::S3)) >= 4.5);
    // A primary button that is held or hovered is mixed darker or lighter: its words stay legible.
    CHECK(contrast(of(Token::OnAc), mix(of(Token::Ac), of(Token::Tx), 0.14)) >= 4.5);
    CHECK(contrast(of(Token::OnAc), mix(of(Token::Ac), {0, 0, 0}, 0.2)) >= 4.5);
    // A dangerous one swaps its colours.
    CHECK(contrast(of(Token::Bg), of(Token::Crit)) >= 4.5);
  });
}

TEST_CASE("numbers in pins and on badges can be read on every colour that a pin may have") {
  in_every_theme([](auto of) {
    for (const Token pin : {Token::Tx, Token::Under, Token::Over})
      CHECK(contrast(of(Token::Bg), of(pin)) >= 4.5);
  });
}

TEST_CASE("the ring of the focus stands out from all that it can be drawn on") {
  in_every_theme([](auto of) {
    for (const Token ground : {Token::Bg, Token::S1, Token::S2, Token::S3})
      CHECK(contrast(of(Token::Focus), of(ground)) >= 3.0);
  });
}

TEST_CASE("marks of depth can be seen on their track, and gauges' bands have edges that can be seen") {
  in_every_theme([](auto of) {
    for (int s = 0; s < 5; ++s)
      CHECK(contrast(of(state_token(static_cast<DepthState>(s))), of(Token::S3)) >= 3.0);
    CHECK(contrast(of(Token::Ac), of(Token::S3)) >= 3.0);
    CHECK(contrast(of(Token::Ac), of(Token::Acd)) >= 3.0);
  });
}

TEST_CASE("in high contrast words reach 7, and edges more than in the others") {
  for (const Token ground : {Token::Bg, Token::S1, Token::S2, Token::S3})
    for (const Token text :
         {Token::Tx, Token::T2, Token::T3, Token::Ac, Token::Warm, Token::Under, Token::Over})
      CHECK(contrast(colour(Theme::HighContrast, text), colour(Theme::HighContrast, ground)) >= 7.0);
  CHECK(contrast(colour(Theme::HighContrast, Token::Edge), colour(Theme::HighContrast, Token::Bg)) ==
        doctest::Approx(21.0));
}

TEST_CASE("words rank in every theme: first before second before third") {
  in_every_theme([](auto of) {
    const Colour bg = of(Token::S1);
    CHECK(contrast(of(Token::Tx), bg) > contrast(of(Token::T2), bg));
    CHECK(contrast(of(Token::T2), bg) > contrast(of(Token::T3), bg));
  });
}

TEST_CASE("dark is dark, light is light, and high contrast is black") {
  CHECK(light_of(colour(Theme::Dark, Token::Bg)) < 0.02);
  CHECK(light_of(colour(Theme::Light, Token::Bg)) > 0.7);
  CHECK(colour(Theme::HighContrast, Token::Bg) == Colour{0, 0, 0});
}

TEST_CASE("a word on a tag over skin can be read, whatever the skin below it") {
  const double cover = ink::kTag.a / 255.0;
  for (const Colour skin : {Colour{255, 224, 196}, Colour{198, 134, 66}, Colour{60, 32, 20}}) {
    const Colour ground = mix(skin, Colour{ink::kTag.r, ink::kTag.g, ink::kTag.b}, cover);
    CHECK(contrast(ink::kTagText, ground) >= 7.0);
  }
}

TEST_CASE("two colours mixed meet in the middle, and the ends are themselves") {
  const Colour a{0, 100, 200, 255}, b{100, 0, 255, 55};
  CHECK(mix(a, b, 0.0) == a);
  CHECK(mix(a, b, 1.0) == b);
  CHECK(mix(a, b, 0.5) == Colour{50, 50, 228, 155});  // 227.5 upwards
  CHECK(mix(a, a, 0.37) == a);
  // Beyond the ends a channel stops at what a byte can hold.
  CHECK(mix(Colour{0, 0, 0}, Colour{200, 200, 200}, 2.0) == Colour{255, 255, 255});
  CHECK(mix(Colour{0, 0, 0}, Colour{200, 200, 200}, -1.0) == Colour{0, 0, 0});
}

TEST_CASE("a share of alpha is rounded to the next of 255 steps, the colour stays") {
  CHECK(with_alpha({1, 2, 3}, 0.0) == Colour{1, 2, 3, 0});
  CHECK(with_alpha({1, 2, 3}, 1.0) == Colour{1, 2, 3, 255});
  CHECK(with_alpha({1, 2, 3}, 0.5) == Colour{1, 2, 3, 128});
  CHECK(with_alpha({1, 2, 3, 7}, 0.2) == Colour{1, 2, 3, 51});
}

TEST_CASE("the palette of too little and too much grows darker to both sides, by the same steps") {
  double little = light_of(diverging(0)), much = little;
  for (int i = 1; i <= 20; ++i) {
    const double at = i / 20.0;
    CHECK(light_of(diverging(-at)) < little);
    CHECK(light_of(diverging(at)) < much);
    little = light_of(diverging(-at));
    much = light_of(diverging(at));
  }
}

TEST_CASE("too little and too much are told apart without seeing red from green: by blue against yellow") {
  // For eyes without red or green cones what is left is light and the balance of blue.
  for (const double at : {0.25, 0.5, 0.75, 1.0}) {
    const Colour little = diverging(-at), much = diverging(at);
    CHECK(static_cast<int>(little.b) - static_cast<int>(little.g) >= 20);
    CHECK(static_cast<int>(much.g) - static_cast<int>(much.b) >= 20);
  }
}
