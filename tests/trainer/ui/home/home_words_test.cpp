// Home, word by word: what the first card says, what stands on a lesson's card, and in which order all comes.
#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"
#include "trainer/ui/home/home_screen.h"

using namespace trainer::ui;
using support::UiStage;
using support::writes;

namespace {

constexpr support::StageSize kTall{1280, 1600};

LessonCard lesson(int i) {
  return {.id = std::to_string(i),
          .path = "/lessons/" + std::to_string(i),
          .title = "Lesson " + std::to_string(i),
          .summary = "Summary " + std::to_string(i) + ".",
          .minutes = "about 8 min",
          .best = "best 81.20",
          .module = i};
}
UiStage::Draw drawing(const HomeView& view) {
  return
      [view](Ui& ui, const Frame& f, HomeIntents& intents) { draw_home(ui, home_layout(f), view, intents); };
}
Rect place_of(UiStage& stage, const std::string& words) {
  for (const auto& text : stage.drawn().texts)
    if (text.words == words) return text.at;
  return {};
}
Rect control(UiStage& stage, const std::string& id) {
  for (const auto& c : stage.drawn().controls)
    if (c.id == id) return c.at;
  return {};
}

}  // namespace

TEST_CASE("the first card tells where one stopped and what is safe") {
  HomeView view;
  view.go_on = ContinueCard{"/r", "Even dots", "02:10", "32 dots are safe."};
  view.lessons = {lesson(3)};
  UiStage stage(kTall, drawing(view));
  CHECK(writes(stage, "Even dots"));
  CHECK(writes(stage, "Continue"));
  bool told = false;
  for (const auto& text : stage.drawn().texts)
    told = told || (text.words.find("02:10") != std::string::npos &&
                    text.words.find("32 dots are safe.") != std::string::npos);
  CHECK(told);
}

TEST_CASE(
    "without work to continue it is the first lesson with its summary, without lessons how to get some") {
  HomeView view;
  view.lessons = {lesson(3), lesson(4)};
  UiStage first(kTall, drawing(view));
  CHECK(writes(first, "Open the lesson"));
  const Rect hero = home_layout({{0, 0, 1280, 1600}, 1, false}).hero;
  bool in_hero = false;
  for (const auto& text : first.drawn().texts)
    in_hero = in_hero || (text.words == "Summary 3." && hero.overlaps(text.at));
  CHECK(in_hero);
  UiStage none(kTall, drawing({}));
  bool folder = false;
  for (const auto& text : none.drawn().texts)
    folder = folder || text.words.find("--lessons") != std::string::npos;
  CHECK(folder);
}

TEST_CASE("a card tells module, minutes and best; without minutes there is no dot for them") {
  HomeView view;
  view.lessons = {lesson(3)};
  UiStage stage(kTall, drawing(view));
  CHECK(writes(stage, "3"));
  CHECK(writes(stage, "module 3 \u00b7 about 8 min"));
  CHECK(writes(stage, "best 81.20"));
  view.lessons[0].minutes.clear();
  view.lessons[0].best.clear();
  UiStage bare(kTall, drawing(view));
  CHECK(writes(bare, "module 3"));
}

TEST_CASE("cards stand 100 points apart in the order of the view, each as wide as the column") {
  HomeView view;
  for (int i = 1; i <= 5; ++i) view.lessons.push_back(lesson(i));
  for (const float scale : {1.0F, 1.5F}) {
    UiStage stage({1920, 2160, scale}, drawing(view));
    const auto layout = home_layout({{0, 0, 1920, 2160}, scale, false});
    for (int i = 1; i <= 5; ++i) {
      const Rect card = control(stage, "lesson /lessons/" + std::to_string(i));
      CHECK(card.h == 88 * scale);
      CHECK(card.w == layout.list.w);
      CHECK(card.y == doctest::Approx(layout.list.y + (44 + 100 * static_cast<float>(i - 1)) * scale));
    }
  }
}

TEST_CASE(
    "first comes what is wrong, then the device that was never checked, lessons, and last earlier work") {
  HomeView view;
  view.device = DeviceLabel{"Intuos", true};
  view.device_new = true;
  view.lessons = {lesson(1)};
  view.earlier = {{"/r/1", "Soft hairline", "16 Oct 2026, 14:02", "77.52", true}};
  view.problems = {"The lesson x cannot be read."};
  UiStage stage(kTall, drawing(view));
  const float y[] = {place_of(stage, "The lesson x cannot be read.").y, place_of(stage, "New here: Intuos").y,
                     control(stage, "lesson /lessons/1").y, place_of(stage, "Your earlier work").y,
                     place_of(stage, "Soft hairline").y};
  for (int i = 1; i < 5; ++i) CHECK(y[i] > y[i - 1]);
  CHECK(y[0] > 0);
}

TEST_CASE("the offer to check speaks of pressure where it is measured, of time where it is not") {
  const auto words = [](bool measured) {
    HomeView view;
    view.device = DeviceLabel{"it", measured};
    view.device_new = true;
    UiStage stage(kTall, drawing(view));
    std::string found;
    for (const auto& text : stage.drawn().texts)
      if (text.words.find("Half a minute") == 0) found = text.words;
    return found;
  };
  CHECK(words(true).find("pressure") != std::string::npos);
  CHECK(words(false).find("press time") != std::string::npos);
}

TEST_CASE("earlier work stands in lines of 42 points: what, when, and how it came out at the right") {
  HomeView view;
  view.earlier = {{"/r/1", "Soft hairline", "16 Oct 2026, 14:02", "77.52", true},
                  {"/r/2", "Even dots", "15 Oct 2026, 09:30", "no total", false}};
  UiStage stage(kTall, drawing(view));
  const Rect a = control(stage, "earlier /r/1"), b = control(stage, "earlier /r/2");
  CHECK(b.y - a.y == 42);
  const Rect what = place_of(stage, "Soft hairline"), when = place_of(stage, "16 Oct 2026, 14:02"),
             total = place_of(stage, "77.52");
  CHECK(what.x == a.x + 14);
  CHECK(when.x > what.right());
  CHECK(total.x > when.right());
  CHECK(total.right() == doctest::Approx(a.right() - 14));
  CHECK(total.centre().y == doctest::Approx(a.centre().y).epsilon(0.01));
}

TEST_CASE("without earlier work there is no heading for it") {
  HomeView view;
  view.lessons = {lesson(1)};
  UiStage stage(kTall, drawing(view));
  CHECK_FALSE(writes(stage, "Your earlier work"));
}

TEST_CASE("the line under the pointer is lit, and only that") {
  HomeView view;
  view.earlier = {{"/r/1", "A", "then", "77.52", true}, {"/r/2", "B", "then", "77.52", true}};
  UiStage stage(kTall, drawing(view));
  const Rect b = control(stage, "earlier /r/2");
  stage.hover(b.centre());
  const Rect lit = stage.box_of(colour(Theme::Dark, Token::S2));
  CHECK(lit.y >= b.y - 1);
  CHECK(lit.w > 0.95F * b.w);
}

TEST_CASE("how earlier work came out is told whole, though its folder is long") {
  HomeView view;
  view.earlier = {{"/r/1", "Soft hairline (in /media/somebody with a name/A STICK/SMP Trainer)",
                   "16 Oct 2026, 14:02", "100.00 claimed", true}};
  UiStage stage(kTall, drawing(view));
  const auto texts = stage.drawn().texts;
  const auto total = std::find_if(texts.begin(), texts.end(),
                                  [](const auto& text) { return text.words.starts_with("100.00"); });
  REQUIRE(total != texts.end());
  CHECK(total->words == "100.00 claimed");
  CHECK_FALSE(total->cut);
}
