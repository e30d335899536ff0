#include "trainer/ui/kit/ui.h"

#include <algorithm>
#include <cmath>

#include "engine/core/units.h"

namespace trainer::ui {

namespace {

constexpr auto kTurn = static_cast<float>(2 * engine::core::kPi);

ImDrawList& list() {
  return *ImGui::GetWindowDrawList();
}
ImVec2 iv(Point p) {
  return {p.x, p.y};
}
ImVec2 low(const Rect& r) {
  return {std::round(r.x), std::round(r.y)};
}
ImVec2 high(const Rect& r) {
  return {std::round(r.right()), std::round(r.bottom())};
}
Rect clip_now() {
  const ImVec2 a = list().GetClipRectMin(), b = list().GetClipRectMax();
  return {a.x, a.y, b.x - a.x, b.y - a.y};
}
// What Tab comes to is scrolled to, where it lies in a scroller and out of sight.
void bring_into_view(const Rect& r) {
  const Rect clip = clip_now();
  if (r.y < clip.y || r.bottom() > clip.bottom()) ImGui::SetScrollHereY();
}
int segments(float radius) {
  return std::max(12, static_cast<int>(std::sqrt(radius) * 4.0F));
}

}  // namespace

ImU32 im(Colour c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

void set_bare_style(float scale) {
  ImGuiStyle style;
  style.WindowPadding = {0, 0};
  style.ItemSpacing = {0, 0};
  style.WindowBorderSize = 0;
  style.ScrollbarSize = 8;
  style.ScaleAllSizes(scale);
  style.WindowMinSize = {1, 1};  // ImGui allows no less, at no scale
  ImGui::GetStyle() = style;
}

void Focus::begin_frame() {
  order.clear();
}

void Focus::end_frame() {
  press = false;
  if (std::find(order.begin(), order.end(), at) == order.end()) at = 0;
}

void Focus::move(int by) {
  if (order.empty()) return;
  const auto n = static_cast<int>(order.size());
  const auto found = std::find(order.begin(), order.end(), at);
  const int now = found == order.end() ? (by > 0 ? -1 : 0) : static_cast<int>(found - order.begin());
  at = order[static_cast<std::size_t>((now + by + n) % n)];
  moved = true;
}

float Ui::hairline() const {
  return std::max(1.0F, std::round(scale));
}

float Ui::width(Style style, std::string_view text) const {
  const ImFont* font = fonts.of(style);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0.0F, text.data(), text.data() + text.size()).x;
}

Measure Ui::measure(Style style) const {
  return [this, style](std::string_view s) { return width(style, s); };
}

Touched Ui::press(std::string_view id, const Rect& r, bool enabled) {
  const bool takes = enabled && !blocked && r.w >= 1 && r.h >= 1;
  if (drawn != nullptr) drawn->controls.push_back({std::string(id), r, clip_now(), takes});
  if (!takes) return {};
  ImGui::SetCursorScreenPos({r.x, r.y});
  const std::string name(id);
  const unsigned number = ImGui::GetID(name.c_str());
  focus.order.push_back(number);
  Touched p;
  if (!keys_only) {
    p.clicked = ImGui::InvisibleButton(name.c_str(), {r.w, r.h});
    p.hovered = ImGui::IsItemHovered();
    p.held = ImGui::IsItemActive();
  }
  p.focused = focus.at == number;
  if (p.focused && focus.moved) bring_into_view(r);
  if (p.focused) focus.moved = false;
  if (p.focused && drawn != nullptr) drawn->controls.back().focused = true;
  if (p.clicked) focus.at = 0;
  if (p.focused && focus.press) {
    p.clicked = true;
    focus.press = false;
  }
  return p;
}

void Ui::fill(const Rect& r, Colour c, float radius_pt) const {
  list().AddRectFilled(low(r), high(r), im(c), px(radius_pt));
}

void Ui::frame(const Rect& r, Colour c, float radius_pt, float line_pt) const {
  const float w = std::max(1.0F, std::round(px(line_pt)));
  const ImVec2 a = low(r), b = high(r);
  list().AddRect({a.x + w / 2, a.y + w / 2}, {b.x - w / 2, b.y - w / 2}, im(c), px(radius_pt), 0, w);
}

void Ui::panel(const Rect& r) const {
  fill(r, col(Token::S1), 12);
  frame(r, col(Token::Line), 12);
}

void Ui::rule(float x0, float x1, float y) const {
  fill({x0, std::round(y), x1 - x0, hairline()}, col(Token::Line));
}

void Ui::line(Point a, Point b, Colour c, float line_pt) const {
  list().AddLine(iv(a), iv(b), im(c), px(line_pt));
}

void Ui::disc(Point at, float radius, Colour c) const {
  list().AddCircleFilled(iv(at), radius, im(c), segments(radius));
}

void Ui::ring(Point at, float radius, Colour c, float line_pt) const {
  list().AddCircle(iv(at), radius, im(c), segments(radius), px(line_pt));
}

void Ui::arc(Point at, float radius, float from_turn, float to_turn, Colour c, float line_pt) const {
  if (to_turn <= from_turn) return;
  const float quarter = kTurn / 4;
  list().PathArcTo(iv(at), radius, from_turn * kTurn - quarter, to_turn * kTurn - quarter,
                   segments(radius) * 2);
  list().PathStroke(im(c), 0, px(line_pt));
}

void Ui::triangle(Point a, Point b, Point c, Colour colour) const {
  list().AddTriangleFilled(iv(a), iv(b), iv(c), im(colour));
}

void Ui::focus_ring(const Rect& r, float radius_pt) const {
  frame(r.inset(-px(4)), col(Token::Focus), radius_pt + 4, 2);
}

void Ui::text(Point at, Style style, Colour c, std::string_view s, Align align) const {
  write(at, style, c, s, align, false);
}

void Ui::write(Point at, Style style, Colour c, std::string_view s, Align align, bool cut) const {
  ImFont* font = fonts.of(style);
  float x = at.x;
  if (align != Align::Left) x -= width(style, s) * (align == Align::Centre ? 0.5F : 1.0F);
  const float y = at.y + (line(style) - font->FontSize) / 2;
  if (drawn != nullptr && !s.empty())
    drawn->texts.push_back({std::string(s), style, {x, y, width(style, s), font->FontSize}, clip_now(), cut});
  list().AddText(font, font->FontSize, {std::round(x), std::round(y)}, im(c), s.data(), s.data() + s.size());
}

void Ui::text_in(const Rect& r, Style style, Colour c, std::string_view s, Align align) const {
  const std::string shown = shorten(s, r.w + 1, measure(style));
  const float x = align == Align::Left ? r.x : align == Align::Right ? r.right() : r.centre().x;
  write({x, r.y + (r.h - line(style)) / 2}, style, c, shown, align, shown != s);
}

float Ui::paragraph(Point at, float width, Style style, Colour c, std::string_view s, int most_lines) const {
  float y = at.y;
  const auto lines = wrap(s, width, measure(style), most_lines);
  // Only the last line can end in something left out.
  const bool cut = !lines.empty() && !s.ends_with(lines.back());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    write({at.x, y}, style, c, lines[i], Align::Left, cut && i + 1 == lines.size());
    y += line(style);
  }
  return y - at.y;
}

float Ui::paragraph_height(float width, Style style, std::string_view s, int most_lines) const {
  return line(style) * static_cast<float>(wrap(s, width, measure(style), most_lines).size());
}

// ---- surfaces

Surface::Surface(const char* name, const Rect& r, bool above) {
  ImGui::SetNextWindowPos({r.x, r.y});
  ImGui::SetNextWindowSize({std::max(1.0F, r.w), std::max(1.0F, r.h)});
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                           ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
  // A window with this flag is put behind those that are there already.
  if (!above) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin(name, nullptr, flags);
}

Surface::~Surface() {
  ImGui::End();
}

Scroller::Scroller(Ui& ui, const char* name, const Rect& r) : origin_x_(r.x) {
  ImGui::SetCursorScreenPos({r.x, r.y});
  ImGui::BeginChild(name, {r.w, r.h}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                        ImGuiWindowFlags_NoSavedSettings | (ui.blocked ? ImGuiWindowFlags_NoInputs : 0));
  top_ = r.y - ImGui::GetScrollY();
}

Scroller::~Scroller() {
  ImGui::EndChild();
}

void Scroller::content(float height) const {
  ImGui::SetCursorScreenPos({origin_x_, top_ + height});
  ImGui::Dummy({1, 1});
}

}  // namespace trainer::ui
