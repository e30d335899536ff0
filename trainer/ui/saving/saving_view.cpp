#include "trainer/ui/saving/saving.h"

#include <array>

#include "trainer/words/counts.h"
#include "trainer/words/said.h"
#include "trainer/words/saving.h"
#include "trainer/words/say.h"

namespace trainer::ui {

using Kind = SavingFacts::Kind;

namespace {

std::size_t missing(const SavingFacts& facts) {
  return facts.dots - facts.dots_saved;
}

std::string what_is_wrong(const SavingFacts& facts) {
  switch (facts.kind) {
    case Kind::Slow:
      return words::disk_silent(facts.waits_s);
    case Kind::Failed:
      return words::not_saved(facts.why);
    case Kind::Practice:
      return words::say("Practising unsaved: nothing of this is kept.");
    case Kind::Moving:
      return words::say("Writing all of it to {}\u2026", facts.path);
  }
  return {};
}

// What becomes of it when one goes on.
std::string what_follows(SavingWhy why, bool practice) {
  switch (why) {
    case SavingWhy::Look:
      return words::say(
          "The work goes on here, in memory. It can be saved in another folder, whole; from then on "
          "it is saved there.");
    case SavingWhy::Begin:
      return words::say(
          "Choose another folder to save it in, or practise without: then nothing of it is kept.");
    case SavingWhy::Leave:
      return practice
                 ? words::say("What was done is lost when you leave, unless it is saved in a folder first.")
                 : words::say(
                       "When you leave it stays in memory until the program ends. Save it in another "
                       "folder before.");
    case SavingWhy::Finish:
      return words::say(
          "It can be finished and looked at, but stays in memory, and is lost when the program "
          "ends. Save it in another folder before.");
    case SavingWhy::Quit:
      return words::say("What is not saved is lost when the program ends. Save it in another folder before.");
  }
  return {};
}

// What stands on the sheet and its buttons, in the order of SavingWhy.
struct Labels {
  words::Text title, stay, go, on;  // `go`: empty where there is nothing to go on to
};
using words::Text;
constexpr std::array kLabels{
    Labels{Text("Not everything is saved"), Text("Close"), Text(), Text("Close")},
    Labels{Text("This work cannot be recorded"), Text("Back"), Text("Practise unsaved"), Text("Begin")},
    Labels{Text("Leave what is not saved?"), Text("Stay"), Text("Leave anyway"), Text("Leave")},
    Labels{Text("Finish what is not saved?"), Text("Stay"), Text("Finish anyway"), Text("Finish")},
    Labels{Text("End, and lose what is not saved?"), Text("Stay"), Text("End without saving"), Text("End")}};

}  // namespace

BannerView make_banner(const SavingFacts& facts) {
  BannerView view{.text = what_is_wrong(facts), .grave = facts.kind != Kind::Practice};
  if (facts.kind == Kind::Moving) return view;
  if (facts.kind != Kind::Practice)
    view.text = words::together({view.text, words::dots_in_memory(missing(facts))});
  view.button = facts.kind == Kind::Practice ? words::say("Save it after all") : words::say("Save elsewhere");
  return view;
}

BannerView all_saved_banner() {
  return {.text = words::all_saved(), .button = {}, .grave = false};
}

SavingView make_saving_view(const std::optional<SavingFacts>& facts, const std::vector<SavingPlace>& places,
                            SavingWhy why) {
  const Labels& labels = kLabels.at(static_cast<std::size_t>(why));
  if (!facts)
    return {.title = words::all_saved(),
            .body = words::say("Nothing is in memory only any more."),
            .on = words::say(labels.on)};
  SavingView view{.title = words::say(labels.title), .stay = words::say(labels.stay)};
  if (!labels.go.english.empty()) view.go = words::say(labels.go);
  view.body = what_is_wrong(*facts);
  if (facts->kind != Kind::Practice && facts->dots > 0)
    view.body = words::together(
        {words::together({view.body, facts->dots_saved > 0 ? words::dots_saved(facts->dots_saved) : ""}),
         words::dots_in_memory(missing(*facts))});
  if (facts->kind == Kind::Moving) return view;
  view.body = words::together({view.body, what_follows(why, facts->kind == Kind::Practice)});
  view.places = places;
  view.again = words::say("Try the same place again");
  return view;
}

}  // namespace trainer::ui
