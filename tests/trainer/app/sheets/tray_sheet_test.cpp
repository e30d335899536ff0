// The tray over the work: needle, mix, pigment and machine change in the attempt below.
#include "trainer/app/sheets/tray_sheet.h"

#include "tests/trainer/app/work.h"

using engine::core::AttemptTime;

using namespace rooms;
using ui::Command;

namespace {

struct Tray {
  Household home;
  std::unique_ptr<app::Sitting> sitting;
  std::unique_ptr<app::TraySheet> sheet;

  Tray() {
    auto lesson = plain_lesson();
    lesson.with([](lessons::Lesson& l) { l.needles = {"1RL-0.25", "3RL-0.30"}; });
    sitting = home.sit(lesson);
    sheet = opened<app::TraySheet>(app::tray_sheet(*sitting).open, home);
    show(*sheet, kNow + 5 * kSecond);
  }
  [[nodiscard]] const engine::skin::Machine& machine() const { return sitting->attempt().skin.machine; }
  [[nodiscard]] std::size_t changes() const { return count<engine::sim::MachineChanged>(sitting->events()); }
};

}  // namespace

TEST_CASE("what is chosen is in the machine at once, and on record at the time of the turn") {
  Tray tray;
  CHECK(stays(tray.sheet->act_on(ui::ChoosePigment{"warm grey"})));
  CHECK(tray.machine().pigment == "warm grey");
  CHECK(tray.sitting->attempt().skin.t_us == AttemptTime{} + 5 * kSecond);
  CHECK(stays(tray.sheet->act_on(ui::ChooseDilution{20'000})));
  CHECK(tray.machine().dilution_milli == 20'000);
  CHECK(stays(tray.sheet->act_on(ui::SetTool{ui::Setting::SetOut, 1900})));
  CHECK(stays(tray.sheet->act_on(ui::SetTool{ui::Setting::Stroke, 3200})));
  CHECK(stays(tray.sheet->act_on(ui::SetTool{ui::Setting::Rate, 120'000})));
  CHECK(tray.machine().set_um == 1900);
  CHECK(tray.machine().stroke_um == 3200);
  CHECK(tray.machine().rate_mhz == 120'000);
  CHECK(tray.changes() == 5);
}

TEST_CASE("a mix by parts is a dilution") {
  Tray tray;
  CHECK(stays(tray.sheet->act_on(ui::MixParts{21, 2})));
  CHECK(tray.machine().dilution_milli == engine::skin::dilution_of_parts(21, 2));
  CHECK(tray.sheet->view().pigment_parts == 2);
}

TEST_CASE("to choose what is there already changes nothing and is not on record") {
  Tray tray;
  const auto before = tray.changes();
  CHECK(stays(tray.sheet->act_on(ui::ChoosePigment{tray.machine().pigment})));
  CHECK(stays(tray.sheet->act_on(ui::ChooseNeedle{engine::skin::to_string(tray.machine().needle)})));
  CHECK(tray.changes() == before);
}

TEST_CASE("a needle of the lesson is taken, one that is no needle is not") {
  Tray tray;
  CHECK(stays(tray.sheet->act_on(ui::ChooseNeedle{"3RL-0.30"})));
  CHECK(engine::skin::to_string(tray.machine().needle) == "3RL-0.30");
  CHECK(tray.sheet->view().needle == "3RL-0.30");
  CHECK(stays(tray.sheet->act_on(ui::ChooseNeedle{"a spoon"})));
  CHECK(engine::skin::to_string(tray.machine().needle) == "3RL-0.30");
}

TEST_CASE("what the lesson refuses closes the tray and says why") {
  Tray tray;
  const auto refused = tray.sheet->act_on(ui::ChooseNeedle{"7RL-0.35"});
  CHECK(is<app::Pop>(refused).said.find("does not use the needle") != std::string::npos);
  CHECK(engine::skin::to_string(tray.machine().needle) == "1RL-0.25");
}

TEST_CASE("More unfolds and folds, everything else puts the tray away") {
  Tray tray;
  CHECK_FALSE(tray.sheet->view().more);
  CHECK(stays(tray.sheet->act_on(Command::ToggleMoreTools)));
  CHECK(tray.sheet->view().more);
  CHECK(stays(tray.sheet->act_on(Command::ToggleMoreTools)));
  CHECK_FALSE(tray.sheet->view().more);
  static_cast<void>(is<app::Pop>(tray.sheet->act_on(Command::CloseSheet)));
}

TEST_CASE("it draws, and a press on its cross closes it") {
  Paper paper;
  Tray tray;
  CHECK(paper.draw(*tray.sheet).empty());
  int closed = 0;
  for (float x = 300; x < 1000; x += 12)
    for (float y = 4; y < 200; y += 12)
      for (const auto& what : paper.click(*tray.sheet, {x, y})) {
        const auto next = what();
        closed += std::holds_alternative<app::Pop>(next) ? 1 : 0;
      }
  CHECK(closed > 0);
}
