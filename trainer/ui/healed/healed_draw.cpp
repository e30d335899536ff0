#include <algorithm>
#include <cmath>

#include "trainer/ui/healed/healed_screen.h"
#include "trainer/ui/kit/bar.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

using engine::scalp::SkinKind;
using engine::scalp::Sun;
using words::Text;

constexpr Text kIllustration =
    Text("An illustration from a model of skin, sun and care. It is not a prediction for a person.");

// A caption on the picture.
void draw_tag(Ui& ui, const Rect& picture, std::string_view text) {
  const float w = ui.width(Style::Label, text) + ui.px(20);
  const Rect tag{picture.x + ui.px(12), picture.y + ui.px(12), w, ui.px(28)};
  ui.fill(tag, with_alpha(ink::kTag, 0.92), 8);
  ui.text_in(tag, Style::Label, ink::kTagText, text, Align::Centre);
}

// A line to drag, the bare skin on its left, the work on its right.
void draw_wipe(Ui& ui, const HealedLayout& layout, HealedIntents& intents) {
  const float x = layout.experts.right();
  const Frame f{layout.bar, ui.scale, false};
  const Touched press = ui.press("wipe", wipe_handle(f, layout));
  if (press.held) intents.say(SetWipe{(ImGui::GetIO().MousePos.x - layout.yours.x) / layout.yours.w});
  ui.line({x, layout.yours.y}, {x, layout.yours.bottom()}, ink::kTagText, 2);
  ui.disc({x, layout.yours.centre().y}, ui.px(14), ink::kTag);
  const float y = layout.yours.centre().y;
  for (const float side : {-1.0F, 1.0F})
    ui.triangle({x + side * ui.px(9), y}, {x + side * ui.px(3), y - ui.px(5)},
                {x + side * ui.px(3), y + ui.px(5)}, ink::kTagText);
  if (press.focused) ui.ring({x, layout.yours.centre().y}, ui.px(17), ui.col(Token::Focus), 2);
  if (layout.experts.w > ui.px(90)) draw_tag(ui, layout.experts, words::say("Before"));
  if (layout.yours.right() - x > ui.px(90))
    draw_tag(ui, {x, layout.yours.y, layout.yours.right() - x, layout.yours.h}, words::say("After"));
}

float draw_rows(Ui& ui, Point at, float width, const HealedView& view) {
  const float right = at.x + width, mine = right - ui.px(76);
  float y = at.y;
  ui.text({mine, y}, Style::Small, ui.col(Token::T3), words::say("you"), Align::Right);
  ui.text({right, y}, Style::Small, ui.col(Token::T3), words::say("expert"), Align::Right);
  y += ui.px(22);
  for (const HealedRow& row : view.rows) {
    const float h = ui.px(24);
    ui.text_in({at.x, y, width - ui.px(160), h}, Style::Label, ui.col(Token::T2), row.name);
    ui.text_in({mine - ui.px(90), y, ui.px(90), h}, Style::Strong, ui.col(row.warn ? Token::Over : Token::Tx),
               row.yours, Align::Right);
    ui.text_in({right - ui.px(72), y, ui.px(72), h}, Style::Label, ui.col(Token::T2), row.experts,
               Align::Right);
    y += ui.px(26);
  }
  return y - at.y;
}

struct Choice {
  std::string id, shown;
};

// A row of choices of which one holds; returns its height.
template <std::size_t N, class Chosen>
float draw_choice(Ui& ui, Point at, float width, Text title, const std::array<Choice, N>& choices, int chosen,
                  const Chosen& choose) {
  ui.text(at, Style::Label, ui.col(Token::T2), words::say(title));
  const float w = (width - ui.px(4) * (N - 1)) / N;
  for (std::size_t i = 0; i < N; ++i)
    if (button(ui, std::string(title.english) + choices.at(i).id,
               {at.x + static_cast<float>(i) * (w + ui.px(4)), at.y + ui.px(24), w, ui.px(32)},
               choices.at(i).shown, {.chosen = static_cast<int>(i) == chosen, .small = true}))
      choose(static_cast<int>(i));
  return ui.px(68);
}

template <std::size_t N>
std::array<Choice, N> named(const std::array<Text, N>& names) {
  std::array<Choice, N> choices;
  for (std::size_t i = 0; i < N; ++i)
    choices.at(i) = {std::string(names.at(i).english), words::say(names.at(i))};
  return choices;
}

std::array<Choice, kDistancesM.size()> distances() {
  std::array<Choice, kDistancesM.size()> choices;
  for (std::size_t i = 0; i < choices.size(); ++i)
    choices.at(i) = {fmt::format("{:g} m", kDistancesM.at(i)), words::say("{:g} m", kDistancesM.at(i))};
  return choices;
}

void draw_side(Ui& ui, const Rect& r, const HealedView& view, const HealedPanel& panel,
               HealedIntents& intents) {
  ui.panel(r);
  const Rect in = r.inset(ui.px(16));
  Scroller scroller(ui, "healed", in);
  const float w = in.w - ui.px(16);  // beside the scroll bar
  float y = scroller.top();
  ui.text({in.x, y}, Style::Heading, ui.col(Token::Tx), view.title);
  y += ui.px(34);
  y += ui.paragraph({in.x, y}, w, Style::Label, ui.col(Token::T2), view.sentence) + ui.px(12);
  y += draw_rows(ui, {in.x, y}, w, view);
  ui.rule(in.x, in.x + w, y + ui.px(2));
  y += ui.px(14);
  if (view.head) {
    y += draw_choice(ui, {in.x, y}, w, Text("Seen from"), distances(), panel.distance,
                     [&](int i) { intents.say(SeeFrom{i}); });
    y += draw_choice(ui, {in.x, y}, w, Text("Client's sun"),
                     named<4>({Text("Cover"), Text("Indoors"), Text("Mixed"), Text("Outdoor")}),
                     static_cast<int>(panel.sun), [&](int i) { intents.say(LiveIn{static_cast<Sun>(i)}); });
    y += draw_choice(ui, {in.x, y}, w, Text("Skin"), named<3>({Text("Dry"), Text("Normal"), Text("Oily")}),
                     static_cast<int>(panel.skin),
                     [&](int i) { intents.say(SkinIs{static_cast<SkinKind>(i)}); });
    const auto show = [&](int i) { intents.say(ShowExtent{static_cast<Extent>(i)}); };
    const int shown = static_cast<int>(panel.extent);
    y += view.finishes
             ? draw_choice(ui, {in.x, y}, w, Text("Shown"),
                           named<3>({Text("The patch"), Text("Whole head"), Text("Finished")}), shown, show)
             : draw_choice(ui, {in.x, y}, w, Text("Shown"), named<2>({Text("The patch"), Text("Whole head")}),
                           shown, show);
    if (!view.density.empty())
      y += ui.paragraph({in.x, y - ui.px(6)}, w, Style::Small, ui.col(Token::T2), view.density) + ui.px(6);
    if (!view.continued.empty())
      y += ui.paragraph({in.x, y - ui.px(6)}, w, Style::Small, ui.col(Token::T2), view.continued) + ui.px(6);
    y += draw_choice(ui, {in.x, y}, w, Text("Compare with"), named<2>({Text("An expert"), Text("Before")}),
                     panel.wipe ? 1 : 0, [&](int i) { intents.say(ShowWipe{i == 1}); });
  }
  ui.rule(in.x, in.x + w, y);
  y += ui.px(12);
  ui.text({in.x, y}, Style::Strong, ui.col(Token::Tx), words::say("Why it matters"));
  y += ui.px(26);
  y += ui.paragraph({in.x, y}, w, Style::Label, ui.col(Token::T2), view.why);
  scroller.content(y - scroller.top());
}

void draw_slider(Ui& ui, const Rect& r, const HealedPanel& panel, HealedIntents& intents) {
  ui.panel(r);
  const float pad = std::min(ui.px(84), r.w / 10), left = r.x + pad, width = r.w - 2 * pad,
              y = r.y + ui.px(52);
  const auto x_of = [&](double share) { return left + width * static_cast<float>(share); };
  const float at = x_of(share_at(panel.days));
  ui.line({left, y}, {left + width, y}, ui.col(Token::S3), 6);
  ui.line({left, y}, {at, y}, ui.col(Token::Ac), 6);
  const Rect rail{left - ui.px(14), y - ui.px(16), width + ui.px(28), ui.px(32)};
  const Touched rail_press = ui.press("years", rail);
  // Not when Enter presses it: the pointer may stand anywhere then.
  if (rail_press.held) intents.say(SetAge{days_at((ImGui::GetIO().MousePos.x - left) / width)});
  const float column = width / (kAgeStops.size() - 1);
  for (std::size_t i = 0; i < kAgeStops.size(); ++i) {
    const AgeStop& stop = kAgeStops.at(i);
    const float x = x_of(static_cast<double>(i) / (kAgeStops.size() - 1));
    const bool here = std::abs(stop.days - panel.days) < 0.5;
    ui.disc({x, y}, ui.px(5), ui.col(stop.days <= panel.days ? Token::Ac : Token::Edge));
    const Rect name{x - ui.px(40), r.y + ui.px(10), ui.px(80), ui.px(26)};
    const Touched press = ui.press(stop.name.english, name);
    if (press.focused) ui.focus_ring(name, 6);
    if (press.clicked) intents.say(SetAge{stop.days});
    ui.text_in(name, here ? Style::Strong : Style::Label,
               ui.col(here || press.hovered ? Token::Tx : Token::T2), words::say(stop.name), Align::Centre);
    const float half = std::min(column / 2 - ui.px(4), x - r.x - ui.px(4));
    ui.text_in({x - half, y + ui.px(16), 2 * half, ui.px(20)}, Style::Small,
               ui.col(here ? Token::Tx : Token::T3), words::say(stop.what), Align::Centre);
  }
  ui.disc({at, y}, ui.px(11), ui.col(Token::Tx));
  ui.disc({at, y}, ui.px(6), ui.col(Token::Ac));
  if (rail_press.focused) ui.focus_ring({at - ui.px(14), y - ui.px(14), ui.px(28), ui.px(28)}, 14);
  ui.text_in({r.x + ui.px(12), r.bottom() - ui.px(28), r.w - ui.px(24), ui.px(20)}, Style::Small,
             ui.col(Token::T3), words::say(kIllustration), Align::Centre);
}

}  // namespace

void draw_healed(Ui& ui, const HealedLayout& layout, const HealedView& view, const HealedPanel& panel,
                 HealedIntents& intents) {
  draw_bar(ui, layout.bar,
           {.back = Command::BackToReview,
            .path = view.lesson,
            .title = words::say("Healed view"),
            .primary = words::say("Back to review"),
            .primary_command = Command::BackToReview},
           intents);
  if (panel.wipe) {
    draw_wipe(ui, layout, intents);
  } else {
    draw_tag(ui, layout.yours,
             view.continued.empty() ? words::say("Your work") : words::say("Continued from your hand"));
    draw_tag(ui, layout.experts,
             !view.continued.empty() ? words::say("An expert over the whole head")
             : view.head             ? words::say("Expert, same client")
                                     : words::say("Expert, same pad"));
  }
  draw_side(ui, layout.side, view, panel, intents);
  draw_slider(ui, layout.slider, panel, intents);
}

}  // namespace trainer::ui
