#include <algorithm>

#include "engine/skin/dot.h"
#include "trainer/ui/device_check/device_check_screen.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/ui/sheets/sheets.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

constexpr float kDeepestShare = 1.1F;  // lower end of the plot
constexpr float kBandLow = engine::skin::kBandStart / 1000.0F, kBandHigh = engine::skin::kBandEnd / 1000.0F,
                kBlowout = engine::skin::kThroughSkin / 1000.0F;

void draw_rows(const Ui& ui, const Rect& r, const std::vector<CheckRow>& rows) {
  float y = r.y;
  for (const auto& row : rows) {
    ui.text_in({r.x, y, r.w * 0.5F, ui.px(28)}, Style::Label, ui.col(Token::T2), row.name);
    ui.text_in({r.x + r.w * 0.45F, y, r.w * 0.55F, ui.px(28)}, Style::Label, ui.col(Token::Tx), row.value,
               Align::Right);
    y += ui.px(28);
    ui.rule(r.x, r.right(), y - ui.hairline());
  }
}

void draw_parts(const Ui& ui, Point at, const DeviceCheckView& view) {
  float x = at.x;
  for (std::size_t i = 0; i < view.parts.size(); ++i) {
    const int k = static_cast<int>(i);
    const std::string label = k < view.part ? words::say("\u2713 {}", view.parts[i]) : view.parts[i];
    x += chip(ui, {x, at.y}, label, ui.col(k == view.part ? Token::Tx : Token::T2),
              ui.col(k == view.part ? Token::Acd : Token::S3)) +
         ui.px(8);
  }
}

void draw_trace(const Ui& ui, const std::vector<Point>& trace, Colour c) {
  for (std::size_t i = 1; i < trace.size(); ++i) ui.line(trace[i - 1], trace[i], c, 2);
  if (!trace.empty()) ui.disc(trace.front(), ui.px(4), c);
}

void draw_pad(const Ui& ui, const Rect& r, const DeviceCheckView& view) {
  ui.fill(r, ui.col(Token::S2), 12);
  ui.frame(r, ui.col(view.touching ? Token::Ac : Token::Edge), 12, view.touching ? 2.0F : 1.0F);
  if (view.traces.empty() && !view.touching)
    ui.text_in(r, Style::Label, ui.col(Token::T3), words::say("Here, with the device you want to check"),
               Align::Centre);
  for (std::size_t i = 0; i < view.traces.size(); ++i)
    draw_trace(ui, view.traces[i], ui.col(i + 1 == view.traces.size() ? Token::Warm : Token::T3));
  if (view.share <= 0.0) return;
  const Rect bar{r.x + ui.px(16), r.bottom() - ui.px(24), r.w - ui.px(32), ui.px(8)};
  ui.fill(bar, ui.col(Token::S3), 4);
  ui.fill({bar.x, bar.y, std::max(ui.px(8), bar.w * static_cast<float>(view.share)), bar.h},
          ui.col(Token::Ac), 4);
}

void draw_curve(const Ui& ui, const Rect& r, const DeviceCheckView& view) {
  ui.text({r.x, r.y}, Style::Strong, ui.col(Token::Tx), words::say("From press to depth"));
  const Rect plot{r.x, r.y + ui.px(30), r.w, r.h - ui.px(30 + 22)};
  const auto at = [&](float x, float depth) {
    return Point{plot.x + plot.w * x, plot.y + plot.h * std::min(1.0F, depth / kDeepestShare)};
  };
  ui.fill(plot, ui.col(Token::S2), 4);
  const float low = at(0, kBandLow).y, high = at(0, kBandHigh).y;
  ui.fill({plot.x, low, plot.w, high - low}, ui.col(Token::Acd));
  for (const float y : {low, high}) ui.fill({plot.x, y - ui.px(1), plot.w, ui.px(2)}, ui.col(Token::Ac));
  for (float x = plot.x; x < plot.right(); x += ui.px(6))
    ui.fill({x, at(0, kBlowout).y, std::min(ui.px(3), plot.right() - x), ui.px(1.5F)}, ui.col(Token::Over));
  for (std::size_t i = 1; i < view.curve.size(); ++i)
    ui.line(at(view.curve[i - 1].x, view.curve[i - 1].y), at(view.curve[i].x, view.curve[i].y),
            ui.col(Token::Warm), 2.5F);
  if (view.typical) {
    const auto x = static_cast<float>(*view.typical);
    const auto place =
        std::min<std::size_t>(view.curve.size() - 1,
                              static_cast<std::size_t>(x * static_cast<float>(view.curve.size() - 1) + 0.5F));
    const Point p = at(x, view.curve[place].y);
    ui.line({p.x, plot.y}, {p.x, plot.bottom()}, ui.col(Token::T3), 1);
    ui.disc(p, ui.px(5), ui.col(Token::Tx));
  }
  ui.text({plot.x + ui.px(6), low - ui.px(19)}, Style::Small, ui.col(Token::T2), words::say("light"));
  ui.text({plot.right() - ui.px(6), (low + high) / 2 - ui.px(8)}, Style::Small, ui.col(Token::Tx),
          words::say("the band"), Align::Right);
  ui.text({plot.x + ui.px(6), high + ui.px(3)}, Style::Small, ui.col(Token::T2), words::say("deep"));
  ui.text({plot.x, plot.bottom() + ui.px(4)}, Style::Small, ui.col(Token::T3), view.across);
  if (view.typical)
    ui.text({plot.right(), plot.bottom() + ui.px(4)}, Style::Small, ui.col(Token::T3),
            words::say("\u25cf your press"), Align::Right);
}

void draw_result(Ui& ui, const DeviceCheckLayout& l, const DeviceCheckView& view) {
  const Rect left{l.words.x, l.words.y, l.words.w, l.pad.bottom() - l.words.y};
  Scroller scroller(ui, "check result", left);
  const float w = left.w - ui.px(12);
  float y = scroller.top();
  ui.text_in({left.x, y, w, ui.px(28)}, Style::Heading, ui.col(Token::Tx), view.title);
  y += ui.px(34);
  y += ui.paragraph({left.x, y}, w, Style::Body, ui.col(Token::T2), view.body) + ui.px(14);
  for (const auto& finding : view.findings) {
    draw_icon(ui, Icon::Warning, {left.x + ui.px(10), y + ui.px(11)}, ui.col(Token::Over));
    y += ui.paragraph({left.x + ui.px(30), y}, w - ui.px(30), Style::Strong, ui.col(Token::Tx),
                      finding.title) +
         ui.px(2);
    y += ui.paragraph({left.x + ui.px(30), y}, w - ui.px(30), Style::Label, ui.col(Token::T2),
                      finding.remedy) +
         ui.px(12);
  }
  draw_rows(ui, {left.x, y, w, 0}, view.values);
  y += ui.px(28) * static_cast<float>(view.values.size()) + ui.px(8);
  scroller.content(y - scroller.top());
}

void draw_foot(Ui& ui, const DeviceCheckLayout& l, const DeviceCheckView& view, Intents& intents) {
  const Rect& r = l.foot;
  const bool tiny = r.w < ui.px(400);
  const std::string enter = tiny ? std::string() : key_of(Command::Proceed, ui.left_handed);
  float right = r.right(), left = r.x;
  const auto from_right = [&](const char* id, const std::string& label, const ButtonSpec& spec,
                              Command command) {
    const float w = button_width(ui, label, spec);
    if (button(ui, id, {right - w, r.y, w, r.h}, label, spec)) intents.say(command);
    right -= w + ui.px(12);
  };
  const auto from_left = [&](const char* id, const std::string& label, Command command) {
    const ButtonSpec spec{.look = Look::Outline};
    const float w = button_width(ui, label, spec);
    if (button(ui, id, {left, r.y, w, r.h}, label, spec)) intents.say(command);
    left += w + ui.px(12);
  };
  const std::string use = tiny ? words::say("Use") : words::say("Use these values");
  from_left("check reset", l.small ? words::say("Reset") : words::say("Reset to standard"),
            Command::ResetDevice);
  if (view.done && view.out_of_reach) {
    from_right("check again", words::say("Again"), {.look = Look::Primary, .key = enter},
               Command::CheckAgain);
    from_right("check use", use, {.look = Look::Normal}, Command::UseCheck);
    return;
  }
  if (view.done) {
    from_left("check again", words::say("Again"), Command::CheckAgain);
    if (view.usable)
      from_right("check use", use, {.look = Look::Primary, .key = enter}, Command::UseCheck);
    else
      from_right("check close", words::say("Done"), {.look = Look::Primary, .key = enter},
                 Command::CloseSheet);
    return;
  }
  from_right("check skip", words::say("Skip this part"), {.look = Look::Normal}, Command::CheckNextPart);
}

void draw_small_head(Ui& ui, const DeviceCheckLayout& l, const DeviceCheckView& view, Intents& intents) {
  ui.panel(l.sheet);
  const std::string esc = key_of(Command::Back, ui.left_handed);
  const ButtonSpec close{.look = Look::Normal, .key = esc, .small = true};
  const std::string label = words::say("Close");
  const float w = button_width(ui, label, close);
  if (button(ui, "close sheet", {l.head.right() - w, l.head.y, w, l.head.h}, label, close))
    intents.say(Command::CloseSheet);
  const std::string title =
      view.done ? words::say("Check the device")
                : words::say("Check the device \u00b7 {} of {}", view.part + 1, view.parts.size());
  ui.text_in({l.head.x, l.head.y, l.head.w - w - ui.px(8), l.head.h}, Style::Strong, ui.col(Token::T2),
             title);
}

// Where there is no room for a table beside the pad: its foot tells the same.
void draw_live_in(const Ui& ui, const Rect& pad, const DeviceCheckView& view) {
  std::vector<std::string> rows;
  for (const auto& row : view.live) rows.push_back(words::say("{} {}", row.name, row.value));
  const std::string words = words::side_by_side(rows);
  const float w = pad.w - ui.px(24), h = ui.paragraph_height(w, Style::Small, words);
  ui.paragraph({pad.x + ui.px(12), pad.bottom() - ui.px(8) - h}, w, Style::Small, ui.col(Token::T2), words);
}

void draw_task(Ui& ui, const DeviceCheckLayout& l, const DeviceCheckView& view) {
  const float top = l.words.y + (l.small ? 0.0F : ui.px(34)), line = ui.px(l.small ? 24 : 28);
  const Style style = l.small ? Style::Strong : Style::Heading;
  ui.text_in({l.words.x, top, l.words.w - ui.px(80), line}, style, ui.col(Token::Tx), view.title);
  ui.text_in({l.words.x, top, l.words.w, line}, style, ui.col(Token::Ac), view.count, Align::Right);
  const bool hint = !view.hint.empty();
  if (l.words.bottom() - top > ui.px(60))
    ui.paragraph({l.words.x, top + line + ui.px(l.small ? 2 : 4)}, l.words.w, Style::Body,
                 ui.col(hint ? Token::Over : Token::T2), hint ? view.hint : view.body, 2);
  draw_pad(ui, l.pad, view);
  if (l.small) draw_live_in(ui, l.pad, view);
}

}  // namespace

void draw_device_check(Ui& ui, const Frame& frame, const DeviceCheckView& view, Intents& intents) {
  const DeviceCheckLayout l = device_check_layout(frame);
  if (l.small)
    draw_small_head(ui, l, view, intents);
  else
    open_sheet(ui, frame, l.sheet.w / ui.scale, l.sheet.h / ui.scale, words::say("Check the device"),
               intents);
  if (view.done) {
    draw_result(ui, l, view);
    if (!l.small) draw_curve(ui, l.live, view);
  } else {
    if (!l.small) draw_parts(ui, {l.words.x, l.words.y}, view);
    draw_task(ui, l, view);
  }
  if (!view.done && !l.small) {
    ui.text({l.live.x, l.live.y}, Style::Strong, ui.col(Token::Tx), words::say("What comes in"));
    const float used = ui.paragraph({l.live.x, l.live.y + ui.px(26)}, l.live.w, Style::Label,
                                    ui.col(Token::T2), device_words(view.device, 60), 3);
    draw_rows(ui, {l.live.x, l.live.y + ui.px(34) + used, l.live.w, 0}, view.live);
  }
  draw_foot(ui, l, view, intents);
}

}  // namespace trainer::ui
