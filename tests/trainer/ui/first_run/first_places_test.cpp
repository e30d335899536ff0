// The first minutes on the screen: marks of the crosses, the bar of the window, the number of the depth.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/first_run/first_run_screen.h"

using namespace trainer;
using namespace trainer::ui;
using support::UiStage;
using support::writes;

namespace {

UiStage::Draw drawing(const FirstRunView& view) {
  return [view](Ui& ui, const Frame& f, Intents& intents) {
    draw_first_run(ui, first_run_layout(f), view, intents);
  };
}
runner::Attempt attempt(const std::vector<engine::skin::Dot>& dots = {}) {
  auto a = runner::begin(
      assessment::Site::make(support::field().step(support::StepKind::NeedleWork).lesson()).value());
  a.skin.dots = dots;
  return a;
}
FirstRunView view_of(const FirstRunState& state, const runner::Attempt& a = attempt()) {
  return make_first_run_view(state, a, {});
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
bool at(float value, float wanted, float by = 1.51F) {
  return std::fabs(value - wanted) <= by;
}
Rect place_of(UiStage& stage, const std::string& words) {
  for (const auto& text : stage.drawn().texts)
    if (text.words == words) return text.at;
  return {};
}

}  // namespace

TEST_CASE("ten marks stand in a row, filled from the left by what each cross became, the rest pale") {
  FirstRunState state{.part = FirstPart::Crosses};
  state.answers = {
      {.state = DepthState::Target}, {.state = DepthState::Deep}, {.state = DepthState::Shallow}};
  UiStage stage({}, drawing(view_of(state)));
  const Rect count = place_of(stage, "3 of 10 dots.");
  REQUIRE(count.w > 0);
  // Marks of 7 points begin 8 in and stand 22 apart, 20 above the line of the count.
  const Rect row{0, count.y - 40, 430, 34};
  const auto mark = [&](Token t) { return stage.box_of(col(t), row); };
  CHECK(at(mark(Token::Ac).centre().x, 32 + 8));
  CHECK(at(mark(Token::Over).centre().x, 32 + 30));
  CHECK(at(mark(Token::Under).centre().x, 32 + 52));
  CHECK(at(mark(Token::S3).x, 32 + 74 - 7));
  CHECK(at(mark(Token::S3).right(), 32 + 8 + 22 * 9 + 7));
}

TEST_CASE("a streak stands beside the count") {
  FirstRunState state{.part = FirstPart::Crosses};
  state.answers.assign(4, {.state = DepthState::Target});
  UiStage stage({}, drawing(view_of(state)));
  const Rect count = place_of(stage, "4 of 10 dots."), streak = place_of(stage, view_of(state).streak);
  REQUIRE(streak.w > 0);
  CHECK(at(streak.x, count.right() + 8));
  CHECK(at(streak.centre().y, count.centre().y));
}

TEST_CASE("the bar of the window fills with its dots and never beyond its end") {
  for (const auto& [dots, share] : {std::pair{0, 0.0F}, {15, 0.25F}, {45, 0.75F}, {60, 1.0F}, {200, 1.0F}}) {
    UiStage stage({}, drawing(view_of({.part = FirstPart::Window, .window_dots = dots, .window_asked = 60})));
    const Rect count = place_of(stage, std::to_string(dots) + " of about 60 dots");
    REQUIRE(count.w > 0);
    const Rect bar = stage.box_of(col(Token::Ac), {20, count.y - 28, 400, 24});
    CAPTURE(dots);
    if (share == 0.0F)
      CHECK(bar.w == 0);
    else
      CHECK(at(bar.right(), 32 + 380 * share));
  }
}

TEST_CASE("what is said of the last dot in the window is what the coach says of it: how deep, how far") {
  auto a = attempt(support::in_rows(2, 1, {20, 20}, 1.25));
  const FirstRunState state{.part = FirstPart::Window, .window_dots = 2, .window_touched = true};
  const auto v = view_of(state, a);
  CHECK(v.answer_title.find("0.65 mm deep") == 0);  // 0.55 of 1.18
  CHECK(v.answer_title.find("1.25 mm") != std::string::npos);
  CHECK_FALSE(v.answer.empty());
  a.skin.dots.resize(1);
  CHECK(view_of(state, a).answer_title.find("nearest") == std::string::npos);
  CHECK(view_of({.part = FirstPart::Window, .window_dots = 2}, a).answer.empty());  // not touched yet
}

TEST_CASE("what is said of a cross tells its miss and its depth in hundredths") {
  FirstRunState state{.part = FirstPart::Crosses};
  state.answers = {
      {.miss = engine::core::Mm{0.123}, .depth = engine::core::Mm{0.678}, .state = DepthState::Deep}};
  const auto v = view_of(state);
  CHECK(v.answer_title.find("0.12 mm") == 0);
  CHECK(v.answer_title.find("0.68 mm") != std::string::npos);
  CHECK(v.answer_state == DepthState::Deep);
}

TEST_CASE("the answer takes the place of the note, with its own mark") {
  FirstRunState state{.part = FirstPart::Touch};
  const auto note = view_of(state);
  UiStage before({}, drawing(note));
  CHECK(writes(before, note.note_title));
  state.answers = {
      {.miss = engine::core::Mm{0.1}, .depth = engine::core::Mm{0.6}, .state = DepthState::Blowout}};
  const auto answer = view_of(state);
  UiStage after({}, drawing(answer));
  CHECK_FALSE(writes(after, note.note_title));
  const Rect title = place_of(after, answer.answer_title);
  REQUIRE(title.w > 0);
  CHECK(after.box_of(col(Token::Crit), {title.x - 60, title.y - 20, 55, 90}).w > 10);
}

TEST_CASE("beside the skin stands how deep it was, and whether that is measured") {
  auto v = view_of({.part = FirstPart::Touch});
  UiStage none({}, drawing(v));
  CHECK(writes(none, "\u2013"));
  CHECK(writes(none, "simulated"));
  v.depth.now = engine::core::Mm{0.876};
  v.depth.state = DepthState::Deep;
  v.depth.simulated = false;
  UiStage stage({}, drawing(v));
  CHECK(writes(stage, "0.88"));
  CHECK(writes(stage, "measured"));
  CHECK_FALSE(writes(stage, "simulated"));
  CHECK(at(place_of(stage, "0.88").centre().x, 1176 + 36));
}

TEST_CASE("the words at the foot stand there where there is room, and give way to the buttons") {
  const auto foot = [](const support::StageSize& size) {
    UiStage stage(size, drawing(view_of({.part = FirstPart::Touch})));
    bool found = false;
    for (const auto& text : stage.drawn().texts) found = found || text.words.find("No account") == 0;
    return found;
  };
  CHECK(foot({1280, 800}));
  CHECK_FALSE(foot({640, 400}));
}

TEST_CASE("each part has a title of its own, and never a total") {
  std::vector<std::string> titles;
  for (const auto part : {FirstPart::Touch, FirstPart::Crosses, FirstPart::Window, FirstPart::Compare}) {
    const auto v = view_of({.part = part, .window_dots = 40});
    titles.push_back(v.title);
    UiStage stage({}, drawing(v));
    for (const auto& text : stage.drawn().texts) CHECK(text.words.find("total") == std::string::npos);
  }
  FirstRunState done{.part = FirstPart::Crosses};
  done.answers.assign(kCrosses, {});
  titles.push_back(view_of(done).title);
  std::sort(titles.begin(), titles.end());
  CHECK(std::unique(titles.begin(), titles.end()) == titles.end());
}
