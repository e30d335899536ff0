#include "trainer/ui/kit/fonts.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>

using namespace trainer::ui;

TEST_CASE("every style at every scale has equal digits, and every sign that the texts use") {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  const auto files = installed_fonts();
  for (const float scale : {1.0F, 1.5F, 2.0F, 3.0F}) {
    const auto fonts = Fonts::build(files, scale);
    REQUIRE(fonts);
    for (int i = 0; i < kStyleCount; ++i) {
      const ImFont* font = fonts->of(static_cast<Style>(i));
      const float advance = font->FindGlyph('0')->AdvanceX;
      for (ImWchar c = '0'; c <= '9'; ++c) CHECK(font->FindGlyph(c)->AdvanceX == advance);
      for (const int code : {0x2212, 0x2026, 0x2013, 0x2019, 0xB7, 0xD7, 0xB2, 0x25B2, 0x25BC, 0x25A0, 0x2713,
                             0x2191, 0x2193, 0xE9}) {
        const auto sign = static_cast<ImWchar>(code);
        CAPTURE(i);
        CAPTURE(code);
        CHECK(font->FindGlyphNoFallback(sign) != nullptr);
      }
      CHECK(font->CalcTextSizeA(font->FontSize, 1e9F, 0, "Depth").x > 10);
    }
  }
  ImGui::DestroyContext();
}

TEST_CASE("fonts are built of what was read once") {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  auto files = installed_fonts();
  for (FontFile* file : {&files.display, &files.strong, &files.body, &files.label, &files.fallback})
    file->path = "/nowhere";
  for (const float scale : {1.0F, 2.0F}) CHECK(Fonts::build(files, scale));
  ImGui::DestroyContext();
}

TEST_CASE("without any face there is an error in words") {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;  // nothing is written into the working folder
  const auto fonts = Fonts::build({}, 1.0F);
  REQUIRE_FALSE(fonts);
  CHECK(fonts.error().message.find("fonts-inter") != std::string::npos);
  ImGui::DestroyContext();
}
