// The first minutes: part by part, what is said and what can be pressed.
#include "trainer/ui/first_run/first_run_screen.h"

#include <doctest/doctest.h>

#include "tests/support/dots.h"
#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"

using namespace trainer;
using namespace trainer::ui;
using support::only_command;
using support::UiStage;

namespace {

runner::Attempt attempt(const std::vector<engine::skin::Dot>& dots = {}) {
  auto a = runner::begin(
      assessment::Site::make(support::field().step(support::StepKind::NeedleWork).lesson()).value());
  a.skin.dots = dots;
  return a;
}
std::vector<CrossAnswer> answers(int count, DepthState state = DepthState::Target) {
  return std::vector<CrossAnswer>(
      static_cast<std::size_t>(count),
      {.miss = engine::core::Mm{0.1}, .depth = engine::core::Mm{0.6}, .state = state});
}
FirstRunView view_of(const FirstRunState& state, bool pen = false) {
  DepthView depth;
  depth.simulated = !pen;
  return make_first_run_view(state, attempt(), depth);
}
UiStage::Draw drawing(const FirstRunView& view) {
  return [view](Ui& ui, const Frame& f, Intents& intents) {
    draw_first_run(ui, first_run_layout(f), view, intents);
  };
}
std::vector<engine::skin::Dot> all_at(double delta, int count, bool measured) {
  auto dots = support::in_rows(count, 1, {15, 15}, 0.5, delta);
  for (auto& d : dots)
    d.depth_source = measured ? engine::skin::DepthSource::Measured : engine::skin::DepthSource::Simulated;
  return dots;
}

}  // namespace

TEST_CASE("the first cross waits for a touch: it can be skipped, nothing else") {
  UiStage stage({}, drawing(view_of({.part = FirstPart::Touch})));
  CHECK(stage.controls() == std::vector<std::string>{"first skip"});
  CHECK(only_command(stage.click("first skip"), Command::SkipPart));
  CHECK(only_command(stage.enter("first skip"), Command::SkipPart));
}

TEST_CASE("nine crosses can be skipped until the tenth is set, and then lead on") {
  for (int done = 1; done <= 10; ++done) {
    UiStage stage({}, drawing(view_of({.part = FirstPart::Crosses, .answers = answers(done)})));
    CHECK(stage.controls() == std::vector<std::string>{done < 10 ? "first skip" : "first primary"});
  }
  UiStage last({}, drawing(view_of({.part = FirstPart::Crosses, .answers = answers(10)})));
  CHECK(only_command(last.click("first primary"), Command::NextPart));
}

TEST_CASE("a window is compared from six dots in ten on") {
  for (const int dots : {0, 35, 36, 60, 90}) {
    const auto view = view_of({.part = FirstPart::Window, .window_dots = dots, .window_asked = 60});
    CHECK(view.primary.empty() == (dots < 36));
    CHECK(view.skip.empty() == (dots >= 36));
    CHECK(view.share == doctest::Approx(dots / 60.0));
    CHECK(view.count.find(std::to_string(dots)) == 0);
  }
}

TEST_CASE("nothing asked is no division by nothing") {
  CHECK(std::isfinite(view_of({.part = FirstPart::Window, .window_dots = 3, .window_asked = 0}).share));
}

TEST_CASE("marks are shown for crosses, a bar for the window, neither at the end") {
  CHECK(view_of({.part = FirstPart::Touch}).show_ten);
  CHECK(view_of({.part = FirstPart::Crosses, .answers = answers(3)}).show_ten);
  CHECK_FALSE(view_of({.part = FirstPart::Window}).show_ten);
  const auto end = view_of({.part = FirstPart::Compare});
  CHECK_FALSE(end.show_ten);
  CHECK(end.count.empty());
  CHECK_FALSE(end.primary.empty());
  CHECK(end.skip.empty());
}

TEST_CASE("a streak counts the last dots in the band, from two on, and a miss ends it") {
  const auto streak = [](const std::vector<DepthState>& states) {
    FirstRunState state{.part = FirstPart::Crosses};
    for (const auto s : states) state.answers.push_back({.state = s});
    return view_of(state).streak;
  };
  const auto in = DepthState::Target, out = DepthState::Deep;
  CHECK(streak({in}).empty());
  CHECK(streak({in, in}).find("2") == 0);
  CHECK(streak({out, in, in, in}).find("3") == 0);
  CHECK(streak({in, in, in, out}).empty());
  CHECK(streak({in, out, in}).empty());
}

TEST_CASE("a dot far from its cross is spoken of before the last that lay on one") {
  FirstRunState state{.part = FirstPart::Crosses, .answers = answers(4)};
  const auto on = view_of(state);
  state.stray = CrossAnswer{.miss = engine::core::Mm{3.21}};
  const auto beside = view_of(state);
  CHECK(on.answer_title.find("0.10") == 0);
  CHECK(beside.answer_title.find("3.21") == 0);
  CHECK(on.answer_state == DepthState::Target);
  CHECK(beside.answer_state != DepthState::Target);
}

TEST_CASE(
    "each depth has its own sentence, another for a pen than for a mouse where something is to change") {
  std::vector<std::string> all;
  for (const auto state : {DepthState::Epidermal, DepthState::Shallow, DepthState::Deep, DepthState::Blowout})
    for (const bool pen : {false, true}) all.push_back(cross_sentence({.state = state, .measured = pen}));
  all.push_back(cross_sentence({.miss = engine::core::Mm{0.1}}));
  all.push_back(cross_sentence({.miss = engine::core::Mm{0.9}}));
  std::sort(all.begin(), all.end());
  CHECK(std::unique(all.begin(), all.end()) == all.end());
  CHECK(cross_sentence({.measured = true}) == cross_sentence({.measured = false}));
}

TEST_CASE("a dot counts as on its cross up to a third of a millimetre") {
  CHECK(cross_sentence({.miss = kOnCross}) == cross_sentence({.miss = engine::core::Mm{0.0}}));
  CHECK(cross_sentence({.miss = kOnCross + engine::core::Mm{0.01}}) !=
        cross_sentence({.miss = engine::core::Mm{0.0}}));
}

TEST_CASE("the note says where depth comes from, and differs for pen and mouse") {
  const auto mouse = view_of({.part = FirstPart::Touch}), pen = view_of({.part = FirstPart::Touch}, true);
  CHECK_FALSE(mouse.note.empty());
  CHECK(mouse.note != pen.note);
  CHECK(mouse.note_title != pen.note_title);
  CHECK(mouse.body != pen.body);
}

TEST_CASE("the advice at the end looks at the number first, then at depth, then at evenness") {
  const auto good = all_at(0.55, 60, false), deep = all_at(0.85, 60, false), light = all_at(0.25, 60, false);
  const auto advice = [](const std::vector<engine::skin::Dot>& dots, int count) {
    return next_advice(attempt(dots), count, 60);
  };
  const auto even = advice(good, 60);
  std::vector<std::string> all{advice({}, 0),    advice(good, 53),  advice(good, 67),
                               advice(deep, 60), advice(light, 60), even};
  std::sort(all.begin(), all.end());
  CHECK(std::unique(all.begin(), all.end()) == all.end());
  CHECK(advice(good, 54) == even);  // nine in ten
  CHECK(advice(good, 66) == even);  // eleven in ten
  CHECK(advice(deep, 53) == advice(good, 53));
}

TEST_CASE("depth is spoken of when more than a third is wrong, by what most of it was made with") {
  auto dots = all_at(0.55, 60, false);
  const auto even = next_advice(attempt(dots), 60, 60);
  for (int i = 0; i < 20; ++i) dots[static_cast<std::size_t>(i)].deposit_depth_um = 1000;
  CHECK(next_advice(attempt(dots), 60, 60) == even);  // a third exactly
  dots[20].deposit_depth_um = 1000;
  const auto mouse = next_advice(attempt(dots), 60, 60);
  CHECK(mouse != even);
  for (auto& d : dots) d.depth_source = engine::skin::DepthSource::Measured;
  CHECK(next_advice(attempt(dots), 60, 60) != mouse);
  for (auto& d : dots) d.withdrawn = d.deposit_depth_um == 1000;
  CHECK(next_advice(attempt(dots), 60, 60) == even);
}

TEST_CASE("nothing of the first minutes overlaps or sticks out, in any part and any window") {
  for (const bool pen : {false, true})
    for (const FirstRunState& state :
         {FirstRunState{.part = FirstPart::Touch},
          FirstRunState{.part = FirstPart::Crosses, .answers = answers(4)},
          FirstRunState{.part = FirstPart::Crosses, .answers = answers(10, DepthState::Blowout)},
          FirstRunState{.part = FirstPart::Window, .window_dots = 10},
          FirstRunState{.part = FirstPart::Window, .window_dots = 50},
          FirstRunState{.part = FirstPart::Compare}})
      support::no_faults(drawing(view_of(state, pen)), support::stage_sizes(640, 400));
}

TEST_CASE("in every window the way on can be pressed") {
  for (const auto& size : support::stage_sizes(480, 300)) {
    CAPTURE(support::words_of(size));
    UiStage stage(size, drawing(view_of({.part = FirstPart::Compare})));
    CHECK(only_command(stage.click("first primary"), Command::NextPart));
    CHECK(stage.press_all_blocked().empty());
  }
}

TEST_CASE("of a tap without a length no depth is told, on a cross, in the window or at the end") {
  FirstRunState state{.part = FirstPart::Crosses, .answers = answers(3)};
  state.answers.back().known = false;
  const auto v = view_of(state);
  CHECK(v.answer_title == "0.10 mm off the cross");
  CHECK(v.answer.find("not known") != std::string::npos);
  CHECK(v.streak.empty());
  auto taps = all_at(0.02, 12, false);
  for (auto& d : taps) d.depth_source = engine::skin::DepthSource::Unknown;
  const auto window =
      make_first_run_view({.part = FirstPart::Window, .window_touched = true}, attempt(taps), {}, false);
  CHECK(window.answer_title == "Not known how deep");
  CHECK(next_advice(attempt(taps), 12, 12).find("had no length") != std::string::npos);
  taps.resize(3);
  auto mixed = all_at(0.55, 9, false);
  mixed.insert(mixed.end(), taps.begin(), taps.end());
  CHECK(next_advice(attempt(mixed), 12, 12).find("had no length") == std::string::npos);
}
