#include "trainer/ui/kit/fonts.h"

#include <imgui.h>

#include <cmath>
#include <fstream>
#include <iterator>

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

const FontFile& face(const FontFiles& files, Style style) {
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

ImFont* add(const FontFile& file, float em, float height, const ImWchar* ranges, bool merge, bool digits) {
  ImFontConfig config;
  config.MergeMode = merge;
  config.OversampleH = 2;
  config.PixelSnapH = true;
  if (digits) config.GlyphMinAdvanceX = config.GlyphMaxAdvanceX = std::round(kDigitAdvance * em);
  config.FontDataOwnedByAtlas = false;
  // The atlas does not change what it is not the owner of, and has no use for it once it is built.
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(file.bytes.data()),
                                                    static_cast<int>(file.bytes.size()),
                                                    std::round(em * height), &config, ranges);
}

FontFile first_of(const std::vector<std::string>& paths) {
  FontFile file{engine::platform::first_readable(paths), {}};
  std::ifstream in(file.path, std::ios::binary);
  file.bytes.assign(std::istreambuf_iterator<char>(in), {});
  return file;
}

FontFile inter(const std::string& face) {
  return first_of(
      {"/usr/share/fonts/opentype/inter/" + face + ".otf", "/usr/local/share/fonts/" + face + ".otf"});
}

}  // namespace

FontFiles installed_fonts() {
  return {.display = inter("InterDisplay-SemiBold"),
          .strong = inter("Inter-SemiBold"),
          .body = inter("Inter-Regular"),
          .label = inter("Inter-Medium"),
          .fallback = first_of({"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"})};
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
    const FontFile& file = own ? face(files, style) : files.fallback;
    if (file.empty())
      return engine::core::fail("no font can be read: install fonts-inter or fonts-dejavu-core");
    const float em = std::round(spec(style).size * scale);
    const float height = own ? kInterHeight : kDejaVuHeight;
    ImFont* font = add(file, em, height, kDigits, false, true);
    if (font == nullptr) return engine::core::fail("the font " + file.path + " cannot be read");
    add(file, em, height, kLetters, true, false);
    if (!files.fallback.empty()) add(files.fallback, em, kDejaVuHeight, kSigns, true, false);
    fonts.fonts_[static_cast<std::size_t>(i)] = font;
  }
  if (!atlas.Build()) return engine::core::fail("the fonts cannot be built");
  return fonts;
}

}  // namespace trainer::ui
