// The check of a device in numbers: its curve, its values, its findings, and where its parts stand.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/ui_checks.h"
#include "trainer/ui/device_check/device_check_screen.h"

using namespace trainer::ui;
using namespace engine::sim;
using support::UiStage;

namespace {

const std::vector<CheckPart> kAll{CheckPart::Circle, CheckPart::Light, CheckPart::Firm, CheckPart::Taps,
                                  CheckPart::Comfortable};
const DeviceLabel kIt{"it", true};

DeviceCheckView result(const DeviceReport& report) {
  return make_check_result(kIt, kAll, report, {});
}
DeviceReport mouse(std::int64_t press_us = 150'000) {
  DeviceReport r;
  r.press_us = engine::core::Span{press_us};
  return r;
}
DeviceReport pen() {
  auto r = mouse();
  r.pressure = true;
  r.comfortable = 4096;
  return r;
}
// "-" without it.
std::string value(const DeviceCheckView& v, const std::string& name) {
  for (const auto& row : v.values)
    if (row.name == name) return row.value;
  return "-";
}
std::string title(DeviceFault fault, double v) {
  return words_of(DeviceFinding{fault, v}).title;
}
bool at(float got, float wanted, float by = 1.51F) {
  return std::fabs(got - wanted) <= by;
}
Colour col(Token t) {
  return colour(Theme::Dark, t);
}
UiStage::Draw drawing(const DeviceCheckView& v) {
  return [v](Ui& ui, const Frame& f, Intents& intents) { draw_device_check(ui, f, v, intents); };
}

}  // namespace

TEST_CASE("the curve of a mouse goes through the times that make the edges of the bands") {
  // One step is 10 ms: 60, 150, 260, 400 ms are 380, 550, 720, 950 permille.
  const auto v = result(mouse());
  REQUIRE(v.curve.size() == 51);
  for (const auto& [step, depth] :
       {std::pair{0, 0.0}, {3, 0.08}, {6, 0.38}, {15, 0.55}, {26, 0.72}, {40, 0.95}}) {
    CHECK(v.curve[static_cast<std::size_t>(step)].x == doctest::Approx(step / 50.0));
    CHECK(v.curve[static_cast<std::size_t>(step)].y == doctest::Approx(depth).epsilon(0.003));
  }
}

TEST_CASE("who presses twice as long has the same curve twice as wide") {
  auto slow = mouse(300'000);
  slow.calibration.press_time_permille = 2000;
  const auto v = result(slow);
  for (const auto& [step, depth] : {std::pair{6, 0.08}, {12, 0.38}, {30, 0.55}})
    CHECK(v.curve[static_cast<std::size_t>(step)].y == doctest::Approx(depth).epsilon(0.003));
  CHECK(*v.typical == doctest::Approx(0.6));
  CHECK(value(v, "Scale of press time") == "2.00\u2009\u00d7");
  CHECK(value(v, "Your comfortable press") == "300 ms");
}

TEST_CASE("a shift of the depth by keys is no part of the curve") {
  auto shifted = mouse();
  shifted.calibration.depth_offset_permille = 200;
  CHECK(result(shifted).curve[15].y == result(mouse()).curve[15].y);
}

TEST_CASE("the curve of a pen begins where it touches and is full where its pressure is") {
  auto r = pen();
  r.calibration.minimum_pressure = 819;   // a tenth
  r.calibration.maximum_pressure = 6554;  // eight tenths
  const auto v = result(r);
  CHECK(v.curve[5].y == doctest::Approx(0.0).epsilon(0.02));
  CHECK(v.curve[8].y > 0.0);
  CHECK(v.curve[41].y == v.curve[50].y);
  CHECK(value(v, "Touches from") == "10\u2009%");
  CHECK(value(v, "Full press at") == "80\u2009%");
  CHECK(value(v, "Your comfortable press") == "50\u2009%");
  CHECK(*v.typical == doctest::Approx(0.5));
}

TEST_CASE("values that were not measured are not listed") {
  auto r = pen();
  CHECK(value(result(r), "Counts as upright") == "-");
  CHECK(value(result(r), "Hand") == "-");
  CHECK(value(result(r), "Jitter") == "-");
  CHECK(value(result(r), "Samples") == "-");
  r.tilt = true;
  r.calibration.upright = {120, -50};
  r.left_handed = true;
  r.jitter_px = 0.44;
  r.per_second = 198.4;
  CHECK(value(result(r), "Counts as upright") == "12\u00b0 right, 5\u00b0 down");
  CHECK(value(result(r), "Hand") == "left");
  CHECK(value(result(r), "Jitter") == "0.4 px");
  CHECK(value(result(r), "Samples") == "198 a second");
  r.left_handed = false;
  CHECK(value(result(r), "Hand") == "right");
  r.comfortable.reset();
  CHECK(value(result(r), "Your comfortable press") == "-");
  CHECK_FALSE(result(r).typical.has_value());
}

TEST_CASE("a finding tells its number, and one is one") {
  CHECK(title(DeviceFault::PressureSaturates, 0.4).find("40\u2009%") == 0);
  CHECK(title(DeviceFault::Jitter, 1.23).find("1.2 px") != std::string::npos);
  CHECK(title(DeviceFault::TapsWithoutDuration, 3.0).find("3 ") == 0);
  CHECK(title(DeviceFault::DoubleContacts, 3.0).find("3 presses") == 0);
  CHECK(title(DeviceFault::StretchedMapping, 1.5).find("1.5 times as wide as high") != std::string::npos);
  CHECK(title(DeviceFault::StretchedMapping, 0.8).find("1.2 times as high as wide") != std::string::npos);
}

TEST_CASE("the title counts what was found, and says when there is nothing to say") {
  auto r = pen();
  const auto none = result(r).title;
  r.reach = Reach::Weak;
  const auto beside = result(r).title;
  r.findings = {{DeviceFault::Jitter, 2.0}};
  const auto one = result(r).title;
  r.findings.push_back({DeviceFault::DoubleContacts, 2.0});
  r.findings.push_back({DeviceFault::TapsWithoutDuration, 2.0});
  const auto three = result(r).title;
  CHECK(result(r).findings.size() == 3);
  CHECK(none != beside);
  CHECK(beside != one);
  CHECK(one.find("One") == 0);
  CHECK(three.find("3") == 0);
  r.press_us.reset();
  r.findings.clear();
  CHECK(result(r).title != none);
  CHECK_FALSE(result(r).usable);
}

TEST_CASE("the sheet of the check at 1280 x 800, by hand, and small below 900 by 560 points") {
  const auto l = device_check_layout({{0, 0, 1280, 800}, 1, false});
  CHECK(l.sheet == Rect{200, 100, 880, 600});
  CHECK(l.head == Rect{224, 124, 832, 48});
  CHECK(l.foot == Rect{224, 636, 832, 40});
  CHECK(l.live == Rect{784, 172, 272, 448});
  CHECK(l.words == Rect{224, 172, 536, 120});
  CHECK(l.pad == Rect{224, 292, 536, 328});
  CHECK_FALSE(device_check_layout({{0, 0, 900, 560}, 1, false}).small);
  CHECK(device_check_layout({{0, 0, 899, 560}, 1, false}).small);
  CHECK(device_check_layout({{0, 0, 900, 559}, 1, false}).small);
}

TEST_CASE("the plot: its band, and the press of this hand on the curve") {
  // From (784, 202), 272 x 396; 1.1 of the skin are its height.
  auto r = mouse(150'000);
  UiStage stage({}, drawing(result(r)));
  stage.drawn();
  const Rect plot{780, 200, 280, 402};
  const Rect band = stage.box_of(col(Token::Acd), plot);
  CHECK(at(band.y, 202 + 396 * 0.38F / 1.1F));
  CHECK(at(band.bottom(), 202 + 396 * 0.72F / 1.1F));
  // 150 ms of 500
  const Rect line = stage.box_of(col(Token::T3), {780, 203, 280, 394});
  const Rect press = stage.box_of(col(Token::Tx), {860, 380, 12, 40});
  CHECK(at(press.centre().x, 784 + 272 * 0.3F));
  CHECK(at(press.centre().y, 202 + 396 * 0.55F / 1.1F));
  CHECK(line.w < 4);
}

TEST_CASE("without a measured press nothing is marked on the plot") {
  DeviceReport r;
  UiStage stage({}, drawing(result(r)));
  CHECK_FALSE(support::writes(stage, "\u25cf your press"));
  UiStage with({}, drawing(result(mouse())));
  CHECK(support::writes(with, "\u25cf your press"));
}

TEST_CASE(
    "parts that are done are ticked, the one under way stands out, and a part without its start is not "
    "filled") {
  const auto v =
      make_check_view(kIt, kAll, {.part = CheckPart::Firm, .held = engine::core::Seconds{0.35}}, {});
  UiStage stage({}, drawing(v));
  CHECK(support::writes(stage, "\u2713 Circle"));
  CHECK(support::writes(stage, "\u2713 Light"));
  CHECK(support::writes(stage, "Firm"));
  CHECK(support::writes(stage, "Taps"));
  // Half of 0.7 s: the bar at the foot of the pad runs over 504 px from 240.
  CHECK(at(stage.box_of(col(Token::Ac), {230, 594, 540, 12}).right(), 240 + 252));
  UiStage idle({}, drawing(make_check_view(kIt, kAll, {.part = CheckPart::Firm}, {})));
  idle.drawn();
  CHECK(idle.box_of(col(Token::Ac), {230, 594, 540, 12}).w == 0);
}

TEST_CASE("a hint takes the place of the body, in the colour of a warning") {
  auto v = make_check_view(kIt, kAll, {.part = CheckPart::Circle, .too_small = true}, {});
  REQUIRE_FALSE(v.hint.empty());
  UiStage stage({}, drawing(v));
  CHECK(support::writes(stage, v.hint));
  CHECK_FALSE(support::writes(stage, v.body));
  CHECK(stage.vertices_of(col(Token::Over)) > 0);
}
