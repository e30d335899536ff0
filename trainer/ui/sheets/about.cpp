#include "trainer/ui/sheets/about.h"

#include <fmt/format.h>

#include "trainer/ui/sheets/sheets.h"

namespace trainer::ui {

AboutView make_about_view(std::string_view version) {
  return {fmt::format("SMP Trainer {}, a training simulator for scalp micropigmentation.", version),
          "Practice here does not make anyone competent on a living client."};
}

void draw_about(Ui& ui, const Frame& frame, const AboutView& view, Intents& intents) {
  const Rect in = open_sheet(ui, frame, 560, 176, "About", intents);
  const float used = ui.paragraph({in.x, in.y}, in.w, Style::Body, ui.col(Token::Tx), view.program, 2);
  ui.paragraph({in.x, in.y + used + ui.px(8)}, in.w, Style::Body, ui.col(Token::T2), view.caution, 2);
}

}  // namespace trainer::ui
