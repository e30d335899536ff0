// Buttons, tools, toggles, cards: how they take a press, and what they refuse.
#include "trainer/ui/kit/controls.h"

#include <doctest/doctest.h>

#include "tests/support/ui_stage.h"
#include "trainer/ui/kit/intents.h"

using namespace trainer::ui;
using support::only_command;
using support::UiStage;

namespace {

constexpr Rect kPlace{100, 100, 200, 40};

UiStage::Draw a_button(const ButtonSpec& spec) {
  return [spec](Ui& ui, const Frame&, Intents& intents) {
    if (button(ui, "it", kPlace, "Press me", spec)) intents.say(Command::Undo);
  };
}

}  // namespace

TEST_CASE("a button is pressed when the mouse goes down and up on it, once") {
  for (const Look look : {Look::Primary, Look::Normal, Look::Outline, Look::Danger, Look::Quiet}) {
    UiStage stage({}, a_button({.look = look}));
    CHECK(only_command(stage.click("it"), Command::Undo));
    CHECK(stage.hover(kPlace.centre()).empty());
  }
}

TEST_CASE("a press that slides off a button, or onto it, is none") {
  UiStage stage({}, a_button({}));
  CHECK(stage.drag(kPlace.centre(), {500, 500}).empty());
  CHECK(stage.drag({500, 500}, kPlace.centre()).empty());
  CHECK(stage.click_at({kPlace.right() + 2, kPlace.centre().y}).empty());
  CHECK(stage.click_at({kPlace.centre().x, kPlace.y - 2}).empty());
}

TEST_CASE("a greyed button takes neither pointer nor key, and Tab leaves it out") {
  UiStage stage({}, a_button({.enabled = false}));
  CHECK(stage.click_at(kPlace.centre()).empty());
  CHECK(stage.controls().empty());
  CHECK_THROWS(stage.enter("it"));
}

TEST_CASE("under a sheet nothing can be pressed") {
  UiStage stage({}, a_button({}));
  CHECK(stage.press_all_blocked().empty());
  CHECK(only_command(stage.click("it"), Command::Undo));  // and again when the sheet has gone
}

TEST_CASE("Tab comes to a button, Enter presses it, a mouse press takes the focus away") {
  UiStage stage({}, a_button({}));
  CHECK(only_command(stage.enter("it"), Command::Undo));
  stage.ui().focus.move(1);
  CHECK(stage.drawn().controls[0].focused);
  stage.click("it");
  CHECK_FALSE(stage.drawn().controls[0].focused);
}

TEST_CASE("the ring of the focus is drawn round what Tab came to, and only there") {
  UiStage stage({}, a_button({}));
  stage.drawn();
  const Colour ring = colour(Theme::Dark, Token::Focus);
  CHECK(stage.vertices_of(ring) == 0);
  stage.ui().focus.move(1);
  stage.drawn();
  CHECK(stage.vertices_of(ring) > 0);
}

TEST_CASE("a button is as wide as its label, icon and key need, in every look") {
  UiStage stage({}, a_button({}));
  const Ui& ui = stage.ui();
  const float bare = button_width(ui, "Label");
  CHECK(bare == doctest::Approx(ui.width(Style::Strong, "Label") + 34.0F));
  CHECK(button_width(ui, "Label", {.icon = Icon::Play}) == doctest::Approx(bare + 28.0F));
  CHECK(button_width(ui, "Label", {.key = "Esc"}) > bare + 28.0F);
  CHECK(button_width(ui, "Label", {.small = true}) < bare);
  CHECK(button_width(ui, "A longer label") > bare);
}

TEST_CASE("a label is never cut in a button as wide as it asks for, whatever stands beside it") {
  for (const float scale : {1.0F, 1.5F, 3.0F})
    for (const Icon icon : {Icon::None, Icon::Play})
      for (const std::string_view key : {"", "Enter", "Ctrl Enter"})
        for (const bool small : {false, true}) {
          const ButtonSpec spec{.icon = icon, .key = key, .small = small};
          UiStage stage({1280, 800, scale}, [&](Ui& ui, const Frame&, Intents&) {
            button(ui, "it", {50, 50, button_width(ui, "Check the device", spec), ui.px(40)},
                   "Check the device", spec);
          });
          CAPTURE(scale);
          CAPTURE(key);
          CHECK(stage.faults().empty());
          const auto drawn = stage.drawn();
          REQUIRE_FALSE(drawn.texts.empty());
          for (const auto& text : drawn.texts) CHECK_FALSE(text.cut);
        }
}

TEST_CASE("a label too long for its button ends in an ellipsis inside it") {
  UiStage stage({}, [](Ui& ui, const Frame&, Intents&) {
    button(ui, "it", {50, 50, 90, 40}, "Something much too long for it");
  });
  const auto drawn = stage.drawn();
  REQUIRE(drawn.texts.size() == 1);
  CHECK(drawn.texts[0].cut);
  CHECK(drawn.texts[0].words.ends_with("\u2026"));
  CHECK(drawn.texts[0].at.x >= 50);
  CHECK(drawn.texts[0].at.right() <= 140);
}

TEST_CASE("a toggle shows a tick when it is on, and says only that it was pressed") {
  for (const bool on : {false, true}) {
    int pressed = 0;
    UiStage stage({}, [&](Ui& ui, const Frame&, Intents&) {
      pressed += toggle(ui, "it", kPlace, "Sound", on) ? 1 : 0;
    });
    stage.click("it");
    CHECK(pressed == 1);
    stage.drawn();
    // Chosen: the border of the accent.
    CHECK((stage.vertices_of(colour(Theme::Dark, Token::Ac)) > 0) == on);
  }
}

TEST_CASE("a tool tells its key beside its icon where there is room for both, and else in its tip") {
  const auto texts = [](float height, bool hovers) {
    UiStage stage({}, [height](Ui& ui, const Frame&, Intents&) {
      tool(ui, "it", {100, 100, 44, height}, Icon::Undo, "Z", false, true, "Undo");
    });
    if (hovers) stage.hover({122, 100 + height / 2});
    return stage.drawn().texts.size();
  };
  CHECK(texts(44, false) == 1);
  CHECK(texts(30, false) == 0);
}

TEST_CASE("a card is pressed anywhere on it, and shows when it is chosen") {
  for (const bool chosen : {false, true}) {
    UiStage stage({}, [&](Ui& ui, const Frame&, Intents& intents) {
      if (card(ui, "it", kPlace, chosen)) intents.say(Command::Redo);
    });
    CHECK(only_command(stage.click_at({kPlace.x + 3, kPlace.y + 3}), Command::Redo));
    CHECK(only_command(stage.click_at({kPlace.right() - 3, kPlace.bottom() - 3}), Command::Redo));
    CHECK(only_command(stage.enter("it"), Command::Redo));
    stage.drawn();
    CHECK((stage.vertices_of(colour(Theme::Dark, Token::Ac)) > 0) == chosen);
  }
}

TEST_CASE("a chip is 24 points high and ten wider than its words on either side") {
  for (const float scale : {1.0F, 2.0F}) {
    float width = 0.0F, words = 0.0F;
    UiStage stage({1280, 800, scale}, [&](Ui& ui, const Frame&, Intents&) {
      width = chip(ui, {20, 20}, "critical", ui.col(Token::Tx), ui.col(Token::S3));
      words = ui.width(Style::Small, "critical");
    });
    CHECK(width == doctest::Approx(words + 20 * scale));
    CHECK(stage.faults().empty());
  }
}

TEST_CASE("what is too flat to be pressed is no control") {
  UiStage stage({}, [](Ui& ui, const Frame&, Intents&) {
    ui.press("flat", {10, 10, 100, 0.5F});
    ui.press("thin", {10, 40, 0.0F, 40});
  });
  CHECK(stage.controls().empty());
}
