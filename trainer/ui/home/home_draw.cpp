#include <fmt/format.h>

#include "trainer/ui/home/home_screen.h"
#include "trainer/ui/kit/bar.h"
#include "trainer/ui/kit/commands.h"
#include "trainer/ui/kit/controls.h"
#include "trainer/words/said.h"
#include "trainer/words/say.h"

namespace trainer::ui {

namespace {

struct Hero {
  std::string small, title, body, button;
  HomeIntents::One intent;
};

Hero hero_of(const HomeView& view) {
  if (view.go_on)
    return {words::say("Continue where you stopped"), view.go_on->lesson,
            words::together({words::say("You stopped at {}.", view.go_on->at), view.go_on->dots}),
            words::say("Continue"), ContinueRecord{view.go_on->record}};
  if (!view.lessons.empty())
    return {words::say("Next"), view.lessons.front().title, view.lessons.front().summary,
            words::say("Open the lesson"), OpenLesson{view.lessons.front().path}};
  return {words::say("No lessons"), words::say("No lessons were found."),
          words::say("Start the program with --lessons FOLDER, or place a lesson in the lessons folder."),
          words::say("Repeat the first minutes"), Command::RepeatFirstRun};
}

void draw_hero(Ui& ui, const Rect& r, const HomeView& view, HomeIntents& intents) {
  ui.panel(r);
  if (!view.known && !view.go_on)
    return ui.text_in(r, Style::Body, ui.col(Token::T2), view.reading, Align::Centre);
  const Hero hero = hero_of(view);
  const Rect in = r.inset(ui.px(24));
  const std::string enter = key_of(Command::Proceed, ui.left_handed);
  const ButtonSpec spec{.look = Look::Primary, .key = enter};
  const float w = button_width(ui, hero.button, spec);
  const float words = in.w - w - ui.px(32);
  ui.text_in({in.x, in.y, words, ui.px(18)}, Style::Label, ui.col(Token::Ac), hero.small);
  ui.text_in({in.x, in.y + ui.px(22), words, ui.px(36)}, Style::Title, ui.col(Token::Tx), hero.title);
  ui.paragraph({in.x, in.y + ui.px(66)}, std::min(words, ui.px(620)), Style::Body, ui.col(Token::T2),
               hero.body, 3);
  if (button(ui, "hero", {in.right() - w, in.bottom() - ui.px(40), w, ui.px(40)}, hero.button, spec))
    intents.say(hero.intent);
}

void draw_lesson(Ui& ui, const Rect& r, const LessonCard& lesson, HomeIntents& intents) {
  if (card(ui, "lesson " + lesson.path, r, false)) intents.say(OpenLesson{lesson.path});
  const Rect in = r.inset(ui.px(14));
  ui.fill({in.x, in.y + ui.px(2), ui.px(40), ui.px(40)}, ui.col(Token::Acd), 20);
  ui.text_in({in.x, in.y + ui.px(2), ui.px(40), ui.px(40)}, Style::Strong, ui.col(Token::Tx),
             fmt::format("{}", lesson.module), Align::Centre);
  const float right = ui.px(180);
  const Rect words{in.x + ui.px(56), in.y, in.w - ui.px(56) - right, in.h};
  ui.text_in({words.x, words.y, words.w, ui.px(22)}, Style::Strong, ui.col(Token::Tx), lesson.title);
  ui.paragraph({words.x, words.y + ui.px(24)}, words.w, Style::Label, ui.col(Token::T2), lesson.summary, 2);
  ui.text_in({in.right() - right, in.y, right, ui.px(22)}, Style::Label, ui.col(Token::T2),
             lesson.minutes.empty() ? words::say("module {}", lesson.module)
                                    : words::say("module {} \u00b7 {}", lesson.module, lesson.minutes),
             Align::Right);
  ui.text_in({in.right() - right, in.y + ui.px(24), right, ui.px(18)}, Style::Small, ui.col(Token::T3),
             lesson.best, Align::Right);
}

// One line of earlier work: what, when, how it came out.
void draw_earlier(Ui& ui, const Rect& r, const EarlierWork& work, HomeIntents& intents) {
  const Touched p = ui.press("earlier " + work.record, r);
  if (p.hovered) ui.fill(r, ui.col(Token::S2), 8);
  if (p.focused) ui.focus_ring(r, 8);
  if (p.clicked && work.finished) intents.say(OpenReview{work.record});
  if (p.clicked && !work.finished) intents.say(ContinueRecord{work.record});
  const Rect in{r.x + ui.px(14), r.y, r.w - ui.px(28), r.h};
  const float total = ui.px(140), when = ui.px(150);
  ui.text_in({in.x, in.y, in.w - total - when, in.h}, Style::Label, ui.col(Token::Tx), work.lesson);
  ui.text_in({in.right() - total - when, in.y, when, in.h}, Style::Label, ui.col(Token::T2), work.when);
  ui.text_in({in.right() - total, in.y, total, in.h}, Style::Strong, ui.col(Token::Tx), work.total,
             Align::Right);
}

// Work that was left and is not saved: it is there as long as the program runs.
void draw_unsaved(Ui& ui, const Rect& r, const UnsavedWork& work, HomeIntents& intents) {
  ui.fill(r, ui.col(Token::S2), 8);
  ui.frame(r, ui.col(Token::Crit), 8);
  const Rect in = r.inset(ui.px(14));
  const ButtonSpec spec{.look = Look::Normal, .small = true};
  const std::string save = words::say("Save elsewhere");
  const float w = button_width(ui, save, spec);
  const Rect words{in.x, in.y - ui.px(2), in.w - w - ui.px(24), in.h + ui.px(4)};
  ui.text_in({words.x, words.y, words.w, ui.px(20)}, Style::Strong, ui.col(Token::Tx), work.lesson);
  ui.text_in({words.x, words.y + ui.px(21), words.w, ui.px(18)}, Style::Label, ui.col(Token::T2), work.what);
  if (button(ui, "save " + work.lesson, {in.right() - w, r.centre().y - ui.px(16), w, ui.px(32)}, save, spec))
    intents.say(Command::OpenSaving);
}

// A device that was never checked: offered, never in the way.
float draw_device_offer(Ui& ui, const Rect& r, const DeviceLabel& device, HomeIntents& intents) {
  ui.fill(r, ui.col(Token::S2), 8);
  ui.frame(r, ui.col(Token::Ac), 8);
  const Rect in = r.inset(ui.px(14));
  const ButtonSpec yes{.look = Look::Normal, .small = true}, no{.look = Look::Outline, .small = true};
  const std::string check = words::say("Check it"), later = words::say("Not now");
  const float yw = button_width(ui, check, yes), nw = button_width(ui, later, no),
              y = r.centre().y - ui.px(16);
  const Rect words{in.x, in.y - ui.px(2), in.w - yw - nw - ui.px(32), in.h + ui.px(4)};
  ui.text_in({words.x, words.y, words.w, ui.px(20)}, Style::Strong, ui.col(Token::Tx),
             words::say("New here: {}", device.name));
  ui.text_in({words.x, words.y + ui.px(21), words.w, ui.px(18)}, Style::Label, ui.col(Token::T2),
             device.measured ? words::say("Half a minute fits its pressure to your hand.")
                             : words::say("Half a minute fits the press time to your hand."));
  if (button(ui, "offer no", {in.right() - nw, y, nw, ui.px(32)}, later, no))
    intents.say(Command::KeepDevice);
  if (button(ui, "offer yes", {in.right() - nw - ui.px(8) - yw, y, yw, ui.px(32)}, check, yes))
    intents.say(Command::OpenDeviceCheck);
  return r.h;
}

}  // namespace

void draw_home(Ui& ui, const HomeLayout& layout, const HomeView& view, HomeIntents& intents) {
  draw_bar(ui, layout.bar, {.title = words::say("SMP Trainer"), .device = view.device}, intents);
  draw_hero(ui, layout.hero, view, intents);
  ui.text({layout.list.x, layout.list.y}, Style::Heading, ui.col(Token::Tx), words::say("Lessons"));
  const std::string again = words::say("Repeat the first minutes");
  const ButtonSpec small{.look = Look::Outline, .small = true};
  const float aw = button_width(ui, again, small);
  if (button(ui, "again", {layout.list.right() - aw, layout.list.y - ui.px(2), aw, ui.px(32)}, again, small))
    intents.say(Command::RepeatFirstRun);
  const Rect list{layout.list.x, layout.list.y + ui.px(44), layout.list.w, layout.list.h - ui.px(44)};
  Scroller scroller(ui, "lessons", {list.x, list.y, list.w + ui.px(16), list.h});
  float y = scroller.top();
  const float h = ui.px(88);
  const float inner = list.w;
  for (const auto& work : view.unsaved) {
    draw_unsaved(ui, {list.x, y, inner, ui.px(64)}, work, intents);
    y += ui.px(64 + 12);
  }
  for (const auto& problem : view.problems) {  // first: nobody scrolls for what he does not expect
    draw_icon(ui, Icon::Warning, {list.x + ui.px(10), y + ui.px(10)}, ui.col(Token::Over));
    y += ui.paragraph({list.x + ui.px(28), y}, inner - ui.px(28), Style::Label, ui.col(Token::T2), problem) +
         ui.px(8);
  }
  if (view.device && view.device_new)
    y += draw_device_offer(ui, {list.x, y, inner, ui.px(64)}, *view.device, intents) + ui.px(12);
  for (const auto& lesson : view.lessons) {
    draw_lesson(ui, {list.x, y, inner, h}, lesson, intents);
    y += h + ui.px(12);
  }
  if (!view.earlier.empty()) {
    ui.text({list.x, y + ui.px(8)}, Style::Heading, ui.col(Token::Tx), words::say("Your earlier work"));
    y += ui.px(44);
    for (const auto& work : view.earlier) {
      draw_earlier(ui, {list.x, y, inner, ui.px(40)}, work, intents);
      y += ui.px(42);
    }
    y += ui.px(16);
  }
  scroller.content(y - scroller.top());
}

}  // namespace trainer::ui
