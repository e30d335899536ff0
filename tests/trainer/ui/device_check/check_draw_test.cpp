// The check of a device on the screen: its buttons part by part, and nothing over anything else.
#include <doctest/doctest.h>

#include "engine/core/moment.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/device_check/device_check_screen.h"

using engine::core::Span;

using namespace trainer::ui;
using engine::sim::CheckPart;
using engine::sim::DeviceFault;
using engine::sim::DeviceReport;
using engine::sim::Reach;
using support::only_command;
using support::UiStage;

namespace {

const std::vector<CheckPart> kAll{CheckPart::Circle, CheckPart::Light, CheckPart::Firm, CheckPart::Taps,
                                  CheckPart::Comfortable};
const DeviceLabel kPen{"A pen with quite a long name, as drivers give them", true};

LiveDevice live() {
  return {.path = "X11, XInput 2",
          .at = {812.25F, 440.5F},
          .pressure = 0.42,
          .depth = 0.55,
          .tilt_deg = Point{-12, 31},
          .per_second = 198,
          .jitter_px = 0.4};
}
DeviceReport report(Reach reach = Reach::Centre, bool pressure = true) {
  DeviceReport r;
  r.pressure = pressure;
  r.tilt = pressure;
  r.comfortable = 4096;
  r.press_us = Span{150'000};
  r.reach = reach;
  r.left_handed = false;
  r.jitter_px = 0.4;
  r.per_second = 198;
  return r;
}
DeviceReport full_of_faults() {
  auto r = report(Reach::Strong);
  for (int i = 0; i <= static_cast<int>(DeviceFault::DoubleContacts); ++i)
    r.findings.push_back({static_cast<DeviceFault>(i), 1.7});
  return r;
}
DeviceCheckView going_on(CheckPart part) {
  auto view =
      make_check_view(kPen, kAll, {.part = part, .done = 3, .held = engine::core::Seconds{0.3}}, live());
  return view;
}
UiStage::Draw drawing(const DeviceCheckView& view) {
  return [view](Ui& ui, const Frame& f, Intents& intents) { draw_device_check(ui, f, view, intents); };
}
// The commands of all controls, in the order of Tab.
std::vector<Command> commands(const DeviceCheckView& view, const support::StageSize& size = {}) {
  UiStage stage(size, drawing(view));
  std::vector<Command> all;
  for (const auto& id : stage.controls()) {
    const auto intents = stage.click(id);
    REQUIRE(support::only<Command>(intents) != nullptr);
    all.push_back(*support::only<Command>(intents));
  }
  return all;
}
bool has(const std::vector<Command>& all, Command wanted) {
  return std::count(all.begin(), all.end(), wanted) == 1;
}

}  // namespace

TEST_CASE("a part that goes on can be skipped, reset and closed, and nothing can be taken yet") {
  for (const CheckPart part : kAll) {
    const auto all = commands(going_on(part));
    CHECK(all.size() == 3);
    for (const Command c : {Command::CheckNextPart, Command::ResetDevice, Command::CloseSheet})
      CHECK(has(all, c));
  }
}

TEST_CASE("a good result can be used, done again, reset and closed") {
  const auto all = commands(make_check_result(kPen, kAll, report(), live()));
  CHECK(all.size() == 4);
  for (const Command c : {Command::UseCheck, Command::CheckAgain, Command::ResetDevice, Command::CloseSheet})
    CHECK(has(all, c));
}

TEST_CASE("where no curve reaches the band the check is offered again before its values") {
  for (const Reach reach : {Reach::Weak, Reach::Strong}) {
    UiStage stage({}, drawing(make_check_result(kPen, kAll, report(reach), live())));
    const auto ids = stage.controls();
    CHECK(std::find(ids.begin(), ids.end(), "check again") < std::find(ids.begin(), ids.end(), "check use"));
    CHECK(only_command(stage.click("check again"), Command::CheckAgain));
    CHECK(only_command(stage.click("check use"), Command::UseCheck));
  }
}

TEST_CASE("without a measured press there is nothing to use, only to be done") {
  auto skipped = report();
  skipped.press_us.reset();
  skipped.comfortable.reset();
  const auto all = commands(make_check_result(kPen, kAll, skipped, live()));
  CHECK_FALSE(has(all, Command::UseCheck));
  CHECK(std::count(all.begin(), all.end(), Command::CloseSheet) == 2);  // Done, and Close above
}

TEST_CASE("every control of the check answers, to pointer and keys, and to none under another sheet") {
  for (const auto& view : {going_on(CheckPart::Taps), make_check_result(kPen, kAll, report(), live())})
    for (const support::StageSize& size : {support::StageSize{}, support::StageSize{960, 600, 2.0F}}) {
      UiStage stage(size, drawing(view));
      support::controls_answer(stage);
    }
}

TEST_CASE("nothing of the check overlaps or sticks out, part by part, in windows of every size") {
  for (const CheckPart part : kAll)
    support::no_faults(drawing(going_on(part)), support::stage_sizes(480, 300));
  for (const bool pressure : {true, false})
    support::no_faults(drawing(make_check_result(kPen, kAll, report(Reach::Centre, pressure), live())),
                       support::stage_sizes(480, 300));
  support::no_faults(drawing(make_check_result(kPen, kAll, full_of_faults(), live())),
                     support::stage_sizes(480, 300));
}

TEST_CASE("what the device does not tell is said as such in its rows") {
  const auto rows = [](const LiveDevice& device) { return make_check_view(kPen, kAll, {}, device).live; };
  const auto all = rows(live()), none = rows({});
  REQUIRE(all.size() == none.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].name == none[i].name);
  for (const auto& row : all) CHECK_FALSE(row.value.empty());
  for (const auto& row : none) CHECK_FALSE(row.value.empty());
  CHECK(all[2].value.find("42") == 0);
  CHECK(all[3].value.find("55") == 0);
  CHECK(all[5].value.find("198") == 0);
  CHECK(none[2].value == "none");
}

TEST_CASE("tilt is told as one sees it on the tablet: to the right and downwards") {
  const auto tilt = [](float right, float down) {
    LiveDevice device;
    device.tilt_deg = Point{right, down};
    return make_check_view(kPen, kAll, {}, device).live[4].value;
  };
  CHECK(tilt(12, 31) == "12\u00b0 right, 31\u00b0 down");
  CHECK(tilt(-12, -31) == "12\u00b0 left, 31\u00b0 up");
}

TEST_CASE("a hold fills its bar in so many seconds and no further, presses fill it one by one") {
  const auto share = [](CheckPart part, int done, double held) {
    return make_check_view(kPen, kAll, {.part = part, .done = done, .held = engine::core::Seconds{held}}, {})
        .share;
  };
  CHECK(share(CheckPart::Light, 0, 0.0) == 0.0);
  CHECK(share(CheckPart::Firm, 0, kHold.value) == doctest::Approx(1.0));
  CHECK(share(CheckPart::Firm, 0, 10.0) == 1.0);
  CHECK(share(CheckPart::Circle, 0, 0.5) == 0.0);
  for (int i = 1; i <= engine::sim::kComfortableAsked; ++i)
    CHECK(share(CheckPart::Comfortable, i, 0) > share(CheckPart::Comfortable, i - 1, 0));
  CHECK(share(CheckPart::Comfortable, engine::sim::kComfortableAsked, 0) == doctest::Approx(1.0));
  CHECK(share(CheckPart::Taps, engine::sim::kTapsAsked, 0) == doctest::Approx(1.0));
}

TEST_CASE("a try that did not count gives a hint, too small before too short") {
  const auto hint = [](bool small, bool brief) {
    return make_check_view(kPen, kAll, {.part = CheckPart::Circle, .too_small = small, .too_short = brief},
                           {})
        .hint;
  };
  CHECK(hint(false, false).empty());
  CHECK_FALSE(hint(true, false).empty());
  CHECK_FALSE(hint(false, true).empty());
  CHECK(hint(true, true) == hint(true, false));
  CHECK(hint(true, false) != hint(false, true));
}

TEST_CASE("the values of a pen are its pressures and curve, those of a mouse its press time") {
  auto pen = report();
  pen.calibration.minimum_pressure = 819;   // 10 %
  pen.calibration.maximum_pressure = 6554;  // 80 %
  pen.calibration.curve_gamma_permille = 750;
  const auto of_pen = make_check_result(kPen, kAll, pen, {}).values;
  REQUIRE(of_pen.size() >= 4);
  CHECK(of_pen[0].value.find("10") == 0);
  CHECK(of_pen[1].value.find("80") == 0);
  CHECK(of_pen[2].value.find("50") == 0);
  CHECK(of_pen[3].value == "0.75");
  auto mouse = report(Reach::Centre, false);
  mouse.calibration.press_time_permille = 1250;
  const auto of_mouse = make_check_result({"mouse", false}, kAll, mouse, {}).values;
  CHECK(of_mouse[0].value.find("150") == 0);
  CHECK(of_mouse[1].value.find("1.25") == 0);
}

TEST_CASE("the curve spans the whole width and stays above the surface") {
  for (const bool pressure : {true, false}) {
    const auto view = make_check_result(kPen, kAll, report(Reach::Centre, pressure), {});
    REQUIRE_FALSE(view.curve.empty());
    CHECK(view.curve.front().x == 0.0F);
    CHECK(view.curve.back().x == 1.0F);
    for (const Point& p : view.curve) CHECK(p.y >= 0.0F);
    for (std::size_t i = 1; i < view.curve.size(); ++i) CHECK(view.curve[i].x > view.curve[i - 1].x);
  }
}

TEST_CASE("a longer comfortable press of a mouse stands farther right, and at the end beyond half a second") {
  double before = -1.0;
  for (const std::int64_t us : {0, 60'000, 150'000, 300'000, 499'000}) {
    auto r = report(Reach::Centre, false);
    r.press_us = Span{us};
    const auto typical = make_check_result({"mouse", false}, kAll, r, {}).typical;
    REQUIRE(typical.has_value());
    CHECK(*typical > before);
    CHECK(*typical == doctest::Approx(static_cast<double>(us) / 500'000.0));
    before = *typical;
  }
  auto r = report(Reach::Centre, false);
  r.press_us = Span{900'000};
  CHECK(*make_check_result({"mouse", false}, kAll, r, {}).typical == 1.0);
}

TEST_CASE("traces of the hand are drawn where the hand was, the last one brightest") {
  auto view = going_on(CheckPart::Circle);
  view.traces = {{{500, 400}, {520, 420}}, {{600, 400}, {640, 420}, {660, 400}}};
  UiStage stage({}, drawing(view));
  stage.drawn();
  CHECK(stage.vertices_of(colour(Theme::Dark, Token::Warm)) > 0);
  view.traces.clear();
  UiStage none({}, drawing(view));
  none.drawn();
  CHECK(none.vertices_of(colour(Theme::Dark, Token::Warm)) == 0);
}
