// What is said of a dot: the sentences of the program before they left the runner, word for word.
#include "trainer/words/feedback.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/support/lessons.h"
#include "trainer/words/say.h"

using namespace trainer;
using runner::DotCue;
using runner::DotFeedback;
using words::Said;

namespace {

DotFeedback feedback(DotCue cue, bool measured = true) {
  DotFeedback f;
  f.cue = cue;
  f.measured = measured;
  f.deposit = engine::core::Mm{0.612};
  f.nearest = engine::core::Mm{0.4549};
  f.in_scar = 4;
  return f;
}

Said said(DotCue cue, bool measured = true) {
  return words::of(feedback(cue, measured));
}

}  // namespace

TEST_CASE("every cue has a sentence and an advice, both whole and no two the same") {
  std::set<std::string> all;
  for (int i = 0; i < runner::kDotCueCount; ++i) {
    const Said s = said(static_cast<DotCue>(i));
    CAPTURE(s.what);
    CHECK(all.insert(s.what).second);
    CHECK((s.what.ends_with('.') || s.what.ends_with('!')));
    CHECK(s.advice.ends_with('.'));
    CHECK(s.what.find('_') == std::string::npos);
    CHECK(s.what.find('{') == std::string::npos);
  }
  CHECK(all.size() == runner::kDotCueCount);
}

TEST_CASE("a depth is told in millimetres, and mended by pressure with a pen, by time with a mouse") {
  CHECK(said(DotCue::InBand) == Said{"In the band at 0.61 mm.", "Keep that rhythm."});
  CHECK(said(DotCue::InBand, false) == said(DotCue::InBand, true));
  CHECK(said(DotCue::BarelyTouched) ==
        Said{"Barely a touch: it will be gone in two weeks.", "Press a little harder."});
  CHECK(said(DotCue::BarelyTouched, false).advice == "Press a little longer.");
  CHECK(said(DotCue::Light) == Said{"A little light at 0.61 mm.", "Press a touch harder."});
  CHECK(said(DotCue::Light, false).advice == "Stay a touch longer.");
  CHECK(said(DotCue::Deep) == Said{"A little deep at 0.61 mm.", "Press more lightly."});
  CHECK(said(DotCue::Deep, false).advice == "Lift sooner.");
  CHECK(said(DotCue::Blowout) == Said{"Too deep at 0.61 mm: it will spread.", "Press much more lightly."});
  CHECK(said(DotCue::Blowout, false).advice == "Lift much sooner.");
}

TEST_CASE("a distance is told with what it is to: a hair, a healed dot, an earlier one") {
  CHECK(said(DotCue::OnHair) ==
        Said{"0.45 mm from a hair: there a dot fills nothing.", "Aim between the hairs."});
  CHECK(said(DotCue::OnOldDot) ==
        Said{"0.45 mm from a dot that has healed: it fills nothing there.", "Look for the gaps between."});
  CHECK(said(DotCue::Doublet) ==
        Said{"0.45 mm from an earlier dot: the two will heal as one.", "Lift fully before you move."});
  CHECK(said(DotCue::CrowdsHair) ==
        Said{"Right depth, but 0.45 mm from the nearest hair.", "Keep the inner ring clear."});
  CHECK(said(DotCue::CrowdsDot) ==
        Said{"Right depth, but 0.45 mm from the nearest dot.", "Keep the inner ring clear."});
  CHECK(said(DotCue::FarFromHair) == Said{"Right depth, but 0.45 mm from the nearest hair: a gap begins.",
                                          "Come back to the dashed ring."});
  CHECK(said(DotCue::FarFromDot) == Said{"Right depth, but 0.45 mm from the nearest dot: a gap begins.",
                                         "Come back to the dashed ring."});
}

TEST_CASE("of a press without a length no depth is praised") {
  CHECK(said(DotCue::DepthUnknown) == Said{"How deep it went is not known: that press had no length.",
                                           "Hold the button down while the needle is in the skin."});
  for (const auto cue : {DotCue::CrowdsHair, DotCue::CrowdsDot, DotCue::FarFromHair, DotCue::FarFromDot}) {
    DotFeedback f = feedback(cue);
    f.known = false;
    CHECK(words::of(f).what.find("depth") == std::string::npos);
    CHECK(words::of(f).what.starts_with("0.45 mm from the nearest "));
  }
}

TEST_CASE("places: no-go, outside, beside a scar, a scar that is full") {
  CHECK(said(DotCue::Forbidden) == Said{"No needle may go here.", "Keep off the hatched place."});
  CHECK(said(DotCue::Outside) == Said{"Outside the field.", "Stay within the line."});
  CHECK(said(DotCue::BesideScar) ==
        Said{"Beside the scar: it stays pale.", "Bring the needle over the disc before you lower it."});
  CHECK(said(DotCue::ScarFull) ==
        Said{"Dot 4 in this scar: it will heal as a dark spot.", "One to three are enough."});
}

TEST_CASE("a distance that is not known is no reason to fall over") {
  DotFeedback f = feedback(DotCue::Doublet);
  f.nearest.reset();
  CHECK(words::of(f).what.find("0.00 mm") == 0);
}

TEST_CASE("every sentence of a dot can be put into other words") {
  words::speak([](std::string_view, std::string_view, std::size_t) { return std::string("x"); });
  for (int i = 0; i < runner::kDotCueCount; ++i)
    for (const bool pen : {true, false}) CHECK(said(static_cast<DotCue>(i), pen) == Said{"x", "x"});
  words::speak({});
}
