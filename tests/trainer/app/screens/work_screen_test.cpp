// The practice screen: its commands, its way, its layers and what stands in its view.
#include "trainer/app/screens/work_screen.h"
#include "engine/core/moment.h"

#include "tests/trainer/app/work.h"
#include "trainer/app/screens/debrief_screen.h"
#include "trainer/app/screens/theory_screen.h"
#include "trainer/app/sheets/device_check_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/tray_sheet.h"

using engine::core::AttemptTime;
using engine::core::Span;

using namespace rooms;
using support::StepKind;
using ui::Command;

namespace {

ui::AskView question(const app::Next& next, Household& home, std::unique_ptr<app::QuestionSheet>& keep) {
  keep = opened<app::QuestionSheet>(is<app::Push>(next).open, home);
  return keep->view();
}

support::LessonBuilder wide_lesson() {
  support::LessonBuilder lesson("wide");
  lesson.pad(150, 60)
      .target(support::rectangle("field", {5, 5}, {145, 55}), 20.0)
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  return lesson;
}

support::LessonBuilder drawing_lesson() {
  support::LessonBuilder lesson("drawing");
  lesson.target(support::square("square", 25, 35), 20.0)
      .hairline({{10, 40}, {50, 40}})
      .step(StepKind::Drawing)
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  return lesson;
}

support::LessonBuilder three_sessions() {
  support::LessonBuilder lesson("three");
  lesson.target(support::square("square", 25, 35), 30.0).sessions({0.4, 0.7, 1.0}).step(StepKind::Review);
  return lesson;
}

support::LessonBuilder own_stretch() {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.stretch_by = lessons::StretchBy::Own; });
  return lesson;
}

app::Next intend(Work& work, const ui::WorkIntents::One& intent) {
  return work.screen().act_on(intent);
}

}  // namespace

TEST_CASE("the skin lies at working zoom, the middle of the work in the middle") {
  Work work;
  const auto& eye = work.screen().view_.eye();
  CHECK(eye.lens().points_per_mm() == doctest::Approx(ui::working_zoom(work.attempt())));
  const auto free = ui::work_layout(kFrame).free.centre();
  CHECK(work.px(30, 30).x == doctest::Approx(free.x).epsilon(0.02));
  CHECK(work.px(30, 30).y == doctest::Approx(free.y).epsilon(0.02));
}

TEST_CASE("R brings the working zoom back, V the whole and the same place again") {
  Work work;
  const double zoom = work.screen().view_.lens().points_per_mm();
  for (int i = 0; i < 6; ++i) work.act(Command::ZoomIn);
  CHECK(work.screen().view_.lens().points_per_mm() > 2 * zoom);
  work.act(Command::WholeView);
  work.tick(kSecond);
  const double whole = work.screen().view_.lens().points_per_mm();
  work.act(Command::WholeView);
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() > 2 * zoom);
  CHECK(work.screen().view_.lens().points_per_mm() != whole);
  work.act(Command::ResetView);
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(zoom));
}

TEST_CASE("Finish asks while much is missing, and goes to the debrief when told to") {
  Work work;
  work.dot(30, 30);
  std::unique_ptr<app::QuestionSheet> sheet;
  const auto asked = work.act(Command::Onward);
  const auto& view = question(asked, work.home(), sheet);
  CHECK(view.go_command == Command::FinishNow);
  CHECK(view.body.find("1 of about 20 dots") != std::string::npos);
  CHECK(is<app::Pop>(sheet->act_on(Command::KeepWorking)).then == std::nullopt);
  CHECK_FALSE(work.attempt().finished);
  CHECK(is<app::Pop>(sheet->act_on(view.go_command)).then == Command::FinishNow);
  const auto done = work.act(Command::FinishNow);
  const auto debrief = opened<app::DebriefScreen>(is<app::Replace>(done).open, work.home());
  CHECK(debrief->review().shown().finished);
  CHECK(debrief->review().shown().skin.dots.size() == 1);
}

TEST_CASE("work that is nearly done is handed in without a question") {
  Work work;
  work.fill(19);
  work.tick();
  const auto next = work.act(Command::AskFinish);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(next).open, work.home()));
}

TEST_CASE("the total so far stands there when nearly all is placed, not before") {
  Work work;
  work.fill(10);
  CHECK(work.screen().work_view().gauges.coverage.so_far.empty());
  for (int i = 0; i < 10; ++i) work.dot(26 + 0.9 * i, 34.5);
  CHECK(work.screen().work_view().gauges.coverage.so_far.find("so far ") == 0);
}

TEST_CASE("with a question open no total stands there: it would not be the person's own") {
  support::LessonBuilder lesson("asked");
  lesson.target(support::square("square", 25, 35), 20.0)
      .step(StepKind::NeedleWork)
      .step(support::question(0))
      .step(StepKind::Review);
  Work work(lesson);
  work.fill(20);
  CHECK(work.screen().work_view().gauges.coverage.so_far.empty());
}

TEST_CASE("leaving asks first, keeps the work, and the record can be gone on with") {
  Work work;
  work.dot(30, 30);
  std::unique_ptr<app::QuestionSheet> sheet;
  CHECK(question(work.act(Command::Back), work.home(), sheet).go_command == Command::LeaveAndKeep);
  const std::string record = work.screen().sitting_->record();
  CHECK(is<app::Pop>(work.act(Command::LeaveAndKeep)).said.empty());
  CHECK(work.screen().sitting_->read_only());
  auto again = app::Sitting::go_on(record, true, kNow, kUnix);
  REQUIRE(again);
  CHECK((*again)->attempt().skin.dots.size() == 1);
  CHECK_FALSE((*again)->attempt().finished);
}

TEST_CASE("where one looked is remembered for the record when one goes, and comes back with it") {
  Household home;
  std::string record;
  double zoom = 0.0;
  {
    Work work(home, home.underway(plain_lesson()));
    record = work.screen().sitting_->record();
    for (int i = 0; i < 4; ++i) work.act(Command::ZoomIn);
    zoom = work.screen().view_.lens().points_per_mm();
    work.dot(30, 30);
    work.act(Command::LeaveAndKeep);
  }
  auto again = app::Sitting::go_on(record, true, kNow, kUnix);
  REQUIRE(again);
  Work work(home, {.sitting = std::move(*again)});
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(zoom));
}

TEST_CASE("a view that changes is written down every three seconds, not in every turn and not in a contact") {
  Work work;
  const auto remembered = [&] { return work.home().preferences.now().last_view; };
  REQUIRE(remembered().size() == 1);
  const auto before = remembered();
  work.act(Command::ZoomIn);
  work.tick(2 * kSecond);
  CHECK(remembered() == before);
  work.press(work.px(30, 30));
  work.tick(2 * kSecond);
  CHECK(remembered() == before);
  work.lift(work.px(30, 30));
  work.tick(kSecond);
  CHECK(remembered() != before);
}

TEST_CASE("the clock wants a frame once a second") {
  Work work;
  const auto redraws = [&](Span us) { return is<app::Stay>(work.tick(us)).redraw; };
  redraws(Span{100'000});
  CHECK_FALSE(redraws(Span{100'000}));
  CHECK(redraws(kSecond));
  CHECK_FALSE(redraws(Span{10'000}));
  CHECK(work.screen().work_view().clock == "00:01");
}

TEST_CASE("when the time is up the work is finished, but a contact in progress is lifted first") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 60; });
  Work work(lesson);
  CHECK(work.screen().work_view().clock == "00:00 of 01:00");
  work.tick(59 * kSecond);
  work.press(work.px(30, 30));
  CHECK(stays(work.tick(2 * kSecond)));
  work.lift(work.px(30, 30));
  CHECK(work.dots() == 1);
  const auto next = work.tick();
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(next).open, work.home()));
}

TEST_CASE("after the time is up no contact begins") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.time_limit_s = 60; });
  Work work(lesson);
  work.wait(61 * kSecond);
  work.press(work.px(30, 30));
  CHECK_FALSE(work.down());
  CHECK(work.said().find("time of this lesson is up") != std::string::npos);
}

// ---- beside the skin, tape, drawing

TEST_CASE("twice beside the skin within a moment brings the work back, once does not") {
  Work work;
  const double zoom = work.screen().view_.lens().points_per_mm();
  for (int i = 0; i < 6; ++i) work.act(Command::ZoomOut);
  const auto beside = work.beside();
  const auto once = [&] { work.press(beside), work.lift(beside); };
  once();
  work.wait(Span{500'000});
  once();
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() < zoom / 2);
  once();
  work.wait(Span{300'000});
  once();
  work.tick(kSecond);
  CHECK(work.screen().view_.lens().points_per_mm() == doctest::Approx(zoom));
  CHECK(work.dots() == 0);
}

TEST_CASE("the tape's end is placed by a press, which makes no dot; Escape rolls it up") {
  Work work;
  work.move(work.px(20, 30));
  work.act(Command::Tape);
  CHECK(work.screen().view_.tape().loose());
  work.press(work.px(40, 30));
  CHECK_FALSE(work.down());
  CHECK(work.screen().view_.tape().out());
  CHECK_FALSE(work.screen().view_.tape().loose());
  work.lift(work.px(40, 30));
  CHECK(stays(work.act(Command::Back)));
  CHECK_FALSE(work.screen().view_.tape().out());
  CHECK(work.dots() == 0);
  work.dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("a line is drawn by presses and drags, taken back by points, and needs two of them") {
  Work work(drawing_lesson());
  const auto undo_there = [&] { return work.screen().work_view().tools.can_undo; };
  CHECK(work.screen().work_view().primary_command == Command::LineDone);
  CHECK_FALSE(work.screen().can(Command::Needle));
  CHECK_FALSE(work.screen().can(Command::Onward));
  CHECK(work.screen().can(Command::Proceed));
  CHECK_FALSE(undo_there());
  work.press(work.px(10, 40));
  work.lift(work.px(10, 40));
  CHECK(undo_there());
  CHECK(stays(work.act(Command::LineDone)));
  CHECK(work.said() == "A line needs two points at least.");
  work.act(Command::Undo);
  CHECK_FALSE(undo_there());
  work.press(work.px(10, 40));
  for (int mm = 10; mm <= 50; ++mm) work.move(work.px(mm, 40.01));
  work.lift(work.px(50, 40));
  CHECK(work.dots() == 0);
  work.move(work.px(50, 50));  // let go: nothing is drawn any more
  CHECK(stays(work.act(Command::Proceed)));
  CHECK(work.attempt().drawn_hairline.size() == 41);
  CHECK(work.attempt().step == 1);
  CHECK(work.screen().work_view().primary_command == Command::AskFinish);
  work.dot(30, 30);
  CHECK(work.dots() == 1);
}

TEST_CASE("a drawing belongs to the device that began it, and ends when that goes") {
  Work work(drawing_lesson());
  work.home().connect(kPen);
  work.pen_press(work.px(10, 40));
  CHECK(work.screen().owns({5, 5}));
  work.move(work.px(30, 40));
  CHECK(work.screen().work_view().tools.can_undo);
  work.act(Command::Undo);
  CHECK_FALSE(work.screen().work_view().tools.can_undo);  // the mouse has left no point
  SUBCASE("unplugged") {
    work.give(platform::DeviceGone{kPen.id, work.now()});
  }
  SUBCASE("focus lost") {
    work.give(platform::FocusLost{work.now()});
  }
  CHECK_FALSE(work.screen().owns({5, 5}));
  work.pen_move(work.px(30, 40));
  CHECK_FALSE(work.screen().work_view().tools.can_undo);
}

TEST_CASE("a drawing is followed by the question that comes behind it") {
  support::LessonBuilder lesson("drawn-and-asked");
  lesson.target(support::square("square", 25, 35), 20.0)
      .hairline({{10, 40}, {50, 40}})
      .step(StepKind::Drawing)
      .step(support::question(0))
      .step(StepKind::NeedleWork)
      .step(StepKind::Review);
  Work work(lesson);
  work.press(work.px(10, 40));
  work.lift(work.px(10, 40));
  work.press(work.px(50, 40));
  work.lift(work.px(50, 40));
  const auto next = work.act(Command::LineDone);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, work.home());
  CHECK(theory->attempt().drawn_hairline.size() == 2);
}

// ---- the other hand

TEST_CASE("the skin is taut while its key is held, where that is the trainee's") {
  Work work(own_stretch());
  const auto taut = [&] { return work.attempt().skin.machine.stretch_permille; };
  CHECK(taut() == 0);  // nobody holds it when the work begins
  work.act(Command::Stretch);
  CHECK(taut() == 1000);
  CHECK(work.screen().work_view().tools.stretched);
  work.wait(kSecond);
  work.act(Command::Stretch, false);
  CHECK(taut() == 0);
  work.act(Command::ToggleStretch);
  CHECK(taut() == 1000);
  work.act(Command::ToggleStretch);
  CHECK(taut() == 0);
}

TEST_CASE("twice within a moment keeps it taut, until it is pressed again") {
  Work work(own_stretch());
  for (int i = 0; i < 2; ++i) {
    work.act(Command::Stretch);
    work.wait(Span{100'000});
    work.act(Command::Stretch, false);
  }
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  work.wait(kSecond);
  work.act(Command::Stretch);
  work.act(Command::Stretch, false);
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}

TEST_CASE("the other hand stretches in the middle of a contact, and the dot goes on") {
  Work work(own_stretch());
  work.wait(Span{400'000});
  work.press(work.px(30, 30));
  CHECK(work.screen().can(Command::Stretch));
  work.wait(Span{50'000});
  work.act(Command::Stretch);
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  CHECK(work.attempt().skin.contact);
  work.wait(Span{100'000});
  work.lift(work.px(30, 30));
  CHECK(work.dots() == 1);
}

TEST_CASE("focus that goes lets the skin go: the key's release is never seen") {
  Work work(own_stretch());
  work.act(Command::Stretch);
  work.give(platform::FocusLost{work.now()});
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}

TEST_CASE("where an assistant stretches, the key changes nothing") {
  Work work;
  const auto before = count<engine::sim::MachineChanged>(work.events());
  work.act(Command::Stretch);
  work.act(Command::Stretch, false);
  CHECK(work.attempt().skin.machine.stretch_permille == 1000);
  CHECK(count<engine::sim::MachineChanged>(work.events()) == before);
}

// ---- sheets above the work

TEST_CASE(
    "the tray lies over the work, and the other hand's key that comes up below still lets the skin go") {
  Work work(own_stretch());
  work.act(Command::Stretch);
  const auto tray = opened<app::TraySheet>(is<app::Push>(work.act(Command::OpenTray)).open, work.home());
  CHECK(tray->kind() == app::Screen::Kind::Sheet);
  work.wait(kSecond);
  work.act(Command::Stretch, false);
  CHECK(work.attempt().skin.machine.stretch_permille == 0);
}

TEST_CASE("in the device check the lesson waits, and what it finds holds in the work below at once") {
  Work work;
  work.dot(30, 30);
  work.tick(10 * kSecond);
  const std::string before = work.screen().work_view().clock;
  const auto next = work.act(Command::OpenDeviceCheck);
  static_cast<void>(opened<app::DeviceCheckSheet>(is<app::Push>(next).open, work.home()));
  work.tick(300 * kSecond);
  CHECK(work.screen().work_view().clock == before);
  work.home().preferences.keep_device(app::kMouseName,
                                      {.checked = true, .calibration = {.press_time_permille = 1400}});
  work.screen().arrive("The device check is in force, here and from now on.");
  CHECK(work.attempt().skin.calibration.press_time_permille == 1400);
  CHECK(work.said() == "The device check is in force, here and from now on.");
  work.tick(5 * kSecond);
  CHECK(work.screen().work_view().clock == "00:15");
}

TEST_CASE("the calibration of a device that is not in use comes when it is used") {
  Work work;
  work.home().connect(kPen);
  work.home().preferences.keep_device("A pen", {.checked = true, .calibration = {.maximum_pressure = 5000}});
  work.screen().arrive({});
  CHECK(work.attempt().skin.calibration.maximum_pressure == engine::sim::kFullPressure);
  work.pen_dot(30, 30);
  CHECK(work.attempt().skin.calibration.maximum_pressure == 5000);
  work.dot(31, 31);
  CHECK(work.attempt().skin.calibration.maximum_pressure == engine::sim::kFullPressure);
}

TEST_CASE("another device in the middle of the work is asked about, and the answer is kept") {
  Work work;
  work.home().connect(kPen);
  work.dot(30, 30);
  CHECK_FALSE(work.screen().work_view().choice);
  work.pen_dot(31, 31);
  auto view = work.screen().work_view();
  REQUIRE(view.choice);
  CHECK(view.coach.what.find("A pen") != std::string::npos);
  CHECK(view.choice->yes_command == Command::OpenDeviceCheck);
  CHECK(stays(work.act(view.choice->no_command)));
  CHECK_FALSE(work.screen().work_view().choice);
  CHECK(work.home().preferences.knows("A pen"));
  CHECK_FALSE(work.home().preferences.device("A pen").checked);
}

TEST_CASE("to keep a device that was checked does not throw its check away") {
  Work work;
  work.home().connect(kPen);
  work.home().preferences.keep_device("A pen", {.checked = true, .calibration = {.maximum_pressure = 5000}});
  work.dot(30, 30);
  work.pen_dot(31, 31);
  work.act(Command::KeepDevice);
  CHECK(work.home().preferences.device("A pen").checked);
}

TEST_CASE("what the screens above say is said by the coach") {
  Work work;
  work.screen().arrive("The device is back to standard values.");
  CHECK(work.screen().work_view().coach.what == "The device is back to standard values.");
  work.screen().arrive({});
  CHECK(work.screen().work_view().coach.what == "The device is back to standard values.");
  work.dot(30, 30);  // a dot has its own sentence
  CHECK(work.screen().work_view().coach.what != "The device is back to standard values.");
}

// ---- layers and patches

TEST_CASE("the list of overlays opens and closes, is not the skin's, and Escape closes it first") {
  Work work;
  CHECK_FALSE(work.screen().work_view().overlays);
  work.act(Command::ToggleOverlays);
  const auto view = work.screen().work_view();
  REQUIRE(view.overlays);
  const auto rect = ui::overlay_list_rect(kFrame, ui::work_layout(kFrame), *view.overlays).centre();
  CHECK_FALSE(work.screen().owns({rect.x, rect.y}));
  CHECK(stays(work.act(Command::Back)));
  CHECK_FALSE(work.screen().work_view().overlays);
  CHECK(work.screen().owns({rect.x, rect.y}));
}

TEST_CASE("an overlay that the lesson counts as help is on record when it is laid on, not when it goes") {
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.cues = {"next_dot", "density_map", "spacing_ring"}; });
  Work work(lesson);
  const auto cues = [&] { return count<runner::CueUsed>(work.events()); };
  const auto before = cues();
  intend(work, ui::ToggleOverlay{ui::Overlay::NextDot});
  CHECK(cues() == before + 1);
  intend(work, ui::ToggleOverlay{ui::Overlay::NextDot});
  CHECK(cues() == before + 1);
  intend(work, ui::ToggleOverlay{ui::Overlay::PatchGrid});
  CHECK(cues() == before + 1);
}

TEST_CASE("heat maps come one after the other, as far as the lesson allows any") {
  Work none;
  none.act(Command::NextMap);
  CHECK(none.said().find("no maps") != std::string::npos);
  auto lesson = plain_lesson();
  lesson.with([](lessons::Lesson& l) { l.cues = {"density_map"}; });
  Work work(lesson);
  work.act(Command::NextMap);
  CHECK(work.said().empty());
  work.act(Command::ToggleOverlays);
  const auto on = [&](ui::Overlay overlay) {
    const auto view = work.screen().work_view();
    REQUIRE(view.overlays);
    for (const auto& row : view.overlays->rows)
      if (row.overlay == overlay) return row.on;
    return false;
  };
  CHECK(on(ui::Overlay::DensityMap));
  work.act(Command::NextMap);
  CHECK_FALSE(on(ui::Overlay::DensityMap));
}

TEST_CASE("patches are gone through one after the other and by the map; the coach says which") {
  Work work(wide_lesson());
  const auto view = work.screen().work_view();
  REQUIRE(view.navigator.more_than_one);
  const auto patches = view.navigator.patches.size();
  work.act(Command::PatchNext);
  CHECK(work.said() == "Patch 2 of " + std::to_string(patches) + ".");
  work.act(Command::PatchBack);
  work.act(Command::PatchBack);
  CHECK(work.said() == "Patch 1 of " + std::to_string(patches) + ".");
  intend(work, ui::FlyToPatch{static_cast<int>(patches) - 1});
  CHECK(work.said() == "Patch " + std::to_string(patches) + " of " + std::to_string(patches) + ".");
  CHECK(work.screen().view_.eye().flying());
  intend(work, ui::FlyToPatch{99});
  CHECK(work.said().find("Patch " + std::to_string(patches)) == 0);
}

TEST_CASE("the last dot and the emptiest place are flown to") {
  Work work(wide_lesson());
  work.act(Command::LastDot);
  CHECK_FALSE(work.screen().view_.eye().flying());  // there is none
  const auto patches = work.screen().work_view().navigator.patches.size();
  work.dot(15, 30);
  intend(work, ui::FlyToPatch{static_cast<int>(patches) - 1});
  work.tick(kSecond);
  work.act(Command::LastDot);
  work.tick(kSecond);
  CHECK(std::abs(work.px(15, 30).x - ui::work_layout(kFrame).free.centre().x) < 3);
  work.act(Command::NextEmpty);
  CHECK(work.screen().view_.eye().flying());
}

TEST_CASE("the view is looked at from a side by intent and by key") {
  Work work;
  CHECK(stays(intend(work, ui::LookFrom{3})));
  CHECK(stays(work.act(Command::LookFrom, true, 1)));
}

// ---- three sessions

TEST_CASE("three sessions: each ends by a question, heals, and begins with a note of what is kept") {
  Work work(three_sessions());
  work.fill(5);
  CHECK(work.screen().work_view().primary_command == Command::AskEndSession);
  std::unique_ptr<app::QuestionSheet> sheet;
  const auto asked = work.act(Command::Onward);
  CHECK(question(asked, work.home(), sheet).go_command == Command::EndSession);
  for (int session = 2; session <= 3; ++session) {
    const auto note = work.act(Command::EndSession);
    const auto& view = question(note, work.home(), sheet);
    CHECK(view.title == "30 days later");
    CHECK(view.go == "Begin session " + std::to_string(session));
    CHECK(view.stay.empty());
    CHECK(work.attempt().skin.treatment_session == session);
    work.tick(kSecond);
    CHECK(work.screen().work_view().gauges.coverage.session ==
          "session " + std::to_string(session) + " of 3");
    work.dot(28 + session, 28);
  }
  CHECK(work.screen().work_view().primary_command == Command::AskFinish);
  CHECK(work.attempt().skin.healings == std::vector<std::int32_t>{30, 30});
  CHECK(work.events().size() > 20);
  const auto done = work.act(Command::FinishNow);
  static_cast<void>(opened<app::DebriefScreen>(is<app::Replace>(done).open, work.home()));
}

TEST_CASE("nothing of a session that has healed can be taken back") {
  Work work(three_sessions());
  work.fill(3);
  work.act(Command::EndSession);
  CHECK_FALSE(work.screen().work_view().tools.can_undo);
  work.act(Command::Undo);
  CHECK(work.dots() == 3);
}

TEST_CASE("theory between sessions is asked on its own screen, with the note lying on it") {
  support::LessonBuilder lesson("asked-between");
  lesson.target(support::square("square", 25, 35), 30.0)
      .step({.kind = StepKind::NeedleWork, .title = "Place", .share = 0.5})
      .step({.kind = StepKind::Healing, .title = "Heal", .days = 30})
      .step(support::question(1))
      .step({.kind = StepKind::NeedleWork, .title = "Place", .share = 1.0})
      .step(StepKind::Review);
  Work work(lesson);
  work.fill(5);
  const auto next = work.act(Command::EndSession);
  const auto theory = opened<app::TheoryScreen>(is<app::Replace>(next).open, work.home());
  show(*theory, kNow + 60 * kSecond);
  CHECK(theory->attempt().skin.healings.size() == 1);
}

TEST_CASE("a screen that was opened by healing shows the note in its first turn, once") {
  Household home;
  auto underway = home.underway(three_sessions());
  REQUIRE(underway.sitting->act(runner::NextStep{AttemptTime{} + kSecond}));
  REQUIRE(underway.sitting->act(runner::NextStep{AttemptTime{} + kSecond}));
  Work work(home, std::move(underway), true);
  std::unique_ptr<app::QuestionSheet> sheet;
  CHECK(question(work.tick(kSecond), home, sheet).title == "30 days later");
  CHECK(stays(work.tick(kSecond)));
}

// ---- what is drawn

TEST_CASE("it draws without a picture, and asks for nothing that nobody pressed") {
  Paper paper;
  Work work(wide_lesson());
  work.dot(30, 30);
  work.move(work.px(30, 30));
  CHECK(paper.draw(work.screen(), work.px(30, 30)).empty());
  work.act(Command::ToggleOverlays);
  work.act(Command::HoldLoupe);
  work.act(Command::Tape);
  for (int i = 0; i < ui::kOverlays; ++i) intend(work, ui::ToggleOverlay{static_cast<ui::Overlay>(i)});
  CHECK(paper.draw(work.screen(), work.px(30, 30)).empty());
}

TEST_CASE("the system's pointer goes where the needle is drawn, and stands over panels") {
  Paper paper;
  Work work;
  work.move(work.px(30, 30));
  paper.draw(work.screen(), work.px(30, 30));
  CHECK_FALSE(paper.ui.cursor);
  work.move({5, 5});
  paper.draw(work.screen(), {5, 5});
  CHECK(paper.ui.cursor);
}

TEST_CASE("a press on Finish in the bar asks what Finish asks") {
  Paper paper;
  Work work;
  const auto bar = ui::work_layout(kFrame).bar;
  int finishes = 0;
  for (float x = bar.x + bar.w / 2; x < bar.right(); x += 20)
    for (const auto& what : paper.click(work.screen(), {x, bar.centre().y})) {
      const auto next = what();
      const auto* push = std::get_if<app::Push>(&next);
      if (push == nullptr) continue;
      auto house = work.home().house();
      auto made = push->open(house);
      const auto* sheet = made ? dynamic_cast<const app::QuestionSheet*>(made->get()) : nullptr;
      if (sheet != nullptr && sheet->view().go_command == Command::FinishNow) ++finishes;
    }
  CHECK(finishes > 0);
}

TEST_CASE("commands that are not the work's are passed to whoever does them for all screens") {
  Work work;
  for (const auto command : {Command::OpenHelp, Command::OpenSettings, Command::OpenAbout})
    CHECK(is<app::Pass>(intend(work, command)).command == command);
}
