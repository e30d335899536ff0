#include "engine/platform/clock.h"

#include <doctest/doctest.h>

using engine::platform::ServerClock;

TEST_CASE("the time between a press and its release is the server's, whenever the program saw them") {
  ServerClock clock;
  const auto down = clock.to_steady_us(1'000, 5'000'000);
  const auto up = clock.to_steady_us(1'150, 5'900'000);  // a frame of 750 ms lay between
  CHECK(up - down == 150'000);
}

TEST_CASE("the offset shrinks only when the clock is settled") {
  ServerClock clock;
  const auto first = clock.to_steady_us(1'000, 5'080'000);   // seen 80 ms late
  const auto second = clock.to_steady_us(1'100, 5'100'000);  // seen at once
  CHECK(second - first == 100'000);
  clock.settle();
  CHECK(clock.to_steady_us(1'200, 5'200'000) == 5'200'000);
  clock.settle();
  CHECK(clock.to_steady_us(1'210, 5'290'000) == 5'210'000);  // and never grows
}

TEST_CASE("presses that waited in one queue keep their length and their order, settled in between") {
  ServerClock clock;
  const std::int64_t seen = 9'000'000;  // all four are seen at the end of one slow frame
  const auto down = clock.to_steady_us(1'000, seen), up = clock.to_steady_us(1'150, seen);
  clock.settle();
  const auto again_down = clock.to_steady_us(1'250, seen), again_up = clock.to_steady_us(1'400, seen);
  CHECK(up - down == 150'000);
  CHECK(again_up - again_down == 150'000);
  CHECK(again_down >= up);
}

TEST_CASE("settled often, the mapping ends at the smallest delay that was seen") {
  ServerClock clock;
  std::int64_t mapped = 0;
  for (std::uint32_t i = 0; i <= 100; ++i) {
    const std::int64_t delay = 1'000 + (i * 7919) % 9'000;
    mapped = clock.to_steady_us(500 + i * 10, 1'000'000 + i * 10'000 + delay);
    clock.settle();
  }
  CHECK(mapped >= 1'000'000 + 100 * 10'000 + 1'000);
  CHECK(mapped <= 1'000'000 + 100 * 10'000 + 1'200);
}

TEST_CASE("stamps that wrap at 2^32 go on rising") {
  ServerClock clock;
  const auto before = clock.to_steady_us(0xFFFFFFF0U, 1'000'000);
  const auto after = clock.to_steady_us(0x00000010U, 1'032'000);
  CHECK(after - before == 32'000);
}
