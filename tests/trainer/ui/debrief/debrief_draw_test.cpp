// The debrief on the screen: verdict, criteria, books, time.
#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/debrief/debrief_screen.h"

using engine::core::AttemptTime;

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

Trace trace(const char* name, double low, double high, double bottom, double top) {
  Trace t{.name = name, .unit = "mm", .low = low, .high = high, .bottom = bottom, .top = top};
  for (int i = 0; i < 300; ++i)
    t.points.push_back({AttemptTime{i * 2'000'000}, low + (high - low) * ((i * 7 % 13) / 10.0 - 0.15)});
  return t;
}
DebriefView full(int lines = 9) {
  DebriefView view;
  view.lesson = "Even dots";
  view.total = "77.52";
  view.share = 0.7752;
  view.passed = true;
  view.verdict = "A sound field: the spacing is even, the depth drifts towards the end.";
  view.sub = "352 of about 360 dots, 3 outside. Pass 70, merit 80, distinction 90.";
  view.chips = {"no dot too deep", "two of a hundred outside", "depth simulated from press time"};
  for (int i = 0; i < 9; ++i)
    view.criteria.push_back({"Criterion " + std::to_string(i),
                             i == 0 ? "weakest" : "simulated, counts a third",
                             i == 8 ? std::nullopt : std::optional(60.0 + 5 * i), 70.0, i == 0});
  view.mean_words = "Average 81.20, weakest skill 60.00.";
  for (int i = 0; i < lines; ++i)
    view.ledger.push_back({.number = i < 7 ? i + 1 : 0,
                           .cause = "Cause " + std::to_string(i) + " said in a sentence that needs its room.",
                           .advice = "What to do about it, in one or two sentences. The second is longer.",
                           .time = "01:0" + std::to_string(i),
                           .points = "\u22121.20",
                           .weakest = i == 7,
                           .critical = i == 8,
                           .under = i % 2 == 0});
  view.lost = "Where 22.48 points went";
  view.sum_left = "100 \u2212 22.48";
  view.sum_right = "77.52";
  view.traces = {trace("Depth", 0.45, 0.85, 1.5, 0.0), trace("Spacing", 0.6, 1.4, 0.0, 3.0),
                 trace("Pace", 30, 60, 0.0, 120.0)};
  view.end_us = AttemptTime{600'000'000};
  for (int i = 0; i < 6; ++i) view.badges.push_back({i + 1, AttemptTime{90'000'000 * i}, i % 2 == 0});
  view.actions = {{"Next lesson", Command::NextLesson},
                  {"See it healed", Command::OpenHealed},
                  {"Do it again", Command::Again}};
  return view;
}
UiStage::Draw drawing(const DebriefView& view, const DebriefPanel& panel = {}) {
  return [view, panel](Ui& ui, const Frame& f, DebriefIntents& intents) {
    draw_debrief(ui, debrief_layout(f), view, panel, intents);
  };
}
constexpr support::StageSize kLarge{1920, 1080};

}  // namespace

TEST_CASE("a line of the books chooses itself, and the chosen one lets go") {
  UiStage stage(kLarge, drawing(full()));
  for (const int i : {0, 4, 8}) {
    const auto heard = stage.click("ledger " + std::to_string(i));
    REQUIRE(only<ChooseLine>(heard) != nullptr);
    CHECK(only<ChooseLine>(heard)->line == i);
  }
  UiStage chosen(kLarge, drawing(full(), {.chosen = 4}));
  CHECK(only<ChooseLine>(chosen.click("ledger 4"))->line == -1);
  CHECK(only<ChooseLine>(chosen.click("ledger 5"))->line == 5);
}

TEST_CASE("each action gives its command") {
  UiStage stage(kLarge, drawing(full()));
  CHECK(only_command(stage.click("action Next lesson"), Command::NextLesson));
  CHECK(only_command(stage.click("action See it healed"), Command::OpenHealed));
  CHECK(only_command(stage.click("bar back"), Command::GoHome));
}

TEST_CASE("the first action is there in every window; the others give way where there is no room") {
  for (const auto& size : support::stage_sizes(640, 400)) {
    CAPTURE(support::words_of(size));
    UiStage stage(size, drawing(full()));
    CHECK(only_command(stage.click("action Next lesson"), Command::NextLesson));
  }
}

TEST_CASE("speeds set themselves, play toggles") {
  UiStage stage(kLarge, drawing(full()));
  CHECK(only_command(stage.click("play"), Command::TogglePlay));
  for (const auto& [label, factor] :
       std::initializer_list<std::pair<const char*, double>>{{"1", 1.0}, {"4", 4.0}, {"16", 16.0}}) {
    const auto heard = stage.click(std::string("speed ") + label + "\u00d7");
    REQUIRE(only<SetSpeed>(heard) != nullptr);
    CHECK(only<SetSpeed>(heard)->factor == factor);
  }
}

TEST_CASE("a press on the time axis seeks there: its ends are the ends, its middle half of the time") {
  const auto view = full();
  UiStage stage(kLarge, drawing(view));
  Rect axis;
  for (const auto& control : stage.drawn().controls)
    if (control.id == "seek") axis = control.at;
  REQUIRE(axis.w > 300);
  const auto time_at = [&](float share) {
    const auto heard = stage.click_at({axis.x + share * (axis.w - 1) + 0.5F, axis.centre().y});
    REQUIRE_FALSE(heard.empty());
    return std::any_cast<SeekTo>(heard.back()).t_us;
  };
  const double pixel = static_cast<double>(view.end_us.us) / static_cast<double>(axis.w);
  for (const float share : {0.0F, 0.25F, 0.5F, 1.0F})
    CHECK(std::fabs(static_cast<double>(time_at(share).us) -
                    static_cast<double>(share) * static_cast<double>(view.end_us.us)) < 2 * pixel);
}

TEST_CASE("dragged along the axis the playhead follows, forwards only, and stops at the end") {
  UiStage stage(kLarge, drawing(full()));
  Rect axis;
  for (const auto& control : stage.drawn().controls)
    if (control.id == "seek") axis = control.at;
  const auto heard = stage.drag({axis.x + 10, axis.centre().y}, {axis.right() + 300, axis.centre().y});
  REQUIRE(heard.size() >= 3);
  AttemptTime before{-1};
  for (const auto& one : heard) {
    const auto t = std::any_cast<SeekTo>(one).t_us;
    CHECK(t >= before);
    before = t;
  }
  CHECK(before == full().end_us);
}

TEST_CASE("in a small window three tabs share one place, and each shows its own") {
  const support::StageSize small{1280, 800, 1.5F};
  for (const auto tab : {DebriefTab::Ledger, DebriefTab::Criteria, DebriefTab::Time}) {
    UiStage stage(small, drawing(full(), {.tab = tab}));
    const auto ids = stage.controls();
    const auto shows = [&](const char* id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    CHECK(shows("ledger 0") == (tab == DebriefTab::Ledger));
    CHECK(shows("seek") == (tab == DebriefTab::Time));
    const std::pair<const char*, DebriefTab> kTabs[] = {
        {"Points", DebriefTab::Ledger}, {"Criteria", DebriefTab::Criteria}, {"Over time", DebriefTab::Time}};
    for (const auto& [name, wanted] : kTabs) {
      const auto heard = stage.click(name);
      REQUIRE(only<ChooseTab>(heard) != nullptr);
      CHECK(only<ChooseTab>(heard)->tab == wanted);
    }
  }
}

TEST_CASE("every control of the debrief answers to pointer and keys, and to none under a sheet") {
  for (const support::StageSize& size :
       {kLarge, support::StageSize{1280, 800}, support::StageSize{1280, 800, 1.5F}}) {
    UiStage stage(size, drawing(full()));
    support::controls_answer(stage, {"seek"});
  }
}

TEST_CASE("nothing of the debrief overlaps or sticks out, in any tab, with much and with nothing to say") {
  for (const auto tab : {DebriefTab::Ledger, DebriefTab::Criteria, DebriefTab::Time}) {
    support::no_faults(drawing(full(), {.chosen = 2, .playhead_us = AttemptTime{250'000'000}, .tab = tab}),
                       support::stage_sizes(640, 400));
    support::no_faults(drawing({}, {.tab = tab}));
  }
}

TEST_CASE("a record of a second and one of an hour have an axis that can be read") {
  for (const std::int64_t end : {1'000'000LL, 60'000'000LL, 3'600'000'000LL}) {
    auto view = full();
    view.end_us = AttemptTime{end};
    for (auto& t : view.traces) t.points.clear();
    view.badges.clear();
    support::no_faults(drawing(view), support::stage_sizes(1280, 720));
  }
}

TEST_CASE("a work that is not judged shows a dash for its total and no sum") {
  DebriefView view;
  view.lesson = "Even dots";
  view.ledger = full(3).ledger;
  UiStage stage(kLarge, drawing(view));
  CHECK(support::writes(stage, "\u2013"));
  CHECK_FALSE(support::writes(stage, "77.52"));
}

TEST_CASE("each criterion shows its score with two decimals, and a dash where it was not judged") {
  UiStage stage({3840, 2160, 1.0F}, drawing(full()));
  for (const char* score : {"60.00", "65.00", "95.00"}) CHECK(support::writes(stage, score));
  CHECK(support::writes(stage, "\u2013"));
}
