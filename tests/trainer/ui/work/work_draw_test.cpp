// The practice screen: tools, gauges, map, overlays, the coach's line, and the questions above it.
#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"
#include "trainer/ui/work/work_screen.h"

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;

namespace {

NavigatorView map(int patches, bool head) {
  NavigatorView view;
  view.title = "Front centre, patch 2 of " + std::to_string(patches);
  view.outline = {{0.1F, 0.1F}, {0.9F, 0.1F}, {0.9F, 0.9F}, {0.1F, 0.9F}};
  view.head = head;
  view.more_than_one = patches > 1;
  for (int i = 0; i < patches; ++i) {
    const float x = 0.15F + 0.25F * static_cast<float>(i % 3), y = 0.15F + 0.25F * static_cast<float>(i / 3);
    view.patches.push_back(
        {{{x, y}, {x + 0.2F, y}, {x + 0.2F, y + 0.2F}, {x, y + 0.2F}}, i % 2 == 0, i == 1});
  }
  return view;
}
OverlayListView all_overlays(int on) {
  OverlayListView view;
  for (int i = 0; i < kOverlays; ++i)
    view.rows.push_back({static_cast<Overlay>(i), i >= 1 && i <= on, i != kOverlays - 1});
  view.on_besides_template = on;
  return view;
}
WorkView full(bool head = true) {
  WorkView view;
  view.lesson = "Even dots";
  view.step = "Fill the patch";
  view.clock = "12:48";
  view.steps = {"1 Look", "2 Draw", "3 Place", "4 Review"};
  view.step_number = 2;
  view.gauges.depth.now = engine::core::Mm{0.62};
  for (int i = 0; i < 36; ++i)
    view.gauges.depth.trail.push_back({engine::core::Mm{0.3 + 0.02 * i}, static_cast<DepthState>(i % 5)});
  view.gauges.spacing.nearest = engine::core::Mm{0.94};
  for (const double ago : {20.0, 16.0, 12.0, 8.0, 4.0, 0.0}) view.gauges.pace.ago.emplace_back(ago);
  view.gauges.pace.per_minute = 42.0;
  view.gauges.pace.word = "quickening";
  view.gauges.coverage = {280, 360, 3, "so far 84.20", "session 1 of 3", {}};
  view.gauges.needle = "1RL, 0.25 mm, long taper";
  view.gauges.pigment = "14 : 1 neutral grey";
  view.gauges.machine = "100 Hz, set 1.8 mm";
  view.gauges.head = head;
  view.navigator = map(6, head);
  view.coach = {"A little deep.", "Press more lightly.", DepthState::Deep, false};
  view.device = DeviceLabel{"A pen", true};
  view.tools.can_undo = view.tools.can_redo = true;
  return view;
}
UiStage::Draw drawing(const WorkView& view) {
  return
      [view](Ui& ui, const Frame& f, WorkIntents& intents) { draw_work(ui, work_layout(f), view, intents); };
}
UiStage::Draw asking(const AskView& view) {
  return [view](Ui& ui, const Frame& f, Intents& intents) { draw_question(ui, f, view, intents); };
}
bool has(UiStage& stage, const std::string& id) {
  const auto ids = stage.controls();
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

TEST_CASE("each tool gives its own command") {
  UiStage stage({}, drawing(full()));
  constexpr std::pair<const char*, Command> kTools[] = {
      {"undo", Command::Undo},       {"redo", Command::Redo},         {"reset", Command::ResetView},
      {"whole", Command::WholeView}, {"mirror", Command::Mirror},     {"next", Command::NextEmpty},
      {"last", Command::LastDot},    {"loupe", Command::ToggleLoupe}, {"overlays", Command::ToggleOverlays},
      {"help", Command::OpenHelp}};
  for (const auto& [id, command] : kTools) {
    CAPTURE(id);
    CHECK(only_command(stage.click(id), command));
    CHECK(only_command(stage.enter(id), command));
  }
}

TEST_CASE("undo and redo are greyed when there is nothing to take back or to do again") {
  for (const bool undo : {false, true})
    for (const bool redo : {false, true}) {
      auto view = full();
      view.tools.can_undo = undo;
      view.tools.can_redo = redo;
      UiStage stage({}, drawing(view));
      CHECK(has(stage, "undo") == undo);
      CHECK(has(stage, "redo") == redo);
    }
}

TEST_CASE("an own hand has a tool for stretching in the place of the last dot's") {
  auto view = full();
  view.tools.own_stretch = true;
  UiStage stage({}, drawing(view));
  CHECK(only_command(stage.click("stretch"), Command::ToggleStretch));
  CHECK_FALSE(has(stage, "last"));
}

TEST_CASE("every control of the work answers to pointer and keys, and to none under a sheet") {
  for (const support::StageSize& size : {support::StageSize{960, 600}, support::StageSize{1280, 800},
                                         support::StageSize{1920, 1080, 1.5F, true}}) {
    UiStage stage(size, drawing(full()));
    support::controls_answer(stage);
  }
}

TEST_CASE("nothing of the work overlaps or sticks out, on a head as on a pad") {
  for (const bool head : {false, true}) support::no_faults(drawing(full(head)));
}

TEST_CASE("nothing overlaps either with a choice, with trouble in saving, with long sentences, or empty") {
  auto view = full();
  view.choice = CoachChoice{.yes = "Check it", .no = "Keep going"};
  support::no_faults(drawing(view));
  view = full();
  view.saving = "The record cannot be saved: the disk is full. What you do is kept in memory meanwhile.";
  view.coach.what =
      "A sentence about the last dot that is much longer than anything a coach should ever say to a person "
      "who "
      "holds a needle, and goes on.";
  view.step = "A step whose title is longer than the bar has room for beside clock, device and buttons";
  support::no_faults(drawing(view));
  view.saving.clear();
  view.coach.advice = view.coach.what;
  support::no_faults(drawing(view));
  support::no_faults(drawing({}));
}

TEST_CASE("the tray is opened from the gauges, and the head is looked at from five sides") {
  UiStage stage({1440, 900}, drawing(full()));
  CHECK(only_command(stage.click("tray"), Command::OpenTray));
  constexpr const char* kSides[] = {"Front", "Left", "Right", "Top", "Back"};
  for (int i = 0; i < 5; ++i) {
    if (!has(stage, kSides[i])) continue;  // low windows have no room for them
    const auto heard = stage.click(kSides[i]);
    REQUIRE(only<LookFrom>(heard) != nullptr);
    CHECK(only<LookFrom>(heard)->view == i);
  }
  UiStage tall({1920, 1080}, drawing(full()));
  for (const char* side : kSides) CHECK(has(tall, side));
  UiStage pad({1920, 1080}, drawing(full(false)));
  for (const char* side : kSides) CHECK_FALSE(has(pad, side));
}

TEST_CASE("a press on a patch of the map flies to it, however small it is on the map") {
  auto view = full();
  view.navigator = map(6, true);
  view.navigator.patches[5].corners = {{0.8F, 0.8F}, {0.81F, 0.8F}, {0.81F, 0.81F}, {0.8F, 0.81F}};
  UiStage stage({1920, 1080}, drawing(view));
  for (int i = 0; i < 6; ++i) {
    const auto heard = stage.click("patch " + std::to_string(i));
    REQUIRE(only<FlyToPatch>(heard) != nullptr);
    CHECK(only<FlyToPatch>(heard)->patch == i);
  }
  for (const auto& control : stage.drawn().controls)
    if (control.id.find("patch ") == 0) CHECK(std::min(control.at.w, control.at.h) >= 19.9F);
}

TEST_CASE("one patch needs no way to the next; several have Back and Next") {
  auto view = full();
  UiStage several({1920, 1080}, drawing(view));
  CHECK(only_command(several.click("patch back"), Command::PatchBack));
  CHECK(only_command(several.click("patch next"), Command::PatchNext));
  view.navigator = map(1, true);
  UiStage one({1920, 1080}, drawing(view));
  CHECK_FALSE(has(one, "patch next"));
}

TEST_CASE("a patch that is no polygon is not drawn and takes no press") {
  auto view = full();
  view.navigator.patches = {{{{0.5F, 0.5F}}, false, false}, {{}, true, true}};
  UiStage stage({1920, 1080}, drawing(view));
  CHECK_FALSE(has(stage, "patch 0"));
  CHECK(stage.faults().empty());
}

TEST_CASE("every overlay that is allowed is switched, up to three besides the template") {
  auto view = full();
  view.overlays = all_overlays(0);
  UiStage stage({1920, 1080}, drawing(view));
  for (int i = 0; i + 1 < kOverlays; ++i) {
    const std::string name(overlay_name(static_cast<Overlay>(i)).english);
    const auto heard = stage.click(name);
    REQUIRE(only<ToggleOverlay>(heard) != nullptr);
    CHECK(only<ToggleOverlay>(heard)->overlay == static_cast<Overlay>(i));
  }
  CHECK_FALSE(has(
      stage, std::string(overlay_name(static_cast<Overlay>(kOverlays - 1)).english)));  // not in this lesson
  view.overlays = all_overlays(3);
  UiStage three({1920, 1080}, drawing(view));
  int can = 0;
  for (int i = 0; i < kOverlays; ++i)
    can += has(three, std::string(overlay_name(static_cast<Overlay>(i)).english)) ? 1 : 0;
  CHECK(can == 4);  // the template, and those three off again
}

TEST_CASE("the list of overlays covers no control of the work but the skin, for either hand") {
  auto view = full();
  view.overlays = all_overlays(2);
  support::no_faults(drawing(view), support::stage_sizes(1100, 700));
}

TEST_CASE("overlays have names of their own") {
  std::vector<std::string> names;
  for (int i = 0; i < kOverlays; ++i) names.emplace_back(overlay_name(static_cast<Overlay>(i)).english);
  std::sort(names.begin(), names.end());
  CHECK(std::unique(names.begin(), names.end()) == names.end());
  CHECK(names.front() != "");
}

TEST_CASE("the list is as high as its rows need") {
  for (int rows = 0; rows < kOverlays; ++rows) {
    OverlayListView view = all_overlays(0);
    view.rows.resize(static_cast<std::size_t>(rows));
    OverlayListView more = view;
    more.rows.push_back({});
    CHECK(overlay_list_height_pt(more) - overlay_list_height_pt(view) == doctest::Approx(36.0));
  }
}

TEST_CASE("a change of device is a choice of two in the coach's line") {
  auto view = full();
  view.choice = CoachChoice{.yes = "Check it",
                            .no = "Keep going",
                            .yes_command = Command::OpenDeviceCheck,
                            .no_command = Command::KeepDevice};
  UiStage stage({}, drawing(view));
  CHECK(only_command(stage.click("coach yes"), Command::OpenDeviceCheck));
  CHECK(only_command(stage.click("coach no"), Command::KeepDevice));
  view.choice.reset();
  UiStage none({}, drawing(view));
  CHECK_FALSE(has(none, "coach yes"));
}

TEST_CASE("trouble in saving stands in the place of advice") {
  auto view = full();
  view.saving = "Not saved.";
  UiStage stage({1920, 1080}, drawing(view));
  CHECK(support::writes(stage, "Not saved."));
  CHECK_FALSE(support::writes(stage, view.coach.advice));
}

TEST_CASE("a question has two ways out, each with its own command; a note has one") {
  const AskView question{"Finish this field?", "280 of about 360 dots. The gaps will count.", "Keep working",
                         "Finish anyway", Command::FinishNow};
  UiStage stage({}, asking(question));
  CHECK(only_command(stage.click("ask go"), Command::FinishNow));
  CHECK(only_command(stage.click("ask stay"), Command::KeepWorking));
  support::controls_answer(stage);
  UiStage note({},
               asking({"30 days later", "The skin has healed.", "", "Begin session 2", Command::CloseSheet}));
  CHECK(note.controls() == std::vector<std::string>{"ask go"});
  CHECK(only_command(note.click("ask go"), Command::CloseSheet));
}

TEST_CASE("a question grows with its words and stays within the window") {
  AskView view{"Finish this field?", "", "Keep working", "Finish anyway", Command::FinishNow};
  for (int i = 0; i < 6; ++i) {
    support::no_faults(asking(view), support::stage_sizes(640, 400));
    view.body += "One more sentence about what will count and what will not. ";
  }
}

TEST_CASE("marks of depth differ in shape, so that colour is not needed to tell them apart") {
  const auto vertices = [](DepthState state) {
    UiStage stage({}, [state](Ui& ui, const Frame&, Intents&) {
      draw_state_mark(ui, {100, 100}, 10, state, ui.col(Token::Crit));
    });
    stage.drawn();
    return stage.vertices_of(colour(Theme::Dark, Token::Crit));
  };
  const int disc = vertices(DepthState::Target), up = vertices(DepthState::Deep),
            square = vertices(DepthState::Blowout), down = vertices(DepthState::Shallow);
  CHECK(disc > square);
  CHECK(square > up);
  CHECK(up == down);  // both triangles: one points up, the other down
}
