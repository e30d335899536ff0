// The years, in numbers: what is counted of dots, how an age is called, and where things stand.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/healed/healed_screen.h"

using namespace trainer::ui;
using engine::skin::Dot;
using engine::skin::HealingModel;
using support::UiStage;

namespace {

// Nothing fades, grows or is shed: what is left is what was made.
HealingModel still() {
  HealingModel m;
  m.fade_per_year = m.growth_target = m.growth_deep = m.growth_blowout = 0.0;
  m.stay_target = m.stay_deep = m.stay_shallow_low = m.stay_shallow_high = m.stay_epidermal = 1.0;
  m.kept_target = m.kept_shallow_high = 0.8;
  return m;
}
Dot dot(std::uint32_t number, int diameter_um, double delta = 0.55) {
  Dot d;
  d.number = number;
  d.at = {static_cast<std::int32_t>(number) * 1'000, 0};
  d.thickness_um = 1000;
  d.deposit_depth_um = static_cast<std::int32_t>(1000 * delta);
  d.diameter_um = diameter_um;
  return d;
}
std::string title(double days) {
  return make_healed_view({.lesson = "L", .head = false, .asked_cm2 = 40, .finished_cm2 = 90}, {.days = days},
                          {.dots = 1}, {.dots = 1})
      .title;
}
std::string sentence(const Aged& yours, const Aged& experts, double days = 1000) {
  return make_healed_view({.lesson = "L", .head = false, .asked_cm2 = 40, .finished_cm2 = 90}, {.days = days},
                          yours, experts)
      .sentence;
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
bool at(float value, float wanted, float by = 1.51F) {
  return std::fabs(value - wanted) <= by;
}
UiStage::Draw drawing(const HealedPanel& panel) {
  return [=](Ui& ui, const Frame& f, HealedIntents& intents) {
    draw_healed(
        ui, healed_layout(f, panel),
        make_healed_view({.lesson = "L", .head = false, .asked_cm2 = 40, .finished_cm2 = 90}, panel, {}, {}),
        panel, intents);
  };
}

}  // namespace

TEST_CASE("means are over the dots that are left, and ink is the sum of their discs over the area") {
  // 0.2 and 0.4 mm wide, healed.
  const Aged a = aged({dot(0, 200), dot(1, 400)}, 28.0, 10.0, still());
  CHECK(a.dots == 2);
  CHECK(a.kept == 1.0);
  CHECK(a.diameter.value == doctest::Approx(0.3));
  CHECK(a.coverage == doctest::Approx(0.785398 * (0.04 + 0.16) / 10.0));
  CHECK(a.contrast == doctest::Approx(0.8));
  CHECK(a.blue_grey == 0);
}

TEST_CASE("dots taken back are not counted, neither as made nor as left") {
  auto gone = dot(1, 400);
  gone.withdrawn = true;
  const Aged a = aged({dot(0, 200), gone}, 28.0, 10.0, still());
  CHECK(a.dots == 1);
  CHECK(a.kept == 1.0);
  CHECK(a.diameter.value == doctest::Approx(0.2));
  CHECK(aged({gone}, 28.0, 10.0, still()).dots == 0);
}

TEST_CASE("of work that is all gone there is a number and nothing else") {
  auto m = still();
  m.stay_target = m.stay_deep = m.stay_shallow_low = m.stay_shallow_high = 0.0;
  const Aged a = aged({dot(0, 200), dot(1, 400)}, 400.0, 10.0, m);
  CHECK(a.dots == 2);
  CHECK(a.kept == 0.0);
  CHECK(a.contrast == 0.0);
  CHECK(a.diameter.value == 0.0);
  CHECK(a.coverage == 0.0);
}

TEST_CASE("only dots that have clearly turned count as blue-grey") {
  // 1.2 x (delta - 0.60) is a quarter from 0.81 on.
  CHECK(aged({dot(0, 200, 0.79), dot(1, 200, 0.83), dot(2, 200, 0.95)}, 28.0, 10.0, still()).blue_grey == 2);
}

TEST_CASE("an age is called by its stop, by days, by weeks, by years, and one is one") {
  CHECK(title(0) == "Fresh");
  CHECK(title(0.4) == "Fresh");
  CHECK(title(1) == "1 day on");
  CHECK(title(3.4) == "3 days on");
  CHECK(title(7) == "1 week on");
  CHECK(title(14) == "14 days on");
  CHECK(title(27.4) == "27 days on");
  CHECK(title(28) == "4 weeks on");
  CHECK(title(28.6) == "4 weeks on");
  CHECK(title(35) == "5 weeks on");
  CHECK(title(365.25) == "1 year on");
  CHECK(title(548) == "1.5 years on");
  CHECK(title(3 * 365.25) == "3 years on");
}

TEST_CASE(
    "the sentence speaks of the worst first: no dots, fresh skin, too deep, gone, pale, and then none") {
  const Aged expert{.dots = 100, .kept = 0.9, .contrast = 0.6};
  Aged yours = expert;
  const auto fine = sentence(yours, expert);
  yours.contrast = 0.50;  // 0.51 would still do
  const auto pale = sentence(yours, expert);
  CHECK(pale != fine);
  yours.kept = 0.84;
  const auto gone = sentence(yours, expert);
  CHECK(gone != pale);
  yours.blue_grey = 3;
  const auto deep = sentence(yours, expert);
  CHECK(deep != gone);
  CHECK(deep.find('3') != std::string::npos);
  const auto fresh = sentence(yours, expert, 0.9);
  CHECK(fresh != deep);
  CHECK(sentence({}, expert, 0.9) != fresh);
  CHECK(sentence({}, expert, 0.9) == sentence({}, expert, 1000));
}

TEST_CASE("a little less than the expert's is not spoken of") {
  const Aged expert{.dots = 100, .kept = 0.90, .contrast = 0.60};
  const auto fine = sentence(expert, expert);
  CHECK(sentence({.dots = 100, .kept = 0.86, .contrast = 0.60}, expert) == fine);
  CHECK(sentence({.dots = 100, .kept = 0.90, .contrast = 0.52}, expert) == fine);
}

TEST_CASE("rows tell shares in whole per cent, sizes in hundredths of a millimetre, ink in tenths") {
  const Aged yours{.dots = 9,
                   .kept = 0.876,
                   .contrast = 0.5,
                   .diameter = engine::core::Mm{0.4167},
                   .coverage = 0.1234,
                   .per_cm2 = 46.6,
                   .blue_grey = 2};
  const auto rows =
      make_healed_view({.lesson = "L", .head = false, .asked_cm2 = 40, .finished_cm2 = 90}, {}, yours, {})
          .rows;
  REQUIRE(rows.size() == 6);
  CHECK(rows[0].yours == "88 %");
  CHECK(rows[1].yours == "50 %");
  CHECK(rows[2].yours == "0.42 mm");
  CHECK(rows[3].yours == "12.3 %");
  CHECK(rows[4].yours == "2");
  CHECK(rows[4].experts == "0");
  CHECK(rows[5].yours == "47");
}

TEST_CASE("half way between two stops lies half of the time between them") {
  CHECK(days_at(0.1) == doctest::Approx(3.5));
  CHECK(days_at(0.3) == doctest::Approx(17.5));
  CHECK(days_at(0.7) == doctest::Approx(2 * 365.25));
  CHECK(share_at(7.0) == doctest::Approx(0.2));
  CHECK(share_at(28.0) == doctest::Approx(0.4));
  CHECK(share_at(4 * 365.25) == doctest::Approx(0.9));
  CHECK(share_at(99 * 365.25) == 1.0);
  CHECK(share_at(0.0) == 0.0);
}

TEST_CASE("pictures, side and slider at 1280 x 800, by hand, and mirrored for the left hand") {
  const auto l = healed_layout({{0, 0, 1280, 800}, 1, false}, {});
  CHECK(l.bar == Rect{0, 0, 1280, 56});
  CHECK(l.side == Rect{968, 68, 300, 720});
  CHECK(l.slider == Rect{12, 660, 944, 128});
  CHECK(l.yours == Rect{12, 68, 466, 580});
  CHECK(l.experts == Rect{490, 68, 466, 580});
  const auto left = healed_layout({{0, 0, 1280, 800}, 1, true}, {});
  CHECK(left.side == Rect{12, 68, 300, 720});
  CHECK(left.yours == Rect{324, 68, 466, 580});  // one's own stays left: time and reading run the same way
}

TEST_CASE("the wipe's line stays within the picture, and its handle is 32 points wide") {
  const Frame f{{0, 0, 1280, 800}, 1, false};
  const auto wiped = [&](double share) { return healed_layout(f, {.wipe = true, .wipe_at = share}); };
  CHECK(wiped(0.5).yours == Rect{12, 68, 944, 580});
  CHECK(wiped(0.5).experts == Rect{12, 68, 472, 580});
  CHECK(wiped(-2).experts.w == 0);
  CHECK(wiped(2).experts.w == 944);
  CHECK(wipe_handle(f, wiped(0.5)) == Rect{468, 68, 32, 580});
}

TEST_CASE("the slider's knob stands at the age, the way to it is lit") {
  // The rail runs from 96 over 776 px at y = 712.
  for (const auto& [days, share] : {std::pair{0.0, 0.0F}, {28.0, 0.4F}, {5 * 365.25, 1.0F}}) {
    UiStage stage({}, drawing({.days = days}));
    stage.drawn();
    const Rect knob = stage.box_of(col(Token::Tx), {80, 699, 810, 26});
    CHECK(at(knob.centre().x, 96 + 776 * share));
    CHECK(at(knob.centre().y, 712));
    CHECK(at(stage.box_of(col(Token::Ac), {80, 699, 810, 26}).right(), 96 + 776 * share + 6, 3));
  }
}

TEST_CASE("a stop that has been passed is lit, one that is to come is not") {
  UiStage stage({}, drawing({.days = 100}));
  stage.drawn();
  for (int i = 0; i < 6; ++i) {
    const float x = 96 + 776 * static_cast<float>(i) / 5;
    CHECK((stage.box_of(col(Token::Edge), {x - 6, 705, 12, 14}).w > 0) == (i > 2));
  }
}
