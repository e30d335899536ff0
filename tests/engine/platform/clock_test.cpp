#include "engine/platform/clock.h"
#include "engine/core/moment.h"

#include <doctest/doctest.h>

using engine::core::Span;
using engine::core::SteadyTime;

using engine::platform::ServerClock;

TEST_CASE("the time between a press and its release is the server's, whenever the program saw them") {
  ServerClock clock;
  const auto down = clock.to_steady_us(1'000, SteadyTime{5'000'000});
  const auto up = clock.to_steady_us(1'150, SteadyTime{5'900'000});  // a frame of 750 ms lay between
  CHECK(up - down == Span{150'000});
}

TEST_CASE("the offset shrinks only when the clock is settled") {
  ServerClock clock;
  const auto first = clock.to_steady_us(1'000, SteadyTime{5'080'000});   // seen 80 ms late
  const auto second = clock.to_steady_us(1'100, SteadyTime{5'100'000});  // seen at once
  CHECK(second - first == Span{100'000});
  clock.settle();
  CHECK(clock.to_steady_us(1'200, SteadyTime{5'200'000}) == SteadyTime{5'200'000});
  clock.settle();
  CHECK(clock.to_steady_us(1'210, SteadyTime{5'290'000}) == SteadyTime{5'210'000});  // and never grows
}

TEST_CASE("presses that waited in one queue keep their length and their order, settled in between") {
  ServerClock clock;
  const std::int64_t seen = 9'000'000;  // all four are seen at the end of one slow frame
  const auto down = clock.to_steady_us(1'000, SteadyTime{seen}),
             up = clock.to_steady_us(1'150, SteadyTime{seen});
  clock.settle();
  const auto again_down = clock.to_steady_us(1'250, SteadyTime{seen}),
             again_up = clock.to_steady_us(1'400, SteadyTime{seen});
  CHECK(up - down == Span{150'000});
  CHECK(again_up - again_down == Span{150'000});
  CHECK(again_down >= up);
}

TEST_CASE("settled often, the mapping ends at the smallest delay that was seen") {
  ServerClock clock;
  SteadyTime mapped;
  for (std::uint32_t i = 0; i <= 100; ++i) {
    const std::int64_t delay = 1'000 + (i * 7919) % 9'000;
    mapped = clock.to_steady_us(500 + i * 10, SteadyTime{1'000'000 + i * 10'000 + delay});
    clock.settle();
  }
  CHECK(mapped >= SteadyTime{1'000'000 + 100 * 10'000 + 1'000});
  CHECK(mapped <= SteadyTime{1'000'000 + 100 * 10'000 + 1'200});
}

TEST_CASE("stamps that wrap at 2^32 go on rising") {
  ServerClock clock;
  const auto before = clock.to_steady_us(0xFFFFFFF0U, SteadyTime{1'000'000});
  const auto after = clock.to_steady_us(0x00000010U, SteadyTime{1'032'000});
  CHECK(after - before == Span{32'000});
}

TEST_CASE("nothing settles while something is held down: a press is measured by one offset") {
  ServerClock clock;
  const auto down = clock.to_steady_us(1'000, SteadyTime{5'200'000});  // seen 200 ms late
  clock.hold(1);
  // the contact before it was lifted in the same slow frame
  clock.settle();
  // seen at once: a smaller offset would be known now
  const auto up = clock.to_steady_us(1'150, SteadyTime{5'151'000});
  clock.let_go(1);
  CHECK(up - down == Span{150'000});
  CHECK(clock.to_steady_us(1'400, SteadyTime{5'401'000}) <
        SteadyTime{5'402'000});  // settled as soon as nothing was held
}

TEST_CASE("a server's clock that was set by an hour moves no event beyond now") {
  ServerClock clock;
  clock.to_steady_us(10'000, SteadyTime{5'000'000});
  const auto ahead = clock.to_steady_us(10'100 + 3'600'000, SteadyTime{5'100'000});
  CHECK(ahead == SteadyTime{5'100'000});
  CHECK(clock.to_steady_us(10'200 + 3'600'000, SteadyTime{5'200'000}) == SteadyTime{5'200'000});
  const auto back = clock.to_steady_us(10'300, SteadyTime{5'300'000});
  CHECK(back == SteadyTime{5'300'000});
  CHECK(clock.to_steady_us(10'400, SteadyTime{5'400'000}) == SteadyTime{5'400'000});
}

TEST_CASE("a program that hung for ten seconds still takes what happened meanwhile at its own time") {
  ServerClock clock;
  clock.to_steady_us(10'000, SteadyTime{5'000'000});
  CHECK(clock.to_steady_us(10'100, SteadyTime{15'000'000}) == SteadyTime{5'100'000});
  CHECK(clock.to_steady_us(20'000, SteadyTime{15'000'000}) == SteadyTime{15'000'000});
  CHECK(clock.to_steady_us(10'200, SteadyTime{15'000'000}) ==
        SteadyTime{5'200'000});  // the other reader comes after
}

TEST_CASE("samples within a millisecond keep their order, however they are fetched") {
  engine::platform::EqualStamps stamps;
  CHECK(stamps.next(5, false) == 0);
  CHECK(stamps.next(5, false) == 125);
  CHECK(stamps.next(5, true) == 125);  // a press takes the time of the sample it belongs to
  CHECK(stamps.next(5, false) == 250);
  CHECK(stamps.next(6, true) == 0);
  for (int i = 0; i < 40; ++i) CHECK(stamps.next(6, false) <= 999);
  CHECK(stamps.next(7, true) == 0);
}

TEST_CASE("the age of the process grows with the clock and begins before the tests do") {
  const Span age = engine::platform::process_age_us();
  const SteadyTime clock = engine::platform::steady_us();
  CHECK(age >= Span{});
  CHECK(age < Span{600'000'000});
  while (engine::platform::steady_us() < clock + Span{20'000}) {
  }
  CHECK(engine::platform::process_age_us() >= age + Span{20'000});
}
