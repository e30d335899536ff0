#include "engine/sim/state.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

#include "engine/core/draw.h"
#include "engine/sim/digest.h"

using engine::core::AttemptTime;

using namespace engine;
using namespace engine::sim;

namespace {

const scalp::Canvas kPad{scalp::Pad{core::Mm{60.0}, core::Mm{60.0}, core::Mm{1.2}}};

void press(State& state, std::int64_t t, double x, double y) {
  apply(state, NeedleMoved{{AttemptTime{t}, scalp::canvas_point_from_mm({x, y}), {}, {}, true}}, kPad);
  apply(state, NeedleMoved{{AttemptTime{t + 150'000}, scalp::canvas_point_from_mm({x, y}), {}, {}, false}},
        kPad);
}

State with_dots(int count) {
  State state;
  for (int i = 0; i < count; ++i) press(state, i * 1'000'000, 5 + i, 5 + i);
  return state;
}

// The i-th of a row of presses.
struct CanvasSample {
  int i;
  std::int64_t t = i * 400'000;
  Event at(std::int64_t when, bool contact) const {
    return NeedleMoved{{AttemptTime{when}, {5'000 + 1'000 * i, 9'000}, std::uint16_t{3000}, {}, contact}};
  }
  Event down() const { return at(t, true); }
  Event up() const { return at(t + 120'000, false); }
};

int visible(const State& state) {
  int count = 0;
  for (const auto& dot : state.dots) count += dot.withdrawn ? 0 : 1;
  return count;
}

}  // namespace

TEST_CASE("undo takes back the last lift and redo returns it") {
  State state = with_dots(5);
  const auto dots = state.dots;
  apply(state, Undone{AttemptTime{9'000'000}}, kPad);
  CHECK(visible(state) == 4);
  CHECK(state.dots[4].withdrawn);
  apply(state, Redone{AttemptTime{9'100'000}}, kPad);
  CHECK(state.dots == dots);
}

TEST_CASE("any sequence of undo and redo is a walk on a line: redo after undo is where one was") {
  State state = with_dots(8);
  int depth = 0;
  for (std::uint64_t i = 0; i < 300; ++i) {
    const bool back = core::draw_below(4, "step", i, 2) == 0;
    if (back) {
      apply(state, Undone{AttemptTime{10'000'000}}, kPad);
      depth = std::min(depth + 1, 8);
    } else {
      apply(state, Redone{AttemptTime{10'000'000}}, kPad);
      depth = std::max(depth - 1, 0);
    }
    CHECK(visible(state) == 8 - depth);
  }
}

TEST_CASE("a new dot forgets what could be redone, and numbers are never reused") {
  State state = with_dots(3);
  apply(state, Undone{AttemptTime{9'000'000}}, kPad);
  press(state, 10'000'000, 30, 30);
  apply(state, Redone{AttemptTime{11'000'000}}, kPad);
  CHECK(visible(state) == 3);
  CHECK(state.dots.back().number == 3);
}

TEST_CASE("undo does not reach back over a healing") {
  State state = with_dots(3);
  apply(state, Healed{AttemptTime{9'000'000}, 14}, kPad);
  apply(state, Undone{AttemptTime{10'000'000}}, kPad);
  CHECK(visible(state) == 3);
  CHECK(state.treatment_session == 2);
  press(state, 11'000'000, 30, 30);
  CHECK(state.dots.back().treatment_session == 2);
}

TEST_CASE("the digest sees every change, and equal folds have equal digests") {
  CHECK(digest(with_dots(5)) == digest(with_dots(5)));
  CHECK(digest(with_dots(5)) != digest(with_dots(6)));
  State undone = with_dots(5);
  apply(undone, Undone{AttemptTime{9'000'000}}, kPad);
  CHECK(digest(undone) != digest(with_dots(5)));
}

TEST_CASE(
    "undo by dot takes the last dot of a contact, undo by lift all of them, and undo of everything ends "
    "quietly") {
  State state = with_dots(2);
  apply(state, NeedleMoved{{AttemptTime{5'000'000}, {20'000, 20'000}, std::uint16_t{3700}, {}, true}}, kPad);
  apply(state, NeedleMoved{{AttemptTime{5'500'000}, {21'000, 20'000}, std::uint16_t{3700}, {}, false}}, kPad);
  const int all = visible(state);
  REQUIRE(all == 5);
  apply(state, Undone{AttemptTime{6'000'000}, UndoScope::Dot}, kPad);
  CHECK(visible(state) == 4);
  apply(state, Undone{AttemptTime{6'000'000}, UndoScope::Lift}, kPad);
  CHECK(visible(state) == 2);
  for (int i = 0; i < 5; ++i) apply(state, Undone{AttemptTime{7'000'000}, UndoScope::Lift}, kPad);
  CHECK(visible(state) == 0);
  for (int i = 0; i < 9; ++i) apply(state, Redone{AttemptTime{8'000'000}}, kPad);
  CHECK(visible(state) == all);
}

TEST_CASE("what was folded in pieces is what was folded at once") {
  State whole, pieces;
  std::vector<Event> events;
  for (int i = 0; i < 40; ++i) {
    const CanvasSample at{i};
    events.insert(events.end(), {at.down(), at.up()});
    if (i % 7 == 3) events.emplace_back(Undone{AttemptTime{at.t + 200'000}});
    if (i % 9 == 4) events.emplace_back(Redone{AttemptTime{at.t + 210'000}});
  }
  for (const auto& event : events) apply(whole, event, kPad);
  for (const auto& event : events) {
    State copy = pieces;  // as replay keeps them
    apply(copy, event, kPad);
    pieces = copy;
  }
  CHECK(digest(whole) == digest(pieces));
  CHECK(whole.dots == pieces.dots);
}

TEST_CASE("the digest sees the bookkeeping that decides what comes next") {
  const State state = with_dots(3);
  const auto changed = [&](const Event& event) {
    State copy = state;
    copy.t_us = AttemptTime{9'000'000};
    State other = copy;
    apply(other, event, kPad);
    return digest(other) != digest(copy);
  };
  CHECK(changed(ViewScaled{AttemptTime{9'000'000}, 14'000}));
  CHECK(changed(ContactInterrupted{AttemptTime{9'000'000}}));  // the next contact is no bounce any more
  CHECK(changed(NeedleMoved{{AttemptTime{9'000'000}, {1, 1}, {}, Tilt{10, 0}, true}}));
  CHECK(changed(Calibrated{AttemptTime{9'000'000}, 100}));
  CHECK(changed(Calibrated{.t_us = AttemptTime{9'000'000}, .maximum_pressure = 4000}));
  CHECK(changed(Calibrated{.t_us = AttemptTime{9'000'000}, .upright = {0, 10}}));
}

TEST_CASE("times up to a day and places metres away do not overflow") {
  State state;
  const std::int64_t late = 86'000'000'000;
  apply(state, NeedleMoved{{AttemptTime{late}, {1'000, 1'000}, std::uint16_t{4000}, {}, true}}, kPad);
  apply(state,
        NeedleMoved{
            {AttemptTime{late + 300'000'000}, {-10'000'000, 10'000'000}, std::uint16_t{4000}, {}, true}},
        kPad);
  apply(state,
        NeedleMoved{
            {AttemptTime{late + 300'100'000}, {-10'000'000, 10'000'000}, std::uint16_t{4000}, {}, false}},
        kPad);
  CHECK(state.dots.size() >= 1);
  for (const auto& dot : state.dots) CHECK(dot.at.u_um <= 1'000);
}
