#include "trainer/ui/work/overlay_list.h"

#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

constexpr float kRow = 36, kHead = 44, kFoot = 36;
constexpr int kMost = 3;  // besides the template (docs/design.md 7)

}  // namespace

std::string_view overlay_name(Overlay overlay) {
  switch (overlay) {
    case Overlay::Template:
      return "Template";
    case Overlay::Spacing:
      return "Spacing ring";
    case Overlay::PatchGrid:
      return "Patch grid";
    case Overlay::Midline:
      return "Midline";
    case Overlay::Landmarks:
      return "Landmarks";
    case Overlay::Thirds:
      return "Thirds of the face";
    case Overlay::NextDot:
      return "Next dot";
    case Overlay::Expert:
      return "Expert\u2019s dots";
    case Overlay::DensityMap:
      return "Density map";
    case Overlay::SpacingMap:
      return "Spacing map";
    case Overlay::DepthMap:
      return "Depth map";
    case Overlay::Rows:
      return "Rows";
  }
  return {};
}

float overlay_list_height_pt(const OverlayListView& view) {
  return kHead + kRow * static_cast<float>(view.rows.size()) + kFoot;
}

void draw_overlay_list(Ui& ui, const Rect& r, const OverlayListView& view, WorkIntents& intents) {
  ui.panel(r);
  const Rect in = r.inset(ui.px(12));
  ui.text({in.x, in.y}, Style::Strong, ui.col(Token::Tx), "Overlays");
  ui.text({in.right(), in.y + ui.px(3)}, Style::Small, ui.col(Token::T3), "Esc closes", Align::Right);
  float y = in.y + ui.px(kHead - 12);
  for (const OverlayRow& row : view.rows) {
    const bool full = !row.on && row.overlay != Overlay::Template && view.on_besides_template >= kMost;
    const Rect line{in.x, y, in.w, ui.px(32)};
    if (row.allowed && !full) {
      if (toggle(ui, overlay_name(row.overlay), line, overlay_name(row.overlay), row.on))
        intents.say(ToggleOverlay{row.overlay});
    } else {
      ui.text_in({line.x + ui.px(12), line.y, line.w, line.h}, Style::Label, ui.col(Token::T3),
                 words::say(row.allowed ? "{}" : "{} (not in this lesson)", overlay_name(row.overlay)));
    }
    y += ui.px(kRow);
  }
  ui.text_in({in.x, y, in.w, ui.px(20)}, Style::Small, ui.col(Token::T3), "Three at most, and the template");
}

}  // namespace trainer::ui
