#include "bench/captions.h"

#include <cmath>

#include "trainer/ui/kit/fonts.h"

namespace bench {

engine::core::Result<Captions> Captions::make(float em_px) {
  const auto files = trainer::ui::installed_fonts();
  const trainer::ui::FontFile& face = files.body.empty() ? files.fallback : files.body;
  if (face.empty())
    return engine::core::fail("no font for the captions: install fonts-inter or fonts-dejavu-core");
  Captions out;
  out.font_ = out.atlas_->AddFontFromFileTTF(face.path.c_str(), em_px);
  if (out.font_ == nullptr) return engine::core::fail("the font " + face.path + " cannot be read");
  unsigned char* pixels = nullptr;
  out.atlas_->GetTexDataAsAlpha8(&pixels, &out.width_, &out.height_);
  out.coverage_ = pixels;
  return out;
}

void Captions::write(engine::render::Image& on, int x, int y, int width, const std::string& text) const {
  float pen = 0.0F;
  for (const char letter : text) {
    const ImFontGlyph* glyph = font_->FindGlyph(static_cast<ImWchar>(letter));
    if (glyph == nullptr || pen + glyph->AdvanceX > static_cast<float>(width)) return;
    const int from_x = static_cast<int>(std::lround(glyph->U0 * static_cast<float>(width_))),
              from_y = static_cast<int>(std::lround(glyph->V0 * static_cast<float>(height_))),
              wide = static_cast<int>(std::lround(glyph->X1 - glyph->X0)),
              high = static_cast<int>(std::lround(glyph->Y1 - glyph->Y0));
    const int to_x = x + static_cast<int>(std::lround(pen + glyph->X0)),
              to_y = y + static_cast<int>(std::lround(glyph->Y0));
    for (int j = 0; glyph->Visible && j < high; ++j)
      for (int i = 0; i < wide; ++i) {
        const int px = to_x + i, py = to_y + j;
        if (px < 0 || py < 0 || px >= on.width || py >= on.height) continue;
        const int ink = coverage_[(from_y + j) * width_ + from_x + i];
        auto* p = on.rgba.data() + 4 * (static_cast<std::size_t>(py) * static_cast<std::size_t>(on.width) +
                                        static_cast<std::size_t>(px));
        for (int c = 0; c < 3; ++c) p[c] = static_cast<std::uint8_t>(p[c] * (255 - ink) / 255);
      }
    pen += glyph->AdvanceX;
  }
}

}  // namespace bench
