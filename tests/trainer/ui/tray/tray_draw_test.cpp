// The tray as a sheet: needles, mixes, pigments, the machine.
#include <doctest/doctest.h>

#include "tests/support/lessons.h"
#include "tests/support/ui_checks.h"
#include "trainer/ui/tray/tray.h"

using namespace trainer;
using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

lessons::Lesson lesson() {
  auto l = support::field().step(support::StepKind::NeedleWork).lesson();
  l.needles = {"1RL-0.25", "1RL-0.30", "3RL-0.30", "5RL-0.30"};
  l.targets[0].dilution = 20;
  return l;
}
runner::Attempt attempt(const engine::skin::Machine& machine = {}) {
  auto a = runner::begin(assessment::Site::make(lesson()).value());
  runner::apply(a, engine::sim::Event{engine::sim::MachineChanged{.machine = machine}});
  return a;
}
UiStage::Draw drawing(const TrayView& view) {
  return [view](Ui& ui, const Frame& f, TrayIntents& intents) { draw_tray_sheet(ui, f, view, intents); };
}
const TrayView::Row& row(const TrayView& view, Setting setting) {
  for (const auto& r : view.rows)
    if (r.setting == setting) return r;
  FAIL("no such row");
  return view.rows.front();
}

}  // namespace

TEST_CASE("each needle chooses itself, the lesson's own stands first") {
  const auto view = make_tray_view(attempt());
  REQUIRE(view.needles.size() == 4);
  CHECK(view.needles[0].name == "1RL-0.25");
  UiStage stage({}, drawing(view));
  for (const auto& needle : view.needles) {
    const auto intents = stage.click("needle " + needle.name);
    REQUIRE(only<ChooseNeedle>(intents) != nullptr);
    CHECK(only<ChooseNeedle>(intents)->needle == needle.name);
  }
}

TEST_CASE("a needle that is named twice, or cannot be read, stands there once or not at all") {
  auto l = lesson();
  l.needles = {"1RL-0.25", "1RL-0.25", "99XX"};
  CHECK(make_tray_view(runner::begin(assessment::Site::make(l).value())).needles.size() == 1);
}

TEST_CASE("each mix chooses itself; they run from thin to strong, each once, with what is asked among them") {
  const auto view = make_tray_view(attempt());
  for (std::size_t i = 1; i < view.mixes.size(); ++i)
    CHECK(view.mixes[i].dilution_milli < view.mixes[i - 1].dilution_milli);
  CHECK(std::count_if(view.mixes.begin(), view.mixes.end(),
                      [](const auto& m) { return m.dilution_milli == 20'000; }) == 1);
  UiStage stage({}, drawing(view));
  for (const auto& mix : view.mixes) {
    const auto intents = stage.click("mix " + std::to_string(mix.dilution_milli));
    REQUIRE(only<ChooseDilution>(intents) != nullptr);
    CHECK(only<ChooseDilution>(intents)->milli == mix.dilution_milli);
  }
}

TEST_CASE("parts of the mix are stepped one by one and stay between the least and the most") {
  const auto step = [](std::int32_t water, std::int32_t pigment, const char* id) {
    TrayView view = make_tray_view(attempt());
    view.water = water;
    view.pigment_parts = pigment;
    UiStage stage({}, drawing(view));
    const auto intents = stage.click(id);
    REQUIRE(only<MixParts>(intents) != nullptr);
    return std::pair(only<MixParts>(intents)->water, only<MixParts>(intents)->pigment);
  };
  CHECK(step(14, 1, "more water") == std::pair(15, 1));
  CHECK(step(14, 1, "less water") == std::pair(13, 1));
  CHECK(step(0, 1, "less water") == std::pair(0, 1));
  CHECK(step(40, 1, "more water") == std::pair(40, 1));
  CHECK(step(80, 2, "more water") == std::pair(80, 2));
  CHECK(step(14, 1, "more pigment") == std::pair(14, 2));
  CHECK(step(14, 1, "less pigment") == std::pair(14, 1));
  CHECK(step(14, 10, "more pigment") == std::pair(14, 10));
  // Fewer parts of pigment take no more water than a machine does.
  CHECK(step(80, 2, "less pigment") == std::pair(40, 1));
}

TEST_CASE("whole parts come as near to the mix as they can, and one part of pigment gives the mix itself") {
  engine::skin::Machine machine;
  for (const std::int32_t milli : {0, 500, 7'000, 14'000, 14'400, 14'500, 40'000}) {
    machine.dilution_milli = milli;
    for (std::int32_t parts = 1; parts <= 10; ++parts) {
      const auto view = make_tray_view(attempt(machine), {.more = false, .pigment_parts = parts});
      CHECK(view.pigment_parts == parts);
      CHECK(std::abs(view.water * 1000 - milli * parts) <= 500);
    }
  }
}

TEST_CASE("each pigment chooses itself, the lesson's own stands first and only once") {
  auto l = lesson();
  l.machine.pigment = "warm grey";
  const auto view = make_tray_view(runner::begin(assessment::Site::make(l).value()));
  CHECK(view.pigments == std::vector<std::string>{"warm grey", "cool grey", "neutral grey"});
  UiStage stage({}, drawing(view));
  for (const auto& pigment : view.pigments) {
    const auto intents = stage.click("pigment " + pigment);
    REQUIRE(only<ChoosePigment>(intents) != nullptr);
    CHECK(only<ChoosePigment>(intents)->pigment == pigment);
  }
}

TEST_CASE("the machine is set in steps that stop at the ends of its range") {
  engine::skin::Machine machine;
  machine.set_um = 3480;
  machine.stroke_um = 1500;
  machine.rate_mhz = 200'000;
  const auto view = make_tray_view(attempt(machine), {.more = true});
  CHECK(row(view, Setting::SetOut).more == 3500);
  CHECK(row(view, Setting::SetOut).less == 3380);
  CHECK(row(view, Setting::Stroke).less == 1500);
  CHECK(row(view, Setting::Stroke).more == 1600);
  CHECK(row(view, Setting::Rate).less < 200'000);
  UiStage stage({}, drawing(view));
  const auto ids = stage.controls();
  CHECK(std::find(ids.begin(), ids.end(), "less stroke") == ids.end());
  CHECK(std::find(ids.begin(), ids.end(), "more stroke") != ids.end());
  const auto intents = stage.click("less set-out");
  REQUIRE(only<SetTool>(intents) != nullptr);
  CHECK(only<SetTool>(intents)->setting == Setting::SetOut);
  CHECK(only<SetTool>(intents)->value == 3380);
}

TEST_CASE("a step up and a step down come back, within the range") {
  for (std::int32_t um = 700; um <= 3300; um += 130) {
    engine::skin::Machine machine;
    machine.set_um = um;
    const auto up = row(make_tray_view(attempt(machine)), Setting::SetOut).more;
    machine.set_um = up;
    CHECK(row(make_tray_view(attempt(machine)), Setting::SetOut).less == um);
  }
}

TEST_CASE("half a volt a press: the rate goes up and down by what half a volt gives") {
  engine::skin::Machine machine;
  machine.rate_mhz = engine::skin::rate_mhz_of(7'000);
  const auto& rate = row(make_tray_view(attempt(machine)), Setting::Rate);
  CHECK(rate.more == engine::skin::rate_mhz_of(7'500));
  CHECK(rate.less == engine::skin::rate_mhz_of(6'500));
}

TEST_CASE("a hand tool has neither stroke nor voltage") {
  engine::skin::Machine machine;
  machine.rate_mhz = 0;
  CHECK(make_tray_view(attempt(machine), {.more = true}).rows.size() == 1);
}

TEST_CASE("the machine is folded away until it is asked for") {
  UiStage folded({}, drawing(make_tray_view(attempt())));
  for (const auto& id : folded.controls()) CHECK(id.find("Set-out") == std::string::npos);
  CHECK(only_command(folded.click("more tools"), Command::ToggleMoreTools));
  UiStage open({}, drawing(make_tray_view(attempt(), {.more = true})));
  CHECK(only_command(open.click("more tools"), Command::ToggleMoreTools));
  support::controls_answer(folded);
  support::controls_answer(open);
}

TEST_CASE("a dry needle has neither pigment nor mix on its tray") {
  engine::skin::Machine machine;
  machine.dry = true;
  UiStage stage({}, drawing(make_tray_view(attempt(machine), {.more = true})));
  for (const auto& id : stage.controls()) {
    CHECK(id.find("mix ") == std::string::npos);
    CHECK(id.find("pigment") == std::string::npos);
  }
  CHECK(only<ChooseNeedle>(stage.click("needle 1RL-0.25")) != nullptr);
}

TEST_CASE("an own hand lets go of the skin while it is on the tray, and is not blamed for it") {
  auto l = lesson();
  engine::skin::Machine slack;
  slack.stretch_permille = 0;
  const auto notices = [&](lessons::StretchBy by) {
    l.stretch_by = by;
    auto a = runner::begin(assessment::Site::make(l).value());
    runner::apply(a, engine::sim::Event{engine::sim::MachineChanged{.machine = slack}});
    const auto view = make_tray_view(a);
    return std::count_if(view.notices.begin(), view.notices.end(),
                         [](const auto& n) { return n.fault == runner::ToolFault::Slack; });
  };
  CHECK(notices(lessons::StretchBy::Own) == 0);
  CHECK(notices(lessons::StretchBy::Assistant) == 1);
}

TEST_CASE("nothing of the tray overlaps or sticks out, folded, open, dry and with notices") {
  engine::skin::Machine odd;
  odd.set_um = 700;
  odd.stroke_um = 4500;
  odd.rate_mhz = 190'000;
  for (const bool dry : {false, true})
    for (const bool more : {false, true}) {
      odd.dry = dry;
      support::no_faults(drawing(make_tray_view(attempt(odd), {.more = more, .pigment_parts = 10})),
                         support::stage_sizes(640, 400));
    }
}

TEST_CASE("needles are told by points, width and taper, mixes by parts") {
  using engine::skin::Taper;
  CHECK(needle_text({.points = 1, .diameter_um = 250}) == "1RL, 0.25 mm");
  CHECK(needle_text({.points = 3, .diameter_um = 300, .taper = Taper::Long}).find("3RL, 0.30 mm, ") == 0);
  CHECK(needle_text({.points = 3, .diameter_um = 300, .taper = Taper::Long}) !=
        needle_text({.points = 3, .diameter_um = 300, .taper = Taper::Short}));
  CHECK(dilution_text(14'000) == "14 : 1");
  CHECK(dilution_text(4'500) == "4.5 : 1");
  CHECK(dilution_text(0).find(":") == std::string::npos);
}

TEST_CASE("shades asked are each told once, thinnest first, and none where all is as on the tray") {
  auto l = support::LessonBuilder()
               .target(support::square("a", 2, 12), {.dilution = 14.0})
               .target(support::square("b", 20, 30), {.dilution = 20.0})
               .target(support::square("c", 40, 50), {.dilution = 14.0})
               .step(support::StepKind::NeedleWork)
               .lesson();
  CHECK(asked_shades(*assessment::Site::make(l).value()) == "20 : 1, 14 : 1");
  for (auto& target : l.targets) target.dilution.reset();
  CHECK(asked_shades(*assessment::Site::make(l).value()).empty());
}
