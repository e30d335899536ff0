// What is said of the equipment: the sentences of the program before they left the runner, word for word.
#include "trainer/words/tool_notices.h"

#include <doctest/doctest.h>

#include <set>

#include "trainer/words/say.h"

using namespace trainer;
using runner::ToolFault;
using runner::ToolNotice;
using words::Said;

namespace {

Said of(const ToolNotice& notice) {
  return words::of(notice, {"1", "S"});
}

}  // namespace

TEST_CASE("every fault of the equipment has a sentence and an advice of its own") {
  std::set<std::string> all;
  for (int i = 0; i < runner::kToolFaultCount; ++i) {
    const Said s = of(ToolNotice{.fault = static_cast<ToolFault>(i)});
    CAPTURE(s.what);
    CHECK(all.insert(s.what).second);
    CHECK(s.what.ends_with('.'));
    CHECK(s.advice.ends_with('.'));
    CHECK(s.what.find('{') == std::string::npos);
  }
  CHECK(all.size() == 9);
}

TEST_CASE("a set-out that cannot reach says how deep it comes, what is asked, and how far to set it") {
  CHECK(of({.fault = ToolFault::SetTooShort,
            .set_out = engine::core::Mm{0.7},
            .reach = engine::core::Mm{0.35},
            .asked = engine::core::Mm{0.449},
            .needed = engine::core::Mm{1.5}}) ==
        Said{"Set out 0.7 mm, this needle comes 0.35 mm deep at most; 0.45 are asked here.",
             "The guide stops it, however hard you press. Set it out to 1.5 mm or more (key 1, More)."});
}

TEST_CASE("a set-out that is too long, for the stroke or for the skin") {
  CHECK(of({.fault = ToolFault::SetBeyondStroke,
            .set_out = engine::core::Mm{2.5},
            .stroke = engine::core::Mm{2.0}}) ==
        Said{"Set out 2.5 mm with a stroke of 2.0, the needle never goes back into its tip.",
             "It takes up little pigment and tears when it moves. Shorten the set-out."});
  CHECK(of({.fault = ToolFault::SetTooDeep, .set_out = engine::core::Mm{2.5}}) ==
        Said{"Set out 2.5 mm, nothing stops the needle before it blows out.", "1.5 to 2 mm are usual."});
}

TEST_CASE("a needle that is not the zone's heals too large or too small") {
  ToolNotice notice{.fault = ToolFault::WrongNeedle, .needle = {5, 300}, .right_needle = "1RL-0.25"};
  CHECK(of(notice) == Said{"5RL-0.30 is not the needle for this zone: its dots heal too large here.",
                           "Change the cartridge to 1RL-0.25 (key 1)."});
  notice.low = true;
  CHECK(of(notice).what == "5RL-0.30 is not the needle for this zone: its dots heal too small here.");
}

TEST_CASE("rates and strokes: too little and too much have words of their own") {
  CHECK(of({.fault = ToolFault::RateUnusual, .rate = engine::core::Hertz{60}, .volts = 3.6, .low = true}) ==
        Said{"60 Hz (3.6 V) is slower than usual.",
             "Each dot gets fewer strikes and less pigment. 100 to 150 Hz are usual."});
  CHECK(of({.fault = ToolFault::RateUnusual, .rate = engine::core::Hertz{162.5}, .volts = 9.75}) ==
        Said{"162.5 Hz (9.8 V) is faster than usual.",
             "It overworks the skin, and dots grow. 100 to 150 Hz are usual."});
  CHECK(of({.fault = ToolFault::StrokeUnusual, .stroke = engine::core::Mm{2.0}, .low = true}) ==
        Said{"A stroke of 2.0 mm is shorter than usual.",
             "The needle takes up less pigment. 2.5 to 3.5 mm are usual."});
  CHECK(of({.fault = ToolFault::StrokeUnusual, .stroke = engine::core::Mm{4.0}}) ==
        Said{"A stroke of 4.0 mm is longer than usual.",
             "It hits harder, and dots grow. 2.5 to 3.5 mm are usual."});
}

TEST_CASE("slack skin, a mix that is too dark, and two undertones that do not go together") {
  CHECK(of({.fault = ToolFault::Slack}) ==
        Said{"The skin is slack: the needle bounces, drags and stays shallow.",
             "Hold S while you place dots, or press it twice to keep it stretched."});
  CHECK(of({.fault = ToolFault::TooDark, .mixed = 9, .asked_mix = 14}) ==
        Said{"9 : 1 is darker than this session asks for, 14 : 1.",
             "Add water. You can darken in the next session, never lighten."});
  CHECK(of({.fault = ToolFault::Undertone, .warm_skin = true}).what ==
        "This skin is warm: a cool grey will read foreign beside it.");
  CHECK(of({.fault = ToolFault::Undertone, .warm_skin = false}).what ==
        "This skin is cool: a warm grey will read foreign beside it.");
}

TEST_CASE("every sentence of the equipment can be put into other words") {
  words::speak([](std::string_view, std::string_view, std::size_t) { return std::string("x"); });
  for (int i = 0; i < runner::kToolFaultCount; ++i)
    for (const bool low : {true, false})
      CHECK(of(ToolNotice{.fault = static_cast<ToolFault>(i), .low = low}) == Said{"x", "x"});
  words::speak({});
}

TEST_CASE("the keys are those of the hand that presses them") {
  const ToolNotice slack{.fault = ToolFault::Slack}, wrong{.fault = ToolFault::WrongNeedle};
  CHECK(words::of(slack, {"1", "K"}).advice ==
        "Hold K while you place dots, or press it twice to keep it stretched.");
  CHECK(words::of(wrong, {"F2", "K"}).advice.ends_with("(key F2)."));
}
