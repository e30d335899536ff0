#include "trainer/app/press_lengths.h"

#include <doctest/doctest.h>

using engine::core::Span;
using trainer::app::PressLengths;
using Fault = PressLengths::Fault;

namespace {

Fault after(PressLengths& lengths, int presses, std::int64_t us, std::int64_t spread_us = 0) {
  Fault found = Fault::None;
  for (int i = 0; i < presses; ++i)
    if (const auto f = lengths.pressed_for(Span{us + spread_us * (i % 5)}); f != Fault::None) found = f;
  return found;
}

}  // namespace

TEST_CASE("a hand's presses are long, and never alike") {
  PressLengths lengths;
  CHECK(after(lengths, 200, 90'000, 7'000) == Fault::None);
  CHECK(after(lengths, 200, 12'000, 2'000) == Fault::None);
  CHECK(lengths.told());
}

TEST_CASE("the third tap without a length is said once, and presses with one are believed again") {
  PressLengths lengths;
  CHECK(after(lengths, 2, 0) == Fault::None);
  CHECK(lengths.told());
  CHECK(lengths.pressed_for(Span{1'000}) == Fault::NoLength);
  CHECK_FALSE(lengths.told());
  CHECK(after(lengths, 50, 0) == Fault::None);
  CHECK(after(lengths, 2, 150'000) == Fault::None);
  CHECK_FALSE(lengths.told());
  CHECK(lengths.pressed_for(Span{150'000}) == Fault::None);
  CHECK(lengths.told());
  CHECK(after(lengths, 3, 0) == Fault::NoLength);
  PressLengths mixed;  // a slip of the finger now and then
  for (int i = 0; i < 50; ++i) {
    CHECK(after(mixed, 2, 0) == Fault::None);
    CHECK(after(mixed, 1, 100'000, 5'000) == Fault::None);
  }
}

TEST_CASE("presses as long as one another to the millisecond are the device's, which is said once") {
  PressLengths lengths;
  CHECK(after(lengths, 11, 175'000) == Fault::None);
  CHECK(lengths.pressed_for(Span{175'900}) == Fault::AllAlike);
  CHECK(lengths.told());
  CHECK(after(lengths, 100, 175'000) == Fault::None);
}
