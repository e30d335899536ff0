#include "trainer/ui/kit/theme.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include "tests/support/here.h"

using namespace trainer::ui;

TEST_CASE("text reaches a contrast of 4.5 on panels and cards in every theme, control edges 3") {
  for (int i = 0; i < kThemeCount; ++i) {
    const auto theme = static_cast<Theme>(i);
    for (const Token ground : {Token::S1, Token::S2, Token::Bg}) {
      for (const Token text : {Token::Tx, Token::T2, Token::T3, Token::Ac, Token::Warm, Token::Under,
                               Token::Over, Token::Crit}) {
        CAPTURE(i);
        CAPTURE(static_cast<int>(text));
        CAPTURE(static_cast<int>(ground));
        CHECK(contrast(colour(theme, text), colour(theme, ground)) >= 4.5);
      }
      CHECK(contrast(colour(theme, Token::Edge), colour(theme, ground)) >= 3.0);
    }
    CHECK(contrast(colour(theme, Token::OnAc), colour(theme, Token::Ac)) >= 4.5);
    CHECK(contrast(colour(theme, Token::Tx), colour(theme, Token::Acd)) >= 4.5);
  }
}

TEST_CASE("contrast is that of WCAG 2") {
  CHECK(contrast({255, 255, 255}, {0, 0, 0}) == doctest::Approx(21.0));
  CHECK(contrast({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.478).epsilon(0.001));
}

TEST_CASE("no colour stands anywhere in the interface but in the theme") {
  const std::regex literal(
      R"(IM_COL32\s*\(\s*[0-9]|0x[0-9A-Fa-f]{6,8}\b|Colour\s*\{\s*[0-9]|ImVec4\s*\(\s*[0-9.])");
  int files = 0;
  for (const auto& folder : {"/trainer/ui", "/trainer/canvas", "/trainer/app"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(support::source_dir() + folder)) {
      const auto name = entry.path().filename().string();
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
      if (name == "theme.cpp") continue;
      ++files;
      std::ifstream in(entry.path());
      std::string line;
      for (int n = 1; std::getline(in, line); ++n) {
        CAPTURE(name);
        CAPTURE(n);
        CHECK_FALSE(std::regex_search(line, literal));
      }
    }
  CHECK(files > 90);
}
