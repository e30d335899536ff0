// The top bar: what stands in it, and what its buttons ask for.
#include "trainer/ui/kit/bar.h"

#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"

using namespace trainer::ui;
using support::only_command;
using support::UiStage;

namespace {

BarView full() {
  return {.back = Command::AskLeave,
          .path = "Practice",
          .title = "Even dots",
          .steps = {"1 Look", "2 Place", "3 Review"},
          .step = 1,
          .clock = "06:48",
          .primary = "Finish",
          .primary_command = Command::AskFinish,
          .device = DeviceLabel{"mouse", false}};
}
UiStage::Draw drawing(const BarView& view) {
  return [view](Ui& ui, const Frame& f, Intents& intents) {
    draw_bar(ui, {0, 0, f.window.w, f.px(56)}, view, intents);
  };
}

}  // namespace

TEST_CASE("every button of the bar gives its own command") {
  UiStage stage({}, drawing(full()));
  CHECK(only_command(stage.click("bar back"), Command::AskLeave));
  CHECK(only_command(stage.click("bar primary"), Command::AskFinish));
  CHECK(only_command(stage.click("bar settings"), Command::OpenSettings));
  CHECK(only_command(stage.click("bar help"), Command::OpenHelp));
  CHECK(only_command(stage.click("bar device"), Command::OpenDeviceCheck));
  support::controls_answer(stage);
}

TEST_CASE("the command of the primary button is the view's, not its label's") {
  auto view = full();
  view.primary_command = Command::LineDone;
  UiStage stage({}, drawing(view));
  CHECK(only_command(stage.click("bar primary"), Command::LineDone));
}

TEST_CASE("what the view leaves out is not there") {
  UiStage stage({}, drawing({.title = "Even dots", .settings = false}));
  CHECK(stage.controls().empty());
  UiStage with({}, drawing({.title = "Even dots"}));
  CHECK(with.controls() == std::vector<std::string>{"bar settings", "bar help"});
}

TEST_CASE("nothing of the bar overlaps or sticks out, however long a title and however small the window") {
  for (const char* title : {"", "Even dots",
                            "A title that goes on for much longer than any bar has room for, "
                            "and then on a little, and on"}) {
    auto view = full();
    view.title = title;
    support::no_faults(drawing(view), support::stage_sizes(640, 400));
    view.path.clear();
    view.steps.clear();
    support::no_faults(drawing(view), support::stage_sizes(640, 400));
  }
}

TEST_CASE("a wide window shows the way, the title and the steps; where there is no room the steps go first") {
  UiStage wide({1920, 1080}, drawing(full()));
  CHECK(support::writes(wide, "Practice  /  "));
  CHECK(support::writes(wide, "Even dots"));
  for (const char* step : {"1 Look", "2 Place", "3 Review"}) CHECK(support::writes(wide, step));
  auto many = full();
  for (int i = 4; i < 12; ++i) many.steps.push_back(std::to_string(i) + " Place again");
  UiStage narrow({960, 600}, drawing(many));
  CHECK(support::writes(narrow, "Even dots"));
  CHECK_FALSE(support::writes(narrow, "1 Look"));
}

TEST_CASE("the step that is done now stands out from the others") {
  for (const int now : {0, 1, 2}) {
    auto view = full();
    view.step = now;
    UiStage stage({1920, 1080}, drawing(view));
    stage.drawn();
    CHECK(stage.vertices_of(colour(Theme::Dark, Token::Acd)) > 0);
  }
  auto none = full();
  none.step = -1;
  UiStage stage({1920, 1080}, drawing(none));
  stage.drawn();
  CHECK(stage.vertices_of(colour(Theme::Dark, Token::Acd)) == 0);
}

TEST_CASE("a device whose depth is measured has a full mark, one that simulates it a hollow one") {
  auto view = full();
  view.primary.clear();
  view.steps.clear();
  const auto marks = [&](bool measured) {
    view.device = DeviceLabel{"pen", measured};
    UiStage stage({}, drawing(view));
    stage.drawn();
    return stage.vertices_of(colour(Theme::Dark, Token::Ac)) > 0;
  };
  CHECK(marks(true));
  CHECK_FALSE(marks(false));
}
