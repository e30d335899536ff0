#include "trainer/canvas/hold.h"

#include <doctest/doctest.h>

using engine::core::SteadyTime;

using trainer::canvas::HoldOrLatch;

TEST_CASE("it is on while its key is held") {
  HoldOrLatch hold;
  CHECK_FALSE(hold.on());
  hold.down(SteadyTime{1'000'000});
  CHECK(hold.on());
  hold.up();
  CHECK_FALSE(hold.on());
}

TEST_CASE("twice within a moment keeps it on, until it is pressed again") {
  HoldOrLatch hold;
  hold.down(SteadyTime{1'000'000});
  hold.up();
  hold.down(SteadyTime{1'300'000});
  hold.up();
  CHECK(hold.on());
  hold.down(SteadyTime{5'000'000});
  CHECK_FALSE(hold.on());
  hold.up();
  CHECK_FALSE(hold.on());
}

TEST_CASE("the press that ends it does not begin it again, however fast the next one comes") {
  HoldOrLatch hold;
  hold.down(SteadyTime{1'000'000});
  hold.up();
  hold.down(SteadyTime{1'200'000});
  hold.up();
  hold.down(SteadyTime{1'400'000});  // off
  hold.up();
  hold.down(SteadyTime{1'500'000});  // held alone
  CHECK(hold.on());
  hold.up();
  CHECK_FALSE(hold.on());
}

TEST_CASE("presses farther apart are holds") {
  HoldOrLatch hold;
  for (int i = 1; i < 4; ++i) {
    hold.down(SteadyTime{i * 1'000'000});
    CHECK(hold.on());
    hold.up();
    CHECK_FALSE(hold.on());
  }
}

TEST_CASE("a toggle stays, and a press lets it go") {
  HoldOrLatch hold;
  hold.toggle();
  CHECK(hold.on());
  hold.up();
  CHECK(hold.on());
  hold.toggle();
  CHECK_FALSE(hold.on());
  hold.toggle();
  hold.down(SteadyTime{9'000'000});
  CHECK_FALSE(hold.on());
}
