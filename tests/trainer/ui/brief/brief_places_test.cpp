// The brief on the screen: numbered steps, columns of facts, and what stands at its foot.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/brief/brief_screen.h"

using namespace trainer;
using namespace trainer::ui;
using support::StepKind;
using support::UiStage;
using support::writes;

namespace {

UiStage::Draw drawing(const BriefView& view) {
  return [view](Ui& ui, const Frame& f, BriefIntents& intents) {
    draw_brief(ui, brief_layout(f), view, intents);
  };
}
BriefView view() {
  BriefView v;
  v.over = "Module 1";
  v.title = "Even dots";
  v.summary = "Fill a field.";
  v.steps = {{"Place", "Evenly."}, {"Answer", "Two."}};
  v.objectives = {"Work evenly", "Keep the depth"};
  v.facts = {{"Skin", "1.18 mm"}, {"Needle", "1RL-0.25 mm"}};
  v.judged = {{"Density", "40 %"}, {"Depth", "60 %"}};
  v.pass = "pass 70";
  return v;
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
bool same_line(const Rect& a, const Rect& b) {
  return a.w > 0 && b.w > 0 && std::fabs(a.centre().y - b.centre().y) < 2;
}

}  // namespace

TEST_CASE("all is told from the top: what, how, what one can afterwards, with what") {
  UiStage stage({1280, 1200}, drawing(view()));
  const char* kOrder[] = {"Module 1",    "Even dots",      "Fill a field.",
                          "Place",       "Answer",         "Afterwards you can",
                          "Work evenly", "Keep the depth", "On the couch and on the tray"};
  float before = 50;
  for (const char* words : kOrder) {
    CAPTURE(words);
    Rect r;
    for (const auto& text : stage.drawn().texts)
      if (text.words == words && text.at.y > 57) r = text.at;  // below the bar, which has the title too
    CHECK(r.y > before);
    before = r.y;
  }
}

TEST_CASE("steps are numbered from one, the number beside its name") {
  UiStage stage({1280, 1200}, drawing(view()));
  CHECK(same_line(place_of(stage, "1"), place_of(stage, "Place")));
  CHECK(same_line(place_of(stage, "2"), place_of(stage, "Answer")));
  CHECK_FALSE(writes(stage, "3"));
}

TEST_CASE("facts and what is judged stand side by side where there is room, else one below the other") {
  UiStage wide({1280, 1200}, drawing(view())), narrow({640, 1200}, drawing(view()));
  CHECK(same_line(place_of(wide, "On the couch and on the tray"), place_of(wide, "What is judged")));
  CHECK(place_of(wide, "What is judged").x > place_of(wide, "1RL-0.25 mm").x);
  CHECK(place_of(narrow, "What is judged").y > place_of(narrow, "1RL-0.25 mm").y);
  CHECK(place_of(narrow, "What is judged").x == place_of(narrow, "On the couch and on the tray").x);
}

TEST_CASE("a share stands at the right end of its line, as the mark to pass does") {
  UiStage stage({1280, 1200}, drawing(view()));
  const Rect density = place_of(stage, "40 %"), depth = place_of(stage, "60 %"),
             pass = place_of(stage, "pass 70");
  CHECK(same_line(density, place_of(stage, "Density")));
  CHECK(same_line(depth, place_of(stage, "Depth")));
  CHECK(std::fabs(density.right() - depth.right()) < 1);
  CHECK(std::fabs(density.right() - pass.right()) < 1);
}

TEST_CASE("without objectives or an instructor's words there is no room left for them") {
  auto bare = view();
  bare.objectives.clear();
  UiStage stage({1280, 1200}, drawing(bare));
  CHECK_FALSE(writes(stage, "Afterwards you can"));
  auto wordy = view();
  wordy.words = "Listen first.";
  UiStage more({1280, 1200}, drawing(wordy)), less({1280, 1200}, drawing(view()));
  CHECK(writes(more, "Listen first."));
  CHECK(place_of(more, "Place").y > place_of(less, "Place").y);
  CHECK(place_of(stage, "On the couch and on the tray").y < place_of(less, "On the couch and on the tray").y);
}

TEST_CASE("at the foot stands Start, and before it what was broken off, with how much of it is safe") {
  UiStage fresh({1280, 800}, drawing(view()));
  const Rect start = control(fresh, "start");
  CHECK(start.x == 576 + 40);
  CHECK(start.h == 48);
  CHECK(writes(fresh, "Start"));
  auto broken = view();
  broken.go_on = "/r/1";
  broken.go_on_words = "32 dots are safe";
  UiStage again({1280, 800}, drawing(broken));
  const Rect go_on = control(again, "go on"), anew = control(again, "start");
  CHECK(go_on.x == 576 + 40);
  CHECK(anew.x > go_on.right());
  CHECK(writes(again, "Start anew"));
  const Rect safe = place_of(again, "32 dots are safe");
  CHECK(safe.x == doctest::Approx(go_on.x));
  CHECK(safe.y >= go_on.bottom());
  CHECK(safe.bottom() <= 800);
}

TEST_CASE("what a long brief has no room for is scrolled, its foot stays") {
  auto longer = view();
  for (int i = 0; i < 30; ++i) longer.facts.push_back({"Scar " + std::to_string(i), "Left side"});
  UiStage stage({1280, 720}, drawing(longer));
  const auto layout = brief_layout({{0, 0, 1280, 720}, 1, false});
  bool below = false;
  for (const auto& text : stage.drawn().texts)
    if (text.words == "Scar 29") {
      below = text.at.y > 720;
      CHECK(text.clip.bottom() <= layout.foot.y + 0.5F);
    }
  CHECK(below);
  CHECK(control(stage, "start").bottom() <= 720);
  support::no_faults(drawing(longer));
}

TEST_CASE("minutes: fifty dots or two questions each, at least one, rounded") {
  CHECK(asked_minutes(0) == 1);
  CHECK(asked_minutes(24) == 1);
  CHECK(asked_minutes(50) == 1);
  CHECK(asked_minutes(80) == 2);
  CHECK(asked_minutes(360) == 7);
  CHECK(asked_minutes(375) == 8);  // seven and a half
  CHECK(asked_minutes(0, 4) == 2);
  CHECK(asked_minutes(100, 3) == 4);  // three and a half
}
