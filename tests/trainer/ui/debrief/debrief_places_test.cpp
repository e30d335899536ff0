// The debrief on the screen, by pixels: the ring of the total, bars of criteria, marks of the books.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/debrief/debrief_screen.h"

using namespace trainer::ui;
using support::UiStage;

namespace {

constexpr support::StageSize kLarge{1920, 1080};
DebriefLayout layout() {
  return debrief_layout({{0, 0, 1920, 1080}, 1, false});
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
bool at(float value, float wanted, float by = 1.51F) {
  return std::fabs(value - wanted) <= by;
}
UiStage::Draw drawing(const DebriefView& v, const DebriefPanel& panel = {}) {
  return [=](Ui& ui, const Frame& f, DebriefIntents& intents) {
    draw_debrief(ui, debrief_layout(f), v, panel, intents);
  };
}
DebriefView judged(double share, bool passed) {
  DebriefView v;
  v.total = "50.00";
  v.share = share;
  v.pass_share = 0.7;
  v.passed = passed;
  v.verdict = "Sound.";
  v.sub = "Well.";
  return v;
}
Rect in_verdict(const DebriefView& v, Token token) {
  UiStage stage(kLarge, drawing(v));
  stage.drawn();
  return stage.box_of(col(token), layout().verdict.inset(10));
}
// At 1920 x 1080 the ring of 46 px stands round (867, 140), its line 7 px thick.
constexpr Point kRing{867, 140};

CriterionRow criterion(double score) {
  return {.name = "Depth", .note = "weakest", .score = score, .pass = 70.0, .weak = false};
}
// Bars begin at 813 and are 304 px long; the first lies at 295 .. 301, the next 42 lower.
constexpr Rect kFirstBar{805, 294.5F, 330, 7};

LedgerRow row(int number) {
  return {.number = number, .cause = "Cause.", .advice = "Advice.", .time = "01:00", .points = "\u22121.00"};
}
std::optional<Rect> control(UiStage& stage, const std::string& id) {
  for (const auto& c : stage.drawn().controls)
    if (c.id == id) return c.at;
  return std::nullopt;
}

}  // namespace

TEST_CASE("the ring of the total begins above and runs clockwise by its share") {
  const Rect half = in_verdict(judged(0.5, true), Token::Ac);
  CHECK(at(half.x, kRing.x, 2));
  CHECK(at(half.right(), kRing.x + 49.5F));
  CHECK(at(half.y, kRing.y - 49.5F));
  CHECK(at(half.bottom(), kRing.y + 49.5F));
  const Rect quarter = in_verdict(judged(0.25, true), Token::Ac);
  CHECK(at(quarter.bottom(), kRing.y, 2));
  CHECK(at(quarter.right(), kRing.x + 49.5F));
  const Rect most = in_verdict(judged(0.75, true), Token::Ac);
  CHECK(at(most.x, kRing.x - 49.5F));
}

TEST_CASE("the ring has the colour of a pass only when it is one, whatever its share") {
  for (const double share : {0.4, 0.95})
    for (const bool passed : {false, true}) {
      CHECK((in_verdict(judged(share, passed), Token::Ac).w > 0) == passed);
      CHECK((in_verdict(judged(share, passed), Token::Over).w > 0) == !passed);
    }
}

TEST_CASE("work without a total has an empty ring") {
  auto v = judged(0.5, false);
  v.total.clear();
  CHECK(in_verdict(v, Token::Over).w == 0);
  CHECK(in_verdict(v, Token::S3).w > 90);
}

TEST_CASE("a criterion's bar is as long as its score, with a line where it passes") {
  auto v = judged(0.5, false);
  v.criteria = {criterion(60), criterion(85)};
  UiStage stage(kLarge, drawing(v));
  stage.drawn();
  const Rect low = stage.box_of(col(Token::Over), kFirstBar);
  // Smoothed corners keep the vertices a pixel inside.
  CHECK(at(low.x, 813));
  CHECK(at(low.right(), 813 + 304 * 0.60F));
  Rect second = kFirstBar;
  second.y += 42;
  CHECK(at(stage.box_of(col(Token::Ac), second).right(), 813 + 304 * 0.85F));
  CHECK(stage.box_of(col(Token::Over), second).w == 0);
  const Rect pass = stage.box_of(col(Token::Tx), {805, 291, 330, 13});
  CHECK(at(pass.centre().x, 813 + 304 * 0.70F));
}

TEST_CASE("exactly the pass mark is a pass, a hundredth less is not, and nothing judged has no bar") {
  const auto bar = [](std::optional<double> score, Token token) {
    auto v = judged(0.5, false);
    v.criteria = {criterion(0)};
    v.criteria[0].score = score;
    UiStage stage(kLarge, drawing(v));
    stage.drawn();
    return stage.box_of(col(token), kFirstBar).w > 0;
  };
  CHECK(bar(70.0, Token::Ac));
  CHECK_FALSE(bar(69.99, Token::Ac));
  CHECK(bar(69.99, Token::Over));
  CHECK_FALSE(bar(std::nullopt, Token::Over));
  CHECK_FALSE(bar(0.0, Token::Over));
}

TEST_CASE("marks of the books: a numbered disc, an arrow for the weakest, a square for what is critical") {
  auto v = judged(0.5, false);
  v.ledger = {row(1), row(2), row(0), row(0)};
  v.ledger[0].under = true;
  v.ledger[2].weakest = true;
  v.ledger[3].critical = true;
  UiStage stage(kLarge, drawing(v));
  const auto mark = [&](int i, Token token) {
    const Rect r = *control(stage, "ledger " + std::to_string(i));
    const Rect box = stage.box_of(col(token), {r.x + 10, r.y, 24, r.h});
    if (box.w > 0) CHECK(at(box.centre().y, r.centre().y));
    if (box.w > 0) CHECK(at(box.centre().x, r.x + 22));
    return box;
  };
  CHECK(at(mark(0, Token::Under).w, 20, 2));
  CHECK(mark(0, Token::Tx).w == 0);
  CHECK(at(mark(1, Token::Tx).w, 20, 2));
  CHECK(at(mark(3, Token::Crit).w, 16, 2));
  CHECK(support::writes(stage, "\u2193"));
  CHECK(support::writes(stage, "1"));
  CHECK(support::writes(stage, "2"));
}

TEST_CASE("the chosen line is lit with its pin, and no other") {
  auto v = judged(0.5, false);
  v.ledger = {row(1), row(2), row(3)};
  for (int chosen = -1; chosen < 3; ++chosen) {
    UiStage stage(kLarge, drawing(v, {.chosen = chosen}));
    stage.drawn();
    for (int i = 0; i < 3; ++i) {
      const Rect r = *control(stage, "ledger " + std::to_string(i));
      CHECK((stage.box_of(col(Token::Over), {r.x + 10, r.y, 24, r.h}).w > 0) == (i == chosen));
      CHECK((stage.box_of(col(Token::S3), r).w > 0.9F * r.w) == (i == chosen));
    }
  }
}

TEST_CASE("lines of the books follow each other without gaps, higher where their words need more room") {
  auto v = judged(0.5, false);
  v.ledger = {row(1), row(2), row(3)};
  v.ledger[1].advice =
      "An advice that is far too long for one line, because it goes on about the needle, the skin, the hand, "
      "the light, and everything else that one might think of while one works, and then on.";
  UiStage stage(kLarge, drawing(v));
  const Rect a = *control(stage, "ledger 0"), b = *control(stage, "ledger 1"),
             c = *control(stage, "ledger 2");
  CHECK(a.y == 268);
  CHECK(b.y == a.bottom() + 2);
  CHECK(c.y == b.bottom() + 2);
  CHECK(b.h > a.h + 10);
  CHECK(c.h == a.h);
}

TEST_CASE("the sum stands under the books only where there is one") {
  auto v = judged(0.5, false);
  v.ledger = {row(1)};
  v.lost = "Where 35.50 points went";
  v.sum_left = "100 \u2212 35.50";
  v.sum_right = "64.50";
  UiStage stage(kLarge, drawing(v));
  const Rect books = layout().ledger;
  bool left = false, right = false;
  for (const auto& text : stage.drawn().texts) {
    if (text.words == v.sum_left) left = text.at.y > books.bottom() - 52 && text.at.x < books.centre().x;
    if (text.words == v.sum_right) right = text.at.y > books.bottom() - 52 && text.at.x > books.centre().x;
  }
  CHECK(left);
  CHECK(right);
  CHECK(support::writes(stage, v.lost));
  v.lost = v.sum_left = v.sum_right = "";
  UiStage none(kLarge, drawing(v));
  CHECK(support::writes(none, "What can be said so far"));
}

TEST_CASE("what to do next stands from the right, the first the primary one, 12 points apart") {
  auto v = judged(0.5, false);
  v.actions = {{"Next lesson", Command::NextLesson}, {"Do it again", Command::Again}};
  UiStage stage(kLarge, drawing(v));
  const Rect first = *control(stage, "action Next lesson"), second = *control(stage, "action Do it again");
  CHECK(at(first.right(), layout().actions.right(), 0.1F));
  CHECK(at(second.right(), first.x - 12, 0.1F));
  CHECK(first.h == 40);
  stage.drawn();
  CHECK(stage.box_of(col(Token::Ac), first).w > 0.9F * first.w);
  CHECK(stage.box_of(col(Token::Ac), second).w == 0);
}

TEST_CASE("an expert's work is called one in the bar, one's own a review") {
  auto v = judged(0.5, true);
  UiStage own(kLarge, drawing(v));
  CHECK(support::writes(own, "Review"));
  v.watching = true;
  UiStage experts(kLarge, drawing(v));
  CHECK(support::writes(experts, "An expert at work"));
  CHECK_FALSE(support::writes(experts, "Review"));
}
