// The stage that the tests of drawing stand on: it must see what is wrong.
#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"
#include "trainer/ui/kit/controls.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

std::size_t faults(const UiStage::Draw& draw) {
  UiStage stage({}, draw);
  return stage.faults().size();
}

}  // namespace

TEST_CASE("controls that overlap are a fault, controls side by side are none") {
  const auto two = [](float x) {
    return faults([x](Ui& ui, const Frame&, Intents&) {
      ui.press("a", {100, 100, 80, 40});
      ui.press("b", {x, 100, 80, 40});
    });
  };
  CHECK(two(150) == 1);
  CHECK(two(180) == 0);
}

TEST_CASE("texts written over each other are a fault, lines set one below the other are none") {
  const auto two = [](float x, float y) {
    return faults([x, y](Ui& ui, const Frame&, Intents&) {
      ui.text({100, 100}, Style::Body, ui.col(Token::Tx), "The first text");
      ui.text({x, y}, Style::Body, ui.col(Token::Tx), "The second text");
    });
  };
  CHECK(two(130, 103) == 1);
  CHECK(two(100, 118) == 0);
  CHECK(two(300, 100) == 0);
}

TEST_CASE("what sticks out of the window is a fault on every side") {
  for (const Rect& r :
       {Rect{-10, 100, 50, 40}, Rect{1260, 100, 50, 40}, Rect{100, -10, 50, 40}, Rect{100, 780, 50, 40}})
    CHECK(faults([r](Ui& ui, const Frame&, Intents&) { ui.press("a", r); }) == 1);
  CHECK(faults([](Ui& ui, const Frame&, Intents&) {
          ui.text({1240, 100}, Style::Body, ui.col(Token::Tx), "Too far to the right");
        }) == 1);
}

TEST_CASE("in a scroller something may lie below what is seen, but not beside it") {
  const auto row = [](float x, float y) {
    return faults([x, y](Ui& ui, const Frame&, Intents&) {
      Scroller scroller(ui, "list", {100, 100, 200, 100});
      ui.press("a", {x, scroller.top() + y, 100, 30});
      scroller.content(2000);
    });
  };
  CHECK(row(110, 900) == 0);
  CHECK(row(250, 10) == 1);
}

TEST_CASE("what cannot be reached is said") {
  UiStage stage({}, [](Ui& ui, const Frame&, Intents&) { ui.press("off", {100, 100, 50, 50}, false); });
  CHECK_THROWS(stage.enter("off"));
  CHECK_THROWS(stage.click("nowhere"));
}
