#include "trainer/ui/work/overlay_list.h"

#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"

namespace trainer::ui {

namespace {

constexpr float kRow = 36, kHead = 44, kFoot = 36;
constexpr int kMost = 3;  // besides the template (docs/design.md 7)

}  // namespace

words::Text overlay_name(Overlay overlay) {
  switch (overlay) {
    case Overlay::Template:
      return words::Text("Template");
    case Overlay::Spacing:
      return words::Text("Spacing ring");
    case Overlay::PatchGrid:
      return words::Text("Patch grid");
    case Overlay::Midline:
      return words::Text("Midline");
    case Overlay::Landmarks:
      return words::Text("Landmarks");
    case Overlay::Thirds:
      return words::Text("Thirds of the face");
    case Overlay::NextDot:
      return words::Text("Next dot");
    case Overlay::Expert:
      return words::Text("Expert\u2019s dots");
    case Overlay::DensityMap:
      return words::Text("Density map");
    case Overlay::SpacingMap:
      return words::Text("Spacing map");
    case Overlay::DepthMap:
      return words::Text("Depth map");
    case Overlay::Rows:
      return words::Text("Rows");
  }
  return {};
}

float overlay_list_height_pt(const OverlayListView& view) {
  return kHead + kRow * static_cast<float>(view.rows.size()) + kFoot;
}

void draw_overlay_list(Ui& ui, const Rect& r, const OverlayListView& view, WorkIntents& intents) {
  ui.panel(r);
  const Rect in = r.inset(ui.px(12));
  ui.text({in.x, in.y}, Style::Strong, ui.col(Token::Tx), words::say("Overlays"));
  ui.text({in.right(), in.y + ui.px(3)}, Style::Small, ui.col(Token::T3),
          words::say("{} closes", key_of(Command::Back, ui.left_handed)), Align::Right);
  float y = in.y + ui.px(kHead - 12);
  for (const OverlayRow& row : view.rows) {
    const bool full = !row.on && row.overlay != Overlay::Template && view.on_besides_template >= kMost;
    const Rect line{in.x, y, in.w, ui.px(32)};
    if (row.allowed && !full) {
      if (toggle(ui, overlay_name(row.overlay).english, line, words::say(overlay_name(row.overlay)), row.on))
        intents.say(ToggleOverlay{row.overlay});
    } else {
      ui.text_in({line.x + ui.px(12), line.y, line.w, line.h}, Style::Label, ui.col(Token::T3),
                 row.allowed ? words::say(overlay_name(row.overlay))
                             : words::say("{} (not in this lesson)", words::say(overlay_name(row.overlay))));
    }
    y += ui.px(kRow);
  }
  ui.text_in({in.x, y, in.w, ui.px(20)}, Style::Small, ui.col(Token::T3),
             words::say("Three at most, and the template"));
}

}  // namespace trainer::ui
