#include <fmt/format.h>

#include <algorithm>

#include "trainer/ui/kit/bar.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/work/work_screen.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

// A key on a tool has room for one letter.
std::string letter(Command command, bool left_handed) {
  const std::string key = key_of(command, left_handed);
  return key.size() == 1 ? key : std::string();
}

void draw_tools(Ui& ui, const Rect& r, const WorkView& view, WorkIntents& intents) {
  ui.panel(r);
  // The keys of the hand that does not hold the pen (canvas and needle: hands).
  const bool left = ui.left_handed;
  constexpr float kTools = 10, kGaps = 4;
  const float side = std::min(ui.px(44), (r.h - ui.px(12 + 6 * kGaps + 3 * kTools)) / kTools);
  float y = r.y + ui.px(6);
  const auto item = [&](const char* id, Icon icon, const std::string& key, Command command, bool chosen,
                        bool enabled, const std::string& tip) {
    if (tool(ui, id, {r.x + ui.px(6), y, r.w - ui.px(12), side}, icon, key, chosen, enabled, tip))
      intents.say(command);
    y += side + ui.px(3);
  };
  const auto gap = [&] {
    ui.rule(r.x + ui.px(14), r.right() - ui.px(14), y + ui.px(1));
    y += ui.px(6);
  };
  item(
      "undo", Icon::Undo, letter(Command::Undo, left), Command::Undo, false, view.tools.can_undo,
      view.tools.undo_allowed ? words::say("Undo the last press") : words::say("This lesson allows no undo"));
  item("redo", Icon::Redo, letter(Command::Redo, left), Command::Redo, false, view.tools.can_redo,
       words::say("Redo"));
  gap();
  item("reset", Icon::Reset, letter(Command::ResetView, left), Command::ResetView, false, true,
       words::say("Back to the patch at working zoom"));
  item("whole", Icon::Whole, letter(Command::WholeView, left), Command::WholeView, false, true,
       words::say("The whole canvas, and back"));
  item("mirror", Icon::Mirror, letter(Command::HoldMirror, left), Command::Mirror, view.tools.mirror, true,
       words::say("Mirror view, the needle off meanwhile: hold {}, or press twice to keep it",
                  key_of(Command::HoldMirror, left)));
  gap();
  item("next", Icon::Grid, letter(Command::NextEmpty, left), Command::NextEmpty, false, true,
       words::say("To the emptiest spot"));
  // There is room for one of them; the last dot keeps its key.
  if (view.tools.own_stretch)
    item("stretch", Icon::Stretch, letter(Command::Stretch, left), Command::ToggleStretch,
         view.tools.stretched, true,
         words::say("Stretch the skin: hold {}, or press twice to keep it", key_of(Command::Stretch, left)));
  else
    item("last", Icon::Eye, "\u2191", Command::LastDot, false, true,
         words::say("To the last dot ({})", key_of(Command::LastDot, left)));
  gap();
  item("loupe", Icon::Loupe, letter(Command::HoldLoupe, left), Command::ToggleLoupe, view.tools.loupe, true,
       words::say("Loupe: hold {}, or press twice to keep it", key_of(Command::HoldLoupe, left)));
  const std::string over = letter(Command::ToggleOverlays, left);
  item("overlays", Icon::Layers, over, Command::ToggleOverlays, view.overlays.has_value(), true,
       over.empty() ? words::say("What lies over the skin ({})", key_of(Command::ToggleOverlays, left))
                    : words::say("What lies over the skin"));
  gap();
  item("help", Icon::Help, "?", Command::OpenHelp, false, true,
       words::say("Keys and help ({})", key_of(Command::OpenHelp, left)));
}

void draw_views(Ui& ui, const Rect& r, WorkIntents& intents) {
  using words::Text;
  constexpr Text kNames[] = {Text("Front"), Text("Left"), Text("Right"), Text("Top"), Text("Back")};
  ui.text({r.x, r.y}, Style::Strong, ui.col(Token::Tx), words::say("Views"));
  const float w = (r.w - ui.px(16)) / 5;
  for (int i = 0; i < 5; ++i)
    if (button(ui, kNames[i].english,
               {r.x + static_cast<float>(i) * (w + ui.px(4)), r.y + ui.px(28), w, ui.px(32)},
               words::say(kNames[i]), {.small = true}))
      intents.say(LookFrom{i});
}

void draw_tray(Ui& ui, Rect r, const GaugesView& view, WorkIntents& intents) {
  const Rect change{r.x - ui.px(8), r.y - ui.px(5), r.w + ui.px(16), ui.px(68)};
  const Touched p = ui.press("tray", change);
  const std::string key = key_of(Command::OpenTray, ui.left_handed);
  if (p.hovered) ui.fill(change, ui.col(Token::S2), 8);
  if (p.focused) ui.focus_ring(change, 8);
  if (p.clicked) intents.say(Command::OpenTray);
  if (p.hovered) tooltip(ui, words::say("Needle and pigment  {}", key));
  ui.text_in({r.right() - ui.px(70), r.y, ui.px(70), ui.px(18)}, Style::Small, ui.col(Token::T3),
             words::say("change  {}", key), Align::Right);
  float y = r.y;
  for (const std::string* text : {&view.needle, &view.pigment, &view.machine}) {
    ui.text_in({r.x, y, r.w, ui.px(18)}, Style::Label, ui.col(Token::T2), *text);
    y += ui.px(20);
  }
  const Token t = view.zoom_in ? Token::Over : Token::T2;
  const std::string zoom = view.zoom_in ? words::say("▲ {:.0f} px/mm: zoom in to work", view.px_per_mm)
                                        : words::say("{:.0f} px/mm", view.px_per_mm);
  ui.text_in({r.x, y, view.zoom_in ? r.w : r.w - ui.px(110), ui.px(18)}, Style::Label, ui.col(t), zoom);
  if (!view.zoom_in)
    ui.text_in({r.right() - ui.px(110), y, ui.px(110), ui.px(18)}, Style::Small, ui.col(Token::T3),
               words::say("{} working zoom", key_of(Command::ResetView, ui.left_handed)), Align::Right);
}

void draw_gauges(Ui& ui, const Rect& panel, const GaugesView& view, WorkIntents& intents) {
  ui.panel(panel);
  Rect r = panel.inset(ui.px(16));
  const Rect tray = r.take_bottom(ui.px(80));
  ui.rule(r.x, r.right(), tray.y - ui.px(10));
  r.h -= ui.px(20);
  const auto part = [&](float used, bool last = false) {
    r.take_top(used);
    if (last) return;
    ui.rule(r.x, r.right(), r.y);
    r.take_top(ui.px(14));
  };
  const float others = ui.px(64 + 64 + 60 + 3 * 14 + 12 + (view.head ? 88 : 0));
  Rect depth = r;
  depth.h = std::max(ui.px(190), r.h - others);
  part(draw_depth_block(ui, depth, view.depth) + ui.px(4));
  part(draw_spacing(ui, r, view.spacing) + ui.px(4));
  if (r.h >= ui.px(60)) part(draw_coverage(ui, r, view.coverage), r.h < ui.px(120));
  if (r.h >= ui.px(56)) part(draw_pace(ui, r, view.pace), true);
  if (view.head && r.h >= ui.px(66)) draw_views(ui, {r.x, r.y, r.w, ui.px(64)}, intents);
  draw_tray(ui, tray, view, intents);
}

void draw_narrow_gauges(Ui& ui, const Rect& panel, const GaugesView& view) {
  ui.panel(panel);
  const float x = panel.centre().x;
  ui.text({x, panel.y + ui.px(12)}, Style::Small, ui.col(Token::T2), words::say("depth"), Align::Centre);
  ui.text({x, panel.y + ui.px(28)}, Style::Heading, ui.col(Token::Tx),
          view.depth.now ? number(view.depth.now->value, 2) : "\u2013", Align::Centre);
  ui.text({x, panel.y + ui.px(56)}, Style::Small, ui.col(state_token(view.depth.state)),
          view.depth.now ? state_word(view.depth.state) : words::say("mm"), Align::Centre);
  ui.text({x, panel.y + ui.px(72)}, Style::Small, ui.col(Token::T3),
          view.depth.simulated ? words::say("simulated") : words::say("measured"), Align::Centre);
  const float bottom = panel.bottom() - ui.px(120);
  draw_depth_bar(
      ui, {x - ui.px(14), panel.y + ui.px(98), ui.px(28), std::max(ui.px(40), bottom - panel.y - ui.px(110))},
      view.depth, false);
  ui.text({x, bottom}, Style::Small, ui.col(Token::T2), words::say("nearest"), Align::Centre);
  ui.text({x, bottom + ui.px(18)}, Style::Strong, ui.col(Token::Tx),
          view.spacing.nearest ? number(view.spacing.nearest->value, 2) : "\u2013", Align::Centre);
  ui.text({x, bottom + ui.px(50)}, Style::Small, ui.col(Token::T2), words::say("dots"), Align::Centre);
  ui.text({x, bottom + ui.px(68)}, Style::Strong, ui.col(Token::Tx), fmt::format("{}", view.coverage.placed),
          Align::Centre);
  ui.text({x, bottom + ui.px(88)}, Style::Small, ui.col(Token::T3), words::say("of {}", view.coverage.asked),
          Align::Centre);
}

void draw_coach(Ui& ui, const Rect& r, const WorkView& view, WorkIntents& intents) {
  ui.panel(r);
  const Rect mark{r.x + ui.px(16), r.centre().y - ui.px(20), ui.px(40), ui.px(40)};
  ui.fill(mark, ui.col(Token::S2), 8);
  if (view.coach.plain)
    draw_icon(ui, Icon::Needle, mark.centre(), ui.col(Token::Ac));
  else
    draw_state_mark(ui, mark.centre(), ui.px(7), view.coach.state, ui.col(state_token(view.coach.state)));
  Rect words{mark.right() + ui.px(16), r.y, r.right() - mark.right() - ui.px(32), r.h};
  if (view.choice) {
    const ButtonSpec yes{.look = Look::Normal, .small = true}, no{.look = Look::Outline, .small = true};
    const float yw = button_width(ui, view.choice->yes, yes), nw = button_width(ui, view.choice->no, no),
                y = r.centre().y - ui.px(16);
    if (button(ui, "coach no", {words.right() - nw, y, nw, ui.px(32)}, view.choice->no, no))
      intents.say(view.choice->no_command);
    if (button(ui, "coach yes", {words.right() - nw - ui.px(8) - yw, y, yw, ui.px(32)}, view.choice->yes,
               yes))
      intents.say(view.choice->yes_command);
    words.w -= yw + nw + ui.px(24);
  }
  const std::string& second = view.saving.empty() ? view.coach.advice : view.saving;
  // Where the sentence needs both lines, what to do gives way to it.
  if (second.empty() || (view.saving.empty() && ui.width(Style::Strong, view.coach.what) > words.w)) {
    const float h = ui.paragraph_height(words.w, Style::Strong, view.coach.what, 2);
    ui.paragraph({words.x, r.centre().y - h / 2}, words.w, Style::Strong, ui.col(Token::Tx), view.coach.what,
                 2);
    return;
  }
  constexpr int kMostLines = 2;
  const float below = std::min(ui.paragraph_height(words.w, Style::Label, second, kMostLines), ui.px(40)),
              top = r.centre().y - (ui.px(24) + below) / 2;
  ui.text_in({words.x, top, words.w, ui.px(24)}, Style::Strong, ui.col(Token::Tx), view.coach.what);
  ui.paragraph({words.x, top + ui.px(25)}, words.w, Style::Label,
               ui.col(view.saving.empty() ? Token::T2 : Token::Over), second, kMostLines);
}

}  // namespace

void draw_work(Ui& ui, const WorkLayout& layout, const WorkView& view, WorkIntents& intents) {
  draw_bar(ui, layout.bar,
           {.back = Command::AskLeave,
            .path = view.lesson,
            .title = view.step.empty() ? view.lesson : view.step,
            .steps = view.steps,
            .step = view.step_number,
            .clock = view.clock,
            .primary = view.primary,
            .primary_command = view.primary_command,
            .settings = true,
            .device = view.device},
           intents);
  draw_tools(ui, layout.tools, view, intents);
  if (layout.narrow)
    draw_narrow_gauges(ui, layout.gauges, view.gauges);
  else
    draw_gauges(ui, layout.gauges, view.gauges, intents);
  draw_navigator(ui, layout.navigator, view.navigator, intents);
  draw_coach(ui, layout.coach, view, intents);
  if (view.overlays)
    draw_overlay_list(ui,
                      overlay_list_rect({.window = layout.canvas, .scale = ui.scale}, layout, *view.overlays),
                      *view.overlays, intents);
}

Rect overlay_list_rect(const Frame& f, const WorkLayout& layout, const OverlayListView& view) {
  const float w = f.px(248), gap = f.px(8);
  const float h = f.px(overlay_list_height_pt(view));
  const bool tools_left = layout.tools.x < layout.gauges.x;
  // Beside the map, not on it, where it reaches down to it.
  const bool beside_map = layout.navigator.w > 0 && layout.tools.y + h > layout.navigator.y - gap;
  const float right = beside_map ? std::max(layout.tools.right(), layout.navigator.right())
                                 : layout.tools.right(),
              left = beside_map ? std::min(layout.tools.x, layout.navigator.x) : layout.tools.x;
  return {tools_left ? right + gap : left - gap - w, layout.tools.y, w, h};
}

void draw_question(Ui& ui, const Frame& frame, const AskView& view, Intents& intents) {
  const float inner = ui.px(520 - 48);
  const float body = ui.paragraph_height(inner, Style::Body, view.body);
  const Rect r = sheet(frame, 520, 24 + 28 + 8 + body / ui.scale + 24 + 40 + 24);
  const Rect shadow[] = {r.inset(-ui.px(12)), r.inset(-ui.px(6)), r.inset(-ui.px(2))};
  const double alpha[] = {0.08, 0.14, 0.24};
  for (int i = 0; i < 3; ++i)
    ui.fill(shadow[i], with_alpha(colour(Theme::HighContrast, Token::Bg), alpha[i]), 16);
  ui.panel(r);
  const float x = r.x + ui.px(24);
  ui.text({x, r.y + ui.px(24)}, Style::Heading, ui.col(Token::Tx), view.title);
  ui.paragraph({x, r.y + ui.px(60)}, inner, Style::Body, ui.col(Token::T2), view.body);
  const float y = r.bottom() - ui.px(64), h = ui.px(40);
  const std::string esc = key_of(Command::Back, ui.left_handed);
  if (view.stay.empty()) {  // nothing to decide
    const float w = button_width(ui, view.go, {.key = esc});
    if (button(ui, "ask go", {r.right() - ui.px(24) - w, y, w, h}, view.go,
               {.look = Look::Primary, .key = esc}))
      intents.say(view.go_command);
    return;
  }
  const float go = button_width(ui, view.go), stay = button_width(ui, view.stay, {.key = esc});
  if (button(ui, "ask go", {r.right() - ui.px(24) - go, y, go, h}, view.go, {.look = Look::Normal}))
    intents.say(view.go_command);
  if (button(ui, "ask stay", {r.right() - ui.px(40) - go - stay, y, stay, h}, view.stay,
             {.look = Look::Primary, .key = esc}))
    intents.say(Command::KeepWorking);
}

}  // namespace trainer::ui
