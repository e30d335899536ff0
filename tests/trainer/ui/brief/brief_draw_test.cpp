// The brief: what it says, what starts the work, in every window.
#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/brief/brief_screen.h"

using namespace trainer;
using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

BriefView full() {
  BriefView view;
  view.device = DeviceLabel{"mouse", false};
  view.over = "Module 1, about 360 dots, about 7 min";
  view.title = "Even dots over a whole patch";
  view.summary = "A square to fill with dots that stand alike, none in a row, none in a clump.";
  view.words = "Look at the patch first. Then begin in a corner and work in loose triangles.";
  view.objectives = {"Keep a spacing without measuring it", "See a gap before it is one"};
  for (int i = 0; i < 4; ++i)
    view.steps.push_back({"Step " + std::to_string(i), "What is done in it, in a sentence."});
  for (int i = 0; i < 8; ++i) view.facts.push_back({"Fact " + std::to_string(i), "its value"});
  for (int i = 0; i < 6; ++i) view.judged.push_back({"Criterion " + std::to_string(i), "20 %"});
  view.pass = "pass 70";
  return view;
}
UiStage::Draw drawing(const BriefView& view) {
  return [view](Ui& ui, const Frame& f, BriefIntents& intents) {
    draw_brief(ui, brief_layout(f), view, intents);
  };
}

}  // namespace

TEST_CASE("Start starts, the expert can be watched, the arrow goes home") {
  UiStage stage({}, drawing(full()));
  CHECK(only_command(stage.click("start"), Command::StartWork));
  CHECK(only_command(stage.click("watch"), Command::WatchExpert));
  CHECK(only_command(stage.click("bar back"), Command::GoHome));
  support::controls_answer(stage);
}

TEST_CASE("of a paper nobody can watch an expert") {
  auto view = full();
  view.watch = false;
  UiStage stage({}, drawing(view));
  for (const auto& control : stage.drawn().controls) CHECK(control.id != "watch");
  CHECK(only_command(stage.click("start"), Command::StartWork));
}

TEST_CASE("work that was broken off is offered before a new start, and both are there") {
  auto view = full();
  view.go_on = "/records/open";
  view.go_on_words = "32 dots are safe";
  UiStage stage({}, drawing(view));
  const auto intents = stage.click("go on");
  REQUIRE(only<ContinueBroken>(intents) != nullptr);
  CHECK(only<ContinueBroken>(intents)->record == "/records/open");
  CHECK(only_command(stage.click("start"), Command::StartWork));
  const auto ids = stage.controls();
  CHECK(std::find(ids.begin(), ids.end(), "go on") < std::find(ids.begin(), ids.end(), "start"));
  support::controls_answer(stage);
}

TEST_CASE("in every window Start can be pressed; watching gives way where there is no room for it") {
  for (const bool broken_off : {false, true}) {
    auto view = full();
    if (broken_off) view.go_on = "/records/open";
    for (const auto& size : support::stage_sizes(480, 300)) {
      CAPTURE(support::words_of(size));
      UiStage stage(size, drawing(view));
      CHECK(only_command(stage.click("start"), Command::StartWork));
    }
  }
}

TEST_CASE("nothing of a brief overlaps or sticks out") {
  support::no_faults(drawing(full()));
  auto view = full();
  view.go_on = "/records/open";
  view.go_on_words = "32 dots are safe";
  support::no_faults(drawing(view));
  support::no_faults(drawing(BriefView{.title = "Bare"}));
}

TEST_CASE("a brief made of a lesson is drawn as whole as one made by hand") {
  const auto site = assessment::Site::make(support::field()
                                               .step(support::StepKind::Brief)
                                               .step(support::StepKind::Drawing)
                                               .sessions({0.5, 1.0})
                                               .step(support::question(0))
                                               .lesson())
                        .value();
  support::no_faults(drawing(make_brief_view(*site)));
}
