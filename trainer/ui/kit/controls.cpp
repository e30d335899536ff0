#include "trainer/ui/kit/controls.h"

#include <algorithm>

#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

struct Paint {
  Colour back, text, edge;
  bool has_edge = false;
};

Paint paint_of(const Ui& ui, const ButtonSpec& spec, const Touched& p) {
  const auto c = [&ui](Token t) { return ui.col(t); };
  if (!spec.enabled) return {c(Token::S2), c(Token::T3), c(Token::S2)};
  if (spec.chosen) return {c(Token::Acd), c(Token::Tx), c(Token::Ac), true};
  switch (spec.look) {
    case Look::Primary: {
      const Colour back = p.held      ? mix(c(Token::Ac), colour(Theme::HighContrast, Token::Bg), 0.2)
                          : p.hovered ? mix(c(Token::Ac), c(Token::Tx), 0.14)
                                      : c(Token::Ac);
      return {back, c(Token::OnAc), back};
    }
    case Look::Normal:
      return {p.held      ? c(Token::S2)
              : p.hovered ? c(Token::Hov)
                          : c(Token::S3),
              c(Token::Tx), c(Token::Edge), ui.theme == Theme::HighContrast};
    case Look::Outline:
      return {p.held      ? c(Token::S2)
              : p.hovered ? c(Token::S3)
                          : c(Token::S1),
              c(Token::Tx), c(Token::Edge), true};
    case Look::Danger:
      return {p.hovered ? c(Token::Crit) : c(Token::S1), p.hovered ? c(Token::Bg) : c(Token::Crit),
              c(Token::Crit), true};
    case Look::Quiet:
      return {p.hovered ? c(Token::S3) : with_alpha(c(Token::S1), 0), c(Token::Tx), c(Token::Edge)};
  }
  return {};
}

float key_cap_width(const Ui& ui, std::string_view key) {
  return std::max(ui.px(20), ui.width(Style::Small, key) + ui.px(12));
}

void key_cap(const Ui& ui, const Rect& r, std::string_view key, Colour c) {
  ui.frame(r, c, 4);
  ui.text_in(r, Style::Small, c, key, Align::Centre);
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonSpec& spec) {
  float w =
      ui.width(spec.small ? Style::Label : Style::Strong, label) + 2 * ui.px(spec.small ? 12 : 16) + ui.px(2);
  if (spec.icon != Icon::None) w += ui.px(28);
  if (!spec.key.empty()) w += key_cap_width(ui, spec.key) + ui.px(8);
  return w;
}

bool button(Ui& ui, std::string_view id, const Rect& r, std::string_view label, const ButtonSpec& spec) {
  const Touched p = ui.press(id, r, spec.enabled);
  const Paint paint = paint_of(ui, spec, p);
  if (paint.back.a > 0) ui.fill(r, paint.back, 8);
  if (paint.has_edge) ui.frame(r, paint.edge, 8);
  if (p.focused) ui.focus_ring(r, 8);
  const Style style = spec.small ? Style::Label : Style::Strong;
  float w = ui.width(style, label) + (spec.icon != Icon::None ? ui.px(28) : 0);
  if (!spec.key.empty()) w += key_cap_width(ui, spec.key) + ui.px(8);
  const float pad = ui.px(spec.small ? 3 : 8);
  float x = r.x + std::max(pad, (r.w - w) / 2);
  if (spec.icon != Icon::None) {
    draw_icon(ui, spec.icon, {x + ui.px(10), r.centre().y}, paint.text);
    x += ui.px(28);
  }
  float end = r.right() - pad;
  if (!spec.key.empty()) {
    const float cap = key_cap_width(ui, spec.key);
    const float cap_x = std::min(end - cap, x + ui.width(style, label) + ui.px(8));
    key_cap(ui, {cap_x, r.centre().y - ui.px(10), cap, ui.px(20)}, spec.key, paint.text);
    end = cap_x - ui.px(8);
  }
  ui.text_in({x, r.y, end - x, r.h}, style, paint.text, label);
  return p.clicked;
}

bool tool(Ui& ui, std::string_view id, const Rect& r, Icon icon, std::string_view key, bool chosen,
          bool enabled, std::string_view tip) {
  const Touched p = ui.press(id, r, enabled);
  if (chosen)
    ui.fill(r, ui.col(Token::Acd), 8);
  else if (p.hovered)
    ui.fill(r, ui.col(p.held ? Token::S2 : Token::S3), 8);
  if (p.focused) ui.focus_ring(r, 8);
  const bool roomy = r.h >= ui.px(36);  // for the letter beside the icon; the tip names it anyway
  draw_icon(ui, icon, {r.centre().x, r.centre().y - ui.px(2)},
            ui.col(!enabled ? Token::Edge
                   : chosen ? Token::Ac
                            : Token::T2));
  if (roomy)
    ui.text({r.right() - ui.px(4), r.bottom() - ui.px(17)}, Style::Small,
            ui.col(chosen ? Token::Tx : Token::T3), key, Align::Right);
  if (p.hovered) tooltip(ui, roomy || key.empty() ? std::string(tip) : words::say("{}  {}", tip, key));
  return p.clicked;
}

float chip(const Ui& ui, Point at, std::string_view label, Colour text, Colour back) {
  const Rect r{at.x, at.y, ui.width(Style::Small, label) + ui.px(20), ui.px(24)};
  ui.fill(r, back, 12);
  ui.text_in({r.x + ui.px(10), r.y, r.w, r.h}, Style::Small, text, label);
  return r.w;
}

bool toggle(Ui& ui, std::string_view id, const Rect& r, std::string_view label, bool on) {
  return button(ui, id, r, label,
                {.look = Look::Normal, .chosen = on, .icon = on ? Icon::Check : Icon::None, .small = true});
}

bool card(Ui& ui, std::string_view id, const Rect& r, bool chosen) {
  const Touched p = ui.press(id, r);
  ui.fill(r, ui.col(chosen ? Token::Acd : p.hovered ? Token::S3 : Token::S2), 8);
  if (chosen)
    ui.frame(r, ui.col(Token::Ac), 8, 2);
  else if (ui.theme == Theme::HighContrast)
    ui.frame(r, ui.col(Token::Edge), 8);
  if (p.focused) ui.focus_ring(r, 8);
  return p.clicked;
}

float draw_runs(const Ui& ui, Point at, std::string_view line, RunStyle marked, RunStyle other, Align align) {
  const std::vector<TextPart> all = text_parts(line);
  const auto look = [&](const TextPart& run) { return run.marked ? marked : other; };
  float width = 0;
  for (const TextPart& run : all) width += ui.width(look(run).style, run.text);
  float x = align == Align::Right ? at.x - width : align == Align::Centre ? at.x - width / 2 : at.x;
  for (const TextPart& run : all) {
    ui.text({x, at.y}, look(run).style, ui.col(look(run).token), run.text);
    x += ui.width(look(run).style, run.text);
  }
  return width;
}

void tooltip(const Ui& ui, std::string_view text) {
  if (text.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_PopupBg, im(ui.col(Token::S2)));
  ImGui::PushStyleColor(ImGuiCol_Border, im(ui.col(Token::Line)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(8)));
  ImGui::BeginTooltip();
  ImGui::PushFont(ui.fonts.of(Style::Label));
  ImGui::PushStyleColor(ImGuiCol_Text, im(ui.col(Token::Tx)));
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  ImGui::EndTooltip();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(2);
}

}  // namespace trainer::ui
