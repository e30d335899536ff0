#include "trainer/app/first_minutes.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include "trainer/app/lesson_files.h"
#include "trainer/assessment/site.h"
#include "trainer/runner/decide.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace trainer;
using ui::FirstPart;
using Onward = app::FirstMinutes::Onward;

namespace {

struct Hand {
  runner::Attempt attempt;
  std::int64_t t = 0;
  std::optional<std::uint16_t> pressure;  // of a pen

  Hand() {
    auto package = app::first_lesson();
    REQUIRE(package);
    auto site = assessment::Site::make(package->lesson);
    REQUIRE(site);
    attempt = runner::begin(*site);
  }
  void press(engine::scalp::CanvasPoint at, Span dwell_us = Span{150'000}) {
    t += 500'000;
    move(at, true);
    t += dwell_us.us;
    move(at, false);
  }
  void act(const runner::Intent& intent) {
    auto events = runner::decide(attempt, intent, {});
    REQUIRE(events);
    for (const auto& event : *events) runner::apply(attempt, event);
  }
  void next_step() { act(runner::NextStep{AttemptTime{t}}); }
  void undo() { act(runner::Undo{AttemptTime{t}, engine::sim::UndoScope::Lift}); }
  void move(engine::scalp::CanvasPoint at, bool contact) {
    runner::apply(
        attempt,
        engine::sim::Event{engine::sim::NeedleMoved{
            {.t_us = AttemptTime{t}, .at = at, .pressure = pressure, .tilt = {}, .contact = contact}}});
  }
};

}  // namespace

TEST_CASE("the first dot answers at once: miss in mm and depth") {
  Hand hand;
  app::FirstMinutes first;
  first.follow(hand.attempt);
  REQUIRE(first.cross());
  auto at = *first.cross();
  at.u_um += 300;
  hand.press(at);
  first.follow(hand.attempt);
  REQUIRE(first.state().answers.size() == 1);
  CHECK(first.state().answers[0].miss.value == doctest::Approx(0.3));
  CHECK(first.state().answers[0].state == engine::skin::DepthState::Target);
  CHECK(first.state().part == FirstPart::Crosses);
  const auto view = ui::make_first_run_view(first.state(), hand.attempt, {});
  CHECK(view.answer_title.find("0.30 mm off the cross") == 0);
}

TEST_CASE("ten crosses, then the window, then the comparison, and never a total") {
  Hand hand;
  app::FirstMinutes first;
  first.follow(hand.attempt);
  for (int i = 0; i < 10; ++i) {
    REQUIRE(first.cross());
    hand.press(*first.cross());
    first.follow(hand.attempt);
  }
  CHECK_FALSE(first.cross());
  CHECK(ui::make_first_run_view(first.state(), hand.attempt, {}).primary == "Fill a small window");
  CHECK(ui::make_first_run_view(first.state(), hand.attempt, {}).streak == "10 in the band in a row");
  CHECK(first.next() == Onward::NextStep);
  hand.next_step();
  first.follow(hand.attempt);
  CHECK(first.state().part == FirstPart::Window);
  // nothing of the crosses
  CHECK(ui::make_first_run_view(first.state(), hand.attempt, {}).answer_title.empty());
  CHECK(first.state().window_asked > 50);
  CHECK(first.state().window_asked < 70);
  hand.press({100'000, 50'000});
  first.follow(hand.attempt);
  CHECK(first.state().window_dots == 1);
  hand.next_step();
  first.follow(hand.attempt);
  CHECK(first.state().part == FirstPart::Compare);
  CHECK(first.next() == Onward::Leave);
}

TEST_CASE("the first minutes speak of pressure to a pen, of time to a mouse") {
  const auto mouse = [](engine::skin::DepthState state) {
    return ui::cross_sentence({.state = state, .measured = false});
  };
  const auto pen = [](engine::skin::DepthState state) {
    return ui::cross_sentence({.state = state, .measured = true});
  };
  using engine::skin::DepthState;
  CHECK(mouse(DepthState::Shallow) == "A little light. Stay a touch longer.");
  CHECK(pen(DepthState::Shallow) == "A little light. Press a touch harder.");
  CHECK(mouse(DepthState::Blowout).ends_with("Let go much sooner."));
  for (const auto state : {DepthState::Epidermal, DepthState::Shallow, DepthState::Deep, DepthState::Blowout})
    for (const char* of_time : {"longer", "sooner", "arc", "Hold"})
      CHECK(pen(state).find(of_time) == std::string::npos);
  Hand hand;
  app::FirstMinutes first;
  first.follow(hand.attempt);
  hand.pressure = std::uint16_t{4000};
  hand.press(*first.cross());
  first.follow(hand.attempt);
  CHECK(first.state().answers.at(0).measured);
  for (auto& dot : hand.attempt.skin.dots) dot.deposit_depth_um = dot.thickness_um * 8 / 10;
  CHECK(ui::next_advice(hand.attempt, 60, 60).find("press more lightly") != std::string::npos);
  for (auto& dot : hand.attempt.skin.dots) dot.depth_source = engine::skin::DepthSource::Simulated;
  CHECK(ui::next_advice(hand.attempt, 60, 60).find("let go as the arc") != std::string::npos);
  ui::FirstRunState start;
  CHECK(ui::make_first_run_view(start, hand.attempt, {.simulated = false}).note.find("With a pen") == 0);
  CHECK(ui::make_first_run_view(start, hand.attempt, {.simulated = false}).note_title == "Depth with a pen");
  CHECK(ui::make_first_run_view(start, hand.attempt, {}).note.find("With a mouse") == 0);
}

TEST_CASE("every cross stands in the first view, at most 12 mm from the first") {
  Hand hand;
  app::FirstMinutes first;
  first.follow(hand.attempt);
  const auto start = *first.cross();
  while (const auto cross = first.cross()) {
    CHECK(engine::scalp::chord(hand.attempt.site->canvas(), start, *cross).value < 12.0);
    hand.press(*cross);
    first.follow(hand.attempt);
  }
}

TEST_CASE("every part can be skipped: the first to the lessons, the others to the next part") {
  Hand hand;
  app::FirstMinutes first;
  first.follow(hand.attempt);
  CHECK(first.skip() == Onward::Leave);
  hand.press(*first.cross());
  first.follow(hand.attempt);
  CHECK(first.skip() == Onward::NextStep);
  hand.next_step();
  first.follow(hand.attempt);
  CHECK(first.skip() == Onward::NextStep);
}

TEST_CASE("undo takes an answer back, and its cross comes again") {
  Hand hand;
  app::FirstMinutes first;
  for (int i = 0; i < 4; ++i) {
    first.follow(hand.attempt);
    hand.press(*first.cross());
  }
  first.follow(hand.attempt);
  const auto fifth = first.cross();
  hand.undo();
  first.follow(hand.attempt);
  CHECK(first.state().answers.size() == 3);
  CHECK_FALSE(first.cross() == fifth);
}

TEST_CASE("after a crash the attempt alone brings the part and its answers back") {
  Hand hand;
  app::FirstMinutes first;
  for (int i = 0; i < 10; ++i) {
    first.follow(hand.attempt);
    hand.press(*first.cross());
  }
  hand.next_step();
  hand.press({100'000, 50'000});
  app::FirstMinutes again;
  again.follow(hand.attempt);
  CHECK(again.state().part == FirstPart::Window);
  CHECK(again.state().answers.size() == 10);
  CHECK(again.state().window_dots == 1);
}

TEST_CASE("the expert's window lies wholly beside the trainee's and holds about as many dots as asked") {
  Hand hand;
  const auto dots = app::expert_beside(hand.attempt);
  CHECK(dots.size() > 45);
  CHECK(dots.size() < 75);
  const auto low = app::window_low();
  for (const auto& dot : dots) {
    CHECK(dot.at.u_um >= low.u_um + app::kBesideUm - 1);
    CHECK(dot.at.u_um <= low.u_um + app::kBesideUm + app::kWindowUm + 1);
  }
}
