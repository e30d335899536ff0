// What the window says of saving, what it asks before something is lost, and that it may be saved elsewhere.
#include "trainer/app/saving.h"

#include <cstdio>
#include <filesystem>

#include "tests/trainer/app/work.h"
#include "trainer/app/saving_watch.h"
#include "trainer/app/screens/first_run_screen.h"
#include "trainer/app/screens/home_screen.h"
#include "trainer/app/sheets/damaged_sheet.h"
#include "trainer/app/sheets/question_sheet.h"
#include "trainer/app/sheets/saving_sheet.h"
#include "trainer/store/record.h"
#include "trainer/store/salvage.h"
#include "trainer/ui/kit/drawn.h"

using namespace rooms;
using Kind = ui::SavingFacts::Kind;
using ui::Command;
using ui::SavingWhy;
namespace fs = std::filesystem;
namespace store = trainer::store;

namespace {

const app::Recording& recording(Work& work) {
  return *work.screen().sitting_->recording();
}

// The folder of records is gone, and what is done next is noticed not to be saved.
void lose_folder(Work& work) {
  work.home().saving.wait();
  fs::remove_all(work.home().profile.records_folder());
  work.dot(32, 32);
  work.home().saving.wait();
  REQUIRE(recording(work).saved().kept.trouble);
}

void flip(const std::string& path, long place) {
  std::FILE* file = std::fopen(path.c_str(), "r+b");
  REQUIRE(file != nullptr);
  std::fseek(file, place, SEEK_SET);
  const int byte = std::fgetc(file);
  std::fseek(file, place, SEEK_SET);
  std::fputc(byte ^ 0xFF, file);
  std::fclose(file);
}

store::Profile unsaved_profile() {
  return store::Profile::unsaved("/nowhere", "cannot be locked: No locks available");
}

std::unique_ptr<app::Sitting> unsaved_sitting(app::Saving& saving) {
  const auto profile = unsaved_profile();
  auto sitting = app::Sitting::start(package(plain_lesson()), profile, true, kNow, kUnix);
  REQUIRE(sitting);
  saving.watch((*sitting)->recording());
  return std::move(*sitting);
}

}  // namespace

TEST_CASE("dots count as saved when the disk has them, also after undo") {
  Work work;
  work.dot(26, 26);
  work.dot(28, 28);
  work.home().saving.wait();
  CHECK(recording(work).saved().dots == 2);
  CHECK(recording(work).saved().dots_saved == 2);
  work.act(Command::Undo);
  work.home().saving.wait();
  CHECK(recording(work).saved().dots == 1);
  CHECK(recording(work).saved().dots_saved == 1);
  work.press(work.px(30, 30));
  CHECK(recording(work).saved().dots == 1);  // the needle is still in it
}

TEST_CASE("work whose folder is removed is saved nowhere, and its way out asks") {
  Work work;
  work.dot(26, 26);
  CHECK_FALSE(work.home().saving.facts());
  lose_folder(work);
  const auto facts = work.home().saving.facts();
  REQUIRE(facts);
  CHECK(facts->kind == Kind::Failed);
  CHECK(facts->dots == 2);
  CHECK(facts->dots_saved == 0);
  const auto leave = opened<app::QuestionSheet>(is<app::Push>(work.act(Command::AskLeave)).open, work.home());
  CHECK(leave->view().body == "2 dots are in memory only.");
  const auto sheet =
      opened<app::SavingSheet>(is<app::Push>(work.act(Command::LeaveAndKeep)).open, work.home());
  CHECK(stays(sheet->tick(kNow)));
  CHECK(is<app::Pop>(sheet->act({.command = Command::Proceed})).then == std::nullopt);
  CHECK(is<app::Pop>(sheet->act({.command = Command::Back})).then == std::nullopt);
  REQUIRE(is<app::Push>(work.act(Command::FinishNow)).announce.empty());
  CHECK(is<app::Pop>(sheet->act_on(Command::GoUnsaved)).then == Command::LeaveAndKeep);
  is<app::Pop>(work.act(Command::LeaveAndKeep));  // it was answered
  CHECK(work.home().saving.facts());              // and stays in memory
}

TEST_CASE("in another folder the whole attempt is saved, and the sheet says so and waits") {
  Work work;
  work.dot(26, 26);
  lose_folder(work);
  const auto sheet = opened<app::SavingSheet>(is<app::Push>(work.act(Command::FinishNow)).open, work.home());
  const std::string folder = work.home().folder.path() + "/elsewhere";
  CHECK(stays(sheet->act_on(ui::KeepIn{folder})));
  work.home().saving.wait();
  CHECK(stays(sheet->tick(kNow)));  // a key on its way to it must not reach the screen below
  CHECK(sheet->view().title == "All is saved.");
  CHECK(is<app::Pop>(sheet->act({.command = Command::Back})).then == std::nullopt);
  CHECK(is<app::Pop>(sheet->act({.command = Command::GoUnsaved})).then == Command::FinishNow);
  CHECK(is<app::Pop>(sheet->act({.command = Command::Proceed})).then == Command::FinishNow);
  CHECK(recording(work).saved().dots_saved == 2);
  work.dot(28, 28);
  work.home().saving.wait();
  const std::string path = recording(work).saved().kept.path;
  CHECK(path.starts_with(folder));
  work.act(Command::LeaveAndKeep);
  work.home().saving.wait();
  CHECK(app::Sitting::look_at(path).value()->attempt().skin.dots.size() == 3);
}

TEST_CASE("where nothing can be recorded it is said once, and one can practise unsaved") {
  app::Saving saving;
  auto sitting = unsaved_sitting(saving);
  CHECK(saving.cannot_begin());
  CHECK_FALSE(saving.cannot_begin());
  CHECK(saving.facts()->kind == Kind::Failed);
  app::SavingSheet sheet(saving, SavingWhy::Begin, {});
  CHECK(sheet.view().go == "Practise unsaved");
  CHECK(sheet.view().body.find("No locks available") != std::string::npos);
  CHECK(is<app::Pop>(sheet.act_on(Command::GoUnsaved)).then == std::nullopt);
  CHECK(saving.facts()->kind == Kind::Practice);
  CHECK(ui::make_banner(*saving.facts()).text.find("Practising unsaved") == 0);
  CHECK(app::ask_saving(*sitting, SavingWhy::Leave, Command::LeaveAndKeep));
  CHECK_FALSE(saving.may_end());
  sitting.reset();  // whoever practised unsaved has left: nothing is said any more
  saving.follow();
  CHECK_FALSE(saving.facts());
  CHECK(saving.may_end());
}

TEST_CASE("work that cannot be recorded need not begin") {
  app::Saving saving;
  const auto sitting = unsaved_sitting(saving);
  REQUIRE(saving.cannot_begin());
  app::SavingSheet sheet(saving, SavingWhy::Begin, {});
  CHECK(is<app::Pop>(sheet.act({.command = Command::Back})).then == Command::LeaveAndKeep);
  CHECK_FALSE(app::ask_saving(*sitting, SavingWhy::Leave, Command::LeaveAndKeep));
}

TEST_CASE("work in which something was done is never given up by the sheet of one that cannot begin") {
  Work work;
  work.dot(26, 26);
  auto& saving = work.home().saving;
  lose_folder(work);
  CHECK_FALSE(saving.cannot_begin());  // its profile went, but it had begun
  const auto before = saving.facts();
  REQUIRE(before);
  for (const auto command : {Command::Back, Command::GoUnsaved}) {  // another, that cannot begin beside it
    auto other = unsaved_sitting(saving);
    REQUIRE(saving.cannot_begin());
    app::SavingSheet sheet(saving, SavingWhy::Begin, {});
    CHECK(sheet.view().body.find("dots") == std::string::npos);
    sheet.act({.command = command});
    other.reset();
    saving.follow();
    REQUIRE(saving.facts());
    CHECK(saving.facts()->kind == Kind::Failed);
    CHECK(saving.facts()->dots == before->dots);
    CHECK_FALSE(saving.may_end());
  }
}

TEST_CASE("the program ends when all is safe, and asks when it is not") {
  using engine::core::Span;
  app::SavingWatch watch;
  auto now = kNow;
  watch.want_end();
  CHECK_FALSE(watch.turn(now, false, false).ask);
  CHECK(watch.ended());

  app::SavingWatch other;
  auto sitting = unsaved_sitting(other.saving());
  CHECK(other.turn(now, true, false).ask == std::nullopt);  // not while the needle is in the skin
  CHECK(other.turn(now, false, true).ask == std::nullopt);  // nor above another sheet
  CHECK(other.turn(now, false, false).ask == SavingWhy::Begin);
  REQUIRE(other.banner());
  CHECK(other.banner()->grave);
  other.want_end();
  CHECK(other.turn(now, false, true).ask == SavingWhy::Quit);
  CHECK_FALSE(other.ended());
  other.saving().give_up();
  other.want_end();
  other.turn(now, false, true);
  CHECK(other.ended());
  CHECK_FALSE(other.banner());  // what was given up is not called saved
  other.turn(now + Span{4'000'000}, false, false);
  CHECK_FALSE(other.banner());
}

TEST_CASE("the screens make room for the banner only while no needle is in the skin") {
  app::SavingWatch watch;
  const auto sitting = unsaved_sitting(watch.saving());
  watch.turn(kNow, true, false);
  CHECK(watch.banner());
  CHECK_FALSE(watch.room());
  watch.turn(kNow, false, false);
  CHECK(watch.room());
}

TEST_CASE("damaged work opens a question, and goes on in a copy") {
  Household home;
  std::string record;
  {
    Work work(home, home.underway(plain_lesson()));
    for (int i = 0; i < 5; ++i) work.dot(26 + i, 26);
    record = recording(work).saved().kept.path;
    work.act(Command::LeaveAndKeep);
    home.saving.wait();
  }
  const auto whole = store::read_record(record, store::ReadMode::Strict);
  REQUIRE(whole);
  // A byte, from the end backwards, without which a part is still good.
  for (auto place = static_cast<long>(fs::file_size(record)) - 1; !store::good_part(record); place -= 16) {
    REQUIRE(place > 0);
    flip(record, place);
    if (store::good_part(record)) break;
    flip(record, place);
  }
  const auto listed = home.records(false);
  REQUIRE(listed.size() == 1);
  const auto sheet = opened<app::DamagedSheet>(app::continue_work(record).open, home);
  CHECK(sheet->view().body.find("the damaged file is kept") != std::string::npos);
  is<app::Pop>(sheet->act_on(Command::KeepWorking));
  const auto next = sheet->act_on(Command::Proceed);
  const auto screen = opened<app::WorkScreen>(is<app::Replace>(next).open, home);
  CHECK(screen->attempt().skin.dots.size() < 6);
  CHECK(home.records(false).size() >= 1);
}

TEST_CASE("work that was left unsaved stands on home as long as the program runs") {
  Household home({plain_lesson()});
  app::HomeScreen screen(home.reader, home.shelf, home.attempts, home.saving, home.devices, home.preferences,
                         true);
  {
    Work work(home, home.underway(plain_lesson()));
    work.dot(26, 26);
    work.dot(28, 28);
    lose_folder(work);
    const auto sheet = opened<app::SavingSheet>(is<app::Push>(work.act(Command::LeaveAndKeep)).open, home);
    CHECK(is<app::Pop>(sheet->act_on(Command::GoUnsaved)).then == Command::LeaveAndKeep);
    is<app::Pop>(work.act(Command::LeaveAndKeep));
  }
  home.saving.follow();
  show(screen);
  REQUIRE(screen.view().unsaved.size() == 1);
  CHECK(screen.view().unsaved[0].what == "3 dots are in memory only, and lost when the program ends.");
  home.saving.keep_in(home.folder.path() + "/elsewhere");
  home.saving.wait();
  home.saving.follow();
  CHECK(std::get<app::Stay>(screen.tick(kNow)).redraw);
  CHECK(screen.view().unsaved.empty());
}

TEST_CASE("where the place that was chosen fails too, a place is offered once more") {
  app::SavingWatch watch;
  Work work;
  auto& saving = watch.saving();
  saving.watch(work.screen().sitting_->recording());
  work.dot(26, 26);
  lose_folder(work);
  CHECK_FALSE(watch.turn(kNow, false, false).ask);  // the first time the banner says it
  const std::string folder = work.home().folder.path() + "/elsewhere";
  saving.keep_in(folder);
  saving.wait();
  CHECK_FALSE(watch.turn(kNow, false, false).ask);
  fs::remove_all(folder);
  work.dot(34, 34);
  saving.wait();
  CHECK_FALSE(watch.turn(kNow, true, false).ask);  // not while the needle is in the skin
  CHECK(watch.turn(kNow, false, false).ask == SavingWhy::Look);
  CHECK_FALSE(watch.turn(kNow, false, false).ask);
  saving.keep_in(work.home().folder.path() + "/third");
  saving.wait();
  watch.turn(kNow, false, false);
  CHECK(recording(work).saved().dots_saved == 3);
}

TEST_CASE("a press that was meant for the skin presses nothing on the sheet that comes by itself") {
  using engine::core::Span;
  Work work;
  work.dot(26, 26);
  lose_folder(work);
  app::SavingSheet sheet(work.home().saving, SavingWhy::Look, {});
  Paper paper;
  const auto place = [&] {  // the last choice of the sheet: the same place again
    ui::DrawnFrame drawn;
    paper.ui.drawn = &drawn;
    paper.draw(sheet);
    paper.ui.drawn = nullptr;
    for (const auto& control : drawn.controls)
      if (control.id == "place again") return Vec2{control.at.centre().x, control.at.centre().y};
    FAIL("the sheet offers no place");
    return Vec2{};
  };
  show(sheet);
  const Vec2 at = place();
  sheet.tick(kNow);
  CHECK(paper.click(sheet, at).empty());
  sheet.tick(kNow + app::kSeenUs - Span{1});
  CHECK(paper.click(sheet, at).empty());
  CHECK(paper.draw(sheet, at, true).empty());  // it is down when the time is over
  sheet.tick(kNow + app::kSeenUs);
  CHECK(paper.draw(sheet, at, true).empty());
  CHECK(paper.draw(sheet, at, false).empty());
  CHECK(paper.click(sheet, at).size() == 1);
}
