// The seven text styles, built for one scale: never a stretched atlas.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/core/result.h"

struct ImFont;

namespace trainer::ui {

enum class Style { Display, Title, Heading, Strong, Body, Label, Small };
constexpr int kStyleCount = 7;

// Points at scale 1.
struct StyleSpec {
  float size = 15.0F;  // of the em
  float line = 22.0F;
};
StyleSpec spec(Style style);

// One face, read whole. No bytes: there is none.
struct FontFile {
  std::string path;
  std::vector<char> bytes;
  [[nodiscard]] bool empty() const { return bytes.empty(); }
};
// A face that is empty falls back to `fallback`.
struct FontFiles {
  FontFile display, strong, body, label, fallback;
};
// The faces as Debian installs them: of each the first that can be read. File calls: once, at the start.
FontFiles installed_fonts();

class Fonts {
 public:
  // Fills the current ImGui context's atlas, dropping what was in it. No file call. Error: there is no face,
  // or one cannot be understood.
  static engine::core::Result<Fonts> build(const FontFiles& files, float scale);
  [[nodiscard]] ImFont* of(Style style) const { return fonts_[static_cast<std::size_t>(style)]; }

 private:
  std::array<ImFont*, kStyleCount> fonts_{};
};

}  // namespace trainer::ui
