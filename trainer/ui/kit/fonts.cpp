#include "trainer/ui/kit/fonts.h"

#include <imgui.h>

#include <cmath>

#include "engine/platform/paths.h"

namespace trainer::ui {

namespace {

// ImGui scales by ascent minus descent of the face, designers by the em.
constexpr float kInterHeight = 1.2102F;   // hhea of Inter 4: 0.96875 + 0.24142
constexpr float kDejaVuHeight = 1.1641F;  // hhea of DejaVu Sans: 0.92822 + 0.23584
constexpr float kDigitAdvance = 0.63F;    // of the em: the width of Inter's tabular digits

constexpr ImWchar kDigits[] = {'0', '9', 0};
constexpr ImWchar kLetters[] = {0x0020, 0x002F, 0x003A, 0x017F, 0x03B1, 0x03C9, 0x0394, 0x0394,
                                0x2009, 0x200A, 0x2010, 0x2027, 0x2030, 0x203A, 0x2070, 0x2089,
                                0x2190, 0x2193, 0x21E7, 0x21E7, 0x2212, 0x2212, 0x221A, 0x221A,
                                0x2248, 0x2248, 0x2264, 0x2265, 0x23CE, 0x23CE, 0};
constexpr ImWchar kSigns[] = {0x2190, 0x2193, 0x21E7, 0x21E7, 0x2264, 0x2265, 0x23CE, 0x23CE,
                              0x25A0, 0x25A0, 0x25B2, 0x25B2, 0x25B6, 0x25B6, 0x25BC, 0x25BC,
                              0x25CF, 0x25CF, 0x2713, 0x2713, 0x2715, 0x2715, 0};

const std::string& face(const FontFiles& files, Style style) {
  switch (style) {
    case Style::Display:
    case Style::Title:
    case Style::Heading:
      return files.display;
    case Style::Strong:
      return files.strong;
    case Style::Label:
      return files.label;
    case Style::Body:
    case Style::Small:
      break;
  }
  return files.body;
}

ImFont* add(const std::string& path, float em, float height, const ImWchar* ranges, bool merge, bool digits) {
  ImFontConfig config;
  config.MergeMode = merge;
  config.OversampleH = 2;
  config.PixelSnapH = true;
  if (digits) config.GlyphMinAdvanceX = config.GlyphMaxAdvanceX = std::round(kDigitAdvance * em);
  return ImGui::GetIO().Fonts->AddFontFromFileTTF(path.c_str(), std::round(em * height), &config, ranges);
}

std::string inter(const std::string& face) {
  return engine::platform::first_readable(
      {"/usr/share/fonts/opentype/inter/" + face + ".otf", "/usr/local/share/fonts/" + face + ".otf"});
}

}  // namespace

FontFiles installed_fonts() {
  return {.display = inter("InterDisplay-SemiBold"),
          .strong = inter("Inter-SemiBold"),
          .body = inter("Inter-Regular"),
          .label = inter("Inter-Medium"),
          .fallback = engine::platform::first_readable({"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"})};
}

StyleSpec spec(Style style) {
  switch (style) {
    case Style::Display:
      return {40, 48};
    case Style::Title:
      return {28, 36};
    case Style::Heading:
      return {20, 28};
    case Style::Strong:
      return {15, 22};
    case Style::Body:
      return {15, 22};
    case Style::Label:
      return {13, 18};
    case Style::Small:
      return {12, 16};
  }
  return {};
}

engine::core::Result<Fonts> Fonts::build(const FontFiles& files, float scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  Fonts fonts;
  for (int i = 0; i < kStyleCount; ++i) {
    const auto style = static_cast<Style>(i);
    const bool own = !face(files, style).empty();
    const std::string& path = own ? face(files, style) : files.fallback;
    if (path.empty())
      return engine::core::fail("no font can be read: install fonts-inter or fonts-dejavu-core");
    const float em = std::round(spec(style).size * scale);
    const float height = own ? kInterHeight : kDejaVuHeight;
    ImFont* font = add(path, em, height, kDigits, false, true);
    if (font == nullptr) return engine::core::fail("the font " + path + " cannot be read");
    add(path, em, height, kLetters, true, false);
    if (!files.fallback.empty()) add(files.fallback, em, kDejaVuHeight, kSigns, true, false);
    fonts.fonts_[static_cast<std::size_t>(i)] = font;
  }
  if (!atlas.Build()) return engine::core::fail("the fonts cannot be built");
  return fonts;
}

}  // namespace trainer::ui
