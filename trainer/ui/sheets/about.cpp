#include "trainer/ui/sheets/about.h"

#include "trainer/ui/sheets/sheets.h"
#include "trainer/words/say.h"

namespace trainer::ui {

AboutView make_about_view(std::string_view version) {
  return {words::say("SMP Trainer {}, a training simulator for scalp micropigmentation.", version),
          words::say("Practice here does not make anyone competent on a living client.")};
}

void draw_about(Ui& ui, const Frame& frame, const AboutView& view, Intents& intents) {
  const Rect in = open_sheet(ui, frame, 560, 176, words::say("About"), intents);
  const float used = ui.paragraph({in.x, in.y}, in.w, Style::Body, ui.col(Token::Tx), view.program, 2);
  ui.paragraph({in.x, in.y + used + ui.px(8)}, in.w, Style::Body, ui.col(Token::T2), view.caution, 2);
}

}  // namespace trainer::ui
