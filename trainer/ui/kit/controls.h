// Buttons, chips, toggles and cards (components of the interface, each in all its states).
#pragma once

#include <string_view>

#include "trainer/ui/kit/icon.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

enum class Look { Primary, Normal, Outline, Danger, Quiet };
struct ButtonSpec {
  Look look = Look::Normal;
  bool enabled = true;
  bool chosen = false;
  Icon icon = Icon::None;
  std::string_view key = {};  // key cap at the end
  bool small = false;         // 32 high, label
};

// True when pressed. `id` is unique in its surface.
bool button(Ui& ui, std::string_view id, const Rect& r, std::string_view label, const ButtonSpec& spec = {});
float button_width(const Ui& ui, std::string_view label, const ButtonSpec& spec = {});  // px
// 44 x 44 in the rail; key letter at the lower right.
bool tool(Ui& ui, std::string_view id, const Rect& r, Icon icon, std::string_view key, bool chosen,
          bool enabled, std::string_view tip);
// 24 high, only information; returns its width.
float chip(const Ui& ui, Point at, std::string_view label, Colour text, Colour back);
bool toggle(Ui& ui, std::string_view id, const Rect& r, std::string_view label, bool on);
// A rectangle that can be pressed; s2, chosen: acd with an ac border.
bool card(Ui& ui, std::string_view id, const Rect& r, bool chosen);
void tooltip(const Ui& ui, std::string_view text);
// One line from its left or its right end, what is marked in it (text.h) in a style of its own; returns its
// width.
struct RunStyle {
  Style style = Style::Body;
  Token token = Token::Tx;
};
float draw_runs(const Ui& ui, Point at, std::string_view line, RunStyle marked, RunStyle other,
                Align align = Align::Left);

}  // namespace trainer::ui
