// What every screen says while something is not saved, and the sheet behind it.
#include "trainer/ui/saving/saving.h"

#include <doctest/doctest.h>

#include "tests/support/ui_checks.h"

using namespace trainer::ui;
using support::only;
using support::only_command;
using support::UiStage;
using Kind = SavingFacts::Kind;

namespace {

SavingFacts failed() {
  return {.kind = Kind::Failed, .dots = 14, .dots_saved = 10, .why = "cannot be written: the disk is full"};
}
const std::vector<SavingPlace> kPlaces{{"/home/me/Documents/SMP Trainer", "/home/me/Documents/SMP Trainer"},
                                       {"/media/me/STICK/SMP Trainer", "/media/me/STICK/SMP Trainer"}};

UiStage::Draw sheet_of(const SavingView& view) {
  return [view](Ui& ui, const Frame& f, SavingIntents& intents) { draw_saving(ui, f, view, intents); };
}
UiStage::Draw banner_of(const BannerView& view) {
  return [view](Ui& ui, const Frame& f, Intents& intents) { draw_banner(ui, banner_rect(f), view, intents); };
}
constexpr SavingWhy kAll[] = {SavingWhy::Look, SavingWhy::Begin, SavingWhy::Leave, SavingWhy::Finish,
                              SavingWhy::Quit};

}  // namespace

TEST_CASE("the banner says what is wrong and how many dots are in memory only") {
  CHECK(make_banner(failed()).text ==
        "Not saved (cannot be written: the disk is full). 4 dots are in memory only.");
  CHECK(make_banner({.kind = Kind::Slow, .dots = 3, .dots_saved = 2, .waits_s = 5}).text ==
        "Not saved for 5 s: the disk does not answer. 1 dot is in memory only.");
  const auto practice = make_banner({.kind = Kind::Practice, .dots = 3});
  CHECK(practice.text == "Practising unsaved: nothing of this is kept.");
  CHECK_FALSE(practice.grave);
  CHECK(make_banner({.kind = Kind::Moving, .path = "/a"}).button.empty());
}

TEST_CASE("the banner's button opens the sheet") {
  UiStage stage({}, banner_of(make_banner(failed())));
  CHECK(only_command(stage.click("banner button"), Command::OpenSaving));
  support::controls_answer(stage);
}

TEST_CASE("the sheet tells what is saved and what is not, and never that all is where it is not") {
  for (const auto why : kAll) {
    const auto view = make_saving_view(failed(), kPlaces, why);
    CHECK(view.body.find("10 dots are saved") != std::string::npos);
    CHECK(view.body.find("4 dots are in memory only") != std::string::npos);
    CHECK(view.places == kPlaces);
    CHECK(view.go.empty() == (why == SavingWhy::Look));
  }
  auto none = failed();
  none.dots_saved = 0;
  CHECK(make_saving_view(none, {}, SavingWhy::Leave).body.find("are saved") == std::string::npos);
  CHECK(make_saving_view({}, kPlaces, SavingWhy::Leave).title == "All is saved.");
}

TEST_CASE("once all is saved there is one thing to choose: what was wanted") {
  for (const auto why : kAll) {
    const auto view = make_saving_view({}, kPlaces, why);
    CHECK(view.stay.empty());
    CHECK(view.go.empty());
    CHECK(view.places.empty());
    REQUIRE_FALSE(view.on.empty());
    UiStage stage({}, sheet_of(view));
    CHECK(only_command(stage.click("saving on"), Command::Proceed));
    support::controls_answer(stage);
  }
}

TEST_CASE("every folder asks for itself, and the same place can be tried again") {
  UiStage stage({}, sheet_of(make_saving_view(failed(), kPlaces, SavingWhy::Quit)));
  for (const auto& place : kPlaces) {
    const auto heard = stage.click("place " + place.folder);
    REQUIRE(only<KeepIn>(heard) != nullptr);
    CHECK(only<KeepIn>(heard)->folder == place.folder);
  }
  const auto again = stage.click("place again");
  REQUIRE(only<KeepIn>(again) != nullptr);
  CHECK(only<KeepIn>(again)->folder.empty());
  CHECK(only_command(stage.click("saving go"), Command::GoUnsaved));
  CHECK(only_command(stage.click("saving stay"), Command::KeepWorking));
  support::controls_answer(stage);
}

TEST_CASE("nothing of banner and sheet overlaps or sticks out, with the longest that may come") {
  auto facts = failed();
  facts.why =
      "cannot be kept in /home/somebody with a long name/.local/share/smp-trainer, which cannot be locked: "
      "No "
      "locks available";
  auto places = kPlaces;
  for (int i = 0; i < 3; ++i)
    places.push_back(
        {"Only until the system starts anew: /run/media/somebody with a long name/A STICK WITH A LONG "
         "NAME/SMP Trainer",
         std::to_string(i)});
  for (const auto why : kAll) support::no_faults(sheet_of(make_saving_view(facts, places, why)));
  support::no_faults(banner_of(make_banner(facts)));
  support::no_faults(banner_of(all_saved_banner()));
}
