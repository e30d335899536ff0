// Tab walks what is drawn, in the order it is drawn, and scrolls to what is out of sight.
#include <doctest/doctest.h>

#include "tests/support/ui_stage.h"
#include "trainer/ui/debrief/debrief_screen.h"
#include "trainer/ui/kit/controls.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

// One frame in which these are drawn.
void draws(Focus& focus, std::vector<unsigned> ids) {
  focus.begin_frame();
  focus.order = std::move(ids);
  focus.end_frame();
}
unsigned after(Focus& focus, int by) {
  focus.move(by);
  return focus.at;
}

// A list of forty rows in a window of six.
UiStage::Draw long_list() {
  return [](Ui& ui, const Frame&, DebriefIntents& intents) {
    Scroller scroller(ui, "list", {100, 100, 300, 240});
    for (int i = 0; i < 40; ++i)
      if (button(ui, "row " + std::to_string(i),
                 {100, scroller.top() + 40.0F * static_cast<float>(i), 280, 36}, "Row"))
        intents.say(ChooseLine{i});
    scroller.content(40 * 40);
  };
}

}  // namespace

TEST_CASE("Tab goes round, forwards and backwards") {
  Focus focus;
  draws(focus, {7, 8, 9});
  CHECK(after(focus, 1) == 7);
  CHECK(after(focus, 1) == 8);
  CHECK(after(focus, 1) == 9);
  CHECK(after(focus, 1) == 7);
  CHECK(after(focus, -1) == 9);
  CHECK(after(focus, -1) == 8);
}

TEST_CASE("Shift Tab begins at the last control") {
  Focus focus;
  draws(focus, {7, 8, 9});
  CHECK(after(focus, -1) == 9);
}

TEST_CASE("what is drawn no more loses the focus; what is drawn anew before it does not take it") {
  Focus focus;
  draws(focus, {7, 8, 9});
  after(focus, 1);
  after(focus, 1);
  REQUIRE(focus.at == 8);
  draws(focus, {5, 7, 8, 9});
  CHECK(focus.at == 8);
  draws(focus, {7, 9});
  CHECK(focus.at == 0);
}

TEST_CASE("where nothing is drawn Tab does nothing") {
  Focus focus;
  draws(focus, {});
  CHECK(after(focus, 1) == 0);
  CHECK(after(focus, -1) == 0);
}

TEST_CASE("there and back by Tab ends where it began, from every control") {
  Focus focus;
  draws(focus, {3, 1, 4, 15, 9});
  for (int start = 0; start < 5; ++start) {
    const unsigned here = after(focus, 1);
    after(focus, 1);
    CHECK(after(focus, -1) == here);
  }
}

TEST_CASE("every row of a long list is reached by Tab and is then in sight") {
  UiStage stage({}, long_list());
  for (const int row : {0, 5, 6, 20, 39}) {
    const auto intents = stage.enter("row " + std::to_string(row));
    REQUIRE(support::only<ChooseLine>(intents) != nullptr);
    CHECK(support::only<ChooseLine>(intents)->line == row);
  }
}

TEST_CASE("every row of a long list is reached by the wheel") {
  UiStage stage({}, long_list());
  for (const int row : {39, 17, 0}) {
    const auto intents = stage.click("row " + std::to_string(row));
    REQUIRE(support::only<ChooseLine>(intents) != nullptr);
    CHECK(support::only<ChooseLine>(intents)->line == row);
  }
}

TEST_CASE("what is scrolled out of sight takes no press beside the list") {
  UiStage stage({}, long_list());
  CHECK(stage.click_at({200, 100 + 40 * 10}).empty());
}

TEST_CASE("under a sheet a list keeps its place") {
  UiStage stage({}, long_list());
  stage.click("row 20");
  const float before = stage.drawn().controls[20].at.y;
  CHECK(stage.press_all_blocked().empty());
  CHECK(stage.drawn().controls[20].at.y == before);
}
