// What every screen says while something is not saved: a banner at the top, and the sheet behind it where one
// chooses what to do.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "trainer/ui/kit/intents.h"
#include "trainer/ui/kit/layout.h"
#include "trainer/ui/kit/ui.h"

namespace trainer::ui {

struct SavingFacts {
  // Slow: it waits for the disk. Failed: it cannot be written. Practice: somebody works without a record, and
  // knows it. Moving: it is being written to another place.
  enum class Kind { Slow, Failed, Practice, Moving };
  Kind kind = Kind::Slow;
  std::size_t dots = 0, dots_saved = 0;
  int waits_s = 0;   // the oldest of what is not saved
  std::string why;   // it cannot be written, of Failed and Practice
  std::string path;  // the file that is meant
  bool operator==(const SavingFacts&) const = default;
};

// A folder where the work could go.
struct SavingPlace {
  std::string name, folder;
  bool operator==(const SavingPlace&) const = default;
};

struct BannerView {
  std::string text, button;
  bool grave = true;  // work may be lost
  bool operator==(const BannerView&) const = default;
};
BannerView make_banner(const SavingFacts& facts);
BannerView all_saved_banner();  // it was in danger, and is no more
// At the top of the whole window; the screens have what is left of it.
constexpr float kBannerPt = 44;
Rect banner_rect(const Frame& whole);
void draw_banner(Ui& ui, const Rect& r, const BannerView& view, Intents& intents);

// Why the sheet is there: somebody looks, or wants to go on to something.
enum class SavingWhy { Look, Begin, Leave, Finish, Quit };
struct KeepIn {
  std::string folder;  // empty: where it was meant to be
};
using SavingIntents = IntentsOf<KeepIn>;
struct SavingView {
  std::string title, body;
  std::vector<SavingPlace> places;
  std::string again;  // try at the same place; empty: not offered
  std::string stay, go;
  std::string on;  // all is saved, and this is the only thing left to choose; else empty
};
// `facts`: nothing when all is saved meanwhile.
SavingView make_saving_view(const std::optional<SavingFacts>& facts, const std::vector<SavingPlace>& places,
                            SavingWhy why);
void draw_saving(Ui& ui, const Frame& frame, const SavingView& view, SavingIntents& intents);

}  // namespace trainer::ui
