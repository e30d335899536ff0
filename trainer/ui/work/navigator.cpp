#include "trainer/ui/work/navigator.h"

#include <algorithm>

#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

// Keeps the shape of the map: the largest square in the rectangle.
struct Map {
  Rect square;
  explicit Map(const Rect& r) {
    const float side = std::min(r.w, r.h);
    square = {r.centre().x - side / 2, r.centre().y - side / 2, side, side};
  }
  [[nodiscard]] Point operator()(Point share) const {
    return {square.x + share.x * square.w, square.y + share.y * square.h};
  }
};

void polygon(const Ui& ui, const Map& map, const std::vector<Point>& points, Colour c, float width) {
  for (std::size_t i = 0; i < points.size(); ++i)
    ui.line(map(points[i]), map(points[(i + 1) % points.size()]), c, width);
}

Rect box_of(const Map& map, const std::vector<Point>& corners) {
  Point low = map(corners.front()), high = low;
  for (const Point& share : corners) {
    const Point p = map(share);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void fill_quad(const Map& map, const std::vector<Point>& corners, Colour c) {
  std::vector<ImVec2> flat;
  for (const Point& share : corners) flat.push_back({map(share).x, map(share).y});
  ImGui::GetWindowDrawList()->AddConvexPolyFilled(flat.data(), static_cast<int>(flat.size()), im(c));
}

void draw_patch(Ui& ui, const Map& map, const NavigatorPatch& patch, int number, WorkIntents& intents) {
  if (patch.corners.size() < 3) return;
  const Rect box = box_of(map, patch.corners);
  // At least as large as a finger needs, however small the patch is on the map.
  const float grow = std::max(0.0F, (ui.px(20) - std::min(box.w, box.h)) / 2);
  const auto press = ui.press("patch " + std::to_string(number), box.inset(-grow));
  fill_quad(map, patch.corners,
            patch.done ? ui.col(Token::Acd) : ui.col(press.hovered ? Token::Hov : Token::S3));
  polygon(ui, map, patch.corners,
          ui.col(patch.current ? Token::Tx
                 : patch.done  ? Token::Ac
                               : Token::Edge),
          patch.current ? 2.0F : 1.0F);
  if (patch.done && std::min(box.w, box.h) > ui.px(14))
    draw_icon(ui, Icon::Check, box.centre(), ui.col(Token::Ac));
  if (press.focused) ui.focus_ring(box, 4);
  if (press.clicked) intents.say(FlyToPatch{number});
}

// A word at the edge, always inside the map.
void draw_side(const Ui& ui, const Map& map, Point share, Token token, std::string_view word) {
  const Point at = map(share);
  const bool upper = share.y < 0.5F;
  const float half = ui.width(Style::Small, word) / 2;
  const float x = std::clamp(at.x, map.square.x + half, map.square.right() - half);
  ui.text({x, upper ? at.y + ui.px(6) : at.y - ui.px(22)}, Style::Small, ui.col(token), word, Align::Centre);
}

}  // namespace

void draw_navigator(Ui& ui, const Rect& panel, const NavigatorView& view, WorkIntents& intents) {
  if (panel.h <= 0) return;
  ui.panel(panel);
  Rect r = panel.inset(ui.px(12));
  ui.text_in(r.take_top(ui.px(20)), Style::Label, ui.col(Token::Tx), view.title);
  r.take_top(ui.px(6));
  if (view.more_than_one && panel.h > ui.px(230)) {
    Rect foot = r.take_bottom(ui.px(32));
    r.take_bottom(ui.px(8));
    const float w = (foot.w - ui.px(8)) / 2;
    const auto step = [&](const char* id, float x, const std::string& label, Command command) {
      const std::string key = key_of(command, ui.left_handed);
      ButtonSpec spec{.key = key, .small = true};
      if (button_width(ui, label, spec) > w) spec.key = {};
      if (button(ui, id, {x, foot.y, w, foot.h}, label, spec)) intents.say(command);
    };
    step("patch back", foot.x, words::say("Back"), Command::PatchBack);
    step("patch next", foot.right() - w, words::say("Next"), Command::PatchNext);
  }
  const Map map(r);
  polygon(ui, map, view.outline, ui.col(Token::Edge), 1.5F);
  for (const auto& line : view.features)
    for (std::size_t i = 1; i < line.size(); ++i)
      ui.line(map(line[i - 1]), map(line[i]), ui.col(Token::Edge), 1.5F);
  for (const auto& zone : view.zones) polygon(ui, map, zone, ui.col(Token::T3), 1.0F);
  for (std::size_t i = 0; i < view.patches.size(); ++i)
    draw_patch(ui, map, view.patches[i], static_cast<int>(i), intents);
  if (view.head) {
    draw_side(ui, map, view.nose, Token::T2, words::say("face"));
    ui.disc(map(view.here), ui.px(4), ui.col(Token::Warm));
    const Point you = map({0.5F, 1.0F});
    ui.triangle({you.x, you.y - ui.px(8)}, {you.x + ui.px(6), you.y + ui.px(2)},
                {you.x - ui.px(6), you.y + ui.px(2)}, ui.col(Token::Warm));
    ui.text({you.x + ui.px(12), you.y - ui.px(12)}, Style::Small, ui.col(Token::Warm), words::say("you"));
  } else {
    ui.disc(map(view.here), ui.px(4), ui.col(Token::Warm));
  }
}

}  // namespace trainer::ui
